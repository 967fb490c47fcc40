//===- BuffersToLLVM.cpp - Buffers as bare pointers -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "BuffersToLLVM.h"
#include "mlir/Conversion/ArithToLLVM/ArithToLLVM.h"
#include "mlir/Conversion/ControlFlowToLLVM/ControlFlowToLLVM.h"
#include "mlir/Conversion/LLVMCommon/ConversionTarget.h"
#include "mlir/Conversion/MathToLLVM/MathToLLVM.h"
#include "mlir/Conversion/SCFToControlFlow/SCFToControlFlow.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Arith/Transforms/Passes.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Math/Transforms/Passes.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/Transforms/DialectConversion.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"

using namespace mlir;
using namespace mlir::shardwise;

Type mlir::shardwise::getStorageType(const TypeConverter &converter,
                                     Type element) {
  return element.isInteger(1) ? IntegerType::get(element.getContext(), 8)
                              : converter.convertType(element);
}

Value mlir::shardwise::getAddress(OpBuilder &builder, Location loc,
                                  Value buffer, MemRefType type,
                                  ValueRange indices, Type storage) {
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

namespace {
/// What stands in memory for an element or for neighbouring ones; i1 are bytes.
Type getStoredType(const TypeConverter &converter, Type type) {
  auto vector = dyn_cast<VectorType>(type);
  Type storage = getStorageType(converter, getElementTypeOrSelf(type));
  return vector ? VectorType::get(vector.getShape(), storage) : storage;
}

/// Neighbouring elements are aligned to all of their bytes, one as its type is.
unsigned getAlignment(Type stored) {
  auto vector = dyn_cast<VectorType>(stored);
  return vector ? vector.getNumElements() * vector.getElementTypeBitWidth() / 8
                : 0;
}

/// Loads of one element and of neighbouring ones.
template <typename LoadOp>
struct LoadPattern : public OpConversionPattern<LoadOp> {
  using OpConversionPattern<LoadOp>::OpConversionPattern;
  LogicalResult
  matchAndRewrite(LoadOp op, typename LoadOp::Adaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    Location loc = op.getLoc();
    Type type = op->getResult(0).getType();
    Type stored = getStoredType(*this->getTypeConverter(), type);
    Value address = getAddress(rewriter, loc, adaptor.getOperands().front(),
                               op.getMemRefType(), adaptor.getIndices(),
                               getElementTypeOrSelf(stored));
    auto load = LLVM::LoadOp::create(rewriter, loc, stored, address,
                                     getAlignment(stored));
    if (Attribute group = op->getAttr(kAccessGroup))
      load.setAccessGroupsAttr(cast<ArrayAttr>(group));
    Value value = load;
    if (getElementTypeOrSelf(type).isInteger(1))
      value = LLVM::TruncOp::create(rewriter, loc, type, value);
    rewriter.replaceOp(op, value);
    return success();
  }
};

/// Stores of one element and of neighbouring ones.
template <typename StoreOp>
struct StorePattern : public OpConversionPattern<StoreOp> {
  using OpConversionPattern<StoreOp>::OpConversionPattern;
  LogicalResult
  matchAndRewrite(StoreOp op, typename StoreOp::Adaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    Location loc = op.getLoc();
    Type type = op->getOperand(0).getType();
    Type stored = getStoredType(*this->getTypeConverter(), type);
    Value address =
        getAddress(rewriter, loc, adaptor.getOperands()[1], op.getMemRefType(),
                   adaptor.getIndices(), getElementTypeOrSelf(stored));
    Value value = adaptor.getOperands().front();
    if (getElementTypeOrSelf(type).isInteger(1))
      value = LLVM::ZExtOp::create(rewriter, loc, stored, value);
    auto store = LLVM::StoreOp::create(rewriter, loc, value, address,
                                       getAlignment(stored));
    if (Attribute group = op->getAttr(kAccessGroup))
      store.setAccessGroupsAttr(cast<ArrayAttr>(group));
    rewriter.eraseOp(op);
    return success();
  }
};

/// One element of neighbouring ones, by a constant position.
struct ExtractPattern : public OpConversionPattern<vector::ExtractOp> {
  using OpConversionPattern::OpConversionPattern;
  LogicalResult
  matchAndRewrite(vector::ExtractOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    if (op.getStaticPosition().size() != 1 || op.hasDynamicPosition())
      return rewriter.notifyMatchFailure(op, "expected one constant position");
    Value position =
        LLVM::ConstantOp::create(rewriter, op.getLoc(), rewriter.getI64Type(),
                                 op.getStaticPosition().front());
    rewriter.replaceOpWithNewOp<LLVM::ExtractElementOp>(op, adaptor.getSource(),
                                                        position);
    return success();
  }
};

struct FromElementsPattern
    : public OpConversionPattern<vector::FromElementsOp> {
  using OpConversionPattern::OpConversionPattern;
  LogicalResult
  matchAndRewrite(vector::FromElementsOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    Location loc = op.getLoc();
    Value result = LLVM::PoisonOp::create(
        rewriter, loc, getTypeConverter()->convertType(op.getType()));
    for (auto [i, element] : llvm::enumerate(adaptor.getElements())) {
      Value position =
          LLVM::ConstantOp::create(rewriter, loc, rewriter.getI64Type(), i);
      result = LLVM::InsertElementOp::create(rewriter, loc, result, element,
                                             position);
    }
    rewriter.replaceOp(op, result);
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

/// A table of constants, flat, with i1 as bytes; or memory that threads share.
struct GlobalPattern : public OpConversionPattern<memref::GlobalOp> {
  using OpConversionPattern::OpConversionPattern;
  LogicalResult
  matchAndRewrite(memref::GlobalOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    MemRefType type = op.getType();
    Type element = type.getElementType();
    Type storage = getStorageType(*getTypeConverter(), element);
    int64_t count = type.getNumElements();
    auto array = LLVM::LLVMArrayType::get(storage, count);
    unsigned space =
        cast<LLVM::LLVMPointerType>(getTypeConverter()->convertType(type))
            .getAddressSpace();
    if (op.isUninitialized()) {
      LLVM::GlobalOp::create(rewriter, op.getLoc(), array, /*isConstant=*/false,
                             LLVM::Linkage::Internal, op.getSymName(),
                             Attribute(), 16, space);
      rewriter.eraseOp(op);
      return success();
    }
    auto value = cast<DenseElementsAttr>(*op.getInitialValue());
    value = value.reshape(RankedTensorType::get({count}, element));
    if (storage != element)
      value = cast<DenseIntElementsAttr>(value).mapValues(
          storage, [&](const APInt &v) {
            return v.zext(storage.getIntOrFloatBitWidth());
          });
    LLVM::GlobalOp::create(rewriter, op.getLoc(), array, /*isConstant=*/true,
                           LLVM::Linkage::Private, op.getSymName(), value, 64,
                           space);
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

LogicalResult mlir::shardwise::expandFunctions(
    Operation *root, ArrayRef<StringRef> names,
    function_ref<void(RewritePatternSet &)> addOwn) {
  RewritePatternSet patterns(root->getContext());
  patterns.add<PowerPattern>(root->getContext(), /*benefit=*/2);
  addOwn(patterns);
  populateMathPolynomialApproximationPatterns(patterns, [](StringRef name) {
    return llvm::is_contained({"math.exp", "math.log", "math.log2", "math.tanh",
                               "math.erf", "math.erfc", "math.log1p",
                               "math.expm1"},
                              name);
  });
  math::populateExpansionPatterns(patterns, names);
  arith::populateCeilFloorDivExpandOpsPatterns(patterns);
  GreedyRewriteConfig config;
  config.setRegionSimplificationLevel(GreedySimplifyRegionLevel::Disabled);
  return applyPatternsGreedily(root, std::move(patterns), config);
}

LogicalResult mlir::shardwise::convertToLLVM(
    Operation *root, unsigned (*getSpace)(MemRefType),
    function_ref<void(LLVMTypeConverter &, RewritePatternSet &,
                      ConversionTarget &)>
        addOwn) {
  MLIRContext *context = root->getContext();
  LowerToLLVMOptions options(context);
  LLVMTypeConverter converter(context, options);
  converter.addConversion([getSpace](MemRefType type) {
    return LLVM::LLVMPointerType::get(type.getContext(), getSpace(type));
  });
  RewritePatternSet patterns(context);
  patterns.add<LoadPattern<memref::LoadOp>, StorePattern<memref::StoreOp>,
               LoadPattern<vector::LoadOp>, StorePattern<vector::StoreOp>,
               ExtractPattern, FromElementsPattern, CollapsePattern,
               GlobalPattern, GetGlobalPattern>(converter, context);
  arith::populateArithToLLVMConversionPatterns(converter, patterns);
  cf::populateControlFlowToLLVMConversionPatterns(converter, patterns);
  populateMathToLLVMConversionPatterns(converter, patterns,
                                       /*approximateLog1p=*/false,
                                       /*benefit=*/2);
  LLVMConversionTarget target(*context);
  target.addLegalOp<UnrealizedConversionCastOp>();
  addOwn(converter, patterns, target);
  if (failed(applyFullConversion(root, target, std::move(patterns))))
    return failure();
  SmallVector<UnrealizedConversionCastOp> casts;
  root->walk([&](UnrealizedConversionCastOp op) { casts.push_back(op); });
  reconcileUnrealizedCasts(casts);
  return success();
}

LogicalResult mlir::shardwise::convertLoopsToBlocks(Operation *root) {
  MLIRContext *context = root->getContext();
  RewritePatternSet patterns(context);
  populateSCFToControlFlowConversionPatterns(patterns);
  ConversionTarget target(*context);
  target.addIllegalDialect<scf::SCFDialect>();
  target.markUnknownOpDynamicallyLegal([](Operation *) { return true; });
  return applyPartialConversion(root, target, std::move(patterns));
}
