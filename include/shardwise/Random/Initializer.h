//===- Initializer.h - Values that are made, not stored ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The first value of a tensor as a formula. An element depends on the seed and
// on its row-major number in the whole tensor, on nothing else: every mesh has
// the same numbers, each device can make its own part, and so can a GPU.
//
// The random bits are those of Philox4x32-10 (Salmon, Moraes, Dror, Shaw,
// "Parallel Random Numbers: As Easy as 1, 2, 3", SC 2011): block i / 4 of the
// seed's sequence has the words of elements i to i + 3.
//
//     uniform   low + (high - low) w / 2^32, w the element's word; integers are
//               rounded down
//     normal    mean + stddev z: the words a, b of two neighbours give them
//               r cos(t) and r sin(t), with r = sqrt(-2 log((a + 1) / 2^32))
//               and t = 2 pi b / 2^32 (Box and Muller, 1958)
//
// All is computed in float64 by additions, products, quotients and square roots
// alone, which processors and GPUs round alike, none of them fused: the results
// are the same bits everywhere. They are rounded to float32, and from there to
// shorter floats.
//
// The kernels include this file: plain fields of fixed size, no library.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_RANDOM_INITIALIZER_H
#define SHARDWISE_RANDOM_INITIALIZER_H

#include <stdint.h>
#include <string.h>

#ifdef __CUDACC__
#define SHARDWISE_HOST_DEVICE __host__ __device__
#else
#define SHARDWISE_HOST_DEVICE
#endif

namespace shardwise::random {

enum Distribution : int32_t { Constant, Uniform, Normal };

/// How the elements of a tensor come about.
struct Initializer {
  Distribution distribution = Constant;
  uint64_t seed = 0;
  /// The value of a constant, the lower end, or the mean.
  double first = 0;
  /// The upper end, or the standard deviation.
  double second = 0;
};

/// The part of a tensor that a device holds, as a row-major loop nest.
struct Part {
  static constexpr int kMaxDims = 16;
  int32_t rank = 0;
  int64_t elements = 1;
  /// The number in the whole tensor of the first element.
  int64_t offset = 0;
  int64_t sizes[kMaxDims] = {};
  /// The distance in the whole tensor of neighbours along a dimension.
  int64_t strides[kMaxDims] = {};
};

/// The number in the whole tensor of an element of a part.
SHARDWISE_HOST_DEVICE inline int64_t getGlobalNumber(const Part &part,
                                                     int64_t element) {
  int64_t number = part.offset;
  for (int dim = part.rank - 1; dim >= 0; --dim) {
    number += element % part.sizes[dim] * part.strides[dim];
    element /= part.sizes[dim];
  }
  return number;
}

//===----------------------------------------------------------------------===//
// Random bits
//===----------------------------------------------------------------------===//

struct PhiloxBlock {
  uint32_t words[4];
};

/// Ten rounds of Philox4x32.
SHARDWISE_HOST_DEVICE inline PhiloxBlock philox(PhiloxBlock x, uint64_t key) {
  uint32_t low = uint32_t(key), high = uint32_t(key >> 32);
  for (int round = 0; round < 10; ++round) {
    uint64_t even = uint64_t(0xD2511F53u) * x.words[0];
    uint64_t odd = uint64_t(0xCD9E8D57u) * x.words[2];
    x = {{uint32_t(odd >> 32) ^ x.words[1] ^ low, uint32_t(odd),
          uint32_t(even >> 32) ^ x.words[3] ^ high, uint32_t(even)}};
    low += 0x9E3779B9u;
    high += 0xBB67AE85u;
  }
  return x;
}

//===----------------------------------------------------------------------===//
// Arithmetic that nothing fuses
//===----------------------------------------------------------------------===//

SHARDWISE_HOST_DEVICE inline double add(double a, double b) {
#ifdef __CUDA_ARCH__
  return __dadd_rn(a, b);
#else
  return a + b;
#endif
}

SHARDWISE_HOST_DEVICE inline double multiply(double a, double b) {
#ifdef __CUDA_ARCH__
  return __dmul_rn(a, b);
#else
  return a * b;
#endif
}

SHARDWISE_HOST_DEVICE inline double squareRoot(double a) {
#ifdef __CUDA_ARCH__
  return __dsqrt_rn(a);
#else
  return __builtin_sqrt(a);
#endif
}

/// c[0] + c[1] z + ... + c[n - 1] z^(n - 1).
template <int n>
SHARDWISE_HOST_DEVICE inline double evaluate(const double (&c)[n], double z) {
  double sum = c[n - 1];
  for (int i = n - 2; i >= 0; --i)
    sum = add(multiply(sum, z), c[i]);
  return sum;
}

/// The natural logarithm of a positive normal number: with x = 2^e m and m near
/// 1, log m = 2 atanh((m - 1) / (m + 1)).
SHARDWISE_HOST_DEVICE inline double logarithm(double x) {
  uint64_t bits;
  memcpy(&bits, &x, sizeof(bits));
  int64_t exponent = int64_t(bits >> 52) - 1023;
  uint64_t fraction = bits & 0xfffffffffffffu;
  // Above the square root of 2 the next power is nearer.
  bool isUpper = fraction > 0x6a09e667f3bcdu;
  exponent += isUpper;
  bits = fraction | (isUpper ? 0x3fe0000000000000u : 0x3ff0000000000000u);
  double m;
  memcpy(&m, &bits, sizeof(m));
  double s = (m - 1) / (m + 1);
  const double series[] = {2.0,      2.0 / 3,  2.0 / 5,  2.0 / 7,
                           2.0 / 9,  2.0 / 11, 2.0 / 13, 2.0 / 15,
                           2.0 / 17, 2.0 / 19, 2.0 / 21};
  double rest = multiply(s, evaluate(series, multiply(s, s)));
  return add(multiply(double(exponent), 0.69314718055994530942), rest);
}

/// The cosine, or the sine, of 2 pi turn / 2^32.
SHARDWISE_HOST_DEVICE inline double cosineOfTurn(uint32_t turn, bool isSine) {
  uint32_t quarter = (turn + (1u << 29)) >> 30;
  double t = multiply(double(int32_t(turn - (quarter << 30))),
                      6.28318530717958647692 / 4294967296.0);
  double z = multiply(t, t);
  const double sine[] = {1.0,
                         -1.0 / 6,
                         1.0 / 120,
                         -1.0 / 5040,
                         1.0 / 362880,
                         -1.0 / 39916800,
                         1.0 / 6227020800.0,
                         -1.0 / 1307674368000.0};
  const double cosine[] = {1.0,
                           -1.0 / 2,
                           1.0 / 24,
                           -1.0 / 720,
                           1.0 / 40320,
                           -1.0 / 3628800,
                           1.0 / 479001600,
                           -1.0 / 87178291200.0,
                           1.0 / 20922789888000.0};
  bool swaps = ((quarter & 1) != 0) != isSine;
  double value = swaps ? multiply(t, evaluate(sine, z)) : evaluate(cosine, z);
  // The signs by quarters: of cosines + - - +, of sines + + - -.
  bool isNegative = isSine ? (quarter & 2) != 0 : (((quarter + 1) & 2) != 0);
  return isNegative ? -value : value;
}

//===----------------------------------------------------------------------===//
// Elements
//===----------------------------------------------------------------------===//

/// An element by its number in the whole tensor.
SHARDWISE_HOST_DEVICE inline double
makeElement(const Initializer &init, int64_t number, bool isInteger) {
  if (init.distribution == Constant)
    return init.first;
  uint64_t block = uint64_t(number) / 4;
  PhiloxBlock bits =
      philox({{uint32_t(block), uint32_t(block >> 32), 0, 0}}, init.seed);
  const double unit = 1 / 4294967296.0;
  if (init.distribution == Uniform) {
    double range = add(init.second, -init.first);
    double above =
        multiply(range, multiply(double(bits.words[number % 4]), unit));
    return add(init.first, isInteger ? double(int64_t(above)) : above);
  }
  const uint32_t *pair = bits.words + (number % 4 & 2);
  double radius = squareRoot(
      multiply(-2, logarithm(multiply(add(double(pair[0]), 1), unit))));
  double z = multiply(radius, cosineOfTurn(pair[1], number % 2 != 0));
  return add(init.first, multiply(init.second, z));
}

//===----------------------------------------------------------------------===//
// On the host
//===----------------------------------------------------------------------===//

/// The part with the given shape that begins at `offsets` in a tensor.
Part makePart(const int64_t *globalShape, const int64_t *localShape,
              const int64_t *offsets, int rank);

/// Writes the elements of a part. The element type is a number of the runtime's
/// `ElementType`.
void fill(const Initializer &init, const Part &part, int32_t type, void *data);

} // namespace shardwise::random

#endif // SHARDWISE_RANDOM_INITIALIZER_H
