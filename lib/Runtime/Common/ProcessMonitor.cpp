//===- ProcessMonitor.cpp - What the other processes do -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The news are frames of a fixed head and a text. Rank 0 passes on what it
// hears, so everybody hears of everybody. News that cannot be sent are kept; a
// process that does not take them gets no more heartbeats.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Runtime/ProcessMonitor.h"
#include "shardwise/Support/Ranges.h"
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <poll.h>
#include <string_view>
#include <vector>

using namespace shardwise;
using namespace shardwise::runtime;

static constexpr int kPollMilliseconds = 25;
static constexpr std::chrono::milliseconds kHeartbeat(250);
/// A process that was not heard for so long does not run.
static constexpr std::chrono::milliseconds kSilence(1500);
/// How long the reason for a broken connection may take.
static constexpr std::chrono::milliseconds kNewsTime(700);
/// Nobody has more to say.
static constexpr size_t kMaxText = 1 << 16;

namespace {
struct Head {
  int64_t rank;
  uint64_t phase;
  int64_t step, collective;
  uint64_t textBytes;
};
} // namespace

ProcessMonitor::ProcessMonitor(int64_t rank, int64_t size,
                               std::vector<Socket> connections)
    : rank(rank), states(size) {
  for (State &state : states)
    state.heard = Clock::now();
  for (Socket &socket : connections)
    peers.push_back({std::move(socket), {}, {}});
  if (!peers.empty())
    thread = std::thread([this] { run(); });
}

ProcessMonitor::~ProcessMonitor() { end(); }

/// Stops the thread, and says what is last to say.
void ProcessMonitor::end() {
  if (!thread.joinable())
    return;
  stopping = true;
  thread.join();
  if (ownPhase != Phase::Failed)
    ownPhase = Phase::Ended;
  tell(getOwn(), rank, nullptr);
  auto end = Clock::now() + kNewsTime;
  auto isWaiting = [](const Peer &peer) { return !peer.outgoing.empty(); };
  while (std::ranges::any_of(peers, isWaiting) && Clock::now() < end) {
    std::ranges::for_each(peers, [&](Peer &peer) { flush(peer); });
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

//===----------------------------------------------------------------------===//
// What this process says
//===----------------------------------------------------------------------===//

void ProcessMonitor::setCollectives(std::vector<std::string> list) {
  std::lock_guard<std::mutex> lock(mutex);
  names = std::move(list);
}

void ProcessMonitor::note(Phase phase, int64_t step, int64_t collective) {
  if (ownPhase.load(std::memory_order_relaxed) == Phase::Failed)
    return;
  ownStep.store(step, std::memory_order_relaxed);
  ownCollective.store(collective, std::memory_order_relaxed);
  ownPhase.store(phase, std::memory_order_relaxed);
}

void ProcessMonitor::fail(std::string_view reason) {
  std::lock_guard<std::mutex> lock(mutex);
  if (ownPhase.exchange(Phase::Failed) != Phase::Failed)
    ownReason = reason.substr(0, kMaxText);
}

void ProcessMonitor::leave(std::string_view reason) {
  fail(reason);
  // Before anything that could take time; where there was a reason before, it
  // is that one.
  std::string words = getOwn().reason;
  if (sayLast)
    sayLast(words);
  else
    std::fprintf(stderr, "error: %s\n", words.c_str());
  end();
  std::_Exit(1);
}

ProcessMonitor::State ProcessMonitor::getOwn() const {
  State state;
  state.phase = ownPhase;
  state.step = ownStep;
  state.collective = ownCollective;
  if (state.phase == Phase::Failed) {
    std::lock_guard<std::mutex> lock(mutex);
    state.reason = ownReason;
  }
  return state;
}

//===----------------------------------------------------------------------===//
// The thread
//===----------------------------------------------------------------------===//

/// Sends a state to all peers but one.
void ProcessMonitor::tell(const State &state, int64_t about,
                          const Peer *except) {
  Head head{about, uint64_t(state.phase), state.step, state.collective,
            state.reason.size()};
  for (Peer &peer : peers) {
    if (&peer == except || !peer.socket.isValid() ||
        peer.outgoing.size() > kMaxText)
      continue;
    peer.outgoing.append(reinterpret_cast<const char *>(&head), sizeof(head));
    peer.outgoing += state.reason;
    flush(peer);
  }
}

void ProcessMonitor::flush(Peer &peer) {
  while (!peer.outgoing.empty()) {
    ssize_t count =
        peer.socket.isValid()
            ? peer.socket.trySend(peer.outgoing.data(), peer.outgoing.size())
            : -1;
    // That a peer has gone is seen where it is read.
    if (count < 0)
      peer.outgoing.clear();
    if (count <= 0)
      return;
    peer.outgoing.erase(0, count);
  }
}

/// Takes the whole frames that have come from a peer.
void ProcessMonitor::take(Peer &peer) {
  Head head;
  while (peer.incoming.size() >= sizeof(head)) {
    std::memcpy(&head, peer.incoming.data(), sizeof(head));
    size_t whole = sizeof(head) + std::min<uint64_t>(head.textBytes, kMaxText);
    if (peer.incoming.size() < whole)
      return;
    State state;
    state.phase = Phase(head.phase);
    state.step = head.step;
    state.collective = head.collective;
    state.reason = peer.incoming.substr(sizeof(head), whole - sizeof(head));
    state.heard = Clock::now();
    peer.incoming.erase(0, whole);
    if (head.rank < 0 || head.rank >= int64_t(states.size()))
      continue;
    if (rank == 0)
      tell(state, head.rank, &peer);
    std::lock_guard<std::mutex> lock(mutex);
    states[head.rank] = std::move(state);
  }
}

/// Notes that a connection has ended; whether that was wrong depends on what
/// its process said last.
void ProcessMonitor::lose(int64_t peerRank) {
  State state;
  {
    std::lock_guard<std::mutex> lock(mutex);
    State &known = states[peerRank];
    if (known.phase == Phase::Ended || known.phase == Phase::Failed)
      return;
    known.phase = Phase::Lost;
    state = known;
  }
  if (rank == 0)
    tell(state, peerRank, nullptr);
}

void ProcessMonitor::receive(Peer &peer, int64_t peerRank) {
  char buffer[4096];
  while (true) {
    ssize_t count = peer.socket.tryReceive(buffer, sizeof(buffer));
    if (count > 0)
      peer.incoming.append(buffer, count);
    take(peer);
    if (count > 0)
      continue;
    if (count < 0) {
      peer.socket.close();
      lose(peerRank);
    }
    return;
  }
}

void ProcessMonitor::run() {
  State told;
  auto nextHeartbeat = Clock::now();
  while (!stopping) {
    State own = getOwn();
    bool isNews = own.phase != told.phase || own.step != told.step ||
                  own.collective != told.collective;
    if (isNews || Clock::now() >= nextHeartbeat) {
      tell(own, rank, nullptr);
      told = own;
      nextHeartbeat = Clock::now() + kHeartbeat;
    }
    std::vector<pollfd> waiting;
    for (Peer &peer : peers) {
      flush(peer);
      waiting.push_back({peer.socket.get(), POLLIN, 0});
    }
    if (::poll(waiting.data(), waiting.size(), kPollMilliseconds) <= 0)
      continue;
    for (auto [number, entry] : enumerate(waiting))
      if (entry.revents && peers[number].socket.isValid())
        receive(peers[number], getPeerRank(number));
  }
}

//===----------------------------------------------------------------------===//
// What is known of the others
//===----------------------------------------------------------------------===//

std::string ProcessMonitor::describePlaceLocked(int64_t of) const {
  const State &state = states[of];
  if (state.step == 0)
    return "before the first step";
  std::string text = "step " + std::to_string(state.step);
  if (state.phase == Phase::Idle)
    return "after " + text;
  text = "in " + text;
  if (state.collective < 0 || state.collective >= int64_t(names.size()))
    return text;
  // Who has gone, failed or ended no longer says what it was doing.
  const char *how = state.phase == Phase::Communicating ? ", in "
                    : state.phase == Phase::Computing   ? ", computing after "
                                                        : ", at ";
  return text + how + names[state.collective];
}

std::string ProcessMonitor::describePlace(int64_t of) const {
  std::lock_guard<std::mutex> lock(mutex);
  return describePlaceLocked(of);
}

std::string ProcessMonitor::findProblem() const {
  std::lock_guard<std::mutex> lock(mutex);
  for (auto [other, state] : enumerate(states))
    if (state.phase == Phase::Lost)
      return "rank " + std::to_string(other) + " has gone, last seen " +
             describePlaceLocked(other);
  for (auto [other, state] : enumerate(states))
    if (state.phase == Phase::Failed)
      return "rank " + std::to_string(other) + " has given up: " + state.reason;
  return "";
}

std::string ProcessMonitor::waitForProblem() const {
  auto end = Clock::now() + kNewsTime;
  while (true) {
    std::string problem = findProblem();
    if (!problem.empty() || Clock::now() > end)
      return problem;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}

std::string ProcessMonitor::describeStall() const {
  State own = getOwn();
  std::lock_guard<std::mutex> lock(mutex);
  auto now = Clock::now();
  // The one that does not run, else the one that is furthest behind, where who
  // waits in a collective is ahead of who has yet to come there.
  int64_t culprit = -1;
  for (auto [other, state] : enumerate(states))
    if (int64_t(other) != rank && state.phase != Phase::Ended &&
        now - state.heard > kSilence)
      culprit = other;
  bool isSilent = culprit >= 0;
  auto getProgress = [&](const State &state) {
    return std::tuple(state.phase == Phase::Communicating, state.step,
                      state.collective);
  };
  for (auto [other, state] : enumerate(states))
    if (int64_t(other) != rank && !isSilent &&
        (culprit < 0 || getProgress(state) < getProgress(states[culprit])))
      culprit = other;
  if (culprit < 0)
    return "no other process is known";
  std::chrono::duration<double> silence = now - states[culprit].heard;
  if (isSilent)
    return formatText("rank {} has been silent for {:.1f} s, last seen {}",
                      culprit, silence.count(), describePlaceLocked(culprit));
  if (states[culprit].phase == Phase::Ended)
    return formatText("rank {} has ended", culprit);
  return formatText("rank {} is {}", culprit, describePlaceLocked(culprit));
}
