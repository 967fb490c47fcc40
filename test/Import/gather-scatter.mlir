// Tests that index vectors come last, and that batching dimensions are indexed.

// RUN: shard-opt %s --split-input-file --import-stablehlo | FileCheck %s

// CHECK-LABEL: @step
// CHECK: %[[TABLE:.*]] = model.read @arg0
// CHECK: %[[IDS:.*]] = model.read @arg1
// CHECK: %[[VECTORS:.*]] = tensor.expand_shape %[[IDS]] {{\[\[}}0, 1]] output_shape [4, 1]
// CHECK: %[[ROWS:.*]] = model.gather %[[TABLE]][%[[VECTORS]]] {collapsed_slice_dims = array<i64: 0>, offset_dims = array<i64: 1>, slice_sizes = array<i64: 1, 6>, start_index_map = array<i64: 0>}
// CHECK: model.scatter add %[[ROWS]] into %[[TABLE]][%{{.*}}] {inserted_window_dims = array<i64: 0>, scatter_dims_to_operand_dims = array<i64: 0>, update_window_dims = array<i64: 1>}
func.func public @main(%table: tensor<8x6xf32>, %ids: tensor<4xi32>) -> tensor<8x6xf32> {
  %0 = "stablehlo.gather"(%table, %ids) <{dimension_numbers = #stablehlo.gather<offset_dims = [1], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, indices_are_sorted = false, slice_sizes = array<i64: 1, 6>}> : (tensor<8x6xf32>, tensor<4xi32>) -> tensor<4x6xf32>
  %1 = "stablehlo.scatter"(%table, %ids, %0) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [1], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 1>, unique_indices = false}> ({
  ^bb0(%a: tensor<f32>, %b: tensor<f32>):
    %2 = stablehlo.add %a, %b : tensor<f32>
    stablehlo.return %2 : tensor<f32>
  }) : (tensor<8x6xf32>, tensor<4xi32>, tensor<4x6xf32>) -> tensor<8x6xf32>
  return %1 : tensor<8x6xf32>
}

// -----

// CHECK-LABEL: @step
// CHECK: %[[X:.*]] = model.read @arg0
// CHECK: %[[IDS:.*]] = model.read @arg1
// CHECK: %[[LAST:.*]] = linalg.transpose ins(%[[IDS]] : tensor<1x3x2xi32>) outs(%{{.*}} : tensor<3x2x1xi32>) permutation = [1, 2, 0]
// CHECK: %[[BATCH:.*]] = model.iota dimension = 0 : tensor<3x2x1xi32>
// CHECK: %[[BOTH:.*]] = tensor.concat dim(2) %[[BATCH]], %[[LAST]]
// CHECK: model.gather %[[X]][%[[BOTH]]] {collapsed_slice_dims = array<i64: 0, 1>, offset_dims = array<i64>, slice_sizes = array<i64: 1, 1>, start_index_map = array<i64: 0, 1>} : tensor<3x5xf32>, tensor<3x2x2xi32> -> tensor<3x2xf32>
func.func public @main(%x: tensor<3x5xf32>, %ids: tensor<1x3x2xi32>) -> tensor<3x2xf32> {
  %0 = "stablehlo.gather"(%x, %ids) <{dimension_numbers = #stablehlo.gather<collapsed_slice_dims = [1], operand_batching_dims = [0], start_indices_batching_dims = [1], start_index_map = [1], index_vector_dim = 0>, indices_are_sorted = false, slice_sizes = array<i64: 1, 1>}> : (tensor<3x5xf32>, tensor<1x3x2xi32>) -> tensor<3x2xf32>
  return %0 : tensor<3x2xf32>
}
