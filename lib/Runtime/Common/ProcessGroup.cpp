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
#include "llvm/ADT/StringExtras.h"
#include <cerrno>
#include <chrono>
#include <cstring>
#include <netdb.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace shardwise::runtime;
using Clock = std::chrono::steady_clock;

static constexpr int64_t kDefaultPort = 29500;
static constexpr uint64_t kGreeting = 0x3145534957445253; // "SRDWISE1"
/// Nobody sends a longer value.
static constexpr uint64_t kMaxValue = uint64_t(1) << 40;

//===----------------------------------------------------------------------===//
// The environment
//===----------------------------------------------------------------------===//

namespace {
/// The variables of one launcher.
struct Launcher {
  llvm::StringLiteral rank, size, localRank, localSize;
};
} // namespace

static constexpr Launcher kLaunchers[] = {
    {"RANK", "WORLD_SIZE", "LOCAL_RANK", "LOCAL_WORLD_SIZE"},
    {"OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE",
     "OMPI_COMM_WORLD_LOCAL_RANK", "OMPI_COMM_WORLD_LOCAL_SIZE"},
    {"SLURM_PROCID", "SLURM_STEP_NUM_TASKS", "SLURM_LOCALID",
     "SLURM_STEP_TASKS_PER_NODE"}};

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
  if (place.address.empty() && !isOneHost && !get(launcher.localSize).empty())
    return llvm::createStringError(
        "environment: processes on several hosts need MASTER_ADDR, the host of "
        "rank 0");
  if (place.address.empty())
    place.address = "127.0.0.1";
  place.port = kDefaultPort;
  if (std::string port = get("MASTER_PORT"); !port.empty())
    if (llvm::Error error = readNumber("MASTER_PORT", port, place.port))
      return error;
  if (!get("TORCHELASTIC_RUN_ID").empty())
    ++place.port;
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
    if (place.rank >= place.size)
      return llvm::createStringError("environment: " + launcher.rank + "=" +
                                     rank + " is not one of the " + size +
                                     " ranks that " + launcher.size + " says");
    if (place.size > 1)
      if (llvm::Error error = findMaster(get, launcher, place))
        return std::move(error);
    return place;
  }
  return place;
}

//===----------------------------------------------------------------------===//
// Connecting
//===----------------------------------------------------------------------===//

static llvm::Error makeError(const llvm::Twine &what) {
  return llvm::createStringError(what + ": " + strerror(errno));
}

/// Makes a connection send at once, and give up after a while.
static void configure(int socket, unsigned seconds) {
  int one = 1;
  setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one));
  timeval limit{time_t(seconds), 0};
  setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof(limit));
  setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof(limit));
}

static bool sendAll(int socket, const void *data, size_t size) {
  auto *bytes = static_cast<const char *>(data);
  while (size) {
    ssize_t count = ::send(socket, bytes, size, MSG_NOSIGNAL);
    if (count < 0 && errno == EINTR)
      continue;
    if (count <= 0)
      return false;
    bytes += count;
    size -= count;
  }
  return true;
}

static bool receiveAll(int socket, void *data, size_t size) {
  auto *bytes = static_cast<char *>(data);
  while (size) {
    ssize_t count = recv(socket, bytes, size, 0);
    if (count < 0 && errno == EINTR)
      continue;
    if (count == 0)
      errno = ECONNRESET;
    if (count <= 0)
      return false;
    bytes += count;
    size -= count;
  }
  return true;
}

/// Waits for all other processes to connect and to say who they are.
llvm::Error ProcessGroup::accept(unsigned seconds) {
  auto end = Clock::now() + std::chrono::seconds(seconds);
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  int one = 1;
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof(one));
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(uint16_t(place.port));
  address.sin_addr.s_addr = INADDR_ANY;
  std::string where = "port " + std::to_string(place.port);
  if (bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof(address)) ||
      listen(listener, place.size)) {
    llvm::Error error = makeError("rank 0 cannot listen on " + where);
    ::close(listener);
    return error;
  }
  sockets.assign(place.size - 1, -1);
  while (llvm::is_contained(sockets, -1)) {
    auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        end - Clock::now());
    pollfd waiting{listener, POLLIN, 0};
    if (left.count() <= 0 || poll(&waiting, 1, left.count()) <= 0) {
      ::close(listener);
      auto missing = llvm::find(sockets, -1) - sockets.begin() + 1;
      return llvm::createStringError("rank " + llvm::Twine(missing) +
                                     " did not come to " + where + " within " +
                                     llvm::Twine(seconds) + " s");
    }
    int peer = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (peer < 0)
      continue;
    configure(peer, seconds);
    uint64_t greeting[3];
    // Whoever else comes to the port is sent away.
    if (!receiveAll(peer, greeting, sizeof(greeting)) ||
        greeting[0] != kGreeting || greeting[2] != uint64_t(place.size) ||
        greeting[1] < 1 || greeting[1] >= uint64_t(place.size) ||
        sockets[greeting[1] - 1] != -1)
      ::close(peer);
    else
      sockets[greeting[1] - 1] = peer;
  }
  ::close(listener);
  return llvm::Error::success();
}

llvm::Error ProcessGroup::connectToRoot(unsigned seconds) {
  auto end = Clock::now() + std::chrono::seconds(seconds);
  std::string port = std::to_string(place.port);
  while (true) {
    addrinfo hints{}, *found = nullptr;
    hints.ai_family = AF_INET;
    hints.ai_socktype = SOCK_STREAM;
    if (!getaddrinfo(place.address.c_str(), port.c_str(), &hints, &found)) {
      int root = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
      bool ok = !::connect(root, found->ai_addr, found->ai_addrlen);
      freeaddrinfo(found);
      uint64_t greeting[3] = {kGreeting, uint64_t(place.rank),
                              uint64_t(place.size)};
      if (ok && sendAll(root, greeting, sizeof(greeting))) {
        configure(root, seconds);
        sockets.push_back(root);
        return llvm::Error::success();
      }
      ::close(root);
    }
    if (Clock::now() > end)
      return llvm::createStringError("rank " + llvm::Twine(place.rank) +
                                     " cannot reach rank 0 at " +
                                     place.address + ":" + port + " within " +
                                     llvm::Twine(seconds) + " s");
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
}

llvm::Expected<ProcessGroup> ProcessGroup::connect(const Place &place,
                                                   unsigned seconds) {
  ProcessGroup group;
  group.place = place;
  if (place.size == 1)
    return std::move(group);
  if (llvm::Error error = place.rank == 0 ? group.accept(seconds)
                                          : group.connectToRoot(seconds))
    return std::move(error);
  return std::move(group);
}

llvm::Expected<ProcessGroup> ProcessGroup::connectFromEnvironment() {
  auto place = findPlace([](llvm::StringRef name) {
    const char *value = getenv(name.str().c_str());
    return std::string(value ? value : "");
  });
  if (!place)
    return place.takeError();
  return connect(*place);
}

ProcessGroup::ProcessGroup(ProcessGroup &&other) noexcept
    : place(other.place), sockets(std::move(other.sockets)) {
  other.sockets.clear();
}

ProcessGroup &ProcessGroup::operator=(ProcessGroup &&other) noexcept {
  close();
  place = other.place;
  sockets = std::move(other.sockets);
  other.sockets.clear();
  return *this;
}

ProcessGroup::~ProcessGroup() { close(); }

void ProcessGroup::close() {
  for (int socket : sockets)
    if (socket >= 0)
      ::close(socket);
  sockets.clear();
}

//===----------------------------------------------------------------------===//
// Exchanging
//===----------------------------------------------------------------------===//

llvm::Error ProcessGroup::send(size_t peer, llvm::StringRef value) {
  uint64_t size = value.size();
  if (sendAll(sockets[peer], &size, sizeof(size)) &&
      sendAll(sockets[peer], value.data(), size))
    return llvm::Error::success();
  return makeError("rank " + llvm::Twine(place.rank) + " cannot send to rank " +
                   llvm::Twine(getPeerRank(peer)));
}

llvm::Expected<std::string> ProcessGroup::receive(size_t peer) {
  uint64_t size;
  if (receiveAll(sockets[peer], &size, sizeof(size)) && size <= kMaxValue) {
    std::string value(size, '\0');
    if (receiveAll(sockets[peer], value.data(), size))
      return value;
  }
  return makeError("rank " + llvm::Twine(place.rank) +
                   " got no answer from rank " +
                   llvm::Twine(getPeerRank(peer)));
}

llvm::Expected<std::vector<std::string>>
ProcessGroup::allGather(llvm::StringRef value) {
  std::vector<std::string> values = {value.str()};
  if (place.rank != 0) {
    values.clear();
    if (llvm::Error error = send(0, value))
      return std::move(error);
    for (int64_t rank = 0; rank < place.size; ++rank) {
      auto next = receive(0);
      if (!next)
        return next.takeError();
      values.push_back(std::move(*next));
    }
    return values;
  }
  for (size_t peer = 0; peer < sockets.size(); ++peer) {
    auto next = receive(peer);
    if (!next)
      return next.takeError();
    values.push_back(std::move(*next));
  }
  for (size_t peer = 0; peer < sockets.size(); ++peer)
    for (const std::string &next : values)
      if (llvm::Error error = send(peer, next))
        return std::move(error);
  return values;
}

int64_t ProcessGroup::findLost() const {
  for (auto [peer, socket] : llvm::enumerate(sockets)) {
    char byte;
    ssize_t count = recv(socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    if (count == 0 || (count < 0 && errno != EAGAIN && errno != EWOULDBLOCK &&
                       errno != EINTR))
      return getPeerRank(peer);
  }
  return -1;
}
