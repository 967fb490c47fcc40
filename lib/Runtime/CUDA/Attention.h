//===- Attention.h - Attention by a library ---------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Runs the attentions of a plan on one device through cuDNN's graphs. Which
// attentions a plan has as commands is decided when the step is compiled. What
// the library then refuses is an error that says how to compile the step
// without it.
//
// There are two implementations: AttentionCuDNN.cpp, and AttentionMissing.cpp
// for builds without the headers that it needs.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_RUNTIME_CUDA_ATTENTION_H
#define SHARDWISE_LIB_RUNTIME_CUDA_ATTENTION_H

#include "shardwise/Runtime/Plan.h"
#include "shardwise/Support/Error.h"
#include <cuda_runtime.h>
#include <memory>
#include <span>

namespace shardwise::runtime {

/// The attentions of a plan on the device that is current when it is created.
class AttentionRunner {
public:
  virtual ~AttentionRunner() = default;

  /// Opens the library and has it plan all shapes.
  static Expected<std::unique_ptr<AttentionRunner>>
  create(const std::vector<AttentionShape> &shapes);

  /// The workspace that the library wants for a shape. Another version than the
  /// compiler knows may want more than the command has.
  virtual int64_t getWorkspaceBytes(size_t shape) const = 0;

  /// Queues one of the shapes. The buffers are those of the command, without
  /// the workspace.
  virtual Error run(size_t shape, void *const *buffers, void *workspace,
                    cudaStream_t stream) = 0;
};

} // namespace shardwise::runtime

#endif // SHARDWISE_LIB_RUNTIME_CUDA_ATTENTION_H
