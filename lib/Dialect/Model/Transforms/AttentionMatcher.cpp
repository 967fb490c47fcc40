//===- AttentionMatcher.cpp - Find an attention in a program --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The worklist holds the users of values that have a formula. An operation
// without one is no part of the attention; in the end no such operation may use
// any of the values, so that all of them can go.
//
//===----------------------------------------------------------------------===//

#include "AttentionMatcher.h"
#include "AttentionMasks.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

using namespace mlir;
using namespace mlir::shardwise;
using namespace mlir::shardwise::model;

/// Whether these are the labels of the dimensions larger than 1, in any order.
static bool hasLabels(ArrayRef<int> labels, ArrayRef<int> expected) {
  Labels left(labels), right(expected);
  llvm::erase(left, unitLabel);
  llvm::erase(right, unitLabel);
  llvm::sort(left);
  llvm::sort(right);
  return left == right;
}

bool AttentionMatcher::fail(Operation *at, const Twine &why) {
  if (reason.empty()) {
    reason = why.str();
    reasonAt = at;
  }
  return false;
}

bool AttentionMatcher::match() {
  if (!classifyLoops())
    return false;
  follow();
  if (context && dvalue && findProbabilityGradient())
    follow();
  if (sawExp && !labels.batch.empty() && checkUses() && checkForm())
    return true;
  // The softmax of a classifier has no batch dimensions in its product.
  if (labels.batch.empty())
    reason.clear();
  return false;
}

//===----------------------------------------------------------------------===//
// The scores
//===----------------------------------------------------------------------===//

/// Labels the loops of the scores by their numbers; which operand is the query
/// depends on where the softmax runs.
bool AttentionMatcher::classifyLoops() {
  if (!startsFromZero(scores))
    return false;
  SmallVector<AffineMap> maps = scores.getIndexingMapsArray();
  SmallVector<int64_t> sizes = getLoopSizes(scores);
  for (auto [loop, size] : llvm::enumerate(sizes)) {
    if (size == 1)
      continue;
    bool inLeft = maps[0].isFunctionOfDim(loop);
    bool inRight = maps[1].isFunctionOfDim(loop);
    if (!maps[2].isFunctionOfDim(loop)) {
      if (!inLeft || !inRight || labels.headDim != unitLabel)
        return false;
      labels.headDim = loop;
      continue;
    }
    (inLeft && inRight ? labels.batch
     : inLeft          ? leftLoops
                       : rightLoops)
        .push_back(loop);
  }
  auto getLabels = [&](AffineMap map) {
    return llvm::map_to_vector<6>(map.getResults(), [&](AffineExpr dim) {
      unsigned loop = cast<AffineDimExpr>(dim).getPosition();
      return sizes[loop] == 1 ? unitLabel : static_cast<int>(loop);
    });
  };
  leftOperand = findRoot({scores->getOperand(0), getLabels(maps[0])});
  rightOperand = findRoot({scores->getOperand(1), getLabels(maps[1])});
  Tag tag;
  tag.kind = Tag::Score;
  tag.labels = getLabels(maps[2]);
  setTag(scores->getResult(0), std::move(tag));
  return true;
}

/// Fixes along which dimension the softmax runs, and checks that it stays.
bool AttentionMatcher::chooseSoftmaxDim(Operation *op, int label) {
  if (labels.key != unitLabel)
    return label == labels.key;
  bool isRight = llvm::is_contained(rightLoops, label);
  if (!isRight && !llvm::is_contained(leftLoops, label))
    return fail(op, "takes the maximum of scores along a batch dimension");
  const Labels &keys = isRight ? rightLoops : leftLoops;
  const Labels &queries = isRight ? leftLoops : rightLoops;
  if (keys.size() != 1 || queries.size() > 1)
    return fail(op, "has several dimensions of queries or keys");
  labels.key = label;
  labels.query = queries.empty() ? unitLabel : queries.front();
  query = isRight ? leftOperand : rightOperand;
  key = isRight ? rightOperand : leftOperand;
  return true;
}

//===----------------------------------------------------------------------===//
// Following values
//===----------------------------------------------------------------------===//

void AttentionMatcher::setTag(Value value, Tag tag) {
  if (!tags.try_emplace(value, std::move(tag)).second)
    return;
  for (Operation *user : value.getUsers())
    if (user->getBlock() == scores->getBlock())
      worklist.insert(user);
}

/// The formula of a value; constants have one without being followed.
std::optional<Tag> AttentionMatcher::getTag(Value value) {
  if (auto it = tags.find(value); it != tags.end())
    return it->second;
  std::optional<double> splat = getSplat(value);
  if (!splat)
    return std::nullopt;
  Tag tag;
  tag.factor = *splat;
  for (int64_t size : cast<RankedTensorType>(value.getType()).getShape())
    tag.labels.push_back(size == 1 ? unitLabel : anyLabel);
  return tag;
}

void AttentionMatcher::follow() {
  while (!worklist.empty()) {
    Operation *op = *worklist.begin();
    worklist.erase(worklist.begin());
    visit(op);
  }
}

void AttentionMatcher::visit(Operation *op) {
  if (auto contract = dyn_cast<linalg::ContractOp>(op))
    return visitContraction(contract);
  if (op->getNumResults() != 1 ||
      !isa<RankedTensorType>(op->getResult(0).getType()))
    return;
  if (std::optional<Tag> tag = computeTag(op))
    setTag(op->getResult(0), std::move(*tag));
}

std::optional<Tag> AttentionMatcher::computeTag(Operation *op) {
  if (isView(op) || isa<linalg::BroadcastOp>(op)) {
    std::optional<Tag> tag = getTag(op->getOperand(0));
    std::optional<Labels> moved;
    if (tag)
      moved = pushLabels(op, tag->labels);
    if (!moved)
      return std::nullopt;
    tag->labels = std::move(*moved);
    return tag;
  }
  if (isa<arith::TruncFOp, arith::ExtFOp>(op))
    return getTag(op->getOperand(0));
  if (auto reduce = dyn_cast<linalg::ReduceOp>(op))
    return computeReduction(reduce);
  if (isa<arith::SelectOp>(op))
    return computeSelect(op);
  if (isa<math::ExpOp>(op))
    return computeExp(op);
  if (isa<arith::MaximumFOp, arith::MaxNumFOp>(op))
    return computeMaximum(op);
  return computeBinary(op);
}

/// Sums, products and the like of two formulas.
std::optional<Tag> AttentionMatcher::computeBinary(Operation *op) {
  if (isa<arith::NegFOp>(op)) {
    std::optional<Tag> tag = getTag(op->getOperand(0));
    return tag ? negateTag(std::move(*tag)) : std::nullopt;
  }
  if (!isa<arith::AddFOp, arith::SubFOp, arith::MulFOp, arith::DivFOp>(op))
    return std::nullopt;
  std::optional<Tag> left = getTag(op->getOperand(0));
  std::optional<Tag> right = getTag(op->getOperand(1));
  if (isa<arith::AddFOp>(op) && left && left->kind == Tag::Score && !right)
    return addMask(*left, op->getOperand(1));
  if (isa<arith::AddFOp>(op) && right && right->kind == Tag::Score && !left)
    return addMask(*right, op->getOperand(0));
  if (!left || !right)
    return std::nullopt;
  if (isa<arith::MulFOp>(op))
    return multiplyTags(*left, *right);
  if (isa<arith::DivFOp>(op))
    return divideTags(*left, *right);
  return addTags(*left, *right, isa<arith::SubFOp>(op));
}

/// A maximum with minus infinity changes nothing.
std::optional<Tag> AttentionMatcher::computeMaximum(Operation *op) {
  for (unsigned i : {0, 1}) {
    std::optional<double> other = getSplat(op->getOperand(1 - i));
    std::optional<Tag> tag = getTag(op->getOperand(i));
    if (tag && tag->kind == Tag::Maximum && other && std::isinf(*other) &&
        *other < 0)
      return tag;
  }
  return std::nullopt;
}

/// All exponentials of one attention are of the same scores.
std::optional<Tag> AttentionMatcher::computeExp(Operation *op) {
  std::optional<Tag> tag = getTag(op->getOperand(0));
  if (!tag || (tag->kind != Tag::Score && tag->kind != Tag::Shifted))
    return std::nullopt;
  bool same = !sawExp || scale == tag->factor;
  bool masked = tag->isMasked == (mask.kind != AttentionMask::None);
  sawExp = true;
  isExpMasked = tag->isMasked;
  scale = tag->factor;
  if (tag->kind == Tag::Score)
    fail(op, "subtracts no maximum before the exponential");
  else if (!same || !masked)
    fail(op, "takes exponentials of different scores");
  if (!reason.empty())
    return std::nullopt;
  Tag result;
  result.labels = tag->labels;
  result.exps = 1;
  return result;
}

/// The pointwise operation that a reduction combines elements with.
static Operation *getCombiner(linalg::ReduceOp op) {
  Block &body = *op.getBody();
  return llvm::hasNItems(body, 2) ? &body.front() : nullptr;
}

std::optional<Tag> AttentionMatcher::computeReduction(linalg::ReduceOp op) {
  Operation *combiner = getCombiner(op);
  std::optional<Tag> tag = getTag(op->getOperand(0));
  if (!combiner || op.getNumDpsInputs() != 1 || !tag)
    return std::nullopt;
  std::optional<double> init = getSplat(op.getDpsInits()[0]);
  bool isSum = isa<arith::AddFOp>(combiner) && init == 0.0;
  bool isMaximum = isa<arith::MaximumFOp, arith::MaxNumFOp>(combiner) && init &&
                   std::isinf(*init) && *init < 0;
  if (!isSum && !isMaximum)
    return std::nullopt;
  int reduced = unitLabel;
  Labels kept;
  for (auto [dim, label] : llvm::enumerate(tag->labels)) {
    if (!llvm::is_contained(op.getDimensions(), dim))
      kept.push_back(label);
    else if (label != unitLabel && reduced != unitLabel)
      return std::nullopt;
    else if (label != unitLabel)
      reduced = label;
  }
  if (reduced != unitLabel) {
    if (isMaximum ? tag->kind != Tag::Score : tag->kind == Tag::Score)
      return std::nullopt;
    if (!chooseSoftmaxDim(op, reduced))
      return std::nullopt;
    if (isMaximum)
      tag->kind = Tag::Maximum;
    else
      tag = sumTag(std::move(*tag));
  }
  if (tag)
    tag->labels = std::move(kept);
  return tag;
}

//===----------------------------------------------------------------------===//
// Masks
//===----------------------------------------------------------------------===//

std::optional<Tag> AttentionMatcher::addMask(const Tag &score, Value value) {
  if (mask.kind != AttentionMask::None)
    return std::nullopt;
  mask.kind = AttentionMask::Additive;
  mask.root = findRoot({value, score.labels}, /*throughBroadcasts=*/true);
  Tag tag = score;
  tag.isMasked = true;
  return tag;
}

/// Scores are replaced by a constant; their gradient by zero, in the same
/// places.
std::optional<Tag> AttentionMatcher::computeSelect(Operation *op) {
  auto select = cast<arith::SelectOp>(op);
  bool isInverted = getSplat(select.getTrueValue()).has_value();
  Value other = isInverted ? select.getTrueValue() : select.getFalseValue();
  std::optional<Tag> tag =
      getTag(isInverted ? select.getFalseValue() : select.getTrueValue());
  std::optional<double> replacement = getSplat(other);
  if (!tag || !replacement || tag->isMasked ||
      !isa<RankedTensorType>(select.getCondition().getType()) ||
      llvm::is_contained(tag->labels, anyLabel))
    return std::nullopt;
  LabeledValue condition =
      findConditionRoot({select.getCondition(), tag->labels});
  tag->isMasked = true;
  if (tag->kind == Tag::Score && mask.kind == AttentionMask::None) {
    mask = {AttentionMask::Boolean, condition, isInverted, *replacement};
    return tag;
  }
  if (tag->kind == Tag::Gradient && *replacement == 0 &&
      mask.kind != AttentionMask::Additive && mask.root == condition &&
      mask.isInverted == isInverted)
    return tag;
  return std::nullopt;
}

//===----------------------------------------------------------------------===//
// Products
//===----------------------------------------------------------------------===//

void AttentionMatcher::visitContraction(linalg::ContractOp op) {
  auto left = tags.find(op->getOperand(0));
  auto right = tags.find(op->getOperand(1));
  if ((left == tags.end()) == (right == tags.end()))
    return;
  unsigned operand = left == tags.end() ? 1 : 0;
  const Tag &tag = operand ? right->second : left->second;
  if (llvm::is_contained(tag.labels, anyLabel))
    return;
  if (tag.isProbability())
    visitProbability(op, operand, tag);
  else if (tag.kind == Tag::Gradient)
    visitGradient(op, operand, tag);
}

/// The softmax meets the values, or the output's gradient.
void AttentionMatcher::visitProbability(linalg::ContractOp op, unsigned operand,
                                        const Tag &tag) {
  constexpr int fresh = AttentionLabels::valueDim;
  auto product = labelContraction(op, operand, tag.labels, fresh);
  if (!product)
    return;
  Labels expected = labels.batch;
  if (llvm::is_contained(product->result, fresh))
    expected.push_back(fresh);
  LabeledValue other = findRoot(product->other);
  if (!context && hasLabels(product->summed, {labels.key})) {
    expected.push_back(labels.key);
    if (!hasLabels(other.labels, expected))
      return;
    context = {op, product->result};
    value = other;
  } else if (!dvalue && hasLabels(product->summed, {labels.query})) {
    expected.push_back(labels.query);
    if (!hasLabels(other.labels, expected))
      return;
    dvalue = {op, product->result};
    gradient = other;
  }
}

/// The gradient of the scores meets the keys, or the queries.
void AttentionMatcher::visitGradient(linalg::ContractOp op, unsigned operand,
                                     const Tag &tag) {
  auto product = labelContraction(op, operand, tag.labels, labels.headDim);
  if (!product)
    return;
  LabeledValue other = findRoot(product->other);
  bool isQuery = hasLabels(product->summed, {labels.key}) && other == key;
  bool isKey = hasLabels(product->summed, {labels.query}) && other == query;
  AttentionProduct &result = isQuery ? dquery : dkey;
  if ((!isQuery && !isKey) || result)
    return;
  bool needsMask =
      mask.kind == AttentionMask::Boolean &&
      !isCausalCondition(mask.root, labels.query, labels.key, mask.isInverted);
  if (!tag.isScoreGradient(scale) || (needsMask && !tag.isMasked)) {
    fail(op, "has a gradient of the scores that is not the one of this "
             "softmax, scale and mask");
    return;
  }
  result = {op, product->result};
}

/// Finds the product of the output's gradient with the values, in which the
/// backward pass begins.
bool AttentionMatcher::findProbabilityGradient() {
  SmallVector<LabeledValue> open = {gradient};
  while (!open.empty() && !dprobability) {
    LabeledValue from = open.pop_back_val();
    for (Operation *user : from.value.getUsers()) {
      if (user->getBlock() != scores->getBlock())
        continue;
      if (auto contract = dyn_cast<linalg::ContractOp>(user))
        tryProbabilityGradient(contract, from);
      else if (isView(user))
        if (std::optional<Labels> moved = pushLabels(user, from.labels))
          open.push_back({user->getResult(0), *moved});
    }
  }
  return bool(dprobability);
}

void AttentionMatcher::tryProbabilityGradient(linalg::ContractOp op,
                                              const LabeledValue &from) {
  constexpr int valueDim = AttentionLabels::valueDim;
  unsigned operand = op->getOperand(0) == from.value ? 0 : 1;
  if (op->getOperand(operand) != from.value || op == dvalue.op)
    return;
  auto product = labelContraction(op, operand, from.labels, labels.key);
  if (dprobability || !product || !(findRoot(product->other) == value))
    return;
  bool hasValueDim = llvm::is_contained(from.labels, valueDim);
  Labels expected = labels.batch;
  expected.append({labels.query, labels.key});
  if (!hasLabels(product->summed, {hasValueDim ? valueDim : unitLabel}) ||
      !hasLabels(product->result, expected))
    return;
  dprobability = {op, product->result};
  Tag tag;
  tag.kind = Tag::Gradient;
  tag.labels = product->result;
  tag.terms.push_back({});
  setTag(op->getResult(0), std::move(tag));
}

//===----------------------------------------------------------------------===//
// Whether that is all
//===----------------------------------------------------------------------===//

bool AttentionMatcher::isProduct(Operation *op) {
  return llvm::is_contained(
      ArrayRef<Operation *>{context.op, dvalue.op, dquery.op, dkey.op}, op);
}

bool AttentionMatcher::checkUses() {
  if (!reason.empty())
    return false;
  for (auto &[value, tag] : tags)
    for (Operation *user : value.getUsers()) {
      bool isMember =
          user->getNumResults() == 1 && tags.contains(user->getResult(0));
      if (!isMember && !isProduct(user) && !isOpTriviallyDead(user))
        return fail(user, "'" + user->getName().getStringRef() +
                              "' uses a value between the products that is no "
                              "part of an attention");
    }
  return true;
}

bool AttentionMatcher::checkForm() {
  if (!context)
    return fail(scores, "has no product of the softmax with values");
  if (labels.batch.size() > 2)
    return fail(scores, "has more than two batch dimensions");
  if (isExpMasked != (mask.kind != AttentionMask::None))
    return fail(scores, "masks scores that are not those of the softmax");
  Type element = getElementTypeOrSelf(query.value.getType());
  if (getElementTypeOrSelf(key.value.getType()) != element ||
      getElementTypeOrSelf(value.value.getType()) != element)
    return fail(scores, "has query, key and value of different element types");
  if (dvalue && !dprobability)
    return fail(dvalue.op, "has a gradient of the values, but none of the "
                           "probabilities");
  for (AttentionProduct *product : {&dvalue, &dprobability})
    if (*product && product->op->isBeforeInBlock(context.op))
      return fail(product->op, "stands before the output");
  // Exponentials of such scores are zero, as behind causality.
  if (mask.kind == AttentionMask::Boolean && mask.replacement <= -1e9 &&
      isCausalCondition(mask.root, labels.query, labels.key, mask.isInverted))
    mask.kind = AttentionMask::Causal;
  return true;
}
