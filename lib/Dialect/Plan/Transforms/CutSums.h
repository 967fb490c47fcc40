//===- CutSums.h - Products and their sums, part by part --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The rows of a product do not depend on each other. So where its result is
// exchanged and nothing else can run meanwhile, the product is cut: the first
// rows are on their way while the next ones are computed.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_DIALECT_PLAN_TRANSFORMS_CUTSUMS_H
#define SHARDWISE_LIB_DIALECT_PLAN_TRANSFORMS_CUTSUMS_H

#include "CommandTree.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "shardwise/Dialect/Plan/Transforms/CostModel.h"

namespace mlir::shardwise::plan {

/// The rows of a product: the leading dimensions that its result shares with
/// one input, in memory that neither the other input nor a sum goes through.
struct ProductRows {
  /// The input with the same rows, 0 or 1.
  unsigned side = 0;
  /// How many dimensions they are, and how many rows.
  unsigned numDims = 0;
  int64_t count = 1;

  static ProductRows find(linalg::ContractOp op);
};

/// Decides which products are cut, and where: sets `rows` of a product and of
/// the exchange that follows it, where the estimated times say that it pays.
/// Parts are multiples of `minRows`.
void cutSums(std::vector<CommandNode> &nodes, const CostModel &model,
             int64_t minRows);

} // namespace mlir::shardwise::plan

#endif // SHARDWISE_LIB_DIALECT_PLAN_TRANSFORMS_CUTSUMS_H
