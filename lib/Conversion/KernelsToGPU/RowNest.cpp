//===- RowNest.cpp - Teams of threads that compute rows -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A team has a row. If each thread's share of it is small and all shares are
// equal, there is no loop: the share's elements are named one by one, so that
// the emitter knows them again after each reduction and they stay in registers.
// Memory is then read once, however many reductions there are:
//
//     x0 .. x15 = load          share of the thread
//     m = combine(max x0 .. x15)
//     e0 .. e15 = exp(x - m)
//     s = combine(e0 + .. + e15)
//     store e0 / s .. e15 / s
//
// Longer rows are gone through in loops, once for each reduction.
//
//===----------------------------------------------------------------------===//

#include "GPUNest.h"
#include "shardwise/Dialect/Plan/IR/Plan.h"

using namespace mlir;
using namespace mlir::shardwise;
using Indices = ElementEmitter::Indices;

/// The share of a row that a thread keeps in registers, in elements.
static constexpr int64_t kLargestShare = 32;
/// Lanes that are loaded in one iteration of a loop along a row.
static constexpr int64_t kUnroll = 4;

/// The largest lanes with which what all rows share is moved in whole accesses,
/// if a row needs more bytes of that than of its own.
static int64_t limitLanes(func::FuncOp kernel, ArrayRef<int64_t> shape) {
  int64_t own = 0, shared = 0, widest = 1;
  for (Type type : llvm::concat<const Type>(kernel.getArgumentTypes(),
                                            kernel.getResultTypes())) {
    auto tensor = cast<RankedTensorType>(type);
    int64_t bytes = plan::getElementByteSize(tensor);
    if (tensor.getNumElements() == ShapedType::getNumElements(shape)) {
      own += bytes;
    } else if (tensor.getNumElements() == shape.back()) {
      shared += bytes;
      widest = std::max(widest, bytes);
    }
  }
  return shared > own ? std::max<int64_t>(16 / widest, 1) : 16;
}

RowWalk::RowWalk(func::FuncOp kernel, ArrayRef<int64_t> shape, int64_t size,
                 int64_t last, int64_t team)
    : width(std::min(getLaneCount(kernel, shape), limitLanes(kernel, shape))),
      lanesPerIteration(1) {
  while (width > 1 && (last % width || size < width * team))
    width /= 2;
  int64_t lanes = size / width;
  isLoop = size % (team * width) || size / team > kLargestShare;
  if (!isLoop)
    lanesPerIteration = lanes / team;
  else if (lanes % (team * kUnroll) == 0)
    lanesPerIteration = kUnroll;
}

void GPUNest::reduce(ArrayRef<linalg::LinalgOp> group, ArrayRef<Value> index,
                     ArrayRef<KernelResult> full) {
  bool splits = llvm::none_of(group, [](linalg::LinalgOp op) {
    return getSplitting(op) == Splitting::None;
  });
  if (splits && !isDivergent()) {
    SmallVector<Value> values = reduceShare(group, index, full);
    return finish(group, index,
                  combineTeam(emitter, function, *position, teamIsBlock, group,
                              values, turn));
  }
  // Alone in its loops, or each thread of the team does the same.
  emitter.reduceInLoops(group, index, [&](ArrayRef<Value> iteration) {
    if (!full.empty())
      storeFull(full, results.getSpace(), Indices(iteration), 1);
  });
}

/// What reductions give for the thread's share of a row.
SmallVector<Value> GPUNest::reduceShare(ArrayRef<linalg::LinalgOp> group,
                                        ArrayRef<Value> index,
                                        ArrayRef<KernelResult> full) {
  ReducedSpace space(emitter, group, index);
  int64_t team = teamSize();
  SmallVector<Value> carried = startValues(group, index);
  auto takeLanes = [&](ArrayRef<Value> places, int64_t width) {
    SmallVector<Indices> all;
    for (Value place : places) {
      for (int64_t k = 0; k < width; ++k)
        carried = combine(group, space.at(emitter.plus(place, k)), carried);
      all.push_back(space.at(place));
    }
    if (!full.empty())
      storeFull(full, results.getSpace(), all, width);
  };
  if (space.isOrdered) {
    Value place = space.openRun(teamMember(), team, carried);
    divergent.insert(place.getParentBlock());
    takeLanes(place, 1);
    emitter.closeLoop(&carried);
  } else {
    RowWalk walk(kernel, space.ranges, space.size,
                 space.isFastest() ? space.sizes.back() : 1, team);
    int64_t stride = team * walk.width;
    Value place = emitter.mul(teamMember(), walk.width);
    if (walk.isLoop)
      place = openThreadLoop(place, space.size, stride * walk.lanesPerIteration,
                             &carried);
    emitter.assumeLanes(place, walk.width);
    SmallVector<Value> places;
    for (int64_t i = 0; i < walk.lanesPerIteration; ++i)
      places.push_back(emitter.plus(place, i * stride));
    takeLanes(places, walk.width);
    if (walk.isLoop)
      emitter.closeLoop(&carried);
  }
  return carried;
}

/// What a team computes for one row.
void GPUNest::emitRow(const Part &part, ArrayRef<Value> row, Value block) {
  ArrayRef<int64_t> shape = part.shape();
  if (part.together)
    reduce(results.getReductions(), row, part.full);
  storeOnce(part.perRow, row);
  if (part.prefix == shape.size())
    return storeOnce(part.outputs, row);
  ArrayRef<int64_t> inner = shape.drop_front(part.prefix);
  int64_t size = ShapedType::getNumElements(inner), team = teamSize();
  RowWalk walk(kernel, shape, size, inner.back(), team);
  auto indexOf = [&](Value place) {
    Indices index(row);
    llvm::append_range(index, emitter.delinearize(place, inner));
    return index;
  };
  bool isShared = part.prefix == 0 && part.blocks > 1;
  if (!walk.isLoop && !isShared) {
    Value place = emitter.mul(teamMember(), walk.width);
    emitter.assumeLanes(place, walk.width);
    SmallVector<Indices> places;
    for (int64_t i = 0; i < walk.lanesPerIteration; ++i)
      places.push_back(indexOf(emitter.plus(place, i * team * walk.width)));
    return store(part.outputs, places, walk.width);
  }
  Value member = teamMember();
  int64_t teams = isShared ? part.blocks : 1;
  if (isShared)
    member = emitter.add(emitter.mul(block, team), member);
  Value place = openThreadLoop(emitter.mul(member, walk.width), size,
                               teams * team * walk.width);
  emitter.assumeLanes(place, walk.width);
  store(part.outputs, indexOf(place), walk.width);
  emitter.closeLoop();
}

void GPUNest::emitRows(const Part &part, Value block) {
  ArrayRef<int64_t> kept = part.shape().take_front(part.prefix);
  int64_t rows = part.rows();
  // Several blocks for one row have nothing to divide but its elements.
  teamIsBlock = part.isBlock || part.blocks > rows;
  if (rows == 1) {
    Indices row(kept.size(), emitter.constant(0));
    if (teamIsBlock)
      return emitRow(part, row, block);
    // One warp of the block does it.
    emitter.openLoop(position->warp, emitter.constant(1),
                     emitter.constant(position->numWarps()), nullptr, false);
    emitter.stayInside();
    emitRow(part, row, block);
    return emitter.closeLoop();
  }
  if (teamIsBlock)
    return emitRow(part, emitter.delinearize(block, kept), block);
  Value number =
      emitter.add(emitter.mul(block, position->numWarps()), position->warp);
  Value row = emitter.openLoop(
      number, emitter.constant(rows),
      emitter.constant(part.blocks * position->numWarps()), nullptr, false);
  emitter.stayInside();
  emitRow(part, emitter.delinearize(row, kept), block);
  emitter.closeLoop();
}
