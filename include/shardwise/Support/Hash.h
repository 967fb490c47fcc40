//===- Hash.h - A hash of bytes ---------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_SUPPORT_HASH_H
#define SHARDWISE_SUPPORT_HASH_H

#include <cstdint>
#include <string_view>

namespace shardwise {

/// The 64 bits of XXH3 without a seed. Files have it, so it stays what it is.
uint64_t getHash(std::string_view bytes);

} // namespace shardwise

#endif // SHARDWISE_SUPPORT_HASH_H
