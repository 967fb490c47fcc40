//===- TestUtils.h - All shardings of a small tensor ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What several tests of shardings need: short ways to write meshes and
// shardings, and the enumeration of all shardings of a shape.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_TEST_UNIT_SHARDING_TESTUTILS_H
#define SHARDWISE_TEST_UNIT_SHARDING_TESTUTILS_H

#include "shardwise/Sharding/Sharding.h"
#include "shardwise/Support/Ranges.h"
#include <vector>

namespace shardwise {

/// A mesh with axes "a", "b", ... of the given sizes.
inline Mesh makeMesh(const std::vector<int64_t> &sizes) {
  std::vector<MeshAxis> axes;
  for (int64_t size : sizes)
    axes.push_back({std::string(1, char('a' + axes.size())), size});
  return Mesh(axes);
}

inline Sharding makeSharding(std::initializer_list<AtomList> dims,
                             AtomList partial = {},
                             Reduction reduction = Reduction::Sum) {
  Sharding sharding;
  sharding.dims.assign(dims);
  sharding.partial = partial;
  sharding.reduction = reduction;
  return sharding;
}

/// Extends `sharding` in every way by atoms from number `atom` on, and appends
/// all results that are valid for the shape.
inline void extendShardings(const Mesh &mesh, std::span<const int64_t> shape,
                            bool withPartial, const Sharding &sharding,
                            unsigned atom, std::vector<Sharding> &all) {
  if (atom == mesh.getAtoms().size()) {
    if (!validate(mesh, sharding, shape))
      all.push_back(sharding);
    return;
  }
  extendShardings(mesh, shape, withPartial, sharding, atom + 1, all);
  for (auto [d, list] : enumerate(sharding.dims)) {
    for (unsigned position = 0; position <= list.size(); ++position) {
      Sharding next = sharding;
      next.dims[d] = list.takeFront(position);
      next.dims[d].push_back(atom);
      next.dims[d].append(list.dropFront(position));
      extendShardings(mesh, shape, withPartial, next, atom + 1, all);
    }
  }
  if (withPartial) {
    Sharding next = sharding;
    next.partial.push_back(atom);
    extendShardings(mesh, shape, withPartial, next, atom + 1, all);
  }
}

/// All shardings of a shape: every atom splits any dimension at any place in
/// its list, or nothing, or (if wanted) the value is partial over it.
inline std::vector<Sharding> getAllShardings(const Mesh &mesh,
                                             std::span<const int64_t> shape,
                                             bool withPartial) {
  std::vector<Sharding> all;
  extendShardings(mesh, shape, withPartial, Sharding::replicated(shape.size()),
                  0, all);
  return all;
}

} // namespace shardwise

#endif // SHARDWISE_TEST_UNIT_SHARDING_TESTUTILS_H
