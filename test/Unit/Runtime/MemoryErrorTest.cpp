//===- MemoryErrorTest.cpp - A plan that a device cannot hold -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests what is said of a step that needs more memory than a device has.
//
//===----------------------------------------------------------------------===//

#include "MemoryError.h"
#include "../Sharding/TestUtils.h"
#include <gtest/gtest.h>

using namespace shardwise;
using namespace shardwise::runtime;

static ShardInfo makeShard(const char *name, int64_t rows, bool isSplit) {
  ShardInfo info;
  info.role = ShardInfo::Variable;
  info.name = name;
  info.type = ElementType::F32;
  info.globalShape = {rows, 4};
  info.sharding = isSplit ? makeSharding({{0}, {}}) : makeSharding({{}, {}});
  return info;
}

TEST(MemoryError, NamesTheLargestPartsOfADevice) {
  Plan plan;
  plan.mesh = makeMesh({2});
  plan.arenaBytes = 77;
  plan.shards = {makeShard("small", 2, false), makeShard("split", 100, true),
                 makeShard("whole", 60, false)};
  EXPECT_EQ(describeMissingMemory(plan, 2000, 500, 1),
            "device 1 needs 2000 bytes and has 500 free; between the tensors "
            "of the step lie 77, the largest tensors are 'whole' with 960, "
            "'split' with 800, 'small' with 32");
  for (const char *name : {"a", "b", "c", "d"})
    plan.shards.push_back(makeShard(name, 1, false));
  EXPECT_EQ(describeMissingMemory(plan, 2000, 500, 0),
            "device 0 needs 2000 bytes and has 500 free; between the tensors "
            "of the step lie 77, the largest tensors are 'whole' with 960, "
            "'split' with 800, 'small' with 32, 'a' with 16, 'b' with 16 and 2 "
            "more");
}
