//===- FastFunctions.h - Mathematical functions in f32 ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Functions that kernels limited by memory are full of, in terms of the
// processor's approximations of 2^x and 1/x, which cost one instruction.
// Largest errors, relative unless said:
//
//     exp     3e-7, and results below 2^-126 are 0
//     tanh    3e-7
//     erf     2e-7
//     tanh of a narrow float that becomes one again (bf16): 2^-10.9, an eighth
//             of the distance between two such numbers
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_TARGET_GPU_FASTFUNCTIONS_H
#define SHARDWISE_LIB_TARGET_GPU_FASTFUNCTIONS_H

#include "mlir/IR/PatternMatch.h"

namespace mlir::shardwise {

/// Adds patterns that write `math.exp`, `math.tanh` and `math.erf` of f32 as
/// arithmetic; they go before all others.
void populateFastFunctionPatterns(RewritePatternSet &patterns);

} // namespace mlir::shardwise

#endif // SHARDWISE_LIB_TARGET_GPU_FASTFUNCTIONS_H
