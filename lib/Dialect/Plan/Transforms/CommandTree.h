//===- CommandTree.h - The commands of a program, ordered -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the scheduler works on: the commands in their final order, collectives
// that take place together in one command, loops with their own lists.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_DIALECT_PLAN_TRANSFORMS_COMMANDTREE_H
#define SHARDWISE_LIB_DIALECT_PLAN_TRANSFORMS_COMMANDTREE_H

#include "mlir/Dialect/SCF/IR/SCF.h"
#include "shardwise/Dialect/Plan/IR/Plan.h"
#include "shardwise/Dialect/Plan/Transforms/MemoryEstimate.h"
#include <vector>

namespace mlir::shardwise::plan {

/// A command, with its positions in the schedule. Positions of commands are
/// even; what is copied right after one has the odd position that follows.
struct CommandNode {
  explicit CommandNode(ArrayRef<Operation *> ops) : ops(ops) {}

  /// One operation, or the members of a group of collectives.
  SmallVector<Operation *, 1> ops;
  /// The lists of a loop.
  std::vector<CommandNode> before, body;

  /// Where the command runs; of a loop, where it begins.
  int64_t position = 0;
  /// The stream that it runs on. On another one than 0 it may run up to
  /// `windowEnd`, beside the commands in between.
  int64_t stream = 0, windowEnd = 0;
  /// Of a product and of the collective right behind it: by how many rows they
  /// go together, part by part; empty if each is done whole. See CutSums.h.
  SmallVector<int64_t, 4> rows;
  /// Of a loop: where its condition is read; where carried values are saved,
  /// and where they are replaced, at the end of its body.
  int64_t conditionPosition = 0, savePosition = 0, endPosition = 0;
};

/// What collectives must have in common to take place together: the kind and
/// the atoms that move.
struct GroupKey {
  CollectiveKind kind;
  uint32_t atoms;
  bool operator==(const GroupKey &other) const {
    return kind == other.kind && atoms == other.atoms;
  }
};
GroupKey getKey(dist::CollectiveInterface op);

/// Whether a collective makes its result no larger, and may wait for others.
bool isReduction(CollectiveKind kind);

/// Whether an operation has no command: it declares, names, or reshapes.
bool isSilent(Operation *op);

/// The loop condition's tensor: what the extracted flag is an element of, or
/// null.
Value getConditionTensor(scf::WhileOp loop);

/// Orders the commands of a block. Operations that have none are errors.
FailureOr<std::vector<CommandNode>> orderCommands(Block &block);

/// Numbers all commands from `next` on; returns the next free position.
int64_t numberCommands(std::vector<CommandNode> &nodes, int64_t next);

} // namespace mlir::shardwise::plan

#endif // SHARDWISE_LIB_DIALECT_PLAN_TRANSFORMS_COMMANDTREE_H
