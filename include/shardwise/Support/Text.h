//===- Text.h - Formatting and reading text ---------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What std::string and std::string_view leave out. Formats are those of fmt,
// checked by the compiler; fmt's implementation is compiled once, in Text.cpp,
// so that this header stays cheap and no shared library is needed.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_SUPPORT_TEXT_H
#define SHARDWISE_SUPPORT_TEXT_H

#include <charconv>
#include <fmt/core.h>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace shardwise {

namespace detail {
std::string formatArgs(fmt::string_view format, fmt::format_args args);
} // namespace detail

/// formatText("{} of {}", 1, "two") is "1 of two".
template <typename... Args>
std::string formatText(fmt::format_string<Args...> format, Args &&...args) {
  return detail::formatArgs(format, fmt::make_format_args(args...));
}

/// The number that a text is, all of it: in decimal, with a minus sign if the
/// type has one, without spaces, in the range of the type.
template <typename T> std::optional<T> parseNumber(std::string_view text) {
  T value;
  const char *end = text.data() + text.size();
  auto [rest, code] = std::from_chars(text.data(), end, value);
  if (code != std::errc() || rest != end || text.empty())
    return std::nullopt;
  return value;
}

/// What stands before and after the first separator; all and nothing if there
/// is none.
std::pair<std::string_view, std::string_view> split(std::string_view text,
                                                    std::string_view separator);

/// The parts between separators; empty text has one empty part.
std::vector<std::string_view> splitAll(std::string_view text, char separator);

/// The text without spaces, tabs and line breaks at both ends.
std::string_view trim(std::string_view text);

/// Takes a prefix away, if the text has it.
bool consumeFront(std::string_view &text, std::string_view prefix);

} // namespace shardwise

#endif // SHARDWISE_SUPPORT_TEXT_H
