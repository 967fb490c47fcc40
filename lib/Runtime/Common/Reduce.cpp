//===- Reduce.cpp - Combine the values of several devices -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Element-wise reduction over sources in a fixed order, in the type that
// elements are computed in, rounded once. Works on chunks that stay in the
// first cache. The largest of NaN and a number is NaN, as the compiler's
// reductions have it.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Runtime/Collectives.h"
#include "shardwise/Runtime/Elements.h"
#include <span>

using namespace shardwise;
using namespace shardwise::runtime;

static constexpr int64_t kChunk = 512;

/// One step of a reduction. Sums of integers wrap.
template <Reduction R, typename C> static C combine(C a, C b) {
  if constexpr (R == Reduction::Sum) {
    if constexpr (std::is_integral_v<C>)
      return C(uint64_t(a) + uint64_t(b));
    else
      return a + b;
  } else if constexpr (R == Reduction::Max) {
    return a > b || a != a ? a : b;
  } else {
    return a < b || a != a ? a : b;
  }
}

template <typename T, Reduction R>
static void reduceTyped(std::span<const char *const> sources, char *target,
                        int64_t elements) {
  using C = typename ComputeType<T>::type;
  C chunk[kChunk];
  for (int64_t begin = 0; begin < elements; begin += kChunk) {
    int64_t count = std::min(kChunk, elements - begin);
    auto *first = reinterpret_cast<const T *>(sources[0]) + begin;
    for (int64_t i = 0; i < count; ++i)
      chunk[i] = C(first[i]);
    for (const char *source : sources.subspan(1)) {
      auto *next = reinterpret_cast<const T *>(source) + begin;
      for (int64_t i = 0; i < count; ++i)
        chunk[i] = combine<R>(chunk[i], C(next[i]));
    }
    auto *output = reinterpret_cast<T *>(target) + begin;
    for (int64_t i = 0; i < count; ++i)
      output[i] = toStorage<T>(chunk[i]);
  }
}

void shardwise::runtime::reduce(ElementType type, Reduction reduction,
                                std::span<const char *const> sources,
                                char *target, int64_t elements) {
  dispatch(type, [&](auto element) {
    using T = decltype(element);
    switch (reduction) {
    case Reduction::Sum:
      return reduceTyped<T, Reduction::Sum>(sources, target, elements);
    case Reduction::Max:
      return reduceTyped<T, Reduction::Max>(sources, target, elements);
    case Reduction::Min:
      return reduceTyped<T, Reduction::Min>(sources, target, elements);
    }
  });
}
