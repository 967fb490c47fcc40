//===- ExecutorTest.cpp - Whole plans -------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests that plans run: commands, loops, state from step to step, and devices
// that do not agree.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Runtime/Executor.h"
#include "../Sharding/TestUtils.h"
#include "TestProcesses.h"
#include "shardwise/Runtime/Transport.h"
#include <gmock/gmock.h>
#include <numeric>

using namespace shardwise;
using namespace shardwise::runtime;

namespace {
/// A kernel: r = a + 1, four floats.
void addOne(void *const *buffers, int64_t) {
  for (int i = 0; i < 4; ++i)
    static_cast<float *>(buffers[1])[i] =
        static_cast<const float *>(buffers[0])[i] + 1;
}
/// A kernel: counts down, and says whether it is not yet zero.
void countDown(void *const *buffers, int64_t) {
  int32_t &counter = *static_cast<int32_t *>(buffers[0]);
  *static_cast<uint8_t *>(buffers[1]) = counter-- > 0;
}

ShardInfo makeShard(ShardInfo::Role role, const char *name, ElementType type,
                    const std::vector<int64_t> &shape,
                    const Sharding &sharding) {
  ShardInfo info;
  info.role = role;
  info.name = name;
  info.type = type;
  info.globalShape = shape;
  info.sharding = sharding;
  return info;
}

Command makeCommand(Command::Kind kind, uint32_t firstOperand, uint32_t index,
                    int64_t bytes = 0) {
  Command command;
  command.kind = kind;
  command.firstOperand = firstOperand;
  command.index = index;
  command.bytes = bytes;
  return command;
}

/// While a counter counts down: add one to a variable, sum it up over devices.
Plan makeLoop(const Mesh &mesh, const Sharding &counterSharding,
              const std::vector<int64_t> &counterShape) {
  Plan plan;
  plan.mesh = mesh;
  plan.arenaBytes = 64;
  plan.shards = {makeShard(ShardInfo::Variable, "w", ElementType::F32, {4},
                           makeSharding({{}})),
                 makeShard(ShardInfo::Input, "n", ElementType::I32,
                           counterShape, counterSharding)};
  plan.buffers = {{Place::Shard, 0}, {Place::Shard, 1}, {Place::Arena, 0, 0}};
  plan.kernels = {countDown, addOne};
  CollectiveTensor tensor{
      ElementType::F32, {4}, makeSharding({{}}, {0}), makeSharding({{}})};
  plan.collectives = {{CollectiveKind::AllReduce, {tensor}, "all_reduce"}};
  plan.operands = {1, 2, 2, 0, 0, 0, 0};
  plan.commands = {
      makeCommand(Command::Launch, 0, 0), makeCommand(Command::Branch, 2, 5),
      makeCommand(Command::Launch, 3, 1),
      makeCommand(Command::Collective, 5, 0), makeCommand(Command::Jump, 0, 0)};
  return plan;
}
} // namespace

TEST(Executor, LoopWithCollective) {
  auto executor =
      Executor::create(makeLoop(makeMesh({2}), makeSharding({}), {}));
  ASSERT_TRUE(bool(executor));
  float values[4] = {0, 1, 2, 3};
  int32_t count = 3;
  (*executor)->write(0, values);
  for (int step = 0; step < 2; ++step) {
    (*executor)->write(1, &count);
    Error error = (*executor)->runStep();
    EXPECT_FALSE(bool(error));
  }
  (*executor)->read(0, values);
  // Six times x -> 2 (x + 1).
  for (int i = 0; i < 4; ++i)
    EXPECT_EQ(values[i], float(i * 64 + 126));
}

TEST(Executor, DevicesThatDoNotAgreeEnd) {
  // Each device has its own number of trips.
  auto executor =
      Executor::create(makeLoop(makeMesh({2}), makeSharding({{0}}), {2}));
  ASSERT_TRUE(bool(executor));
  int32_t counts[2] = {2, 1};
  (*executor)->write(1, counts);
  for (int step = 0; step < 2; ++step)
    EXPECT_EQ(toString((*executor)->runStep()),
              "device 0 calls all_reduce, but device 1 has ended its step");
}

TEST(Executor, SaysWhatItCannotAllocate) {
  Plan plan;
  plan.mesh = makeMesh({});
  plan.arenaBytes = int64_t(1) << 60;
  auto executor = Executor::create(std::move(plan));
  ASSERT_FALSE(bool(executor));
  EXPECT_EQ(toString(executor.takeError()),
            "cannot allocate 1152921504606846976 bytes for a device");
}

TEST(Executor, RefusesAttentions) {
  Plan plan;
  plan.mesh = makeMesh({});
  plan.attentions.emplace_back();
  auto executor = Executor::create(std::move(plan));
  ASSERT_FALSE(bool(executor));
  EXPECT_EQ(toString(executor.takeError()),
            "the plan has attentions, which no library runs on CPUs: they have "
            "to be decomposed");
}

TEST(Executor, WritesAndReadsParts) {
  Plan plan;
  plan.mesh = makeMesh({2, 2});
  plan.shards = {makeShard(ShardInfo::Variable, "w", ElementType::I16, {4, 6},
                           makeSharding({{1}, {0}}))};
  auto executor = Executor::create(std::move(plan));
  ASSERT_TRUE(bool(executor));
  std::vector<int16_t> values(24), result(24);
  std::iota(values.begin(), values.end(), 0);
  (*executor)->write(0, values.data());
  // Device 2 (a = 1, b = 0): rows 0-1, columns 3-5.
  auto *local = static_cast<const int16_t *>((*executor)->getLocalData(0, 2));
  EXPECT_EQ(std::vector<int16_t>(local, local + 6),
            (std::vector<int16_t>{3, 4, 5, 9, 10, 11}));
  (*executor)->read(0, result.data());
  EXPECT_EQ(values, result);
}

//===----------------------------------------------------------------------===//
// Processes
//===----------------------------------------------------------------------===//

TEST(Executor, LoopAmongProcesses) {
  runProcesses(2, [](ProcessGroup &group) {
    Processes processes{std::move(group), nullptr};
    auto executor = Executor::create(
        makeLoop(makeMesh({2}), makeSharding({}), {}), processes);
    ASSERT_TRUE(bool(executor)) << toString(executor.takeError());
    float values[4] = {0, 1, 2, 3};
    int32_t count = 6;
    (*executor)->write(0, values);
    (*executor)->write(1, &count);
    EXPECT_EQ(toString((*executor)->runStep()), "");
    (*executor)->read(0, values);
    for (int i = 0; i < 4; ++i)
      EXPECT_EQ(values[i], float(i * 64 + 126));
  });
}

TEST(Executor, ProcessesWithOtherPlansDoNotBegin) {
  runProcesses(2, [](ProcessGroup &group) {
    bool isFirst = group.getRank() == 0;
    Processes processes{std::move(group), nullptr};
    auto executor = Executor::create(
        makeLoop(makeMesh({2}),
                 makeSharding({isFirst ? AtomList{0} : AtomList{}}), {2}),
        processes);
    ASSERT_FALSE(bool(executor));
    EXPECT_EQ(toString(executor.takeError()),
              "rank 1 has another layout of 'n' than rank 0: i32 2 [[]]; rank "
              "0 has i32 2 [[\"a\"]]");
  });
}

TEST(Executor, AsManyProcessesAsDevices) {
  runProcesses(2, [](ProcessGroup &group) {
    Processes processes{std::move(group), nullptr};
    auto executor = Executor::create(
        makeLoop(makeMesh({3}), makeSharding({}), {}), processes);
    ASSERT_FALSE(bool(executor));
    EXPECT_THAT(toString(executor.takeError()),
                testing::HasSubstr("the mesh has 3 devices, but there are 2 "
                                   "processes: on CPUs each is one device"));
  });
}

TEST(Executor, ProcessThatEndsEarlyIsNamed) {
  // Each has its own number of trips: rank 1 ends its step before rank 0.
  runProcesses(
      2,
      [](ProcessGroup &group) {
        bool isFirst = group.getRank() == 0;
        Processes processes{std::move(group), nullptr};
        auto executor = Executor::create(
            makeLoop(makeMesh({2}), makeSharding({{0}}), {2}), processes);
        ASSERT_TRUE(bool(executor)) << toString(executor.takeError());
        int32_t counts[2] = {2, 1};
        (*executor)->write(1, counts);
        std::string error = toString((*executor)->runStep());
        std::this_thread::sleep_for(std::chrono::seconds(2));
        EXPECT_EQ(error, isFirst ? "step 1 on rank 0 was given up in "
                                   "all_reduce: it did not end within 1 s; "
                                   "rank 1 is after step 1"
                                 : "");
      },
      /*seconds=*/1);
}

TEST(Executor, ProcessThatDiesIsNamed) {
  runProcesses(3, [](ProcessGroup &group) {
    int64_t rank = group.getRank();
    Processes processes{std::move(group), nullptr};
    auto executor = Executor::create(
        makeLoop(makeMesh({3}), makeSharding({}), {}), processes);
    ASSERT_TRUE(bool(executor)) << toString(executor.takeError());
    int32_t count = 1;
    (*executor)->write(1, &count);
    ASSERT_EQ(toString((*executor)->runStep()), "");
    (*executor)->write(1, &count);
    if (rank == 2)
      return processes.group.fail("no more");
    auto begin = std::chrono::steady_clock::now();
    std::string error = toString((*executor)->runStep());
    EXPECT_LT(std::chrono::steady_clock::now() - begin,
              std::chrono::seconds(3));
    EXPECT_THAT(error,
                testing::HasSubstr("step 2 on rank " + std::to_string(rank) +
                                   " was given up in all_reduce: "));
    EXPECT_THAT(error, testing::HasSubstr("rank 2 has given up: no more"));
    // It stays so.
    EXPECT_EQ(toString((*executor)->runStep()), error);
  });
}
