//===- Propagation.cpp - Decide the sharding of every value ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "shardwise/Sharding/Propagation.h"
#include "shardwise/Sharding/FactorSplit.h"
#include "shardwise/Sharding/ReshardPlan.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"

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

/// A sharding of one value per entry of a table: dimensions at the value's
/// place, partial atoms beside.
struct ShardingTable {
  std::vector<uint64_t> dims;
  std::vector<uint16_t> partial;
  std::vector<Reduction> reduction;

  ShardingTable(size_t numDims, size_t numValues)
      : dims(numDims), partial(numValues), reduction(numValues) {}
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

class Propagator {
public:
  Propagator(const Mesh &mesh, const PropagationGraph &graph)
      : mesh(mesh), graph(graph),
        flow(graph.shapes.size(), graph.values.size()),
        final(graph.shapes.size(), graph.values.size()),
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
    for (const Op &op : graph.ops)
      flowForward(op);
    for (const Op &op : llvm::reverse(graph.ops))
      demandBackward(op);
    llvm::fill(decided, false);
    for (const Op &op : graph.ops)
      decide(op);
    return std::move(result);
  }

  std::vector<uint16_t> runFlow() {
    for (const Op &op : graph.ops)
      flowForward(op);
    return std::move(flow.partial);
  }

private:
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
  static void setWords(MutableWords words, const Sharding &sharding) {
    for (auto [word, list] : llvm::zip_equal(words, sharding.dims))
      word = list.getWord();
  }

  //===--------------------------------------------------------------------===//
  // What an operation does under a split
  //===--------------------------------------------------------------------===//

  /// The operands in the order in which they are heard: larger ones first.
  llvm::SmallVector<unsigned, 4> getHearing(const Op &op,
                                            const ShardingTable &table) const {
    llvm::ArrayRef<ValueId> operands = graph.getOperands(op);
    llvm::SmallVector<unsigned, 4> order;
    for (unsigned i = 0, e = operands.size(); i < e; ++i)
      if (!graph.values[operands[i]].isSource)
        order.push_back(i);
    if (order.size() > 1)
      llvm::sort(order, [&](unsigned a, unsigned b) {
        return std::pair(-getGlobalBytes(operands[a]), a) <
               std::pair(-getGlobalBytes(operands[b]), b);
      });
    return order;
  }
  int64_t getGlobalBytes(ValueId value) const {
    return llvm::product_of(graph.getShape(value)) *
           graph.values[value].elementBytes;
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
      } else if (mask && allowed && getGlobalBytes(value) > largest) {
        largest = getGlobalBytes(value);
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

  //===--------------------------------------------------------------------===//
  // Sweep 1: flow
  //===--------------------------------------------------------------------===//

  void flowForward(const Op &op) {
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
    FactorSplit split = mergeFlow(op);
    PartialFlow partial = getPartialFlow(op, split, flow);
    for (auto [index, value] : llvm::enumerate(results)) {
      split.getDims(op.numOperands + index, getDims(flow.dims, value));
      flow.partial[value] = partial.result;
      flow.reduction[value] = partial.reduction;
    }
  }

  FactorSplit mergeFlow(const Op &op) const {
    FactorSplit split(mesh, getFactors(op));
    for (unsigned i : getHearing(op, flow))
      split.propose(i, getDims(flow.dims, graph.getOperands(op)[i]));
    split.normalize();
    return split;
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
    llvm::ArrayRef<ValueId> results = graph.getResults(op);
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
    FactorSplit split = mergeFlow(op);
    proposeDemand(op, split, /*allowed=*/~0u);
    llvm::SmallVector<uint64_t, 4> dims;
    for (auto [index, value] : llvm::enumerate(operands)) {
      dims.resize(graph.values[value].rank);
      split.getDims(index, dims);
      want(value, dims);
    }
    priceLateReduction(op, results);
  }

  /// Adds to a split what is wanted of the results, for parallel factors.
  void proposeDemand(const Op &op, FactorSplit &split, uint32_t allowed) const {
    const OpFactors &factors = getFactors(op);
    for (auto [index, value] : llvm::enumerate(graph.getResults(op)))
      if (demandState[value] != Unknown)
        split.propose(op.numOperands + index, getDims(demand, value), allowed,
                      [&](unsigned factor) {
                        return factors.factors[factor].kind ==
                               FactorKind::Parallel;
                      });
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
  void priceLateReduction(const Op &op, llvm::ArrayRef<ValueId> results) {
    FactorSplit split = mergeFlow(op);
    PartialFlow partial = getPartialFlow(op, split, flow);
    double resolve = 0;
    for (ValueId value : results) {
      if (!flow.partial[value])
        continue;
      double now = getLocalBytes(value, getDims(flow.dims, value));
      keepPartial[value] = !forced[value] && laterBytes[value] < now;
      resolve += keepPartial[value] ? laterBytes[value] : now;
    }
    llvm::ArrayRef<ValueId> operands = graph.getOperands(op);
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
    result.seen[value] = addEntry(dims, 0, Reduction::Sum);
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
    llvm::SmallVector<unsigned, 4> hearing = getHearing(op, final);
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
      if (!isAvailable(value, dims, partial))
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

  PropagationResult::Entry addEntry(Words dims, uint32_t partial,
                                    Reduction reduction) {
    uint32_t begin = result.dims.size();
    result.dims.insert(result.dims.end(), dims.begin(), dims.end());
    return {begin, static_cast<uint8_t>(dims.size()), reduction,
            AtomList::fromMask(partial).getWord()};
  }

  /// Records a value's sharding as produced and as seen.
  void record(ValueId value) {
    result.produced[value] =
        addEntry(getDims(final.dims, value), final.partial[value],
                 final.reduction[value]);
    result.seen[value] = result.produced[value];
  }

  /// Records the sharding in which the operand at `position` is taken.
  void require(uint32_t position, Words dims, uint32_t partial,
               Reduction reduction = Reduction::Sum) {
    ValueId value = graph.ids[position];
    bool asSeen = !graph.values[value].isSource &&
                  getDims(final.dims, value) == dims &&
                  final.partial[value] == partial;
    if (asSeen)
      return;
    result.required[position] = result.requirements.size();
    result.requirements.push_back(
        addEntry(dims, partial, partial ? reduction : Reduction::Sum));
    if (!graph.values[value].isSource)
      reshards[value].push_back(result.requirements.back());
  }

  /// Whether the value was resharded so before: then it costs nothing again.
  bool isAvailable(ValueId value, Words dims, uint32_t partial) const {
    auto it = reshards.find(value);
    if (it == reshards.end())
      return false;
    uint64_t word = AtomList::fromMask(partial).getWord();
    return llvm::any_of(it->second, [&](const PropagationResult::Entry &entry) {
      return entry.partial == word &&
             Words(result.dims).slice(entry.dims, entry.rank) == dims;
    });
  }

  const Mesh &mesh;
  const PropagationGraph &graph;
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
  llvm::DenseMap<ValueId, llvm::SmallVector<PropagationResult::Entry, 2>>
      reshards;
  PropagationResult result;
};

} // namespace

std::vector<uint16_t>
mlir::shardwise::findPartialFlow(const Mesh &mesh,
                                 const PropagationGraph &graph) {
  return Propagator(mesh, graph).runFlow();
}

PropagationResult mlir::shardwise::propagate(const Mesh &mesh,
                                             const PropagationGraph &graph) {
  return Propagator(mesh, graph).run();
}
