// RUN: shard-opt %s | shard-opt | FileCheck %s

#mesh = #dist.mesh<"x" = 2>
#split = #dist.sharding<#mesh, [["x"]]>
#whole = #dist.sharding<#mesh, [[]]>
#lhs = affine_map<(m, n, k) -> (m, k)>
#rhs = affine_map<(m, n, k) -> (k, n)>
#out = affine_map<(m, n, k) -> (m, n)>

// Tests that every operation prints as it is read.
// CHECK-LABEL: plan.program @step on #mesh arena 128 {
plan.program @step on #mesh arena 128 {
  // CHECK: dist.shard @a input
  dist.shard @a input : tensor<2xf32> of tensor<4xf32, #split> {argument = 0 : i64}
  dist.shard @r output : tensor<4xf32> of tensor<4xf32, #whole> {result = 0 : i64}
  func.func private @negate(%x: tensor<2xf32>) -> tensor<2xf32> attributes {plan.in_place = [array<i64: 0, 0>], plan.kernel} {
    %y = arith.negf %x : tensor<2xf32>
    func.return %y : tensor<2xf32>
  }
  // CHECK: %[[A:.*]] = plan.shard @a : memref<2xf32>
  %a = plan.shard @a : memref<2xf32>
  %r = plan.shard @r : memref<4xf32>
  // CHECK: %[[T:.*]] = plan.buffer 0 : memref<2xf32>
  %t = plan.buffer 0 : memref<2xf32>
  // CHECK: plan.buffer 64 : memref<i1>
  %go = plan.buffer 64 : memref<i1>
  // CHECK: plan.constant dense<false> : tensor<i1> : memref<i1>
  %no = plan.constant dense<false> : tensor<i1> : memref<i1>
  // CHECK: %[[V:.*]] = plan.view %[[T]] : memref<2xf32> as memref<1x2xf32>
  %v = plan.view %t : memref<2xf32> as memref<1x2xf32>
  // CHECK: plan.part %[[T]] at 1 : memref<2xf32> as memref<1x1xf32>
  %p = plan.part %t at 1 : memref<2xf32> as memref<1x1xf32>
  %m = plan.constant dense<1.0> : tensor<2x2xf32> : memref<2x2xf32>
  %o = plan.buffer 0 : memref<1x2xf32>
  // CHECK: plan.launch @negate(%[[A]]) -> (%[[T]]) : (memref<2xf32>) -> memref<2xf32>
  plan.launch @negate(%a) -> (%t) : (memref<2xf32>) -> memref<2xf32>
  // CHECK: plan.launch @negate(%[[T]]) -> (%[[T]])
  plan.launch @negate(%t) -> (%t) : (memref<2xf32>) -> memref<2xf32>
  // CHECK: plan.contract %[[V]], %{{.*}} -> %{{.*}} maps [#map, #map1, #map2] :
  plan.contract %v, %m -> %o maps [#lhs, #rhs, #out] : memref<1x2xf32>, memref<2x2xf32> -> memref<1x2xf32>
  // CHECK: plan.contract %[[V]], %{{.*}} -> %{{.*}} accumulate maps
  plan.contract %v, %m -> %o accumulate maps [#lhs, #rhs, #out] : memref<1x2xf32>, memref<2x2xf32> -> memref<1x2xf32>
  // CHECK: plan.contract %[[V]], %{{.*}} plus %[[A]] -> %{{.*}} maps {{.*}} : memref<1x2xf32>, memref<2x2xf32> plus memref<2xf32> -> memref<1x2xf32>
  plan.contract %v, %m plus %a -> %o maps [#lhs, #rhs, #out] : memref<1x2xf32>, memref<2x2xf32> plus memref<2xf32> -> memref<1x2xf32>
  // CHECK: plan.contract %[[V]], %{{.*}} plus %[[A]] -> %{{.*}} gelu of %[[V]] maps {{.*}} -> memref<1x2xf32> gelu of memref<1x2xf32>
  plan.contract %v, %m plus %a -> %o gelu of %v maps [#lhs, #rhs, #out] : memref<1x2xf32>, memref<2x2xf32> plus memref<2xf32> -> memref<1x2xf32> gelu of memref<1x2xf32>
  // CHECK: plan.while {
  // CHECK-NEXT: plan.condition %{{.*}} : memref<i1>
  // CHECK-NEXT: } do {
  // CHECK-NEXT: plan.copy %{{.*}} -> %{{.*}} : memref<i1> to memref<i1>
  plan.while {
    plan.condition %go : memref<i1>
  } do {
    plan.copy %no -> %go : memref<i1> to memref<i1>
  }
  // CHECK: plan.collective "all_gather"(%{{.*}}) -> (%{{.*}}) from [#sharding] to [#sharding1] : (memref<2xf32>) -> memref<4xf32>
  plan.collective "all_gather"(%t) -> (%r) from [#split] to [#whole] : (memref<2xf32>) -> memref<4xf32>
}

// Tests the contraction with a bias that tensors have before there is a plan.
// CHECK-LABEL: func.func @biased
func.func @biased(%x: tensor<4x2xf32>, %w: tensor<2x3xf32>, %b: tensor<3xf32>) {
  // CHECK: plan.biased_contract %{{.*}}, %{{.*}} plus %{{.*}} maps [#map, #map1, #map2] : tensor<4x2xf32>, tensor<2x3xf32> plus tensor<3xf32> -> tensor<4x3xf32>
  %0 = plan.biased_contract %x, %w plus %b maps [#lhs, #rhs, #out] : tensor<4x2xf32>, tensor<2x3xf32> plus tensor<3xf32> -> tensor<4x3xf32>
  // CHECK: %{{.*}}, %{{.*}} = plan.biased_contract {{.*}} -> tensor<4x3xf32> gelu of tensor<4x3xf32>
  %1, %2 = plan.biased_contract %x, %w plus %b maps [#lhs, #rhs, #out] : tensor<4x2xf32>, tensor<2x3xf32> plus tensor<3xf32> -> tensor<4x3xf32> gelu of tensor<4x3xf32>
  func.return
}
