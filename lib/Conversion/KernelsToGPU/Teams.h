//===- Teams.h - Threads that compute a row together ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A team is a warp or a block. Its threads each reduce a part of a row; then
// the parts are combined in the order of the threads, so that the result does
// not depend on which thread is faster:
//
//     in a warp      shuffles: 0+1, 2+3, ...; then pairs of those. Each lane of
//     a
//                    pair adds the other's, which is the same sum; where order
//                    matters, the lower one does, and lane 0 tells all others
//     in a block     the warps' results through shared memory, where each
//     thread
//                    adds them up in the same order, or as above if they are
//                    many
//
// Every reduction of a kernel has shared memory of its own, and a block
// computes one row only: what is read after the barrier is never written again,
// and one barrier for each reduction is enough.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_CONVERSION_KERNELSTOGPU_TEAMS_H
#define SHARDWISE_LIB_CONVERSION_KERNELSTOGPU_TEAMS_H

#include "../KernelsToLoops/ElementEmitter.h"
#include "mlir/Dialect/GPU/IR/GPUDialect.h"

namespace mlir::shardwise {

inline constexpr int64_t kWarp = 32;

/// How a reduction can be split into parts.
enum class Splitting {
  /// Not at all: its elements must be combined one after another.
  None,
  /// Into runs of neighbouring elements.
  Ordered,
  /// In any way.
  Any
};

/// Says how the parts of a reduction that begins anew in each part can be
/// combined to the whole.
Splitting getSplitting(linalg::LinalgOp op);

/// Where a thread is in its block.
struct ThreadPosition {
  /// The number of the thread in the block, of its warp, and in its warp.
  Value thread, warp, lane;
  int64_t blockSize;

  ThreadPosition(ElementEmitter &emitter, int64_t blockSize);
  int64_t numWarps() const { return blockSize / kWarp; }
};

/// Combines what the threads of a team have; all of them get the result.
SmallVector<Value> combineTeam(ElementEmitter &emitter, gpu::GPUFuncOp function,
                               const ThreadPosition &position, bool isBlock,
                               ArrayRef<linalg::LinalgOp> group,
                               SmallVector<Value> values);

/// Combines the accumulators of a group of reductions with other ones.
SmallVector<Value> combineGroup(ElementEmitter &emitter,
                                ArrayRef<linalg::LinalgOp> group,
                                ValueRange inputs, ValueRange accumulators);

/// A buffer that the threads of a block share.
Value allocateShared(ElementEmitter &emitter, gpu::GPUFuncOp function,
                     int64_t size, Type type);

} // namespace mlir::shardwise

#endif // SHARDWISE_LIB_CONVERSION_KERNELSTOGPU_TEAMS_H
