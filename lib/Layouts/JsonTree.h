//===- JsonTree.h - JSON that knows where it was read -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// JSON values with the place of each in the text, and objects that keep
// repeated keys, for messages that point at the place to fix.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_LAYOUTS_JSONTREE_H
#define SHARDWISE_LIB_LAYOUTS_JSONTREE_H

#include "shardwise/Layouts/LayoutMap.h"
#include <vector>

namespace mlir::shardwise {

/// One JSON value.
struct JsonNode {
  enum Kind { Null, Bool, Number, String, Array, Object };

  Kind kind = Null;
  SourcePosition position;
  /// The value of a string; the text of a number or bool.
  std::string text;
  /// The items of an array. An object has its keys (strings) and values in
  /// turn, in the order of the text.
  std::vector<JsonNode> items;

  /// What it is, for messages: "an array".
  llvm::StringRef describe() const;
  /// A number that is an integer of 64 bits.
  std::optional<int64_t> getInteger() const;
};

/// Reads JSON text. On failure, what is wrong goes to `problems`.
std::optional<JsonNode>
parseJsonTree(llvm::StringRef text,
              llvm::SmallVectorImpl<LayoutProblem> &problems);

} // namespace mlir::shardwise

#endif // SHARDWISE_LIB_LAYOUTS_JSONTREE_H
