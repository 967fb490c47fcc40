// RUN: shard-opt %s --plan-lower-kernels-to-gpu | FileCheck %s

// Tests that a thread goes down neighbouring columns, that 128 threads do so in
// the same columns, that those of a warp combine what they have, and that after
// one barrier the parts of the warps are combined in order.
// CHECK: memref.global "private" @[[$PARTS:.*]] : memref<1024xf32, #gpu.address_space<workgroup>> = uninitialized
// CHECK-LABEL: gpu.func @columns(
// CHECK-SAME: known_block_size = array<i32: 1024, 1, 1>, known_grid_size = array<i32: 22, 1, 1>
func.func private @columns(%a: tensor<600x700xbf16>) -> tensor<700xbf16> attributes {plan.kernel} {
  // CHECK: scf.for {{.*}} iter_args
  // CHECK: scf.for {{.*}} iter_args
  // CHECK: vector.load {{.*}} vector<4xbf16>
  // CHECK: arith.addf %{{.*}}, %{{.*}} fastmath<reassoc> : f32
  // CHECK-COUNT-8: gpu.shuffle xor
  // CHECK-NOT: gpu.shuffle
  // CHECK: %[[SHARED:.*]] = memref.get_global @[[$PARTS]]
  // CHECK: scf.if
  // CHECK: memref.store %{{.*}}, %[[SHARED]]
  // CHECK: gpu.barrier
  // CHECK-NOT: gpu.barrier
  // CHECK: scf.for
  // CHECK: scf.if
  // CHECK-COUNT-32: memref.load %[[SHARED]]
  // CHECK: arith.truncf
  // CHECK: memref.store
  %z = arith.constant dense<0.0> : tensor<700xbf16>
  %1 = linalg.reduce ins(%a : tensor<600x700xbf16>) outs(%z : tensor<700xbf16>) dimensions = [0]
    (%i: bf16, %o: bf16) {
      %s = arith.addf %i, %o : bf16
      linalg.yield %s : bf16
    }
  func.return %1 : tensor<700xbf16>
}

// Tests that a reduction whose parts cannot be combined is left to one thread.
// CHECK-LABEL: gpu.func @sequential(
func.func private @sequential(%a: tensor<8x64xf32>) -> tensor<8xf32> attributes {plan.kernel} {
  // CHECK-NOT: gpu.shuffle
  // CHECK: scf.for
  // CHECK: scf.for {{.*}} iter_args
  // CHECK: gpu.return
  %z = arith.constant dense<3.0> : tensor<8xf32>
  %1 = linalg.reduce ins(%a : tensor<8x64xf32>) outs(%z : tensor<8xf32>) dimensions = [1]
    (%i: f32, %o: f32) {
      %s = arith.addf %i, %o : f32
      linalg.yield %s : f32
    }
  func.return %1 : tensor<8xf32>
}

// Tests that results of different shapes have blocks of their own.
// CHECK-LABEL: gpu.func @parts(
// CHECK-SAME: known_grid_size = array<i32: 3, 1, 1>
func.func private @parts(%a: tensor<2048xf32>, %b: tensor<16xf32>) -> (tensor<2048xf32>, tensor<16xf32>) attributes {plan.kernel} {
  // CHECK: %[[BLOCK:.*]] = gpu.block_id
  // CHECK: scf.if
  // CHECK: vector.store
  // CHECK: arith.subi %[[BLOCK]]
  // CHECK: scf.if
  // CHECK: vector.store
  %0 = arith.negf %a : tensor<2048xf32>
  %1 = arith.negf %b : tensor<16xf32>
  func.return %0, %1 : tensor<2048xf32>, tensor<16xf32>
}

// Tests that each thread of a scatter applies the updates to its own elements
// in order.
// CHECK-LABEL: gpu.func @scatter(
func.func private @scatter(%table: tensor<256x64xf32>, %ids: tensor<16x1xi32>, %u: tensor<16x64xf32>) -> tensor<256x64xf32> attributes {plan.kernel} {
  // CHECK: scf.for
  // CHECK: scf.for
  // CHECK: memref.store
  // CHECK: scf.for
  // CHECK: scf.if
  // CHECK: arith.addf
  // CHECK: memref.store
  %r = model.scatter add %u into %table[%ids] {update_window_dims = array<i64: 1>, inserted_window_dims = array<i64: 0>, scatter_dims_to_operand_dims = array<i64: 0>} : tensor<16x64xf32>, tensor<16x1xi32> -> tensor<256x64xf32>
  func.return %r : tensor<256x64xf32>
}
