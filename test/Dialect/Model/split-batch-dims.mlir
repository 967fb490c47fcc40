// RUN: shard-opt %s --model-split-batch-dims | FileCheck %s
// RUN: shard-opt %s --model-split-batch-dims --model-split-batch-dims | FileCheck %s

#bmk = affine_map<(b, m, n, k) -> (b, m, k)>
#bkn = affine_map<(b, m, n, k) -> (b, k, n)>
#bmn = affine_map<(b, m, n, k) -> (b, m, n)>
#mk = affine_map<(m, n, k) -> (m, k)>
#kn = affine_map<(m, n, k) -> (k, n)>
#mn = affine_map<(m, n, k) -> (m, n)>

// Tests that a flat batch is split where its parts are known, and that the
// reshapes around it go.

// CHECK-LABEL: func.func @both
// CHECK-SAME: (%[[A:.*]]: tensor<2x3x5x7xf32>, %[[B:.*]]: tensor<2x3x7x11xf32>)
// CHECK-NEXT: %[[ZERO:.*]] = arith.constant dense<0.000000e+00> : tensor<2x3x5x11xf32>
// CHECK-NEXT: %[[R:.*]] = linalg.contract {{.*}} ins(%[[A]], %[[B]] : {{.*}}) outs(%[[ZERO]] : {{.*}})
// CHECK-NEXT: return %[[R]]
func.func @both(%a: tensor<2x3x5x7xf32>, %b: tensor<2x3x7x11xf32>) -> tensor<2x3x5x11xf32> {
  %zero = arith.constant dense<0.0> : tensor<6x5x11xf32>
  %0 = tensor.collapse_shape %a [[0, 1], [2], [3]] : tensor<2x3x5x7xf32> into tensor<6x5x7xf32>
  %1 = tensor.collapse_shape %b [[0, 1], [2], [3]] : tensor<2x3x7x11xf32> into tensor<6x7x11xf32>
  %2 = linalg.contract indexing_maps = [#bmk, #bkn, #bmn] ins(%0, %1 : tensor<6x5x7xf32>, tensor<6x7x11xf32>) outs(%zero : tensor<6x5x11xf32>) -> tensor<6x5x11xf32>
  %3 = tensor.expand_shape %2 [[0, 1], [2], [3]] output_shape [2, 3, 5, 11] : tensor<6x5x11xf32> into tensor<2x3x5x11xf32>
  return %3 : tensor<2x3x5x11xf32>
}

// Tests that an operand that was never expanded, and a result that is used flat,
// are reshaped.

// CHECK-LABEL: func.func @one
// CHECK: %[[B:.*]] = tensor.expand_shape %{{.*}} {{\[\[}}0, 1], [2], [3]] output_shape [2, 3, 7, 11]
// CHECK: %[[R:.*]] = linalg.contract {{.*}} ins(%{{.*}}, %[[B]]
// CHECK: %[[FLAT:.*]] = tensor.collapse_shape %[[R]] {{\[\[}}0, 1], [2], [3]]
// CHECK: return %[[FLAT]]
func.func @one(%a: tensor<2x3x5x7xf32>, %b: tensor<6x7x11xf32>) -> tensor<6x5x11xf32> {
  %zero = arith.constant dense<0.0> : tensor<6x5x11xf32>
  %0 = tensor.collapse_shape %a [[0, 1], [2], [3]] : tensor<2x3x5x7xf32> into tensor<6x5x7xf32>
  %1 = linalg.contract indexing_maps = [#bmk, #bkn, #bmn] ins(%0, %b : tensor<6x5x7xf32>, tensor<6x7x11xf32>) outs(%zero : tensor<6x5x11xf32>) -> tensor<6x5x11xf32>
  return %1 : tensor<6x5x11xf32>
}

// Tests that other dimensions stay flat.

// CHECK-LABEL: func.func @rows
// CHECK: tensor.collapse_shape
// CHECK: linalg.contract {{.*}} -> tensor<6x5xf32>
func.func @rows(%a: tensor<2x3x7xf32>, %b: tensor<7x5xf32>) -> tensor<6x5xf32> {
  %zero = arith.constant dense<0.0> : tensor<6x5xf32>
  %0 = tensor.collapse_shape %a [[0, 1], [2]] : tensor<2x3x7xf32> into tensor<6x7xf32>
  %1 = linalg.contract indexing_maps = [#mk, #kn, #mn] ins(%0, %b : tensor<6x7xf32>, tensor<7x5xf32>) outs(%zero : tensor<6x5xf32>) -> tensor<6x5xf32>
  return %1 : tensor<6x5xf32>
}

// Tests that flattening moves behind a transpose.

// CHECK-LABEL: func.func @transpose
// CHECK: %[[T:.*]] = linalg.transpose ins(%{{.*}} : tensor<2x3x5x7xf32>) outs({{.*}} : tensor<2x3x7x5xf32>) permutation = [0, 1, 3, 2]
// CHECK: %[[FLAT:.*]] = tensor.collapse_shape %[[T]] {{\[\[}}0, 1], [2], [3]]
// CHECK: return %[[FLAT]]
func.func @transpose(%a: tensor<2x3x5x7xf32>) -> tensor<6x7x5xf32> {
  %0 = tensor.collapse_shape %a [[0, 1], [2], [3]] : tensor<2x3x5x7xf32> into tensor<6x5x7xf32>
  %empty = tensor.empty() : tensor<6x7x5xf32>
  %1 = linalg.transpose ins(%0 : tensor<6x5x7xf32>) outs(%empty : tensor<6x7x5xf32>) permutation = [0, 2, 1]
  return %1 : tensor<6x7x5xf32>
}
