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
#include "shardwise/Layouts/Propagation.h"
#include "llvm/ADT/DenseMap.h"

namespace mlir::shardwise::dist {

/// Elementwise and structured operations are equal if their factors are: they
/// have the same name, attributes, types and body, and the same constants to
/// begin reductions with.
struct SameFactors : llvm::DenseMapInfo<Operation *> {
  static unsigned getHashValue(const Operation *op);
  static bool isEqual(const Operation *a, const Operation *b);
};

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

  /// The number of a value, or nothing if propagation does not see it.
  std::optional<PropagationGraph::ValueId> lookup(Value value) const {
    auto it = ids.find(value);
    return it == ids.end() ? std::nullopt : std::optional(it->second);
  }

private:
  LogicalResult addBlock(Block &block);
  LogicalResult addOp(Operation *op);
  LogicalResult addCompute(Operation *op);
  LogicalResult addBranch(RegionBranchOpInterface op);
  void addEdges(RegionBranchOpInterface op, RegionBranchPoint point,
                bool closesLoop);
  PropagationGraph::ValueId addValue(Value value, bool isSource = false);
  bool isZero(Value value);
  std::optional<uint32_t> getFactors(Operation *op);
  void keepOperands(ArrayRef<OpOperand *> passed);

  llvm::DenseMap<Value, PropagationGraph::ValueId> ids;
  /// The numbers of factors, by the first elementwise or structured operation
  /// that has them.
  llvm::DenseMap<Operation *, uint32_t, SameFactors> factors;
  /// Whether constants are zero, since reading their elements is slow.
  llvm::DenseMap<Attribute, bool> zeros;
  llvm::DenseMap<StringAttr, NamedTensorInterface> declarations;
};

/// Reorders sums of three values or more so that summands that are partial over
/// the same axes are added first and share one reduction: of `((r + a) + b) +
/// c` with partial a, b, c it makes `r + ((a + b) + c)`. `partial` is by value
/// of the graph. Returns whether anything changed; the graph is then out of
/// date.
///
/// This is where the gradients of query, key and value meet the residual's.
/// Floating-point sums change in their last bits, as they do by any reduction.
bool groupPartialSums(const PropagationGraphBuilder &source,
                      ArrayRef<uint16_t> partial);

} // namespace mlir::shardwise::dist

#endif // SHARDWISE_LIB_DIALECT_DIST_TRANSFORMS_PROPAGATIONGRAPHBUILDER_H
