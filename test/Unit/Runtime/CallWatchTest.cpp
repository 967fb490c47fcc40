//===- CallWatchTest.cpp - Calls that may never return --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests that a process whose call does not return, because another one has died
// or stopped, says so and ends in bounded time. These are true processes, as
// one of them ends where it stands.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Runtime/CallWatch.h"
#include "TestProcesses.h"
#include <csignal>
#include <gmock/gmock.h>
#include <sys/wait.h>

using namespace shardwise;
using namespace shardwise::runtime;
using Clock = std::chrono::steady_clock;

static constexpr unsigned kTimeout = 2;
static constexpr const char *kPlace =
    "step 3 was given up at all_reduce (x:1:2)";

/// Runs a function in a process of its own, whose error stream is a pipe.
static pid_t startProcess(int errors, const std::function<void()> &function) {
  pid_t child = fork();
  if (child != 0)
    return child;
  dup2(errors, STDERR_FILENO);
  function();
  std::_Exit(0);
}

/// What rank 0 wrote, its exit code (-1 if it was killed), and its seconds.
struct Ending {
  std::string text;
  int code = -1;
  double seconds = 0;
};

/// Rank 0 calls what never returns, rank 1 gets a signal in its third step.
static Ending hangBeside(int signal) {
  ProcessGroup::Place place = makePlace(2);
  int pipe[2];
  EXPECT_EQ(::pipe(pipe), 0);
  auto connect = [&](int64_t rank) {
    place.rank = rank;
    auto group = ProcessGroup::connect(place, 20);
    if (!group)
      std::_Exit(2);
    return std::move(*group);
  };
  pid_t first = startProcess(pipe[1], [&] {
    alarm(30);
    ProcessGroup group = connect(0);
    CallWatch watch(&group.getMonitor(), kTimeout);
    watch.run([] { return "what returns"; }, [] {});
    watch.run([] { return kPlace; },
              [] {
                while (true)
                  pause();
              });
  });
  pid_t second = startProcess(pipe[1], [&] {
    ProcessGroup group = connect(1);
    group.getMonitor().note(ProcessMonitor::Phase::Computing, 3);
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
    raise(signal);
  });
  close(pipe[1]);
  Ending ending;
  int status = 0;
  auto begin = Clock::now();
  EXPECT_EQ(waitpid(first, &status, 0), first);
  ending.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
  if (WIFEXITED(status))
    ending.code = WEXITSTATUS(status);
  kill(second, SIGKILL);
  waitpid(second, &status, 0);
  char buffer[4096];
  for (ssize_t count; (count = read(pipe[0], buffer, sizeof(buffer))) > 0;)
    ending.text.append(buffer, count);
  close(pipe[0]);
  return ending;
}

TEST(CallWatch, BesideProcessThatStops) {
  Ending ending = hangBeside(SIGSTOP);
  EXPECT_THAT(ending.text,
              testing::MatchesRegex(
                  "error: step 3 was given up at all_reduce .x:1:2.: it did "
                  "not end within 2 s; rank 1 has been silent for [0-9.]+ s, "
                  "last seen in step 3\n"));
  EXPECT_EQ(ending.code, 1);
  EXPECT_GE(ending.seconds, kTimeout);
  EXPECT_LT(ending.seconds, 20);
}

TEST(CallWatch, BesideProcessThatDies) {
  Ending ending = hangBeside(SIGKILL);
  EXPECT_EQ(ending.text, std::string("error: ") + kPlace +
                             ": rank 1 has gone, last seen in step 3\n");
  EXPECT_EQ(ending.code, 1);
  EXPECT_LT(ending.seconds, 20);
}

TEST(CallWatch, OthersHearWhy) {
  ProcessGroup::Place place = makePlace(2);
  pid_t child = startProcess(STDERR_FILENO, [&] {
    auto group = ProcessGroup::connect(place, 20);
    group->getMonitor().setLastWords([](const std::string &) {});
    CallWatch watch(&group->getMonitor(), /*seconds=*/0);
    watch.run([] { return kPlace; },
              [] {
                while (true)
                  pause();
              });
  });
  place.rank = 1;
  auto group = ProcessGroup::connect(place, 20);
  ASSERT_TRUE(bool(group)) << toString(group.takeError());
  auto values = group->allGather("", "meeting");
  ASSERT_FALSE(bool(values));
  EXPECT_THAT(
      toString(values.takeError()),
      testing::StartsWith("meeting was given up: rank 0 has given up: " +
                          std::string(kPlace)));
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 1);
}

TEST(CallWatch, CallsThatReturn) {
  runProcesses(2, [](ProcessGroup &group) {
    CallWatch watch(&group.getMonitor(), /*seconds=*/1);
    int count = 0;
    // Each has its own time.
    for (int i = 0; i < 4; ++i)
      watch.run([] { return "nothing"; },
                [&] {
                  std::this_thread::sleep_for(std::chrono::milliseconds(900));
                  ++count;
                });
    EXPECT_EQ(count, 4);
  });
  bool wasCalled = false;
  CallWatch(nullptr, 0).run([] { return ""; }, [&] { wasCalled = true; });
  EXPECT_TRUE(wasCalled);
}
