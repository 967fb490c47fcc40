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
#include "shardwise/Support/Files.h"
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <sstream>
#include <unistd.h>

using namespace shardwise;
using namespace shardwise::tools;
namespace fs = std::filesystem;

static Error makeOutputError(const std::string &file, std::string_view why) {
  return makeError("{}: cannot be written: {}", file, why);
}

static Error checkOutput(const std::string &file) {
  std::error_code code;
  fs::file_status status = fs::status(file, code);
  if (fs::exists(status) && !fs::is_regular_file(status))
    return makeOutputError(file, "it is not a regular file");
  if (fs::exists(status) && access(file.c_str(), W_OK) != 0)
    return makeOutputError(file, "it is write-protected");
  std::string probe = file + ".XXXXXX";
  int descriptor = mkstemp(probe.data());
  if (descriptor < 0)
    return makeOutputError(file, std::strerror(errno));
  close(descriptor);
  fs::remove(probe, code);
  return Error::success();
}

/// An output must not replace a file of the bundle.
static Error checkNotInput(const std::string &file, const Bundle &bundle) {
  for (const char *name :
       {"step.mlir", "manifest.json", "variables.safetensors",
        "inputs.safetensors", "expected.safetensors"}) {
    std::error_code ignored;
    if (fs::equivalent(file, fs::path(std::string(bundle.getPath())) / name,
                       ignored))
      return makeOutputError(file, "it is a file of the bundle");
  }
  return Error::success();
}

Error tools::checkOutputs(const Options &options, const Bundle &bundle) {
  if (!options.writesFiles)
    return Error::success();
  for (const auto &[option, file] : options.getOutputs()) {
    if (Error error = checkNotInput(file, bundle))
      return error;
    if (Error error = checkOutput(file))
      return error;
  }
  return Error::success();
}

Error tools::writeJSON(const Options &options, const CompileFacts &compiled,
                       const TrainFacts &trained) {
  if (options.json.empty() || !options.writesFiles)
    return Error::success();
  std::cout.flush();
  return writeOutput(options.json, [&](std::ostream &os) {
    printJSON(os, compiled, trained);
  });
}

Error tools::writeOutput(const std::string &file,
                         const std::function<void(std::ostream &)> &print) {
  if (file == "-") {
    print(std::cout);
    std::cout.flush();
    return Error::success();
  }
  std::ostringstream text;
  print(text);
  Error error =
      writeAtomically(file, [&](const FileSink &write) { write(text.view()); });
  return error ? makeOutputError(file, toString(error)) : Error::success();
}
