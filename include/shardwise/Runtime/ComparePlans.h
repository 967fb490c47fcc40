//===- ComparePlans.h - Whether all processes have one plan -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_RUNTIME_COMPAREPLANS_H
#define SHARDWISE_RUNTIME_COMPAREPLANS_H

#include "shardwise/Runtime/Plan.h"
#include "shardwise/Runtime/ProcessGroup.h"
#include <span>
#include <vector>

namespace shardwise::runtime {

/// Something that must be the same on all processes: what it is, as it stands
/// after "another", and how it is here.
struct PlanPart {
  std::string what, value;
};

/// The parts of a plan in the order in which a difference is worth to be told:
/// the mesh, the layouts by name, the collectives in their order, then the
/// rest.
std::vector<PlanPart> getParts(const Plan &plan);

/// Says in what `own` first differs from `first`, the parts of rank 0; nothing
/// if in nothing.
std::optional<std::string> findDifference(std::span<const PlanPart> first,
                                          std::span<const PlanPart> own,
                                          int64_t rank);

/// Ends in an error on all processes if one has other parts than rank 0.
Error compareParts(ProcessGroup &group, std::span<const PlanPart> parts);

} // namespace shardwise::runtime

#endif // SHARDWISE_RUNTIME_COMPAREPLANS_H
