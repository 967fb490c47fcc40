//===- PlanParts.cpp - Which blocks compute what --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Sorts the results of a kernel into parts, and chooses how many blocks of what
// size compute them, from the shapes alone.
//
//===----------------------------------------------------------------------===//

#include "Probe.h"

using namespace mlir;
using namespace mlir::shardwise;

/// Rows up to this length are computed by warps.
static constexpr int64_t kShortRow = 1024;
/// Rows that are fewer than this are computed by blocks already if they are not
/// quite short.
static constexpr int64_t kFewRows = kManyBlocks / 2;
/// The share of a row that a thread should have, in elements.
static constexpr int64_t kShare = 16;

//===----------------------------------------------------------------------===//
// Results to parts
//===----------------------------------------------------------------------===//

/// How many leading dimensions of an output its reductions depend on.
static unsigned findReductionDepth(GPUNest &nest, const KernelResult &output) {
  Probe probe(nest);
  unsigned depth = 0;
  ElementEmitter &emitter = probe.getEmitter();
  emitter.reduce = [&](linalg::LinalgOp op, ArrayRef<Value> index) {
    depth = std::max(depth, probe.getDepthHere());
    emitter.reduceInLoops(op, index, {});
  };
  probe.emit(output);
  return depth;
}

/// One part for all reductions, with what has their shape or that of their
/// space.
static void planTogether(GPUNest &nest, KernelResultList reduced,
                         SmallVector<Part> &parts) {
  const Reductions &reductions = nest.results.getReductions();
  Part part;
  part.outputs = std::move(reduced);
  part.full = nest.results.takeSpace();
  llvm::append_range(
      part.outputs, nest.results.takeShape(SmallVector<int64_t>(part.shape())));
  bool splits = llvm::none_of(reductions, [](linalg::LinalgOp op) {
    return getSplitting(op) == Splitting::None;
  });
  if (!splits) {
    // Each thread by itself.
    KernelResultList full = std::move(part.full);
    part.full.clear();
    parts.push_back(std::move(part));
    if (!full.empty())
      parts.push_back({Part::Elements, full});
    return;
  }
  part.prefix = part.shape().size();
  part.together = true;
  part.kind = nest.results.keepFastestDimension() ? Part::Columns : Part::Rows;
  parts.push_back(std::move(part));
}

/// Gives results of the reductions' space that need no reduction to those who
/// compute the rows, so that what both need is loaded once.
static void addFullResults(GPUNest &nest, MutableArrayRef<Part> parts) {
  SmallVector<int64_t> space = nest.results.getSpace();
  for (linalg::LinalgOp op : nest.results.getReductions())
    if (op.getStaticLoopRanges() != space)
      return;
  for (Part &part : parts) {
    bool isSpace = part.shape() == ArrayRef(space);
    bool isPerRow = part.prefix == part.shape().size() &&
                    part.shape() == ArrayRef(space).take_front(part.prefix);
    if (part.kind != Part::Rows || part.prefix == space.size() ||
        (!isSpace && !isPerRow))
      continue;
    KernelResultList full = nest.results.takeShape(space);
    if (full.empty())
      return;
    if (isPerRow)
      llvm::append_range(part.perRow, std::exchange(part.outputs, {}));
    llvm::append_range(part.outputs, full);
    return;
  }
}

/// Parts by shape; what they reduce is found when it is wanted.
static void planByShape(GPUNest &nest, ArrayRef<KernelResult> reduced,
                        SmallVector<Part> &parts) {
  SmallVector<Part> rows;
  for (const KernelResult &output : reduced) {
    Part *part = llvm::find_if(rows, [&](const Part &other) {
      return other.shape() == output.shape();
    });
    if (part == rows.end()) {
      rows.push_back({Part::Rows});
      part = &rows.back();
    }
    part->outputs.push_back(output);
    part->prefix = std::max(part->prefix, findReductionDepth(nest, output));
  }
  // Largest first; equal ones in the order of the results.
  auto order = llvm::to_vector(llvm::seq<size_t>(rows.size()));
  llvm::sort(order, [&](size_t a, size_t b) {
    return std::pair(-rows[a].size(), a) < std::pair(-rows[b].size(), b);
  });
  // What has one element for each row is stored by those who compute the row.
  size_t first = parts.size();
  for (size_t number : order) {
    Part &part = rows[number];
    auto own = MutableArrayRef<Part>(parts).drop_front(first);
    Part *host = llvm::find_if(own, [&](const Part &other) {
      return part.prefix <= other.prefix &&
             other.shape().take_front(other.prefix) == part.shape();
    });
    if (host == own.end())
      parts.push_back(part);
    else
      llvm::append_range(host->perRow, part.outputs);
  }
  addFullResults(nest, MutableArrayRef<Part>(parts).drop_front(first));
}

//===----------------------------------------------------------------------===//
// Sizes
//===----------------------------------------------------------------------===//

/// The size of blocks that compute rows such that threads have equal shares of
/// moderate size, or what goes well with loops.
static int64_t chooseRowBlock(int64_t length, int64_t width) {
  for (int64_t share : {kShare, 2 * kShare})
    for (int64_t size = 128; size <= 1024; size *= 2)
      if (length % (size * width) == 0 && length / size <= share)
        return size;
  return length >= 16384 ? 1024 : length >= 4096 ? 512 : 256;
}

/// Decides whether warps or blocks compute the rows of a part, and returns the
/// size of blocks that suits it.
static int64_t chooseTeam(GPUNest &nest, Part &part) {
  if (part.kind == Part::Columns)
    return chooseColumnBlock(nest);
  if (part.kind != Part::Rows)
    return 256;
  const Reductions &reductions = nest.results.getReductions();
  int64_t rows = part.rows(), length = part.size() / rows;
  SmallVector<int64_t> shape(part.shape());
  for (linalg::LinalgOp op : reductions)
    if (getReducedSize(op) > length) {
      length = getReducedSize(op);
      shape = op.getStaticLoopRanges();
    }
  part.isBlock = length > kShortRow || (length >= 4 * kWarp && rows < kFewRows);
  bool isShared = rows == 1 && part.perRow.empty() && part.size() > 1;
  if (!part.isBlock || isShared)
    return 256;
  return chooseRowBlock(length, getLaneCount(nest.kernel, shape));
}

/// The bytes of an element of the narrowest result.
static int64_t getNarrowestBytes(const Part &part) {
  int64_t bytes = 8;
  for (const KernelResult &output : part.outputs)
    bytes = std::min(bytes, getElementBytes(output.buffer));
  return bytes;
}

static int64_t countBlocks(GPUNest &nest, const Part &part) {
  int64_t blockSize = nest.blockSize;
  switch (part.kind) {
  case Part::Elements: {
    if (!part.across.empty())
      return countTiles(part);
    int64_t lane = getLaneCount(nest.kernel, part.shape());
    int64_t blocks = llvm::divideCeil(part.size(), blockSize * lane);
    // Several lanes for a thread where it moves little otherwise.
    for (int64_t bytes = lane * getNarrowestBytes(part);
         bytes < 16 && blocks % 2 == 0 && blocks > kManyBlocks &&
         part.size() % (blockSize * lane * blocks) == 0;
         bytes *= 2)
      blocks /= 2;
    return blocks;
  }
  case Part::Scatter:
    return std::min<int64_t>(llvm::divideCeil(part.size(), blockSize),
                             kManyBlocks);
  case Part::Columns: {
    const Reductions &reductions = nest.results.getReductions();
    unsigned numValues = 0;
    for (linalg::LinalgOp op : reductions)
      numValues += op.getNumDpsInits();
    ColumnShape shape(nest.kernel, reductions.front(), numValues, blockSize);
    return part.size() / part.shape().back() * shape.blocks;
  }
  case Part::RowRuns:
    return part.blocks;
  case Part::Rows:
    if (part.rows() == 1 && part.perRow.empty())
      // Each block computes the same reductions, and some of the elements.
      return std::clamp<int64_t>(part.size() / (16 * blockSize), 1,
                                 kManyBlocks);
    return part.isBlock ? part.rows()
                        : llvm::divideCeil(part.rows(), blockSize / kWarp);
  }
  llvm_unreachable("all kinds are handled");
}

SmallVector<Part> mlir::shardwise::planParts(GPUNest &nest) {
  SmallVector<Part> parts;
  for (const KernelResult &result : nest.results.takeScatters())
    parts.push_back({Part::Scatter, {result}});
  KernelResultList reduced = nest.results.takeReduced();
  int64_t blockSize = 0;
  if (std::optional<Part> runs = planRowRuns(nest, reduced, blockSize))
    parts.push_back(std::move(*runs));
  else if (!reduced.empty() && nest.results.areTogether(reduced))
    planTogether(nest, std::move(reduced), parts);
  else if (!reduced.empty())
    planByShape(nest, reduced, parts);
  for (KernelResultList &group : nest.results.takeByShape())
    parts.push_back({Part::Elements, std::move(group)});
  for (Part &part : parts) {
    findTransposes(nest, part);
    blockSize = std::max(blockSize, chooseTeam(nest, part));
  }
  if (nest.flat)
    flattenBuffers(nest.kernel, nest.emitter, parts.front().outputs);
  nest.setBlockSize(blockSize);
  for (Part &part : parts)
    part.blocks = countBlocks(nest, part);
  return parts;
}
