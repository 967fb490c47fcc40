//===- Options.h - What the user asks shard-run for -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_TOOLS_SHARDRUN_OPTIONS_H
#define SHARDWISE_LIB_TOOLS_SHARDRUN_OPTIONS_H

#include "shardwise/Sharding/Mesh.h"
#include "llvm/Support/Error.h"

namespace mlir::shardwise::tools {

/// The command line, read and checked as far as it goes by itself.
struct Options {
  std::string bundle;
  /// A file, or the name of one of the bundle's layouts; empty for none.
  std::string layouts;
  /// The axes of --mesh; empty without it.
  llvm::SmallVector<MeshAxis, 2> mesh;
  /// The number of steps; none for as many as the bundle has values for.
  std::optional<int64_t> steps;
  bool check = false;
  bool strict = false;
  bool raiseAttention = false;
  bool gpuKernels = false;
  bool verbose = false;
  bool dryRun = false;
  /// Whether this process writes the files. All processes do everything else.
  bool writesFiles = true;
  /// How long processes wait for each other, in seconds.
  unsigned timeout = 300;
  /// Files; empty for none.
  std::string load, save, json;
};

/// Reads the command line. `--help` and `--version` print and end the process.
llvm::Expected<Options> parseOptions(int argc, char **argv);

} // namespace mlir::shardwise::tools

#endif // SHARDWISE_LIB_TOOLS_SHARDRUN_OPTIONS_H
