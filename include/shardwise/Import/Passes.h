//===- Passes.h - Import passes ---------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_IMPORT_PASSES_H
#define SHARDWISE_IMPORT_PASSES_H

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/Pass/Pass.h"
#include "shardwise/Dialect/Model/IR/Model.h"

namespace mlir::shardwise {

#define GEN_PASS_DECL
#include "shardwise/Import/Passes.h.inc"

#define GEN_PASS_REGISTRATION
#include "shardwise/Import/Passes.h.inc"

} // namespace mlir::shardwise

#endif // SHARDWISE_IMPORT_PASSES_H
