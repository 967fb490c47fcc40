// RUN: shard-opt %s --plan-fold-transposes | FileCheck %s

#mesh = #dist.mesh<"x" = 2>
#whole2 = #dist.sharding<#mesh, [[], []]>
#whole3 = #dist.sharding<#mesh, [[], [], []]>

// CHECK-DAG: #[[$IK:.*]] = affine_map<(d0, d1, d2) -> (d0, d2)>
// CHECK-DAG: #[[$JI:.*]] = affine_map<(d0, d1, d2) -> (d1, d0)>
// CHECK-DAG: #[[$KJ:.*]] = affine_map<(d0, d1, d2) -> (d2, d1)>
// CHECK-DAG: #[[$KIJ:.*]] = affine_map<(d0, d1, d2) -> (d2, d0, d1)>

// Tests that a contraction writes what is transposed afterwards.
// CHECK-LABEL: dist.local_program @result
dist.local_program @result on #mesh {
  dist.shard @a input : tensor<8x4xf32> of tensor<8x4xf32, #whole2> {argument = 0 : i64}
  dist.shard @b input : tensor<4x2xf32> of tensor<4x2xf32, #whole2> {argument = 1 : i64}
  dist.shard @r output : tensor<2x8xf32> of tensor<2x8xf32, #whole2> {result = 0 : i64}
  %a = model.read @a : tensor<8x4xf32>
  %b = model.read @b : tensor<4x2xf32>
  %zero = arith.constant dense<0.0> : tensor<8x2xf32>
  // CHECK: %[[ZERO:.*]] = arith.constant dense<0.000000e+00> : tensor<2x8xf32>
  // CHECK: %[[R:.*]] = linalg.contract indexing_maps = [#[[$IK]], #[[$KJ]], #[[$JI]]]
  // CHECK-SAME: outs(%[[ZERO]] : tensor<2x8xf32>)
  // CHECK-NOT: linalg.transpose
  // CHECK: model.assign @r, %[[R]]
  %0 = linalg.contract indexing_maps = [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (k, j)>, affine_map<(i, j, k) -> (i, j)>] ins(%a, %b : tensor<8x4xf32>, tensor<4x2xf32>) outs(%zero : tensor<8x2xf32>) -> tensor<8x2xf32>
  %e = tensor.empty() : tensor<2x8xf32>
  %1 = linalg.transpose ins(%0 : tensor<8x2xf32>) outs(%e : tensor<2x8xf32>) permutation = [1, 0]
  model.assign @r, %1 : tensor<2x8xf32>
}

// Tests that a result with another use is transposed by itself.
// CHECK-LABEL: dist.local_program @shared
dist.local_program @shared on #mesh {
  dist.shard @a input : tensor<8x4xf32> of tensor<8x4xf32, #whole2> {argument = 0 : i64}
  dist.shard @b input : tensor<4x2xf32> of tensor<4x2xf32, #whole2> {argument = 1 : i64}
  dist.shard @r output : tensor<2x8xf32> of tensor<2x8xf32, #whole2> {result = 0 : i64}
  dist.shard @s output : tensor<8x2xf32> of tensor<8x2xf32, #whole2> {result = 1 : i64}
  %a = model.read @a : tensor<8x4xf32>
  %b = model.read @b : tensor<4x2xf32>
  %zero = arith.constant dense<0.0> : tensor<8x2xf32>
  // CHECK: linalg.contract
  // CHECK: linalg.transpose
  %0 = linalg.contract indexing_maps = [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (k, j)>, affine_map<(i, j, k) -> (i, j)>] ins(%a, %b : tensor<8x4xf32>, tensor<4x2xf32>) outs(%zero : tensor<8x2xf32>) -> tensor<8x2xf32>
  %e = tensor.empty() : tensor<2x8xf32>
  %1 = linalg.transpose ins(%0 : tensor<8x2xf32>) outs(%e : tensor<2x8xf32>) permutation = [1, 0]
  model.assign @r, %1 : tensor<2x8xf32>
  model.assign @s, %0 : tensor<8x2xf32>
}

// Tests that a contraction reads what is transposed before, in any rank.
// CHECK-LABEL: dist.local_program @operands
dist.local_program @operands on #mesh {
  dist.shard @a input : tensor<3x4x5xf32> of tensor<3x4x5xf32, #whole3> {argument = 0 : i64}
  dist.shard @b input : tensor<4x5x3xf32> of tensor<4x5x3xf32, #whole3> {argument = 1 : i64}
  dist.shard @r output : tensor<4x5xf32> of tensor<4x5xf32, #whole2> {result = 0 : i64}
  // CHECK: %[[A:.*]] = model.read @a
  // CHECK: %[[B:.*]] = model.read @b
  %a = model.read @a : tensor<3x4x5xf32>
  %b = model.read @b : tensor<4x5x3xf32>
  %zero = arith.constant dense<0.0> : tensor<4x5xf32>
  %e = tensor.empty() : tensor<4x5x3xf32>
  // CHECK-NOT: linalg.transpose
  // CHECK: linalg.contract indexing_maps = [#[[$KIJ]], #{{.*}}, #{{.*}}] ins(%[[A]], %[[B]] :
  %0 = linalg.transpose ins(%a : tensor<3x4x5xf32>) outs(%e : tensor<4x5x3xf32>) permutation = [1, 2, 0]
  %1 = linalg.contract indexing_maps = [affine_map<(i, j, k) -> (i, j, k)>, affine_map<(i, j, k) -> (i, j, k)>, affine_map<(i, j, k) -> (i, j)>] ins(%0, %b : tensor<4x5x3xf32>, tensor<4x5x3xf32>) outs(%zero : tensor<4x5xf32>) -> tensor<4x5xf32>
  model.assign @r, %1 : tensor<4x5xf32>
}

// Tests that devices add up what the contraction wrote transposed, and that
// their parts stay where they were.
#partial = #dist.sharding<#mesh, [[], []], partial(sum) = ["x"]>
// CHECK-LABEL: dist.local_program @reduced
dist.local_program @reduced on #mesh {
  dist.shard @a input : tensor<8x4xf32> of tensor<8x4xf32, #whole2> {argument = 0 : i64}
  dist.shard @b input : tensor<4x2xf32> of tensor<4x2xf32, #whole2> {argument = 1 : i64}
  dist.shard @r output : tensor<2x8xf32> of tensor<2x8xf32, #whole2> {result = 0 : i64}
  %a = model.read @a : tensor<8x4xf32>
  %b = model.read @b : tensor<4x2xf32>
  %zero = arith.constant dense<0.0> : tensor<8x2xf32>
  // CHECK: %[[R:.*]] = linalg.contract indexing_maps = [#[[$IK]], #[[$KJ]], #[[$JI]]]
  // CHECK: %[[S:.*]] = dist.all_reduce %[[R]] from #{{.*}} to #{{.*}} : tensor<2x8xf32> -> tensor<2x8xf32>
  // CHECK-NOT: linalg.transpose
  // CHECK: model.assign @r, %[[S]]
  %0 = linalg.contract indexing_maps = [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (k, j)>, affine_map<(i, j, k) -> (i, j)>] ins(%a, %b : tensor<8x4xf32>, tensor<4x2xf32>) outs(%zero : tensor<8x2xf32>) -> tensor<8x2xf32>
  %1 = dist.all_reduce %0 from #partial to #whole2 : tensor<8x2xf32> -> tensor<8x2xf32>
  %e = tensor.empty() : tensor<2x8xf32>
  %2 = linalg.transpose ins(%1 : tensor<8x2xf32>) outs(%e : tensor<2x8xf32>) permutation = [1, 0]
  model.assign @r, %2 : tensor<2x8xf32>
}

// Tests that devices take rows of what the contraction wrote transposed, instead of columns.
#columns = #dist.sharding<#mesh, [[], ["x"]]>
#rows = #dist.sharding<#mesh, [["x"], []]>
// CHECK-LABEL: dist.local_program @scattered
dist.local_program @scattered on #mesh {
  dist.shard @a input : tensor<8x4xf32> of tensor<8x4xf32, #whole2> {argument = 0 : i64}
  dist.shard @b input : tensor<4x2xf32> of tensor<4x2xf32, #whole2> {argument = 1 : i64}
  dist.shard @r output : tensor<1x8xf32> of tensor<2x8xf32, #rows> {result = 0 : i64}
  %a = model.read @a : tensor<8x4xf32>
  %b = model.read @b : tensor<4x2xf32>
  %zero = arith.constant dense<0.0> : tensor<8x2xf32>
  // CHECK: %[[R:.*]] = linalg.contract {{.*}} -> tensor<2x8xf32>
  // CHECK: %[[S:.*]] = dist.reduce_scatter %[[R]] from #{{.*}} to #{{.*}} : tensor<2x8xf32> -> tensor<1x8xf32>
  // CHECK-NOT: linalg.transpose
  // CHECK: model.assign @r, %[[S]]
  %0 = linalg.contract indexing_maps = [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (k, j)>, affine_map<(i, j, k) -> (i, j)>] ins(%a, %b : tensor<8x4xf32>, tensor<4x2xf32>) outs(%zero : tensor<8x2xf32>) -> tensor<8x2xf32>
  %1 = dist.reduce_scatter %0 from #partial to #columns : tensor<8x2xf32> -> tensor<8x1xf32>
  %e = tensor.empty() : tensor<1x8xf32>
  %2 = linalg.transpose ins(%1 : tensor<8x1xf32>) outs(%e : tensor<1x8xf32>) permutation = [1, 0]
  model.assign @r, %2 : tensor<1x8xf32>
}
