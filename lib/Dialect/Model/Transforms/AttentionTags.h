//===- AttentionTags.h - Values of an attention as formulas -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Frameworks write the softmax and its gradient in many algebraic forms. Each
// value between the products is therefore followed as a small formula over
//
//   e    the exponential of the shifted scores
//   z    its sum over a row
//   dp   the gradient of the probabilities
//
// and the formula that arrives is compared, not the way to it.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_DIALECT_MODEL_TRANSFORMS_ATTENTIONTAGS_H
#define SHARDWISE_LIB_DIALECT_MODEL_TRANSFORMS_ATTENTIONTAGS_H

#include "Labels.h"

namespace mlir::shardwise::model {

/// `factor * e^exps * z^sums * dp`, or with `dp` replaced by the row's
/// `sum(e^rowExps * dp)`.
struct GradientTerm {
  double factor = 1;
  int exps = 0;
  int sums = 0;
  bool isRowSum = false;
  int rowExps = 0;

  bool hasSamePowers(const GradientTerm &other) const {
    return exps == other.exps && sums == other.sums &&
           isRowSum == other.isRowSum && rowExps == other.rowExps;
  }
};

/// What a value is.
struct Tag {
  enum Kind {
    /// `factor * (query x key)`, with the mask if `isMasked`.
    Score,
    /// A row's maximum of such a score.
    Maximum,
    /// The score less its maximum.
    Shifted,
    /// `factor * e^exps * z^sums`; a constant with both 0.
    Product,
    /// The sum of `terms`, zero where masked if `isMasked`.
    Gradient,
  };
  Kind kind = Product;
  Labels labels;
  double factor = 1;
  int exps = 0;
  int sums = 0;
  bool isMasked = false;
  SmallVector<GradientTerm, 2> terms;

  bool isConstant() const { return kind == Product && !exps && !sums; }
  /// Whether this is the softmax.
  bool isProbability() const {
    return kind == Product && exps == 1 && sums == -1 && factor == 1;
  }
  /// Whether this is the gradient of `scale * (query x key)`'s product.
  bool isScoreGradient(double scale) const;
};

/// The formula of a pointwise operation's result; none if it is not one of an
/// attention. Masks are not handled here.
std::optional<Tag> addTags(const Tag &left, const Tag &right, bool subtract);
std::optional<Tag> multiplyTags(const Tag &left, const Tag &right);
std::optional<Tag> divideTags(const Tag &left, const Tag &right);
std::optional<Tag> negateTag(Tag tag);

/// The formula of a row's sum over the dimension with label `key`; the labels
/// are those of the operand still.
std::optional<Tag> sumTag(Tag tag);

} // namespace mlir::shardwise::model

#endif // SHARDWISE_LIB_DIALECT_MODEL_TRANSFORMS_ATTENTIONTAGS_H
