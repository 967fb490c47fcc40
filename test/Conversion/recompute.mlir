// RUN: shard-opt %s --plan-recompute=max-slowdown=0.01 --split-input-file | FileCheck %s
// RUN: shard-opt %s --plan-recompute=max-slowdown=0 --split-input-file | FileCheck %s --check-prefix=NONE
// RUN: shard-opt %s --plan-recompute=max-slowdown=0.01 --plan-recompute --split-input-file | FileCheck %s

// NONE-NOT: plan.recomputed

// Tests that a kernel which reads the same writes the value again, in place of
// what waits for the last product; what both compute is computed once.
// CHECK-LABEL: dist.local_program @step
// CHECK-SAME: plan.recomputed = {{\[\[}}#loc{{.*}}, tensor<4096x4096xf32>]], plan.saved = 67108864 : i64
// CHECK: %[[U:.*]] = model.read @u
// CHECK: %[[E:.*]] = func.call @exp(%[[U]])
// CHECK: %[[P:.*]] = linalg.contract {{.*}} ins(%[[E]], %[[E]] :
// CHECK: %[[Q:.*]] = linalg.contract {{.*}} ins(%[[P]], %[[P]] :
// CHECK: %[[A:.*]]:2 = func.call @[[BOTH:.*]](%[[U]], %[[Q]])
// CHECK: linalg.contract {{.*}} ins(%[[A]]#1, %[[A]]#0 :
// CHECK-NOT: func.func private @add
// CHECK: func.func private @[[BOTH]](%[[X:.*]]: tensor<4096x4096xf32>, %[[Y:.*]]: tensor<4096x4096xf32>)
// CHECK-SAME: plan.in_place = [array<i64: 0, 0>, array<i64: 0, 1>, array<i64: 1, 0>, array<i64: 1, 1>]
// CHECK-NEXT: %[[EXP:.*]] = math.exp %[[X]]
// CHECK-NEXT: %[[SUM:.*]] = arith.addf %[[EXP]], %[[Y]]
// CHECK-NEXT: %[[NEG:.*]] = arith.negf %[[EXP]]
// CHECK-NEXT: return %[[SUM]], %[[NEG]]
#mesh = #dist.mesh<"x" = 2>
#whole = #dist.sharding<#mesh, [[], []]>
#a = affine_map<(i, j, k) -> (i, k)>
#b = affine_map<(i, j, k) -> (k, j)>
#c = affine_map<(i, j, k) -> (i, j)>
dist.local_program @step on #mesh {
  dist.shard @u input : tensor<4096x4096xf32> of tensor<4096x4096xf32, #whole> {argument = 0 : i64}
  dist.shard @y output : tensor<4096x4096xf32> of tensor<4096x4096xf32, #whole> {result = 0 : i64}
  %u = model.read @u : tensor<4096x4096xf32>
  %zero = arith.constant dense<0.0> : tensor<4096x4096xf32>
  %e = func.call @exp(%u) : (tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  %p = linalg.contract indexing_maps = [#a, #b, #c] ins(%e, %e : tensor<4096x4096xf32>, tensor<4096x4096xf32>) outs(%zero : tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  %q = linalg.contract indexing_maps = [#a, #b, #c] ins(%p, %p : tensor<4096x4096xf32>, tensor<4096x4096xf32>) outs(%zero : tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  %s = func.call @add(%u, %q) : (tensor<4096x4096xf32>, tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  %r = linalg.contract indexing_maps = [#a, #b, #c] ins(%e, %s : tensor<4096x4096xf32>, tensor<4096x4096xf32>) outs(%zero : tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  model.assign @y, %r : tensor<4096x4096xf32>
  func.func private @exp(%x: tensor<4096x4096xf32>) -> tensor<4096x4096xf32> attributes {plan.kernel, plan.in_place = [array<i64: 0, 0>]} {
    %0 = math.exp %x : tensor<4096x4096xf32>
    %1 = arith.negf %0 : tensor<4096x4096xf32>
    func.return %1 : tensor<4096x4096xf32>
  }
  func.func private @add(%x: tensor<4096x4096xf32>, %y: tensor<4096x4096xf32>) -> tensor<4096x4096xf32> attributes {plan.kernel, plan.in_place = [array<i64: 0, 0>, array<i64: 0, 1>]} {
    %0 = math.exp %x : tensor<4096x4096xf32>
    %1 = arith.addf %0, %y : tensor<4096x4096xf32>
    func.return %1 : tensor<4096x4096xf32>
  }
}

// -----

// Tests that a late user that stands before such a kernel comes after it, with
// what depends on it.
// CHECK-LABEL: dist.local_program @step
// CHECK-SAME: plan.recomputed
// CHECK: %[[U:.*]] = model.read @u
// CHECK: func.call @exp
// CHECK: %[[P:.*]] = linalg.contract
// CHECK: %[[Q:.*]] = linalg.contract {{.*}} ins(%[[P]], %[[P]] :
// CHECK: %[[W:.*]] = linalg.contract {{.*}} ins(%[[Q]], %[[P]] :
// CHECK-NEXT: %[[A:.*]]:2 = func.call @{{.*}}(%[[U]], %[[W]])
// CHECK-NEXT: %[[R:.*]] = linalg.contract {{.*}} ins(%[[A]]#1, %[[A]]#1 :
// CHECK-NEXT: %[[N:.*]] = func.call @negate(%[[R]])
// CHECK-NEXT: linalg.contract {{.*}} ins(%[[N]], %[[A]]#0 :
#mesh = #dist.mesh<"x" = 2>
#whole = #dist.sharding<#mesh, [[], []]>
#a = affine_map<(i, j, k) -> (i, k)>
#b = affine_map<(i, j, k) -> (k, j)>
#c = affine_map<(i, j, k) -> (i, j)>
dist.local_program @step on #mesh {
  dist.shard @u input : tensor<4096x4096xf32> of tensor<4096x4096xf32, #whole> {argument = 0 : i64}
  dist.shard @y output : tensor<4096x4096xf32> of tensor<4096x4096xf32, #whole> {result = 0 : i64}
  %u = model.read @u : tensor<4096x4096xf32>
  %zero = arith.constant dense<0.0> : tensor<4096x4096xf32>
  %e = func.call @exp(%u) : (tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  %p = linalg.contract indexing_maps = [#a, #b, #c] ins(%e, %e : tensor<4096x4096xf32>, tensor<4096x4096xf32>) outs(%zero : tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  %q = linalg.contract indexing_maps = [#a, #b, #c] ins(%p, %p : tensor<4096x4096xf32>, tensor<4096x4096xf32>) outs(%zero : tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  %w = linalg.contract indexing_maps = [#a, #b, #c] ins(%q, %p : tensor<4096x4096xf32>, tensor<4096x4096xf32>) outs(%zero : tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  %r = linalg.contract indexing_maps = [#a, #b, #c] ins(%e, %e : tensor<4096x4096xf32>, tensor<4096x4096xf32>) outs(%zero : tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  %n = func.call @negate(%r) : (tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  %s = func.call @add(%u, %w) : (tensor<4096x4096xf32>, tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  %t = linalg.contract indexing_maps = [#a, #b, #c] ins(%n, %s : tensor<4096x4096xf32>, tensor<4096x4096xf32>) outs(%zero : tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  model.assign @y, %t : tensor<4096x4096xf32>
  func.func private @exp(%x: tensor<4096x4096xf32>) -> tensor<4096x4096xf32> attributes {plan.kernel, plan.in_place = [array<i64: 0, 0>]} {
    %0 = math.exp %x : tensor<4096x4096xf32>
    %1 = arith.negf %0 : tensor<4096x4096xf32>
    func.return %1 : tensor<4096x4096xf32>
  }
  func.func private @negate(%x: tensor<4096x4096xf32>) -> tensor<4096x4096xf32> attributes {plan.kernel, plan.in_place = [array<i64: 0, 0>]} {
    %0 = arith.negf %x : tensor<4096x4096xf32>
    func.return %0 : tensor<4096x4096xf32>
  }
  func.func private @add(%x: tensor<4096x4096xf32>, %y: tensor<4096x4096xf32>) -> tensor<4096x4096xf32> attributes {plan.kernel, plan.in_place = [array<i64: 0, 0>, array<i64: 0, 1>]} {
    %0 = math.exp %x : tensor<4096x4096xf32>
    %1 = arith.addf %0, %y : tensor<4096x4096xf32>
    func.return %1 : tensor<4096x4096xf32>
  }
}

// -----

// Tests that a kernel of its own computes the value, for a reshaped user too, if
// no other reads the same.
// CHECK-LABEL: dist.local_program @step
// CHECK-SAME: plan.recomputed
// CHECK: %[[U:.*]] = model.read @u
// CHECK: %[[Q:.*]] = linalg.contract {{.*}} ins(%[[P:.*]], %[[P]] :
// CHECK-NEXT: linalg.contract {{.*}} ins(%[[Q]], %[[Q]]
// CHECK: %[[E:.*]] = func.call @exp(%[[U]])
// CHECK-NEXT: %[[V:.*]] = tensor.expand_shape %[[E]]
// CHECK-NEXT: linalg.contract {{.*}} ins(%[[V]], %{{.*}} :
#mesh = #dist.mesh<"x" = 2>
#whole = #dist.sharding<#mesh, [[], []]>
#a = affine_map<(i, j, k) -> (i, k)>
#b = affine_map<(i, j, k) -> (k, j)>
#c = affine_map<(i, j, k) -> (i, j)>
dist.local_program @step on #mesh {
  dist.shard @u input : tensor<4096x4096xf32> of tensor<4096x4096xf32, #whole> {argument = 0 : i64}
  dist.shard @y output : tensor<4096x4096xf32> of tensor<4096x4096xf32, #whole> {result = 0 : i64}
  %u = model.read @u : tensor<4096x4096xf32>
  %zero = arith.constant dense<0.0> : tensor<4096x4096xf32>
  %e = func.call @exp(%u) : (tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  %p = linalg.contract indexing_maps = [#a, #b, #c] ins(%e, %e : tensor<4096x4096xf32>, tensor<4096x4096xf32>) outs(%zero : tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  %q = linalg.contract indexing_maps = [#a, #b, #c] ins(%p, %p : tensor<4096x4096xf32>, tensor<4096x4096xf32>) outs(%zero : tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  %s = linalg.contract indexing_maps = [#a, #b, #c] ins(%q, %q : tensor<4096x4096xf32>, tensor<4096x4096xf32>) outs(%zero : tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  %v = tensor.expand_shape %e [[0, 1], [2]] output_shape [1, 4096, 4096] : tensor<4096x4096xf32> into tensor<1x4096x4096xf32>
  %z = arith.constant dense<0.0> : tensor<1x4096x4096xf32>
  %r = linalg.contract indexing_maps = [affine_map<(o, i, j, k) -> (o, i, k)>, affine_map<(o, i, j, k) -> (k, j)>, affine_map<(o, i, j, k) -> (o, i, j)>] ins(%v, %s : tensor<1x4096x4096xf32>, tensor<4096x4096xf32>) outs(%z : tensor<1x4096x4096xf32>) -> tensor<1x4096x4096xf32>
  %c = tensor.collapse_shape %r [[0, 1], [2]] : tensor<1x4096x4096xf32> into tensor<4096x4096xf32>
  model.assign @y, %c : tensor<4096x4096xf32>
  func.func private @exp(%x: tensor<4096x4096xf32>) -> tensor<4096x4096xf32> attributes {plan.kernel, plan.in_place = [array<i64: 0, 0>]} {
    %0 = math.exp %x : tensor<4096x4096xf32>
    %1 = arith.negf %0 : tensor<4096x4096xf32>
    func.return %1 : tensor<4096x4096xf32>
  }
}
