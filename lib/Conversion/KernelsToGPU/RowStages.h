//===- RowStages.h - Rows that are loaded ahead -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A block that computes rows one after another would wait for memory in each of
// them. So it copies what a row reads into shared memory some rows before, by
// the GPU's asynchronous copies, which take no registers. With three slots:
//
//     begin to copy rows 0, 1             slots 0, 1
//     for each row r
//       begin to copy row r + 2           slot (r + 2) mod 3
//       wait for row r
//       compute row r                     slot r mod 3
//
// A thread copies just what it reads itself, the elements of its columns. So it
// waits for its own copies alone and for no other thread, and a slot is written
// again after the thread has read it. Of what has one element for each row, as
// statistics, all that the run needs is copied before its first row.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_CONVERSION_KERNELSTOGPU_ROWSTAGES_H
#define SHARDWISE_LIB_CONVERSION_KERNELSTOGPU_ROWSTAGES_H

#include "GPUNest.h"

namespace mlir::shardwise {

/// The rows of a block.
struct RowRun {
  /// The last dimension of the space are the rows.
  SmallVector<int64_t> space;
  int64_t numRows;
  /// Neighbouring columns of a lane.
  int64_t width;
  /// The iteration of the space for a row of the run and a column.
  std::function<ElementEmitter::Indices(Value row, Value column)> iterationAt;

  ArrayRef<int64_t> rowSpace() const { return ArrayRef(space).drop_back(); }
};

class RowStages {
public:
  using Indices = ElementEmitter::Indices;

  /// Stages for blocks of which a multiprocessor has `numBlocks` at once.
  RowStages(GPUNest &nest, const RowRun &run, int64_t numBlocks);
  ~RowStages();

  /// Begins to copy what the first rows read; before the loop over the rows.
  /// `lanes` are the first columns of the thread's lanes.
  void begin(ArrayRef<Value> lanes);
  /// At the beginning of the code for a row: begins to copy a later one, and
  /// lets elements of this one be read from where they are.
  void enter(Value row, ArrayRef<Value> lanes);
  /// At the end of the code for a row.
  void leave();

private:
  struct Operand {
    Value value;
    /// [slot, column], or [row] if it has one element for each row.
    bool isPerRow = false;
    Value copies = {};
    /// What copies it, to take that back if nothing reads it there.
    SmallVector<Operation *> copyOps = {};
    bool isRead = false;
  };

  void findOperands();
  void allocateSlots(int64_t numBlocks);
  void copyPerRow();
  void copyRow(Value row);
  Indices indexOf(const Operand &operand, Value row, Value column);
  ElementEmitter::Place locate(Value value, ArrayRef<Value> index);

  GPUNest &nest;
  ElementEmitter &emitter;
  const RowRun &run;
  /// 0 if no rows are copied ahead.
  int64_t numSlots = 0;
  SmallVector<Operand, 0> operands;
  /// What the code at hand is for.
  SmallVector<Value> lanes;
  Value row;
};

} // namespace mlir::shardwise

#endif // SHARDWISE_LIB_CONVERSION_KERNELSTOGPU_ROWSTAGES_H
