//===- JSONText.h - JSON with places for messages ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A parsed JSON text that still knows where each value stood, because LLVM's
// values do not. The places come from a second, flat walk over the text. The
// same walk finds what LLVM's parser lets pass: a key that an object has twice.
// Nesting beyond `kMaxDepth` is refused beforehand, so that no input can
// exhaust the stack of the recursive parser.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_BUNDLE_JSONTEXT_H
#define SHARDWISE_LIB_BUNDLE_JSONTEXT_H

#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/JSON.h"
#include <string>
#include <vector>

namespace mlir::shardwise {

/// A JSON value and the offset of each part, by path: "args[3].shape".
class JSONText {
public:
  static constexpr unsigned kMaxDepth = 32;

  /// Parses a text; `file` and the position stand in the message of an error.
  static llvm::Expected<JSONText> parse(llvm::StringRef text,
                                        llvm::StringRef file);

  const llvm::json::Value &getRoot() const { return root; }
  /// The paths that are in the text more than once.
  llvm::ArrayRef<std::string> getDuplicates() const { return duplicates; }
  /// Where the value at a path begins (its last occurrence), as
  /// "file:line:column"; the file alone for a path that is not in the text.
  std::string locate(llvm::StringRef path) const;

private:
  JSONText(llvm::StringRef text, llvm::StringRef file, llvm::json::Value root)
      : text(text), file(file), root(std::move(root)) {}

  std::string text;
  std::string file;
  llvm::json::Value root;
  llvm::StringMap<size_t> offsets;
  std::vector<std::string> duplicates;

  friend class JSONWalk;
};

} // namespace mlir::shardwise

#endif // SHARDWISE_LIB_BUNDLE_JSONTEXT_H
