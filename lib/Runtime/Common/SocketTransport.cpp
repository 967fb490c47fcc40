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
#include "llvm/ADT/STLExtras.h"
#include <poll.h>

using namespace shardwise::runtime;

/// How long to sleep before asking whether to stop.
static constexpr int kPollMilliseconds = 20;

namespace {
class SocketTransport final : public Transport {
public:
  explicit SocketTransport(int64_t size) : sockets(size) {}

  llvm::StringRef getName() const override { return "TCP"; }
  llvm::Error connect(ProcessGroup &group);
  llvm::Error exchange(uint64_t tag, llvm::ArrayRef<Parcel> outgoing,
                       llvm::ArrayRef<Parcel> incoming,
                       StopReason stop) override;

private:
  llvm::Error connectTo(int64_t rank, llvm::StringRef where,
                        ProcessGroup &group);
  llvm::Error acceptOthers(const Socket &listener, ProcessGroup &group);

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
  llvm::Error advance(const Socket &socket, bool &moved);
};
} // namespace

//===----------------------------------------------------------------------===//
// Connecting
//===----------------------------------------------------------------------===//

llvm::Error SocketTransport::connectTo(int64_t rank, llvm::StringRef where,
                                       ProcessGroup &group) {
  auto [address, port] = where.split(' ');
  int64_t number = 0;
  port.getAsInteger(10, number);
  auto socket = Socket::connect(address, number);
  uint64_t own = group.getRank();
  llvm::Error error = socket.takeError();
  if (!error)
    error = socket->send(&own, sizeof(own),
                         [&] { return group.getMonitor().findProblem(); });
  if (error)
    return llvm::createStringError(
        "rank " + llvm::Twine(own) + " cannot reach rank " + llvm::Twine(rank) +
        " at " + where + ": " + llvm::toString(std::move(error)));
  sockets[rank] = std::move(*socket);
  return llvm::Error::success();
}

llvm::Error SocketTransport::acceptOthers(const Socket &listener,
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
      return llvm::createStringError("connecting the processes: " + problem);
    Socket socket = listener.accept();
    uint64_t rank = 0;
    if (!socket.isValid())
      continue;
    if (llvm::Error error = socket.receive(&rank, sizeof(rank), stop)) {
      llvm::consumeError(std::move(error));
      continue;
    }
    if (rank >= sockets.size() || sockets[rank].isValid() ||
        int64_t(rank) <= group.getRank())
      continue;
    sockets[rank] = std::move(socket);
    --missing;
  }
  return llvm::Error::success();
}

llvm::Error SocketTransport::connect(ProcessGroup &group) {
  auto listener = Socket::listen(0, group.getSize());
  if (!listener)
    return llvm::createStringError("cannot listen on a free port: " +
                                   llvm::toString(listener.takeError()));
  auto addresses = group.allGather(group.getOwnAddress() + " " +
                                       std::to_string(listener->getPort()),
                                   "connecting the processes");
  if (!addresses)
    return addresses.takeError();
  for (int64_t rank = 0; rank < group.getRank(); ++rank)
    if (llvm::Error error = connectTo(rank, (*addresses)[rank], group))
      return error;
  return acceptOthers(*listener, group);
}

llvm::Expected<std::unique_ptr<Transport>>
Transport::connectSockets(ProcessGroup &group) {
  auto transport = std::make_unique<SocketTransport>(group.getSize());
  if (llvm::Error error = transport->connect(group))
    return std::move(error);
  return std::move(transport);
}

//===----------------------------------------------------------------------===//
// Exchanging
//===----------------------------------------------------------------------===//

/// Moves what goes at once: first the head, then the data.
llvm::Error Flow::advance(const Socket &socket, bool &moved) {
  while (!isDone()) {
    bool inHead = done < sizeof(head);
    char *data = inHead ? reinterpret_cast<char *>(isOutgoing ? head : received)
                        : parcel.data - sizeof(head);
    size_t end = inHead ? sizeof(head) : sizeof(head) + parcel.bytes;
    ssize_t count = isOutgoing ? socket.trySend(data + done, end - done)
                               : socket.tryReceive(data + done, end - done);
    if (count < 0)
      return llvm::createStringError("rank " + llvm::Twine(parcel.rank) +
                                     " has closed its connection");
    if (count == 0)
      return llvm::Error::success();
    moved = true;
    done += count;
    if (!isOutgoing && done == sizeof(head) &&
        (received[0] != head[0] || received[1] != head[1]))
      return llvm::createStringError(
          "rank " + llvm::Twine(parcel.rank) + " sends " +
          llvm::Twine(received[1]) + " bytes of number " +
          llvm::Twine(received[0]) + " where " + llvm::Twine(head[1]) +
          " of number " + llvm::Twine(head[0]) + " are expected");
  }
  return llvm::Error::success();
}

llvm::Error SocketTransport::exchange(uint64_t tag,
                                      llvm::ArrayRef<Parcel> outgoing,
                                      llvm::ArrayRef<Parcel> incoming,
                                      StopReason stop) {
  llvm::SmallVector<Flow, 8> flows;
  for (const Parcel &parcel : outgoing)
    flows.push_back({parcel, true, {tag, uint64_t(parcel.bytes)}});
  for (const Parcel &parcel : incoming)
    flows.push_back({parcel, false, {tag, uint64_t(parcel.bytes)}});
  while (true) {
    bool moved = false;
    llvm::SmallVector<pollfd, 8> waiting;
    for (Flow &flow : flows) {
      const Socket &socket = sockets[flow.parcel.rank];
      if (llvm::Error error = flow.advance(socket, moved))
        return error;
      if (!flow.isDone())
        waiting.push_back(
            {socket.get(), short(flow.isOutgoing ? POLLOUT : POLLIN), 0});
    }
    if (waiting.empty())
      return llvm::Error::success();
    if (moved || ::poll(waiting.data(), waiting.size(), kPollMilliseconds) != 0)
      continue;
    if (std::string reason = stop(); !reason.empty())
      return llvm::createStringError(reason);
  }
}
