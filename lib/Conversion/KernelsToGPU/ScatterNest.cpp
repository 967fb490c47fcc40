//===- ScatterNest.cpp - Threads that apply updates in order --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Dimensions of the operand that indices choose a place in are cut into runs;
// a thread has a run at one place of the other dimensions. It copies the
// operand there, and takes the updates that fall into the run.
//
//===----------------------------------------------------------------------===//

#include "../KernelsToLoops/KernelOps.h"
#include "GPUNest.h"

using namespace mlir;
using namespace mlir::shardwise;
using Indices = ElementEmitter::Indices;

void GPUNest::emitScatter(const Part &part, Value block) {
  const KernelResult &output = part.outputs.front();
  auto op = output.value.getDefiningOp<model::ScatterOp>();
  Location loc = op.getLoc();
  ArrayRef<int64_t> shape = output.shape();
  auto updates = cast<RankedTensorType>(op.getUpdates().getType());
  ArrayRef<int64_t> windowDims = op.getUpdateWindowDims();
  auto isScattered = [&](int64_t dim) {
    return llvm::is_contained(op.getScatterDimsToOperandDims(), dim);
  };
  SmallVector<int64_t> chosen, other;
  for (auto [i, size] : llvm::enumerate(shape))
    (isScattered(i) ? chosen : other).push_back(size);
  int64_t numChosen = ShapedType::getNumElements(chosen);
  int64_t numOther = ShapedType::getNumElements(other);
  int64_t threads = part.blocks * blockSize;
  int64_t numRuns = std::clamp<int64_t>(threads / numOther, 1, numChosen);
  int64_t run = llvm::divideCeil(numChosen, numRuns);
  numRuns = llvm::divideCeil(numChosen, run);

  Value number = emitter.add(emitter.mul(block, blockSize), position->thread);
  number = openThreadLoop(number, numRuns * numOther, threads);
  Value lower = emitter.mul(emitter.divide(number, numOther), run);
  Indices fixed =
      emitter.delinearize(emitter.remainder(number, numOther), other);
  Value upper = emitter.lesser(emitter.add(lower, emitter.constant(run)),
                               emitter.constant(numChosen));
  auto indexAt = [&](ArrayRef<Value> chosenIndex) {
    Indices index;
    unsigned nextChosen = 0, nextOther = 0;
    for (unsigned i = 0, e = shape.size(); i < e; ++i)
      index.push_back(isScattered(i) ? chosenIndex[nextChosen++]
                                     : fixed[nextOther++]);
    return index;
  };
  Value copied = emitter.openLoop(lower, upper, emitter.constant(1), nullptr,
                                  /*independent=*/false);
  store(KernelResult{op.getOperand(), output.buffer},
        indexAt(emitter.delinearize(copied, chosen)), 1);
  emitter.closeLoop();

  // Which dimension of the operand each dimension of the updates moves in.
  SmallVector<int64_t> operandDims;
  for (unsigned i = 0, e = shape.size(); i < e; ++i)
    if (!llvm::is_contained(op.getInsertedWindowDims(), int64_t(i)))
      operandDims.push_back(i);
  Indices index, batch, target(shape.size(), emitter.constant(0));
  SmallVector<int64_t> looped;
  Value isInside;
  auto require = [&](Value condition) {
    isInside = isInside ? Value(arith::AndIOp::create(emitter.here(), loc,
                                                      isInside, condition))
                        : condition;
  };
  for (unsigned i = 0; i < shape.size(); ++i)
    if (!isScattered(i))
      target[i] = indexAt(Indices(chosen.size()))[i];
  for (int64_t i = 0, e = updates.getRank(); i < e; ++i) {
    const int64_t *window = llvm::find(windowDims, i);
    int64_t size = updates.getDimSize(i);
    if (window == windowDims.end()) {
      index.push_back(emitter.openLoop(size, nullptr, false));
      looped.push_back(size);
      batch.push_back(index.back());
      continue;
    }
    int64_t dim = operandDims[window - windowDims.begin()];
    if (isScattered(dim)) {
      index.push_back(emitter.openLoop(size, nullptr, false));
      looped.push_back(size);
      target[dim] = index.back();
      continue;
    }
    index.push_back(target[dim]);
    if (size < shape[dim])
      require(emitter.inside(target[dim], size));
  }
  for (auto [k, dim] : llvm::enumerate(op.getScatterDimsToOperandDims())) {
    batch.push_back(emitter.constant(k));
    Value number = emitter.element(op.getIndices(), batch);
    Value start = toIndex(emitter.here(), loc, number);
    batch.pop_back();
    if (!op.getLowerBounds().empty()) {
      Value first = emitter.scalar(op.getLowerBounds()[k]);
      start = arith::SubIOp::create(emitter.here(), loc, start, first);
    }
    target[dim] = emitter.add(target[dim], start);
    require(emitter.inside(target[dim], shape[dim]));
  }
  // The target's position among the chosen dimensions lies in the run.
  Value place = emitter.constant(0);
  for (unsigned i = 0, e = shape.size(); i < e; ++i)
    if (isScattered(i))
      place = emitter.add(emitter.mul(place, shape[i]), target[i]);
  auto compare = [&](arith::CmpIPredicate predicate, Value bound) {
    require(emitter.compare(predicate, place, bound));
  };
  compare(arith::CmpIPredicate::sge, lower);
  compare(arith::CmpIPredicate::slt, upper);
  emitter.openIf(isInside);
  // Indices of this scope, so that the update is loaded only where it counts.
  Indices within;
  Value zero = emitter.constant(0);
  for (Value i : index)
    within.push_back(arith::AddIOp::create(emitter.here(), loc, i, zero));
  Value update = emitter.element(op.getUpdates(), within);
  emitUpdate(emitter.here(), emitter, op, update, output.buffer, target);
  emitter.closeIf();
  for (int64_t size : looped)
    if (size != 1)
      emitter.closeLoop();
  emitter.closeLoop();
}
