// RUN: shard-opt %s --dist-propagate | FileCheck %s

// Tests that operations which look alike, but are not split alike, are told
// apart: by the body of a reduction, by the value that it begins with, and by
// what stands behind the operands of a gather.

#mesh = #dist.mesh<"x" = 2>
#rows = #dist.sharding<#mesh, [["x"], []]>
#whole1 = #dist.sharding<#mesh, [[]]>
// CHECK-DAG: #[[SUM:.*]] = #dist.sharding<#mesh, {{\[\[\]\]}}, partial(sum) = ["x"]>
// CHECK-DAG: #[[MAX:.*]] = #dist.sharding<#mesh, {{\[\[\]\]}}, partial(max) = ["x"]>
// CHECK-DAG: #[[ROWS:.*]] = #dist.sharding<#mesh, {{\[\[}}"x"], []]>
// CHECK-DAG: #[[WHOLE:.*]] = #dist.sharding<#mesh, {{\[\[\]\]}}>
// CHECK-DAG: #[[WHOLE2:.*]] = #dist.sharding<#mesh, {{\[\[\]}}, []]>
dist.program @step on #mesh {
  model.input @a : tensor<8x4xf32, #rows> {argument = 0 : i64}
  model.input @i : tensor<8x1xi32, #rows> {argument = 1 : i64}
  model.output @r0 : tensor<4xf32, #whole1> {result = 0 : i64}
  model.output @r1 : tensor<4xf32, #whole1> {result = 1 : i64}
  model.output @r2 : tensor<4xf32, #whole1> {result = 2 : i64}
  model.output @r3 : tensor<8xf32, #whole1> {result = 3 : i64}
  model.output @r4 : tensor<8xf32, #whole1> {result = 4 : i64}
  %a = model.read @a : tensor<8x4xf32>
  %i = model.read @i : tensor<8x1xi32>

  // CHECK: linalg.reduce { arith.addf } {{.*}} outs(%{{.*}} : tensor<4xf32, #[[SUM]]>)
  %zero = arith.constant dense<0.0> : tensor<4xf32>
  %0 = linalg.reduce { arith.addf } ins(%a : tensor<8x4xf32>) outs(%zero : tensor<4xf32>) dimensions = [0]
  model.assign @r0, %0 : tensor<4xf32>
  // CHECK: linalg.reduce { arith.maximumf } {{.*}} outs(%{{.*}} : tensor<4xf32, #[[MAX]]>)
  %lowest = arith.constant dense<0xFF800000> : tensor<4xf32>
  %1 = linalg.reduce { arith.maximumf } ins(%a : tensor<8x4xf32>) outs(%lowest : tensor<4xf32>) dimensions = [0]
  model.assign @r1, %1 : tensor<4xf32>
  // CHECK: linalg.reduce { arith.addf } {{.*}} outs(%{{.*}} : tensor<4xf32, #[[WHOLE]]>)
  %one = arith.constant dense<1.0> : tensor<4xf32>
  %2 = linalg.reduce { arith.addf } ins(%a : tensor<8x4xf32>) outs(%one : tensor<4xf32>) dimensions = [0]
  model.assign @r2, %2 : tensor<4xf32>

  // Indices that count along the rows need no rows of others; other indices do.
  %count = model.iota dimension = 0 : tensor<8x1xi32>
  %counted = tensor.concat dim(1) %count, %i : (tensor<8x1xi32>, tensor<8x1xi32>) -> tensor<8x2xi32>
  %read = tensor.concat dim(1) %i, %i : (tensor<8x1xi32>, tensor<8x1xi32>) -> tensor<8x2xi32>
  // CHECK: model.gather {{.*}} : tensor<8x4xf32, #[[ROWS]]>
  %3 = model.gather %a[%counted] {collapsed_slice_dims = array<i64: 0, 1>, offset_dims = array<i64>, slice_sizes = array<i64: 1, 1>, start_index_map = array<i64: 0, 1>} : tensor<8x4xf32>, tensor<8x2xi32> -> tensor<8xf32>
  model.assign @r3, %3 : tensor<8xf32>
  // CHECK: model.gather {{.*}} : tensor<8x4xf32, #[[WHOLE2]]>
  %4 = model.gather %a[%read] {collapsed_slice_dims = array<i64: 0, 1>, offset_dims = array<i64>, slice_sizes = array<i64: 1, 1>, start_index_map = array<i64: 0, 1>} : tensor<8x4xf32>, tensor<8x2xi32> -> tensor<8xf32>
  model.assign @r4, %4 : tensor<8xf32>
}
