// RUN: shard-opt %s --plan-keep-casts --split-input-file | FileCheck %s
// RUN: shard-opt %s --plan-keep-casts --plan-form-kernels=for-gpu --plan-schedule --split-input-file | FileCheck %s --check-prefix=PLAN

#mesh = #dist.mesh<"x" = 2>
#half = #dist.sharding<#mesh, [["x"], []]>
#whole = #dist.sharding<#mesh, [[], []]>

// Tests that the cast which a product reads is kept, and that the kernel which
// updates the variable writes it in place.
// CHECK-LABEL: dist.local_program @step
// CHECK: dist.shard @w variable : tensor<4x8xf32> of tensor<8x8xf32,
// CHECK-NEXT: dist.shard @"w as bf16" copy : tensor<4x8xbf16> of tensor<8x8xbf16, #{{.*}}> {copy_of = @w}
// CHECK: %[[W:.*]] = model.read @w
// CHECK: %[[C:.*]] = model.read @"w as bf16" : tensor<4x8xbf16>
// CHECK: linalg.contract {{.*}} ins(%{{.*}}, %[[C]] :
// CHECK: %[[N:.*]] = arith.subf %[[W]]
// CHECK: %[[T:.*]] = arith.truncf %[[N]]
// CHECK: model.assign @w, %[[N]]
// CHECK: model.assign @"w as bf16", %[[T]]
// PLAN-LABEL: plan.program @step
// PLAN-DAG: %[[W:.*]] = plan.shard @w : memref<4x8xf32>
// PLAN-DAG: %[[C:.*]] = plan.shard @"w as bf16" : memref<4x8xbf16>
// PLAN: plan.contract {{.*}}%[[C]]
// PLAN: plan.launch @{{.*}}(%[[W]], %{{.*}}) -> (%[[W]], %[[C]])
// PLAN-NOT: plan.copy
dist.local_program @step on #mesh {
  dist.shard @w variable : tensor<4x8xf32> of tensor<8x8xf32, #half> {argument = 0 : i64}
  dist.shard @x input : tensor<8x4xbf16> of tensor<8x4xbf16, #whole> {argument = 1 : i64}
  dist.shard @g input : tensor<4x8xf32> of tensor<4x8xf32, #whole> {argument = 2 : i64}
  dist.shard @y output : tensor<8x8xbf16> of tensor<8x8xbf16, #whole> {result = 1 : i64}
  %w = model.read @w : tensor<4x8xf32>
  %x = model.read @x : tensor<8x4xbf16>
  %g = model.read @g : tensor<4x8xf32>
  %zero = arith.constant dense<0.0> : tensor<8x8xbf16>
  %c = arith.truncf %w : tensor<4x8xf32> to tensor<4x8xbf16>
  %0 = linalg.contract indexing_maps = [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (k, j)>, affine_map<(i, j, k) -> (i, j)>] ins(%x, %c : tensor<8x4xbf16>, tensor<4x8xbf16>) outs(%zero : tensor<8x8xbf16>) -> tensor<8x8xbf16>
  model.assign @y, %0 : tensor<8x8xbf16>
  %n = arith.subf %w, %g : tensor<4x8xf32>
  model.assign @w, %n : tensor<4x8xf32>
}

// -----

#mesh = #dist.mesh<"x" = 2>
#whole = #dist.sharding<#mesh, [[], []]>

// Tests that nothing is kept of a variable that stays as it is, and of a cast
// that a kernel computes on its way.
// CHECK-LABEL: dist.local_program @not_worth_it
// CHECK-NOT: copy
// CHECK: model.assign @v
dist.local_program @not_worth_it on #mesh {
  dist.shard @w variable : tensor<8x8xf32> of tensor<8x8xf32, #whole> {argument = 0 : i64}
  dist.shard @v variable : tensor<8x8xf32> of tensor<8x8xf32, #whole> {argument = 1 : i64}
  dist.shard @y output : tensor<8x8xbf16> of tensor<8x8xbf16, #whole> {result = 1 : i64}
  %w = model.read @w : tensor<8x8xf32>
  %v = model.read @v : tensor<8x8xf32>
  %zero = arith.constant dense<0.0> : tensor<8x8xbf16>
  %c = arith.truncf %w : tensor<8x8xf32> to tensor<8x8xbf16>
  %0 = linalg.contract indexing_maps = [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (k, j)>, affine_map<(i, j, k) -> (i, j)>] ins(%c, %c : tensor<8x8xbf16>, tensor<8x8xbf16>) outs(%zero : tensor<8x8xbf16>) -> tensor<8x8xbf16>
  %d = arith.truncf %v : tensor<8x8xf32> to tensor<8x8xbf16>
  %1 = arith.addf %0, %d : tensor<8x8xbf16>
  model.assign @y, %1 : tensor<8x8xbf16>
  %n = arith.negf %v : tensor<8x8xf32>
  model.assign @v, %n : tensor<8x8xf32>
}
