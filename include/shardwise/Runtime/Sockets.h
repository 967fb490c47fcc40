//===- Sockets.h - Connections among processes ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// TCP connections that never block for good: whoever waits says what could end
// the wait.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_RUNTIME_SOCKETS_H
#define SHARDWISE_RUNTIME_SOCKETS_H

#include "shardwise/Support/Error.h"
#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace shardwise::runtime {

/// Says why to wait no longer; empty to go on. Asked many times a second.
using StopReason = const std::function<std::string()> &;

/// The same for a moment in time.
class Deadline {
public:
  explicit Deadline(unsigned seconds)
      : end(Clock::now() + std::chrono::seconds(seconds)) {}
  bool hasPassed() const { return Clock::now() > end; }

private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point end;
};

/// A connection or a listener; closed at the end.
class Socket {
public:
  explicit Socket(int descriptor = -1) : descriptor(descriptor) {}
  Socket(Socket &&other) noexcept
      : descriptor(std::exchange(other.descriptor, -1)) {}
  Socket &operator=(Socket &&other) noexcept {
    std::swap(descriptor, other.descriptor);
    return *this;
  }
  ~Socket() { close(); }

  /// A listener at a port, or at a free one if that is 0.
  static Expected<Socket> listen(int64_t port, int64_t backlog);
  /// One attempt to reach a listener.
  static Expected<Socket> connect(std::string_view address, int64_t port);
  /// The next connection to a listener; an invalid one if none came for a
  /// tenth of a second.
  Socket accept() const;

  bool isValid() const { return descriptor >= 0; }
  int get() const { return descriptor; }
  void close();
  /// The port and the address of this end.
  int64_t getPort() const;
  std::string getAddress() const;

  /// Sends or receives so many bytes; the error says what the system says, or
  /// the reason to stop.
  Error send(const void *data, size_t bytes, StopReason stop) const;
  Error receive(void *data, size_t bytes, StopReason stop) const;
  /// What goes at once: the number of bytes, 0 if none, -1 if the other end has
  /// gone.
  ssize_t trySend(const void *data, size_t bytes) const;
  ssize_t tryReceive(void *data, size_t bytes) const;

private:
  int descriptor;
};

} // namespace shardwise::runtime

#endif // SHARDWISE_RUNTIME_SOCKETS_H
