//===- Passes.h - Passes of the model dialect -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_DIALECT_MODEL_TRANSFORMS_PASSES_H
#define SHARDWISE_DIALECT_MODEL_TRANSFORMS_PASSES_H

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/Pass/Pass.h"
#include "shardwise/Dialect/Model/IR/Model.h"

namespace mlir::shardwise::model {

#define GEN_PASS_DECL
#include "shardwise/Dialect/Model/Transforms/Passes.h.inc"

#define GEN_PASS_REGISTRATION
#include "shardwise/Dialect/Model/Transforms/Passes.h.inc"

} // namespace mlir::shardwise::model

#endif // SHARDWISE_DIALECT_MODEL_TRANSFORMS_PASSES_H
