//===- Profile.h - Where the time of a step goes ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_TOOLS_SHARDRUN_PROFILE_H
#define SHARDWISE_LIB_TOOLS_SHARDRUN_PROFILE_H

#include "shardwise/Runtime/CUDA/Executor.h"
#include <iosfwd>
#include <span>

namespace shardwise::tools {

/// Prints how steps lie on their devices, and the times of the first device's
/// commands, run one after the other: by kind, and the costliest, those of one
/// name together. `stepMilliseconds` is the whole step as it usually runs.
void printProfile(std::ostream &os,
                  std::span<const ::shardwise::runtime::CommandTime> commands,
                  double stepMilliseconds);

/// Writes a step as it runs as a time line for trace viewers, the JSON of
/// Chrome's traces: a process for each device, a thread for each stream.
void printTrace(std::ostream &os,
                std::span<const ::shardwise::runtime::CommandTime> commands);

} // namespace shardwise::tools

#endif // SHARDWISE_LIB_TOOLS_SHARDRUN_PROFILE_H
