//===- shard-run-step.cpp - Run a compiled step on GPUs -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "shardwise/Tools/ShardCompile.h"

int main(int argc, char **argv) {
  return shardwise::shardRunStepMain(argc, argv);
}
