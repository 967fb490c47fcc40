//===- ShardRun.h - Train the step of a bundle ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The tool `shard-run` as a function. docs/ShardRun.md says what it takes and
// prints.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_TOOLS_SHARDRUN_H
#define SHARDWISE_TOOLS_SHARDRUN_H

namespace shardwise {

/// Runs the tool on the arguments of a command line and returns its exit code:
/// 0, or 1 if something is wrong with what it was given or with the numbers.
int shardRunMain(int argc, char **argv);

} // namespace shardwise

#endif // SHARDWISE_TOOLS_SHARDRUN_H
