//===- ShardingInterface.h - How an operation is split ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_INTERFACES_SHARDINGINTERFACE_H
#define SHARDWISE_INTERFACES_SHARDINGINTERFACE_H

#include "mlir/IR/Builders.h"
#include "mlir/IR/OpDefinition.h"
#include "shardwise/Layouts/Factors.h"

namespace mlir::shardwise {

/// What `ShardingInterface::localize` knows about the operation it changes.
struct LocalizeContext {
  const Mesh &mesh;
  /// The mesh as an attribute, for operations that carry it.
  Attribute meshAttr;
  /// The shardings that the global operands and results had; replicated with
  /// rank 0 for values that are not tensors.
  ArrayRef<Sharding> operandShardings;
  ArrayRef<Sharding> resultShardings;
  ArrayRef<SmallVector<int64_t>> globalOperandShapes;
  ArrayRef<SmallVector<int64_t>> globalResultShapes;
  /// Builds the index (type `index`) of this device's part among the parts that
  /// the atoms make.
  llvm::function_ref<Value(OpBuilder &, Location, AtomList)> buildPartIndex;
};

} // namespace mlir::shardwise

#include "shardwise/Interfaces/ShardingInterface.h.inc"

namespace mlir::shardwise {

/// The factors of any operation: from the interface, the elementwise trait or
/// linalg's indexing maps. Fails, without a diagnostic, if none of them says.
LogicalResult getOpFactors(Operation *op, OpFactors &factors);

/// Whether every use of the operation's result may have a sharding of its own:
/// splat constants, `tensor.empty`, iotas, as the interface says.
bool isSourceOp(Operation *op);

/// Whether the value is a constant whose elements are all (positive or
/// negative) zero.
bool isKnownZero(Value value);

} // namespace mlir::shardwise

#endif // SHARDWISE_INTERFACES_SHARDINGINTERFACE_H
