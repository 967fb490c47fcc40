//===- FoldSums.cpp - Products that add to other products -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What several products give for one value, as the gradients of queries, keys
// and values do for what they are made of, is added up by the products
// themselves. Each adds to what the one before left, in 32 bits, and rounds
// once, where the program rounds each product and each sum: the result is as
// exact or more so, with half of the memory moved.
//
//===----------------------------------------------------------------------===//

#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "shardwise/Conversion/Passes.h"
#include "shardwise/Dialect/Dist/IR/Dist.h"
#include "shardwise/Interfaces/ShardingInterface.h"

namespace mlir::shardwise {
#define GEN_PASS_DEF_FOLDSUMSPASS
#include "shardwise/Conversion/Passes.h.inc"
} // namespace mlir::shardwise

using namespace mlir;
using namespace mlir::shardwise;

/// The contraction that makes a value for one use in this block, or null.
static linalg::ContractOp getOwnProduct(Value value, Block *block) {
  auto op = value.getDefiningOp<linalg::ContractOp>();
  return op && op->hasOneUse() && op->getBlock() == block
             ? op
             : linalg::ContractOp();
}

/// Lets the later of two products add to the earlier one.
static void fold(arith::AddFOp sum) {
  linalg::ContractOp first = getOwnProduct(sum.getLhs(), sum->getBlock());
  linalg::ContractOp second = getOwnProduct(sum.getRhs(), sum->getBlock());
  if (!first || !second)
    return;
  if (second->isBeforeInBlock(first))
    std::swap(first, second);
  if (!isKnownZero(second.getOutputs().front()))
    return;
  second.getOutputsMutable().assign(first->getResult(0));
  sum.getResult().replaceAllUsesWith(second->getResult(0));
  sum.erase();
}

namespace {
struct FoldSums : public mlir::shardwise::impl::FoldSumsPassBase<FoldSums> {
  void runOnOperation() override {
    SmallVector<arith::AddFOp> sums;
    for (auto program : getOperation().getOps<dist::LocalProgramOp>())
      program.walk([&](arith::AddFOp sum) { sums.push_back(sum); });
    for (arith::AddFOp sum : sums)
      fold(sum);
  }
};
} // namespace
