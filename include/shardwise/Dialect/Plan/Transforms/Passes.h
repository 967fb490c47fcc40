//===- Passes.h - Passes of the plan dialect --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_DIALECT_PLAN_TRANSFORMS_PASSES_H
#define SHARDWISE_DIALECT_PLAN_TRANSFORMS_PASSES_H

#include "mlir/IR/BuiltinOps.h"
#include "mlir/Pass/Pass.h"
#include "shardwise/Dialect/Plan/IR/Plan.h"

namespace mlir::shardwise::plan {

#define GEN_PASS_DECL
#include "shardwise/Dialect/Plan/Transforms/Passes.h.inc"

#define GEN_PASS_REGISTRATION
#include "shardwise/Dialect/Plan/Transforms/Passes.h.inc"

} // namespace mlir::shardwise::plan

#endif // SHARDWISE_DIALECT_PLAN_TRANSFORMS_PASSES_H
