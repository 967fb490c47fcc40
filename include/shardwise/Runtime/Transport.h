//===- Transport.h - Data between processes ---------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// How the data of collectives get from one process to another: by MPI where
// its launcher has started the processes, else by a connection between every
// two of them.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_RUNTIME_TRANSPORT_H
#define SHARDWISE_RUNTIME_TRANSPORT_H

#include "shardwise/Runtime/ProcessGroup.h"
#include <span>
#include <string_view>

namespace shardwise::runtime {

/// What goes to, or comes from, a process.
struct Parcel {
  int64_t rank;
  char *data;
  int64_t bytes;
};

class Transport {
public:
  virtual ~Transport() = default;

  /// Sends and receives parcels, at most one to and from each process, none of
  /// them empty; ends when all have arrived and what was sent may be
  /// overwritten. Both ends of a parcel give the same `tag`. Called by one
  /// thread.
  virtual Error exchange(uint64_t tag, std::span<const Parcel> outgoing,
                         std::span<const Parcel> incoming, StopReason stop) = 0;

  /// How messages name it.
  virtual std::string_view getName() const = 0;

  /// Connects every two processes of a group.
  static Expected<std::unique_ptr<Transport>>
  connectSockets(ProcessGroup &group);
};

/// The processes of a run, and how they exchange data.
struct Processes {
  ProcessGroup group;
  /// Null as long as there is nothing to exchange.
  std::unique_ptr<Transport> transport;

  bool areSeveral() const { return group.getSize() > 1; }
  bool isFirst() const { return group.getRank() == 0; }
};

} // namespace shardwise::runtime

#endif // SHARDWISE_RUNTIME_TRANSPORT_H
