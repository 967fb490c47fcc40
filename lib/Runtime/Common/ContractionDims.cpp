//===- ContractionDims.cpp - The dimensions of a product ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Apart from the products of CPUs, which need a BLAS: GPUs need this too.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Runtime/Contraction.h"
#include "shardwise/Support/Ranges.h"
#include <algorithm>

using namespace shardwise;
using namespace shardwise::runtime;

namespace {
enum Side { Lhs, Rhs, Output };
/// Numbers of iteration dimensions, outermost first.
using Dims = std::vector<unsigned>;
} // namespace
/// Sorts dimensions by their stride in one operand, the largest first.
static void sortByStride(Dims &dims, const ContractionShape &shape, Side side) {
  std::ranges::sort(dims, [&](unsigned a, unsigned b) {
    return std::pair(-shape.strides[side][a], a) <
           std::pair(-shape.strides[side][b], b);
  });
}

ContractionDims::ContractionDims(const ContractionShape &shape) {
  for (auto [dim, size] : enumerate(shape.sizes)) {
    if (size == 1)
      continue;
    bool inLhs = shape.strides[Lhs][dim], inRhs = shape.strides[Rhs][dim];
    if (!shape.strides[Output][dim])
      summed.push_back(dim);
    else if (inLhs && inRhs)
      batch.push_back(dim);
    else
      (inLhs ? rows : columns).push_back(dim);
  }
  for (Dims *dims : {&batch, &rows, &columns})
    sortByStride(*dims, shape, Output);
  sortByStride(summed, shape, Lhs);
}
