//===- JsonTree.cpp - JSON that knows where it was read -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The text is read twice. LLVM's JSON parser is strict and says what is no
// JSON, but keeps no places. LLVM's YAML parser keeps places, but takes much
// for valid that is no JSON; it only sees text that the first has passed.
//
//===----------------------------------------------------------------------===//

#include "JsonTree.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLParser.h"

using namespace mlir::shardwise;

/// Both parsers descend into nested values by recursion.
static constexpr unsigned kMaxDepth = 32;

llvm::StringRef JsonNode::describe() const {
  switch (kind) {
  case Null:
    return "null";
  case Bool:
    return "a bool";
  case Number:
    return "a number";
  case String:
    return "a string";
  case Array:
    return "an array";
  case Object:
    return "an object";
  }
  llvm_unreachable("unknown kind");
}

std::optional<int64_t> JsonNode::getInteger() const {
  int64_t value;
  if (kind != Number || llvm::StringRef(text).getAsInteger(10, value))
    return std::nullopt;
  return value;
}

static SourcePosition getPosition(llvm::StringRef text, size_t offset) {
  llvm::StringRef before = text.take_front(offset);
  size_t lineBegin = before.rfind('\n') + 1;
  return {static_cast<unsigned>(before.count('\n') + 1),
          static_cast<unsigned>(before.size() - lineBegin + 1)};
}

/// Where values are first nested deeper than allowed.
static std::optional<size_t> findTooDeep(llvm::StringRef text) {
  unsigned depth = 0;
  bool inString = false;
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (inString && c == '\\')
      ++i;
    else if (c == '"')
      inString = !inString;
    else if (!inString && (c == '[' || c == '{') && ++depth > kMaxDepth)
      return i;
    else if (!inString && (c == ']' || c == '}') && depth)
      --depth;
  }
  return std::nullopt;
}

/// Says where and why a text is no JSON, or nothing.
static std::optional<LayoutProblem> validateJson(llvm::StringRef text) {
  if (std::optional<size_t> offset = findTooDeep(text))
    return LayoutProblem{getPosition(text, *offset),
                         "values are nested deeper than " +
                             std::to_string(kMaxDepth)};
  llvm::Expected<llvm::json::Value> value = llvm::json::parse(text);
  if (value)
    return std::nullopt;
  // The error reads "[line:column, byte=offset]: message".
  std::string message = llvm::toString(value.takeError());
  llvm::StringRef rest = message;
  size_t offset = 0;
  rest = rest.split("byte=").second;
  rest.consumeInteger(10, offset);
  rest.consume_front("]: ");
  std::string reason = rest.str();
  if (!reason.empty())
    reason[0] = llvm::toLower(reason[0]);
  return LayoutProblem{getPosition(text, offset), "invalid JSON: " + reason};
}

namespace {
/// Turns the nodes of the YAML parser into a tree.
class TreeBuilder {
public:
  explicit TreeBuilder(llvm::SourceMgr &sources) : sources(sources) {}

  JsonNode build(llvm::yaml::Node *node) {
    JsonNode result;
    if (!node)
      return result;
    bool isContainer =
        llvm::isa<llvm::yaml::SequenceNode, llvm::yaml::MappingNode>(node);
    const char *start = node->getSourceRange().Start.getPointer();
    if (isContainer)
      start = findBracket(start);
    auto [line, column] =
        sources.getLineAndColumn(llvm::SMLoc::getFromPointer(start));
    result.position = {line, column};
    if (auto *scalar = llvm::dyn_cast<llvm::yaml::ScalarNode>(node)) {
      buildScalar(scalar->getRawValue(), result);
    } else if (auto *list = llvm::dyn_cast<llvm::yaml::SequenceNode>(node)) {
      result.kind = JsonNode::Array;
      for (llvm::yaml::Node &item : *list)
        result.items.push_back(build(&item));
    } else if (auto *map = llvm::dyn_cast<llvm::yaml::MappingNode>(node)) {
      result.kind = JsonNode::Object;
      for (llvm::yaml::KeyValueNode &entry : *map) {
        result.items.push_back(build(entry.getKey()));
        result.items.push_back(build(entry.getValue()));
      }
    }
    return result;
  }

private:
  /// The range of an array or object begins with what follows its bracket.
  static const char *findBracket(const char *next) {
    do
      --next;
    while (llvm::isSpace(*next));
    return next;
  }

  void buildScalar(llvm::StringRef raw, JsonNode &result) {
    // In YAML a word takes the line break behind it along.
    raw = raw.trim();
    llvm::Expected<llvm::json::Value> value = llvm::json::parse(raw);
    if (!value)
      return llvm::consumeError(value.takeError());
    result.text = raw.str();
    if (std::optional<llvm::StringRef> string = value->getAsString()) {
      result.kind = JsonNode::String;
      result.text = string->str();
    } else if (value->kind() == llvm::json::Value::Number) {
      result.kind = JsonNode::Number;
    } else if (value->kind() == llvm::json::Value::Boolean) {
      result.kind = JsonNode::Bool;
    }
  }

  llvm::SourceMgr &sources;
};
} // namespace

std::optional<JsonNode>
mlir::shardwise::parseJsonTree(llvm::StringRef text,
                               llvm::SmallVectorImpl<LayoutProblem> &problems) {
  if (std::optional<LayoutProblem> problem = validateJson(text)) {
    problems.push_back(*problem);
    return std::nullopt;
  }
  llvm::SourceMgr sources;
  sources.setDiagHandler(
      [](const llvm::SMDiagnostic &diagnostic, void *context) {
        auto &list =
            *static_cast<llvm::SmallVectorImpl<LayoutProblem> *>(context);
        list.push_back({{static_cast<unsigned>(diagnostic.getLineNo()),
                         static_cast<unsigned>(diagnostic.getColumnNo() + 1)},
                        diagnostic.getMessage().str()});
      },
      &problems);
  llvm::yaml::Stream stream(text, sources, /*ShowColors=*/false);
  JsonNode root = TreeBuilder(sources).build(stream.begin()->getRoot());
  if (stream.failed())
    return std::nullopt;
  return root;
}
