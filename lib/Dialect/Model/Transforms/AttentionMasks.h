//===- AttentionMasks.h - Recognize the masks of attentions -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_DIALECT_MODEL_TRANSFORMS_ATTENTIONMASKS_H
#define SHARDWISE_LIB_DIALECT_MODEL_TRANSFORMS_ATTENTIONMASKS_H

#include "Labels.h"

namespace mlir::shardwise::model {

/// Where a condition begins: before views, broadcasts, `and` with true, and a
/// choice between true and false.
LabeledValue findConditionRoot(LabeledValue condition);

/// Whether a condition is true exactly where the position along `key` is at
/// most that along `query`; exactly where it is larger, if `isInverted`.
bool isCausalCondition(const LabeledValue &condition, int query, int key,
                       bool isInverted);

} // namespace mlir::shardwise::model

#endif // SHARDWISE_LIB_DIALECT_MODEL_TRANSFORMS_ATTENTIONMASKS_H
