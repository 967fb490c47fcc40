//===- DecomposeAttention.cpp - Attention as products and a softmax -------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The gradient builds the softmax with the very operations of the forward pass,
// so that eliminating common subexpressions leaves one of both where memory
// allows to keep it. It also keeps rows right that a finite mask hides as a
// whole, for which the statistics have lost the sum. Grouped heads get a
// dimension of their own, `g`.
//
//===----------------------------------------------------------------------===//

#include "mlir/Dialect/Math/IR/Math.h"
#include "shardwise/Dialect/Model/IR/Model.h"
#include "shardwise/Dialect/Model/Transforms/AttentionSupport.h"
#include "shardwise/Dialect/Model/Transforms/Passes.h"

namespace mlir::shardwise::model {
#define GEN_PASS_DEF_DECOMPOSEATTENTIONPASS
#include "shardwise/Dialect/Model/Transforms/Passes.h.inc"
} // namespace mlir::shardwise::model

using namespace mlir;
using namespace mlir::shardwise;
using namespace mlir::shardwise::model;

static RankedTensorType getTensorType(Value value) {
  return cast<RankedTensorType>(value.getType());
}

namespace {

/// Builds the parts of either operation. Dimensions have letters: batch `b`,
/// key head `h`, head within its group `g`, positions `q` and `k`, head
/// dimensions `d` and `e`.
class Decomposer {
public:
  template <typename Op>
  Decomposer(OpBuilder &builder, Op op)
      : builder(builder), loc(op.getLoc()),
        scale(op.getScale().convertToDouble()), isCausal(op.getCausal()),
        query(op.getQuery()), key(op.getKey()), value(op.getValue()),
        mask(op.getMask()) {
    if (op.getMaskedScore())
      replacement = op.getMaskedScore()->convertToDouble();
    RankedTensorType type = getTensorType(query);
    keyHeads = getTensorType(key).getDimSize(2);
    group = type.getDimSize(2) / keyHeads;
    input = type.getElementType();
    compute = input.isF64() ? input : builder.getF32Type();
    queryDims = group == 1 ? "bqhd" : "bqhgd";
    outputDims = group == 1 ? "bqhe" : "bqhge";
    scoreDims = group == 1 ? "bhqk" : "bhgqk";
    query = splitHeads(query, 2);
    if (mask)
      mask = splitHeads(mask, 1);
    buildSoftmax();
  }

  Value buildOutput(RankedTensorType type) {
    Value output = contract(convert(probability, input), scoreDims, value,
                            "bkhe", outputDims, type.getElementType());
    return mergeHeads(output, type);
  }

  Value buildStatistics(RankedTensorType type) {
    Value logSum = math::LogOp::create(builder, loc, sum);
    return mergeHeads(arith::AddFOp::create(builder, loc, maximum, logSum),
                      type);
  }

  /// The gradients of query, key and value.
  std::array<Value, 3> buildGradients(AttentionGradOp op) {
    auto elementOf = [](Value result) {
      return getTensorType(result).getElementType();
    };
    Value gradient = splitHeads(convert(op.getGradient(), input), 2);
    Value dvalue = contract(convert(probability, input), scoreDims, gradient,
                            outputDims, "bkhe", elementOf(op.getDvalue()));
    Value dscore = buildScoreGradient(gradient);
    Value dquery = contract(dscore, scoreDims, key, "bkhd", queryDims,
                            elementOf(op.getDquery()));
    Value dkey = contract(dscore, scoreDims, query, queryDims, "bkhd",
                          elementOf(op.getDkey()));
    return {mergeHeads(dquery, getTensorType(op.getDquery())), dkey, dvalue};
  }

private:
  //===--------------------------------------------------------------------===//
  // Operations
  //===--------------------------------------------------------------------===//

  Value splat(ArrayRef<int64_t> shape, double number) {
    auto type = RankedTensorType::get(shape, compute);
    return arith::ConstantOp::create(
        builder, loc,
        DenseElementsAttr::get(type, builder.getFloatAttr(compute, number)));
  }

  Value convert(Value from, Type to) {
    RankedTensorType type = getTensorType(from).clone(to);
    unsigned before = getTensorType(from).getElementTypeBitWidth();
    if (type == from.getType())
      return from;
    if (before < to.getIntOrFloatBitWidth())
      return arith::ExtFOp::create(builder, loc, type, from);
    if (before > to.getIntOrFloatBitWidth())
      return arith::TruncFOp::create(builder, loc, type, from);
    // Between formats of one width.
    return convert(convert(from, builder.getF32Type()), to);
  }

  /// Sums over the letters that the result lacks.
  Value contract(Value left, StringRef leftDims, Value right,
                 StringRef rightDims, StringRef resultDims, Type to) {
    std::string loops = resultDims.str();
    SmallVector<int64_t> shape(resultDims.size());
    for (auto [operand, dims] :
         {std::pair(left, leftDims), std::pair(right, rightDims)})
      for (auto [letter, size] :
           llvm::zip(dims, getTensorType(operand).getShape())) {
        size_t loop = loops.find(letter);
        if (loop == std::string::npos)
          loops.push_back(letter);
        else if (loop < shape.size())
          shape[loop] = size;
      }
    SmallVector<AffineMap> maps;
    for (StringRef dims : {leftDims, rightDims, resultDims}) {
      SmallVector<AffineExpr> exprs;
      for (char letter : dims)
        exprs.push_back(builder.getAffineDimExpr(loops.find(letter)));
      maps.push_back(
          AffineMap::get(loops.size(), 0, exprs, builder.getContext()));
    }
    auto type = RankedTensorType::get(shape, to);
    Value zero =
        arith::ConstantOp::create(builder, loc, builder.getZeroAttr(type));
    return linalg::ContractOp::create(builder, loc, TypeRange(type),
                                      ValueRange{left, right}, ValueRange(zero),
                                      builder.getAffineMapArrayAttr(maps))
        ->getResult(0);
  }

  /// Reduces the last dimension, the key positions.
  template <typename Combiner> Value reduceRow(Value from, double init) {
    ArrayRef<int64_t> shape = getTensorType(from).getShape();
    int64_t last = shape.size() - 1;
    return linalg::ReduceOp::create(
               builder, loc, ValueRange(from),
               ValueRange(splat(shape.drop_back(), init)), ArrayRef(last),
               [](OpBuilder &nested, Location loc, ValueRange args) {
                 Value combined =
                     Combiner::create(nested, loc, args[1], args[0]);
                 linalg::YieldOp::create(nested, loc, combined);
               })
        ->getResult(0);
  }

  Value broadcast(Value from, ArrayRef<int64_t> shape, ArrayRef<int64_t> dims) {
    Value init = tensor::EmptyOp::create(builder, loc, shape,
                                         getTensorType(from).getElementType());
    return linalg::BroadcastOp::create(builder, loc, from, init, dims)
        ->getResult(0);
  }

  /// Repeats a value for each row along the row.
  Value broadcastRow(Value from) {
    int64_t last = getScoreShape().size() - 1;
    return broadcast(from, getScoreShape(), last);
  }

  ArrayRef<int64_t> getScoreShape() { return getTensorType(scores).getShape(); }

  //===--------------------------------------------------------------------===//
  // Heads
  //===--------------------------------------------------------------------===//

  /// Splits dimension `dim` of heads into key heads and the group, unless each
  /// head has a key of its own.
  Value splitHeads(Value from, unsigned dim) {
    if (group == 1)
      return from;
    RankedTensorType type = getTensorType(from);
    SmallVector<int64_t> shape;
    SmallVector<ReassociationIndices> groups;
    for (auto [index, size] : llvm::enumerate(type.getShape())) {
      int64_t next = shape.size();
      if (index != dim) {
        groups.push_back({next});
        shape.push_back(size);
        continue;
      }
      groups.push_back({next, next + 1});
      shape.append({size == 1 ? 1 : keyHeads, size == 1 ? 1 : group});
    }
    return tensor::ExpandShapeOp::create(builder, loc, type.clone(shape), from,
                                         groups);
  }

  /// Merges the heads of a result again.
  Value mergeHeads(Value from, RankedTensorType type) {
    int64_t rank = getTensorType(from).getRank();
    if (type.getRank() == rank)
      return from;
    // Statistics have their heads before the positions.
    int64_t first = type.getRank() == 3 ? 1 : 2;
    SmallVector<ReassociationIndices> groups;
    for (int64_t dim = 0; dim < rank; ++dim) {
      if (dim == first + 1)
        groups.back().push_back(dim);
      else
        groups.push_back({dim});
    }
    return tensor::CollapseShapeOp::create(builder, loc, type, from, groups);
  }

  //===--------------------------------------------------------------------===//
  // The softmax
  //===--------------------------------------------------------------------===//

  /// The mask in the shape of the scores.
  Value broadcastMask() {
    SmallVector<int64_t> repeated;
    SmallVector<ReassociationIndices> groups;
    ReassociationIndices leading;
    RankedTensorType type = getTensorType(mask);
    for (int64_t dim = 0; dim < type.getRank(); ++dim) {
      bool isRepeated = type.getDimSize(dim) == 1;
      if (isRepeated)
        repeated.push_back(dim);
      else
        groups.push_back(std::exchange(leading, {}));
      (groups.empty() ? leading : groups.back()).push_back(dim);
    }
    if (repeated.empty())
      return mask;
    Value dense = tensor::CollapseShapeOp::create(builder, loc, mask, groups);
    return broadcast(dense, getScoreShape(), repeated);
  }

  void applyMask() {
    Value full = broadcastMask();
    if (!getTensorType(full).getElementType().isInteger(1)) {
      scores =
          arith::AddFOp::create(builder, loc, scores, convert(full, compute));
      return;
    }
    kept = full;
    scores = arith::SelectOp::create(builder, loc, kept, scores,
                                     splat(getScoreShape(), replacement));
  }

  void applyCausality() {
    ArrayRef<int64_t> plane = getScoreShape().take_back(2);
    auto type = RankedTensorType::get(plane, builder.getI32Type());
    Value queries = IotaOp::create(builder, loc, type, 0, Value());
    Value keys = IotaOp::create(builder, loc, type, 1, Value());
    Value visible = arith::CmpIOp::create(
        builder, loc, arith::CmpIPredicate::sge, queries, keys);
    auto dims =
        llvm::to_vector(llvm::seq<int64_t>(0, getScoreShape().size() - 2));
    visible = broadcast(visible, getScoreShape(), dims);
    double infinity = std::numeric_limits<double>::infinity();
    scores = arith::SelectOp::create(builder, loc, visible, scores,
                                     splat(getScoreShape(), -infinity));
    kept = kept ? arith::AndIOp::create(builder, loc, kept, visible).getResult()
                : visible;
  }

  void buildSoftmax() {
    scores = contract(query, queryDims, key, "bkhd", scoreDims, compute);
    if (scale != 1)
      scores = arith::MulFOp::create(builder, loc, scores,
                                     splat(getScoreShape(), scale));
    if (mask)
      applyMask();
    if (isCausal)
      applyCausality();
    maximum = reduceRow<arith::MaximumFOp>(
        scores, -std::numeric_limits<double>::infinity());
    Value shifted =
        arith::SubFOp::create(builder, loc, scores, broadcastRow(maximum));
    Value exponential = math::ExpOp::create(builder, loc, shifted);
    sum = reduceRow<arith::AddFOp>(exponential, 0);
    probability =
        arith::DivFOp::create(builder, loc, exponential, broadcastRow(sum));
  }

  /// `p * (dp - sum(p * dp)) * scale`, in the element type of the operands.
  Value buildScoreGradient(Value gradient) {
    Value dprobability =
        contract(gradient, outputDims, value, "bkhe", scoreDims, compute);
    Value weighted =
        arith::MulFOp::create(builder, loc, probability, dprobability);
    Value mean = broadcastRow(reduceRow<arith::AddFOp>(weighted, 0));
    Value centered = arith::SubFOp::create(builder, loc, dprobability, mean);
    Value dscore = arith::MulFOp::create(builder, loc, probability, centered);
    if (kept)
      dscore = arith::SelectOp::create(builder, loc, kept, dscore,
                                       splat(getScoreShape(), 0));
    if (scale != 1)
      dscore = arith::MulFOp::create(builder, loc, dscore,
                                     splat(getScoreShape(), scale));
    return convert(dscore, input);
  }

  OpBuilder &builder;
  Location loc;
  double scale;
  bool isCausal;
  double replacement = -std::numeric_limits<double>::infinity();
  Value query, key, value, mask;
  int64_t keyHeads, group;
  Type input, compute;
  StringRef queryDims, outputDims, scoreDims;
  Value scores, maximum, sum, probability;
  /// Where scores are their own; none if everywhere.
  Value kept;
};

struct DecomposeAttention
    : model::impl::DecomposeAttentionPassBase<DecomposeAttention> {
  using DecomposeAttentionPassBase::DecomposeAttentionPassBase;

  void runOnOperation() override {
    SmallVector<Operation *> ops;
    getOperation().walk([&](Operation *op) {
      if (isa<AttentionOp, AttentionGradOp>(op) &&
          !(keepForCuDNN && explainRefusal(op).empty()))
        ops.push_back(op);
    });
    if (ops.empty())
      return markAllAnalysesPreserved();
    for (Operation *op : ops) {
      OpBuilder builder(op);
      if (auto attention = dyn_cast<AttentionOp>(op))
        decompose(builder, attention);
      else
        decompose(builder, cast<AttentionGradOp>(op));
      op->erase();
    }
  }

  static void decompose(OpBuilder &builder, AttentionOp op) {
    Decomposer parts(builder, op);
    op.getOutput().replaceAllUsesWith(
        parts.buildOutput(getTensorType(op.getOutput())));
    if (!op.getStatistics().use_empty())
      op.getStatistics().replaceAllUsesWith(
          parts.buildStatistics(getTensorType(op.getStatistics())));
  }

  static void decompose(OpBuilder &builder, AttentionGradOp op) {
    Decomposer parts(builder, op);
    op->replaceAllUsesWith(parts.buildGradients(op));
  }
};

} // namespace
