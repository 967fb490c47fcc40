//===- RowRuns.h - Rows that a block computes in runs -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// When a block can compute rows one after another, and sums of their columns in
// one go, which the pass that makes such kernels asks as well as their
// lowering.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_CONVERSION_KERNELSTOGPU_ROWRUNS_H
#define SHARDWISE_LIB_CONVERSION_KERNELSTOGPU_ROWRUNS_H

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"

namespace mlir::shardwise {

/// How many leading dimensions of `space` those of `shape` are made of, each of
/// one or more neighbours; 0 if they are not.
size_t countJoinedDims(ArrayRef<int64_t> space, ArrayRef<int64_t> shape);

/// Whether a reduction whose parts can be combined in any way keeps the last
/// dimension, and whether it keeps no other.
bool keepsLastDimension(linalg::ReduceOp op);
bool keepsOnlyLastDimension(linalg::ReduceOp op);

/// Whether a reduction goes over the last dimension alone, of a space that
/// `space` splits.
bool isRowReduction(linalg::LinalgOp op, ArrayRef<int64_t> space);

/// The size of blocks whose threads keep sums of their columns in registers, if
/// there is one.
std::optional<int64_t> chooseRunBlock(func::FuncOp kernel,
                                      ArrayRef<int64_t> space, int64_t numSums);

} // namespace mlir::shardwise

#endif // SHARDWISE_LIB_CONVERSION_KERNELSTOGPU_ROWRUNS_H
