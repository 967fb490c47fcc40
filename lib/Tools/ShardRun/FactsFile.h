//===- FactsFile.h - Facts in a compiled step -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_TOOLS_SHARDRUN_FACTSFILE_H
#define SHARDWISE_LIB_TOOLS_SHARDRUN_FACTSFILE_H

#include "Facts.h"
#include "shardwise/Support/Error.h"

namespace shardwise::tools {

/// What the compiler found out as JSON, for the file of a compiled step.
std::string serialize(const CompileFacts &facts);
/// Reads it; an error says what is wrong and where.
Expected<CompileFacts> parseFacts(std::string_view text);

} // namespace shardwise::tools

#endif // SHARDWISE_LIB_TOOLS_SHARDRUN_FACTSFILE_H
