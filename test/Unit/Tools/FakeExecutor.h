//===- FakeExecutor.h - An executor that runs nothing -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_TEST_UNIT_TOOLS_FAKEEXECUTOR_H
#define SHARDWISE_TEST_UNIT_TOOLS_FAKEEXECUTOR_H

#include "shardwise/Runtime/Executor.h"

namespace shardwise::test {

/// Counts steps, and fails at one of them.
class FakeExecutor final : public runtime::Executor {
public:
  explicit FakeExecutor(int64_t failing = -1) : failing(failing) {}
  const runtime::Plan &getPlan() const override { return plan; }
  void write(unsigned, const void *) override {}
  void fill(unsigned, const random::Initializer &) override {}
  void read(unsigned, void *) const override {}
  const void *getLocalData(unsigned, int64_t) const override { return nullptr; }
  Error runStep() override {
    if (numSteps++ == failing)
      return makeError("no more");
    return Error::success();
  }
  Expected<double> finishStep(int64_t step) override {
    finished.push_back(step);
    return 0.0;
  }
  Error getError() const override { return Error::success(); }

  int64_t failing, numSteps = 0;
  std::vector<int64_t> finished;
  runtime::Plan plan;
};

} // namespace shardwise::test

#endif // SHARDWISE_TEST_UNIT_TOOLS_FAKEEXECUTOR_H
