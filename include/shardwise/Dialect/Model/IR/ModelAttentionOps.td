//===- ModelAttentionOps.td - Attention --------------------*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Attention and its gradient as one operation each, so that a library can run
// them without ever holding the scores. Included by ModelOps.td.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_DIALECT_MODEL_IR_MODELATTENTIONOPS
#define SHARDWISE_DIALECT_MODEL_IR_MODELATTENTIONOPS

def Model_AttentionOp : Model_Op<"attention", [Pure]> {
  let summary = "attend to values by the softmax of scaled scores";
  let description = [{
    With `query[b, i, h, d]`, `key[b, j, g, d]` and `value[b, j, g, e]`, where
    `g = h / (H / G)` is the key head that a query head shares:

    ```
    score[b, h, i, j]   = scale * sum over d of query * key, then masked
    statistics[b, h, i] = log(sum over j of exp(score[b, h, i, j]))
    output[b, i, h, e]  = sum over j of exp(score - statistics) * value
    ```

    The scores and their softmax are computed in f32, in f64 for f64 operands;
    the probabilities are rounded to the element type of `value` before they
    meet it. An implementation subtracts each row's maximum first.

    `mask` has a size or 1 in each dimension `[b, h, i, j]`. A float mask is added
    to the scores. A boolean one keeps the scores where it is true and replaces
    the others by `masked_score` (minus infinity where absent); with a finite
    `masked_score` a row without any true entry attends evenly to all keys. With
    `causal`, scores of keys behind the query (`j > i`) are minus infinity.

    Batch and heads can be split, heads by whole groups that share a key head;
    positions and head dimensions stay whole.

    Example:

    ```mlir
    func.func @attend(%q: tensor<16x32x4x8xf32>, %k: tensor<16x32x4x8xf32>, %v: tensor<16x32x4x8xf32>) -> tensor<16x32x4x8xf32> {
      %o, %s = model.attention %q, %k, %v scale 0.35355339 causal : (tensor<16x32x4x8xf32>, tensor<16x32x4x8xf32>, tensor<16x32x4x8xf32>) -> (tensor<16x32x4x8xf32>, tensor<16x4x32xf32>)
      return %o : tensor<16x32x4x8xf32>
    }
    ```

    **Constraints:**
    - C1: `query`, `key`, `value` and `output` have rank 4, `statistics` rank 3.
    - C2: `query`, `key` and `value` have one element type.
    - C3: all operands agree in the batch, `key` and `value` in positions and
      heads, `query` and `key` in the head dimension.
    - C4: the heads of `query` are a multiple of those of `key`.
    - C5: `output` has the shape that follows.
    - C6: `statistics` is `[b, h, i]` of f32, of f64 for f64 operands.
    - C7: `mask` is boolean or float, of rank 4, with a size or 1 in each
      dimension.
    - C8: `masked_score` stands with a boolean mask only.
  }];
  let arguments = (ins AnyStaticShapeTensor:$query, AnyStaticShapeTensor:$key,
    AnyStaticShapeTensor:$value, Optional<AnyStaticShapeTensor>:$mask,
    F64Attr:$scale, UnitAttr:$causal, OptionalAttr<F64Attr>:$masked_score);
  let results = (outs AnyStaticShapeTensor:$output,
    AnyStaticShapeTensor:$statistics);
  let assemblyFormat = [{
    $query `,` $key `,` $value (`mask` $mask^)? `scale` $scale (`causal` $causal^)? attr-dict `:` functional-type(operands, results)
  }];
  let hasVerifier = 1;
}

def Model_AttentionGradOp : Model_Op<"attention_grad", [Pure]> {
  let summary = "gradients of an attention";
  let description = [{
    Given the operands and results of a `model.attention` and the gradient of
    its output, gives those of `query`, `key` and `value`:

    ```
    p                   = exp(score - statistics)
    dvalue[b, j, g, e]  = sum over i, and h of g, of p * gradient
    dp                  = sum over e of gradient * value
    dscore              = p * (dp - sum over j of p * dp) * scale
    dquery[b, i, h, d]  = sum over j of dscore * key
    dkey[b, j, g, d]    = sum over i, and h of g, of dscore * query
    ```

    `dscore` is zero where a boolean mask is false or causality hides the key.
    `sum over j of p * dp` may be computed as `sum over e of output * gradient`.
    Attributes and mask are those of the attention; see there for precision and
    for what can be split.

    Example:

    ```mlir
    func.func @gradients(%q: tensor<2x8x4x8xf32>, %k: tensor<2x8x4x8xf32>, %v: tensor<2x8x4x8xf32>, %o: tensor<2x8x4x8xf32>, %s: tensor<2x4x8xf32>, %g: tensor<2x8x4x8xf32>) -> tensor<2x8x4x8xf32> {
      %dq, %dk, %dv = model.attention_grad %q, %k, %v, %o, %s, %g scale 0.35355339 causal : (tensor<2x8x4x8xf32>, tensor<2x8x4x8xf32>, tensor<2x8x4x8xf32>, tensor<2x8x4x8xf32>, tensor<2x4x8xf32>, tensor<2x8x4x8xf32>) -> (tensor<2x8x4x8xf32>, tensor<2x8x4x8xf32>, tensor<2x8x4x8xf32>)
      return %dq : tensor<2x8x4x8xf32>
    }
    ```

    **Constraints:**
    - C1 to C8: those of `model.attention`.
    - C9: `gradient` has the shape of `output`.
    - C10: `dquery`, `dkey` and `dvalue` have the shapes of `query`, `key` and
      `value`, and float elements.
  }];
  let arguments = (ins AnyStaticShapeTensor:$query, AnyStaticShapeTensor:$key,
    AnyStaticShapeTensor:$value, AnyStaticShapeTensor:$output,
    AnyStaticShapeTensor:$statistics, AnyStaticShapeTensor:$gradient,
    Optional<AnyStaticShapeTensor>:$mask,
    F64Attr:$scale, UnitAttr:$causal, OptionalAttr<F64Attr>:$masked_score);
  let results = (outs AnyStaticShapeTensor:$dquery, AnyStaticShapeTensor:$dkey,
    AnyStaticShapeTensor:$dvalue);
  let assemblyFormat = [{
    $query `,` $key `,` $value `,` $output `,` $statistics `,` $gradient (`mask` $mask^)? `scale` $scale (`causal` $causal^)? attr-dict `:` functional-type(operands, results)
  }];
  let hasVerifier = 1;
}

#endif // SHARDWISE_DIALECT_MODEL_IR_MODELATTENTIONOPS
