//===- Contraction.cpp - Products through a BLAS --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Decides how the operands of a contraction are read, and runs it. Products too
// small for the library's start to pay are loops of our own.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Runtime/Contraction.h"
#include "shardwise/Runtime/Elements.h"
#include "shardwise/Runtime/PlanFile.h"
#include "shardwise/Support/Ranges.h"
#include <algorithm>
#include <cblas.h>
#include <cmath>
#include <cstring>
#include <span>
#include <vector>

using namespace shardwise;
using namespace shardwise::runtime;

/// Products of at most so many multiplications are done by our own loops: up to
/// here a call of the library takes as long (40 ns for 4 x 4 x 4), beyond it
/// the library is faster.
static constexpr int64_t kSmallProduct = 64;

namespace {
enum Side { Lhs, Rhs, Output };
/// Numbers of iteration dimensions, outermost first.
using Dims = std::vector<unsigned>;
} // namespace

void shardwise::runtime::setProductThreads(unsigned count) {
  openblas_set_num_threads(count);
}

//===----------------------------------------------------------------------===//
// Deciding
//===----------------------------------------------------------------------===//

/// The distances of all elements that the dimensions reach in one operand, in
/// row-major order of the dimensions.
static std::vector<int64_t> makeOffsets(const ContractionShape &shape,
                                        const Dims &dims, Side side) {
  std::vector<int64_t> offsets = {0};
  for (unsigned dim : dims) {
    std::vector<int64_t> next;
    next.reserve(offsets.size() * shape.sizes[dim]);
    for (int64_t offset : offsets)
      for (int64_t i = 0; i < shape.sizes[dim]; ++i)
        next.push_back(offset + i * shape.strides[side][dim]);
    offsets = std::move(next);
  }
  return offsets;
}

/// The one distance of neighbours in a table of offsets, or nothing.
static std::optional<int64_t> getStride(std::span<const int64_t> offsets) {
  if (offsets.size() < 2)
    return 1;
  for (size_t i = 1; i < offsets.size(); ++i)
    if (offsets[i] - offsets[i - 1] != offsets[1])
      return std::nullopt;
  return offsets[1];
}

/// Finds how the library reads an operand where it lies, if it can.
void Contraction::chooseLayout(Operand &operand, bool allowed) {
  std::optional<int64_t> rowStride = getStride(operand.rowOffsets);
  std::optional<int64_t> columnStride = getStride(operand.columnOffsets);
  operand.isRegular = rowStride && columnStride;
  if (!operand.isRegular || !allowed)
    return;
  operand.rowStride = *rowStride;
  operand.columnStride = *columnStride;
  int64_t rows = operand.rowOffsets.size();
  int64_t columns = operand.columnOffsets.size();
  auto fits = [](int64_t outer, int64_t outerStride, int64_t inner,
                 int64_t innerStride) {
    return (inner == 1 || innerStride == 1) &&
           (outer == 1 || outerStride >= inner);
  };
  if (fits(rows, *rowStride, columns, *columnStride)) {
    operand.isDirect = true;
    operand.leading = rows == 1 ? columns : *rowStride;
  } else if (fits(columns, *columnStride, rows, *rowStride)) {
    operand.isDirect = operand.isTransposed = true;
    operand.leading = columns == 1 ? rows : *columnStride;
  }
}

/// Makes tables of the rows and columns, and the loop around the product.
void Contraction::classify(const ContractionShape &shape) {
  auto [batch, rows, columns, summed] = ContractionDims(shape);
  auto setTables = [&](Side side, const Dims &first, const Dims &second) {
    operands[side].rowOffsets = makeOffsets(shape, first, side);
    operands[side].columnOffsets = makeOffsets(shape, second, side);
  };
  setTables(Lhs, rows, summed);
  setTables(Rhs, summed, columns);
  setTables(Output, rows, columns);
  m = operands[Output].rowOffsets.size();
  n = operands[Output].columnOffsets.size();
  k = operands[Lhs].columnOffsets.size();
  for (unsigned dim : batch) {
    batchSizes.push_back(shape.sizes[dim]);
    for (Side side : {Lhs, Rhs, Output})
      batchStrides[side].push_back(shape.strides[side][dim] *
                                   getByteSize(shape.types[side]));
  }
}

Contraction::Contraction(const ContractionShape &shape)
    : accumulate(shape.accumulate) {
  for (Side side : {Lhs, Rhs, Output})
    operands[side].type = shape.types[side];
  classify(shape);
  isEmpty = m == 0 || n == 0 || contains(batchSizes, 0);
  if (isEmpty)
    return;
  bool isDouble = contains(shape.types, ElementType::F64);
  ElementType computed = isDouble ? ElementType::F64 : ElementType::F32;
  for (Operand &operand : operands)
    chooseLayout(operand, k != 0 && operand.type == computed);
}

//===----------------------------------------------------------------------===//
// Packing
//===----------------------------------------------------------------------===//

/// Truth values combine by "and" and "or": as products and sums of 0 and 1, of
/// which any that is not 0 is true.
template <typename T, typename Element> static T load(Element element) {
  if constexpr (std::is_same_v<Element, Bool>)
    return T(element.value);
  else
    return T(element);
}
template <typename Element, typename T> static Element store(T value) {
  if constexpr (std::is_same_v<Element, Bool>)
    return Bool{uint8_t(value != 0)};
  else
    return toStorage<Element>(value);
}

/// Reads an operand into a row-major matrix.
template <typename T>
static void pack(const Contraction::Operand &operand, const void *source,
                 T *target) {
  dispatch(operand.type, [&](auto element) {
    auto *typed = static_cast<const decltype(element) *>(source);
    for (int64_t row : operand.rowOffsets)
      for (int64_t column : operand.columnOffsets)
        *target++ = load<T>(typed[row + column]);
  });
}

/// Writes a row-major matrix to where the output lies.
template <typename T>
static void unpack(const Contraction::Operand &operand, const T *source,
                   void *target) {
  dispatch(operand.type, [&](auto element) {
    using Element = decltype(element);
    auto *typed = static_cast<Element *>(target);
    for (int64_t row : operand.rowOffsets)
      for (int64_t column : operand.columnOffsets)
        typed[row + column] = store<Element>(*source++);
  });
}

//===----------------------------------------------------------------------===//
// Products
//===----------------------------------------------------------------------===//

namespace {
/// A matrix as the library takes it.
template <typename T> struct Matrix {
  T *data;
  int64_t leading;
  bool isTransposed;
};
} // namespace

static CBLAS_TRANSPOSE toFlag(bool isTransposed) {
  return isTransposed ? CblasTrans : CblasNoTrans;
}

static void callGemm(int64_t m, int64_t n, int64_t k, Matrix<const float> a,
                     Matrix<const float> b, float beta, Matrix<float> c) {
  cblas_sgemm(CblasRowMajor, toFlag(a.isTransposed), toFlag(b.isTransposed), m,
              n, k, 1.0f, a.data, a.leading, b.data, b.leading, beta, c.data,
              c.leading);
}

static void callGemm(int64_t m, int64_t n, int64_t k, Matrix<const double> a,
                     Matrix<const double> b, double beta, Matrix<double> c) {
  cblas_dgemm(CblasRowMajor, toFlag(a.isTransposed), toFlag(b.isTransposed), m,
              n, k, 1.0, a.data, a.leading, b.data, b.leading, beta, c.data,
              c.leading);
}

/// The product of two floating-point matrices. A transposed output is computed
/// as the transposed product.
template <typename T>
static void callLibrary(int64_t m, int64_t n, int64_t k, Matrix<const T> a,
                        Matrix<const T> b, bool accumulate, Matrix<T> c) {
  T beta = accumulate ? 1 : 0;
  if (!c.isTransposed)
    return callGemm(m, n, k, a, b, beta, c);
  a.isTransposed = !a.isTransposed;
  b.isTransposed = !b.isTransposed;
  callGemm(n, m, k, b, a, beta, c);
}

/// The same for integers: packed operands only, overflow wraps.
static void callLibrary(int64_t m, int64_t n, int64_t k,
                        Matrix<const int64_t> a, Matrix<const int64_t> b,
                        bool accumulate, Matrix<int64_t> c) {
  for (int64_t i = 0; i < m; ++i)
    for (int64_t j = 0; j < n; ++j) {
      uint64_t sum = accumulate ? c.data[i * n + j] : 0;
      for (int64_t l = 0; l < k; ++l)
        sum += uint64_t(a.data[i * k + l]) * uint64_t(b.data[l * n + j]);
      c.data[i * n + j] = sum;
    }
}

/// A small product, straight from and to where the operands lie.
template <typename T>
static void multiplySmall(const Contraction::Operand &a, const T *lhs,
                          const Contraction::Operand &b, const T *rhs,
                          const Contraction::Operand &c, T *output,
                          bool accumulate) {
  for (size_t i = 0; i < c.rowOffsets.size(); ++i)
    for (size_t j = 0; j < c.columnOffsets.size(); ++j) {
      T &target = output[c.rowOffsets[i] + c.columnOffsets[j]];
      T sum = accumulate ? target : T(0);
      const T *row = lhs + a.rowOffsets[i], *column = rhs + b.columnOffsets[j];
      for (size_t l = 0; l < a.columnOffsets.size(); ++l)
        sum += row[a.columnOffsets[l]] * column[b.rowOffsets[l]];
      target = sum;
    }
}

/// One product of the loop, through packed operands where they need it.
template <typename T>
void Contraction::multiply(const void *lhs, const void *rhs, void *output,
                           Scratch &scratch) const {
  auto read = [&](Side side, const void *data) -> Matrix<const T> {
    const Operand &operand = operands[side];
    if (operand.isDirect)
      return {static_cast<const T *>(data), operand.leading,
              operand.isTransposed};
    int64_t rows = operand.rowOffsets.size();
    int64_t columns = operand.columnOffsets.size();
    T *packed = static_cast<T *>(scratch.get(side, rows * columns * sizeof(T)));
    pack(operand, data, packed);
    return {packed, std::max<int64_t>(columns, 1), false};
  };
  const Operand &target = operands[Output];
  if (target.isDirect)
    return callLibrary(m, n, k, read(Lhs, lhs), read(Rhs, rhs), accumulate,
                       Matrix<T>{static_cast<T *>(output), target.leading,
                                 target.isTransposed});
  T *packed = static_cast<T *>(scratch.get(Output, m * n * sizeof(T)));
  if (accumulate)
    pack(target, output, packed);
  callLibrary(m, n, k, read(Lhs, lhs), read(Rhs, rhs), accumulate,
              Matrix<T>{packed, n, false});
  unpack(target, packed, output);
}

/// All products of the loop.
template <typename T>
void Contraction::runAll(const char *lhs, const char *rhs, char *output,
                         Scratch &scratch) const {
  bool sameTypes =
      !std::is_integral_v<T> && std::ranges::all_of(operands, [](auto &o) {
        return o.type == (sizeof(T) == 4 ? ElementType::F32 : ElementType::F64);
      });
  bool isSmall = sameTypes && m * n * k <= kSmallProduct;
  std::vector<int64_t> index(batchSizes.size(), 0);
  while (true) {
    if (isSmall)
      multiplySmall(operands[Lhs], reinterpret_cast<const T *>(lhs),
                    operands[Rhs], reinterpret_cast<const T *>(rhs),
                    operands[Output], reinterpret_cast<T *>(output),
                    accumulate);
    else
      multiply<T>(lhs, rhs, output, scratch);
    int64_t dim = int64_t(index.size()) - 1;
    for (; dim >= 0; --dim) {
      lhs += batchStrides[Lhs][dim];
      rhs += batchStrides[Rhs][dim];
      output += batchStrides[Output][dim];
      if (++index[dim] < batchSizes[dim])
        break;
      lhs -= batchStrides[Lhs][dim] * batchSizes[dim];
      rhs -= batchStrides[Rhs][dim] * batchSizes[dim];
      output -= batchStrides[Output][dim] * batchSizes[dim];
      index[dim] = 0;
    }
    if (dim < 0)
      return;
  }
}

void Contraction::run(const void *lhs, const void *rhs, void *output,
                      Scratch &scratch) const {
  if (isEmpty)
    return;
  auto *a = static_cast<const char *>(lhs), *b = static_cast<const char *>(rhs);
  auto *c = static_cast<char *>(output);
  if (!isFloat(operands[Output].type))
    return runAll<int64_t>(a, b, c, scratch);
  bool isDouble = std::ranges::any_of(
      operands, [](const Operand &o) { return o.type == ElementType::F64; });
  if (isDouble)
    return runAll<double>(a, b, c, scratch);
  runAll<float>(a, b, c, scratch);
}

//===----------------------------------------------------------------------===//
// Bias and activation
//===----------------------------------------------------------------------===//

/// The GELU in the form with the hyperbolic tangent.
template <typename T> static T getGelu(T x) {
  constexpr T kScale = T(0.79788456080286535588); // sqrt(2 / pi)
  return x / 2 * (1 + std::tanh(kScale * (x + T(0.044715) * x * x * x)));
}

template <typename Element>
static void finish(const ContractionShape &shape, int64_t count,
                   const Element *bias, Element *output,
                   Element *preactivation) {
  using T = typename ComputeType<Element>::type;
  for (int64_t i = 0; i < count; ++i) {
    Element sum =
        toStorage<Element>(T(output[i]) + T(bias[i % shape.biasElements]));
    output[i] = sum;
    if (!shape.isGelu)
      continue;
    preactivation[i] = sum;
    output[i] = toStorage<Element>(getGelu(T(sum)));
  }
}

void shardwise::runtime::finishContraction(const ContractionShape &shape,
                                           const void *bias, void *output,
                                           void *preactivation) {
  // The output is contiguous.
  int64_t count = getReach(shape, Output);
  dispatch(shape.types[Output], [&](auto element) {
    using Element = decltype(element);
    if constexpr (std::is_floating_point_v<typename ComputeType<Element>::type>)
      finish(shape, count, static_cast<const Element *>(bias),
             static_cast<Element *>(output),
             static_cast<Element *>(preactivation));
  });
}
