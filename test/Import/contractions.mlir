// Tests that products become linalg.contract with the result's dimensions first.

// RUN: shard-opt %s --split-input-file --import-stablehlo | FileCheck %s

// CHECK-DAG: #[[LHS:.*]] = affine_map<(d0, d1, d2, d3) -> (d0, d1, d3)>
// CHECK-DAG: #[[RHS:.*]] = affine_map<(d0, d1, d2, d3) -> (d3, d0, d2)>
// CHECK-DAG: #[[OUT:.*]] = affine_map<(d0, d1, d2, d3) -> (d0, d1, d2)>
// CHECK: %[[X:.*]] = model.read @arg0
// CHECK: %[[Y:.*]] = model.read @arg1
// CHECK: %[[ZERO:.*]] = arith.constant dense<0.000000e+00> : tensor<2x3x5xf32>
// CHECK: linalg.contract indexing_maps = [#[[LHS]], #[[RHS]], #[[OUT]]]
// CHECK-SAME: ins(%[[X]], %[[Y]] : tensor<2x3x4xbf16>, tensor<4x2x5xbf16>) outs(%[[ZERO]] : tensor<2x3x5xf32>)
func.func public @main(%x: tensor<2x3x4xbf16>, %y: tensor<4x2x5xbf16>) -> tensor<2x3x5xf32> {
  %0 = stablehlo.dot_general %x, %y, batching_dims = [0] x [1], contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<2x3x4xbf16>, tensor<4x2x5xbf16>) -> tensor<2x3x5xf32>
  return %0 : tensor<2x3x5xf32>
}

// -----

// An algorithm rounds the operands first.

// CHECK: %[[X:.*]] = model.read @arg0
// CHECK: %[[Y:.*]] = model.read @arg1
// CHECK: %[[ROUNDED:.*]] = arith.truncf %[[X]] : tensor<3x4xf32> to tensor<3x4xbf16>
// CHECK: linalg.contract {{.*}} ins(%[[ROUNDED]], %[[Y]] :
func.func public @main(%x: tensor<3x4xf32>, %y: tensor<4x5xbf16>) -> tensor<3x5xf32> {
  %0 = "stablehlo.dot_general"(%x, %y) <{algorithm = #stablehlo.dot_algorithm<lhs_precision_type = bf16, rhs_precision_type = bf16, accumulation_type = f32, lhs_component_count = 1, rhs_component_count = 1, num_primitive_operations = 1, allow_imprecise_accumulation = false>, dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [1], rhs_contracting_dimensions = [0]>, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]}> : (tensor<3x4xf32>, tensor<4x5xbf16>) -> tensor<3x5xf32>
  return %0 : tensor<3x5xf32>
}

// -----

// Without contracted dimensions, the sides are broadcast and multiplied.

// CHECK: %[[X:.*]] = linalg.broadcast ins(%{{.*}} : tensor<3xf32>) outs(%{{.*}} : tensor<3x5xf32>) dimensions = [1]
// CHECK: %[[Y:.*]] = linalg.broadcast ins(%{{.*}} : tensor<5xf32>) outs(%{{.*}} : tensor<3x5xf32>) dimensions = [0]
// CHECK: arith.mulf %[[X]], %[[Y]] : tensor<3x5xf32>
func.func public @main(%x: tensor<3xf32>, %y: tensor<5xf32>) -> tensor<3x5xf32> {
  %0 = stablehlo.dot_general %x, %y, contracting_dims = [] x [] : (tensor<3xf32>, tensor<5xf32>) -> tensor<3x5xf32>
  return %0 : tensor<3x5xf32>
}
