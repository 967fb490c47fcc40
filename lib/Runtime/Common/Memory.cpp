//===- Memory.cpp - Large pieces of memory --------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Memory comes from the system in whole pages and is zero. What fills large
// pages is aligned to them by allocating some more than is used.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Runtime/Memory.h"
#include "shardwise/Runtime/Contraction.h"
#include <sys/mman.h>
#include <utility>

using namespace shardwise;
using namespace shardwise::runtime;

static constexpr int64_t kLargePage = int64_t(2) << 20;

Memory::Memory(Memory &&other) noexcept
    : data(std::exchange(other.data, nullptr)),
      size(std::exchange(other.size, 0)) {}

Memory &Memory::operator=(Memory &&other) noexcept {
  std::swap(data, other.data);
  std::swap(size, other.size);
  return *this;
}

Memory::~Memory() {
  if (data)
    munmap(data, size);
}

bool Memory::allocate(int64_t bytes) {
  // One byte more, so that there is a place even for nothing.
  size = (bytes + kLargePage) / kLargePage * kLargePage;
  if (bytes < kLargePage)
    size = (bytes + 4096) / 4096 * 4096;
  int64_t slack = bytes < kLargePage ? 0 : kLargePage;
  void *mapped = mmap(nullptr, size + slack, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (mapped == MAP_FAILED) {
    size = 0;
    return false;
  }
  char *begin = static_cast<char *>(mapped);
  int64_t skip =
      slack ? (kLargePage - intptr_t(begin) % kLargePage) % kLargePage : 0;
  if (skip)
    munmap(begin, skip);
  if (slack != skip)
    munmap(begin + skip + size, slack - skip);
  data = begin + skip;
  if (slack)
    madvise(data, size, MADV_HUGEPAGE);
  return true;
}

void *Scratch::get(unsigned purpose, int64_t bytes) {
  Block &block = blocks[purpose];
  if (block.size < bytes) {
    block.data.reset(new char[bytes]);
    block.size = bytes;
  }
  return block.data.get();
}
