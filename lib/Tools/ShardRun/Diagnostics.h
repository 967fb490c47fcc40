//===- Diagnostics.h - Messages on the error stream -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_TOOLS_SHARDRUN_DIAGNOSTICS_H
#define SHARDWISE_LIB_TOOLS_SHARDRUN_DIAGNOSTICS_H

#include "Errors.h"
#include "mlir/IR/Diagnostics.h"
#include "shardwise/Support/Error.h"
#include <iostream>

namespace shardwise::tools {

using namespace mlir;

/// Prints the diagnostics of a context while it lives, each as
/// "file:line:column: error: what is wrong", its notes after it. Those of
/// several threads come one after the other.
class DiagnosticPrinter {
public:
  explicit DiagnosticPrinter(MLIRContext *context,
                             std::string_view tool = "shard-run",
                             std::ostream &os = std::cerr);

private:
  ScopedDiagnosticHandler handler;
};

/// The place in a file that a location stands for, as "file:line:column", or
/// empty.
std::string formatLocation(Location loc);

} // namespace shardwise::tools

#endif // SHARDWISE_LIB_TOOLS_SHARDRUN_DIAGNOSTICS_H
