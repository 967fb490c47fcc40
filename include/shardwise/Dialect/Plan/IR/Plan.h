//===- Plan.h - The plan dialect --------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_DIALECT_PLAN_IR_PLAN_H
#define SHARDWISE_DIALECT_PLAN_IR_PLAN_H

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/BuiltinTypes.h"
#include "shardwise/Dialect/Dist/IR/Dist.h"

#include "shardwise/Dialect/Plan/IR/PlanDialect.h.inc"

#define GET_OP_CLASSES
#include "shardwise/Dialect/Plan/IR/PlanOps.h.inc"

namespace mlir::shardwise::plan {

/// The attribute of functions that are kernels.
inline constexpr llvm::StringLiteral kKernelAttr = "plan.kernel";
/// The attribute of kernels with the pairs of a result and the argument whose
/// memory it may take.
inline constexpr llvm::StringLiteral kInPlaceAttr = "plan.in_place";
/// The attributes of programs with the values that are computed again, each as
/// where it comes from and its type, and the bytes that this saves.
inline constexpr llvm::StringLiteral kRecomputedAttr = "plan.recomputed";
inline constexpr llvm::StringLiteral kSavedAttr = "plan.saved";
/// Where buffers may begin in the arena.
inline constexpr int64_t kAlignment = 64;
/// The most streams that a program may have.
inline constexpr int64_t kMaxStreams = 4;

/// The bytes of a contiguous tensor or buffer; an i1 takes one byte.
int64_t getByteSize(ShapedType type);
/// The bytes of one of its elements.
int64_t getElementByteSize(ShapedType type);

/// Whether a kernel may write a result where it reads an argument.
bool isInPlaceAllowed(func::FuncOp kernel, unsigned result, unsigned argument);

/// The memory that a device needs for a program.
struct MemoryUse {
  int64_t arenaBytes = 0;
  int64_t shardBytes = 0;
  int64_t getPeakBytes() const { return arenaBytes + shardBytes; }
};
MemoryUse getMemoryUse(ProgramOp program);

/// What a program computes again rather than keep.
struct RecomputeUse {
  SmallVector<std::pair<Location, Type>> values;
  /// What the arena would have more without.
  int64_t savedBytes = 0;
};
RecomputeUse getRecomputeUse(ProgramOp program);

} // namespace mlir::shardwise::plan

#endif // SHARDWISE_DIALECT_PLAN_IR_PLAN_H
