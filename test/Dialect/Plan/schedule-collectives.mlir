// RUN: shard-opt %s -split-input-file -plan-schedule | FileCheck %s

#mesh = #dist.mesh<"x" = 2, "y" = 2>
#whole = #dist.sharding<#mesh, [[]]>
#part = #dist.sharding<#mesh, [[]], partial(sum) = ["x"]>
#party = #dist.sharding<#mesh, [[]], partial(sum) = ["y"]>

// Tests that reductions over the same axes wait for each other and are done in place, others apart.
// CHECK-LABEL: plan.program @group
dist.local_program @group on #mesh {
  dist.shard @a variable : tensor<4xf32> of tensor<4xf32, #whole> {argument = 0 : i64}
  dist.shard @b variable : tensor<8xf32> of tensor<8xf32, #whole> {argument = 1 : i64}
  dist.shard @c variable : tensor<8xf32> of tensor<8xf32, #whole> {argument = 2 : i64}
  %a = model.read @a : tensor<4xf32>
  %b = model.read @b : tensor<8xf32>
  // CHECK: plan.launch @k4
  // CHECK-NEXT: plan.launch @k8
  // CHECK-NEXT: plan.launch @k8
  // CHECK-NEXT: plan.collective "all_reduce"(%[[A:.*]], %[[B:.*]]) -> (%[[A]], %[[NEWB:.*]]) from
  // CHECK-NEXT: plan.collective "all_reduce"(%[[C:.*]]) -> (%[[C]]) from
  %0 = func.call @k4(%a) : (tensor<4xf32>) -> tensor<4xf32>
  %1 = dist.all_reduce %0 from #part to #whole : tensor<4xf32> -> tensor<4xf32>
  %2 = func.call @k8(%b) : (tensor<8xf32>) -> tensor<8xf32>
  %3 = dist.all_reduce %2 from #part to #whole : tensor<8xf32> -> tensor<8xf32>
  %4 = func.call @k8(%b) : (tensor<8xf32>) -> tensor<8xf32>
  %5 = dist.all_reduce %4 from #party to #whole : tensor<8xf32> -> tensor<8xf32>
  model.assign @a, %1 : tensor<4xf32>
  model.assign @b, %3 : tensor<8xf32>
  model.assign @c, %5 : tensor<8xf32>
  func.func private @k4(%a0: tensor<4xf32>) -> tensor<4xf32> attributes {plan.kernel, plan.in_place = [array<i64: 0, 0>]} {
    %r = arith.negf %a0 : tensor<4xf32>
    func.return %r : tensor<4xf32>
  }
  func.func private @k8(%a0: tensor<8xf32>) -> tensor<8xf32> attributes {plan.kernel, plan.in_place = [array<i64: 0, 0>]} {
    %r = arith.negf %a0 : tensor<8xf32>
    func.return %r : tensor<8xf32>
  }
}

// -----

#mesh = #dist.mesh<"x" = 2, "y" = 2>
#whole = #dist.sharding<#mesh, [[]]>
#part = #dist.sharding<#mesh, [[]], partial(sum) = ["x"]>

// Tests that a reduction does not wait for one that needs it.
// CHECK-LABEL: plan.program @chain
dist.local_program @chain on #mesh {
  dist.shard @a variable : tensor<4xf32> of tensor<4xf32, #whole> {argument = 0 : i64}
  %a = model.read @a : tensor<4xf32>
  // CHECK: plan.launch
  // CHECK-NEXT: plan.collective "all_reduce"(%[[A:.*]]) -> (%[[A]])
  // CHECK-NEXT: plan.launch
  // CHECK-NEXT: plan.collective "all_reduce"(%[[A]]) -> (%[[A]])
  %0 = func.call @k4(%a) : (tensor<4xf32>) -> tensor<4xf32>
  %1 = dist.all_reduce %0 from #part to #whole : tensor<4xf32> -> tensor<4xf32>
  %2 = func.call @k4(%1) : (tensor<4xf32>) -> tensor<4xf32>
  %3 = dist.all_reduce %2 from #part to #whole : tensor<4xf32> -> tensor<4xf32>
  model.assign @a, %3 : tensor<4xf32>
  func.func private @k4(%a0: tensor<4xf32>) -> tensor<4xf32> attributes {plan.kernel, plan.in_place = [array<i64: 0, 0>]} {
    %r = arith.negf %a0 : tensor<4xf32>
    func.return %r : tensor<4xf32>
  }
}

// -----

#mesh = #dist.mesh<"x" = 2, "y" = 2>
#whole = #dist.sharding<#mesh, [[]]>
#split = #dist.sharding<#mesh, [["x"]]>

// Tests that gathers join only their neighbour, and never write where they read.
// CHECK-LABEL: plan.program @gather
dist.local_program @gather on #mesh {
  dist.shard @a input : tensor<4xf32> of tensor<8xf32, #split> {argument = 0 : i64}
  dist.shard @b input : tensor<4xf32> of tensor<8xf32, #split> {argument = 1 : i64}
  dist.shard @r output : tensor<8xf32> of tensor<8xf32, #whole> {result = 0 : i64}
  dist.shard @s output : tensor<8xf32> of tensor<8xf32, #whole> {result = 1 : i64}
  %a = model.read @a : tensor<4xf32>
  %b = model.read @b : tensor<4xf32>
  // CHECK: plan.collective "all_gather"(%{{.*}}, %{{.*}}) -> (%{{.*}}, %{{.*}})
  %0 = dist.all_gather %a from #split to #whole : tensor<4xf32> -> tensor<8xf32>
  %1 = dist.all_gather %b from #split to #whole : tensor<4xf32> -> tensor<8xf32>
  model.assign @r, %0 : tensor<8xf32>
  model.assign @s, %1 : tensor<8xf32>
}
