//===- Text.cpp - Formatting and reading text -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

// The one file that has fmt's implementation.
#define FMT_HEADER_ONLY

#include "shardwise/Support/Text.h"
#include <fmt/format.h>

using namespace shardwise;

std::string shardwise::detail::formatArgs(fmt::string_view format,
                                          fmt::format_args args) {
  return fmt::vformat(format, args);
}

std::pair<std::string_view, std::string_view>
shardwise::split(std::string_view text, std::string_view separator) {
  size_t at = text.find(separator);
  if (at == std::string_view::npos)
    return {text, {}};
  return {text.substr(0, at), text.substr(at + separator.size())};
}

std::vector<std::string_view> shardwise::splitAll(std::string_view text,
                                                  char separator) {
  std::vector<std::string_view> parts;
  for (size_t at; (at = text.find(separator)) != std::string_view::npos;) {
    parts.push_back(text.substr(0, at));
    text.remove_prefix(at + 1);
  }
  parts.push_back(text);
  return parts;
}

std::string_view shardwise::trim(std::string_view text) {
  constexpr std::string_view kSpaces = " \t\n\v\f\r";
  size_t begin = text.find_first_not_of(kSpaces);
  if (begin == std::string_view::npos)
    return {};
  return text.substr(begin, text.find_last_not_of(kSpaces) + 1 - begin);
}

bool shardwise::consumeFront(std::string_view &text, std::string_view prefix) {
  if (!text.starts_with(prefix))
    return false;
  text.remove_prefix(prefix.size());
  return true;
}
