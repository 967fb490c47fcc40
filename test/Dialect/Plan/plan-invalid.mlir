// RUN: shard-opt %s -split-input-file -verify-diagnostics

// Tests what each constraint refuses. The prefix of a program names it.

#mesh = #dist.mesh<"x" = 2>
plan.program @program_c1 on #mesh arena 0 {
  // expected-error @+1 {{'arith.constant' op stands in a 'plan.program', where there are only commands, shards and kernels}}
  %0 = arith.constant 0 : i32
}

// -----

#mesh = #dist.mesh<"x" = 2>
plan.program @program_c2_end on #mesh arena 64 {
  // expected-error @+1 {{occupies bytes 64 to 80 of an arena of 64, expected a place in it at a multiple of 64}}
  %0 = plan.buffer 64 : memref<4xf32>
}

// -----

#mesh = #dist.mesh<"x" = 2>
plan.program @program_c2_alignment on #mesh arena 64 {
  // expected-error @+1 {{occupies bytes 4 to 8 of an arena of 64}}
  %0 = plan.buffer 4 : memref<f32>
}

// -----

#mesh = #dist.mesh<"x" = 2>
#other = #dist.mesh<"y" = 2>
#part = #dist.sharding<#other, [], partial(sum) = ["y"]>
#whole = #dist.sharding<#other, []>
plan.program @program_c3 on #mesh arena 64 {
  %0 = plan.buffer 0 : memref<f32>
  // expected-error @+1 {{is on the mesh #dist.mesh<"y" = 2>, the program is on #dist.mesh<"x" = 2>}}
  plan.collective "all_reduce"(%0) -> (%0) from [#part] to [#whole] : (memref<f32>) -> memref<f32>
}

// -----

#mesh = #dist.mesh<"x" = 2>
plan.program @shard_c1 on #mesh arena 0 {
  // expected-error @+1 {{names @a, which is no shard}}
  %0 = plan.shard @a : memref<4xf32>
}

// -----

#mesh = #dist.mesh<"x" = 2>
#whole = #dist.sharding<#mesh, [[]]>
plan.program @shard_c2 on #mesh arena 0 {
  dist.shard @a input : tensor<4xf32> of tensor<4xf32, #whole> {argument = 0 : i64}
  // expected-error @+1 {{has type 'memref<5xf32>', but @a is a 'tensor<4xf32>'}}
  %0 = plan.shard @a : memref<5xf32>
}

// -----

plan.program @constant_c1 on #dist.mesh<"x" = 2> arena 0 {
  // expected-error @+1 {{has type 'memref<5xf32>' for a value of 'tensor<4xf32>'}}
  %0 = plan.constant dense<0.0> : tensor<4xf32> : memref<5xf32>
}

// -----

plan.program @view_c1 on #dist.mesh<"x" = 2> arena 64 {
  %0 = plan.buffer 0 : memref<4xf32>
  // expected-error @+1 {{has buffers 'memref<4xf32>' and 'memref<5xf32>', which do not have the same elements}}
  %1 = plan.view %0 : memref<4xf32> as memref<5xf32>
}

// -----

plan.program @part_c1 on #dist.mesh<"x" = 2> arena 64 {
  %0 = plan.buffer 0 : memref<4xf32>
  // expected-error @+1 {{is a 'memref<2xf32>' at element 3 of a 'memref<4xf32>', which does not lie in it}}
  %1 = plan.part %0 at 3 : memref<4xf32> as memref<2xf32>
}

// -----

plan.program @copy_c1 on #dist.mesh<"x" = 2> arena 64 {
  %0 = plan.buffer 0 : memref<4xf32>
  %1 = plan.buffer 0 : memref<4xi32>
  // expected-error @+1 {{has buffers 'memref<4xf32>' and 'memref<4xi32>', which do not have the same elements}}
  plan.copy %0 -> %1 : memref<4xf32> to memref<4xi32>
}

// -----

plan.program @launch_c1 on #dist.mesh<"x" = 2> arena 64 {
  %0 = plan.buffer 0 : memref<4xf32>
  // expected-error @+1 {{names @k, which is no kernel}}
  plan.launch @k(%0) -> (%0) : (memref<4xf32>) -> memref<4xf32>
}

// -----

plan.program @launch_c2 on #dist.mesh<"x" = 2> arena 64 {
  func.func private @k(%a: tensor<4xf32>) -> tensor<4xf32> attributes {plan.kernel} {
    func.return %a : tensor<4xf32>
  }
  %0 = plan.buffer 0 : memref<5xf32>
  %1 = plan.buffer 0 : memref<4xf32>
  // expected-error @+1 {{has a 'memref<5xf32>' for argument 0, which is a 'tensor<4xf32>'}}
  plan.launch @k(%0) -> (%1) : (memref<5xf32>) -> memref<4xf32>
}

// -----

plan.program @launch_c2_count on #dist.mesh<"x" = 2> arena 64 {
  func.func private @k(%a: tensor<4xf32>) -> tensor<4xf32> attributes {plan.kernel} {
    func.return %a : tensor<4xf32>
  }
  %0 = plan.buffer 0 : memref<4xf32>
  // expected-error @+1 {{has 0 results, but the kernel has 1}}
  plan.launch @k(%0) -> () : (memref<4xf32>) -> ()
}

// -----

plan.program @launch_c3 on #dist.mesh<"x" = 2> arena 64 {
  func.func private @k(%a: tensor<4xf32>) -> tensor<4xf32> attributes {plan.kernel} {
    func.return %a : tensor<4xf32>
  }
  %0 = plan.buffer 0 : memref<4xf32>
  // expected-error @+1 {{writes result 0 where it reads argument 0, which the kernel does not allow}}
  plan.launch @k(%0) -> (%0) : (memref<4xf32>) -> memref<4xf32>
}

// -----

#map = affine_map<(m, k) -> (m, k)>
#map1 = affine_map<(m, k) -> (m)>
plan.program @contract_c1 on #dist.mesh<"x" = 2> arena 64 {
  %0 = plan.buffer 0 : memref<2x2xf32>
  %1 = plan.buffer 0 : memref<2xf32>
  // expected-error @+1 {{has 2 maps, expected 3}}
  plan.contract %0, %0 -> %1 maps [#map, #map1] : memref<2x2xf32>, memref<2x2xf32> -> memref<2xf32>
}

// -----

#map = affine_map<(m, k) -> (m, k)>
#map1 = affine_map<(m, k) -> (m + k)>
plan.program @contract_c1_map on #dist.mesh<"x" = 2> arena 64 {
  %0 = plan.buffer 0 : memref<2x2xf32>
  %1 = plan.buffer 0 : memref<2xf32>
  // expected-error @+1 {{expected a projected permutation of its rank over 2 dimensions}}
  plan.contract %0, %0 -> %1 maps [#map, #map, #map1] : memref<2x2xf32>, memref<2x2xf32> -> memref<2xf32>
}

// -----

#map = affine_map<(m, k) -> (m, k)>
#map1 = affine_map<(m, k) -> (m)>
plan.program @contract_c2 on #dist.mesh<"x" = 2> arena 64 {
  %0 = plan.buffer 0 : memref<2x2xf32>
  %1 = plan.buffer 0 : memref<3xf32>
  // expected-error @+1 {{has sizes 2 and 3 for dimension 0}}
  plan.contract %0, %0 -> %1 maps [#map, #map, #map1] : memref<2x2xf32>, memref<2x2xf32> -> memref<3xf32>
}

// -----

#map = affine_map<(m, k) -> (m)>
#map1 = affine_map<(m, k) -> (m, k)>
plan.program @contract_c2_missing on #dist.mesh<"x" = 2> arena 64 {
  %0 = plan.buffer 0 : memref<2xf32>
  %1 = plan.buffer 0 : memref<2x3xf32>
  // expected-error @+1 {{has dimension 1 in no input}}
  plan.contract %0, %0 -> %1 maps [#map, #map, #map1] : memref<2xf32>, memref<2xf32> -> memref<2x3xf32>
}

// -----

#map = affine_map<(m) -> (m)>
plan.program @contract_c3 on #dist.mesh<"x" = 2> arena 64 {
  %0 = plan.buffer 0 : memref<2xf32>
  %1 = plan.buffer 0 : memref<2xi32>
  // expected-error @+1 {{mixes 'memref<2xf32>', 'memref<2xf32>' and 'memref<2xi32>', expected integers or floats}}
  plan.contract %0, %0 -> %1 maps [#map, #map, #map] : memref<2xf32>, memref<2xf32> -> memref<2xi32>
}

// -----

#lhs = affine_map<(m, n, k) -> (m, k)>
#rhs = affine_map<(m, n, k) -> (k, n)>
#out = affine_map<(m, n, k) -> (m, n)>
plan.program @contract_c4 on #dist.mesh<"x" = 2> arena 64 {
  %0 = plan.buffer 0 : memref<2x2xf32>
  %1 = plan.buffer 0 : memref<3xf32>
  // expected-error @+1 {{has a bias of type 'memref<3xf32>' for 'memref<2x2xf32>', expected floats along all its last dimensions that one of the inputs lacks}}
  plan.contract %0, %0 plus %1 -> %0 maps [#lhs, #rhs, #out] : memref<2x2xf32>, memref<2x2xf32> plus memref<3xf32> -> memref<2x2xf32>
}

// -----

#lhs = affine_map<(m, n, k) -> (m, k)>
#rhs = affine_map<(m, n, k) -> (k, n)>
#out = affine_map<(m, n, k) -> (m, n)>
plan.program @contract_c4_accumulate on #dist.mesh<"x" = 2> arena 64 {
  %0 = plan.buffer 0 : memref<2x2xf32>
  %1 = plan.buffer 0 : memref<2xf32>
  // expected-error @+1 {{has a bias, expected none where it accumulates}}
  plan.contract %0, %0 plus %1 -> %0 accumulate maps [#lhs, #rhs, #out] : memref<2x2xf32>, memref<2x2xf32> plus memref<2xf32> -> memref<2x2xf32>
}

// -----

#lhs = affine_map<(m, n, k) -> (m, k)>
#rhs = affine_map<(m, n, k) -> (k, n)>
#out = affine_map<(m, n, k) -> (m, n)>
plan.program @contract_c5 on #dist.mesh<"x" = 2> arena 64 {
  %0 = plan.buffer 0 : memref<2x2xf32>
  // expected-error @+1 {{has an activation, expected one with a bias only}}
  plan.contract %0, %0 -> %0 gelu of %0 maps [#lhs, #rhs, #out] : memref<2x2xf32>, memref<2x2xf32> -> memref<2x2xf32> gelu of memref<2x2xf32>
}

// -----

#lhs = affine_map<(m, n, k) -> (m, k)>
#rhs = affine_map<(m, n, k) -> (k, n)>
#out = affine_map<(m, n, k) -> (m, n)>
plan.program @contract_c5_like on #dist.mesh<"x" = 2> arena 64 {
  %0 = plan.buffer 0 : memref<2x2xf32>
  %1 = plan.buffer 0 : memref<2xf32>
  %2 = plan.buffer 0 : memref<4xf32>
  // expected-error @+1 {{keeps 'memref<4xf32>' from before the activation, expected 'memref<2x2xf32>'}}
  plan.contract %0, %0 plus %1 -> %0 gelu of %2 maps [#lhs, #rhs, #out] : memref<2x2xf32>, memref<2x2xf32> plus memref<2xf32> -> memref<2x2xf32> gelu of memref<4xf32>
}

// -----

#lhs = affine_map<(m, n, k) -> (m, k)>
#out = affine_map<(m, n, k) -> (m, n)>
func.func @biased_contract_c1(%x: tensor<2x2xf32>, %b: tensor<2xf32>) {
  // expected-error @+1 {{has 2 maps, expected 3}}
  %0 = plan.biased_contract %x, %x plus %b maps [#lhs, #out] : tensor<2x2xf32>, tensor<2x2xf32> plus tensor<2xf32> -> tensor<2x2xf32>
  func.return
}

// -----

#lhs = affine_map<(b, m, n, k) -> (b, m, k)>
#rhs = affine_map<(b, m, n, k) -> (b, k, n)>
#out = affine_map<(b, m, n, k) -> (b, m, n)>
func.func @biased_contract_c4_batch(%x: tensor<2x2x2xf32>, %b: tensor<2xf32>) {
  // expected-error @+1 {{has a bias of type 'tensor<2xf32>' for 'tensor<2x2x2xf32>'}}
  %0 = plan.biased_contract %x, %x plus %b maps [#lhs, #rhs, #out] : tensor<2x2x2xf32>, tensor<2x2x2xf32> plus tensor<2xf32> -> tensor<2x2x2xf32>
  func.return
}

// -----

#mesh = #dist.mesh<"x" = 2>
#whole = #dist.sharding<#mesh, []>
plan.program @collective_c1 on #mesh arena 64 {
  %0 = plan.buffer 0 : memref<f32>
  // expected-error @+1 {{has 1 inputs, 1 outputs, 1 sources and 0 targets, expected as many of each}}
  plan.collective "all_reduce"(%0) -> (%0) from [#whole] to [] : (memref<f32>) -> memref<f32>
}

// -----

#mesh = #dist.mesh<"x" = 2>
#split = #dist.sharding<#mesh, [["x"]]>
#whole = #dist.sharding<#mesh, [[]]>
plan.program @collective_c2 on #mesh arena 64 {
  %0 = plan.buffer 0 : memref<2xf32>
  %1 = plan.buffer 0 : memref<5xf32>
  // expected-error @+1 {{which are not parts of one tensor}}
  plan.collective "all_gather"(%0) -> (%1) from [#split] to [#whole] : (memref<2xf32>) -> memref<5xf32>
}

// -----

#mesh = #dist.mesh<"x" = 2>
#split = #dist.sharding<#mesh, [["x"]]>
#whole = #dist.sharding<#mesh, [[]]>
plan.program @collective_c3 on #mesh arena 64 {
  %0 = plan.buffer 0 : memref<2xf32>
  %1 = plan.buffer 0 : memref<4xf32>
  // expected-error @+1 {{which is of kind all_gather}}
  plan.collective "all_reduce"(%0) -> (%1) from [#split] to [#whole] : (memref<2xf32>) -> memref<4xf32>
}

// -----

#mesh = #dist.mesh<"x" = 2, "y" = 2>
#from = #dist.sharding<#mesh, [["x", "y"]]>
#to = #dist.sharding<#mesh, [["y", "x"]]>
plan.program @collective_c4 on #mesh arena 64 {
  %0 = plan.buffer 0 : memref<2xf32>
  // expected-error @+1 {{writes a buffer that it reads}}
  plan.collective "collective_permute"(%0) -> (%0) from [#from] to [#to] : (memref<2xf32>) -> memref<2xf32>
}

// -----

#mesh = #dist.mesh<"x" = 2>
#whole = #dist.sharding<#mesh, []>
#part = #dist.sharding<#mesh, [], partial(sum) = ["x"]>
plan.program @collective_c5 on #mesh arena 64 {
  %0 = plan.buffer 0 : memref<f32>
  // expected-error @+1 {{is on stream 4, expected 0 to 3}}
  plan.collective "all_reduce" stream 4(%0) -> (%0) from [#part] to [#whole] : (memref<f32>) -> memref<f32>
}

// -----

#mesh = #dist.mesh<"x" = 2>
#whole = #dist.sharding<#mesh, []>
#part = #dist.sharding<#mesh, [], partial(sum) = ["x"]>
plan.program @collective_c5_loops on #mesh arena 64 {
  %0 = plan.buffer 0 : memref<f32>
  %1 = plan.buffer 0 : memref<i1>
  // expected-error @+1 {{is on stream 1, expected 0, since there are loops}}
  plan.collective "all_reduce" stream 1(%0) -> (%0) from [#part] to [#whole] : (memref<f32>) -> memref<f32>
  plan.while {
    plan.condition %1 : memref<i1>
  } do {
  }
}

// -----

plan.program @while_c1 on #dist.mesh<"x" = 2> arena 64 {
  // expected-error @+1 {{has no 'plan.condition' at the end of its first region}}
  plan.while {
  } do {
  }
}

// -----

plan.program @condition_c1 on #dist.mesh<"x" = 2> arena 64 {
  %0 = plan.buffer 0 : memref<i32>
  plan.while {
    // expected-error @+1 {{has a 'memref<i32>', expected one i1}}
    plan.condition %0 : memref<i32>
  } do {
  }
}

// -----

plan.program @condition_c2 on #dist.mesh<"x" = 2> arena 64 {
  %0 = plan.buffer 0 : memref<i1>
  plan.while {
    // expected-error @+1 {{is not the last of the loop's first region}}
    plan.condition %0 : memref<i1>
    plan.condition %0 : memref<i1>
  } do {
  }
}
