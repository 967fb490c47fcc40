//===- ModelAttention.cpp - Attention and its gradient --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Verifiers and sharding. Both operations have the same operands at their
// beginning, so that one check and one set of factors serve both. How they
// compute is left to a pass or a library.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Dialect/Model/IR/Model.h"
#include "shardwise/Interfaces/ShardingInterface.h"

using namespace mlir;
using namespace mlir::shardwise;
using namespace mlir::shardwise::model;

static RankedTensorType getTensorType(Value value) {
  return cast<RankedTensorType>(value.getType());
}

//===----------------------------------------------------------------------===//
// Verifiers
//===----------------------------------------------------------------------===//

/// Checks that a named operand or result is a float tensor of this shape.
static LogicalResult verifyShape(Operation *op, StringRef name, Value value,
                                 ArrayRef<int64_t> shape) {
  RankedTensorType type = getTensorType(value);
  if (type.getShape() == shape && isa<FloatType>(type.getElementType()))
    return success();
  auto error = op->emitOpError("has ")
               << name << " of type " << type << ", expected floats of shape ";
  llvm::interleave(shape, error, "x");
  return error;
}

static LogicalResult verifyMask(Operation *op, Value mask,
                                ArrayRef<int64_t> scores) {
  RankedTensorType type = getTensorType(mask);
  bool fits = type.getRank() == 4 && (isa<FloatType>(type.getElementType()) ||
                                      type.getElementType().isInteger(1));
  for (unsigned dim = 0; fits && dim < 4; ++dim)
    fits =
        type.getDimSize(dim) == 1 || type.getDimSize(dim) == scores[dim]; // C7
  if (fits)
    return success();
  auto error = op->emitOpError("has a mask of type ")
               << type << ", expected booleans or floats, with 1 or the size "
               << "in each dimension of ";
  llvm::interleave(scores, error, "x");
  return error;
}

/// Checks what attention and its gradient have in common.
template <typename Op> static LogicalResult verifyCommon(Op op) {
  RankedTensorType query = getTensorType(op.getQuery());
  RankedTensorType key = getTensorType(op.getKey());
  RankedTensorType value = getTensorType(op.getValue());
  for (RankedTensorType type : {query, key, value})
    if (type.getRank() != 4) // C1
      return op.emitOpError("has an operand of type ")
             << type << ", expected rank 4";
  Type element = query.getElementType();
  if (!isa<FloatType>(element) || key.getElementType() != element ||
      value.getElementType() != element) // C2
    return op.emitOpError("has query, key and value of ")
           << element << ", " << key.getElementType() << " and "
           << value.getElementType() << ", expected one float type";
  bool agree = query.getDimSize(0) == key.getDimSize(0) &&
               query.getDimSize(3) == key.getDimSize(3) &&
               key.getShape().drop_back() == value.getShape().drop_back();
  if (!agree) // C3
    return op.emitOpError("has query, key and value of types ")
           << query << ", " << key << " and " << value
           << ", which do not agree in batch, positions, heads or head "
              "dimension";
  int64_t heads = query.getDimSize(2);
  if (key.getDimSize(2) == 0 || heads % key.getDimSize(2) != 0) // C4
    return op.emitOpError("has ")
           << heads << " query heads, which are no multiple of "
           << key.getDimSize(2) << " key heads";
  int64_t batch = query.getDimSize(0), positions = query.getDimSize(1);
  if (failed(verifyShape(op, "an output", op.getOutput(),
                         {batch, positions, heads, value.getDimSize(3)}))) // C5
    return failure();
  RankedTensorType statistics = getTensorType(op.getStatistics());
  auto expected = RankedTensorType::get(
      {batch, heads, positions},
      element.isF64() ? element : Float32Type::get(op.getContext()));
  if (statistics.getShape() != expected.getShape() ||
      statistics.getElementType() != expected.getElementType()) // C6
    return op.emitOpError("has statistics of type ")
           << statistics << ", expected " << expected;
  Value mask = op.getMask();
  if (mask && failed(verifyMask(op, mask,
                                {batch, heads, positions, key.getDimSize(1)})))
    return failure(); // C7
  if (op.getMaskedScore() &&
      !(mask && getTensorType(mask).getElementType().isInteger(1))) // C8
    return op.emitOpError("has a masked score without a boolean mask");
  return success();
}

LogicalResult AttentionOp::verify() { return verifyCommon(*this); }

LogicalResult AttentionGradOp::verify() {
  if (failed(verifyCommon(*this)))
    return failure();
  if (failed(verifyShape(*this, "a gradient", getGradient(),
                         getTensorType(getOutput()).getShape()))) // C9
    return failure();
  std::pair<Value, Value> gradients[] = {{getDquery(), getQuery()},
                                         {getDkey(), getKey()},
                                         {getDvalue(), getValue()}};
  for (auto [gradient, operand] : gradients)
    if (failed(verifyShape(*this, "a result", gradient,
                           getTensorType(operand).getShape()))) // C10
      return failure();
  return success();
}

//===----------------------------------------------------------------------===//
// Sharding
//===----------------------------------------------------------------------===//

namespace {

/// Builds the factors of either operation. Query heads are key heads times the
/// group that shares one; groups stay together.
struct AttentionFactors {
  template <typename Op>
  AttentionFactors(Op op, OpFactors &factors) : factors(factors) {
    RankedTensorType query = getTensorType(op.getQuery());
    RankedTensorType value = getTensorType(op.getValue());
    int64_t keyHeads = value.getDimSize(2);
    batch = factors.addFactor(query.getDimSize(0));
    head = factors.addFactor(keyHeads);
    group = addWhole(query.getDimSize(2) / keyHeads);
    queryPosition = addWhole(query.getDimSize(1));
    keyPosition = addWhole(value.getDimSize(1));
    headDim = addWhole(query.getDimSize(3));
    valueDim = addWhole(value.getDimSize(3));
  }

  uint8_t addWhole(int64_t size) {
    return factors.addFactor(size, FactorKind::Whole);
  }
  /// `[b, i, h, last]`.
  void addQueryLike(uint8_t last) {
    factors.beginValue();
    factors.addDim({batch});
    factors.addDim({queryPosition});
    factors.addDim({head, group});
    factors.addDim({last});
  }
  /// `[b, j, g, last]`.
  void addKeyLike(uint8_t last) {
    factors.beginValue();
    factors.addDim({batch});
    factors.addDim({keyPosition});
    factors.addDim({head});
    factors.addDim({last});
  }
  void addStatistics() {
    factors.beginValue();
    factors.addDim({batch});
    factors.addDim({head, group});
    factors.addDim({queryPosition});
  }
  void addMask(Value mask) {
    if (!mask)
      return;
    factors.beginValue();
    SmallVector<uint8_t, 2> dims[] = {
        {batch}, {head, group}, {queryPosition}, {keyPosition}};
    for (auto [size, dim] : llvm::zip(getTensorType(mask).getShape(), dims))
      factors.addDim(size == 1 ? ArrayRef<uint8_t>() : ArrayRef<uint8_t>(dim));
  }

  OpFactors &factors;
  uint8_t batch, head, group, queryPosition, keyPosition, headDim, valueDim;
};

struct AttentionSharding
    : public ShardingInterface::ExternalModel<AttentionSharding, AttentionOp> {
  void getFactors(Operation *op, OpFactors &factors) const {
    auto attention = cast<AttentionOp>(op);
    AttentionFactors build(attention, factors);
    build.addQueryLike(build.headDim);
    build.addKeyLike(build.headDim);
    build.addKeyLike(build.valueDim);
    build.addMask(attention.getMask());
    build.addQueryLike(build.valueDim);
    build.addStatistics();
    factors.finish(op->getNumOperands());
  }
};

struct AttentionGradSharding
    : public ShardingInterface::ExternalModel<AttentionGradSharding,
                                              AttentionGradOp> {
  void getFactors(Operation *op, OpFactors &factors) const {
    auto attention = cast<AttentionGradOp>(op);
    AttentionFactors build(attention, factors);
    build.addQueryLike(build.headDim);
    build.addKeyLike(build.headDim);
    build.addKeyLike(build.valueDim);
    build.addQueryLike(build.valueDim);
    build.addStatistics();
    build.addQueryLike(build.valueDim);
    build.addMask(attention.getMask());
    build.addQueryLike(build.headDim);
    build.addKeyLike(build.headDim);
    build.addKeyLike(build.valueDim);
    factors.finish(op->getNumOperands());
  }
};

} // namespace

void model::attachAttentionSharding(MLIRContext &context) {
  AttentionOp::attachInterface<AttentionSharding>(context);
  AttentionGradOp::attachInterface<AttentionGradSharding>(context);
}
