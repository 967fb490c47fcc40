//===- Libraries.h - cuBLASLt and NCCL, loaded when needed ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A program that links these libraries does not start where they are missing,
// and cannot say why. So they are opened when a plan needs them: a plan without
// products runs without cuBLASLt, one on a single device without NCCL.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_RUNTIME_CUDA_LIBRARIES_H
#define SHARDWISE_LIB_RUNTIME_CUDA_LIBRARIES_H

#include "Check.h"
#include <span>

namespace shardwise::runtime {

#define SHARDWISE_CUBLASLT_FUNCTIONS(F)                                        \
  F(cublasLtCreate)                                                            \
  F(cublasLtMatmul)                                                            \
  F(cublasLtMatmulAlgoGetHeuristic)                                            \
  F(cublasLtMatmulDescCreate)                                                  \
  F(cublasLtMatmulDescDestroy)                                                 \
  F(cublasLtMatmulDescSetAttribute)                                            \
  F(cublasLtMatmulPreferenceCreate)                                            \
  F(cublasLtMatmulPreferenceDestroy)                                           \
  F(cublasLtMatmulPreferenceSetAttribute)                                      \
  F(cublasLtMatrixLayoutCreate)                                                \
  F(cublasLtMatrixLayoutDestroy)                                               \
  F(cublasLtMatrixLayoutSetAttribute)

#define SHARDWISE_NCCL_FUNCTIONS(F)                                            \
  F(ncclAllGather)                                                             \
  F(ncclAllReduce)                                                             \
  F(ncclCommAbort)                                                             \
  F(ncclCommDestroy)                                                           \
  F(ncclCommGetAsyncError)                                                     \
  F(ncclCommInitRank)                                                          \
  F(ncclCommSplit)                                                             \
  F(ncclGetErrorString)                                                        \
  F(ncclGetUniqueId)                                                           \
  F(ncclGroupEnd)                                                              \
  F(ncclGroupStart)                                                            \
  F(ncclRecv)                                                                  \
  F(ncclReduceScatter)                                                         \
  F(ncclSend)

/// Opens the first library that is there: as the loader finds it, or where
/// toolkits are installed. `what` names it in the error.
Expected<void *> openLibrary(const char *what,
                             const std::vector<const char *> &names);

#define SHARDWISE_FIELD(name) decltype(&::name) name = nullptr;
/// The functions of cuBLASLt that the runtime calls.
struct CublasLt {
  SHARDWISE_CUBLASLT_FUNCTIONS(SHARDWISE_FIELD)
  /// Opens the library, once for the process.
  static Expected<const CublasLt *> load();
};
/// The functions of NCCL that the runtime calls.
struct Nccl {
  SHARDWISE_NCCL_FUNCTIONS(SHARDWISE_FIELD)
  static Expected<const Nccl *> load();
};
#undef SHARDWISE_FIELD

} // namespace shardwise::runtime

#endif // SHARDWISE_LIB_RUNTIME_CUDA_LIBRARIES_H
