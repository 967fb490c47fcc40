// RUN: shard-opt %s -split-input-file -plan-schedule | FileCheck %s
// RUN: shard-opt %s -split-input-file -plan-schedule=any-order | FileCheck %s --check-prefix=ANY

!t = tensor<2x100x4x16xbf16>
#mesh = #dist.mesh<"x" = 2>
#split = #dist.sharding<#mesh, [["x"], [], [], []]>

// Tests that an attention and its gradient are commands on the buffers that they
// are given, with a workspace that lives while they run: in one order 2 * 4 heads
// of 128 x 128 gradients of scores in bf16, 2 * 4 * 100 sums in f32, lengths for
// a batch of 2, and 256 bytes; in any order as many gradients of queries in f32
// in place of those of the scores.
// CHECK-LABEL: plan.program @both
// CHECK-DAG: %[[Q:.*]] = plan.shard @q
// CHECK-DAG: %[[G:.*]] = plan.shard @g
// CHECK-DAG: %[[O:.*]] = plan.shard @o
// CHECK-DAG: %[[DV:.*]] = plan.shard @dv
// CHECK-DAG: %[[S:.*]] = plan.buffer {{.*}} : memref<2x4x100xf32>
// CHECK-DAG: %[[SMALL:.*]] = plan.buffer {{.*}} : memref<320xi8>
// CHECK-DAG: %[[LARGE:.*]] = plan.buffer {{.*}} : memref<265664xi8>
// CHECK: plan.attention %[[Q]], %[[Q]], %[[Q]] -> %[[O]], %[[S]] with %[[SMALL]] scale 2.500000e-01 causal :
// CHECK-NEXT: plan.attention_grad %[[Q]], %[[Q]], %[[Q]], %[[O]], %[[S]], %[[G]] -> %{{.*}}, %{{.*}}, %[[DV]] with %[[LARGE]] scale 2.500000e-01 causal :
// CHECK-NOT: plan.
// ANY-LABEL: plan.program @both
// ANY: plan.attention %{{.*}} scale 2.500000e-01 causal :
// ANY: plan.attention_grad %{{.*}} scale 2.500000e-01 causal any_order : {{.*}} with memref<54720xi8>
dist.local_program @both on #mesh {
  dist.shard @q input : !t of tensor<4x100x4x16xbf16, #split> {argument = 0 : i64}
  dist.shard @g input : !t of tensor<4x100x4x16xbf16, #split> {argument = 1 : i64}
  dist.shard @o output : !t of tensor<4x100x4x16xbf16, #split> {result = 0 : i64}
  dist.shard @dv output : !t of tensor<4x100x4x16xbf16, #split> {result = 1 : i64}
  %q = model.read @q : !t
  %g = model.read @g : !t
  %o, %s = model.attention %q, %q, %q scale 0.25 causal : (!t, !t, !t) -> (!t, tensor<2x4x100xf32>)
  %dq, %dk, %dv = model.attention_grad %q, %q, %q, %o, %s, %g scale 0.25 causal : (!t, !t, !t, !t, tensor<2x4x100xf32>, !t) -> (!t, !t, !t)
  model.assign @o, %o : !t
  model.assign @dv, %dv : !t
}

// -----

!q = tensor<1x64x8x16xf16>
!k = tensor<1x64x2x16xf16>
#mesh = #dist.mesh<"x" = 1>
#q = #dist.sharding<#mesh, [[], [], [], []]>

// Tests that gradients of heads that share keys have more workspace: 8 * 64 rows
// of 16 + 16 elements.
// CHECK-LABEL: plan.program @grouped
// CHECK: plan.attention_grad {{.*}} with memref<166208xi8>
dist.local_program @grouped on #mesh {
  dist.shard @q input : !q of tensor<1x64x8x16xf16, #q> {argument = 0 : i64}
  dist.shard @k input : !k of tensor<1x64x2x16xf16, #q> {argument = 1 : i64}
  dist.shard @r output : !k of tensor<1x64x2x16xf16, #q> {result = 0 : i64}
  %q = model.read @q : !q
  %k = model.read @k : !k
  %o, %s = model.attention %q, %k, %k scale 0.25 : (!q, !k, !k) -> (!q, tensor<1x8x64xf32>)
  %dq, %dk, %dv = model.attention_grad %q, %k, %k, %o, %s, %q scale 0.25 : (!q, !k, !k, !q, tensor<1x8x64xf32>, !q) -> (!q, !k, !k)
  model.assign @r, %dk : !k
}
