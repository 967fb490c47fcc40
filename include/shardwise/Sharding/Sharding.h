//===- Sharding.h - How one tensor lies on a mesh ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The sharding of one value as plain data, and what follows from it alone:
// local shapes, the part that a device holds, legality.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_SHARDING_SHARDING_H
#define SHARDWISE_SHARDING_SHARDING_H

#include "shardwise/Sharding/Mesh.h"

namespace shardwise {

/// Sizes or offsets, one a dimension.
using Shape = InlineVector<int64_t, 4>;

/// How partial values combine to the whole.
enum class Reduction : uint8_t { Sum, Max, Min };

/// The sharding of a value: for each dimension the atoms that split it, from
/// major to minor, and the atoms over which it is still to be reduced.
/// An atom that occurs in neither replicates the value.
///
/// On the mesh (data = 2, model = 4), a 4x8 tensor:
///
///     dims              partial   local device 6 (data 1, model 2) holds
///     [], []            []        4x8   everything
///     [data], [model]   []        2x2   rows 2-3, columns 4-5
///     [], [model, data] []        4x1   column 2*2+1 = 5
///     [data], []        [model]   2x8   a summand of rows 2-3
struct Sharding {
  InlineVector<AtomList, 4> dims;
  /// In ascending order of atoms.
  AtomList partial;
  /// Meaningless, and `Sum`, where `partial` is empty.
  Reduction reduction = Reduction::Sum;

  static Sharding replicated(unsigned rank) {
    Sharding sharding;
    sharding.dims.resize(rank);
    return sharding;
  }

  bool isReplicated() const {
    return partial.empty() && std::ranges::all_of(dims, [](AtomList list) {
             return list.empty();
           });
  }
  /// The atoms that split some dimension.
  uint32_t getSplitMask() const {
    uint32_t set = 0;
    for (AtomList list : dims)
      set |= list.mask();
    return set;
  }
  /// The same without partial atoms.
  Sharding withoutPartial() const {
    Sharding sharding = *this;
    sharding.partial = AtomList();
    sharding.reduction = Reduction::Sum;
    return sharding;
  }

  friend bool operator==(const Sharding &a, const Sharding &b) {
    return a.dims == b.dims && a.partial == b.partial &&
           a.reduction == b.reduction;
  }
  friend bool operator!=(const Sharding &a, const Sharding &b) {
    return !(a == b);
  }
};

/// The size of each dimension on one device. Every split must be even.
Shape getLocalShape(const Mesh &mesh, const Sharding &sharding,
                    std::span<const int64_t> shape);

/// Where the part that a device (row-major number) holds begins, per dimension.
Shape getLocalOffsets(const Mesh &mesh, const Sharding &sharding,
                      std::span<const int64_t> shape, int64_t device);

/// Says what is wrong with a sharding for a shape, or nothing: as many entries
/// as dimensions, no atom twice, every dimension divisible.
std::optional<std::string> validate(const Mesh &mesh, const Sharding &sharding,
                                    std::span<const int64_t> shape);

/// [["data"], []], partial(sum) = ["model"]
std::string toString(const Mesh &mesh, const Sharding &sharding);

} // namespace shardwise

#endif // SHARDWISE_SHARDING_SHARDING_H
