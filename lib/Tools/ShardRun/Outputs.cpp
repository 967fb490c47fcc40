//===- Outputs.cpp - Whether files can be written -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Files are written beside their target and renamed, so what counts is whether
// the folder takes a new file, and whether the target is one that a rename may
// replace: a device or a folder is not.
//
//===----------------------------------------------------------------------===//

#include "Outputs.h"
#include "Report.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir::shardwise;
using namespace mlir::shardwise::tools;
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

static llvm::Error makeError(llvm::StringRef file, const llvm::Twine &why) {
  return llvm::createStringError(file + ": cannot be written: " + why);
}

static llvm::Error checkOutput(llvm::StringRef file) {
  fs::file_status status;
  bool exists = !fs::status(file, status);
  if (exists && status.type() != fs::file_type::regular_file)
    return makeError(file, "it is not a regular file");
  if (exists && !fs::can_write(file))
    return makeError(file, "it is write-protected");
  llvm::SmallString<128> probe;
  if (std::error_code code = fs::createUniqueFile(file + ".%%%%%%", probe))
    return makeError(file, code.message());
  fs::remove(probe);
  return llvm::Error::success();
}

/// An output must not replace a file of the bundle.
static llvm::Error checkNotInput(llvm::StringRef file, const Bundle &bundle) {
  for (llvm::StringRef name :
       {"step.mlir", "manifest.json", "variables.safetensors",
        "inputs.safetensors", "expected.safetensors"}) {
    llvm::SmallString<128> input(bundle.getPath());
    path::append(input, name);
    if (fs::equivalent(file, input))
      return makeError(file, "it is a file of the bundle");
  }
  return llvm::Error::success();
}

llvm::Error tools::checkOutputs(const Options &options, const Bundle &bundle) {
  if (!options.writesFiles)
    return llvm::Error::success();
  auto check = [&](llvm::StringRef file) -> llvm::Error {
    if (llvm::Error error = checkNotInput(file, bundle))
      return error;
    return checkOutput(file);
  };
  if (!options.save.empty())
    if (llvm::Error error = check(options.save))
      return error;
  if (!options.json.empty() && options.json != "-")
    return check(options.json);
  return llvm::Error::success();
}

llvm::Error tools::writeJSON(const Options &options,
                             const CompileFacts &compiled,
                             const TrainFacts &trained) {
  if (options.json.empty() || !options.writesFiles)
    return llvm::Error::success();
  llvm::outs().flush();
  llvm::Error error =
      llvm::writeToOutput(options.json, [&](llvm::raw_ostream &os) {
        printJSON(os, compiled, trained);
        return llvm::Error::success();
      });
  if (error)
    return makeError(options.json, llvm::toString(std::move(error)));
  return error;
}
