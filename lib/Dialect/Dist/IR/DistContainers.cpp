//===- DistContainers.cpp - The phases' invariants ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Verifiers of the containers: each states what holds in its phase, so that it
// is checked after every pass.
//
//===----------------------------------------------------------------------===//

#include "mlir/Interfaces/ControlFlowInterfaces.h"
#include "shardwise/Dialect/Dist/IR/Dist.h"

using namespace mlir;
using namespace mlir::shardwise;
using namespace mlir::shardwise::dist;

/// Calls `check` for every tensor type of an operation's operands, results and
/// block arguments until it fails.
static LogicalResult
forEachTensorType(Operation *op,
                  function_ref<LogicalResult(RankedTensorType)> check) {
  auto checkTypes = [&](TypeRange types) {
    for (Type type : types)
      if (auto tensor = dyn_cast<RankedTensorType>(type))
        if (failed(check(tensor)))
          return failure();
    return success();
  };
  if (failed(checkTypes(op->getOperandTypes())) ||
      failed(checkTypes(op->getResultTypes())))
    return failure();
  for (Region &region : op->getRegions())
    for (Block &block : region)
      if (failed(checkTypes(block.getArgumentTypes())))
        return failure();
  return success();
}

/// Checks that a tensor has no encoding.
static LogicalResult verifyUnsharded(Operation *op, RankedTensorType type,
                                     StringRef reason) {
  if (!type.getEncoding())
    return success();
  return op->emitOpError("has type ") << type << ", but " << reason;
}

/// Checks that a declaration has a sharding on the mesh that is not partial.
static LogicalResult verifyLaidOut(NamedTensorInterface named, MeshAttr mesh) {
  ShardingAttr sharding = getSharding(named.getTensorType());
  if (!sharding)
    return named->emitOpError("has no sharding in its type ")
           << named.getTensorType();
  if (sharding.getMesh() != mesh || sharding.isPartial())
    return named->emitOpError("has sharding ")
           << sharding << ", expected one on " << mesh
           << " that is not partial";
  return success();
}

/// Walks all operations of a container's body until `check` fails.
static LogicalResult walkBody(Region &body,
                              function_ref<LogicalResult(Operation *)> check) {
  WalkResult result = body.walk([&](Operation *op) {
    return failed(check(op)) ? WalkResult::interrupt() : WalkResult::advance();
  });
  return failure(result.wasInterrupted());
}

//===----------------------------------------------------------------------===//
// dist.program
//===----------------------------------------------------------------------===//

LogicalResult ProgramOp::verifyRegions() {
  LogicalResult result = walkBody(getBody(), [&](Operation *op) {
    if (auto named = dyn_cast<NamedTensorInterface>(op))
      return verifyLaidOut(named, getMesh());                 // C1
    return forEachTensorType(op, [&](RankedTensorType type) { // C2
      return verifyUnsharded(
          op, type, "only declarations are laid out in a 'dist.program'");
    });
  });
  if (failed(result))
    return failure();
  return model::verifyAssignments(*this); // C3
}

//===----------------------------------------------------------------------===//
// dist.sharded_program
//===----------------------------------------------------------------------===//

/// Checks that every value that a region passes on has the type of what
/// receives it; covers all control flow through its interface.
static LogicalResult verifyControlFlow(RegionBranchOpInterface op) {
  auto verifyEdge = [&](RegionBranchPoint point,
                        RegionSuccessor successor) -> LogicalResult {
    OperandRange passed = point.isParent()
                              ? op.getEntrySuccessorOperands(successor)
                              : cast<RegionBranchTerminatorOpInterface>(
                                    point.getTerminatorPredecessorOrNull())
                                    .getSuccessorOperands(successor);
    for (auto [from, to] : llvm::zip(passed, successor.getSuccessorInputs()))
      if (from.getType() != to.getType())
        return op->emitOpError("passes on ")
               << from.getType() << " where " << to.getType() << " is received";
    return success();
  };
  auto verifyPoint = [&](RegionBranchPoint point) -> LogicalResult {
    SmallVector<RegionSuccessor> successors;
    op.getSuccessorRegions(point, successors);
    for (RegionSuccessor successor : successors)
      if (failed(verifyEdge(point, successor)))
        return failure();
    return success();
  };
  if (failed(verifyPoint(RegionBranchPoint::parent())))
    return failure();
  for (Region &region : op->getRegions())
    for (Block &block : region)
      if (auto terminator = dyn_cast<RegionBranchTerminatorOpInterface>(
              block.getTerminator()))
        if (failed(verifyPoint(RegionBranchPoint(terminator))))
          return failure();
  return success();
}

/// Checks one operation of a sharded program, C1 to C5.
static LogicalResult verifyShardedOp(Operation *op, MeshAttr mesh) {
  if (auto named = dyn_cast<NamedTensorInterface>(op))
    return verifyLaidOut(named, mesh);
  auto checkMesh = [&](RankedTensorType type) -> LogicalResult {
    ShardingAttr sharding = getSharding(type); // C1
    if (sharding && sharding.getMesh() == mesh)
      return success();
    return op->emitOpError("has type ")
           << type << ", expected a sharding on " << mesh;
  };
  LogicalResult onMesh = forEachTensorType(op, checkMesh);
  if (failed(onMesh))
    return failure();
  if (auto assign = dyn_cast<model::AssignOp>(op)) {
    if (getSharding(assign.getValue().getType()).isPartial()) // C5
      return op->emitOpError("assigns a partial value");
    return success();
  }
  if (isa<model::ReadOp, ReshardOp>(op) ||
      op->hasTrait<OpTrait::IsTerminator>())
    return success();
  if (auto branch = dyn_cast<RegionBranchOpInterface>(op))
    return verifyControlFlow(branch); // C4
  return verifyOpSharding(op);        // C2, C3
}

LogicalResult ShardedProgramOp::verifyRegions() {
  // Bodies of structured operations compute on scalars; what surrounds them
  // speaks for them.
  LogicalResult result = success();
  getBody().walk<WalkOrder::PreOrder>([&](Operation *op) {
    if (failed(verifyShardedOp(op, getMesh()))) {
      result = failure();
      return WalkResult::interrupt();
    }
    if (op->getNumRegions() && !isa<RegionBranchOpInterface>(op))
      return WalkResult::skip();
    return WalkResult::advance();
  });
  if (failed(result))
    return failure();
  return model::verifyAssignments(*this); // C6
}

//===----------------------------------------------------------------------===//
// dist.local_program
//===----------------------------------------------------------------------===//

/// The mesh that an operation of a local program is on, or null.
static MeshAttr getMeshOf(Operation *op) {
  if (auto collective = dyn_cast<CollectiveInterface>(op))
    return collective.getTarget().getMesh();
  if (auto index = dyn_cast<AxisIndexOp>(op))
    return index.getAxes().getMesh();
  return {};
}

/// Checks one operation of a local program, C1 to C3.
static LogicalResult verifyLocalOp(Operation *op, MeshAttr mesh) {
  if (isa<model::VariableOp, model::InputOp, model::OutputOp, LayoutMapOp,
          ReshardOp, ConstrainOp>(op)) // C2
    return op->emitOpError("stands in a 'dist.local_program', where there are "
                           "only shards and collectives");
  MeshAttr own = getMeshOf(op);
  if (own && own != mesh) // C3
    return op->emitOpError("is on the mesh ")
           << own << ", the program is on " << mesh;
  if (isa<ShardOp>(op))
    return success();
  return forEachTensorType(op, [&](RankedTensorType type) { // C1
    return verifyUnsharded(op, type,
                           "types are local in a 'dist.local_program'");
  });
}

LogicalResult LocalProgramOp::verifyRegions() {
  LogicalResult result = walkBody(
      getBody(), [&](Operation *op) { return verifyLocalOp(op, getMesh()); });
  if (failed(result))
    return failure();
  return model::verifyAssignments(*this); // C4
}
