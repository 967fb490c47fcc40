//===- LoopsToLLVM.cpp - Kernels as loops to the LLVM dialect -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A kernel becomes a function that takes one pointer to all its buffers. What
// the loops say about independence becomes metadata: a result
// may share its buffer with an argument, so pointers cannot be declared
// distinct, but iterations can.
//
//===----------------------------------------------------------------------===//

#include "LoopsToLLVM.h"
#include "../Common/BuffersToLLVM.h"
#include "mlir/Conversion/FuncToLLVM/ConvertFuncToLLVM.h"
#include "mlir/Conversion/LLVMCommon/TypeConverter.h"
#include "mlir/Conversion/MathToLibm/MathToLibm.h"
#include "mlir/Dialect/Arith/Transforms/Passes.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Transforms/DialectConversion.h"
#include "shardwise/Conversion/KernelsToLoops.h"

using namespace mlir;
using namespace mlir::shardwise;

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
/// Scratch memory.
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
} // namespace

//===----------------------------------------------------------------------===//
// The lowering
//===----------------------------------------------------------------------===//

LogicalResult mlir::shardwise::lowerLoopsToLLVM(ModuleOp module) {
  if (failed(expandFunctions(module, {"rsqrt", "fpowi", "ipowi", "clampf"},
                             arith::populateExpandBFloat16Patterns)))
    return failure();
  annotateLoops(module);
  for (auto function :
       llvm::make_early_inc_range(module.getOps<func::FuncOp>()))
    convertSignature(function);
  if (failed(convertLoopsToBlocks(module)))
    return failure();
  return convertToLLVM(
      module, [](MemRefType) -> unsigned { return 0; },
      [](LLVMTypeConverter &converter, RewritePatternSet &patterns,
         ConversionTarget &target) {
        patterns.add<AllocaPattern>(converter, patterns.getContext());
        populateFuncToLLVMConversionPatterns(converter, patterns);
        populateMathToLibmConversionPatterns(patterns);
        target.addLegalOp<ModuleOp>();
      });
}
