// RUN: shard-opt %s -split-input-file --dist-propagate --dist-partition | FileCheck %s

// Tests that batch and heads of an attention are split without communication,
// those of the mask too.

#mesh = #dist.mesh<"data" = 2, "model" = 4>
#heads = #dist.sharding<#mesh, [["data"], [], ["model"], []]>
#mask = #dist.sharding<#mesh, [["data"], [], [], []]>
// CHECK-LABEL: dist.local_program @heads
// CHECK-NOT: dist.all
// CHECK: model.attention %{{.*}} mask %{{.*}} scale 1.000000e+00 : (tensor<4x6x2x16xf32>, tensor<4x5x1x16xf32>, tensor<4x5x1x16xf32>, tensor<4x1x1x5xi1>) -> (tensor<4x6x2x16xf32>, tensor<4x2x6xf32>)
// CHECK-NOT: dist.all
// CHECK: model.attention_grad {{.*}} -> (tensor<4x6x2x16xf32>, tensor<4x5x1x16xf32>, tensor<4x5x1x16xf32>)
// CHECK-NOT: dist.all
dist.program @heads on #mesh {
  model.input @q : tensor<8x6x8x16xf32, #heads> {argument = 0 : i64}
  model.input @k : tensor<8x5x4x16xf32, #heads> {argument = 1 : i64}
  model.input @m : tensor<8x1x1x5xi1, #mask> {argument = 2 : i64}
  model.output @o : tensor<8x6x8x16xf32, #heads> {result = 0 : i64}
  model.output @dk : tensor<8x5x4x16xf32, #heads> {result = 1 : i64}
  %q = model.read @q : tensor<8x6x8x16xf32>
  %k = model.read @k : tensor<8x5x4x16xf32>
  %m = model.read @m : tensor<8x1x1x5xi1>
  %o, %s = model.attention %q, %k, %k mask %m scale 1.0 : (tensor<8x6x8x16xf32>, tensor<8x5x4x16xf32>, tensor<8x5x4x16xf32>, tensor<8x1x1x5xi1>) -> (tensor<8x6x8x16xf32>, tensor<8x8x6xf32>)
  %dq, %dk, %dv = model.attention_grad %q, %k, %k, %o, %s, %q mask %m scale 1.0 : (tensor<8x6x8x16xf32>, tensor<8x5x4x16xf32>, tensor<8x5x4x16xf32>, tensor<8x6x8x16xf32>, tensor<8x8x6xf32>, tensor<8x6x8x16xf32>, tensor<8x1x1x5xi1>) -> (tensor<8x6x8x16xf32>, tensor<8x5x4x16xf32>, tensor<8x5x4x16xf32>)
  model.assign @o, %o : tensor<8x6x8x16xf32>
  model.assign @dk, %dk : tensor<8x5x4x16xf32>
}

// -----

// Tests the limit of grouped heads: two key heads are split in two, not in four;
// the query heads of a group stay together.

#mesh = #dist.mesh<"model" = 4>
#heads = #dist.sharding<#mesh, [[], [], ["model"], []]>
#whole = #dist.sharding<#mesh, [[], [], [], []]>
// CHECK-LABEL: dist.local_program @groups
// CHECK: model.attention %{{.*}} : (tensor<2x6x4x16xf32>, tensor<2x5x1x16xf32>, tensor<2x5x1x16xf32>) -> (tensor<2x6x4x16xf32>, tensor<2x4x6xf32>)
dist.program @groups on #mesh {
  model.input @q : tensor<2x6x8x16xf32, #heads> {argument = 0 : i64}
  model.input @k : tensor<2x5x2x16xf32, #whole> {argument = 1 : i64}
  model.output @o : tensor<2x6x8x16xf32, #heads> {result = 0 : i64}
  %q = model.read @q : tensor<2x6x8x16xf32>
  %k = model.read @k : tensor<2x5x2x16xf32>
  %o, %s = model.attention %q, %k, %k scale 1.0 : (tensor<2x6x8x16xf32>, tensor<2x5x2x16xf32>, tensor<2x5x2x16xf32>) -> (tensor<2x6x8x16xf32>, tensor<2x8x6xf32>)
  model.assign @o, %o : tensor<2x6x8x16xf32>
}

// -----

// Tests that positions and head dimensions are gathered.

#mesh = #dist.mesh<"model" = 2>
#positions = #dist.sharding<#mesh, [[], ["model"], [], []]>
#dims = #dist.sharding<#mesh, [[], [], [], ["model"]]>
// CHECK-LABEL: dist.local_program @whole
// CHECK: model.attention %{{.*}} : (tensor<2x6x8x16xf32>, tensor<2x6x8x16xf32>, tensor<2x6x8x16xf32>)
dist.program @whole on #mesh {
  model.input @q : tensor<2x6x8x16xf32, #positions> {argument = 0 : i64}
  model.input @k : tensor<2x6x8x16xf32, #dims> {argument = 1 : i64}
  model.output @o : tensor<2x6x8x16xf32, #positions> {result = 0 : i64}
  %q = model.read @q : tensor<2x6x8x16xf32>
  %k = model.read @k : tensor<2x6x8x16xf32>
  %o, %s = model.attention %q, %k, %k scale 1.0 : (tensor<2x6x8x16xf32>, tensor<2x6x8x16xf32>, tensor<2x6x8x16xf32>) -> (tensor<2x6x8x16xf32>, tensor<2x8x6xf32>)
  model.assign @o, %o : tensor<2x6x8x16xf32>
}
