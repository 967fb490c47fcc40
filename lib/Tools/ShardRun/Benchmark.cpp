//===- Benchmark.cpp - How fast a step is ---------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A device that computes hard lowers its clock after a second or so, when it
// reaches its power limit. So the first steps are faster than those of a long
// training, and both are told.
//
//===----------------------------------------------------------------------===//

#include "Benchmark.h"
#include "shardwise/Support/Ranges.h"
#include <chrono>
#include <ostream>

using namespace shardwise;
using namespace shardwise::tools;
using ::shardwise::runtime::Executor;

/// Steps of the burst, and of those before it.
static constexpr int64_t kBurst = 3;

namespace {
/// Runs steps and counts them.
class Runner {
public:
  explicit Runner(Executor &executor) : executor(executor) {}

  /// Runs steps, queued back to back, and adds the milliseconds of one to
  /// `result`.
  Error run(int64_t count, double &result) {
    auto begin = std::chrono::steady_clock::now();
    for (int64_t i = 0; i < count; ++i, ++number)
      if (Error error = executor.queueStep())
        return error;
    if (count > 0)
      if (Error error = executor.finishStep(number - 1).takeError())
        return error;
    std::chrono::duration<double, std::milli> time =
        std::chrono::steady_clock::now() - begin;
    result = count > 0 ? time.count() / count : 0;
    return Error::success();
  }

private:
  Executor &executor;
  int64_t number = 0;
};
} // namespace

Expected<BenchFacts> tools::measureSteps(Executor &executor, int64_t numWarm,
                                         int64_t numTimed) {
  BenchFacts facts;
  facts.numWarm = numWarm;
  facts.numSteady = numTimed;
  Runner runner(executor);
  double ignored;
  for (auto [count, result] :
       {std::pair(kBurst, &ignored), std::pair(kBurst, &facts.burst),
        std::pair(numWarm, &ignored), std::pair(numTimed, &facts.steady)})
    if (Error error = runner.run(count, *result))
      return error;
  for (int64_t i = 0; i < numTimed; ++i)
    if (Error error = runner.run(1, facts.single.emplace_back()))
      return error;
  std::ranges::sort(facts.single);
  return facts;
}

void tools::printBench(std::ostream &os, const BenchFacts &bench) {
  size_t count = bench.single.size();
  os << "\nmilliseconds a step\n"
     << formatText("  burst      {:9.3f}   {} steps after a rest\n",
                   bench.burst, kBurst)
     << formatText("  steady     {:9.3f}   {} steps back to back, after {} "
                   "more\n",
                   bench.steady, bench.numSteady, bench.numWarm)
     << formatText("  one by one {:9.3f}   median of {}, {:.3f} to {:.3f}\n",
                   bench.single[count / 2], count, bench.single.front(),
                   bench.single.back())
     << formatText("peak memory {:.3f} GB allocated, {:.3f} GB with what "
                   "libraries and other processes took meanwhile, {:.3f} GB "
                   "of the device\n",
                   bench.allocatedBytes / 1e9, bench.usedBytes / 1e9,
                   bench.deviceBytes / 1e9);
}
