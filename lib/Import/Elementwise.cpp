//===- Elementwise.cpp - Pointwise arithmetic -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Arithmetic on tensors or, in reducers, on scalars.
// The operation is chosen by the element type: float, signed, unsigned or
// boolean. Where StableHLO defines a result that the operation does not (shifts
// by the width and more, integer division by zero), a choice guards it.
//
//===----------------------------------------------------------------------===//

#include "Importer.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/IR/TypeUtilities.h"

using namespace mlir;
using namespace mlir::shardwise;

namespace {
/// Marks an element type for which an operation does not exist.
struct None {};
} // namespace

/// Emits `OpTy`, or says that the operation has no meaning for the type.
template <typename OpTy>
static LogicalResult emitAs(Importer &importer, Operation *op) {
  if constexpr (std::is_same_v<OpTy, None>) {
    return op->emitOpError("does not support element type ")
           << getElementTypeOrSelf(op->getOperand(0).getType());
  } else {
    SmallVector<Value> operands = importer.get(op->getOperands());
    if constexpr (OpTy::template hasTrait<OpTrait::OneOperand>())
      importer.set(op->getResult(0), importer.emit<OpTy>(operands[0]));
    else
      importer.set(op->getResult(0),
                   importer.emit<OpTy>(operands[0], operands[1]));
    return success();
  }
}

/// Emits the operation for the type of the elements.
template <typename Float, typename Signed, typename Unsigned, typename Bool>
static LogicalResult pointwise(Importer &importer, Operation *op) {
  Type element = getElementTypeOrSelf(op->getOperand(0).getType());
  if (isa<FloatType>(element))
    return emitAs<Float>(importer, op);
  if (element.isInteger(1))
    return emitAs<Bool>(importer, op);
  if (element.isUnsignedInteger())
    return emitAs<Unsigned>(importer, op);
  return emitAs<Signed>(importer, op);
}

template <typename Float>
static constexpr ConvertFn floatOnly = pointwise<Float, None, None, None>;
template <typename Int>
static constexpr ConvertFn integerOnly = pointwise<None, Int, Int, Int>;

//===----------------------------------------------------------------------===//
// Unary operations
//===----------------------------------------------------------------------===//

/// The operation has a result of its own for each kind of element.
template <typename Fn>
static LogicalResult convertUnary(Importer &importer, Operation *op, Fn fn) {
  Value operand = importer.get(op->getOperand(0));
  Value result = fn(operand, operand.getType());
  if (!result)
    return op->emitOpError("does not support element type ")
           << getElementTypeOrSelf(op->getOperand(0).getType());
  importer.set(op->getResult(0), result);
  return success();
}

static bool isFloat(Type type) {
  return isa<FloatType>(getElementTypeOrSelf(type));
}

static LogicalResult convertNegate(Importer &importer, Operation *op) {
  return convertUnary(importer, op, [&](Value operand, Type type) -> Value {
    if (isFloat(type))
      return importer.emit<arith::NegFOp>(operand);
    return importer.emit<arith::SubIOp>(importer.splatInteger(type, 0),
                                        operand);
  });
}

static LogicalResult convertNot(Importer &importer, Operation *op) {
  return convertUnary(importer, op, [&](Value operand, Type type) -> Value {
    if (isFloat(type))
      return {};
    return importer.emit<arith::XOrIOp>(operand,
                                        importer.splatInteger(type, -1));
  });
}

static LogicalResult convertAbs(Importer &importer, Operation *op) {
  return convertUnary(importer, op, [&](Value operand, Type type) -> Value {
    if (isFloat(type))
      return importer.emit<math::AbsFOp>(operand);
    if (Importer::isUnsigned(op->getOperand(0)))
      return operand;
    return importer.emit<math::AbsIOp>(operand);
  });
}

/// The sign of a float keeps zeros with their sign, and NaN.
static Value emitFloatSign(Importer &importer, Value operand, Type type) {
  Value keeps = importer.emit<arith::CmpFOp>(arith::CmpFPredicate::UEQ, operand,
                                             importer.splat(type, 0.0));
  Value sign =
      importer.emit<math::CopySignOp>(importer.splat(type, 1.0), operand);
  return importer.emit<arith::SelectOp>(keeps, operand, sign);
}

static Value emitIntegerSign(Importer &importer, Value operand, Type type,
                             bool isUnsigned) {
  Value one = importer.splatInteger(type, 1);
  if (isUnsigned)
    return importer.emit<arith::MinUIOp>(operand, one);
  Value atMostOne = importer.emit<arith::MinSIOp>(operand, one);
  return importer.emit<arith::MaxSIOp>(atMostOne,
                                       importer.splatInteger(type, -1));
}

static LogicalResult convertSign(Importer &importer, Operation *op) {
  return convertUnary(importer, op, [&](Value operand, Type type) -> Value {
    if (isFloat(type))
      return emitFloatSign(importer, operand, type);
    return emitIntegerSign(importer, operand, type,
                           Importer::isUnsigned(op->getOperand(0)));
  });
}

static LogicalResult convertLogistic(Importer &importer, Operation *op) {
  return convertUnary(importer, op, [&](Value operand, Type type) -> Value {
    if (!isFloat(type))
      return {};
    Value one = importer.splat(type, 1.0);
    Value negated = importer.emit<arith::NegFOp>(operand);
    Value exponential = importer.emit<math::ExpOp>(negated);
    Value sum = importer.emit<arith::AddFOp>(one, exponential);
    return importer.emit<arith::DivFOp>(one, sum);
  });
}

static LogicalResult convertSquare(Importer &importer, Operation *op) {
  return convertUnary(importer, op, [&](Value operand, Type type) -> Value {
    if (isFloat(type))
      return importer.emit<arith::MulFOp>(operand, operand);
    return importer.emit<arith::MulIOp>(operand, operand);
  });
}

//===----------------------------------------------------------------------===//
// Integer division
//===----------------------------------------------------------------------===//

/// The integer that all elements have, if the value is a splat.
static std::optional<APInt> getSplatInteger(Importer &importer, Value value) {
  DenseElementsAttr splat = importer.getSplat(value);
  if (!splat || !isa<IntegerType>(splat.getElementType()))
    return std::nullopt;
  return splat.getSplatValue<APInt>();
}

static Value emitEquals(Importer &importer, Value value, int64_t number) {
  return importer.emit<arith::CmpIOp>(
      arith::CmpIPredicate::eq, value,
      importer.splatInteger(value.getType(), number));
}

/// Divides, or takes the remainder. By zero the quotient is all ones and the
/// remainder the dividend; by -1 the quotient wraps.
template <typename SignedOp, typename UnsignedOp, bool isRemainder>
static Value emitIntegerDivision(Importer &importer, Value lhs, Value rhs,
                                 bool isUnsigned) {
  auto divide = [&](Value divisor) -> Value {
    if (isUnsigned)
      return importer.emit<UnsignedOp>(lhs, divisor);
    return importer.emit<SignedOp>(lhs, divisor);
  };
  std::optional<APInt> number = getSplatInteger(importer, rhs);
  if (number && !number->isZero() && (isUnsigned || !number->isAllOnes()))
    return divide(rhs);
  Type type = lhs.getType();
  Value zero = importer.splatInteger(type, 0);
  Value isZero = emitEquals(importer, rhs, 0);
  Value isSpecial = isZero, isMinusOne;
  if (!isUnsigned) {
    isMinusOne = emitEquals(importer, rhs, -1);
    isSpecial = importer.emit<arith::OrIOp>(isZero, isMinusOne);
  }
  Value result = divide(importer.emit<arith::SelectOp>(
      isSpecial, importer.splatInteger(type, 1), rhs));
  if (isMinusOne && !isRemainder)
    result = importer.emit<arith::SelectOp>(
        isMinusOne, importer.emit<arith::SubIOp>(zero, lhs), result);
  // Divided by one in its place, a remainder by -1 is zero already.
  Value atZero = isRemainder ? lhs : importer.splatInteger(type, -1);
  return importer.emit<arith::SelectOp>(isZero, atZero, result);
}

template <typename FloatOp, typename SignedOp, typename UnsignedOp,
          bool isRemainder>
static LogicalResult convertDivision(Importer &importer, Operation *op) {
  Value lhs = importer.get(op->getOperand(0));
  Value rhs = importer.get(op->getOperand(1));
  Value result;
  if (isFloat(lhs.getType()))
    result = importer.emit<FloatOp>(lhs, rhs);
  else
    result = emitIntegerDivision<SignedOp, UnsignedOp, isRemainder>(
        importer, lhs, rhs, Importer::isUnsigned(op->getOperand(0)));
  importer.set(op->getResult(0), result);
  return success();
}

//===----------------------------------------------------------------------===//
// Shifts
//===----------------------------------------------------------------------===//

/// Shifts by at least the width give zeros, or for arithmetic shifts the sign.
template <typename OpTy>
static LogicalResult convertShift(Importer &importer, Operation *op) {
  Value value = importer.get(op->getOperand(0));
  Value amount = importer.get(op->getOperand(1));
  Type type = value.getType();
  if (isFloat(type) || amount.getType() != type)
    return op->emitOpError("expects integers of one type, found ")
           << op->getOperand(0).getType() << " and "
           << op->getOperand(1).getType();
  unsigned width = getElementTypeOrSelf(type).getIntOrFloatBitWidth();
  std::optional<APInt> number = getSplatInteger(importer, amount);
  bool isInRange = number && number->ult(width);
  Value result;
  if (isInRange) {
    result = importer.emit<OpTy>(value, amount);
  } else if constexpr (std::is_same_v<OpTy, arith::ShRSIOp>) {
    Value limit = importer.splatInteger(type, width - 1);
    result = importer.emit<OpTy>(value,
                                 importer.emit<arith::MinUIOp>(amount, limit));
  } else if (number) {
    result = importer.splatInteger(type, 0);
  } else {
    Value inRange = importer.emit<arith::CmpIOp>(
        arith::CmpIPredicate::ult, amount, importer.splatInteger(type, width));
    result = importer.emit<arith::SelectOp>(inRange,
                                            importer.emit<OpTy>(value, amount),
                                            importer.splatInteger(type, 0));
  }
  importer.set(op->getResult(0), result);
  return success();
}

//===----------------------------------------------------------------------===//
// The table
//===----------------------------------------------------------------------===//

static void addUnary(ConverterTable &table) {
  table["stablehlo.abs"] = {convertAbs};
  table["stablehlo.cbrt"] = {floatOnly<math::CbrtOp>};
  table["stablehlo.ceil"] = {floatOnly<math::CeilOp>};
  table["stablehlo.cosine"] = {floatOnly<math::CosOp>};
  table["stablehlo.count_leading_zeros"] = {
      integerOnly<math::CountLeadingZerosOp>};
  table["stablehlo.exponential"] = {floatOnly<math::ExpOp>};
  table["stablehlo.exponential_minus_one"] = {floatOnly<math::ExpM1Op>};
  table["stablehlo.floor"] = {floatOnly<math::FloorOp>};
  table["stablehlo.is_finite"] = {floatOnly<math::IsFiniteOp>};
  table["stablehlo.log"] = {floatOnly<math::LogOp>};
  table["stablehlo.log_plus_one"] = {floatOnly<math::Log1pOp>};
  table["stablehlo.logistic"] = {convertLogistic};
  table["stablehlo.negate"] = {convertNegate};
  table["stablehlo.not"] = {convertNot};
  table["stablehlo.popcnt"] = {integerOnly<math::CtPopOp>};
  table["stablehlo.round_nearest_afz"] = {floatOnly<math::RoundOp>};
  table["stablehlo.round_nearest_even"] = {floatOnly<math::RoundEvenOp>};
  table["stablehlo.rsqrt"] = {floatOnly<math::RsqrtOp>};
  table["stablehlo.sign"] = {convertSign};
  table["stablehlo.sine"] = {floatOnly<math::SinOp>};
  table["stablehlo.sqrt"] = {floatOnly<math::SqrtOp>};
  table["stablehlo.tan"] = {floatOnly<math::TanOp>};
  table["stablehlo.tanh"] = {floatOnly<math::TanhOp>};
  table["chlo.acos"] = {floatOnly<math::AcosOp>};
  table["chlo.acosh"] = {floatOnly<math::AcoshOp>};
  table["chlo.asin"] = {floatOnly<math::AsinOp>};
  table["chlo.asinh"] = {floatOnly<math::AsinhOp>};
  table["chlo.atan"] = {floatOnly<math::AtanOp>};
  table["chlo.atanh"] = {floatOnly<math::AtanhOp>};
  table["chlo.cosh"] = {floatOnly<math::CoshOp>};
  table["chlo.erf"] = {floatOnly<math::ErfOp>};
  table["chlo.erfc"] = {floatOnly<math::ErfcOp>};
  table["chlo.sinh"] = {floatOnly<math::SinhOp>};
  table["chlo.square"] = {convertSquare};
}

static void addBinary(ConverterTable &table) {
  using namespace arith;
  table["stablehlo.add"] = {pointwise<AddFOp, AddIOp, AddIOp, OrIOp>, 2};
  table["stablehlo.and"] = {integerOnly<AndIOp>, 2};
  table["stablehlo.atan2"] = {floatOnly<math::Atan2Op>, 2};
  table["stablehlo.divide"] = {convertDivision<DivFOp, DivSIOp, DivUIOp, false>,
                               2};
  table["stablehlo.maximum"] = {pointwise<MaximumFOp, MaxSIOp, MaxUIOp, OrIOp>,
                                2};
  table["stablehlo.minimum"] = {pointwise<MinimumFOp, MinSIOp, MinUIOp, AndIOp>,
                                2};
  table["stablehlo.multiply"] = {pointwise<MulFOp, MulIOp, MulIOp, AndIOp>, 2};
  table["stablehlo.or"] = {integerOnly<OrIOp>, 2};
  table["stablehlo.power"] = {
      pointwise<math::PowFOp, math::IPowIOp, None, None>, 2};
  table["stablehlo.remainder"] = {
      convertDivision<RemFOp, RemSIOp, RemUIOp, true>, 2};
  table["stablehlo.shift_left"] = {convertShift<ShLIOp>, 2};
  table["stablehlo.shift_right_arithmetic"] = {convertShift<ShRSIOp>, 2};
  table["stablehlo.shift_right_logical"] = {convertShift<ShRUIOp>, 2};
  table["stablehlo.subtract"] = {pointwise<SubFOp, SubIOp, SubIOp, None>, 2};
  table["stablehlo.xor"] = {integerOnly<XOrIOp>, 2};
}

void shardwise::addElementwiseConverters(ConverterTable &all) {
  ConverterTable table;
  addUnary(table);
  addBinary(table);
  for (auto &entry : table) {
    entry.second.inReducer = true;
    entry.second.sameOperands = entry.second.numOperands == 2;
    all[entry.first()] = entry.second;
  }
}
