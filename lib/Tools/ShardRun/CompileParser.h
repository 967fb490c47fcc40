//===- CompileParser.h - Options of all tools that compile ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_TOOLS_SHARDRUN_COMPILEPARSER_H
#define SHARDWISE_LIB_TOOLS_SHARDRUN_COMPILEPARSER_H

#include "Options.h"
#include "llvm/Support/CommandLine.h"

namespace shardwise::tools {

/// What says how a bundle is laid out over devices.
struct LayoutParser {
  explicit LayoutParser(llvm::cl::OptionCategory &category);
  Error read(Options &options) const;
  std::vector<const llvm::cl::Option *> getAll() const {
    return {&layouts, &mesh, &strict};
  }

  llvm::cl::opt<std::string> layouts, mesh;
  llvm::cl::opt<bool> strict;
};

/// What says how a step is compiled for GPUs.
struct GPUCompileParser {
  explicit GPUCompileParser(llvm::cl::OptionCategory &category);
  Error read(GPUOptions &options) const;
  std::vector<const llvm::cl::Option *> getAll() const {
    return {&chip, &attention, &overlap, &linkRate, &swapBytes};
  }

  llvm::cl::opt<std::string> chip, attention, overlap;
  llvm::cl::opt<double> linkRate;
  llvm::cl::opt<int64_t> swapBytes;
};

} // namespace shardwise::tools

#endif // SHARDWISE_LIB_TOOLS_SHARDRUN_COMPILEPARSER_H
