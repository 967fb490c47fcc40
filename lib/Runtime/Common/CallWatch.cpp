//===- CallWatch.cpp - Calls that may never return ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "shardwise/Runtime/CallWatch.h"

using namespace shardwise;
using namespace shardwise::runtime;

/// How often to look.
static constexpr std::chrono::milliseconds kLookInterval(50);
/// What ends by itself for the same reason may say more, and has so long for
/// that: a look, and the time in which news come.
static constexpr std::chrono::seconds kGrace(2);

CallWatch::CallWatch(ProcessMonitor *monitor, unsigned seconds)
    : monitor(monitor), seconds(seconds) {
  if (monitor)
    thread = std::thread([this] { look(); });
}

CallWatch::~CallWatch() {
  if (!monitor)
    return;
  {
    std::lock_guard<std::mutex> lock(mutex);
    stopping = true;
  }
  ended.notify_one();
  thread.join();
}

void CallWatch::begin(std::function<std::string()> what) {
  std::lock_guard<std::mutex> lock(mutex);
  describe = std::move(what);
  begun = Clock::now();
  graceEnd.reset();
}

void CallWatch::end() {
  std::lock_guard<std::mutex> lock(mutex);
  describe = nullptr;
}

std::string CallWatch::findReason(Clock::time_point now) const {
  if (monitor->hasFailed())
    return "this process has given up";
  std::string problem = monitor->findProblem();
  if (!problem.empty() || now - begun < std::chrono::seconds(seconds))
    return problem;
  return "it did not end within " + std::to_string(seconds) + " s; " +
         monitor->describeStall();
}

void CallWatch::look() {
  std::unique_lock<std::mutex> lock(mutex);
  while (!ended.wait_for(lock, kLookInterval, [&] { return stopping; })) {
    if (!describe)
      continue;
    auto now = Clock::now();
    std::string reason = findReason(now);
    if (reason.empty())
      continue;
    if (!graceEnd)
      graceEnd = now + kGrace;
    // Who comes back meanwhile waits for the mutex, and goes with the process.
    if (now >= *graceEnd)
      monitor->leave(describe() + ": " + reason);
  }
}
