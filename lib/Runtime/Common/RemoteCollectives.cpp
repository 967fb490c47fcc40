//===- RemoteCollectives.cpp - Collectives among processes ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The collectives of Collectives.cpp where devices share no memory: every
// device packs what each other one needs of its input, and unpacks or reduces
// what it gets. What goes where follows from the same tables, and values are
// combined in the same order, so that the bits are the same.
//
// A parcel has the data of all tensors of the collective, one after another,
// each aligned.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Runtime/Collectives.h"
#include "shardwise/Support/Ranges.h"
#include <algorithm>
#include <cstring>
#include <span>
#include <vector>

using namespace shardwise;
using namespace shardwise::runtime;

//===----------------------------------------------------------------------===//
// Parcels
//===----------------------------------------------------------------------===//

namespace {
/// A parcel for or from each member of a group, in one piece of memory. What is
/// put into a parcel begins where elements of any type may lie.
class Parcels {
public:
  Parcels(std::span<const int64_t> members, Scratch &scratch, unsigned purpose)
      : scratch(scratch), purpose(purpose) {
    for (int64_t member : members)
      parcels.push_back({member, nullptr, 0});
  }

  /// First all sizes are said, then there is memory.
  void grow(size_t member, int64_t bytes) {
    parcels[member].bytes += alignTo(bytes, kAlignment);
  }
  void allocate() {
    int64_t total = 0;
    for (const Parcel &parcel : parcels)
      total += parcel.bytes;
    char *next = static_cast<char *>(scratch.get(purpose, total));
    for (Parcel &parcel : parcels) {
      parcel.data = next;
      next += parcel.bytes;
    }
    positions.assign(parcels.size(), 0);
  }

  /// Where the next bytes of a member's parcel lie.
  char *take(size_t member, int64_t bytes) {
    char *data = parcels[member].data + positions[member];
    positions[member] += alignTo(bytes, kAlignment);
    return data;
  }

  /// What really travels.
  std::vector<Parcel> getOthers(int64_t self) const {
    std::vector<Parcel> others;
    for (const Parcel &parcel : parcels)
      if (parcel.rank != self && parcel.bytes > 0)
        others.push_back(parcel);
    return others;
  }

private:
  static constexpr int64_t kAlignment = sizeof(int64_t);

  Scratch &scratch;
  unsigned purpose;
  std::vector<Parcel> parcels;
  std::vector<int64_t> positions;
};
} // namespace

/// Copies the source box of a move to contiguous memory.
static void pack(const BoxMove &move, const char *source, char *packed,
                 unsigned elementBytes) {
  int64_t row = move.rowElements * elementBytes;
  move.forEachRow([&](int64_t from, int64_t) {
    std::memcpy(packed, source + from * elementBytes, row);
    packed += row;
  });
}

/// Copies contiguous memory to the target box of a move.
static void unpack(const BoxMove &move, const char *packed, char *target,
                   unsigned elementBytes) {
  int64_t row = move.rowElements * elementBytes;
  move.forEachRow([&](int64_t, int64_t to) {
    std::memcpy(target + to * elementBytes, packed, row);
    packed += row;
  });
}

static char *getBytes(void *const *buffers, unsigned number) {
  return static_cast<char *>(buffers[number]);
}

static size_t findPosition(std::span<const int64_t> members, int64_t device) {
  return std::ranges::find(members, device) - members.begin();
}

//===----------------------------------------------------------------------===//
// Collectives
//===----------------------------------------------------------------------===//

bool Collective::runRemote(int64_t device, void *const *buffers,
                           Exchange exchange, Scratch &scratch) const {
  if (kind == CollectiveKind::AllReduce)
    return allReduceRemote(device, buffers, exchange, scratch);
  if (kind == CollectiveKind::ReduceScatter)
    return reduceScatterRemote(device, buffers, exchange, scratch);
  return transferRemote(device, buffers, exchange, scratch);
}

bool Collective::transferRemote(int64_t device, void *const *buffers,
                                Exchange exchange, Scratch &scratch) const {
  std::span<const int64_t> members = getMembers(device);
  Parcels outgoing(members, scratch, 0), incoming(members, scratch, 1);
  /// Calls `function(member, tensor, move)` for each box from `sender` to
  /// `receiver`, where -1 is anybody.
  auto forEachMove = [&](int64_t receiver, auto &&function) {
    for (unsigned t = 0; t < numTensors; ++t)
      for (auto &[peer, move] : parts[receiver][t].moves)
        function(peer, t, move, getByteSize(parts[receiver][t].type));
  };
  auto forEachOutgoing = [&](auto &&function) {
    for (auto [number, receiver] : enumerate(members))
      if (receiver != device)
        forEachMove(receiver, [&](int64_t peer, unsigned t, const BoxMove &move,
                                  unsigned bytes) {
          if (peer == device)
            function(number, t, move, bytes);
        });
  };
  auto forEachIncoming = [&](auto &&function) {
    forEachMove(device, [&](int64_t peer, unsigned t, const BoxMove &move,
                            unsigned bytes) {
      if (peer != device)
        function(findPosition(members, peer), t, move, bytes);
    });
  };
  forEachOutgoing(
      [&](size_t to, unsigned, const BoxMove &move, unsigned bytes) {
        outgoing.grow(to, move.getNumElements() * bytes);
      });
  forEachIncoming(
      [&](size_t from, unsigned, const BoxMove &move, unsigned bytes) {
        incoming.grow(from, move.getNumElements() * bytes);
      });
  outgoing.allocate();
  incoming.allocate();
  forEachOutgoing(
      [&](size_t to, unsigned t, const BoxMove &move, unsigned bytes) {
        pack(move, getBytes(buffers, t),
             outgoing.take(to, move.getNumElements() * bytes), bytes);
      });
  if (!exchange(outgoing.getOthers(device), incoming.getOthers(device)))
    return false;
  forEachIncoming(
      [&](size_t from, unsigned t, const BoxMove &move, unsigned bytes) {
        unpack(move, incoming.take(from, move.getNumElements() * bytes),
               getBytes(buffers, numTensors + t), bytes);
      });
  forEachMove(device, [&](int64_t peer, unsigned t, const BoxMove &move,
                          unsigned bytes) {
    if (peer == device)
      move.copy(getBytes(buffers, t), getBytes(buffers, numTensors + t), bytes);
  });
  return true;
}

bool Collective::reduceScatterRemote(int64_t device, void *const *buffers,
                                     Exchange exchange,
                                     Scratch &scratch) const {
  std::span<const int64_t> members = getMembers(device);
  size_t self = findPosition(members, device);
  Parcels outgoing(members, scratch, 0), incoming(members, scratch, 1);
  for (const Part &part : parts[device])
    for (size_t member = 0; member < members.size(); ++member) {
      // All members' results have the same size.
      int64_t bytes = part.elements * getByteSize(part.type);
      outgoing.grow(member, bytes);
      incoming.grow(member, bytes);
    }
  outgoing.allocate();
  incoming.allocate();
  for (unsigned t = 0; t < numTensors; ++t)
    for (auto [number, member] : enumerate(members)) {
      const Part &part = parts[member][t];
      unsigned bytes = getByteSize(part.type);
      pack(part.moves.front().second, getBytes(buffers, t),
           outgoing.take(number, part.elements * bytes), bytes);
    }
  if (!exchange(outgoing.getOthers(device), incoming.getOthers(device)))
    return false;
  std::vector<const char *> sources(members.size());
  outgoing.allocate();
  for (unsigned t = 0; t < numTensors; ++t) {
    const Part &part = parts[device][t];
    int64_t bytes = part.elements * getByteSize(part.type);
    for (size_t member = 0; member < members.size(); ++member) {
      char *received = incoming.take(member, bytes);
      sources[member] = member == self ? outgoing.take(self, bytes) : received;
    }
    reduce(part.type, part.reduction, sources,
           getBytes(buffers, numTensors + t), part.elements);
  }
  return true;
}

bool Collective::allReduceRemote(int64_t device, void *const *buffers,
                                 Exchange exchange, Scratch &scratch) const {
  std::span<const int64_t> members = getMembers(device);
  size_t count = members.size(), self = findPosition(members, device);
  bool isWhole = isSmallAllReduce();
  /// The bytes of a tensor that a member reduces.
  struct Slice {
    int64_t begin, bytes;
  };
  auto getSlice = [&](const Part &part, size_t member) {
    int64_t size = getByteSize(part.type);
    if (isWhole)
      return Slice{0, part.elements * size};
    int64_t begin = getSliceBegin(part.elements, member, count);
    return Slice{begin * size,
                 (getSliceBegin(part.elements, member + 1, count) - begin) *
                     size};
  };
  auto forEachSlice = [&](auto &&function) {
    for (auto [t, part] : enumerate(parts[device]))
      for (size_t member = 0; member < count; ++member)
        function(t, part, member);
  };

  // Everybody's summands of what this device reduces.
  Parcels outgoing(members, scratch, 0), incoming(members, scratch, 1);
  forEachSlice([&](unsigned, const Part &part, size_t member) {
    outgoing.grow(member, getSlice(part, member).bytes);
    incoming.grow(member, getSlice(part, self).bytes);
  });
  outgoing.allocate();
  incoming.allocate();
  forEachSlice([&](unsigned t, const Part &part, size_t member) {
    Slice slice = getSlice(part, member);
    std::memcpy(outgoing.take(member, slice.bytes),
                getBytes(buffers, t) + slice.begin, slice.bytes);
  });
  if (!exchange(outgoing.getOthers(device), incoming.getOthers(device)))
    return false;
  std::vector<const char *> sources(count);
  forEachSlice([&](unsigned t, const Part &part, size_t member) {
    Slice slice = getSlice(part, self);
    char *received = incoming.take(member, slice.bytes);
    sources[member] =
        member == self ? getBytes(buffers, t) + slice.begin : received;
    if (member + 1 == count)
      reduce(part.type, part.reduction, sources,
             getBytes(buffers, numTensors + t) + slice.begin,
             slice.bytes / getByteSize(part.type));
  });
  if (isWhole)
    return true;

  // Everybody's results.
  Parcels results(members, scratch, 0), others(members, scratch, 1);
  forEachSlice([&](unsigned, const Part &part, size_t member) {
    results.grow(member, getSlice(part, self).bytes);
    others.grow(member, getSlice(part, member).bytes);
  });
  results.allocate();
  others.allocate();
  forEachSlice([&](unsigned t, const Part &part, size_t member) {
    Slice slice = getSlice(part, self);
    std::memcpy(results.take(member, slice.bytes),
                getBytes(buffers, numTensors + t) + slice.begin, slice.bytes);
  });
  if (!exchange(results.getOthers(device), others.getOthers(device)))
    return false;
  forEachSlice([&](unsigned t, const Part &part, size_t member) {
    Slice slice = getSlice(part, member);
    char *received = others.take(member, slice.bytes);
    if (member != self)
      std::memcpy(getBytes(buffers, numTensors + t) + slice.begin, received,
                  slice.bytes);
  });
  return true;
}
