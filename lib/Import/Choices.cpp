//===- Choices.cpp - Comparisons and choices ------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Comparisons by the type of the elements, choices and clamps, on tensors or,
// in reducers, on scalars. A predicate or bound without dimensions is
// broadcast.
//
//===----------------------------------------------------------------------===//

#include "Importer.h"
#include "mlir/IR/TypeUtilities.h"

using namespace mlir;
using namespace mlir::shardwise;

static bool isFloat(Type type) {
  return isa<FloatType>(getElementTypeOrSelf(type));
}

namespace {
/// A direction with its predicates.
struct Direction {
  StringLiteral name;
  arith::CmpFPredicate onFloats;
  arith::CmpIPredicate onSigned;
  arith::CmpIPredicate onUnsigned;
};
} // namespace

static constexpr Direction directions[] = {
    {"EQ", arith::CmpFPredicate::OEQ, arith::CmpIPredicate::eq,
     arith::CmpIPredicate::eq},
    {"NE", arith::CmpFPredicate::UNE, arith::CmpIPredicate::ne,
     arith::CmpIPredicate::ne},
    {"GE", arith::CmpFPredicate::OGE, arith::CmpIPredicate::sge,
     arith::CmpIPredicate::uge},
    {"GT", arith::CmpFPredicate::OGT, arith::CmpIPredicate::sgt,
     arith::CmpIPredicate::ugt},
    {"LE", arith::CmpFPredicate::OLE, arith::CmpIPredicate::sle,
     arith::CmpIPredicate::ule},
    {"LT", arith::CmpFPredicate::OLT, arith::CmpIPredicate::slt,
     arith::CmpIPredicate::ult}};

/// Checks that the comparison type, where given, is the one that the elements
/// have by their type.
static LogicalResult checkCompareType(Operation *op, StringRef expected) {
  auto type = op->getAttrOfType<StringAttr>("compare_type");
  if (!type || type == expected)
    return success();
  return op->emitOpError("compares ")
         << getElementTypeOrSelf(op->getOperand(0).getType()) << " as "
         << type.getValue() << ", only " << expected << " is supported";
}

static LogicalResult convertCompare(Importer &importer, Operation *op) {
  auto name = op->getAttrOfType<StringAttr>("comparison_direction");
  const Direction *direction = llvm::find_if(
      directions, [&](const Direction &d) { return name && d.name == name; });
  if (direction == std::end(directions))
    return op->emitOpError("expects a comparison direction of EQ, NE, GE, GT, "
                           "LE or LT");
  Value lhs = importer.get(op->getOperand(0));
  Value rhs = importer.get(op->getOperand(1));
  bool onFloats = isFloat(lhs.getType());
  bool isUnsigned = Importer::isUnsigned(op->getOperand(0));
  if (failed(checkCompareType(
          op, onFloats ? "FLOAT" : (isUnsigned ? "UNSIGNED" : "SIGNED"))))
    return failure();
  Value result =
      onFloats ? importer.emit<arith::CmpFOp>(direction->onFloats, lhs, rhs)
               : importer.emit<arith::CmpIOp>(isUnsigned ? direction->onUnsigned
                                                         : direction->onSigned,
                                              lhs, rhs);
  importer.set(op->getResult(0), result);
  return success();
}

/// Gives a value without dimensions the shape of `type`.
static Value broadcastScalar(Importer &importer, Value value, Type type) {
  auto from = dyn_cast<RankedTensorType>(value.getType());
  auto to = dyn_cast<RankedTensorType>(type);
  if (!from || !to || from.getRank() != 0 || to.getRank() == 0)
    return value;
  return importer.broadcast(value, {}, to.clone(from.getElementType()));
}

/// Whether a value of type `from` has the shape of `type` or no dimensions.
static bool fitsShape(Type from, Type type) {
  auto tensor = dyn_cast<RankedTensorType>(from);
  return !tensor || tensor.getRank() == 0 ||
         tensor.getShape() == cast<RankedTensorType>(type).getShape();
}

static LogicalResult convertSelect(Importer &importer, Operation *op) {
  Value predicate = importer.get(op->getOperand(0));
  Value onTrue = importer.get(op->getOperand(1));
  Value onFalse = importer.get(op->getOperand(2));
  if (!getElementTypeOrSelf(predicate.getType()).isInteger(1) ||
      !fitsShape(predicate.getType(), onTrue.getType()) ||
      onTrue.getType() != onFalse.getType())
    return op->emitOpError("chooses by ")
           << op->getOperand(0).getType() << " between "
           << op->getOperand(1).getType() << " and "
           << op->getOperand(2).getType();
  Value result;
  if (DenseElementsAttr splat = importer.getSplat(predicate))
    result = splat.getSplatValue<bool>() ? onTrue : onFalse;
  else
    result = importer.emit<arith::SelectOp>(
        broadcastScalar(importer, predicate, onTrue.getType()), onTrue,
        onFalse);
  importer.set(op->getResult(0), result);
  return success();
}

static LogicalResult convertClamp(Importer &importer, Operation *op) {
  Value value = importer.get(op->getOperand(1));
  Type type = value.getType();
  for (unsigned bound : {0, 2})
    if (Type found = importer.getType(op->getOperand(bound));
        !fitsShape(found, type) ||
        getElementTypeOrSelf(found) != getElementTypeOrSelf(type))
      return op->emitOpError("clamps ") << type << " by " << found;
  Value low = broadcastScalar(importer, importer.get(op->getOperand(0)), type);
  Value high = broadcastScalar(importer, importer.get(op->getOperand(2)), type);
  Value result;
  if (isFloat(type)) {
    result = importer.emit<arith::MaximumFOp>(low, value);
    result = importer.emit<arith::MinimumFOp>(result, high);
  } else if (Importer::isUnsigned(op->getOperand(1))) {
    result = importer.emit<arith::MaxUIOp>(low, value);
    result = importer.emit<arith::MinUIOp>(result, high);
  } else {
    result = importer.emit<arith::MaxSIOp>(low, value);
    result = importer.emit<arith::MinSIOp>(result, high);
  }
  importer.set(op->getResult(0), result);
  return success();
}

void shardwise::addChoiceConverters(ConverterTable &table) {
  table["stablehlo.clamp"] = {convertClamp, 3, 1, 0, true};
  table["stablehlo.compare"] = {convertCompare, 2, 1, 0, true, true};
  table["stablehlo.select"] = {convertSelect, 3, 1, 0, true};
}
