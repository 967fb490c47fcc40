//===- Labels.h - What the dimensions of values stand for -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A label names a dimension across transposes, broadcasts, reshapes that only
// add or drop dimensions of size 1, and contractions. A matcher that compares
// labels does not depend on the order in which a framework keeps dimensions.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_DIALECT_MODEL_TRANSFORMS_LABELS_H
#define SHARDWISE_LIB_DIALECT_MODEL_TRANSFORMS_LABELS_H

#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include <optional>

namespace mlir::shardwise::model {

/// The label of a dimension of size 1.
inline constexpr int unitLabel = -1;
/// The label of a dimension along which a value does not change.
inline constexpr int anyLabel = -2;

/// One label a dimension.
using Labels = SmallVector<int, 6>;

/// Whether the operation only moves its first operand (a transpose or a
/// reshape), and what it does to labels is known from its types.
bool isView(Operation *op);

/// The labels of the result of a view or a broadcast of a value with these
/// labels; none for another operation, or if dimensions are merged or split.
std::optional<Labels> pushLabels(Operation *op, ArrayRef<int> labels);
/// The labels of the first operand of a view or a broadcast, given those of the
/// result.
std::optional<Labels> pullLabels(Operation *op, ArrayRef<int> labels);

/// A value and what its dimensions stand for.
struct LabeledValue {
  Value value;
  Labels labels;
  bool operator==(const LabeledValue &other) const {
    return value == other.value && labels == other.labels;
  }
};

/// Where the views (and broadcasts, if `throughBroadcasts`) begin that lead to
/// a value.
LabeledValue findRoot(LabeledValue from, bool throughBroadcasts = false);

/// A contraction seen from one of its operands.
struct LabeledContraction {
  LabeledValue other;
  Labels result;
  /// The labels that are summed over.
  Labels summed;
};

/// Labels a contraction from the operand of number `known`. The one loop of
/// size above 1 that this operand lacks gets the label `fresh`; with more such
/// loops, or where something is added to, there is no answer.
std::optional<LabeledContraction> labelContraction(linalg::ContractOp op,
                                                   unsigned known,
                                                   ArrayRef<int> labels,
                                                   int fresh);

/// The sizes of a contraction's loops.
SmallVector<int64_t> getLoopSizes(linalg::ContractOp op);
/// Whether the destination is zero, so that the result is the sum alone.
bool startsFromZero(linalg::ContractOp op);
/// The float that every element of a constant has, through broadcasts.
std::optional<double> getSplat(Value value);

/// Rearranges a value into the order of `target`, with dimensions of size 1
/// where `target` says so.
Value rearrange(OpBuilder &builder, Location loc, const LabeledValue &from,
                ArrayRef<int> target);

} // namespace mlir::shardwise::model

#endif // SHARDWISE_LIB_DIALECT_MODEL_TRANSFORMS_LABELS_H
