//===- Initializer.cpp - Values that are made, not stored -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "shardwise/Random/Initializer.h"
#include "shardwise/Runtime/Elements.h"
#include <cassert>

using namespace shardwise::random;
using shardwise::runtime::ElementType;

/// Dimensions of one element are left out, and those whose elements lie one
/// after the other in the whole tensor become one.
Part shardwise::random::makePart(const int64_t *globalShape,
                                 const int64_t *localShape,
                                 const int64_t *offsets, int rank) {
  Part part;
  int64_t stride = 1;
  // Inner dimensions first, turned around at the end.
  for (int dim = rank - 1; dim >= 0; --dim) {
    part.offset += offsets[dim] * stride;
    part.elements *= localShape[dim];
    int32_t last = part.rank - 1;
    bool joins = last >= 0 && part.sizes[last] * part.strides[last] == stride;
    if (joins) {
      part.sizes[last] *= localShape[dim];
    } else if (localShape[dim] != 1) {
      assert(part.rank < Part::kMaxDims && "a dimension more for each cut");
      part.sizes[part.rank] = localShape[dim];
      part.strides[part.rank++] = stride;
    }
    stride *= globalShape[dim];
  }
  for (int32_t i = 0; i < part.rank / 2; ++i) {
    std::swap(part.sizes[i], part.sizes[part.rank - 1 - i]);
    std::swap(part.strides[i], part.strides[part.rank - 1 - i]);
  }
  return part;
}

/// Rounds a value as the kernels do.
template <typename T> static T convert(double value) {
  using namespace ::shardwise::runtime;
  if constexpr (std::is_same_v<T, double>)
    return value;
  else if constexpr (std::is_same_v<T, Bool>)
    return {uint8_t(value != 0)};
  else if constexpr (std::is_integral_v<T>)
    return T(int64_t(value));
  else
    return toStorage<T>(float(value));
}

void shardwise::random::fill(const Initializer &init, const Part &part,
                             int32_t type, void *data) {
  bool isInteger = !::shardwise::runtime::isFloat(ElementType(type));
  ::shardwise::runtime::dispatch(ElementType(type), [&](auto example) {
    using T = decltype(example);
    for (int64_t i = 0; i < part.elements; ++i)
      static_cast<T *>(data)[i] =
          convert<T>(makeElement(init, getGlobalNumber(part, i), isInteger));
  });
}
