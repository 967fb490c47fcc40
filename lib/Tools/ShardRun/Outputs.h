//===- Outputs.h - Whether files can be written -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_TOOLS_SHARDRUN_OUTPUTS_H
#define SHARDWISE_LIB_TOOLS_SHARDRUN_OUTPUTS_H

#include "Facts.h"
#include "Options.h"

namespace mlir::shardwise::tools {

/// Checks, before anything is computed, that the files which the user wants
/// written can be. Leaves nothing behind.
llvm::Error checkOutputs(const Options &options, const Bundle &bundle);

/// Writes the JSON report whole, or not at all.
llvm::Error writeJSON(const Options &options, const CompileFacts &compiled,
                      const TrainFacts &trained);

} // namespace mlir::shardwise::tools

#endif // SHARDWISE_LIB_TOOLS_SHARDRUN_OUTPUTS_H
