//===- DistOps.cpp - Operations of the dist dialect -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Verifiers and folds of the operations that are not containers. The number of
// the constraint that a check belongs to stands beside it.
//
//===----------------------------------------------------------------------===//

#include "mlir/IR/Builders.h"
#include "shardwise/Dialect/Dist/IR/Dist.h"

using namespace mlir;
using namespace mlir::shardwise;
using namespace mlir::shardwise::dist;

#define GET_OP_CLASSES
#include "shardwise/Dialect/Dist/IR/DistOps.cpp.inc"

//===----------------------------------------------------------------------===//
// Layout maps
//===----------------------------------------------------------------------===//

LogicalResult LayoutMapOp::verify() {
  for (Operation &op : getBody().front())
    if (!isa<RuleOp>(op)) // C1
      return op.emitOpError("stands in a layout map, which holds rules only");
  if (!getMesh().getMesh().findAxis(getBatchAxis())) // C2
    return emitOpError("splits the batch over axis \"")
           << getBatchAxis() << "\", which the mesh " << getMesh()
           << " does not have";
  Operation *parent = (*this)->getParentOp(); // C3
  if (isa_and_present<LocalProgramOp>(parent))
    return emitOpError("stands in a partitioned program: after partitioning "
                       "there are only shards, which no rule can match");
  if (isa_and_present<ShardedProgramOp>(parent))
    return emitOpError("stands in a program in which every value has a "
                       "sharding: layouts are attached once, before");
  if (!isa_and_present<model::ProgramOp, ProgramOp>(parent))
    return emitOpError("stands outside of a 'model.program'");
  return success();
}

LogicalResult RuleOp::verify() {
  for (Attribute dim : getDims()) {
    auto axes = dyn_cast<ArrayAttr>(dim);
    if (!axes || !llvm::all_of(axes, llvm::IsaPred<StringAttr>)) // C1
      return emitOpError("has ")
             << dim << " for a dimension, expected an array of axis names";
  }
  return success();
}

//===----------------------------------------------------------------------===//
// Named tensors
//===----------------------------------------------------------------------===//

RankedTensorType ShardOp::getTensorType() {
  return cast<RankedTensorType>(getType());
}
bool ShardOp::isReadable() { return getRole() != ShardRole::Output; }
bool ShardOp::isAssignable() { return getRole() != ShardRole::Input; }

LogicalResult ShardOp::verify() {
  auto global = cast<RankedTensorType>(getGlobal());
  ShardingAttr sharding = getSharding(global);
  if (!sharding || sharding.isPartial() || !global.hasStaticShape()) // C1
    return emitOpError("has global type ")
           << global
           << ", expected a static shape and a sharding that is not partial";
  if (getLocalType(global) != getType()) // C2
    return emitOpError("has type ") << getType() << ", but the local type of "
                                    << global << " is " << getLocalType(global);
  if ((getRole() == ShardRole::Copy) != bool(getCopyOfAttr())) // C3
    return emitOpError("has the role ")
           << stringifyShardRole(getRole())
           << (getCopyOfAttr() ? ", but" : ", but not")
           << " 'copy_of', which copies have alone";
  return success();
}

LogicalResult ShardOp::verifySymbolUses(SymbolTableCollection &symbols) {
  if (!getCopyOfAttr())
    return success();
  auto original =
      symbols.lookupNearestSymbolFrom<ShardOp>(*this, getCopyOfAttr());
  auto type = cast<RankedTensorType>(getGlobal());
  auto matches = [&](RankedTensorType other) {
    return other.getShape() == type.getShape() &&
           other.getEncoding() == type.getEncoding() &&
           isa<FloatType>(other.getElementType()) &&
           isa<FloatType>(type.getElementType());
  };
  if (original && original.getRole() == ShardRole::Variable &&
      matches(cast<RankedTensorType>(original.getGlobal())))
    return success();
  InFlightDiagnostic error = emitOpError("copies @") // C4
                             << *getCopyOf() << ", expected a variable of "
                             << type << " but for the float type";
  if (original)
    error.attachNote(original.getLoc())
        << "this is " << stringifyShardRole(original.getRole()) << " of "
        << original.getGlobal();
  return error;
}

//===----------------------------------------------------------------------===//
// Shardings of values
//===----------------------------------------------------------------------===//

LogicalResult ConstrainOp::verify() {
  auto type = cast<RankedTensorType>(getInput().getType());
  if (getSharding().isPartial()) // C1
    return emitOpError("asks for a partial sharding");
  return getSharding().verifyEncoding(type.getShape(), type.getElementType(),
                                      [&] { return emitOpError(); });
}

LogicalResult ReshardOp::verify() {
  auto input = cast<RankedTensorType>(getInput().getType());
  auto result = cast<RankedTensorType>(getType());
  ShardingAttr source = getSharding(input), target = getSharding(result);
  if (!source || !target || dropSharding(input) != dropSharding(result) ||
      source.getMesh() != target.getMesh()) // C1
    return emitOpError("takes ")
           << input << " to " << result
           << ", expected types that differ in their sharding on one mesh";
  AtomList before = AtomList::fromWord(source.getPartialWord());
  AtomList after = AtomList::fromWord(target.getPartialWord());
  if ((after.mask() & ~before.mask()) ||
      (!after.empty() && source.getReduction() != target.getReduction())) // C2
    return emitOpError("cannot make a value partial that was not: ")
           << source << " to " << target;
  return success();
}

OpFoldResult ReshardOp::fold(FoldAdaptor) {
  if (getInput().getType() == getType())
    return getInput();
  return {};
}

//===----------------------------------------------------------------------===//
// Collectives
//===----------------------------------------------------------------------===//

int64_t dist::getBytesReceived(CollectiveInterface op) {
  ReshardStep step{op.getKind(), op.getSource().getSharding(),
                   op.getTarget().getSharding()};
  auto type = cast<RankedTensorType>(op->getResult(0).getType());
  int64_t bytes = llvm::divideCeil(type.getElementTypeBitWidth(), 8);
  return mlir::shardwise::getBytesReceived(op.getTarget().getMesh().getMesh(),
                                           step, op.getGlobalShape(), bytes);
}

/// Checks C1 to C3 of any collective.
static LogicalResult verifyCollective(CollectiveInterface op) {
  ShardingAttr source = op.getSource(), target = op.getTarget();
  auto input = cast<RankedTensorType>(op->getOperand(0).getType());
  auto result = cast<RankedTensorType>(op->getResult(0).getType());
  if (source.getMesh() != target.getMesh() ||
      source.getRank() != input.getRank() ||
      target.getRank() != result.getRank()) // C1
    return op->emitOpError("changes ")
           << source << " to " << target << ", expected one mesh and rank "
           << input.getRank();
  SmallVector<int64_t> global = source.getGlobalShape(input.getShape());
  if (global != target.getGlobalShape(result.getShape()) ||
      input.getElementType() != result.getElementType()) // C2
    return op->emitOpError("takes ")
           << input << " to " << result
           << ", which are not local types of one tensor";
  const Mesh &mesh = source.getMesh().getMesh();
  if (isOfKind(op.getKind(), mesh, source.getSharding(),
               target.getSharding())) // C3
    return success();
  std::optional<CollectiveKind> kind =
      classify(mesh, source.getSharding(), target.getSharding());
  InFlightDiagnostic diag = op->emitOpError("changes ")
                            << source << " to " << target << ", which ";
  if (kind)
    return diag << "is of kind " << mlir::shardwise::toString(*kind);
  return diag << "no single collective does";
}

#define SHARDWISE_COLLECTIVE(Name)                                             \
  CollectiveKind Name##Op::getCollectiveKind() {                               \
    return CollectiveKind::Name;                                               \
  }                                                                            \
  LogicalResult Name##Op::verify() { return verifyCollective(*this); }
SHARDWISE_COLLECTIVE(AllSlice)
SHARDWISE_COLLECTIVE(AllGather)
SHARDWISE_COLLECTIVE(AllToAll)
SHARDWISE_COLLECTIVE(CollectivePermute)
SHARDWISE_COLLECTIVE(Exchange)
SHARDWISE_COLLECTIVE(AllReduce)
SHARDWISE_COLLECTIVE(ReduceScatter)
SHARDWISE_COLLECTIVE(PartialSwap)
#undef SHARDWISE_COLLECTIVE
