//===- DescribeOverlaps.h - What hides each collective ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_TARGET_PLAN_DESCRIBEOVERLAPS_H
#define SHARDWISE_TARGET_PLAN_DESCRIBEOVERLAPS_H

#include "shardwise/Dialect/Plan/Transforms/CostModel.h"
#include "shardwise/Runtime/Plan.h"

namespace mlir::shardwise {

/// A collective of a plan, and what runs beside it; times are estimates.
struct CollectiveOverlap {
  /// The kind and where it stands in the program.
  std::string name;
  int64_t bytes = 0;
  double seconds = 0, hiddenSeconds = 0;
  /// What runs beside it, or why nothing does.
  std::string beside;
};

/// Says for each collective of a plan what hides it.
std::vector<CollectiveOverlap>
describeOverlaps(const ::shardwise::runtime::Plan &plan,
                 const plan::SchedulePassOptions &options);

} // namespace mlir::shardwise

#endif // SHARDWISE_TARGET_PLAN_DESCRIBEOVERLAPS_H
