//===- AttentionOption.h - The option --attention ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_TOOLS_SHARDRUN_ATTENTIONOPTION_H
#define SHARDWISE_LIB_TOOLS_SHARDRUN_ATTENTIONOPTION_H

#include "shardwise/Pipelines/GPUAttention.h"
#include "llvm/Support/CommandLine.h"

namespace mlir::shardwise::tools {

/// How attention runs, for all tools that compile for GPUs.
struct AttentionOption : llvm::cl::opt<GPUAttention> {
  AttentionOption(llvm::cl::OptionCategory &category, const char *description)
      : opt("attention", llvm::cl::init(GPUAttention::CuDNN),
            llvm::cl::cat(category), llvm::cl::desc(description),
            llvm::cl::values(
                clEnumValN(GPUAttention::CuDNN, "cudnn",
                           "By cuDNN where it can, with the same bits in every "
                           "run"),
                clEnumValN(GPUAttention::CuDNNAnyOrder, "cudnn-any-order",
                           "By cuDNN, with gradients that may differ in their "
                           "last bits from run to run, with less memory"),
                clEnumValN(GPUAttention::Decomposed, "decomposed",
                           "As products and a softmax, without cuDNN"))) {}
};

} // namespace mlir::shardwise::tools

#endif // SHARDWISE_LIB_TOOLS_SHARDRUN_ATTENTIONOPTION_H
