//===- PropagationTest.cpp - Tests of deciding shardings ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "shardwise/Layouts/Propagation.h"
#include "../Sharding/TestUtils.h"
#include "llvm/ADT/STLExtras.h"
#include "gtest/gtest.h"

using namespace mlir::shardwise;

namespace {
using ValueId = PropagationGraph::ValueId;

/// Builds graphs of matrices of 8 by 8 elements of 4 bytes, unless said.
struct Builder : PropagationGraph {
  ValueId matrix(int64_t rows = 8, int64_t columns = 8) {
    return addValue({rows, columns}, 4);
  }
  ValueId read(const Sharding &sharding, int64_t rows = 8,
               int64_t columns = 8) {
    ValueId value = matrix(rows, columns);
    addFixed(value, sharding);
    return value;
  }

  /// A pointwise operation, linear in all operands if `linear`.
  ValueId pointwise(llvm::ArrayRef<ValueId> operands, bool linear = false) {
    OpFactors op;
    for (int64_t size : getShape(operands[0]))
      op.addFactor(size);
    for (unsigned value = 0; value <= operands.size(); ++value) {
      op.beginValue();
      op.addDim({0}), op.addDim({1});
    }
    op.finish(operands.size());
    if (linear) {
      op.linearity = Linearity::Additive;
      op.linearOperands = (1 << operands.size()) - 1;
    }
    ValueId result = matrix(getShape(operands[0])[0], getShape(operands[0])[1]);
    addCompute(operands, {result}, addFactors(std::move(op)));
    return result;
  }

  /// The product of two matrices.
  ValueId multiply(ValueId a, ValueId b) {
    int64_t m = getShape(a)[0], k = getShape(a)[1], n = getShape(b)[1];
    OpFactors op;
    op.addFactor(m), op.addFactor(n), op.addFactor(k, FactorKind::Reduced);
    op.beginValue(), op.addDim({0}), op.addDim({2});
    op.beginValue(), op.addDim({2}), op.addDim({1});
    op.beginValue(), op.addDim({0}), op.addDim({1});
    op.finish(2);
    op.linearity = Linearity::Multiplicative;
    op.linearOperands = 3;
    ValueId result = matrix(m, n);
    addCompute({a, b}, {result}, addFactors(std::move(op)));
    return result;
  }

  PropagationResult decide(const Mesh &mesh) const {
    return propagate(mesh, *this, findFlow(mesh, *this));
  }
};

const Sharding whole = Sharding::replicated(2);
const Sharding rows = makeSharding({{0}, {}});
const Sharding columns = makeSharding({{}, {0}});
const Sharding partial = makeSharding({{}, {}}, {0});

// Tests what the graph keeps of values and operations.
TEST(PropagationGraph, Keeps) {
  PropagationGraph graph;
  ValueId a = graph.addValue({2, 3}, 4);
  ValueId b = graph.addValue({5}, 2, /*isSource=*/true, /*isZero=*/true);
  EXPECT_EQ(graph.getShape(a), llvm::ArrayRef<int64_t>({2, 3}));
  EXPECT_EQ(graph.values[a].bytes, 24);
  EXPECT_EQ(graph.values[b].bytes, 10);
  EXPECT_TRUE(graph.values[b].isSource && graph.values[b].isZero);
  auto edge = graph.addEdge({a}, {a}, {a});
  EXPECT_EQ(graph.getOperands(graph.ops[edge]), llvm::ArrayRef<ValueId>({a}));
  EXPECT_EQ(graph.getResults(graph.ops[edge]), llvm::ArrayRef<ValueId>({a}));
  ASSERT_EQ(graph.loopResults.size(), 1u);
  EXPECT_EQ(graph.ids[graph.loopResults[0].second], a);
}

// Tests that shardings flow through operations and nothing moves.
TEST(Propagation, Flow) {
  Mesh mesh = makeMesh({2});
  Builder graph;
  ValueId a = graph.read(rows);
  ValueId b = graph.pointwise({a});
  ValueId c = graph.multiply(b, graph.read(whole));
  graph.addSink(c, rows);
  PropagationResult result = graph.decide(mesh);
  EXPECT_EQ(result.getSharding(b), rows);
  EXPECT_EQ(result.getSharding(c), rows);
  EXPECT_TRUE(llvm::all_of(result.required, [](uint32_t required) {
    return required == PropagationResult::kAsSeen;
  }));
}

// Tests that a product over a split factor is partial, and reduced at once
// where its use is not linear.
TEST(Propagation, Reduces) {
  Mesh mesh = makeMesh({2});
  Builder graph;
  ValueId a = graph.multiply(graph.read(columns), graph.read(rows));
  graph.addSink(graph.pointwise({a}), whole);
  EXPECT_EQ(findFlow(mesh, graph).partial[a], 1);
  PropagationResult result = graph.decide(mesh);
  EXPECT_EQ(result.getProduced(a), partial);
  EXPECT_TRUE(result.isReshardedAtOnce(a));
  EXPECT_EQ(result.getSharding(a), whole);
}

// Tests that the reduction scatters where all uses want the value split.
TEST(Propagation, ReducesAsWanted) {
  Mesh mesh = makeMesh({2});
  Builder graph;
  ValueId a = graph.multiply(graph.read(columns), graph.read(rows));
  graph.addSink(graph.pointwise({a}), columns);
  PropagationResult result = graph.decide(mesh);
  EXPECT_EQ(result.getProduced(a), partial);
  EXPECT_EQ(result.getSharding(a), columns);
}

// Tests that three partial products are added before the one reduction.
TEST(Propagation, KeepsPartial) {
  Mesh mesh = makeMesh({2});
  Builder graph;
  llvm::SmallVector<ValueId> products;
  for (unsigned i = 0; i < 3; ++i)
    products.push_back(graph.multiply(graph.read(columns), graph.read(rows)));
  ValueId sum = graph.pointwise({products[0], products[1]}, true);
  ValueId total = graph.pointwise({sum, products[2]}, true);
  graph.addSink(total, whole);
  PropagationResult result = graph.decide(mesh);
  for (ValueId value : {products[0], products[1], products[2], sum})
    EXPECT_EQ(result.getSharding(value), partial) << value;
  EXPECT_EQ(result.getProduced(total), partial);
  EXPECT_EQ(result.getSharding(total), whole);
}

// Tests that a partial value with two uses that would each be reduced is
// reduced before them.
TEST(Propagation, ReducesBeforeTwoUses) {
  Mesh mesh = makeMesh({2});
  Builder graph;
  ValueId a = graph.multiply(graph.read(columns), graph.read(rows));
  for (unsigned i = 0; i < 2; ++i)
    graph.addSink(graph.pointwise({a}, true), whole);
  PropagationResult result = graph.decide(mesh);
  EXPECT_EQ(result.getProduced(a), partial);
  EXPECT_EQ(result.getSharding(a), whole);
}

// Tests that a conflict between a large and a small operand moves the smaller
// one, whichever comes first.
TEST(Propagation, ConflictsByBytes) {
  Mesh mesh = makeMesh({2});
  for (bool largeFirst : {true, false}) {
    // The contracted dimension is split in one operand, the other dimension in
    // the other; the result is small.
    Builder graph;
    ValueId a = graph.read(largeFirst ? rows : columns, largeFirst ? 64 : 2, 8);
    ValueId b = graph.read(largeFirst ? rows : columns, 8, largeFirst ? 2 : 64);
    ValueId c = graph.multiply(a, b);
    graph.addSink(c, largeFirst ? rows : columns);
    PropagationResult result = graph.decide(mesh);
    uint32_t position = graph.ops[2].firstOperand;
    unsigned large = largeFirst ? 0 : 1;
    EXPECT_EQ(result.required[position + large], PropagationResult::kAsSeen);
    EXPECT_EQ(result.getRequired(graph, position + 1 - large), whole);
    EXPECT_EQ(result.getSharding(c), largeFirst ? rows : columns);
  }
}

// Tests that uses with different wishes leave what they have in common.
TEST(Propagation, DemandsMeet) {
  Mesh mesh = makeMesh({2, 2});
  Builder graph;
  ValueId a = graph.pointwise({graph.read(whole)});
  graph.addSink(a, makeSharding({{0, 1}, {}}));
  graph.addSink(a, makeSharding({{0}, {1}}));
  EXPECT_EQ(graph.decide(mesh).getSharding(a), rows);
}

// Tests that every use of a source has its own sharding.
TEST(Propagation, Sources) {
  Mesh mesh = makeMesh({2});
  Builder graph;
  ValueId zero = graph.addValue({8, 8}, 4, /*isSource=*/true, /*isZero=*/true);
  graph.pointwise({graph.read(rows), zero});
  graph.pointwise({graph.read(columns), zero});
  PropagationResult result = graph.decide(mesh);
  EXPECT_EQ(result.getRequired(graph, graph.ops[1].firstOperand + 1), rows);
  EXPECT_EQ(result.getRequired(graph, graph.ops[3].firstOperand + 1), columns);
}

// Tests that a known zero is added to a partial value without a reduction.
TEST(Propagation, ZerosArePartial) {
  Mesh mesh = makeMesh({2});
  Builder graph;
  ValueId zero = graph.addValue({8, 8}, 4, /*isSource=*/true, /*isZero=*/true);
  ValueId a = graph.multiply(graph.read(columns), graph.read(rows));
  ValueId b = graph.pointwise({zero, a}, true);
  ValueId c = graph.multiply(graph.read(columns), graph.read(rows));
  graph.addSink(graph.pointwise({b, c}, true), whole);
  PropagationResult result = graph.decide(mesh);
  EXPECT_EQ(result.getSharding(a), partial);
  EXPECT_EQ(result.getSharding(b), partial);
  EXPECT_EQ(result.getRequired(graph, graph.ops[3].firstOperand), partial);
}

// Tests that a loop carries a value as it enters, and that the end of the loop
// gives it back so; what is wanted of the result decides for a source.
TEST(Propagation, Loops) {
  Mesh mesh = makeMesh({2});
  for (bool fromSource : {false, true}) {
    Builder graph;
    ValueId init =
        fromSource ? graph.addValue({8, 8}, 4, true) : graph.read(rows);
    ValueId carried = graph.matrix();
    graph.addEdge({init}, {carried});
    ValueId next = graph.pointwise({carried, graph.read(columns)});
    ValueId final = graph.matrix();
    graph.addEdge({next}, {carried}, {final});
    graph.addEdge({next}, {final});
    graph.addSink(final, rows);
    PropagationResult result = graph.decide(mesh);
    EXPECT_EQ(result.getSharding(carried), result.getRequired(graph, 0));
    auto back = llvm::find_if(graph.ops, [&](const PropagationGraph::Op &op) {
      return graph.getOperands(op) == llvm::ArrayRef<ValueId>({next});
    });
    ASSERT_NE(back, graph.ops.end());
    EXPECT_EQ(result.getRequired(graph, back->firstOperand),
              result.getSharding(carried));
    if (!fromSource) {
      EXPECT_EQ(result.getSharding(carried), rows);
    }
  }
}

// Tests that a sink with a result gives it the sharding that was asked for.
TEST(Propagation, Requests) {
  Mesh mesh = makeMesh({2});
  Builder graph;
  ValueId a = graph.read(rows), b = graph.matrix();
  graph.addSink(a, columns, b);
  PropagationResult result = graph.decide(mesh);
  EXPECT_EQ(result.getRequired(graph, graph.ops[1].firstOperand), columns);
  EXPECT_EQ(result.getSharding(b), columns);
}

// Tests that equal graphs have equal results, and few shardings.
TEST(Propagation, Deterministic) {
  Mesh mesh = makeMesh({2, 2});
  auto decide = [&] {
    Builder graph;
    ValueId x = graph.read(makeSharding({{0}, {}}));
    for (unsigned i = 0; i < 50; ++i) {
      ValueId up = graph.multiply(x, graph.read(makeSharding({{}, {1}})));
      ValueId down = graph.multiply(graph.pointwise({up}),
                                    graph.read(makeSharding({{1}, {}})));
      x = graph.pointwise({x, down}, true);
    }
    graph.addSink(x, Sharding::replicated(2));
    return graph.decide(mesh);
  };
  PropagationResult first = decide(), second = decide();
  EXPECT_EQ(first.produced, second.produced);
  EXPECT_EQ(first.seen, second.seen);
  EXPECT_EQ(first.required, second.required);
  EXPECT_TRUE(llvm::equal(first.shardings, second.shardings));
  EXPECT_LT(first.shardings.size(), 8u);
}

} // namespace
