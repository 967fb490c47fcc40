//===- Conversions.cpp - Conversions between element types ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Conversions by value and by bits. Integers become signless here, so the
// signedness of both sides is read off the foreign types. Booleans convert to
// 0 and 1, and everything but zero converts to true. Floats that an integer
// cannot hold convert to the nearest that it can, and NaN to 0: StableHLO
// leaves that open, and this is what XLA does.
//
//===----------------------------------------------------------------------===//

#include "Importer.h"
#include "mlir/IR/TypeUtilities.h"
#include <cmath>

using namespace mlir;
using namespace mlir::shardwise;

/// The type with another element type.
static Type withElement(Type type, Type element) {
  if (auto tensor = dyn_cast<RankedTensorType>(type))
    return tensor.clone(element);
  return element;
}

Value shardwise::convertFloat(Importer &importer, Value value, Type element) {
  Type type = withElement(value.getType(), element);
  if (type == value.getType())
    return value;
  unsigned from = getElementTypeOrSelf(value.getType()).getIntOrFloatBitWidth();
  unsigned to = getElementTypeOrSelf(type).getIntOrFloatBitWidth();
  if (from < to)
    return importer.emit<arith::ExtFOp>(type, value);
  if (from > to)
    return importer.emit<arith::TruncFOp>(type, value);
  // Formats of one width convert through a wider one, which holds both exactly.
  Type wide = withElement(type, importer.builder.getF32Type());
  return importer.emit<arith::TruncFOp>(
      type, importer.emit<arith::ExtFOp>(wide, value));
}

static Value convertIntegerToInteger(Importer &importer, Value value, Type type,
                                     bool isUnsigned) {
  unsigned from = getElementTypeOrSelf(value.getType()).getIntOrFloatBitWidth();
  unsigned to = getElementTypeOrSelf(type).getIntOrFloatBitWidth();
  if (to == 1)
    return importer.emit<arith::CmpIOp>(
        arith::CmpIPredicate::ne, value,
        importer.splatInteger(value.getType(), 0));
  if (from > to)
    return importer.emit<arith::TruncIOp>(type, value);
  if (isUnsigned)
    return importer.emit<arith::ExtUIOp>(type, value);
  return importer.emit<arith::ExtSIOp>(type, value);
}

static Value convertFloatToInteger(Importer &importer, Value value, Type type,
                                   bool isUnsigned) {
  unsigned width = getElementTypeOrSelf(type).getIntOrFloatBitWidth();
  auto compare = [&](arith::CmpFPredicate predicate, double bound) {
    return importer.emit<arith::CmpFOp>(predicate, value,
                                        importer.splat(value.getType(), bound));
  };
  auto select = [&](Value condition, Value result, const APInt &otherwise) {
    return importer.emit<arith::SelectOp>(condition, result,
                                          importer.splat(type, otherwise));
  };
  // Bounds are powers of two, which every float has or rounds to infinity.
  if (isUnsigned) {
    Value result = importer.emit<arith::FPToUIOp>(type, value);
    result = select(compare(arith::CmpFPredicate::OLT, std::ldexp(1, width)),
                    result, APInt::getMaxValue(width));
    // Not of NaN either. What lies between -1 and 0 is 0.
    return select(compare(arith::CmpFPredicate::OGT, 0), result,
                  APInt::getZero(width));
  }
  double bound = std::ldexp(1, width - 1);
  Value result = importer.emit<arith::FPToSIOp>(type, value);
  result = select(compare(arith::CmpFPredicate::OLT, bound), result,
                  APInt::getSignedMaxValue(width));
  result = select(compare(arith::CmpFPredicate::OGT, -bound), result,
                  APInt::getSignedMinValue(width));
  return select(
      importer.emit<arith::CmpFOp>(arith::CmpFPredicate::ORD, value, value),
      result, APInt::getZero(width));
}

static LogicalResult convertConvert(Importer &importer, Operation *op) {
  Value foreign = op->getOperand(0), foreignResult = op->getResult(0);
  Value value = importer.get(foreign);
  Type type = importer.getType(foreignResult);
  bool fromFloat = isa<FloatType>(getElementTypeOrSelf(value.getType()));
  bool toFloat = isa<FloatType>(getElementTypeOrSelf(type));
  bool fromUnsigned = Importer::isUnsigned(foreign);
  Value result = value;
  if (withElement(value.getType(), getElementTypeOrSelf(type)) != type)
    return op->emitOpError("converts ")
           << foreign.getType() << " to another shape, "
           << foreignResult.getType();
  if (value.getType() == type)
    ;
  else if (fromFloat && toFloat)
    result = convertFloat(importer, value, getElementTypeOrSelf(type));
  else if (!fromFloat && !toFloat)
    result = convertIntegerToInteger(importer, value, type, fromUnsigned);
  else if (toFloat && fromUnsigned)
    result = importer.emit<arith::UIToFPOp>(type, value);
  else if (toFloat)
    result = importer.emit<arith::SIToFPOp>(type, value);
  else if (getElementTypeOrSelf(type).isInteger(1))
    result = importer.emit<arith::CmpFOp>(arith::CmpFPredicate::UNE, value,
                                          importer.splat(value.getType(), 0.0));
  else
    result = convertFloatToInteger(importer, value, type,
                                   Importer::isUnsigned(foreignResult));
  importer.set(foreignResult, result);
  return success();
}

static LogicalResult convertBitcast(Importer &importer, Operation *op) {
  Value value = importer.get(op->getOperand(0));
  Type type = importer.getType(op->getResult(0));
  Type from = getElementTypeOrSelf(value.getType());
  Type to = getElementTypeOrSelf(type);
  if (from.getIntOrFloatBitWidth() != to.getIntOrFloatBitWidth() ||
      withElement(value.getType(), to) != type)
    return op->emitOpError("takes the bits of ")
           << op->getOperand(0).getType() << " as "
           << op->getResult(0).getType()
           << ", but only elements of one width are supported";
  importer.set(op->getResult(0),
               value.getType() == type
                   ? value
                   : importer.emit<arith::BitcastOp>(type, value));
  return success();
}

void shardwise::addConversionConverters(ConverterTable &table) {
  table["stablehlo.bitcast_convert"] = {convertBitcast, 1, 1, 0, true};
  table["stablehlo.convert"] = {convertConvert, 1, 1, 0, true};
}
