//===- JoinSums.h - Rows and sums of their columns --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_CONVERSION_SPLITREDUCTIONS_JOINSUMS_H
#define SHARDWISE_LIB_CONVERSION_SPLITREDUCTIONS_JOINSUMS_H

#include "mlir/IR/Operation.h"

namespace mlir::shardwise {

/// Makes one kernel of each two that compute rows and sums of columns and read
/// nearly the same. The sums are still to be split into runs of rows.
void joinSums(Operation *root);

} // namespace mlir::shardwise

#endif // SHARDWISE_LIB_CONVERSION_SPLITREDUCTIONS_JOINSUMS_H
