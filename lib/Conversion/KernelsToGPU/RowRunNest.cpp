//===- RowRunNest.cpp - Blocks that compute rows and sum up columns -------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A block computes a run of rows, one after another, as RowNest.cpp says; each
// thread has the same columns in all of them. A gradient of rows and the sums
// of columns that belong to it read the same operands; the sums stay in
// registers until the run ends:
//
//     for each row of the run
//       x0 .. x7 = load          share of the thread
//       c0 .. c7 += x0 .. x7     sums of columns
//       s = combine(x0 + .. + x7)
//       store x0 / s .. x7 / s
//     store c0 .. c7
//
// So memory is read once, and the sums over the runs are parts that another
// kernel combines; see SplitReductions.cpp. Rows are loaded ahead; see
// RowStages.h.
//
//===----------------------------------------------------------------------===//

#include "GPUNest.h"
#include "RowRuns.h"
#include "RowStages.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"

using namespace mlir;
using namespace mlir::shardwise;
using Indices = ElementEmitter::Indices;

/// Blocks of such kernels that a multiprocessor has at once.
static constexpr int64_t kLeastBlocks = 2;

//===----------------------------------------------------------------------===//
// Which kernels
//===----------------------------------------------------------------------===//

/// Whether an element of the result belongs to each iteration of `space`.
static bool hasSpace(ArrayRef<int64_t> space, ArrayRef<int64_t> shape) {
  return countJoinedDims(space, shape) == space.size();
}

/// Gives the part the results that have an element for each iteration or row;
/// none may be left but the sums of columns.
static bool takeRows(GPUNest &nest, ArrayRef<KernelResult> reduced,
                     Part &part) {
  ArrayRef<int64_t> space(part.space);
  for (const KernelResult &result : reduced) {
    if (result.value.getDefiningOp() &&
        llvm::is_contained(part.columnSums, result.value.getDefiningOp()))
      continue;
    if (hasSpace(space, result.shape()))
      part.outputs.push_back(result);
    else if (hasSpace(space.drop_back(), result.shape()))
      part.perRow.push_back(result);
    else
      return false;
  }
  llvm::append_range(part.outputs, nest.results.takeSpace(part.space));
  return true;
}

std::optional<Part> mlir::shardwise::planRowRuns(GPUNest &nest,
                                                 KernelResultList &reduced,
                                                 int64_t &blockSize) {
  Part part{Part::RowRuns};
  for (const KernelResult &result : reduced)
    if (auto sum = result.value.getDefiningOp<linalg::ReduceOp>();
        sum && keepsLastDimension(sum)) {
      part.columns.push_back(result);
      part.columnSums.push_back(cast<linalg::LinalgOp>(sum.getOperation()));
    }
  if (part.columns.empty() || part.columns.size() == reduced.size())
    return std::nullopt;
  linalg::LinalgOp first = part.columnSums.front();
  part.space = first.getStaticLoopRanges();
  for (linalg::LinalgOp op : nest.results.getReductions()) {
    bool isColumnSum = llvm::is_contained(part.columnSums, op);
    if (isColumnSum
            ? op.getStaticLoopRanges() != part.space ||
                  op.getIteratorTypesArray() != first.getIteratorTypesArray()
            : !isRowReduction(op, part.space))
      return std::nullopt;
  }
  auto size = chooseRunBlock(nest.kernel, part.space, part.columnSums.size());
  if (!size || !takeRows(nest, reduced, part))
    return std::nullopt;
  blockSize = *size;
  part.blocks = ShapedType::getNumElements(part.columns.front().shape()) /
                part.space.back();
  part.leastBlocks = kLeastBlocks;
  reduced.clear();
  return part;
}

//===----------------------------------------------------------------------===//
// What the threads do
//===----------------------------------------------------------------------===//

/// An index that code generators take for a new one each time. What all rows
/// share is then loaded again for each, from the nearest cache, and takes no
/// registers from the sums.
static Value hideIndex(ElementEmitter &emitter, Value index) {
  Location loc = emitter.loc();
  OpBuilder &builder = emitter.here();
  Type word = builder.getI64Type();
  Value bits = arith::IndexCastOp::create(builder, loc, word, index);
  bits = LLVM::InlineAsmOp::create(builder, loc, word, bits, "mov.b64 $0, $1;",
                                   "=l,l", /*has_side_effects=*/true,
                                   /*is_align_stack=*/false,
                                   LLVM::TailCallKind::None,
                                   LLVM::AsmDialectAttr(), ArrayAttr())
             .getRes();
  return arith::IndexCastOp::create(builder, loc, index.getType(), bits);
}

namespace {
/// The columns of a thread: the first of each of its lanes, and all of them.
struct ThreadColumns {
  SmallVector<Value> lanes, all;

  ThreadColumns(ElementEmitter &emitter, const RowWalk &walk, Value thread,
                int64_t blockSize) {
    Value first = emitter.mul(thread, walk.width);
    emitter.assumeLanes(first, walk.width);
    for (int64_t i = 0; i < walk.lanesPerIteration; ++i) {
      lanes.push_back(emitter.plus(first, i * blockSize * walk.width));
      for (int64_t k = 0; k < walk.width; ++k)
        all.push_back(emitter.plus(lanes.back(), k));
    }
  }
};
} // namespace

/// The index with a column behind it.
static Indices append(Indices index, Value column) {
  index.push_back(column);
  return index;
}

/// One row of a run: reduces it, adds to the sums of the thread's columns, and
/// stores the row's results.
void GPUNest::emitRunRow(const Part &part, const RowRun &run, Value row,
                         ArrayRef<Value> lanes, ArrayRef<Value> columns,
                         SmallVector<Value> &sums) {
  ArrayRef<linalg::LinalgOp> group = part.columnSums;
  auto at = [&](Value column) { return run.iterationAt(row, column); };
  Indices rowIndex = at(columns.front());
  rowIndex.pop_back();
  auto rowOf = [&](ArrayRef<int64_t> shape) {
    return joinIndex(emitter, rowIndex, run.rowSpace(), shape);
  };
  Reductions reductions;
  for (linalg::LinalgOp op : results.getReductions())
    if (!llvm::is_contained(group, op))
      reductions.push_back(op);
  // What reductions leave in shared memory has been read when it is written
  // again: after the barrier of another one, or two rows later.
  if (results.getCompanions(reductions.front()).size() == reductions.size())
    turn = emitter.remainder(row, 2);
  // They come first, while nothing else is kept.
  for (linalg::LinalgOp op : reductions) {
    Value value = op->getResult(0);
    emitter.element(value,
                    rowOf(cast<RankedTensorType>(value.getType()).getShape()));
  }
  turn = {};
  int64_t numValues = sums.size() / columns.size();
  SmallVector<Value> next;
  for (Value column : columns)
    llvm::append_range(next,
                       combine(group, at(column),
                               ArrayRef(sums).slice(next.size(), numValues)));
  sums = std::move(next);
  storeFull(part.outputs, run.space, llvm::map_to_vector(lanes, at), run.width);
  for (const KernelResult &result : part.perRow)
    storeOnce(result, rowOf(result.shape()));
}

void GPUNest::emitRowRun(const Part &part, Value block) {
  ArrayRef<linalg::LinalgOp> group = part.columnSums;
  teamIsBlock = true;
  int64_t size = part.space.back();
  RowWalk walk(kernel, part.space, size, size, blockSize);
  Indices kept =
      emitter.delinearize(block, part.columns.front().shape().drop_back());
  RowRun run{
      llvm::to_vector(part.space), getReducedSize(group.front()), walk.width,
      [&](Value row, Value column) {
        return ReducedSpace(emitter, group, append(kept, column)).at(row);
      }};
  Value thread = position->thread;
  ThreadColumns columns(emitter, walk, thread, blockSize);
  SmallVector<Value> sums;
  for (Value column : columns.all)
    llvm::append_range(sums, startValues(group, append(kept, column)));
  int64_t numValues = sums.size() / columns.all.size();

  RowStages stages(*this, run, kLeastBlocks);
  stages.begin(columns.lanes);
  Value row =
      emitter.openLoop(emitter.constant(0), emitter.constant(run.numRows),
                       emitter.constant(1), &sums, /*independent=*/false);
  emitter.stayInside();
  position->thread = hideIndex(emitter, thread);
  ThreadColumns here(emitter, walk, position->thread, blockSize);
  stages.enter(row, here.lanes);
  emitRunRow(part, run, row, here.lanes, here.all, sums);
  stages.leave();
  emitter.closeLoop(&sums);
  emitter.stayInside();
  position->thread = thread;

  SmallVector<Indices> lanes;
  for (Value lane : columns.lanes)
    lanes.push_back(append(kept, lane));
  for (auto [i, column] : llvm::enumerate(columns.all))
    finish(group, append(kept, column),
           ArrayRef(sums).slice(i * numValues, numValues));
  store(part.columns, lanes, walk.width);
}
