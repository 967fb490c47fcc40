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

/// A reduction as MLIR names it.
static arith::AtomicRMWKind getKind(CollectiveInterface op) {
  using Kind = arith::AtomicRMWKind;
  bool isFloat = isa<FloatType>(getElement(op));
  switch (op.getSource().getSharding().reduction) {
  case Reduction::Sum:
    return isFloat ? Kind::addf : Kind::addi;
  case Reduction::Max:
    return isFloat ? Kind::maximumf : Kind::maxs;
  case Reduction::Min:
    return isFloat ? Kind::minimumf : Kind::mins;
  }
  llvm_unreachable("unknown reduction");
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
  return arith::getReductionOp(getKind(op), builder, op.getLoc(), own, other);
}

/// The reduction over a new first dimension, along which the values of all
/// devices are gathered: all of them, or the part that a device keeps.
static Value gatherPartials(OpBuilder &builder, CollectiveInterface op) {
  Location loc = op.getLoc();
  auto input = cast<RankedTensorType>(op->getOperand(0).getType());
  auto result = cast<RankedTensorType>(op->getResult(0).getType());
  Sharding from = op.getSource().getSharding(),
           to = op.getTarget().getSharding();
  AtomList reduced = getMovedAtoms(from, to);
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
  arith::AtomicRMWKind kind = getKind(op);
  TypedAttr neutral =
      arith::getIdentityValueAttr(kind, result.getElementType(), builder, loc);
  Value init = arith::ConstantOp::create(
      builder, loc, DenseElementsAttr::get(result, Attribute(neutral)));
  return linalg::ReduceOp::create(
             builder, loc, ValueRange{all}, ValueRange{init},
             ArrayRef<int64_t>{0},
             [&](OpBuilder &b, Location l, ValueRange values) {
               linalg::YieldOp::create(
                   b, l,
                   arith::getReductionOp(kind, b, l, values[0], values[1]));
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
