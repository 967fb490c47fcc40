//===- KernelResults.cpp - What a kernel computes -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "KernelResults.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "llvm/ADT/MapVector.h"

using namespace mlir;
using namespace mlir::shardwise;

KernelResults::KernelResults(func::FuncOp kernel, FunctionOpInterface lowered) {
  Block &body = kernel.getBody().front();
  DenseSet<Value> depending;
  for (Operation &op : body.without_terminator()) {
    bool depends = llvm::any_of(op.getOperands(), [&](Value operand) {
      return depending.contains(operand);
    });
    if (linalg::LinalgOp reduction = getReduction(&op)) {
      nested |= depends;
      reductions.push_back(reduction);
      depends = true;
    }
    if (depends || isa<model::ScatterOp>(op))
      depending.insert(op.result_begin(), op.result_end());
  }
  findNeeds(body);
  Block &entry = lowered.getFunctionBody().front();
  unsigned numArguments = kernel.getNumArguments();
  for (auto [i, value] : llvm::enumerate(body.getTerminator()->getOperands()))
    results.push_back({value, entry.getArgument(numArguments + i),
                       depending.contains(value)});
}

void KernelResults::findNeeds(Block &body) {
  DenseMap<Operation *, unsigned> numbers;
  for (auto [i, reduction] : llvm::enumerate(reductions))
    numbers[reduction] = i;
  DenseMap<Value, llvm::BitVector> needed;
  auto collect = [&](ValueRange values) {
    llvm::BitVector all(reductions.size());
    for (Value value : values)
      if (auto it = needed.find(value); it != needed.end())
        all |= it->second;
    return all;
  };
  for (Operation &op : body.without_terminator()) {
    llvm::BitVector all = collect(op.getOperands());
    if (auto it = numbers.find(&op); it != numbers.end()) {
      needs[&op] = all;
      all.set(it->second);
    }
    for (Value result : op.getResults())
      needed[result] = all;
  }
  OperandRange values = body.getTerminator()->getOperands();
  for (linalg::LinalgOp reduction : reductions) {
    llvm::BitVector &users = needers[reduction];
    users.resize(values.size());
    for (auto [i, value] : llvm::enumerate(values))
      users[i] = collect(value).test(numbers[reduction]);
  }
}

KernelResultList
KernelResults::take(function_ref<bool(const KernelResult &)> isTaken) {
  KernelResultList taken;
  llvm::erase_if(results, [&](const KernelResult &result) {
    if (!isTaken(result))
      return false;
    taken.push_back(result);
    return true;
  });
  return taken;
}

KernelResultList KernelResults::takeScatters() {
  return take([](const KernelResult &result) {
    return bool(result.value.getDefiningOp<model::ScatterOp>());
  });
}

KernelResultList KernelResults::takeReduced() {
  return take([](const KernelResult &result) { return result.reduced; });
}

KernelResultList KernelResults::takeShape(ArrayRef<int64_t> shape) {
  return take(
      [&](const KernelResult &result) { return result.shape() == shape; });
}

/// How many dimensions of `space`, from `begin` on, make one of size `size`; 0
/// if none do.
static unsigned countJoined(ArrayRef<int64_t> space, unsigned begin,
                            int64_t size) {
  int64_t product = 1;
  for (unsigned i = begin; i < space.size(); ++i) {
    product *= space[i];
    if (product == size)
      return i + 1 - begin;
  }
  return 0;
}

KernelResultList KernelResults::takeSpace(ArrayRef<int64_t> space) {
  return take([&](const KernelResult &result) {
    unsigned begin = 0;
    for (int64_t size : result.shape()) {
      unsigned count = countJoined(space, begin, size);
      if (!count)
        return false;
      begin += count;
    }
    return begin == space.size();
  });
}

ElementEmitter::Indices mlir::shardwise::joinIndex(ElementEmitter &emitter,
                                                   ArrayRef<Value> iteration,
                                                   ArrayRef<int64_t> space,
                                                   ArrayRef<int64_t> shape) {
  ElementEmitter::Indices index;
  unsigned begin = 0;
  for (int64_t size : shape) {
    unsigned count = countJoined(space, begin, size);
    index.push_back(emitter.linearize(iteration.slice(begin, count),
                                      space.slice(begin, count)));
    begin += count;
  }
  return index;
}

SmallVector<KernelResultList> KernelResults::takeByShape() {
  SmallVector<KernelResultList> lists;
  while (!results.empty())
    lists.push_back(takeShape(SmallVector<int64_t>(results.front().shape())));
  return lists;
}

/// Whether two reductions go over one space and keep the same of it.
static bool haveOneSpace(linalg::LinalgOp a, linalg::LinalgOp b) {
  AffineMap map = a.getMatchingIndexingMap(a.getDpsInitOperand(0));
  return a.getStaticLoopRanges() == b.getStaticLoopRanges() &&
         a.getIteratorTypesArray() == b.getIteratorTypesArray() &&
         llvm::all_of(b.getDpsInitsMutable(), [&](OpOperand &init) {
           return b.getMatchingIndexingMap(&init) == map;
         });
}

Reductions KernelResults::getCompanions(linalg::LinalgOp op) const {
  const llvm::BitVector &own = needs.at(op);
  Reductions companions;
  for (linalg::LinalgOp other : reductions) {
    llvm::BitVector more = needs.at(other);
    if (other == op || (haveOneSpace(op, other) && more.reset(own).none() &&
                        needers.at(op) == needers.at(other)))
      companions.push_back(other);
  }
  return companions;
}

bool KernelResults::areTogether(ArrayRef<KernelResult> reduced) const {
  linalg::LinalgOp first = reductions.front();
  ArrayRef<int64_t> kept =
      cast<RankedTensorType>(first->getResult(0).getType()).getShape();
  return !nested && llvm::all_of(reductions, [&](linalg::LinalgOp op) {
    return haveOneSpace(first, op);
  }) && llvm::all_of(reduced, [&](const KernelResult &result) {
    return result.shape() == kept;
  });
}

SmallVector<int64_t> KernelResults::getSpace() const {
  linalg::LinalgOp first = reductions.front();
  return first.getStaticLoopRanges();
}

bool KernelResults::keepFastestDimension() const {
  linalg::LinalgOp first = reductions.front();
  AffineMap map = first.getMatchingIndexingMap(first.getDpsInitOperand(0));
  unsigned fastest = first.getNumLoops() - 1;
  return map.getNumResults() && first.getStaticLoopRanges().back() > 1 &&
         map.getResults().back() ==
             getAffineDimExpr(fastest, first.getContext());
}

SmallVector<Type> mlir::shardwise::getBufferTypes(func::FuncOp kernel) {
  SmallVector<Type> types;
  auto add = [&](Type type) {
    auto tensor = cast<RankedTensorType>(type);
    types.push_back(
        MemRefType::get(tensor.getShape(), tensor.getElementType()));
  };
  llvm::for_each(kernel.getArgumentTypes(), add);
  llvm::for_each(kernel.getResultTypes(), add);
  types.push_back(IndexType::get(kernel.getContext()));
  return types;
}

void mlir::shardwise::flattenBuffers(func::FuncOp kernel,
                                     ElementEmitter &emitter,
                                     MutableArrayRef<KernelResult> results) {
  emitter.setFlat();
  auto flatten = [&](Value memref) -> Value {
    int64_t rank = cast<MemRefType>(memref.getType()).getRank();
    if (rank < 2)
      return memref;
    ReassociationIndices all = llvm::to_vector(llvm::seq<int64_t>(rank));
    return memref::CollapseShapeOp::create(emitter.here(), memref.getLoc(),
                                           memref,
                                           ArrayRef<ReassociationIndices>(all));
  };
  for (Value argument : kernel.getArguments())
    emitter.setBuffer(argument, flatten(emitter.buffer(argument)));
  for (KernelResult &result : results)
    result.buffer = flatten(result.buffer);
}

int64_t mlir::shardwise::getReducedSize(linalg::LinalgOp op) {
  int64_t size = 1;
  for (auto [range, kind] :
       llvm::zip(op.getStaticLoopRanges(), op.getIteratorTypesArray()))
    if (kind == utils::IteratorType::reduction)
      size *= range;
  return size;
}
