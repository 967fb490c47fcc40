// RUN: shard-opt %s --plan-lower-kernels-to-loops | FileCheck %s

// Tests that pointwise results of one shape share one loop over all elements,
// and that what does not change in it is computed before it.
// CHECK-LABEL: func.func @pointwise(
// CHECK-SAME: %[[A:.*]]: memref<3x5xf32>, %[[S:.*]]: memref<f32>, %[[R:.*]]: memref<3x5xf32>, %{{.*}}: index)
func.func private @pointwise(%a: tensor<3x5xf32>, %s: tensor<f32>) -> tensor<3x5xf32> attributes {plan.kernel} {
  // CHECK: %[[FLAT:.*]] = memref.collapse_shape %[[A]]
  // CHECK: memref.load %[[S]][]
  // CHECK: scf.for
  // CHECK-NEXT: memref.load %[[FLAT]]
  // CHECK-NEXT: arith.mulf
  // CHECK-NEXT: memref.store
  // CHECK-NEXT: } {plan.independent}
  %e = tensor.empty() : tensor<3x5xf32>
  %b = linalg.broadcast ins(%s : tensor<f32>) outs(%e : tensor<3x5xf32>) dimensions = [0, 1]
  %0 = arith.mulf %a, %b : tensor<3x5xf32>
  func.return %0 : tensor<3x5xf32>
}

// Tests that rows are reduced in registers, and that a result of the full shape
// is stored on the way.
// CHECK-LABEL: func.func @rows(
func.func private @rows(%a: tensor<3x5xf32>) -> (tensor<3xf32>, tensor<3x5xf32>) attributes {plan.kernel} {
  // CHECK: scf.for
  // CHECK: %[[SUM:.*]] = scf.for {{.*}} iter_args
  // CHECK: %[[E:.*]] = math.exp
  // CHECK: arith.addf %[[E]], %{{.*}} fastmath<reassoc>
  // CHECK: memref.store %[[E]]
  // CHECK: memref.store %[[SUM]]
  %z = arith.constant dense<0.0> : tensor<3xf32>
  %0 = math.exp %a : tensor<3x5xf32>
  %1 = linalg.reduce ins(%0 : tensor<3x5xf32>) outs(%z : tensor<3xf32>) dimensions = [1]
    (%i: f32, %o: f32) {
      %s = arith.addf %i, %o : f32
      linalg.yield %s : f32
    }
  func.return %1, %0 : tensor<3xf32>, tensor<3x5xf32>
}

// Tests that columns are reduced with the fastest dimension innermost, narrow
// floats in f32.
// CHECK-LABEL: func.func @columns(
func.func private @columns(%a: tensor<6x700xbf16>) -> tensor<700xbf16> attributes {plan.kernel} {
  // CHECK: %[[SUMS:.*]] = memref.alloca() {alignment = 64 : i64} : memref<512xf32>
  // CHECK: scf.for
  // CHECK: scf.for
  // CHECK: memref.store %{{.*}}, %[[SUMS]]
  // CHECK: scf.for
  // CHECK-NEXT: scf.for
  // CHECK: arith.addf %{{.*}}, %{{.*}} fastmath<reassoc> : f32
  // CHECK: scf.for
  // CHECK: arith.truncf
  %z = arith.constant dense<0.0> : tensor<700xbf16>
  %1 = linalg.reduce ins(%a : tensor<6x700xbf16>) outs(%z : tensor<700xbf16>) dimensions = [0]
    (%i: bf16, %o: bf16) {
      %s = arith.addf %i, %o : bf16
      linalg.yield %s : bf16
    }
  func.return %1 : tensor<700xbf16>
}
