// RUN: shard-opt %s -split-input-file -plan-schedule="overlap" | FileCheck %s
// RUN: shard-opt %s -split-input-file -plan-schedule="overlap cut-rows=0" | FileCheck %s --check-prefix=WHOLE
// RUN: shard-opt %s -split-input-file -plan-schedule="overlap cut-rows=2048" | FileCheck %s --check-prefix=WHOLE

#mesh = #dist.mesh<"x" = 2>
#whole = #dist.sharding<#mesh, [[], [], []]>
#part = #dist.sharding<#mesh, [[], [], []], partial(sum) = ["x"]>
#lhs = affine_map<(b, s, n, k) -> (b, s, k)>
#rhs = affine_map<(b, s, n, k) -> (k, n)>
#out = affine_map<(b, s, n, k) -> (b, s, n)>

// Tests that a product is cut by rows where nothing else can run beside the exchange of its result, and that what is
// received has memory from the first rows on, not that of the product's inputs.
// CHECK-LABEL: plan.program @forward
// CHECK-SAME: arena 268435456
// CHECK-DAG: %[[H:.*]] = plan.buffer 0 : memref<4x2048x8192xbf16>
// CHECK-DAG: %[[H0:.*]] = plan.part %[[H]] at 0 : memref<4x2048x8192xbf16> as memref<6144x8192xbf16>
// CHECK-DAG: %[[H1:.*]] = plan.part %[[H]] at 50331648 : memref<4x2048x8192xbf16> as memref<2048x8192xbf16>
// CHECK-DAG: %[[P0:.*]] = plan.part %[[P:.*]] at 0 : memref<4x2048x4096xbf16> as memref<6144x4096xbf16>
// CHECK-DAG: %[[P1:.*]] = plan.part %[[P]] at 25165824 : memref<4x2048x4096xbf16> as memref<2048x4096xbf16>
// CHECK-DAG: %[[Q0:.*]] = plan.part %[[Q:.*]] at 0 : memref<4x2048x4096xbf16> as memref<6144x4096xbf16>
// CHECK-DAG: %[[Q1:.*]] = plan.part %[[Q]] at 25165824 : memref<4x2048x4096xbf16> as memref<2048x4096xbf16>
// CHECK: plan.launch @negate
// CHECK-NEXT: plan.contract %[[H0]], %[[W:.*]] -> %[[P0]] maps [#map, #map1, #map2]
// CHECK-NEXT: plan.collective "partial_swap" stream 1(%[[P0]]) -> (%[[Q0]])
// CHECK-NEXT: plan.contract %[[H1]], %[[W]] -> %[[P1]] maps
// CHECK-NEXT: plan.collective "partial_swap" stream 1(%[[P1]]) -> (%[[Q1]])
// CHECK-NEXT: plan.launch @add(%[[P]], %[[Q]])
// WHOLE-LABEL: plan.program @forward
// WHOLE: plan.contract
// WHOLE-NEXT: plan.collective "partial_swap" stream 1
// WHOLE-NEXT: plan.launch @add
dist.local_program @forward on #mesh {
  dist.shard @x input : tensor<4x2048x8192xbf16> of tensor<4x2048x8192xbf16, #whole> {argument = 0 : i64}
  dist.shard @w input : tensor<8192x4096xbf16> of tensor<8192x4096xbf16, #dist.sharding<#mesh, [[], []]>> {argument = 1 : i64}
  dist.shard @r output : tensor<4x2048x4096xbf16> of tensor<4x2048x4096xbf16, #whole> {result = 0 : i64}
  %x = model.read @x : tensor<4x2048x8192xbf16>
  %w = model.read @w : tensor<8192x4096xbf16>
  %zero = arith.constant dense<0.0> : tensor<4x2048x4096xbf16>
  %h = func.call @negate(%x) : (tensor<4x2048x8192xbf16>) -> tensor<4x2048x8192xbf16>
  %p = linalg.contract indexing_maps = [#lhs, #rhs, #out] ins(%h, %w : tensor<4x2048x8192xbf16>, tensor<8192x4096xbf16>) outs(%zero : tensor<4x2048x4096xbf16>) -> tensor<4x2048x4096xbf16>
  %q = dist.partial_swap %p from #part to #whole : tensor<4x2048x4096xbf16> -> tensor<4x2048x4096xbf16>
  %0 = func.call @add(%p, %q) : (tensor<4x2048x4096xbf16>, tensor<4x2048x4096xbf16>) -> tensor<4x2048x4096xbf16>
  model.assign @r, %0 : tensor<4x2048x4096xbf16>
  func.func private @negate(%a: tensor<4x2048x8192xbf16>) -> tensor<4x2048x8192xbf16> attributes {plan.kernel} {
    %r = arith.negf %a : tensor<4x2048x8192xbf16>
    func.return %r : tensor<4x2048x8192xbf16>
  }
  func.func private @add(%a: tensor<4x2048x4096xbf16>, %b: tensor<4x2048x4096xbf16>) -> tensor<4x2048x4096xbf16> attributes {plan.kernel} {
    %r = arith.addf %a, %b : tensor<4x2048x4096xbf16>
    func.return %r : tensor<4x2048x4096xbf16>
  }
}
