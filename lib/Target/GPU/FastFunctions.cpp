//===- FastFunctions.cpp - Mathematical functions in f32 ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//     exp(x)   2^y (1 + d ln 2)       y = x / ln 2 rounded, d what that lost
//     tanh(x)  x + x^3 P(x^2)         below 0.55, where the other form cancels
//              1 - 2 / (2^y + 1)      y = 2 x / ln 2
//     erf(x)   x P(x^2)               below 0.8
//              1 - 2^Q(x)             Q approximates log2 of erfc
//
// P and Q have the least error for their degree in these intervals.
//
//===----------------------------------------------------------------------===//

#include "FastFunctions.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"

using namespace mlir;
using namespace mlir::shardwise;

namespace {
/// Arithmetic on f32.
class Fast {
public:
  explicit Fast(ImplicitLocOpBuilder &builder) : b(builder) {}

  Value number(double value) {
    return arith::ConstantOp::create(b, b.getF32FloatAttr(float(value)));
  }
  Value add(Value x, Value y) { return arith::AddFOp::create(b, x, y); }
  Value sub(Value x, Value y) { return arith::SubFOp::create(b, x, y); }
  Value mul(Value x, Value y) { return arith::MulFOp::create(b, x, y); }
  Value fma(Value x, Value y, Value z) {
    return math::FmaOp::create(b, x, y, z);
  }
  Value abs(Value x) { return math::AbsFOp::create(b, x); }
  /// The one of two values for arguments below a bound, and with the sign of
  /// `x` the other one.
  Value below(Value size, double bound, Value x, Value small, Value large) {
    Value isSmall = arith::CmpFOp::create(b, arith::CmpFPredicate::OLT, size,
                                          number(bound));
    large = math::CopySignOp::create(b, large, x);
    return arith::SelectOp::create(b, isSmall, small, large);
  }
  /// Coefficients from the highest power on.
  Value polynomial(Value x, ArrayRef<double> coefficients) {
    Value result = number(coefficients.front());
    for (double coefficient : coefficients.drop_front())
      result = fma(result, x, number(coefficient));
    return result;
  }
  /// An instruction of the processor on one number.
  Value instruction(StringRef name, Value x) {
    std::string text = (name + " $0, $1;").str();
    return LLVM::InlineAsmOp::create(
               b, b.getF32Type(), x, text, "=f,f", /*has_side_effects=*/false,
               /*is_align_stack=*/false, LLVM::TailCallKind::None,
               LLVM::AsmDialectAttr(), ArrayAttr())
        .getRes();
  }
  Value exp2(Value x) { return instruction("ex2.approx.ftz.f32", x); }
  Value reciprocal(Value x) { return instruction("rcp.approx.ftz.f32", x); }

  ImplicitLocOpBuilder &b;
};
} // namespace

static constexpr double kLog2E = 0x1.715476p+0, kLog2ERest = 0x1.4ae0bf85p-26;
static constexpr double kLn2 = 0.6931471805599453;

static Value emitExp(Fast &f, Value x) {
  // Beyond these bounds the result is 0 or infinite; NaN stays.
  x = arith::MaximumFOp::create(
      f.b, arith::MinimumFOp::create(f.b, x, f.number(128)), f.number(-128));
  Value y = f.mul(x, f.number(kLog2E));
  Value lost = f.fma(x, f.number(kLog2E), Value(arith::NegFOp::create(f.b, y)));
  lost = f.fma(x, f.number(kLog2ERest), lost);
  return f.mul(f.exp2(y), f.fma(lost, f.number(kLn2), f.number(1)));
}

static Value emitTanh(Fast &f, Value x) {
  Value size = f.abs(x), square = f.mul(x, x);
  Value small =
      f.polynomial(square, {0.016458744951777356, -0.05268413516381504,
                            0.133209417375002, -0.33332957487727743});
  small = f.fma(f.mul(small, square), x, x);
  Value power = f.exp2(f.mul(size, f.number(2 / kLn2)));
  Value inverse = f.reciprocal(f.add(power, f.number(1)));
  Value large = f.fma(inverse, f.number(-2), f.number(1));
  return f.below(size, 0.55, x, small, large);
}

static Value emitErf(Fast &f, Value x) {
  // From 4 on, the result is 1; NaN stays.
  Value size = arith::MinimumFOp::create(f.b, f.abs(x), f.number(4));
  Value square = f.mul(size, size);
  Value small = f.mul(
      x, f.polynomial(square, {-0.0006549593056485842, 0.0050874392338581265,
                               -0.026822108145776787, 0.11283142822819713,
                               -0.3761260381940659, 1.1283791640178993}));
  Value power = f.exp2(f.polynomial(
      size, {0.0002992938187389551, -0.004549705267396398, 0.03268597446847961,
             -0.15119258328508337, -0.9178742552563757, -1.6276902579663757,
             -9.518508401367295e-05}));
  return f.below(size, 0.8, x, small, f.sub(f.number(1), power));
}

namespace {
template <typename OpTy, Value (*emit)(Fast &, Value)>
struct FastPattern : public OpRewritePattern<OpTy> {
  using OpRewritePattern<OpTy>::OpRewritePattern;
  LogicalResult matchAndRewrite(OpTy op,
                                PatternRewriter &rewriter) const override {
    if (!op.getType().isF32())
      return failure();
    ImplicitLocOpBuilder builder(op.getLoc(), rewriter);
    Fast fast(builder);
    rewriter.replaceOp(op, emit(fast, op.getOperand()));
    return success();
  }
};

/// What comes from and goes to bf16 needs no more than the processor's own
/// approximation.
struct NarrowTanhPattern : public OpRewritePattern<math::TanhOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(math::TanhOp op,
                                PatternRewriter &rewriter) const override {
    auto source = op.getOperand().getDefiningOp<arith::ExtFOp>();
    if (!op.getType().isF32() || !source || !source.getIn().getType().isBF16())
      return failure();
    for (Operation *user : op->getUsers())
      if (!isa<arith::TruncFOp>(user) || !user->getResult(0).getType().isBF16())
        return failure();
    // An intrinsic, unlike an instruction, is known to have no order, so that
    // what is around it is done for pairs of elements.
    rewriter.replaceOpWithNewOp<LLVM::TanhOp>(op, op.getType(), op.getOperand(),
                                              LLVM::FastmathFlags::afn);
    return success();
  }
};
} // namespace

void mlir::shardwise::populateFastFunctionPatterns(
    RewritePatternSet &patterns) {
  MLIRContext *context = patterns.getContext();
  patterns.add<NarrowTanhPattern>(context, /*benefit=*/20);
  patterns.add<FastPattern<math::ExpOp, emitExp>,
               FastPattern<math::TanhOp, emitTanh>,
               FastPattern<math::ErfOp, emitErf>>(context, /*benefit=*/10);
}
