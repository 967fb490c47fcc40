//===- MemoryError.cpp - A plan that a device cannot hold -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MemoryError.h"
#include "shardwise/Support/Ranges.h"
#include "shardwise/Support/Text.h"
#include <algorithm>
#include <span>
#include <vector>

using namespace shardwise;
using namespace shardwise::runtime;

/// How many of the largest tensors are named.
static constexpr size_t kNamed = 5;

int64_t shardwise::runtime::getShardBytes(const Plan &plan,
                                          const ShardInfo &shard) {
  return getProduct(
             getLocalShape(plan.mesh, shard.sharding, shard.globalShape)) *
         getByteSize(shard.type);
}

std::string shardwise::runtime::describeMissingMemory(const Plan &plan,
                                                      int64_t wanted,
                                                      int64_t available,
                                                      int64_t device) {
  // The largest first, else in the order of the plan.
  std::vector<std::pair<int64_t, size_t>> sizes;
  for (auto [number, shard] : enumerate(plan.shards))
    sizes.emplace_back(-getShardBytes(plan, shard), number);
  std::ranges::sort(sizes);
  auto named = std::span(sizes).first(std::min(kNamed, sizes.size()));
  std::string largest = join(named, ", ", [&](const auto &entry) {
    return formatText("'{}' with {}", plan.shards[entry.second].name,
                      -entry.first);
  });
  if (sizes.size() > kNamed)
    largest += formatText(" and {} more", sizes.size() - kNamed);
  return formatText("device {} needs {} bytes and has {} free; between the "
                    "tensors of the step lie {}, the largest tensors are {}",
                    device, wanted, available, plan.arenaBytes, largest);
}
