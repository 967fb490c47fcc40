//===- GPUNest.cpp - What the threads of all kernels share ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "GPUNest.h"
#include "../KernelsToLoops/KernelOps.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "shardwise/Conversion/KernelsToGPU.h"
#include "shardwise/Dialect/Plan/IR/Plan.h"

using namespace mlir;
using namespace mlir::shardwise;
using Indices = ElementEmitter::Indices;

/// The largest grid that can be launched.
static constexpr int64_t kMaxGrid = (int64_t(1) << 31) - 1;

GPUNest::GPUNest(func::FuncOp kernel, gpu::GPUFuncOp function)
    : kernel(kernel), function(function), emitter(kernel, function),
      results(kernel, function), flat(computesByPosition(kernel)) {
  emitter.reduce = [this](linalg::LinalgOp op, ArrayRef<Value> index) {
    reduce(results.getCompanions(op), index, {});
  };
}

void GPUNest::setBlockSize(int64_t size) {
  blockSize = size;
  position.emplace(emitter, size);
}

void GPUNest::emit(const Part &part, Value block) {
  emitter.stayInside();
  switch (part.kind) {
  case Part::Elements:
    return emitElements(part, block);
  case Part::Rows:
    return emitRows(part, block);
  case Part::RowRuns:
    return emitRowRun(part, block);
  case Part::Columns:
    return emitColumns(part, block);
  case Part::Scatter:
    return emitScatter(part, block);
  }
}

ReducedSpace::ReducedSpace(ElementEmitter &emitter,
                           ArrayRef<linalg::LinalgOp> group,
                           ArrayRef<Value> index)
    : emitter(emitter), fixed(emitter.iterationOf(group.front(), index)) {
  ranges = linalg::LinalgOp(group.front()).getStaticLoopRanges();
  for (unsigned i = 0, e = fixed.size(); i < e; ++i)
    if (!fixed[i]) {
      dims.push_back(i);
      sizes.push_back(ranges[i]);
    }
  size = ShapedType::getNumElements(sizes);
  isOrdered = llvm::any_of(group, [](linalg::LinalgOp op) {
    return getSplitting(op) == Splitting::Ordered;
  });
}

Indices ReducedSpace::at(Value place) const {
  Indices iteration(fixed);
  for (auto [dim, value] : llvm::zip(dims, emitter.delinearize(place, sizes)))
    iteration[dim] = value;
  return iteration;
}

Value ReducedSpace::openRun(Value member, int64_t count,
                            SmallVectorImpl<Value> &carried) const {
  int64_t run = llvm::divideCeil(size, count);
  Value lower = emitter.mul(member, run);
  Value upper = emitter.lesser(emitter.add(lower, emitter.constant(run)),
                               emitter.constant(size));
  return emitter.openLoop(lower, upper, emitter.constant(1), &carried,
                          /*independent=*/false);
}

int64_t mlir::shardwise::getElementBytes(Value value) {
  return plan::getElementByteSize(cast<ShapedType>(value.getType()));
}

int64_t mlir::shardwise::getLaneCount(func::FuncOp kernel,
                                      ArrayRef<int64_t> shape) {
  if (shape.empty())
    return 1;
  int64_t size = ShapedType::getNumElements(shape), bytes = 1;
  auto widen = [&](Value value) {
    auto tensor = cast<RankedTensorType>(value.getType());
    if (tensor.getNumElements() >= size)
      bytes = std::max(bytes, plan::getElementByteSize(tensor));
  };
  Block &body = kernel.getBody().front();
  llvm::for_each(body.getArguments(), widen);
  llvm::for_each(body.getTerminator()->getOperands(), widen);
  int64_t width = std::min<int64_t>(16 / bytes, 8);
  while ((computesByPosition(kernel) ? size : shape.back()) % width)
    width /= 2;
  return width;
}

//===----------------------------------------------------------------------===//
// Loops
//===----------------------------------------------------------------------===//

Value GPUNest::openThreadLoop(Value lower, int64_t upper, int64_t step,
                              SmallVectorImpl<Value> *carried) {
  Value index =
      emitter.openLoop(lower, emitter.constant(upper), emitter.constant(step),
                       carried, /*independent=*/false);
  divergent.insert(index.getParentBlock());
  return index;
}

bool GPUNest::isDivergent() {
  Block *block = emitter.here().getInsertionBlock();
  for (; block; block = block->getParentOp()->getBlock()) {
    if (divergent.contains(block))
      return true;
    if (isa<gpu::GPUFuncOp>(block->getParentOp()))
      return false;
  }
  return false;
}

//===----------------------------------------------------------------------===//
// Stores
//===----------------------------------------------------------------------===//

/// Stores elements that are neighbours from `index` on, as few accesses.
static void storeLanes(ElementEmitter &emitter, const KernelResult &output,
                       ArrayRef<Value> index, ArrayRef<Value> values) {
  Location loc = output.value.getLoc();
  auto type = cast<MemRefType>(output.buffer.getType());
  if (type.getRank() == 0)
    index = {};
  int64_t count =
      index.empty()
          ? 1
          : std::min<int64_t>(emitter.laneCount(output.buffer, index.back()),
                              values.size());
  Indices at(index);
  for (size_t k = 0; k < values.size(); k += count) {
    if (k)
      at.back() = emitter.plus(index.back(), k);
    if (count == 1) {
      memref::StoreOp::create(emitter.here(), loc, values[k], output.buffer,
                              at);
      continue;
    }
    auto vector = VectorType::get({count}, type.getElementType());
    Value all = vector::FromElementsOp::create(emitter.here(), loc, vector,
                                               values.slice(k, count));
    vector::StoreOp::create(emitter.here(), loc, all, output.buffer, at);
  }
}

SmallVector<Value> GPUNest::evaluate(const KernelResult &result,
                                     ArrayRef<Indices> places, int64_t width) {
  SmallVector<Value> values;
  for (const Indices &place : places) {
    Indices at(place);
    for (int64_t k = 0; k < width; ++k) {
      if (k)
        at.back() = emitter.plus(place.back(), k);
      values.push_back(emitter.element(result.value, at));
    }
  }
  return values;
}

/// All values first, then all stores: a result may lie in an argument's buffer.
void GPUNest::store(ArrayRef<KernelResult> outputs, ArrayRef<Indices> places,
                    int64_t width) {
  SmallVector<Value> values;
  for (const Indices &place : places)
    for (const KernelResult &output : outputs)
      llvm::append_range(values, evaluate(output, place, width));
  ArrayRef<Value> rest = values;
  for (const Indices &place : places)
    for (const KernelResult &output : outputs) {
      storeLanes(emitter, output, place, rest.take_front(width));
      rest = rest.drop_front(width);
    }
}

void GPUNest::storeFull(ArrayRef<KernelResult> full, ArrayRef<int64_t> space,
                        ArrayRef<Indices> iterations, int64_t width) {
  auto join = [&](const KernelResult &result) {
    return llvm::map_to_vector(iterations, [&](const Indices &it) {
      return joinIndex(emitter, it, space, result.shape());
    });
  };
  SmallVector<Value> values;
  for (const KernelResult &result : full)
    llvm::append_range(values, evaluate(result, join(result), width));
  ArrayRef<Value> rest = values;
  for (const KernelResult &result : full)
    for (const Indices &place : join(result)) {
      storeLanes(emitter, result, place, rest.take_front(width));
      rest = rest.drop_front(width);
    }
}

/// Stores what all threads of the team have.
void GPUNest::storeOnce(ArrayRef<KernelResult> outputs, ArrayRef<Value> index) {
  if (outputs.empty())
    return;
  SmallVector<Value> values;
  for (const KernelResult &output : outputs)
    values.push_back(emitter.element(output.value, index));
  emitter.openIf(emitter.compare(arith::CmpIPredicate::eq, teamMember(),
                                 emitter.constant(0)));
  for (auto [output, value] : llvm::zip(outputs, values))
    memref::StoreOp::create(emitter.here(), value.getLoc(), value,
                            output.buffer, index);
  emitter.closeIf();
}

//===----------------------------------------------------------------------===//
// Accumulators
//===----------------------------------------------------------------------===//

SmallVector<Value> GPUNest::startValues(ArrayRef<linalg::LinalgOp> group,
                                        ArrayRef<Value> index) {
  SmallVector<Value> values;
  for (linalg::LinalgOp op : group)
    for (unsigned i = 0, e = op.getNumDpsInits(); i < e; ++i)
      values.push_back(emitter.initial(op, i, index));
  return values;
}

SmallVector<Value> GPUNest::combine(ArrayRef<linalg::LinalgOp> group,
                                    ArrayRef<Value> iteration,
                                    ValueRange values) {
  SmallVector<Value> next;
  for (linalg::LinalgOp op : group)
    llvm::append_range(
        next, emitter.combine(op, iteration,
                              values.slice(next.size(), op.getNumDpsInits())));
  return next;
}

void GPUNest::finish(ArrayRef<linalg::LinalgOp> group, ArrayRef<Value> index,
                     ValueRange values) {
  unsigned next = 0;
  for (linalg::LinalgOp op : group)
    for (unsigned i = 0, e = op.getNumDpsInits(); i < e; ++i)
      emitter.remember(op->getResult(i), index,
                       emitter.finish(op, i, values[next++]));
}

//===----------------------------------------------------------------------===//
// The kernel
//===----------------------------------------------------------------------===//

/// Emits the parts; each has the blocks after those of the parts before.
static void emitParts(GPUNest &nest, ArrayRef<Part> parts) {
  ElementEmitter &emitter = nest.emitter;
  Value block =
      gpu::BlockIdOp::create(emitter.here(), emitter.loc(), gpu::Dimension::x);
  if (parts.size() == 1)
    return nest.emit(parts.front(), block);
  int64_t start = 0;
  for (const Part &part : parts) {
    Location loc = emitter.loc();
    Value first = emitter.constant(start);
    Value local = arith::SubIOp::create(emitter.here(), loc, block, first);
    // Blocks of parts before are large as unsigned numbers.
    emitter.openIf(emitter.inside(local, part.blocks));
    local = arith::SubIOp::create(emitter.here(), loc, block, first);
    nest.emit(part, local);
    emitter.leaveScopes();
    emitter.closeIf();
    start += part.blocks;
  }
}

/// A function without code for the kernel.
static gpu::GPUFuncOp createFunction(func::FuncOp kernel,
                                     gpu::GPUModuleOp target) {
  OpBuilder builder = OpBuilder::atBlockEnd(target.getBody());
  auto function = gpu::GPUFuncOp::create(
      builder, kernel.getLoc(), kernel.getName(),
      builder.getFunctionType(getBufferTypes(kernel), {}));
  function->setAttr(gpu::GPUDialect::getKernelFuncAttrName(),
                    builder.getUnitAttr());
  function->setAttr(kNumArgumentsAttr,
                    builder.getI64IntegerAttr(kernel.getNumArguments()));
  if (Attribute pairs = kernel->getAttr(kInPlaceAttr))
    function->setAttr(kInPlaceAttr, pairs);
  builder.setInsertionPointToEnd(&function.getBody().front());
  gpu::ReturnOp::create(builder, kernel.getLoc());
  return function;
}

LogicalResult mlir::shardwise::lowerKernelToGPU(func::FuncOp kernel,
                                                gpu::GPUModuleOp target) {
  if (failed(verifyKernel(kernel)))
    return failure();
  gpu::GPUFuncOp function = createFunction(kernel, target);
  GPUNest nest(kernel, function);
  SmallVector<Part> parts = planParts(nest);
  if (kernel->hasAttr(kRowRunsAttr) && parts.front().kind != Part::RowRuns)
    return kernel.emitOpError("has rows and sums of their columns that cannot "
                              "be computed in one run");
  int64_t numBlocks = 0;
  for (const Part &part : parts)
    numBlocks += part.blocks;
  if (numBlocks > kMaxGrid)
    return kernel.emitOpError("needs ")
           << numBlocks << " blocks; a grid has at most " << kMaxGrid;
  emitParts(nest, parts);
  if (int64_t count = parts.front().leastBlocks)
    function->setAttr(kLeastBlocksAttr,
                      OpBuilder(kernel).getI32IntegerAttr(count));
  Builder builder(kernel.getContext());
  auto dimensions = [&](int64_t size) {
    return builder.getDenseI32ArrayAttr({int32_t(size), 1, 1});
  };
  function.setKnownBlockSizeAttr(dimensions(nest.blockSize));
  function.setKnownGridSizeAttr(dimensions(numBlocks));
  return success();
}
