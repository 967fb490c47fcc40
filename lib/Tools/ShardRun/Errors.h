//===- Errors.h - Errors without a diagnostic -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_TOOLS_SHARDRUN_ERRORS_H
#define SHARDWISE_LIB_TOOLS_SHARDRUN_ERRORS_H

#include "shardwise/Support/Error.h"

namespace shardwise::tools {

/// Prints all that is in an error, as "file:line:column: error: what is wrong",
/// or with the tool in place of a file.
void printError(const Error &error, std::string_view tool = "shard-run");

} // namespace shardwise::tools

#endif // SHARDWISE_LIB_TOOLS_SHARDRUN_ERRORS_H
