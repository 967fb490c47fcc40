//===- JSONText.cpp - JSON with places for messages -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "JSONText.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/Twine.h"

using namespace mlir::shardwise;

/// The offset after the string that begins at `begin`, which may lack its end.
static size_t skipString(llvm::StringRef text, size_t begin) {
  for (size_t i = begin + 1; i < text.size(); ++i) {
    if (text[i] == '\\')
      ++i;
    else if (text[i] == '"')
      return i + 1;
  }
  return text.size();
}

/// The deepest nesting of arrays and objects, of any text.
static unsigned getDepth(llvm::StringRef text) {
  unsigned depth = 0, deepest = 0;
  for (size_t i = 0; i < text.size();) {
    char c = text[i];
    if (c == '"') {
      i = skipString(text, i);
      continue;
    }
    if (c == '{' || c == '[')
      deepest = std::max(deepest, ++depth);
    else if ((c == '}' || c == ']') && depth > 0)
      --depth;
    ++i;
  }
  return deepest;
}

/// Rewrites the message of LLVM's parser, "[line:column, byte=n]: Text", as
/// "file:line:column: text".
static llvm::Error rewriteParseError(llvm::Error error, llvm::StringRef file) {
  std::string message = llvm::toString(std::move(error));
  llvm::StringRef rest = message;
  if (!rest.consume_front("["))
    return llvm::createStringError(file + ": " + message);
  auto [place, text] = rest.split("]: ");
  std::string lowered = text.str();
  if (!lowered.empty())
    lowered[0] = llvm::toLower(lowered[0]);
  return llvm::createStringError(file + ":" + place.split(',').first +
                                 ": not valid JSON: " + lowered);
}

//===----------------------------------------------------------------------===//
// JSONWalk
//===----------------------------------------------------------------------===//

namespace mlir::shardwise {

/// Goes once over a valid text and notes the offset of every value.
class JSONWalk {
public:
  explicit JSONWalk(JSONText &json) : json(json), text(json.text) {}
  void run();

private:
  /// An array or object that the walk is inside of.
  struct Frame {
    bool isArray;
    /// The number of elements seen so far, of an array.
    size_t count;
    /// The length of the path of the array or object itself.
    size_t pathLength;
  };

  /// Extends the path by an object's key.
  void enterKey(size_t begin, size_t end);
  /// Notes a value that begins at `offset`.
  void noteValue(size_t offset);
  /// The offset after the number or word that begins at `begin`.
  size_t skipScalar(size_t begin) const;

  JSONText &json;
  llvm::StringRef text;
  std::string path;
  llvm::SmallVector<Frame> frames;
  bool expectsKey = false;
};

} // namespace mlir::shardwise

void JSONWalk::enterKey(size_t begin, size_t end) {
  path.resize(frames.back().pathLength);
  if (!path.empty())
    path += ".";
  llvm::Expected<llvm::json::Value> key =
      llvm::json::parse(text.slice(begin, end));
  if (!key) {
    llvm::consumeError(key.takeError());
    return;
  }
  // A key that looks like a path stands in quotes, so that paths are unique.
  llvm::StringRef name = *key->getAsString();
  bool plain = name.find_first_of(".[]\"") == llvm::StringRef::npos;
  path += plain ? name.str() : text.slice(begin, end).str();
  expectsKey = false;
}

void JSONWalk::noteValue(size_t offset) {
  if (!frames.empty() && frames.back().isArray) {
    path.resize(frames.back().pathLength);
    path += "[" + std::to_string(frames.back().count++) + "]";
  }
  if (!json.offsets.try_emplace(path, offset).second) {
    json.offsets[path] = offset;
    json.duplicates.push_back(path);
  }
}

size_t JSONWalk::skipScalar(size_t begin) const {
  return std::min(text.find_first_of(",]} \t\r\n", begin), text.size());
}

void JSONWalk::run() {
  for (size_t i = 0; i < text.size();) {
    char c = text[i];
    if (c == '{' || c == '[') {
      noteValue(i);
      frames.push_back({c == '[', 0, path.size()});
      expectsKey = c == '{';
    } else if (c == '}' || c == ']') {
      frames.pop_back();
    } else if (c == ',') {
      expectsKey = !frames.back().isArray;
    } else if (c == '"') {
      size_t end = skipString(text, i);
      if (expectsKey)
        enterKey(i, end);
      else
        noteValue(i);
      i = end;
      continue;
    } else if (!llvm::isSpace(c) && c != ':') {
      noteValue(i);
      i = skipScalar(i);
      continue;
    }
    ++i;
  }
}

//===----------------------------------------------------------------------===//
// JSONText
//===----------------------------------------------------------------------===//

llvm::Expected<JSONText> JSONText::parse(llvm::StringRef text,
                                         llvm::StringRef file) {
  if (unsigned depth = getDepth(text); depth > kMaxDepth)
    return llvm::createStringError(file + ": not usable as JSON: nested " +
                                   llvm::Twine(depth) + " deep, at most " +
                                   llvm::Twine(kMaxDepth) + " is supported");
  llvm::Expected<llvm::json::Value> root = llvm::json::parse(text);
  if (!root)
    return rewriteParseError(root.takeError(), file);
  JSONText json(text, file, std::move(*root));
  JSONWalk(json).run();
  return json;
}

std::string JSONText::locate(llvm::StringRef path) const {
  auto it = offsets.find(path);
  if (it == offsets.end())
    return file;
  llvm::StringRef before = llvm::StringRef(text).take_front(it->second);
  size_t line = before.count('\n') + 1;
  size_t column = before.size() - (before.rfind('\n') + 1) + 1;
  return file + ":" + std::to_string(line) + ":" + std::to_string(column);
}
