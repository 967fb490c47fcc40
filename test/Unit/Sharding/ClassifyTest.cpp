//===- ClassifyTest.cpp - Names of collectives and chosen plans -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests that changes of sharding get their names, that plans take the steps
// they should, and that transfers are few and come from where they should.
//
//===----------------------------------------------------------------------===//

#include "TestUtils.h"
#include "shardwise/Sharding/ReshardPlan.h"
#include "gtest/gtest.h"

using namespace shardwise;

namespace {
/// The atoms of the mesh (a = 2, b = 2, c = 2).
constexpr unsigned a = 0, b = 1, c = 2;

std::string getKind(const Mesh &mesh, const Sharding &from,
                    const Sharding &to) {
  std::optional<CollectiveKind> kind = classify(mesh, from, to);
  return kind ? std::string(toString(*kind)) : "";
}

/// The names of the steps, and the bytes of 8x8 elements of one byte.
std::string getPlan(const Mesh &mesh, const Sharding &from,
                    const Sharding &to) {
  int64_t shape[] = {8, 8};
  std::vector<std::string> names;
  int64_t bytes = 0;
  for (const ReshardStep &step : planReshard(mesh, from, to, shape)) {
    names.push_back(std::string(toString(step.kind)));
    bytes += getBytesReceived(mesh, step, shape, 1);
  }
  return join(names, " ", std::identity()) + " " + std::to_string(bytes);
}
} // namespace

TEST(Classify, Movements) {
  Mesh mesh = makeMesh({2, 2, 2});
  struct {
    Sharding from, to;
    const char *kind;
  } cases[] = {
      {makeSharding({{a}, {}}), makeSharding({{a}, {}}), ""},
      {makeSharding({{}, {}}), makeSharding({{a}, {b}}), "all_slice"},
      {makeSharding({{a}, {}}), makeSharding({{a, b}, {}}), "all_slice"},
      {makeSharding({{a, b}, {c}}), makeSharding({{a}, {}}), "all_gather"},
      {makeSharding({{a, b}, {}}), makeSharding({{b}, {}}), "exchange"},
      {makeSharding({{a}, {}}), makeSharding({{}, {a}}), "all_to_all"},
      {makeSharding({{a, b}, {}}), makeSharding({{}, {b, a}}), "all_to_all"},
      {makeSharding({{a, b}, {c}}), makeSharding({{a}, {c, b}}), "all_to_all"},
      {makeSharding({{a, b}, {c}}), makeSharding({{b}, {c, a}}), "exchange"},
      {makeSharding({{a}, {b}}), makeSharding({{b}, {a}}),
       "collective_permute"},
      {makeSharding({{a, b}, {}}), makeSharding({{b, a}, {}}),
       "collective_permute"},
      {makeSharding({{a}, {}}), makeSharding({{b}, {}}), "collective_permute"},
      {makeSharding({{a}, {}}), makeSharding({{b}, {a}}), "exchange"},
      {makeSharding({{a}, {}}), makeSharding({{}, {b}}), "exchange"},
      {makeSharding({{a}, {}}, {c}), makeSharding({{}, {}}, {c}), "all_gather"},
  };
  for (const auto &test : cases)
    EXPECT_EQ(getKind(mesh, test.from, test.to), test.kind)
        << toString(mesh, test.from) << " to " << toString(mesh, test.to);
}

TEST(Classify, Reductions) {
  Mesh mesh = makeMesh({2, 2, 2});
  struct {
    Sharding from, to;
    const char *kind;
  } cases[] = {
      {makeSharding({{a}}, {b}), makeSharding({{a}}), "all_reduce"},
      {makeSharding({{a}}, {b, c}), makeSharding({{a}}, {c}), "all_reduce"},
      {makeSharding({{a}}, {b}), makeSharding({{a, b}}), "reduce_scatter"},
      {makeSharding({{}}, {a, b, c}), makeSharding({{c, a}}, {b}),
       "reduce_scatter"},
      // One collective does not suffice.
      {makeSharding({{a}}, {b}), makeSharding({{b, a}}), ""},
      {makeSharding({{}}, {b}), makeSharding({{a}}), ""},
      {makeSharding({{a}}, {b}), makeSharding({{}}), ""},
      {makeSharding({{}}, {a, b}), makeSharding({{a}}), ""},
      // No collective does this.
      {makeSharding({{}}), makeSharding({{}}, {a}), ""},
      {makeSharding({{}}, {a, b}), makeSharding({{}}, {a}, Reduction::Max), ""},
  };
  for (const auto &test : cases)
    EXPECT_EQ(getKind(mesh, test.from, test.to), test.kind)
        << toString(mesh, test.from) << " to " << toString(mesh, test.to);
}

TEST(ReshardPlan, Steps) {
  Mesh mesh = makeMesh({2, 2, 2});
  struct {
    Sharding from, to;
    const char *plan;
  } cases[] = {
      {makeSharding({{a}, {}}), makeSharding({{a}, {}}), " 0"},
      {makeSharding({{a}, {}}), makeSharding({{b}, {a}}), "exchange 16"},
      {makeSharding({{}, {}}, {a}), makeSharding({{}, {}}), "all_reduce 64"},
      {makeSharding({{}, {}}, {a, b}), makeSharding({{a}, {b}}),
       "reduce_scatter 48"},
      // Slicing first halves the reduction, gathering comes after it.
      {makeSharding({{}, {}}, {a}), makeSharding({{b}, {}}),
       "all_slice all_reduce 32"},
      {makeSharding({{}, {}}, {a}), makeSharding({{b, a}, {}}),
       "all_slice reduce_scatter 16"},
      {makeSharding({{b}, {}}, {a}), makeSharding({{}, {a}}),
       "reduce_scatter all_gather 32"},
      // The scattered atoms come off first: all_reduce sees less.
      {makeSharding({{}, {}}, {a, b}), makeSharding({{a}, {}}),
       "reduce_scatter all_reduce 64"},
      // The target's order is made by one movement of the smallest value.
      {makeSharding({{c}, {}}, {a}), makeSharding({{a, c}, {}}),
       "reduce_scatter collective_permute 32"},
      {makeSharding({{}, {}}, {a, b}), makeSharding({{}, {}}, {b}),
       "all_reduce 64"},
  };
  for (const auto &test : cases)
    EXPECT_EQ(getPlan(mesh, test.from, test.to), test.plan)
        << toString(mesh, test.from) << " to " << toString(mesh, test.to);
}

TEST(ReshardPlan, KeepsTheReduction) {
  Mesh mesh = makeMesh({2, 2, 2});
  int64_t shape[] = {8};
  auto plan = planReshard(mesh, makeSharding({{}}, {a, b}, Reduction::Max),
                          makeSharding({{c}}, {b}, Reduction::Max), shape);
  ASSERT_EQ(plan.size(), 2u);
  EXPECT_EQ(plan[0].to, makeSharding({{c}}, {a, b}, Reduction::Max));
  EXPECT_EQ(plan[1].to, makeSharding({{c}}, {b}, Reduction::Max));
}

TEST(Transfers, OnePerPart) {
  Mesh mesh = makeMesh({8});
  int64_t shape[] = {16, 4};
  auto transfers = getTransfers(mesh, makeSharding({{0, 1, 2}, {}}),
                                makeSharding({{}, {}}), shape, /*device=*/5);
  ASSERT_EQ(transfers.size(), 8u);
  EXPECT_EQ(transfers[0].peer, 5);
  EXPECT_EQ(transfers[0].targetOffsets[0], 10);
  for (const Transfer &transfer : transfers) {
    EXPECT_EQ(transfer.source.offsets[0], 0);
    EXPECT_EQ(transfer.source.sizes[0], 2);
    EXPECT_EQ(transfer.source.sizes[1], 4);
    EXPECT_EQ(transfer.targetOffsets[0], 2 * transfer.peer);
  }
}

TEST(Transfers, FromTheNearestHolder) {
  Mesh mesh = makeMesh({2, 2});
  int64_t shape[] = {4};
  // Each of two replicas gathers from itself.
  for (int64_t device = 0; device < 4; ++device)
    for (const Transfer &transfer : getTransfers(
             mesh, makeSharding({{b}}), makeSharding({{}}), shape, device))
      EXPECT_EQ(transfer.peer / 2, device / 2);
}

TEST(Transfers, SpreadOverHolders) {
  Mesh mesh = makeMesh({3, 3});
  int64_t shape[] = {9};
  std::vector<unsigned> sent(9);
  for (int64_t device = 0; device < 9; ++device)
    for (const Transfer &transfer : getTransfers(
             mesh, makeSharding({{0}}), makeSharding({{1}}), shape, device))
      sent[transfer.peer] += transfer.peer != device;
  // Devices (i, i) hold what they need; the others swap.
  EXPECT_EQ(sent, (std::vector<unsigned>{0, 1, 1, 1, 0, 1, 1, 1, 0}));
}
