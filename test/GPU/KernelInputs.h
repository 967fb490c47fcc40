//===- KernelInputs.h - Inputs of kernels that are run twice ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The inputs that both the program that writes cases and the one that runs them
// on a GPU compute, so that they need not be stored. No LLVM.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_TEST_GPU_KERNELINPUTS_H
#define SHARDWISE_TEST_GPU_KERNELINPUTS_H

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

namespace shardwise::test {

/// The number of the device that all cases run as.
inline constexpr int64_t kDevice = 1;

inline size_t bytesOf(const std::string &type) {
  if (type == "i1" || type == "i8")
    return 1;
  if (type == "i16" || type == "f16" || type == "bf16")
    return 2;
  return type == "i32" || type == "f32" ? 4 : 8;
}

inline uint32_t mix(uint64_t x) {
  x ^= x >> 33;
  x *= 0xff51afd7ed558ccdull;
  x ^= x >> 33;
  x *= 0xc4ceb9fe1a85ec53ull;
  return uint32_t(x >> 32);
}

/// Whole numbers are small, so that some are indices; the others lie between -1
/// and 1.
inline std::vector<char> makeInput(const std::string &type, size_t count,
                                   uint64_t seed) {
  std::vector<char> bytes(count * bytesOf(type));
  for (size_t i = 0; i < count; ++i) {
    uint32_t random = mix(seed * 0x9e3779b97f4a7c15ull + i);
    float number = float(int32_t(random >> 8) - (1 << 23)) / float(1 << 23);
    char *at = bytes.data() + i * bytesOf(type);
    if (type == "f32") {
      std::memcpy(at, &number, 4);
    } else if (type == "f64") {
      double wide = number;
      std::memcpy(at, &wide, 8);
    } else if (type == "bf16") {
      std::memcpy(at, reinterpret_cast<char *>(&number) + 2, 2);
    } else if (type == "f16") {
      uint16_t bits = uint16_t(0x2c00 + (random & 0x8fff));
      std::memcpy(at, &bits, 2);
    } else {
      uint64_t whole = type == "i1" ? random & 1 : random % 13;
      std::memcpy(at, &whole, bytesOf(type));
    }
  }
  return bytes;
}

} // namespace shardwise::test

#endif // SHARDWISE_TEST_GPU_KERNELINPUTS_H
