//===- Executor.h - Run a plan on devices -----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A plan on N devices. Tensors go in and out whole: `write` gives every device
// its part, `read` puts the parts together.
//
//     Expected<std::unique_ptr<Executor>> executor =
//         Executor::create(std::move(plan));
//     executor->write(kernel, bytes);
//     if (Error error = executor->runStep()) ...
//     executor->read(loss, &value);
//
// On the CPU each device is a thread that lives as long as the executor, with
// its own arena and shards; a single device is the calling thread, and then
// products may use all processors. Or each device is a process; then all call
// the same functions in the same order, and each gets the whole tensor from
// `read`. CUDA/Executor.h has the executor for GPUs.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_RUNTIME_EXECUTOR_H
#define SHARDWISE_RUNTIME_EXECUTOR_H

#include "shardwise/Random/Initializer.h"
#include "shardwise/Runtime/ComparePlans.h"
#include "shardwise/Support/Error.h"
#include <memory>
#include <span>
#include <string_view>

namespace shardwise::runtime {

struct BoxMove;
struct Processes;

class Executor {
public:
  /// An executor on CPU devices. Allocates the memory of all of them and starts
  /// their threads. Shards are zero.
  static Expected<std::unique_ptr<Executor>> create(Plan plan);
  /// The same on as many processes, each with one device. The parts of the plan
  /// must be the same on all of them, and so must `more`. The processes outlive
  /// the executor.
  static Expected<std::unique_ptr<Executor>>
  create(Plan plan, Processes &processes, std::span<const PlanPart> more = {});
  virtual ~Executor() = default;

  virtual const Plan &getPlan() const = 0;
  int64_t getNumDevices() const { return getPlan().mesh.getNumDevices(); }
  std::span<const ShardInfo> getShards() const { return getPlan().shards; }
  /// The number of the shard with a name.
  std::optional<unsigned> findShard(std::string_view name) const;
  /// The bytes of the whole tensor, and of a device's part.
  int64_t getGlobalBytes(unsigned shard) const;
  int64_t getLocalBytes(unsigned shard) const;

  /// Sets a tensor from its whole value, row-major; an i1 is a byte.
  virtual void write(unsigned shard, const void *global) = 0;
  /// Sets a tensor to an initializer's values. Every device makes its part.
  virtual void fill(unsigned shard, const random::Initializer &init) = 0;
  /// Gets the whole value of a tensor.
  virtual void read(unsigned shard, void *global) const = 0;
  /// A device's part, in the host's memory. Where devices have memory of their
  /// own it is what the last `read` of the tensor fetched.
  virtual const void *getLocalData(unsigned shard, int64_t device) const = 0;

  /// Runs one step on all devices. After an error the executor is spent: all
  /// later steps give the same error.
  virtual Error runStep() = 0;

  /// Steps may also be queued, where devices have memory of their own, so that
  /// they never wait for the host:
  ///
  ///     for (int64_t step = 0; step < n; ++step) {
  ///       executor->writeNext(input, ...);
  ///       if (Error error = executor->queueStep()) ...
  ///       if (step >= ahead)
  ///         executor->finishStep(step - ahead), readOutput(loss, step - ahead)
  ///     }
  ///
  /// How many steps may be queued behind the one that is finished and read.
  virtual int64_t getStepsAhead() const { return 0; }
  /// Sets an input for the step that is queued next.
  virtual void writeNext(unsigned shard, const void *global) {
    write(shard, global);
  }
  /// Queues a step.
  virtual Error queueStep();
  /// Waits for a step, by its number from 0, which is one of the last. Returns
  /// the milliseconds that it took on the device.
  virtual Expected<double> finishStep(int64_t step);
  /// Gets what an output was at the end of a step that was finished and is
  /// still within the steps ahead.
  virtual void readOutput(unsigned shard, int64_t step, void *global) const {
    read(shard, global);
  }
  /// What went wrong in a step, a `write` or a `read`.
  virtual Error getError() const = 0;

protected:
  /// The move of a device's part of a shard from the whole tensor, and back.
  BoxMove getPart(unsigned shard, int64_t device) const;
  random::Part getMadePart(unsigned shard, int64_t device) const;
  BoxMove getWhole(unsigned shard, int64_t device) const;

private:
  /// Of the step that was queued last.
  double milliseconds = 0;
};

} // namespace shardwise::runtime

#endif // SHARDWISE_RUNTIME_EXECUTOR_H
