// RUN: shard-opt %s --plan-unroll-loops --cse | FileCheck %s

#mesh = #dist.mesh<"x" = 2>
#whole = #dist.sharding<#mesh, [[]]>
#scalar = #dist.sharding<#mesh, []>

// Tests that a loop of three iterations is written out, with the carried values
// that change places.
// CHECK-LABEL: dist.local_program @rotate
// CHECK: %[[X:.*]] = model.read @x
// CHECK: %[[Y:.*]] = model.read @y
// CHECK-NOT: scf.while
// CHECK: %[[A:.*]] = arith.subf %[[X]], %[[Y]]
// CHECK: %[[B:.*]] = arith.subf %[[Y]], %[[A]]
// CHECK: %[[C:.*]] = arith.subf %[[A]], %[[B]]
// CHECK-NOT: arith.subf
// CHECK: model.assign @r, %[[C]]
dist.local_program @rotate on #mesh {
  dist.shard @x input : tensor<4xf32> of tensor<4xf32, #whole> {argument = 0 : i64}
  dist.shard @y input : tensor<4xf32> of tensor<4xf32, #whole> {argument = 1 : i64}
  dist.shard @r output : tensor<4xf32> of tensor<4xf32, #whole> {result = 0 : i64}
  %x = model.read @x : tensor<4xf32>
  %y = model.read @y : tensor<4xf32>
  %begin = arith.constant dense<5> : tensor<i32>
  %step = arith.constant dense<-2> : tensor<i32>
  %bound = arith.constant dense<0> : tensor<i32>
  %0:3 = scf.while (%i = %begin, %a = %x, %b = %y) : (tensor<i32>, tensor<4xf32>, tensor<4xf32>) -> (tensor<i32>, tensor<4xf32>, tensor<4xf32>) {
    %c = arith.cmpi sgt, %i, %bound : tensor<i32>
    %e = tensor.extract %c[] : tensor<i1>
    scf.condition(%e) %i, %a, %b : tensor<i32>, tensor<4xf32>, tensor<4xf32>
  } do {
  ^bb0(%i: tensor<i32>, %a: tensor<4xf32>, %b: tensor<4xf32>):
    %n = arith.addi %step, %i : tensor<i32>
    %d = arith.subf %a, %b : tensor<4xf32>
    scf.yield %n, %b, %d : tensor<i32>, tensor<4xf32>, tensor<4xf32>
  }
  model.assign @r, %0#2 : tensor<4xf32>
}

// Tests that a loop which does not run gives what it began with.
// CHECK-LABEL: dist.local_program @never
// CHECK: %[[X:.*]] = model.read @x
// CHECK-NOT: scf.while
// CHECK: model.assign @r, %[[X]]
dist.local_program @never on #mesh {
  dist.shard @x input : tensor<4xf32> of tensor<4xf32, #whole> {argument = 0 : i64}
  dist.shard @r output : tensor<4xf32> of tensor<4xf32, #whole> {result = 0 : i64}
  %x = model.read @x : tensor<4xf32>
  %zero = arith.constant dense<0> : tensor<i32>
  %one = arith.constant dense<1> : tensor<i32>
  %0:2 = scf.while (%i = %zero, %a = %x) : (tensor<i32>, tensor<4xf32>) -> (tensor<i32>, tensor<4xf32>) {
    %c = arith.cmpi slt, %i, %zero : tensor<i32>
    %e = tensor.extract %c[] : tensor<i1>
    scf.condition(%e) %i, %a : tensor<i32>, tensor<4xf32>
  } do {
  ^bb0(%i: tensor<i32>, %a: tensor<4xf32>):
    %n = arith.addi %i, %one : tensor<i32>
    %b = arith.negf %a : tensor<4xf32>
    scf.yield %n, %b : tensor<i32>, tensor<4xf32>
  }
  model.assign @r, %0#1 : tensor<4xf32>
}

// Tests that loops stay whose end comes from outside, and those that run long.
// CHECK-LABEL: dist.local_program @stays
// CHECK-COUNT-2: scf.while
dist.local_program @stays on #mesh {
  dist.shard @n input : tensor<i32> of tensor<i32, #scalar> {argument = 0 : i64}
  dist.shard @x input : tensor<4xf32> of tensor<4xf32, #whole> {argument = 1 : i64}
  dist.shard @r output : tensor<4xf32> of tensor<4xf32, #whole> {result = 0 : i64}
  %n = model.read @n : tensor<i32>
  %x = model.read @x : tensor<4xf32>
  %zero = arith.constant dense<0> : tensor<i32>
  %one = arith.constant dense<1> : tensor<i32>
  %many = arith.constant dense<1000> : tensor<i32>
  %0:2 = scf.while (%i = %zero, %a = %x) : (tensor<i32>, tensor<4xf32>) -> (tensor<i32>, tensor<4xf32>) {
    %c = arith.cmpi slt, %i, %n : tensor<i32>
    %e = tensor.extract %c[] : tensor<i1>
    scf.condition(%e) %i, %a : tensor<i32>, tensor<4xf32>
  } do {
  ^bb0(%i: tensor<i32>, %a: tensor<4xf32>):
    %next = arith.addi %i, %one : tensor<i32>
    %b = arith.negf %a : tensor<4xf32>
    scf.yield %next, %b : tensor<i32>, tensor<4xf32>
  }
  %1:2 = scf.while (%i = %zero, %a = %0#1) : (tensor<i32>, tensor<4xf32>) -> (tensor<i32>, tensor<4xf32>) {
    %c = arith.cmpi slt, %i, %many : tensor<i32>
    %e = tensor.extract %c[] : tensor<i1>
    scf.condition(%e) %i, %a : tensor<i32>, tensor<4xf32>
  } do {
  ^bb0(%i: tensor<i32>, %a: tensor<4xf32>):
    %next = arith.addi %i, %one : tensor<i32>
    %b = arith.negf %a : tensor<4xf32>
    scf.yield %next, %b : tensor<i32>, tensor<4xf32>
  }
  model.assign @r, %1#1 : tensor<4xf32>
}
