// RUN: shard-opt %s --dist-propagate --dist-partition --dist-print-collectives -o /dev/null | FileCheck %s

// Tests that a Megatron pair on data = 2, model = 4 communicates what the theory
// says: over "model" one all_reduce forward and one backward, over "data" the
// gradients of both weights.

#mesh = #dist.mesh<"data" = 2, "model" = 4>
#batch = #dist.sharding<#mesh, [["data"], []]>
#col = #dist.sharding<#mesh, [[], ["model"]]>
#row = #dist.sharding<#mesh, [["model"], []]>
#mk = affine_map<(m, n, k) -> (m, k)>
#kn = affine_map<(m, n, k) -> (k, n)>
#mn = affine_map<(m, n, k) -> (m, n)>
#km = affine_map<(m, n, k) -> (k, m)>
#nk = affine_map<(m, n, k) -> (n, k)>
// CHECK-LABEL: @pair
// CHECK-NEXT: all_reduce over ["model"]: 2, 3072 bytes per device
// CHECK-NEXT: all_reduce over ["data"]: 2, 4096 bytes per device
// CHECK-NEXT: total: 7168 bytes per device
dist.program @pair on #mesh {
  model.variable @w1 : tensor<32x64xf32, #col> {argument = 0 : i64, kind = #model<kind trainable>}
  model.variable @w2 : tensor<64x32xf32, #row> {argument = 1 : i64, kind = #model<kind trainable>}
  model.input @x : tensor<16x32xf32, #batch> {argument = 2 : i64}
  model.input @dy : tensor<16x32xf32, #batch> {argument = 3 : i64}
  model.output @y : tensor<16x32xf32, #batch> {result = 0 : i64}
  model.output @dx : tensor<16x32xf32, #batch> {result = 1 : i64}
  %w1 = model.read @w1 : tensor<32x64xf32>
  %w2 = model.read @w2 : tensor<64x32xf32>
  %x = model.read @x : tensor<16x32xf32>
  %dy = model.read @dy : tensor<16x32xf32>
  %z64 = arith.constant dense<0.0> : tensor<16x64xf32>
  %z32 = arith.constant dense<0.0> : tensor<16x32xf32>
  %h = linalg.contract indexing_maps = [#mk, #kn, #mn] ins(%x, %w1 : tensor<16x32xf32>, tensor<32x64xf32>) outs(%z64 : tensor<16x64xf32>) -> tensor<16x64xf32>
  %a = math.tanh %h : tensor<16x64xf32>
  %y = linalg.contract indexing_maps = [#mk, #kn, #mn] ins(%a, %w2 : tensor<16x64xf32>, tensor<64x32xf32>) outs(%z32 : tensor<16x32xf32>) -> tensor<16x32xf32>
  model.assign @y, %y : tensor<16x32xf32>
  %zw2 = arith.constant dense<0.0> : tensor<64x32xf32>
  %dw2 = linalg.contract indexing_maps = [#km, #kn, #mn] ins(%a, %dy : tensor<16x64xf32>, tensor<16x32xf32>) outs(%zw2 : tensor<64x32xf32>) -> tensor<64x32xf32>
  %da = linalg.contract indexing_maps = [#mk, #nk, #mn] ins(%dy, %w2 : tensor<16x32xf32>, tensor<64x32xf32>) outs(%z64 : tensor<16x64xf32>) -> tensor<16x64xf32>
  %zw1 = arith.constant dense<0.0> : tensor<32x64xf32>
  %dw1 = linalg.contract indexing_maps = [#km, #kn, #mn] ins(%x, %da : tensor<16x32xf32>, tensor<16x64xf32>) outs(%zw1 : tensor<32x64xf32>) -> tensor<32x64xf32>
  %dx = linalg.contract indexing_maps = [#mk, #nk, #mn] ins(%da, %w1 : tensor<16x64xf32>, tensor<32x64xf32>) outs(%z32 : tensor<16x32xf32>) -> tensor<16x32xf32>
  model.assign @dx, %dx : tensor<16x32xf32>
  %n1 = arith.subf %w1, %dw1 : tensor<32x64xf32>
  %n2 = arith.subf %w2, %dw2 : tensor<64x32xf32>
  model.assign @w1, %n1 : tensor<32x64xf32>
  model.assign @w2, %n2 : tensor<64x32xf32>
}
