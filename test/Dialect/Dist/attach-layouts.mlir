// RUN: shard-opt %s -split-input-file -dist-attach-layouts 2>%t | FileCheck %s
// RUN: FileCheck --check-prefix=WARNING %s < %t

// Tests that variables take the layouts of their rules, that slots follow their
// variable by dimension, and that inputs are split by batch. No map is left.

// CHECK: #[[$LOC:.*]] = loc("{{.*}}attach-layouts.mlir":{{.*}}:5)
// CHECK: #[[$MESH:.*]] = #dist.mesh<"data" = 2, "model" = 4>
// CHECK-DAG: #[[$COLUMNS:.*]] = #dist.sharding<#[[$MESH]], {{\[}}[], ["model"]]>
// CHECK-DAG: #[[$SPLIT:.*]] = #dist.sharding<#[[$MESH]], {{\[}}["model"]]>
// CHECK-DAG: #[[$WHOLE:.*]] = #dist.sharding<#[[$MESH]], {{\[}}[]]>
// CHECK-DAG: #[[$SCALAR:.*]] = #dist.sharding<#[[$MESH]], []>
// CHECK-DAG: #[[$BATCH:.*]] = #dist.sharding<#[[$MESH]], {{\[}}["data"], []]>
// CHECK-LABEL: dist.program @model_parallel on #mesh attributes {kept}
// CHECK-NOT: dist.layout_map
model.program @model_parallel attributes {kept} {
  dist.layout_map #dist.mesh<"data" = 2, "model" = 4> model_parallel batch_axis "data" {
    // An expression of which exact keys leave nothing lays out nothing.
    // WARNING: attach-layouts.mlir:[[#@LINE+1]]:5: warning: rule "dense/.*l" lays out no variable
    dist.rule "dense/.*l" [[], ["model"]]
    dist.rule "dense/kernel" [[], ["model"]]
    dist.rule "dense/bias" [["model"]]
  }
  // CHECK: model.variable @"dense/kernel" : tensor<32x8xf32, #[[$COLUMNS]]>
  // CHECK-SAME: dist.rule = "dense/kernel", dist.rule_loc = #[[$LOC]]
  model.variable @"dense/kernel" : tensor<32x8xf32> {argument = 0 : i64, kind = #model<kind trainable>}
  // CHECK: model.variable @"dense/bias" : tensor<8xf32, #[[$SPLIT]]>
  model.variable @"dense/bias" : tensor<8xf32> {argument = 1 : i64, kind = #model<kind trainable>}
  // No rule matches: replicated.
  // CHECK: model.variable @"norm/gamma" : tensor<8xf32, #[[$WHOLE]]> {argument = 2 : i64, kind
  model.variable @"norm/gamma" : tensor<8xf32> {argument = 2 : i64, kind = #model<kind non_trainable>}
  // CHECK: model.variable @"adam/dense_kernel_m" : tensor<32x8xf32, #[[$COLUMNS]]>
  // CHECK-SAME: dist.rule = "dense/kernel"
  model.variable @"adam/dense_kernel_m" : tensor<32x8xf32> {argument = 3 : i64, kind = #model<kind optimizer>, slot_of = @"dense/kernel"}
  // CHECK: model.variable @"adafactor/rows" : tensor<32xf32, #[[$WHOLE]]>
  model.variable @"adafactor/rows" : tensor<32xf32> {argument = 4 : i64, kind = #model<kind optimizer>, slot_of = @"dense/kernel"}
  // CHECK: model.variable @"adafactor/columns" : tensor<8xf32, #[[$SPLIT]]>
  model.variable @"adafactor/columns" : tensor<8xf32> {argument = 5 : i64, kind = #model<kind optimizer>, slot_of = @"dense/kernel"}
  // CHECK: model.variable @"adam/dense_kernel_scale" : tensor<f32, #[[$SCALAR]]>
  model.variable @"adam/dense_kernel_scale" : tensor<f32> {argument = 6 : i64, kind = #model<kind optimizer>, slot_of = @"dense/kernel"}
  // CHECK: model.variable @"adam/iteration" : tensor<i32, #[[$SCALAR]]>
  model.variable @"adam/iteration" : tensor<i32> {argument = 7 : i64, kind = #model<kind optimizer>}
  // CHECK: model.input @x : tensor<16x32xf32, #[[$BATCH]]>
  model.input @x : tensor<16x32xf32> {argument = 8 : i64}
  // CHECK: model.input @rate : tensor<f32, #[[$SCALAR]]>
  model.input @rate : tensor<f32> {argument = 9 : i64}
  // CHECK: model.output @loss : tensor<f32, #[[$SCALAR]]>
  model.output @loss : tensor<f32> {result = 0 : i64}
  // The computation has no shardings yet.
  // CHECK: %[[RATE:.*]] = model.read @rate : tensor<f32>
  // CHECK: model.assign @loss, %[[RATE]] : tensor<f32>
  %0 = model.read @rate : tensor<f32>
  model.assign @loss, %0 : tensor<f32>
}

// -----

// Tests that metrics and seeds take no rules, and that the batch axis need not
// be the first.

// CHECK-DAG: #[[$WHOLE:.*]] = #dist.sharding<#mesh, {{\[}}[]]>
// CHECK-DAG: #[[$SPLIT:.*]] = #dist.sharding<#mesh, {{\[}}["x"]]>
// CHECK-DAG: #[[$BATCH:.*]] = #dist.sharding<#mesh, {{\[}}["y"]]>
// CHECK-LABEL: dist.program @kinds
model.program @kinds {
  dist.layout_map #dist.mesh<"x" = 2, "y" = 3> model_parallel batch_axis "y" {
    dist.rule ".*" [["x"]]
  }
  // CHECK: @a : tensor<6xf32, #[[$SPLIT]]>
  model.variable @a : tensor<6xf32> {argument = 0 : i64, kind = #model<kind trainable>}
  // CHECK: @seed : tensor<2xi32, #[[$WHOLE]]>
  model.variable @seed : tensor<2xi32> {argument = 1 : i64, is_unsigned, kind = #model<kind seed>}
  // CHECK: @metric : tensor<6xf32, #[[$WHOLE]]>
  model.variable @metric : tensor<6xf32> {argument = 2 : i64, kind = #model<kind metric>}
  // CHECK: @x : tensor<6xf32, #[[$BATCH]]>
  model.input @x : tensor<6xf32> {argument = 3 : i64}
}

// -----

// Tests ZeRO: rules that name the slots win over following the variable, and an
// expression that matches a slot and its variable is meant for the variable.

// CHECK-DAG: #[[$MODEL:.*]] = #dist.sharding<#mesh, {{\[}}[], ["model"]]>
// CHECK-DAG: #[[$DATA:.*]] = #dist.sharding<#mesh, {{\[}}["data"], []]>
// CHECK-DAG: #[[$BOTH:.*]] = #dist.sharding<#mesh, {{\[}}["data", "model"], []]>
// CHECK-LABEL: dist.program @zero
model.program @zero {
  dist.layout_map #dist.mesh<"data" = 2, "model" = 4> model_parallel batch_axis "data" {
    dist.rule ".*kernel.*" [[], ["model"]]
    dist.rule "adam/.*_v" [["data"], []]
    dist.rule "adam/kernel_w" [["data", "model"], []]
  }
  // CHECK: @kernel : tensor<8x8xf32, #[[$MODEL]]>
  model.variable @kernel : tensor<8x8xf32> {argument = 0 : i64, kind = #model<kind trainable>}
  // CHECK: @"adam/kernel_m" : tensor<8x8xf32, #[[$MODEL]]> {{.*}}dist.rule = ".*kernel.*"
  model.variable @"adam/kernel_m" : tensor<8x8xf32> {argument = 1 : i64, kind = #model<kind optimizer>, slot_of = @kernel}
  // CHECK: @"adam/kernel_v" : tensor<8x8xf32, #[[$DATA]]> {{.*}}dist.rule = "adam/.*_v"
  model.variable @"adam/kernel_v" : tensor<8x8xf32> {argument = 2 : i64, kind = #model<kind optimizer>, slot_of = @kernel}
  // CHECK: @"adam/kernel_w" : tensor<8x8xf32, #[[$BOTH]]> {{.*}}dist.rule = "adam/kernel_w"
  model.variable @"adam/kernel_w" : tensor<8x8xf32> {argument = 3 : i64, kind = #model<kind optimizer>, slot_of = @kernel}
}

// -----

// Tests that an explicit layout wins over rules, also over ambiguous ones, and
// that slots follow it.

// CHECK-DAG: #[[$ROWS:.*]] = #dist.sharding<#mesh, {{\[}}["x"], []]>
// CHECK-DAG: #[[$INPUT:.*]] = #dist.sharding<#mesh, {{\[}}[], ["x"]]>
// CHECK-LABEL: dist.program @explicit
// CHECK-NOT: dist.layout =
model.program @explicit {
  dist.layout_map #dist.mesh<"x" = 2> model_parallel batch_axis "x" {
    dist.rule "ker.*" [[], ["x"]]
    dist.rule ".*nel" [[], ["x"]]
  }
  // CHECK: @kernel : tensor<4x4xf32, #[[$ROWS]]> {{.*}}dist.rule = "<explicit>"
  model.variable @kernel : tensor<4x4xf32> {argument = 0 : i64, dist.layout = [["x"], []], kind = #model<kind trainable>}
  // CHECK: @m : tensor<4x4xf32, #[[$ROWS]]>
  model.variable @m : tensor<4x4xf32> {argument = 1 : i64, kind = #model<kind optimizer>, slot_of = @kernel}
  // CHECK: @x : tensor<3x4xf32, #[[$INPUT]]>
  model.input @x : tensor<3x4xf32> {argument = 2 : i64, dist.layout = [[], ["x"]]}
}

// -----

// Tests that data parallel replicates variables, and two maps that name
// different variables.

// CHECK-DAG: #[[$WHOLE:.*]] = #dist.sharding<#mesh, {{\[}}[]]>
// CHECK-DAG: #[[$BATCH:.*]] = #dist.sharding<#mesh, {{\[}}["data"]]>
// CHECK-LABEL: dist.program @data_parallel
model.program @data_parallel {
  dist.layout_map #dist.mesh<"data" = 2> data_parallel batch_axis "data" {
  }
  // CHECK: @w : tensor<4xf32, #[[$WHOLE]]>
  model.variable @w : tensor<4xf32> {argument = 0 : i64, kind = #model<kind trainable>}
  // CHECK: @x : tensor<4xf32, #[[$BATCH]]>
  model.input @x : tensor<4xf32> {argument = 1 : i64}
}

// CHECK-LABEL: dist.program @two_maps
model.program @two_maps {
  dist.layout_map #dist.mesh<"data" = 2> model_parallel batch_axis "data" {
    dist.rule "a" [["data"]]
  }
  dist.layout_map #dist.mesh<"data" = 2> model_parallel batch_axis "data" {
    dist.rule "b" [["data"]]
  }
  // CHECK: @a : tensor<4xf32, #[[$BATCH]]>
  model.variable @a : tensor<4xf32> {argument = 0 : i64, kind = #model<kind trainable>}
  // CHECK: @b : tensor<4xf32, #[[$BATCH]]>
  model.variable @b : tensor<4xf32> {argument = 1 : i64, kind = #model<kind trainable>}
}
