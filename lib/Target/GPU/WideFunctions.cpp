//===- WideFunctions.cpp - Mathematical functions in f64 ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//     exp(x) = 2^n exp(r)          x = n ln 2 + r, |r| <= ln(2) / 2, a series
//     log(x) = e ln 2 + log(m)     x = 2^e m, m between sqrt(1/2) and sqrt(2),
//                                  log(m) = 2 artanh((m - 1) / (m + 1))
//     x^y    = exp(y log|x|)       and the sign, and the cases of IEEE 754
//     sin(x) = +-sin(r), +-cos(r)  x = n pi / 2 + r, |r| <= pi / 4, a series
//     tanh(x)                      a series below 1/4, 1 - 2 / (exp(2x) + 1)
//
//===----------------------------------------------------------------------===//

#include "WideFunctions.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include <cmath>
#include <limits>

using namespace mlir;
using namespace mlir::shardwise;

namespace {
/// Arithmetic on f64 and the integers that hold its bits.
class Wide {
public:
  explicit Wide(ImplicitLocOpBuilder &builder) : b(builder) {}

  Value number(double value) {
    return arith::ConstantOp::create(b, b.getF64FloatAttr(value));
  }
  Value integer(int64_t value) {
    return arith::ConstantOp::create(b, b.getI64IntegerAttr(value));
  }
  Value add(Value x, Value y) { return arith::AddFOp::create(b, x, y); }
  Value sub(Value x, Value y) { return arith::SubFOp::create(b, x, y); }
  Value mul(Value x, Value y) { return arith::MulFOp::create(b, x, y); }
  Value div(Value x, Value y) { return arith::DivFOp::create(b, x, y); }
  Value fma(Value x, Value y, Value z) {
    return math::FmaOp::create(b, x, y, z);
  }
  Value floor(Value x) { return math::FloorOp::create(b, x); }
  Value compare(arith::CmpFPredicate predicate, Value x, Value y) {
    return arith::CmpFOp::create(b, predicate, x, y);
  }
  Value select(Value condition, Value x, Value y) {
    return arith::SelectOp::create(b, condition, x, y);
  }
  Value both(Value x, Value y) { return arith::AndIOp::create(b, x, y); }
  Value bits(Value x) { return arith::BitcastOp::create(b, b.getI64Type(), x); }
  Value fromBits(Value x) {
    return arith::BitcastOp::create(b, b.getF64Type(), x);
  }
  /// 2 to the power of an integer between -1022 and 1023.
  Value powerOfTwo(Value n) {
    Value biased = arith::AddIOp::create(b, n, integer(1023));
    return fromBits(arith::ShLIOp::create(b, biased, integer(52)));
  }
  /// Coefficients from the highest power on.
  Value polynomial(Value x, ArrayRef<double> coefficients) {
    Value result = number(coefficients.front());
    for (double coefficient : coefficients.drop_front())
      result = fma(result, x, number(coefficient));
    return result;
  }

  Value exp(Value x);
  Value log(Value x);
  /// The sine of x and a number of right angles.
  Value sine(Value x, int64_t rightAngles);

  ImplicitLocOpBuilder &b;
};
} // namespace

using Predicate = arith::CmpFPredicate;
static constexpr double kInfinity = std::numeric_limits<double>::infinity();
static constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
/// ln 2 in two parts; multiples of the first are exact.
static constexpr double kLn2High = 0x1.62e42fee00000p-1;
static constexpr double kLn2Low = 0x1.a39ef35793c76p-33;

Value Wide::exp(Value x) {
  Value isNaN = compare(Predicate::UNO, x, x);
  // Beyond these bounds the result is 0 or infinite; a NaN becomes a number, so
  // that its conversion has a value.
  Value bounded =
      select(compare(Predicate::OLT, x, number(-800)), number(-800), x);
  bounded = select(compare(Predicate::OGT, bounded, number(800)), number(800),
                   bounded);
  bounded = select(isNaN, number(0), bounded);
  Value n = floor(fma(bounded, number(1.4426950408889634), number(0.5)));
  Value r = fma(n, number(-kLn2High), bounded);
  r = fma(n, number(-kLn2Low), r);
  SmallVector<double> series(15);
  double factorial = 1;
  for (int i = 0; i < 15; ++i) {
    series[14 - i] = 1 / factorial;
    factorial *= i + 1;
  }
  Value result = polynomial(r, series);
  // In two steps, since the power of two alone may be out of range.
  Value exponent = arith::FPToSIOp::create(b, b.getI64Type(), n);
  Value half = arith::ShRSIOp::create(b, exponent, integer(1));
  Value rest = arith::SubIOp::create(b, exponent, half);
  result = mul(mul(result, powerOfTwo(half)), powerOfTwo(rest));
  return select(isNaN, x, result);
}

Value Wide::log(Value x) {
  // Subnormal numbers are scaled up.
  Value isTiny =
      compare(Predicate::OLT, x, number(std::numeric_limits<double>::min()));
  Value scaled = select(isTiny, mul(x, number(0x1p54)), x);
  Value word = bits(scaled);
  Value e = arith::ShRUIOp::create(b, word, integer(52));
  e = arith::SubIOp::create(b, e,
                            select(isTiny, integer(1023 + 54), integer(1023)));
  Value m = arith::AndIOp::create(b, word, integer((int64_t(1) << 52) - 1));
  m = fromBits(arith::OrIOp::create(b, m, integer(int64_t(1023) << 52)));
  Value isLarge = compare(Predicate::OGT, m, number(1.4142135623730951));
  m = select(isLarge, mul(m, number(0.5)), m);
  e = arith::AddIOp::create(b, e, select(isLarge, integer(1), integer(0)));
  Value exponent = arith::SIToFPOp::create(b, b.getF64Type(), e);
  Value s = div(sub(m, number(1)), add(m, number(1)));
  Value square = mul(s, s);
  SmallVector<double> series;
  for (int i = 12; i >= 1; --i)
    series.push_back(2.0 / (2 * i + 1));
  Value tail = mul(mul(s, square), polynomial(square, series));
  // The parts from the smallest on.
  Value result = add(fma(exponent, number(kLn2Low), tail), mul(s, number(2)));
  result = fma(exponent, number(kLn2High), result);
  result = select(compare(Predicate::OEQ, x, number(kInfinity)), x, result);
  result =
      select(compare(Predicate::OEQ, x, number(0)), number(-kInfinity), result);
  result = select(compare(Predicate::OLT, x, number(0)), number(kNaN), result);
  return select(compare(Predicate::UNO, x, x), x, result);
}

/// Half of pi in three parts.
static constexpr double kHalfPi[] = {
    0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54, -0x1.f1976b7ed8fbcp-110};
/// Up to here the parts are enough; beyond it the result is NaN.
static constexpr double kLargestAngle = 0x1p45;

Value Wide::sine(Value x, int64_t rightAngles) {
  Value size = math::AbsFOp::create(b, x);
  Value isKnown = compare(Predicate::OLE, size, number(kLargestAngle));
  Value bounded = select(isKnown, x, number(0));
  Value n = floor(fma(bounded, number(0.6366197723675814), number(0.5)));
  Value r = bounded;
  for (double part : kHalfPi)
    r = fma(n, number(-part), r);
  // The coefficients of both series, from the highest power of r^2 on.
  SmallVector<double> odd, even;
  double factorial = 1;
  for (int i = 0; i <= 17; ++i) {
    double sign = i & 2 ? -1 : 1;
    SmallVector<double> &series = i & 1 ? odd : even;
    series.insert(series.begin(), sign / factorial);
    factorial *= i + 1;
  }
  Value square = mul(r, r);
  Value sin = mul(r, polynomial(square, odd)), cos = polynomial(square, even);
  Value angles = arith::FPToSIOp::create(b, b.getI64Type(), n);
  angles = arith::AddIOp::create(b, angles, integer(rightAngles));
  auto hasBit = [&](int64_t bit) -> Value {
    Value rest = arith::AndIOp::create(b, angles, integer(bit));
    return arith::CmpIOp::create(b, arith::CmpIPredicate::ne, rest, integer(0));
  };
  Value result = select(hasBit(1), cos, sin);
  result = select(hasBit(2), arith::NegFOp::create(b, result), result);
  return select(isKnown, result, number(kNaN));
}

Value mlir::shardwise::emitWideSin(ImplicitLocOpBuilder &builder,
                                   ValueRange operands) {
  return Wide(builder).sine(operands[0], 0);
}

Value mlir::shardwise::emitWideCos(ImplicitLocOpBuilder &builder,
                                   ValueRange operands) {
  return Wide(builder).sine(operands[0], 1);
}

Value mlir::shardwise::emitWideTanh(ImplicitLocOpBuilder &builder,
                                    ValueRange operands) {
  Wide w(builder);
  Value x = operands[0], size = math::AbsFOp::create(builder, x);
  // The series of tanh by Bernoulli numbers, from x^21 on down.
  Value small =
      w.mul(x, w.polynomial(w.mul(x, x),
                            {9.691537956929451e-05, -0.00023912911424355248,
                             0.000590027440945586, -0.0014558343870513183,
                             0.003592128036572481, -0.008863235529902197,
                             0.021869488536155203, -0.05396825396825397,
                             0.13333333333333333, -0.3333333333333333, 1.0}));
  Value power = w.exp(w.add(size, size));
  Value large =
      w.sub(w.number(1), w.div(w.number(2), w.add(power, w.number(1))));
  large = math::CopySignOp::create(builder, large, x);
  return w.select(w.compare(Predicate::OLT, size, w.number(0.25)), small,
                  large);
}

Value mlir::shardwise::emitWideExp(ImplicitLocOpBuilder &builder,
                                   ValueRange operands) {
  return Wide(builder).exp(operands[0]);
}

Value mlir::shardwise::emitWideExp2(ImplicitLocOpBuilder &builder,
                                    ValueRange operands) {
  Wide wide(builder);
  return wide.exp(wide.mul(operands[0], wide.number(0.6931471805599453)));
}

Value mlir::shardwise::emitWideLog(ImplicitLocOpBuilder &builder,
                                   ValueRange operands) {
  return Wide(builder).log(operands[0]);
}

Value mlir::shardwise::emitWideLog2(ImplicitLocOpBuilder &builder,
                                    ValueRange operands) {
  Wide wide(builder);
  return wide.mul(wide.log(operands[0]), wide.number(1.4426950408889634));
}

Value mlir::shardwise::emitWideLog10(ImplicitLocOpBuilder &builder,
                                     ValueRange operands) {
  Wide wide(builder);
  return wide.mul(wide.log(operands[0]), wide.number(0.4342944819032518));
}

Value mlir::shardwise::emitWidePower(ImplicitLocOpBuilder &builder,
                                     ValueRange operands) {
  Wide w(builder);
  Value x = operands[0], y = operands[1];
  Value size = math::AbsFOp::create(builder, x);
  Value power = w.exp(w.mul(y, w.log(size)));
  Value zero = w.number(0), one = w.number(1);
  Value isWhole = w.compare(Predicate::OEQ, w.floor(y), y);
  Value half = w.mul(y, w.number(0.5));
  Value isOdd = w.both(isWhole, w.compare(Predicate::UNE, w.floor(half), half));
  // A negative base, also -0, passes its sign to odd powers.
  Value isNegative = arith::CmpIOp::create(builder, arith::CmpIPredicate::slt,
                                           w.bits(x), w.integer(0));
  Value result = w.select(w.both(isNegative, isOdd),
                          Value(arith::NegFOp::create(builder, power)), power);
  // Other powers of negative numbers are not real.
  Value isFinite = w.compare(Predicate::OLT, size, w.number(kInfinity));
  Value isBelowZero = w.compare(Predicate::OLT, x, zero);
  Value isBroken = w.compare(Predicate::UNE, w.floor(y), y);
  result = w.select(w.both(w.both(isBelowZero, isFinite), isBroken),
                    w.number(kNaN), result);
  // |x| = 1 and an infinite power; 1 to any power; any base to the power 0.
  Value isInfinite =
      w.compare(Predicate::OEQ, Value(math::AbsFOp::create(builder, y)),
                w.number(kInfinity));
  result = w.select(w.both(isInfinite, w.compare(Predicate::OEQ, size, one)),
                    one, result);
  result = w.select(w.compare(Predicate::OEQ, x, one), one, result);
  return w.select(w.compare(Predicate::OEQ, y, zero), one, result);
}
