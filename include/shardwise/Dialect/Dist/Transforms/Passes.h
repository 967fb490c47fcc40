//===- Passes.h - Passes of the dist dialect --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_DIALECT_DIST_TRANSFORMS_PASSES_H
#define SHARDWISE_DIALECT_DIST_TRANSFORMS_PASSES_H

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/Pass/Pass.h"
#include "shardwise/Dialect/Dist/IR/Dist.h"

namespace mlir::shardwise::dist {

#define GEN_PASS_DECL
#include "shardwise/Dialect/Dist/Transforms/Passes.h.inc"

#define GEN_PASS_REGISTRATION
#include "shardwise/Dialect/Dist/Transforms/Passes.h.inc"

} // namespace mlir::shardwise::dist

#endif // SHARDWISE_DIALECT_DIST_TRANSFORMS_PASSES_H
