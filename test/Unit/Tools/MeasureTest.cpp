//===- MeasureTest.cpp - Tests of measuring steps -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests that a benchmark runs the steps that it says, and what reports of times
// say.
//
//===----------------------------------------------------------------------===//

#include "Benchmark.h"
#include "FakeExecutor.h"
#include "Profile.h"
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sstream>

using namespace shardwise;
using namespace shardwise::test;
using namespace shardwise::tools;
using namespace shardwise::runtime;

static CommandTime makeTime(const char *kind, const char *name,
                            std::vector<double> milliseconds, int64_t bytes,
                            int64_t operations, double begin) {
  CommandTime time;
  time.begin = begin;
  time.end = begin + 1;
  time.kind = kind;
  time.name = name;
  time.milliseconds = std::move(milliseconds);
  time.bytes = bytes;
  time.operations = operations;
  return time;
}

static std::vector<CommandTime> makeTimes() {
  return {makeTime("kernel", "k", {4, 1, 2}, 4000000000, 0, 0.5),
          makeTime("product", "8x8x8 f32", {5, 5, 5}, 100, 5000000000000, 1.5),
          makeTime("kernel", "k", {1, 1, 1}, 1000000000, 0, 3)};
}

TEST(MeasureTest, RunsWhatItSays) {
  FakeExecutor executor;
  auto facts = measureSteps(executor, /*numWarm=*/7, /*numTimed=*/2);
  ASSERT_TRUE(bool(facts)) << toString(facts.takeError());
  EXPECT_EQ(executor.numSteps, 3 + 3 + 7 + 2 + 2);
  EXPECT_EQ(executor.finished, std::vector<int64_t>({2, 5, 12, 14, 15, 16}));
  EXPECT_EQ(facts->single.size(), 2u);
  EXPECT_LE(facts->single[0], facts->single[1]);
}

TEST(MeasureTest, EndsAtAnError) {
  FakeExecutor executor(/*failing=*/4);
  auto facts = measureSteps(executor, 7, 2);
  ASSERT_FALSE(bool(facts));
  EXPECT_EQ(toString(facts.takeError()), "no more");
  EXPECT_EQ(executor.numSteps, 5);
}

TEST(MeasureTest, Profile) {
  std::ostringstream os;
  printProfile(os, makeTimes(), 10);
  EXPECT_EQ(os.str(), R"(
the step 10.000 ms, its commands one by one 8.000 ms, difference +2.000 ms (+20.0 %)
device 0: 4.000 ms as it runs, 3.000 in commands of the computation, 1.000 between them
  product  1  5.000 ms  62.5 %  1000 TFLOP/s
  kernel   2  3.000 ms  37.5 %  1667 GB/s

  product  1  5.000 ms  62.5 %  1000 TFLOP/s  8x8x8 f32
  kernel   2  3.000 ms  37.5 %  1667 GB/s     k
)");
}

TEST(MeasureTest, Trace) {
  std::ostringstream os;
  printTrace(os, makeTimes());
  auto json = nlohmann::json::parse(os.str());
  const auto &events = json["traceEvents"];
  ASSERT_EQ(events.size(), 3u);
  EXPECT_EQ(events[2]["ts"], 3000);
  EXPECT_EQ(events[2]["dur"], 1000);
  EXPECT_EQ(events[1]["cat"], "product");
}

TEST(MeasureTest, Bench) {
  std::ostringstream os;
  BenchFacts facts;
  facts.burst = 1;
  facts.steady = 2;
  facts.single = {1.5, 2.5, 3.5};
  facts.numWarm = 40;
  facts.numSteady = 3;
  facts.allocatedBytes = 1000000000;
  facts.usedBytes = 1500000000;
  facts.deviceBytes = 2000000000;
  printBench(os, facts);
  EXPECT_EQ(os.str(), R"(
milliseconds a step
  burst          1.000   3 steps after a rest
  steady         2.000   3 steps back to back, after 40 more
  one by one     2.500   median of 3, 1.500 to 3.500
peak memory 1.000 GB allocated, 1.500 GB with what libraries and other processes took meanwhile, 2.000 GB of the device
)");
}
