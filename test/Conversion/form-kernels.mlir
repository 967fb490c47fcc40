// RUN: shard-opt %s --plan-form-kernels | FileCheck %s

#mesh = #dist.mesh<"x" = 2>
#whole2 = #dist.sharding<#mesh, [[], []]>
#whole0 = #dist.sharding<#mesh, []>

// Tests that an update of three variables is one pass over memory, and that
// equal updates share a kernel.
// CHECK-LABEL: dist.local_program @update
dist.local_program @update on #mesh {
  dist.shard @w input : tensor<16x16xf32> of tensor<16x16xf32, #whole2> {argument = 0 : i64}
  dist.shard @m variable : tensor<16x16xf32> of tensor<16x16xf32, #whole2> {argument = 1 : i64}
  dist.shard @g input : tensor<16x16xf32> of tensor<16x16xf32, #whole2> {argument = 2 : i64}
  dist.shard @n variable : tensor<16x16xf32> of tensor<16x16xf32, #whole2> {argument = 3 : i64}
  dist.shard @h input : tensor<16x16xf32> of tensor<16x16xf32, #whole2> {argument = 4 : i64}
  dist.shard @v input : tensor<16x16xf32> of tensor<16x16xf32, #whole2> {argument = 5 : i64}
  dist.shard @a output : tensor<16x16xf32> of tensor<16x16xf32, #whole2> {result = 0 : i64}
  dist.shard @b output : tensor<16x16xf32> of tensor<16x16xf32, #whole2> {result = 1 : i64}
  // CHECK-DAG: %[[W:.*]] = model.read @w
  // CHECK-DAG: %[[M:.*]] = model.read @m
  // CHECK-DAG: %[[G:.*]] = model.read @g
  %w = model.read @w : tensor<16x16xf32>
  %m = model.read @m : tensor<16x16xf32>
  %g = model.read @g : tensor<16x16xf32>
  %n = model.read @n : tensor<16x16xf32>
  %h = model.read @h : tensor<16x16xf32>
  %v = model.read @v : tensor<16x16xf32>
  %c = arith.constant dense<0.9> : tensor<16x16xf32>
  // CHECK: %[[R:.*]]:2 = func.call @kernel_0(%[[M]], %[[G]], %[[W]])
  %0 = arith.mulf %m, %c : tensor<16x16xf32>
  %1 = arith.addf %0, %g : tensor<16x16xf32>
  model.assign @m, %1 : tensor<16x16xf32>
  %2 = math.sqrt %1 : tensor<16x16xf32>
  %3 = arith.subf %w, %2 : tensor<16x16xf32>
  model.assign @a, %3 : tensor<16x16xf32>
  // CHECK: func.call @kernel_0
  // CHECK-NOT: func.call
  // CHECK: model.assign @m, %[[R]]#0
  // CHECK: model.assign @a, %[[R]]#1
  %4 = arith.mulf %n, %c : tensor<16x16xf32>
  %5 = arith.addf %4, %h : tensor<16x16xf32>
  model.assign @n, %5 : tensor<16x16xf32>
  %6 = math.sqrt %5 : tensor<16x16xf32>
  %7 = arith.subf %v, %6 : tensor<16x16xf32>
  model.assign @b, %7 : tensor<16x16xf32>
  // CHECK: func.func private @kernel_0(%{{.*}}: tensor<16x16xf32>, %{{.*}}: tensor<16x16xf32>, %{{.*}}: tensor<16x16xf32>) -> (tensor<16x16xf32>, tensor<16x16xf32>) attributes {plan.in_place = [array<i64: 0, 0>, array<i64: 0, 1>, array<i64: 0, 2>, array<i64: 1, 0>, array<i64: 1, 1>, array<i64: 1, 2>], plan.kernel}
  // CHECK-NOT: func.func
}



// Tests that a softmax is three passes and computes its exponentials once: they
// are stored while they are summed.
// CHECK-LABEL: dist.local_program @softmax
dist.local_program @softmax on #mesh {
  dist.shard @x input : tensor<8x4xf32> of tensor<8x4xf32, #whole2> {argument = 0 : i64}
  dist.shard @y output : tensor<8x4xf32> of tensor<8x4xf32, #whole2> {result = 0 : i64}
  %x = model.read @x : tensor<8x4xf32>
  %e = tensor.empty() : tensor<8x4xf32>
  %low = arith.constant dense<0xFF800000> : tensor<8xf32>
  %zero = arith.constant dense<0.0> : tensor<8xf32>
  // CHECK: %[[MAX:.*]] = func.call @kernel_0
  // CHECK: %[[EXP:.*]]:2 = func.call @kernel_1(%[[MAX]]
  // CHECK: %[[Y:.*]] = func.call @kernel_2(%[[EXP]]#1, %[[EXP]]#0)
  // CHECK: model.assign @y, %[[Y]]
  %max = linalg.reduce ins(%x : tensor<8x4xf32>) outs(%low : tensor<8xf32>) dimensions = [1]
    (%i: f32, %o: f32) {
      %s = arith.maximumf %i, %o : f32
      linalg.yield %s : f32
    }
  %maxb = linalg.broadcast ins(%max : tensor<8xf32>) outs(%e : tensor<8x4xf32>) dimensions = [1]
  %0 = arith.subf %x, %maxb : tensor<8x4xf32>
  %1 = math.exp %0 : tensor<8x4xf32>
  %sum = linalg.reduce ins(%1 : tensor<8x4xf32>) outs(%zero : tensor<8xf32>) dimensions = [1]
    (%i: f32, %o: f32) {
      %s = arith.addf %i, %o : f32
      linalg.yield %s : f32
    }
  %sumb = linalg.broadcast ins(%sum : tensor<8xf32>) outs(%e : tensor<8x4xf32>) dimensions = [1]
  %2 = arith.divf %1, %sumb : tensor<8x4xf32>
  model.assign @y, %2 : tensor<8x4xf32>
  // CHECK: func.func private @kernel_1
  // CHECK: math.exp
  // CHECK: func.func private @kernel_2
  // CHECK-NOT: math.exp
}
