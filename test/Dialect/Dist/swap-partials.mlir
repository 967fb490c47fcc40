// RUN: shard-opt %s -split-input-file -dist-swap-partials="min-bytes=16" | FileCheck %s

#mesh = #dist.mesh<"x" = 2, "y" = 3>
#whole = #dist.sharding<#mesh, [[]]>
#pair = #dist.sharding<#mesh, [[]], partial(sum) = ["x"]>
#three = #dist.sharding<#mesh, [[]], partial(sum) = ["y"]>
#max = #dist.sharding<#mesh, [[]], partial(max) = ["x"]>

// Tests that sums over two devices become an exchange and an addition, and that small ones and those over more devices
// stay; and that the largest floats become an exchange whatever their size.
// CHECK-LABEL: dist.local_program @sums
dist.local_program @sums on #mesh {
  dist.shard @a input : tensor<4xf32> of tensor<4xf32, #whole> {argument = 0 : i64}
  dist.shard @b input : tensor<3xf32> of tensor<3xf32, #whole> {argument = 1 : i64}
  dist.shard @c input : tensor<4xi32> of tensor<4xi32, #whole> {argument = 2 : i64}
  dist.shard @r output : tensor<4xf32> of tensor<4xf32, #whole> {result = 0 : i64}
  dist.shard @s output : tensor<3xf32> of tensor<3xf32, #whole> {result = 1 : i64}
  dist.shard @t output : tensor<4xi32> of tensor<4xi32, #whole> {result = 2 : i64}
  // CHECK: %[[A:.*]] = model.read @a
  %a = model.read @a : tensor<4xf32>
  %b = model.read @b : tensor<3xf32>
  // CHECK: %[[C:.*]] = model.read @c
  %c = model.read @c : tensor<4xi32>
  // CHECK: %[[X:.*]] = dist.partial_swap %[[A]] from
  // CHECK: %[[SUM:.*]] = arith.addf %[[A]], %[[X]] : tensor<4xf32>
  %0 = dist.all_reduce %a from #pair to #whole : tensor<4xf32> -> tensor<4xf32>
  // CHECK: dist.all_reduce %[[SUM]]
  %1 = dist.all_reduce %0 from #three to #whole : tensor<4xf32> -> tensor<4xf32>
  // CHECK: %[[OTHER:.*]] = dist.partial_swap %[[ALL:.*]] from
  // CHECK: arith.maximumf %[[ALL]], %[[OTHER]] : tensor<4xf32>
  %2 = dist.all_reduce %1 from #max to #whole : tensor<4xf32> -> tensor<4xf32>
  // CHECK: dist.all_reduce
  %3 = dist.all_reduce %b from #pair to #whole : tensor<3xf32> -> tensor<3xf32>
  // CHECK: %[[Y:.*]] = dist.partial_swap %[[C]] from
  // CHECK: arith.addi %[[C]], %[[Y]] : tensor<4xi32>
  %4 = dist.all_reduce %c from #pair to #whole : tensor<4xi32> -> tensor<4xi32>
  model.assign @r, %2 : tensor<4xf32>
  model.assign @s, %3 : tensor<3xf32>
  model.assign @t, %4 : tensor<4xi32>
}

// -----

#mesh = #dist.mesh<"x" = 2, "y" = 3>
#whole = #dist.sharding<#mesh, [["x"]]>
#min = #dist.sharding<#mesh, [["x"]], partial(min) = ["y"]>

// Tests that the smallest floats of more than two devices are gathered, and that integers are not.
// CHECK-LABEL: dist.local_program @extremes
dist.local_program @extremes on #mesh {
  dist.shard @a input : tensor<4xf32> of tensor<8xf32, #whole> {argument = 0 : i64}
  dist.shard @b input : tensor<4xi32> of tensor<8xi32, #whole> {argument = 1 : i64}
  dist.shard @r output : tensor<4xf32> of tensor<8xf32, #whole> {result = 0 : i64}
  dist.shard @s output : tensor<4xi32> of tensor<8xi32, #whole> {result = 1 : i64}
  %a = model.read @a : tensor<4xf32>
  %b = model.read @b : tensor<4xi32>
  // CHECK: %[[ROW:.*]] = tensor.expand_shape %{{.*}} {{\[}}[0, 1]] output_shape [1, 4] : tensor<4xf32> into tensor<1x4xf32>
  // CHECK: %[[ALL:.*]] = dist.all_gather %[[ROW]] from {{.*}} : tensor<1x4xf32> -> tensor<3x4xf32>
  // CHECK: %[[INF:.*]] = arith.constant dense<0x7F800000> : tensor<4xf32>
  // CHECK: linalg.reduce ins(%[[ALL]] : tensor<3x4xf32>) outs(%[[INF]] : tensor<4xf32>) dimensions = [0]
  %0 = dist.all_reduce %a from #min to #whole : tensor<4xf32> -> tensor<4xf32>
  // CHECK: dist.all_reduce
  %1 = dist.all_reduce %b from #min to #whole : tensor<4xi32> -> tensor<4xi32>
  model.assign @r, %0 : tensor<4xf32>
  model.assign @s, %1 : tensor<4xi32>
}

// -----

#mesh = #dist.mesh<"x" = 2>
#part = #dist.sharding<#mesh, [[], []], partial(sum) = ["x"]>
#whole = #dist.sharding<#mesh, [[], []]>
#rows = #dist.sharding<#mesh, [["x"], []]>

// Tests that of a sum that is scattered over two devices each gives the other its part, and keeps its own.
// CHECK-LABEL: dist.local_program @scatter
dist.local_program @scatter on #mesh {
  dist.shard @a input : tensor<4x2xf32> of tensor<4x2xf32, #whole> {argument = 0 : i64}
  dist.shard @r output : tensor<2x2xf32> of tensor<4x2xf32, #rows> {result = 0 : i64}
  // CHECK: %[[A:.*]] = model.read @a
  %a = model.read @a : tensor<4x2xf32>
  // CHECK: %[[OTHER:.*]] = dist.partial_swap %[[A]] from #[[PART:.*]] to #[[ROWS:.*]] : tensor<4x2xf32> -> tensor<2x2xf32>
  // CHECK: %[[OWN:.*]] = dist.all_slice %[[A]] from #[[WHOLE:.*]] to #[[ROWS]] : tensor<4x2xf32> -> tensor<2x2xf32>
  // CHECK: arith.addf %[[OWN]], %[[OTHER]] : tensor<2x2xf32>
  %0 = dist.reduce_scatter %a from #part to #rows : tensor<4x2xf32> -> tensor<2x2xf32>
  model.assign @r, %0 : tensor<2x2xf32>
}

// -----

#mesh = #dist.mesh<"x" = 2, "y" = 3>
#pair = #dist.sharding<#mesh, [[], []], partial(max) = ["x"]>
#three = #dist.sharding<#mesh, [["x"], []], partial(max) = ["y"]>
#rows = #dist.sharding<#mesh, [["x"], []]>
#parts = #dist.sharding<#mesh, [["x"], ["y"]]>

// Tests that the largest floats are scattered by exchanges too: over two devices in the same way as sums, over more by
// values that change places along a new dimension.
// CHECK-LABEL: dist.local_program @scatter_extremes
dist.local_program @scatter_extremes on #mesh {
  dist.shard @a input : tensor<4x6xf32> of tensor<4x6xf32, #dist.sharding<#mesh, [[], []]>> {argument = 0 : i64}
  dist.shard @b input : tensor<2x6xf32> of tensor<4x6xf32, #rows> {argument = 1 : i64}
  dist.shard @r output : tensor<2x6xf32> of tensor<4x6xf32, #rows> {result = 0 : i64}
  dist.shard @s output : tensor<2x2xf32> of tensor<4x6xf32, #parts> {result = 1 : i64}
  // CHECK: %[[A:.*]] = model.read @a
  %a = model.read @a : tensor<4x6xf32>
  %b = model.read @b : tensor<2x6xf32>
  // CHECK: %[[OTHER:.*]] = dist.partial_swap %[[A]] from {{.*}} : tensor<4x6xf32> -> tensor<2x6xf32>
  // CHECK: %[[OWN:.*]] = dist.all_slice %[[A]] from {{.*}} : tensor<4x6xf32> -> tensor<2x6xf32>
  // CHECK: arith.maximumf %[[OWN]], %[[OTHER]] : tensor<2x6xf32>
  %0 = dist.reduce_scatter %a from #pair to #rows : tensor<4x6xf32> -> tensor<2x6xf32>
  // CHECK: %[[ROW:.*]] = tensor.expand_shape %{{.*}} {{\[}}[0, 1], [2]] output_shape [1, 2, 6] : tensor<2x6xf32> into tensor<1x2x6xf32>
  // CHECK: %[[ALL:.*]] = dist.all_to_all %[[ROW]] from {{.*}} : tensor<1x2x6xf32> -> tensor<3x2x2xf32>
  // CHECK: linalg.reduce ins(%[[ALL]] : tensor<3x2x2xf32>) outs(%{{.*}} : tensor<2x2xf32>) dimensions = [0]
  // CHECK: arith.maximumf
  %1 = dist.reduce_scatter %b from #three to #parts : tensor<2x6xf32> -> tensor<2x2xf32>
  model.assign @r, %0 : tensor<2x6xf32>
  model.assign @s, %1 : tensor<2x2xf32>
}
