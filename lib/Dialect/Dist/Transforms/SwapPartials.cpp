//===- SwapPartials.cpp - Sums of two devices as exchanges ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Takes reductions apart. For large sums over two devices what decides is bytes
// alone: whether the transfer is by copy engines or by a library, the addition
// becomes part of a kernel that reads the value anyway. The largest and
// smallest of floats are always taken apart, since a library's may drop NaN.
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

/// Whether a reduction takes the largest or smallest of floats.
static bool isExtreme(CollectiveInterface op) {
  return isa<AllReduceOp>(op) &&
         op.getSource().getSharding().reduction != Reduction::Sum &&
         isa<FloatType>(getElement(op));
}

static Value combine(OpBuilder &builder, Location loc, Reduction reduction,
                     Value a, Value b) {
  if (!isa<FloatType>(getElementTypeOrSelf(a.getType())))
    return arith::AddIOp::create(builder, loc, a, b);
  if (reduction == Reduction::Sum)
    return arith::AddFOp::create(builder, loc, a, b);
  if (reduction == Reduction::Max)
    return arith::MaximumFOp::create(builder, loc, a, b);
  return arith::MinimumFOp::create(builder, loc, a, b);
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

/// The extreme over a new first dimension, which has a part on each device.
static Value gatherPartials(OpBuilder &builder, AllReduceOp op) {
  Location loc = op.getLoc();
  auto type = cast<RankedTensorType>(op.getType());
  Sharding from = op.getSource().getSharding(),
           to = op.getTarget().getSharding();
  Reduction reduction = from.reduction;
  AtomList moved = getMovedAtoms(from, to);
  from.partial = to.partial;
  from.dims.insert(from.dims.begin(), moved);
  to.dims.insert(to.dims.begin(), AtomList());
  MeshAttr mesh = op.getSource().getMesh();

  SmallVector<int64_t> shape = {1};
  llvm::append_range(shape, type.getShape());
  SmallVector<ReassociationIndices> groups;
  for (int64_t dim = 0; dim < type.getRank(); ++dim)
    groups.push_back(dim ? ReassociationIndices{dim + 1}
                         : ReassociationIndices{0, 1});
  Value row = tensor::ExpandShapeOp::create(
      builder, loc, RankedTensorType::get(shape, type.getElementType()),
      op.getInput(), groups);
  shape[0] = mesh.getMesh().getSize(moved);
  Value all = AllGatherOp::create(
      builder, loc, RankedTensorType::get(shape, type.getElementType()), row,
      ShardingAttr::get(mesh, from), ShardingAttr::get(mesh, to));
  auto element = cast<FloatType>(type.getElementType());
  APFloat neutral = APFloat::getInf(element.getFloatSemantics(),
                                    /*Negative=*/reduction == Reduction::Max);
  Value init = arith::ConstantOp::create(builder, loc,
                                         DenseElementsAttr::get(type, neutral));
  return linalg::ReduceOp::create(
             builder, loc, ValueRange{all}, ValueRange{init},
             ArrayRef<int64_t>{0},
             [&](OpBuilder &b, Location l, ValueRange values) {
               Value result = combine(b, l, reduction, values[0], values[1]);
               linalg::YieldOp::create(b, l, result);
             })
      .getResult(0);
}

namespace {
struct SwapPartials : dist::impl::SwapPartialsPassBase<SwapPartials> {
  using SwapPartialsPassBase::SwapPartialsPassBase;

  bool isLargeSum(CollectiveInterface op) const {
    return op.getSource().getSharding().reduction == Reduction::Sum &&
           !getElement(op).isInteger(1) && op.getBytesReceived() >= minBytes;
  }

  void runOnOperation() override {
    SmallVector<CollectiveInterface> reductions;
    getOperation().walk([&](CollectiveInterface op) {
      if (!isa<AllReduceOp, ReduceScatterOp>(op))
        return;
      if (isExtreme(op) || (isPair(op) && isLargeSum(op)))
        reductions.push_back(op);
    });
    for (CollectiveInterface op : reductions) {
      OpBuilder builder(op);
      op->getResult(0).replaceAllUsesWith(
          isPair(op) ? swapPartial(builder, op)
                     : gatherPartials(builder, cast<AllReduceOp>(op)));
      op.erase();
    }
  }
};
} // namespace
