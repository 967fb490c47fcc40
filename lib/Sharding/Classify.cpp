//===- Classify.cpp - Which collective makes a change of sharding ---------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Names the one collective that takes a tensor from one sharding to another, by
// comparing the lists of atoms of each dimension. Which steps a change needs
// that no single collective makes is decided in ReshardPlan.cpp.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Sharding/ReshardPlan.h"
#include "shardwise/Support/Error.h"
#include "shardwise/Support/Ranges.h"

using namespace shardwise;

std::string_view shardwise::toString(CollectiveKind kind) {
  switch (kind) {
  case CollectiveKind::AllSlice:
    return "all_slice";
  case CollectiveKind::AllGather:
    return "all_gather";
  case CollectiveKind::AllToAll:
    return "all_to_all";
  case CollectiveKind::CollectivePermute:
    return "collective_permute";
  case CollectiveKind::Exchange:
    return "exchange";
  case CollectiveKind::AllReduce:
    return "all_reduce";
  case CollectiveKind::ReduceScatter:
    return "reduce_scatter";
  case CollectiveKind::PartialSwap:
    return "partial_swap";
  }
  unreachable("unknown collective");
}

namespace {
/// How the lists of all dimensions change, taken together.
struct Change {
  /// Atoms that stand in a dimension behind what its two lists have in common.
  uint32_t removed = 0;
  uint32_t added = 0;
  /// Some dimension both loses and gains atoms.
  bool replaces = false;
  /// Every dimension is cut into as many parts as before.
  bool sameShape = true;
};
} // namespace

static Change getChange(const Mesh &mesh, std::span<const AtomList> from,
                        std::span<const AtomList> to) {
  Change change;
  for (auto [source, target] : zip(from, to)) {
    unsigned common = AtomList::commonPrefix(source, target).size();
    AtomList lost = source.dropFront(common);
    AtomList gained = target.dropFront(common);
    change.removed |= lost.mask();
    change.added |= gained.mask();
    change.replaces |= !lost.empty() && !gained.empty();
    change.sameShape &= mesh.getSize(lost) == mesh.getSize(gained);
  }
  return change;
}

/// The kind of a change that reduces over no atom.
static std::optional<CollectiveKind> classifyMovement(const Change &change) {
  if (!change.removed && !change.added)
    return std::nullopt;
  if (!change.removed)
    return CollectiveKind::AllSlice;
  if (!change.added)
    return CollectiveKind::AllGather;
  if (!change.replaces && change.removed == change.added)
    return CollectiveKind::AllToAll;
  if (change.sameShape)
    return CollectiveKind::CollectivePermute;
  return CollectiveKind::Exchange;
}

std::optional<CollectiveKind> shardwise::classify(const Mesh &mesh,
                                                  const Sharding &from,
                                                  const Sharding &to) {
  uint32_t partialBefore = from.partial.mask();
  uint32_t partialAfter = to.partial.mask();
  if (from.dims.size() != to.dims.size() || partialAfter & ~partialBefore)
    return std::nullopt;
  if (partialAfter && from.reduction != to.reduction)
    return std::nullopt;

  Change change = getChange(mesh, from.dims, to.dims);
  uint32_t reduced = partialBefore & ~partialAfter;
  if (!reduced)
    return classifyMovement(change);
  if (change.removed)
    return std::nullopt;
  if (!change.added)
    return CollectiveKind::AllReduce;
  if (change.added == reduced)
    return CollectiveKind::ReduceScatter;
  return std::nullopt;
}

bool shardwise::isOfKind(CollectiveKind kind, const Mesh &mesh,
                         const Sharding &from, const Sharding &to) {
  std::optional<CollectiveKind> found = classify(mesh, from, to);
  if (kind != CollectiveKind::PartialSwap)
    return found == kind;
  uint32_t reduced = from.partial.mask() & ~to.partial.mask();
  return (found == CollectiveKind::AllReduce ||
          found == CollectiveKind::ReduceScatter) &&
         mesh.getSizeOfMask(reduced) == 2;
}

AtomList shardwise::getMovedAtoms(const Sharding &from, const Sharding &to) {
  uint32_t moved = from.partial.mask() & ~to.partial.mask();
  for (auto [before, after] : zip(from.dims, to.dims)) {
    unsigned same = AtomList::commonPrefix(before, after).size();
    moved |= before.dropFront(same).mask() | after.dropFront(same).mask();
  }
  return AtomList::fromMask(moved);
}
