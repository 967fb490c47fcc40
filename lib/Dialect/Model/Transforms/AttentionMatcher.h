//===- AttentionMatcher.h - Find an attention in a program ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Follows the values that come of one contraction, in the order of the block,
// and says whether they are an attention and nothing else: forward, and
// backward if the program has it. Changes nothing.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_DIALECT_MODEL_TRANSFORMS_ATTENTIONMATCHER_H
#define SHARDWISE_LIB_DIALECT_MODEL_TRANSFORMS_ATTENTIONMATCHER_H

#include "AttentionTags.h"
#include "llvm/ADT/MapVector.h"
#include <set>

namespace mlir::shardwise::model {

/// The mask of an attention.
struct AttentionMask {
  enum Kind { None, Boolean, Additive, Causal };
  Kind kind = None;
  /// Without views and broadcasts.
  LabeledValue root;
  /// Whether a boolean mask is true where scores are replaced.
  bool isInverted = false;
  /// What replaces them.
  double replacement = 0;
};

/// A contraction of the pattern: its operation, and the labels of its result.
struct AttentionProduct {
  linalg::ContractOp op;
  Labels labels;
  explicit operator bool() { return bool(op); }
};

/// What the dimensions of an attention are labeled. No label (`unitLabel`) for
/// a dimension of size 1.
struct AttentionLabels {
  Labels batch;
  int query = unitLabel, key = unitLabel, headDim = unitLabel;
  /// Beyond the loops of the scores.
  static constexpr int valueDim = 1000;
};

class AttentionMatcher {
public:
  explicit AttentionMatcher(linalg::ContractOp scores) : scores(scores) {}

  /// Whether the contraction's result is the scores of an attention that can be
  /// raised. If not, `reason` says why, where it looked like one.
  bool match();

  linalg::ContractOp scores;
  LabeledValue query, key, value, gradient;
  AttentionLabels labels;
  AttentionMask mask;
  double scale = 1;
  /// Those of the backward pass may be absent.
  AttentionProduct context, dvalue, dprobability, dquery, dkey;

  std::string reason;
  Operation *reasonAt = nullptr;

private:
  bool classifyLoops();
  bool chooseSoftmaxDim(Operation *op, int label);
  void follow();
  void visit(Operation *op);
  void setTag(Value value, Tag tag);
  std::optional<Tag> getTag(Value value);
  bool fail(Operation *at, const Twine &why);

  std::optional<Tag> computeTag(Operation *op);
  std::optional<Tag> computeBinary(Operation *op);
  std::optional<Tag> computeReduction(linalg::ReduceOp op);
  std::optional<Tag> computeSelect(Operation *op);
  std::optional<Tag> computeExp(Operation *op);
  std::optional<Tag> computeMaximum(Operation *op);
  std::optional<Tag> addMask(const Tag &score, Value mask);

  void visitContraction(linalg::ContractOp op);
  void visitProbability(linalg::ContractOp op, unsigned operand,
                        const Tag &tag);
  void visitGradient(linalg::ContractOp op, unsigned operand, const Tag &tag);
  bool findProbabilityGradient();
  void tryProbabilityGradient(linalg::ContractOp op, const LabeledValue &from);
  bool isProduct(Operation *op);
  bool checkUses();
  bool checkForm();

  /// Orders operations as they stand in the block.
  struct Before {
    bool operator()(Operation *left, Operation *right) const {
      return left->isBeforeInBlock(right);
    }
  };
  llvm::MapVector<Value, Tag> tags;
  std::set<Operation *, Before> worklist;
  LabeledValue leftOperand, rightOperand;
  Labels leftLoops, rightLoops;
  bool sawExp = false, isExpMasked = false;
};

} // namespace mlir::shardwise::model

#endif // SHARDWISE_LIB_DIALECT_MODEL_TRANSFORMS_ATTENTIONMATCHER_H
