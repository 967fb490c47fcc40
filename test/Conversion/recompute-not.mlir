// RUN: shard-opt %s --plan-recompute --split-input-file | FileCheck %s --implicit-check-not=plan.recomputed --implicit-check-not=plan.saved

// Tests that nothing is computed again where the peak is elsewhere: here at the
// end, where more lives than the value that waits.
// CHECK-LABEL: dist.local_program @step
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
  %s = func.call @add(%u, %p) : (tensor<4096x4096xf32>, tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  %r = linalg.contract indexing_maps = [#a, #b, #c] ins(%e, %s : tensor<4096x4096xf32>, tensor<4096x4096xf32>) outs(%zero : tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  %q = linalg.contract indexing_maps = [#a, #b, #c] ins(%r, %r : tensor<4096x4096xf32>, tensor<4096x4096xf32>) outs(%zero : tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  %w = linalg.contract indexing_maps = [#a, #b, #c] ins(%q, %r : tensor<4096x4096xf32>, tensor<4096x4096xf32>) outs(%zero : tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  %z = linalg.contract indexing_maps = [#a, #b, #c] ins(%w, %q : tensor<4096x4096xf32>, tensor<4096x4096xf32>) outs(%zero : tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  %z2 = linalg.contract indexing_maps = [#a, #b, #c] ins(%z, %r : tensor<4096x4096xf32>, tensor<4096x4096xf32>) outs(%zero : tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  %z3 = linalg.contract indexing_maps = [#a, #b, #c] ins(%z2, %q : tensor<4096x4096xf32>, tensor<4096x4096xf32>) outs(%zero : tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  model.assign @y, %z3 : tensor<4096x4096xf32>
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

// Tests that products are not computed again.
// CHECK-LABEL: dist.local_program @step
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
  %e = linalg.contract indexing_maps = [#a, #b, #c] ins(%u, %u : tensor<4096x4096xf32>, tensor<4096x4096xf32>) outs(%zero : tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  %p = linalg.contract indexing_maps = [#a, #b, #c] ins(%e, %e : tensor<4096x4096xf32>, tensor<4096x4096xf32>) outs(%zero : tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  %q = linalg.contract indexing_maps = [#a, #b, #c] ins(%p, %p : tensor<4096x4096xf32>, tensor<4096x4096xf32>) outs(%zero : tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  %s = func.call @add(%u, %q) : (tensor<4096x4096xf32>, tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  %r = linalg.contract indexing_maps = [#a, #b, #c] ins(%e, %s : tensor<4096x4096xf32>, tensor<4096x4096xf32>) outs(%zero : tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  model.assign @y, %r : tensor<4096x4096xf32>
  func.func private @add(%x: tensor<4096x4096xf32>, %y: tensor<4096x4096xf32>) -> tensor<4096x4096xf32> attributes {plan.kernel, plan.in_place = [array<i64: 0, 0>, array<i64: 0, 1>]} {
    %0 = math.exp %x : tensor<4096x4096xf32>
    %1 = arith.addf %0, %y : tensor<4096x4096xf32>
    func.return %1 : tensor<4096x4096xf32>
  }
}

// -----

// Tests that what needs a reduction is not computed again.
// CHECK-LABEL: dist.local_program @step
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
  %e = func.call @normalize(%u) : (tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  %p = linalg.contract indexing_maps = [#a, #b, #c] ins(%e, %e : tensor<4096x4096xf32>, tensor<4096x4096xf32>) outs(%zero : tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  %q = linalg.contract indexing_maps = [#a, #b, #c] ins(%p, %p : tensor<4096x4096xf32>, tensor<4096x4096xf32>) outs(%zero : tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  %s = func.call @add(%u, %q) : (tensor<4096x4096xf32>, tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  %r = linalg.contract indexing_maps = [#a, #b, #c] ins(%e, %s : tensor<4096x4096xf32>, tensor<4096x4096xf32>) outs(%zero : tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  model.assign @y, %r : tensor<4096x4096xf32>
  func.func private @add(%x: tensor<4096x4096xf32>, %y: tensor<4096x4096xf32>) -> tensor<4096x4096xf32> attributes {plan.kernel, plan.in_place = [array<i64: 0, 0>, array<i64: 0, 1>]} {
    %0 = math.exp %x : tensor<4096x4096xf32>
    %1 = arith.addf %0, %y : tensor<4096x4096xf32>
    func.return %1 : tensor<4096x4096xf32>
  }
  func.func private @normalize(%x: tensor<4096x4096xf32>) -> tensor<4096x4096xf32> attributes {plan.kernel, plan.in_place = []} {
    %none = arith.constant dense<0.0> : tensor<4096xf32>
    %0 = linalg.reduce { arith.addf } ins(%x : tensor<4096x4096xf32>) outs(%none : tensor<4096xf32>) dimensions = [1]
    %empty = tensor.empty() : tensor<4096x4096xf32>
    %1 = linalg.broadcast ins(%0 : tensor<4096xf32>) outs(%empty : tensor<4096x4096xf32>) dimensions = [1]
    %2 = arith.subf %x, %1 : tensor<4096x4096xf32>
    func.return %2 : tensor<4096x4096xf32>
  }
}

// -----

// Tests that what takes many operations, as random numbers do, is not computed
// again.
// CHECK-LABEL: dist.local_program @step
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
  %e = func.call @long(%u) : (tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  %p = linalg.contract indexing_maps = [#a, #b, #c] ins(%e, %e : tensor<4096x4096xf32>, tensor<4096x4096xf32>) outs(%zero : tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  %q = linalg.contract indexing_maps = [#a, #b, #c] ins(%p, %p : tensor<4096x4096xf32>, tensor<4096x4096xf32>) outs(%zero : tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  %s = func.call @add(%u, %q) : (tensor<4096x4096xf32>, tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  %r = linalg.contract indexing_maps = [#a, #b, #c] ins(%e, %s : tensor<4096x4096xf32>, tensor<4096x4096xf32>) outs(%zero : tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  model.assign @y, %r : tensor<4096x4096xf32>
  func.func private @add(%x: tensor<4096x4096xf32>, %y: tensor<4096x4096xf32>) -> tensor<4096x4096xf32> attributes {plan.kernel, plan.in_place = [array<i64: 0, 0>, array<i64: 0, 1>]} {
    %0 = math.exp %x : tensor<4096x4096xf32>
    %1 = arith.addf %0, %y : tensor<4096x4096xf32>
    func.return %1 : tensor<4096x4096xf32>
  }
  func.func private @long(%x: tensor<4096x4096xf32>) -> tensor<4096x4096xf32> attributes {plan.kernel, plan.in_place = []} {
    %0 = arith.negf %x : tensor<4096x4096xf32>
    %1 = arith.remf %0, %x : tensor<4096x4096xf32>
    %2 = arith.remf %1, %x : tensor<4096x4096xf32>
    %3 = arith.remf %2, %x : tensor<4096x4096xf32>
    %4 = arith.remf %3, %x : tensor<4096x4096xf32>
    %5 = arith.remf %4, %x : tensor<4096x4096xf32>
    %6 = arith.remf %5, %x : tensor<4096x4096xf32>
    %7 = arith.remf %6, %x : tensor<4096x4096xf32>
    %8 = arith.remf %7, %x : tensor<4096x4096xf32>
    %9 = arith.remf %8, %x : tensor<4096x4096xf32>
    func.return %9 : tensor<4096x4096xf32>
  }
}

// -----

// Tests that a value stays whose inputs would have to wait for it instead.
// CHECK-LABEL: dist.local_program @step
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
  %i = linalg.contract indexing_maps = [#a, #b, #c] ins(%u, %u : tensor<4096x4096xf32>, tensor<4096x4096xf32>) outs(%zero : tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  %e = func.call @exp(%i) : (tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
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

// Tests that what communication gives is not computed again.
// CHECK-LABEL: dist.local_program @step
#mesh = #dist.mesh<"x" = 2>
#whole = #dist.sharding<#mesh, [[], []]>
#part = #dist.sharding<#mesh, [[], []], partial(sum) = ["x"]>
#a = affine_map<(i, j, k) -> (i, k)>
#b = affine_map<(i, j, k) -> (k, j)>
#c = affine_map<(i, j, k) -> (i, j)>
dist.local_program @step on #mesh {
  dist.shard @u input : tensor<4096x4096xf32> of tensor<4096x4096xf32, #whole> {argument = 0 : i64}
  dist.shard @y output : tensor<4096x4096xf32> of tensor<4096x4096xf32, #whole> {result = 0 : i64}
  %u = model.read @u : tensor<4096x4096xf32>
  %zero = arith.constant dense<0.0> : tensor<4096x4096xf32>
  %h = func.call @exp(%u) : (tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  %e = dist.all_reduce %h from #part to #whole : tensor<4096x4096xf32> -> tensor<4096x4096xf32>
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

// Tests that calls of what is no kernel stay as they are.
// CHECK-LABEL: dist.local_program @step
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
  func.func private @exp(tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
  func.func private @add(tensor<4096x4096xf32>, tensor<4096x4096xf32>) -> tensor<4096x4096xf32> attributes {plan.kernel}
}
