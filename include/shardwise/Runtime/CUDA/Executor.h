//===- Executor.h - Run a plan on GPUs --------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A plan on N GPUs, driven by one process or by several that each drive as many
// GPUs. Every GPU has one piece of memory for its arena, shards, constants and
// the libraries' scratch space, and a thread of the host. A plan without loops
// is captured once into a graph.
//
// All processes call the same functions in the same order: `read` exchanges the
// parts among them, so that every process gets the whole tensor.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_RUNTIME_CUDA_EXECUTOR_H
#define SHARDWISE_RUNTIME_CUDA_EXECUTOR_H

#include "shardwise/Runtime/Executor.h"
#include "shardwise/Runtime/PlanFile.h"
#include "shardwise/Runtime/ProcessGroup.h"
#include <string_view>
#include <vector>

namespace shardwise::runtime {

struct CUDAOptions {
  /// Whether products of f32 may round their operands to TF32.
  bool allowTF32 = false;
  /// Whether to run the commands one by one, never as a graph.
  bool noGraph = false;
  /// Whether to fill what does not live from step to step with NaN before each
  /// step, which finds commands that do not wait for what they read.
  bool poison = false;
  /// As much memory of a device as may be used, in bytes.
  std::optional<int64_t> memoryLimit;
  /// How long a step may take before it counts as stalled.
  unsigned stepSeconds = 300;
};

/// What a device needs and has.
struct CUDAMemory {
  /// From the plan: arena, shards, constants and scratch space.
  int64_t plannedBytes = 0;
  /// What was allocated, the alignment of its parts included.
  int64_t allocatedBytes = 0;
  /// What the driver says is gone since before the executor began: that, the
  /// libraries' own memory, and what other processes took. Negative if those
  /// freed more.
  int64_t usedBytes = 0;
  /// What is gone of the device's memory, whoever has it.
  int64_t deviceBytes = 0;
};

/// A command and how long it took.
struct CommandTime {
  size_t command = 0;
  /// "product", "attention", "kernel", "collective" or "copy".
  std::string kind, name;
  /// The bytes that it must read and write, and the operations of a product; 0
  /// where they are not known.
  int64_t bytes = 0, operations = 0;
  /// Of each run, when no other command ran.
  std::vector<double> milliseconds;
  /// Where it ran in a step of commands that run as they always do, and from
  /// when to when, in milliseconds since that began.
  int64_t device = 0;
  uint32_t stream = 0;
  double begin = 0, end = 0;
};

class CUDAExecutor : public Executor {
public:
  /// Prepares the devices of this process. It is an error if there are too few,
  /// if their memory does not suffice, or if the processes do not all have the
  /// same step. The group outlives the executor.
  static Expected<std::unique_ptr<CUDAExecutor>>
  create(PlanFile file, ProcessGroup &group, const CUDAOptions &options = {});

  /// Whether there is a GPU: an error says why not.
  static Error checkGPUs();

  /// The first device's memory, as it is now.
  virtual CUDAMemory getMemory() const = 0;
  /// The name of the first device.
  virtual std::string_view getDeviceName() const = 0;
  /// Runs the commands of a step one after the other, `repeats` times, and then
  /// steps as they always run. Gives the times on this process's devices, one
  /// device after the other. Variables change as in so many steps. A plan with
  /// loops is an error.
  virtual Expected<std::vector<CommandTime>> profile(int repeats) = 0;
  /// How commands run, for a report: "one graph of 214 commands".
  virtual std::string describeExecution() const = 0;
};

} // namespace shardwise::runtime

#endif // SHARDWISE_RUNTIME_CUDA_EXECUTOR_H
