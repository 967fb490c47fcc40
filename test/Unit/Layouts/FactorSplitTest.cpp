//===- FactorSplitTest.cpp - Tests how factors of operations split --------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "shardwise/Layouts/FactorSplit.h"
#include "../Sharding/TestUtils.h"
#include "gtest/gtest.h"

using namespace mlir::shardwise;

namespace {

/// The words of some lists of atoms, as tables hold them.
llvm::SmallVector<uint64_t> words(std::initializer_list<AtomList> lists) {
  llvm::SmallVector<uint64_t> all;
  for (AtomList list : lists)
    all.push_back(list.getWord());
  return all;
}

/// [m, k] x [k, n] -> [m, n], all of size 8.
OpFactors makeContraction(FactorKind contracted = FactorKind::Reduced) {
  OpFactors op;
  uint8_t m = op.addFactor(8), n = op.addFactor(8);
  uint8_t k = op.addFactor(8, contracted);
  for (auto [row, column] : {std::pair(m, k), std::pair(k, n), std::pair(m, n)})
    op.beginValue(), op.addDim({row}), op.addDim({column});
  op.finish(2);
  return op;
}

/// [12] -> [4, 3] with factors of sizes 4 and 3.
OpFactors makeReshape() {
  OpFactors op;
  uint8_t major = op.addFactor(4), minor = op.addFactor(3);
  op.beginValue(), op.addDim({major, minor});
  op.beginValue(), op.addDim({major}), op.addDim({minor});
  op.finish(1);
  return op;
}

llvm::SmallVector<uint64_t> dimsOf(const FactorSplit &split, unsigned value,
                                   unsigned rank) {
  llvm::SmallVector<uint64_t> dims(rank);
  split.getDims(value, dims);
  return dims;
}

// Tests by examples how the atoms of one dimension are cut into those of its
// factors: on a mesh of atoms 0 (2), 1 (2), 2 (2), 3 (3).
TEST(FactorSplit, CutDimension) {
  Mesh mesh = makeMesh({2, 4, 3});
  struct Example {
    llvm::SmallVector<int64_t> sizes;
    AtomList atoms;
    std::vector<AtomList> parts;
    bool all;
  } examples[] = {
      {{4, 16}, {0, 1, 2}, {{0, 1}, {2}}, true},
      {{4, 16}, {0}, {{0}, {}}, true},
      {{4, 16}, {}, {{}, {}}, true},
      // The major factor is not split fully, so the minor one gets nothing.
      {{6, 4}, {0, 1}, {{0}, {}}, false},
      {{6, 4}, {0, 3, 1}, {{0, 3}, {1}}, true},
      {{5}, {0}, {{}}, false},
      // A factor of size 1 is split fully.
      {{1, 4}, {0, 1}, {{}, {0, 1}}, true},
      // A dimension of no factor takes no atoms.
      {{}, {0}, {}, false},
      {{}, {}, {}, true},
  };
  for (const Example &example : examples) {
    llvm::SmallVector<Factor> factors;
    llvm::SmallVector<uint8_t> dim;
    for (int64_t size : example.sizes) {
      dim.push_back(factors.size());
      factors.push_back({size});
    }
    std::vector<AtomList> parts;
    bool all = cutDimension(mesh, example.atoms, dim, factors,
                            [&](uint8_t factor, AtomList part) {
                              EXPECT_EQ(factor, parts.size());
                              parts.push_back(part);
                            });
    EXPECT_EQ(all, example.all) << mesh.toString(example.atoms);
    EXPECT_EQ(parts, example.parts) << mesh.toString(example.atoms);
  }
}

// Tests that operands that agree make one split, from which the result's
// dimensions and the reduced atoms follow.
TEST(FactorSplit, Agree) {
  Mesh mesh = makeMesh({2, 2});
  OpFactors op = makeContraction();
  FactorSplit split(mesh, op);
  EXPECT_TRUE(split.propose(0, words({{0}, {1}})));
  EXPECT_TRUE(split.propose(1, words({{1}, {}})));
  EXPECT_EQ(split.getAtoms(0), AtomList({0}));
  EXPECT_EQ(split.getAtoms(1), AtomList());
  EXPECT_EQ(split.getUsed(), 0b11u);
  EXPECT_EQ(split.getReduced(), 0b10u);
  EXPECT_EQ(dimsOf(split, 2, 2), words({{0}, {}}));
}

// Tests what is left out of proposals that conflict.
TEST(FactorSplit, Conflicts) {
  Mesh mesh = makeMesh({2, 2, 2});
  OpFactors op = makeContraction();
  FactorSplit split(mesh, op);
  EXPECT_TRUE(split.propose(0, words({{0}, {1}})));
  // The same atom cannot split another factor; the rest is taken.
  EXPECT_FALSE(split.propose(1, words({{1}, {0}})));
  EXPECT_EQ(split.getAtoms(1), AtomList());
  // A longer list extends what is there, a shorter one agrees.
  EXPECT_TRUE(split.propose(1, words({{1, 2}, {}})));
  EXPECT_EQ(split.getAtoms(2), AtomList({1, 2}));
  EXPECT_TRUE(split.propose(1, words({{1}, {}})));
  EXPECT_EQ(split.getAtoms(2), AtomList({1, 2}));
  // Another order disagrees and changes nothing.
  EXPECT_FALSE(split.propose(1, words({{2, 1}, {}})));
  EXPECT_EQ(split.getAtoms(2), AtomList({1, 2}));
}

// Tests that an extension goes as far as atoms are free and sizes divide.
TEST(FactorSplit, ExtendPartly) {
  Mesh mesh = makeMesh({2, 2, 3});
  OpFactors op = makeContraction();
  FactorSplit split(mesh, op);
  EXPECT_TRUE(split.propose(0, words({{1}, {}})));
  EXPECT_FALSE(split.propose(1, words({{0, 1}, {}})));
  EXPECT_EQ(split.getAtoms(2), AtomList({0})) << "atom 1 is in use";
  EXPECT_FALSE(split.propose(1, words({{}, {2}}))) << "3 does not divide 8";
  EXPECT_EQ(split.getAtoms(1), AtomList());
}

// Tests that whole factors are never split, and that `proposeParallel` speaks
// of parallel factors and allowed atoms alone.
TEST(FactorSplit, Restricted) {
  Mesh mesh = makeMesh({2, 2, 2});
  OpFactors whole = makeContraction(FactorKind::Whole);
  FactorSplit split(mesh, whole);
  EXPECT_FALSE(split.propose(0, words({{0}, {1}})));
  EXPECT_EQ(split.getUsed(), 0b1u);

  OpFactors op = makeContraction();
  FactorSplit parallel(mesh, op);
  EXPECT_TRUE(parallel.proposeParallel(0, words({{0}, {1}}), ~0u));
  EXPECT_EQ(parallel.getUsed(), 0b1u);
  EXPECT_FALSE(parallel.proposeParallel(1, words({{}, {1, 2}}), 0b010));
  EXPECT_EQ(parallel.getAtoms(1), AtomList({1}));
}

// Tests that what was cleared is free again.
TEST(FactorSplit, Clear) {
  Mesh mesh = makeMesh({2});
  OpFactors op = makeContraction();
  FactorSplit split(mesh, op);
  EXPECT_TRUE(split.propose(0, words({{}, {0}})));
  EXPECT_FALSE(split.propose(1, words({{}, {0}})));
  split.clear(2);
  EXPECT_EQ(split.getUsed(), 0u);
  EXPECT_EQ(split.getReduced(), 0u);
  EXPECT_TRUE(split.propose(1, words({{}, {0}})));
  EXPECT_EQ(dimsOf(split, 2, 2), words({{}, {0}}));
}

// Tests that a product has no minor atoms unless its major factor is split
// fully.
TEST(FactorSplit, Normalize) {
  Mesh mesh = makeMesh({2, 2, 3});
  OpFactors op = makeReshape();
  FactorSplit split(mesh, op);
  EXPECT_TRUE(split.propose(1, words({{0}, {2}})));
  split.normalize();
  EXPECT_EQ(split.getUsed(), 0b1u);
  EXPECT_EQ(dimsOf(split, 0, 1), words({{0}}));

  FactorSplit full(mesh, op);
  EXPECT_TRUE(full.propose(1, words({{1, 0}, {2}})));
  full.normalize();
  EXPECT_EQ(dimsOf(full, 0, 1), words({{1, 0, 2}}));
  EXPECT_EQ(dimsOf(full, 1, 2), words({{1, 0}, {2}}));
  EXPECT_TRUE(op.hasProducts);
  EXPECT_FALSE(makeContraction().hasProducts);
}

} // namespace
