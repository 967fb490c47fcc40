//===- MemoryError.cpp - A plan that a device cannot hold -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MemoryError.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace shardwise::runtime;

/// How many of the largest tensors are named.
static constexpr size_t kNamed = 5;

int64_t shardwise::runtime::getShardBytes(const Plan &plan,
                                          const ShardInfo &shard) {
  return llvm::product_of(
             getLocalShape(plan.mesh, shard.sharding, shard.globalShape)) *
         getByteSize(shard.type);
}

std::string shardwise::runtime::describeMissingMemory(const Plan &plan,
                                                      int64_t wanted,
                                                      int64_t available,
                                                      int64_t device) {
  std::string text;
  llvm::raw_string_ostream os(text);
  os << "device " << device << " needs " << wanted << " bytes and has "
     << available << " free; between the tensors of the step lie "
     << plan.arenaBytes << ", the largest tensors are ";
  // The largest first, else in the order of the plan.
  std::vector<std::pair<int64_t, size_t>> sizes;
  for (auto [number, shard] : llvm::enumerate(plan.shards))
    sizes.emplace_back(-getShardBytes(plan, shard), number);
  llvm::sort(sizes);
  llvm::interleaveComma(llvm::ArrayRef(sizes).take_front(kNamed), os,
                        [&](const auto &entry) {
                          os << "'" << plan.shards[entry.second].name
                             << "' with " << -entry.first;
                        });
  if (sizes.size() > kNamed)
    os << " and " << sizes.size() - kNamed << " more";
  return text;
}
