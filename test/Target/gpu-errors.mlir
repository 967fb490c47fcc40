// RUN: shard-opt %s --split-input-file --verify-diagnostics --plan-emit-gpu-kernels

// Tests that what no code can be generated for is an error at its operation.
// expected-error@below {{kernels cannot be lowered to LLVM IR}}
module {
  func.func private @k(%a: tensor<4xf64>) -> tensor<4xf64> attributes {plan.kernel} {
    // expected-error@below {{'math.erf' op of 'f64' has no form for GPUs}}
    %0 = math.erf %a : tensor<4xf64>
    func.return %0 : tensor<4xf64>
  }
}

// -----

// Tests that all kernels have names of their own.
// expected-error@below {{some kernels have no lowering to GPUs}}
module {
  module @a {
    // expected-note@below {{the other one is here}}
    func.func private @k(%a: tensor<4xf32>) -> tensor<4xf32> attributes {plan.kernel} {
      func.return %a : tensor<4xf32>
    }
  }
  module @b {
    // expected-error@below {{has the name of another kernel; all kernels go into one module}}
    func.func private @k(%a: tensor<4xf32>) -> tensor<4xf32> attributes {plan.kernel} {
      func.return %a : tensor<4xf32>
    }
  }
}
