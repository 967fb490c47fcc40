//===- MemoryEstimate.cpp - What a program will need ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "shardwise/Dialect/Plan/Transforms/MemoryEstimate.h"
#include "Lives.h"
#include "Overlap.h"

using namespace mlir;
using namespace mlir::shardwise;
using namespace mlir::shardwise::plan;

double plan::getMoveSeconds(double bytes, const SchedulePassOptions &options) {
  CostModel model(options);
  return model.getKernelSeconds(bytes) - model.launchSeconds;
}

double plan::getLaunchSeconds(const SchedulePassOptions &options) {
  return CostModel(options).launchSeconds;
}

FailureOr<int64_t> plan::estimateArena(dist::LocalProgramOp program,
                                       const SchedulePassOptions &options) {
  auto commands = arrangeCommands(program, options);
  if (failed(commands))
    return failure();
  AttentionWorkspaces attentions(options.anyOrder);
  Lives lives(program, attentions);
  lives.build(commands->nodes, commands->numPositions);
  return lives.arenaBytes;
}

FailureOr<MemoryEstimate>
plan::estimateMemory(dist::LocalProgramOp program,
                     const SchedulePassOptions &options) {
  auto commands = arrangeCommands(program, options);
  if (failed(commands))
    return failure();
  AttentionWorkspaces attentions(options.anyOrder);
  Lives lives(program, attentions);
  lives.build(commands->nodes, commands->numPositions, /*place=*/false);
  MemoryEstimate estimate;
  estimate.peak = lives.planner.getPeak(kAlignment);
  estimate.copiedBytes = lives.countCopiedBytes();
  estimate.seconds = commands->seconds;
  for (const CommandNode &node : commands->nodes)
    for (Operation *op : node.ops)
      estimate.positions[op] = node.position;
  lives.forEachTensor([&](Value tensor, unsigned value) {
    estimate.lives[tensor] = {lives.planner.getBegin(value),
                              lives.planner.getEnd(value)};
  });
  return estimate;
}
