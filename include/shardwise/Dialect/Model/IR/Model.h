//===- Model.h - The model dialect ------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_DIALECT_MODEL_IR_MODEL_H
#define SHARDWISE_DIALECT_MODEL_IR_MODEL_H

#include "mlir/Bytecode/BytecodeOpInterface.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/Dialect.h"
#include "mlir/IR/OpImplementation.h"
#include "mlir/IR/SymbolTable.h"
#include "mlir/Interfaces/InferTypeOpInterface.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "shardwise/Interfaces/NamedTensorInterface.h"

#include "shardwise/Dialect/Model/IR/ModelDialect.h.inc"

#include "shardwise/Dialect/Model/IR/ModelEnums.h.inc"

#define GET_ATTRDEF_CLASSES
#include "shardwise/Dialect/Model/IR/ModelAttrs.h.inc"

#define GET_OP_CLASSES
#include "shardwise/Dialect/Model/IR/ModelOps.h.inc"

namespace mlir::shardwise::model {

/// Checks, for the body of any container, that every variable and input is
/// assigned at most once and every output exactly once.
LogicalResult verifyAssignments(Operation *container);

/// Attaches the sharding of attention and its gradient to them.
void attachAttentionSharding(MLIRContext &context);

/// Attaches the sharding of the dialect's operations to them.
void registerShardingInterfaceModels(DialectRegistry &registry);

} // namespace mlir::shardwise::model

#endif // SHARDWISE_DIALECT_MODEL_IR_MODEL_H
