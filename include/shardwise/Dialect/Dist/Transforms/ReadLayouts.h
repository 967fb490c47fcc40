//===- ReadLayouts.h - Layout maps from files and meshes --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the pass `dist-read-layouts` does, for callers that have no option
// strings.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_DIALECT_DIST_TRANSFORMS_READLAYOUTS_H
#define SHARDWISE_DIALECT_DIST_TRANSFORMS_READLAYOUTS_H

#include "mlir/IR/BuiltinOps.h"
#include "shardwise/Layouts/LayoutMap.h"

namespace mlir::shardwise::dist {

/// Reads a layout file and puts its map into each `model.program` of the
/// module. `mesh`, unless it is empty, replaces the sizes of the file's mesh;
/// it must have the same axes. Everything wrong with the file is reported at
/// its place in the file.
LogicalResult readLayoutMap(StringRef path, ArrayRef<MeshAxis> mesh,
                            ModuleOp module);

/// Puts a data parallel map into each `model.program`: variables replicated,
/// inputs split over the first axis.
LogicalResult addDataParallelMap(ArrayRef<MeshAxis> mesh, ModuleOp module);

/// Puts a map for one device into each `model.program`.
LogicalResult addOneDeviceMap(ModuleOp module);

} // namespace mlir::shardwise::dist

#endif // SHARDWISE_DIALECT_DIST_TRANSFORMS_READLAYOUTS_H
