//===- GPUAttention.h - How GPUs run attention ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_PIPELINES_GPUATTENTION_H
#define SHARDWISE_PIPELINES_GPUATTENTION_H

namespace shardwise {

/// How steps for GPUs run attention: by cuDNN where it can, which gives the
/// same bits in every run; by cuDNN, with gradients that add up in an order
/// that may change from run to run; or as products and a softmax.
enum class GPUAttention { CuDNN, CuDNNAnyOrder, Decomposed };

} // namespace shardwise

#endif // SHARDWISE_PIPELINES_GPUATTENTION_H
