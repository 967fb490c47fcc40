//===- GPUNest.h - The threads of a kernel ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A kernel is one launch. Results that have nothing in common are parts of it,
// each with blocks of its own; each kind of part has a file that says what its
// threads compute, and the element emitter, which kernels on CPUs share, says
// how:
//
//   elements   a thread computes a few neighbouring elements of the results, so
//              that it moves 16 bytes at a time (ElementNest.cpp); where an
//              operand lies across, through a tile in shared memory
//              (TransposeNest.cpp)
//   rows       a team of threads, a warp or a block, computes what reductions
//              give for an index, and then the elements that need it
//              (RowNest.cpp)
//   row runs   a block computes rows one after another, loads them ahead, and
//              sums up their columns on the way (RowRunNest.cpp)
//   columns    a thread goes down a few neighbouring columns; those of a block
//              that have the same columns combine their parts in order
//              (ColumnNest.cpp)
//   scatter    a thread has elements of the result of its own, and goes through
//              the updates in order (ScatterNest.cpp)
//
// No element is written by two threads, and all sums have a fixed order.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_CONVERSION_KERNELSTOGPU_GPUNEST_H
#define SHARDWISE_LIB_CONVERSION_KERNELSTOGPU_GPUNEST_H

#include "../KernelsToLoops/KernelResults.h"
#include "Teams.h"

namespace mlir::shardwise {

/// An argument that is read along another dimension than the results.
struct Across {
  Value value;
  /// Of each of its dimensions, which one of the results it is; -1 if it has
  /// size 1.
  SmallVector<int64_t> dims;
};

struct RowRun;

/// Some results and the blocks that compute them.
struct Part {
  enum Kind { Elements, Rows, RowRuns, Columns, Scatter } kind = Elements;
  KernelResultList outputs = {};
  /// Rows and columns: results that are stored while the reductions' space is
  /// traversed.
  KernelResultList full = {};
  /// Row runs: the space whose last dimension are the rows; the sums of
  /// columns, and the reductions that give them.
  SmallVector<int64_t, 0> space = {};
  SmallVector<KernelResult, 0> columns = {};
  SmallVector<linalg::LinalgOp, 0> columnSums = {};
  int64_t blocks = 1;
  /// Elements: operands that go through shared memory, all of which have one
  /// fastest dimension.
  SmallVector<Across, 0> across = {};
  /// Rows: how many leading dimensions the reductions depend on, whether a
  /// block computes a row, and results with an element for each row.
  unsigned prefix = 0;
  bool isBlock = false;
  KernelResultList perRow = {};
  /// Rows: whether all reductions of the kernel are computed in one loop.
  bool together = false;
  /// Blocks that a multiprocessor should have room for; 0 if that follows from
  /// the code.
  int64_t leastBlocks = 0;

  ArrayRef<int64_t> shape() const { return outputs.front().shape(); }
  int64_t size() const { return outputs.front().size(); }
  /// Rows: how many there are.
  int64_t rows() const {
    return ShapedType::getNumElements(shape().take_front(prefix));
  }
};

/// The largest number of blocks that parts of unbounded size have: enough to
/// keep all multiprocessors of a large GPU busy.
inline constexpr int64_t kManyBlocks = 1056;

/// What the nests of one kernel share.
class GPUNest {
public:
  GPUNest(func::FuncOp kernel, gpu::GPUFuncOp function);

  /// Emits what the blocks of a part compute; `block` counts them from 0.
  void emit(const Part &part, Value block);
  /// Sets the size of all blocks, and where a thread is in its block.
  void setBlockSize(int64_t size);

  func::FuncOp kernel;
  gpu::GPUFuncOp function;
  ElementEmitter emitter;
  KernelResults results;
  int64_t blockSize = 256;
  std::optional<ThreadPosition> position;
  /// Whether all indices are positions in row-major order.
  bool flat = false;

private:
  void emitElements(const Part &part, Value block);
  void emitTransposed(const Part &part, Value block);
  void emitRows(const Part &part, Value block);
  void emitRowRun(const Part &part, Value block);
  void emitColumns(const Part &part, Value block);
  void emitScatter(const Part &part, Value block);

  // Rows.
  void emitRow(const Part &part, ArrayRef<Value> row, Value block);
  void reduce(ArrayRef<linalg::LinalgOp> group, ArrayRef<Value> index,
              ArrayRef<KernelResult> full);
  SmallVector<Value> reduceShare(ArrayRef<linalg::LinalgOp> group,
                                 ArrayRef<Value> index,
                                 ArrayRef<KernelResult> full);
  int64_t teamSize() const { return teamIsBlock ? blockSize : kWarp; }
  Value teamMember() const {
    return teamIsBlock ? position->thread : position->lane;
  }

  // Row runs.
  void emitRunRow(const Part &part, const RowRun &run, Value row,
                  ArrayRef<Value> lanes, ArrayRef<Value> columns,
                  SmallVector<Value> &sums);

  // Columns.
  struct ColumnTile;
  SmallVector<Value> emitColumnRun(const Part &part, const ColumnTile &tile,
                                   ArrayRef<Value> index);
  SmallVector<Value> shareColumns(const ColumnTile &tile, ArrayRef<Type> types,
                                  SmallVector<Value> run);
  void emitColumnSums(const Part &part, const ColumnTile &tile,
                      ArrayRef<Value> index, ArrayRef<Value> shared);

  /// Elements of a result at each place and at the following ones up to
  /// `width`.
  SmallVector<Value> evaluate(const KernelResult &result,
                              ArrayRef<ElementEmitter::Indices> places,
                              int64_t width);
  /// Stores elements at each place and at the following ones up to `width`.
  void store(ArrayRef<KernelResult> outputs,
             ArrayRef<ElementEmitter::Indices> places, int64_t width);
  /// Stores results of the reductions' space at some iterations.
  void storeFull(ArrayRef<KernelResult> full, ArrayRef<int64_t> space,
                 ArrayRef<ElementEmitter::Indices> iterations, int64_t width);
  void storeOnce(ArrayRef<KernelResult> outputs, ArrayRef<Value> index);
  /// A loop whose iterations are those of different threads.
  Value openThreadLoop(Value lower, int64_t upper, int64_t step,
                       SmallVectorImpl<Value> *carried = nullptr);
  /// Whether the threads of a team may be at different places here.
  bool isDivergent();
  SmallVector<Value> startValues(ArrayRef<linalg::LinalgOp> group,
                                 ArrayRef<Value> index);
  SmallVector<Value> combine(ArrayRef<linalg::LinalgOp> group,
                             ArrayRef<Value> iteration, ValueRange values);
  void finish(ArrayRef<linalg::LinalgOp> group, ArrayRef<Value> index,
              ValueRange values);

  /// Whether the team of the part at hand is a block.
  bool teamIsBlock = false;
  /// In the code of a loop over rows: 0 and 1 by turns.
  Value turn;
  /// Blocks of code in which threads take different ways.
  DenseSet<Block *> divergent;
};

/// What reductions go through for one index of their results, as one row-major
/// sequence of places.
struct ReducedSpace {
  ReducedSpace(ElementEmitter &emitter, ArrayRef<linalg::LinalgOp> group,
               ArrayRef<Value> index);

  /// The iteration of the reductions at a place.
  ElementEmitter::Indices at(Value place) const;
  /// Opens a loop over the places of one of `count` threads that share them
  /// evenly and in order.
  Value openRun(Value member, int64_t count,
                SmallVectorImpl<Value> &carried) const;
  /// Whether neighbouring places are neighbours in the last dimension.
  bool isFastest() const { return dims.back() + 1 == ranges.size(); }

  ElementEmitter &emitter;
  /// All dimensions of the reductions, and the sizes of those that the index
  /// leaves open.
  SmallVector<int64_t> ranges, sizes;
  int64_t size;
  /// Whether a reduction depends on the order of what it combines.
  bool isOrdered;

private:
  ElementEmitter::Indices fixed;
  SmallVector<unsigned> dims;
};

/// The bytes of one element of a tensor or buffer.
int64_t getElementBytes(Value value);

/// How many neighbouring elements of a shape a thread takes: 16 bytes of the
/// widest large buffer, if rows consist of as many.
int64_t getLaneCount(func::FuncOp kernel, ArrayRef<int64_t> shape);

/// How a team goes along a row.
struct RowWalk {
  /// Neighbouring elements of a thread, and how many such lanes it takes at
  /// once; whether it goes on with more.
  int64_t width, lanesPerIteration;
  bool isLoop;

  /// `shape` is the one whose trailing dimensions are the row.
  RowWalk(func::FuncOp kernel, ArrayRef<int64_t> shape, int64_t size,
          int64_t last, int64_t team);
};

/// Makes one part of a kernel's results if blocks should compute runs of rows;
/// `reduced` are those that need reductions. The number of threads of a block
/// is `blockSize`.
std::optional<Part> planRowRuns(GPUNest &nest, KernelResultList &reduced,
                                int64_t &blockSize);

/// How a block is laid over the columns that a part reduces.
struct ColumnShape {
  /// Neighbouring columns of a thread; threads along a row and down a column;
  /// blocks along a row, and in all.
  int64_t width, across, down, blocks, numBlocks;

  ColumnShape(func::FuncOp kernel, linalg::LinalgOp op, unsigned numValues,
              int64_t blockSize);
};

/// The size of blocks that suits reductions of columns.
int64_t chooseColumnBlock(GPUNest &nest);

/// Finds the operands of a part that lie across.
void findTransposes(GPUNest &nest, Part &part);
/// How many blocks compute a part with such operands.
int64_t countTiles(const Part &part);

/// Chooses the parts of the kernel, and the size of its blocks.
SmallVector<Part> planParts(GPUNest &nest);

} // namespace mlir::shardwise

#endif // SHARDWISE_LIB_CONVERSION_KERNELSTOGPU_GPUNEST_H
