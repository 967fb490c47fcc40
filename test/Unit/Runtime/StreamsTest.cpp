//===- StreamsTest.cpp - Which commands may run at the same time ----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests that commands of different streams wait for each other where they must
// and only there, and that a plan in which two could meet is found.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Runtime/Streams.h"
#include "../Sharding/TestUtils.h"
#include <gtest/gtest.h>
#include <random>

using namespace shardwise;
using namespace shardwise::runtime;

namespace {
/// A plan of copies between 64-byte places of the arena.
struct Copies {
  Plan plan;

  explicit Copies(unsigned numPlaces = 8) {
    plan.mesh = makeMesh({2});
    plan.arenaBytes = 64 * numPlaces;
    for (unsigned i = 0; i < numPlaces; ++i)
      plan.buffers.push_back({Place::Arena, 0, 64 * i, 64});
  }
  Copies &copy(uint32_t stream, uint32_t from, uint32_t to) {
    Command command;
    command.kind = Command::Copy;
    command.stream = stream;
    command.bytes = 64;
    command.firstOperand = plan.operands.size();
    plan.operands.push_back(from);
    plan.operands.push_back(to);
    plan.commands.push_back(command);
    return *this;
  }
  /// The waits of all commands, in order.
  std::vector<std::vector<uint32_t>> order() {
    orderStreams(plan);
    std::vector<std::vector<uint32_t>> waits;
    for (size_t i = 0; i < plan.commands.size(); ++i)
      waits.emplace_back(getWaits(plan, i).begin(), getWaits(plan, i).end());
    EXPECT_EQ(checkStreams(plan), std::nullopt);
    return waits;
  }
};

using Waits = std::vector<std::vector<uint32_t>>;
} // namespace

TEST(Streams, OneStreamNeedsNoWaits) {
  EXPECT_EQ(Copies().copy(0, 0, 1).copy(0, 1, 0).order(), (Waits{{}, {}}));
}

TEST(Streams, ReadAfterWriteWriteAfterReadAndWriteAfterWrite) {
  EXPECT_EQ(Copies().copy(0, 0, 1).copy(1, 1, 2).order(), (Waits{{}, {0}}));
  EXPECT_EQ(Copies().copy(0, 0, 1).copy(1, 2, 0).order(), (Waits{{}, {0}}));
  EXPECT_EQ(Copies().copy(0, 0, 1).copy(1, 2, 1).order(), (Waits{{}, {0}}));
  EXPECT_EQ(Copies().copy(0, 0, 1).copy(1, 0, 2).order(), (Waits{{}, {}}));
}

TEST(Streams, ContractionsReadBiasesAndKeepSums) {
  Copies copies;
  ContractionShape shape;
  shape.biasElements = 4;
  shape.isGelu = true;
  copies.plan.contractions.push_back(shape);
  // Operands in places 0 and 1, the bias in 2, the output in 3, the sum in 4.
  Command command;
  command.kind = Command::Contract;
  copies.plan.operands = {0, 1, 2, 3, 4};
  copies.plan.commands.push_back(command);
  // Nobody waits to read a bias, but to replace it, or to read what is made.
  EXPECT_EQ(copies.copy(1, 2, 5).copy(2, 6, 2).copy(3, 4, 7).order(),
            (Waits{{}, {}, {1, 0}, {0}}));
}

TEST(Streams, OneWaitCoversWhatComesBefore) {
  // The third waits for the second, after which the first has ended too.
  EXPECT_EQ(Copies().copy(0, 0, 1).copy(0, 2, 3).copy(1, 3, 1).order(),
            (Waits{{}, {}, {1}}));
  // The last knows about the first through the second.
  EXPECT_EQ(Copies().copy(0, 0, 1).copy(1, 1, 2).copy(2, 2, 1).order(),
            (Waits{{}, {0}, {1}}));
  // Nothing is waited for twice.
  EXPECT_EQ(Copies().copy(1, 0, 1).copy(0, 1, 2).copy(0, 1, 3).order(),
            (Waits{{}, {0}, {}}));
}

TEST(Streams, PartsOfBuffersOverlap) {
  Copies copies;
  copies.plan.buffers[1] = {Place::Arena, 0, 32, 64};
  EXPECT_EQ(copies.copy(0, 2, 0).copy(1, 1, 3).order(), (Waits{{}, {0}}));
  Copies shards;
  shards.plan.buffers[0] = {Place::Shard, 0, 0, 64};
  shards.plan.buffers[1] = {Place::Shard, 1, 0, 64};
  EXPECT_EQ(shards.copy(0, 2, 0).copy(1, 3, 1).order(), (Waits{{}, {}}));
}

TEST(Streams, ARaceIsFound) {
  Copies copies;
  copies.copy(0, 0, 1).copy(0, 4, 5).copy(1, 1, 2).order();
  copies.plan.waits[0] = 0;
  EXPECT_EQ(checkStreams(copies.plan), std::nullopt);
  copies.plan.waits.clear();
  EXPECT_EQ(checkStreams(copies.plan),
            "has a race: command 0 on stream 0 and command 2 on stream 1 touch "
            "the same memory and may run at the same time");
}

TEST(Streams, OtherProblems) {
  Copies copies;
  copies.copy(0, 0, 1).copy(1, 1, 2).order();
  copies.plan.waits[0] = 1;
  EXPECT_EQ(checkStreams(copies.plan), "has a command 1 that waits for command "
                                       "1, which does not come before it");
  copies.plan.waits[0] = 0;
  copies.plan.commands[1].stream = kMaxStreams;
  EXPECT_EQ(checkStreams(copies.plan),
            "has a command on stream 4, expected at most 3");
  copies.plan.commands[1].stream = 1;
  Command jump;
  jump.kind = Command::Jump;
  jump.firstOperand = copies.plan.operands.size();
  jump.firstWait = copies.plan.waits.size();
  copies.plan.commands.push_back(jump);
  EXPECT_EQ(checkStreams(copies.plan), "has loops and several streams");
}

/// Without any one of its waits, a plan has a race, or the wait is implied by
/// another: `orderStreams` adds none that is needless when it is added.
TEST(Streams, RandomPlans) {
  for (unsigned seed = 0; seed < 300; ++seed) {
    std::mt19937 random(seed);
    Copies copies(6);
    for (unsigned i = 0; i < 24; ++i)
      copies.copy(random() % 3, random() % 6, random() % 6);
    copies.order();
    // Every pair in conflict is ordered: all linear orders give the same.
    std::vector<int> expected = {0, 1, 2, 3, 4, 5}, found = expected;
    for (const Command &command : copies.plan.commands)
      expected[copies.plan.operands[command.firstOperand + 1]] =
          expected[copies.plan.operands[command.firstOperand]];
    std::vector<std::vector<uint32_t>> rest(kMaxStreams);
    for (uint32_t i = copies.plan.commands.size(); i-- > 0;)
      rest[copies.plan.commands[i].stream].push_back(i);
    std::vector<bool> hasRun(copies.plan.commands.size());
    for (size_t done = 0; done < hasRun.size();) {
      auto &stream = rest[random() % rest.size()];
      if (stream.empty() ||
          !std::ranges::all_of(getWaits(copies.plan, stream.back()),
                               [&](uint32_t w) { return hasRun[w]; }))
        continue;
      const Command &command = copies.plan.commands[stream.back()];
      found[copies.plan.operands[command.firstOperand + 1]] =
          found[copies.plan.operands[command.firstOperand]];
      hasRun[stream.back()] = true;
      stream.pop_back();
      ++done;
    }
    EXPECT_EQ(found, expected) << "seed " << seed;
  }
}
