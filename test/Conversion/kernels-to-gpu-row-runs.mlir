// RUN: shard-opt %s --plan-lower-kernels-to-gpu | FileCheck %s

// Tests that a block goes down a run of rows with the sums of its threads'
// columns in registers, loads each element once, reduces each row, with all
// that rows need at once, and stores the sums at the end.
// CHECK-LABEL: gpu.func @row_runs(
// CHECK-SAME: known_block_size = array<i32: 256, 1, 1>, known_grid_size = array<i32: 128, 1, 1>
// CHECK-SAME: plan.least_blocks = 2
func.func private @row_runs(%a: tensor<2x512x2048xbf16>, %g: tensor<2048xf32>) -> (tensor<2x512x2048xbf16>, tensor<2x512xf32>, tensor<2x64x2048xf32>) attributes {plan.kernel} {
  // CHECK: %[[BLOCK:.*]] = gpu.block_id
  // CHECK-NOT: load
  // CHECK: %[[SUMS:.*]]:8 = scf.for %[[ROW:.*]] = %{{.*}} to %{{.*}} step %{{.*}} iter_args
  // CHECK: vector.load %{{.*}} : memref<2x512x2048xbf16>, vector<8xbf16>
  // CHECK-NOT: memref<2x512x2048xbf16>, vector<8xbf16>
  // CHECK-COUNT-2: gpu.barrier
  // CHECK-NOT: gpu.barrier
  // CHECK: scf.yield
  // CHECK: vector.store %{{.*}} : memref<2x64x2048xf32>, vector<4xf32>
  // CHECK: vector.store %{{.*}} : memref<2x64x2048xf32>, vector<4xf32>
  // CHECK-NOT: store
  // CHECK: gpu.return
  %z = arith.constant dense<0.0> : tensor<2x512xf32>
  %zc = arith.constant dense<0.0> : tensor<2x64x2048xf32>
  %e = tensor.empty() : tensor<2x512x2048xf32>
  %w = arith.extf %a : tensor<2x512x2048xbf16> to tensor<2x512x2048xf32>
  %gb = linalg.broadcast ins(%g : tensor<2048xf32>) outs(%e : tensor<2x512x2048xf32>) dimensions = [0, 1]
  %x = arith.mulf %w, %gb : tensor<2x512x2048xf32>
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
