//===- Passes.td - Passes of the model dialect -------------*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_DIALECT_MODEL_TRANSFORMS_PASSES
#define SHARDWISE_DIALECT_MODEL_TRANSFORMS_PASSES

include "mlir/Pass/PassBase.td"

def SplitBatchDimsPass : Pass<"model-split-batch-dims", "::mlir::ModuleOp"> {
  let summary = "Give contractions the batch dimensions that were flattened";
  let description = [{
    Frameworks flatten the batch dimensions of a product into one: heads and
    batch of an attention become `64 = 16 x 4`. A sharding cannot say that the
    minor part of a dimension is split and the major part is not, so that a flat
    batch would have to be gathered. This pass gives such a contraction its
    batch dimensions back and reshapes around it; the reshapes meet those of the
    framework and cancel. Memory layouts do not change.

    Runs on a `model.program` after import, before layouts are attached.

    Before:

    ```mlir
    #bmk = affine_map<(b, m, n, k) -> (b, m, k)>
    #bkn = affine_map<(b, m, n, k) -> (b, k, n)>
    #bmn = affine_map<(b, m, n, k) -> (b, m, n)>
    func.func @scores(%a: tensor<2x3x5x7xf32>, %b: tensor<2x3x7x11xf32>) -> tensor<2x3x5x11xf32> {
      %zero = arith.constant dense<0.0> : tensor<6x5x11xf32>
      %0 = tensor.collapse_shape %a [[0, 1], [2], [3]] : tensor<2x3x5x7xf32> into tensor<6x5x7xf32>
      %1 = tensor.collapse_shape %b [[0, 1], [2], [3]] : tensor<2x3x7x11xf32> into tensor<6x7x11xf32>
      %2 = linalg.contract indexing_maps = [#bmk, #bkn, #bmn] ins(%0, %1 : tensor<6x5x7xf32>, tensor<6x7x11xf32>) outs(%zero : tensor<6x5x11xf32>) -> tensor<6x5x11xf32>
      %3 = tensor.expand_shape %2 [[0, 1], [2], [3]] output_shape [2, 3, 5, 11] : tensor<6x5x11xf32> into tensor<2x3x5x11xf32>
      return %3 : tensor<2x3x5x11xf32>
    }
    ```

    After:

    ```mlir
    #bmk = affine_map<(a, b, m, n, k) -> (a, b, m, k)>
    #bkn = affine_map<(a, b, m, n, k) -> (a, b, k, n)>
    #bmn = affine_map<(a, b, m, n, k) -> (a, b, m, n)>
    func.func @scores(%a: tensor<2x3x5x7xf32>, %b: tensor<2x3x7x11xf32>) -> tensor<2x3x5x11xf32> {
      %zero = arith.constant dense<0.0> : tensor<2x3x5x11xf32>
      %0 = linalg.contract indexing_maps = [#bmk, #bkn, #bmn] ins(%a, %b : tensor<2x3x5x7xf32>, tensor<2x3x7x11xf32>) outs(%zero : tensor<2x3x5x11xf32>) -> tensor<2x3x5x11xf32>
      return %0 : tensor<2x3x5x11xf32>
    }
    ```
  }];
  let dependentDialects = ["::mlir::arith::ArithDialect",
                           "::mlir::linalg::LinalgDialect",
                           "::mlir::tensor::TensorDialect"];
}

def RaiseAttentionPass : Pass<"model-raise-attention", "::mlir::ModuleOp"> {
  let summary = "Raise attention and its gradient from their decomposed form";
  let description = [{
    Finds what frameworks export of an attention: the scores' product, a scale,
    a mask (boolean, additive or causal), a softmax that subtracts its maximum,
    and the product with the values; and of its backward pass: the products for
    the values, the probabilities, the queries and the keys, with the softmax's
    gradient between them in whatever form. Replaces all of it by one
    `model.attention` and one `model.attention_grad`.

    Nothing is raised unless every use of every value between the products is
    part of the pattern: not a dropout of the probabilities, nor a program that
    reports them. A scale, mask or gradient that is not exactly that of the
    softmax leaves the program as it is, too. With `print-remarks` each
    contraction whose softmax was found but not raised gets a remark that says
    why.

    With `for-cudnn` it raises what cuDNN runs as one, and leaves the rest as it
    stands: see AttentionSupport.h for what that is.

    Run `model-split-batch-dims` and `cse` before, for batches that a framework
    has flattened. Only the pipeline for GPUs has the pass: CPUs run the
    decomposed form, which keeps the probabilities.
  }];
  let options = [Option<"printRemarks", "print-remarks", "bool",
                        /*default=*/"false",
                        "Say why a softmax is not raised">,
                 Option<"forCuDNN", "for-cudnn", "bool", /*default=*/"false",
                        "Raise only what cuDNN runs as one">];
  let dependentDialects = ["::mlir::arith::ArithDialect",
                           "::mlir::linalg::LinalgDialect",
                           "::mlir::shardwise::model::ModelDialect",
                           "::mlir::tensor::TensorDialect"];
}

def DecomposeAttentionPass
    : Pass<"model-decompose-attention", "::mlir::ModuleOp"> {
  let summary = "Write attention and its gradient as products and a softmax";
  let description = [{
    Gives every `model.attention` and `model.attention_grad` the form of
    contractions and a softmax that subtracts each row's maximum, where no
    library runs them as one. Works on global and on local programs, since
    positions are never split.

    The gradient writes the softmax once more, with the same operations as the
    forward pass, so that `cse` leaves one of them. With `keep-for-cudnn`, what
    cuDNN runs as one stays.
  }];
  let options = [Option<"keepForCuDNN", "keep-for-cudnn", "bool",
                        /*default=*/"false",
                        "Leave what cuDNN runs as one">];
  let dependentDialects = ["::mlir::arith::ArithDialect",
                           "::mlir::linalg::LinalgDialect",
                           "::mlir::math::MathDialect",
                           "::mlir::shardwise::model::ModelDialect",
                           "::mlir::tensor::TensorDialect"];
}

#endif // SHARDWISE_DIALECT_MODEL_TRANSFORMS_PASSES
