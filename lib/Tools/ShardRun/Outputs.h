//===- Outputs.h - Whether files can be written -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_TOOLS_SHARDRUN_OUTPUTS_H
#define SHARDWISE_LIB_TOOLS_SHARDRUN_OUTPUTS_H

#include "Facts.h"
#include "Options.h"
#include <functional>
#include <iosfwd>

namespace shardwise::tools {

/// Checks, before anything is computed, that the files which the user wants
/// written can be. Leaves nothing behind.
Error checkOutputs(const Options &options, const Bundle &bundle);

/// Writes what `print` prints to a file, whole or not at all; "-" is the
/// standard output.
Error writeOutput(const std::string &file,
                  const std::function<void(std::ostream &)> &print);

/// Writes the JSON report whole, or not at all.
Error writeJSON(const Options &options, const CompileFacts &compiled,
                const TrainFacts &trained);

} // namespace shardwise::tools

#endif // SHARDWISE_LIB_TOOLS_SHARDRUN_OUTPUTS_H
