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
/// stream of their own, run beside commands that do not need them.
std::vector<CommandNode> overlapCommands(Block &block, const CostModel &model);

/// Sets until when each collective on another stream may run: up to the command
/// that needs one of its results. `numPositions` is the end of the program.
void setWindows(std::vector<CommandNode> &nodes, int64_t numPositions);

} // namespace mlir::shardwise::plan

#endif // SHARDWISE_LIB_DIALECT_PLAN_TRANSFORMS_OVERLAP_H
