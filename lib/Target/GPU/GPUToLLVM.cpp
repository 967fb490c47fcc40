//===- GPUToLLVM.cpp - GPU functions to the LLVM dialect ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Buffers of kernels become pointers to global memory, those of a block
// pointers to shared memory. What a kernel only reads is declared so, which
// lets the code generator move loads and use the read-only cache.
//
//===----------------------------------------------------------------------===//

#include "GPUToLLVM.h"
#include "../Common/BuffersToLLVM.h"
#include "mlir/Conversion/NVGPUToNVVM/NVGPUToNVVM.h"
#include "mlir/Dialect/LLVMIR/NVVMDialect.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/NVGPU/IR/NVGPUDialect.h"
#include "mlir/Transforms/DialectConversion.h"
#include "shardwise/Conversion/KernelsToGPU.h"
#include "shardwise/Conversion/KernelsToLoops.h"

using namespace mlir;
using namespace mlir::shardwise;

/// What every buffer is aligned to, for accesses of 128 bits.
static constexpr int64_t kAlignment = 16;
/// The shared memory that a launch asks for; one name for all kernels.
static constexpr llvm::StringLiteral kDynamicShared = "dynamic_shared";
/// On the position of a thread or block: how many there are.
static constexpr llvm::StringLiteral kPositionBound = "plan.bound";
static constexpr unsigned kGlobalSpace = 1, kSharedSpace = 3;

//===----------------------------------------------------------------------===//
// Signatures
//===----------------------------------------------------------------------===//

/// The buffers, by position, that may be another one's too.
static llvm::SmallDenseSet<int64_t> findSharedBuffers(gpu::GPUFuncOp function) {
  llvm::SmallDenseSet<int64_t> shared;
  auto pairs = function->getAttrOfType<ArrayAttr>(kInPlaceAttr);
  if (!pairs)
    return shared;
  auto numArguments = function->getAttrOfType<IntegerAttr>(kNumArgumentsAttr);
  for (auto pair : pairs.getAsRange<DenseI64ArrayAttr>()) {
    shared.insert(numArguments.getInt() + pair[0]);
    shared.insert(pair[1]);
  }
  return shared;
}

/// Notes how many threads or blocks there are where positions are asked for.
static void annotatePositions(gpu::GPUFuncOp function) {
  function.walk([&](Operation *op) {
    if (isa<gpu::ThreadIdOp>(op))
      op->setAttr(kPositionBound,
                  IntegerAttr::get(IntegerType::get(op->getContext(), 64),
                                   (*function.getKnownBlockSize())[0]));
    if (isa<gpu::BlockIdOp>(op))
      op->setAttr(kPositionBound,
                  IntegerAttr::get(IntegerType::get(op->getContext(), 64),
                                   (*function.getKnownGridSize())[0]));
  });
}

/// Waits for the kernel before to end before anything in memory is touched. The
/// launch of this one is under way by then; it begins when all blocks of the
/// other have ended, so that multiprocessors get equal shares of its blocks.
static void waitForOthers(gpu::GPUFuncOp function) {
  OpBuilder builder = OpBuilder::atBlockBegin(&function.getBody().front());
  NVVM::GriddepcontrolOp::create(builder, function.getLoc(),
                                 NVVM::GridDepActionKind::wait);
}

/// Makes a kernel that takes pointers of a function that takes buffers.
static void convertSignature(gpu::GPUFuncOp function) {
  annotatePositions(function);
  OpBuilder builder(function);
  Location loc = function.getLoc();
  MLIRContext *context = function.getContext();
  auto pointer = LLVM::LLVMPointerType::get(context, kGlobalSpace);
  SmallVector<Type> types(function.getNumArguments() - 1, pointer);
  types.push_back(builder.getI64Type());
  auto converted = LLVM::LLVMFuncOp::create(
      builder, loc, function.getName(),
      LLVM::LLVMFunctionType::get(LLVM::LLVMVoidType::get(context), types));
  converted->setAttr(NVVM::NVVMDialect::getKernelFuncAttrName(),
                     builder.getUnitAttr());
  converted->setAttr(NVVM::NVVMDialect::getReqntidAttrName(),
                     function.getKnownBlockSizeAttr());
  if (Attribute count = function->getAttr(kLeastBlocksAttr))
    converted->setAttr(NVVM::NVVMDialect::getMinctasmAttrName(), count);
  llvm::SmallDenseSet<int64_t> shared = findSharedBuffers(function);
  int64_t numArguments =
      function->getAttrOfType<IntegerAttr>(kNumArgumentsAttr).getInt();
  for (int64_t i = 0, e = types.size() - 1; i < e; ++i) {
    converted.setArgAttr(i, LLVM::LLVMDialect::getAlignAttrName(),
                         builder.getI64IntegerAttr(kAlignment));
    if (shared.contains(i))
      continue;
    converted.setArgAttr(i, LLVM::LLVMDialect::getNoAliasAttrName(),
                         builder.getUnitAttr());
    if (i < numArguments)
      converted.setArgAttr(i, LLVM::LLVMDialect::getReadonlyAttrName(),
                           builder.getUnitAttr());
  }
  converted.getBody().takeBody(function.getBody());
  Block *entry = &converted.getBody().front();
  builder.setInsertionPointToStart(entry);
  for (auto [argument, type] : llvm::zip(entry->getArguments(), types)) {
    Type old = argument.getType();
    argument.setType(type);
    auto cast = UnrealizedConversionCastOp::create(builder, loc, old, argument);
    argument.replaceAllUsesExcept(cast.getResult(0), cast);
  }
  auto terminator = cast<gpu::ReturnOp>(entry->getTerminator());
  builder.setInsertionPoint(terminator);
  LLVM::ReturnOp::create(builder, loc, ValueRange());
  terminator.erase();
  function.erase();
}

//===----------------------------------------------------------------------===//
// Operations of the GPU dialect
//===----------------------------------------------------------------------===//

namespace {
/// The position of a thread or block, which is less than the size of the
/// launch.
template <typename SourceOp, typename TargetOp>
struct PositionPattern : public OpConversionPattern<SourceOp> {
  PositionPattern(const LLVMTypeConverter &converter, MLIRContext *context)
      : OpConversionPattern<SourceOp>(converter, context) {}
  LogicalResult
  matchAndRewrite(SourceOp op, typename SourceOp::Adaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    // Where positions end is known, so that index arithmetic can be narrow.
    auto size = op->template getAttrOfType<IntegerAttr>(kPositionBound);
    auto range = size ? LLVM::ConstantRangeAttr::get(op.getContext(), 32, 0,
                                                     size.getInt())
                      : LLVM::ConstantRangeAttr();
    Value position =
        TargetOp::create(rewriter, op.getLoc(), rewriter.getI32Type(), range);
    rewriter.replaceOpWithNewOp<LLVM::ZExtOp>(op, rewriter.getI64Type(),
                                              position, /*nonNeg=*/true);
    return success();
  }
};

struct BarrierPattern : public OpConversionPattern<gpu::BarrierOp> {
  using OpConversionPattern::OpConversionPattern;
  LogicalResult
  matchAndRewrite(gpu::BarrierOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    rewriter.replaceOpWithNewOp<NVVM::Barrier0Op>(op);
    return success();
  }
};

struct ShufflePattern : public OpConversionPattern<gpu::ShuffleOp> {
  using OpConversionPattern::OpConversionPattern;
  LogicalResult
  matchAndRewrite(gpu::ShuffleOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    Location loc = op.getLoc();
    auto number = [&](int32_t value) -> Value {
      return LLVM::ConstantOp::create(rewriter, loc, rewriter.getI32Type(),
                                      value);
    };
    if (!op.getValue().getType().isInteger(32))
      return rewriter.notifyMatchFailure(op, "expected a word");
    NVVM::ShflKind kind =
        op.getMode() == gpu::ShuffleMode::DOWN  ? NVVM::ShflKind::down
        : op.getMode() == gpu::ShuffleMode::XOR ? NVVM::ShflKind::bfly
                                                : NVVM::ShflKind::idx;
    Value result = NVVM::ShflOp::create(
        rewriter, loc, op.getValue().getType(), number(-1), adaptor.getValue(),
        adaptor.getOffset(), number(31), kind, UnitAttr());
    Value valid = LLVM::ConstantOp::create(rewriter, loc, rewriter.getI1Type(),
                                           rewriter.getBoolAttr(true));
    rewriter.replaceOp(op, {result, valid});
    return success();
  }
};
} // namespace

//===----------------------------------------------------------------------===//
// Shared memory and copies into it
//===----------------------------------------------------------------------===//

/// Declares the shared memory whose size a launch says.
static void declareDynamicShared(gpu::GPUModuleOp module) {
  WalkResult found = module.walk(
      [](gpu::DynamicSharedMemoryOp) { return WalkResult::interrupt(); });
  if (!found.wasInterrupted())
    return;
  OpBuilder builder = OpBuilder::atBlockBegin(module.getBody());
  auto bytes = LLVM::LLVMArrayType::get(builder.getI8Type(), 0);
  LLVM::GlobalOp::create(builder, module.getLoc(), bytes, /*isConstant=*/false,
                         LLVM::Linkage::External, kDynamicShared, Attribute(),
                         kAlignment, kSharedSpace);
}

namespace {
struct DynamicSharedPattern
    : public OpConversionPattern<gpu::DynamicSharedMemoryOp> {
  using OpConversionPattern::OpConversionPattern;
  LogicalResult
  matchAndRewrite(gpu::DynamicSharedMemoryOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    rewriter.replaceOpWithNewOp<LLVM::AddressOfOp>(
        op, getTypeConverter()->convertType(op.getType()), kDynamicShared);
    return success();
  }
};

/// A part of shared memory as a buffer.
struct ViewPattern : public OpConversionPattern<memref::ViewOp> {
  using OpConversionPattern::OpConversionPattern;
  LogicalResult
  matchAndRewrite(memref::ViewOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    rewriter.replaceOpWithNewOp<LLVM::GEPOp>(
        op, adaptor.getSource().getType(), rewriter.getI8Type(),
        adaptor.getSource(), adaptor.getByteShift());
    return success();
  }
};

/// MLIR's own pattern wants descriptors of buffers.
struct AsyncCopyPattern : public OpConversionPattern<nvgpu::DeviceAsyncCopyOp> {
  using OpConversionPattern::OpConversionPattern;
  LogicalResult
  matchAndRewrite(nvgpu::DeviceAsyncCopyOp op, OpAdaptor adaptor,
                  ConversionPatternRewriter &rewriter) const override {
    Location loc = op.getLoc();
    MemRefType type = op.getSrc().getType();
    Type storage = getStorageType(*getTypeConverter(), type.getElementType());
    Value to =
        getAddress(rewriter, loc, adaptor.getDst(), op.getDst().getType(),
                   adaptor.getDstIndices(), storage);
    Value from = getAddress(rewriter, loc, adaptor.getSrc(), type,
                            adaptor.getSrcIndices(), storage);
    int64_t bytes = op.getDstElements().getSExtValue() *
                    storage.getIntOrFloatBitWidth() / 8;
    NVVM::CpAsyncOp::create(rewriter, loc, to, from, bytes,
                            op.getBypassL1() ? NVVM::LoadCacheModifierKind::CG
                                             : NVVM::LoadCacheModifierKind::CA,
                            /*cpSize=*/Value());
    // Tokens only order the operations, which stay in their order.
    rewriter.replaceOpWithNewOp<LLVM::ConstantOp>(
        op, rewriter.getI32Type(), rewriter.getI32IntegerAttr(0));
    return success();
  }
};
} // namespace

//===----------------------------------------------------------------------===//
// The lowering
//===----------------------------------------------------------------------===//

LogicalResult mlir::shardwise::lowerGPUToLLVM(gpu::GPUModuleOp module,
                                              bool startsEarly) {
  if (failed(expandGPUFunctions(module)))
    return failure();
  for (auto function :
       llvm::make_early_inc_range(module.getOps<gpu::GPUFuncOp>())) {
    if (startsEarly)
      waitForOthers(function);
    convertSignature(function);
  }
  if (failed(convertLoopsToBlocks(module)))
    return failure();
  declareDynamicShared(module);

  auto getSpace = [](MemRefType type) {
    return isa_and_nonnull<gpu::AddressSpaceAttr>(type.getMemorySpace())
               ? kSharedSpace
               : kGlobalSpace;
  };
  return convertToLLVM(
      module, getSpace,
      [](LLVMTypeConverter &converter, RewritePatternSet &patterns,
         ConversionTarget &target) {
        converter.addConversion([](nvgpu::DeviceAsyncTokenType type) -> Type {
          return IntegerType::get(type.getContext(), 32);
        });
        patterns.add<BarrierPattern, ShufflePattern, DynamicSharedPattern,
                     ViewPattern,
                     PositionPattern<gpu::ThreadIdOp, NVVM::ThreadIdXOp>,
                     PositionPattern<gpu::BlockIdOp, NVVM::BlockIdXOp>>(
            converter, patterns.getContext());
        populateNVGPUToNVVMConversionPatterns(converter, patterns);
        patterns.add<AsyncCopyPattern>(converter, patterns.getContext(),
                                       /*benefit=*/2);
        target.addLegalDialect<NVVM::NVVMDialect>();
        target.addLegalOp<gpu::GPUModuleOp>();
      });
}
