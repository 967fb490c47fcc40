//===- OpCosts.h - What computing an operation again costs ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Facts about single operations that the forming of kernels rests on.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_CONVERSION_FORMKERNELS_OPCOSTS_H
#define SHARDWISE_LIB_CONVERSION_FORMKERNELS_OPCOSTS_H

#include "KernelClusters.h"

namespace mlir::shardwise {

/// A structured operation that reduces, or null.
linalg::LinalgOp getReductionOp(Operation *op);

/// Whether a reduction is a sum, a maximum or the like of one tensor's elements
/// that begins with what does not change it: 0, minus infinity.
bool isPlainReduction(Operation *op);

/// Whether two reductions go over the same space in the same way.
bool haveSameSpace(linalg::LinalgOp a, linalg::LinalgOp b);

/// Roughly the operations that one element takes: 0 for moving data, 1 for
/// additions and the like, 8 for divisions and functions.
unsigned getCost(Operation *op);

/// Whether the result holds no more than the operands tell: constants,
/// broadcasts, slices. It is never worth storing for a kernel's sake.
bool isFree(Operation *op);

/// Whether computing the result again reads no more memory than the result has:
/// one operation on one large operand.
bool isCheap(Operation *op);

/// Whether a reshape leaves the fastest dimension as it is.
bool keepsFastestDimension(Operation *reshape);

/// Whether the map takes the first dimensions in order: such an operand changes
/// only with the outer loops, and is computed there.
bool isLeading(AffineMap map);

/// How elements of an operand are asked for when those of the results are asked
/// for as `access` says.
Access getOperandAccess(OpOperand &operand, const Access &access,
                        Cluster &cluster);

/// Does pointwise operations before reshapes that add dimensions of size 1.
/// What is left without uses is not removed.
void contractUnitDimensions(Block *block);

} // namespace mlir::shardwise

#endif // SHARDWISE_LIB_CONVERSION_FORMKERNELS_OPCOSTS_H
