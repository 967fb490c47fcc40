// RUN: shard-opt %s --plan-fold-epilogues | FileCheck %s
// RUN: shard-opt %s --plan-fold-epilogues --plan-form-kernels=for-gpu | FileCheck %s --check-prefix=KERNELS

#mesh = #dist.mesh<"x" = 2>
#matrix = #dist.sharding<#mesh, [[], []]>
#vector = #dist.sharding<#mesh, [[]]>
#l = affine_map<(i, j, k) -> (i, k)>
#r = affine_map<(i, j, k) -> (k, j)>
#o = affine_map<(i, j, k) -> (i, j)>

// Tests that the product which follows takes the GELU that the one before it
// gives, and that what comes many products later has it from the kernel that
// reads the sum then.
// CHECK-LABEL: dist.local_program @late
// CHECK: %[[G:.*]], %[[P:.*]] = plan.biased_contract {{.*}} gelu of
// CHECK: linalg.contract {{.*}} ins(%[[G]],
// CHECK-COUNT-7: linalg.contract
// CHECK: %[[L:.*]] = arith.mulf %[[P]]
// CHECK: model.assign @z, %[[L]]
// CHECK: arith.mulf %[[P]], %{{.*}} :
// KERNELS-LABEL: dist.local_program @late
// KERNELS: %[[G:.*]], %[[P:.*]] = plan.biased_contract
// KERNELS-NOT: call @
// KERNELS-COUNT-8: linalg.contract
// KERNELS: call @{{.*}}(%[[P]], %{{.*}}) : (tensor<8x8xbf16>, tensor<8x8xbf16>) -> (tensor<8x8xbf16>, tensor<8x8xbf16>)
dist.local_program @late on #mesh {
  dist.shard @x input : tensor<8x8xbf16> of tensor<8x8xbf16, #matrix> {argument = 0 : i64}
  dist.shard @b input : tensor<8xbf16> of tensor<8xbf16, #vector> {argument = 1 : i64}
  dist.shard @y output : tensor<8x8xbf16> of tensor<8x8xbf16, #matrix> {result = 0 : i64}
  dist.shard @z output : tensor<8x8xbf16> of tensor<8x8xbf16, #matrix> {result = 1 : i64}
  dist.shard @n output : tensor<8x8xbf16> of tensor<8x8xbf16, #matrix> {result = 2 : i64}
  %x = model.read @x : tensor<8x8xbf16>
  %b = model.read @b : tensor<8xbf16>
  %zero = arith.constant dense<0.0> : tensor<8x8xbf16>
  %half = arith.constant dense<0.5> : tensor<8x8xbf16>
  %one = arith.constant dense<1.0> : tensor<8x8xbf16>
  %cubic = arith.constant dense<4.467770e-02> : tensor<8x8xbf16>
  %scale = arith.constant dense<7.968750e-01> : tensor<8x8xbf16>
  %empty = tensor.empty() : tensor<8x8xbf16>
  %bias = linalg.broadcast ins(%b : tensor<8xbf16>) outs(%empty : tensor<8x8xbf16>) dimensions = [0]
  %0 = linalg.contract indexing_maps = [#l, #r, #o] ins(%x, %x : tensor<8x8xbf16>, tensor<8x8xbf16>) outs(%zero : tensor<8x8xbf16>) -> tensor<8x8xbf16>
  %p = arith.addf %0, %bias : tensor<8x8xbf16>
  %1 = arith.mulf %p, %p : tensor<8x8xbf16>
  %2 = arith.mulf %1, %p : tensor<8x8xbf16>
  %3 = arith.mulf %cubic, %2 : tensor<8x8xbf16>
  %4 = arith.addf %p, %3 : tensor<8x8xbf16>
  %5 = arith.mulf %scale, %4 : tensor<8x8xbf16>
  %6 = math.tanh %5 : tensor<8x8xbf16>
  %7 = arith.addf %one, %6 : tensor<8x8xbf16>
  %8 = arith.mulf %half, %7 : tensor<8x8xbf16>
  %g = arith.mulf %p, %8 : tensor<8x8xbf16>
  %c0 = linalg.contract indexing_maps = [#l, #r, #o] ins(%g, %x : tensor<8x8xbf16>, tensor<8x8xbf16>) outs(%zero : tensor<8x8xbf16>) -> tensor<8x8xbf16>
  %c1 = linalg.contract indexing_maps = [#l, #r, #o] ins(%c0, %x : tensor<8x8xbf16>, tensor<8x8xbf16>) outs(%zero : tensor<8x8xbf16>) -> tensor<8x8xbf16>
  %c2 = linalg.contract indexing_maps = [#l, #r, #o] ins(%c1, %x : tensor<8x8xbf16>, tensor<8x8xbf16>) outs(%zero : tensor<8x8xbf16>) -> tensor<8x8xbf16>
  %c3 = linalg.contract indexing_maps = [#l, #r, #o] ins(%c2, %x : tensor<8x8xbf16>, tensor<8x8xbf16>) outs(%zero : tensor<8x8xbf16>) -> tensor<8x8xbf16>
  %c4 = linalg.contract indexing_maps = [#l, #r, #o] ins(%c3, %x : tensor<8x8xbf16>, tensor<8x8xbf16>) outs(%zero : tensor<8x8xbf16>) -> tensor<8x8xbf16>
  %c5 = linalg.contract indexing_maps = [#l, #r, #o] ins(%c4, %x : tensor<8x8xbf16>, tensor<8x8xbf16>) outs(%zero : tensor<8x8xbf16>) -> tensor<8x8xbf16>
  %c6 = linalg.contract indexing_maps = [#l, #r, #o] ins(%c5, %x : tensor<8x8xbf16>, tensor<8x8xbf16>) outs(%zero : tensor<8x8xbf16>) -> tensor<8x8xbf16>
  %c7 = linalg.contract indexing_maps = [#l, #r, #o] ins(%c6, %x : tensor<8x8xbf16>, tensor<8x8xbf16>) outs(%zero : tensor<8x8xbf16>) -> tensor<8x8xbf16>
  model.assign @y, %c7 : tensor<8x8xbf16>
  model.assign @z, %g : tensor<8x8xbf16>
  %n = arith.mulf %p, %c7 : tensor<8x8xbf16>
  model.assign @n, %n : tensor<8x8xbf16>
}
