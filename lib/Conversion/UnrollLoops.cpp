//===- UnrollLoops.cpp - Loops that run a known number of times -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A GPU cannot decide about a loop without asking the host, so a step with
// loops is no graph. Those of random generators count to a few rounds: they are
// written out. Which loops these are is decided from the counter alone: where
// it begins, what is added to it, and what it is compared with.
//
//===----------------------------------------------------------------------===//

#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/IR/Matchers.h"
#include "shardwise/Conversion/Passes.h"
#include "shardwise/Dialect/Dist/IR/Dist.h"

namespace mlir::shardwise {
#define GEN_PASS_DEF_UNROLLLOOPSPASS
#include "shardwise/Conversion/Passes.h.inc"
} // namespace mlir::shardwise

using namespace mlir;
using namespace mlir::shardwise;

/// Bounds on what is written out: iterations, and operations in all.
static constexpr int64_t kMaxTrips = 64, kMaxOps = 4096;

/// The integer that all elements of a value are, if it is a constant.
static std::optional<APInt> getConstant(Value value) {
  APInt result;
  DenseIntElementsAttr elements;
  if (matchPattern(value, m_ConstantInt(&result)))
    return result;
  if (matchPattern(value, m_Constant(&elements)) && elements.isSplat())
    return elements.getSplatValue<APInt>();
  return std::nullopt;
}

namespace {
/// What decides how often a loop runs: a carried value is compared with a
/// bound, and a step is added to it.
struct Counter {
  arith::CmpIPredicate predicate;
  APInt begin, step, bound;
};
} // namespace

/// The constant operand of an operation on a certain value and a constant.
static std::optional<APInt> getOther(Operation *op, Value value) {
  if (op->getOperand(0) == value)
    return getConstant(op->getOperand(1));
  if (op->getOperand(1) == value)
    return getConstant(op->getOperand(0));
  return std::nullopt;
}

/// What is added to the carried value of this number in an iteration.
static std::optional<APInt> findStep(scf::WhileOp loop, unsigned number) {
  auto add =
      loop.getYieldOp().getOperand(number).getDefiningOp<arith::AddIOp>();
  if (!add)
    return std::nullopt;
  Value carried = loop.getBeforeArguments()[number];
  for (auto [passed, argument] : llvm::zip_equal(
           loop.getConditionOp().getArgs(), loop.getAfterArguments()))
    if (passed == carried)
      if (std::optional<APInt> step = getOther(add, argument))
        return step;
  return std::nullopt;
}

static std::optional<Counter> findCounter(scf::WhileOp loop) {
  auto extract =
      loop.getConditionOp().getCondition().getDefiningOp<tensor::ExtractOp>();
  auto compare = extract ? extract.getTensor().getDefiningOp<arith::CmpIOp>()
                         : arith::CmpIOp();
  if (!compare)
    return std::nullopt;
  auto carried = dyn_cast<BlockArgument>(compare.getLhs());
  std::optional<APInt> bound = getConstant(compare.getRhs());
  if (!carried || carried.getOwner() != loop.getBeforeBody() || !bound)
    return std::nullopt;
  unsigned number = carried.getArgNumber();
  std::optional<APInt> begin = getConstant(loop.getInits()[number]);
  std::optional<APInt> step = findStep(loop, number);
  if (!begin || !step)
    return std::nullopt;
  return Counter{compare.getPredicate(), *begin, *step, *bound};
}

/// How often a loop runs, if that is known and not too often.
static std::optional<int64_t> countTrips(const Counter &counter) {
  APInt value = counter.begin;
  for (int64_t trips = 0; trips <= kMaxTrips; ++trips) {
    if (!arith::applyCmpPredicate(counter.predicate, value, counter.bound))
      return trips;
    value += counter.step;
  }
  return std::nullopt;
}

/// Writes a block for these arguments; returns what its terminator takes.
static SmallVector<Value> writeBlock(OpBuilder &builder, Block *block,
                                     ValueRange arguments, ValueRange taken) {
  IRMapping mapping;
  mapping.map(block->getArguments(), arguments);
  for (Operation &op : block->without_terminator())
    builder.clone(op, mapping);
  return llvm::map_to_vector(
      taken, [&](Value value) { return mapping.lookupOrDefault(value); });
}

/// Writes the iterations one after another.
static void unroll(scf::WhileOp loop, int64_t trips) {
  OpBuilder builder(loop);
  SmallVector<Value> values(loop.getInits());
  for (int64_t trip = 0;; ++trip) {
    values = writeBlock(builder, loop.getBeforeBody(), values,
                        loop.getConditionOp().getArgs());
    if (trip == trips)
      break;
    values = writeBlock(builder, loop.getAfterBody(), values,
                        loop.getYieldOp().getOperands());
  }
  loop->replaceAllUsesWith(values);
  loop.erase();
}

static int64_t countOperations(scf::WhileOp loop) {
  int64_t count = 0;
  loop->walk([&](Operation *) { ++count; });
  return count;
}

namespace {
struct UnrollLoops
    : public mlir::shardwise::impl::UnrollLoopsPassBase<UnrollLoops> {
  void runOnOperation() override {
    SmallVector<scf::WhileOp> loops;
    for (auto program : getOperation().getOps<dist::LocalProgramOp>())
      program.walk([&](scf::WhileOp loop) { loops.push_back(loop); });
    // Inner loops come first.
    for (scf::WhileOp loop : loops)
      if (std::optional<Counter> counter = findCounter(loop))
        if (std::optional<int64_t> trips = countTrips(*counter))
          if ((*trips + 1) * countOperations(loop) <= kMaxOps)
            unroll(loop, *trips);
  }
};
} // namespace
