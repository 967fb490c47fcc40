// RUN: shard-opt %s --plan-lower-kernels-to-gpu | FileCheck %s
// RUN: shard-opt %s --plan-emit-gpu-kernels=ptx=- -o %t.mlir | FileCheck %s --check-prefix=PTX

// Tests that a block goes down a run of rows with the sums of its threads'
// columns in registers; that rows are copied to shared memory three rows before,
// and what rows have one of before the first; that a row is reduced with all that
// it needs at once; and that the sums are stored at the end.
// CHECK-LABEL: gpu.func @row_runs(
// CHECK-SAME: known_block_size = array<i32: 256, 1, 1>, known_grid_size = array<i32: 128, 1, 1>
// CHECK-SAME: plan.least_blocks = 2
// CHECK-SAME: plan.shared_bytes = 16384
// PTX-LABEL: .entry row_runs(
func.func private @row_runs(%a: tensor<2x512x2048xbf16>, %g: tensor<2048xf32>, %f: tensor<2x512xf32>) -> (tensor<2x512x2048xbf16>, tensor<2x512xf32>, tensor<2x64x2048xf32>) attributes {plan.kernel} {
  // CHECK: %[[BLOCK:.*]] = gpu.block_id
  // CHECK: %[[SLOTS:.*]] = memref.view %{{.*}} : memref<?xi8, #gpu.address_space<workgroup>> to memref<4x2048xbf16, #gpu.address_space<workgroup>>
  // CHECK: nvgpu.device_async_copy %{{.*}}, %[[SLOTS]][%{{.*}}], 8 {bypassL1} : memref<2x512x2048xbf16>
  // CHECK-NEXT: nvgpu.device_async_create_group
  // CHECK: nvgpu.device_async_copy
  // CHECK-NEXT: nvgpu.device_async_create_group
  // CHECK: nvgpu.device_async_copy
  // CHECK-NEXT: nvgpu.device_async_create_group
  // CHECK-NOT: nvgpu
  // CHECK: %[[ONES:.*]] = memref.get_global {{.*}} : memref<8xf32, #gpu.address_space<workgroup>>
  // CHECK: scf.for
  // CHECK: memref.load %{{.*}} : memref<2x512xf32>
  // CHECK: memref.store %{{.*}}, %[[ONES]]
  // CHECK: gpu.barrier
  // CHECK: %[[SUMS:.*]]:8 = scf.for %[[ROW:.*]] = %{{.*}} to %{{.*}} step %{{.*}} iter_args
  // CHECK: scf.if
  // CHECK-NEXT: nvgpu.device_async_copy
  // CHECK: %[[GROUP:.*]] = nvgpu.device_async_create_group
  // CHECK-NEXT: nvgpu.device_async_wait %[[GROUP]] {numGroups = 3 : i32}
  // CHECK: vector.load %[[SLOTS]]
  // CHECK-NOT: vector.load %[[SLOTS]]
  // CHECK-NOT: load {{.*}}memref<2x512
  // CHECK: memref.load %[[ONES]][%[[ROW]]]
  // CHECK: gpu.barrier
  // CHECK-NOT: gpu.barrier
  // CHECK: scf.yield
  // CHECK: vector.store %{{.*}} : memref<2x64x2048xf32>, vector<4xf32>
  // CHECK: vector.store %{{.*}} : memref<2x64x2048xf32>, vector<4xf32>
  // CHECK-NOT: store
  // CHECK: gpu.return

  // PTX-COUNT-4: cp.async.cg.shared.global [%{{.*}}], [%{{.*}}], 16;
  // PTX: cp.async.wait_group 3;
  // PTX: ld.shared.v4
  %z = arith.constant dense<0.0> : tensor<2x512xf32>
  %zc = arith.constant dense<0.0> : tensor<2x64x2048xf32>
  %e = tensor.empty() : tensor<2x512x2048xf32>
  %w = arith.extf %a : tensor<2x512x2048xbf16> to tensor<2x512x2048xf32>
  %fb = linalg.broadcast ins(%f : tensor<2x512xf32>) outs(%e : tensor<2x512x2048xf32>) dimensions = [2]
  %gb = linalg.broadcast ins(%g : tensor<2048xf32>) outs(%e : tensor<2x512x2048xf32>) dimensions = [0, 1]
  %y = arith.mulf %w, %gb : tensor<2x512x2048xf32>
  %x = arith.mulf %y, %fb : tensor<2x512x2048xf32>
  %q = arith.mulf %x, %x : tensor<2x512x2048xf32>
  %s = linalg.reduce { arith.addf } ins(%x : tensor<2x512x2048xf32>) outs(%z : tensor<2x512xf32>) dimensions = [2]
  %t = linalg.reduce { arith.addf } ins(%q : tensor<2x512x2048xf32>) outs(%z : tensor<2x512xf32>) dimensions = [2]
  %u = arith.divf %s, %t : tensor<2x512xf32>
  %ub = linalg.broadcast ins(%u : tensor<2x512xf32>) outs(%e : tensor<2x512x2048xf32>) dimensions = [2]
  %d = arith.subf %x, %ub : tensor<2x512x2048xf32>
  %o = arith.truncf %d : tensor<2x512x2048xf32> to tensor<2x512x2048xbf16>
  %p = tensor.expand_shape %w [[0], [1, 2], [3]] output_shape [2, 64, 8, 2048] : tensor<2x512x2048xf32> into tensor<2x64x8x2048xf32>
  %c = linalg.reduce { arith.addf } ins(%p : tensor<2x64x8x2048xf32>) outs(%zc : tensor<2x64x2048xf32>) dimensions = [2]
  func.return %o, %u, %c : tensor<2x512x2048xbf16>, tensor<2x512xf32>, tensor<2x64x2048xf32>
}
