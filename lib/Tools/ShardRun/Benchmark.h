//===- Benchmark.h - How fast a step is -------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_TOOLS_SHARDRUN_BENCHMARK_H
#define SHARDWISE_LIB_TOOLS_SHARDRUN_BENCHMARK_H

#include "Facts.h"
#include "shardwise/Runtime/Executor.h"
#include <iosfwd>

namespace shardwise::tools {

/// Measures the step of an executor whose arguments are set: 3 steps that do
/// not count, a burst of 3, `numWarm` that bring the device to its steady
/// clock, and `numTimed` twice, queued and one by one. Times are the host's,
/// from before the first step is queued until the last has ended.
Expected<BenchFacts> measureSteps(::shardwise::runtime::Executor &executor,
                                  int64_t numWarm, int64_t numTimed);

void printBench(std::ostream &os, const BenchFacts &bench);

} // namespace shardwise::tools

#endif // SHARDWISE_LIB_TOOLS_SHARDRUN_BENCHMARK_H
