//===- JSONText.h - JSON with places for messages ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A parsed JSON text that still knows where each value stood, because the
// library's values do not. The places come from a second, flat walk over the
// text. The same walk finds what the library lets pass: a key that an object
// has twice. Nesting beyond `kMaxDepth` is refused beforehand.
//
// The library has no exceptions here and would end the process where a value is
// not of the kind that was asked for, so values are asked by the functions
// below alone, which look first.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_BUNDLE_JSONTEXT_H
#define SHARDWISE_LIB_BUNDLE_JSONTEXT_H

#include "shardwise/Support/Error.h"
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace shardwise {

using Json = nlohmann::json;

/// The member of an object, or null if it has none or is no object.
const Json *getMember(const Json &object, std::string_view key);
/// A member that is an array, or an object; null if it is not.
const Json *getArray(const Json &object, std::string_view key);
const Json *getObject(const Json &object, std::string_view key);
/// A number that is an integer in the range of the type: 2 and 2.0.
std::optional<int64_t> getInteger(const Json &value);
std::optional<uint64_t> getUnsigned(const Json &value);
std::optional<double> getNumber(const Json &value);
/// The text of a string, or null.
const std::string *getString(const Json &value);

/// A value as a message shows it, shortened if long.
std::string printJSON(const Json &value);
/// A text as a JSON string, in quotes.
std::string quoteJSON(std::string_view text);
/// Whether a text can be a JSON string without a loss.
bool isUTF8(std::string_view text);

/// A JSON value and the offset of each part, by path: "args[3].shape".
class JSONText {
public:
  static constexpr unsigned kMaxDepth = 32;

  /// Parses a text; `file` and the position stand in the message of an error.
  static Expected<JSONText> parse(std::string_view text, std::string_view file);

  const Json &getRoot() const { return root; }
  /// The paths that are in the text more than once.
  std::span<const std::string> getDuplicates() const { return duplicates; }
  /// Where the value at a path begins (its last occurrence), as
  /// "file:line:column"; the file alone for a path that is not in the text.
  std::string locate(std::string_view path) const;

private:
  JSONText(std::string_view text, std::string_view file, Json root)
      : text(text), file(file), root(std::move(root)) {}

  std::string text;
  std::string file;
  Json root;
  std::unordered_map<std::string, size_t> offsets;
  std::vector<std::string> duplicates;

  friend class JSONWalk;
};

} // namespace shardwise

#endif // SHARDWISE_LIB_BUNDLE_JSONTEXT_H
