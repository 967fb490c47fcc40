//===- Peers.cpp - The memory of other GPUs -------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Peers.h"
#include "shardwise/Support/Error.h"
#include <chrono>
#include <cstdlib>
#include <span>
#include <string_view>
#include <unistd.h>
#include <vector>

using namespace shardwise;
using namespace shardwise::runtime;

/// How long what waits in vain is let go on.
static constexpr std::chrono::seconds kReleaseTime(5);

Expected<PeerAddress> Peers::describe(int gpu, char *base) {
  PeerAddress address;
  gethostname(address.host, sizeof(address.host) - 1);
  address.process = getpid();
  address.gpu = gpu;
  address.base = base;
  auto getHandle = [&]() -> Error {
    SHARDWISE_CHECK(cudaIpcGetMemHandle(&address.handle, base));
    return Error::success();
  };
  if (Error error = getHandle())
    return error;
  return address;
}

/// Gives the calling thread's device access to another device of the process.
static Error enableAccess(int64_t from, int64_t to) {
  int isPossible = 0;
  SHARDWISE_CHECK(cudaDeviceCanAccessPeer(&isPossible, from, to));
  if (!isPossible)
    return makeError("GPU {} cannot access the memory of GPU {}", from, to);
  cudaError_t status = cudaDeviceEnablePeerAccess(to, 0);
  if (status == cudaErrorPeerAccessAlreadyEnabled) {
    // The runtime remembers it as the last error.
    (void)cudaGetLastError();
    return Error::success();
  }
  SHARDWISE_CHECK(status);
  return Error::success();
}

Error Peers::open(int64_t device, std::span<const PeerAddress> addresses,
                  std::span<const int64_t> wanted, int64_t flagOffset) {
  self = device;
  numDevices = addresses.size();
  flags = flagOffset;
  const PeerAddress &own = addresses[self];
  base = own.base;
  const char *setting = getenv("NCCL_P2P_DISABLE");
  if (setting && std::string_view(setting) != "0")
    return makeError("NCCL_P2P_DISABLE forbids it");
  void *function = nullptr;
  cudaDriverEntryPointQueryResult found;
  SHARDWISE_CHECK(cudaGetDriverEntryPointByVersion(
      "cuStreamBatchMemOp", &function, 12000, cudaEnableDefault, &found));
  if (!function)
    return makeError("the driver has no cuStreamBatchMemOp");
  batchMemOp = reinterpret_cast<decltype(batchMemOp)>(function);
  SHARDWISE_CHECK(
      cudaStreamCreateWithFlags(&releaseStream, cudaStreamNonBlocking));
  for (int64_t peer : wanted) {
    const PeerAddress &address = addresses[peer];
    if (std::string_view(address.host) != own.host)
      return makeError("device {} is on another host", peer);
    if (address.process == own.process) {
      if (Error error = enableAccess(own.gpu, address.gpu))
        return error;
      bases[peer] = address.base;
      continue;
    }
    void *mapping = nullptr;
    SHARDWISE_CHECK(cudaIpcOpenMemHandle(&mapping, address.handle,
                                         cudaIpcMemLazyEnablePeerAccess));
    mappings.push_back(mapping);
    bases[peer] = static_cast<char *>(mapping);
  }
  return Error::success();
}

void Peers::close() {
  for (void *mapping : mappings)
    cudaIpcCloseMemHandle(mapping);
  mappings.clear();
  bases.clear();
  if (releaseStream)
    cudaStreamDestroy(releaseStream);
  releaseStream = nullptr;
}

//===----------------------------------------------------------------------===//
// Flags
//===----------------------------------------------------------------------===//

/// The flag that a device sets in some device's memory.
CUdeviceptr Peers::getFlag(char *memory, Flag flag, int64_t writer) const {
  return reinterpret_cast<CUdeviceptr>(memory + flags +
                                       (flag * numDevices + writer) *
                                           int64_t(sizeof(uint32_t)));
}

static CUstreamBatchMemOpParams makeWrite(CUdeviceptr flag, uint32_t value) {
  CUstreamBatchMemOpParams write{};
  write.writeValue.operation = CU_STREAM_MEM_OP_WRITE_VALUE_32;
  write.writeValue.address = flag;
  write.writeValue.value = value;
  write.writeValue.flags = CU_STREAM_WRITE_VALUE_DEFAULT;
  return write;
}

static Error checkDriver(CUresult status, const char *what) {
  if (status == CUDA_SUCCESS)
    return Error::success();
  return makeCallError("CUDA", what, "error " + std::to_string(int(status)),
                       __FILE_NAME__, __LINE__);
}

Error Peers::signal(int64_t peer, Flag flag, cudaStream_t stream) {
  CUstreamBatchMemOpParams write =
      makeWrite(getFlag(bases[peer], flag, self), 1);
  return checkDriver(batchMemOp(stream, 1, &write, 0), "cuStreamBatchMemOp");
}

/// Waits for a flag and takes it back.
Error Peers::await(int64_t peer, Flag flag, cudaStream_t stream) {
  CUdeviceptr own = getFlag(base, flag, peer);
  CUstreamBatchMemOpParams operations[2] = {{}, makeWrite(own, 0)};
  operations[0].waitValue.operation = CU_STREAM_MEM_OP_WAIT_VALUE_32;
  operations[0].waitValue.address = own;
  operations[0].waitValue.value = 1;
  operations[0].waitValue.flags = CU_STREAM_WAIT_VALUE_EQ;
  return checkDriver(batchMemOp(stream, 2, operations, 0),
                     "cuStreamBatchMemOp");
}

Error Peers::swap(int64_t peer, std::span<const Range> ranges,
                  cudaStream_t stream) {
  if (Error error = signal(peer, IsFree, stream))
    return error;
  if (Error error = await(peer, IsFree, stream))
    return error;
  for (const Range &range : ranges)
    SHARDWISE_CHECK(cudaMemcpyAsync(bases[peer] + range.target,
                                    base + range.source, range.bytes,
                                    cudaMemcpyDeviceToDevice, stream));
  if (Error error = signal(peer, IsComplete, stream))
    return error;
  return await(peer, IsComplete, stream);
}

void Peers::release(cudaStream_t stream) {
  if (!isOpen())
    return;
  std::vector<uint32_t> ones(2 * numDevices, 1);
  auto end = std::chrono::steady_clock::now() + kReleaseTime;
  while (cudaStreamQuery(stream) == cudaErrorNotReady &&
         std::chrono::steady_clock::now() < end) {
    cudaMemcpyAsync(base + flags, ones.data(), ones.size() * sizeof(uint32_t),
                    cudaMemcpyHostToDevice, releaseStream);
    cudaStreamSynchronize(releaseStream);
  }
}
