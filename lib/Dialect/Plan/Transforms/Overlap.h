//===- Overlap.h - Collectives beside the computation -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_DIALECT_PLAN_TRANSFORMS_OVERLAP_H
#define SHARDWISE_LIB_DIALECT_PLAN_TRANSFORMS_OVERLAP_H

#include "CommandTree.h"
#include "shardwise/Dialect/Plan/Transforms/CostModel.h"

namespace mlir::shardwise::plan {

/// How long a command takes.
double getSeconds(const CostModel &model, Operation *op);

/// Orders the commands of a block without loops so that collectives, on a
/// stream of their own, run beside commands that do not need them. `seconds` is
/// about how long that takes.
std::vector<CommandNode> overlapCommands(Block &block, const CostModel &model,
                                         double &seconds);

/// Commands in the order in which they run.
struct Arrangement {
  /// Numbered, and with the windows of collectives.
  std::vector<CommandNode> nodes;
  int64_t numPositions = 0;
  /// About how long they take; an iteration of each loop is not counted.
  double seconds = 0;
};

/// Arranges the commands of a program. Operations that have none are errors.
FailureOr<Arrangement> arrangeCommands(dist::LocalProgramOp program,
                                       const SchedulePassOptions &options);

/// Sets until when each collective on another stream may run: up to the command
/// that needs one of its results. `numPositions` is the end of the program.
void setWindows(std::vector<CommandNode> &nodes, int64_t numPositions);

} // namespace mlir::shardwise::plan

#endif // SHARDWISE_LIB_DIALECT_PLAN_TRANSFORMS_OVERLAP_H
