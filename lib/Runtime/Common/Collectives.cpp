//===- Collectives.cpp - Communication among CPU devices ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Works out once what every device reads from whom, and runs it among threads;
// RemoteCollectives.cpp runs it among processes.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Runtime/Collectives.h"
#include "shardwise/Support/Ranges.h"
#include <algorithm>
#include <cstring>
#include <functional>
#include <map>
#include <numeric>
#include <span>
#include <vector>

using namespace shardwise;
using namespace shardwise::runtime;

//===----------------------------------------------------------------------===//
// Boxes
//===----------------------------------------------------------------------===//

static std::vector<int64_t> getStrides(std::span<const int64_t> shape) {
  std::vector<int64_t> strides(shape.size(), 1);
  for (int64_t d = int64_t(shape.size()) - 2; d >= 0; --d)
    strides[d] = strides[d + 1] * shape[d + 1];
  return strides;
}

BoxMove BoxMove::make(std::span<const int64_t> sizes,
                      std::span<const int64_t> sourceShape,
                      std::span<const int64_t> sourceOffsets,
                      std::span<const int64_t> targetShape,
                      std::span<const int64_t> targetOffsets) {
  BoxMove move;
  std::vector<int64_t> from = getStrides(sourceShape);
  std::vector<int64_t> to = getStrides(targetShape);
  for (size_t d = 0; d < sizes.size(); ++d) {
    move.sourceOffset += sourceOffsets[d] * from[d];
    move.targetOffset += targetOffsets[d] * to[d];
  }
  // Inner dimensions join the row as long as it is contiguous on both sides.
  size_t rank = sizes.size();
  while (rank && (sizes[rank - 1] == 1 || (from[rank - 1] == move.rowElements &&
                                           to[rank - 1] == move.rowElements)))
    move.rowElements *= sizes[--rank];
  for (size_t d = 0; d < rank; ++d) {
    if (sizes[d] == 1)
      continue;
    move.sizes.push_back(sizes[d]);
    move.sourceStrides.push_back(from[d]);
    move.targetStrides.push_back(to[d]);
  }
  return move;
}

void BoxMove::copy(const char *source, char *target,
                   unsigned elementBytes) const {
  forEachRow([&](int64_t from, int64_t to) {
    std::memcpy(target + to * elementBytes, source + from * elementBytes,
                rowElements * elementBytes);
  });
}

//===----------------------------------------------------------------------===//
// Who reads what from whom
//===----------------------------------------------------------------------===//

void Collective::makePoints(std::vector<std::vector<int64_t>> groups,
                            const CollectiveInfo &info, unsigned command) {
  for (std::vector<int64_t> &group : groups) {
    for (int64_t device : group)
      pointOf[device] = points.size();
    MeetingPoint &point = points.emplace_back();
    point.members = std::move(group);
    point.command = command;
    point.name = info.name;
  }
}

/// The boxes that come from other devices without a reduction.
void Collective::makeTransferParts(const Mesh &mesh,
                                   const CollectiveInfo &info) {
  for (int64_t device = 0; device < mesh.getNumDevices(); ++device)
    for (const CollectiveTensor &tensor : info.tensors) {
      Part &part = parts[device].emplace_back();
      part.type = tensor.type;
      auto sourceShape = getLocalShape(mesh, tensor.from, tensor.globalShape);
      auto targetShape = getLocalShape(mesh, tensor.to, tensor.globalShape);
      for (const Transfer &transfer : getTransfers(mesh, tensor.from, tensor.to,
                                                   tensor.globalShape, device))
        part.moves.emplace_back(
            transfer.peer, BoxMove::make(transfer.source.sizes, sourceShape,
                                         transfer.source.offsets, targetShape,
                                         transfer.targetOffsets));
    }
}

/// The box of every member's input that a device combines.
void Collective::makeReduceParts(const Mesh &mesh, const CollectiveInfo &info) {
  for (int64_t device = 0; device < mesh.getNumDevices(); ++device)
    for (const CollectiveTensor &tensor : info.tensors) {
      Part &part = parts[device].emplace_back();
      part.type = tensor.type;
      part.reduction = tensor.from.reduction;
      auto sourceShape = getLocalShape(mesh, tensor.from, tensor.globalShape);
      auto targetShape = getLocalShape(mesh, tensor.to, tensor.globalShape);
      auto begin =
          getLocalOffsets(mesh, tensor.from, tensor.globalShape, device);
      auto offsets =
          getLocalOffsets(mesh, tensor.to, tensor.globalShape, device);
      for (size_t d = 0; d < offsets.size(); ++d)
        offsets[d] -= begin[d];
      std::vector<int64_t> zeros(offsets.size(), 0);
      part.elements = getProduct(targetShape);
      part.moves.emplace_back(
          device,
          BoxMove::make(targetShape, sourceShape, offsets, targetShape, zeros));
    }
}

/// The whole input of the other device of each pair.
void Collective::makeSwapParts(const Mesh &mesh, const CollectiveInfo &info) {
  makeReduceParts(mesh, info);
  for (const MeetingPoint &point : points)
    for (auto [device, peer] : {std::pair(0, 1), std::pair(1, 0)})
      for (Part &part : parts[point.members[device]])
        part.moves.front().first = point.members[peer];
}

/// The devices that a collective ties together. Without a reduction these are
/// the ones between which there are transfers.
std::vector<std::vector<int64_t>> Collective::groupByTransfers() const {
  // Each device begins alone; the smallest number of a group stands for it.
  std::vector<int64_t> leaders(parts.size());
  std::iota(leaders.begin(), leaders.end(), 0);
  auto find = [&](int64_t device) {
    while (leaders[device] != device)
      device = leaders[device] = leaders[leaders[device]];
    return device;
  };
  for (size_t device = 0; device < parts.size(); ++device)
    for (const Part &part : parts[device])
      for (auto &[peer, move] : part.moves) {
        auto [first, second] = std::minmax({find(device), find(peer)});
        leaders[second] = first;
      }
  std::map<int64_t, std::vector<int64_t>> byLeader;
  for (size_t device = 0; device < parts.size(); ++device)
    byLeader[find(device)].push_back(device);
  std::vector<std::vector<int64_t>> groups;
  for (auto &[leader, group] : byLeader)
    groups.push_back(std::move(group));
  return groups;
}

/// The devices that differ in the reduced atoms only, ordered by their position
/// on them.
static std::vector<std::vector<int64_t>> groupByAtoms(const Mesh &mesh,
                                                      uint32_t reduced) {
  uint32_t all = (uint32_t(1) << mesh.getAtoms().size()) - 1;
  AtomList others = AtomList::fromMask(all & ~reduced);
  AtomList list = AtomList::fromMask(reduced);
  std::vector<std::vector<int64_t>> groups(
      mesh.getSize(others), std::vector<int64_t>(mesh.getSize(list)));
  for (int64_t device = 0; device < mesh.getNumDevices(); ++device)
    groups[mesh.getPart(device, others)][mesh.getPart(device, list)] = device;
  return groups;
}

Collective::Collective(const Mesh &mesh, const CollectiveInfo &info,
                       unsigned command)
    : kind(info.kind), numTensors(info.tensors.size()),
      parts(mesh.getNumDevices()), pointOf(mesh.getNumDevices()) {
  uint32_t reduced = 0;
  for (const CollectiveTensor &tensor : info.tensors)
    reduced |= tensor.from.partial.mask() & ~tensor.to.partial.mask();
  if (kind == CollectiveKind::PartialSwap) {
    makePoints(groupByAtoms(mesh, reduced), info, command);
    makeSwapParts(mesh, info);
    return;
  }
  if (kind == CollectiveKind::AllReduce ||
      kind == CollectiveKind::ReduceScatter) {
    makeReduceParts(mesh, info);
    makePoints(groupByAtoms(mesh, reduced), info, command);
    for (const Part &part : parts[0])
      totalBytes += part.elements * getByteSize(part.type);
    return;
  }
  makeTransferParts(mesh, info);
  makePoints(groupByTransfers(), info, command);
}

//===----------------------------------------------------------------------===//
// Running
//===----------------------------------------------------------------------===//

bool Collective::run(int64_t device, std::span<void *const *const> buffers,
                     Rendezvous &rendezvous, Scratch &scratch) {
  if (kind == CollectiveKind::ReduceScatter)
    return runReduceScatter(device, buffers, rendezvous);
  if (kind != CollectiveKind::AllReduce)
    return runTransfers(device, buffers, rendezvous);
  if (isSmallAllReduce())
    return runSmallAllReduce(device, buffers, rendezvous, scratch);
  return runAllReduce(device, buffers, rendezvous);
}

/// The bytes of a buffer of a device.
static char *getBytes(std::span<void *const *const> buffers, int64_t device,
                      unsigned number) {
  return static_cast<char *>(buffers[device][number]);
}

bool Collective::runTransfers(int64_t device,
                              std::span<void *const *const> buffers,
                              Rendezvous &rendezvous) {
  MeetingPoint &point = points[pointOf[device]];
  bool isAlone = point.members.size() == 1;
  if (!isAlone && !rendezvous.meet(point, device))
    return false;
  for (unsigned t = 0; t < numTensors; ++t) {
    const Part &part = parts[device][t];
    for (auto &[peer, move] : part.moves)
      move.copy(getBytes(buffers, peer, t),
                getBytes(buffers, device, numTensors + t),
                getByteSize(part.type));
  }
  return isAlone || rendezvous.meet(point, device);
}

bool Collective::runReduceScatter(int64_t device,
                                  std::span<void *const *const> buffers,
                                  Rendezvous &rendezvous) {
  MeetingPoint &point = points[pointOf[device]];
  if (!rendezvous.meet(point, device))
    return false;
  std::vector<const char *> sources(point.members.size());
  for (unsigned t = 0; t < numTensors; ++t) {
    const Part &part = parts[device][t];
    const BoxMove &move = part.moves.front().second;
    unsigned bytes = getByteSize(part.type);
    char *target = getBytes(buffers, device, numTensors + t);
    move.forEachRow([&](int64_t from, int64_t to) {
      for (size_t i = 0; i < sources.size(); ++i)
        sources[i] = getBytes(buffers, point.members[i], t) + from * bytes;
      reduce(part.type, part.reduction, sources, target + to * bytes,
             move.rowElements);
    });
  }
  return rendezvous.meet(point, device);
}

bool Collective::runAllReduce(int64_t device,
                              std::span<void *const *const> buffers,
                              Rendezvous &rendezvous) {
  MeetingPoint &point = points[pointOf[device]];
  int64_t count = point.members.size();
  int64_t self =
      std::ranges::find(point.members, device) - point.members.begin();
  if (!rendezvous.meet(point, device))
    return false;
  std::vector<const char *> sources(count);
  for (unsigned t = 0; t < numTensors; ++t) {
    const Part &part = parts[device][t];
    int64_t begin = getSliceBegin(part.elements, self, count);
    int64_t end = getSliceBegin(part.elements, self + 1, count);
    int64_t offset = begin * getByteSize(part.type);
    for (size_t i = 0; i < sources.size(); ++i)
      sources[i] = getBytes(buffers, point.members[i], t) + offset;
    reduce(part.type, part.reduction, sources,
           getBytes(buffers, device, numTensors + t) + offset, end - begin);
  }
  if (!rendezvous.meet(point, device))
    return false;
  for (unsigned t = 0; t < numTensors; ++t) {
    const Part &part = parts[device][t];
    int64_t bytes = getByteSize(part.type);
    for (auto [number, member] : enumerate(point.members)) {
      if (member == device)
        continue;
      int64_t begin = getSliceBegin(part.elements, number, count) * bytes;
      int64_t end = getSliceBegin(part.elements, number + 1, count) * bytes;
      std::memcpy(getBytes(buffers, device, numTensors + t) + begin,
                  getBytes(buffers, member, numTensors + t) + begin,
                  end - begin);
    }
  }
  return rendezvous.meet(point, device);
}

bool Collective::runSmallAllReduce(int64_t device,
                                   std::span<void *const *const> buffers,
                                   Rendezvous &rendezvous, Scratch &scratch) {
  MeetingPoint &point = points[pointOf[device]];
  if (!rendezvous.meet(point, device))
    return false;
  char *result = static_cast<char *>(scratch.get(0, totalBytes));
  std::vector<const char *> sources(point.members.size());
  int64_t offset = 0;
  for (unsigned t = 0; t < numTensors; ++t) {
    const Part &part = parts[device][t];
    for (size_t i = 0; i < sources.size(); ++i)
      sources[i] = getBytes(buffers, point.members[i], t);
    reduce(part.type, part.reduction, sources, result + offset, part.elements);
    offset += part.elements * getByteSize(part.type);
  }
  if (!rendezvous.meet(point, device))
    return false;
  offset = 0;
  for (unsigned t = 0; t < numTensors; ++t) {
    const Part &part = parts[device][t];
    int64_t bytes = part.elements * getByteSize(part.type);
    std::memcpy(getBytes(buffers, device, numTensors + t), result + offset,
                bytes);
    offset += bytes;
  }
  return true;
}
