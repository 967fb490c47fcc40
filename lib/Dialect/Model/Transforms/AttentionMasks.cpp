//===- AttentionMasks.cpp - Recognize the masks of attentions -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A causal mask is a comparison of two counts. A mask that is not recognized as
// one stays an operand: that is slower, not wrong.
//
//===----------------------------------------------------------------------===//

#include "AttentionMasks.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/IR/Matchers.h"
#include "shardwise/Dialect/Model/IR/Model.h"

using namespace mlir;
using namespace mlir::shardwise;
using namespace mlir::shardwise::model;

/// The integer that every element of a constant has, through broadcasts.
static std::optional<int64_t> getIntegerSplat(Value value) {
  while (auto broadcast = value.getDefiningOp<linalg::BroadcastOp>())
    value = broadcast.getInput();
  DenseElementsAttr elements;
  if (!matchPattern(value, m_Constant(&elements)) || !elements.isSplat() ||
      !elements.getElementType().isIntOrIndex())
    return std::nullopt;
  APInt splat = elements.getSplatValue<APInt>();
  return splat.getBitWidth() == 1 ? splat.getZExtValue() : splat.getSExtValue();
}

/// The operand that alone decides a boolean operation, or none.
static Value getDecidingOperand(Operation *op) {
  if (isa<arith::AndIOp>(op)) {
    if (getIntegerSplat(op->getOperand(0)) == 1)
      return op->getOperand(1);
    if (getIntegerSplat(op->getOperand(1)) == 1)
      return op->getOperand(0);
  }
  auto select = dyn_cast<arith::SelectOp>(op);
  if (select && select.getCondition().getType() == select.getType() &&
      getIntegerSplat(select.getTrueValue()) == 1 &&
      getIntegerSplat(select.getFalseValue()) == 0)
    return select.getCondition();
  return {};
}

LabeledValue model::findConditionRoot(LabeledValue condition) {
  while (true) {
    condition = findRoot(condition, /*throughBroadcasts=*/true);
    Operation *op = condition.value.getDefiningOp();
    Value deciding = op ? getDecidingOperand(op) : Value();
    if (!deciding)
      return condition;
    condition.value = deciding;
  }
}

/// The label along which a value counts from 0; none if it does not.
static std::optional<int> findCountedLabel(LabeledValue from) {
  while (true) {
    from = findRoot(from, /*throughBroadcasts=*/true);
    auto add = from.value.getDefiningOp<arith::AddIOp>();
    if (!add)
      break;
    if (getIntegerSplat(add.getRhs()) == 0)
      from.value = add.getLhs();
    else if (getIntegerSplat(add.getLhs()) == 0)
      from.value = add.getRhs();
    else
      break;
  }
  auto iota = from.value.getDefiningOp<IotaOp>();
  if (!iota || iota.getOffset())
    return std::nullopt;
  // A count in fewer bits may wrap around.
  if (auto integer =
          dyn_cast<IntegerType>(getElementTypeOrSelf(iota.getType()));
      !integer || integer.getWidth() < 32)
    return std::nullopt;
  return from.labels[iota.getDimension()];
}

bool model::isCausalCondition(const LabeledValue &condition, int query, int key,
                              bool isInverted) {
  using Predicate = arith::CmpIPredicate;
  auto compare = condition.value.getDefiningOp<arith::CmpIOp>();
  if (!compare || query == unitLabel)
    return false;
  std::optional<int> left =
      findCountedLabel({compare.getLhs(), condition.labels});
  std::optional<int> right =
      findCountedLabel({compare.getRhs(), condition.labels});
  Predicate predicate = compare.getPredicate();
  if (left == query && right == key)
    return isInverted
               ? predicate == Predicate::slt || predicate == Predicate::ult
               : predicate == Predicate::sge || predicate == Predicate::uge;
  if (left == key && right == query)
    return isInverted
               ? predicate == Predicate::sgt || predicate == Predicate::ugt
               : predicate == Predicate::sle || predicate == Predicate::ule;
  return false;
}
