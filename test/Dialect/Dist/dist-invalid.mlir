// RUN: shard-opt %s -split-input-file -verify-diagnostics

// Tests every constraint of the operations that are not containers; the name of
// a program ends in the constraint's number. Containers stand in
// containers-invalid.mlir.

model.program @layout_map_c1 {
  dist.layout_map #dist.mesh<"x" = 2> model_parallel batch_axis "x" {
    // expected-error@+1 {{'arith.constant' op stands in a layout map, which holds rules only}}
    %0 = arith.constant 0 : i32
  }
}

// -----

model.program @layout_map_c2 {
  // expected-error@+1 {{'dist.layout_map' op splits the batch over axis "y", which the mesh #dist.mesh<"x" = 2> does not have}}
  dist.layout_map #dist.mesh<"x" = 2> model_parallel batch_axis "y" {
  }
}

// -----

func.func @layout_map_c3() {
  // expected-error@+1 {{'dist.layout_map' op stands outside of a 'model.program'}}
  dist.layout_map #dist.mesh<"x" = 2> model_parallel batch_axis "x" {
  }
  return
}

// -----

dist.sharded_program @layout_map_c3_sharded on #dist.mesh<"x" = 2> {
  // expected-error@+1 {{'dist.layout_map' op stands in a program in which every value has a sharding: layouts are attached once, before}}
  dist.layout_map #dist.mesh<"x" = 2> model_parallel batch_axis "x" {
  }
}

// -----

dist.local_program @layout_map_c3_local on #dist.mesh<"x" = 2> {
  // expected-error@+1 {{'dist.layout_map' op stands in a partitioned program: after partitioning there are only shards, which no rule can match}}
  dist.layout_map #dist.mesh<"x" = 2> model_parallel batch_axis "x" {
  }
}

// -----

model.program @rule_c1 {
  dist.layout_map #dist.mesh<"x" = 2> model_parallel batch_axis "x" {
    // expected-error@+1 {{'dist.rule' op has "x" for a dimension, expected an array of axis names}}
    dist.rule "w" ["x"]
  }
}

// -----

dist.local_program @shard_c1 on #dist.mesh<"x" = 2> {
  // expected-error@+1 {{'dist.shard' op has global type 'tensor<4xf32>', expected a static shape and a sharding that is not partial}}
  dist.shard @w variable : tensor<4xf32> of tensor<4xf32>
}

// -----

dist.local_program @shard_c2 on #dist.mesh<"x" = 2> {
  // expected-error@+1 {{'dist.shard' op has type 'tensor<4xf32>', but the local type of}}
  dist.shard @w variable : tensor<4xf32> of tensor<4xf32, #dist.sharding<#dist.mesh<"x" = 2>, [["x"]]>>
}

// -----

#whole = #dist.sharding<#dist.mesh<"x" = 2>, [[]]>
dist.local_program @shard_c3_missing on #dist.mesh<"x" = 2> {
  // expected-error@+1 {{'dist.shard' op has the role copy, but not 'copy_of', which copies have alone}}
  dist.shard @w copy : tensor<4xbf16> of tensor<4xbf16, #whole>
}

// -----

#whole = #dist.sharding<#dist.mesh<"x" = 2>, [[]]>
dist.local_program @shard_c3_superfluous on #dist.mesh<"x" = 2> {
  dist.shard @w variable : tensor<4xf32> of tensor<4xf32, #whole>
  // expected-error@+1 {{'dist.shard' op has the role variable, but 'copy_of', which copies have alone}}
  dist.shard @v variable : tensor<4xbf16> of tensor<4xbf16, #whole> {copy_of = @w}
}

// -----

#whole = #dist.sharding<#dist.mesh<"x" = 2>, [[]]>
dist.local_program @shard_c4_input on #dist.mesh<"x" = 2> {
  // expected-note@+1 {{this is input of 'tensor<4xf32}}
  dist.shard @w input : tensor<4xf32> of tensor<4xf32, #whole>
  // expected-error@+1 {{'dist.shard' op copies @w, expected a variable of}}
  dist.shard @v copy : tensor<4xbf16> of tensor<4xbf16, #whole> {copy_of = @w}
}

// -----

#whole = #dist.sharding<#dist.mesh<"x" = 2>, [[]]>
dist.local_program @shard_c4_missing on #dist.mesh<"x" = 2> {
  // expected-error@+1 {{'dist.shard' op copies @w, expected a variable of}}
  dist.shard @v copy : tensor<4xbf16> of tensor<4xbf16, #whole> {copy_of = @w}
}

// -----

func.func @constrain_c1_partial(%a: tensor<4xf32>) {
  // expected-error@+1 {{'dist.constrain' op asks for a partial sharding}}
  %0 = dist.constrain %a to <#dist.mesh<"x" = 2>, [[]], partial(sum) = ["x"]> : tensor<4xf32>
  return
}

// -----

func.func @constrain_c1(%a: tensor<3xf32>) {
  // expected-error@+1 {{'dist.constrain' op dimension 0 of size 3}}
  %0 = dist.constrain %a to <#dist.mesh<"x" = 2>, [["x"]]> : tensor<3xf32>
  return
}

// -----

func.func @reshard_c1(%a: tensor<4xf32>) {
  // expected-error@+1 {{'dist.reshard' op takes 'tensor<4xf32>' to}}
  %0 = dist.reshard %a : tensor<4xf32> -> tensor<4xf32, #dist.sharding<#dist.mesh<"x" = 2>, [["x"]]>>
  return
}

// -----

#split = #dist.sharding<#dist.mesh<"x" = 2>, [["x"]]>
func.func @reshard_c1_shape(%a: tensor<4xf32, #split>) {
  // expected-error@+1 {{expected types that differ in their sharding on one mesh}}
  %0 = dist.reshard %a : tensor<4xf32, #split> -> tensor<8xf32, #split>
  return
}

// -----

#whole = #dist.sharding<#dist.mesh<"x" = 2>, [[]]>
#sum = #dist.sharding<#dist.mesh<"x" = 2>, [[]], partial(sum) = ["x"]>
func.func @reshard_c2(%a: tensor<4xf32, #whole>) {
  // expected-error@+1 {{'dist.reshard' op cannot make a value partial that was not}}
  %0 = dist.reshard %a : tensor<4xf32, #whole> -> tensor<4xf32, #sum>
  return
}

// -----

func.func @collective_c1(%a: tensor<2xf32>) {
  // expected-error@+1 {{'dist.all_gather' op changes}}
  %0 = dist.all_gather %a from <#dist.mesh<"x" = 2>, [["x"]]> to <#dist.mesh<"x" = 4>, [[]]> : tensor<2xf32> -> tensor<4xf32>
  return
}

// -----

func.func @collective_c1_rank(%a: tensor<2xf32>) {
  // expected-error@+1 {{expected one mesh and rank 1}}
  %0 = dist.all_gather %a from <#dist.mesh<"x" = 2>, [["x"], []]> to <#dist.mesh<"x" = 2>, [[], []]> : tensor<2xf32> -> tensor<4x1xf32>
  return
}

// -----

func.func @collective_c2(%a: tensor<2xf32>) {
  // expected-error@+1 {{'dist.all_gather' op takes 'tensor<2xf32>' to 'tensor<3xf32>', which are not local types of one tensor}}
  %0 = dist.all_gather %a from <#dist.mesh<"x" = 2>, [["x"]]> to <#dist.mesh<"x" = 2>, [[]]> : tensor<2xf32> -> tensor<3xf32>
  return
}

// -----

func.func @collective_c3(%a: tensor<2xf32>) {
  // expected-error@+1 {{which is of kind all_gather}}
  %0 = dist.all_reduce %a from <#dist.mesh<"x" = 2>, [["x"]]> to <#dist.mesh<"x" = 2>, [[]]> : tensor<2xf32> -> tensor<4xf32>
  return
}

// -----

func.func @collective_c3_none(%a: tensor<2xf32>) {
  // expected-error@+1 {{which no single collective does}}
  %0 = dist.all_reduce %a from <#dist.mesh<"x" = 2>, [[]]> to <#dist.mesh<"x" = 2>, [[]], partial(sum) = ["x"]> : tensor<2xf32> -> tensor<2xf32>
  return
}
