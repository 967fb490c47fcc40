//===- GPUToLLVM.h - GPU functions to the LLVM dialect ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_TARGET_GPU_GPUTOLLVM_H
#define SHARDWISE_LIB_TARGET_GPU_GPUTOLLVM_H

#include "mlir/Dialect/GPU/IR/GPUDialect.h"

namespace mlir::shardwise {

/// Turns the functions of a module into kernels of the LLVM and NVVM dialects
/// with the calling convention of KernelCompiler.h. With `startsEarly`,
/// launches may begin before the one before them has ended.
LogicalResult lowerGPUToLLVM(gpu::GPUModuleOp module, bool startsEarly);

/// Writes mathematical functions as arithmetic. One that has no form for GPUs
/// is an error at its operation.
LogicalResult expandGPUFunctions(Operation *root);

} // namespace mlir::shardwise

#endif // SHARDWISE_LIB_TARGET_GPU_GPUTOLLVM_H
