//===- ColumnNest.cpp - Threads that reduce columns -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A block has a strip of neighbouring columns:
//
//     thread (y, x)    goes down the columns of lane x, in every row y, y +
//                      down, ..., or in a run of rows where order matters
//     warp             combines what its lanes have of the same columns, by
//                      shuffles, unless order matters
//     barrier
//     thread c         combines the parts of column c, in the order of y
//
//===----------------------------------------------------------------------===//

#include "GPUNest.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"

using namespace mlir;
using namespace mlir::shardwise;
using Indices = ElementEmitter::Indices;

/// Rows that are loaded in one iteration: with more, registers keep blocks that
/// compute much from running side by side.
static constexpr int64_t kUnroll = 2;
/// Shared memory of a block, in bytes, less than what all GPUs have.
static constexpr int64_t kSharedBytes = 32 << 10;
/// Blocks that a large GPU has at work at once.
static constexpr int64_t kFewBlocks = 264;

/// Lanes along a row whose access is worth it: 128 bytes.
static constexpr int64_t kFewLanes = 8;
/// The size of blocks, and the largest one.
static constexpr int64_t kBlock = 256, kLargestBlock = 1024;

ColumnShape::ColumnShape(func::FuncOp kernel, linalg::LinalgOp op,
                         unsigned numValues, int64_t blockSize) {
  SmallVector<int64_t> ranges = op.getStaticLoopRanges();
  int64_t columns = ranges.back();
  int64_t strips =
      ShapedType::getNumElements(ranges) / getReducedSize(op) / columns;
  width = getLaneCount(kernel, ranges);
  while (width > 1 && (columns % width ||
                       blockSize * width * numValues * 8 > 2 * kSharedBytes))
    width /= 2;
  across = kWarp;
  auto count = [&] { return llvm::divideCeil(columns, across * width); };
  while (across > 1 && across * width >= 2 * columns)
    across /= 2;
  // Narrow strips where wide ones would leave multiprocessors idle.
  while (across > kFewLanes && strips * int64_t(count()) < kFewBlocks)
    across /= 2;
  down = blockSize / across;
  blocks = count();
  numBlocks = strips * blocks;
}

/// The accumulators of the group.
static SmallVector<Type> getTypes(ArrayRef<linalg::LinalgOp> group) {
  SmallVector<Type> types;
  for (linalg::LinalgOp op : group)
    for (unsigned i = 0, e = op.getNumDpsInits(); i < e; ++i)
      types.push_back(getAccumulatorType(op, i));
  return types;
}

/// Where few blocks reduce, as for the parts of a reduction, large ones load
/// all of a column at once.
int64_t mlir::shardwise::chooseColumnBlock(GPUNest &nest) {
  ArrayRef<linalg::LinalgOp> group = nest.results.getReductions();
  linalg::LinalgOp first = group.front();
  int64_t size = kBlock;
  for (; size < kLargestBlock; size *= 2) {
    ColumnShape shape(nest.kernel, first, getTypes(group).size(), size);
    if (!isSymmetric(group) || shape.numBlocks > kFewBlocks ||
        2 * shape.down > getReducedSize(first))
      break;
  }
  return size;
}

/// The part of the tile that one block computes.
struct GPUNest::ColumnTile : public ColumnShape {
  /// The thread along the row and down the columns.
  Value x, y;
  /// The block's first column.
  Value first;
  int64_t columns;
  bool isExact;
  /// The parts of a column that meet in shared memory: one for each thread down
  /// the column, or for each warp.
  int64_t numParts;
};

/// What a thread combines of its columns, column by column for each value.
SmallVector<Value> GPUNest::emitColumnRun(const Part &part,
                                          const ColumnTile &tile,
                                          ArrayRef<Value> index) {
  ArrayRef<linalg::LinalgOp> group = results.getReductions();
  ReducedSpace space(emitter, group, index);
  SmallVector<Value> carried;
  for (int64_t k = 0; k < tile.width; ++k) {
    Indices at(index);
    at.back() = emitter.plus(index.back(), k);
    llvm::append_range(carried, startValues(group, at));
  }
  int64_t unroll = 1;
  Value row;
  if (space.isOrdered) {
    row = space.openRun(tile.y, tile.down, carried);
  } else {
    if (space.size % (tile.down * kUnroll) == 0)
      unroll = kUnroll;
    row = emitter.openLoop(tile.y, emitter.constant(space.size),
                           emitter.constant(tile.down * unroll), &carried,
                           /*independent=*/false);
  }
  SmallVector<Indices> places;
  unsigned numValues = carried.size() / tile.width;
  for (int64_t i = 0; i < unroll; ++i) {
    places.push_back(space.at(emitter.plus(row, i * tile.down)));
    Indices iteration(places.back());
    SmallVector<Value> next;
    for (int64_t k = 0; k < tile.width; ++k) {
      iteration.back() = emitter.plus(places.back().back(), k);
      llvm::append_range(
          next, combine(group, iteration,
                        ArrayRef(carried).slice(k * numValues, numValues)));
    }
    carried = next;
  }
  if (!part.full.empty())
    storeFull(part.full, results.getSpace(), places, tile.width);
  emitter.closeLoop(&carried);
  return carried;
}

/// Combines what the threads of each column have, and stores the results.
void GPUNest::emitColumnSums(const Part &part, const ColumnTile &tile,
                             ArrayRef<Value> index, ArrayRef<Value> shared) {
  ArrayRef<linalg::LinalgOp> group = results.getReductions();
  int64_t strip = tile.across * tile.width;
  Value number = openThreadLoop(position->thread, strip, blockSize);
  // Column k of lane x stands at k * across + x, so that the lanes of a warp
  // are neighbours in shared memory.
  Value x = emitter.remainder(number, tile.across);
  Value k = emitter.divide(number, tile.across);
  Value column =
      emitter.add(emitter.add(emitter.mul(x, tile.width), k), tile.first);
  if (!tile.isExact) {
    emitter.openIf(emitter.inside(column, tile.columns));
    emitter.stayInside();
  }
  auto load = [&](int64_t y) {
    Value place = emitter.plus(number, y * strip);
    return llvm::map_to_vector(shared, [&](Value buffer) -> Value {
      return memref::LoadOp::create(emitter.here(), emitter.loc(), buffer,
                                    place);
    });
  };
  SmallVector<Value> values = load(0);
  for (int64_t y = 1; y < tile.numParts; ++y)
    values = combineGroup(emitter, group, load(y), values);
  Indices at(index);
  at.back() = column;
  finish(group, at, values);
  store(part.outputs, at, 1);
  if (!tile.isExact)
    emitter.closeIf();
  emitter.closeLoop();
}

/// Lets warps combine what lanes of the same columns have, and leaves the parts
/// in shared memory.
SmallVector<Value> GPUNest::shareColumns(const ColumnTile &tile,
                                         ArrayRef<Type> types,
                                         SmallVector<Value> run) {
  ArrayRef<linalg::LinalgOp> group = results.getReductions();
  int64_t strip = tile.across * tile.width;
  Value part = tile.y;
  bool isByWarp = tile.numParts < tile.down;
  if (isByWarp) {
    SmallVector<Value> combined;
    for (int64_t k = 0; k < tile.width; ++k)
      llvm::append_range(combined,
                         combineLanes(emitter, group,
                                      llvm::to_vector(ArrayRef(run).slice(
                                          k * types.size(), types.size())),
                                      tile.across));
    run = std::move(combined);
    part = position->warp;
  }
  SmallVector<Value> shared;
  for (Type type : types)
    shared.push_back(
        allocateShared(emitter, function, tile.numParts * strip, type));
  if (isByWarp)
    emitter.openIf(emitter.inside(position->lane, tile.across));
  Value place = emitter.add(emitter.mul(part, strip), tile.x);
  for (auto [i, buffer] : llvm::enumerate(shared))
    for (int64_t k = 0; k < tile.width; ++k)
      memref::StoreOp::create(emitter.here(), emitter.loc(),
                              run[k * types.size() + i], buffer,
                              ValueRange(emitter.plus(place, k * tile.across)));
  if (isByWarp)
    emitter.closeIf();
  gpu::BarrierOp::create(emitter.here(), emitter.loc());
  return shared;
}

void GPUNest::emitColumns(const Part &part, Value block) {
  ArrayRef<linalg::LinalgOp> group = results.getReductions();
  ArrayRef<int64_t> kept = part.shape();
  SmallVector<Type> types = getTypes(group);
  ColumnTile tile{ColumnShape(kernel, group.front(), types.size(), blockSize),
                  {},
                  {},
                  {},
                  kept.back(),
                  false,
                  0};
  tile.numParts = isSymmetric(group) ? std::min(tile.down, position->numWarps())
                                     : tile.down;
  tile.x = emitter.remainder(position->thread, tile.across);
  tile.y = emitter.divide(position->thread, tile.across);
  int64_t strip = tile.across * tile.width;
  tile.isExact = tile.columns % strip == 0;
  Indices index =
      emitter.delinearize(emitter.divide(block, tile.blocks), kept.drop_back());
  tile.first = emitter.mul(emitter.remainder(block, tile.blocks), strip);
  index.push_back(emitter.add(tile.first, emitter.mul(tile.x, tile.width)));

  SmallVector<Value> values;
  if (!tile.isExact) {
    // A loop of one iteration at most, which carries something in any case.
    for (int64_t k = 0; k < tile.width; ++k)
      for (Type type : types)
        values.push_back(arith::ConstantOp::create(
            emitter.here(), emitter.loc(), emitter.here().getZeroAttr(type)));
    index.back() =
        openThreadLoop(index.back(), tile.columns, tile.columns, &values);
  }
  emitter.assumeLanes(index.back(), tile.width);
  SmallVector<Value> run = emitColumnRun(part, tile, index);
  if (!tile.isExact)
    emitter.closeLoop(&run);
  index.pop_back();

  SmallVector<Value> shared = shareColumns(tile, types, std::move(run));
  index.push_back({});
  emitColumnSums(part, tile, index, shared);
}
