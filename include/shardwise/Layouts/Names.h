//===- Names.h - The runner's vocabulary in the compiler --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What steps run with (meshes, shardings, bundles, errors) is built without
// LLVM and lies in the namespace `shardwise`. The compiler, whose namespace is
// `mlir::shardwise`, sees all of it under its own names.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LAYOUTS_NAMES_H
#define SHARDWISE_LAYOUTS_NAMES_H

namespace shardwise {}

namespace mlir::shardwise {
using namespace ::shardwise;
} // namespace mlir::shardwise

#endif // SHARDWISE_LAYOUTS_NAMES_H
