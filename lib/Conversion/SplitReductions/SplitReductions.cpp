//===- SplitReductions.cpp - Reduce in parts, then the parts --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A reduction to few elements keeps few blocks of threads busy. Where that is
// so, a kernel becomes two: one that reduces parts of the space, with all else
// that goes over it, and one that combines the parts:
//
//     x : [8192, 4096]  sum over 0     4096 results, 16 blocks wide
//     as [32, 256, 4096] over 1        [32, 4096] partial sums, by 512 blocks
//     over 0                           4096 results
//
// The parts are a value like any other, so the plan gives them memory, and the
// order of all sums is fixed by the shapes.
//
//===----------------------------------------------------------------------===//

#include "../KernelsToGPU/RowRuns.h"
#include "../KernelsToGPU/Teams.h"
#include "JoinSums.h"
#include "SplitChoice.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/IRMapping.h"
#include "shardwise/Conversion/KernelsToGPU.h"
#include "shardwise/Conversion/Passes.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"

namespace mlir::shardwise {
#define GEN_PASS_DEF_SPLITREDUCTIONSPASS
#include "shardwise/Conversion/Passes.h.inc"
} // namespace mlir::shardwise

using namespace mlir;
using namespace mlir::shardwise;

//===----------------------------------------------------------------------===//
// Making two of one
//===----------------------------------------------------------------------===//

/// Reductions like `op` of other inputs over other dimensions.
static linalg::ReduceOp createLike(OpBuilder &builder, linalg::ReduceOp op,
                                   ValueRange inputs, ArrayRef<int64_t> dims) {
  SmallVector<Value> inits;
  for (auto [input, init] : llvm::zip(inputs, op.getInits())) {
    auto type = cast<RankedTensorType>(input.getType());
    SmallVector<int64_t> shape;
    for (auto [dim, size] : llvm::enumerate(type.getShape()))
      if (!llvm::is_contained(dims, int64_t(dim)))
        shape.push_back(size);
    DenseElementsAttr start;
    matchPattern(init, m_Constant(&start));
    auto value = start.getSplatValue<Attribute>();
    if (auto number = dyn_cast<FloatAttr>(value))
      value = builder.getFloatAttr(type.getElementType(),
                                   number.getValueAsDouble());
    auto resultType = RankedTensorType::get(shape, type.getElementType());
    inits.push_back(arith::ConstantOp::create(
        builder, op.getLoc(), DenseElementsAttr::get(resultType, value)));
  }
  Operation *combiner = getSingleCombiner(op);
  return linalg::ReduceOp::create(
      builder, op.getLoc(), inputs, inits, dims,
      [&](OpBuilder &nested, Location loc, ValueRange arguments) {
        OperationState state(loc, combiner->getName(), arguments,
                             {arguments.front().getType()},
                             combiner->getAttrs());
        Value next = nested.create(state)->getResult(0);
        linalg::YieldOp::create(nested, loc, next);
      });
}

/// Sums of narrow floats are kept in f32 between the two kernels too.
static Value widen(OpBuilder &builder, linalg::ReduceOp op, Value input) {
  auto type = cast<RankedTensorType>(input.getType());
  Type wide = getAccumulatorType(op, 0);
  if (wide == type.getElementType())
    return input;
  return arith::ExtFOp::create(builder, op.getLoc(), type.clone(wide), input);
}

/// The reductions of a kernel if all can be split in the same way.
static SmallVector<linalg::ReduceOp> findReductions(func::FuncOp kernel) {
  SmallVector<linalg::ReduceOp> reductions;
  llvm::SmallPtrSet<Operation *, 8> depending;
  for (Operation &op : kernel.getBody().front().without_terminator()) {
    bool depends = llvm::any_of(op.getOperands(), [&](Value operand) {
      Operation *source = operand.getDefiningOp();
      return source && depending.contains(source);
    });
    if (getReduction(&op)) {
      auto reduction = dyn_cast<linalg::ReduceOp>(op);
      if (depends || !reduction || getSplitting(reduction) != Splitting::Any)
        return {};
      reductions.push_back(reduction);
    }
    if (depends || getReduction(&op))
      depending.insert(&op);
  }
  auto differs = [&](linalg::ReduceOp op) {
    return op.getDimensions() != reductions.front().getDimensions() ||
           cast<linalg::LinalgOp>(op.getOperation()).getStaticLoopRanges() !=
               cast<linalg::LinalgOp>(reductions.front().getOperation())
                   .getStaticLoopRanges();
  };
  return llvm::any_of(reductions, differs) ? SmallVector<linalg::ReduceOp>()
                                           : reductions;
}

/// The sums of columns of a kernel that computes rows besides, if what follows
/// from them needs no rows.
static SmallVector<linalg::ReduceOp> findColumnSums(func::FuncOp kernel) {
  SmallVector<linalg::ReduceOp> sums;
  SmallVector<linalg::LinalgOp> others;
  for (Operation &op : kernel.getBody().front().without_terminator()) {
    linalg::LinalgOp reduction = getReduction(&op);
    if (!reduction)
      continue;
    auto sum = dyn_cast<linalg::ReduceOp>(op);
    if (sum && keepsOnlyLastDimension(sum))
      sums.push_back(sum);
    else
      others.push_back(reduction);
  }
  if (sums.empty() || others.empty())
    return {};
  auto getSpace = [](linalg::ReduceOp op) {
    return cast<linalg::LinalgOp>(op.getOperation()).getStaticLoopRanges();
  };
  SmallVector<int64_t> space = getSpace(sums.front());
  bool fits =
      llvm::all_of(
          sums, [&](linalg::ReduceOp op) { return getSpace(op) == space; }) &&
      llvm::all_of(others, [&](linalg::LinalgOp op) {
        return isRowReduction(op, space);
      });
  // The second kernel has the sums and no rows.
  llvm::SmallPtrSet<Operation *, 16> rows, following;
  for (Operation &op : kernel.getBody().front().without_terminator()) {
    auto needs = [&](llvm::SmallPtrSetImpl<Operation *> &set) {
      return llvm::any_of(op.getOperands(), [&](Value operand) {
        return set.contains(operand.getDefiningOp());
      });
    };
    bool isSum = llvm::is_contained(sums, dyn_cast<linalg::ReduceOp>(op));
    if (isSum || needs(following))
      following.insert(&op);
    if (!isSum && (getReduction(&op) || needs(rows)))
      rows.insert(&op);
    fits &= !rows.contains(&op) || !following.contains(&op);
  }
  return fits && chooseRunBlock(kernel, space, sums.size())
             ? sums
             : SmallVector<linalg::ReduceOp>();
}

namespace {
/// Splits one kernel.
class Splitter {
public:
  Splitter(func::FuncOp kernel, ArrayRef<linalg::ReduceOp> reductions,
           const Split &split)
      : kernel(kernel), body(kernel.getBody().front()), reductions(reductions),
        split(split) {}

  /// Makes the second kernel; the first is what is left of the old one, which
  /// `calls` call.
  void run(ArrayRef<func::CallOp> calls);

private:
  bool isSplit(Operation *op) {
    return llvm::is_contained(reductions, dyn_cast<linalg::ReduceOp>(op));
  }
  bool dependsOnReduction(Value value);
  void makeParts();
  func::FuncOp makeSecond();
  void replaceCalls(ArrayRef<func::CallOp> calls, func::FuncOp second);
  void removeUnused();
  void keepInPlace(func::FuncOp second);

  func::FuncOp kernel;
  Block &body;
  ArrayRef<linalg::ReduceOp> reductions;
  const Split &split;
  SmallVector<Value> parts;
  /// Of each old result: its number among those of the first kernel or of the
  /// second.
  struct Place {
    bool isSecond;
    int64_t number;
  };
  SmallVector<Place> places;
  /// Arguments of the old kernel that the first one takes, and those that the
  /// second one takes after the parts.
  SmallVector<unsigned> firstArguments;
  llvm::SmallSetVector<unsigned, 8> secondArguments;
};
} // namespace

bool Splitter::dependsOnReduction(Value value) {
  SmallVector<Value> pending = {value};
  llvm::SmallPtrSet<Operation *, 16> seen;
  while (!pending.empty()) {
    Operation *op = pending.pop_back_val().getDefiningOp();
    if (!op || !seen.insert(op).second)
      continue;
    if (isSplit(op))
      return true;
    llvm::append_range(pending, op->getOperands());
  }
  return false;
}

/// Adds the reductions of the parts to the kernel.
void Splitter::makeParts() {
  OpBuilder builder(body.getTerminator());
  for (linalg::ReduceOp op : reductions) {
    Value input = widen(builder, op, op.getInputs().front());
    auto type = RankedTensorType::get(
        split.shape, cast<RankedTensorType>(input.getType()).getElementType());
    input = tensor::ExpandShapeOp::create(builder, op.getLoc(), type, input,
                                          split.groups);
    parts.push_back(createLike(builder, op, input, split.first)->getResult(0));
  }
}

/// Makes the kernel that combines the parts and computes what needs them.
func::FuncOp Splitter::makeSecond() {
  llvm::SetVector<Operation *> needed;
  SmallVector<Value> pending, results;
  Operation *terminator = body.getTerminator();
  for (auto [place, value] : llvm::zip(places, terminator->getOperands()))
    if (place.isSecond)
      results.push_back(value);
  pending = results;
  while (!pending.empty()) {
    Value value = pending.pop_back_val();
    if (auto argument = dyn_cast<BlockArgument>(value)) {
      secondArguments.insert(argument.getArgNumber());
      continue;
    }
    Operation *op = value.getDefiningOp();
    if (!needed.insert(op) || isSplit(op))
      continue;
    llvm::append_range(pending, op->getOperands());
  }
  SmallVector<Type> types(ValueRange(parts).getTypes());
  for (unsigned number : secondArguments)
    types.push_back(kernel.getArgumentTypes()[number]);
  OpBuilder builder(kernel);
  builder.setInsertionPointAfter(kernel);
  std::string name = (kernel.getName() + "_combine").str();
  while (SymbolTable::lookupSymbolIn(kernel->getParentOp(), name))
    name += "_";
  auto second = func::FuncOp::create(
      builder, kernel.getLoc(), name,
      builder.getFunctionType(types, ValueRange(results).getTypes()));
  second.setPrivate();
  second->setAttr(kKernelAttr, builder.getUnitAttr());
  Block *block = second.addEntryBlock();
  builder.setInsertionPointToEnd(block);
  IRMapping mapping;
  for (auto [number, argument] : llvm::zip(
           secondArguments, block->getArguments().drop_front(parts.size())))
    mapping.map(kernel.getArgument(number), argument);
  for (auto [op, part] : llvm::zip(reductions, block->getArguments())) {
    Value value = createLike(builder, op, part, split.second)->getResult(0);
    Value old = op->getResult(0);
    if (value.getType() != old.getType())
      value =
          arith::TruncFOp::create(builder, old.getLoc(), old.getType(), value);
    mapping.map(old, value);
  }
  for (Operation &op : body.without_terminator())
    if (needed.contains(&op) && !isSplit(&op))
      builder.clone(op, mapping);
  func::ReturnOp::create(builder, kernel.getLoc(),
                         llvm::map_to_vector(results, [&](Value value) {
                           return mapping.lookup(value);
                         }));
  return second;
}

void Splitter::replaceCalls(ArrayRef<func::CallOp> calls, func::FuncOp second) {
  for (func::CallOp call : calls) {
    OpBuilder builder(call);
    auto select = [&](ArrayRef<unsigned> numbers) {
      return llvm::map_to_vector(numbers, [&](unsigned number) -> Value {
        return call.getOperand(number);
      });
    };
    auto first = func::CallOp::create(builder, call.getLoc(), kernel,
                                      select(firstArguments));
    SmallVector<Value> operands(first.getResults().take_back(parts.size()));
    llvm::append_range(operands, select(secondArguments.getArrayRef()));
    auto rest = func::CallOp::create(builder, call.getLoc(), second, operands);
    for (auto [place, result] : llvm::zip(places, call.getResults()))
      result.replaceAllUsesWith(
          (place.isSecond ? rest : first).getResult(place.number));
    call.erase();
  }
}

/// Removes from the kernel what only the second one needs.
void Splitter::removeUnused() {
  auto ops = llvm::map_to_vector(body.without_terminator(),
                                 [](Operation &op) { return &op; });
  for (Operation *op : llvm::reverse(ops))
    if (op->use_empty())
      op->erase();
  llvm::BitVector unused(kernel.getNumArguments());
  for (BlockArgument argument : body.getArguments()) {
    unused[argument.getArgNumber()] = argument.use_empty();
    if (!argument.use_empty())
      firstArguments.push_back(argument.getArgNumber());
  }
  body.eraseArguments(unused);
}

/// Results may be where they might before, now in the kernel that has them.
void Splitter::keepInPlace(func::FuncOp second) {
  auto pairs = kernel->getAttrOfType<ArrayAttr>(kInPlaceAttr);
  if (!pairs)
    return;
  Builder builder(kernel.getContext());
  SmallVector<Attribute> inFirst, inSecond;
  for (auto pair : pairs.getAsRange<DenseI64ArrayAttr>()) {
    Place place = places[pair[0]];
    ArrayRef<unsigned> known =
        place.isSecond ? secondArguments.getArrayRef() : firstArguments;
    const unsigned *argument = llvm::find(known, pair[1]);
    if (argument == known.end())
      continue;
    int64_t number = argument - known.begin();
    (place.isSecond ? inSecond : inFirst)
        .push_back(builder.getDenseI64ArrayAttr(
            {place.number,
             place.isSecond ? int64_t(parts.size()) + number : number}));
  }
  kernel->setAttr(kInPlaceAttr, builder.getArrayAttr(inFirst));
  second->setAttr(kInPlaceAttr, builder.getArrayAttr(inSecond));
}

void Splitter::run(ArrayRef<func::CallOp> calls) {
  SmallVector<Value> kept;
  int64_t numSecond = 0;
  for (Value value : body.getTerminator()->getOperands()) {
    if (dependsOnReduction(value)) {
      places.push_back({true, numSecond++});
      continue;
    }
    places.push_back({false, int64_t(kept.size())});
    kept.push_back(value);
  }
  makeParts();
  func::FuncOp second = makeSecond();
  llvm::append_range(kept, parts);
  body.getTerminator()->setOperands(kept);
  removeUnused();
  keepInPlace(second);
  kernel.setType(FunctionType::get(kernel.getContext(), body.getArgumentTypes(),
                                   ValueRange(kept).getTypes()));
  replaceCalls(calls, second);
}

namespace {
struct SplitReductions
    : public mlir::shardwise::impl::SplitReductionsPassBase<SplitReductions> {
  void runOnOperation() override;
  void split(func::FuncOp kernel, ArrayRef<func::CallOp> calls);
};
} // namespace

void SplitReductions::split(func::FuncOp kernel, ArrayRef<func::CallOp> calls) {
  SmallVector<linalg::ReduceOp> reductions = findColumnSums(kernel);
  bool isRuns = !reductions.empty();
  if (!isRuns)
    reductions = findReductions(kernel);
  if (reductions.empty())
    return;
  auto choose = isRuns ? chooseRuns : chooseSplit;
  std::optional<Split> split = choose(reductions.front());
  if (!split)
    return;
  if (isRuns)
    kernel->setAttr(kRowRunsAttr, UnitAttr::get(&getContext()));
  Splitter(kernel, reductions, *split).run(calls);
}

void SplitReductions::runOnOperation() {
  joinSums(getOperation());
  // In the order of the program; names are those of one program's kernels.
  llvm::MapVector<Operation *, SmallVector<func::CallOp>> kernels;
  getOperation().walk([&](func::FuncOp function) {
    if (function->hasAttr(kKernelAttr) && !function.isExternal())
      kernels[function];
  });
  SymbolTableCollection symbols;
  getOperation().walk([&](func::CallOp call) {
    Operation *callee =
        symbols.lookupNearestSymbolFrom(call, call.getCalleeAttr());
    if (auto it = kernels.find(callee); it != kernels.end())
      it->second.push_back(call);
  });
  for (auto &[kernel, calls] : kernels)
    split(cast<func::FuncOp>(kernel), calls);
}
