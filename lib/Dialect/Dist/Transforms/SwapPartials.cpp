//===- SwapPartials.cpp - Sums of two devices as exchanges ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Takes large sums over two devices apart. What decides is bytes alone: whether
// the transfer is by copy engines or by a library, the addition becomes part of
// a kernel that reads the value anyway.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Dialect/Dist/Transforms/Passes.h"

namespace mlir::shardwise::dist {
#define GEN_PASS_DEF_SWAPPARTIALSPASS
#include "shardwise/Dialect/Dist/Transforms/Passes.h.inc"
} // namespace mlir::shardwise::dist

using namespace mlir;
using namespace mlir::shardwise;
using namespace mlir::shardwise::dist;

/// Whether a reduction is a sum over two devices.
static bool isPairSum(AllReduceOp op) {
  const Sharding &from = op.getSource().getSharding();
  Type element = getElementTypeOrSelf(op.getType());
  return from.reduction == Reduction::Sum && !element.isInteger(1) &&
         isOfKind(CollectiveKind::PartialSwap,
                  op.getSource().getMesh().getMesh(), from,
                  op.getTarget().getSharding());
}

static void swapPartial(AllReduceOp op) {
  OpBuilder builder(op);
  Value own = op.getInput();
  Value other = PartialSwapOp::create(builder, op.getLoc(), op.getType(), own,
                                      op.getSource(), op.getTarget());
  Value sum =
      isa<FloatType>(getElementTypeOrSelf(op.getType()))
          ? arith::AddFOp::create(builder, op.getLoc(), own, other).getResult()
          : arith::AddIOp::create(builder, op.getLoc(), own, other).getResult();
  op.getResult().replaceAllUsesWith(sum);
  op.erase();
}

namespace {
struct SwapPartials : dist::impl::SwapPartialsPassBase<SwapPartials> {
  using SwapPartialsPassBase::SwapPartialsPassBase;

  void runOnOperation() override {
    SmallVector<AllReduceOp> sums;
    getOperation().walk([&](AllReduceOp op) {
      if (isPairSum(op) && getBytesReceived(cast<CollectiveInterface>(
                               op.getOperation())) >= minBytes)
        sums.push_back(op);
    });
    for (AllReduceOp sum : sums)
      swapPartial(sum);
  }
};
} // namespace
