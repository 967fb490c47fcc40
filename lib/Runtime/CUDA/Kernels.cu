//===- Kernels.cu - The runtime's own kernels -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Packing for libraries that want contiguous operands, and contractions that
// the library does not take: integers, sums over nothing. Correct for any
// strides; what is large and common does not come here. And the first values of
// tensors, where a formula gives them.
//
//===----------------------------------------------------------------------===//

#include "Strided.h"
#include "shardwise/Random/Initializer.h"
#include <cuda_bf16.h>
#include <cuda_fp16.h>

using namespace shardwise::cuda;

/// Reads an element as a computed value. An i1 reads as 0 or 1.
template <typename C>
__device__ static C load(const void *data, int64_t i, int32_t type) {
  switch (type) {
  case I1:
    return C(static_cast<const uint8_t *>(data)[i] != 0);
  case I8:
    return C(static_cast<const int8_t *>(data)[i]);
  case I16:
    return C(static_cast<const int16_t *>(data)[i]);
  case I32:
    return C(static_cast<const int32_t *>(data)[i]);
  case I64:
    return C(static_cast<const int64_t *>(data)[i]);
  case BF16:
    return C(__bfloat162float(static_cast<const __nv_bfloat16 *>(data)[i]));
  case F16:
    return C(__half2float(static_cast<const __half *>(data)[i]));
  case F32:
    return C(static_cast<const float *>(data)[i]);
  default:
    return C(static_cast<const double *>(data)[i]);
  }
}

/// Writes a computed value, rounded once.
template <typename C>
__device__ static void store(void *data, int64_t i, int32_t type, C value) {
  switch (type) {
  case I1:
    static_cast<uint8_t *>(data)[i] = value != C(0);
    break;
  case I8:
    static_cast<int8_t *>(data)[i] = int8_t(value);
    break;
  case I16:
    static_cast<int16_t *>(data)[i] = int16_t(value);
    break;
  case I32:
    static_cast<int32_t *>(data)[i] = int32_t(value);
    break;
  case I64:
    static_cast<int64_t *>(data)[i] = int64_t(value);
    break;
  case BF16:
    static_cast<__nv_bfloat16 *>(data)[i] = __float2bfloat16_rn(float(value));
    break;
  case F16:
    static_cast<__half *>(data)[i] = __float2half_rn(float(value));
    break;
  case F32:
    static_cast<float *>(data)[i] = float(value);
    break;
  default:
    static_cast<double *>(data)[i] = double(value);
  }
}

/// Copies elements of one type by their size.
template <typename T>
__device__ static void copyElement(const void *from, int64_t i, void *to,
                                   int64_t j) {
  static_cast<T *>(to)[j] = static_cast<const T *>(from)[i];
}

extern "C" __global__ void shardwise_copy(const void *from, void *to,
                                          StridedCopy copy) {
  int64_t step = int64_t(gridDim.x) * blockDim.x;
  for (int64_t i = blockIdx.x * int64_t(blockDim.x) + threadIdx.x;
       i < copy.elements; i += step) {
    int64_t rest = i, source = copy.fromOffset, target = copy.toOffset;
    for (int d = copy.rank - 1; d >= 0; --d) {
      int64_t index = rest % copy.sizes[d];
      rest /= copy.sizes[d];
      source += index * copy.fromStrides[d];
      target += index * copy.toStrides[d];
    }
    if (copy.fromType != copy.toType) {
      if (copy.fromType == F64 || copy.toType == F64)
        store(to, target, copy.toType,
              load<double>(from, source, copy.fromType));
      else
        store(to, target, copy.toType,
              load<float>(from, source, copy.fromType));
      continue;
    }
    switch (copy.fromType) {
    case I1:
    case I8:
      copyElement<uint8_t>(from, source, to, target);
      break;
    case I16:
    case BF16:
    case F16:
      copyElement<uint16_t>(from, source, to, target);
      break;
    case I32:
    case F32:
      copyElement<uint32_t>(from, source, to, target);
      break;
    default:
      copyElement<uint64_t>(from, source, to, target);
    }
  }
}

template <typename C>
__device__ static void contract(const void *lhs, const void *rhs, void *output,
                                const StridedProduct &product) {
  int64_t step = int64_t(gridDim.x) * blockDim.x;
  for (int64_t i = blockIdx.x * int64_t(blockDim.x) + threadIdx.x;
       i < product.outputs; i += step) {
    int64_t rest = i, offsets[3] = {0, 0, 0};
    for (int d = product.numOuter - 1; d >= 0; --d) {
      int64_t index = rest % product.sizes[d];
      rest /= product.sizes[d];
      for (int side = 0; side < 3; ++side)
        offsets[side] += index * product.strides[side][d];
    }
    C sum = product.accumulate ? load<C>(output, offsets[2], product.types[2])
                               : C(0);
    for (int64_t k = 0; k < product.summed; ++k) {
      int64_t left = offsets[0], right = offsets[1];
      int64_t remaining = k;
      for (int d = product.numOuter + product.numSummed - 1;
           d >= product.numOuter; --d) {
        int64_t index = remaining % product.sizes[d];
        remaining /= product.sizes[d];
        left += index * product.strides[0][d];
        right += index * product.strides[1][d];
      }
      sum += load<C>(lhs, left, product.types[0]) *
             load<C>(rhs, right, product.types[1]);
    }
    store(output, offsets[2], product.types[2], sum);
  }
}

extern "C" __global__ void shardwise_contract_f32(const void *lhs,
                                                  const void *rhs, void *output,
                                                  StridedProduct product) {
  contract<float>(lhs, rhs, output, product);
}

extern "C" __global__ void shardwise_contract_f64(const void *lhs,
                                                  const void *rhs, void *output,
                                                  StridedProduct product) {
  contract<double>(lhs, rhs, output, product);
}

/// Overflow wraps, as in unsigned arithmetic.
extern "C" __global__ void shardwise_contract_i64(const void *lhs,
                                                  const void *rhs, void *output,
                                                  StridedProduct product) {
  contract<uint64_t>(lhs, rhs, output, product);
}

/// Does what the library did not do to a product's output. The GELU is of the
/// sum as it is kept.
template <typename C>
__device__ static void finish(void *output, const void *bias,
                              void *preactivation,
                              const FinishedProduct &product) {
  int64_t step = int64_t(gridDim.x) * blockDim.x;
  for (int64_t i = blockIdx.x * int64_t(blockDim.x) + threadIdx.x;
       i < product.elements; i += step) {
    C sum = load<C>(output, i, product.type) +
            load<C>(bias, i % product.biasElements, product.type);
    store(output, i, product.type, sum);
    if (!product.isGelu)
      continue;
    store(preactivation, i, product.type, sum);
    C x = load<C>(preactivation, i, product.type);
    C scale = C(0.79788456080286535588); // sqrt(2 / pi)
    store(output, i, product.type,
          x / 2 * (1 + tanh(scale * (x + C(0.044715) * x * x * x))));
  }
}

extern "C" __global__ void shardwise_finish(void *output, const void *bias,
                                            void *preactivation,
                                            FinishedProduct product) {
  if (product.type == F64)
    finish<double>(output, bias, preactivation, product);
  else
    finish<float>(output, bias, preactivation, product);
}

/// Counts a collective that has ended, and shows the host how often it has.
extern "C" __global__ void shardwise_count(uint32_t *counter,
                                           volatile uint32_t *shown) {
  *shown = ++*counter;
}

/// Makes the elements of a device's part of a tensor.
extern "C" __global__ void shardwise_fill(shardwise::random::Initializer init,
                                          shardwise::random::Part part,
                                          int32_t type, void *data) {
  int64_t step = int64_t(gridDim.x) * blockDim.x;
  bool isInteger = type < BF16;
  for (int64_t i = blockIdx.x * int64_t(blockDim.x) + threadIdx.x;
       i < part.elements; i += step) {
    double value = shardwise::random::makeElement(
        init, shardwise::random::getGlobalNumber(part, i), isInteger);
    if (isInteger)
      store(data, i, type, uint64_t(int64_t(value)));
    else
      store(data, i, type, value);
  }
}
