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

#endif // SHARDWISE_DIALECT_MODEL_TRANSFORMS_PASSES
