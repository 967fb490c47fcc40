//===- AttentionMissing.cpp - A runtime without cuDNN ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a build without cuDNN's headers says to a step that needs it.
//
//===----------------------------------------------------------------------===//

#include "Attention.h"

using namespace shardwise::runtime;

llvm::Expected<std::unique_ptr<AttentionRunner>>
AttentionRunner::create(llvm::ArrayRef<AttentionShape> shapes) {
  return llvm::createStringError(
      "the step runs attention by cuDNN, which this program was built without; "
      "shard-compile --attention=decomposed makes a step that runs without it");
}
