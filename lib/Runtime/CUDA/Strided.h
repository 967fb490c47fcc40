//===- Strided.h - Parameters of the runtime's own kernels ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Included by the kernels and by the code that launches them, which other
// compilers translate: fixed-size fields only.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_RUNTIME_CUDA_STRIDED_H
#define SHARDWISE_LIB_RUNTIME_CUDA_STRIDED_H

#include <stdint.h>

/// The most dimensions, after those of size 1 are dropped.
#define SHARDWISE_MAX_DIMS 16

namespace shardwise::cuda {

/// Element types, in the order of the runtime's ElementType.
enum DeviceType : int32_t { I1, I8, I16, I32, I64, BF16, F16, F32, F64 };

/// Copies a box of elements. Floats of different types are converted, all
/// others must be of one type.
struct StridedCopy {
  int32_t rank = 0;
  int32_t fromType = F32, toType = F32;
  int64_t elements = 1;
  int64_t fromOffset = 0, toOffset = 0;
  int64_t sizes[SHARDWISE_MAX_DIMS] = {};
  int64_t fromStrides[SHARDWISE_MAX_DIMS] = {};
  int64_t toStrides[SHARDWISE_MAX_DIMS] = {};
};

/// A contraction over any strides: dimensions that the output has come first.
struct StridedProduct {
  int32_t numOuter = 0, numSummed = 0;
  int32_t types[3] = {};
  int32_t accumulate = 0;
  int64_t outputs = 1, summed = 1;
  int64_t sizes[SHARDWISE_MAX_DIMS] = {};
  int64_t strides[3][SHARDWISE_MAX_DIMS] = {};
};

/// A bias added to a contiguous output of floats, along which it repeats; and,
/// with an activation, the GELU of that.
struct FinishedProduct {
  int32_t type = F32, isGelu = 0;
  int64_t elements = 0, biasElements = 1;
};

} // namespace shardwise::cuda

#endif // SHARDWISE_LIB_RUNTIME_CUDA_STRIDED_H
