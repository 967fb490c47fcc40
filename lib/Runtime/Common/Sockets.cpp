//===- Sockets.cpp - Connections among processes --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "shardwise/Runtime/Sockets.h"
#include "shardwise/Support/Error.h"
#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <functional>
#include <netdb.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>

using namespace shardwise;
using namespace shardwise::runtime;

/// How long to sleep before asking again whether to stop.
static constexpr int kPollMilliseconds = 50;

static Error makeSystemError() { return makeError("{}", std::strerror(errno)); }

/// Makes a connection send at once and never block.
static void configure(int descriptor) {
  int one = 1;
  setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one));
  fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK);
}

//===----------------------------------------------------------------------===//
// Connecting
//===----------------------------------------------------------------------===//

Expected<Socket> Socket::listen(int64_t port, int64_t backlog) {
  Socket listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  int one = 1;
  setsockopt(listener.get(), SOL_SOCKET, SO_REUSEADDR, &one, sizeof(one));
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(uint16_t(port));
  address.sin_addr.s_addr = INADDR_ANY;
  if (::bind(listener.get(), reinterpret_cast<sockaddr *>(&address),
             sizeof(address)) ||
      ::listen(listener.get(), backlog))
    return makeSystemError();
  return listener;
}

Expected<Socket> Socket::connect(std::string_view address, int64_t port) {
  addrinfo hints{}, *found = nullptr;
  hints.ai_family = AF_INET;
  hints.ai_socktype = SOCK_STREAM;
  if (int status = getaddrinfo(std::string(address).c_str(),
                               std::to_string(port).c_str(), &hints, &found))
    return makeError("{}", gai_strerror(status));
  Socket connection(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  int status = ::connect(connection.get(), found->ai_addr, found->ai_addrlen);
  freeaddrinfo(found);
  if (status)
    return makeSystemError();
  configure(connection.get());
  return connection;
}

Socket Socket::accept() const {
  pollfd waiting{descriptor, POLLIN, 0};
  if (::poll(&waiting, 1, 2 * kPollMilliseconds) <= 0)
    return Socket();
  Socket connection(::accept4(descriptor, nullptr, nullptr, SOCK_CLOEXEC));
  if (connection.isValid())
    configure(connection.get());
  return connection;
}

void Socket::close() {
  if (isValid())
    ::close(std::exchange(descriptor, -1));
}

static sockaddr_in getOwnName(int descriptor) {
  sockaddr_in name{};
  socklen_t size = sizeof(name);
  getsockname(descriptor, reinterpret_cast<sockaddr *>(&name), &size);
  return name;
}

int64_t Socket::getPort() const {
  return ntohs(getOwnName(descriptor).sin_port);
}

std::string Socket::getAddress() const {
  char text[INET_ADDRSTRLEN] = "";
  sockaddr_in name = getOwnName(descriptor);
  inet_ntop(AF_INET, &name.sin_addr, text, sizeof(text));
  return text;
}

//===----------------------------------------------------------------------===//
// Bytes
//===----------------------------------------------------------------------===//

/// What a system call's result means; the connection may also be in no state
/// to do anything just now.
static ssize_t interpret(ssize_t count, bool isReceive) {
  if (count > 0 || (count == 0 && !isReceive))
    return count;
  if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR))
    return 0;
  if (count == 0)
    errno = ECONNRESET;
  return -1;
}

ssize_t Socket::trySend(const void *data, size_t bytes) const {
  return interpret(::send(descriptor, data, bytes, MSG_NOSIGNAL), false);
}

ssize_t Socket::tryReceive(void *data, size_t bytes) const {
  return interpret(::recv(descriptor, data, bytes, 0), true);
}

/// Moves bytes as they go, and sleeps in between.
static Error moveAll(int descriptor, short event, size_t bytes, StopReason stop,
                     const std::function<ssize_t(size_t)> &tryMove) {
  size_t done = 0;
  while (done < bytes) {
    ssize_t count = tryMove(done);
    if (count < 0)
      return makeSystemError();
    done += count;
    if (count > 0)
      continue;
    pollfd waiting{descriptor, event, 0};
    if (::poll(&waiting, 1, kPollMilliseconds) == 0)
      if (std::string reason = stop(); !reason.empty())
        return makeError("{}", reason);
  }
  return Error::success();
}

Error Socket::send(const void *data, size_t bytes, StopReason stop) const {
  return moveAll(descriptor, POLLOUT, bytes, stop, [&](size_t done) {
    return trySend(static_cast<const char *>(data) + done, bytes - done);
  });
}

Error Socket::receive(void *data, size_t bytes, StopReason stop) const {
  return moveAll(descriptor, POLLIN, bytes, stop, [&](size_t done) {
    return tryReceive(static_cast<char *>(data) + done, bytes - done);
  });
}
