// RUN: shard-opt %s --plan-lower-kernels-to-loops -split-input-file -verify-diagnostics

// Tests that a contraction, which is a command of its own, is refused.
func.func private @k(%a: tensor<4x4xf32>) -> tensor<4x4xf32> attributes {plan.kernel} {
  %z = arith.constant dense<0.0> : tensor<4x4xf32>
  // expected-error @+1 {{'linalg.contract' op has no lowering to loops in a kernel}}
  %0 = linalg.contract indexing_maps = [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (k, j)>, affine_map<(i, j, k) -> (i, j)>]
    ins(%a, %a : tensor<4x4xf32>, tensor<4x4xf32>) outs(%z : tensor<4x4xf32>) -> tensor<4x4xf32>
  func.return %0 : tensor<4x4xf32>
}

// -----

// Tests that arguments must be tensors of static shape.
// expected-error @+1 {{'func.func' op is a kernel with an argument of type 'tensor<?xf32>'; expected tensors of static shape}}
func.func private @k(%a: tensor<?xf32>) -> tensor<?xf32> attributes {plan.kernel} {
  func.return %a : tensor<?xf32>
}

// -----

// Tests that a declaration is no kernel.
// expected-error @+1 {{'func.func' op is a kernel but has no body of one block}}
func.func private @k(tensor<4xf32>) -> tensor<4xf32> attributes {plan.kernel}

// -----

// Tests that nothing is computed from a scatter in its own kernel.
func.func private @k(%a: tensor<4xf32>, %i: tensor<2x1xi32>, %u: tensor<2xf32>) -> tensor<4xf32> attributes {plan.kernel} {
  // expected-error @+1 {{'model.scatter' op must be a result of its kernel and not be used in it}}
  %0 = model.scatter add %u into %a[%i] {update_window_dims = array<i64>, inserted_window_dims = array<i64: 0>, scatter_dims_to_operand_dims = array<i64: 0>} : tensor<2xf32>, tensor<2x1xi32> -> tensor<4xf32>
  %1 = arith.negf %0 : tensor<4xf32>
  func.return %1 : tensor<4xf32>
}
