//===- Hash.cpp - A hash of bytes -----------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The library's implementation becomes part of this file, so that programs need
// no shared library of it.
//
//===----------------------------------------------------------------------===//

#define XXH_INLINE_ALL
#include "shardwise/Support/Hash.h"
#include <xxhash.h>

uint64_t shardwise::getHash(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}
