//===- RowRuns.cpp - Rows that a block computes in runs -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RowRuns.h"
#include "GPUNest.h"

using namespace mlir;
using namespace mlir::shardwise;

/// The sums that a thread keeps at most: with more, registers keep a second
/// block from running beside the first.
static constexpr int64_t kLargestShare = 16;

size_t mlir::shardwise::countJoinedDims(ArrayRef<int64_t> space,
                                        ArrayRef<int64_t> shape) {
  size_t begin = 0;
  for (int64_t size : shape) {
    int64_t product = 1;
    while (begin < space.size() && product < size)
      product *= space[begin++];
    if (product != size)
      return 0;
  }
  return begin;
}

bool mlir::shardwise::keepsLastDimension(linalg::ReduceOp op) {
  auto linalgOp = cast<linalg::LinalgOp>(op.getOperation());
  return op.getNumDpsInits() == 1 && getSplitting(linalgOp) == Splitting::Any &&
         !llvm::is_contained(op.getDimensions(), linalgOp.getNumLoops() - 1);
}

bool mlir::shardwise::keepsOnlyLastDimension(linalg::ReduceOp op) {
  auto linalgOp = cast<linalg::LinalgOp>(op.getOperation());
  return keepsLastDimension(op) &&
         op.getDimensions().size() + 1 == linalgOp.getNumLoops();
}

bool mlir::shardwise::isRowReduction(linalg::LinalgOp op,
                                     ArrayRef<int64_t> space) {
  auto reduce = dyn_cast<linalg::ReduceOp>(op.getOperation());
  SmallVector<int64_t> ranges = op.getStaticLoopRanges();
  return reduce && getSplitting(op) == Splitting::Any &&
         reduce.getDimensions() == ArrayRef<int64_t>(ranges.size() - 1) &&
         countJoinedDims(space, ranges) == space.size() &&
         ranges.back() == space.back();
}

std::optional<int64_t> mlir::shardwise::chooseRunBlock(func::FuncOp kernel,
                                                       ArrayRef<int64_t> space,
                                                       int64_t numSums) {
  int64_t columns = space.back(), width = getLaneCount(kernel, space);
  for (int64_t size = 256; size <= 512; size *= 2)
    if (columns % (size * width) == 0 &&
        columns / size * numSums <= kLargestShare)
      return size;
  return std::nullopt;
}
