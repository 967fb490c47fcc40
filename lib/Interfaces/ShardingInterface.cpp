//===- ShardingInterface.cpp - How an operation is split ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Factors of operations that need no implementation of the interface: those
// with the elementwise trait, and linalg's structured operations, whose factors
// are the loops of their indexing maps.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Interfaces/ShardingInterface.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/Matchers.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace mlir::shardwise;

#include "shardwise/Interfaces/ShardingInterface.cpp.inc"

//===----------------------------------------------------------------------===//
// Values
//===----------------------------------------------------------------------===//

bool mlir::shardwise::isKnownZero(Value value) {
  SplatElementsAttr elements;
  if (!matchPattern(value, m_Constant(&elements)))
    return false;
  if (isa<FloatType>(elements.getElementType()))
    return elements.getSplatValue<APFloat>().isZero();
  if (elements.getElementType().isIntOrIndex())
    return elements.getSplatValue<APInt>().isZero();
  return false;
}

bool mlir::shardwise::isSourceOp(Operation *op) {
  auto sharded = dyn_cast<ShardingInterface>(op);
  return sharded && sharded.isSource();
}

//===----------------------------------------------------------------------===//
// Elementwise operations
//===----------------------------------------------------------------------===//

/// One bit for each operand of tensor type.
static uint64_t getTensorOperands(Operation *op) {
  uint64_t operands = 0;
  for (auto [index, type] : llvm::enumerate(op->getOperandTypes()))
    if (isa<RankedTensorType>(type))
      operands |= uint64_t(1) << index;
  return operands;
}

/// In which operands a pointwise operation is linear. A product with a partial
/// value and a choice between partial values are left out, though linear:
/// `arith` wants one encoding for all operands, so a whole factor or condition
/// and a partial value cannot meet.
static void setElementwiseLinearity(Operation *op, OpFactors &factors) {
  TypeSwitch<Operation *>(op)
      .Case<arith::AddFOp, arith::AddIOp, arith::SubFOp, arith::SubIOp,
            arith::NegFOp, arith::ExtFOp>([&](auto) {
        factors.linearity = Linearity::Additive;
        factors.linearOperands = getTensorOperands(op);
      });
}

static void getElementwiseFactors(Operation *op, OpFactors &factors) {
  RankedTensorType shaped;
  for (Type type : op->getResultTypes())
    if ((shaped = dyn_cast<RankedTensorType>(type)))
      break;
  if (shaped)
    for (int64_t size : shaped.getShape())
      factors.addFactor(size);
  auto addValue = [&](Type type) {
    factors.beginValue();
    if (!isa<RankedTensorType>(type))
      return;
    for (unsigned i = 0, e = factors.factors.size(); i < e; ++i)
      factors.addDim({static_cast<uint8_t>(i)});
  };
  for (Type type : op->getOperandTypes())
    addValue(type);
  for (Type type : op->getResultTypes())
    addValue(type);
  factors.finish(op->getNumOperands());
  setElementwiseLinearity(op, factors);
}

//===----------------------------------------------------------------------===//
// Structured operations of linalg
//===----------------------------------------------------------------------===//

/// The reduction that one combining operation performs, or nothing.
static std::optional<Reduction> getReduction(Operation *combiner) {
  return TypeSwitch<Operation *, std::optional<Reduction>>(combiner)
      .Case<arith::AddFOp, arith::AddIOp>([](auto) { return Reduction::Sum; })
      .Case<arith::MaximumFOp, arith::MaxNumFOp, arith::MaxSIOp>(
          [](auto) { return Reduction::Max; })
      .Case<arith::MinimumFOp, arith::MinNumFOp, arith::MinSIOp>(
          [](auto) { return Reduction::Min; })
      .Default([](Operation *) { return std::nullopt; });
}

/// Whether the value is a splat of the reduction's neutral element, so that
/// every device may begin with it.
static bool isNeutral(Value value, Reduction reduction) {
  if (reduction == Reduction::Sum)
    return isKnownZero(value);
  SplatElementsAttr elements;
  if (!matchPattern(value, m_Constant(&elements)))
    return false;
  bool isMax = reduction == Reduction::Max;
  if (isa<FloatType>(elements.getElementType())) {
    APFloat splat = elements.getSplatValue<APFloat>();
    return splat.isInfinity() && splat.isNegative() == isMax;
  }
  APInt splat = elements.getSplatValue<APInt>();
  return isMax ? splat.isMinSignedValue() : splat.isMaxSignedValue();
}

namespace {
/// What a structured operation's body does with its inputs.
struct BodySummary {
  /// The reduction into the init, if it is one of the known ones.
  std::optional<Reduction> reduction;
  Linearity linearity = Linearity::None;
};
} // namespace

/// Recognizes the bodies that occur: copies (broadcast, transpose), a product
/// added up (contraction) and an input combined into the init (reduction).
/// Everything else reduces and is linear in nothing, which is always right.
static BodySummary summarizeBody(linalg::LinalgOp op) {
  BodySummary summary;
  Block *body = op.getBlock();
  if (op.getNumDpsInits() != 1)
    return summary;
  Value yielded = body->getTerminator()->getOperand(0);
  if (auto argument = dyn_cast<BlockArgument>(yielded)) {
    if (argument.getArgNumber() < op.getNumDpsInputs())
      summary.linearity = Linearity::Movement;
    return summary;
  }
  Operation *combiner = yielded.getDefiningOp();
  std::optional<Reduction> reduction = getReduction(combiner);
  if (!reduction)
    return summary;
  BlockArgument init = body->getArgument(op.getNumDpsInputs());
  Value other = combiner->getOperand(0) == init   ? combiner->getOperand(1)
                : combiner->getOperand(1) == init ? combiner->getOperand(0)
                                                  : Value();
  if (!other)
    return summary;
  summary.reduction = reduction;
  if (*reduction != Reduction::Sum)
    return summary;
  if (isa<BlockArgument>(other))
    summary.linearity = Linearity::Additive;
  else if (isa<linalg::ContractionOpInterface>(op.getOperation()))
    summary.linearity = Linearity::Multiplicative;
  return summary;
}

/// Adds the dimensions of one operand or result; fails if an index is not a
/// plain loop or the constant 0.
static LogicalResult addLinalgValue(AffineMap map, OpFactors &factors) {
  factors.beginValue();
  for (AffineExpr expr : map.getResults()) {
    if (auto dim = dyn_cast<AffineDimExpr>(expr))
      factors.addDim({static_cast<uint8_t>(dim.getPosition())});
    else if (isa<AffineConstantExpr>(expr))
      factors.addDim({});
    else
      return failure();
  }
  return success();
}

static LogicalResult getLinalgFactors(linalg::LinalgOp op, OpFactors &factors) {
  BodySummary summary = summarizeBody(op);
  SmallVector<AffineMap> maps = op.getIndexingMapsArray();
  SmallVector<int64_t, 8> sizes(maps.front().getNumDims(), 1);
  for (auto [map, operand] : llvm::zip_equal(maps, op->getOpOperands()))
    for (auto [expr, size] : llvm::zip(map.getResults(), op.getShape(&operand)))
      if (auto dim = dyn_cast<AffineDimExpr>(expr))
        sizes[dim.getPosition()] = size;
  bool neutral =
      summary.reduction && isNeutral(op.getDpsInits()[0], *summary.reduction);
  FactorKind reduced = neutral ? FactorKind::Reduced : FactorKind::Whole;
  bool usesIndex = op.hasIndexSemantics();
  for (auto [size, iterator] :
       llvm::zip_equal(sizes, op.getIteratorTypesArray())) {
    bool parallel = iterator == utils::IteratorType::parallel;
    FactorKind kind = usesIndex  ? FactorKind::Whole
                      : parallel ? FactorKind::Parallel
                                 : reduced;
    factors.addFactor(size, kind, summary.reduction.value_or(Reduction::Sum));
  }
  for (AffineMap map : maps)
    if (failed(addLinalgValue(map, factors)))
      return failure();
  for (unsigned i = 0, e = op->getNumResults(); i < e; ++i)
    if (failed(addLinalgValue(maps[op.getNumDpsInputs() + i], factors)))
      return failure();
  factors.finish(op->getNumOperands());
  // A destination that is not neutral would be added once per device.
  factors.linearity =
      summary.reduction && !neutral ? Linearity::None : summary.linearity;
  factors.linearOperands = (uint64_t(1) << op.getNumDpsInputs()) - 1;
  for (OpOperand &init : op.getDpsInitsMutable())
    if (neutral || summary.linearity == Linearity::Movement)
      factors.neutralOperands |= uint64_t(1) << init.getOperandNumber();
  return success();
}

LogicalResult mlir::shardwise::getOpFactors(Operation *op, OpFactors &factors) {
  factors.clear();
  if (auto sharded = dyn_cast<ShardingInterface>(op)) {
    sharded.getFactors(factors);
    return success();
  }
  if (op->hasTrait<OpTrait::Elementwise>()) {
    getElementwiseFactors(op, factors);
    return success();
  }
  if (auto structured = dyn_cast<linalg::LinalgOp>(op))
    return getLinalgFactors(structured, factors);
  return failure();
}
