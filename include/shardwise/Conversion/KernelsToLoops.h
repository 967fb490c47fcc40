//===- KernelsToLoops.h - Kernels on tensors to loops -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The lowering of one kernel, for the pass that prints it and for the compiler.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_CONVERSION_KERNELSTOLOOPS_H
#define SHARDWISE_CONVERSION_KERNELSTOLOOPS_H

#include "mlir/Dialect/Func/IR/FuncOps.h"

namespace mlir::shardwise {

/// Marks functions that are kernels.
inline constexpr llvm::StringLiteral kKernelAttr = "plan.kernel";
/// On a kernel: the pairs of a result and an argument that may be one buffer.
inline constexpr llvm::StringLiteral kInPlaceAttr = "plan.in_place";
/// On a loop: no iteration touches memory that another one writes.
inline constexpr llvm::StringLiteral kIndependentAttr = "plan.independent";

/// Whether a kernel may contain the operation.
bool isKernelOp(Operation *op);

/// Whether something beside the kernels reads a value, as it is or reshaped.
bool isReadFromMemory(Value value);

/// Writes the loops of `kernel`, a function on tensors, as a function of the
/// same name at the end of `target`, a module. What no loop can be written for
/// is an error at the operation.
LogicalResult lowerKernelToLoops(func::FuncOp kernel, Block *target);

} // namespace mlir::shardwise

#endif // SHARDWISE_CONVERSION_KERNELSTOLOOPS_H
