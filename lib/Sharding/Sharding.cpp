//===- Sharding.cpp - How one tensor lies on a mesh -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "shardwise/Sharding/Sharding.h"
#include "shardwise/Support/Ranges.h"

using namespace shardwise;

Shape shardwise::getLocalShape(const Mesh &mesh, const Sharding &sharding,
                               std::span<const int64_t> shape) {
  Shape local(shape);
  for (auto [size, list] : zip(local, sharding.dims))
    size /= mesh.getSize(list);
  return local;
}

Shape shardwise::getLocalOffsets(const Mesh &mesh, const Sharding &sharding,
                                 std::span<const int64_t> shape,
                                 int64_t device) {
  Shape offsets;
  for (auto [size, list] : zip(shape, sharding.dims))
    offsets.push_back(mesh.getPart(device, list) * (size / mesh.getSize(list)));
  return offsets;
}

std::optional<std::string> shardwise::validate(const Mesh &mesh,
                                               const Sharding &sharding,
                                               std::span<const int64_t> shape) {
  if (sharding.dims.size() != shape.size())
    return "the sharding has " + std::to_string(sharding.dims.size()) +
           " dimensions, the tensor has " + std::to_string(shape.size());
  uint32_t seen = 0;
  auto repeats = [&](AtomList list) -> std::optional<std::string> {
    for (unsigned i = 0, e = list.size(); i < e; ++i) {
      if (list[i] >= mesh.getAtoms().size())
        return "the sharding uses atom " + std::to_string(list[i]) +
               ", the mesh has " + std::to_string(mesh.getAtoms().size());
      uint32_t bit = 1u << list[i];
      if (seen & bit)
        return "the sharding uses axis \"" +
               mesh.getAxes()[mesh.getAtoms()[list[i]].axis].name + "\" twice";
      seen |= bit;
    }
    return std::nullopt;
  };
  for (size_t index = 0; index < shape.size(); ++index) {
    int64_t size = shape[index];
    AtomList list = sharding.dims[index];
    if (auto problem = repeats(list))
      return problem;
    if (size % mesh.getSize(list))
      return "dimension " + std::to_string(index) + " of size " +
             std::to_string(size) + " is not divisible by " +
             std::to_string(mesh.getSize(list)) + ", the size of " +
             mesh.toString(list);
  }
  return repeats(sharding.partial);
}

std::string shardwise::toString(const Mesh &mesh, const Sharding &sharding) {
  static constexpr const char *names[] = {"sum", "max", "min"};
  auto print = [&](AtomList list) { return mesh.toString(list); };
  std::string text = "[" + join(sharding.dims, ", ", print) + "]";
  if (!sharding.partial.empty())
    text += std::string(", partial(") +
            names[static_cast<int>(sharding.reduction)] +
            ") = " + mesh.toString(sharding.partial);
  return text;
}
