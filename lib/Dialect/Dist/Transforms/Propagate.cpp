//===- Propagate.cpp - Give every value a sharding ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads each `dist.program` into a graph, lets `mlir::shardwise::propagate`
// decide, and writes types and reshards. What is decided, and why, stands in
// shardwise/Layouts/Propagation.h.
//
//===----------------------------------------------------------------------===//

#include "PropagationGraphBuilder.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "shardwise/Dialect/Dist/Transforms/Passes.h"

namespace mlir::shardwise::dist {
#define GEN_PASS_DEF_PROPAGATEPASS
#include "shardwise/Dialect/Dist/Transforms/Passes.h.inc"
} // namespace mlir::shardwise::dist

using namespace mlir;
using namespace mlir::shardwise;
using namespace mlir::shardwise::dist;

using ValueId = PropagationGraph::ValueId;

namespace {

/// Writes what was decided into the IR.
class ShardingWriter {
public:
  ShardingWriter(MeshAttr mesh, const PropagationGraphBuilder &source,
                 const PropagationResult &result)
      : mesh(mesh), source(source), graph(source.graph), result(result),
        builder(mesh.getContext()) {}

  void write() {
    seen.resize(graph.values.size());
    for (ValueId id = 0; id < graph.values.size(); ++id)
      if (!graph.values[id].isSource)
        writeValue(id);
    for (const PropagationGraph::Op &op : graph.ops)
      for (unsigned i = 0; i < op.numOperands; ++i)
        writeOperand(op.firstOperand + i);
    for (ValueId id = 0; id < graph.values.size(); ++id)
      if (graph.values[id].isSource)
        finishSource(source.values[id]);
  }

private:
  /// The type of a value under a sharding.
  RankedTensorType getType(Value value, PropagationResult::ShardingId id) {
    auto type = cast<RankedTensorType>(value.getType());
    RankedTensorType &sharded = types[{type, id}];
    if (!sharded)
      sharded =
          withSharding(type, ShardingAttr::get(mesh, result.shardings[id]));
    return sharded;
  }

  /// Sets a value's type, and reshards it at once where that was decided.
  void writeValue(ValueId id) {
    Value value = source.values[id];
    setType(value, getType(value, result.produced[id]));
    seen[id] = value;
    if (!result.isReshardedAtOnce(id))
      return;
    builder.setInsertionPointAfterValue(value);
    auto reshard = ReshardOp::create(builder, value.getLoc(),
                                     getType(value, result.seen[id]), value);
    value.replaceAllUsesExcept(reshard, reshard);
    seen[id] = reshard;
  }

  void setType(Value value, RankedTensorType type) {
    value.setType(type);
    auto constant = value.getDefiningOp<arith::ConstantOp>();
    if (!constant)
      return;
    auto elements = cast<DenseElementsAttr>(constant.getValue());
    constant.setValueAttr(elements.isSplat() ? elements.resizeSplat(type)
                                             : elements.reshape(type));
  }

  /// Makes an operand what its operation needs.
  void writeOperand(uint32_t position) {
    uint32_t requirement = result.required[position];
    ValueId id = graph.ids[position];
    OpOperand *operand = source.operands[position];
    if (graph.values[id].isSource) {
      useSource(source.values[id], operand, requirement);
      return;
    }
    if (requirement == PropagationResult::kAsSeen)
      return;
    Value value = seen[id];
    RankedTensorType type = getType(value, requirement);
    Value &reshard = reshards[{value, type}];
    if (!reshard) {
      Operation *user =
          value.getParentBlock()->findAncestorOpInBlock(*operand->getOwner());
      builder.setInsertionPoint(user);
      reshard = ReshardOp::create(builder, operand->getOwner()->getLoc(), type,
                                  value);
    }
    operand->set(reshard);
  }

  /// Gives a use of a source a copy of it with its own sharding; the last use
  /// takes the source itself.
  void useSource(Value value, OpOperand *operand, uint32_t requirement) {
    RankedTensorType type = requirement == PropagationResult::kAsSeen
                                ? getReplicatedType(value)
                                : getType(value, requirement);
    Value &copy = sourceCopies[{value, type}];
    if (!copy) {
      builder.setInsertionPointAfterValue(value);
      copy = value.hasOneUse()
                 ? value
                 : builder.clone(*value.getDefiningOp())->getResult(0);
      setType(copy, type);
    }
    operand->set(copy);
  }

  RankedTensorType getReplicatedType(Value value) {
    auto type = cast<RankedTensorType>(value.getType());
    return withSharding(type,
                        ShardingAttr::getReplicated(mesh, type.getRank()));
  }

  /// Removes the original of a source if every use has a copy.
  void finishSource(Value value) {
    if (value.use_empty())
      value.getDefiningOp()->erase();
  }

  MeshAttr mesh;
  const PropagationGraphBuilder &source;
  const PropagationGraph &graph;
  const PropagationResult &result;
  OpBuilder builder;
  /// What uses of a value see.
  std::vector<Value> seen;
  llvm::DenseMap<std::pair<Value, Type>, Value> reshards, sourceCopies;
  llvm::DenseMap<std::pair<Type, PropagationResult::ShardingId>,
                 RankedTensorType>
      types;
};

struct Propagate : dist::impl::PropagatePassBase<Propagate> {
  void runOnOperation() override {
    SmallVector<ProgramOp> programs(getOperation().getOps<ProgramOp>());
    for (ProgramOp program : programs)
      if (failed(propagate(program)))
        return signalPassFailure();
  }

  LogicalResult propagate(ProgramOp program) {
    Mesh mesh = program.getMesh().getMesh();
    PropagationGraphBuilder source;
    if (failed(source.build(program)))
      return failure();
    ShardingTable flow = findFlow(mesh, source.graph);
    if (groupPartialSums(source, flow.partial)) {
      source = PropagationGraphBuilder();
      if (failed(source.build(program)))
        return failure();
      flow = findFlow(mesh, source.graph);
    }
    PropagationResult result =
        mlir::shardwise::propagate(mesh, source.graph, std::move(flow));
    ShardingWriter(program.getMesh(), source, result).write();
    SmallVector<ConstrainOp> requests(program.getBody().getOps<ConstrainOp>());
    for (ConstrainOp request : requests) {
      request.replaceAllUsesWith(request.getInput());
      request.erase();
    }
    OpBuilder builder(program);
    auto sharded = ShardedProgramOp::create(
        builder, program.getLoc(), program.getSymNameAttr(), program.getMesh());
    sharded.getBody().takeBody(program.getBody());
    program.erase();
    return success();
  }
};

} // namespace
