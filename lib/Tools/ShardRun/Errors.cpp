//===- Errors.cpp - Errors without a diagnostic ---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Errors.h"
#include <filesystem>
#include <iostream>

using namespace shardwise;

/// Whether the text before a message's first colon is a place: the tool itself,
/// or a file with or without line and column.
static bool isPlace(std::string_view text) {
  std::error_code ignored;
  return text.find(' ') == text.npos || std::filesystem::exists(text, ignored);
}

/// Puts "error: " after the place that a message begins with, if it does.
static std::string formatMessage(std::string_view message,
                                 std::string_view tool) {
  auto [place, rest] = split(message, ": ");
  if (rest.empty() || !isPlace(place))
    return formatText("{}: error: {}\n", tool, message);
  return formatText("{}: error: {}\n", place, rest);
}

void tools::printError(const Error &error, std::string_view tool) {
  std::cout.flush();
  for (const std::string &message : error.getMessages())
    std::cerr << formatMessage(message, tool);
}
