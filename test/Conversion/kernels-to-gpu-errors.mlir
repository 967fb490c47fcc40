// RUN: shard-opt %s --plan-lower-kernels-to-gpu -verify-diagnostics

// Tests that rows and sums of their columns of which a result may stand in the
// place of an argument are not computed apart: columns that cannot be divided
// among the threads of a block are an error.
// expected-error @below {{has rows and sums of their columns that cannot be computed in one run}}
func.func private @apart(%a: tensor<64x100xf32>) -> (tensor<64x100xf32>, tensor<100xf32>) attributes {plan.kernel, plan.row_runs, plan.in_place = [array<i64: 0, 0>]} {
  %z = arith.constant dense<0.0> : tensor<64xf32>
  %y = arith.constant dense<0.0> : tensor<100xf32>
  %e = tensor.empty() : tensor<64x100xf32>
  %s = linalg.reduce { arith.addf } ins(%a : tensor<64x100xf32>) outs(%z : tensor<64xf32>) dimensions = [1]
  %b = linalg.broadcast ins(%s : tensor<64xf32>) outs(%e : tensor<64x100xf32>) dimensions = [1]
  %r = arith.divf %a, %b : tensor<64x100xf32>
  %c = linalg.reduce { arith.addf } ins(%a : tensor<64x100xf32>) outs(%y : tensor<100xf32>) dimensions = [0]
  func.return %r, %c : tensor<64x100xf32>, tensor<100xf32>
}
