//===- ProcessGroupTest.cpp - The processes of one run --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests what is read from the environment, the exchange among processes, which
// threads stand for here, and what they say of each other when one fails.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Runtime/ProcessGroup.h"
#include "TestProcesses.h"
#include <map>

using namespace shardwise;
using namespace shardwise::runtime;

static std::string
describe(const std::map<std::string, std::string> &variables) {
  auto place = ProcessGroup::findPlace([&](std::string_view name) {
    auto it = variables.find(std::string(name));
    return it == variables.end() ? std::string() : it->second;
  });
  if (!place)
    return toString(place.takeError());
  return std::to_string(place->rank) + "/" + std::to_string(place->size) + " " +
         place->address + ":" + std::to_string(place->port) +
         (place->isMPI ? " MPI" : "");
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
      "3/4 127.0.0.1:29500 MPI");
  EXPECT_EQ(describe({{"SLURM_PROCID", "1"}, {"SLURM_STEP_NUM_TASKS", "2"}}),
            "1/2 127.0.0.1:29500");
  EXPECT_EQ(describe({{"SLURM_PROCID", "1"},
                      {"SLURM_STEP_NUM_TASKS", "2"},
                      {"PMIX_RANK", "1"}}),
            "1/2 127.0.0.1:29500 MPI");
  // Who sets the variables by hand wants no MPI.
  EXPECT_EQ(describe({{"RANK", "1"}, {"WORLD_SIZE", "2"}, {"PMIX_RANK", "1"}}),
            "1/2 127.0.0.1:29500");
}

TEST(ProcessGroup, EnvironmentErrors) {
  EXPECT_EQ(describe({{"RANK", "2"}, {"WORLD_SIZE", "2"}}),
            "environment: RANK=2 is not one of the 2 ranks that WORLD_SIZE "
            "says");
  EXPECT_EQ(describe({{"RANK", "x"}, {"WORLD_SIZE", "2"}}),
            "environment: RANK=x: expected a number");
  EXPECT_EQ(describe({{"RANK", "0"}, {"WORLD_SIZE", "0"}}),
            "environment: WORLD_SIZE=0: expected at least 1");
  EXPECT_EQ(
      describe({{"RANK", "0"}, {"WORLD_SIZE", "2"}, {"MASTER_PORT", "70000"}}),
      "environment: there is no port 70000");
  ProcessGroup::Place place;
  place.size = 2;
  auto group = ProcessGroup::connect(place, 1);
  ASSERT_FALSE(bool(group));
  EXPECT_EQ(toString(group.takeError()),
            "environment: processes on several hosts need MASTER_ADDR, the "
            "host of rank 0");
}

TEST(ProcessGroup, AllGather) {
  runProcesses(3, [](ProcessGroup &group) {
    for (std::string suffix : {"", "again"}) {
      auto values =
          group.allGather(std::to_string(group.getRank()) + suffix, "test");
      ASSERT_TRUE(bool(values)) << toString(values.takeError());
      EXPECT_EQ(*values, (std::vector<std::string>{"0" + suffix, "1" + suffix,
                                                   "2" + suffix}));
    }
  });
}

TEST(ProcessGroup, Agree) {
  runProcesses(3, [](ProcessGroup &group) {
    EXPECT_EQ(toString(group.agree(Error::success(), "test")), "");
    Error own = group.getRank() == 0 ? Error::success() : makeError("bad");
    EXPECT_EQ(toString(group.agree(std::move(own), "test")),
              group.getRank() == 1 ? "bad" : "rank 1: bad");
  });
}

TEST(ProcessGroup, WhoGivesUpIsHeard) {
  runProcesses(3, [](ProcessGroup &group) {
    if (group.getRank() == 1)
      return group.fail("no more");
    auto values = group.allGather("", "meeting");
    ASSERT_FALSE(bool(values));
    std::string text = toString(values.takeError());
    EXPECT_TRUE(std::string_view(text).starts_with("meeting was given up: "));
    EXPECT_TRUE(text.find("rank 1 has given up: no more") != text.npos) << text;
  });
}

TEST(ProcessGroup, WhoDoesNotComeIsNamed) {
  runProcesses(
      2,
      [](ProcessGroup &group) {
        group.getMonitor().setCollectives({"all_reduce (step:1:2)"});
        if (group.getRank() == 1) {
          group.getMonitor().note(ProcessMonitor::Phase::Communicating, 3, 0);
          std::this_thread::sleep_for(std::chrono::seconds(3));
          return;
        }
        auto values = group.allGather("", "meeting");
        ASSERT_FALSE(bool(values));
        EXPECT_EQ(toString(values.takeError()),
                  "meeting was given up: rank 1: did not come within 1 s; rank "
                  "1 is in step 3, in all_reduce (step:1:2)");
      },
      /*seconds=*/1);
}

TEST(ProcessGroup, DifferentExchanges) {
  runProcesses(2, [](ProcessGroup &group) {
    auto values = group.allGather("", group.getRank() ? "reading" : "writing");
    ASSERT_FALSE(bool(values));
    std::string text = toString(values.takeError());
    if (group.getRank() == 0) {
      EXPECT_EQ(text, "writing was given up: rank 1: exchanges something else");
    }
  });
}

TEST(ProcessGroup, MissingProcess) {
  ProcessGroup::Place place = makePlace(2);
  auto group = ProcessGroup::connect(place, 1);
  ASSERT_FALSE(bool(group));
  EXPECT_EQ(toString(group.takeError()), "rank 1 did not come to port " +
                                             std::to_string(place.port) +
                                             " within 1 s");
  place.rank = 1;
  group = ProcessGroup::connect(place, 1);
  ASSERT_FALSE(bool(group));
  EXPECT_EQ(toString(group.takeError()),
            "rank 1 cannot reach rank 0 at 127.0.0.1:" +
                std::to_string(place.port) + " within 1 s: Connection refused");
}

TEST(ProcessGroup, DifferentSizes) {
  ProcessGroup::Place first = makePlace(2), second = first;
  second.rank = 1;
  second.size = 3;
  auto run = [](ProcessGroup::Place place) {
    auto group = ProcessGroup::connect(place, 20);
    ASSERT_FALSE(bool(group));
    EXPECT_EQ(toString(group.takeError()),
              "rank 1 says that there are 3 processes, rank 0 says 2");
  };
  std::thread other(run, second);
  run(first);
  other.join();
}

TEST(ProcessGroup, AnotherRunAtThePort) {
  ProcessGroup::Place first = makePlace(2), second = first, stranger = first;
  second.rank = stranger.rank = 1;
  stranger.run = 5;
  auto run = [](ProcessGroup::Place place) {
    auto group = ProcessGroup::connect(place, 20);
    EXPECT_TRUE(bool(group)) << toString(group.takeError());
  };
  std::thread root(run, first);
  auto group = ProcessGroup::connect(stranger, 20);
  ASSERT_FALSE(bool(group));
  EXPECT_EQ(toString(group.takeError()),
            "port " + std::to_string(first.port) +
                " serves another run; MASTER_PORT may name another one");
  run(second);
  root.join();
}

TEST(ProcessGroup, PortInUse) {
  auto listener = Socket::listen(0, 1);
  ASSERT_TRUE(bool(listener));
  ProcessGroup::Place place = makePlace(2);
  place.port = listener->getPort();
  auto group = ProcessGroup::connect(place, 1);
  ASSERT_FALSE(bool(group));
  EXPECT_EQ(toString(group.takeError()),
            "rank 0 cannot listen on port " + std::to_string(place.port) +
                ": Address already in use; MASTER_PORT may name another one");
}
