// RUN: shard-opt %s -split-input-file -verify-diagnostics

// Tests that a sharded and an unsharded value, or two of different shardings,
// cannot be mixed. Elementwise operations and control flow refuse them themselves;
// for the others, which upstream accepts, the container's verifier does.

#mesh = #dist.mesh<"x" = 2>
#split = #dist.sharding<#mesh, [["x"]]>
dist.sharded_program @arith on #mesh {
  model.input @a : tensor<4xf32, #split> {argument = 0 : i64}
  // expected-note@+1 {{prior use here}}
  %a = model.read @a : tensor<4xf32, #split>
  // expected-error@+1 {{use of value '%a' expects different type than prior uses: 'tensor<4xf32>' vs 'tensor<4xf32, #dist.sharding<#dist.mesh<"x" = 2>, [["x"]]>>'}}
  %0 = arith.addf %a, %a : tensor<4xf32>
}

// -----

#mesh = #dist.mesh<"x" = 2>
#split = #dist.sharding<#mesh, [["x"]]>
#whole = #dist.sharding<#mesh, [[]]>
dist.sharded_program @arith_generic on #mesh {
  model.input @a : tensor<4xf32, #split> {argument = 0 : i64}
  model.input @b : tensor<4xf32, #whole> {argument = 1 : i64}
  %a = model.read @a : tensor<4xf32, #split>
  %b = model.read @b : tensor<4xf32, #whole>
  // expected-error@+1 {{'arith.addf' op requires the same encoding for all operands and results}}
  %0 = "arith.addf"(%a, %b) : (tensor<4xf32, #split>, tensor<4xf32, #whole>) -> tensor<4xf32, #split>
}

// -----

#mesh = #dist.mesh<"x" = 2>
#rows = #dist.sharding<#mesh, [["x"], []]>
dist.sharded_program @linalg_unsharded on #mesh {
  model.input @a : tensor<4x4xf32, #rows> {argument = 0 : i64}
  %a = model.read @a : tensor<4x4xf32, #rows>
  // expected-error@+1 {{'tensor.empty' op has type 'tensor<4x4xf32>', expected a sharding on}}
  %e = tensor.empty() : tensor<4x4xf32>
  %0 = linalg.transpose ins(%a : tensor<4x4xf32, #rows>) outs(%e : tensor<4x4xf32>) permutation = [1, 0]
}

// -----

#mesh = #dist.mesh<"x" = 2>
#rows = #dist.sharding<#mesh, [["x"], []]>
#whole = #dist.sharding<#mesh, [[], []]>
dist.sharded_program @linalg on #mesh {
  model.input @a : tensor<4x4xf32, #rows> {argument = 0 : i64}
  model.input @b : tensor<4x4xf32, #whole> {argument = 1 : i64}
  %a = model.read @a : tensor<4x4xf32, #rows>
  %b = model.read @b : tensor<4x4xf32, #whole>
  %zero = arith.constant dense<0.0> : tensor<4x4xf32, #whole>
  // expected-error@+1 {{'linalg.matmul' op mixes shardings: dimension 0 of operand #2 is split over [], but dimension 0 of operand #0 over ["x"]}}
  %0 = linalg.matmul ins(%a, %b : tensor<4x4xf32, #rows>, tensor<4x4xf32, #whole>) outs(%zero : tensor<4x4xf32, #whole>) -> tensor<4x4xf32, #whole>
}

// -----

#mesh = #dist.mesh<"x" = 2>
#split = #dist.sharding<#mesh, [["x"]]>
dist.sharded_program @tensor on #mesh {
  model.input @a : tensor<4xf32, #split> {argument = 0 : i64}
  %a = model.read @a : tensor<4xf32, #split>
  // expected-error@+1 {{'tensor.cast' op has type 'tensor<4xf32>', expected a sharding on}}
  %0 = tensor.cast %a : tensor<4xf32, #split> to tensor<4xf32>
}

// -----

#mesh = #dist.mesh<"x" = 2>
#split = #dist.sharding<#mesh, [["x"]]>
#whole = #dist.sharding<#mesh, [[]]>
dist.sharded_program @tensor_cast on #mesh {
  model.input @a : tensor<4xf32, #split> {argument = 0 : i64}
  %a = model.read @a : tensor<4xf32, #split>
  // expected-error@+1 {{'tensor.cast' op}}
  %0 = tensor.cast %a : tensor<4xf32, #split> to tensor<4xf32, #whole>
}

// -----

#mesh = #dist.mesh<"x" = 2>
#split = #dist.sharding<#mesh, [["x"]]>
#whole = #dist.sharding<#mesh, [[]]>
dist.sharded_program @scf on #mesh {
  model.input @a : tensor<4xf32, #split> {argument = 0 : i64}
  model.input @b : tensor<4xf32, #whole> {argument = 1 : i64}
  %a = model.read @a : tensor<4xf32, #split>
  %b = model.read @b : tensor<4xf32, #whole>
  %true = arith.constant true
  // expected-error@+1 {{'scf.if' op along control flow edge from Operation scf.yield to parent: successor operand type #0 'tensor<4xf32, #dist.sharding<#dist.mesh<"x" = 2>, [[]]>>' should match}}
  %0 = "scf.if"(%true) ({
    "scf.yield"(%a) : (tensor<4xf32, #split>) -> ()
  }, {
    // expected-note@+1 {{region branch point}}
    "scf.yield"(%b) : (tensor<4xf32, #whole>) -> ()
  }) : (i1) -> tensor<4xf32, #split>
}
