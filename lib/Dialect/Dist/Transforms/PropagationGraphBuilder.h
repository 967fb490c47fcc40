//===- PropagationGraphBuilder.h - From IR to a graph -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads a `dist.program` into the graph that propagation works on, and keeps
// what leads back from the graph to the IR.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_DIALECT_DIST_TRANSFORMS_PROPAGATIONGRAPHBUILDER_H
#define SHARDWISE_LIB_DIALECT_DIST_TRANSFORMS_PROPAGATIONGRAPHBUILDER_H

#include "mlir/Interfaces/ControlFlowInterfaces.h"
#include "shardwise/Dialect/Dist/IR/Dist.h"
#include "shardwise/Interfaces/ShardingInterface.h"
#include "shardwise/Sharding/Propagation.h"
#include "llvm/ADT/DenseMap.h"

namespace mlir::shardwise::dist {

/// A propagation graph and where its parts come from.
class PropagationGraphBuilder {
public:
  /// Reads the program. Fails, with an error for every operation that does not
  /// say how it may be split.
  LogicalResult build(ProgramOp program);

  PropagationGraph graph;
  /// By value of the graph.
  std::vector<Value> values;
  /// By position in `graph.ids`: the operand, or null for results.
  std::vector<OpOperand *> operands;

private:
  LogicalResult addBlock(Block &block);
  LogicalResult addOp(Operation *op);
  LogicalResult addCompute(Operation *op);
  LogicalResult addBranch(RegionBranchOpInterface op);
  void addEdges(RegionBranchOpInterface op, RegionBranchPoint point,
                bool closesLoop);
  PropagationGraph::ValueId addValue(Value value, bool isSource = false);
  std::optional<uint32_t> getFactors(Operation *op);
  void keepOperands(ArrayRef<OpOperand *> passed);

  llvm::DenseMap<Value, PropagationGraph::ValueId> ids;
  /// The factors of elementwise operations, by name and types.
  llvm::DenseMap<std::tuple<void *, Type, Type>, uint32_t> elementwiseFactors;
  llvm::DenseMap<StringAttr, NamedTensorInterface> declarations;
};

} // namespace mlir::shardwise::dist

#endif // SHARDWISE_LIB_DIALECT_DIST_TRANSFORMS_PROPAGATIONGRAPHBUILDER_H
