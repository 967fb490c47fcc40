//===- MemoryEstimate.h - What a program will need --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the scheduler would decide about a program, without writing the plan:
// for passes that run before it and change a program for the sake of memory.
// The order of commands and the lives of values are those of the scheduler
// itself.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_DIALECT_PLAN_TRANSFORMS_MEMORYESTIMATE_H
#define SHARDWISE_DIALECT_PLAN_TRANSFORMS_MEMORYESTIMATE_H

#include "shardwise/Dialect/Dist/IR/Dist.h"
#include "shardwise/Dialect/Plan/Transforms/MemoryPlanner.h"
#include "shardwise/Dialect/Plan/Transforms/Passes.h"

namespace mlir::shardwise::plan {

/// When a tensor lives, in positions of the schedule; both ends are included.
struct Life {
  int64_t begin = 0, end = 0;
};

struct MemoryEstimate {
  /// The most bytes of the arena that live at one time, and when.
  MemoryPeak peak;
  /// The bytes that are copied because values could not be made in place.
  int64_t copiedBytes = 0;
  /// About how long all commands take, with what runs side by side.
  double seconds = 0;
  /// Where each command of the program's own block runs.
  DenseMap<Operation *, int64_t> positions;
  /// The lives of tensors; reshapes have none of their own.
  DenseMap<Value, Life> lives;
};

/// Looks at a program that `plan-schedule` could take; if it could not, the
/// problem is diagnosed.
FailureOr<MemoryEstimate> estimateMemory(dist::LocalProgramOp program,
                                         const SchedulePassOptions &options);

/// The size of the arena that the scheduler would plan.
FailureOr<int64_t> estimateArena(dist::LocalProgramOp program,
                                 const SchedulePassOptions &options);

/// The tensor whose memory a tensor is: itself, or what it is a reshape of.
Value getRoot(Value value);

/// About how long a kernel takes that moves so many bytes, without its launch.
double getMoveSeconds(double bytes, const SchedulePassOptions &options);

/// About how long it takes at least to launch a kernel.
double getLaunchSeconds(const SchedulePassOptions &options);

} // namespace mlir::shardwise::plan

#endif // SHARDWISE_DIALECT_PLAN_TRANSFORMS_MEMORYESTIMATE_H
