//===- SplitChoice.h - Where a reduction is split ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_CONVERSION_SPLITREDUCTIONS_SPLITCHOICE_H
#define SHARDWISE_LIB_CONVERSION_SPLITREDUCTIONS_SPLITCHOICE_H

#include "mlir/Dialect/Linalg/IR/Linalg.h"

namespace mlir::shardwise {

/// The dimensions that a reduction is split in: the outer reduced ones are
/// kept as they are, one is divided, and the inner ones are reduced at once.
struct Split {
  /// The input as the parts see it, and how it groups the old dimensions.
  SmallVector<int64_t> shape;
  SmallVector<ReassociationIndices> groups;
  /// Dimensions that a part reduces; those of the parts that are reduced then.
  SmallVector<int64_t> first, second;
};

/// Divides a reduction such that its parts keep a GPU busy, if it would not by
/// itself and has sizes that can be divided.
std::optional<Split> chooseSplit(linalg::LinalgOp op);

/// Divides the rows of sums of columns into runs, one for each block that a
/// large GPU has at work at once, two on a multiprocessor.
std::optional<Split> chooseRuns(linalg::LinalgOp op);

} // namespace mlir::shardwise

#endif // SHARDWISE_LIB_CONVERSION_SPLITREDUCTIONS_SPLITCHOICE_H
