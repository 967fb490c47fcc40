//===- CuDNN.h - cuDNN, loaded when needed ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The frontend that AttentionCuDNN.cpp includes calls cuDNN by name. The
// library is opened when a plan needs it, as all others are, so CuDNN.cpp has
// functions of these names, which call those that were found. They are hidden:
// the library must not find them in place of its own.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_RUNTIME_CUDA_CUDNN_H
#define SHARDWISE_LIB_RUNTIME_CUDA_CUDNN_H

#include "shardwise/Support/Error.h"

namespace shardwise::runtime {

/// The oldest version of cuDNN that attention runs with, as its number.
inline constexpr size_t kOldestCuDNN = 90200;

/// Opens cuDNN, once for the process. Before that none of its functions may be
/// called.
Error loadCuDNN();

} // namespace shardwise::runtime

#endif // SHARDWISE_LIB_RUNTIME_CUDA_CUDNN_H
