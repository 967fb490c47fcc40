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
#include "shardwise/Support/Error.h"
#include <span>

using namespace shardwise;
using namespace shardwise::runtime;

Expected<std::unique_ptr<AttentionRunner>>
AttentionRunner::create(const std::vector<AttentionShape> &shapes) {
  return makeError(
      "the step runs attention by cuDNN, which this program was built without; "
      "shard-compile --attention=decomposed makes a step that runs without it");
}
