//===- KernelsToGPU.h - Kernels on tensors to GPU functions -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The lowering of one kernel to a function for a grid of threads, for the pass
// that prints it and for the compiler. The function is launched with the grid
// and the block that its attributes `known_grid_size` and `known_block_size`
// say, which follow from the kernel's shapes alone.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_CONVERSION_KERNELSTOGPU_H
#define SHARDWISE_CONVERSION_KERNELSTOGPU_H

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/GPU/IR/GPUDialect.h"

namespace mlir::shardwise {

/// On a function for GPUs: how many of its buffers are arguments.
inline constexpr llvm::StringLiteral kNumArgumentsAttr = "plan.arguments";

/// On a kernel of rows and sums of their columns, of which a result of rows may
/// take the place of an argument that the sums read: both are computed by one
/// thread, row after row, or not at all.
inline constexpr llvm::StringLiteral kRowRunsAttr = "plan.row_runs";

/// On a function for GPUs: how many blocks a multiprocessor should have room
/// for, which limits the registers of a thread.
inline constexpr llvm::StringLiteral kLeastBlocksAttr = "plan.least_blocks";

/// On a function for GPUs: the bytes of shared memory that its launch asks for,
/// beside what the function declares.
inline constexpr llvm::StringLiteral kSharedBytesAttr = "plan.shared_bytes";

/// Writes `kernel`, a function on tensors, as a `gpu.func` of the same name at
/// the end of `target`. It takes the buffers of the arguments, then those of
/// the results, then the number of the device. What no code can be written for
/// is an error at the operation.
LogicalResult lowerKernelToGPU(func::FuncOp kernel, gpu::GPUModuleOp target);

/// Writes all kernels inside `root` into `target`; two of one name are an
/// error.
LogicalResult lowerKernelsToGPU(Operation *root, gpu::GPUModuleOp target);

} // namespace mlir::shardwise

#endif // SHARDWISE_CONVERSION_KERNELSTOGPU_H
