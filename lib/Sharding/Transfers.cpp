//===- Transfers.cpp - Which device copies what from where ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A change of sharding without reduction, seen from one device: the boxes that
// it copies, and from whom.
//
// The parts of the source form a regular grid. What a device needs overlaps a
// contiguous range of parts in each dimension, so the transfers are the cells
// of the product of these ranges; there can be no fewer, since two cells are
// never held by the same device. The cell that the device holds itself comes
// first.
//
// Which holder of a cell gives it? The cell fixes the holder's coordinates
// along the atoms that split the source. Along the others the holder nearest to
// the receiver has the receiver's own coordinates. That alone would load few
// devices where an atom g takes the place of another, l: on the mesh (l = 4, g
// = 4),
// [{l}] to [{g}], the devices with l = g would send to three others each, and
// all others to none. So the holder's coordinate along g is the receiver's
// along l, which makes the change a permutation of coordinates: every device
// sends one part. Where l itself takes the place of a third atom, that one's
// coordinate is taken, and so on: [{f}, {l}] to [{l}, {g}] is a cycle.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Sharding/ReshardPlan.h"
#include "shardwise/Support/Ranges.h"

using namespace shardwise;

/// The device that differs from `device` in its coordinate along one atom.
static int64_t withCoordinate(const Mesh &mesh, int64_t device, unsigned atom,
                              int64_t coordinate) {
  int64_t step = coordinate - mesh.getCoordinate(device, atom);
  return device + step * mesh.getAtoms()[atom].stride;
}

/// The device that differs from `device` in holding part `part` of those that
/// `list` makes.
static int64_t withPart(const Mesh &mesh, int64_t device, AtomList list,
                        int64_t part) {
  for (unsigned i = list.size(); i-- > 0;) {
    int64_t size = mesh.getAtoms()[list[i]].size;
    device = withCoordinate(mesh, device, list[i], part % size);
    part /= size;
  }
  return device;
}

/// The atom that stands in the source where `atom` stands in the target, if it
/// has the same size.
static std::optional<unsigned> getReplaced(const Mesh &mesh,
                                           const Sharding &from,
                                           const Sharding &to, unsigned atom) {
  for (auto [source, target] : zip(from.dims, to.dims))
    for (unsigned i = 0, e = std::min(source.size(), target.size()); i < e; ++i)
      if (target[i] == atom &&
          mesh.getAtoms()[source[i]].size == mesh.getAtoms()[atom].size)
        return source[i];
  return std::nullopt;
}

/// The device whose coordinates holders have along the atoms that do not split
/// the source; see the head of this file.
static int64_t getHolderBase(const Mesh &mesh, const Sharding &from,
                             const Sharding &to, int64_t device) {
  uint32_t targetSplit = to.getSplitMask();
  int64_t base = device;
  uint32_t gained = targetSplit & ~from.getSplitMask();
  for (; gained; gained &= gained - 1) {
    unsigned atom = std::countr_zero(gained);
    std::optional<unsigned> partner = getReplaced(mesh, from, to, atom);
    while (partner && targetSplit >> *partner & 1)
      partner = getReplaced(mesh, from, to, *partner);
    if (partner)
      base = withCoordinate(mesh, base, atom,
                            mesh.getCoordinate(device, *partner));
  }
  return base;
}

namespace {
/// The parts of the source, in one dimension, that overlap what a device needs.
struct PartRange {
  int64_t begin, end;
};
} // namespace

std::vector<Transfer> shardwise::getTransfers(const Mesh &mesh,
                                              const Sharding &from,
                                              const Sharding &to,
                                              std::span<const int64_t> shape,
                                              int64_t device) {
  assert(from.partial == to.partial && "a reduction is no set of copies");
  unsigned rank = shape.size();
  Shape held = getLocalShape(mesh, from, shape);
  Shape needed = getLocalShape(mesh, to, shape);
  Shape needBegin = getLocalOffsets(mesh, to, shape, device);
  if (contains(needed, 0))
    return {};

  InlineVector<PartRange, 4> ranges;
  for (unsigned d = 0; d < rank; ++d)
    ranges.push_back(
        {needBegin[d] / held[d], (needBegin[d] + needed[d] - 1) / held[d] + 1});

  int64_t base = getHolderBase(mesh, from, to, device);
  auto makeTransfer = [&](std::span<const int64_t> parts) {
    Transfer transfer;
    bool own = true;
    transfer.peer = base;
    for (unsigned d = 0; d < rank; ++d) {
      int64_t partBegin = parts[d] * held[d];
      int64_t begin = std::max(needBegin[d], partBegin);
      int64_t end = std::min(needBegin[d] + needed[d], partBegin + held[d]);
      transfer.source.offsets.push_back(begin - partBegin);
      transfer.source.sizes.push_back(end - begin);
      transfer.targetOffsets.push_back(begin - needBegin[d]);
      own &= parts[d] == mesh.getPart(device, from.dims[d]);
      transfer.peer = withPart(mesh, transfer.peer, from.dims[d], parts[d]);
    }
    if (own)
      transfer.peer = device;
    return transfer;
  };

  std::vector<Transfer> transfers;
  Shape parts;
  for (PartRange range : ranges)
    parts.push_back(range.begin);
  for (bool more = true; more;) {
    transfers.push_back(makeTransfer(parts));
    more = false;
    for (unsigned d = rank; d-- > 0 && !more;) {
      more = ++parts[d] < ranges[d].end;
      if (!more)
        parts[d] = ranges[d].begin;
    }
  }
  auto own = std::ranges::find_if(transfers, [&](const Transfer &transfer) {
    return transfer.peer == device;
  });
  if (own != transfers.end())
    std::rotate(transfers.begin(), own, own + 1);
  return transfers;
}
