//===- SocketTransport.cpp - Data between processes over TCP --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each process connects to those of lower rank, whose addresses the group
// exchanges. A parcel has its tag and size before it, so that processes which
// do not agree on what they exchange find that out.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Runtime/Transport.h"
#include "shardwise/Support/Error.h"
#include <poll.h>
#include <span>
#include <string_view>
#include <vector>

using namespace shardwise;
using namespace shardwise::runtime;

/// How long to sleep before asking whether to stop.
static constexpr int kPollMilliseconds = 20;

namespace {
class SocketTransport final : public Transport {
public:
  explicit SocketTransport(int64_t size) : sockets(size) {}

  std::string_view getName() const override { return "TCP"; }
  Error connect(ProcessGroup &group);
  Error exchange(uint64_t tag, std::span<const Parcel> outgoing,
                 std::span<const Parcel> incoming, StopReason stop) override;

private:
  Error connectTo(int64_t rank, std::string_view where, ProcessGroup &group);
  Error acceptOthers(const Socket &listener, ProcessGroup &group);

  /// By rank; none to this process.
  std::vector<Socket> sockets;
};

/// A parcel on its way.
struct Flow {
  Parcel parcel;
  bool isOutgoing;
  /// The tag and the bytes, as sent or to be compared with what comes.
  uint64_t head[2];
  uint64_t received[2] = {};
  size_t done = 0;

  bool isDone() const { return done == sizeof(head) + parcel.bytes; }
  Error advance(const Socket &socket, bool &moved);
};
} // namespace

//===----------------------------------------------------------------------===//
// Connecting
//===----------------------------------------------------------------------===//

Error SocketTransport::connectTo(int64_t rank, std::string_view where,
                                 ProcessGroup &group) {
  auto [address, port] = split(where, " ");
  auto socket =
      Socket::connect(address, parseNumber<int64_t>(port).value_or(0));
  uint64_t own = group.getRank();
  Error error = socket.takeError();
  if (!error)
    error = socket->send(&own, sizeof(own),
                         [&] { return group.getMonitor().findProblem(); });
  if (error)
    return makeError("rank {} cannot reach rank {} at {}: {}", own, rank, where,
                     toString(std::move(error)));
  sockets[rank] = std::move(*socket);
  return Error::success();
}

Error SocketTransport::acceptOthers(const Socket &listener,
                                    ProcessGroup &group) {
  Deadline deadline(group.getPatience());
  auto stop = [&]() -> std::string {
    if (deadline.hasPassed())
      return "a connection did not come within " +
             std::to_string(group.getPatience()) + " s; " +
             group.getMonitor().describeStall();
    return group.getMonitor().findProblem();
  };
  for (int64_t missing = group.getSize() - 1 - group.getRank(); missing > 0;) {
    if (std::string problem = stop(); !problem.empty())
      return makeError("connecting the processes: {}", problem);
    Socket socket = listener.accept();
    uint64_t rank = 0;
    if (!socket.isValid())
      continue;
    if (Error error = socket.receive(&rank, sizeof(rank), stop)) {
      consumeError(std::move(error));
      continue;
    }
    if (rank >= sockets.size() || sockets[rank].isValid() ||
        int64_t(rank) <= group.getRank())
      continue;
    sockets[rank] = std::move(socket);
    --missing;
  }
  return Error::success();
}

Error SocketTransport::connect(ProcessGroup &group) {
  auto listener = Socket::listen(0, group.getSize());
  if (!listener)
    return makeError("cannot listen on a free port: {}",
                     toString(listener.takeError()));
  auto addresses = group.allGather(group.getOwnAddress() + " " +
                                       std::to_string(listener->getPort()),
                                   "connecting the processes");
  if (!addresses)
    return addresses.takeError();
  for (int64_t rank = 0; rank < group.getRank(); ++rank)
    if (Error error = connectTo(rank, (*addresses)[rank], group))
      return error;
  return acceptOthers(*listener, group);
}

Expected<std::unique_ptr<Transport>>
Transport::connectSockets(ProcessGroup &group) {
  auto transport = std::make_unique<SocketTransport>(group.getSize());
  if (Error error = transport->connect(group))
    return error;
  return transport;
}

//===----------------------------------------------------------------------===//
// Exchanging
//===----------------------------------------------------------------------===//

/// Moves what goes at once: first the head, then the data.
Error Flow::advance(const Socket &socket, bool &moved) {
  while (!isDone()) {
    bool inHead = done < sizeof(head);
    char *data = inHead ? reinterpret_cast<char *>(isOutgoing ? head : received)
                        : parcel.data - sizeof(head);
    size_t end = inHead ? sizeof(head) : sizeof(head) + parcel.bytes;
    ssize_t count = isOutgoing ? socket.trySend(data + done, end - done)
                               : socket.tryReceive(data + done, end - done);
    if (count < 0)
      return makeError("rank {} has closed its connection", parcel.rank);
    if (count == 0)
      return Error::success();
    moved = true;
    done += count;
    if (!isOutgoing && done == sizeof(head) &&
        (received[0] != head[0] || received[1] != head[1]))
      return makeError("rank {} sends {} bytes of number {} where {} of number "
                       "{} are expected",
                       parcel.rank, received[1], received[0], head[1], head[0]);
  }
  return Error::success();
}

Error SocketTransport::exchange(uint64_t tag, std::span<const Parcel> outgoing,
                                std::span<const Parcel> incoming,
                                StopReason stop) {
  std::vector<Flow> flows;
  for (const Parcel &parcel : outgoing)
    flows.push_back({parcel, true, {tag, uint64_t(parcel.bytes)}});
  for (const Parcel &parcel : incoming)
    flows.push_back({parcel, false, {tag, uint64_t(parcel.bytes)}});
  while (true) {
    bool moved = false;
    std::vector<pollfd> waiting;
    for (Flow &flow : flows) {
      const Socket &socket = sockets[flow.parcel.rank];
      if (Error error = flow.advance(socket, moved))
        return error;
      if (!flow.isDone())
        waiting.push_back(
            {socket.get(), short(flow.isOutgoing ? POLLOUT : POLLIN), 0});
    }
    if (waiting.empty())
      return Error::success();
    if (moved || ::poll(waiting.data(), waiting.size(), kPollMilliseconds) != 0)
      continue;
    if (std::string reason = stop(); !reason.empty())
      return makeError("{}", reason);
  }
}
