//===- Functions.cpp - Mathematical functions on GPUs ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// GPUs have no mathematical library of ours: the functions of f32 that matter
// for speed have forms of their own, others become the same polynomials as on
// CPUs. Powers and sines go through f64, where products and sums are
// exact enough for a result that is right to the last place or nearly so.
//
//===----------------------------------------------------------------------===//

#include "../Common/BuffersToLLVM.h"
#include "FastFunctions.h"
#include "GPUToLLVM.h"
#include "WideFunctions.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Math/Transforms/Passes.h"

using namespace mlir;
using namespace mlir::shardwise;

namespace {
/// A function of f32 or f64 that is computed in f64.
template <typename OpTy, Value (*emit)(ImplicitLocOpBuilder &, ValueRange)>
struct WidePattern : public OpRewritePattern<OpTy> {
  using OpRewritePattern<OpTy>::OpRewritePattern;
  LogicalResult matchAndRewrite(OpTy op,
                                PatternRewriter &rewriter) const override {
    Type type = op.getType();
    if (!type.isF32() && !type.isF64())
      return failure();
    ImplicitLocOpBuilder builder(op.getLoc(), rewriter);
    SmallVector<Value> operands(op->getOperands());
    if (type.isF32())
      for (Value &operand : operands)
        operand = arith::ExtFOp::create(builder, builder.getF64Type(), operand);
    Value result = emit(builder, operands);
    if (type.isF32())
      result = arith::TruncFOp::create(builder, type, result);
    rewriter.replaceOp(op, result);
    return success();
  }
};

/// Functions of f64 that have polynomials of their own in f32.
template <typename OpTy, Value (*emit)(ImplicitLocOpBuilder &, ValueRange)>
struct DoublePattern : public WidePattern<OpTy, emit> {
  using WidePattern<OpTy, emit>::WidePattern;
  LogicalResult matchAndRewrite(OpTy op,
                                PatternRewriter &rewriter) const override {
    if (!op.getType().isF64())
      return failure();
    return WidePattern<OpTy, emit>::matchAndRewrite(op, rewriter);
  }
};
} // namespace

/// Whether the code generator has instructions for the operation.
static bool isInstruction(Operation *op) {
  return isa<math::AbsFOp, math::AbsIOp, math::CeilOp, math::FloorOp,
             math::RoundEvenOp, math::RoundOp, math::TruncOp, math::SqrtOp,
             math::RsqrtOp, math::FmaOp, math::CopySignOp, math::CtPopOp,
             math::CountLeadingZerosOp, math::CountTrailingZerosOp,
             math::IsNaNOp, math::IsInfOp, math::IsFiniteOp, math::IsNormalOp>(
      op);
}

LogicalResult mlir::shardwise::expandGPUFunctions(Operation *root) {
  auto addOwn = [](RewritePatternSet &patterns) {
    populateFastFunctionPatterns(patterns);
    patterns.add<WidePattern<math::PowFOp, emitWidePower>,
                 WidePattern<math::Exp2Op, emitWideExp2>,
                 WidePattern<math::Log10Op, emitWideLog10>,
                 WidePattern<math::SinOp, emitWideSin>,
                 WidePattern<math::CosOp, emitWideCos>,
                 DoublePattern<math::TanhOp, emitWideTanh>,
                 DoublePattern<math::ExpOp, emitWideExp>,
                 DoublePattern<math::LogOp, emitWideLog>,
                 DoublePattern<math::Log2Op, emitWideLog2>>(
        patterns.getContext());
    populateMathPolynomialApproximationPatterns(patterns, [](StringRef name) {
      return llvm::is_contained(
          {"math.asin", "math.acos", "math.atan", "math.atan2", "math.cbrt"},
          name);
    });
  };
  if (failed(expandFunctions(root,
                             {"fpowi", "ipowi", "clampf", "tan", "sinh", "cosh",
                              "asinh", "acosh", "atanh"},
                             addOwn)))
    return failure();
  bool failedSome = false;
  root->walk([&](Operation *op) {
    if (!isa<math::MathDialect>(op->getDialect()) || isInstruction(op))
      return;
    op->emitOpError("of ") << op->getOperand(0).getType()
                           << " has no form for GPUs";
    failedSome = true;
  });
  return failure(failedSome);
}
