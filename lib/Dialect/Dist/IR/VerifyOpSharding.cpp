//===- VerifyOpSharding.cpp - Check an operation against its factors ------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The check that closes what upstream operations leave open: linalg, tensor and
// scf accept operands of any encoding. Here every operation's shardings are
// derived again from its factors and compared.
//
//===----------------------------------------------------------------------===//

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "shardwise/Dialect/Dist/IR/Dist.h"
#include "shardwise/Interfaces/ShardingInterface.h"

using namespace mlir;
using namespace mlir::shardwise;
using namespace mlir::shardwise::dist;

namespace {
/// The state of checking one operation.
class Checker {
public:
  Checker(Operation *op, const Mesh &mesh) : op(op), mesh(mesh) {}

  LogicalResult check() {
    if (failed(getOpFactors(op, factors)))
      return op->emitOpError("does not say how it may be split");
    splits.assign(factors.factors.size(), std::nullopt);
    for (unsigned value = 0, e = factors.getNumValues(); value < e; ++value)
      if (ShardingAttr sharding = getValueSharding(value))
        if (failed(checkDims(value, sharding)))
          return failure();
    return checkPartial();
  }

private:
  Type getType(unsigned value) {
    return value < factors.numOperands
               ? op->getOperand(value).getType()
               : op->getResult(value - factors.numOperands).getType();
  }
  ShardingAttr getValueSharding(unsigned value) {
    return getSharding(getType(value));
  }
  std::string describe(unsigned value) {
    bool isOperand = value < factors.numOperands;
    return (isOperand ? "operand #" : "result #") +
           std::to_string(isOperand ? value : value - factors.numOperands);
  }

  /// Cuts a dimension's atoms into those of its factors and compares each with
  /// what other values say of the factor.
  LogicalResult checkDims(unsigned value, ShardingAttr sharding) {
    for (auto [dim, list] : llvm::enumerate(factors.getDims(value))) {
      AtomList rest = AtomList::fromWord(sharding.getDimWords()[dim]);
      for (uint8_t factor : list) {
        AtomList part;
        int64_t left = factors.factors[factor].size;
        while (!rest.empty() && left % mesh.getAtoms()[rest[0]].size == 0) {
          left /= mesh.getAtoms()[rest[0]].size;
          part.push_back(rest[0]);
          rest = rest.dropFront(1);
        }
        if (failed(record(factor, part, value, dim)))
          return failure();
        if (left != 1 && !rest.empty())
          break;
      }
      if (!rest.empty())
        return op->emitOpError("cannot split dimension ")
               << dim << " of " << describe(value) << " over "
               << mesh.toString(
                      AtomList::fromWord(sharding.getDimWords()[dim]));
    }
    return success();
  }

  LogicalResult record(uint8_t factor, AtomList part, unsigned value,
                       unsigned dim) {
    if (factors.factors[factor].kind == FactorKind::Whole && !part.empty())
      return op->emitOpError("needs dimension ")
             << dim << " of " << describe(value)
             << " whole, but it is split over " << mesh.toString(part);
    auto &known = splits[factor];
    if (!known) {
      known = {part, value, dim};
      return success();
    }
    if (known->part == part)
      return success();
    return op->emitOpError("mixes shardings: dimension ")
           << dim << " of " << describe(value) << " is split over "
           << mesh.toString(part) << ", but dimension " << known->dim << " of "
           << describe(known->value) << " over " << mesh.toString(known->part);
  }

  /// C3, and the partial part of C2: what is reduced over a split factor, and
  /// what passes from partial operands, makes up the results' partial axes.
  LogicalResult checkPartial() {
    uint32_t produced = 0;
    Reduction reduction = Reduction::Sum;
    for (auto [factor, split] : llvm::zip_equal(factors.factors, splits))
      if (factor.kind == FactorKind::Reduced && split) {
        produced |= split->part.mask();
        reduction = factor.reduction;
      }
    uint32_t passed = 0;
    bool anyPartial = false;
    for (unsigned value = 0; value < factors.numOperands; ++value) {
      ShardingAttr sharding = getValueSharding(value);
      if (!sharding || !sharding.isPartial() ||
          (factors.neutralOperands >> value & 1))
        continue;
      if (!(factors.linearOperands >> value & 1) ||
          factors.linearity == Linearity::None ||
          (sharding.getReduction() != Reduction::Sum &&
           factors.linearity != Linearity::Movement))
        return op->emitOpError("is not linear in ")
               << describe(value) << ", which is partial: " << sharding;
      uint32_t mask = AtomList::fromWord(sharding.getPartialWord()).mask();
      bool together = factors.linearity != Linearity::Multiplicative;
      if (anyPartial && (!together || mask != passed))
        return op->emitOpError("has partial operands that do not go together, ")
               << "the last is " << describe(value) << ": " << sharding;
      anyPartial = true;
      passed = mask;
      reduction = sharding.getReduction();
    }
    if (anyPartial && factors.linearity != Linearity::Multiplicative)
      for (unsigned value = 0; value < factors.numOperands; ++value)
        if (ShardingAttr sharding = getValueSharding(value))
          if ((factors.linearOperands >> value & 1) && !sharding.isPartial() &&
              !isKnownZero(op->getOperand(value)))
            return op->emitOpError("adds a partial value to ")
                   << describe(value) << ", which is not partial";
    return checkResultsPartial(produced | passed, reduction);
  }

  LogicalResult checkResultsPartial(uint32_t expected, Reduction reduction) {
    for (unsigned value = factors.numOperands, e = factors.getNumValues();
         value < e; ++value) {
      ShardingAttr sharding = getValueSharding(value);
      if (!sharding)
        continue;
      AtomList partial = AtomList::fromWord(sharding.getPartialWord());
      if (partial.mask() != expected ||
          (expected && sharding.getReduction() != reduction))
        return op->emitOpError("has ")
               << describe(value) << " with sharding " << sharding
               << ", expected it to be partial over "
               << mesh.toString(AtomList::fromMask(expected));
    }
    return success();
  }

  /// What the first value that has a factor says of it.
  struct Split {
    AtomList part;
    unsigned value;
    unsigned dim;
  };

  Operation *op;
  const Mesh &mesh;
  OpFactors factors;
  SmallVector<std::optional<Split>> splits;
};
} // namespace

/// A source may be split in any way. It is partial only as a destination that
/// holds the neutral element; a constant that is not would count once a device.
static LogicalResult verifySource(Operation *op) {
  Value value = op->getResult(0);
  ShardingAttr sharding = getSharding(value.getType());
  bool isSum = sharding && sharding.isPartial() &&
               sharding.getReduction() == Reduction::Sum;
  if (isSum && isa<arith::ConstantOp>(op) && !isKnownZero(value))
    return op->emitOpError("is a partial sum, but not zero");
  return success();
}

LogicalResult dist::verifyOpSharding(Operation *op) {
  if (isSourceOp(op))
    return verifySource(op);
  for (TypeRange types :
       {TypeRange(op->getOperandTypes()), TypeRange(op->getResultTypes())})
    for (Type type : types)
      if (ShardingAttr sharding = getSharding(type))
        return Checker(op, sharding.getMesh().getMesh()).check();
  return success();
}
