//===- ProcessGroupTest.cpp - The processes of one run --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests what is read from the environment, and the exchange among processes,
// which threads stand for here.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Runtime/ProcessGroup.h"
#include <gtest/gtest.h>
#include <map>
#include <thread>
#include <unistd.h>

using namespace shardwise::runtime;

static std::string
describe(const std::map<std::string, std::string> &variables) {
  auto place = ProcessGroup::findPlace([&](llvm::StringRef name) {
    auto it = variables.find(name.str());
    return it == variables.end() ? "" : it->second;
  });
  if (!place)
    return llvm::toString(place.takeError());
  return std::to_string(place->rank) + "/" + std::to_string(place->size) + " " +
         place->address + ":" + std::to_string(place->port);
}

TEST(ProcessGroup, Environment) {
  EXPECT_EQ(describe({}), "0/1 :0");
  EXPECT_EQ(describe({{"RANK", "1"}, {"WORLD_SIZE", "2"}}),
            "1/2 127.0.0.1:29500");
  EXPECT_EQ(describe({{"RANK", "1"},
                      {"WORLD_SIZE", "2"},
                      {"MASTER_ADDR", "host"},
                      {"MASTER_PORT", "77"},
                      {"TORCHELASTIC_RUN_ID", "x"}}),
            "1/2 host:78");
  EXPECT_EQ(
      describe({{"OMPI_COMM_WORLD_RANK", "3"}, {"OMPI_COMM_WORLD_SIZE", "4"}}),
      "3/4 127.0.0.1:29500");
  EXPECT_EQ(describe({{"RANK", "2"}, {"WORLD_SIZE", "2"}}),
            "environment: RANK=2 is not one of the 2 ranks that WORLD_SIZE "
            "says");
  EXPECT_EQ(describe({{"RANK", "x"}, {"WORLD_SIZE", "2"}}),
            "environment: RANK=x: expected a number");
  EXPECT_EQ(
      describe({{"RANK", "0"}, {"WORLD_SIZE", "4"}, {"LOCAL_WORLD_SIZE", "2"}}),
      "environment: processes on several hosts need MASTER_ADDR, the "
      "host of rank 0");
}

TEST(ProcessGroup, AllGather) {
  ProcessGroup::Place place;
  place.size = 3;
  place.address = "127.0.0.1";
  place.port = 20000 + getpid() % 20000;
  auto run = [place](int64_t rank) {
    ProcessGroup::Place own = place;
    own.rank = rank;
    auto group = ProcessGroup::connect(own, 20);
    ASSERT_TRUE(bool(group)) << llvm::toString(group.takeError());
    for (std::string suffix : {"", "again"}) {
      auto values = group->allGather(std::to_string(rank) + suffix);
      ASSERT_TRUE(bool(values)) << llvm::toString(values.takeError());
      EXPECT_EQ(*values, (std::vector<std::string>{"0" + suffix, "1" + suffix,
                                                   "2" + suffix}));
    }
  };
  std::thread second(run, 1), third(run, 2);
  run(0);
  second.join();
  third.join();
}

TEST(ProcessGroup, MissingProcess) {
  ProcessGroup::Place place;
  place.size = 2;
  place.port = 20000 + (getpid() + 7) % 20000;
  auto group = ProcessGroup::connect(place, 1);
  ASSERT_FALSE(bool(group));
  EXPECT_EQ(llvm::toString(group.takeError()), "rank 1 did not come to port " +
                                                   std::to_string(place.port) +
                                                   " within 1 s");
}
