// RUN: shard-opt %s -dist-attach-layouts="split-updates=128" | FileCheck %s
// RUN: shard-opt %s -dist-attach-layouts | FileCheck %s --check-prefix=WHOLE

// Tests that large trainable variables of which no rule speaks are split over the batch axis, along the first dimension
// that divides, and their slots with them; and that all others are not.
// CHECK-DAG: #[[$COLUMNS:.*]] = #dist.sharding<#mesh, {{\[}}[], ["data"]]>
// CHECK-DAG: #[[$ROWS:.*]] = #dist.sharding<#mesh, {{\[}}["data"], []]>
// CHECK-DAG: #[[$ALL:.*]] = #dist.sharding<#mesh, {{\[}}[], []]>
// CHECK-DAG: #[[$RULED:.*]] = #dist.sharding<#mesh, {{\[}}[], ["model"]]>
// WHOLE: #[[$ALL:.*]] = #dist.sharding<#mesh, {{\[}}[], []]>
// CHECK-LABEL: dist.program @step
// WHOLE-LABEL: dist.program @step
model.program @step {
  dist.layout_map #dist.mesh<"data" = 2, "model" = 2> model_parallel batch_axis "data" {
    dist.rule "ruled" [[], ["model"]]
  }
  // Slots may stand before what they belong to.
  // CHECK: model.variable @first : tensor<7x8xf32, #[[$COLUMNS]]>
  // WHOLE: model.variable @first : tensor<7x8xf32, #[[$ALL]]>
  model.variable @first : tensor<7x8xf32> {argument = 0 : i64, kind = #model<kind optimizer>, slot_of = @large}
  // CHECK: model.variable @large : tensor<7x8xf32, #[[$COLUMNS]]>
  // WHOLE: model.variable @large : tensor<7x8xf32, #[[$ALL]]>
  model.variable @large : tensor<7x8xf32> {argument = 1 : i64, kind = #model<kind trainable>}
  // CHECK: model.variable @half : tensor<8x8xbf16, #[[$ROWS]]>
  model.variable @half : tensor<8x8xbf16> {argument = 2 : i64, kind = #model<kind trainable>}
  // CHECK: model.variable @small : tensor<4x4xf32, #[[$ALL]]>
  model.variable @small : tensor<4x4xf32> {argument = 3 : i64, kind = #model<kind trainable>}
  // CHECK: model.variable @uneven : tensor<7x9xf32, #[[$ALL]]>
  model.variable @uneven : tensor<7x9xf32> {argument = 4 : i64, kind = #model<kind trainable>}
  // CHECK: model.variable @ruled : tensor<8x8xf32, #[[$RULED]]>
  model.variable @ruled : tensor<8x8xf32> {argument = 5 : i64, kind = #model<kind trainable>}
  // CHECK: model.variable @frozen : tensor<8x8xf32, #[[$ALL]]>
  model.variable @frozen : tensor<8x8xf32> {argument = 6 : i64, kind = #model<kind non_trainable>}
}
