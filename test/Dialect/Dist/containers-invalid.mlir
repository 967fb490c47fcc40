// RUN: shard-opt %s -split-input-file -verify-diagnostics

// Tests every constraint of the containers; the name of a program ends in the
// constraint's number. Mixing sharded and unsharded values is tested apart, in
// mixed-shardings.mlir.

dist.program @program_c1 on #dist.mesh<"x" = 2> {
  // expected-error@+1 {{'model.variable' op has no sharding in its type 'tensor<4xf32>'}}
  model.variable @w : tensor<4xf32> {argument = 0 : i64, kind = #model<kind trainable>}
}

// -----

dist.program @program_c1_mesh on #dist.mesh<"x" = 2> {
  // expected-error@+1 {{'model.input' op has sharding #dist.sharding<#dist.mesh<"x" = 4>, [["x"]]>, expected one on #dist.mesh<"x" = 2> that is not partial}}
  model.input @x : tensor<4xf32, #dist.sharding<#dist.mesh<"x" = 4>, [["x"]]>> {argument = 0 : i64}
}

// -----

dist.program @program_c1_partial on #dist.mesh<"x" = 2> {
  // expected-error@+1 {{that is not partial}}
  model.input @x : tensor<4xf32, #dist.sharding<#dist.mesh<"x" = 2>, [[]], partial(sum) = ["x"]>> {argument = 0 : i64}
}

// -----

dist.program @program_c2 on #dist.mesh<"x" = 2> {
  // expected-error@+1 {{but only declarations are laid out in a 'dist.program'}}
  %0 = tensor.empty() : tensor<4xf32, #dist.sharding<#dist.mesh<"x" = 2>, [["x"]]>>
}

// -----

dist.program @program_c3 on #dist.mesh<"x" = 2> {
  // expected-error@+1 {{'model.output' op is an output that is never assigned}}
  model.output @r : tensor<f32, #dist.sharding<#dist.mesh<"x" = 2>, []>> {result = 0 : i64}
}

// -----

dist.sharded_program @sharded_program_c1 on #dist.mesh<"x" = 2> {
  // expected-error@+1 {{'tensor.empty' op has type 'tensor<4xf32>', expected a sharding on #dist.mesh<"x" = 2>}}
  %0 = tensor.empty() : tensor<4xf32>
}

// -----

#mesh = #dist.mesh<"x" = 2>
#rows = #dist.sharding<#mesh, [["x"], []]>
dist.sharded_program @sharded_program_c2 on #mesh {
  model.input @a : tensor<4x4xf32, #rows> {argument = 0 : i64}
  %a = model.read @a : tensor<4x4xf32, #rows>
  %e = tensor.empty() : tensor<4x4xf32, #rows>
  // expected-error@+1 {{'linalg.transpose' op mixes shardings: dimension}}
  %t = linalg.transpose ins(%a : tensor<4x4xf32, #rows>) outs(%e : tensor<4x4xf32, #rows>) permutation = [1, 0]
}

// -----

#mesh = #dist.mesh<"x" = 2>
#sum = #dist.sharding<#mesh, [[]], partial(sum) = ["x"]>
#whole = #dist.sharding<#mesh, [[]]>
#split = #dist.sharding<#mesh, [["x"]]>
#scalar = #dist.sharding<#mesh, []>
dist.sharded_program @sharded_program_c2_reduced on #mesh {
  model.input @a : tensor<4xf32, #split> {argument = 0 : i64}
  %a = model.read @a : tensor<4xf32, #split>
  %zero = arith.constant dense<0.0> : tensor<f32, #scalar>
  // expected-error@+1 {{expected it to be partial over ["x"]}}
  %0 = linalg.reduce { arith.addf } ins(%a : tensor<4xf32, #split>) outs(%zero : tensor<f32, #scalar>) dimensions = [0]
}

// -----

#mesh = #dist.mesh<"x" = 2>
#split = #dist.sharding<#mesh, [["x"]]>
#partial = #dist.sharding<#mesh, [], partial(sum) = ["x"]>
#scalar = #dist.sharding<#mesh, []>
dist.sharded_program @sharded_program_c3 on #mesh {
  model.input @a : tensor<4xf32, #split> {argument = 0 : i64}
  %a = model.read @a : tensor<4xf32, #split>
  %zero = arith.constant dense<0.0> : tensor<f32, #partial>
  %0 = linalg.reduce { arith.addf } ins(%a : tensor<4xf32, #split>) outs(%zero : tensor<f32, #partial>) dimensions = [0]
  // expected-error@+1 {{'math.exp' op is not linear in operand #0, which is partial}}
  %1 = math.exp %0 : tensor<f32, #partial>
}

// -----

#mesh = #dist.mesh<"x" = 2>
#split = #dist.sharding<#mesh, [["x"]]>
#whole = #dist.sharding<#mesh, [[]]>
dist.sharded_program @sharded_program_c4 on #mesh {
  model.input @a : tensor<4xf32, #split> {argument = 0 : i64}
  %a = model.read @a : tensor<4xf32, #split>
  %0 = arith.constant 0 : index
  %1 = arith.constant 1 : index
  // expected-error@+1 {{0-th init and 0-th region iter_arg have different type}}
  %r = "scf.for"(%0, %1, %1, %a) ({
  ^bb0(%i: index, %v: tensor<4xf32, #whole>):
    "scf.yield"(%v) : (tensor<4xf32, #whole>) -> ()
  }) : (index, index, index, tensor<4xf32, #split>) -> tensor<4xf32, #whole>
}

// -----

#mesh = #dist.mesh<"x" = 2>
#split = #dist.sharding<#mesh, [["x"]]>
#partial = #dist.sharding<#mesh, [], partial(sum) = ["x"]>
dist.sharded_program @sharded_program_c5 on #mesh {
  model.input @a : tensor<4xf32, #split> {argument = 0 : i64}
  // expected-error@+1 {{'model.output' op has sharding}}
  model.output @r : tensor<f32, #partial> {result = 0 : i64}
  %a = model.read @a : tensor<4xf32, #split>
  %zero = arith.constant dense<0.0> : tensor<f32, #partial>
  %0 = linalg.reduce { arith.addf } ins(%a : tensor<4xf32, #split>) outs(%zero : tensor<f32, #partial>) dimensions = [0]
  model.assign @r, %0 : tensor<f32, #partial>
}

// -----

dist.sharded_program @sharded_program_c6 on #dist.mesh<"x" = 2> {
  // expected-error@+1 {{'model.output' op is an output that is never assigned}}
  model.output @r : tensor<f32, #dist.sharding<#dist.mesh<"x" = 2>, []>> {result = 0 : i64}
}

// -----

dist.local_program @local_program_c1 on #dist.mesh<"x" = 2> {
  // expected-error@+1 {{but types are local in a 'dist.local_program'}}
  %0 = tensor.empty() : tensor<4xf32, #dist.sharding<#dist.mesh<"x" = 2>, [["x"]]>>
}

// -----

dist.local_program @local_program_c2 on #dist.mesh<"x" = 2> {
  // expected-error@+1 {{'model.variable' op stands in a 'dist.local_program', where there are only shards and collectives}}
  model.variable @w : tensor<4xf32> {argument = 0 : i64, kind = #model<kind trainable>}
}

// -----

dist.local_program @local_program_c3 on #dist.mesh<"x" = 2> {
  // expected-error@+1 {{'dist.axis_index' op is on the mesh #dist.mesh<"x" = 4>, the program is on #dist.mesh<"x" = 2>}}
  %0 = dist.axis_index <#dist.mesh<"x" = 4>, ["x"]>
}

// -----

dist.local_program @local_program_c3_collective on #dist.mesh<"x" = 2> {
  %0 = tensor.empty() : tensor<4xf32>
  // expected-error@+1 {{'dist.all_slice' op is on the mesh #dist.mesh<"x" = 4>, the program is on #dist.mesh<"x" = 2>}}
  %1 = dist.all_slice %0 from <#dist.mesh<"x" = 4>, [[]]> to <#dist.mesh<"x" = 4>, [["x"]]> : tensor<4xf32> -> tensor<1xf32>
}

// -----

dist.local_program @local_program_c4 on #dist.mesh<"x" = 2> {
  // expected-error@+1 {{'dist.shard' op is an output that is never assigned}}
  dist.shard @r output : tensor<f32> of tensor<f32, #dist.sharding<#dist.mesh<"x" = 2>, []>>
}
