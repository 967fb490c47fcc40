//===- Sharding.cpp - How one tensor lies on a mesh -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "shardwise/Sharding/Sharding.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir::shardwise;

llvm::SmallVector<int64_t>
mlir::shardwise::getLocalShape(const Mesh &mesh, const Sharding &sharding,
                               llvm::ArrayRef<int64_t> shape) {
  llvm::SmallVector<int64_t> local(shape);
  for (auto [size, list] : llvm::zip_equal(local, sharding.dims))
    size /= mesh.getSize(list);
  return local;
}

llvm::SmallVector<int64_t>
mlir::shardwise::getLocalOffsets(const Mesh &mesh, const Sharding &sharding,
                                 llvm::ArrayRef<int64_t> shape,
                                 int64_t device) {
  llvm::SmallVector<int64_t> offsets;
  for (auto [size, list] : llvm::zip_equal(shape, sharding.dims))
    offsets.push_back(mesh.getPart(device, list) * (size / mesh.getSize(list)));
  return offsets;
}

std::optional<std::string>
mlir::shardwise::validate(const Mesh &mesh, const Sharding &sharding,
                          llvm::ArrayRef<int64_t> shape) {
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
  for (auto [index, size, list] : llvm::enumerate(shape, sharding.dims)) {
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

std::string mlir::shardwise::toString(const Mesh &mesh,
                                      const Sharding &sharding) {
  static constexpr llvm::StringLiteral names[] = {"sum", "max", "min"};
  std::string text;
  llvm::raw_string_ostream os(text);
  os << "[";
  llvm::interleaveComma(sharding.dims, os,
                        [&](AtomList list) { os << mesh.toString(list); });
  os << "]";
  if (!sharding.partial.empty())
    os << ", partial(" << names[static_cast<int>(sharding.reduction)]
       << ") = " << mesh.toString(sharding.partial);
  return text;
}
