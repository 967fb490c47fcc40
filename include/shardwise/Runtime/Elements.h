//===- Elements.h - Element types in C++ ------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Storage types of elements and their conversion to the type in which the
// runtime computes: floats shorter than 32 bits compute in 32 bits and are
// rounded once, to nearest even.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_RUNTIME_ELEMENTS_H
#define SHARDWISE_RUNTIME_ELEMENTS_H

#include "shardwise/Runtime/Plan.h"
#include <bit>

namespace shardwise::runtime {

/// A bfloat16: the upper half of a float.
struct BFloat16 {
  uint16_t bits;
  operator float() const { return std::bit_cast<float>(uint32_t(bits) << 16); }
  static BFloat16 round(float value) {
    uint32_t word = std::bit_cast<uint32_t>(value);
    if (value != value)
      return {uint16_t((word >> 16) | 0x40)};
    return {uint16_t((word + 0x7fff + ((word >> 16) & 1)) >> 16)};
  }
};

/// An IEEE half.
struct Float16 {
  _Float16 value;
  operator float() const { return value; }
  static Float16 round(float value) { return {_Float16(value)}; }
};

/// A byte that is 0 or 1; as an integer of one bit it is 0 or -1.
struct Bool {
  uint8_t value;
  operator int64_t() const { return -int64_t(value); }
  static Bool round(int64_t value) { return {uint8_t(value & 1)}; }
};

/// The type in which elements of type T are computed with.
template <typename T> struct ComputeType {
  using type = std::conditional_t<std::is_integral_v<T>, int64_t, T>;
};
template <> struct ComputeType<BFloat16> {
  using type = float;
};
template <> struct ComputeType<Float16> {
  using type = float;
};
template <> struct ComputeType<Bool> {
  using type = int64_t;
};

/// Converts a computed value to storage.
template <typename T, typename C> T toStorage(C value) {
  if constexpr (std::is_arithmetic_v<T>)
    return T(value);
  else
    return T::round(value);
}

/// Converts floats of one type to another.
void convertElements(const void *from, ElementType fromType, void *to,
                     ElementType toType, int64_t count);

/// Calls `function` with a value of the storage type of the elements.
template <typename F> decltype(auto) dispatch(ElementType type, F &&function) {
  switch (type) {
  case ElementType::I1:
    return function(Bool{});
  case ElementType::I8:
    return function(int8_t{});
  case ElementType::I16:
    return function(int16_t{});
  case ElementType::I32:
    return function(int32_t{});
  case ElementType::I64:
    return function(int64_t{});
  case ElementType::BF16:
    return function(BFloat16{});
  case ElementType::F16:
    return function(Float16{});
  case ElementType::F32:
    return function(float{});
  case ElementType::F64:
    return function(double{});
  }
  __builtin_unreachable();
}

} // namespace shardwise::runtime

#endif // SHARDWISE_RUNTIME_ELEMENTS_H
