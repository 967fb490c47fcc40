//===- Propagation.h - Decide the sharding of every value -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Propagation as plain data: a graph of values and operations goes in, a
// sharding for every value and every operand comes out. There is no IR here.
//
// Three sweeps, each linear in the number of operations:
//
//  1. *Flow*, forward. The shardings of variables and inputs flow along factors
//     as far as they agree. Conflicts are settled for the larger operand. This
//     is a guess at what each value will look like.
//  2. *Demand*, backward. For each value, the part of a sharding that all of
//  its
//     uses want (`demand`), which decides how values are split that nothing
//     splits by itself (random masks, broadcasts). And for each partial result,
//     whether reducing it later, after the linear operations that follow, moves
//     fewer bytes than reducing it where it arises (`keepPartial`): the
//     gradients of query, key and value are added before the one all-reduce,
//     while a gradient with two non-linear uses is reduced at once. It is a
//     minimum cut of the region in which the value may stay partial, taken tree
//     by tree: an operation that adds k partial operands charges each with 1/k
//     of its own cost.
//  3. *Decide*, forward. Each operation takes the split of its factors that
//     moves the fewest bytes, given how its operands lie now and what is wanted
//     of its results. Candidates are the splits that some operand or the demand
//     proposes, and the same without splitting reduced factors. The first of
//     equals wins, in this order: all proposals together, larger operands
//     first; each operand's proposal first, in order; the demand first.
//
// Why sweeps and not a fixpoint: after the flow every operation knows what its
// operands will probably look like, so one decision each suffices, in time that
// does not depend on the number of devices or on the depth of the program.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LAYOUTS_PROPAGATION_H
#define SHARDWISE_LAYOUTS_PROPAGATION_H

#include "shardwise/Layouts/Factors.h"
#include <vector>

namespace mlir::shardwise {

/// A program as propagation sees it. Values and operations are numbered in the
/// order in which they are added, which must be an order of execution.
class PropagationGraph {
public:
  using ValueId = uint32_t;
  using OpId = uint32_t;

  enum class OpKind : uint8_t {
    /// Decided by its factors.
    Compute,
    /// Produces results with a sharding of their own: reads of named tensors.
    Fixed,
    /// Needs its operand in a given sharding: an assignment. A request for a
    /// sharding is one with a result, which has that sharding too.
    Sink,
    /// Control flow: operand i becomes `results[i]`, which other edges may
    /// reach
    /// too. The first edge that reaches a value decides it.
    Edge,
  };

  struct Value {
    /// Where the shape begins in `shapes`; also where its dimensions begin in
    /// all tables of the propagation.
    uint32_t dims;
    uint8_t rank;
    uint8_t elementBytes;
    /// Each use has a sharding of its own.
    bool isSource;
    bool isZero;
    /// Of the whole value.
    int64_t bytes;
  };
  struct Op {
    OpKind kind;
    uint32_t firstOperand, firstResult;
    uint16_t numOperands, numResults;
    /// For `Compute`: the number of its factors in `tables`; for `Fixed` and
    /// `Sink`: of its sharding in `shardings`.
    uint32_t table;
  };

  ValueId addValue(llvm::ArrayRef<int64_t> shape, unsigned elementBytes,
                   bool isSource = false, bool isZero = false);
  /// The number under which equal factors can be used again.
  uint32_t addFactors(OpFactors factors);
  /// Operands and results that are not tensors are left out, in the factors
  /// too.
  OpId addCompute(llvm::ArrayRef<ValueId> operands,
                  llvm::ArrayRef<ValueId> results, uint32_t factors);
  OpId addFixed(ValueId result, const Sharding &sharding);
  OpId addSink(ValueId operand, const Sharding &sharding,
               std::optional<ValueId> result = std::nullopt);
  /// `loopResults`, if given, are the values that the loop's targets become in
  /// the end, position by position: what is wanted of them is wanted of the
  /// targets.
  OpId addEdge(llvm::ArrayRef<ValueId> operands,
               llvm::ArrayRef<ValueId> targets,
               llvm::ArrayRef<ValueId> loopResults = {});

  llvm::ArrayRef<ValueId> getOperands(const Op &op) const {
    return llvm::ArrayRef(ids).slice(op.firstOperand, op.numOperands);
  }
  llvm::ArrayRef<ValueId> getResults(const Op &op) const {
    return llvm::ArrayRef(ids).slice(op.firstResult, op.numResults);
  }
  llvm::ArrayRef<int64_t> getShape(ValueId value) const {
    return llvm::ArrayRef(shapes).slice(values[value].dims, values[value].rank);
  }

  std::vector<Value> values;
  std::vector<Op> ops;
  std::vector<int64_t> shapes;
  std::vector<uint32_t> ids;
  std::vector<OpFactors> tables;
  std::vector<Sharding> shardings;
  /// For edges that close a loop: (operation, first of its loop results in
  /// `ids`).
  std::vector<std::pair<OpId, uint32_t>> loopResults;
};

/// What propagation decided. Shardings are numbered, since a program has many
/// values and few shardings.
class PropagationResult {
public:
  using ShardingId = uint32_t;
  using ValueId = PropagationGraph::ValueId;

  /// The sharding that an operation gives its result.
  const Sharding &getProduced(ValueId value) const {
    return shardings[produced[value]];
  }
  /// The sharding that all uses see: the produced one, or what it is resharded
  /// to at once.
  const Sharding &getSharding(ValueId value) const {
    return shardings[seen[value]];
  }
  bool isReshardedAtOnce(ValueId value) const {
    return produced[value] != seen[value];
  }
  /// The sharding in which an operation takes an operand (by its position in
  /// `ids`, that is `op.firstOperand + i`). Sources have none but what is
  /// required of them.
  const Sharding &getRequired(const PropagationGraph &graph,
                              uint32_t position) const {
    return required[position] == kAsSeen ? getSharding(graph.ids[position])
                                         : shardings[required[position]];
  }

  std::vector<Sharding> shardings;
  /// By value: produced, and seen by uses. Meaningless for sources.
  std::vector<ShardingId> produced, seen;
  /// By position in `ids`.
  static constexpr ShardingId kAsSeen = ~0u;
  std::vector<ShardingId> required;
};

/// A sharding of every value: dimensions at the value's place, partial atoms
/// beside.
struct ShardingTable {
  std::vector<uint64_t> dims;
  std::vector<uint16_t> partial;
  std::vector<Reduction> reduction;

  explicit ShardingTable(const PropagationGraph &graph)
      : dims(graph.shapes.size()), partial(graph.values.size()),
        reduction(graph.values.size()) {}
};

/// The first sweep alone: what each value looks like if everything agrees and
/// every reduction waits as long as it can.
ShardingTable findFlow(const Mesh &mesh, const PropagationGraph &graph);

/// Decides every sharding, given the flow; see the head of this file.
PropagationResult propagate(const Mesh &mesh, const PropagationGraph &graph,
                            ShardingTable flow);

} // namespace mlir::shardwise

#endif // SHARDWISE_LAYOUTS_PROPAGATION_H
