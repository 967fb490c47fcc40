//===- Assembler.cpp - PTX to machine code --------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// NVIDIA's assembler is a program of the CUDA toolkit, looked for when the
// compiler runs: one build of the compiler serves machines with and without.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Target/GPU/KernelCompiler.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir;
using namespace mlir::shardwise;

/// The assembler in a folder of a toolkit, or empty.
static std::string findIn(StringRef folder) {
  if (folder.empty())
    return {};
  SmallString<128> path(folder);
  llvm::sys::path::append(path, "bin", "ptxas");
  return llvm::sys::fs::can_execute(path) ? path.str().str() : std::string();
}

std::string mlir::shardwise::findPTXAssembler(const GPUKernelOptions &options) {
  if (!options.toolkit.empty()) {
    if (llvm::sys::fs::is_directory(options.toolkit))
      return findIn(options.toolkit);
    return llvm::sys::fs::can_execute(options.toolkit) ? options.toolkit
                                                       : std::string();
  }
  for (const char *variable : {"CUDA_HOME", "CUDA_PATH"})
    if (const char *folder = std::getenv(variable))
      if (std::string path = findIn(folder); !path.empty())
        return path;
  if (auto path = llvm::sys::findProgramByName("ptxas"))
    return *path;
  return findIn("/usr/local/cuda");
}

static std::string readText(StringRef path) {
  auto buffer = llvm::MemoryBuffer::getFile(path);
  return buffer ? (*buffer)->getBuffer().str() : std::string();
}

llvm::Expected<std::string> mlir::shardwise::assemblePTX(StringRef ptx,
                                                         StringRef assembler,
                                                         StringRef chip) {
  SmallString<128> source, object, messages;
  auto remove = llvm::scope_exit([&] {
    for (StringRef path :
         {StringRef(source), StringRef(object), StringRef(messages)})
      if (!path.empty())
        llvm::sys::fs::remove(path);
  });
  int descriptor;
  if (std::error_code error = llvm::sys::fs::createTemporaryFile(
          "kernels", "ptx", descriptor, source))
    return llvm::createStringError(error, "cannot make a temporary file");
  llvm::raw_fd_ostream(descriptor, /*shouldClose=*/true) << ptx;
  for (auto [path, suffix] :
       {std::pair(&object, "cubin"), std::pair(&messages, "txt")})
    if (std::error_code error =
            llvm::sys::fs::createTemporaryFile("kernels", suffix, *path))
      return llvm::createStringError(error, "cannot make a temporary file");
  std::string architecture = ("-arch=" + chip).str();
  std::string message;
  int status = llvm::sys::ExecuteAndWait(
      assembler, {assembler, architecture, "-O3", "-o", object, source},
      std::nullopt, {StringRef(), StringRef(messages), StringRef(messages)},
      /*SecondsToWait=*/0, /*MemoryLimit=*/0, &message);
  if (status != 0)
    return llvm::createStringError("'" + assembler + "' fails for " + chip +
                                   ": " + message + readText(messages));
  return readText(object);
}
