// RUN: shard-opt %s --plan-form-kernels=for-gpu | FileCheck %s
// RUN: shard-opt %s --plan-form-kernels | FileCheck %s --check-prefix=CPU

#mesh = #dist.mesh<"x" = 2>
#whole1 = #dist.sharding<#mesh, [[]]>
#scalar = #dist.sharding<#mesh, []>
#whole2 = #dist.sharding<#mesh, [[], []]>

// Tests that a sum with its mean, variance, and what follows from a row and
// them, is one kernel; on CPUs, which keep what they computed, it is several.
// CHECK-LABEL: dist.local_program @normalize
// CHECK: %[[R:.*]]:2 = func.call @kernel_0
// CHECK-NOT: func.call
// CHECK: model.assign @s, %[[R]]#0
// CHECK: model.assign @y, %[[R]]#1
// CHECK: func.func private @kernel_0(%{{.*}}: tensor<256x64xf32>, %{{.*}}: tensor<256x64xf32>) -> (tensor<256x64xf32>, tensor<256x64xf32>)
// CHECK-COUNT-2: linalg.reduce
// CHECK-NOT: func.func
// CPU-LABEL: dist.local_program @normalize
// CPU-COUNT-3: func.call
dist.local_program @normalize on #mesh {
  dist.shard @x input : tensor<256x64xf32> of tensor<256x64xf32, #whole2> {argument = 0 : i64}
  dist.shard @z input : tensor<256x64xf32> of tensor<256x64xf32, #whole2> {argument = 1 : i64}
  dist.shard @s output : tensor<256x64xf32> of tensor<256x64xf32, #whole2> {result = 0 : i64}
  dist.shard @y output : tensor<256x64xf32> of tensor<256x64xf32, #whole2> {result = 1 : i64}
  %x = model.read @x : tensor<256x64xf32>
  %z = model.read @z : tensor<256x64xf32>
  %e = tensor.empty() : tensor<256x64xf32>
  %zero = arith.constant dense<0.0> : tensor<256xf32>
  %n = arith.constant dense<64.0> : tensor<256xf32>
  %s = arith.addf %x, %z : tensor<256x64xf32>
  %0 = linalg.reduce { arith.addf } ins(%s : tensor<256x64xf32>) outs(%zero : tensor<256xf32>) dimensions = [1]
  %1 = arith.divf %0, %n : tensor<256xf32>
  %mean = linalg.broadcast ins(%1 : tensor<256xf32>) outs(%e : tensor<256x64xf32>) dimensions = [1]
  %2 = arith.subf %s, %mean : tensor<256x64xf32>
  %3 = arith.mulf %2, %2 : tensor<256x64xf32>
  %4 = linalg.reduce { arith.addf } ins(%3 : tensor<256x64xf32>) outs(%zero : tensor<256xf32>) dimensions = [1]
  %5 = math.rsqrt %4 : tensor<256xf32>
  %scale = linalg.broadcast ins(%5 : tensor<256xf32>) outs(%e : tensor<256x64xf32>) dimensions = [1]
  %6 = arith.mulf %2, %scale : tensor<256x64xf32>
  model.assign @s, %s : tensor<256x64xf32>
  model.assign @y, %6 : tensor<256x64xf32>
}

// Tests that rows which are too few for the blocks of a GPU stay apart.
// CHECK-LABEL: dist.local_program @few_rows
// CHECK-COUNT-2: func.call
dist.local_program @few_rows on #mesh {
  dist.shard @x input : tensor<2x4096xf32> of tensor<2x4096xf32, #whole2> {argument = 0 : i64}
  dist.shard @y output : tensor<2x4096xf32> of tensor<2x4096xf32, #whole2> {result = 0 : i64}
  %x = model.read @x : tensor<2x4096xf32>
  %e = tensor.empty() : tensor<2x4096xf32>
  %zero = arith.constant dense<0.0> : tensor<2xf32>
  %0 = linalg.reduce { arith.addf } ins(%x : tensor<2x4096xf32>) outs(%zero : tensor<2xf32>) dimensions = [1]
  %mean = linalg.broadcast ins(%0 : tensor<2xf32>) outs(%e : tensor<2x4096xf32>) dimensions = [1]
  %1 = arith.subf %x, %mean : tensor<2x4096xf32>
  model.assign @y, %1 : tensor<2x4096xf32>
}

// Tests that a value of several operations is computed again where it is wanted
// later, since what it comes from is as large; and that it is loaded where it
// comes from twice as much.
// CHECK-LABEL: dist.local_program @again
// CHECK: %[[X:.*]] = model.read @x
// CHECK: %[[A:.*]] = func.call @[[KA:kernel_[0-9]+]](%{{.*}}) : (tensor<64x64xf32>) -> tensor<64x64xf32>
// CHECK: linalg.contract {{.*}} ins(%[[A]], %[[A]]
// CHECK: %[[B:.*]]:2 = func.call @[[KB:kernel_[0-9]+]](%[[X]], %{{.*}}, %{{.*}}) : (tensor<64x64xf32>, tensor<64x64xf32>, tensor<64x64xf32>) -> (tensor<64x64xf32>, tensor<64x64xf32>)
// CHECK: linalg.contract {{.*}} ins(%[[B]]#
// CHECK: func.call @{{.*}}(%[[B]]#{{.*}}, %{{.*}}) : (tensor<64x64xf32>, tensor<64x64xf32>) -> tensor<64x64xf32>
// CHECK: func.func private @[[KA]]
// CHECK: math.tanh
// CHECK: func.func private @[[KB]]
// CHECK: math.tanh
dist.local_program @again on #mesh {
  dist.shard @x input : tensor<64x64xf32> of tensor<64x64xf32, #whole2> {argument = 0 : i64}
  dist.shard @w input : tensor<64x64xf32> of tensor<64x64xf32, #whole2> {argument = 1 : i64}
  dist.shard @y output : tensor<64x64xf32> of tensor<64x64xf32, #whole2> {result = 0 : i64}
  %x = model.read @x : tensor<64x64xf32>
  %w = model.read @w : tensor<64x64xf32>
  %zero = arith.constant dense<0.0> : tensor<64x64xf32>
  %0 = math.tanh %x : tensor<64x64xf32>
  %1 = math.exp %0 : tensor<64x64xf32>
  %2 = linalg.contract indexing_maps = [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (k, j)>, affine_map<(i, j, k) -> (i, j)>] ins(%1, %1 : tensor<64x64xf32>, tensor<64x64xf32>) outs(%zero : tensor<64x64xf32>) -> tensor<64x64xf32>
  %3 = arith.addf %2, %w : tensor<64x64xf32>
  %4 = arith.mulf %3, %0 : tensor<64x64xf32>
  %5 = linalg.contract indexing_maps = [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (k, j)>, affine_map<(i, j, k) -> (i, j)>] ins(%4, %4 : tensor<64x64xf32>, tensor<64x64xf32>) outs(%zero : tensor<64x64xf32>) -> tensor<64x64xf32>
  %6 = arith.mulf %3, %5 : tensor<64x64xf32>
  model.assign @y, %6 : tensor<64x64xf32>
}

// Tests that an update comes before what stands between it and its gradient,
// but after what still reads the old value, and that it is done in place.
// CHECK-LABEL: dist.local_program @update
// CHECK: %[[W:.*]] = model.read @w
// CHECK: %[[G:.*]] = linalg.contract
// CHECK: %[[N:.*]] = linalg.contract {{.*}} ins(%[[W]],
// CHECK: func.call @[[K:kernel_[0-9]+]](%[[W]], %[[G]])
// CHECK: linalg.contract
// CHECK: func.func private @[[K]]({{.*}}plan.in_place = [array<i64: 0, 0>, array<i64: 0, 1>]
dist.local_program @update on #mesh {
  dist.shard @w variable : tensor<8x8xf32> of tensor<8x8xf32, #whole2> {argument = 0 : i64}
  dist.shard @x input : tensor<8x8xf32> of tensor<8x8xf32, #whole2> {argument = 1 : i64}
  dist.shard @y output : tensor<8x8xf32> of tensor<8x8xf32, #whole2> {result = 1 : i64}
  %w = model.read @w : tensor<8x8xf32>
  %x = model.read @x : tensor<8x8xf32>
  %zero = arith.constant dense<0.0> : tensor<8x8xf32>
  %g = linalg.contract indexing_maps = [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (k, j)>, affine_map<(i, j, k) -> (i, j)>] ins(%x, %x : tensor<8x8xf32>, tensor<8x8xf32>) outs(%zero : tensor<8x8xf32>) -> tensor<8x8xf32>
  %n = linalg.contract indexing_maps = [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (k, j)>, affine_map<(i, j, k) -> (i, j)>] ins(%w, %x : tensor<8x8xf32>, tensor<8x8xf32>) outs(%zero : tensor<8x8xf32>) -> tensor<8x8xf32>
  %p = linalg.contract indexing_maps = [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (k, j)>, affine_map<(i, j, k) -> (i, j)>] ins(%n, %n : tensor<8x8xf32>, tensor<8x8xf32>) outs(%zero : tensor<8x8xf32>) -> tensor<8x8xf32>
  %u = arith.subf %w, %g : tensor<8x8xf32>
  model.assign @y, %p : tensor<8x8xf32>
  model.assign @w, %u : tensor<8x8xf32>
}

// Tests that a scalar which updates share does not keep them at the end, where it
// stands in the program: it comes first.
// CHECK-LABEL: dist.local_program @scalars
// CHECK: %[[C:.*]] = model.read @count
// CHECK: func.call @{{.*}}(%[[C]]) : (tensor<f32>) -> (tensor<f32>, tensor<f32>)
// CHECK: %[[G:.*]] = linalg.contract
// CHECK: func.call @[[K:kernel_[0-9]+]]({{.*}}%[[G]]
// CHECK: %[[P:.*]] = linalg.contract
// CHECK: linalg.contract {{.*}} ins(%[[P]], %[[P]]
dist.local_program @scalars on #mesh {
  dist.shard @count variable : tensor<f32> of tensor<f32, #scalar> {argument = 0 : i64}
  dist.shard @w variable : tensor<16x16xf32> of tensor<16x16xf32, #whole2> {argument = 1 : i64}
  dist.shard @v variable : tensor<16x16xf32> of tensor<16x16xf32, #whole2> {argument = 3 : i64}
  dist.shard @x input : tensor<16x16xf32> of tensor<16x16xf32, #whole2> {argument = 2 : i64}
  dist.shard @y output : tensor<16x16xf32> of tensor<16x16xf32, #whole2> {result = 2 : i64}
  %count = model.read @count : tensor<f32>
  %w = model.read @w : tensor<16x16xf32>
  %v = model.read @v : tensor<16x16xf32>
  %x = model.read @x : tensor<16x16xf32>
  %zero = arith.constant dense<0.0> : tensor<16x16xf32>
  %g = linalg.contract indexing_maps = [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (k, j)>, affine_map<(i, j, k) -> (i, j)>] ins(%x, %x : tensor<16x16xf32>, tensor<16x16xf32>) outs(%zero : tensor<16x16xf32>) -> tensor<16x16xf32>
  %p = linalg.contract indexing_maps = [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (j, k)>, affine_map<(i, j, k) -> (i, j)>] ins(%x, %x : tensor<16x16xf32>, tensor<16x16xf32>) outs(%zero : tensor<16x16xf32>) -> tensor<16x16xf32>
  %q = linalg.contract indexing_maps = [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (k, j)>, affine_map<(i, j, k) -> (i, j)>] ins(%p, %p : tensor<16x16xf32>, tensor<16x16xf32>) outs(%zero : tensor<16x16xf32>) -> tensor<16x16xf32>
  model.assign @y, %q : tensor<16x16xf32>
  %one = arith.constant dense<1.0> : tensor<f32>
  %next = arith.addf %count, %one : tensor<f32>
  %root = math.sqrt %next : tensor<f32>
  %rate = arith.divf %one, %root : tensor<f32>
  model.assign @count, %next : tensor<f32>
  %e = tensor.empty() : tensor<16x16xf32>
  %rates = linalg.broadcast ins(%rate : tensor<f32>) outs(%e : tensor<16x16xf32>) dimensions = [0, 1]
  %d = arith.mulf %g, %rates : tensor<16x16xf32>
  %n = arith.subf %w, %d : tensor<16x16xf32>
  model.assign @w, %n : tensor<16x16xf32>
  %f = arith.mulf %p, %rates : tensor<16x16xf32>
  %m = arith.subf %v, %f : tensor<16x16xf32>
  model.assign @v, %m : tensor<16x16xf32>
}

// Tests that a sum over dimensions of size 1 is no kernel, and that a value
// which is summed along columns may lie where an operand lay.
// CHECK-LABEL: dist.local_program @columns
// CHECK: func.call @[[K:kernel_[0-9]+]]
// CHECK-NOT: func.call
// CHECK: func.func private @[[K]]({{.*}}plan.in_place = [array<i64: 0, 0>]
// CHECK-COUNT-1: linalg.reduce
// CHECK-NOT: linalg.reduce
dist.local_program @columns on #mesh {
  dist.shard @x input : tensor<512x64xf32> of tensor<512x64xf32, #whole2> {argument = 0 : i64}
  dist.shard @y output : tensor<512x64xf32> of tensor<512x64xf32, #whole2> {result = 0 : i64}
  dist.shard @c output : tensor<64xf32> of tensor<64xf32, #whole1> {result = 1 : i64}
  %x = model.read @x : tensor<512x64xf32>
  %zero = arith.constant dense<0.0> : tensor<64xf32>
  %0 = math.tanh %x : tensor<512x64xf32>
  %1 = linalg.reduce { arith.addf } ins(%0 : tensor<512x64xf32>) outs(%zero : tensor<64xf32>) dimensions = [0]
  %2 = tensor.expand_shape %1 [[0, 1]] output_shape [1, 64] : tensor<64xf32> into tensor<1x64xf32>
  %3 = linalg.reduce { arith.addf } ins(%2 : tensor<1x64xf32>) outs(%zero : tensor<64xf32>) dimensions = [0]
  model.assign @y, %0 : tensor<512x64xf32>
  model.assign @c, %3 : tensor<64xf32>
}
