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
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/xxhash.h"
#include <array>
#include <cstdlib>

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
  llvm::StringLiteral rank, size, localRank, localSize;
  /// What names the run.
  llvm::StringLiteral run;
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

static llvm::Error readNumber(llvm::StringRef name, llvm::StringRef text,
                              int64_t &number) {
  if (!text.getAsInteger(10, number) && number >= 0)
    return llvm::Error::success();
  return llvm::createStringError("environment: " + name + "=" + text +
                                 ": expected a number");
}

/// Where the processes meet.
static llvm::Error
findMaster(llvm::function_ref<std::string(llvm::StringRef)> get,
           const Launcher &launcher, ProcessGroup::Place &place) {
  place.address = get("MASTER_ADDR");
  bool isOneHost = get(launcher.localSize) == std::to_string(place.size);
  // With several hosts somebody has to say which is that of rank 0.
  if (place.address.empty() && (isOneHost || get(launcher.localSize).empty()))
    place.address = "127.0.0.1";
  place.port = kDefaultPort;
  if (std::string port = get("MASTER_PORT"); !port.empty())
    if (llvm::Error error = readNumber("MASTER_PORT", port, place.port))
      return error;
  if (!get("TORCHELASTIC_RUN_ID").empty())
    ++place.port;
  if (std::string run = get(launcher.run); !run.empty())
    place.run = llvm::xxh3_64bits(llvm::StringRef(run));
  if (place.port < 1 || place.port > 65535)
    return llvm::createStringError("environment: there is no port " +
                                   llvm::Twine(place.port));
  return llvm::Error::success();
}

llvm::Expected<ProcessGroup::Place>
ProcessGroup::findPlace(llvm::function_ref<std::string(llvm::StringRef)> get) {
  Place place;
  for (const Launcher &launcher : kLaunchers) {
    std::string rank = get(launcher.rank), size = get(launcher.size);
    if (rank.empty() || size.empty())
      continue;
    std::string localRank = get(launcher.localRank);
    if (llvm::Error error = readNumber(launcher.rank, rank, place.rank))
      return std::move(error);
    if (llvm::Error error = readNumber(launcher.size, size, place.size))
      return std::move(error);
    if (llvm::Error error =
            readNumber(launcher.localRank, localRank.empty() ? rank : localRank,
                       place.localRank))
      return std::move(error);
    if (place.size < 1)
      return llvm::createStringError("environment: " + launcher.size + "=" +
                                     size + ": expected at least 1");
    if (place.rank >= place.size)
      return llvm::createStringError("environment: " + launcher.rank + "=" +
                                     rank + " is not one of the " + size +
                                     " ranks that " + launcher.size + " says");
    place.isMPI = launcher.isMPI ||
                  (&launcher != &kLaunchers[0] && !get("PMIX_RANK").empty());
    if (place.size > 1)
      if (llvm::Error error = findMaster(get, launcher, place))
        return std::move(error);
    return place;
  }
  return place;
}

llvm::Expected<ProcessGroup::Place> ProcessGroup::findPlaceInEnvironment() {
  return findPlace([](llvm::StringRef name) {
    const char *value = getenv(name.str().c_str());
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

static llvm::Error answer(const Socket &peer, llvm::StringRef text) {
  Deadline deadline(kGreetingSeconds);
  auto stop = [&] { return std::string(deadline.hasPassed() ? "slow" : ""); };
  uint64_t size = text.size();
  if (llvm::Error error = peer.send(&size, sizeof(size), stop))
    return error;
  return peer.send(text.data(), size, stop);
}

/// Reads an answer; nothing if none came.
static std::optional<std::string> readAnswer(const Socket &root,
                                             StopReason stop) {
  uint64_t size = 0;
  std::string text;
  llvm::Error error = root.receive(&size, sizeof(size), stop);
  if (!error && size < 4096) {
    text.resize(size);
    error = root.receive(text.data(), size, stop);
  }
  if (!error && size < 4096)
    return text;
  llvm::consumeError(std::move(error));
  return std::nullopt;
}

/// Waits for all other processes to connect and to say who they are.
llvm::Error ProcessGroup::accept(std::vector<Socket> &news,
                                 ShareAddress share) {
  int64_t port = share ? 0 : place.port;
  auto listener = Socket::listen(port, 2 * place.size);
  if (!listener)
    return llvm::createStringError("rank 0 cannot listen on port " +
                                   llvm::Twine(port) + ": " +
                                   llvm::toString(listener.takeError()) +
                                   "; MASTER_PORT may name another one");
  place.port = listener->getPort();
  if (share)
    if (llvm::Error error = share(place.address, place.port))
      return error;
  std::string where = "port " + std::to_string(place.port);
  sockets.resize(place.size - 1);
  news.resize(place.size - 1);
  Deadline deadline(patience);
  auto isMissing = [](const Socket &socket) { return !socket.isValid(); };
  while (llvm::any_of(news, isMissing)) {
    if (deadline.hasPassed()) {
      auto missing = llvm::find_if(news, isMissing) - news.begin() + 1;
      return llvm::createStringError("rank " + llvm::Twine(missing) +
                                     " did not come to " + where + " within " +
                                     llvm::Twine(patience) + " s");
    }
    Socket peer = listener->accept();
    if (!peer.isValid())
      continue;
    Greeting greeting;
    Deadline greetingDeadline(kGreetingSeconds);
    llvm::Error error =
        peer.receive(&greeting, sizeof(greeting), [&]() -> std::string {
          return greetingDeadline.hasPassed() ? "slow" : "";
        });
    // Whoever else comes to the port is sent away.
    if (error || greeting.magic != kGreeting || greeting.channel > 1) {
      llvm::consumeError(std::move(error));
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
    llvm::consumeError(answer(peer, problem));
    if (isFatal)
      return llvm::createStringError(problem);
    if (problem.empty())
      (greeting.channel ? news : sockets)[greeting.rank - 1] = std::move(peer);
  }
  return llvm::Error::success();
}

/// Connects to rank 0, again and again until it listens.
llvm::Error ProcessGroup::connectToRoot(std::vector<Socket> &news) {
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
        llvm::Error error = root->send(&greeting, sizeof(greeting), stop);
        auto reply = readAnswer(*root, stop);
        llvm::consumeError(std::move(error));
        if (reply && !reply->empty())
          return llvm::createStringError(*reply);
        if (reply)
          list->push_back(std::move(*root));
        else
          problem = "what listens there is not this program";
      } else {
        problem = llvm::toString(root.takeError());
      }
      if (deadline.hasPassed())
        return llvm::createStringError(
            "rank " + llvm::Twine(place.rank) + " cannot reach rank 0 at " +
            place.address + ":" + llvm::Twine(place.port) + " within " +
            llvm::Twine(patience) + " s: " + problem);
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
  return llvm::Error::success();
}

llvm::Expected<ProcessGroup> ProcessGroup::connect(const Place &place,
                                                   unsigned seconds,
                                                   ShareAddress share) {
  ProcessGroup group;
  group.place = place;
  group.patience = seconds;
  if (place.size == 1)
    return std::move(group);
  if (place.address.empty() && !share)
    return llvm::createStringError(
        "environment: processes on several hosts need MASTER_ADDR, the host of "
        "rank 0");
  std::vector<Socket> news;
  if (place.rank == 0) {
    if (llvm::Error error = group.accept(news, share))
      return std::move(error);
  } else {
    if (share)
      if (llvm::Error error = share(group.place.address, group.place.port))
        return std::move(error);
    if (llvm::Error error = group.connectToRoot(news))
      return std::move(error);
  }
  group.monitor =
      std::make_unique<ProcessMonitor>(place.rank, place.size, std::move(news));
  return std::move(group);
}

std::string ProcessGroup::getOwnAddress() const {
  return place.rank == 0 ? place.address : sockets.front().getAddress();
}

//===----------------------------------------------------------------------===//
// Exchanging
//===----------------------------------------------------------------------===//

/// Says why an exchange failed: what has become of the other process if that is
/// known, else what the system says.
llvm::Error ProcessGroup::explain(llvm::Error error, int64_t peer,
                                  const std::string &what) const {
  std::string problem = monitor->waitForProblem();
  std::string own = llvm::toString(std::move(error));
  if (problem.empty())
    problem = "rank " + std::to_string(peer) + ": " + own;
  std::string text = what + " was given up: " + problem;
  monitor->fail(text);
  return llvm::createStringError(text);
}

/// Waits end when a process has gone, or after the patience.
template <typename F>
static llvm::Error wait(const ProcessMonitor &monitor, unsigned patience,
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
  return {llvm::xxh3_64bits(llvm::StringRef(what)), size};
}

llvm::Error ProcessGroup::send(size_t peer, llvm::StringRef value,
                               const std::string &what) {
  ValueHead head = makeHead(what, value.size());
  llvm::Error error = wait(*monitor, patience, [&](StopReason stop) {
    if (llvm::Error error = sockets[peer].send(&head, sizeof(head), stop))
      return error;
    return sockets[peer].send(value.data(), value.size(), stop);
  });
  return error ? explain(std::move(error), getPeerRank(peer), what)
               : llvm::Error::success();
}

llvm::Expected<std::string> ProcessGroup::receive(size_t peer,
                                                  const std::string &what) {
  ValueHead head;
  std::string value;
  llvm::Error error =
      wait(*monitor, patience, [&](StopReason stop) -> llvm::Error {
        if (llvm::Error error =
                sockets[peer].receive(&head, sizeof(head), stop))
          return error;
        if (head[0] != makeHead(what, 0)[0] || head[1] > kMaxValue)
          return llvm::createStringError("exchanges something else");
        value.resize(head[1]);
        return sockets[peer].receive(value.data(), value.size(), stop);
      });
  if (error)
    return explain(std::move(error), getPeerRank(peer), what);
  return value;
}

llvm::Expected<std::vector<std::string>>
ProcessGroup::allGather(llvm::StringRef value, const std::string &what) {
  std::vector<std::string> values = {value.str()};
  if (place.rank != 0) {
    values.clear();
    if (llvm::Error error = send(0, value, what))
      return std::move(error);
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
      if (llvm::Error error = send(peer, next, what))
        return std::move(error);
  return values;
}

llvm::Error ProcessGroup::agree(llvm::Error own, const std::string &what) {
  if (place.size == 1)
    return own;
  std::string problem = own ? llvm::toString(std::move(own)) : "";
  auto problems = allGather(problem, what);
  if (!problems)
    return problems.takeError();
  for (auto [rank, text] : llvm::enumerate(*problems))
    if (!text.empty())
      return llvm::createStringError(int64_t(rank) == place.rank
                                         ? text
                                         : "rank " + std::to_string(rank) +
                                               ": " + text);
  return llvm::Error::success();
}
