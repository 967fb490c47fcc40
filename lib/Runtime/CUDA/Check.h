//===- Check.h - Errors of CUDA, cuBLASLt and NCCL --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every call of these libraries goes through one of the macros, which return
// from the function with an error that names the call, the device and the
// place.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_RUNTIME_CUDA_CHECK_H
#define SHARDWISE_LIB_RUNTIME_CUDA_CHECK_H

#include "shardwise/Support/Error.h"
#include <cublasLt.h>
#include <cuda_runtime.h>
#include <nccl.h>
#include <string_view>

namespace shardwise::runtime {

/// The device that this thread works for, for messages; -1 before there is one.
extern thread_local int64_t currentDevice;

/// The error of a call that gave `message`.
Error makeCallError(const char *library, const char *call,
                    std::string_view message, const char *file, int line);

Error checkCall(cudaError_t status, const char *call, const char *file,
                int line);
Error checkCall(cublasStatus_t status, const char *call, const char *file,
                int line);
Error checkCall(ncclResult_t status, const char *call, const char *file,
                int line);

} // namespace shardwise::runtime

#define SHARDWISE_CHECK(call)                                                  \
  do {                                                                         \
    if (Error error_ = ::shardwise::runtime::checkCall(                        \
            call, #call, __FILE_NAME__, __LINE__))                             \
      return error_;                                                           \
  } while (false)

#endif // SHARDWISE_LIB_RUNTIME_CUDA_CHECK_H
