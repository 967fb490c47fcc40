//===- RunProgram.h - Run a random program ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Runs steps of float variables and outputs on any executor, and compares what
// they gave. No LLVM: the program that runs on GPUs has none.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_TEST_UNIT_PIPELINES_RUNPROGRAM_H
#define SHARDWISE_TEST_UNIT_PIPELINES_RUNPROGRAM_H

#include "shardwise/Runtime/Executor.h"
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <string>
#include <vector>

namespace shardwise::test {

/// The values of each output and variable.
using Outputs = std::map<std::string, std::vector<float>>;

/// How many steps a program runs: the second sees what the first assigned.
inline constexpr int kSteps = 2;

/// Runs some steps on variables that depend on the index.
inline Expected<Outputs> runProgram(runtime::Executor &executor) {
  auto getCount = [&](unsigned shard) {
    return executor.getGlobalBytes(shard) / sizeof(float);
  };
  unsigned numShards = executor.getShards().size();
  for (unsigned shard = 0; shard < numShards; ++shard) {
    const runtime::ShardInfo &info = executor.getShards()[shard];
    if (info.role != runtime::ShardInfo::Variable)
      continue;
    std::vector<float> values(getCount(shard));
    for (size_t i = 0; i < values.size(); ++i)
      values[i] = std::sin(0.7 * i + info.argument);
    executor.write(shard, values.data());
  }
  for (int step = 0; step < kSteps; ++step)
    if (Error error = executor.runStep())
      return error;
  Outputs outputs;
  for (unsigned shard = 0; shard < numShards; ++shard) {
    const runtime::ShardInfo &info = executor.getShards()[shard];
    if (info.role != runtime::ShardInfo::Output &&
        info.role != runtime::ShardInfo::Variable)
      continue;
    std::vector<float> &values = outputs[std::string(info.name)];
    values.resize(getCount(shard));
    executor.read(shard, values.data());
  }
  if (Error error = executor.getError())
    return error;
  return outputs;
}

/// What rounding may make of outputs of programs for GPUs, whose sums of up to
/// 300000 elements of both signs may lose some digits, and where values are
/// rounded to bf16 on the way, all but one.
inline double getLimit(bool narrow) { return narrow ? 0.15 : 1e-2; }

/// The largest difference, relative to the largest value; infinite where only
/// one is finite.
inline double getDifference(const std::vector<float> &a,
                            const std::vector<float> &b) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  double largest = 1e-3, difference = 0;
  if (a.size() != b.size())
    return infinity;
  for (size_t i = 0; i < a.size(); ++i) {
    if (std::isfinite(a[i]) != std::isfinite(b[i]))
      return infinity;
    if (!std::isfinite(a[i]))
      continue;
    largest = std::max<double>(largest, std::abs(a[i]));
    difference = std::max<double>(difference, std::abs(a[i] - b[i]));
  }
  return difference / largest;
}

} // namespace shardwise::test

#endif // SHARDWISE_TEST_UNIT_PIPELINES_RUNPROGRAM_H
