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
//     in a warp    shuffles: 0+1, 2+3, ...; then pairs of those. Each lane of a
//                  pair adds the other's, which is the same sum; where order
//                  matters, the lower one does, and lane 0 tells all others
//     in a block   the warps' results through shared memory, where each thread
//                  adds them up in the same order, or as above if they are many
//
// Several values of one kind are spread over the lanes while they are combined,
// so that each step has half as many.
//
// Every reduction of a kernel has shared memory of its own, so that one barrier
// for each is enough: what is read after it is never written again, or in a
// loop not before another barrier.
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

/// Combines what the threads of a team have; all of them get the result. With
/// `turn`, 0 and 1 by turns where this is code of a loop, blocks leave what
/// they combine in different memory each time, so that one barrier is enough.
SmallVector<Value> combineTeam(ElementEmitter &emitter, gpu::GPUFuncOp function,
                               const ThreadPosition &position, bool isBlock,
                               ArrayRef<linalg::LinalgOp> group,
                               SmallVector<Value> values, Value turn = {});

/// Whether it does not matter which of two values of the group comes first.
bool isSymmetric(ArrayRef<linalg::LinalgOp> group);

/// Combines what lanes have whose numbers differ by multiples of `stride` below
/// `count`, both powers of two; all of them get the result. The group is
/// symmetric.
SmallVector<Value> combineLanes(ElementEmitter &emitter,
                                ArrayRef<linalg::LinalgOp> group,
                                SmallVector<Value> values, int64_t stride,
                                int64_t count = kWarp);

/// Combines the accumulators of a group of reductions with other ones.
SmallVector<Value> combineGroup(ElementEmitter &emitter,
                                ArrayRef<linalg::LinalgOp> group,
                                ValueRange inputs, ValueRange accumulators);

/// A buffer that the threads of a block share.
Value allocateShared(ElementEmitter &emitter, gpu::GPUFuncOp function,
                     int64_t size, Type type);

} // namespace mlir::shardwise

#endif // SHARDWISE_LIB_CONVERSION_KERNELSTOGPU_TEAMS_H
