// RUN: shard-opt %s -split-input-file -plan-schedule | FileCheck %s

#mesh = #dist.mesh<"x" = 2>
#scalar = #dist.sharding<#mesh, []>
#whole = #dist.sharding<#mesh, [[]]>

// Tests that carried values stay where they are.
// CHECK-LABEL: plan.program @in_place
dist.local_program @in_place on #mesh {
  dist.shard @n input : tensor<i32> of tensor<i32, #scalar> {argument = 0 : i64}
  dist.shard @r output : tensor<i32> of tensor<i32, #scalar> {result = 0 : i64}
  // CHECK-DAG: %[[N:.*]] = plan.shard @n
  // CHECK-DAG: %[[R:.*]] = plan.shard @r
  // CHECK-DAG: %[[C:.*]] = plan.buffer {{.*}} : memref<i1>
  %n = model.read @n : tensor<i32>
  // CHECK: plan.copy %[[N]] -> %[[R]]
  // CHECK-NEXT: plan.while {
  // CHECK-NEXT:   plan.launch @test(%[[R]]) -> (%[[C]])
  // CHECK-NEXT:   plan.condition %[[C]]
  // CHECK-NEXT: } do {
  // CHECK-NEXT:   plan.launch @next(%[[R]]) -> (%[[R]])
  // CHECK-NEXT: }
  // CHECK-NEXT: }
  %0 = scf.while (%i = %n) : (tensor<i32>) -> tensor<i32> {
    %c = func.call @test(%i) : (tensor<i32>) -> tensor<i1>
    %e = tensor.extract %c[] : tensor<i1>
    scf.condition(%e) %i : tensor<i32>
  } do {
  ^bb0(%i: tensor<i32>):
    %j = func.call @next(%i) : (tensor<i32>) -> tensor<i32>
    scf.yield %j : tensor<i32>
  }
  model.assign @r, %0 : tensor<i32>
  func.func private @test(%a: tensor<i32>) -> tensor<i1> attributes {plan.kernel} {
    %z = arith.constant dense<0> : tensor<i32>
    %r = arith.cmpi sgt, %a, %z : tensor<i32>
    func.return %r : tensor<i1>
  }
  func.func private @next(%a: tensor<i32>) -> tensor<i32> attributes {plan.kernel, plan.in_place = [array<i64: 0, 0>]} {
    %z = arith.constant dense<1> : tensor<i32>
    %r = arith.subi %a, %z : tensor<i32>
    func.return %r : tensor<i32>
  }
}

// -----

#mesh = #dist.mesh<"x" = 2>
#scalar = #dist.sharding<#mesh, []>

// Tests that carried values that change places are saved before they are replaced.
// CHECK-LABEL: plan.program @swap
dist.local_program @swap on #mesh {
  dist.shard @go input : tensor<i1> of tensor<i1, #scalar> {argument = 0 : i64}
  dist.shard @a input : tensor<i32> of tensor<i32, #scalar> {argument = 1 : i64}
  dist.shard @b input : tensor<i32> of tensor<i32, #scalar> {argument = 2 : i64}
  dist.shard @r output : tensor<i32> of tensor<i32, #scalar> {result = 0 : i64}
  %go = model.read @go : tensor<i1>
  %a = model.read @a : tensor<i32>
  %b = model.read @b : tensor<i32>
  // CHECK: %[[R:.*]] = plan.shard @r
  // CHECK: plan.copy %{{.*}} -> %[[R]]
  // CHECK-NEXT: plan.copy %{{.*}} -> %[[B:.*]] : memref
  // CHECK-NEXT: plan.while {
  // CHECK-NEXT:   plan.condition
  // CHECK-NEXT: } do {
  // CHECK-NEXT:   plan.copy %[[B]] -> %[[T:.*]] : memref
  // CHECK-NEXT:   plan.copy %[[R]] -> %[[U:.*]] : memref
  // CHECK-NEXT:   plan.copy %[[T]] -> %[[R]]
  // CHECK-NEXT:   plan.copy %[[U]] -> %[[B]]
  // CHECK-NEXT: }
  %0:2 = scf.while (%x = %a, %y = %b) : (tensor<i32>, tensor<i32>) -> (tensor<i32>, tensor<i32>) {
    %e = tensor.extract %go[] : tensor<i1>
    scf.condition(%e) %x, %y : tensor<i32>, tensor<i32>
  } do {
  ^bb0(%x: tensor<i32>, %y: tensor<i32>):
    scf.yield %y, %x : tensor<i32>, tensor<i32>
  }
  model.assign @r, %0#0 : tensor<i32>
}
