//===- CuDNN.cpp - cuDNN, loaded when needed ------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CuDNN.h"
#include "Libraries.h"
#include "shardwise/Support/Error.h"
#include <cudnn.h>
#include <dlfcn.h>
#include <mutex>
#include <nvrtc.h>

using namespace shardwise;
using namespace shardwise::runtime;

//===----------------------------------------------------------------------===//
// Functions of cuDNN
//===----------------------------------------------------------------------===//

// name, result, parameters, arguments
#define SHARDWISE_CUDNN_FUNCTIONS(F)                                           \
  F(cudnnBackendCreateDescriptor, cudnnStatus_t,                               \
    (cudnnBackendDescriptorType_t a, cudnnBackendDescriptor_t * b), (a, b))    \
  F(cudnnBackendDestroyDescriptor, cudnnStatus_t,                              \
    (cudnnBackendDescriptor_t a), (a))                                         \
  F(cudnnBackendExecute, cudnnStatus_t,                                        \
    (cudnnHandle_t a, cudnnBackendDescriptor_t b, cudnnBackendDescriptor_t c), \
    (a, b, c))                                                                 \
  F(cudnnBackendFinalize, cudnnStatus_t, (cudnnBackendDescriptor_t a), (a))    \
  F(cudnnBackendGetAttribute, cudnnStatus_t,                                   \
    (cudnnBackendDescriptor_t const a, cudnnBackendAttributeName_t b,          \
     cudnnBackendAttributeType_t c, int64_t d, int64_t *e, void *f),           \
    (a, b, c, d, e, f))                                                        \
  F(cudnnBackendSetAttribute, cudnnStatus_t,                                   \
    (cudnnBackendDescriptor_t a, cudnnBackendAttributeName_t b,                \
     cudnnBackendAttributeType_t c, int64_t d, const void *e),                 \
    (a, b, c, d, e))                                                           \
  F(cudnnCreate, cudnnStatus_t, (cudnnHandle_t * a), (a))                      \
  F(cudnnDestroy, cudnnStatus_t, (cudnnHandle_t a), (a))                       \
  F(cudnnGetErrorString, const char *, (cudnnStatus_t a), (a))                 \
  F(cudnnGetLastErrorString, void, (char *a, size_t b), (a, b))                \
  F(cudnnGetStream, cudnnStatus_t, (cudnnHandle_t a, cudaStream_t * b),        \
    (a, b))                                                                    \
  F(cudnnGetVersion, size_t, (void), ())                                       \
  F(cudnnSetStream, cudnnStatus_t, (cudnnHandle_t a, cudaStream_t b), (a, b))

namespace {
struct Functions {
#define SHARDWISE_FIELD(name, result, parameters, arguments)                   \
  decltype(&::name) name = nullptr;
  SHARDWISE_CUDNN_FUNCTIONS(SHARDWISE_FIELD)
#undef SHARDWISE_FIELD
};
} // namespace

static Functions functions;

extern "C" {
#define SHARDWISE_FORWARD(name, result, parameters, arguments)                 \
  __attribute__((visibility("hidden"))) result CUDNNWINAPI name parameters {   \
    return functions.name arguments;                                           \
  }
SHARDWISE_CUDNN_FUNCTIONS(SHARDWISE_FORWARD)
#undef SHARDWISE_FORWARD
}

//===----------------------------------------------------------------------===//
// Functions of NVRTC
//===----------------------------------------------------------------------===//

// The frontend has kernels of its own for other operations, which it would
// compile by NVRTC. Attention never gets there.
extern "C" {
#define SHARDWISE_REFUSE(name, ...)                                            \
  __attribute__((visibility("hidden"))) nvrtcResult name(__VA_ARGS__) {        \
    return NVRTC_ERROR_INTERNAL_ERROR;                                         \
  }
SHARDWISE_REFUSE(nvrtcCreateProgram, nvrtcProgram *, const char *, const char *,
                 int, const char *const *, const char *const *)
SHARDWISE_REFUSE(nvrtcCompileProgram, nvrtcProgram, int, const char *const *)
SHARDWISE_REFUSE(nvrtcDestroyProgram, nvrtcProgram *)
SHARDWISE_REFUSE(nvrtcGetCUBIN, nvrtcProgram, char *)
SHARDWISE_REFUSE(nvrtcGetCUBINSize, nvrtcProgram, size_t *)
SHARDWISE_REFUSE(nvrtcGetProgramLog, nvrtcProgram, char *)
SHARDWISE_REFUSE(nvrtcGetProgramLogSize, nvrtcProgram, size_t *)
#undef SHARDWISE_REFUSE
}

//===----------------------------------------------------------------------===//
// Opening
//===----------------------------------------------------------------------===//

/// The first function that the library does not have, or null.
static const char *findFunctions(void *library) {
#define SHARDWISE_FIND(name, result, parameters, arguments)                    \
  functions.name =                                                             \
      reinterpret_cast<decltype(functions.name)>(dlsym(library, #name));       \
  if (!functions.name)                                                         \
    return #name;
  SHARDWISE_CUDNN_FUNCTIONS(SHARDWISE_FIND)
#undef SHARDWISE_FIND
  return nullptr;
}

/// Why attention cannot run with what is installed, or an empty string.
static std::string open() {
  auto library = openLibrary("cuDNN", {"libcudnn.so.9", "libcudnn.so"});
  if (!library)
    return toString(library.takeError());
  std::string problem = "cuDNN, which attention runs by, ";
  if (const char *missing = findFunctions(*library))
    return problem + "has no function " + missing;
  size_t version = functions.cudnnGetVersion();
  if (version >= kOldestCuDNN)
    return "";
  return problem + "has version " + std::to_string(version) + ", at least " +
         std::to_string(kOldestCuDNN) + " is needed";
}

Error shardwise::runtime::loadCuDNN() {
  static std::once_flag once;
  static std::string problem;
  std::call_once(once, [] { problem = open(); });
  if (problem.empty())
    return Error::success();
  return makeError(
      "{}; a step compiled with --attention=decomposed runs without it",
      problem);
}
