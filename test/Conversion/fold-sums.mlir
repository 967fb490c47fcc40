// RUN: shard-opt %s --plan-fold-sums | FileCheck %s
// RUN: shard-opt %s --plan-fold-sums --plan-form-kernels=for-gpu --plan-schedule | FileCheck %s --check-prefix=PLAN

#mesh = #dist.mesh<"x" = 2>
#whole = #dist.sharding<#mesh, [[], []]>

// Tests that three products add up in one buffer.
// CHECK-LABEL: dist.local_program @three
// CHECK: %[[A:.*]] = linalg.contract {{.*}} outs(%{{cst.*}} :
// CHECK: %[[B:.*]] = linalg.contract {{.*}} outs(%[[A]] :
// CHECK: %[[C:.*]] = linalg.contract {{.*}} outs(%[[B]] :
// CHECK-NOT: arith.addf
// CHECK: model.assign @y, %[[C]]
// PLAN-LABEL: plan.program @three
// PLAN: plan.contract %{{.*}}, %{{.*}} -> %[[Y:.*]] maps
// PLAN-COUNT-2: plan.contract %{{.*}}, %{{.*}} -> %[[Y]] accumulate maps
// PLAN-NOT: plan.copy
dist.local_program @three on #mesh {
  dist.shard @a input : tensor<4x4xbf16> of tensor<4x4xbf16, #whole> {argument = 0 : i64}
  dist.shard @b input : tensor<4x4xbf16> of tensor<4x4xbf16, #whole> {argument = 1 : i64}
  dist.shard @y output : tensor<4x4xbf16> of tensor<4x4xbf16, #whole> {result = 0 : i64}
  %a = model.read @a : tensor<4x4xbf16>
  %b = model.read @b : tensor<4x4xbf16>
  %zero = arith.constant dense<0.0> : tensor<4x4xbf16>
  %0 = linalg.contract indexing_maps = [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (k, j)>, affine_map<(i, j, k) -> (i, j)>] ins(%a, %b : tensor<4x4xbf16>, tensor<4x4xbf16>) outs(%zero : tensor<4x4xbf16>) -> tensor<4x4xbf16>
  %1 = linalg.contract indexing_maps = [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (k, j)>, affine_map<(i, j, k) -> (i, j)>] ins(%b, %b : tensor<4x4xbf16>, tensor<4x4xbf16>) outs(%zero : tensor<4x4xbf16>) -> tensor<4x4xbf16>
  %2 = arith.addf %1, %0 : tensor<4x4xbf16>
  %3 = linalg.contract indexing_maps = [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (k, j)>, affine_map<(i, j, k) -> (i, j)>] ins(%b, %a : tensor<4x4xbf16>, tensor<4x4xbf16>) outs(%zero : tensor<4x4xbf16>) -> tensor<4x4xbf16>
  %4 = arith.addf %2, %3 : tensor<4x4xbf16>
  model.assign @y, %4 : tensor<4x4xbf16>
}

// Tests that a product with another use is added in a kernel.
// CHECK-LABEL: dist.local_program @shared
// CHECK: arith.addf
dist.local_program @shared on #mesh {
  dist.shard @a input : tensor<4x4xf32> of tensor<4x4xf32, #whole> {argument = 0 : i64}
  dist.shard @y output : tensor<4x4xf32> of tensor<4x4xf32, #whole> {result = 0 : i64}
  dist.shard @z output : tensor<4x4xf32> of tensor<4x4xf32, #whole> {result = 1 : i64}
  %a = model.read @a : tensor<4x4xf32>
  %zero = arith.constant dense<0.0> : tensor<4x4xf32>
  %0 = linalg.contract indexing_maps = [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (k, j)>, affine_map<(i, j, k) -> (i, j)>] ins(%a, %a : tensor<4x4xf32>, tensor<4x4xf32>) outs(%zero : tensor<4x4xf32>) -> tensor<4x4xf32>
  %1 = linalg.contract indexing_maps = [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (j, k)>, affine_map<(i, j, k) -> (i, j)>] ins(%a, %a : tensor<4x4xf32>, tensor<4x4xf32>) outs(%zero : tensor<4x4xf32>) -> tensor<4x4xf32>
  %2 = arith.addf %0, %1 : tensor<4x4xf32>
  model.assign @y, %2 : tensor<4x4xf32>
  model.assign @z, %1 : tensor<4x4xf32>
}
