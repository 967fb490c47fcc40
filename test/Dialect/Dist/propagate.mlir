// RUN: shard-opt %s -split-input-file --dist-propagate | FileCheck %s

// Tests that a Megatron pair of layers (columns, then rows) is reduced once in
// the forward and once in the backward pass, and gradients of weights not at all.

#mesh = #dist.mesh<"model" = 4>
#col = #dist.sharding<#mesh, [[], ["model"]]>
#row = #dist.sharding<#mesh, [["model"], []]>
#whole = #dist.sharding<#mesh, [[], []]>
#mk = affine_map<(m, n, k) -> (m, k)>
#kn = affine_map<(m, n, k) -> (k, n)>
#mn = affine_map<(m, n, k) -> (m, n)>
#km = affine_map<(m, n, k) -> (k, m)>
#nk = affine_map<(m, n, k) -> (n, k)>
// CHECK-DAG: #[[$PARTIAL:.*]] = #dist.sharding<#mesh, {{\[\[\], \[\]\]}}, partial(sum) = ["model"]>
// CHECK-LABEL: dist.sharded_program @megatron_pair
// CHECK: linalg.contract
// CHECK: math.tanh
// CHECK: %[[Y:.*]] = linalg.contract {{.*}} -> tensor<16x32xf32, #[[$PARTIAL]]>
// CHECK: dist.reshard %[[Y]]
// CHECK-NOT: dist.reshard
// CHECK: %[[DX:.*]] = linalg.contract {{.*}} -> tensor<16x32xf32, #[[$PARTIAL]]>
// CHECK: dist.reshard %[[DX]]
// CHECK-NOT: dist.reshard
dist.program @megatron_pair on #mesh {
  model.variable @w1 : tensor<32x64xf32, #col> {argument = 0 : i64, kind = #model<kind trainable>}
  model.variable @w2 : tensor<64x32xf32, #row> {argument = 1 : i64, kind = #model<kind trainable>}
  model.input @x : tensor<16x32xf32, #whole> {argument = 2 : i64}
  model.input @dy : tensor<16x32xf32, #whole> {argument = 3 : i64}
  model.output @y : tensor<16x32xf32, #whole> {result = 0 : i64}
  model.output @dx : tensor<16x32xf32, #whole> {result = 1 : i64}
  %w1 = model.read @w1 : tensor<32x64xf32>
  %w2 = model.read @w2 : tensor<64x32xf32>
  %x = model.read @x : tensor<16x32xf32>
  %dy = model.read @dy : tensor<16x32xf32>
  %z64 = arith.constant dense<0.0> : tensor<16x64xf32>
  %z32 = arith.constant dense<0.0> : tensor<16x32xf32>
  %h = linalg.contract indexing_maps = [#mk, #kn, #mn] ins(%x, %w1 : tensor<16x32xf32>, tensor<32x64xf32>) outs(%z64 : tensor<16x64xf32>) -> tensor<16x64xf32>
  %a = math.tanh %h : tensor<16x64xf32>
  %y = linalg.contract indexing_maps = [#mk, #kn, #mn] ins(%a, %w2 : tensor<16x64xf32>, tensor<64x32xf32>) outs(%z32 : tensor<16x32xf32>) -> tensor<16x32xf32>
  %t = math.tanh %y : tensor<16x32xf32>
  model.assign @y, %t : tensor<16x32xf32>
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

// -----

// Tests that partial values are added before the one reduction, and that zero is
// no reason to reduce.

#mesh = #dist.mesh<"x" = 2>
#split = #dist.sharding<#mesh, [["x"], []]>
#whole1 = #dist.sharding<#mesh, [[]]>
// CHECK-LABEL: dist.sharded_program @add_partials
// CHECK: %[[A:.*]] = linalg.reduce
// CHECK: %[[B:.*]] = linalg.reduce
// CHECK: %[[NEG:.*]] = arith.subf %{{.*}}, %[[A]]
// CHECK: %[[SUM:.*]] = arith.addf %[[NEG]], %[[B]]
// CHECK: %[[WHOLE:.*]] = dist.reshard %[[SUM]]
// CHECK-NOT: dist.reshard
// CHECK: math.exp %[[WHOLE]]
dist.program @add_partials on #mesh {
  model.input @a : tensor<4x8xf32, #split> {argument = 0 : i64}
  model.output @r : tensor<8xf32, #whole1> {result = 0 : i64}
  %a = model.read @a : tensor<4x8xf32>
  %zero = arith.constant dense<0.0> : tensor<8xf32>
  %0 = linalg.reduce { arith.addf } ins(%a : tensor<4x8xf32>) outs(%zero : tensor<8xf32>) dimensions = [0]
  %b = math.exp %a : tensor<4x8xf32>
  %1 = linalg.reduce { arith.addf } ins(%b : tensor<4x8xf32>) outs(%zero : tensor<8xf32>) dimensions = [0]
  %2 = arith.subf %zero, %0 : tensor<8xf32>
  %3 = arith.addf %2, %1 : tensor<8xf32>
  %4 = math.exp %3 : tensor<8xf32>
  model.assign @r, %4 : tensor<8xf32>
}

// -----

// Tests that a partial value with two non-linear uses is reduced where it
// arises, once.

#mesh = #dist.mesh<"x" = 2>
#split = #dist.sharding<#mesh, [["x"], []]>
#whole = #dist.sharding<#mesh, [[]]>
// CHECK-LABEL: dist.sharded_program @reduce_once
// CHECK: %[[PARTIAL:.*]] = linalg.reduce
// CHECK-NEXT: %[[WHOLE:.*]] = dist.reshard %[[PARTIAL]]
// CHECK: math.exp %[[WHOLE]]
// CHECK: math.tanh %[[WHOLE]]
// CHECK-NOT: dist.reshard
dist.program @reduce_once on #mesh {
  model.input @a : tensor<4x8xf32, #split> {argument = 0 : i64}
  model.output @r : tensor<8xf32, #whole> {result = 0 : i64}
  model.output @s : tensor<8xf32, #whole> {result = 1 : i64}
  %a = model.read @a : tensor<4x8xf32>
  %zero = arith.constant dense<0.0> : tensor<8xf32>
  %0 = linalg.reduce { arith.addf } ins(%a : tensor<4x8xf32>) outs(%zero : tensor<8xf32>) dimensions = [0]
  %1 = math.exp %0 : tensor<8xf32>
  %2 = math.tanh %0 : tensor<8xf32>
  model.assign @r, %1 : tensor<8xf32>
  model.assign @s, %2 : tensor<8xf32>
}

// -----

// Tests that a value that nothing splits by itself (a mask) is split as its use
// wants it, and that constants belong to each use.

#mesh = #dist.mesh<"x" = 2>
#split = #dist.sharding<#mesh, [["x"], []]>
#whole = #dist.sharding<#mesh, [[], []]>
// CHECK-DAG: #[[$SPLIT:.*]] = #dist.sharding<#mesh, {{\[\["x"\], \[\]\]}}>
// CHECK-DAG: #[[$WHOLE:.*]] = #dist.sharding<#mesh, {{\[\[\], \[\]\]}}>
// CHECK-LABEL: dist.sharded_program @mask
// CHECK-DAG: arith.constant dense<1.000000e+00> : tensor<4x8xf32, #[[$SPLIT]]>
// CHECK-DAG: arith.constant dense<1.000000e+00> : tensor<4x8xf32, #[[$WHOLE]]>
// CHECK: %[[I:.*]] = model.iota dimension = 0 : tensor<4x8xi32, #[[$SPLIT]]>
// CHECK: arith.sitofp %[[I]] {{.*}} to tensor<4x8xf32, #[[$SPLIT]]>
// CHECK-NOT: dist.reshard
dist.program @mask on #mesh {
  model.input @a : tensor<4x8xf32, #split> {argument = 0 : i64}
  model.variable @v : tensor<4x8xf32, #whole> {argument = 1 : i64, kind = #model<kind trainable>}
  model.variable @r : tensor<4x8xf32, #split> {argument = 2 : i64, kind = #model<kind trainable>}
  %a = model.read @a : tensor<4x8xf32>
  %v = model.read @v : tensor<4x8xf32>
  %one = arith.constant dense<1.0> : tensor<4x8xf32>
  %i = model.iota dimension = 0 : tensor<4x8xi32>
  %f = arith.sitofp %i : tensor<4x8xi32> to tensor<4x8xf32>
  %0 = arith.mulf %a, %f : tensor<4x8xf32>
  %1 = arith.addf %0, %one : tensor<4x8xf32>
  model.assign @r, %1 : tensor<4x8xf32>
  %2 = arith.addf %v, %one : tensor<4x8xf32>
  model.assign @v, %2 : tensor<4x8xf32>
}

// -----

// Tests that a gradient is scattered where its variable is split along the data
// axis (ZeRO), not reduced whole.

#mesh = #dist.mesh<"data" = 4>
#batch = #dist.sharding<#mesh, [["data"], []]>
#owned = #dist.sharding<#mesh, [["data"]]>
// CHECK-DAG: #[[$PARTIAL:.*]] = #dist.sharding<#mesh, {{\[\[\]\]}}, partial(sum) = ["data"]>
// CHECK-DAG: #[[$OWNED:.*]] = #dist.sharding<#mesh, {{\[\["data"\]\]}}>
// CHECK-LABEL: dist.sharded_program @zero
// CHECK: dist.reshard %{{.*}} : tensor<8xf32, #[[$PARTIAL]]> -> tensor<8xf32, #[[$OWNED]]>
// CHECK-NOT: dist.reshard
dist.program @zero on #mesh {
  model.input @a : tensor<4x8xf32, #batch> {argument = 0 : i64}
  model.variable @v : tensor<8xf32, #owned> {argument = 1 : i64, kind = #model<kind trainable>}
  %a = model.read @a : tensor<4x8xf32>
  %v = model.read @v : tensor<8xf32>
  %zero = arith.constant dense<0.0> : tensor<8xf32>
  %g = linalg.reduce { arith.addf } ins(%a : tensor<4x8xf32>) outs(%zero : tensor<8xf32>) dimensions = [0]
  %g2 = arith.mulf %g, %g : tensor<8xf32>
  %0 = arith.subf %v, %g2 : tensor<8xf32>
  model.assign @v, %0 : tensor<8xf32>
}

// -----

// Tests that a flat dimension split over more parts than there are heads goes
// through the reshape as sub-axes, without communication.

#mesh = #dist.mesh<"model" = 8>
#flat = #dist.sharding<#mesh, [[], ["model"]]>
#heads = #dist.sharding<#mesh, [[], ["model":(1)4], ["model":(4)2]]>
// CHECK-LABEL: dist.sharded_program @split_heads
// CHECK: tensor.expand_shape
// CHECK-NOT: dist.reshard
dist.program @split_heads on #mesh {
  model.input @a : tensor<2x64xf32, #flat> {argument = 0 : i64}
  model.variable @v : tensor<2x4x16xf32, #heads> {argument = 1 : i64, kind = #model<kind trainable>}
  %a = model.read @a : tensor<2x64xf32>
  %0 = tensor.expand_shape %a [[0], [1, 2]] output_shape [2, 4, 16] : tensor<2x64xf32> into tensor<2x4x16xf32>
  model.assign @v, %0 : tensor<2x4x16xf32>
}

// -----

// Tests that gathering from a table split by row moves what is smaller: here
// the looked-up rows, as partial sums.

#mesh = #dist.mesh<"model" = 4>
#rows = #dist.sharding<#mesh, [["model"], []]>
#ids = #dist.sharding<#mesh, [[], []]>
#whole = #dist.sharding<#mesh, [[], []]>
// CHECK-DAG: #[[$PARTIAL:.*]] = #dist.sharding<#mesh, {{.*}}, partial(sum) = ["model"]>
// CHECK-LABEL: dist.sharded_program @vocabulary
// CHECK: model.gather {{.*}} -> tensor<2x8xf32, #[[$PARTIAL]]>
dist.program @vocabulary on #mesh {
  model.input @ids : tensor<2x1xi32, #ids> {argument = 0 : i64}
  model.variable @table : tensor<256x8xf32, #rows> {argument = 1 : i64, kind = #model<kind trainable>}
  model.output @r : tensor<2x8xf32, #whole> {result = 0 : i64}
  %ids = model.read @ids : tensor<2x1xi32>
  %table = model.read @table : tensor<256x8xf32>
  %0 = model.gather %table[%ids] {offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 0>, start_index_map = array<i64: 0>, slice_sizes = array<i64: 1, 8>} : tensor<256x8xf32>, tensor<2x1xi32> -> tensor<2x8xf32>
  model.assign @r, %0 : tensor<2x8xf32>
}

// -----

// Tests that a loop carries values as its results are wanted, without
// communication.

#mesh = #dist.mesh<"x" = 2>
#split = #dist.sharding<#mesh, [["x"]]>
// CHECK-DAG: #[[$SPLIT:.*]] = #dist.sharding<#mesh, {{\[\["x"\]\]}}>
// CHECK-LABEL: dist.sharded_program @loop
// CHECK: scf.while {{.*}} : (tensor<8xi32, #[[$SPLIT]]>, tensor<i32, {{.*}}>) -> (tensor<8xi32, #[[$SPLIT]]>, tensor<i32, {{.*}}>)
// CHECK-NOT: dist.reshard
dist.program @loop on #mesh {
  model.variable @v : tensor<8xi32, #split> {argument = 0 : i64, kind = #model<kind trainable>}
  %v = model.read @v : tensor<8xi32>
  %start = model.iota dimension = 0 : tensor<8xi32>
  %zero = arith.constant dense<0> : tensor<i32>
  %0:2 = scf.while (%state = %start, %i = %zero) : (tensor<8xi32>, tensor<i32>) -> (tensor<8xi32>, tensor<i32>) {
    %five = arith.constant dense<5> : tensor<i32>
    %less = arith.cmpi slt, %i, %five : tensor<i32>
    %go = tensor.extract %less[] : tensor<i1>
    scf.condition(%go) %state, %i : tensor<8xi32>, tensor<i32>
  } do {
  ^bb0(%state: tensor<8xi32>, %i: tensor<i32>):
    %one = arith.constant dense<1> : tensor<i32>
    %next = arith.addi %i, %one : tensor<i32>
    %double = arith.addi %state, %state : tensor<8xi32>
    scf.yield %double, %next : tensor<8xi32>, tensor<i32>
  }
  %1 = arith.addi %0#0, %v : tensor<8xi32>
  model.assign @v, %1 : tensor<8xi32>
}

// -----

// Tests that a request is honoured where it stands.

#mesh = #dist.mesh<"x" = 2>
#split = #dist.sharding<#mesh, [["x"]]>
#whole = #dist.sharding<#mesh, [[]]>
// CHECK-LABEL: dist.sharded_program @request
// CHECK: %[[V:.*]] = model.read @v
// CHECK: %[[SPLIT:.*]] = dist.reshard %[[V]]
// CHECK: %[[E:.*]] = math.exp %[[SPLIT]]
// CHECK: %[[WHOLE:.*]] = dist.reshard %[[E]]
// CHECK: model.assign @v, %[[WHOLE]]
// CHECK-NOT: dist.constrain
dist.program @request on #mesh {
  model.variable @v : tensor<8xf32, #whole> {argument = 0 : i64, kind = #model<kind trainable>}
  %v = model.read @v : tensor<8xf32>
  %0 = dist.constrain %v to #split : tensor<8xf32>
  %1 = math.exp %0 : tensor<8xf32>
  model.assign @v, %1 : tensor<8xf32>
}

// -----

// Tests that summands that are partial over the same axes are added before the
// ones that are not, and reduced once.

#mesh = #dist.mesh<"x" = 2>
#split = #dist.sharding<#mesh, [["x"], []]>
#whole1 = #dist.sharding<#mesh, [[]]>
// CHECK-LABEL: dist.sharded_program @group_sums
// CHECK: %[[R:.*]] = model.read @r
// CHECK: %[[A:.*]] = linalg.reduce
// CHECK: %[[B:.*]] = linalg.reduce
// CHECK: %[[SUM:.*]] = arith.addf %[[A]], %[[B]]
// CHECK: %[[WHOLE:.*]] = dist.reshard %[[SUM]]
// CHECK-NOT: dist.reshard
// CHECK: arith.addf %[[R]], %[[WHOLE]]
// CHECK-NOT: dist.reshard
dist.program @group_sums on #mesh {
  model.input @a : tensor<4x8xf32, #split> {argument = 0 : i64}
  model.variable @r : tensor<8xf32, #whole1> {argument = 1 : i64, kind = #model<kind trainable>}
  %a = model.read @a : tensor<4x8xf32>
  %r = model.read @r : tensor<8xf32>
  %zero = arith.constant dense<0.0> : tensor<8xf32>
  %0 = linalg.reduce { arith.addf } ins(%a : tensor<4x8xf32>) outs(%zero : tensor<8xf32>) dimensions = [0]
  %b = math.exp %a : tensor<4x8xf32>
  %1 = linalg.reduce { arith.addf } ins(%b : tensor<4x8xf32>) outs(%zero : tensor<8xf32>) dimensions = [0]
  %2 = arith.addf %r, %0 : tensor<8xf32>
  %3 = arith.addf %2, %1 : tensor<8xf32>
  %4 = math.exp %3 : tensor<8xf32>
  model.assign @r, %4 : tensor<8xf32>
}

// -----

// Tests that taking and adding elements along an axis, where one component of
// the index vectors counts through the batch, needs no communication.

#mesh = #dist.mesh<"x" = 2>
#split = #dist.sharding<#mesh, [["x"], []]>
#split3 = #dist.sharding<#mesh, [["x"], [], []]>
// CHECK-LABEL: dist.sharded_program @take_along_axis
// CHECK: model.gather
// CHECK: model.scatter
// CHECK-NOT: dist.reshard
dist.program @take_along_axis on #mesh {
  model.input @a : tensor<4x6xf32, #split> {argument = 0 : i64}
  model.input @i : tensor<4x1x1xi32, #split3> {argument = 1 : i64}
  model.variable @r : tensor<4x6xf32, #split> {argument = 2 : i64, kind = #model<kind trainable>}
  %a = model.read @a : tensor<4x6xf32>
  %i = model.read @i : tensor<4x1x1xi32>
  %zero = arith.constant dense<0.0> : tensor<4x6xf32>
  %row = model.iota dimension = 0 : tensor<4x1x1xi32>
  %index = tensor.concat dim(2) %row, %i : (tensor<4x1x1xi32>, tensor<4x1x1xi32>) -> tensor<4x1x2xi32>
  %0 = model.gather %a[%index] {offset_dims = array<i64>, collapsed_slice_dims = array<i64: 0, 1>, start_index_map = array<i64: 0, 1>, slice_sizes = array<i64: 1, 1>} : tensor<4x6xf32>, tensor<4x1x2xi32> -> tensor<4x1xf32>
  %1 = math.exp %0 : tensor<4x1xf32>
  %2 = model.scatter add %1 into %zero[%index] {update_window_dims = array<i64>, inserted_window_dims = array<i64: 0, 1>, scatter_dims_to_operand_dims = array<i64: 0, 1>} : tensor<4x1xf32>, tensor<4x1x2xi32> -> tensor<4x6xf32>
  model.assign @r, %2 : tensor<4x6xf32>
}
