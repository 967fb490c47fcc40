//===- Options.h - What the user asks the tools for -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_TOOLS_SHARDRUN_OPTIONS_H
#define SHARDWISE_LIB_TOOLS_SHARDRUN_OPTIONS_H

#include "shardwise/Pipelines/GPUAttention.h"
#include "shardwise/Sharding/Mesh.h"
#include "shardwise/Support/Error.h"

namespace shardwise::tools {

/// The tools that train.
enum class Tool {
  /// shard-run: compiles a bundle and runs it, or runs a compiled step.
  Run,
  /// shard-run-step: runs compiled steps only.
  RunStep
};

enum class Target { CPU, GPU };

/// How GPUs run a step.
struct GPUOptions {
  bool allowTF32 = false, noGraph = false, poison = false;
  /// Measure the step instead of training; then its commands.
  bool bench = false, profile = false;
  int64_t numWarm = 40;
  /// A file for the time line of --profile; empty for none.
  std::string trace;
  /// The chip that native code is for.
  std::string chip = "sm_90";
  GPUAttention attention = GPUAttention::CuDNN;
  /// Whether collectives run beside the computation; for the estimate of that,
  /// what a device receives in a large one, in GB/s; and the smallest sum over
  /// two devices, in bytes, that becomes an exchange.
  bool overlap = true;
  /// Whether to compute again what waits at the peak of memory.
  bool recompute = true;
  double linkRate = 270;
  int64_t swapBytes = 1 << 20;
  /// Whether products add biases and take GELUs where that pays.
  bool epilogues = true;
  /// As much memory of a device as may be used, in bytes.
  std::optional<int64_t> memoryLimit;
};

/// The command line, read and checked as far as it goes by itself.
struct Options {
  /// Empty where a compiled step says itself what it is of.
  std::string bundle;
  /// A compiled step; empty to compile the bundle.
  std::string step;
  Target target = Target::CPU;
  GPUOptions gpu;
  /// A file, or the name of one of the bundle's layouts; empty for none.
  std::string layouts;
  /// The axes of --mesh; empty without it.
  std::vector<MeshAxis> mesh;
  /// The number of steps; none for as many as the bundle has values for.
  std::optional<int64_t> steps;
  bool check = false;
  bool strict = false;
  /// From how many bytes on variables are split that no rule lays out; 0 for
  /// never.
  int64_t splitUpdates = 0;
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

  /// The files that are to be written, each after the option that names it. The
  /// standard output is none.
  std::vector<std::pair<const char *, std::string>> getOutputs() const;
};

/// Reads the command line. `--help` and `--version` print and end the process;
/// `libraries` says with what else the tool was built, ", with LLVM 22".
Expected<Options> parseOptions(Tool tool, int argc, char **argv,
                               const char *libraries = "");

std::string_view getName(Tool tool);

} // namespace shardwise::tools

#endif // SHARDWISE_LIB_TOOLS_SHARDRUN_OPTIONS_H
