//===- SwapPartials.cpp - Sums of two devices as exchanges ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Takes reductions apart. For large sums over two devices what decides is bytes
// alone: whether the transfer is by copy engines or by a library, the addition
// becomes part of a kernel that reads the value anyway. What libraries do not
// reduce, or not in the same way, is always taken apart: the largest and
// smallest of floats, where theirs drop NaN; i16; sums of i1.
//
//===----------------------------------------------------------------------===//

#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "shardwise/Dialect/Dist/Transforms/Passes.h"

namespace mlir::shardwise::dist {
#define GEN_PASS_DEF_SWAPPARTIALSPASS
#include "shardwise/Dialect/Dist/Transforms/Passes.h.inc"
} // namespace mlir::shardwise::dist

using namespace mlir;
using namespace mlir::shardwise;
using namespace mlir::shardwise::dist;

static Type getElement(CollectiveInterface op) {
  return getElementTypeOrSelf(op->getResult(0).getType());
}

/// Whether a reduction is over two devices.
static bool isPair(CollectiveInterface op) {
  return isOfKind(CollectiveKind::PartialSwap,
                  op.getSource().getMesh().getMesh(),
                  op.getSource().getSharding(), op.getTarget().getSharding());
}

/// Whether libraries do not reduce as the program has it.
static bool isOwn(CollectiveInterface op) {
  Type element = getElement(op);
  bool isSum = op.getSource().getSharding().reduction == Reduction::Sum;
  return isa<FloatType>(element)
             ? !isSum
             : element.isInteger(16) || (element.isInteger(1) && isSum);
}

static Value combine(OpBuilder &builder, Location loc, Reduction reduction,
                     Value a, Value b) {
  bool isFloat = isa<FloatType>(getElementTypeOrSelf(a.getType()));
  switch (reduction) {
  case Reduction::Sum:
    return isFloat ? arith::AddFOp::create(builder, loc, a, b).getResult()
                   : arith::AddIOp::create(builder, loc, a, b).getResult();
  case Reduction::Max:
    return isFloat ? arith::MaximumFOp::create(builder, loc, a, b).getResult()
                   : arith::MaxSIOp::create(builder, loc, a, b).getResult();
  case Reduction::Min:
    return isFloat ? arith::MinimumFOp::create(builder, loc, a, b).getResult()
                   : arith::MinSIOp::create(builder, loc, a, b).getResult();
  }
  llvm_unreachable("unknown reduction");
}

/// The value that changes no other.
static Value makeNeutral(OpBuilder &builder, Location loc, Reduction reduction,
                         RankedTensorType type) {
  bool isMax = reduction == Reduction::Max;
  Attribute neutral = builder.getZeroAttr(type.getElementType());
  if (auto element = dyn_cast<FloatType>(type.getElementType());
      element && reduction != Reduction::Sum)
    neutral =
        FloatAttr::get(element, APFloat::getInf(element.getFloatSemantics(),
                                                /*Negative=*/isMax));
  else if (unsigned width = type.getElementTypeBitWidth();
           reduction != Reduction::Sum)
    neutral = IntegerAttr::get(type.getElementType(),
                               isMax ? APInt::getSignedMinValue(width)
                                     : APInt::getSignedMaxValue(width));
  return arith::ConstantOp::create(builder, loc,
                                   DenseElementsAttr::get(type, neutral));
}

/// What a device keeps of its own value. To each device its value is whole.
static Value takePart(OpBuilder &builder, ReduceScatterOp op) {
  Sharding from = op.getSource().getSharding();
  from.partial = op.getTarget().getSharding().partial;
  return AllSliceOp::create(builder, op.getLoc(), op.getType(), op.getInput(),
                            ShardingAttr::get(op.getSource().getMesh(), from),
                            op.getTarget());
}

/// The value of both devices, each of which gets that of the other: all of it,
/// or the part that it keeps.
static Value swapPartial(OpBuilder &builder, CollectiveInterface op) {
  Value own = op->getOperand(0);
  Value other =
      PartialSwapOp::create(builder, op.getLoc(), op->getResult(0).getType(),
                            own, op.getSource(), op.getTarget());
  if (auto scatter = dyn_cast<ReduceScatterOp>(op.getOperation()))
    own = takePart(builder, scatter);
  return combine(builder, op.getLoc(), op.getSource().getSharding().reduction,
                 own, other);
}

/// The reduction over a new first dimension, along which the values of all
/// devices are gathered: all of them, or the part that a device keeps.
static Value gatherPartials(OpBuilder &builder, CollectiveInterface op) {
  Location loc = op.getLoc();
  auto input = cast<RankedTensorType>(op->getOperand(0).getType());
  auto result = cast<RankedTensorType>(op->getResult(0).getType());
  Sharding from = op.getSource().getSharding(),
           to = op.getTarget().getSharding();
  Reduction reduction = from.reduction;
  AtomList reduced =
      AtomList::fromMask(from.partial.mask() & ~to.partial.mask());
  from.partial = to.partial;
  from.dims.insert(from.dims.begin(), reduced);
  to.dims.insert(to.dims.begin(), AtomList());
  MeshAttr mesh = op.getSource().getMesh();

  auto prepend = [](int64_t size, RankedTensorType type) {
    SmallVector<int64_t> shape = {size};
    llvm::append_range(shape, type.getShape());
    return RankedTensorType::get(shape, type.getElementType());
  };
  SmallVector<ReassociationIndices> groups;
  for (int64_t dim = 0; dim < input.getRank(); ++dim)
    groups.push_back(dim ? ReassociationIndices{dim + 1}
                         : ReassociationIndices{0, 1});
  Value row = tensor::ExpandShapeOp::create(builder, loc, prepend(1, input),
                                            op->getOperand(0), groups);
  RankedTensorType type = prepend(mesh.getMesh().getSize(reduced), result);
  auto source = ShardingAttr::get(mesh, from),
       target = ShardingAttr::get(mesh, to);
  Value all = isa<AllReduceOp>(op)
                  ? AllGatherOp::create(builder, loc, type, row, source, target)
                        .getResult()
                  : AllToAllOp::create(builder, loc, type, row, source, target)
                        .getResult();
  Value init = makeNeutral(builder, loc, reduction, result);
  return linalg::ReduceOp::create(
             builder, loc, ValueRange{all}, ValueRange{init},
             ArrayRef<int64_t>{0},
             [&](OpBuilder &b, Location l, ValueRange values) {
               Value next = combine(b, l, reduction, values[0], values[1]);
               linalg::YieldOp::create(b, l, next);
             })
      .getResult(0);
}

namespace {
struct SwapPartials : dist::impl::SwapPartialsPassBase<SwapPartials> {
  using SwapPartialsPassBase::SwapPartialsPassBase;

  bool isLargeSum(CollectiveInterface op) const {
    return op.getSource().getSharding().reduction == Reduction::Sum &&
           op.getBytesReceived() >= minBytes;
  }

  void runOnOperation() override {
    SmallVector<CollectiveInterface> reductions;
    getOperation().walk([&](CollectiveInterface op) {
      if (!isa<AllReduceOp, ReduceScatterOp>(op))
        return;
      if (isOwn(op) || (isPair(op) && isLargeSum(op)))
        reductions.push_back(op);
    });
    for (CollectiveInterface op : reductions) {
      OpBuilder builder(op);
      op->getResult(0).replaceAllUsesWith(
          isPair(op) ? swapPartial(builder, op) : gatherPartials(builder, op));
      op.erase();
    }
  }
};
} // namespace
