//===- CollectiveSummary.h - What a program communicates --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_DIALECT_DIST_TRANSFORMS_COLLECTIVESUMMARY_H
#define SHARDWISE_DIALECT_DIST_TRANSFORMS_COLLECTIVESUMMARY_H

#include "shardwise/Dialect/Dist/IR/Dist.h"

namespace mlir::shardwise::dist {

/// The collectives of one kind over the same axes.
struct CollectiveSummary {
  CollectiveKind kind;
  /// As the user writes them: ["data", "model"].
  std::string axes;
  /// In a step; those in a loop with a known number of trips count once a trip.
  int64_t count = 0;
  /// What one device receives in a step, over a ring; see
  /// `shardwise::getBytesReceived`.
  int64_t bytesPerDevice = 0;
};

/// Sums up the collectives of a program, in the order of their first
/// occurrence. Slices, which communicate nothing, are left out.
SmallVector<CollectiveSummary> summarizeCollectives(LocalProgramOp program);

} // namespace mlir::shardwise::dist

#endif // SHARDWISE_DIALECT_DIST_TRANSFORMS_COLLECTIVESUMMARY_H
