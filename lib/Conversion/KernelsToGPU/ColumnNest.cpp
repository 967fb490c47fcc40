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
  // Narrow strips where wide ones would leave multiprocessors idle, as long as
  // a row of a strip is worth an access of memory.
  while (across * width > 64 && strips * int64_t(count()) < kFewBlocks)
    across /= 2;
  down = blockSize / across;
  blocks = count();
}

/// The part of the tile that one block computes.
struct GPUNest::ColumnTile : public ColumnShape {
  /// The thread along the row and down the columns.
  Value x, y;
  /// The block's first column.
  Value first;
  int64_t columns;
  bool isExact;
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
  for (int64_t y = 1; y < tile.down; ++y)
    values = combineGroup(emitter, group, load(y), values);
  Indices at(index);
  at.back() = column;
  finish(group, at, values);
  store(part.outputs, at, 1);
  if (!tile.isExact)
    emitter.closeIf();
  emitter.closeLoop();
}

void GPUNest::emitColumns(const Part &part, Value block) {
  ArrayRef<linalg::LinalgOp> group = results.getReductions();
  ArrayRef<int64_t> kept = part.shape();
  SmallVector<Type> types;
  for (linalg::LinalgOp op : group)
    for (unsigned i = 0, e = op.getNumDpsInits(); i < e; ++i)
      types.push_back(getAccumulatorType(op, i));
  ColumnTile tile{ColumnShape(kernel, group.front(), types.size(), blockSize),
                  {},
                  {},
                  {},
                  kept.back(),
                  false};
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

  SmallVector<Value> shared;
  Value place = emitter.add(emitter.mul(tile.y, strip), tile.x);
  for (auto [i, type] : llvm::enumerate(types)) {
    shared.push_back(
        allocateShared(emitter, function, blockSize * tile.width, type));
    for (int64_t k = 0; k < tile.width; ++k)
      memref::StoreOp::create(emitter.here(), emitter.loc(),
                              run[k * types.size() + i], shared.back(),
                              ValueRange(emitter.plus(place, k * tile.across)));
  }
  gpu::BarrierOp::create(emitter.here(), emitter.loc());
  index.push_back({});
  emitColumnSums(part, tile, index, shared);
}
