// RUN: shard-opt %s -shardwise-partition -shardwise-cpu | FileCheck %s

// Tests that both pipelines together take a step with a layout map to a plan.
// CHECK-LABEL: plan.program @step on #mesh
// CHECK: dist.shard @w variable : tensor<8x2xf32> of tensor<8x4xf32,
// CHECK: %[[W:.*]] = plan.shard @w : memref<8x2xf32>
// CHECK: plan.contract
// CHECK: plan.contract
// CHECK: plan.collective "all_reduce"(%[[G:.*]]) -> (%[[G]])
// CHECK: plan.launch @{{.*}}(%[[W]], %[[G]]) -> (%[[W]])
// CHECK-NOT: plan.copy
#mk = affine_map<(m, n, k) -> (m, k)>
#kn = affine_map<(m, n, k) -> (k, n)>
#mn = affine_map<(m, n, k) -> (m, n)>
#km = affine_map<(m, n, k) -> (k, m)>
model.program @step {
  dist.layout_map #dist.mesh<"data" = 2, "model" = 2> model_parallel batch_axis "data" {
    dist.rule "w" [[], ["model"]]
  }
  model.variable @w : tensor<8x4xf32> {argument = 0 : i64, kind = #model<kind trainable>}
  model.input @x : tensor<6x8xf32> {argument = 1 : i64}
  %w = model.read @w : tensor<8x4xf32>
  %x = model.read @x : tensor<6x8xf32>
  %zero = arith.constant dense<0.0> : tensor<6x4xf32>
  %y = linalg.contract indexing_maps = [#mk, #kn, #mn] ins(%x, %w : tensor<6x8xf32>, tensor<8x4xf32>) outs(%zero : tensor<6x4xf32>) -> tensor<6x4xf32>
  %zero2 = arith.constant dense<0.0> : tensor<8x4xf32>
  %g = linalg.contract indexing_maps = [#km, #kn, #mn] ins(%x, %y : tensor<6x8xf32>, tensor<6x4xf32>) outs(%zero2 : tensor<8x4xf32>) -> tensor<8x4xf32>
  %new = arith.subf %w, %g : tensor<8x4xf32>
  model.assign @w, %new : tensor<8x4xf32>
}
