//===- Rendezvous.h - Where devices wait for each other ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Barriers among groups of device threads, which sleep while they wait: there
// may be more devices than processors.
//
// A device that waits names the command that it waits in. Nobody can wait
// forever: as soon as every device waits or has ended its step, they have
// called different collectives, and the run fails with the names of two that
// disagree. So does every wait after a failure anywhere else.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_RUNTIME_RENDEZVOUS_H
#define SHARDWISE_RUNTIME_RENDEZVOUS_H

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <span>
#include <string>
#include <vector>

namespace shardwise::runtime {

/// The members of one process group in one command.
struct MeetingPoint {
  std::vector<int64_t> members;
  unsigned command = 0;
  /// How messages name the command.
  std::string name;

  // Guarded by the rendezvous.
  unsigned arrived = 0;
  uint64_t generation = 0;
  std::condition_variable changed;
};

class Rendezvous {
public:
  explicit Rendezvous(int64_t numDevices);

  /// Says that all devices begin a step; none may be running.
  void begin();
  /// Waits for the other members; returns whether they came.
  bool meet(MeetingPoint &point, int64_t device);
  /// Says that a device has done its step.
  void end(int64_t device);
  /// Ends all waits, now and later. The first message is kept.
  void fail(std::string message);
  /// The message of a failure, or nothing.
  std::string getError();

private:
  /// Fails if nobody is left who could let the waiting devices go on.
  void checkProgress();
  std::string describeMismatch() const;
  void failLocked(std::string message);

  std::mutex mutex;
  /// Where each device waits, or null.
  std::vector<MeetingPoint *> waitsAt;
  std::vector<bool> hasEnded;
  unsigned numStuck = 0;
  bool hasFailed = false;
  std::string error;
};

} // namespace shardwise::runtime

#endif // SHARDWISE_RUNTIME_RENDEZVOUS_H
