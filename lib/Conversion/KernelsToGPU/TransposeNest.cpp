//===- TransposeNest.cpp - Elements of operands that lie across -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Where the fastest dimension of an operand is another one than that of the
// result, one of them would be accessed in single elements. A block computes a
// square tile of the two dimensions instead:
//
//     operand  [.., l, f]     lanes along f  ->  tile in shared memory
//     barrier
//     result   [.., f, l]     elements of the tile, stored in lanes along l
//
// Rows of the tile are a little longer than needed, so that the accesses of a
// warp along either dimension fall into different banks.
//
//===----------------------------------------------------------------------===//

#include "Probe.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/IR/Matchers.h"
#include "mlir/IR/TypeUtilities.h"

using namespace mlir;
using namespace mlir::shardwise;
using Indices = ElementEmitter::Indices;

/// The side of a tile.
static constexpr int64_t kTile = 64;
/// Shared memory of a block, in bytes, less than what all GPUs have.
static constexpr int64_t kSharedBytes = 40 << 10;

/// The elements from one row of a tile to the next one: an odd number of words.
static int64_t getPitch(Value buffer) {
  return kTile + std::max<int64_t>(4 / getElementBytes(buffer), 1);
}

//===----------------------------------------------------------------------===//
// Which operands lie across
//===----------------------------------------------------------------------===//

/// The dimensions of the result that an operand is read at, if each index is
/// one, the last one is not the result's last, and that one is among them.
static std::optional<SmallVector<int64_t>>
findDimensions(const Probe &probe, ArrayRef<Value> index, int64_t last) {
  SmallVector<int64_t> dims;
  for (Value i : index) {
    std::optional<unsigned> dim = probe.getDimension(i);
    if (!dim && !matchPattern(i, m_Zero()))
      return std::nullopt;
    dims.push_back(dim ? int64_t(*dim) : -1);
  }
  if (dims.empty() || dims.back() < 0 || dims.back() == last ||
      !llvm::is_contained(dims, last))
    return std::nullopt;
  return dims;
}

void mlir::shardwise::findTransposes(GPUNest &nest, Part &part) {
  if (nest.flat || part.kind != Part::Elements)
    return;
  int64_t last = int64_t(part.shape().size()) - 1;
  if (last < 1 || part.shape()[last] % kTile)
    return;
  SmallVector<Across> found;
  int64_t bytes = 0;
  for (const KernelResult &output : part.outputs) {
    Probe probe(nest);
    probe.getEmitter().locate = [&](Value value, ArrayRef<Value> index) {
      auto dims = findDimensions(probe, index, last);
      if (!dims || !isa<BlockArgument>(value) ||
          part.shape()[dims->back()] % kTile ||
          isa<IndexType>(getElementTypeOrSelf(value)) ||
          llvm::any_of(found, [&](Across &other) {
            return other.dims.back() != dims->back() || other.value == value;
          }))
        return ElementEmitter::Place();
      Value buffer = nest.emitter.buffer(value);
      bytes += kTile * getPitch(buffer) * getElementBytes(buffer);
      if (bytes <= kSharedBytes)
        found.push_back({value, *dims});
      return ElementEmitter::Place();
    };
    probe.emit(output);
  }
  part.across = std::move(found);
}

int64_t mlir::shardwise::countTiles(const Part &part) {
  return part.size() / (kTile * kTile);
}

//===----------------------------------------------------------------------===//
// The threads
//===----------------------------------------------------------------------===//

namespace {
/// The lanes of a tile that a thread has: along one dimension, and in which
/// rows of the other one.
struct TileLanes {
  Value along;
  SmallVector<Value> rows;

  TileLanes(GPUNest &nest, int64_t width) {
    ElementEmitter &emitter = nest.emitter;
    int64_t perRow = kTile / width, step = nest.blockSize / perRow;
    Value thread = nest.position->thread;
    along = emitter.mul(emitter.remainder(thread, perRow), width);
    Value first = emitter.divide(thread, perRow);
    for (int64_t row = 0; row < kTile; row += step)
      rows.push_back(emitter.plus(first, row));
  }
};
} // namespace

/// The lanes that go into one access of an operand, such that the threads of a
/// block have equally many.
static int64_t getTileWidth(GPUNest &nest, int64_t wanted) {
  return std::min<int64_t>(wanted, kTile * kTile / nest.blockSize);
}

void GPUNest::emitTransposed(const Part &part, Value block) {
  ArrayRef<int64_t> shape = part.shape();
  int64_t last = shape.size() - 1, fast = part.across.front().dims.back();
  SmallVector<int64_t> grid(shape);
  grid[last] /= kTile;
  grid[fast] /= kTile;
  Indices corner = emitter.delinearize(block, grid);
  corner[last] = emitter.mul(corner[last], kTile);
  corner[fast] = emitter.mul(corner[fast], kTile);

  SmallVector<Value> tiles;
  for (const Across &operand : part.across) {
    Value buffer = emitter.buffer(operand.value);
    int64_t width = getTileWidth(*this, 16 / getElementBytes(buffer));
    int64_t pitch = getPitch(buffer);
    tiles.push_back(
        allocateShared(emitter, function, kTile * pitch,
                       cast<MemRefType>(buffer.getType()).getElementType()));
    TileLanes lanes(*this, width);
    Indices at(corner);
    at[fast] = emitter.add(corner[fast], lanes.along);
    emitter.assumeLanes(at[fast], width);
    for (Value row : lanes.rows) {
      at[last] = emitter.add(corner[last], row);
      Value place = emitter.add(emitter.mul(row, pitch), lanes.along);
      for (int64_t k = 0; k < width; ++k) {
        Indices index;
        for (int64_t dim : operand.dims)
          index.push_back(dim < 0       ? emitter.constant(0)
                          : dim == fast ? emitter.plus(at[fast], k)
                                        : at[dim]);
        Value element = emitter.element(operand.value, index);
        memref::StoreOp::create(emitter.here(), emitter.loc(), element,
                                tiles.back(),
                                ValueRange(emitter.plus(place, k)));
      }
    }
  }
  gpu::BarrierOp::create(emitter.here(), emitter.loc());

  int64_t width = getTileWidth(*this, getLaneCount(kernel, shape));
  TileLanes lanes(*this, width);
  Indices at(corner);
  at[last] = emitter.add(corner[last], lanes.along);
  emitter.assumeLanes(at[last], width);
  // Where in the tile the indices are that elements are asked for at.
  DenseMap<Value, Value> inTile;
  for (int64_t k = 0; k < width; ++k)
    inTile[emitter.plus(at[last], k)] = emitter.plus(lanes.along, k);
  SmallVector<Indices> places;
  for (Value row : lanes.rows) {
    at[fast] = emitter.add(corner[fast], row);
    inTile[at[fast]] = row;
    places.push_back(at);
  }
  emitter.locate = [&](Value value,
                       ArrayRef<Value> index) -> ElementEmitter::Place {
    for (auto [operand, tile] : llvm::zip(part.across, tiles)) {
      if (operand.value != value)
        continue;
      Value row, column;
      for (auto [dim, i] : llvm::zip(operand.dims, index)) {
        if (dim == last)
          row = inTile.lookup(i);
        else if (dim == fast)
          column = inTile.lookup(i);
        else if (dim >= 0 && i != corner[dim])
          return {};
      }
      if (!row || !column)
        return {};
      return {tile,
              {emitter.add(emitter.mul(row, getPitch(emitter.buffer(value))),
                           column)}};
    }
    return {};
  };
  store(part.outputs, places, width);
  emitter.locate = nullptr;
}
