//===- JSON.h - What the tools write and read as JSON -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_TOOLS_SHARDRUN_JSON_H
#define SHARDWISE_LIB_TOOLS_SHARDRUN_JSON_H

#include <nlohmann/json.hpp>

namespace shardwise::tools {

/// Objects keep the order in which they were made. A number that is not finite
/// becomes null: JSON has none.
using JSON = nlohmann::ordered_json;

/// The text of a value, on one line or indented. Bytes that are no text become
/// replacement characters.
inline std::string toText(const JSON &value, int indent = -1) {
  return value.dump(indent, ' ', /*ensure_ascii=*/false,
                    JSON::error_handler_t::replace);
}

} // namespace shardwise::tools

#endif // SHARDWISE_LIB_TOOLS_SHARDRUN_JSON_H
