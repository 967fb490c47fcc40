//===- Lives.h - Where the values of a program live -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Turns ordered commands into the planner's values: which SSA values are one
// memory by construction, when each lives, what may be done in place, and what
// must be copied when.
//
// A named tensor has two lives in one memory: the value before the step, until
// its last read, and the value after it, from its assignment on. A carried
// value of a loop has two as well: inside, from the begin of the loop to its
// last use in an iteration, and after the loop. What an iteration yields lives
// from where it is made to the end of the body, where the next life begins;
// between the last use and that the memory is free.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_DIALECT_PLAN_TRANSFORMS_LIVES_H
#define SHARDWISE_LIB_DIALECT_PLAN_TRANSFORMS_LIVES_H

#include "AttentionWorkspaces.h"
#include "CommandTree.h"
#include "shardwise/Dialect/Plan/Transforms/MemoryPlanner.h"
#include "llvm/ADT/MapVector.h"

namespace mlir::shardwise::plan {

/// A copy at a position; needless if both are in one class.
struct PlannedCopy {
  unsigned from, to;
  RankedTensorType type;
  Location loc;
};

class Lives {
public:
  Lives(dist::LocalProgramOp program, const AttentionWorkspaces &attentions)
      : attentions(attentions), program(program) {}

  /// Finds all lives, merges what can share memory and, if wanted, places the
  /// rest.
  void build(const std::vector<CommandNode> &nodes, int64_t numPositions,
             bool place = true);

  /// The planner's number of the memory that a tensor is in.
  unsigned getValue(Value tensor) const { return valueOf.at(getRoot(tensor)); }
  /// The shard or constant whose memory the value's class is, or null.
  Operation *getOwner(unsigned value) const {
    return ownerOfClass.lookup(planner.getClass(value));
  }
  /// The planner's number of an attention's workspace.
  unsigned getWorkspace(Operation *attention) const {
    return workspaces.lookup(attention);
  }
  bool isSameMemory(unsigned a, unsigned b) const {
    return planner.getClass(a) == planner.getClass(b);
  }
  ArrayRef<PlannedCopy> getCopies(int64_t position) const {
    auto it = copies.find(position);
    return it == copies.end() ? ArrayRef<PlannedCopy>() : it->second;
  }

  /// The bytes that all copies move.
  int64_t countCopiedBytes() const;
  /// Calls a function with each tensor that is no reshape, and its value.
  void forEachTensor(function_ref<void(Value, unsigned)> function) const {
    for (auto [tensor, value] : valueOf)
      function(tensor, value);
  }

  const AttentionWorkspaces &attentions;
  MemoryPlanner planner;
  int64_t arenaBytes = 0;
  /// Where variables that are read late are saved, and where they are assigned.
  int64_t savePosition = 0, finalPosition = 0;

private:
  /// A loop, or the program itself (number 0).
  struct Scope {
    int parent;
    int64_t end;
  };
  /// A named tensor: its lives before and after the step.
  struct Storage {
    unsigned before;
    model::AssignOp assign;
  };

  unsigned addValue(Value tensor, int64_t position, int scope);
  unsigned addValue(Type type, int64_t position, int scope);
  void use(unsigned value, int64_t position, int scope);
  void useOperands(Operation *op, int64_t position, int scope);
  void addCopy(int64_t position, unsigned from, unsigned to, Value tensor);

  void addStorages();
  void addConstants();
  void visit(const std::vector<CommandNode> &nodes, int scope);
  void visitCommand(Operation *op, int64_t position, int scope);
  void visitCollective(Operation *op, const CommandNode &node, int scope);
  void reduceInPlace();
  void visitLoop(const CommandNode &node, int scope);
  void forward(const CommandNode &node, int inner, int scope);
  void yield(const CommandNode &node, int inner);
  void addInPlace(func::CallOp call);
  void addWorkspace(Operation *op, int64_t position, int scope);
  void assignStorages();
  void assignFromStorage(dist::ShardOp shard, Storage &storage, unsigned value);
  void assignValue(dist::ShardOp shard, Storage &storage, unsigned value);
  void merge();

  dist::LocalProgramOp program;
  SymbolTable symbols{program};
  DenseMap<Value, unsigned> valueOf;
  DenseMap<Operation *, unsigned> workspaces;
  SmallVector<Scope> scopes;
  /// The scope of each planner value.
  SmallVector<int> scopeOf;
  /// Where copies of a value may be made: right after it, or, of a collective's
  /// result, at the end of its window.
  DenseMap<unsigned, int64_t> windowEnds;
  /// Reductions on other streams: what they take, what they make, and from when
  /// until when.
  struct Reduction {
    unsigned from, to;
    int64_t position, windowEnd;
  };
  SmallVector<Reduction> reductions;
  llvm::MapVector<Operation *, Storage> storages;
  /// The shard whose life before the step a value is.
  DenseMap<unsigned, Operation *> storageOf;
  /// For the inner life of a carried value, the one after the loop.
  DenseMap<unsigned, unsigned> outerLife;
  /// Pairs to merge, by how much depends on them.
  SmallVector<std::pair<unsigned, unsigned>> assignMerges, loopMerges, opMerges;
  DenseMap<int64_t, SmallVector<PlannedCopy>> copies;
  /// Shards and constants, by a value in their memory.
  SmallVector<std::pair<unsigned, Operation *>> owners;
  DenseMap<unsigned, Operation *> ownerOfClass;
};

} // namespace mlir::shardwise::plan

#endif // SHARDWISE_LIB_DIALECT_PLAN_TRANSFORMS_LIVES_H
