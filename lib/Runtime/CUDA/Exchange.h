//===- Exchange.h - Collectives on GPUs -------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What one device does in a collective, as calls of NCCL between copies:
//
//     all_reduce          ncclAllReduce
//     reduce_scatter      the parts packed one after another, ncclReduceScatter
//     all_gather          ncclAllGather, where parts lie one after another
//     all others          one group of ncclSend and ncclRecv that moves exactly
//                         what getTransfers says; boxes that are not contiguous
//                         are packed and unpacked
//
// Between two devices, copy engines can do a partial_swap or an all_gather
// instead: a `PeerExchange` says what each writes into the other's memory.
//
// What a device takes from itself is a copy. Collectives that tie devices
// together by the same axes share a communicator.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_RUNTIME_CUDA_EXCHANGE_H
#define SHARDWISE_LIB_RUNTIME_CUDA_EXCHANGE_H

#include "Strided.h"
#include "shardwise/Runtime/Plan.h"
#include "shardwise/Support/Error.h"
#include <optional>
#include <vector>

namespace shardwise::runtime {

/// A place that an exchange reads or writes.
struct Span {
  enum Base : uint8_t { Input, Output, Scratch } base = Input;
  /// The tensor of the collective; unused for scratch memory.
  unsigned tensor = 0;
  int64_t byteOffset = 0;
};

/// A call of NCCL.
struct NcclCall {
  enum Kind : uint8_t {
    Send,
    Receive,
    AllReduce,
    ReduceScatter,
    AllGather
  } kind;
  /// The atoms over which the communicator goes.
  uint32_t atoms = 0;
  Span source, target;
  /// As NCCL counts for this call.
  int64_t count = 0;
  ElementType type = ElementType::F32;
  Reduction reduction = Reduction::Sum;
  /// The device at the other end of a send or receive.
  int64_t peer = 0;
};

/// A copy before or after the calls.
struct ExchangeCopy {
  Span source, target;
  cuda::StridedCopy box;
};

/// A device's part of a collective.
struct ExchangePlan {
  std::vector<ExchangeCopy> before;
  std::vector<NcclCall> calls;
  std::vector<ExchangeCopy> after;
  int64_t scratchBytes = 0;

  /// Plans the part of a device. It is an error if NCCL does not reduce the
  /// element type. With `byMessages`, what is gathered is sent and received.
  static Expected<ExchangePlan> make(const Mesh &mesh,
                                     const CollectiveInfo &info, int64_t device,
                                     bool byMessages = false);
};

/// A device's part of a collective that copies between two devices do.
struct PeerExchange {
  /// What one device writes into the memory of the other, from its own buffers
  /// to those that the other's command has.
  struct Message {
    Span source, target;
    int64_t bytes;
  };

  int64_t peer = 0;
  /// On this device, before the others.
  std::vector<ExchangeCopy> before;
  std::vector<Message> messages;
  int64_t scratchBytes = 0;

  /// Plans the part of a device, or nothing if the collective is of another
  /// kind, or each device does not have one other whose parts it gets whole.
  static std::optional<PeerExchange>
  make(const Mesh &mesh, const CollectiveInfo &info, int64_t device);
};

} // namespace shardwise::runtime

#endif // SHARDWISE_LIB_RUNTIME_CUDA_EXCHANGE_H
