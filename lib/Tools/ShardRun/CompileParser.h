//===- CompileParser.h - Options of all tools that compile ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_TOOLS_SHARDRUN_COMPILEPARSER_H
#define SHARDWISE_LIB_TOOLS_SHARDRUN_COMPILEPARSER_H

#include "CommandLine.h"
#include "Options.h"

namespace shardwise::tools {

/// What says how a bundle is laid out over devices. Declares its options, which
/// set what they can at once; `read` does the rest.
struct LayoutParser {
  LayoutParser(CommandLine &line, Options &options);
  Error read(const CommandLine &line, Options &options) const;
  static std::vector<const char *> getNames() {
    return {"--layouts", "--mesh", "--strict", "--split-updates"};
  }

  std::string mesh;
};

/// What says how a step is compiled for GPUs.
struct GPUCompileParser {
  GPUCompileParser(CommandLine &line, GPUOptions &options);
  Error read(GPUOptions &options) const;
  static std::vector<const char *> getNames() {
    return {"--chip",       "--attention", "--overlap",  "--link-rate",
            "--swap-bytes", "--epilogues", "--recompute"};
  }

  std::string attention = "cudnn", overlap = "auto", epilogues = "auto",
              recompute = "auto";
};

} // namespace shardwise::tools

#endif // SHARDWISE_LIB_TOOLS_SHARDRUN_COMPILEPARSER_H
