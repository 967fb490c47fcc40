//===- AttentionSupport.h - What a library runs as attention ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Decides, from types and attributes alone, which attentions cuDNN runs as one.
// All others run as products and a softmax.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_DIALECT_MODEL_TRANSFORMS_ATTENTIONSUPPORT_H
#define SHARDWISE_DIALECT_MODEL_TRANSFORMS_ATTENTIONSUPPORT_H

#include "shardwise/Dialect/Model/IR/Model.h"
#include <string>

namespace mlir::shardwise::model {

/// What decides about an attention and its gradient.
struct AttentionTraits {
  /// Of query, key and value, and of all other operands and results but the
  /// statistics, if they differ.
  Type element, otherElement;
  int64_t headDim = 0, valueDim = 0;
  double scale = 1;
  /// Whether a size is 0.
  bool isEmpty = false;
  /// Whether there is a mask that is not causality.
  bool hasMask = false;
  bool hasGradient = false;
};

/// Why cuDNN does not run an attention; empty if it does. It takes bf16 and
/// f16, heads whose sizes are multiples of 8 up to 128 (256 without a
/// gradient), a positive scale, and no mask but causality.
std::string explainRefusal(const AttentionTraits &traits);

/// The same for a `model.attention` or `model.attention_grad`.
std::string explainRefusal(Operation *attention);

} // namespace mlir::shardwise::model

#endif // SHARDWISE_DIALECT_MODEL_TRANSFORMS_ATTENTIONSUPPORT_H
