//===- ModelOps.cpp - Operations of the model dialect ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Verifiers. The number of the constraint that a check belongs to stands beside
// it, as in the operation's description.
//
//===----------------------------------------------------------------------===//

#include "mlir/IR/Builders.h"
#include "shardwise/Dialect/Model/IR/Model.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallBitVector.h"

using namespace mlir;
using namespace mlir::shardwise;
using namespace mlir::shardwise::model;

#define GET_OP_CLASSES
#include "shardwise/Dialect/Model/IR/ModelOps.cpp.inc"

//===----------------------------------------------------------------------===//
// Containers
//===----------------------------------------------------------------------===//

LogicalResult model::verifyAssignments(Operation *container) {
  Block &body = container->getRegion(0).front();
  llvm::DenseMap<StringAttr, AssignOp> assigned;
  for (AssignOp assign : body.getOps<AssignOp>()) {
    auto [it, inserted] =
        assigned.try_emplace(assign.getNameAttr().getAttr(), assign);
    if (inserted)
      continue;
    return (assign.emitOpError("assigns ")
            << assign.getNameAttr() << " a second time")
               .attachNote(it->second.getLoc())
           << "first assigned here";
  }
  for (auto named : body.getOps<NamedTensorInterface>())
    if (!named.isReadable() &&
        !assigned.contains(SymbolTable::getSymbolName(named)))
      return named->emitOpError("is an output that is never assigned");
  return success();
}

/// Whether a tensor type with an encoding is among the types.
static bool hasEncoding(TypeRange types) {
  return llvm::any_of(types, [](Type type) {
    auto tensor = dyn_cast<RankedTensorType>(type);
    return tensor && tensor.getEncoding();
  });
}

LogicalResult ProgramOp::verifyRegions() {
  WalkResult result = walk([&](Operation *op) {
    bool encoded =
        hasEncoding(op->getOperandTypes()) || hasEncoding(op->getResultTypes());
    if (auto named = dyn_cast<NamedTensorInterface>(op))
      encoded |= bool(named.getTensorType().getEncoding());
    for (Region &region : op->getRegions())
      for (Block &block : region)
        encoded |= hasEncoding(block.getArgumentTypes());
    if (!encoded) // C1
      return WalkResult::advance();
    op->emitOpError("has a tensor type with an encoding in a 'model.program', "
                    "which has no layouts yet");
    return WalkResult::interrupt();
  });
  if (result.wasInterrupted())
    return failure();
  return verifyAssignments(*this); // C2
}

//===----------------------------------------------------------------------===//
// Named tensors
//===----------------------------------------------------------------------===//

/// Checks what all declarations have in common.
static LogicalResult verifyDeclaration(Operation *op, RankedTensorType type,
                                       bool isUnsigned) {
  if (!type.hasStaticShape())
    return op->emitOpError("has type ") << type << ", expected a static shape";
  if (isUnsigned && !type.getElementType().isInteger())
    return op->emitOpError("is marked unsigned, but has element type ")
           << type.getElementType();
  return success();
}

LogicalResult VariableOp::verify() {
  return verifyDeclaration(*this, getTensorType(), getIsUnsigned()); // C2, C3
}

LogicalResult VariableOp::verifySymbolUses(SymbolTableCollection &tables) {
  FlatSymbolRefAttr name = getSlotOfAttr();
  if (!name)
    return success();
  auto owner = tables.lookupNearestSymbolFrom<VariableOp>(*this, name);
  if (!owner) // C1
    return emitOpError("is a slot of ")
           << name << ", which is not a variable of this program";
  if (owner.getSlotOf()) // C1
    return (emitOpError("is a slot of ") << name << ", which is a slot itself")
               .attachNote(owner.getLoc())
           << "declared here";
  return success();
}

LogicalResult InputOp::verify() {
  return verifyDeclaration(*this, getTensorType(), getIsUnsigned()); // C1, C2
}

LogicalResult OutputOp::verify() {
  return verifyDeclaration(*this, getTensorType(), getIsUnsigned()); // C1, C2
}

RankedTensorType VariableOp::getTensorType() {
  return cast<RankedTensorType>(getType());
}
bool VariableOp::isReadable() { return true; }
bool VariableOp::isAssignable() { return true; }

RankedTensorType InputOp::getTensorType() {
  return cast<RankedTensorType>(getType());
}
bool InputOp::isReadable() { return true; }
bool InputOp::isAssignable() { return false; }

RankedTensorType OutputOp::getTensorType() {
  return cast<RankedTensorType>(getType());
}
bool OutputOp::isReadable() { return false; }
bool OutputOp::isAssignable() { return true; }

/// Finds the declaration that `name` refers to, with an error if there is none.
static NamedTensorInterface findDeclaration(Operation *op,
                                            FlatSymbolRefAttr name,
                                            SymbolTableCollection &tables) {
  auto named = tables.lookupNearestSymbolFrom<NamedTensorInterface>(op, name);
  if (!named)
    op->emitOpError("names ") << name << ", which is not declared";
  return named;
}

/// Checks the type of a read or assigned value against its declaration. In a
/// `dist.program` only declarations are laid out; there the sharding is
/// dropped.
static LogicalResult verifyAccess(Operation *op, NamedTensorInterface named,
                                  Type valueType) {
  RankedTensorType declared = named.getTensorType();
  if (named->getParentOp()->getName().getStringRef() == "dist.program")
    declared =
        RankedTensorType::get(declared.getShape(), declared.getElementType());
  if (valueType == declared) // C2
    return success();
  return (op->emitOpError("has type ")
          << valueType << ", but " << declared << " is declared")
             .attachNote(named->getLoc())
         << "declared here";
}

LogicalResult ReadOp::verifySymbolUses(SymbolTableCollection &tables) {
  NamedTensorInterface named = findDeclaration(*this, getNameAttr(), tables);
  if (!named)
    return failure();
  if (!named.isReadable()) // C1
    return (emitOpError("reads ") << getNameAttr() << ", an output")
               .attachNote(named->getLoc())
           << "declared here";
  return verifyAccess(*this, named, getType());
}

LogicalResult AssignOp::verifySymbolUses(SymbolTableCollection &tables) {
  NamedTensorInterface named = findDeclaration(*this, getNameAttr(), tables);
  if (!named)
    return failure();
  if (!named.isAssignable()) // C1
    return (emitOpError("assigns ") << getNameAttr() << ", an input")
               .attachNote(named->getLoc())
           << "declared here";
  return verifyAccess(*this, named, getValue().getType());
}

//===----------------------------------------------------------------------===//
// Iota
//===----------------------------------------------------------------------===//

LogicalResult IotaOp::verify() {
  auto type = cast<RankedTensorType>(getType());
  auto dimension = static_cast<int64_t>(getDimension());
  if (dimension < 0 || dimension >= type.getRank()) // C1
    return emitOpError("counts along dimension ")
           << dimension << " of a tensor of rank " << type.getRank();
  if (!type.getElementType().isIntOrIndexOrFloat()) // C2
    return emitOpError("has element type ")
           << type.getElementType() << ", expected an integer or a float";
  return success();
}

//===----------------------------------------------------------------------===//
// Gather and scatter
//===----------------------------------------------------------------------===//

/// Checks that `map` has distinct entries below `rank`.
static LogicalResult verifyDistinct(Operation *op, ArrayRef<int64_t> map,
                                    int64_t rank, StringRef name) {
  llvm::SmallBitVector seen(rank);
  for (int64_t dim : map) {
    if (dim < 0 || dim >= rank)
      return op->emitOpError("has dimension ")
             << dim << " in " << name << " of an operand of rank " << rank;
    if (seen.test(dim))
      return op->emitOpError("has dimension ") << dim << " twice in " << name;
    seen.set(dim);
  }
  return success();
}

/// Checks that `map` has `count` distinct entries below `rank`.
static LogicalResult verifyIndexMap(Operation *op, ArrayRef<int64_t> map,
                                    int64_t count, int64_t rank,
                                    StringRef name) {
  if (static_cast<int64_t>(map.size()) != count)
    return op->emitOpError("has ") << map.size() << " entries in " << name
                                   << ", but index vectors of size " << count;
  return verifyDistinct(op, map, rank, name);
}

/// Checks that `window` is ascending and has an entry below `rank` for each of
/// `count` window dimensions.
static LogicalResult verifyWindowDims(Operation *op, ArrayRef<int64_t> window,
                                      int64_t count, int64_t rank,
                                      StringRef name) {
  if (static_cast<int64_t>(window.size()) != count)
    return op->emitOpError("has ")
           << window.size() << " entries in " << name << ", expected " << count;
  int64_t previous = -1;
  for (int64_t dim : window) {
    if (dim <= previous || dim >= rank)
      return op->emitOpError("has ")
             << name << " that are not ascending or not below rank " << rank;
    previous = dim;
  }
  return success();
}

LogicalResult GatherOp::verify() {
  auto operand = cast<RankedTensorType>(getOperand().getType());
  auto indices = cast<RankedTensorType>(getIndices().getType());
  auto result = cast<RankedTensorType>(getType());
  if (indices.getRank() == 0 || !indices.getElementType().isIntOrIndex() ||
      operand.getElementType() != result.getElementType()) // C5
    return emitOpError("expects integer index vectors, and one element type "
                       "for operand and result");
  ArrayRef<int64_t> sizes = getSliceSizes();
  if (static_cast<int64_t>(sizes.size()) != operand.getRank()) // C1
    return emitOpError("has ") << sizes.size() << " slice sizes for an operand "
                               << "of rank " << operand.getRank();
  for (auto [dim, size] : llvm::enumerate(sizes)) {
    bool collapsed = llvm::is_contained(getCollapsedSliceDims(), dim);
    if (size < 1 || size > operand.getDimSize(dim) || (collapsed && size != 1))
      return emitOpError("has slice size ")
             << size << " in dimension " << dim << " of size "
             << operand.getDimSize(dim) << (collapsed ? ", collapsed" : "");
  }
  ArrayRef<int64_t> map = getStartIndexMap();
  if (failed(verifyIndexMap(*this, map, indices.getShape().back(),
                            operand.getRank(), "start_index_map"))) // C2
    return failure();
  if (failed(verifyDistinct(*this, getCollapsedSliceDims(), operand.getRank(),
                            "collapsed_slice_dims"))) // C3
    return failure();
  ArrayRef<int64_t> offsetDims = getOffsetDims();
  int64_t windowRank = operand.getRank() - getCollapsedSliceDims().size();
  int64_t rank = windowRank + indices.getRank() - 1;
  if (failed(verifyWindowDims(*this, offsetDims, windowRank, rank,
                              "offset_dims"))) // C3
    return failure();
  SmallVector<int64_t> expected;
  auto batch = indices.getShape().begin();
  int64_t window = 0;
  for (int64_t dim = 0; dim < rank; ++dim) {
    if (!llvm::is_contained(offsetDims, dim)) {
      expected.push_back(*batch++);
      continue;
    }
    while (llvm::is_contained(getCollapsedSliceDims(), window))
      ++window;
    expected.push_back(sizes[window++]);
  }
  if (ArrayRef<int64_t>(expected) != result.getShape()) // C4
    return emitOpError("has result type ")
           << result << ", expected "
           << RankedTensorType::get(expected, result.getElementType());
  size_t numBounds = getBounds() ? getBounds()->size() : 0;
  bool oneSized =
      llvm::all_of(map, [&](int64_t dim) { return sizes[dim] == 1; });
  if (getLowerBounds().size() != numBounds ||
      (numBounds && (numBounds != map.size() || !oneSized))) // C6
    return emitOpError("expects lower and global bounds for each entry of "
                       "start_index_map, with slice size 1, or none");
  return success();
}

LogicalResult ScatterOp::verify() {
  auto operand = cast<RankedTensorType>(getOperand().getType());
  auto indices = cast<RankedTensorType>(getIndices().getType());
  auto updates = cast<RankedTensorType>(getUpdates().getType());
  if (indices.getRank() == 0 || !indices.getElementType().isIntOrIndex() ||
      operand.getElementType() != updates.getElementType()) // C5
    return emitOpError("expects integer index vectors, and one element type "
                       "for operand and updates");
  if (failed(verifyDistinct(*this, getInsertedWindowDims(), operand.getRank(),
                            "inserted_window_dims"))) // C1
    return failure();
  ArrayRef<int64_t> windowDims = getUpdateWindowDims();
  int64_t windowRank = operand.getRank() - getInsertedWindowDims().size();
  if (failed(verifyWindowDims(*this, windowDims, windowRank, updates.getRank(),
                              "update_window_dims"))) // C1
    return failure();
  if (failed(verifyIndexMap(*this, getScatterDimsToOperandDims(),
                            indices.getShape().back(), operand.getRank(),
                            "scatter_dims_to_operand_dims"))) // C2
    return failure();
  SmallVector<int64_t> batch;
  int64_t window = 0;
  for (auto [dim, size] : llvm::enumerate(updates.getShape())) {
    if (!llvm::is_contained(windowDims, dim)) {
      batch.push_back(size);
      continue;
    }
    while (llvm::is_contained(getInsertedWindowDims(), window))
      ++window;
    if (size > operand.getDimSize(window)) // C4
      return emitOpError("has a window of size ")
             << size << " in updates dimension " << dim
             << ", larger than the operand's " << operand.getDimSize(window);
    ++window;
  }
  if (ArrayRef<int64_t>(batch) != indices.getShape().drop_back()) // C3
    return emitOpError("has updates of type ")
           << updates << ", whose scattered dimensions are not those of "
           << indices;
  if (!getLowerBounds().empty() &&
      getLowerBounds().size() != getScatterDimsToOperandDims().size()) // C6
    return emitOpError("expects a lower bound for each entry of "
                       "scatter_dims_to_operand_dims, or none");
  return success();
}
