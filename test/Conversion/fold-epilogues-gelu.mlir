// RUN: shard-opt %s --plan-fold-epilogues | FileCheck %s
// RUN: shard-opt %s --plan-fold-epilogues --plan-form-kernels=for-gpu --plan-schedule | FileCheck %s --check-prefix=PLAN

#mesh = #dist.mesh<"x" = 2>
#matrix = #dist.sharding<#mesh, [[], []]>
#vector = #dist.sharding<#mesh, [[]]>
#l = affine_map<(i, j, k) -> (i, k)>
#r = affine_map<(i, j, k) -> (k, j)>
#o = affine_map<(i, j, k) -> (i, j)>

// Tests that the product gives the GELU, and the sum that the gradient needs,
// with the constants as bf16 has them.
// CHECK-LABEL: dist.local_program @gelu
// CHECK: %[[G:.*]], %[[P:.*]] = plan.biased_contract {{.*}} -> tensor<8x16xbf16> gelu of tensor<8x16xbf16>
// CHECK-NOT: math.tanh
// CHECK-DAG: model.assign @y, %[[G]]
// CHECK-DAG: %[[N:.*]] = arith.negf %[[P]]
// CHECK-DAG: model.assign @z, %[[N]]
// PLAN-LABEL: plan.program @gelu
// PLAN: plan.contract %{{.*}}, %{{.*}} plus %{{.*}} -> %{{.*}} gelu of %[[P:[0-9a-z]*]] maps
// PLAN: plan.launch @{{.*}}(%[[P]])
dist.local_program @gelu on #mesh {
  dist.shard @x input : tensor<8x4xbf16> of tensor<8x4xbf16, #matrix> {argument = 0 : i64}
  dist.shard @w input : tensor<4x16xbf16> of tensor<4x16xbf16, #matrix> {argument = 1 : i64}
  dist.shard @b input : tensor<16xbf16> of tensor<16xbf16, #vector> {argument = 2 : i64}
  dist.shard @y output : tensor<8x16xbf16> of tensor<8x16xbf16, #matrix> {result = 0 : i64}
  dist.shard @z output : tensor<8x16xbf16> of tensor<8x16xbf16, #matrix> {result = 1 : i64}
  %x = model.read @x : tensor<8x4xbf16>
  %w = model.read @w : tensor<4x16xbf16>
  %b = model.read @b : tensor<16xbf16>
  %zero = arith.constant dense<0.0> : tensor<8x16xbf16>
  %half = arith.constant dense<0.5> : tensor<8x16xbf16>
  %one = arith.constant dense<1.0> : tensor<8x16xbf16>
  %cubic = arith.constant dense<4.467770e-02> : tensor<8x16xbf16>
  %scale = arith.constant dense<7.968750e-01> : tensor<8x16xbf16>
  %empty = tensor.empty() : tensor<8x16xbf16>
  %bias = linalg.broadcast ins(%b : tensor<16xbf16>) outs(%empty : tensor<8x16xbf16>) dimensions = [0]
  %0 = linalg.contract indexing_maps = [#l, #r, #o] ins(%x, %w : tensor<8x4xbf16>, tensor<4x16xbf16>) outs(%zero : tensor<8x16xbf16>) -> tensor<8x16xbf16>
  %p = arith.addf %0, %bias : tensor<8x16xbf16>
  %1 = arith.mulf %p, %p : tensor<8x16xbf16>
  %2 = arith.mulf %1, %p : tensor<8x16xbf16>
  %3 = arith.mulf %cubic, %2 : tensor<8x16xbf16>
  %4 = arith.addf %p, %3 : tensor<8x16xbf16>
  %5 = arith.mulf %scale, %4 : tensor<8x16xbf16>
  %6 = math.tanh %5 : tensor<8x16xbf16>
  %7 = arith.addf %one, %6 : tensor<8x16xbf16>
  %8 = arith.mulf %half, %7 : tensor<8x16xbf16>
  %9 = arith.mulf %p, %8 : tensor<8x16xbf16>
  model.assign @y, %9 : tensor<8x16xbf16>
  %n = arith.negf %p : tensor<8x16xbf16>
  model.assign @z, %n : tensor<8x16xbf16>
}

// Tests that other orders of the same factors are recognized: 0.5 * x * (...),
// a power of 3, and x taken out of the inner sum.
// CHECK-LABEL: dist.local_program @orders
// CHECK-COUNT-2: plan.biased_contract {{.*}} gelu of
// CHECK-NOT: math.tanh
dist.local_program @orders on #mesh {
  dist.shard @x input : tensor<8x4xf16> of tensor<8x4xf16, #matrix> {argument = 0 : i64}
  dist.shard @w input : tensor<4x16xf16> of tensor<4x16xf16, #matrix> {argument = 1 : i64}
  dist.shard @b input : tensor<16xf16> of tensor<16xf16, #vector> {argument = 2 : i64}
  dist.shard @y output : tensor<8x16xf16> of tensor<8x16xf16, #matrix> {result = 0 : i64}
  dist.shard @z output : tensor<8x16xf16> of tensor<8x16xf16, #matrix> {result = 1 : i64}
  %x = model.read @x : tensor<8x4xf16>
  %w = model.read @w : tensor<4x16xf16>
  %b = model.read @b : tensor<16xf16>
  %zero = arith.constant dense<0.0> : tensor<8x16xf16>
  %half = arith.constant dense<0.5> : tensor<8x16xf16>
  %one = arith.constant dense<1.0> : tensor<8x16xf16>
  %three = arith.constant dense<3.0> : tensor<8x16xf16>
  %cubic = arith.constant dense<0.044715> : tensor<8x16xf16>
  %scale = arith.constant dense<0.7978846> : tensor<8x16xf16>
  %empty = tensor.empty() : tensor<8x16xf16>
  %bias = linalg.broadcast ins(%b : tensor<16xf16>) outs(%empty : tensor<8x16xf16>) dimensions = [0]
  %0 = linalg.contract indexing_maps = [#l, #r, #o] ins(%x, %w : tensor<8x4xf16>, tensor<4x16xf16>) outs(%zero : tensor<8x16xf16>) -> tensor<8x16xf16>
  %p = arith.addf %bias, %0 : tensor<8x16xf16>
  %1 = math.powf %p, %three : tensor<8x16xf16>
  %2 = arith.mulf %1, %cubic : tensor<8x16xf16>
  %3 = arith.addf %2, %p : tensor<8x16xf16>
  %4 = arith.mulf %3, %scale : tensor<8x16xf16>
  %5 = math.tanh %4 : tensor<8x16xf16>
  %6 = arith.addf %5, %one : tensor<8x16xf16>
  %7 = arith.mulf %half, %p : tensor<8x16xf16>
  %8 = arith.mulf %7, %6 : tensor<8x16xf16>
  model.assign @y, %8 : tensor<8x16xf16>
  %10 = linalg.contract indexing_maps = [#l, #r, #o] ins(%x, %w : tensor<8x4xf16>, tensor<4x16xf16>) outs(%zero : tensor<8x16xf16>) -> tensor<8x16xf16>
  %q = arith.addf %bias, %10 : tensor<8x16xf16>
  %11 = arith.mulf %q, %q : tensor<8x16xf16>
  %12 = arith.mulf %11, %cubic : tensor<8x16xf16>
  %13 = arith.addf %one, %12 : tensor<8x16xf16>
  %14 = arith.mulf %scale, %q : tensor<8x16xf16>
  %15 = arith.mulf %14, %13 : tensor<8x16xf16>
  %16 = math.tanh %15 : tensor<8x16xf16>
  %17 = arith.addf %16, %one : tensor<8x16xf16>
  %18 = arith.mulf %17, %half : tensor<8x16xf16>
  %19 = arith.mulf %18, %q : tensor<8x16xf16>
  model.assign @z, %19 : tensor<8x16xf16>
}

// Tests that a kernel takes what only looks like it: the constant beside the
// rounded one, the power of 2, the GELU of f32, and a GELU that kernels alone read.
// CHECK-LABEL: dist.local_program @lookalikes
// CHECK-NOT: plan.biased_contract
// CHECK-COUNT-4: math.tanh
// CHECK-NOT: plan.biased_contract
dist.local_program @lookalikes on #mesh {
  dist.shard @x input : tensor<8x4xbf16> of tensor<8x4xbf16, #matrix> {argument = 0 : i64}
  dist.shard @w input : tensor<4x16xbf16> of tensor<4x16xbf16, #matrix> {argument = 1 : i64}
  dist.shard @b input : tensor<16xbf16> of tensor<16xbf16, #vector> {argument = 2 : i64}
  dist.shard @c input : tensor<16xf32> of tensor<16xf32, #vector> {argument = 3 : i64}
  dist.shard @s output : tensor<8x16xbf16> of tensor<8x16xbf16, #matrix> {result = 0 : i64}
  dist.shard @t output : tensor<8x16xbf16> of tensor<8x16xbf16, #matrix> {result = 1 : i64}
  dist.shard @u output : tensor<8x16xf32> of tensor<8x16xf32, #matrix> {result = 2 : i64}
  dist.shard @v output : tensor<8x16xbf16> of tensor<8x16xbf16, #matrix> {result = 3 : i64}
  %x = model.read @x : tensor<8x4xbf16>
  %w = model.read @w : tensor<4x16xbf16>
  %b = model.read @b : tensor<16xbf16>
  %c = model.read @c : tensor<16xf32>
  %zero = arith.constant dense<0.0> : tensor<8x16xbf16>
  %half = arith.constant dense<0.5> : tensor<8x16xbf16>
  %one = arith.constant dense<1.0> : tensor<8x16xbf16>
  %cubic = arith.constant dense<4.467770e-02> : tensor<8x16xbf16>
  %scale = arith.constant dense<7.968750e-01> : tensor<8x16xbf16>
  %near = arith.constant dense<8.007812e-01> : tensor<8x16xbf16>
  %empty = tensor.empty() : tensor<8x16xbf16>
  %bias = linalg.broadcast ins(%b : tensor<16xbf16>) outs(%empty : tensor<8x16xbf16>) dimensions = [0]

  %s0 = linalg.contract indexing_maps = [#l, #r, #o] ins(%x, %w : tensor<8x4xbf16>, tensor<4x16xbf16>) outs(%zero : tensor<8x16xbf16>) -> tensor<8x16xbf16>
  %s1 = arith.addf %s0, %bias : tensor<8x16xbf16>
  %s2 = arith.mulf %s1, %s1 : tensor<8x16xbf16>
  %s3 = arith.mulf %s2, %s1 : tensor<8x16xbf16>
  %s4 = arith.mulf %s3, %cubic : tensor<8x16xbf16>
  %s5 = arith.addf %s1, %s4 : tensor<8x16xbf16>
  %s6 = arith.mulf %s5, %near : tensor<8x16xbf16>
  %s7 = math.tanh %s6 : tensor<8x16xbf16>
  %s8 = arith.addf %s7, %one : tensor<8x16xbf16>
  %s9 = arith.mulf %s8, %half : tensor<8x16xbf16>
  %sy = arith.mulf %s9, %s1 : tensor<8x16xbf16>
  model.assign @s, %sy : tensor<8x16xbf16>

  %t0 = linalg.contract indexing_maps = [#l, #r, #o] ins(%x, %w : tensor<8x4xbf16>, tensor<4x16xbf16>) outs(%zero : tensor<8x16xbf16>) -> tensor<8x16xbf16>
  %t1 = arith.addf %t0, %bias : tensor<8x16xbf16>
  %t2 = arith.mulf %t1, %t1 : tensor<8x16xbf16>
  %t4 = arith.mulf %t2, %cubic : tensor<8x16xbf16>
  %t5 = arith.addf %t1, %t4 : tensor<8x16xbf16>
  %t6 = arith.mulf %t5, %scale : tensor<8x16xbf16>
  %t7 = math.tanh %t6 : tensor<8x16xbf16>
  %t8 = arith.addf %t7, %one : tensor<8x16xbf16>
  %t9 = arith.mulf %t8, %half : tensor<8x16xbf16>
  %ty = arith.mulf %t9, %t1 : tensor<8x16xbf16>
  model.assign @t, %ty : tensor<8x16xbf16>

  %wzero = arith.constant dense<0.0> : tensor<8x16xf32>
  %whalf = arith.constant dense<0.5> : tensor<8x16xf32>
  %wone = arith.constant dense<1.0> : tensor<8x16xf32>
  %wcubic = arith.constant dense<0.044715> : tensor<8x16xf32>
  %wscale = arith.constant dense<0.7978846> : tensor<8x16xf32>
  %wempty = tensor.empty() : tensor<8x16xf32>
  %wbias = linalg.broadcast ins(%c : tensor<16xf32>) outs(%wempty : tensor<8x16xf32>) dimensions = [0]
  %u0 = linalg.contract indexing_maps = [#l, #r, #o] ins(%x, %w : tensor<8x4xbf16>, tensor<4x16xbf16>) outs(%wzero : tensor<8x16xf32>) -> tensor<8x16xf32>
  %u1 = arith.addf %u0, %wbias : tensor<8x16xf32>
  %u2 = arith.mulf %u1, %u1 : tensor<8x16xf32>
  %u3 = arith.mulf %u2, %u1 : tensor<8x16xf32>
  %u4 = arith.mulf %u3, %wcubic : tensor<8x16xf32>
  %u5 = arith.addf %u1, %u4 : tensor<8x16xf32>
  %u6 = arith.mulf %u5, %wscale : tensor<8x16xf32>
  %u7 = math.tanh %u6 : tensor<8x16xf32>
  %u8 = arith.addf %u7, %wone : tensor<8x16xf32>
  %u9 = arith.mulf %u8, %whalf : tensor<8x16xf32>
  %uy = arith.mulf %u9, %u1 : tensor<8x16xf32>
  model.assign @u, %uy : tensor<8x16xf32>

  %v0 = linalg.contract indexing_maps = [#l, #r, #o] ins(%x, %w : tensor<8x4xbf16>, tensor<4x16xbf16>) outs(%zero : tensor<8x16xbf16>) -> tensor<8x16xbf16>
  %v1 = arith.addf %v0, %bias : tensor<8x16xbf16>
  %v2 = arith.mulf %v1, %v1 : tensor<8x16xbf16>
  %v3 = arith.mulf %v2, %v1 : tensor<8x16xbf16>
  %v4 = arith.mulf %v3, %cubic : tensor<8x16xbf16>
  %v5 = arith.addf %v1, %v4 : tensor<8x16xbf16>
  %v6 = arith.mulf %v5, %scale : tensor<8x16xbf16>
  %v7 = math.tanh %v6 : tensor<8x16xbf16>
  %v8 = arith.addf %v7, %one : tensor<8x16xbf16>
  %v9 = arith.mulf %v8, %half : tensor<8x16xbf16>
  %vy = arith.mulf %v9, %v1 : tensor<8x16xbf16>
  %vn = arith.negf %vy : tensor<8x16xbf16>
  model.assign @v, %vn : tensor<8x16xbf16>
}
