//===- ShardingTest.cpp - Local shapes, offsets and legality --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests that a sharding gives every device its part, and that bad shardings are
// named as such.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Sharding/Sharding.h"
#include "TestUtils.h"
#include "gtest/gtest.h"

using namespace shardwise;

namespace {
using Sizes = Shape;
/// (data = 2, model = 4): atom 0 is data, 1 and 2 are model.
const Mesh &getMesh() {
  static Mesh mesh({{"data", 2}, {"model", 4}});
  return mesh;
}
} // namespace

TEST(Sharding, Parts) {
  int64_t shape[] = {4, 8};
  struct {
    Sharding sharding;
    Sizes local, offsetsOfDevice6;
    const char *text;
  } cases[] = {
      {makeSharding({{}, {}}), {4, 8}, {0, 0}, "[[], []]"},
      {makeSharding({{0}, {1, 2}}), {2, 2}, {2, 4}, R"([["data"], ["model"]])"},
      {makeSharding({{}, {1, 2, 0}}),
       {4, 1},
       {0, 5},
       R"([[], ["model", "data"]])"},
      {makeSharding({{0}, {}}, {1, 2}),
       {2, 8},
       {2, 0},
       R"([["data"], []], partial(sum) = ["model"])"},
      {makeSharding({{2}, {}}, {0}, Reduction::Max),
       {2, 8},
       {0, 0},
       R"([["model":(2)2], []], partial(max) = ["data"])"},
  };
  for (const auto &test : cases) {
    EXPECT_EQ(validate(getMesh(), test.sharding, shape), std::nullopt);
    EXPECT_EQ(getLocalShape(getMesh(), test.sharding, shape), test.local);
    EXPECT_EQ(getLocalOffsets(getMesh(), test.sharding, shape, 6),
              test.offsetsOfDevice6);
    EXPECT_EQ(toString(getMesh(), test.sharding), test.text);
  }
}

TEST(Sharding, Validates) {
  int64_t shape[] = {4, 6};
  std::pair<Sharding, const char *> cases[] = {
      {makeSharding({{}}), "the sharding has 1 dimensions, the tensor has 2"},
      {makeSharding({{0}, {0}}), "the sharding uses axis \"data\" twice"},
      {makeSharding({{1}, {1}}), "the sharding uses axis \"model\" twice"},
      {makeSharding({{0}, {}}, {0}), "the sharding uses axis \"data\" twice"},
      {makeSharding({{}, {1, 2}}),
       "dimension 1 of size 6 is not divisible by 4, the size of [\"model\"]"},
      {makeSharding({{3}, {}}), "the sharding uses atom 3, the mesh has 3"},
  };
  for (const auto &[sharding, problem] : cases)
    EXPECT_EQ(validate(getMesh(), sharding, shape), std::string(problem));
}

TEST(Sharding, Queries) {
  Sharding sharding = makeSharding({{0}, {2}}, {1}, Reduction::Min);
  EXPECT_EQ(sharding.getSplitMask(), 0b101u);
  EXPECT_FALSE(sharding.isReplicated());
  EXPECT_EQ(sharding.withoutPartial(), makeSharding({{0}, {2}}));
  EXPECT_NE(sharding, sharding.withoutPartial());
  EXPECT_TRUE(Sharding::replicated(3).isReplicated());
  EXPECT_FALSE(makeSharding({{}}, {1}).isReplicated());
}
