//===- Elements.cpp - Element types in C++ --------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "shardwise/Runtime/Elements.h"
#include "shardwise/Support/Ranges.h"
#include <span>

using namespace shardwise;
using namespace shardwise::runtime;

unsigned shardwise::runtime::getByteSize(ElementType type) {
  return dispatch(type, [](auto element) { return unsigned(sizeof(element)); });
}

std::string shardwise::runtime::toString(ElementType type,
                                         std::span<const int64_t> shape) {
  static constexpr const char *kNames[] = {"i1",   "i8",  "i16", "i32", "i64",
                                           "bf16", "f16", "f32", "f64"};
  std::string text = kNames[static_cast<unsigned>(type)];
  if (!shape.empty())
    text += " " + join(shape, "x", [](int64_t n) { return std::to_string(n); });
  return text;
}

template <typename From, typename To>
static void convert(const From *from, To *to, int64_t count) {
  for (int64_t i = 0; i < count; ++i)
    to[i] = toStorage<To>(typename ComputeType<To>::type(from[i]));
}

/// Calls `function` with a value of a float's storage type.
template <typename F>
static void dispatchFloat(ElementType type, F &&function) {
  dispatch(type, [&](auto element) {
    if constexpr (!std::is_integral_v<decltype(element)> &&
                  !std::is_same_v<decltype(element), Bool>)
      function(element);
  });
}

void shardwise::runtime::convertElements(const void *from, ElementType fromType,
                                         void *to, ElementType toType,
                                         int64_t count) {
  dispatchFloat(fromType, [&](auto source) {
    dispatchFloat(toType, [&](auto target) {
      convert(static_cast<const decltype(source) *>(from),
              static_cast<decltype(target) *>(to), count);
    });
  });
}
