// RUN: shard-opt %s | shard-opt | FileCheck %s
// RUN: shard-opt %s -mlir-print-op-generic | shard-opt | FileCheck %s

// Tests that every operation of the model dialect prints what it parses.

// CHECK-LABEL: model.program @step attributes {note = "kept"} {
model.program @step attributes {note = "kept"} {
  // CHECK: model.variable @"dense/kernel" : tensor<32x8xf32> {argument = 0 : i64, kind = #model<kind trainable>}
  model.variable @"dense/kernel" : tensor<32x8xf32> {argument = 0 : i64, kind = #model<kind trainable>}
  // CHECK: model.variable @"norm/mean" : tensor<8xf32> {argument = 1 : i64, kind = #model<kind non_trainable>}
  model.variable @"norm/mean" : tensor<8xf32> {argument = 1 : i64, kind = #model<kind non_trainable>}
  // CHECK: model.variable @"adam/m#2" : tensor<32x8xf32> {argument = 2 : i64, kind = #model<kind optimizer>, slot_of = @"dense/kernel"}
  model.variable @"adam/m#2" : tensor<32x8xf32> {argument = 2 : i64, kind = #model<kind optimizer>, slot_of = @"dense/kernel"}
  // CHECK: model.variable @total : tensor<f32> {argument = 3 : i64, kind = #model<kind metric>}
  model.variable @total : tensor<f32> {argument = 3 : i64, kind = #model<kind metric>}
  // CHECK: model.variable @seed : tensor<2xi32> {argument = 4 : i64, is_unsigned, kind = #model<kind seed>}
  model.variable @seed : tensor<2xi32> {argument = 4 : i64, is_unsigned, kind = #model<kind seed>}
  // CHECK: model.input @x : tensor<16x32xbf16> {argument = 5 : i64}
  model.input @x : tensor<16x32xbf16> {argument = 5 : i64}
  // CHECK: model.input @ids : tensor<16xi8> {argument = 6 : i64, is_unsigned}
  model.input @ids : tensor<16xi8> {argument = 6 : i64, is_unsigned}
  // CHECK: model.output @loss : tensor<f32> {is_loss, result = 0 : i64}
  model.output @loss : tensor<f32> {is_loss, result = 0 : i64}
  // CHECK: model.output @count : tensor<2xi32> {is_unsigned, result = 1 : i64}
  model.output @count : tensor<2xi32> {is_unsigned, result = 1 : i64}
  // CHECK: %[[W:.*]] = model.read @"dense/kernel" : tensor<32x8xf32>
  %w = model.read @"dense/kernel" : tensor<32x8xf32>
  // CHECK: model.assign @"dense/kernel", %[[W]] : tensor<32x8xf32>
  model.assign @"dense/kernel", %w : tensor<32x8xf32>
  %loss = model.read @total : tensor<f32>
  model.assign @loss, %loss : tensor<f32>
  %count = model.read @seed : tensor<2xi32>
  model.assign @count, %count : tensor<2xi32>
}

// CHECK-LABEL: func.func @iota
// CHECK-SAME: (%[[OFFSET:.*]]: index)
func.func @iota(%offset: index) -> (tensor<2x3xi32>, tensor<4xbf16>) {
  // CHECK: model.iota dimension = 1 : tensor<2x3xi32>
  %0 = model.iota dimension = 1 : tensor<2x3xi32>
  // CHECK: model.iota dimension = 0 offset %[[OFFSET]] : tensor<4xbf16>
  %1 = model.iota dimension = 0 offset %offset : tensor<4xbf16>
  return %0, %1 : tensor<2x3xi32>, tensor<4xbf16>
}

// CHECK-LABEL: func.func @gather
// CHECK-SAME: (%[[TABLE:.*]]: tensor<256x64xf32>, %[[IDS:.*]]: tensor<16x1xi32>, %[[FROM:.*]]: index)
func.func @gather(%table: tensor<256x64xf32>, %ids: tensor<16x1xi32>, %from: index) -> (tensor<16x64xf32>, tensor<16x64xf32>) {
  // CHECK: model.gather %[[TABLE]][%[[IDS]]] {collapsed_slice_dims = array<i64: 0>, offset_dims = array<i64: 1>, slice_sizes = array<i64: 1, 64>, start_index_map = array<i64: 0>} : tensor<256x64xf32>, tensor<16x1xi32> -> tensor<16x64xf32>
  %0 = model.gather %table[%ids] {offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 0>, start_index_map = array<i64: 0>, slice_sizes = array<i64: 1, 64>} : tensor<256x64xf32>, tensor<16x1xi32> -> tensor<16x64xf32>
  // CHECK: model.gather %[[TABLE]][%[[IDS]]] from %[[FROM]] {bounds = array<i64: 512>
  %1 = model.gather %table[%ids] from %from {bounds = array<i64: 512>, offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 0>, start_index_map = array<i64: 0>, slice_sizes = array<i64: 1, 64>} : tensor<256x64xf32>, tensor<16x1xi32> -> tensor<16x64xf32>
  return %0, %1 : tensor<16x64xf32>, tensor<16x64xf32>
}

// CHECK-LABEL: func.func @scatter
// CHECK-SAME: (%[[TABLE:.*]]: tensor<256x64xf32>, %[[IDS:.*]]: tensor<16x1xi32>, %[[UPDATES:.*]]: tensor<16x64xf32>, %[[FROM:.*]]: index)
func.func @scatter(%table: tensor<256x64xf32>, %ids: tensor<16x1xi32>, %updates: tensor<16x64xf32>, %from: index) -> (tensor<256x64xf32>, tensor<256x64xf32>) {
  // CHECK: model.scatter add %[[UPDATES]] into %[[TABLE]][%[[IDS]]] {{{.*}}} : tensor<16x64xf32>, tensor<16x1xi32> -> tensor<256x64xf32>
  %0 = model.scatter add %updates into %table[%ids] {update_window_dims = array<i64: 1>, inserted_window_dims = array<i64: 0>, scatter_dims_to_operand_dims = array<i64: 0>} : tensor<16x64xf32>, tensor<16x1xi32> -> tensor<256x64xf32>
  // CHECK: model.scatter replace %[[UPDATES]] into %[[TABLE]][%[[IDS]]] from %[[FROM]]
  %1 = model.scatter replace %updates into %table[%ids] from %from {update_window_dims = array<i64: 1>, inserted_window_dims = array<i64: 0>, scatter_dims_to_operand_dims = array<i64: 0>} : tensor<16x64xf32>, tensor<16x1xi32> -> tensor<256x64xf32>
  return %0, %1 : tensor<256x64xf32>, tensor<256x64xf32>
}
