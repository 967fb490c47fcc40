//===- Propagation.cpp - Decide the sharding of every value ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "shardwise/Layouts/Propagation.h"
#include "shardwise/Layouts/FactorSplit.h"
#include "shardwise/Sharding/ReshardPlan.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Allocator.h"

using namespace mlir::shardwise;

using ValueId = PropagationGraph::ValueId;
using Op = PropagationGraph::Op;
using OpKind = PropagationGraph::OpKind;
using Words = llvm::ArrayRef<uint64_t>;
using MutableWords = llvm::MutableArrayRef<uint64_t>;

/// The words as lists of atoms, without copying.
static llvm::ArrayRef<AtomList> asLists(Words words) {
  static_assert(sizeof(AtomList) == sizeof(uint64_t));
  return {reinterpret_cast<const AtomList *>(words.data()), words.size()};
}

static uint32_t getMask(Words dims) {
  uint32_t set = 0;
  for (uint64_t word : dims)
    set |= AtomList::fromWord(word).mask();
  return set;
}

namespace {

/// Gives equal shardings the same number. The reduction of what is not partial
/// does not matter.
class ShardingNumbers {
public:
  using Id = PropagationResult::ShardingId;

  Id number(Words dims, uint32_t partial, Reduction reduction) {
    Words key = makeKey(dims, partial, reduction);
    auto it = ids.find(key);
    if (it != ids.end())
      return it->second;
    Sharding sharding;
    for (AtomList list : asLists(dims))
      sharding.dims.push_back(list);
    sharding.partial = AtomList::fromMask(partial);
    sharding.reduction = partial ? reduction : Reduction::Sum;
    shardings.push_back(std::move(sharding));
    ids[key.copy(keys)] = shardings.size() - 1;
    return shardings.size() - 1;
  }
  std::optional<Id> find(Words dims, uint32_t partial, Reduction reduction) {
    auto it = ids.find(makeKey(dims, partial, reduction));
    return it == ids.end() ? std::nullopt : std::optional(it->second);
  }
  std::vector<Sharding> take() { return std::move(shardings); }

private:
  Words makeKey(Words dims, uint32_t partial, Reduction reduction) {
    key.assign(dims.begin(), dims.end());
    key.push_back(partial ? uint64_t(partial) << 8 | uint8_t(reduction) : 0);
    return key;
  }

  std::vector<Sharding> shardings;
  llvm::DenseMap<Words, Id> ids;
  llvm::BumpPtrAllocator keys;
  llvm::SmallVector<uint64_t, 8> key;
};

/// What one operation does with partial operands under a split.
struct PartialFlow {
  /// The atoms over which the results are partial, and how.
  uint32_t result = 0;
  Reduction reduction = Reduction::Sum;
  /// The atoms that pass, and the operands, one bit each, that keep them.
  uint32_t passed = 0;
  uint64_t passing = 0;
};

/// One way to run an operation.
struct Choice {
  FactorSplit split;
  PartialFlow flow;
  int64_t bytes = 0;
};

/// What all sweeps know of the graph.
class Sweep {
protected:
  Sweep(const Mesh &mesh, const PropagationGraph &graph)
      : mesh(mesh), graph(graph) {}

  //===--------------------------------------------------------------------===//
  // Access to tables
  //===--------------------------------------------------------------------===//

  Words getDims(const std::vector<uint64_t> &table, ValueId value) const {
    return Words(table).slice(graph.values[value].dims,
                              graph.values[value].rank);
  }
  MutableWords getDims(std::vector<uint64_t> &table, ValueId value) {
    return MutableWords(table).slice(graph.values[value].dims,
                                     graph.values[value].rank);
  }
  const Sharding &getFixed(const Op &op) const {
    return graph.shardings[op.table];
  }
  const OpFactors &getFactors(const Op &op) const {
    return graph.tables[op.table];
  }
  static void setWords(MutableWords words, const Sharding &sharding) {
    for (auto [word, list] : llvm::zip_equal(words, sharding.dims))
      word = list.getWord();
  }

  //===--------------------------------------------------------------------===//
  // What an operation does under a split
  //===--------------------------------------------------------------------===//

  /// The operands in the order in which they are heard: larger ones first.
  llvm::SmallVector<unsigned, 4> getHearing(const Op &op) const {
    llvm::ArrayRef<ValueId> operands = graph.getOperands(op);
    llvm::SmallVector<unsigned, 4> order;
    for (unsigned i = 0, e = operands.size(); i < e; ++i)
      if (!graph.values[operands[i]].isSource)
        order.push_back(i);
    if (order.size() > 1)
      llvm::sort(order, [&](unsigned a, unsigned b) {
        return std::pair(-graph.values[operands[a]].bytes, a) <
               std::pair(-graph.values[operands[b]].bytes, b);
      });
    return order;
  }

  /// Which partial operands may stay partial.
  PartialFlow getPartialFlow(const Op &op, const FactorSplit &split,
                             const ShardingTable &table) const {
    const OpFactors &factors = getFactors(op);
    PartialFlow partial;
    for (const Factor &factor : factors.factors)
      if (factor.kind == FactorKind::Reduced)
        partial.reduction = factor.reduction;
    partial.result = split.getReduced();
    if (factors.linearity == Linearity::None)
      return partial;
    llvm::ArrayRef<ValueId> operands = graph.getOperands(op);
    bool together = factors.linearity != Linearity::Multiplicative;
    uint32_t common = ~0u;
    uint64_t candidates = 0;
    int64_t largest = -1;
    for (auto [index, value] : llvm::enumerate(operands)) {
      if (index >= 64 || !(factors.linearOperands >> index & 1) ||
          graph.values[value].isZero)
        continue;
      uint32_t mask = table.partial[value];
      bool allowed = table.reduction[value] == Reduction::Sum ||
                     factors.linearity == Linearity::Movement;
      if (together) {
        common &= allowed ? mask : 0;
        candidates |= uint64_t(1) << index;
      } else if (mask && allowed && graph.values[value].bytes > largest) {
        largest = graph.values[value].bytes;
        common = mask;
        candidates = uint64_t(1) << index;
      }
    }
    if (!candidates)
      return partial;
    Reduction reduction =
        table.reduction[operands[llvm::countr_zero(candidates)]];
    for (unsigned i = 0; i < operands.size() && i < 64; ++i)
      if ((candidates >> i & 1) && table.reduction[operands[i]] != reduction)
        return partial;
    common &= ~split.getUsed();
    if (!common || (partial.result && partial.reduction != reduction))
      return partial;
    partial.passed = common;
    partial.passing = candidates;
    partial.result |= common;
    partial.reduction = reduction;
    return partial;
  }

  /// What all operands propose together, as they lie in `table`.
  FactorSplit merge(const Op &op, const ShardingTable &table) const {
    FactorSplit split(mesh, getFactors(op));
    for (unsigned i : getHearing(op))
      split.propose(i, getDims(table.dims, graph.getOperands(op)[i]));
    split.normalize();
    return split;
  }

  const Mesh &mesh;
  const PropagationGraph &graph;
};

//===----------------------------------------------------------------------===//
// Sweep 1: flow
//===----------------------------------------------------------------------===//

class FlowFinder : Sweep {
public:
  FlowFinder(const Mesh &mesh, const PropagationGraph &graph)
      : Sweep(mesh, graph), flow(graph), decided(graph.values.size()) {}

  ShardingTable run() {
    for (const Op &op : graph.ops)
      visit(op);
    return std::move(flow);
  }

private:
  void visit(const Op &op) {
    llvm::ArrayRef<ValueId> results = graph.getResults(op);
    switch (op.kind) {
    case OpKind::Fixed:
    case OpKind::Sink:
      for (ValueId value : results)
        setWords(getDims(flow.dims, value), getFixed(op));
      return;
    case OpKind::Edge:
      for (auto [operand, target] :
           llvm::zip_equal(graph.getOperands(op), results)) {
        if (decided[target])
          continue;
        decided[target] = true;
        llvm::copy(getDims(flow.dims, operand),
                   getDims(flow.dims, target).begin());
      }
      return;
    case OpKind::Compute:
      break;
    }
    FactorSplit split = merge(op, flow);
    PartialFlow partial = getPartialFlow(op, split, flow);
    for (auto [index, value] : llvm::enumerate(results)) {
      split.getDims(op.numOperands + index, getDims(flow.dims, value));
      flow.partial[value] = partial.result;
      flow.reduction[value] = partial.reduction;
    }
  }

  ShardingTable flow;
  /// Targets of edges that an edge has reached.
  std::vector<bool> decided;
};

//===----------------------------------------------------------------------===//
// Sweeps 2 and 3
//===----------------------------------------------------------------------===//

class Propagator : Sweep {
public:
  Propagator(const Mesh &mesh, const PropagationGraph &graph,
             ShardingTable flow)
      : Sweep(mesh, graph), flow(std::move(flow)), final(graph),
        demand(graph.shapes.size()), demandState(graph.values.size(), Unknown),
        decided(graph.values.size()), forced(graph.values.size()),
        keepPartial(graph.values.size()), laterBytes(graph.values.size()) {
    for (auto [op, first] : graph.loopResults)
      loopResults[op] = first;
    result.required.assign(graph.ids.size(), PropagationResult::kAsSeen);
    result.produced.resize(graph.values.size());
    result.seen.resize(graph.values.size());
  }

  PropagationResult run() {
    for (const Op &op : llvm::reverse(graph.ops))
      demandBackward(op);
    for (const Op &op : graph.ops)
      decide(op);
    result.shardings = numbers.take();
    return std::move(result);
  }

private:
  int64_t getLocalBytes(ValueId value, Words dims) const {
    int64_t bytes = graph.values[value].elementBytes;
    for (auto [size, word] : llvm::zip_equal(graph.getShape(value), dims))
      bytes *= size / mesh.getSize(AtomList::fromWord(word));
    return bytes;
  }
  int64_t getReshardBytes(ValueId value, Words from, uint32_t fromPartial,
                          Words to, uint32_t toPartial) const {
    if (from == to && fromPartial == toPartial)
      return 0;
    return estimateReshardBytes(
        mesh, asLists(from), AtomList::fromMask(fromPartial), asLists(to),
        AtomList::fromMask(toPartial), graph.getShape(value),
        graph.values[value].elementBytes);
  }

  //===--------------------------------------------------------------------===//
  // Sweep 2: demand
  //===--------------------------------------------------------------------===//

  enum DemandState : uint8_t {
    /// No use has spoken.
    Unknown,
    /// All uses want the same.
    Agreed,
    /// `demand` is what they have in common.
    Differing,
  };

  void want(ValueId value, Words dims) {
    if (graph.values[value].isSource)
      return;
    MutableWords known = getDims(demand, value);
    if (demandState[value] == Unknown) {
      llvm::copy(dims, known.begin());
      demandState[value] = Agreed;
      return;
    }
    for (auto [word, other] : llvm::zip_equal(known, dims)) {
      if (word == other)
        continue;
      demandState[value] = Differing;
      word = AtomList::commonPrefix(AtomList::fromWord(word),
                                    AtomList::fromWord(other))
                 .getWord();
    }
  }

  void demandBackward(const Op &op) {
    llvm::ArrayRef<ValueId> operands = graph.getOperands(op);
    switch (op.kind) {
    case OpKind::Fixed:
      return;
    case OpKind::Sink: {
      llvm::SmallVector<uint64_t, 4> dims(getFixed(op).dims.size());
      setWords(dims, getFixed(op));
      want(operands[0], dims);
      forced[operands[0]] = true;
      return;
    }
    case OpKind::Edge:
      demandAcrossEdge(op);
      return;
    case OpKind::Compute:
      break;
    }
    FactorSplit split = merge(op, flow);
    priceLateReduction(op, split);
    proposeDemand(op, split, /*allowed=*/~0u);
    llvm::SmallVector<uint64_t, 4> dims;
    for (auto [index, value] : llvm::enumerate(operands)) {
      dims.resize(graph.values[value].rank);
      split.getDims(index, dims);
      want(value, dims);
    }
  }

  /// Adds to a split what is wanted of the results, for parallel factors.
  void proposeDemand(const Op &op, FactorSplit &split, uint32_t allowed) const {
    for (auto [index, value] : llvm::enumerate(graph.getResults(op)))
      if (demandState[value] != Unknown)
        split.proposeParallel(op.numOperands + index, getDims(demand, value),
                              allowed);
    split.normalize();
  }

  void demandAcrossEdge(const Op &op) {
    auto it = loopResults.find(&op - graph.ops.data());
    for (auto [index, operand, target] :
         llvm::enumerate(graph.getOperands(op), graph.getResults(op))) {
      forced[operand] = true;
      if (demandState[target] == Unknown && it != loopResults.end()) {
        ValueId final = graph.ids[it->second + index];
        if (demandState[final] != Unknown &&
            graph.getShape(final) == graph.getShape(target)) {
          want(operand, getDims(demand, final));
          continue;
        }
      }
      if (demandState[target] != Unknown)
        want(operand, getDims(demand, target));
    }
  }

  /// Decides, all uses of the results being known, whether to keep them
  /// partial, and charges the operands that would pass their partial atoms on.
  void priceLateReduction(const Op &op, const FactorSplit &split) {
    double resolve = 0;
    for (ValueId value : graph.getResults(op)) {
      if (!flow.partial[value])
        continue;
      double now = getLocalBytes(value, getDims(flow.dims, value));
      keepPartial[value] = !forced[value] && laterBytes[value] < now;
      resolve += keepPartial[value] ? laterBytes[value] : now;
    }
    llvm::ArrayRef<ValueId> operands = graph.getOperands(op);
    if (llvm::none_of(operands,
                      [&](ValueId value) { return flow.partial[value]; }))
      return;
    PartialFlow partial = getPartialFlow(op, split, flow);
    unsigned numPassing = llvm::popcount(partial.passing);
    for (auto [index, value] : llvm::enumerate(operands)) {
      if (!flow.partial[value])
        continue;
      bool passes = index < 64 && (partial.passing >> index & 1) &&
                    partial.passed == flow.partial[value];
      if (passes)
        laterBytes[value] += resolve / numPassing;
      else
        forced[value] = true;
    }
  }

  //===--------------------------------------------------------------------===//
  // Sweep 3: decide
  //===--------------------------------------------------------------------===//

  void decide(const Op &op) {
    llvm::ArrayRef<ValueId> results = graph.getResults(op);
    switch (op.kind) {
    case OpKind::Fixed:
      setWords(getDims(final.dims, results[0]), getFixed(op));
      record(results[0]);
      return;
    case OpKind::Sink: {
      llvm::SmallVector<uint64_t, 4> dims(getFixed(op).dims.size());
      setWords(dims, getFixed(op));
      require(op.firstOperand, dims, 0);
      for (ValueId value : results) {
        setWords(getDims(final.dims, value), getFixed(op));
        record(value);
      }
      return;
    }
    case OpKind::Edge:
      decideEdge(op);
      return;
    case OpKind::Compute:
      decideCompute(op);
      return;
    }
  }

  /// A target that nothing has reached lies as its operand does, or, where that
  /// has no sharding of its own, as is wanted of it.
  void decideEdge(const Op &op) {
    for (auto [index, operand, target] :
         llvm::enumerate(graph.getOperands(op), graph.getResults(op))) {
      MutableWords dims = getDims(final.dims, target);
      if (!decided[target]) {
        decided[target] = true;
        if (!graph.values[operand].isSource)
          llvm::copy(getDims(final.dims, operand), dims.begin());
        else if (demandState[target] != Unknown)
          llvm::copy(getDims(demand, target), dims.begin());
        record(target);
      }
      require(op.firstOperand + index, dims, 0);
    }
  }

  void decideCompute(const Op &op) {
    Choice choice = choose(op);
    extendForDemand(op, choice);
    llvm::SmallVector<uint64_t, 4> dims;
    for (auto [index, value] : llvm::enumerate(graph.getOperands(op))) {
      dims.resize(graph.values[value].rank);
      choice.split.getDims(index, dims);
      // A destination has the type of the result.
      bool isDestination =
          index < 64 && (getFactors(op).neutralOperands >> index & 1);
      bool isLinear =
          index < 64 && (getFactors(op).linearOperands >> index & 1);
      bool passes =
          choice.flow.passed && isLinear &&
          ((choice.flow.passing >> index & 1) || graph.values[value].isZero);
      require(op.firstOperand + index, dims,
              isDestination ? choice.flow.result
              : passes      ? choice.flow.passed
                            : 0,
              choice.flow.reduction);
    }
    for (auto [index, value] : llvm::enumerate(graph.getResults(op)))
      finishResult(op, choice, index, value);
  }

  /// Writes a result down; reduces it at once unless that is cheaper later.
  void finishResult(const Op &op, const Choice &choice, unsigned index,
                    ValueId value) {
    MutableWords dims = getDims(final.dims, value);
    choice.split.getDims(op.numOperands + index, dims);
    final.partial[value] = choice.flow.result;
    final.reduction[value] = choice.flow.reduction;
    record(value);
    if (!choice.flow.result ||
        (keepPartial[value] && flow.partial[value] == choice.flow.result))
      return;
    scatterAsWanted(value, dims, choice.flow.result);
    final.partial[value] = 0;
    final.reduction[value] = Reduction::Sum;
    result.seen[value] = numbers.number(dims, 0, Reduction::Sum);
  }

  /// Extends the dimensions of a value that is reduced over `reduced` with what
  /// is wanted of it, so that the reduction scatters.
  void scatterAsWanted(ValueId value, MutableWords dims, uint32_t reduced) {
    if (demandState[value] == Unknown)
      return;
    uint32_t used = getMask(dims);
    for (auto [word, wantedWord, size] :
         llvm::zip_equal(dims, getDims(demand, value), graph.getShape(value))) {
      AtomList known = AtomList::fromWord(word);
      AtomList wanted = AtomList::fromWord(wantedWord);
      if (!known.isPrefixOf(wanted))
        continue;
      for (unsigned i = known.size(), e = wanted.size(); i < e; ++i) {
        int64_t parts = mesh.getSize(known) * mesh.getAtoms()[wanted[i]].size;
        if ((used >> wanted[i] & 1) || size % parts)
          break;
        known.push_back(wanted[i]);
        used |= 1u << wanted[i];
      }
      word = known.getWord();
    }
  }

  /// The cheapest split of an operation's factors.
  Choice choose(const Op &op) {
    const OpFactors &factors = getFactors(op);
    llvm::SmallVector<unsigned, 4> hearing = getHearing(op);
    FactorSplit merged(mesh, factors);
    bool agreed = true;
    for (unsigned i : hearing)
      agreed &=
          merged.propose(i, getDims(final.dims, graph.getOperands(op)[i]));
    merged.normalize();
    if (agreed && !isReductionInDoubt(op, merged))
      return {merged, getPartialFlow(op, merged, final)};

    llvm::SmallVector<FactorSplit, 8> candidates{merged};
    for (unsigned first : hearing) {
      FactorSplit split(mesh, factors);
      split.propose(first, getDims(final.dims, graph.getOperands(op)[first]));
      for (unsigned i : hearing)
        split.propose(i, getDims(final.dims, graph.getOperands(op)[i]));
      split.normalize();
      candidates.push_back(split);
    }
    FactorSplit wanted(mesh, factors);
    proposeDemand(op, wanted, ~0u);
    for (unsigned i : hearing)
      wanted.propose(i, getDims(final.dims, graph.getOperands(op)[i]));
    wanted.normalize();
    candidates.push_back(wanted);
    for (unsigned i = 0, e = candidates.size(); i < e; ++i) {
      FactorSplit split = candidates[i];
      if (!split.getReduced())
        continue;
      for (auto [index, factor] : llvm::enumerate(factors.factors))
        if (factor.kind == FactorKind::Reduced)
          split.clear(index);
      split.normalize();
      candidates.push_back(split);
    }
    std::optional<Choice> best;
    for (const FactorSplit &split : candidates) {
      Choice choice = price(op, split);
      if (!best || choice.bytes < best->bytes)
        best.emplace(choice);
    }
    return *best;
  }

  /// Whether a reduced factor is split though not all operands that have it
  /// are: then gathering may be cheaper. Where two operands agree, the split
  /// stays, because all devices compute.
  bool isReductionInDoubt(const Op &op, const FactorSplit &split) const {
    if (!split.getReduced())
      return false;
    const OpFactors &factors = getFactors(op);
    for (auto [factor, info] : llvm::enumerate(factors.factors)) {
      if (info.kind != FactorKind::Reduced || split.getAtoms(factor).empty())
        continue;
      unsigned carriers = 0;
      for (auto [index, value] : llvm::enumerate(graph.getOperands(op))) {
        if (graph.values[value].isSource)
          continue;
        for (auto [dim, list] : llvm::enumerate(factors.getDims(index))) {
          if (!llvm::is_contained(list, factor))
            continue;
          ++carriers;
          if (AtomList::fromWord(getDims(final.dims, value)[dim]) !=
              split.getAtoms(factor))
            return true;
        }
      }
      if (carriers < 2)
        return true;
    }
    return false;
  }

  /// The bytes that an operation moves under a split: for its operands, for the
  /// reduction of its results, and to what is wanted of them.
  Choice price(const Op &op, const FactorSplit &split) {
    Choice choice{split, getPartialFlow(op, split, final)};
    llvm::SmallVector<uint64_t, 4> dims;
    for (auto [index, value] : llvm::enumerate(graph.getOperands(op))) {
      if (graph.values[value].isSource)
        continue;
      dims.resize(graph.values[value].rank);
      split.getDims(index, dims);
      uint32_t partial = index < 64 && (choice.flow.passing >> index & 1)
                             ? choice.flow.passed
                             : 0;
      if (!isAvailable(value, dims, partial, choice.flow.reduction))
        choice.bytes += getReshardBytes(value, getDims(final.dims, value),
                                        final.partial[value], dims, partial);
    }
    for (auto [index, value] : llvm::enumerate(graph.getResults(op))) {
      dims.resize(graph.values[value].rank);
      split.getDims(op.numOperands + index, dims);
      llvm::SmallVector<uint64_t, 4> after(dims);
      if (choice.flow.result)
        scatterAsWanted(value, after, choice.flow.result);
      choice.bytes +=
          getReshardBytes(value, dims, choice.flow.result, after, 0);
      if (demandState[value] == Agreed)
        choice.bytes +=
            getReshardBytes(value, after, 0, getDims(demand, value), 0);
    }
    return choice;
  }

  /// Splits parallel factors further as is wanted of the results, over atoms
  /// over which every operand is replicated: that costs nothing and saves work.
  void extendForDemand(const Op &op, Choice &choice) {
    uint32_t busy = choice.flow.result;
    for (ValueId value : graph.getOperands(op))
      if (!graph.values[value].isSource)
        busy |= getMask(getDims(final.dims, value)) | final.partial[value];
    proposeDemand(op, choice.split, ~busy);
  }

  //===--------------------------------------------------------------------===//
  // Writing down
  //===--------------------------------------------------------------------===//

  /// Records a value's sharding as produced and as seen.
  void record(ValueId value) {
    result.produced[value] =
        numbers.number(getDims(final.dims, value), final.partial[value],
                       final.reduction[value]);
    result.seen[value] = result.produced[value];
  }

  /// Records the sharding in which the operand at `position` is taken.
  void require(uint32_t position, Words dims, uint32_t partial,
               Reduction reduction = Reduction::Sum) {
    ValueId value = graph.ids[position];
    bool isSource = graph.values[value].isSource;
    if (!isSource && getDims(final.dims, value) == dims &&
        final.partial[value] == partial)
      return;
    result.required[position] = numbers.number(dims, partial, reduction);
    if (!isSource)
      reshards.insert({value, result.required[position]});
  }

  /// Whether the value was resharded so before: then it costs nothing again.
  bool isAvailable(ValueId value, Words dims, uint32_t partial,
                   Reduction reduction) {
    auto id = numbers.find(dims, partial, reduction);
    return id && reshards.contains({value, *id});
  }

  ShardingTable flow, final;
  std::vector<uint64_t> demand;
  std::vector<DemandState> demandState;
  /// Targets of edges that an edge has reached.
  std::vector<bool> decided;
  /// Values with a use that needs them reduced.
  std::vector<bool> forced;
  std::vector<bool> keepPartial;
  /// The bytes of the reductions that uses of a partial value lead to.
  std::vector<double> laterBytes;
  llvm::DenseMap<uint32_t, uint32_t> loopResults;
  /// What values were resharded to.
  llvm::DenseSet<std::pair<ValueId, ShardingNumbers::Id>> reshards;
  ShardingNumbers numbers;
  PropagationResult result;
};

} // namespace

ShardingTable mlir::shardwise::findFlow(const Mesh &mesh,
                                        const PropagationGraph &graph) {
  return FlowFinder(mesh, graph).run();
}

PropagationResult mlir::shardwise::propagate(const Mesh &mesh,
                                             const PropagationGraph &graph,
                                             ShardingTable flow) {
  return Propagator(mesh, graph, std::move(flow)).run();
}
