//===- LoopsToLLVM.cpp - Kernels as loops to the LLVM dialect -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Buffers become bare pointers: shapes are static and row-major, so an access
// is a pointer, a position and nothing else, and LLVM has no descriptors to
// take apart. What the loops say about independence becomes metadata: a result
// may share its buffer with an argument, so pointers cannot be declared
// distinct, but iterations can.
//
//===----------------------------------------------------------------------===//

#include "LoopsToLLVM.h"
#include "mlir/Conversion/ArithToLLVM/ArithToLLVM.h"
#include "mlir/Conversion/ControlFlowToLLVM/ControlFlowToLLVM.h"
#include "mlir/Conversion/FuncToLLVM/ConvertFuncToLLVM.h"
#include "mlir/Conversion/LLVMCommon/ConversionTarget.h"
#include "mlir/Conversion/LLVMCommon/TypeConverter.h"
#include "mlir/Conversion/MathToLLVM/MathToLLVM.h"
#include "mlir/Conversion/MathToLibm/MathToLibm.h"
#include "mlir/Conversion/SCFToControlFlow/SCFToControlFlow.h"
#include "mlir/Dialect/Arith/Transforms/Passes.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Math/Transforms/Passes.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Transforms/DialectConversion.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"
#include "shardwise/Conversion/KernelsToLoops.h"

using namespace mlir;
using namespace mlir::shardwise;

static constexpr llvm::StringLiteral kAccessGroup = "plan.access_group";

//===----------------------------------------------------------------------===//
// Before the conversion
//===----------------------------------------------------------------------===//

/// Makes `llvm.func @kernel(ptr, i64)` of a kernel; the body stays, with the
/// buffers loaded from the pointer.
static void convertSignature(func::FuncOp function) {
  OpBuilder builder(function);
  Location loc = function.getLoc();
  auto pointer = LLVM::LLVMPointerType::get(function.getContext());
  auto type = LLVM::LLVMFunctionType::get(
      LLVM::LLVMVoidType::get(function.getContext()),
      {pointer, builder.getI64Type()});
  auto converted =
      LLVM::LLVMFuncOp::create(builder, loc, function.getName(), type);
  converted.getBody().takeBody(function.getBody());
  Block *entry = &converted.getBody().front();
  unsigned count = entry->getNumArguments();
  Value buffers = entry->addArgument(pointer, loc);
  Value device = entry->addArgument(builder.getI64Type(), loc);
  builder.setInsertionPointToStart(entry);
  for (unsigned i = 0; i < count; ++i) {
    BlockArgument argument = entry->getArgument(i);
    Value value;
    if (argument.getType().isIndex()) {
      value =
          arith::IndexCastOp::create(builder, loc, argument.getType(), device);
    } else {
      Value address =
          LLVM::GEPOp::create(builder, loc, pointer, pointer, buffers,
                              ArrayRef<LLVM::GEPArg>{int32_t(i)});
      Value buffer = LLVM::LoadOp::create(builder, loc, pointer, address);
      value = UnrealizedConversionCastOp::create(builder, loc,
                                                 argument.getType(), buffer)
                  .getResult(0);
    }
    argument.replaceAllUsesWith(value);
  }
  entry->eraseArguments(0, count);
  auto terminator = cast<func::ReturnOp>(entry->getTerminator());
  builder.setInsertionPoint(terminator);
  LLVM::ReturnOp::create(builder, loc, ValueRange());
  terminator.erase();
  function.erase();
}

/// Marks the innermost independent loops, and the accesses in them, so that the
/// vectorizer need not compare pointers.
static void annotateLoops(ModuleOp module) {
  MLIRContext *context = module.getContext();
  module.walk([&](scf::ForOp loop) {
    bool innermost =
        !loop.getBody()
             ->walk([](scf::ForOp) { return WalkResult::interrupt(); })
             .wasInterrupted();
    if (!innermost || !loop->hasAttr(kIndependentAttr))
      return;
    auto group = LLVM::AccessGroupAttr::get(
        context, DistinctAttr::create(UnitAttr::get(context)));
    loop->setAttr("loop_annotation", LLVM::LoopAnnotationAttr::get(
                                         context, {}, {}, {}, {}, {}, {}, {},
                                         {}, {}, {}, {}, {}, {}, {}, group));
    loop.getBody()->walk([&](Operation *op) {
      if (isa<memref::LoadOp, memref::StoreOp>(op))
        op->setAttr(kAccessGroup, ArrayAttr::get(context, {group}));
    });
  });
}

//===----------------------------------------------------------------------===//
// Buffers
//===----------------------------------------------------------------------===//

namespace {
/// i1 is stored as a byte.
Type getStorageType(const TypeConverter &converter, Type element) {
  return element.isInteger(1) ? IntegerType::get(element.getContext(), 8)
                              : converter.convertType(element);
}

/// The address of an element.
Value getAddress(OpBuilder &builder, Location loc, Value buffer,
                 MemRefType type, ValueRange indices, Type storage) {
  if (indices.empty())
    return buffer;
  auto overflow =
      LLVM::IntegerOverflowFlags::nsw | LLVM::IntegerOverflowFlags::nuw;
  Value position = indices.front();
  Type i64 = builder.getI64Type();
  for (auto [size, index] :
       llvm::zip(type.getShape().drop_front(), indices.drop_front())) {
    Value factor = LLVM::ConstantOp::create(builder, loc, i64, size);
    position = LLVM::MulOp::create(builder, loc, position, factor, overflow);
    position = LLVM::AddOp::create(builder, loc, position, index, overflow);
  }
  return LLVM::GEPOp::create(
      builder, loc, buffer.getType(), storage, buffer, position,
      LLVM::GEPNoWrapFlags::inboundsFlag | LLVM::GEPNoWrapFlags::nusw);
}

struct LoadPattern : public OpConversionPattern<memref::LoadOp> {
  using OpConversionPattern::OpConversionPattern;
  LogicalResult
  matchAndRewrite(memref::LoadOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    Location loc = op.getLoc();
    Type element = op.getMemRefType().getElementType();
    Type storage = getStorageType(*getTypeConverter(), element);
    Value address =
        getAddress(rewriter, loc, adaptor.getMemref(), op.getMemRefType(),
                   adaptor.getIndices(), storage);
    auto load = LLVM::LoadOp::create(rewriter, loc, storage, address);
    if (Attribute group = op->getAttr(kAccessGroup))
      load.setAccessGroupsAttr(cast<ArrayAttr>(group));
    Value value = load;
    if (element.isInteger(1))
      value = LLVM::TruncOp::create(rewriter, loc, element, value);
    rewriter.replaceOp(op, value);
    return success();
  }
};

struct StorePattern : public OpConversionPattern<memref::StoreOp> {
  using OpConversionPattern::OpConversionPattern;
  LogicalResult
  matchAndRewrite(memref::StoreOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    Location loc = op.getLoc();
    Type element = op.getMemRefType().getElementType();
    Type storage = getStorageType(*getTypeConverter(), element);
    Value address =
        getAddress(rewriter, loc, adaptor.getMemref(), op.getMemRefType(),
                   adaptor.getIndices(), storage);
    Value value = adaptor.getValue();
    if (element.isInteger(1))
      value = LLVM::ZExtOp::create(rewriter, loc, storage, value);
    auto store = LLVM::StoreOp::create(rewriter, loc, value, address);
    if (Attribute group = op->getAttr(kAccessGroup))
      store.setAccessGroupsAttr(cast<ArrayAttr>(group));
    rewriter.eraseOp(op);
    return success();
  }
};

struct AllocaPattern : public OpConversionPattern<memref::AllocaOp> {
  using OpConversionPattern::OpConversionPattern;
  LogicalResult
  matchAndRewrite(memref::AllocaOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    MemRefType type = op.getType();
    Type storage = getStorageType(*getTypeConverter(), type.getElementType());
    Value count = LLVM::ConstantOp::create(
        rewriter, op.getLoc(), rewriter.getI64Type(), type.getNumElements());
    rewriter.replaceOpWithNewOp<LLVM::AllocaOp>(
        op, getTypeConverter()->convertType(type), storage, count, 64);
    return success();
  }
};

/// Another shape of the same contiguous buffer.
struct CollapsePattern : public OpConversionPattern<memref::CollapseShapeOp> {
  using OpConversionPattern::OpConversionPattern;
  LogicalResult
  matchAndRewrite(memref::CollapseShapeOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    rewriter.replaceOp(op, adaptor.getSrc());
    return success();
  }
};

/// A table of constants, flat, with i1 as bytes.
struct GlobalPattern : public OpConversionPattern<memref::GlobalOp> {
  using OpConversionPattern::OpConversionPattern;
  LogicalResult
  matchAndRewrite(memref::GlobalOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    MemRefType type = op.getType();
    Type element = type.getElementType();
    Type storage = getStorageType(*getTypeConverter(), element);
    auto value = cast<DenseElementsAttr>(*op.getInitialValue());
    int64_t count = type.getNumElements();
    value = value.reshape(RankedTensorType::get({count}, element));
    if (storage != element)
      value = cast<DenseIntElementsAttr>(value).mapValues(
          storage, [&](const APInt &v) {
            return v.zext(storage.getIntOrFloatBitWidth());
          });
    LLVM::GlobalOp::create(rewriter, op.getLoc(),
                           LLVM::LLVMArrayType::get(storage, count),
                           /*isConstant=*/true, LLVM::Linkage::Private,
                           op.getSymName(), value, 64);
    rewriter.eraseOp(op);
    return success();
  }
};

struct GetGlobalPattern : public OpConversionPattern<memref::GetGlobalOp> {
  using OpConversionPattern::OpConversionPattern;
  LogicalResult
  matchAndRewrite(memref::GetGlobalOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    rewriter.replaceOpWithNewOp<LLVM::AddressOfOp>(
        op, getTypeConverter()->convertType(op.getType()), op.getName());
    return success();
  }
};

/// Small whole powers are products.
struct PowerPattern : public OpRewritePattern<math::PowFOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(math::PowFOp op,
                                PatternRewriter &rewriter) const override {
    FloatAttr exponent;
    if (!matchPattern(op.getRhs(), m_Constant(&exponent)))
      return failure();
    double power = exponent.getValueAsDouble();
    if (power != 1 && power != 2 && power != 3)
      return failure();
    Value result = op.getLhs();
    for (int i = 1; i < power; ++i)
      result =
          arith::MulFOp::create(rewriter, op.getLoc(), result, op.getLhs());
    rewriter.replaceOp(op, result);
    return success();
  }
};
} // namespace

//===----------------------------------------------------------------------===//
// The lowering
//===----------------------------------------------------------------------===//

/// Writes functions as arithmetic that vectorizes.
static LogicalResult expandFunctions(ModuleOp module) {
  MLIRContext *context = module.getContext();
  RewritePatternSet patterns(context);
  patterns.add<PowerPattern>(context);
  populateMathPolynomialApproximationPatterns(patterns, [](StringRef name) {
    return llvm::is_contained({"math.exp", "math.log", "math.log2", "math.tanh",
                               "math.erf", "math.erfc", "math.log1p",
                               "math.expm1"},
                              name);
  });
  math::populateExpansionPatterns(
      patterns, {"math.rsqrt", "math.fpowi", "math.ipowi", "math.clampf"});
  arith::populateExpandBFloat16Patterns(patterns);
  arith::populateCeilFloorDivExpandOpsPatterns(patterns);
  GreedyRewriteConfig config;
  config.setRegionSimplificationLevel(GreedySimplifyRegionLevel::Disabled);
  return applyPatternsGreedily(module, std::move(patterns), config);
}

static LogicalResult convertLoops(ModuleOp module) {
  MLIRContext *context = module.getContext();
  RewritePatternSet patterns(context);
  populateSCFToControlFlowConversionPatterns(patterns);
  ConversionTarget target(*context);
  target.addIllegalDialect<scf::SCFDialect>();
  target.markUnknownOpDynamicallyLegal([](Operation *) { return true; });
  return applyPartialConversion(module, target, std::move(patterns));
}

LogicalResult mlir::shardwise::lowerLoopsToLLVM(ModuleOp module) {
  if (failed(expandFunctions(module)))
    return failure();
  annotateLoops(module);
  for (auto function :
       llvm::make_early_inc_range(module.getOps<func::FuncOp>()))
    convertSignature(function);
  if (failed(convertLoops(module)))
    return failure();

  MLIRContext *context = module.getContext();
  LowerToLLVMOptions options(context);
  LLVMTypeConverter converter(context, options);
  converter.addConversion([](MemRefType type) {
    return LLVM::LLVMPointerType::get(type.getContext());
  });
  RewritePatternSet patterns(context);
  patterns.add<LoadPattern, StorePattern, AllocaPattern, CollapsePattern,
               GlobalPattern, GetGlobalPattern>(converter, context);
  arith::populateArithToLLVMConversionPatterns(converter, patterns);
  cf::populateControlFlowToLLVMConversionPatterns(converter, patterns);
  populateFuncToLLVMConversionPatterns(converter, patterns);
  populateMathToLLVMConversionPatterns(converter, patterns,
                                       /*approximateLog1p=*/false,
                                       /*benefit=*/2);
  populateMathToLibmConversionPatterns(patterns);
  LLVMConversionTarget target(*context);
  target.addLegalOp<ModuleOp>();
  target.addLegalOp<UnrealizedConversionCastOp>();
  if (failed(applyFullConversion(module, target, std::move(patterns))))
    return failure();
  SmallVector<UnrealizedConversionCastOp> casts;
  module.walk([&](UnrealizedConversionCastOp op) { casts.push_back(op); });
  reconcileUnrealizedCasts(casts);
  return success();
}
