//===- Peers.h - The memory of other GPUs -----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Lets a device write into the memory of others of its host, in this process or
// another, by its copy engines, which take no processors from computation. All
// devices lay their memory out alike, so a place on another device is a base
// and the same offset.
//
// Devices tell each other by flags in that memory, which the queues of the GPU
// set and wait for. A flag says one of two things: that what the receiver will
// be given a copy of may be overwritten there, or that the copy is complete.
// Between two uses of one flag there is always one of the other in the opposite
// direction, so that one of each suffices for a pair of devices, however many
// copies there are.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_RUNTIME_CUDA_PEERS_H
#define SHARDWISE_LIB_RUNTIME_CUDA_PEERS_H

#include "Check.h"
#include <cuda.h>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace shardwise::runtime {

/// Where the memory of a device is, for other devices.
struct PeerAddress {
  char host[64] = {};
  int64_t process = 0;
  int64_t gpu = 0;
  char *base = nullptr;
  cudaIpcMemHandle_t handle{};
};

class Peers {
public:
  enum Flag : unsigned { IsFree, IsComplete };

  /// The bytes that flags take in the memory of each device.
  static int64_t getFlagBytes(int64_t numDevices) {
    return numDevices > 1 ? 2 * numDevices * int64_t(sizeof(uint32_t)) : 0;
  }
  /// What others need to know of the calling thread's device.
  static Expected<PeerAddress> describe(int gpu, char *base);

  /// Opens the memory of the devices `wanted`; `addresses` are those of all
  /// devices, by their numbers, and `flags` is where the flags lie. An error
  /// says which one cannot be reached, and why.
  Error open(int64_t self, std::span<const PeerAddress> addresses,
             std::span<const int64_t> wanted, int64_t flags);
  void close();
  bool isOpen() const { return !bases.empty(); }

  /// Queues that this device takes a copy from a peer where it wants one, and
  /// gives one: `ranges` are offsets and sizes, in this device's memory first,
  /// then in the peer's.
  struct Range {
    int64_t source, target, bytes;
  };
  Error swap(int64_t peer, std::span<const Range> ranges, cudaStream_t stream);

  /// Lets everything go on that waits, as long as a stream has not ended: what
  /// it waits for will not come any more.
  void release(cudaStream_t stream);

private:
  CUdeviceptr getFlag(char *memory, Flag flag, int64_t writer) const;
  Error signal(int64_t peer, Flag flag, cudaStream_t stream);
  Error await(int64_t peer, Flag flag, cudaStream_t stream);

  int64_t self = 0, numDevices = 0, flags = 0;
  char *base = nullptr;
  decltype(&cuStreamBatchMemOp) batchMemOp = nullptr;
  /// By device.
  std::map<int64_t, char *> bases;
  std::vector<void *> mappings;
  cudaStream_t releaseStream = nullptr;
};

} // namespace shardwise::runtime

#endif // SHARDWISE_LIB_RUNTIME_CUDA_PEERS_H
