//===- OperationScan.cpp - Unknown operations in source text --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A lexical search. A name with a dot is an operation's if it stands where an
// operation may begin (first on a line, after a brace, or after `=`) and is not
// the key of an attribute; in generic form it is quoted and followed by the
// operands.
//
//===----------------------------------------------------------------------===//

#include "OperationScan.h"
#include "Importer.h"
#include "llvm/ADT/StringExtras.h"

using namespace mlir;
using namespace mlir::shardwise;

std::string UnknownOperation::getMessage() const {
  std::string message = ("unknown operation '" + name + "'").str();
  if (count > 1)
    message += " (" + std::to_string(count) + " times)";
  return message;
}

void UnknownOperations::add(StringRef name) {
  auto *known = llvm::find_if(
      unknown, [&](const UnknownOperation &op) { return op.name == name; });
  if (known == unknown.end())
    known = unknown.insert(unknown.end(), {name, 0});
  ++known->count;
}

bool shardwise::isKnownOperation(StringRef name) {
  return lookupConverter(name) || name == "stablehlo.return" ||
         name == "func.func" || name == "func.return" ||
         name == "builtin.module";
}

namespace {
/// Walks over the text token by token, as far as telling operation names apart
/// needs it.
class Scanner {
public:
  explicit Scanner(StringRef text) : rest(text) {}

  /// Adds every unknown operation.
  void scan(UnknownOperations &unknown) {
    while (skipBlanks(), !rest.empty())
      scanToken(unknown);
  }

private:
  /// Skips blanks and comments; a new line may begin an operation.
  void skipBlanks() {
    while (true) {
      StringRef blanks = rest.take_while(llvm::isSpace);
      mayBegin |= blanks.contains('\n');
      rest = rest.drop_front(blanks.size());
      if (!rest.starts_with("//"))
        return;
      rest = rest.drop_until([](char c) { return c == '\n'; });
    }
  }

  void scanToken(UnknownOperations &unknown) {
    bool begins = std::exchange(mayBegin, false);
    char first = rest.front();
    if (first == '"')
      return scanString(begins, unknown);
    if (llvm::isAlpha(first) || first == '_')
      return scanName(begins, unknown);
    size_t length = 1;
    if (StringRef("%@#!^").contains(first))
      length += rest.drop_front().take_while(isNameChar).size();
    else if (llvm::isDigit(first))
      length = rest.take_while(isNameChar).size();
    mayBegin = first == '{' || first == '}' || first == '=';
    rest = rest.drop_front(length);
  }

  /// A quoted name before an opening parenthesis is an operation.
  void scanString(bool begins, UnknownOperations &unknown) {
    size_t end = 1;
    while (end < rest.size() && rest[end] != '"')
      end += rest[end] == '\\' ? 2 : 1;
    StringRef name = rest.slice(1, end);
    rest = rest.drop_front(std::min(end + 1, rest.size()));
    if (begins && rest.starts_with("("))
      addIfUnknown(name, unknown);
  }

  /// A bare name with a dot is an operation unless it is an attribute's key.
  void scanName(bool begins, UnknownOperations &unknown) {
    StringRef name = rest.take_while(isNameChar);
    rest = rest.drop_front(name.size());
    StringRef next = rest.ltrim();
    bool isKey =
        next.starts_with("=") || next.starts_with(",") || next.starts_with("}");
    if (begins && !isKey)
      addIfUnknown(name, unknown);
    mayBegin = name == "applies";
  }

  void addIfUnknown(StringRef name, UnknownOperations &unknown) {
    if (name.contains('.') && !isKnownOperation(name))
      unknown.add(name);
  }

  static bool isNameChar(char c) {
    return llvm::isAlnum(c) || c == '_' || c == '.' || c == '$';
  }

  StringRef rest;
  /// Whether an operation's name may stand here.
  bool mayBegin = true;
};
} // namespace

SmallVector<UnknownOperation> shardwise::findUnknownOperations(StringRef text) {
  UnknownOperations unknown;
  Scanner(text).scan(unknown);
  return llvm::to_vector(unknown.get());
}
