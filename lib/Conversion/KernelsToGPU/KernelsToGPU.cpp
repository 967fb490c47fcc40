//===- KernelsToGPU.cpp - Kernels on tensors to GPU functions -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// All kernels of a program go into one GPU module. The pass around it is for
// looking at it.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Conversion/KernelsToGPU.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "shardwise/Conversion/KernelsToLoops.h"
#include "shardwise/Conversion/Passes.h"

namespace mlir::shardwise {
#define GEN_PASS_DEF_LOWERKERNELSTOGPUPASS
#include "shardwise/Conversion/Passes.h.inc"
} // namespace mlir::shardwise

using namespace mlir;
using namespace mlir::shardwise;

static SmallVector<func::FuncOp> findKernels(Operation *root) {
  SmallVector<func::FuncOp> kernels;
  root->walk([&](func::FuncOp function) {
    if (function->hasAttr(kKernelAttr))
      kernels.push_back(function);
  });
  return kernels;
}

LogicalResult mlir::shardwise::lowerKernelsToGPU(Operation *root,
                                                 gpu::GPUModuleOp target) {
  bool failedSome = false;
  llvm::StringMap<func::FuncOp> names;
  for (func::FuncOp kernel : findKernels(root)) {
    auto [it, isNew] = names.insert({kernel.getName(), kernel});
    if (!isNew) {
      InFlightDiagnostic error = kernel.emitOpError(
          "has the name of another kernel; all kernels go into one module");
      error.attachNote(it->second.getLoc()) << "the other one is here";
      return failure();
    }
    failedSome |= failed(lowerKernelToGPU(kernel, target));
  }
  return failure(failedSome);
}

namespace {
struct LowerKernelsToGPU
    : public mlir::shardwise::impl::LowerKernelsToGPUPassBase<
          LowerKernelsToGPU> {
  void runOnOperation() override {
    ModuleOp module = getOperation();
    OpBuilder builder = OpBuilder::atBlockEnd(module.getBody());
    auto target = gpu::GPUModuleOp::create(builder, module.getLoc(), "kernels");
    if (failed(lowerKernelsToGPU(module, target)))
      return signalPassFailure();
    for (func::FuncOp kernel : findKernels(module))
      if (kernel->getParentOp() == module)
        kernel.erase();
  }
};
} // namespace
