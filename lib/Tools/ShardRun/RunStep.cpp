//===- RunStep.cpp - Run a compiled step on GPUs --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The tool `shard-run-step`: what shard-run does with a compiled step, without
// the compiler.
//
//===----------------------------------------------------------------------===//

#include "RunOnGPUs.h"
#include "shardwise/Tools/ShardCompile.h"

using namespace shardwise;
using namespace shardwise::tools;

int ::shardwise::shardRunStepMain(int argc, char **argv) {
  return runTool(Tool::RunStep, argc, argv, /*connectMPI=*/nullptr,
                 [](const Options &options, Processes &processes,
                    Settlement &settlement, std::ostream &) {
                   return runStepFile(options, processes, settlement);
                 });
}
