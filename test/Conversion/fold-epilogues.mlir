// RUN: shard-opt %s --plan-fold-epilogues | FileCheck %s
// RUN: shard-opt %s --plan-fold-epilogues --plan-keep-casts --plan-form-kernels=for-gpu --plan-schedule | FileCheck %s --check-prefix=PLAN

#mesh = #dist.mesh<"x" = 2>
#whole = #dist.sharding<#mesh, [[], [], [], []]>
#matrix = #dist.sharding<#mesh, [[], []]>
#cube = #dist.sharding<#mesh, [[], [], []]>
#vector = #dist.sharding<#mesh, [[]]>
#x = affine_map<(b, s, h, d, k) -> (b, s, k)>
#w = affine_map<(b, s, h, d, k) -> (k, h, d)>
#y = affine_map<(b, s, h, d, k) -> (b, s, h, d)>

// Tests that the bias of heads goes into the product, as a cast that is kept.
// CHECK-LABEL: dist.local_program @heads
// CHECK: %[[B:.*]] = arith.truncf
// CHECK: %[[Y:.*]] = plan.biased_contract %{{.*}}, %{{.*}} plus %[[B]] maps
// CHECK-SAME: -> tensor<2x4x3x5xbf16>
// CHECK-NOT: linalg.broadcast
// CHECK: model.assign @y, %[[Y]]
// PLAN-LABEL: plan.program @heads
// PLAN: dist.shard @"b as bf16" copy
// PLAN: %[[B:.*]] = plan.shard @"b as bf16"
// PLAN: plan.contract %{{.*}}, %{{.*}} plus %[[B]] -> %{{.*}} maps
dist.local_program @heads on #mesh {
  dist.shard @x input : tensor<2x4x8xbf16> of tensor<2x4x8xbf16, #cube> {argument = 0 : i64}
  dist.shard @w input : tensor<8x3x5xbf16> of tensor<8x3x5xbf16, #cube> {argument = 1 : i64}
  dist.shard @b variable : tensor<3x5xf32> of tensor<3x5xf32, #matrix> {argument = 2 : i64, result = 1 : i64}
  dist.shard @y output : tensor<2x4x3x5xbf16> of tensor<2x4x3x5xbf16, #whole> {result = 0 : i64}
  %x = model.read @x : tensor<2x4x8xbf16>
  %w = model.read @w : tensor<8x3x5xbf16>
  %b = model.read @b : tensor<3x5xf32>
  %narrow = arith.truncf %b : tensor<3x5xf32> to tensor<3x5xbf16>
  %zero = arith.constant dense<0.0> : tensor<2x4x3x5xbf16>
  %0 = linalg.contract indexing_maps = [#x, #w, #y] ins(%x, %w : tensor<2x4x8xbf16>, tensor<8x3x5xbf16>) outs(%zero : tensor<2x4x3x5xbf16>) -> tensor<2x4x3x5xbf16>
  %empty = tensor.empty() : tensor<2x4x3x5xbf16>
  %1 = linalg.broadcast ins(%narrow : tensor<3x5xbf16>) outs(%empty : tensor<2x4x3x5xbf16>) dimensions = [0, 1]
  %2 = arith.addf %1, %0 : tensor<2x4x3x5xbf16>
  model.assign @y, %2 : tensor<2x4x3x5xbf16>
  %new = arith.negf %b : tensor<3x5xf32>
  model.assign @b, %new : tensor<3x5xf32>
}

// Tests that a bias along a part of the columns stays in a kernel.
// CHECK-LABEL: dist.local_program @part
// CHECK-NOT: plan.biased_contract
// CHECK: arith.addf
dist.local_program @part on #mesh {
  dist.shard @x input : tensor<2x4x8xbf16> of tensor<2x4x8xbf16, #cube> {argument = 0 : i64}
  dist.shard @w input : tensor<8x3x5xbf16> of tensor<8x3x5xbf16, #cube> {argument = 1 : i64}
  dist.shard @b input : tensor<5xbf16> of tensor<5xbf16, #vector> {argument = 2 : i64}
  dist.shard @y output : tensor<2x4x3x5xbf16> of tensor<2x4x3x5xbf16, #whole> {result = 0 : i64}
  %x = model.read @x : tensor<2x4x8xbf16>
  %w = model.read @w : tensor<8x3x5xbf16>
  %b = model.read @b : tensor<5xbf16>
  %zero = arith.constant dense<0.0> : tensor<2x4x3x5xbf16>
  %0 = linalg.contract indexing_maps = [#x, #w, #y] ins(%x, %w : tensor<2x4x8xbf16>, tensor<8x3x5xbf16>) outs(%zero : tensor<2x4x3x5xbf16>) -> tensor<2x4x3x5xbf16>
  %empty = tensor.empty() : tensor<2x4x3x5xbf16>
  %1 = linalg.broadcast ins(%b : tensor<5xbf16>) outs(%empty : tensor<2x4x3x5xbf16>) dimensions = [0, 1, 2]
  %2 = arith.addf %0, %1 : tensor<2x4x3x5xbf16>
  model.assign @y, %2 : tensor<2x4x3x5xbf16>
}

#l = affine_map<(i, j, k) -> (i, k)>
#r = affine_map<(i, j, k) -> (k, j)>
#o = affine_map<(i, j, k) -> (i, j)>
#t = affine_map<(i, j, k) -> (j, i)>

// Tests that a bias that repeats along the columns stays in a kernel, and one
// along the rows of a transposed product does not.
// CHECK-LABEL: dist.local_program @rows
// CHECK: plan.biased_contract {{.*}} -> tensor<6x4xf32>
// CHECK: linalg.contract
// CHECK-NOT: plan.biased_contract
// CHECK: arith.addf
dist.local_program @rows on #mesh {
  dist.shard @x input : tensor<4x8xf32> of tensor<4x8xf32, #matrix> {argument = 0 : i64}
  dist.shard @w input : tensor<8x6xf32> of tensor<8x6xf32, #matrix> {argument = 1 : i64}
  dist.shard @b input : tensor<4xf32> of tensor<4xf32, #vector> {argument = 2 : i64}
  dist.shard @y output : tensor<6x4xf32> of tensor<6x4xf32, #matrix> {result = 0 : i64}
  dist.shard @z output : tensor<4x6xf32> of tensor<4x6xf32, #matrix> {result = 1 : i64}
  %x = model.read @x : tensor<4x8xf32>
  %w = model.read @w : tensor<8x6xf32>
  %b = model.read @b : tensor<4xf32>
  %zero = arith.constant dense<0.0> : tensor<6x4xf32>
  %0 = linalg.contract indexing_maps = [#l, #r, #t] ins(%x, %w : tensor<4x8xf32>, tensor<8x6xf32>) outs(%zero : tensor<6x4xf32>) -> tensor<6x4xf32>
  %empty = tensor.empty() : tensor<6x4xf32>
  %1 = linalg.broadcast ins(%b : tensor<4xf32>) outs(%empty : tensor<6x4xf32>) dimensions = [0]
  %2 = arith.addf %0, %1 : tensor<6x4xf32>
  model.assign @y, %2 : tensor<6x4xf32>
  %zeros = arith.constant dense<0.0> : tensor<4x6xf32>
  %3 = linalg.contract indexing_maps = [#l, #r, #o] ins(%x, %w : tensor<4x8xf32>, tensor<8x6xf32>) outs(%zeros : tensor<4x6xf32>) -> tensor<4x6xf32>
  %other = tensor.empty() : tensor<4x6xf32>
  %4 = linalg.broadcast ins(%b : tensor<4xf32>) outs(%other : tensor<4x6xf32>) dimensions = [1]
  %5 = arith.addf %3, %4 : tensor<4x6xf32>
  model.assign @z, %5 : tensor<4x6xf32>
}

// Tests that kernels add a bias where they alone read the sum, where the
// product has another use, and where the product adds to another one.
// CHECK-LABEL: dist.local_program @kernels
// CHECK-NOT: plan.biased_contract
dist.local_program @kernels on #mesh {
  dist.shard @x input : tensor<4x4xf32> of tensor<4x4xf32, #matrix> {argument = 0 : i64}
  dist.shard @b input : tensor<4xf32> of tensor<4xf32, #vector> {argument = 1 : i64}
  dist.shard @u output : tensor<4x4xf32> of tensor<4x4xf32, #matrix> {result = 0 : i64}
  dist.shard @v output : tensor<4x4xf32> of tensor<4x4xf32, #matrix> {result = 1 : i64}
  dist.shard @y output : tensor<4x4xf32> of tensor<4x4xf32, #matrix> {result = 2 : i64}
  dist.shard @z output : tensor<4x4xf32> of tensor<4x4xf32, #matrix> {result = 3 : i64}
  %x = model.read @x : tensor<4x4xf32>
  %b = model.read @b : tensor<4xf32>
  %zero = arith.constant dense<0.0> : tensor<4x4xf32>
  %empty = tensor.empty() : tensor<4x4xf32>
  %bias = linalg.broadcast ins(%b : tensor<4xf32>) outs(%empty : tensor<4x4xf32>) dimensions = [0]
  %0 = linalg.contract indexing_maps = [#l, #r, #o] ins(%x, %x : tensor<4x4xf32>, tensor<4x4xf32>) outs(%zero : tensor<4x4xf32>) -> tensor<4x4xf32>
  %1 = arith.addf %0, %bias : tensor<4x4xf32>
  %2 = arith.negf %1 : tensor<4x4xf32>
  model.assign @u, %2 : tensor<4x4xf32>
  %3 = linalg.contract indexing_maps = [#r, #l, #t] ins(%x, %x : tensor<4x4xf32>, tensor<4x4xf32>) outs(%zero : tensor<4x4xf32>) -> tensor<4x4xf32>
  %4 = arith.addf %3, %bias : tensor<4x4xf32>
  model.assign @v, %4 : tensor<4x4xf32>
  model.assign @y, %3 : tensor<4x4xf32>
  %5 = linalg.contract indexing_maps = [#r, #l, #o] ins(%x, %x : tensor<4x4xf32>, tensor<4x4xf32>) outs(%x : tensor<4x4xf32>) -> tensor<4x4xf32>
  %6 = arith.addf %5, %bias : tensor<4x4xf32>
  model.assign @z, %6 : tensor<4x4xf32>
}

#bx = affine_map<(n, i, j, k) -> (n, i, k)>
#bw = affine_map<(n, i, j, k) -> (n, k, j)>
#by = affine_map<(n, i, j, k) -> (n, i, j)>

// Tests that a bias of batched products stays in a kernel.
// CHECK-LABEL: dist.local_program @batch
// CHECK-NOT: plan.biased_contract
dist.local_program @batch on #mesh {
  dist.shard @x input : tensor<2x4x4xf32> of tensor<2x4x4xf32, #cube> {argument = 0 : i64}
  dist.shard @b input : tensor<4xf32> of tensor<4xf32, #vector> {argument = 1 : i64}
  dist.shard @y output : tensor<2x4x4xf32> of tensor<2x4x4xf32, #cube> {result = 0 : i64}
  %x = model.read @x : tensor<2x4x4xf32>
  %b = model.read @b : tensor<4xf32>
  %zero = arith.constant dense<0.0> : tensor<2x4x4xf32>
  %empty = tensor.empty() : tensor<2x4x4xf32>
  %bias = linalg.broadcast ins(%b : tensor<4xf32>) outs(%empty : tensor<2x4x4xf32>) dimensions = [0, 1]
  %0 = linalg.contract indexing_maps = [#bx, #bw, #by] ins(%x, %x : tensor<2x4x4xf32>, tensor<2x4x4xf32>) outs(%zero : tensor<2x4x4xf32>) -> tensor<2x4x4xf32>
  %1 = arith.addf %0, %bias : tensor<2x4x4xf32>
  model.assign @y, %1 : tensor<2x4x4xf32>
}
