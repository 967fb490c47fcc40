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

#include "ElementEmitter.h"
#include "KernelOps.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"

using namespace mlir;
using namespace mlir::shardwise;
using Indices = ElementEmitter::Indices;

/// Elements of a tile of accumulators: 2 KiB of f32, well inside the first
/// cache.
static constexpr int64_t kTile = 512;

namespace {
/// A result of the kernel.
struct Output {
  Value value;
  Value buffer;
  /// Whether a reduction or scatter must be there first.
  bool reduced;

  ArrayRef<int64_t> shape() const {
    return cast<RankedTensorType>(value.getType()).getShape();
  }
};

class KernelLowering {
public:
  KernelLowering(func::FuncOp kernel, func::FuncOp loops);
  void lower();

private:
  using Group = SmallVector<linalg::LinalgOp, 4>;

  void emitPointwise(ArrayRef<Output> outputs);
  void emitScatter(model::ScatterOp op, Value buffer);
  void emitReduced();
  void emitColumns(ArrayRef<Output> results);
  void emitRows(ArrayRef<Output> results);
  void reduceRow(const Group &group, ArrayRef<Value> index);
  void store(ArrayRef<Output> outputs, ArrayRef<Value> index);
  bool isUniform() const;
  void openLoops(ArrayRef<int64_t> shape, Indices &index);
  void closeLoops(ArrayRef<int64_t> shape);
  /// Results that are stored while the reductions' space is traversed.
  SmallVector<Output> takeFullOutputs();

  func::FuncOp kernel, loops;
  ElementEmitter emitter;
  SmallVector<Output> outputs;
  /// All reductions of the kernel, in order.
  Group reductions;
  DenseSet<Value> dependsOnReduction;
  /// Whether some reduction needs another one.
  bool nested = false;
  SmallVector<Output> full;
};
} // namespace

KernelLowering::KernelLowering(func::FuncOp kernel, func::FuncOp loops)
    : kernel(kernel), loops(loops), emitter(kernel, loops) {
  for (Operation &op : kernel.getBody().front().without_terminator()) {
    bool depends = llvm::any_of(op.getOperands(), [&](Value operand) {
      return dependsOnReduction.contains(operand);
    });
    if (linalg::LinalgOp reduction = getReduction(&op)) {
      nested |= depends;
      reductions.push_back(reduction);
      depends = true;
    }
    if (depends || isa<model::ScatterOp>(op))
      dependsOnReduction.insert(op.result_begin(), op.result_end());
  }
  auto terminator = kernel.getBody().front().getTerminator();
  unsigned numArguments = kernel.getNumArguments();
  for (auto [i, value] : llvm::enumerate(terminator->getOperands()))
    outputs.push_back({value, loops.getArgument(numArguments + i),
                       dependsOnReduction.contains(value)});
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
void KernelLowering::store(ArrayRef<Output> outputs, ArrayRef<Value> index) {
  SmallVector<Value> values;
  for (const Output &output : outputs)
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

void KernelLowering::emitPointwise(ArrayRef<Output> group) {
  ArrayRef<int64_t> shape = group.front().shape();
  Indices index;
  if (!computesByPosition(kernel)) {
    openLoops(shape, index);
    store(group, index);
    return closeLoops(shape);
  }
  emitter.setFlat();
  ReassociationIndices all = llvm::to_vector(llvm::seq<int64_t>(shape.size()));
  auto flatten = [&](Value memref) -> Value {
    if (cast<MemRefType>(memref.getType()).getRank() < 2)
      return memref;
    return memref::CollapseShapeOp::create(emitter.here(), memref.getLoc(),
                                           memref,
                                           ArrayRef<ReassociationIndices>(all));
  };
  for (Value argument : kernel.getArguments())
    emitter.setBuffer(argument, flatten(emitter.buffer(argument)));
  SmallVector<Output> flat(group);
  for (Output &output : flat)
    output.buffer = flatten(output.buffer);
  int64_t size = ShapedType::getNumElements(shape);
  openLoops(size, index);
  store(flat, index);
  closeLoops(size);
}

//===----------------------------------------------------------------------===//
// Scatter
//===----------------------------------------------------------------------===//

void KernelLowering::emitScatter(model::ScatterOp op, Value buffer) {
  auto type = cast<RankedTensorType>(op.getOperand().getType());
  ArrayRef<int64_t> shape = type.getShape();
  Indices copied;
  openLoops(shape, copied);
  store(Output{op.getOperand(), buffer, false}, copied);
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

/// Whether all reductions go over one space and none needs another.
bool KernelLowering::isUniform() const {
  if (nested)
    return false;
  linalg::LinalgOp first = reductions.front();
  return llvm::all_of(reductions, [&](linalg::LinalgOp op) {
    linalg::LinalgOp other = op;
    if (other.getStaticLoopRanges() != first.getStaticLoopRanges() ||
        other.getIteratorTypesArray() != first.getIteratorTypesArray())
      return false;
    for (OpOperand &init : other.getDpsInitsMutable())
      if (other.getMatchingIndexingMap(&init) !=
          first.getMatchingIndexingMap(first.getDpsInitOperand(0)))
        return false;
    return true;
  });
}

SmallVector<Output> KernelLowering::takeFullOutputs() {
  linalg::LinalgOp first = reductions.front();
  SmallVector<int64_t> ranges = first.getStaticLoopRanges();
  SmallVector<Output> taken;
  llvm::erase_if(outputs, [&](const Output &output) {
    if (output.reduced || output.shape() != ArrayRef(ranges))
      return false;
    taken.push_back(output);
    return true;
  });
  return taken;
}

/// Computes reductions of one space at an index of their results.
void KernelLowering::reduceRow(const Group &group, ArrayRef<Value> index) {
  emitter.reduceInLoops(group, index, [&](ArrayRef<Value> iteration) {
    if (!full.empty())
      store(full, iteration);
  });
}

void KernelLowering::emitRows(ArrayRef<Output> results) {
  Indices index;
  ArrayRef<int64_t> shape = results.front().shape();
  openLoops(shape, index);
  reduceRow(reductions, index);
  store(results, index);
  closeLoops(shape);
}

void KernelLowering::emitColumns(ArrayRef<Output> results) {
  linalg::LinalgOp first = reductions.front();
  OpBuilder &builder = emitter.here();
  Location loc = first.getLoc();
  ArrayRef<int64_t> shape = results.front().shape();
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
  SmallVector<int64_t> reduced;
  for (unsigned i = 0; i < fastest; ++i)
    if (!iteration[i]) {
      iteration[i] = emitter.openLoop(ranges[i]);
      reduced.push_back(ranges[i]);
    }
  column = openTile();
  iteration[fastest] = index.back();
  SmallVector<Value> next;
  for (auto [number, op] : llvm::enumerate(reductions)) {
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
  closeLoops(reduced);

  column = openTile();
  forEachTile([&](linalg::LinalgOp op, unsigned i, Value tile) {
    Value value = memref::LoadOp::create(emitter.here(), loc, tile, column);
    emitter.remember(op->getResult(i), index, emitter.finish(op, i, value));
  });
  store(results, index);
  closeTile();
  if (columns > width)
    emitter.closeLoop();
  closeLoops(shape.drop_back());
}

/// The results that need reductions, in one nest where they fit together.
void KernelLowering::emitReduced() {
  SmallVector<Output> results;
  for (const Output &output : outputs)
    if (output.reduced)
      results.push_back(output);
  ArrayRef<int64_t> kept =
      cast<RankedTensorType>(reductions.front()->getResult(0).getType())
          .getShape();
  bool together =
      isUniform() && llvm::all_of(results, [&](const Output &output) {
        return output.shape() == kept;
      });
  if (!together) {
    // Each result by itself; what it reduces is found when it is wanted.
    for (const Output &output : results)
      emitPointwise(output);
    return;
  }
  full = takeFullOutputs();
  // What has the results' shape is stored along with them.
  llvm::erase_if(outputs, [&](const Output &output) {
    if (output.reduced || output.shape() != kept)
      return false;
    results.push_back(output);
    return true;
  });
  linalg::LinalgOp first = reductions.front();
  AffineMap map = first.getMatchingIndexingMap(first.getDpsInitOperand(0));
  unsigned fastest = first.getNumLoops() - 1;
  bool keepsFastest =
      map.getNumResults() && map.getResult(map.getNumResults() - 1) ==
                                 getAffineDimExpr(fastest, first.getContext());
  if (keepsFastest && kept.back() > 1)
    emitColumns(results);
  else
    emitRows(results);
  full.clear();
}

void KernelLowering::lower() {
  bool hasReduced = false;
  for (const Output &output : outputs) {
    if (auto scatter = output.value.getDefiningOp<model::ScatterOp>())
      emitScatter(scatter, output.buffer);
    else
      hasReduced |= output.reduced;
  }
  llvm::erase_if(outputs, [](const Output &output) {
    return output.value.getDefiningOp<model::ScatterOp>();
  });
  if (hasReduced)
    emitReduced();
  // What is left goes by shape.
  llvm::MapVector<Attribute, SmallVector<Output>> byShape;
  Builder builder(kernel.getContext());
  for (const Output &output : outputs)
    if (!output.reduced)
      byShape[builder.getDenseI64ArrayAttr(output.shape())].push_back(output);
  for (auto &[shape, group] : byShape)
    emitPointwise(group);
}

LogicalResult mlir::shardwise::lowerKernelToLoops(func::FuncOp kernel,
                                                  Block *target) {
  if (failed(verifyKernel(kernel)))
    return failure();
  OpBuilder builder(kernel.getContext());
  builder.setInsertionPointToEnd(target);
  SmallVector<Type> types;
  auto addBuffer = [&](Type type) {
    auto tensor = cast<RankedTensorType>(type);
    types.push_back(
        MemRefType::get(tensor.getShape(), tensor.getElementType()));
  };
  llvm::for_each(kernel.getArgumentTypes(), addBuffer);
  llvm::for_each(kernel.getResultTypes(), addBuffer);
  types.push_back(builder.getIndexType());
  auto loops = func::FuncOp::create(builder, kernel.getLoc(), kernel.getName(),
                                    builder.getFunctionType(types, {}));
  loops->setAttr(kKernelAttr, builder.getUnitAttr());
  Block *entry = loops.addEntryBlock();
  builder.setInsertionPointToEnd(entry);
  func::ReturnOp::create(builder, kernel.getLoc());
  KernelLowering(kernel, loops).lower();
  return success();
}
