//===- CallWatch.h - Calls that may never return ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Who waits for other processes in a loop of its own asks what has become of
// them. In a library that is not possible: NCCL connects, a driver synchronizes
// and MPI ends for as long as another process takes, which may be for ever, and
// no thread can be got out of there. So a thread of its own watches such calls.
// If one does not return in time the process says why, and ends there and then.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_RUNTIME_CALLWATCH_H
#define SHARDWISE_RUNTIME_CALLWATCH_H

#include "shardwise/Runtime/ProcessMonitor.h"
#include <condition_variable>
#include <functional>
#include <optional>

namespace shardwise::runtime {

class CallWatch {
public:
  /// A call may take so many seconds, and little longer than it is known that
  /// another process has gone or given up. Without a monitor the process is
  /// alone, and nothing is watched.
  CallWatch(ProcessMonitor *monitor, unsigned seconds);
  ~CallWatch();

  /// Calls `function`. What is given up if it does not return, `describe` says,
  /// on another thread: "step 3 was given up".
  template <typename Describe, typename Function>
  void run(Describe &&describe, Function &&function) {
    if (!monitor)
      return function();
    begin(std::forward<Describe>(describe));
    function();
    end();
  }

private:
  using Clock = std::chrono::steady_clock;

  void begin(std::function<std::string()> what);
  void end();
  void look();
  std::string findReason(Clock::time_point now) const;

  ProcessMonitor *monitor;
  unsigned seconds;
  std::mutex mutex;
  std::condition_variable ended;
  // Guarded by the mutex. What runs now, if anything does, since when, and
  // until when it is left alone once there is a reason to give it up.
  std::function<std::string()> describe;
  Clock::time_point begun;
  std::optional<Clock::time_point> graceEnd;
  bool stopping = false;
  std::thread thread;
};

} // namespace shardwise::runtime

#endif // SHARDWISE_RUNTIME_CALLWATCH_H
