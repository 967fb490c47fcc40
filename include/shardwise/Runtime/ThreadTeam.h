//===- ThreadTeam.h - A thread for each device ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_RUNTIME_THREADTEAM_H
#define SHARDWISE_RUNTIME_THREADTEAM_H

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>
#include <vector>

namespace shardwise::runtime {

/// Starts steps on the devices' threads and waits for them.
class ThreadTeam {
public:
  /// Starts the threads, each of which will call `function(number)` for every
  /// step.
  template <typename F> void start(int64_t count, F function) {
    for (int64_t device = 0; device < count; ++device)
      threads.emplace_back([this, device, function] {
        for (uint64_t step = 1; waitForStep(step); ++step) {
          function(device);
          finish();
        }
      });
  }
  ~ThreadTeam() { stop(); }

  bool empty() const { return threads.empty(); }

  /// Runs one step on all threads.
  void runStep() {
    std::unique_lock<std::mutex> lock(mutex);
    running = threads.size();
    ++current;
    begun.notify_all();
    done.wait(lock, [&] { return running == 0; });
  }

  /// Ends the threads.
  void stop() {
    {
      std::lock_guard<std::mutex> lock(mutex);
      stopping = true;
    }
    begun.notify_all();
    for (std::thread &thread : threads)
      thread.join();
    threads.clear();
  }

private:
  bool waitForStep(uint64_t step) {
    std::unique_lock<std::mutex> lock(mutex);
    begun.wait(lock, [&] { return stopping || current >= step; });
    return !stopping;
  }
  void finish() {
    std::lock_guard<std::mutex> lock(mutex);
    if (--running == 0)
      done.notify_one();
  }

  std::mutex mutex;
  std::condition_variable begun, done;
  uint64_t current = 0;
  size_t running = 0;
  bool stopping = false;
  std::vector<std::thread> threads;
};

} // namespace shardwise::runtime

#endif // SHARDWISE_RUNTIME_THREADTEAM_H
