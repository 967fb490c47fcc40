//===- ProcessGroup.cpp - The processes of one run ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A torchrun agent keeps its own store on the master's port, so the port after
// it is taken then.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Runtime/ProcessGroup.h"
#include "shardwise/Support/Error.h"
#include "shardwise/Support/Hash.h"
#include "shardwise/Support/Ranges.h"
#include <algorithm>
#include <array>
#include <cstdlib>
#include <functional>
#include <string_view>
#include <vector>

using namespace shardwise;
using namespace shardwise::runtime;

static constexpr int64_t kDefaultPort = 29500;
static constexpr uint64_t kGreeting = 0x3245534957445253; // "SRDWISE2"
/// Nobody sends a longer value.
static constexpr uint64_t kMaxValue = uint64_t(1) << 40;
/// How long a stranger at the port may take to say who it is.
static constexpr unsigned kGreetingSeconds = 5;

//===----------------------------------------------------------------------===//
// The environment
//===----------------------------------------------------------------------===//

namespace {
/// The variables of one launcher.
struct Launcher {
  std::string_view rank, size, localRank, localSize;
  /// What names the run.
  std::string_view run;
  bool isMPI = false;
};
} // namespace

static constexpr Launcher kLaunchers[] = {
    {"RANK", "WORLD_SIZE", "LOCAL_RANK", "LOCAL_WORLD_SIZE",
     "TORCHELASTIC_RUN_ID"},
    {"OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE",
     "OMPI_COMM_WORLD_LOCAL_RANK", "OMPI_COMM_WORLD_LOCAL_SIZE",
     "PMIX_NAMESPACE", true},
    {"SLURM_PROCID", "SLURM_STEP_NUM_TASKS", "SLURM_LOCALID",
     "SLURM_STEP_TASKS_PER_NODE", "SLURM_JOB_ID"}};

static Error readNumber(std::string_view name, std::string_view text,
                        int64_t &number) {
  if (auto parsed = parseNumber<int64_t>(text); parsed && *parsed >= 0) {
    number = *parsed;
    return Error::success();
  }
  return makeError("environment: {}={}: expected a number", name, text);
}

/// Where the processes meet.
static Error findMaster(const std::function<std::string(std::string_view)> &get,
                        const Launcher &launcher, ProcessGroup::Place &place) {
  place.address = get("MASTER_ADDR");
  bool isOneHost = get(launcher.localSize) == std::to_string(place.size);
  // With several hosts somebody has to say which is that of rank 0.
  if (place.address.empty() && (isOneHost || get(launcher.localSize).empty()))
    place.address = "127.0.0.1";
  place.port = kDefaultPort;
  if (std::string port = get("MASTER_PORT"); !port.empty())
    if (Error error = readNumber("MASTER_PORT", port, place.port))
      return error;
  if (!get("TORCHELASTIC_RUN_ID").empty())
    ++place.port;
  if (std::string run = get(launcher.run); !run.empty())
    place.run = getHash(run);
  if (place.port < 1 || place.port > 65535)
    return makeError("environment: there is no port {}", place.port);
  return Error::success();
}

Expected<ProcessGroup::Place> ProcessGroup::findPlace(
    const std::function<std::string(std::string_view)> &get) {
  Place place;
  for (const Launcher &launcher : kLaunchers) {
    std::string rank = get(launcher.rank), size = get(launcher.size);
    if (rank.empty() || size.empty())
      continue;
    std::string localRank = get(launcher.localRank);
    if (Error error = readNumber(launcher.rank, rank, place.rank))
      return error;
    if (Error error = readNumber(launcher.size, size, place.size))
      return error;
    if (Error error =
            readNumber(launcher.localRank, localRank.empty() ? rank : localRank,
                       place.localRank))
      return error;
    if (place.size < 1)
      return makeError("environment: {}={}: expected at least 1", launcher.size,
                       size);
    if (place.rank >= place.size)
      return makeError(
          "environment: {}={} is not one of the {} ranks that {} says",
          launcher.rank, rank, size, launcher.size);
    place.isMPI = launcher.isMPI ||
                  (&launcher != &kLaunchers[0] && !get("PMIX_RANK").empty());
    if (place.size > 1)
      if (Error error = findMaster(get, launcher, place))
        return error;
    return place;
  }
  return place;
}

Expected<ProcessGroup::Place> ProcessGroup::findPlaceInEnvironment() {
  return findPlace([](std::string_view name) {
    const char *value = getenv(std::string(name).c_str());
    return std::string(value ? value : "");
  });
}

//===----------------------------------------------------------------------===//
// Connecting
//===----------------------------------------------------------------------===//

namespace {
/// What a process says when it comes. The answer is a text, which is empty if
/// all is well.
struct Greeting {
  uint64_t magic = kGreeting;
  /// 0 for values, 1 for news.
  uint64_t channel = 0, rank = 0, size = 0, run = 0;
};
} // namespace

static Error answer(const Socket &peer, std::string_view text) {
  Deadline deadline(kGreetingSeconds);
  auto stop = [&] { return std::string(deadline.hasPassed() ? "slow" : ""); };
  uint64_t size = text.size();
  if (Error error = peer.send(&size, sizeof(size), stop))
    return error;
  return peer.send(text.data(), size, stop);
}

/// Reads an answer; nothing if none came.
static std::optional<std::string> readAnswer(const Socket &root,
                                             StopReason stop) {
  uint64_t size = 0;
  std::string text;
  Error error = root.receive(&size, sizeof(size), stop);
  if (!error && size < 4096) {
    text.resize(size);
    error = root.receive(text.data(), size, stop);
  }
  if (!error && size < 4096)
    return text;
  consumeError(std::move(error));
  return std::nullopt;
}

/// Waits for all other processes to connect and to say who they are.
Error ProcessGroup::accept(std::vector<Socket> &news, ShareAddress share) {
  int64_t port = share ? 0 : place.port;
  auto listener = Socket::listen(port, 2 * place.size);
  if (!listener)
    return makeError(
        "rank 0 cannot listen on port {}: {}; MASTER_PORT may name another one",
        port, toString(listener.takeError()));
  place.port = listener->getPort();
  if (share)
    if (Error error = share(place.address, place.port))
      return error;
  std::string where = "port " + std::to_string(place.port);
  sockets.resize(place.size - 1);
  news.resize(place.size - 1);
  Deadline deadline(patience);
  auto isMissing = [](const Socket &socket) { return !socket.isValid(); };
  while (std::ranges::any_of(news, isMissing)) {
    if (deadline.hasPassed()) {
      auto missing = std::ranges::find_if(news, isMissing) - news.begin() + 1;
      return makeError("rank {} did not come to {} within {} s", missing, where,
                       patience);
    }
    Socket peer = listener->accept();
    if (!peer.isValid())
      continue;
    Greeting greeting;
    Deadline greetingDeadline(kGreetingSeconds);
    Error error =
        peer.receive(&greeting, sizeof(greeting), [&]() -> std::string {
          return greetingDeadline.hasPassed() ? "slow" : "";
        });
    // Whoever else comes to the port is sent away.
    if (error || greeting.magic != kGreeting || greeting.channel > 1) {
      consumeError(std::move(error));
      continue;
    }
    std::string problem;
    bool isFatal = false;
    auto rank = std::to_string(greeting.rank);
    if (greeting.run != place.run) {
      problem = where + " serves another run; MASTER_PORT may name another one";
    } else if (greeting.size != uint64_t(place.size)) {
      problem = "rank " + rank + " says that there are " +
                std::to_string(greeting.size) + " processes, rank 0 says " +
                std::to_string(place.size);
      isFatal = true;
    } else if (greeting.rank < 1 || greeting.rank >= uint64_t(place.size) ||
               (greeting.channel ? news : sockets)[greeting.rank - 1]
                   .isValid()) {
      problem = "another process has come as rank " + rank + " before";
    }
    consumeError(answer(peer, problem));
    if (isFatal)
      return makeError("{}", problem);
    if (problem.empty())
      (greeting.channel ? news : sockets)[greeting.rank - 1] = std::move(peer);
  }
  return Error::success();
}

/// Connects to rank 0, again and again until it listens.
Error ProcessGroup::connectToRoot(std::vector<Socket> &news) {
  Deadline deadline(patience);
  auto stop = [&] { return std::string(deadline.hasPassed() ? "late" : ""); };
  std::string problem;
  for (std::vector<Socket> *list : {&sockets, &news})
    while (list->empty()) {
      auto root = Socket::connect(place.address, place.port);
      if (root) {
        Greeting greeting;
        greeting.channel = list == &news;
        greeting.rank = place.rank;
        greeting.size = place.size;
        greeting.run = place.run;
        Error error = root->send(&greeting, sizeof(greeting), stop);
        auto reply = readAnswer(*root, stop);
        consumeError(std::move(error));
        if (reply && !reply->empty())
          return makeError("{}", *reply);
        if (reply)
          list->push_back(std::move(*root));
        else
          problem = "what listens there is not this program";
      } else {
        problem = toString(root.takeError());
      }
      if (deadline.hasPassed())
        return makeError("rank {} cannot reach rank 0 at {}:{} within {} s: {}",
                         place.rank, place.address, place.port, patience,
                         problem);
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
  return Error::success();
}

Expected<ProcessGroup> ProcessGroup::connect(const Place &place,
                                             unsigned seconds,
                                             ShareAddress share) {
  ProcessGroup group;
  group.place = place;
  group.patience = seconds;
  if (place.size == 1)
    return group;
  if (place.address.empty() && !share)
    return makeError("environment: processes on several hosts need "
                     "MASTER_ADDR, the host of rank 0");
  std::vector<Socket> news;
  if (place.rank == 0) {
    if (Error error = group.accept(news, share))
      return error;
  } else {
    if (share)
      if (Error error = share(group.place.address, group.place.port))
        return error;
    if (Error error = group.connectToRoot(news))
      return error;
  }
  group.monitor =
      std::make_unique<ProcessMonitor>(place.rank, place.size, std::move(news));
  return group;
}

std::string ProcessGroup::getOwnAddress() const {
  return place.rank == 0 ? place.address : sockets.front().getAddress();
}

//===----------------------------------------------------------------------===//
// Exchanging
//===----------------------------------------------------------------------===//

/// Says why an exchange failed: what has become of the other process if that is
/// known, else what the system says.
Error ProcessGroup::explain(Error error, int64_t peer,
                            const std::string &what) const {
  std::string problem = monitor->waitForProblem();
  std::string own = toString(std::move(error));
  if (problem.empty())
    problem = "rank " + std::to_string(peer) + ": " + own;
  std::string text = what + " was given up: " + problem;
  monitor->fail(text);
  return makeError("{}", text);
}

/// Waits end when a process has gone, or after the patience.
template <typename F>
static Error wait(const ProcessMonitor &monitor, unsigned patience,
                  F &&function) {
  Deadline deadline(patience);
  return function([&]() -> std::string {
    if (deadline.hasPassed())
      return "did not come within " + std::to_string(patience) + " s; " +
             monitor.describeStall();
    return monitor.findProblem();
  });
}

/// What stands before a value: what it is for, and its size.
using ValueHead = std::array<uint64_t, 2>;

static ValueHead makeHead(const std::string &what, size_t size) {
  return {getHash(what), size};
}

Error ProcessGroup::send(size_t peer, std::string_view value,
                         const std::string &what) {
  ValueHead head = makeHead(what, value.size());
  Error error = wait(*monitor, patience, [&](StopReason stop) {
    if (Error error = sockets[peer].send(&head, sizeof(head), stop))
      return error;
    return sockets[peer].send(value.data(), value.size(), stop);
  });
  return error ? explain(std::move(error), getPeerRank(peer), what)
               : Error::success();
}

Expected<std::string> ProcessGroup::receive(size_t peer,
                                            const std::string &what) {
  ValueHead head;
  std::string value;
  Error error = wait(*monitor, patience, [&](StopReason stop) -> Error {
    if (Error error = sockets[peer].receive(&head, sizeof(head), stop))
      return error;
    if (head[0] != makeHead(what, 0)[0] || head[1] > kMaxValue)
      return makeError("exchanges something else");
    value.resize(head[1]);
    return sockets[peer].receive(value.data(), value.size(), stop);
  });
  if (error)
    return explain(std::move(error), getPeerRank(peer), what);
  return value;
}

Expected<std::vector<std::string>>
ProcessGroup::allGather(std::string_view value, const std::string &what) {
  std::vector<std::string> values = {std::string(value)};
  if (place.rank != 0) {
    values.clear();
    if (Error error = send(0, value, what))
      return error;
    for (int64_t rank = 0; rank < place.size; ++rank) {
      auto next = receive(0, what);
      if (!next)
        return next.takeError();
      values.push_back(std::move(*next));
    }
    return values;
  }
  for (size_t peer = 0; peer < sockets.size(); ++peer) {
    auto next = receive(peer, what);
    if (!next)
      return next.takeError();
    values.push_back(std::move(*next));
  }
  for (size_t peer = 0; peer < sockets.size(); ++peer)
    for (const std::string &next : values)
      if (Error error = send(peer, next, what))
        return error;
  return values;
}

Error ProcessGroup::agree(Error own, const std::string &what) {
  if (place.size == 1)
    return own;
  std::string problem = own ? toString(std::move(own)) : "";
  auto problems = allGather(problem, what);
  if (!problems)
    return problems.takeError();
  for (auto [rank, text] : enumerate(*problems))
    if (!text.empty())
      return int64_t(rank) == place.rank ? Error(text)
                                         : makeError("rank {}: {}", rank, text);
  return Error::success();
}
