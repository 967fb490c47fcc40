//===- Dist.h - The dist dialect --------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_DIALECT_DIST_IR_DIST_H
#define SHARDWISE_DIALECT_DIST_IR_DIST_H

#include "mlir/Bytecode/BytecodeOpInterface.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/Dialect.h"
#include "mlir/IR/OpImplementation.h"
#include "mlir/IR/SymbolTable.h"
#include "mlir/IR/TensorEncoding.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "shardwise/Dialect/Model/IR/Model.h"
#include "shardwise/Interfaces/NamedTensorInterface.h"
#include "shardwise/Layouts/Names.h"
#include "shardwise/Sharding/ReshardPlan.h"

#include "shardwise/Dialect/Dist/IR/DistDialect.h.inc"

#include "shardwise/Dialect/Dist/IR/DistEnums.h.inc"

#define GET_ATTRDEF_CLASSES
#include "shardwise/Dialect/Dist/IR/DistAttrs.h.inc"

namespace mlir::shardwise::dist {
class CollectiveInterface;
/// The bytes that one device receives in a collective; see
/// `shardwise::getBytesReceived`.
int64_t getBytesReceived(CollectiveInterface op);
} // namespace mlir::shardwise::dist

#include "shardwise/Dialect/Dist/IR/DistInterfaces.h.inc"

#define GET_OP_CLASSES
#include "shardwise/Dialect/Dist/IR/DistOps.h.inc"

namespace mlir::shardwise::dist {

/// The sharding of a tensor type, or null.
ShardingAttr getSharding(Type type);

/// The type without its encoding.
RankedTensorType dropSharding(RankedTensorType type);

/// The type with a sharding in place of its encoding.
RankedTensorType withSharding(RankedTensorType type, ShardingAttr sharding);

/// The type of one device's part.
RankedTensorType getLocalType(RankedTensorType type);

/// Checks one operation of a `dist.sharded_program` against its factors
/// (constraints C2 and C3 of the container).
LogicalResult verifyOpSharding(Operation *op);

/// Attaches the sharding of upstream operations to them.
void registerShardingInterfaceModels(DialectRegistry &registry);

} // namespace mlir::shardwise::dist

#endif // SHARDWISE_DIALECT_DIST_IR_DIST_H
