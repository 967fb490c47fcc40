//===- AttentionTags.cpp - Values of an attention as formulas -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Powers of z are constant along a row and so leave its sums; that alone makes
// the forms of the gradient alike.
//
//===----------------------------------------------------------------------===//

#include "AttentionTags.h"
#include <cmath>

using namespace mlir;
using namespace mlir::shardwise;
using namespace mlir::shardwise::model;

/// Constants pass through the frameworks' element types.
static bool isClose(double left, double right) {
  return std::abs(left - right) <= 1e-6 * std::abs(right);
}

bool Tag::isScoreGradient(double scale) const {
  if (kind != Gradient || terms.size() != 2)
    return false;
  const GradientTerm *direct = &terms[0], *row = &terms[1];
  if (direct->isRowSum)
    std::swap(direct, row);
  return direct->hasSamePowers({1, 1, -1, false, 0}) &&
         row->hasSamePowers({1, 1, -2, true, 1}) &&
         isClose(direct->factor, scale) && isClose(row->factor, -scale);
}

/// The labels of a pointwise result; none if the operands do not match.
static std::optional<Labels> mergeLabels(ArrayRef<int> left,
                                         ArrayRef<int> right) {
  if (left.size() != right.size())
    return std::nullopt;
  Labels result;
  for (auto [a, b] : llvm::zip(left, right)) {
    if (a != b && a != anyLabel && b != anyLabel)
      return std::nullopt;
    result.push_back(a == anyLabel ? b : a);
  }
  return result;
}

/// Adds a term, to one with the same powers if there is one.
static void addTerm(SmallVectorImpl<GradientTerm> &terms, GradientTerm term) {
  for (GradientTerm &other : terms)
    if (other.hasSamePowers(term)) {
      other.factor += term.factor;
      return;
    }
  terms.push_back(term);
}

std::optional<Tag> model::negateTag(Tag tag) {
  if (tag.kind != Tag::Product && tag.kind != Tag::Gradient)
    return std::nullopt;
  tag.factor = -tag.factor;
  for (GradientTerm &term : tag.terms)
    term.factor = -term.factor;
  return tag;
}

std::optional<Tag> model::addTags(const Tag &left, const Tag &right,
                                  bool subtract) {
  std::optional<Labels> labels = mergeLabels(left.labels, right.labels);
  if (!labels || left.isMasked != right.isMasked)
    return std::nullopt;
  Tag result = left;
  result.labels = *labels;
  if (left.kind == Tag::Score && right.kind == Tag::Maximum && subtract &&
      left.factor == right.factor) {
    result.kind = Tag::Shifted;
    return result;
  }
  if (left.kind != Tag::Gradient || right.kind != Tag::Gradient)
    return std::nullopt;
  for (GradientTerm term : right.terms) {
    term.factor = subtract ? -term.factor : term.factor;
    addTerm(result.terms, term);
  }
  return result;
}

/// Multiplies by `factor * e^exps * z^sums`.
static std::optional<Tag> scaleTag(const Tag &tag, const Tag &by, int sign) {
  std::optional<Labels> labels = mergeLabels(tag.labels, by.labels);
  if (!labels || by.kind != Tag::Product || (sign < 0 && by.factor == 0))
    return std::nullopt;
  double factor = sign < 0 ? 1 / by.factor : by.factor;
  Tag result = tag;
  result.labels = *labels;
  result.factor *= factor;
  switch (tag.kind) {
  case Tag::Score:
    if (!by.isConstant() || tag.isMasked)
      return std::nullopt;
    return result;
  case Tag::Product:
    result.exps += sign * by.exps;
    result.sums += sign * by.sums;
    return result;
  case Tag::Gradient:
    for (GradientTerm &term : result.terms) {
      term.factor *= factor;
      term.exps += sign * by.exps;
      term.sums += sign * by.sums;
    }
    return result;
  case Tag::Maximum:
  case Tag::Shifted:
    return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Tag> model::multiplyTags(const Tag &left, const Tag &right) {
  return left.kind == Tag::Product ? scaleTag(right, left, 1)
                                   : scaleTag(left, right, 1);
}

std::optional<Tag> model::divideTags(const Tag &left, const Tag &right) {
  return scaleTag(left, right, -1);
}

std::optional<Tag> model::sumTag(Tag tag) {
  if (tag.kind == Tag::Product) {
    if (tag.exps != 1 || tag.sums != 0 || tag.factor != 1)
      return std::nullopt;
    tag.exps = 0;
    tag.sums = 1;
    return tag;
  }
  if (tag.kind != Tag::Gradient || tag.isMasked)
    return std::nullopt;
  for (GradientTerm &term : tag.terms) {
    if (term.isRowSum)
      return std::nullopt;
    term.isRowSum = true;
    term.rowExps = std::exchange(term.exps, 0);
  }
  return tag;
}
