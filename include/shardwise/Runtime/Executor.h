//===- Executor.h - Run a plan on devices of this process -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A plan on N devices of this process. Each device is a thread that lives as
// long as the executor, with its own arena and shards; a single device is the
// calling thread, and then products may use all processors.
//
// Tensors go in and out whole: `write` gives every device its part, `read` puts
// the parts together.
//
//     llvm::Expected<std::unique_ptr<Executor>> executor =
//         Executor::create(std::move(plan));
//     executor->write(kernel, bytes);
//     if (llvm::Error error = executor->runStep()) ...
//     executor->read(loss, &value);
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_RUNTIME_EXECUTOR_H
#define SHARDWISE_RUNTIME_EXECUTOR_H

#include "shardwise/Runtime/Plan.h"
#include "llvm/Support/Error.h"
#include <memory>

namespace shardwise::runtime {

class Executor {
public:
  /// Allocates the memory of all devices and starts their threads. Shards are
  /// zero.
  static llvm::Expected<std::unique_ptr<Executor>> create(Plan plan);
  ~Executor();

  int64_t getNumDevices() const;
  llvm::ArrayRef<ShardInfo> getShards() const;
  /// The number of the shard with a name.
  std::optional<unsigned> findShard(llvm::StringRef name) const;

  /// Sets a tensor from its whole value, row-major; an i1 is a byte.
  void write(unsigned shard, const void *global);
  /// Gets the whole value of a tensor.
  void read(unsigned shard, void *global) const;
  /// The bytes of the whole tensor.
  int64_t getGlobalBytes(unsigned shard) const;
  /// A device's part.
  void *getLocalData(unsigned shard, int64_t device) const;

  /// Runs one step on all devices. After an error the executor is spent: all
  /// later steps give the same error.
  llvm::Error runStep();

private:
  class Impl;
  explicit Executor(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl;
};

} // namespace shardwise::runtime

#endif // SHARDWISE_RUNTIME_EXECUTOR_H
