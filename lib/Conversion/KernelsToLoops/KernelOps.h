//===- KernelOps.h - What kernels may contain -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_CONVERSION_KERNELSTOLOOPS_KERNELOPS_H
#define SHARDWISE_LIB_CONVERSION_KERNELSTOLOOPS_KERNELOPS_H

#include "ElementEmitter.h"

namespace mlir::shardwise {

/// Checks that the function is a kernel that code can be emitted for, or says
/// at the operation why not.
LogicalResult verifyKernel(func::FuncOp kernel);

/// Whether no operation of the kernel looks at an index and all results have
/// one shape, so that they can be computed by position in row-major order.
bool computesByPosition(func::FuncOp kernel);

/// Combines the element of `buffer` at `target` with an update of a scatter.
void emitUpdate(OpBuilder &builder, ElementEmitter &emitter,
                model::ScatterOp op, Value update, Value buffer,
                ArrayRef<Value> target);

} // namespace mlir::shardwise

#endif // SHARDWISE_LIB_CONVERSION_KERNELSTOLOOPS_KERNELOPS_H
