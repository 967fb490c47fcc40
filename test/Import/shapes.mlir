// Tests how broadcasts, reshapes, slices and pads become linalg and tensor.

// RUN: shard-opt %s --split-input-file --import-stablehlo | FileCheck %s

// A dimension that grows from size 1 is dropped first; added dimensions of size 1
// are an expansion, and reshapes of reshapes vanish.

// CHECK-LABEL: @step
// CHECK: %[[X:.*]] = model.read @arg0
// CHECK: %[[Y:.*]] = model.read @arg1
// CHECK-NOT: tensor.expand_shape
// CHECK: %[[INIT:.*]] = tensor.empty() : tensor<5x3xf32>
// CHECK: %[[B:.*]] = linalg.broadcast ins(%[[X]] : tensor<3xf32>) outs(%[[INIT]] : tensor<5x3xf32>) dimensions = [0]
// CHECK: %[[ONE:.*]] = tensor.expand_shape %[[B]] {{\[\[}}0, 1], [2]] output_shape [1, 5, 3]
// CHECK: %[[T:.*]] = linalg.transpose ins(%[[Y]] : tensor<2x3xf32>) outs(%{{.*}} : tensor<3x2xf32>) permutation = [1, 0]
// CHECK: %[[C:.*]] = linalg.broadcast ins(%[[T]] : tensor<3x2xf32>) outs(%{{.*}} : tensor<4x3x2xf32>) dimensions = [0]
// CHECK: model.assign @result0, %[[ONE]]
// CHECK: model.assign @result1, %[[C]]
func.func public @main(%x: tensor<3xf32>, %y: tensor<2x3xf32>) -> (tensor<1x5x3xf32>, tensor<4x3x2xf32>) {
  %0 = stablehlo.broadcast_in_dim %x, dims = [1] : (tensor<3xf32>) -> tensor<1x3xf32>
  %1 = "stablehlo.broadcast_in_dim"(%0) <{broadcast_dimensions = array<i64: 0, 1>}> : (tensor<1x3xf32>) -> tensor<5x3xf32>
  %2 = stablehlo.reshape %1 : (tensor<5x3xf32>) -> tensor<1x5x3xf32>
  %3 = stablehlo.broadcast_in_dim %y, dims = [2, 1] : (tensor<2x3xf32>) -> tensor<4x3x2xf32>
  return %2, %3 : tensor<1x5x3xf32>, tensor<4x3x2xf32>
}

// -----

// A reshape collapses to the finest common shape and expands from there.

// CHECK-LABEL: @step
// CHECK: %[[X:.*]] = model.read @arg0
// CHECK: %[[C:.*]] = tensor.collapse_shape %[[X]] {{\[\[}}0], [1, 2]] : tensor<4x6x5xf32> into tensor<4x30xf32>
// CHECK: %[[E:.*]] = tensor.expand_shape %[[C]] {{\[\[}}0, 1], [2, 3]] output_shape [2, 2, 3, 10]
// CHECK: %[[T:.*]] = linalg.transpose ins(%[[E]] : {{.*}}) outs({{.*}}) permutation = [1, 0, 3, 2]
// CHECK: model.assign @result0, %[[T]]
func.func public @main(%x: tensor<4x6x5xf32>) -> tensor<2x2x10x3xf32> {
  %0 = stablehlo.reshape %x : (tensor<4x6x5xf32>) -> tensor<2x2x3x10xf32>
  %1 = stablehlo.transpose %0, dims = [1, 0, 3, 2] : (tensor<2x2x3x10xf32>) -> tensor<2x2x10x3xf32>
  return %1 : tensor<2x2x10x3xf32>
}

// -----

// CHECK-LABEL: @step
// CHECK: %[[X:.*]] = model.read @arg0
// CHECK: %[[PAD:.*]] = arith.constant 1.000000e+00 : f32
// CHECK: %[[S:.*]] = tensor.extract_slice %[[X]][1, 0] [2, 6] [2, 1] : tensor<5x6xf32> to tensor<2x6xf32>
// CHECK: %[[P:.*]] = tensor.pad %[[S]] low[0, 1] high[2, 0] {
// CHECK:   tensor.yield %[[PAD]] : f32
// CHECK: } : tensor<2x6xf32> to tensor<4x7xf32>
// CHECK: %[[I:.*]] = model.iota dimension = 1 : tensor<4x2xf32>
// CHECK: tensor.concat dim(1) %[[P]], %[[I]] : (tensor<4x7xf32>, tensor<4x2xf32>) -> tensor<4x9xf32>
func.func public @main(%x: tensor<5x6xf32>) -> tensor<4x9xf32> {
  %one = stablehlo.constant dense<1.0> : tensor<f32>
  %0 = stablehlo.slice %x [1:4:2, 0:6] : (tensor<5x6xf32>) -> tensor<2x6xf32>
  %1 = stablehlo.pad %0, %one, low = [0, 1], high = [2, 0], interior = [0, 0] : (tensor<2x6xf32>, tensor<f32>) -> tensor<4x7xf32>
  %2 = stablehlo.iota dim = 1 : tensor<4x2xf32>
  %3 = stablehlo.concatenate %1, %2, dim = 1 : (tensor<4x7xf32>, tensor<4x2xf32>) -> tensor<4x9xf32>
  return %3 : tensor<4x9xf32>
}

// -----

// What is put between elements stands along a new dimension first; negative padding slices.

// CHECK-LABEL: @step
// CHECK: %[[X:.*]] = model.read @arg0
// CHECK: %[[PAD:.*]] = arith.constant 1.000000e+00 : f32
// CHECK: %[[E:.*]] = tensor.expand_shape %[[X]] {{\[\[}}0], [1, 2]] output_shape [3, 1, 4] : tensor<3x4xf32> into tensor<3x1x4xf32>
// CHECK: %[[P:.*]] = tensor.pad %[[E]] low[0, 0, 0] high[0, 2, 0] {
// CHECK: } : tensor<3x1x4xf32> to tensor<3x3x4xf32>
// CHECK: %[[C:.*]] = tensor.collapse_shape %[[P]] {{\[\[}}0, 1], [2]] : tensor<3x3x4xf32> into tensor<9x4xf32>
// CHECK: %[[S:.*]] = tensor.extract_slice %[[C]][0, 0] [7, 4] [1, 1] : tensor<9x4xf32> to tensor<7x4xf32>
// CHECK: %[[N:.*]] = tensor.extract_slice %[[S]][2, 0] [5, 3] [1, 1] : tensor<7x4xf32> to tensor<5x3xf32>
// CHECK: tensor.pad %[[N]] low[0, 1] high[1, 0] {
// CHECK: } : tensor<5x3xf32> to tensor<6x4xf32>
func.func public @main(%x: tensor<3x4xf32>) -> tensor<6x4xf32> {
  %one = stablehlo.constant dense<1.0> : tensor<f32>
  %0 = stablehlo.pad %x, %one, low = [-2, 1], high = [1, -1], interior = [2, 0] : (tensor<3x4xf32>, tensor<f32>) -> tensor<6x4xf32>
  return %0 : tensor<6x4xf32>
}

// -----

// What has no elements vanishes, wherever a slice of nothing begins.

// CHECK-LABEL: @step
// CHECK: %[[X:.*]] = model.read @arg0
// CHECK-NEXT: model.assign @{{.*}}, %[[X]] : tensor<2x4xf32>
func.func public @main(%x: tensor<2x4xf32>) -> tensor<2x4xf32> {
  %0 = stablehlo.slice %x [2:2, 0:4] : (tensor<2x4xf32>) -> tensor<0x4xf32>
  %1 = stablehlo.multiply %0, %0 : tensor<0x4xf32>
  %2 = stablehlo.concatenate %x, %1, dim = 0 : (tensor<2x4xf32>, tensor<0x4xf32>) -> tensor<2x4xf32>
  return %2 : tensor<2x4xf32>
}

// -----

// Where nothing is left to pad, all is padding.

// CHECK-LABEL: @step
// CHECK-NOT: tensor.pad
// CHECK: %[[P:.*]] = model.read @arg1
// CHECK: %[[B:.*]] = linalg.broadcast ins(%[[P]] : tensor<f32>) outs(%{{.*}} : tensor<3x4xf32>) dimensions = [0, 1]
// CHECK: model.assign @{{.*}}, %[[B]]
func.func public @main(%x: tensor<2x4xf32>, %p: tensor<f32>) -> tensor<3x4xf32> {
  %0 = stablehlo.pad %x, %p, low = [-2, 0], high = [3, 0], interior = [0, 0] : (tensor<2x4xf32>, tensor<f32>) -> tensor<3x4xf32>
  return %0 : tensor<3x4xf32>
}
