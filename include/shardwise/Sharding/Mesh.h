//===- Mesh.h - Devices on named axes ---------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Plain data about a mesh of devices and the lists of axes that split a
// dimension. There is no IR here.
//
// A mesh is a row-major array of devices with a name for each axis. Inside the
// compiler every axis is cut into its prime factors, the *atoms*, in ascending
// order from major to minor: the mesh (data = 2, model = 4) has the atoms
//
//     atom 0: data        size 2
//     atom 1: model:(1)2  size 2   (the major half of "model")
//     atom 2: model:(2)2  size 2   (the minor half of "model")
//
// Why atoms: a sub-axis, a whole axis and a product of axes all become an
// ordered list of atoms, so that prefix tests, intersections and reshapes are
// integer operations on one 64-bit word (`AtomList`), and no code has a special
// case for sub-axes. The price: a sub-axis must fall on the boundaries of the
// prime factors ("x":(2)3 of an axis of 6 does, "x":(3)2 does not).
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_SHARDING_MESH_H
#define SHARDWISE_SHARDING_MESH_H

#include "shardwise/Support/InlineVector.h"
#include <bit>
#include <cassert>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace shardwise {

/// An ordered list of at most 15 distinct atoms, from major to minor, in one
/// word: four bits an entry, the first entry in the lowest bits, each entry the
/// atom's number plus one.
///
/// Examples, with the atoms of the mesh above:
///
///     AtomList{}.size() == 0
///     AtomList{1, 2}             "model"
///     AtomList{0, 1, 2}          "data", "model"
///     AtomList{1}.isPrefixOf(AtomList{1, 2}) == true
///     AtomList{2}.isPrefixOf(AtomList{1, 2}) == false
class AtomList {
public:
  static constexpr unsigned kMaxAtoms = 15;

  constexpr AtomList() = default;
  AtomList(std::initializer_list<unsigned> atoms) {
    for (unsigned atom : atoms)
      push_back(atom);
  }
  static constexpr AtomList fromWord(uint64_t word) {
    AtomList list;
    list.word = word;
    return list;
  }

  /// The word that holds the list: its identity, fit for hashing and storing.
  constexpr uint64_t getWord() const { return word; }
  constexpr bool empty() const { return word == 0; }
  unsigned size() const { return (67 - std::countl_zero(word)) / 4; }
  unsigned operator[](unsigned i) const {
    assert(i < size() && "position out of range");
    return ((word >> (4 * i)) & 15) - 1;
  }
  unsigned back() const { return (*this)[size() - 1]; }

  void push_back(unsigned atom) {
    assert(atom < kMaxAtoms && size() < kMaxAtoms && "too many atoms");
    word |= uint64_t(atom + 1) << (4 * size());
  }
  void pop_back() { *this = takeFront(size() - 1); }
  void append(AtomList other) { word |= other.word << (4 * size()); }

  /// The first `count` entries.
  AtomList takeFront(unsigned count) const {
    return fromWord(count >= 16 ? word
                                : word & ((uint64_t(1) << (4 * count)) - 1));
  }
  /// All but the first `count` entries.
  AtomList dropFront(unsigned count) const {
    return fromWord(count >= 16 ? 0 : word >> (4 * count));
  }

  /// The set of atoms, as bits.
  uint32_t mask() const {
    uint32_t set = 0;
    for (uint64_t rest = word; rest; rest >>= 4)
      set |= 1u << ((rest & 15) - 1);
    return set;
  }
  bool contains(unsigned atom) const { return mask() >> atom & 1; }

  /// The entries whose bit is set in `set`, in their order.
  AtomList keep(uint32_t set) const {
    AtomList kept;
    for (unsigned i = 0, e = size(); i < e; ++i)
      if (set >> (*this)[i] & 1)
        kept.push_back((*this)[i]);
    return kept;
  }
  /// The list with the atoms of `set`, ascending.
  static AtomList fromMask(uint32_t set) {
    AtomList list;
    for (; set; set &= set - 1)
      list.push_back(std::countr_zero(set));
    return list;
  }

  bool isPrefixOf(AtomList other) const {
    return other.takeFront(size()).word == word;
  }
  static AtomList commonPrefix(AtomList a, AtomList b) {
    uint64_t differing = a.word ^ b.word;
    if (!differing)
      return a;
    return a.takeFront(std::countr_zero(differing) / 4);
  }

  friend bool operator==(AtomList a, AtomList b) { return a.word == b.word; }
  friend bool operator!=(AtomList a, AtomList b) { return a.word != b.word; }

private:
  uint64_t word = 0;
};

/// One axis of a mesh.
struct MeshAxis {
  std::string name;
  int64_t size;
};

/// One prime factor of an axis.
struct MeshAtom {
  /// The number of the axis it is part of.
  unsigned axis;
  /// The prime (1 never occurs: an axis of one device has no atoms).
  int64_t size;
  /// Product of the sizes of this axis' atoms before this one.
  int64_t preSize;
  /// Distance between two devices that differ by one in this atom, in the
  /// row-major numbering of the mesh.
  int64_t stride;
};

/// Devices on named axes, row-major; see the head of this file.
class Mesh {
public:
  Mesh() = default;
  /// Builds a mesh; `deviceOrder[i]` is the rank of the i-th device in
  /// row-major order, empty for the identity.
  Mesh(std::span<const MeshAxis> axes,
       std::span<const int64_t> deviceOrder = {});
  Mesh(std::initializer_list<MeshAxis> axes,
       std::span<const int64_t> deviceOrder = {})
      : Mesh(std::span(axes.begin(), axes.size()), deviceOrder) {}

  /// Says what is wrong with the axes, or nothing: names must be distinct and
  /// not empty, sizes positive, with at most `AtomList::kMaxAtoms` prime
  /// factors in all; a device order must be a permutation.
  static std::optional<std::string>
  validate(std::span<const MeshAxis> axes,
           std::span<const int64_t> deviceOrder);

  std::span<const MeshAxis> getAxes() const { return axes; }
  std::span<const MeshAtom> getAtoms() const { return atoms; }
  int64_t getNumDevices() const { return numDevices; }

  /// The number of the axis with this name.
  std::optional<unsigned> findAxis(std::string_view name) const;
  /// All atoms of an axis, major to minor.
  AtomList getAxisAtoms(unsigned axis) const;
  /// The atoms of the sub-axis (preSize)size of an axis, or nothing if it does
  /// not fall on the boundaries of the prime factors.
  std::optional<AtomList> getSubAxisAtoms(unsigned axis, int64_t preSize,
                                          int64_t size) const;

  /// The product of the sizes of the atoms.
  int64_t getSize(AtomList list) const {
    int64_t size = 1;
    for (uint64_t rest = list.getWord(); rest; rest >>= 4)
      size *= atoms[(rest & 15) - 1].size;
    return size;
  }
  int64_t getSizeOfMask(uint32_t set) const {
    int64_t size = 1;
    for (; set; set &= set - 1)
      size *= atoms[std::countr_zero(set)].size;
    return size;
  }

  /// The coordinate of a device along an atom. `device` is a row-major number.
  int64_t getCoordinate(int64_t device, unsigned atom) const {
    return device / atoms[atom].stride % atoms[atom].size;
  }
  /// The position of a device among the parts that `list` makes, major first.
  /// Example, list "model" on the mesh above: device 6 (data 1, model 2) -> 2.
  int64_t getPart(int64_t device, AtomList list) const;

  /// The rank of the device with a row-major number, and back.
  int64_t getRank(int64_t device) const {
    return deviceOrder.empty() ? device : deviceOrder[device];
  }
  int64_t getDevice(int64_t rank) const;

  /// The list as the user writes it, merging atoms of one axis where they are
  /// consecutive: ["data", "model":(1)2].
  std::string toString(AtomList list) const;

private:
  std::vector<MeshAxis> axes;
  /// Passes ask attributes for meshes often.
  InlineVector<MeshAtom, 8> atoms;
  std::vector<int64_t> deviceOrder;
  int64_t numDevices = 1;
};

/// Reads axes as a command line writes them: data=2,model=4. Says what is wrong
/// with the text, or with the mesh, in `error`.
std::optional<std::vector<MeshAxis>> parseMeshAxes(std::string_view text,
                                                   std::string &error);

/// A run of atoms that reads as one axis or sub-axis.
struct AxisRef {
  unsigned axis;
  /// The sub-axis (preSize)size; the whole axis if preSize is 1 and size is
  /// the axis' size.
  int64_t preSize;
  int64_t size;
};

/// The list as axes and sub-axes, merging consecutive atoms of one axis.
std::vector<AxisRef> toAxisRefs(const Mesh &mesh, AtomList list);

} // namespace shardwise

#endif // SHARDWISE_SHARDING_MESH_H
