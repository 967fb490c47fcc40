// RUN: shard-opt %s -split-input-file -plan-schedule | FileCheck %s

#mesh = #dist.mesh<"x" = 2, "y" = 2>
#whole = #dist.sharding<#mesh, [[]]>

// Tests that a variable's new value is made in its memory when the kernel allows it.
// CHECK-LABEL: plan.program @in_place
// CHECK-SAME: arena 0
dist.local_program @in_place on #mesh {
  dist.shard @w variable : tensor<4xf32> of tensor<4xf32, #whole> {argument = 0 : i64}
  %0 = model.read @w : tensor<4xf32>
  // CHECK: %[[W:.*]] = plan.shard @w : memref<4xf32>
  // CHECK-NEXT: plan.launch @negate(%[[W]]) -> (%[[W]])
  // CHECK-NOT: plan.copy
  %1 = func.call @negate(%0) : (tensor<4xf32>) -> tensor<4xf32>
  model.assign @w, %1 : tensor<4xf32>
  func.func private @negate(%a: tensor<4xf32>) -> tensor<4xf32> attributes {plan.kernel, plan.in_place = [array<i64: 0, 0>]} {
    %r = arith.negf %a : tensor<4xf32>
    func.return %r : tensor<4xf32>
  }
}

// -----

#mesh = #dist.mesh<"x" = 2, "y" = 2>
#whole = #dist.sharding<#mesh, [[]]>

// Tests that a kernel that does not allow it gets memory of its own, and the variable a copy.
// CHECK-LABEL: plan.program @not_in_place
// CHECK-SAME: arena 64
dist.local_program @not_in_place on #mesh {
  dist.shard @w variable : tensor<4xf32> of tensor<4xf32, #whole> {argument = 0 : i64}
  %0 = model.read @w : tensor<4xf32>
  // CHECK: %[[W:.*]] = plan.shard @w
  // CHECK: %[[T:.*]] = plan.buffer 0
  // CHECK: plan.launch @negate(%[[W]]) -> (%[[T]])
  // CHECK-NEXT: plan.copy %[[T]] -> %[[W]]
  %1 = func.call @negate(%0) : (tensor<4xf32>) -> tensor<4xf32>
  model.assign @w, %1 : tensor<4xf32>
  func.func private @negate(%a: tensor<4xf32>) -> tensor<4xf32> attributes {plan.kernel} {
    %r = arith.negf %a : tensor<4xf32>
    func.return %r : tensor<4xf32>
  }
}

// -----

#mesh = #dist.mesh<"x" = 2, "y" = 2>
#whole = #dist.sharding<#mesh, [[]]>

// Tests that a later read of the old value keeps the new one out of the variable's memory.
// CHECK-LABEL: plan.program @late_read
dist.local_program @late_read on #mesh {
  dist.shard @w variable : tensor<4xf32> of tensor<4xf32, #whole> {argument = 0 : i64}
  dist.shard @r output : tensor<4xf32> of tensor<4xf32, #whole> {result = 0 : i64}
  // CHECK-DAG: %[[W:.*]] = plan.shard @w
  // CHECK-DAG: %[[R:.*]] = plan.shard @r
  // CHECK-DAG: %[[T:.*]] = plan.buffer 0
  %0 = model.read @w : tensor<4xf32>
  // CHECK: plan.launch @negate(%[[W]]) -> (%[[T]])
  // CHECK-NEXT: plan.launch @negate(%[[W]]) -> (%[[R]])
  // CHECK-NEXT: plan.copy %[[T]] -> %[[W]]
  %1 = func.call @negate(%0) : (tensor<4xf32>) -> tensor<4xf32>
  %2 = func.call @negate(%0) : (tensor<4xf32>) -> tensor<4xf32>
  model.assign @w, %1 : tensor<4xf32>
  model.assign @r, %2 : tensor<4xf32>
  func.func private @negate(%a: tensor<4xf32>) -> tensor<4xf32> attributes {plan.kernel, plan.in_place = [array<i64: 0, 0>]} {
    %r = arith.negf %a : tensor<4xf32>
    func.return %r : tensor<4xf32>
  }
}

// -----

#mesh = #dist.mesh<"x" = 2, "y" = 2>
#whole = #dist.sharding<#mesh, [[]]>

// Tests that variables that change places are saved first.
// CHECK-LABEL: plan.program @swap
dist.local_program @swap on #mesh {
  dist.shard @a variable : tensor<4xf32> of tensor<4xf32, #whole> {argument = 0 : i64}
  dist.shard @b variable : tensor<4xf32> of tensor<4xf32, #whole> {argument = 1 : i64}
  // CHECK-DAG: %[[A:.*]] = plan.shard @a
  // CHECK-DAG: %[[B:.*]] = plan.shard @b
  // CHECK-DAG: %[[T:.*]] = plan.buffer 0
  // CHECK-DAG: %[[U:.*]] = plan.buffer 64
  %0 = model.read @a : tensor<4xf32>
  %1 = model.read @b : tensor<4xf32>
  // CHECK: plan.copy %[[B]] -> %[[T]]
  // CHECK-NEXT: plan.copy %[[A]] -> %[[U]]
  // CHECK-NEXT: plan.copy %[[T]] -> %[[A]]
  // CHECK-NEXT: plan.copy %[[U]] -> %[[B]]
  model.assign @a, %1 : tensor<4xf32>
  model.assign @b, %0 : tensor<4xf32>
}

// -----

#mesh = #dist.mesh<"x" = 2, "y" = 2>
#whole = #dist.sharding<#mesh, [[], []]>
#rows = #dist.sharding<#mesh, [["x"], []]>
#map = affine_map<(m, n, k) -> (m, k)>
#map1 = affine_map<(m, n, k) -> (k, n)>
#map2 = affine_map<(m, n, k) -> (m, n)>

// Tests that memory is used again, and that reshapes are views.
// CHECK-LABEL: plan.program @reuse
// CHECK-SAME: arena 128
dist.local_program @reuse on #mesh {
  dist.shard @a input : tensor<4x4xf32> of tensor<4x4xf32, #whole> {argument = 0 : i64}
  dist.shard @r output : tensor<2x8xf32> of tensor<2x8xf32, #whole> {result = 0 : i64}
  // CHECK: %[[A:.*]] = plan.shard @a
  // CHECK: %[[X:.*]] = plan.buffer 0
  // CHECK: %[[Y:.*]] = plan.buffer 64
  // CHECK: plan.contract %[[A]], %[[A]] -> %[[X]]
  // CHECK: plan.contract %[[A]], %[[X]] -> %[[Y]]
  // CHECK: plan.contract %[[A]], %[[Y]] -> %[[X]]
  %zero = arith.constant dense<0.0> : tensor<4x4xf32>
  %0 = model.read @a : tensor<4x4xf32>
  %1 = linalg.contract indexing_maps = [#map, #map1, #map2] ins(%0, %0 : tensor<4x4xf32>, tensor<4x4xf32>) outs(%zero : tensor<4x4xf32>) -> tensor<4x4xf32>
  %2 = linalg.contract indexing_maps = [#map, #map1, #map2] ins(%0, %1 : tensor<4x4xf32>, tensor<4x4xf32>) outs(%zero : tensor<4x4xf32>) -> tensor<4x4xf32>
  %3 = linalg.contract indexing_maps = [#map, #map1, #map2] ins(%0, %2 : tensor<4x4xf32>, tensor<4x4xf32>) outs(%zero : tensor<4x4xf32>) -> tensor<4x4xf32>
  %4 = linalg.contract indexing_maps = [#map, #map1, #map2] ins(%0, %3 : tensor<4x4xf32>, tensor<4x4xf32>) outs(%zero : tensor<4x4xf32>) -> tensor<4x4xf32>
  // CHECK: plan.contract %[[A]], %[[X]] -> %[[R:.*]] maps
  %5 = tensor.collapse_shape %4 [[0, 1]] : tensor<4x4xf32> into tensor<16xf32>
  %6 = tensor.expand_shape %5 [[0, 1]] output_shape [2, 8] : tensor<16xf32> into tensor<2x8xf32>
  model.assign @r, %6 : tensor<2x8xf32>
}
