//===- Contraction.h - Products through a BLAS ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Any contraction as a loop of matrix products. An iteration dimension is, by
// where it occurs,
//
//     in lhs, rhs and output    a batch dimension: the loop around the product
//     in lhs and output         a row of the product (M)
//     in rhs and output         a column of the product (N)
//     not in the output         a summed dimension (K)
//
// All rows together are one row index if the strides allow it, and so are
// columns and summed dimensions. An operand whose rows and columns are one
// index each, one of them with stride 1, goes to the library where it lies; any
// other is packed, which is also where element types are converted. How each
// operand is handled is decided once.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_RUNTIME_CONTRACTION_H
#define SHARDWISE_RUNTIME_CONTRACTION_H

#include "shardwise/Runtime/Plan.h"
#include <memory>
#include <vector>

namespace shardwise::runtime {

/// Memory that grows and is reused; each device has its own.
class Scratch {
public:
  /// Memory of at least so many bytes, for one of a few purposes that need
  /// memory at the same time. What it held is lost.
  void *get(unsigned purpose, int64_t bytes);

private:
  struct Block {
    std::unique_ptr<char[]> data;
    int64_t size = 0;
  };
  Block blocks[4];
};

/// The dimensions of a contraction, without those of size 1, by what they are
/// to a product: each list from the largest stride to the smallest, in the
/// output, or for `summed` in the left operand.
struct ContractionDims {
  explicit ContractionDims(const ContractionShape &shape);
  std::vector<unsigned> batch, rows, columns, summed;
};

/// A contraction, ready to run.
class Contraction {
public:
  explicit Contraction(const ContractionShape &shape);

  /// Computes the output; it must not overlap the operands. Reentrant.
  void run(const void *lhs, const void *rhs, void *output,
           Scratch &scratch) const;

  /// Rows and columns of an operand, as the elements' distance from the first.
  /// The tables serve packing and small products.
  struct Operand {
    ElementType type;
    std::vector<int64_t> rowOffsets, columnOffsets;
    /// Whether all rows (columns) have one distance, which follows.
    bool isRegular = false;
    int64_t rowStride = 1, columnStride = 1;
    /// Whether the library can read it where it lies: as it is or transposed,
    /// with this leading dimension.
    bool isDirect = false, isTransposed = false;
    int64_t leading = 1;
  };

private:
  void classify(const ContractionShape &shape);
  void chooseLayout(Operand &operand, bool allowed);
  template <typename T>
  void runAll(const char *lhs, const char *rhs, char *output,
              Scratch &scratch) const;
  template <typename T>
  void multiply(const void *lhs, const void *rhs, void *output,
                Scratch &scratch) const;

  /// Sizes of the product.
  int64_t m = 1, n = 1, k = 1;
  bool accumulate;
  bool isEmpty = false;
  /// lhs is m x k, rhs k x n, output m x n.
  Operand operands[3];
  /// The loop around the product: sizes, and strides in bytes.
  std::vector<int64_t> batchSizes;
  std::vector<int64_t> batchStrides[3];
};

/// Does to the output of a contraction what its shape asks for after the sum:
/// adds the bias, keeps that in `preactivation` and takes its GELU.
void finishContraction(const ContractionShape &shape, const void *bias,
                       void *output, void *preactivation);

/// Tells the library how many threads one product may use. For the whole
/// process.
void setProductThreads(unsigned count);

} // namespace shardwise::runtime

#endif // SHARDWISE_RUNTIME_CONTRACTION_H
