// RUN: shard-opt %s -split-input-file -plan-schedule="overlap link-rate=0.001" | FileCheck %s
// RUN: shard-opt %s -split-input-file -plan-schedule | FileCheck %s --check-prefix=PLAIN

#mesh = #dist.mesh<"x" = 2>
#whole = #dist.sharding<#mesh, [[], []]>
#part = #dist.sharding<#mesh, [[], []], partial(sum) = ["x"]>
#mk = affine_map<(m, n, k) -> (m, k)>
#kn = affine_map<(m, n, k) -> (k, n)>
#mn = affine_map<(m, n, k) -> (m, n)>

// Tests that the sum of an activation's gradient runs beside the product of a weight's gradient, which stood before it,
// and that the product it needs goes first.
// CHECK-LABEL: plan.program @backward
// CHECK: plan.contract %[[G:.*]], %{{.*}} -> %[[DX:.*]] maps
// CHECK-NEXT: plan.collective "all_reduce" stream 1(%[[DX]]) -> (%[[DX]])
// CHECK-NEXT: plan.contract %{{.*}}, %[[G]] -> %[[DW:.*]] maps
// CHECK-NEXT: plan.launch @negate(%[[DX]])
// PLAIN-LABEL: plan.program @backward
// PLAIN: plan.contract
// PLAIN-NEXT: plan.contract
// PLAIN-NEXT: plan.collective "all_reduce"(
// PLAIN-NEXT: plan.launch
dist.local_program @backward on #mesh {
  dist.shard @w variable : tensor<512x512xf32> of tensor<512x512xf32, #whole> {argument = 0 : i64}
  dist.shard @x input : tensor<512x512xf32> of tensor<512x512xf32, #whole> {argument = 1 : i64}
  dist.shard @g input : tensor<512x512xf32> of tensor<512x512xf32, #whole> {argument = 2 : i64}
  dist.shard @r output : tensor<512x512xf32> of tensor<512x512xf32, #whole> {result = 0 : i64}
  dist.shard @s output : tensor<512x512xf32> of tensor<512x512xf32, #whole> {result = 1 : i64}
  %w = model.read @w : tensor<512x512xf32>
  %x = model.read @x : tensor<512x512xf32>
  %g = model.read @g : tensor<512x512xf32>
  %zero = arith.constant dense<0.0> : tensor<512x512xf32>
  %dw = linalg.contract indexing_maps = [#mk, #kn, #mn] ins(%x, %g : tensor<512x512xf32>, tensor<512x512xf32>) outs(%zero : tensor<512x512xf32>) -> tensor<512x512xf32>
  %dx = linalg.contract indexing_maps = [#mk, #kn, #mn] ins(%g, %w : tensor<512x512xf32>, tensor<512x512xf32>) outs(%zero : tensor<512x512xf32>) -> tensor<512x512xf32>
  %sum = dist.all_reduce %dx from #part to #whole : tensor<512x512xf32> -> tensor<512x512xf32>
  %0 = func.call @negate(%sum) : (tensor<512x512xf32>) -> tensor<512x512xf32>
  model.assign @r, %0 : tensor<512x512xf32>
  model.assign @s, %dw : tensor<512x512xf32>
  func.func private @negate(%a: tensor<512x512xf32>) -> tensor<512x512xf32> attributes {plan.kernel, plan.in_place = [array<i64: 0, 0>]} {
    %r = arith.negf %a : tensor<512x512xf32>
    func.return %r : tensor<512x512xf32>
  }
}

// -----

#mesh = #dist.mesh<"x" = 2>
#whole = #dist.sharding<#mesh, [[]]>
#part = #dist.sharding<#mesh, [[]], partial(sum) = ["x"]>

// Tests that no memory is used again while a collective reads it: %1 may not take that of %0, which the sum to %s reads
// until %2 needs it, nor is the sum made in place, since %1 reads %0 as well.
// CHECK-LABEL: plan.program @lives
// CHECK-SAME: arena 64
// CHECK-DAG: %[[R:.*]] = plan.shard @r
// CHECK-DAG: %[[S:.*]] = plan.shard @s
// CHECK-DAG: %[[T:.*]] = plan.buffer 0
// CHECK: plan.launch @negate(%{{.*}}) -> (%[[T]])
// CHECK-NEXT: plan.collective "all_reduce" stream 1(%[[T]]) -> (%[[S]])
// CHECK-NEXT: plan.launch @negate(%[[T]]) -> (%[[R]])
// CHECK-NEXT: plan.launch @add(%[[R]], %[[S]]) -> (%[[R]])
dist.local_program @lives on #mesh {
  dist.shard @a input : tensor<4xf32> of tensor<4xf32, #whole> {argument = 0 : i64}
  dist.shard @r output : tensor<4xf32> of tensor<4xf32, #whole> {result = 0 : i64}
  dist.shard @s output : tensor<4xf32> of tensor<4xf32, #whole> {result = 1 : i64}
  %a = model.read @a : tensor<4xf32>
  %0 = func.call @negate(%a) : (tensor<4xf32>) -> tensor<4xf32>
  %1 = func.call @negate(%0) : (tensor<4xf32>) -> tensor<4xf32>
  %s = dist.all_reduce %0 from #part to #whole : tensor<4xf32> -> tensor<4xf32>
  %2 = func.call @add(%1, %s) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  model.assign @r, %2 : tensor<4xf32>
  model.assign @s, %s : tensor<4xf32>
  func.func private @negate(%a0: tensor<4xf32>) -> tensor<4xf32> attributes {plan.kernel, plan.in_place = [array<i64: 0, 0>]} {
    %r = arith.negf %a0 : tensor<4xf32>
    func.return %r : tensor<4xf32>
  }
  func.func private @add(%a0: tensor<4xf32>, %a1: tensor<4xf32>) -> tensor<4xf32> attributes {plan.kernel, plan.in_place = [array<i64: 0, 0>]} {
    %r = arith.addf %a0, %a1 : tensor<4xf32>
    func.return %r : tensor<4xf32>
  }
}

// -----

#mesh = #dist.mesh<"x" = 2>
#whole = #dist.sharding<#mesh, [[]]>
#part = #dist.sharding<#mesh, [[]], partial(sum) = ["x"]>

// Tests that a program with a loop keeps one stream.
// CHECK-LABEL: plan.program @loop
// CHECK: plan.collective "all_reduce"(
dist.local_program @loop on #mesh {
  dist.shard @a variable : tensor<4xf32> of tensor<4xf32, #whole> {argument = 0 : i64}
  dist.shard @c input : tensor<i1> of tensor<i1, #dist.sharding<#mesh, []>> {argument = 1 : i64}
  %a = model.read @a : tensor<4xf32>
  %c = model.read @c : tensor<i1>
  %s = dist.all_reduce %a from #part to #whole : tensor<4xf32> -> tensor<4xf32>
  %0 = scf.while (%v = %s) : (tensor<4xf32>) -> tensor<4xf32> {
    %go = tensor.extract %c[] : tensor<i1>
    scf.condition(%go) %v : tensor<4xf32>
  } do {
  ^bb0(%v: tensor<4xf32>):
    scf.yield %v : tensor<4xf32>
  }
  model.assign @a, %0 : tensor<4xf32>
}

// -----

#mesh = #dist.mesh<"x" = 2, "y" = 2>
#whole = #dist.sharding<#mesh, [[], []]>
#x = #dist.sharding<#mesh, [["x"], []]>
#swapped = #dist.sharding<#mesh, [[], ["x"]]>

// Tests that a collective of what a collective gives runs, where nothing else is left to compute, in the middle and at
// the end.
// CHECK-LABEL: plan.program @chains
// CHECK:      plan.collective "all_to_all" stream 1(%[[A:.*]]) -> (%[[B:.*]]) from
// CHECK-NEXT: plan.collective "all_gather" stream 1(%[[B]]) -> (%[[C:.*]]) from
// CHECK-NEXT: plan.launch @negate(%[[C]]) -> (%[[D:.*]]) :
// CHECK-NEXT: plan.collective "all_slice"(%[[D]]) -> (%[[E:.*]]) from
// CHECK-NEXT: plan.collective "all_to_all" stream 1(%[[E]]) -> (%[[F:.*]]) from
// CHECK-NEXT: plan.collective "all_gather" stream 1(%[[F]]) -> (%[[R:.*]]) from
// PLAIN-LABEL: plan.program @chains
// PLAIN-COUNT-5: plan.collective
dist.local_program @chains on #mesh {
  dist.shard @a input : tensor<2x4xf32> of tensor<4x4xf32, #x> {argument = 0 : i64}
  dist.shard @r output : tensor<4x4xf32> of tensor<4x4xf32, #whole> {result = 0 : i64}
  %a = model.read @a : tensor<2x4xf32>
  %b = dist.all_to_all %a from #x to #swapped : tensor<2x4xf32> -> tensor<4x2xf32>
  %c = dist.all_gather %b from #swapped to #whole : tensor<4x2xf32> -> tensor<4x4xf32>
  %d = func.call @negate(%c) : (tensor<4x4xf32>) -> tensor<4x4xf32>
  %e = dist.all_slice %d from #whole to #x : tensor<4x4xf32> -> tensor<2x4xf32>
  %f = dist.all_to_all %e from #x to #swapped : tensor<2x4xf32> -> tensor<4x2xf32>
  %g = dist.all_gather %f from #swapped to #whole : tensor<4x2xf32> -> tensor<4x4xf32>
  model.assign @r, %g : tensor<4x4xf32>
  func.func private @negate(%a0: tensor<4x4xf32>) -> tensor<4x4xf32> attributes {plan.kernel} {
    %r = arith.negf %a0 : tensor<4x4xf32>
    func.return %r : tensor<4x4xf32>
  }
}
