//===- Streams.h - Which commands may run at the same time ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Commands of one stream run in their order. Two of different streams that
// touch the same bytes, one of them writing, need an order too: the later one
// waits for the earlier, or for something that comes after it. `orderStreams`
// finds the waits that a plan needs from its buffers, and as few as suffice;
// `checkStreams` proves, from the waits alone, that no such pair can meet.
//
// A plan with loops has one stream: the host waits for conditions.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_RUNTIME_STREAMS_H
#define SHARDWISE_RUNTIME_STREAMS_H

#include "shardwise/Runtime/Plan.h"
#include <optional>
#include <span>
#include <vector>

namespace shardwise::runtime {

/// The most streams that a plan may have.
inline constexpr uint32_t kMaxStreams = 4;

/// The bytes that a command reads or writes.
struct Access {
  Place::Space space;
  uint32_t index;
  int64_t begin, end;
  bool isWrite;

  /// Whether two commands with these accesses need an order.
  bool conflictsWith(const Access &other) const {
    return (isWrite || other.isWrite) && space == other.space &&
           index == other.index && begin < other.end && other.begin < end;
  }
};

/// The number of buffers of a command, and the commands that it waits for.
uint32_t getNumOperands(const Plan &plan, size_t command);
std::span<const uint32_t> getWaits(const Plan &plan, size_t command);

/// What a command of a valid plan reads and writes.
std::vector<Access> getAccesses(const Plan &plan, size_t command);

/// The number of streams that the commands are on.
uint32_t getNumStreams(const Plan &plan);

/// Sets the waits of all commands by what they read and write.
void orderStreams(Plan &plan);

/// Says which commands could meet, or what else is wrong with streams and
/// waits, or nothing.
std::optional<std::string> checkStreams(const Plan &plan);

} // namespace shardwise::runtime

#endif // SHARDWISE_RUNTIME_STREAMS_H
