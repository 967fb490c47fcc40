//===- ShardCompile.h - Compile a bundle to a file --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The tools `shard-compile`, which writes a compiled step to a file, and
// `shard-run-step`, which runs it on GPUs without the compiler, as functions.
// docs/GPU.md says what they take and print.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_TOOLS_SHARDCOMPILE_H
#define SHARDWISE_TOOLS_SHARDCOMPILE_H

namespace shardwise {

/// Runs `shard-compile` on the arguments of a command line and returns its exit
/// code.
int shardCompileMain(int argc, char **argv);

/// Runs `shard-run-step`.
int shardRunStepMain(int argc, char **argv);

} // namespace shardwise

#endif // SHARDWISE_TOOLS_SHARDCOMPILE_H
