//===- KernelsToLoops.cpp - Kernels on tensors to loops -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The pass around the lowering of single kernels, for looking at it.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Conversion/KernelsToLoops.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "shardwise/Conversion/Passes.h"

namespace mlir::shardwise {
#define GEN_PASS_DEF_LOWERKERNELSTOLOOPSPASS
#include "shardwise/Conversion/Passes.h.inc"
} // namespace mlir::shardwise

using namespace mlir;
using namespace mlir::shardwise;

namespace {
struct LowerKernelsToLoops
    : public mlir::shardwise::impl::LowerKernelsToLoopsPassBase<
          LowerKernelsToLoops> {
  void runOnOperation() override {
    SmallVector<func::FuncOp> kernels;
    getOperation().walk([&](func::FuncOp function) {
      if (function->hasAttr(kKernelAttr))
        kernels.push_back(function);
    });
    bool failedSome = false;
    for (func::FuncOp kernel : kernels) {
      if (failed(lowerKernelToLoops(kernel, getOperation().getBody())))
        failedSome = true;
      else if (kernel->getParentOp() == getOperation())
        kernel.erase();
    }
    if (failedSome)
      signalPassFailure();
  }
};
} // namespace
