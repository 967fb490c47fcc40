// RUN: shard-opt %s -shardwise-partition -shardwise-gpu | FileCheck %s
// RUN: shard-opt %s -shardwise-partition -shardwise-cpu | FileCheck %s --check-prefix=CPU

// Tests that an attention is split over batch and heads as one operation, and a
// command of the plan for GPUs, which takes the products' results where they are
// and gives its own to the next product as they are; for CPUs it is decomposed.
// CHECK-LABEL: plan.program @step on #mesh
// CHECK-NOT: plan.launch
// CHECK: plan.contract %{{.*}} -> %[[Q:.*]] maps {{.*}} -> memref<2x32x4x16xbf16>
// CHECK-NEXT: plan.contract %{{.*}} -> %[[K:.*]] maps
// CHECK-NEXT: plan.contract %{{.*}} -> %[[V:.*]] maps
// CHECK-NEXT: plan.attention %[[Q]], %[[K]], %[[V]] -> %[[O:.*]], %{{.*}} with %{{.*}} scale 2.500000e-01 causal : memref<2x32x4x16xbf16>,
// CHECK-NEXT: plan.contract %[[O]], %{{.*}} maps
// CHECK-NEXT: plan.collective "all_reduce"
// CHECK-NOT: plan.launch
// CPU-LABEL: plan.program @step on #mesh
// CPU-NOT: plan.attention
#x = affine_map<(b, s, h, d, c) -> (b, s, c)>
#w = affine_map<(b, s, h, d, c) -> (c, h, d)>
#h = affine_map<(b, s, h, d, c) -> (b, s, h, d)>
#o = affine_map<(b, s, c, h, d) -> (b, s, h, d)>
#p = affine_map<(b, s, c, h, d) -> (h, d, c)>
#y = affine_map<(b, s, c, h, d) -> (b, s, c)>
!x = tensor<4x32x64xbf16>
!w = tensor<64x8x16xbf16>
!h = tensor<4x32x8x16xbf16>
model.program @step {
  dist.layout_map #dist.mesh<"data" = 2, "model" = 2> model_parallel batch_axis "data" {
    dist.rule "q|k|v" [[], ["model"], []]
    dist.rule "o" [["model"], [], []]
  }
  model.variable @q : !w {argument = 0 : i64, kind = #model<kind trainable>}
  model.variable @k : !w {argument = 1 : i64, kind = #model<kind trainable>}
  model.variable @v : !w {argument = 2 : i64, kind = #model<kind trainable>}
  model.variable @o : tensor<8x16x64xbf16> {argument = 3 : i64, kind = #model<kind trainable>}
  model.input @x : !x {argument = 4 : i64}
  model.output @y : !x {result = 0 : i64}
  %wq = model.read @q : !w
  %wk = model.read @k : !w
  %wv = model.read @v : !w
  %wo = model.read @o : tensor<8x16x64xbf16>
  %x = model.read @x : !x
  %zh = arith.constant dense<0.0> : !h
  %zx = arith.constant dense<0.0> : !x
  %q = linalg.contract indexing_maps = [#x, #w, #h] ins(%x, %wq : !x, !w) outs(%zh : !h) -> !h
  %k = linalg.contract indexing_maps = [#x, #w, #h] ins(%x, %wk : !x, !w) outs(%zh : !h) -> !h
  %v = linalg.contract indexing_maps = [#x, #w, #h] ins(%x, %wv : !x, !w) outs(%zh : !h) -> !h
  %o, %s = model.attention %q, %k, %v scale 0.25 causal : (!h, !h, !h) -> (!h, tensor<4x8x32xf32>)
  %y = linalg.contract indexing_maps = [#o, #p, #y] ins(%o, %wo : !h, tensor<8x16x64xbf16>) outs(%zx : !x) -> !x
  model.assign @y, %y : !x
}
