//===- KernelTable.h - The kernels of a program -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Names kernels, makes one function of those with equal bodies, and says which
// results of a kernel may be computed in place.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_CONVERSION_FORMKERNELS_KERNELTABLE_H
#define SHARDWISE_LIB_CONVERSION_FORMKERNELS_KERNELTABLE_H

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "shardwise/Dialect/Dist/IR/Dist.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/Hashing.h"

namespace mlir::shardwise {

class KernelTable {
public:
  /// Begins with the kernels that the program has.
  explicit KernelTable(dist::LocalProgramOp program);

  /// A name for the next kernel.
  std::string getNextName();
  /// The first kernel with the same body; `kernel` goes if it is not that one.
  func::FuncOp add(func::FuncOp kernel);
  /// The kernels that were added, in their order.
  ArrayRef<func::FuncOp> getOrder() const { return order; }

private:
  static llvm::hash_code hash(func::FuncOp kernel);

  dist::LocalProgramOp program;
  unsigned numKernels = 0;
  llvm::DenseMap<size_t, SmallVector<func::FuncOp, 1>> kernels;
  SmallVector<func::FuncOp> order;
};

} // namespace mlir::shardwise

#endif // SHARDWISE_LIB_CONVERSION_FORMKERNELS_KERNELTABLE_H
