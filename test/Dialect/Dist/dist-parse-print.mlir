// RUN: shard-opt %s | shard-opt | FileCheck %s
// RUN: shard-opt %s -mlir-print-op-generic | shard-opt | FileCheck %s

// Tests that every attribute and operation of the dist dialect prints what it
// parses.

// CHECK-DAG: #[[$MESH:.*]] = #dist.mesh<"data" = 2, "model" = 4>
// CHECK-DAG: #[[$ORDERED:.*]] = #dist.mesh<"x" = 4, order = [0, 2, 1, 3]>
// CHECK-DAG: #[[$WHOLE:.*]] = #dist.sharding<#[[$MESH]], {{\[}}[], []]>
// CHECK-DAG: #[[$ROWS:.*]] = #dist.sharding<#[[$MESH]], {{\[}}["model"], []]>
// CHECK-DAG: #[[$COLUMNS:.*]] = #dist.sharding<#[[$MESH]], {{\[}}[], ["model"]]>
// CHECK-DAG: #[[$SUM:.*]] = #dist.sharding<#[[$MESH]], {{\[}}[], []], partial(sum) = ["model"]>
// CHECK-DAG: #[[$SUB:.*]] = #dist.sharding<#[[$MESH]], {{\[}}["model":(1)2], []]>
// CHECK-DAG: #[[$SWAPPED:.*]] = #dist.sharding<#[[$MESH]], {{\[}}["model":(2)2], []]>
// CHECK-DAG: #[[$DATA:.*]] = #dist.sharding<#[[$MESH]], {{\[}}["data"], []]>
// CHECK-DAG: #[[$MAX:.*]] = #dist.sharding<#[[$MESH]], {{\[}}["data"]], partial(max) = ["model":(2)2]>
// CHECK-DAG: #[[$SCALAR:.*]] = #dist.sharding<#[[$MESH]], []>
#mesh = #dist.mesh<"data" = 2, "model" = 4>
#whole = #dist.sharding<#mesh, [[], []]>
#rows = #dist.sharding<#mesh, [["model"], []]>
#columns = #dist.sharding<#mesh, [[], ["model"]]>
#sum = #dist.sharding<#mesh, [[], []], partial(sum) = ["model"]>
#sub = #dist.sharding<#mesh, [["model":(1)2], []]>
#swapped = #dist.sharding<#mesh, [["model":(2)2], []]>
#data = #dist.sharding<#mesh, [["data"], []]>

// CHECK-LABEL: model.program @attributes
// CHECK-SAME: max = #[[$MAX]]
// CHECK-SAME: order = #[[$ORDERED]]
// CHECK-SAME: scalar = #[[$SCALAR]]
model.program @attributes attributes {
  max = #dist.sharding<#mesh, [["data"]], partial(max) = ["model":(2)2]>,
  order = #dist.mesh<"x" = 4, order = [0, 2, 1, 3]>,
  scalar = #dist.sharding<#mesh, []>} {
  // CHECK: dist.layout_map #[[$MESH]] {{ *}}model_parallel batch_axis "data" {
  // CHECK-NEXT: dist.rule "dense/kernel" {{\[}}[], ["model", "data"]]
  // CHECK-NEXT: dist.rule "norm.*" []
  // CHECK-NEXT: }
  dist.layout_map #mesh model_parallel batch_axis "data" {
    dist.rule "dense/kernel" [[], ["model", "data"]]
    dist.rule "norm.*" []
  }
  // CHECK: dist.layout_map #[[$MESH]] {{ *}}data_parallel batch_axis "model" {
  dist.layout_map #mesh data_parallel batch_axis "model" {
  }
}

// CHECK-LABEL: dist.program @laid_out on #mesh
dist.program @laid_out on #mesh {
  // CHECK: model.input @x : tensor<8x8xf32, #[[$DATA]]>
  model.input @x : tensor<8x8xf32, #data> {argument = 0 : i64}
  // CHECK: %[[X:.*]] = model.read @x : tensor<8x8xf32>
  %x = model.read @x : tensor<8x8xf32>
  // CHECK: dist.constrain %[[X]] to #[[$ROWS]] : tensor<8x8xf32>
  %0 = dist.constrain %x to <#mesh, [["model"], []]> : tensor<8x8xf32>
}

// CHECK-LABEL: dist.sharded_program @sharded on #mesh
dist.sharded_program @sharded on #mesh {
  model.input @x : tensor<8x8xf32, #data> {argument = 0 : i64}
  // CHECK: %[[X:.*]] = model.read @x : tensor<8x8xf32, #[[$DATA]]>
  %x = model.read @x : tensor<8x8xf32, #data>
  // CHECK: dist.reshard %[[X]] : tensor<8x8xf32, #[[$DATA]]> -> tensor<8x8xf32, #[[$WHOLE]]>
  %0 = dist.reshard %x : tensor<8x8xf32, #data> -> tensor<8x8xf32, #whole>
}

// CHECK-LABEL: dist.local_program @local on #mesh
dist.local_program @local on #mesh {
  // CHECK: dist.shard @w variable : tensor<2x8xf32> of tensor<8x8xf32, #[[$ROWS]]> {argument = 0 : i64}
  dist.shard @w variable : tensor<2x8xf32> of tensor<8x8xf32, #rows> {argument = 0 : i64}
  // CHECK: dist.shard @ids input : tensor<4x8xi32> of tensor<8x8xi32, #[[$DATA]]> {argument = 1 : i64, is_unsigned}
  dist.shard @ids input : tensor<4x8xi32> of tensor<8x8xi32, #data> {argument = 1 : i64, is_unsigned}
  // CHECK: dist.shard @r output : tensor<8x8xf32> of tensor<8x8xf32, #[[$WHOLE]]> {is_loss, result = 0 : i64}
  dist.shard @r output : tensor<8x8xf32> of tensor<8x8xf32, #whole> {is_loss, result = 0 : i64}
  // CHECK: dist.axis_index <#[[$MESH]], ["data", "model":(1)2]>
  %index = dist.axis_index <#mesh, ["data", "model":(1)2]>
  // CHECK: %[[W:.*]] = model.read @w
  %w = model.read @w : tensor<2x8xf32>
  // CHECK: %[[GATHERED:.*]] = dist.all_gather %[[W]] from #[[$ROWS]] to #[[$WHOLE]] : tensor<2x8xf32> -> tensor<8x8xf32>
  %gathered = dist.all_gather %w from #rows to #whole : tensor<2x8xf32> -> tensor<8x8xf32>
  // CHECK: dist.all_slice %[[GATHERED]] from #[[$WHOLE]] to #[[$SUB]] : tensor<8x8xf32> -> tensor<4x8xf32>
  %part = dist.all_slice %gathered from #whole to #sub : tensor<8x8xf32> -> tensor<4x8xf32>
  // CHECK: dist.all_to_all %[[W]] from #[[$ROWS]] to #[[$COLUMNS]] : tensor<2x8xf32> -> tensor<8x2xf32>
  %columns = dist.all_to_all %w from #rows to #columns : tensor<2x8xf32> -> tensor<8x2xf32>
  // CHECK: dist.collective_permute %{{.*}} from #[[$SUB]] to #[[$SWAPPED]] : tensor<4x8xf32> -> tensor<4x8xf32>
  %permuted = dist.collective_permute %part from #sub to #swapped : tensor<4x8xf32> -> tensor<4x8xf32>
  // CHECK: dist.exchange %[[W]] from #[[$ROWS]] to #[[$DATA]] : tensor<2x8xf32> -> tensor<4x8xf32>
  %exchanged = dist.exchange %w from #rows to #data : tensor<2x8xf32> -> tensor<4x8xf32>
  // CHECK: %[[R:.*]] = dist.all_reduce %[[GATHERED]] from #[[$SUM]] to #[[$WHOLE]] : tensor<8x8xf32> -> tensor<8x8xf32>
  %reduced = dist.all_reduce %gathered from #sum to #whole : tensor<8x8xf32> -> tensor<8x8xf32>
  // CHECK: %[[NEW:.*]] = dist.reduce_scatter %[[GATHERED]] from #[[$SUM]] to #[[$ROWS]] : tensor<8x8xf32> -> tensor<2x8xf32>
  %scattered = dist.reduce_scatter %gathered from #sum to #rows : tensor<8x8xf32> -> tensor<2x8xf32>
  // CHECK: model.assign @w, %[[NEW]]
  model.assign @w, %scattered : tensor<2x8xf32>
  // CHECK: model.assign @r, %[[R]]
  model.assign @r, %reduced : tensor<8x8xf32>
}
