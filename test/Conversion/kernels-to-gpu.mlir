// RUN: shard-opt %s --plan-lower-kernels-to-gpu | FileCheck %s

// Tests that a thread takes as many neighbouring elements as make 16 bytes of
// the widest type, and that it stores after all loads.
// CHECK-LABEL: gpu.func @pointwise(
// CHECK-SAME: %{{.*}}: memref<64x32xf32>, %{{.*}}: memref<64x32xf32>, %{{.*}}: index) kernel
// CHECK-SAME: known_block_size = array<i32: 256, 1, 1>, known_grid_size = array<i32: 2, 1, 1>
func.func private @pointwise(%a: tensor<64x32xf32>) -> tensor<64x32xf32> attributes {plan.kernel} {
  // CHECK: scf.for
  // CHECK-COUNT-4: memref.load
  // CHECK-NOT: memref.load
  // CHECK-COUNT-4: memref.store
  // CHECK-NOT: memref.store
  // CHECK: gpu.return
  %0 = arith.negf %a : tensor<64x32xf32>
  func.return %0 : tensor<64x32xf32>
}

// Tests that rows of odd length are computed element by element.
// CHECK-LABEL: gpu.func @odd(
// CHECK-SAME: known_grid_size = array<i32: 1, 1, 1>
func.func private @odd(%a: tensor<5x7xbf16>, %b: tensor<7xbf16>) -> tensor<5x7xbf16> attributes {plan.kernel} {
  // CHECK: scf.for
  // CHECK-COUNT-2: memref.load
  // CHECK-NOT: memref.load
  // CHECK: gpu.return
  %e = tensor.empty() : tensor<5x7xbf16>
  %1 = linalg.broadcast ins(%b : tensor<7xbf16>) outs(%e : tensor<5x7xbf16>) dimensions = [0]
  %0 = arith.addf %a, %1 : tensor<5x7xbf16>
  func.return %0 : tensor<5x7xbf16>
}

// Tests that long rows are computed by blocks, with one barrier for each
// reduction and shared memory of its own, and then the elements that need them.
// CHECK: memref.global "private" @[[$MAX:.*]] : memref<{{.*}}xf32, #gpu.address_space<workgroup>> = uninitialized
// CHECK: memref.global "private" @[[$SUM:.*]] : memref<{{.*}}xf32, #gpu.address_space<workgroup>> = uninitialized
// CHECK-LABEL: gpu.func @softmax(
// CHECK-SAME: known_grid_size = array<i32: 48, 1, 1>
func.func private @softmax(%a: tensor<48x4096xf32>) -> tensor<48x4096xf32> attributes {plan.kernel} {
  // CHECK: scf.for {{.*}} iter_args
  // CHECK-COUNT-5: gpu.shuffle down
  // CHECK: memref.get_global @[[$MAX]]
  // CHECK: gpu.barrier
  // CHECK: gpu.shuffle idx
  // CHECK: scf.for {{.*}} iter_args
  // CHECK: memref.get_global @[[$SUM]]
  // CHECK: gpu.barrier
  // CHECK-NOT: gpu.barrier
  // CHECK: scf.for
  // CHECK-NOT: iter_args
  // CHECK-COUNT-4: memref.store
  %i = arith.constant dense<0xFF800000> : tensor<48xf32>
  %z = arith.constant dense<0.0> : tensor<48xf32>
  %e = tensor.empty() : tensor<48x4096xf32>
  %m = linalg.reduce ins(%a : tensor<48x4096xf32>) outs(%i : tensor<48xf32>) dimensions = [1]
    (%x: f32, %o: f32) {
      %s = arith.maximumf %x, %o : f32
      linalg.yield %s : f32
    }
  %mb = linalg.broadcast ins(%m : tensor<48xf32>) outs(%e : tensor<48x4096xf32>) dimensions = [1]
  %d = arith.subf %a, %mb : tensor<48x4096xf32>
  %x = math.exp %d : tensor<48x4096xf32>
  %t = linalg.reduce ins(%x : tensor<48x4096xf32>) outs(%z : tensor<48xf32>) dimensions = [1]
    (%y: f32, %o: f32) {
      %s = arith.addf %y, %o : f32
      linalg.yield %s : f32
    }
  %tb = linalg.broadcast ins(%t : tensor<48xf32>) outs(%e : tensor<48x4096xf32>) dimensions = [1]
  %r = arith.divf %x, %tb : tensor<48x4096xf32>
  func.return %r : tensor<48x4096xf32>
}

// Tests that short rows are computed by warps, without shared memory.
// CHECK-LABEL: gpu.func @short(
// CHECK-SAME: known_grid_size = array<i32: 12, 1, 1>
func.func private @short(%a: tensor<96x40xf32>) -> tensor<96xf32> attributes {plan.kernel} {
  // CHECK-NOT: gpu.barrier
  // CHECK: gpu.shuffle down
  // CHECK: scf.if
  // CHECK-NEXT: memref.store
  // CHECK: gpu.return
  %z = arith.constant dense<0.0> : tensor<96xf32>
  %1 = linalg.reduce ins(%a : tensor<96x40xf32>) outs(%z : tensor<96xf32>) dimensions = [1]
    (%i: f32, %o: f32) {
      %s = arith.addf %i, %o : f32
      linalg.yield %s : f32
    }
  func.return %1 : tensor<96xf32>
}
