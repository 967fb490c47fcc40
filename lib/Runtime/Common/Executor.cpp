//===- Executor.cpp - What all executors share ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "shardwise/Runtime/Executor.h"
#include "shardwise/Runtime/Collectives.h"
#include "shardwise/Support/Ranges.h"
#include <chrono>
#include <string_view>
#include <vector>

using namespace shardwise;
using namespace shardwise::runtime;

std::optional<unsigned> Executor::findShard(std::string_view name) const {
  for (auto [number, shard] : enumerate(getShards()))
    if (shard.name == name)
      return number;
  return std::nullopt;
}

int64_t Executor::getGlobalBytes(unsigned shard) const {
  const ShardInfo &info = getShards()[shard];
  return getProduct(info.globalShape) * getByteSize(info.type);
}

int64_t Executor::getLocalBytes(unsigned shard) const {
  const ShardInfo &info = getShards()[shard];
  return getProduct(
             getLocalShape(getPlan().mesh, info.sharding, info.globalShape)) *
         getByteSize(info.type);
}

Error Executor::queueStep() {
  auto begin = std::chrono::steady_clock::now();
  Error error = runStep();
  std::chrono::duration<double, std::milli> time =
      std::chrono::steady_clock::now() - begin;
  milliseconds = time.count();
  return error;
}

Expected<double> Executor::finishStep(int64_t) { return milliseconds; }

BoxMove Executor::getPart(unsigned shard, int64_t device) const {
  const ShardInfo &info = getShards()[shard];
  const Mesh &mesh = getPlan().mesh;
  auto local = getLocalShape(mesh, info.sharding, info.globalShape);
  auto offsets = getLocalOffsets(mesh, info.sharding, info.globalShape, device);
  std::vector<int64_t> zeros(local.size(), 0);
  return BoxMove::make(local, info.globalShape, offsets, local, zeros);
}

random::Part Executor::getMadePart(unsigned shard, int64_t device) const {
  const ShardInfo &info = getShards()[shard];
  const Mesh &mesh = getPlan().mesh;
  auto local = getLocalShape(mesh, info.sharding, info.globalShape);
  auto offsets = getLocalOffsets(mesh, info.sharding, info.globalShape, device);
  return random::makePart(info.globalShape.data(), local.data(), offsets.data(),
                          local.size());
}

BoxMove Executor::getWhole(unsigned shard, int64_t device) const {
  BoxMove move = getPart(shard, device);
  std::swap(move.sourceOffset, move.targetOffset);
  std::swap(move.sourceStrides, move.targetStrides);
  return move;
}
