//===- ReadLayouts.cpp - Read a layout file into a dist.layout_map --------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Turns a layout map as plain data into IR whose locations are places in the
// layout file. What JSON means is decided where it is parsed; what rules mean,
// where they are attached.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Dialect/Dist/Transforms/ReadLayouts.h"
#include "shardwise/Dialect/Dist/Transforms/Passes.h"
#include "llvm/Support/MemoryBuffer.h"

namespace mlir::shardwise::dist {
#define GEN_PASS_DEF_READLAYOUTSPASS
#include "shardwise/Dialect/Dist/Transforms/Passes.h.inc"
} // namespace mlir::shardwise::dist

using namespace mlir;
using namespace mlir::shardwise;
using namespace mlir::shardwise::dist;

static Location getLocation(MLIRContext *context, StringRef path,
                            SourcePosition position) {
  return FileLineColLoc::get(context, path, position.line, position.column);
}

/// data=2,model=4
static std::string printAxes(ArrayRef<MeshAxis> axes) {
  std::string text;
  llvm::raw_string_ostream os(text);
  llvm::interleave(
      axes, os,
      [&](const MeshAxis &axis) { os << axis.name << '=' << axis.size; }, ",");
  return text;
}

/// Gives a map other sizes for its axes.
static LogicalResult replaceMesh(LayoutMap &map, ArrayRef<MeshAxis> mesh,
                                 Location loc) {
  auto sameName = [](auto pair) {
    return std::get<0>(pair).name == std::get<1>(pair).name;
  };
  if (map.axes.size() != mesh.size() ||
      !llvm::all_of(llvm::zip_equal(map.axes, mesh), sameName))
    return emitError(loc) << "the layout file's mesh is " << printAxes(map.axes)
                          << ", expected the axes of " << printAxes(mesh)
                          << " in the same order";
  map.axes.assign(mesh.begin(), mesh.end());
  if (auto problem = Mesh::validate(map.axes, map.deviceOrder))
    return emitError(loc) << "on the mesh " << printAxes(mesh) << ", "
                          << *problem;
  return success();
}

/// Builds the map at the builder's place.
static void buildMap(OpBuilder &builder, const LayoutMap &map, StringRef path) {
  MLIRContext *context = builder.getContext();
  auto strategy = map.strategy == Strategy::DataParallel
                      ? StrategyKind::DataParallel
                      : StrategyKind::ModelParallel;
  Location loc = path.empty() ? UnknownLoc::get(context)
                              : getLocation(context, path, map.position);
  auto op = LayoutMapOp::create(
      builder, loc, MeshAttr::get(context, Mesh(map.axes, map.deviceOrder)),
      StrategyKindAttr::get(context, strategy),
      builder.getStringAttr(map.batchAxis));
  OpBuilder::InsertionGuard guard(builder);
  builder.createBlock(&op.getBody());
  for (const LayoutRule &rule : map.rules) {
    auto dims = llvm::map_to_vector(rule.dims, [&](ArrayRef<std::string> axes) {
      return Attribute(builder.getStrArrayAttr(
          SmallVector<StringRef>(axes.begin(), axes.end())));
    });
    RuleOp::create(builder, getLocation(context, path, rule.position),
                   builder.getStringAttr(rule.key), builder.getArrayAttr(dims));
  }
}

/// Puts the map into each program of the module.
static LogicalResult addMap(const LayoutMap &map, StringRef path,
                            ModuleOp module) {
  bool any = false;
  for (auto program : module.getOps<model::ProgramOp>()) {
    OpBuilder builder = OpBuilder::atBlockBegin(&program.getBody().front());
    buildMap(builder, map, path);
    any = true;
  }
  if (any)
    return success();
  return module.emitOpError("has no 'model.program' to put a layout map into");
}

LogicalResult dist::readLayoutMap(StringRef path, ArrayRef<MeshAxis> mesh,
                                  ModuleOp module) {
  MLIRContext *context = module.getContext();
  auto buffer = llvm::MemoryBuffer::getFile(path, /*IsText=*/true);
  if (!buffer)
    return emitError(getLocation(context, path, {}))
           << "cannot read the layout file: " << buffer.getError().message();
  SmallVector<LayoutProblem> problems;
  auto map = parseLayoutMap((*buffer)->getBuffer(), problems);
  for (const LayoutProblem &problem : problems)
    emitError(getLocation(context, path, problem.position)) << problem.message;
  if (!map)
    return failure();
  if (!mesh.empty() &&
      failed(
          replaceMesh(*map, mesh, getLocation(context, path, map->position))))
    return failure();
  return addMap(*map, path, module);
}

LogicalResult dist::addDataParallelMap(ArrayRef<MeshAxis> mesh,
                                       ModuleOp module) {
  if (mesh.empty())
    return module.emitOpError("cannot be split over a mesh without axes");
  if (auto problem = Mesh::validate(mesh, {}))
    return module.emitOpError("cannot be split over this mesh: ") << *problem;
  LayoutMap map;
  map.axes.assign(mesh.begin(), mesh.end());
  map.strategy = Strategy::DataParallel;
  map.batchAxis = mesh.front().name;
  return addMap(map, "", module);
}

LogicalResult dist::addOneDeviceMap(ModuleOp module) {
  return addDataParallelMap(MeshAxis{"data", 1}, module);
}

namespace {
struct ReadLayouts : public dist::impl::ReadLayoutsPassBase<ReadLayouts> {
  using ReadLayoutsPassBase::ReadLayoutsPassBase;

  void runOnOperation() override {
    if (failed(read()))
      signalPassFailure();
  }

  LogicalResult read() {
    std::vector<MeshAxis> axes;
    if (!mesh.empty()) {
      std::string error;
      auto parsed = parseMeshAxes(mesh, error);
      if (!parsed)
        return getOperation().emitOpError("cannot take the mesh '")
               << mesh << "': " << error;
      axes = *parsed;
    }
    if (!file.empty())
      return readLayoutMap(file, axes, getOperation());
    if (!axes.empty())
      return addDataParallelMap(axes, getOperation());
    return addOneDeviceMap(getOperation());
  }
};
} // namespace
