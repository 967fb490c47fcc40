//===- RowRunNest.cpp - Blocks that compute rows and sum up columns -------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A gradient of rows and the sums of columns that belong to it read the same
// operands. A block computes a run of rows, one after another, as RowNest.cpp
// says; each thread has the same columns in all of them, whose sums stay in
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
// kernel combines; see SplitReductions.cpp.
//
//===----------------------------------------------------------------------===//

#include "GPUNest.h"
#include "RowRuns.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"

using namespace mlir;
using namespace mlir::shardwise;
using Indices = ElementEmitter::Indices;

/// Blocks of such kernels that a multiprocessor has at once.
static constexpr int64_t kLeastBlocks = 2;

/// Whether an element of the result belongs to each iteration of `space`.
static bool hasSpace(ArrayRef<int64_t> space, ArrayRef<int64_t> shape) {
  return countJoinedDims(space, shape) == space.size();
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
  SmallVector<int64_t> space = first.getStaticLoopRanges();
  for (linalg::LinalgOp op : nest.results.getReductions()) {
    bool isColumnSum = llvm::is_contained(part.columnSums, op);
    if (isColumnSum
            ? op.getStaticLoopRanges() != space ||
                  op.getIteratorTypesArray() != first.getIteratorTypesArray()
            : !isRowReduction(op, space))
      return std::nullopt;
  }
  auto size = chooseRunBlock(nest.kernel, space, part.columnSums.size());
  if (!size)
    return std::nullopt;
  for (const KernelResult &result : reduced) {
    if (result.value.getDefiningOp() &&
        llvm::is_contained(part.columnSums, result.value.getDefiningOp()))
      continue;
    if (hasSpace(space, result.shape()))
      part.outputs.push_back(result);
    else if (hasSpace(ArrayRef(space).drop_back(), result.shape()))
      part.perRow.push_back(result);
    else
      return std::nullopt;
  }
  llvm::append_range(part.outputs, nest.results.takeSpace(space));
  blockSize = *size;
  part.blocks =
      ShapedType::getNumElements(part.columns.front().shape()) / space.back();
  part.leastBlocks = kLeastBlocks;
  reduced.clear();
  return part;
}

/// An index that code generators take for a new one each time. What is the same
/// for all rows is then loaded again for each, from the nearest cache, and
/// takes no registers from the sums.
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

void GPUNest::emitRowRun(const Part &part, Value block) {
  ArrayRef<linalg::LinalgOp> group = part.columnSums;
  linalg::LinalgOp first = group.front();
  SmallVector<int64_t> space = first.getStaticLoopRanges();
  ArrayRef<int64_t> kept = part.columns.front().shape().drop_back();
  teamIsBlock = true;
  RowWalk walk(kernel, space, space.back(), space.back(), blockSize);
  int64_t stride = blockSize * walk.width;
  Indices run = emitter.delinearize(block, kept);
  // The first column of each lane of the thread, and all columns, as indices of
  // the sums.
  SmallVector<Indices> lanes, columns;
  auto setColumns = [&](Value thread) {
    Value first = emitter.mul(thread, walk.width);
    lanes.clear();
    columns.clear();
    emitter.assumeLanes(first, walk.width);
    for (int64_t i = 0; i < walk.lanesPerIteration; ++i) {
      lanes.push_back(run);
      lanes.back().push_back(emitter.plus(first, i * stride));
      for (int64_t k = 0; k < walk.width; ++k) {
        columns.push_back(lanes.back());
        columns.back().back() = emitter.plus(lanes.back().back(), k);
      }
    }
  };
  Value thread = position->thread;
  setColumns(thread);
  SmallVector<Value> sums;
  for (const Indices &column : columns)
    llvm::append_range(sums, startValues(group, column));
  int64_t numValues = sums.size() / columns.size();

  Value row = emitter.openLoop(emitter.constant(0),
                               emitter.constant(getReducedSize(first)),
                               emitter.constant(1), &sums,
                               /*independent=*/false);
  emitter.stayInside();
  position->thread = hideIndex(emitter, thread);
  setColumns(position->thread);
  unsigned numBefore = numTeamReductions;
  auto iterationAt = [&](const Indices &column) {
    ReducedSpace inner(emitter, group, column);
    return inner.at(row);
  };
  SmallVector<Value> next;
  for (const Indices &column : columns)
    llvm::append_range(next,
                       combine(group, iterationAt(column),
                               ArrayRef(sums).slice(next.size(), numValues)));
  storeFull(part.outputs, space, llvm::map_to_vector(lanes, iterationAt),
            walk.width);
  Indices rowIndex = iterationAt(columns.front());
  rowIndex.pop_back();
  for (const KernelResult &result : part.perRow)
    storeOnce(result, joinIndex(emitter, rowIndex, ArrayRef(space).drop_back(),
                                result.shape()));
  // What the only reduction left in shared memory has been read when the next
  // row's is written; two of them alternate.
  if (numTeamReductions == numBefore + 1)
    gpu::BarrierOp::create(emitter.here(), emitter.loc());
  sums = next;
  emitter.closeLoop(&sums);
  emitter.stayInside();
  position->thread = thread;
  setColumns(thread);
  for (auto [i, column] : llvm::enumerate(columns))
    finish(group, column, ArrayRef(sums).slice(i * numValues, numValues));
  store(part.columns, lanes, walk.width);
}
