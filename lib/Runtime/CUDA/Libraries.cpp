//===- Libraries.cpp - cuBLASLt and NCCL, loaded when needed --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Libraries.h"
#include "shardwise/Support/Error.h"
#include <cstdlib>
#include <dlfcn.h>
#include <functional>
#include <mutex>
#include <span>
#include <string_view>
#include <vector>

using namespace shardwise;
using namespace shardwise::runtime;

//===----------------------------------------------------------------------===//
// Errors
//===----------------------------------------------------------------------===//

thread_local int64_t shardwise::runtime::currentDevice = -1;

Error shardwise::runtime::makeCallError(const char *library, const char *call,
                                        std::string_view message,
                                        const char *file, int line) {
  // The call's name is enough of its text.
  std::string_view name(call);
  name = name.substr(0, name.find('('));
  name = name.substr(name.rfind('>') + 1);
  name = name.substr(name.rfind('.') + 1);
  std::string device =
      currentDevice < 0 ? "" : " on device " + std::to_string(currentDevice);
  return makeError("{}: {} failed{}: {} ({}:{})", library, name, device,
                   message, file, line);
}

Error shardwise::runtime::checkCall(cudaError_t status, const char *call,
                                    const char *file, int line) {
  if (status == cudaSuccess)
    return Error::success();
  return makeCallError("CUDA", call, cudaGetErrorString(status), file, line);
}

Error shardwise::runtime::checkCall(cublasStatus_t status, const char *call,
                                    const char *file, int line) {
  if (status == CUBLAS_STATUS_SUCCESS)
    return Error::success();
  return makeCallError("cuBLASLt", call,
                       "status " + std::to_string(int(status)), file, line);
}

Error shardwise::runtime::checkCall(ncclResult_t status, const char *call,
                                    const char *file, int line) {
  if (status == ncclSuccess || status == ncclInProgress)
    return Error::success();
  auto nccl = Nccl::load();
  if (!nccl)
    return nccl.takeError();
  return makeCallError("NCCL", call, (*nccl)->ncclGetErrorString(status), file,
                       line);
}

//===----------------------------------------------------------------------===//
// Opening
//===----------------------------------------------------------------------===//

static Error makeLoadError(const char *what, std::string_view problem) {
  return makeError("the step needs {}, which cannot be loaded: {}", what,
                   problem);
}

Expected<void *>
shardwise::runtime::openLibrary(const char *what,
                                const std::vector<const char *> &names) {
  std::vector<std::string> folders = {""};
  for (const char *variable : {"CUDA_HOME", "CUDA_PATH"})
    if (const char *folder = getenv(variable))
      folders.push_back(std::string(folder) + "/lib64/");
  folders.push_back("/usr/local/cuda/lib64/");
  // The loader's own answer to the first name says most.
  std::string problem;
  for (const std::string &folder : folders)
    for (const char *name : names) {
      if (void *library = dlopen((folder + name).c_str(), RTLD_NOW))
        return library;
      if (problem.empty())
        problem = dlerror();
    }
  return makeLoadError(what, problem);
}

/// Opens a library and finds its functions.
template <typename Table>
static Expected<const Table *>
load(const char *what, const std::vector<const char *> &names,
     const std::function<const char *(Table &, void *)> &find) {
  static std::mutex mutex;
  static Table table;
  static bool isLoaded = false;
  std::lock_guard<std::mutex> lock(mutex);
  if (isLoaded)
    return &table;
  auto library = openLibrary(what, names);
  if (!library)
    return library.takeError();
  if (const char *missing = find(table, *library))
    return makeLoadError(what, std::string("it has no function ") + missing);
  isLoaded = true;
  return &table;
}

#define SHARDWISE_FIND(name)                                                   \
  table.name = reinterpret_cast<decltype(table.name)>(dlsym(library, #name));  \
  if (!table.name)                                                             \
    return #name;

Expected<const CublasLt *> CublasLt::load() {
  return ::load<CublasLt>("cuBLASLt", {"libcublasLt.so.13", "libcublasLt.so"},
                          [](CublasLt &table, void *library) -> const char * {
                            SHARDWISE_CUBLASLT_FUNCTIONS(SHARDWISE_FIND)
                            return nullptr;
                          });
}

Expected<const Nccl *> Nccl::load() {
  return ::load<Nccl>("NCCL", {"libnccl.so.2", "libnccl.so"},
                      [](Nccl &table, void *library) -> const char * {
                        SHARDWISE_NCCL_FUNCTIONS(SHARDWISE_FIND)
                        return nullptr;
                      });
}
