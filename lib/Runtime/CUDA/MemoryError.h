//===- MemoryError.h - A plan that a device cannot hold ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_RUNTIME_CUDA_MEMORYERROR_H
#define SHARDWISE_LIB_RUNTIME_CUDA_MEMORYERROR_H

#include "shardwise/Runtime/Plan.h"

namespace shardwise::runtime {

/// The bytes of a device's part of a tensor.
int64_t getShardBytes(const Plan &plan, const ShardInfo &shard);

/// Says that a device has less memory than it needs, and what takes most of it.
std::string describeMissingMemory(const Plan &plan, int64_t wanted,
                                  int64_t available, int64_t device);

} // namespace shardwise::runtime

#endif // SHARDWISE_LIB_RUNTIME_CUDA_MEMORYERROR_H
