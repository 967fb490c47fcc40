//===- ProgramCases.h - What random programs should give --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What is kept of a program's outputs: sums of a few elements each, with a
// weight for every place, so that no element is wrong or elsewhere without a
// trace, and a file is an eighth of the values. No LLVM.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_TEST_GPU_PROGRAMCASES_H
#define SHARDWISE_TEST_GPU_PROGRAMCASES_H

#include "../Unit/Pipelines/RunProgram.h"

namespace shardwise::test {

/// How many elements a sum has.
inline constexpr size_t kSummed = 8;

/// The sums of each output.
inline Outputs summarize(const Outputs &outputs) {
  Outputs result;
  for (const auto &[name, values] : outputs) {
    std::vector<float> &sums = result[name];
    for (size_t begin = 0; begin < values.size(); begin += kSummed) {
      double sum = 0;
      size_t end = std::min(begin + kSummed, values.size());
      for (size_t i = begin; i < end; ++i)
        sum += values[i] * (1 + double(i - begin) / kSummed);
      sums.push_back(float(sum));
    }
  }
  return result;
}

} // namespace shardwise::test

#endif // SHARDWISE_TEST_GPU_PROGRAMCASES_H
