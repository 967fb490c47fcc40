//===- AttentionWorkspaces.h - Memory of a library's attention --*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// How much workspace an attention is given. cuDNN says so only where a GPU is,
// so this is what its version 9.14 asks for, as measured; for a version that
// asks for more the runtime has memory beside the arena.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_DIALECT_PLAN_TRANSFORMS_ATTENTIONWORKSPACES_H
#define SHARDWISE_LIB_DIALECT_PLAN_TRANSFORMS_ATTENTIONWORKSPACES_H

#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/Operation.h"

namespace mlir::shardwise::plan {

class AttentionWorkspaces {
public:
  /// With `anyOrder`, for gradients that may add up in any order.
  explicit AttentionWorkspaces(bool anyOrder) : anyOrder(anyOrder) {}

  /// Whether an operation is a `model.attention` or its gradient.
  static bool isAttention(Operation *op);
  /// The workspace of one, as bytes.
  RankedTensorType getType(Operation *attention) const;
  bool isInAnyOrder() const { return anyOrder; }

private:
  bool anyOrder;
};

} // namespace mlir::shardwise::plan

#endif // SHARDWISE_LIB_DIALECT_PLAN_TRANSFORMS_ATTENTIONWORKSPACES_H
