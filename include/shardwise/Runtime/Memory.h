//===- Memory.h - Large pieces of memory ------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_RUNTIME_MEMORY_H
#define SHARDWISE_RUNTIME_MEMORY_H

#include <cstdint>

namespace shardwise::runtime {

/// A piece of zeroed memory that begins on a page, in large pages where it is
/// large.
class Memory {
public:
  Memory() = default;
  Memory(Memory &&other) noexcept;
  Memory &operator=(Memory &&other) noexcept;
  ~Memory();

  /// Allocates; returns whether there was so much memory.
  bool allocate(int64_t bytes);
  char *get() const { return data; }

private:
  char *data = nullptr;
  int64_t size = 0;
};

} // namespace shardwise::runtime

#endif // SHARDWISE_RUNTIME_MEMORY_H
