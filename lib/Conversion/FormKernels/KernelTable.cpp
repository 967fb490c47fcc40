//===- KernelTable.cpp - The kernels of a program -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "KernelTable.h"
#include "OpCosts.h"
#include "shardwise/Conversion/KernelsToLoops.h"

using namespace mlir;
using namespace mlir::shardwise;

//===----------------------------------------------------------------------===//
// In place
//===----------------------------------------------------------------------===//

/// Whether elements of `value` are only ever asked for at the index of the
/// result that they go into; with `inTraversal` also by the
/// reductions that go over its space (see getCommonReduction).
static bool isReadInPlace(Value value, bool inTraversal,
                          DenseMap<Value, bool> &known) {
  auto [it, isNew] = known.insert({value, true});
  if (!isNew)
    return it->second;
  bool result = llvm::all_of(value.getUsers(), [&](Operation *user) {
    if (isa<func::ReturnOp>(user))
      return true;
    if (inTraversal && isPlainReduction(user))
      return true;
    return user->hasTrait<OpTrait::Elementwise>() &&
           user->getNumResults() == 1 &&
           isReadInPlace(user->getResult(0), inTraversal, known);
  });
  return known[value] = result;
}

static ArrayRef<int64_t> getShape(Value value) {
  return cast<RankedTensorType>(value.getType()).getShape();
}

/// The values that need a reduction or scatter of the kernel first.
static DenseSet<Value> findReduced(func::FuncOp kernel) {
  DenseSet<Value> reduced;
  for (Operation &op : kernel.getBody().front().without_terminator())
    if (getReductionOp(&op) || isa<model::ScatterOp>(op) ||
        llvm::any_of(op.getOperands(),
                     [&](Value value) { return reduced.contains(value); }))
      reduced.insert(op.result_begin(), op.result_end());
  return reduced;
}

/// A reduction of the kernel if it computes all of them in one traversal, in
/// which results of the space's shape are stored, and then, element by element,
/// everything of the reductions' shape.
static linalg::LinalgOp getCommonReduction(func::FuncOp kernel) {
  DenseSet<Value> reduced = findReduced(kernel);
  linalg::LinalgOp first;
  for (Operation &op : kernel.getBody().front()) {
    linalg::LinalgOp reduction = getReductionOp(&op);
    if (isa<model::ScatterOp>(op))
      return nullptr;
    if (!reduction)
      continue;
    for (Value operand : op.getOperands())
      if (reduced.contains(operand))
        return nullptr;
    if (!isPlainReduction(&op) || (first && !haveSameSpace(first, reduction)))
      return nullptr;
    first = reduction;
  }
  if (!first)
    return nullptr;
  ArrayRef<int64_t> shape = getShape(first->getResult(0));
  for (Value result : kernel.getBody().front().getTerminator()->getOperands())
    if (reduced.contains(result) && getShape(result) != shape)
      return nullptr;
  return first;
}

static bool isOfSpace(Value value, linalg::LinalgOp reduction) {
  return reduction &&
         getShape(value) == ArrayRef(reduction.getStaticLoopRanges());
}

static bool isOfShape(Value value, linalg::LinalgOp reduction) {
  return getShape(value) == getShape(reduction->getResult(0)) ||
         isOfSpace(value, reduction);
}

/// Finds the pairs of a result and an argument that may share a buffer. Such an
/// argument takes part in pointwise operations only, so that every element of
/// it is read where one of the result is written; the loops write after all
/// reads.
static ArrayAttr findInPlace(func::FuncOp kernel) {
  Builder builder(kernel.getContext());
  SmallVector<Attribute> pairs;
  DenseMap<Value, bool> known;
  Operation *terminator = kernel.getBody().front().getTerminator();
  // Results that need reductions may have loops of their own, one after
  // another.
  bool reduces = llvm::any_of(kernel.getBody().front(), [](Operation &op) {
    return bool(getReductionOp(&op));
  });
  linalg::LinalgOp common;
  if (reduces && kernel.getNumResults() > 1) {
    common = getCommonReduction(kernel);
    if (!common)
      return builder.getArrayAttr({});
  }
  for (auto [i, result] : llvm::enumerate(terminator->getOperands())) {
    if (Operation *op = result.getDefiningOp())
      if (isa<model::ScatterOp>(op)) {
        auto scatter = cast<model::ScatterOp>(op);
        auto argument = dyn_cast<BlockArgument>(scatter.getOperand());
        if (argument && argument.hasOneUse())
          pairs.push_back(builder.getDenseI64ArrayAttr(
              {int64_t(i), int64_t(argument.getArgNumber())}));
        continue;
      }
    for (BlockArgument argument : kernel.getArguments())
      if (argument.getType() == result.getType() &&
          (!common || isOfShape(argument, common)) &&
          isReadInPlace(argument, isOfSpace(argument, common), known))
        pairs.push_back(builder.getDenseI64ArrayAttr(
            {int64_t(i), int64_t(argument.getArgNumber())}));
  }
  return builder.getArrayAttr(pairs);
}

//===----------------------------------------------------------------------===//
// Equal kernels
//===----------------------------------------------------------------------===//

KernelTable::KernelTable(dist::LocalProgramOp program) : program(program) {
  for (auto kernel : program.getBody().getOps<func::FuncOp>())
    kernels[hash(kernel)].push_back(kernel);
}

std::string KernelTable::getNextName() {
  std::string name;
  do
    name = "kernel_" + std::to_string(numKernels++);
  while (SymbolTable::lookupSymbolIn(program, name));
  return name;
}

/// A number that kernels of equal bodies share.
llvm::hash_code KernelTable::hash(func::FuncOp kernel) {
  llvm::hash_code result = mlir::hash_value(kernel.getFunctionType());
  DenseMap<Value, unsigned> numbers;
  auto number = [&](Value value) {
    return numbers.insert({value, numbers.size()}).first->second;
  };
  kernel.getBody().walk<WalkOrder::PreOrder>([&](Operation *op) {
    result = llvm::hash_combine(result, op->getName(), op->getAttrDictionary());
    for (Value operand : op->getOperands())
      result = llvm::hash_combine(result, number(operand));
    for (Value made : op->getResults())
      result = llvm::hash_combine(result, number(made), made.getType());
  });
  return result;
}

func::FuncOp KernelTable::add(func::FuncOp kernel) {
  auto &candidates = kernels[hash(kernel)];
  for (func::FuncOp candidate : candidates)
    if (candidate.getFunctionType() == kernel.getFunctionType() &&
        OperationEquivalence::isRegionEquivalentTo(
            &candidate.getBody(), &kernel.getBody(),
            OperationEquivalence::IgnoreLocations)) {
      kernel.erase();
      --numKernels;
      return candidate;
    }
  candidates.push_back(kernel);
  order.push_back(kernel);
  kernel->setAttr(kInPlaceAttr, findInPlace(kernel));
  return kernel;
}
