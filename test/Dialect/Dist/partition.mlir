// RUN: shard-opt %s -split-input-file --dist-partition | FileCheck %s

// Tests that operations that depend on the global index get their offsets, and
// that a table split by row is looked up part by part.

#mesh = #dist.mesh<"x" = 2, "y" = 3>
#split = #dist.sharding<#mesh, [["y"], []]>
#ids = #dist.sharding<#mesh, [["x"], []]>
#table = #dist.sharding<#mesh, [["y"], []]>
#rows = #dist.sharding<#mesh, [["x"], []], partial(sum) = ["y"]>
#rowsw = #dist.sharding<#mesh, [["x"], []]>
// CHECK-LABEL: dist.local_program @offsets
dist.sharded_program @offsets on #mesh {
  // CHECK: dist.shard @ids input : tensor<2x1xi32> of tensor<4x1xi32, {{.*}}> {argument = 0 : i64}
  model.input @ids : tensor<4x1xi32, #ids> {argument = 0 : i64}
  // CHECK: dist.shard @table variable : tensor<2x5xf32> of
  model.variable @table : tensor<6x5xf32, #table> {argument = 1 : i64, kind = #model<kind trainable>}
  // CHECK: dist.shard @r output : tensor<2x5xf32> of {{.*}} {result = 0 : i64}
  model.output @r : tensor<4x5xf32, #rowsw> {result = 0 : i64}
  model.output @i : tensor<6x2xi32, #split> {result = 1 : i64}
  %ids = model.read @ids : tensor<4x1xi32, #ids>
  %table = model.read @table : tensor<6x5xf32, #table>
  // CHECK: %[[Y:.*]] = dist.axis_index <#mesh, ["y"]>
  // CHECK: %[[TWO:.*]] = arith.constant 2 : index
  // CHECK: %[[BEGIN:.*]] = arith.muli %[[Y]], %[[TWO]] : index
  // CHECK: %[[G:.*]] = model.gather %{{.*}}[%{{.*}}] from %[[BEGIN]] {bounds = array<i64: 6>, {{.*}}slice_sizes = array<i64: 1, 5>{{.*}}} : tensor<2x5xf32>, tensor<2x1xi32> -> tensor<2x5xf32>
  %0 = model.gather %table[%ids] {offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 0>, start_index_map = array<i64: 0>, slice_sizes = array<i64: 1, 5>} : tensor<6x5xf32, #table>, tensor<4x1xi32, #ids> -> tensor<4x5xf32, #rows>
  // CHECK: %[[R:.*]] = dist.all_reduce %[[G]] from {{.*}} : tensor<2x5xf32> -> tensor<2x5xf32>
  %1 = dist.reshard %0 : tensor<4x5xf32, #rows> -> tensor<4x5xf32, #rowsw>
  // CHECK: model.assign @r, %[[R]] : tensor<2x5xf32>
  model.assign @r, %1 : tensor<4x5xf32, #rowsw>
  // CHECK: %[[OFFSET:.*]] = arith.muli
  // CHECK: model.iota dimension = 0 offset %[[OFFSET]] : tensor<2x2xi32>
  %2 = model.iota dimension = 0 : tensor<6x2xi32, #split>
  model.assign @i, %2 : tensor<6x2xi32, #split>
}

// -----

// Tests that shape operations and constants take their local sizes.

#mesh = #dist.mesh<"x" = 2>
#flat = #dist.sharding<#mesh, [["x"], []]>
#cube = #dist.sharding<#mesh, [["x"], [], []]>
#vector = #dist.sharding<#mesh, [["x"]]>
// CHECK-LABEL: dist.local_program @shapes
dist.sharded_program @shapes on #mesh {
  model.input @a : tensor<4x6xf32, #flat> {argument = 0 : i64}
  model.output @r : tensor<4x2x3xf32, #cube> {result = 0 : i64}
  model.output @s : tensor<4x2xf32, #flat> {result = 1 : i64}
  model.output @c : tensor<4xf32, #vector> {result = 2 : i64}
  %a = model.read @a : tensor<4x6xf32, #flat>
  // CHECK: tensor.expand_shape %{{.*}} {{\[\[}}0], [1, 2]] output_shape [2, 2, 3] : tensor<2x6xf32> into tensor<2x2x3xf32>
  %0 = tensor.expand_shape %a [[0], [1, 2]] output_shape [4, 2, 3] : tensor<4x6xf32, #flat> into tensor<4x2x3xf32, #cube>
  model.assign @r, %0 : tensor<4x2x3xf32, #cube>
  // CHECK: tensor.extract_slice %{{.*}}[0, 1] [2, 2] [1, 1] : tensor<2x6xf32> to tensor<2x2xf32>
  %1 = tensor.extract_slice %a[0, 1] [4, 2] [1, 1] : tensor<4x6xf32, #flat> to tensor<4x2xf32, #flat>
  model.assign @s, %1 : tensor<4x2xf32, #flat>
  // CHECK: arith.constant dense<7.000000e+00> : tensor<2xf32>
  %2 = arith.constant dense<7.0> : tensor<4xf32, #vector>
  model.assign @c, %2 : tensor<4xf32, #vector>
}

// -----

// Tests that each pair of shardings becomes the one collective that serves it.

#mesh = #dist.mesh<"x" = 2, "y" = 2>
#whole = #dist.sharding<#mesh, [[], []]>
#rows = #dist.sharding<#mesh, [["x"], []]>
#columns = #dist.sharding<#mesh, [[], ["x"]]>
#other = #dist.sharding<#mesh, [["y"], []]>
#partial = #dist.sharding<#mesh, [[], []], partial(sum) = ["x"]>
#mixed = #dist.sharding<#mesh, [["y"], ["x"]]>
// CHECK-LABEL: dist.local_program @collectives
dist.sharded_program @collectives on #mesh {
  model.input @a : tensor<4x4xf32, #whole> {argument = 0 : i64}
  model.output @r : tensor<4x4xf32, #whole> {result = 0 : i64}
  %a = model.read @a : tensor<4x4xf32, #whole>
  // CHECK: dist.all_slice %{{.*}} : tensor<4x4xf32> -> tensor<2x4xf32>
  %0 = dist.reshard %a : tensor<4x4xf32, #whole> -> tensor<4x4xf32, #rows>
  // CHECK-NEXT: dist.all_to_all %{{.*}} : tensor<2x4xf32> -> tensor<4x2xf32>
  %1 = dist.reshard %0 : tensor<4x4xf32, #rows> -> tensor<4x4xf32, #columns>
  // CHECK-NEXT: dist.exchange %{{.*}} : tensor<4x2xf32> -> tensor<2x4xf32>
  %2 = dist.reshard %1 : tensor<4x4xf32, #columns> -> tensor<4x4xf32, #other>
  // CHECK-NEXT: dist.collective_permute %{{.*}} : tensor<2x4xf32> -> tensor<2x4xf32>
  %3 = dist.reshard %2 : tensor<4x4xf32, #other> -> tensor<4x4xf32, #rows>
  // CHECK-NEXT: dist.all_gather %{{.*}} : tensor<2x4xf32> -> tensor<4x4xf32>
  %4 = dist.reshard %3 : tensor<4x4xf32, #rows> -> tensor<4x4xf32, #whole>
  model.assign @r, %4 : tensor<4x4xf32, #whole>
  %5 = model.read @a : tensor<4x4xf32, #whole>
}
