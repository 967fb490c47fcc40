//===- DecodePlan.h - From the plan's IR to plain data ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The last step of the compiler: what the runtime executes no longer knows of
// MLIR.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_TARGET_PLAN_DECODEPLAN_H
#define SHARDWISE_TARGET_PLAN_DECODEPLAN_H

#include "shardwise/Dialect/Plan/IR/Plan.h"
#include "shardwise/Runtime/Plan.h"

namespace mlir::shardwise {

/// The place in a file that an operation comes from, "step.mlir:7:3"; empty if
/// that is not known.
std::string formatSource(Location loc);

/// Decodes a program. `lookup` gives the native code of a kernel, or null.
/// Fails with a located error at a kernel without code, an element type that
/// the runtime does not have, or a constant without data.
FailureOr<::shardwise::runtime::Plan> decodePlan(
    plan::ProgramOp program,
    function_ref<::shardwise::runtime::KernelFunction(StringRef)> lookup);

} // namespace mlir::shardwise

#endif // SHARDWISE_TARGET_PLAN_DECODEPLAN_H
