//===- LoopNests.cpp - The loops of a kernel ------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Chooses the loops in which the results of a kernel are computed; the element
// emitter fills them. There are three forms:
//
//   pointwise   results of one shape together, one loop per dimension, or one
//               loop over all elements where nothing depends on the shape
//   rows        reductions whose fastest dimension is reduced: for each element
//               of the result, loops that carry the accumulators
//   columns     reductions that keep the fastest dimension: the result in
//   tiles,
//               for each a buffer of accumulators, the loops that reduce, and
//               innermost the loop along the tile, so that memory is read in
//               order and the loop vectorizes
//
// Reductions over the same space share a nest, and results that have the
// space's full shape are stored on the way. A scatter copies its operand and
// then goes through the updates in order.
//
//===----------------------------------------------------------------------===//

#include "KernelOps.h"
#include "KernelResults.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"

using namespace mlir;
using namespace mlir::shardwise;
using Indices = ElementEmitter::Indices;

/// Elements of a tile of accumulators: 2 KiB of f32, well inside the first
/// cache.
static constexpr int64_t kTile = 512;

namespace {
class KernelLowering {
public:
  KernelLowering(func::FuncOp kernel, func::FuncOp loops);
  void lower();

private:
  void emitPointwise(KernelResultList group);
  void emitScatter(model::ScatterOp op, Value buffer);
  void emitReduced();
  void emitColumns(ArrayRef<KernelResult> results);
  void emitRows(ArrayRef<KernelResult> results);
  void reduceRow(ArrayRef<linalg::LinalgOp> group, ArrayRef<Value> index);
  void store(ArrayRef<KernelResult> results, ArrayRef<Value> index);
  void openLoops(ArrayRef<int64_t> shape, Indices &index);
  void closeLoops(ArrayRef<int64_t> shape);

  func::FuncOp kernel;
  ElementEmitter emitter;
  KernelResults results;
  /// Results that are stored while the reductions' space is traversed.
  KernelResultList full;
};
} // namespace

KernelLowering::KernelLowering(func::FuncOp kernel, func::FuncOp loops)
    : kernel(kernel), emitter(kernel, loops), results(kernel, loops) {
  emitter.reduce = [this](linalg::LinalgOp op, ArrayRef<Value> index) {
    reduceRow({op}, index);
  };
}

//===----------------------------------------------------------------------===//
// Helpers
//===----------------------------------------------------------------------===//

void KernelLowering::openLoops(ArrayRef<int64_t> shape, Indices &index) {
  for (int64_t size : shape)
    index.push_back(emitter.openLoop(size));
}

void KernelLowering::closeLoops(ArrayRef<int64_t> shape) {
  for (int64_t size : shape)
    if (size != 1)
      emitter.closeLoop();
}

/// All values first, then all stores: a result may lie in an argument's buffer.
void KernelLowering::store(ArrayRef<KernelResult> outputs,
                           ArrayRef<Value> index) {
  SmallVector<Value> values;
  for (const KernelResult &output : outputs)
    values.push_back(emitter.element(output.value, index));
  for (auto [output, value] : llvm::zip(outputs, values)) {
    ValueRange at = index;
    OpBuilder &builder = emitter.here();
    memref::StoreOp::create(builder, value.getLoc(), value, output.buffer, at);
  }
}

//===----------------------------------------------------------------------===//
// Pointwise results
//===----------------------------------------------------------------------===//

void KernelLowering::emitPointwise(KernelResultList group) {
  ArrayRef<int64_t> shape = group.front().shape();
  int64_t size = group.front().size();
  Indices index;
  if (computesByPosition(kernel)) {
    flattenBuffers(kernel, emitter, group);
    shape = size;
  }
  openLoops(shape, index);
  store(group, index);
  closeLoops(shape);
}

//===----------------------------------------------------------------------===//
// Scatter
//===----------------------------------------------------------------------===//

void KernelLowering::emitScatter(model::ScatterOp op, Value buffer) {
  auto type = cast<RankedTensorType>(op.getOperand().getType());
  ArrayRef<int64_t> shape = type.getShape();
  Indices copied;
  openLoops(shape, copied);
  store(KernelResult{op.getOperand(), buffer}, copied);
  closeLoops(shape);

  auto updates = cast<RankedTensorType>(op.getUpdates().getType());
  ArrayRef<int64_t> windowDims = op.getUpdateWindowDims();
  Indices index, batch;
  for (int64_t i = 0, e = updates.getRank(); i < e; ++i) {
    bool window = llvm::is_contained(windowDims, i);
    index.push_back(emitter.openLoop(updates.getDimSize(i), nullptr,
                                     /*independent=*/window));
    if (!window)
      batch.push_back(index.back());
  }
  Indices target(shape.size());
  unsigned next = 0;
  for (unsigned i = 0, e = shape.size(); i < e; ++i)
    target[i] = llvm::is_contained(op.getInsertedWindowDims(), int64_t(i))
                    ? emitter.constant(0)
                    : index[windowDims[next++]];
  Value isInside;
  for (auto [k, dim] : llvm::enumerate(op.getScatterDimsToOperandDims())) {
    batch.push_back(emitter.constant(k));
    Value number = emitter.element(op.getIndices(), batch);
    batch.pop_back();
    OpBuilder &builder = emitter.here();
    Value start = toIndex(builder, op.getLoc(), number);
    if (!op.getLowerBounds().empty()) {
      Value lower = emitter.scalar(op.getLowerBounds()[k]);
      start = arith::SubIOp::create(emitter.here(), op.getLoc(), start, lower);
    }
    target[dim] = emitter.add(target[dim], start);
    Value fits = emitter.inside(target[dim], shape[dim]);
    isInside = isInside ? Value(arith::AndIOp::create(
                              emitter.here(), op.getLoc(), isInside, fits))
                        : fits;
  }
  Value update = emitter.element(op.getUpdates(), index);
  OpBuilder &builder = emitter.here();
  OpBuilder::InsertionGuard guard(builder);
  if (isInside) {
    auto branch = scf::IfOp::create(builder, op.getLoc(), isInside, false);
    builder.setInsertionPointToStart(branch.thenBlock());
  }
  emitUpdate(builder, emitter, op, update, buffer, target);
  closeLoops(updates.getShape());
}

//===----------------------------------------------------------------------===//
// Reductions
//===----------------------------------------------------------------------===//

/// Computes reductions of one space at an index of their results.
void KernelLowering::reduceRow(ArrayRef<linalg::LinalgOp> group,
                               ArrayRef<Value> index) {
  emitter.reduceInLoops(group, index, [&](ArrayRef<Value> iteration) {
    if (!full.empty())
      store(full, iteration);
  });
}

void KernelLowering::emitRows(ArrayRef<KernelResult> reduced) {
  Indices index;
  ArrayRef<int64_t> shape = reduced.front().shape();
  openLoops(shape, index);
  reduceRow(results.getReductions(), index);
  store(reduced, index);
  closeLoops(shape);
}

void KernelLowering::emitColumns(ArrayRef<KernelResult> reduced) {
  ArrayRef<linalg::LinalgOp> reductions = results.getReductions();
  linalg::LinalgOp first = reductions.front();
  OpBuilder &builder = emitter.here();
  Location loc = first.getLoc();
  ArrayRef<int64_t> shape = reduced.front().shape();
  int64_t columns = shape.back(), width = std::min(columns, kTile);
  SmallVector<Value> tiles;
  for (linalg::LinalgOp op : reductions)
    for (unsigned i = 0, e = op.getNumDpsInits(); i < e; ++i)
      tiles.push_back(emitter.scratch(width, getAccumulatorType(op, i)));

  Indices index;
  openLoops(shape.drop_back(), index);
  Value start = emitter.constant(0), end = emitter.constant(width);
  if (columns > width) {
    start = emitter.openLoop(emitter.constant(0), emitter.constant(columns),
                             emitter.constant(width), nullptr, true);
    Value all = emitter.constant(columns);
    Value rest = arith::SubIOp::create(emitter.here(), loc, all, start);
    end = arith::MinSIOp::create(builder, loc, rest, end);
  }
  auto openTile = [&]() {
    Value column = emitter.openLoop(emitter.constant(0), end,
                                    emitter.constant(1), nullptr, true);
    index.push_back(emitter.add(start, column));
    return column;
  };
  auto closeTile = [&] {
    emitter.closeLoop();
    index.pop_back();
  };
  /// Calls a function with each result of a reduction and its accumulators.
  auto forEachTile = [&](auto function) {
    unsigned next = 0;
    for (linalg::LinalgOp op : reductions)
      for (unsigned i = 0, e = op.getNumDpsInits(); i < e; ++i)
        function(op, i, tiles[next++]);
  };

  Value column = openTile();
  forEachTile([&](linalg::LinalgOp op, unsigned i, Value tile) {
    Value initial = emitter.initial(op, i, index);
    memref::StoreOp::create(emitter.here(), loc, initial, tile, column);
  });
  closeTile();

  SmallVector<int64_t> ranges = first.getStaticLoopRanges();
  Indices iteration = ElementEmitter::iterationOf(first, index);
  unsigned fastest = iteration.size() - 1;
  SmallVector<int64_t> outer;
  for (unsigned i = 0; i < fastest; ++i)
    if (!iteration[i]) {
      iteration[i] = emitter.openLoop(ranges[i]);
      outer.push_back(ranges[i]);
    }
  column = openTile();
  iteration[fastest] = index.back();
  SmallVector<Value> next;
  for (linalg::LinalgOp op : reductions) {
    SmallVector<Value> old;
    for (unsigned i = 0, e = op.getNumDpsInits(); i < e; ++i)
      old.push_back(memref::LoadOp::create(emitter.here(), loc,
                                           tiles[next.size() + i], column));
    llvm::append_range(next, emitter.combine(op, iteration, old));
  }
  for (auto [tile, value] : llvm::zip(tiles, next))
    memref::StoreOp::create(emitter.here(), loc, value, tile, column);
  if (!full.empty())
    store(full, iteration);
  closeTile();
  closeLoops(outer);

  column = openTile();
  forEachTile([&](linalg::LinalgOp op, unsigned i, Value tile) {
    Value value = memref::LoadOp::create(emitter.here(), loc, tile, column);
    emitter.remember(op->getResult(i), index, emitter.finish(op, i, value));
  });
  store(reduced, index);
  closeTile();
  if (columns > width)
    emitter.closeLoop();
  closeLoops(shape.drop_back());
}

/// The results that need reductions, in one nest where they fit together.
void KernelLowering::emitReduced() {
  KernelResultList reduced = results.takeReduced();
  if (reduced.empty())
    return;
  if (!results.areTogether(reduced)) {
    // Each result by itself; what it reduces is found when it is wanted.
    for (const KernelResult &result : reduced)
      emitPointwise({result});
    return;
  }
  // What has the shape of the space or of the results is stored along.
  full = results.takeShape(results.getSpace());
  llvm::append_range(reduced, results.takeShape(reduced.front().shape()));
  if (results.keepFastestDimension())
    emitColumns(reduced);
  else
    emitRows(reduced);
  full.clear();
}

void KernelLowering::lower() {
  for (const KernelResult &result : results.takeScatters())
    emitScatter(result.value.getDefiningOp<model::ScatterOp>(), result.buffer);
  emitReduced();
  for (const KernelResultList &group : results.takeByShape())
    emitPointwise(group);
}

LogicalResult mlir::shardwise::lowerKernelToLoops(func::FuncOp kernel,
                                                  Block *target) {
  if (failed(verifyKernel(kernel)))
    return failure();
  OpBuilder builder(kernel.getContext());
  builder.setInsertionPointToEnd(target);
  auto loops =
      func::FuncOp::create(builder, kernel.getLoc(), kernel.getName(),
                           builder.getFunctionType(getBufferTypes(kernel), {}));
  loops->setAttr(kKernelAttr, builder.getUnitAttr());
  Block *entry = loops.addEntryBlock();
  builder.setInsertionPointToEnd(entry);
  func::ReturnOp::create(builder, kernel.getLoc());
  KernelLowering(kernel, loops).lower();
  return success();
}
