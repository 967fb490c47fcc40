//===- Mesh.cpp - Devices on named axes -----------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "shardwise/Sharding/Mesh.h"
#include "shardwise/Support/Ranges.h"
#include "shardwise/Support/Text.h"
#include <set>

using namespace shardwise;

/// The prime factors of `size`, ascending.
static InlineVector<int64_t, 8> getPrimeFactors(int64_t size) {
  InlineVector<int64_t, 8> factors;
  for (int64_t prime = 2; prime * prime <= size; ++prime)
    for (; size % prime == 0; size /= prime)
      factors.push_back(prime);
  if (size > 1)
    factors.push_back(size);
  return factors;
}

Mesh::Mesh(std::span<const MeshAxis> axes, std::span<const int64_t> deviceOrder)
    : axes(axes.begin(), axes.end()),
      deviceOrder(deviceOrder.begin(), deviceOrder.end()) {
  for (auto [index, axis] : enumerate(axes)) {
    int64_t preSize = 1;
    for (int64_t prime : getPrimeFactors(axis.size)) {
      atoms.push_back({static_cast<unsigned>(index), prime, preSize, 0});
      preSize *= prime;
    }
  }
  for (size_t i = atoms.size(); i-- > 0;) {
    atoms[i].stride = numDevices;
    numDevices *= atoms[i].size;
  }
}

/// Says what keeps `order` from being a permutation of the devices, or nothing.
static std::optional<std::string>
validateDeviceOrder(std::span<const int64_t> order, int64_t numDevices) {
  if (static_cast<int64_t>(order.size()) != numDevices)
    return "the device order has " + std::to_string(order.size()) +
           " entries, the mesh has " + std::to_string(numDevices) + " devices";
  std::vector<bool> seen(order.size(), false);
  for (int64_t rank : order) {
    if (rank < 0 || rank >= numDevices)
      return "the device order names rank " + std::to_string(rank) +
             ", expected 0 to " + std::to_string(numDevices - 1);
    if (seen[rank])
      return "the device order names rank " + std::to_string(rank) + " twice";
    seen[rank] = true;
  }
  return std::nullopt;
}

std::optional<std::string>
Mesh::validate(std::span<const MeshAxis> axes,
               std::span<const int64_t> deviceOrder) {
  constexpr int64_t maxDevices = int64_t(1) << 31;
  std::set<std::string_view> names;
  size_t numAtoms = 0;
  int64_t numDevices = 1;
  for (const MeshAxis &axis : axes) {
    if (axis.name.empty())
      return std::string("a mesh axis has an empty name");
    if (!names.insert(axis.name).second)
      return "mesh axis \"" + axis.name + "\" is named twice";
    if (axis.size < 1)
      return "mesh axis \"" + axis.name + "\" has size " +
             std::to_string(axis.size) + ", expected at least 1";
    if (axis.size > maxDevices / numDevices)
      return std::string("a mesh has more than 2^31 devices");
    numAtoms += getPrimeFactors(axis.size).size();
    numDevices *= axis.size;
  }
  if (numAtoms > AtomList::kMaxAtoms)
    return "the sizes of the mesh axes have " + std::to_string(numAtoms) +
           " prime factors, at most " + std::to_string(AtomList::kMaxAtoms) +
           " are supported";
  if (deviceOrder.empty())
    return std::nullopt;
  return validateDeviceOrder(deviceOrder, numDevices);
}

std::optional<unsigned> Mesh::findAxis(std::string_view name) const {
  for (auto [index, axis] : enumerate(axes))
    if (axis.name == name)
      return index;
  return std::nullopt;
}

AtomList Mesh::getAxisAtoms(unsigned axis) const {
  AtomList list;
  for (auto [index, atom] : enumerate(atoms))
    if (atom.axis == axis)
      list.push_back(index);
  return list;
}

std::optional<AtomList> Mesh::getSubAxisAtoms(unsigned axis, int64_t preSize,
                                              int64_t size) const {
  int64_t whole = axes[axis].size;
  if (preSize < 1 || size < 1 || whole % preSize || whole / preSize % size)
    return std::nullopt;
  // The sizes of leading runs of atoms are the boundaries.
  int64_t end = preSize * size;
  bool begins = preSize == 1, ends = end == 1;
  AtomList list;
  for (auto [index, atom] : enumerate(atoms)) {
    if (atom.axis != axis)
      continue;
    if (atom.preSize >= preSize && atom.preSize < end)
      list.push_back(index);
    int64_t boundary = atom.preSize * atom.size;
    begins |= boundary == preSize;
    ends |= boundary == end;
  }
  if (!begins || !ends)
    return std::nullopt;
  return list;
}

int64_t Mesh::getPart(int64_t device, AtomList list) const {
  int64_t part = 0;
  for (unsigned i = 0, e = list.size(); i < e; ++i)
    part = part * atoms[list[i]].size + getCoordinate(device, list[i]);
  return part;
}

int64_t Mesh::getDevice(int64_t rank) const {
  if (deviceOrder.empty())
    return rank;
  return std::ranges::find(deviceOrder, rank) - deviceOrder.begin();
}

std::optional<std::vector<MeshAxis>>
shardwise::parseMeshAxes(std::string_view text, std::string &error) {
  std::vector<MeshAxis> axes;
  for (std::string_view part : splitAll(text, ',')) {
    auto [name, size] = split(part, "=");
    std::optional<int64_t> number = parseNumber<int64_t>(trim(size));
    if (!number) {
      error = formatText("mesh axis \"{}\" is not of the form name=size, as in "
                         "data=2,model=4",
                         trim(part));
      return std::nullopt;
    }
    axes.push_back({std::string(trim(name)), *number});
  }
  if (auto problem = Mesh::validate(axes, {})) {
    error = *problem;
    return std::nullopt;
  }
  return axes;
}

std::vector<AxisRef> shardwise::toAxisRefs(const Mesh &mesh, AtomList list) {
  std::vector<AxisRef> refs;
  for (unsigned i = 0, e = list.size(); i < e; ++i) {
    const MeshAtom &atom = mesh.getAtoms()[list[i]];
    if (!refs.empty() && refs.back().axis == atom.axis &&
        refs.back().preSize * refs.back().size == atom.preSize)
      refs.back().size *= atom.size;
    else
      refs.push_back({atom.axis, atom.preSize, atom.size});
  }
  return refs;
}

std::string Mesh::toString(AtomList list) const {
  auto print = [&](AxisRef ref) {
    const MeshAxis &axis = axes[ref.axis];
    std::string text = "\"" + axis.name + "\"";
    if (ref.size != axis.size)
      text += formatText(":({}){}", ref.preSize, ref.size);
    return text;
  };
  return "[" + join(toAxisRefs(*this, list), ", ", print) + "]";
}
