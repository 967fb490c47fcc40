// RUN: shard-opt %s --plan-form-kernels | FileCheck %s

#mesh = #dist.mesh<"x" = 2>
#whole1 = #dist.sharding<#mesh, [[]]>

// Tests that the regions of a loop get kernels of their own, with constants from
// outside computed inside, and that the condition is still extracted.
// CHECK-LABEL: dist.local_program @loop
dist.local_program @loop on #mesh {
  dist.shard @x input : tensor<100xf32> of tensor<100xf32, #whole1> {argument = 0 : i64}
  dist.shard @y output : tensor<100xf32> of tensor<100xf32, #whole1> {result = 0 : i64}
  %x = model.read @x : tensor<100xf32>
  %zero = arith.constant dense<0> : tensor<i32>
  %one = arith.constant dense<1> : tensor<i32>
  %five = arith.constant dense<5> : tensor<i32>
  %half = arith.constant dense<0.5> : tensor<100xf32>
  // CHECK: %[[ZERO:.*]] = func.call @{{.*}}() : () -> tensor<i32>
  // CHECK: scf.while (%[[I:.*]] = %[[ZERO]], %[[V:.*]] = %{{.*}})
  %r:2 = scf.while (%i = %zero, %v = %x) : (tensor<i32>, tensor<100xf32>) -> (tensor<i32>, tensor<100xf32>) {
    // CHECK: %[[C:.*]] = func.call @{{.*}}(%[[I]]) : (tensor<i32>) -> tensor<i1>
    // CHECK: %[[E:.*]] = tensor.extract %[[C]][]
    // CHECK: scf.condition(%[[E]])
    %c = arith.cmpi slt, %i, %five : tensor<i32>
    %e = tensor.extract %c[] : tensor<i1>
    scf.condition(%e) %i, %v : tensor<i32>, tensor<100xf32>
  } do {
  ^bb0(%i: tensor<i32>, %v: tensor<100xf32>):
    // CHECK: func.call @{{.*}} : (tensor<i32>) -> tensor<i32>
    // CHECK: func.call @{{.*}} : (tensor<100xf32>) -> tensor<100xf32>
    // CHECK: scf.yield
    %n = arith.addi %i, %one : tensor<i32>
    %w = arith.mulf %v, %half : tensor<100xf32>
    %w2 = arith.negf %w : tensor<100xf32>
    scf.yield %n, %w2 : tensor<i32>, tensor<100xf32>
  }
  // CHECK: model.assign @y
  model.assign @y, %r#1 : tensor<100xf32>
}
