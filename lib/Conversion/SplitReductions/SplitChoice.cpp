//===- SplitChoice.cpp - Where a reduction is split -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SplitChoice.h"
#include "../KernelsToLoops/KernelResults.h"

using namespace mlir;
using namespace mlir::shardwise;

/// Blocks that a large GPU should have at least.
static constexpr int64_t kBlocks = 528;
/// Columns that a block has at most.
static constexpr int64_t kStrip = 256;
/// The least that a part reduces: rows of a strip, or elements of a row.
static constexpr int64_t kLeastRows = 64, kLeastElements = 8192;
/// Runs of rows: how many there should be, at least and at most, and the least
/// number of rows.
static constexpr int64_t kRuns = 256, kFewestRuns = 192, kMostRuns = 264;
static constexpr int64_t kShortestRun = 4;

static bool isReduced(linalg::LinalgOp op, int64_t dim) {
  return op.getIteratorTypesArray()[dim] == utils::IteratorType::reduction;
}

/// How many parts a reduction should have, or 1.
static int64_t countParts(linalg::LinalgOp op) {
  SmallVector<int64_t> ranges = op.getStaticLoopRanges();
  int64_t reduced = getReducedSize(op), last = ranges.size() - 1;
  int64_t kept = ShapedType::getNumElements(ranges) / reduced;
  bool isColumns = !isReduced(op, last) && ranges[last] > 1;
  int64_t blocks = kept, most = reduced / kLeastElements;
  if (isColumns) {
    blocks = kept / ranges[last] * llvm::divideCeil(ranges[last], kStrip);
    most = reduced / kLeastRows;
  }
  return std::max<int64_t>(
      std::min<int64_t>(llvm::divideCeil(kBlocks, blocks), most), 1);
}

/// The divisor of `size` to make about as many parts as wanted, or 1.
static int64_t findDivisor(int64_t size, int64_t wanted) {
  for (int64_t divisor = std::max<int64_t>(wanted * 7 / 10, 2);
       divisor <= 3 * wanted && divisor < size; ++divisor)
    if (size % divisor == 0)
      return divisor;
  return 1;
}

/// Divides the reduced dimensions into about as many parts as wanted: each has
/// neighbours, or if `interleaves` what is as far apart as there are parts of
/// the dimension.
static std::optional<Split> divide(linalg::LinalgOp op, int64_t wanted,
                                   bool interleaves = false) {
  int64_t parts = 1;
  if (wanted < 2)
    return std::nullopt;
  Split split;
  for (auto [dim, size] : llvm::enumerate(op.getStaticLoopRanges())) {
    ReassociationIndices &group = split.groups.emplace_back();
    auto add = [&](int64_t size) {
      group.push_back(split.shape.size());
      split.shape.push_back(size);
    };
    int64_t place = split.shape.size() - split.first.size();
    if (!isReduced(op, dim)) {
      add(size);
      continue;
    }
    int64_t missing = llvm::divideCeil(wanted, parts);
    int64_t own = size <= missing ? size : 1;
    if (own == 1 && missing > 1)
      own = findDivisor(size, missing);
    auto addParts = [&] {
      if (own == 1 && size != 1)
        return;
      split.second.push_back(place);
      add(own);
      parts *= own;
    };
    auto addRest = [&] {
      if (own == size)
        return;
      // Nothing outside of this dimension's rest is divided any more.
      wanted = 1;
      split.first.push_back(split.shape.size());
      add(size / own);
    };
    if (interleaves)
      addRest();
    addParts();
    if (!interleaves)
      addRest();
  }
  if (parts == 1 || split.first.empty())
    return std::nullopt;
  return split;
}

std::optional<Split> mlir::shardwise::chooseSplit(linalg::LinalgOp op) {
  return divide(op, countParts(op));
}

std::optional<Split> mlir::shardwise::chooseRuns(linalg::LinalgOp op) {
  // Blocks are at neighbouring rows at any time, which is faster than if each
  // went down rows of its own that follow each other.
  std::optional<Split> split = divide(op, kRuns, /*interleaves=*/true);
  if (!split)
    return std::nullopt;
  int64_t rows = 1;
  for (int64_t dim : split->first)
    rows *= split->shape[dim];
  int64_t runs = getReducedSize(op) / rows;
  bool isOneWave = runs >= kFewestRuns && runs <= kMostRuns;
  return isOneWave && rows >= kShortestRun ? split : std::nullopt;
}
