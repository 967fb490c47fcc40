//===- LoopsToLLVM.h - Kernels as loops to the LLVM dialect -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_TARGET_CPU_LOOPSTOLLVM_H
#define SHARDWISE_LIB_TARGET_CPU_LOOPSTOLLVM_H

#include "mlir/IR/BuiltinOps.h"

namespace mlir::shardwise {

/// Turns the kernels of a module, loops on buffers, into functions of the LLVM
/// dialect with the calling convention of KernelCompiler.h.
LogicalResult lowerLoopsToLLVM(ModuleOp module);

} // namespace mlir::shardwise

#endif // SHARDWISE_LIB_TARGET_CPU_LOOPSTOLLVM_H
