//===- ModelShardingInterfaces.cpp - How the dialect's operations split ---===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Sharding of iota, gather and scatter: factors, and the local forms, which
// count with the global index.
//
//===----------------------------------------------------------------------===//

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "shardwise/Dialect/Model/IR/Model.h"
#include "shardwise/Interfaces/ShardingInterface.h"

using namespace mlir;
using namespace mlir::shardwise;
using namespace mlir::shardwise::model;

static RankedTensorType getTensorType(Value value) {
  return cast<RankedTensorType>(value.getType());
}

/// Builds the global index at which this device's part of a dimension begins.
static Value buildOffset(OpBuilder &builder, Location loc,
                         const LocalizeContext &context, AtomList atoms,
                         int64_t globalSize) {
  if (atoms.empty())
    return arith::ConstantIndexOp::create(builder, loc, 0);
  int64_t part = globalSize / context.mesh.getSize(atoms);
  Value index = context.buildPartIndex(builder, loc, atoms);
  Value size = arith::ConstantIndexOp::create(builder, loc, part);
  return arith::MulIOp::create(builder, loc, index, size);
}

namespace {

//===----------------------------------------------------------------------===//
// Iota
//===----------------------------------------------------------------------===//

struct IotaSharding
    : public ShardingInterface::ExternalModel<IotaSharding, IotaOp> {
  bool isSource(Operation *op) const { return !cast<IotaOp>(op).getOffset(); }

  void getFactors(Operation *op, OpFactors &factors) const {
    auto iota = cast<IotaOp>(op);
    if (iota.getOffset())
      factors.beginValue();
    factors.beginValue();
    for (int64_t size : getTensorType(iota).getShape())
      factors.addDim({static_cast<uint8_t>(factors.addFactor(size))});
    factors.finish(op->getNumOperands());
  }

  LogicalResult localize(Operation *op, OpBuilder &builder,
                         const LocalizeContext &context) const {
    auto iota = cast<IotaOp>(op);
    int64_t dim = iota.getDimension();
    AtomList atoms = context.resultShardings[0].dims[dim];
    if (atoms.empty())
      return success();
    Value offset = buildOffset(builder, op->getLoc(), context, atoms,
                               context.globalResultShapes[0][dim]);
    if (Value global = iota.getOffset())
      offset = arith::AddIOp::create(builder, op->getLoc(), global, offset);
    iota.getOffsetMutable().assign(offset);
    return success();
  }
};

//===----------------------------------------------------------------------===//
// Gather
//===----------------------------------------------------------------------===//

/// The dimension of `indices` along which component `component` of its index
/// vectors counts, if it does: `[[0, i], [1, j], ...]` counts along dimension 0
/// in component 0. Then the operand dimension that it looks up and the
/// dimension of the indices are one: each part needs its own part alone.
/// Frameworks take elements along an axis in this way.
static std::optional<int64_t> findCountingDim(Value indices,
                                              int64_t component) {
  int64_t vectorDim = getTensorType(indices).getRank() - 1;
  auto skipReshards = [](Value value) {
    Operation *op = value.getDefiningOp();
    while (op && op->getName().getStringRef() == "dist.reshard") {
      value = op->getOperand(0);
      op = value.getDefiningOp();
    }
    return value;
  };
  Value piece = skipReshards(indices);
  if (auto concat = piece.getDefiningOp<tensor::ConcatOp>()) {
    if (static_cast<int64_t>(concat.getDim()) != vectorDim)
      return std::nullopt;
    for (Value input : concat.getInputs()) {
      piece = skipReshards(input);
      component -= getTensorType(input).getDimSize(vectorDim);
      if (component < 0)
        break;
    }
  }
  auto iota = piece.getDefiningOp<IotaOp>();
  if (!iota || iota.getOffset() ||
      static_cast<int64_t>(iota.getDimension()) == vectorDim)
    return std::nullopt;
  return iota.getDimension();
}

/// Whether a dimension is copied whole, so that it can be split.
static bool isWholeSlice(GatherOp gather, int64_t dim) {
  return gather.getSliceSizes()[dim] ==
             getTensorType(gather.getOperand()).getDimSize(dim) &&
         !llvm::is_contained(gather.getCollapsedSliceDims(), dim);
}

struct GatherSharding
    : public ShardingInterface::ExternalModel<GatherSharding, GatherOp> {
  /// Dimensions that are copied whole and those of the indices are parallel. A
  /// dimension that is looked up is reduced: a device that does not hold an
  /// index adds zeros. That needs slices of size 1, and no earlier bounds. One
  /// that is counted through is parallel with the dimension that counts.
  void getFactors(Operation *op, OpFactors &factors) const {
    auto gather = cast<GatherOp>(op);
    auto operand = getTensorType(gather.getOperand());
    auto indices = getTensorType(gather.getIndices());
    bool reducible = !gather.getBounds() &&
                     llvm::all_of(gather.getStartIndexMap(), [&](int64_t dim) {
                       return gather.getSliceSizes()[dim] == 1;
                     });
    SmallVector<uint8_t> batchFactors;
    for (int64_t size : indices.getShape().drop_back())
      batchFactors.push_back(factors.addFactor(size));
    SmallVector<uint8_t> operandFactors;
    for (int64_t dim = 0; dim < operand.getRank(); ++dim) {
      const int64_t *component = llvm::find(gather.getStartIndexMap(), dim);
      bool lookedUp = component != gather.getStartIndexMap().end();
      if (lookedUp && reducible) {
        std::optional<int64_t> counting = findCountingDim(
            gather.getIndices(), component - gather.getStartIndexMap().begin());
        if (counting &&
            indices.getDimSize(*counting) == operand.getDimSize(dim)) {
          operandFactors.push_back(batchFactors[*counting]);
          continue;
        }
      }
      FactorKind kind = isWholeSlice(gather, dim) ? FactorKind::Parallel
                        : lookedUp && reducible   ? FactorKind::Reduced
                                                  : FactorKind::Whole;
      operandFactors.push_back(
          factors.addFactor(operand.getDimSize(dim), kind));
    }
    unsigned vector =
        factors.addFactor(indices.getShape().back(), FactorKind::Whole);

    factors.beginValue();
    for (uint8_t factor : operandFactors)
      factors.addDim({factor});
    factors.beginValue();
    for (uint8_t factor : batchFactors)
      factors.addDim({factor});
    factors.addDim({static_cast<uint8_t>(vector)});
    for (unsigned i = 0, e = gather.getLowerBounds().size(); i < e; ++i)
      factors.beginValue();
    factors.beginValue();
    addResultDims(gather, operandFactors, batchFactors, factors);
    factors.finish(op->getNumOperands());
    factors.linearity = Linearity::Additive;
    factors.linearOperands = 1;
  }

  static void addResultDims(GatherOp gather, ArrayRef<uint8_t> operandFactors,
                            ArrayRef<uint8_t> batchFactors,
                            OpFactors &factors) {
    unsigned batch = 0, window = 0;
    auto result = getTensorType(gather.getResult());
    for (int64_t dim = 0; dim < result.getRank(); ++dim) {
      if (!llvm::is_contained(gather.getOffsetDims(), dim)) {
        factors.addDim({batchFactors[batch++]});
        continue;
      }
      while (llvm::is_contained(gather.getCollapsedSliceDims(), window))
        ++window;
      unsigned source = window++;
      if (isWholeSlice(gather, source))
        factors.addDim({operandFactors[source]});
      else
        factors.addDim({static_cast<uint8_t>(
            factors.addFactor(result.getDimSize(dim), FactorKind::Whole))});
    }
  }

  LogicalResult localize(Operation *op, OpBuilder &builder,
                         const LocalizeContext &context) const {
    auto gather = cast<GatherOp>(op);
    auto local = getTensorType(gather.getOperand());
    SmallVector<int64_t> sizes(gather.getSliceSizes());
    ArrayRef<int64_t> global = context.globalOperandShapes[0];
    for (int64_t dim = 0; dim < local.getRank(); ++dim)
      if (sizes[dim] == global[dim] &&
          !llvm::is_contained(gather.getCollapsedSliceDims(), dim))
        sizes[dim] = local.getDimSize(dim);
    gather.setSliceSizes(sizes);

    const Sharding &split = context.operandShardings[0];
    if (llvm::all_of(gather.getStartIndexMap(), [&](int64_t dim) {
          return split.dims[dim].empty() || isWholeSlice(gather, dim);
        }))
      return success();
    SmallVector<Value> lower;
    SmallVector<int64_t> bounds;
    for (int64_t dim : gather.getStartIndexMap()) {
      lower.push_back(buildOffset(builder, op->getLoc(), context,
                                  split.dims[dim], global[dim]));
      bounds.push_back(global[dim]);
    }
    gather.getLowerBoundsMutable().assign(lower);
    gather.setBounds(bounds);
    return success();
  }
};

//===----------------------------------------------------------------------===//
// Scatter
//===----------------------------------------------------------------------===//

struct ScatterSharding
    : public ShardingInterface::ExternalModel<ScatterSharding, ScatterOp> {
  /// Whether a window dimension covers the operand, so that it can be split.
  static bool isWholeWindow(ScatterOp scatter, int64_t operandDim,
                            int64_t windowSize) {
    return windowSize ==
               getTensorType(scatter.getOperand()).getDimSize(operandDim) &&
           !llvm::is_contained(scatter.getScatterDimsToOperandDims(),
                               operandDim);
  }

  /// The operand dimension that a dimension of the indices counts through.
  static std::optional<int64_t> findCountedDim(ScatterOp scatter,
                                               int64_t batch) {
    auto operand = getTensorType(scatter.getOperand());
    auto indices = getTensorType(scatter.getIndices());
    for (auto [component, dim] :
         llvm::enumerate(scatter.getScatterDimsToOperandDims()))
      if (llvm::is_contained(scatter.getInsertedWindowDims(), dim) &&
          operand.getDimSize(dim) == indices.getDimSize(batch) &&
          findCountingDim(scatter.getIndices(), component) == batch)
        return dim;
    return std::nullopt;
  }

  /// Window dimensions are parallel. The scattered operand dimensions are
  /// parallel too: every device takes the updates that fall into its part. The
  /// dimensions of the indices are reduced, if the operand is zero and updates
  /// are added, but for one that counts through an operand dimension.
  void getFactors(Operation *op, OpFactors &factors) const {
    auto scatter = cast<ScatterOp>(op);
    auto operand = getTensorType(scatter.getOperand());
    auto updates = getTensorType(scatter.getUpdates());
    auto indices = getTensorType(scatter.getIndices());
    bool sum = scatter.getCombiner() == ScatterCombiner::Add;
    bool fromZero = sum && isKnownZero(scatter.getOperand());

    SmallVector<int64_t> windowSizes(operand.getRank(), 1);
    SmallVector<int64_t> windowDims(operand.getRank(), -1);
    unsigned next = 0;
    for (int64_t dim = 0; dim < operand.getRank(); ++dim) {
      if (llvm::is_contained(scatter.getInsertedWindowDims(), dim))
        continue;
      windowDims[dim] = scatter.getUpdateWindowDims()[next++];
      windowSizes[dim] = updates.getDimSize(windowDims[dim]);
    }
    SmallVector<uint8_t> updateFactors(updates.getRank());
    factors.beginValue();
    SmallVector<uint8_t> operandFactors;
    for (int64_t dim = 0; dim < operand.getRank(); ++dim) {
      bool whole = isWholeWindow(scatter, dim, windowSizes[dim]);
      bool scattered =
          windowSizes[dim] == 1 &&
          llvm::is_contained(scatter.getScatterDimsToOperandDims(), dim);
      uint8_t factor = factors.addFactor(
          operand.getDimSize(dim),
          whole || scattered ? FactorKind::Parallel : FactorKind::Whole);
      operandFactors.push_back(factor);
      factors.addDim({factor});
      if (windowDims[dim] < 0)
        continue;
      updateFactors[windowDims[dim]] =
          whole ? factor
                : factors.addFactor(windowSizes[dim], FactorKind::Whole);
    }
    factors.beginValue();
    for (int64_t dim = 0, batch = 0; dim < updates.getRank(); ++dim) {
      if (llvm::is_contained(scatter.getUpdateWindowDims(), dim))
        continue;
      uint8_t factor;
      if (std::optional<int64_t> counted = findCountedDim(scatter, batch))
        factor = operandFactors[*counted];
      else
        factor = factors.addFactor(indices.getDimSize(batch),
                                   fromZero ? FactorKind::Reduced
                                            : FactorKind::Whole);
      ++batch;
      updateFactors[dim] = factor;
      factors.addDim({factor});
    }
    factors.addDim({static_cast<uint8_t>(
        factors.addFactor(indices.getShape().back(), FactorKind::Whole))});
    factors.beginValue();
    for (uint8_t factor : updateFactors)
      factors.addDim({factor});
    for (unsigned i = 0, e = scatter.getLowerBounds().size(); i < e; ++i)
      factors.beginValue();
    factors.beginValue();
    for (uint8_t factor : operandFactors)
      factors.addDim({factor});
    factors.finish(op->getNumOperands());
    if (sum) {
      factors.linearity = Linearity::Additive;
      factors.linearOperands = 5;
    }
    if (fromZero)
      factors.neutralOperands = 1;
  }

  LogicalResult localize(Operation *op, OpBuilder &builder,
                         const LocalizeContext &context) const {
    auto scatter = cast<ScatterOp>(op);
    const Sharding &split = context.operandShardings[0];
    ArrayRef<int64_t> scattered = scatter.getScatterDimsToOperandDims();
    if (llvm::all_of(scattered,
                     [&](int64_t dim) { return split.dims[dim].empty(); }))
      return success();
    SmallVector<Value> lower;
    for (auto [index, dim] : llvm::enumerate(scattered)) {
      Value offset =
          buildOffset(builder, op->getLoc(), context, split.dims[dim],
                      context.globalOperandShapes[0][dim]);
      if (!scatter.getLowerBounds().empty())
        offset = arith::AddIOp::create(builder, op->getLoc(), offset,
                                       scatter.getLowerBounds()[index]);
      lower.push_back(offset);
    }
    scatter.getLowerBoundsMutable().assign(lower);
    return success();
  }
};

} // namespace

void model::registerShardingInterfaceModels(DialectRegistry &registry) {
  registry.addExtension(+[](MLIRContext *context, ModelDialect *) {
    IotaOp::attachInterface<IotaSharding>(*context);
    GatherOp::attachInterface<GatherSharding>(*context);
    ScatterOp::attachInterface<ScatterSharding>(*context);
    attachAttentionSharding(*context);
  });
}
