//===- PropagationGraph.cpp - A program as propagation sees it ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "shardwise/Layouts/Propagation.h"
#include "llvm/ADT/STLExtras.h"

using namespace mlir::shardwise;

PropagationGraph::ValueId
PropagationGraph::addValue(llvm::ArrayRef<int64_t> shape, unsigned elementBytes,
                           bool isSource, bool isZero) {
  values.push_back({static_cast<uint32_t>(shapes.size()),
                    static_cast<uint8_t>(shape.size()),
                    static_cast<uint8_t>(elementBytes), isSource, isZero,
                    llvm::product_of(shape) * elementBytes});
  shapes.insert(shapes.end(), shape.begin(), shape.end());
  return values.size() - 1;
}

uint32_t PropagationGraph::addFactors(OpFactors factors) {
  tables.push_back(std::move(factors));
  return tables.size() - 1;
}

/// Appends an operation and its operands and results.
static PropagationGraph::OpId
addOp(PropagationGraph &graph, PropagationGraph::OpKind kind,
      llvm::ArrayRef<PropagationGraph::ValueId> operands,
      llvm::ArrayRef<PropagationGraph::ValueId> results, uint32_t table) {
  uint32_t first = graph.ids.size();
  graph.ids.insert(graph.ids.end(), operands.begin(), operands.end());
  graph.ids.insert(graph.ids.end(), results.begin(), results.end());
  graph.ops.push_back({kind, first,
                       first + static_cast<uint32_t>(operands.size()),
                       static_cast<uint16_t>(operands.size()),
                       static_cast<uint16_t>(results.size()), table});
  return graph.ops.size() - 1;
}

PropagationGraph::OpId
PropagationGraph::addCompute(llvm::ArrayRef<ValueId> operands,
                             llvm::ArrayRef<ValueId> results,
                             uint32_t factors) {
  return addOp(*this, OpKind::Compute, operands, results, factors);
}

PropagationGraph::OpId PropagationGraph::addFixed(ValueId result,
                                                  const Sharding &sharding) {
  shardings.push_back(sharding);
  return addOp(*this, OpKind::Fixed, {}, {result}, shardings.size() - 1);
}

PropagationGraph::OpId
PropagationGraph::addSink(ValueId operand, const Sharding &sharding,
                          std::optional<ValueId> result) {
  shardings.push_back(sharding);
  return addOp(*this, OpKind::Sink, {operand},
               result ? llvm::ArrayRef(*result) : llvm::ArrayRef<ValueId>(),
               shardings.size() - 1);
}

PropagationGraph::OpId
PropagationGraph::addEdge(llvm::ArrayRef<ValueId> operands,
                          llvm::ArrayRef<ValueId> targets,
                          llvm::ArrayRef<ValueId> results) {
  assert(operands.size() == targets.size() && "an edge passes value by value");
  OpId op = addOp(*this, OpKind::Edge, operands, targets, 0);
  if (results.size() == targets.size() && !results.empty()) {
    loopResults.push_back({op, static_cast<uint32_t>(ids.size())});
    ids.insert(ids.end(), results.begin(), results.end());
  }
  return op;
}
