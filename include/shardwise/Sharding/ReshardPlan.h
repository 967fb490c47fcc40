//===- ReshardPlan.h - From one sharding to another -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Which collectives turn one sharding of a tensor into another, and how many
// bytes they move. Plain data; the pass and the runtime follow what is decided
// here.
//
// The idea: partial values are reduced first (scattered where the target splits
// over the reduced axes, because everything after that is smaller), and then
// one exchange takes every device straight from the part it holds to the part
// it needs. An exchange that has a common name gets it (all_slice, all_gather,
// all_to_all, collective_permute), since libraries serve those best; the others
// are one grouped `exchange`, in which every device receives exactly what it
// needs and lacks. There is no chain of collectives for a non-partial pair, no
// full-size temporary, and no unsupported pair.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_SHARDING_RESHARDPLAN_H
#define SHARDWISE_SHARDING_RESHARDPLAN_H

#include "shardwise/Sharding/Sharding.h"

namespace shardwise {

/// One collective, named by what it does to the sharding. `from` and `to` are
/// those of the tensor before and after; "++" appends to a dimension's atoms.
enum class CollectiveKind : uint8_t {
  /// to.dims[d] = from.dims[d] ++ new atoms; no communication.
  AllSlice,
  /// from.dims[d] = to.dims[d] ++ gathered atoms.
  AllGather,
  /// Atoms leave the end of some dimensions and appear at the end of others, in
  /// any order; all other atoms stay.
  AllToAll,
  /// Local shapes are the same; every device receives one whole part from one
  /// device (itself included). A part that several devices hold or need may be
  /// sent by one to several: `getTransfers` says who sends to whom.
  CollectivePermute,
  /// Any other change of split atoms.
  Exchange,
  /// Atoms leave `partial`.
  AllReduce,
  /// Atoms leave `partial` and appear at the end of dimensions.
  ReduceScatter,
  /// As AllReduce over two devices, but the result is the other one's value,
  /// for the two to be combined where that is used.
  PartialSwap,
};

std::string_view toString(CollectiveKind kind);

/// One step of a plan.
struct ReshardStep {
  CollectiveKind kind;
  Sharding from;
  Sharding to;
};

/// The kind of the one collective that does this change, or nothing if there is
/// none to do (equal shardings) or one does not suffice. The kinds are tried in
/// the order of the enumeration. On the mesh (a = 2, b = 2, c = 2), with
/// partial atoms behind a colon:
///
///     from          to             kind
///     [], []        [a], [b]       all_slice
///     [a b], [c]    [a], []        all_gather
///     [a], []       [], [a]        all_to_all
///     [a b], []     [], [b a]      all_to_all
///     [a b], []     [b a], []      collective_permute
///     [a], [b]      [b], [a]       collective_permute
///     [a b], []     [b], []        exchange: the parts interleave
///     [a], []       [b], [a]       exchange
///     [a] : b       [a]            all_reduce
///     [a] : b c     [a b] : c      reduce_scatter
///     [a] : b       [b a]          nothing: reduce_scatter, then a permute
///     []            [] : a         nothing: no value becomes partial
std::optional<CollectiveKind> classify(const Mesh &mesh, const Sharding &from,
                                       const Sharding &to);

/// Whether a collective of some kind does this change, or takes part in it.
bool isOfKind(CollectiveKind kind, const Mesh &mesh, const Sharding &from,
              const Sharding &to);

/// The atoms that a change of sharding is about, ascending: those that leave or
/// enter a dimension or change their place in one, and those reduced over.
AtomList getMovedAtoms(const Sharding &from, const Sharding &to);

/// The steps from one sharding to another. `to.partial` must be a subset of
/// `from.partial` with the same reduction: a value cannot become partial.
/// Both must be valid for `shape`.
///
/// A pair that reduces nothing takes one step, and no device receives an
/// element that it does not need, or holds. For pairs that reduce, on the mesh
/// above and 8x8 elements, with the elements received in each step:
///
///     from             to          steps
///     [], [] : a b     [a], [b]    reduce_scatter 48
///     [], [] : a       [b], []     all_slice 0, all_reduce 32
///     [b], [] : a      [], [a]     reduce_scatter 16, all_gather 16
///     [], [] : a b     [a], []     reduce_scatter 32, all_reduce 32
///     [c], [] : a      [a c], []   reduce_scatter 16, collective_permute 16
///
/// A single collective is always preferred. Otherwise the plan has the fewest
/// bytes among those of the form all_slice, reduce_scatter, all_reduce, one
/// movement. On no device does a step's result exceed both ends of the plan.
std::vector<ReshardStep> planReshard(const Mesh &mesh, const Sharding &from,
                                     const Sharding &to,
                                     std::span<const int64_t> shape);

/// The bytes that a device receives in a step; where devices differ, the most.
/// With r the local result and n the product of the atoms that move:
///
///     all_slice             0
///     all_gather            (n-1)/n r
///     all_to_all            (n-1)/n r
///     collective_permute    r
///     exchange              what the device needs and does not hold
///     reduce_scatter        (n-1) r         over a ring
///     all_reduce            2(n-1)/n r      over a ring, in whole elements
///     partial_swap          r
int64_t getBytesReceived(const Mesh &mesh, const ReshardStep &step,
                         std::span<const int64_t> shape, int64_t elementBytes);

/// The sum of `getBytesReceived` over the plan, without making the plan:
/// propagation asks this often. No heap allocation up to rank 8.
int64_t estimateReshardBytes(const Mesh &mesh,
                             std::span<const AtomList> fromDims,
                             AtomList fromPartial,
                             std::span<const AtomList> toDims,
                             AtomList toPartial, std::span<const int64_t> shape,
                             int64_t elementBytes);

/// A box of elements, one (offset, size) a dimension.
struct Box {
  Shape offsets;
  Shape sizes;
};

/// What a device copies in a non-partial step: the box of `peer`'s local tensor
/// to the same-sized box of its own local result. `peer` may be the device
/// itself.
struct Transfer {
  int64_t peer;
  Box source;
  Shape targetOffsets;
};

/// The transfers into one device (row-major number) for any step without
/// reduction. Together they cover its local result exactly once. What the
/// device itself holds is taken from itself; the rest from the nearest holder,
/// spread evenly over holders.
std::vector<Transfer> getTransfers(const Mesh &mesh, const Sharding &from,
                                   const Sharding &to,
                                   std::span<const int64_t> shape,
                                   int64_t device);

} // namespace shardwise

#endif // SHARDWISE_SHARDING_RESHARDPLAN_H
