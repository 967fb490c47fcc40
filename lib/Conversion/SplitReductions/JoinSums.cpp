//===- JoinSums.cpp - Rows and sums of their columns in one kernel --------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A gradient of rows and the sums of columns that belong to it are two kernels
// when they are formed, since they reduce different dimensions; most of what
// they read is the same. Where a block can do both for a run of rows, the two
// become one kernel:
//
//     %dx = call @rows(%x, %dy, %scale)
//     %ds = call @sums(%x, %dy)
//     -> %dx, %ds = call @rows_with_sums(%x, %dy, %scale)
//
// A result of rows may still take the place of an argument that the sums read:
// see kRowRunsAttr.
//
//===----------------------------------------------------------------------===//

#include "JoinSums.h"
#include "../KernelsToGPU/RowRuns.h"
#include "../KernelsToLoops/KernelResults.h"
#include "SplitChoice.h"
#include "mlir/IR/IRMapping.h"
#include "shardwise/Conversion/KernelsToLoops.h"
#include "shardwise/Dialect/Plan/IR/Plan.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/StringSet.h"
#include <map>

using namespace mlir;
using namespace mlir::shardwise;

static func::FuncOp getKernel(func::CallOp call) {
  auto kernel = SymbolTable::lookupNearestSymbolFrom<func::FuncOp>(
      call, call.getCalleeAttr());
  return kernel && kernel->hasAttr(kKernelAttr) && !kernel.isExternal()
             ? kernel
             : nullptr;
}

static SmallVector<linalg::LinalgOp> getReductions(func::FuncOp kernel) {
  SmallVector<linalg::LinalgOp> reductions;
  for (Operation &op : kernel.getBody().front())
    if (linalg::LinalgOp reduction = getReduction(&op))
      reductions.push_back(reduction);
  return reductions;
}

static int64_t getBytes(Value value) {
  return plan::getByteSize(cast<ShapedType>(value.getType()));
}

/// The space of a kernel's sums if it computes nothing but sums of columns and
/// what follows from them, or nothing.
static SmallVector<int64_t> getSumsSpace(func::FuncOp kernel) {
  SmallVector<int64_t> space;
  for (linalg::LinalgOp op : getReductions(kernel)) {
    auto sum = dyn_cast<linalg::ReduceOp>(op.getOperation());
    if (!sum || !keepsOnlyLastDimension(sum))
      return {};
    if (!space.empty() && space != op.getStaticLoopRanges())
      return {};
    space = op.getStaticLoopRanges();
  }
  if (space.empty())
    return {};
  for (Value result : kernel.getBody().front().getTerminator()->getOperands())
    if (cast<RankedTensorType>(result.getType()).getNumElements() >
        space.back())
      return {};
  return space;
}

/// Whether a kernel computes rows of the space, with no reductions but those
/// along them.
static bool computesRows(func::FuncOp kernel, ArrayRef<int64_t> space) {
  SmallVector<linalg::LinalgOp> reductions = getReductions(kernel);
  return !reductions.empty() &&
         llvm::all_of(
             reductions,
             [&](linalg::LinalgOp op) { return isRowReduction(op, space); }) &&
         llvm::all_of(kernel.getResultTypes(), [&](Type type) {
           ArrayRef<int64_t> shape = cast<RankedTensorType>(type).getShape();
           return countJoinedDims(space, shape) == space.size();
         });
}

/// Where one call can take the place of two, or null: the first's place if the
/// second's operands are there, or else the second's if the first's results are
/// not wanted before.
static func::CallOp findPlace(func::CallOp first, func::CallOp second) {
  if (second->isBeforeInBlock(first))
    std::swap(first, second);
  bool isEarly = llvm::all_of(second.getOperands(), [&](Value operand) {
    Operation *source = operand.getDefiningOp();
    return !source || source->getBlock() != first->getBlock() ||
           source->isBeforeInBlock(first);
  });
  if (isEarly)
    return first;
  bool isLate = llvm::none_of(first->getUsers(), [&](Operation *user) {
    user = first->getBlock()->findAncestorOpInBlock(*user);
    return user == second || user->isBeforeInBlock(second);
  });
  return isLate ? second : nullptr;
}

namespace {
class Joiner {
public:
  explicit Joiner(Operation *root) : root(root) {}
  void run();

private:
  /// The kernel of the rows that a kernel of sums goes with, and where.
  func::CallOp findRows(func::CallOp sums, ArrayRef<int64_t> space);
  void join(func::CallOp rows, func::CallOp sums, ArrayRef<int64_t> space);
  void eraseUncalled();
  func::FuncOp getJoined(func::FuncOp rows, func::FuncOp sums,
                         ArrayRef<unsigned> places);

  Operation *root;
  /// Kernels that were made, by the two that they do and where the arguments of
  /// the second are among those of both.
  std::map<std::tuple<Operation *, Operation *, std::vector<unsigned>>,
           func::FuncOp>
      joined;
  llvm::SmallPtrSet<Operation *, 32> erased;
};
} // namespace

func::CallOp Joiner::findRows(func::CallOp sums, ArrayRef<int64_t> space) {
  int64_t bytes = 0;
  llvm::MapVector<Operation *, int64_t> shared;
  for (Value operand : sums.getOperands()) {
    bytes += getBytes(operand);
    for (Operation *user : operand.getUsers())
      if (user != sums && user->getBlock() == sums->getBlock())
        shared[user] += getBytes(operand);
  }
  for (auto [user, common] : shared) {
    auto rows = dyn_cast<func::CallOp>(user);
    func::FuncOp kernel = rows ? getKernel(rows) : nullptr;
    if (kernel && 2 * common > bytes && computesRows(kernel, space) &&
        findPlace(rows, sums))
      return rows;
  }
  return nullptr;
}

/// Adds the pairs of a kernel's results and arguments that may share buffers.
static void addPairs(SmallVector<Attribute> &pairs, func::FuncOp kernel,
                     int64_t firstResult,
                     function_ref<int64_t(int64_t)> getPlace) {
  Builder builder(kernel.getContext());
  if (auto own = kernel->getAttrOfType<ArrayAttr>(kInPlaceAttr))
    for (auto pair : own.getAsRange<DenseI64ArrayAttr>())
      pairs.push_back(builder.getDenseI64ArrayAttr(
          {firstResult + pair[0], getPlace(pair[1])}));
}

func::FuncOp Joiner::getJoined(func::FuncOp rows, func::FuncOp sums,
                               ArrayRef<unsigned> places) {
  func::FuncOp &kernel =
      joined[{rows, sums, std::vector<unsigned>(places.begin(), places.end())}];
  if (kernel)
    return kernel;
  SmallVector<Type> arguments(rows.getArgumentTypes()),
      results(rows.getResultTypes());
  for (auto [place, type] : llvm::zip(places, sums.getArgumentTypes()))
    if (place >= arguments.size())
      arguments.push_back(type);
  llvm::append_range(results, sums.getResultTypes());
  OpBuilder builder(rows);
  builder.setInsertionPointAfter(rows);
  std::string name = (rows.getName() + "_with_" + sums.getName()).str();
  while (SymbolTable::lookupSymbolIn(rows->getParentOp(), name))
    name += "_";
  kernel = func::FuncOp::create(builder, rows.getLoc(), name,
                                builder.getFunctionType(arguments, results));
  kernel.setPrivate();
  kernel->setAttr(kKernelAttr, builder.getUnitAttr());
  Block *block = kernel.addEntryBlock();
  builder.setInsertionPointToEnd(block);
  SmallVector<Value> values;
  auto clone = [&](func::FuncOp source, auto getPlace) {
    IRMapping mapping;
    for (BlockArgument argument : source.getArguments())
      mapping.map(argument,
                  block->getArgument(getPlace(argument.getArgNumber())));
    Block &body = source.getBody().front();
    for (Operation &op : body.without_terminator())
      builder.clone(op, mapping);
    for (Value value : body.getTerminator()->getOperands())
      values.push_back(mapping.lookup(value));
  };
  auto same = [](int64_t i) { return i; };
  auto moved = [&](int64_t i) -> int64_t { return places[i]; };
  clone(rows, same);
  clone(sums, moved);
  func::ReturnOp::create(builder, kernel.getLoc(), values);
  SmallVector<Attribute> pairs;
  addPairs(pairs, rows, 0, same);
  addPairs(pairs, sums, rows.getNumResults(), moved);
  kernel->setAttr(kInPlaceAttr, builder.getArrayAttr(pairs));
  return kernel;
}

void Joiner::join(func::CallOp rows, func::CallOp sums,
                  ArrayRef<int64_t> space) {
  SmallVector<Value> operands(rows.getOperands());
  SmallVector<unsigned> places;
  for (Value operand : sums.getOperands()) {
    places.push_back(llvm::find(operands, operand) - operands.begin());
    if (places.back() == operands.size())
      operands.push_back(operand);
  }
  func::FuncOp first = getKernel(rows), second = getKernel(sums);
  func::FuncOp kernel = getJoined(first, second, places);
  if (!chooseRunBlock(kernel, space, getReductions(second).size()))
    return;
  OpBuilder builder(findPlace(rows, sums));
  auto both = func::CallOp::create(builder, rows.getLoc(), kernel, operands);
  rows.replaceAllUsesWith(both.getResults().take_front(rows.getNumResults()));
  sums.replaceAllUsesWith(both.getResults().take_back(sums.getNumResults()));
  for (Operation *call : {rows.getOperation(), sums.getOperation()}) {
    erased.insert(call);
    call->erase();
  }
}

/// Erases the kernels that are not needed any more, of old ones and new.
void Joiner::eraseUncalled() {
  llvm::StringSet<> called;
  root->walk([&](func::CallOp call) { called.insert(call.getCallee()); });
  llvm::SetVector<Operation *> kernels;
  for (auto &[key, kernel] : joined) {
    kernels.insert(std::get<0>(key));
    kernels.insert(std::get<1>(key));
    kernels.insert(kernel);
  }
  for (Operation *kernel : kernels)
    if (!called.contains(cast<func::FuncOp>(kernel).getName()))
      kernel->erase();
}

void Joiner::run() {
  // Those that read most first, in their order where that is equal: rows go
  // with the sums of one kernel only.
  SmallVector<func::CallOp> calls;
  SmallVector<std::pair<int64_t, size_t>> order;
  root->walk([&](func::CallOp call) {
    int64_t bytes = 0;
    for (Value operand : call.getOperands())
      if (isa<RankedTensorType>(operand.getType()))
        bytes += getBytes(operand);
    order.push_back({-bytes, calls.size()});
    calls.push_back(call);
  });
  llvm::sort(order);
  for (auto [bytes, number] : order) {
    func::CallOp sums = calls[number];
    func::FuncOp kernel = erased.contains(sums) ? nullptr : getKernel(sums);
    SmallVector<int64_t> space =
        kernel ? getSumsSpace(kernel) : SmallVector<int64_t>();
    if (space.empty() || !chooseRuns(getReductions(kernel).front()))
      continue;
    if (func::CallOp rows = findRows(sums, space))
      join(rows, sums, space);
  }
  eraseUncalled();
}

void mlir::shardwise::joinSums(Operation *root) { Joiner(root).run(); }
