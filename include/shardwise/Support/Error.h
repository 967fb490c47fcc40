//===- Error.h - What went wrong, or a value --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Errors of code that is built without LLVM. An error is a list of messages for
// a person; nobody asks for its type. The calling pattern is that of LLVM:
//
//     if (Error error = write(path))
//       return error;
//     Expected<Plan> plan = read(path);
//     if (!plan)
//       return plan.takeError();
//     run(*plan);
//
// Results that nobody looks at are warnings of the compiler. There are no
// exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_SUPPORT_ERROR_H
#define SHARDWISE_SUPPORT_ERROR_H

#include "shardwise/Support/Text.h"
#include <cassert>
#include <iterator>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace shardwise {

/// Messages of what went wrong, or success. True is failure. Like a lock it is
/// moved, not copied; what it was moved from is a success.
class [[nodiscard]] Error {
public:
  Error() = default;
  explicit Error(std::string message) {
    messages.push_back(std::move(message));
  }
  Error(Error &&) = default;
  Error &operator=(Error &&) = default;

  static Error success() { return Error(); }

  explicit operator bool() const { return !messages.empty(); }
  const std::vector<std::string> &getMessages() const { return messages; }

  /// Appends the messages of another.
  void join(Error other) {
    messages.insert(messages.end(),
                    std::make_move_iterator(other.messages.begin()),
                    std::make_move_iterator(other.messages.end()));
  }

private:
  std::vector<std::string> messages;
};

/// A failure with one message, from a format string and what it shows.
template <typename... Args>
Error makeError(fmt::format_string<Args...> format, Args &&...args) {
  return Error(formatText(format, std::forward<Args>(args)...));
}

/// The messages of both, in this order.
inline Error joinErrors(Error first, Error second) {
  first.join(std::move(second));
  return first;
}

/// The messages, one a line.
inline std::string toString(const Error &error) {
  std::string text;
  for (const std::string &message : error.getMessages())
    text += (text.empty() ? "" : "\n") + message;
  return text;
}

/// Marks a place that is never reached, whatever the input.
[[noreturn]] inline void unreachable([[maybe_unused]] const char *why) {
  assert(false && why);
  __builtin_unreachable();
}

/// Says that an error does not matter.
inline void consumeError(Error) {}

/// A value, or why there is none. True is a value.
template <typename T> class [[nodiscard]] Expected {
public:
  /*implicit*/ Expected(Error error) : content(std::move(error)) {
    assert(std::get_if<1>(&content)->getMessages().size() &&
           "a success is no reason");
  }
  template <typename U = T>
    requires(std::is_convertible_v<U, T> &&
             !std::is_same_v<std::remove_cvref_t<U>, Expected> &&
             !std::is_same_v<std::remove_cvref_t<U>, Error>)
  /*implicit*/ Expected(U &&value)
      : content(std::in_place_index<0>, std::forward<U>(value)) {}

  explicit operator bool() const { return content.index() == 0; }

  T &get() {
    assert(*this && "there is no value");
    return *std::get_if<0>(&content);
  }
  const T &get() const {
    assert(*this && "there is no value");
    return *std::get_if<0>(&content);
  }
  T &operator*() & { return get(); }
  const T &operator*() const & { return get(); }
  T &&operator*() && { return std::move(get()); }
  T *operator->() { return &get(); }
  const T *operator->() const { return &get(); }

  /// Why there is no value; success if there is one.
  Error takeError() {
    Error *error = std::get_if<1>(&content);
    return error ? std::move(*error) : Error::success();
  }

private:
  std::variant<T, Error> content;
};

} // namespace shardwise

#endif // SHARDWISE_SUPPORT_ERROR_H
