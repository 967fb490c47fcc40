//===- Product.h - Contractions on a GPU ------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// How a contraction becomes matrix products of cuBLASLt. Dimensions are sorted
// as on the CPU (see Contraction.h): batch, rows, columns, summed. Each group
// is one index of an operand if its strides allow that. An operand whose rows
// and columns are one index each, one of them with stride 1, is read where it
// lies; any other is packed into scratch memory, which also converts element
// types. Batch dimensions are one strided batch if the strides allow that, and
// a loop around it otherwise.
//
// What the library cannot do (integers, sums over nothing) runs on a kernel of
// our own.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_RUNTIME_CUDA_PRODUCT_H
#define SHARDWISE_LIB_RUNTIME_CUDA_PRODUCT_H

#include "Strided.h"
#include "shardwise/Runtime/Plan.h"
#include "shardwise/Support/Error.h"
#include <span>
#include <vector>

namespace shardwise::runtime {

/// An operand of the product as rows and columns.
struct ProductOperand {
  ElementType type;
  /// Whether it goes through scratch memory, and there at which byte.
  bool isPacked = false;
  int64_t scratchOffset = 0;
  /// A box from where the operand lies to scratch memory.
  cuda::StridedCopy pack;
  /// As a row-major matrix, or its transposition: leading dimension.
  bool isTransposed = false;
  int64_t leading = 1;
};

/// A contraction as the GPU runs it, without its addresses.
struct ProductPlan {
  enum Kind : uint8_t { Nothing, Library, Own } kind = Nothing;
  int64_t m = 1, n = 1, k = 1;
  bool accumulate = false;
  /// Whether there is a bias, also with an activation, and whether the library
  /// can add it itself. What it does not do, `finish` says to our own kernel.
  bool hasBias = false, isGelu = false, mayFinish = false;
  cuda::FinishedProduct finish;
  ProductOperand operands[3];
  /// The strided batch, distances in elements.
  int64_t batch = 1, batchStrides[3] = {};
  /// The loop around it, distances in elements.
  std::vector<int64_t> loopSizes;
  std::vector<int64_t> loopStrides[3];
  int64_t scratchBytes = 0;
  /// The same for our own kernel.
  cuda::StridedProduct own;

  /// Decides how a contraction runs. It is an error if it has too many
  /// dimensions.
  static Expected<ProductPlan> make(const ContractionShape &shape);
};

/// Makes a box copy between strided places; sizes of 1 are dropped and
/// neighbours merged. It is an error if too many dimensions remain.
Expected<cuda::StridedCopy> makeStridedCopy(std::span<const int64_t> sizes,
                                            std::span<const int64_t> from,
                                            std::span<const int64_t> to,
                                            ElementType fromType,
                                            ElementType toType);

/// The same copy in the other direction.
cuda::StridedCopy reverse(const cuda::StridedCopy &copy);

} // namespace shardwise::runtime

#endif // SHARDWISE_LIB_RUNTIME_CUDA_PRODUCT_H
