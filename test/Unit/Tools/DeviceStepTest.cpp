//===- DeviceStepTest.cpp - Tests of steps and the bundles they are of ----===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests that a compiled step trains the bundle that it was compiled from, and
// no other of the same name.
//
//===----------------------------------------------------------------------===//

#include "../Bundle/SampleBundle.h"
#include "FakeExecutor.h"
#include "Training.h"

using namespace shardwise;
using namespace shardwise::test;
using namespace shardwise::tools;
using namespace shardwise::runtime;

namespace {
ShardInfo makeShard(ShardInfo::Role role, const char *name, ElementType type,
                    std::vector<int64_t> shape, int64_t argument,
                    int64_t result) {
  ShardInfo shard;
  shard.role = role;
  shard.name = name;
  shard.type = type;
  shard.sharding = Sharding::replicated(shape.size());
  shard.globalShape = std::move(shape);
  shard.argument = argument;
  shard.result = result;
  return shard;
}

/// The tensors of the sample's step.
std::vector<ShardInfo> makeShards() {
  using enum ElementType;
  return {makeShard(ShardInfo::Variable, "w", F32, {2}, 0, 1),
          makeShard(ShardInfo::Variable, "frozen", F32, {2}, 1, -1),
          makeShard(ShardInfo::Variable, "count", I32, {}, 2, 2),
          makeShard(ShardInfo::Input, "x", F32, {1}, 3, -1),
          makeShard(ShardInfo::Output, "loss", F32, {}, -1, 0),
          makeShard(ShardInfo::Output, "prediction", F32, {2}, -1, 3)};
}

/// What is wrong with a step of these tensors for the sample.
std::string findProblem(std::vector<ShardInfo> shards) {
  TempFolder folder;
  auto bundle = SampleBundle().open(folder);
  EXPECT_TRUE(bool(bundle));
  FakeExecutor executor;
  executor.plan.shards = std::move(shards);
  return messageOf(DeviceStep::create(*bundle, Mesh(), executor));
}
} // namespace

TEST(DeviceStepTest, FitsItsBundle) {
  EXPECT_EQ(findProblem(makeShards()), "");
}

TEST(DeviceStepTest, OtherTypes) {
  auto shards = makeShards();
  shards[3].type = ElementType::I32;
  EXPECT_EQ(findProblem(shards),
            "the step has i32 1 as argument 3 'x', the bundle has 1xfloat32: "
            "it was compiled from another bundle");
  shards = makeShards();
  shards[5].globalShape = {2, 1};
  EXPECT_EQ(findProblem(shards),
            "the step has f32 2x1 as result 3 'prediction', the bundle has "
            "2xfloat32: it was compiled from another bundle");
}

TEST(DeviceStepTest, OtherNumbers) {
  auto shards = makeShards();
  shards.erase(shards.begin() + 1);
  EXPECT_EQ(findProblem(shards),
            "the step has no argument 1 'frozen': it was compiled from another "
            "bundle");
  shards = makeShards();
  shards.push_back(
      makeShard(ShardInfo::Input, "y", ElementType::F32, {1}, 4, -1));
  EXPECT_EQ(findProblem(shards),
            "the step has argument 4 'y', the bundle has 4 arguments: it was "
            "compiled from another bundle");
  shards = makeShards();
  shards.pop_back();
  EXPECT_EQ(findProblem(shards),
            "the step has no result 3 'prediction': it was compiled from "
            "another bundle");
}
