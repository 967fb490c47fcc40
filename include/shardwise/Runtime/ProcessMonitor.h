//===- ProcessMonitor.h - What the other processes do -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every process says, a few times a second and whenever it matters, where it
// is: in which step, in which collective, or that it has given up and why. So a
// process that waits for others knows within a fraction of a second that one of
// them has died, and which one keeps everybody waiting.
//
// A thread of its own does this over connections of its own, through rank 0, so
// that a process is heard whatever its other threads do. A process that was
// stopped falls silent.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_RUNTIME_PROCESSMONITOR_H
#define SHARDWISE_RUNTIME_PROCESSMONITOR_H

#include "shardwise/Runtime/Sockets.h"
#include <atomic>
#include <functional>
#include <mutex>
#include <string_view>
#include <thread>
#include <vector>

namespace shardwise::runtime {

class ProcessMonitor {
public:
  enum class Phase : uint64_t {
    Preparing,
    /// After a step.
    Idle,
    /// In a step; after a collective, if one is named.
    Computing,
    /// In a collective.
    Communicating,
    /// In a step; a collective is named that has not ended yet.
    Reaching,
    /// All is done.
    Ended,
    /// Given up, with a reason.
    Failed,
    /// Gone without a word.
    Lost
  };

  /// `connections` are those to ranks 1, 2, ... on rank 0, elsewhere the one to
  /// rank 0.
  ProcessMonitor(int64_t rank, int64_t size, std::vector<Socket> connections);
  /// Says that this process has ended, if it has not failed.
  ~ProcessMonitor();

  /// How messages name the collectives, by their numbers.
  void setCollectives(std::vector<std::string> names);
  /// Says where this process is.
  void note(Phase phase, int64_t step, int64_t collective = -1);
  /// Says that this process gives up. The first reason stays.
  void fail(std::string_view reason);

  bool hasFailed() const { return ownPhase == Phase::Failed; }

  /// Sets how a process that leaves prints why; by default it does so plainly.
  /// Any thread may call the function.
  void setLastWords(std::function<void(const std::string &reason)> function) {
    sayLast = std::move(function);
  }
  /// Ends this process, where something hangs that nothing can end: prints its
  /// reason, tells the others, and goes without cleaning up.
  [[noreturn]] void leave(std::string_view reason);

  /// Says which other process has gone or given up, or nothing.
  std::string findProblem() const;
  /// The same, but gives the news a moment to come: a broken connection is
  /// often seen before its reason is known.
  std::string waitForProblem() const;
  /// Whether neither this process nor another has given up or gone.
  bool isAllWell() const { return !hasFailed() && findProblem().empty(); }
  /// Says which process keeps the others waiting, as far as that is known.
  std::string describeStall() const;
  /// Where a process was last seen: "in step 3, in all_reduce (step.mlir:7:3)".
  std::string describePlace(int64_t rank) const;

private:
  using Clock = std::chrono::steady_clock;
  struct State {
    Phase phase = Phase::Preparing;
    int64_t step = 0, collective = -1;
    std::string reason;
    Clock::time_point heard;
  };
  /// One end of the news.
  struct Peer {
    Socket socket;
    std::string incoming, outgoing;
  };

  void run();
  void end();
  void tell(const State &state, int64_t about, const Peer *except);
  void flush(Peer &peer);
  void receive(Peer &peer, int64_t peerRank);
  void take(Peer &peer);
  void lose(int64_t peerRank);
  State getOwn() const;
  std::string describePlaceLocked(int64_t rank) const;
  /// The rank at the other end of a connection.
  int64_t getPeerRank(size_t peer) const { return rank == 0 ? peer + 1 : 0; }

  int64_t rank;
  // Written by the process' own threads, read by the monitor's. A torn triple
  // would only make a message name the place before.
  std::atomic<Phase> ownPhase{Phase::Preparing};
  std::atomic<int64_t> ownStep{0}, ownCollective{-1};

  mutable std::mutex mutex;
  // Guarded by the mutex.
  std::vector<State> states;
  std::vector<std::string> names;
  std::string ownReason;

  std::function<void(const std::string &reason)> sayLast;
  std::vector<Peer> peers;
  std::atomic<bool> stopping{false};
  std::thread thread;
};

} // namespace shardwise::runtime

#endif // SHARDWISE_RUNTIME_PROCESSMONITOR_H
