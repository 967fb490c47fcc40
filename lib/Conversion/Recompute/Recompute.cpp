//===- Recompute.cpp - Compute again what waits at the peak ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Decides what is worth it. At the peak of the program's memory, the value that
// frees most for its time is computed again, the program is planned anew, and
// so on at the peak that it has then. A change that leaves the peak where it is
// may be one of several that lower it together, as where two layers need the
// same; it stays if a later one gets there. So the result never needs more than
// the program did before, and nothing is computed again for nothing.
//
//===----------------------------------------------------------------------===//

#include "Recomputation.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "shardwise/Conversion/Passes.h"

namespace mlir::shardwise {
#define GEN_PASS_DEF_RECOMPUTEPASS
#include "shardwise/Conversion/Passes.h.inc"
} // namespace mlir::shardwise

using namespace mlir;
using namespace mlir::shardwise;

/// How many programs are planned, at most, and how many of them without getting
/// anywhere.
static constexpr unsigned kMaxTrials = 512, kMaxFailures = 16;
/// How many bytes may be moved for one less at the peak.
static constexpr double kMaxBytesMoved = 3;

namespace {
/// A program, what it needs, and what was done to get there.
struct State {
  OwningOpRef<dist::LocalProgramOp> program;
  plan::MemoryEstimate estimate;
  double seconds = 0;
  /// The types of recomputed values, and where they come from.
  SmallVector<std::pair<Location, Type>> values;
};

class Search {
public:
  Search(dist::LocalProgramOp program, const plan::SchedulePassOptions &options,
         double maxSlowdown)
      : program(program), options(options), maxSlowdown(maxSlowdown) {}

  /// Replaces the program by a better one if there is one.
  LogicalResult run();

private:
  bool takeStep(State &state);
  std::optional<State> tryStep(const State &state, const Recomputation &step);
  LogicalResult finish(State &best);

  dist::LocalProgramOp program;
  const plan::SchedulePassOptions &options;
  double maxSlowdown;
  /// How long the program takes as it is, and how much longer it may take.
  double secondsBefore = 0, budget = 0;
  unsigned numTrials = 0;
};
} // namespace

/// Whether less lives at the peak, or as much for a shorter time.
static bool isLower(const plan::MemoryPeak &a, const plan::MemoryPeak &b) {
  return std::pair(a.bytes, a.numPositions) <
         std::pair(b.bytes, b.numPositions);
}

/// The program after a step, if that leads down and is not too slow.
std::optional<State> Search::tryStep(const State &state,
                                     const Recomputation &step) {
  double seconds = state.seconds + step.seconds;
  double worth =
      plan::getMoveSeconds(kMaxBytesMoved * step.getBytes(), options);
  if (seconds > budget || step.seconds > worth)
    return std::nullopt;
  ++numTrials;
  IRMapping mapping;
  State next;
  next.program =
      cast<dist::LocalProgramOp>(state.program.get()->clone(mapping));
  apply(step, *next.program, mapping);
  auto estimate = plan::estimateMemory(*next.program, options);
  if (failed(estimate) || !isLower(estimate->peak, state.estimate.peak))
    return std::nullopt;
  // A copy reads and writes.
  int64_t copied = estimate->copiedBytes - state.estimate.copiedBytes;
  seconds += plan::getMoveSeconds(2 * std::max<int64_t>(copied, 0), options);
  // What was moved may be missed where it hid a collective.
  seconds = std::max(seconds, estimate->seconds - secondsBefore);
  if (seconds > budget)
    return std::nullopt;
  next.estimate = std::move(*estimate);
  next.seconds = seconds;
  next.values = state.values;
  next.values.push_back({step.value.getLoc(), step.value.getType()});
  return next;
}

bool Search::takeStep(State &state) {
  unsigned numFailures = 0;
  for (const Recomputation &step :
       findRecomputations(*state.program, state.estimate, options)) {
    if (numTrials >= kMaxTrials || numFailures++ >= kMaxFailures)
      return false;
    if (auto next = tryStep(state, step)) {
      state = std::move(*next);
      return true;
    }
  }
  return false;
}

/// Removes the kernels that nobody calls any more.
static void removeUnused(dist::LocalProgramOp program) {
  for (auto kernel :
       llvm::make_early_inc_range(program.getBody().getOps<func::FuncOp>()))
    if (SymbolTable::symbolKnownUseEmpty(kernel, program))
      kernel.erase();
}

/// Puts the best program in the place of the first one, with a note of what was
/// done, if the scheduler can make use of it.
LogicalResult Search::finish(State &best) {
  auto before = plan::estimateArena(program, options);
  auto after = plan::estimateArena(*best.program, options);
  if (failed(before) || failed(after))
    return failure();
  if (*after >= *before)
    return success();
  Builder builder(program.getContext());
  SmallVector<Attribute> values;
  if (auto known = program->getAttrOfType<ArrayAttr>(plan::kRecomputedAttr))
    llvm::append_range(values, known);
  int64_t saved = *before - *after;
  if (auto known = program->getAttrOfType<IntegerAttr>(plan::kSavedAttr))
    saved += known.getInt();
  for (auto [loc, type] : best.values)
    values.push_back(builder.getArrayAttr({loc, TypeAttr::get(type)}));
  dist::LocalProgramOp result = best.program.release();
  program->getBlock()->getOperations().insert(Block::iterator(program), result);
  result->setAttr(plan::kRecomputedAttr, builder.getArrayAttr(values));
  result->setAttr(plan::kSavedAttr, builder.getI64IntegerAttr(saved));
  removeUnused(result);
  program.erase();
  return success();
}

LogicalResult Search::run() {
  State state;
  state.program = cast<dist::LocalProgramOp>(program->clone());
  auto estimate = plan::estimateMemory(*state.program, options);
  if (failed(estimate))
    return failure();
  secondsBefore = estimate->seconds;
  budget = maxSlowdown * secondsBefore;
  int64_t bestPeak = estimate->peak.bytes;
  state.estimate = std::move(*estimate);
  std::optional<State> best;
  double bestSeconds = 0;
  while (takeStep(state)) {
    double moved = state.seconds - bestSeconds;
    int64_t saved = bestPeak - state.estimate.peak.bytes;
    if (saved <= 0 ||
        moved > plan::getMoveSeconds(kMaxBytesMoved * saved, options))
      continue;
    bestPeak = state.estimate.peak.bytes;
    bestSeconds = state.seconds;
    State copy;
    copy.program = cast<dist::LocalProgramOp>(state.program.get()->clone());
    copy.values = state.values;
    best = std::move(copy);
  }
  return best ? finish(*best) : success();
}

namespace {
struct Recompute : public mlir::shardwise::impl::RecomputePassBase<Recompute> {
  using RecomputePassBase::RecomputePassBase;

  void runOnOperation() override {
    SmallVector<dist::LocalProgramOp> programs(
        getOperation().getOps<dist::LocalProgramOp>());
    plan::SchedulePassOptions options;
    options.overlap = overlap;
    options.linkRate = linkRate;
    options.memoryRate = memoryRate;
    options.productRate = productRate;
    options.cutRows = cutRows;
    options.anyOrder = anyOrder;
    for (dist::LocalProgramOp program : programs)
      if (failed(Search(program, options, maxSlowdown).run()))
        return signalPassFailure();
  }
};
} // namespace
