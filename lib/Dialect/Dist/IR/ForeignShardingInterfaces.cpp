//===- ForeignShardingInterfaces.cpp - How upstream operations split ------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Sharding of the upstream operations that are neither elementwise nor
// structured: constants, and the shape operations of the tensor dialect.
//
//===----------------------------------------------------------------------===//

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/Matchers.h"
#include "shardwise/Dialect/Dist/IR/Dist.h"
#include "shardwise/Interfaces/ShardingInterface.h"

using namespace mlir;
using namespace mlir::shardwise;

/// Adds a value whose dimensions have a factor each, all of one kind.
static void addPlainValue(OpFactors &factors, Type type, FactorKind kind) {
  factors.beginValue();
  if (auto tensor = dyn_cast<RankedTensorType>(type))
    for (int64_t size : tensor.getShape())
      factors.addDim({static_cast<uint8_t>(factors.addFactor(size, kind))});
}

static void setMovement(OpFactors &factors, uint64_t operands) {
  factors.linearity = Linearity::Movement;
  factors.linearOperands = operands;
}

namespace {

//===----------------------------------------------------------------------===//
// Sources
//===----------------------------------------------------------------------===//

/// A splat may be split in any way; other constants are whole on every device.
struct ConstantSharding
    : public ShardingInterface::ExternalModel<ConstantSharding,
                                              arith::ConstantOp> {
  static bool isSplat(Operation *op) {
    return isa<SplatElementsAttr>(cast<arith::ConstantOp>(op).getValue());
  }
  bool isSource(Operation *op) const { return isSplat(op); }
  void getFactors(Operation *op, OpFactors &factors) const {
    addPlainValue(factors, op->getResult(0).getType(),
                  isSplat(op) ? FactorKind::Parallel : FactorKind::Whole);
    factors.finish(0);
  }
  LogicalResult localize(Operation *op, OpBuilder &,
                         const LocalizeContext &) const {
    auto constant = cast<arith::ConstantOp>(op);
    auto type = dyn_cast<RankedTensorType>(constant.getType());
    if (!type)
      return success();
    auto value = cast<DenseElementsAttr>(constant.getValue());
    constant.setValueAttr(isSplat(op) ? value.resizeSplat(type)
                                      : value.reshape(type));
    return success();
  }
};

struct EmptySharding
    : public ShardingInterface::ExternalModel<EmptySharding, tensor::EmptyOp> {
  bool isSource(Operation *) const { return true; }
  void getFactors(Operation *op, OpFactors &factors) const {
    addPlainValue(factors, op->getResult(0).getType(), FactorKind::Parallel);
    factors.finish(0);
  }
};

//===----------------------------------------------------------------------===//
// Reshapes
//===----------------------------------------------------------------------===//

/// Fills in the factors of a reshape: one for each dimension of the expanded
/// side, which the collapsed side has in groups.
static void getReshapeFactors(RankedTensorType expanded,
                              ArrayRef<ReassociationIndices> groups,
                              bool resultIsExpanded, OpFactors &factors) {
  for (int64_t size : expanded.getShape())
    factors.addFactor(size);
  auto addExpanded = [&] {
    factors.beginValue();
    for (int64_t dim = 0; dim < expanded.getRank(); ++dim)
      factors.addDim({static_cast<uint8_t>(dim)});
  };
  auto addCollapsed = [&] {
    factors.beginValue();
    for (const ReassociationIndices &group : groups)
      factors.addDim(SmallVector<uint8_t>(group.begin(), group.end()));
  };
  if (resultIsExpanded) {
    addCollapsed();
    addExpanded();
  } else {
    addExpanded();
    addCollapsed();
  }
  factors.finish(1);
  setMovement(factors, 1);
}

struct ExpandShapeSharding
    : public ShardingInterface::ExternalModel<ExpandShapeSharding,
                                              tensor::ExpandShapeOp> {
  void getFactors(Operation *op, OpFactors &factors) const {
    auto expand = cast<tensor::ExpandShapeOp>(op);
    getReshapeFactors(expand.getResultType(), expand.getReassociationIndices(),
                      true, factors);
  }
  LogicalResult localize(Operation *op, OpBuilder &,
                         const LocalizeContext &) const {
    auto expand = cast<tensor::ExpandShapeOp>(op);
    expand.setStaticOutputShape(expand.getResultType().getShape());
    return success();
  }
};

struct CollapseShapeSharding
    : public ShardingInterface::ExternalModel<CollapseShapeSharding,
                                              tensor::CollapseShapeOp> {
  void getFactors(Operation *op, OpFactors &factors) const {
    auto collapse = cast<tensor::CollapseShapeOp>(op);
    getReshapeFactors(collapse.getSrcType(), collapse.getReassociationIndices(),
                      false, factors);
  }
};

//===----------------------------------------------------------------------===//
// Slices, pads, concatenations
//===----------------------------------------------------------------------===//

/// Dimensions that are taken whole are parallel, the others must be whole.
struct ExtractSliceSharding
    : public ShardingInterface::ExternalModel<ExtractSliceSharding,
                                              tensor::ExtractSliceOp> {
  static bool isWhole(tensor::ExtractSliceOp slice, int64_t dim) {
    return slice.getStaticOffsets()[dim] == 0 &&
           slice.getStaticStrides()[dim] == 1 &&
           slice.getStaticSizes()[dim] == slice.getSourceType().getDimSize(dim);
  }
  void getFactors(Operation *op, OpFactors &factors) const {
    auto slice = cast<tensor::ExtractSliceOp>(op);
    RankedTensorType source = slice.getSourceType();
    llvm::SmallBitVector dropped = slice.getDroppedDims();
    factors.beginValue();
    for (int64_t dim = 0; dim < source.getRank(); ++dim)
      factors.addDim({static_cast<uint8_t>(factors.addFactor(
          source.getDimSize(dim),
          isWhole(slice, dim) ? FactorKind::Parallel : FactorKind::Whole))});
    for (unsigned i = 1, e = op->getNumOperands(); i < e; ++i)
      factors.beginValue();
    factors.beginValue();
    for (int64_t dim = 0; dim < source.getRank(); ++dim) {
      if (dropped.test(dim))
        continue;
      factors.addDim({static_cast<uint8_t>(
          isWhole(slice, dim) ? dim
                              : factors.addFactor(slice.getStaticSizes()[dim],
                                                  FactorKind::Whole))});
    }
    factors.finish(op->getNumOperands());
    setMovement(factors, 1);
  }
  LogicalResult localize(Operation *op, OpBuilder &,
                         const LocalizeContext &context) const {
    auto slice = cast<tensor::ExtractSliceOp>(op);
    SmallVector<int64_t> sizes(slice.getStaticSizes());
    for (auto [dim, size] : llvm::enumerate(sizes))
      if (size == context.globalOperandShapes[0][dim])
        size = slice.getSourceType().getDimSize(dim);
    slice.setStaticSizes(sizes);
    return success();
  }
};

struct PadSharding
    : public ShardingInterface::ExternalModel<PadSharding, tensor::PadOp> {
  void getFactors(Operation *op, OpFactors &factors) const {
    auto pad = cast<tensor::PadOp>(op);
    RankedTensorType source = pad.getSourceType();
    RankedTensorType result = pad.getResultType();
    auto isWhole = [&](int64_t dim) {
      return pad.getStaticLow()[dim] == 0 && pad.getStaticHigh()[dim] == 0;
    };
    factors.beginValue();
    for (int64_t dim = 0; dim < source.getRank(); ++dim)
      factors.addDim({static_cast<uint8_t>(factors.addFactor(
          source.getDimSize(dim),
          isWhole(dim) ? FactorKind::Parallel : FactorKind::Whole))});
    for (unsigned i = 1, e = op->getNumOperands(); i < e; ++i)
      factors.beginValue();
    factors.beginValue();
    for (int64_t dim = 0; dim < source.getRank(); ++dim)
      factors.addDim({static_cast<uint8_t>(
          isWhole(dim)
              ? dim
              : factors.addFactor(result.getDimSize(dim), FactorKind::Whole))});
    factors.finish(op->getNumOperands());
    Value padding = pad.getConstantPaddingValue();
    if (padding && (matchPattern(padding, m_AnyZeroFloat()) ||
                    matchPattern(padding, m_Zero()))) {
      factors.linearity = Linearity::Additive;
      factors.linearOperands = 1;
    }
  }
};

struct ConcatSharding
    : public ShardingInterface::ExternalModel<ConcatSharding,
                                              tensor::ConcatOp> {
  void getFactors(Operation *op, OpFactors &factors) const {
    auto concat = cast<tensor::ConcatOp>(op);
    int64_t joined = concat.getDim();
    RankedTensorType result = concat.getResultType();
    for (int64_t dim = 0; dim < result.getRank(); ++dim)
      factors.addFactor(result.getDimSize(dim), dim == joined
                                                    ? FactorKind::Whole
                                                    : FactorKind::Parallel);
    auto addValue = [&](bool isOperand) {
      factors.beginValue();
      for (int64_t dim = 0; dim < result.getRank(); ++dim) {
        if (dim == joined && isOperand)
          factors.addDim({});
        else
          factors.addDim({static_cast<uint8_t>(dim)});
      }
    };
    for (unsigned i = 0, e = op->getNumOperands(); i < e; ++i)
      addValue(true);
    addValue(false);
    factors.finish(op->getNumOperands());
    uint64_t all = op->getNumOperands() >= 64
                       ? ~uint64_t(0)
                       : (uint64_t(1) << op->getNumOperands()) - 1;
    setMovement(factors, op->getNumOperands() > 64 ? 0 : all);
  }
};

//===----------------------------------------------------------------------===//
// Scalars
//===----------------------------------------------------------------------===//

/// Reading an element needs the tensor whole.
struct ExtractSharding
    : public ShardingInterface::ExternalModel<ExtractSharding,
                                              tensor::ExtractOp> {
  void getFactors(Operation *op, OpFactors &factors) const {
    addPlainValue(factors, op->getOperand(0).getType(), FactorKind::Whole);
    for (unsigned i = 1, e = op->getNumOperands(); i < e; ++i)
      factors.beginValue();
    factors.beginValue();
    factors.finish(op->getNumOperands());
  }
};

/// A scalar that fills a tensor may fill any part of it.
struct SplatSharding
    : public ShardingInterface::ExternalModel<SplatSharding, tensor::SplatOp> {
  void getFactors(Operation *op, OpFactors &factors) const {
    for (unsigned i = 0, e = op->getNumOperands(); i < e; ++i)
      factors.beginValue();
    addPlainValue(factors, op->getResult(0).getType(), FactorKind::Parallel);
    factors.finish(op->getNumOperands());
  }
};

/// One element: the same on every device.
struct FromElementsSharding
    : public ShardingInterface::ExternalModel<FromElementsSharding,
                                              tensor::FromElementsOp> {
  void getFactors(Operation *op, OpFactors &factors) const {
    for (unsigned i = 0, e = op->getNumOperands(); i < e; ++i)
      factors.beginValue();
    addPlainValue(factors, op->getResult(0).getType(), FactorKind::Whole);
    factors.finish(op->getNumOperands());
  }
};

} // namespace

void dist::registerShardingInterfaceModels(DialectRegistry &registry) {
  registry.addExtension(+[](MLIRContext *context, arith::ArithDialect *) {
    arith::ConstantOp::attachInterface<ConstantSharding>(*context);
  });
  registry.addExtension(+[](MLIRContext *context, tensor::TensorDialect *) {
    tensor::EmptyOp::attachInterface<EmptySharding>(*context);
    tensor::ExpandShapeOp::attachInterface<ExpandShapeSharding>(*context);
    tensor::CollapseShapeOp::attachInterface<CollapseShapeSharding>(*context);
    tensor::ExtractSliceOp::attachInterface<ExtractSliceSharding>(*context);
    tensor::PadOp::attachInterface<PadSharding>(*context);
    tensor::ConcatOp::attachInterface<ConcatSharding>(*context);
    tensor::ExtractOp::attachInterface<ExtractSharding>(*context);
    tensor::SplatOp::attachInterface<SplatSharding>(*context);
    tensor::FromElementsOp::attachInterface<FromElementsSharding>(*context);
  });
}
