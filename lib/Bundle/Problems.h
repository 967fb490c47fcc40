//===- Problems.h - All problems of a file in one error ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Collects messages while a file is read, so that one run names all problems.
// After `kMaxListed` of them only their number grows.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_BUNDLE_PROBLEMS_H
#define SHARDWISE_LIB_BUNDLE_PROBLEMS_H

#include "shardwise/Support/Error.h"
#include <concepts>
#include <string>
#include <vector>

namespace shardwise {

class Problems {
public:
  static constexpr size_t kMaxListed = 100;

  void add(std::string_view message) {
    if (++count <= kMaxListed)
      messages.emplace_back(message);
  }
  /// The same for a message that takes time to make: it is made if it is
  /// listed.
  template <std::invocable F> void add(F &&makeMessage) {
    if (++count <= kMaxListed)
      messages.push_back(makeMessage());
  }
  /// Adds what another step found; success adds nothing.
  void add(Error error) {
    for (const std::string &message : error.getMessages())
      add(message);
  }
  bool empty() const { return count == 0; }

  /// The problems as one error, each an error of its own inside, in order;
  /// success if there are none.
  Error take() {
    if (count > kMaxListed)
      messages.push_back(std::to_string(count - kMaxListed) + " more problems");
    Error error = Error::success();
    for (const std::string &message : messages)
      error.join(Error(message));
    messages.clear();
    count = 0;
    return error;
  }

private:
  std::vector<std::string> messages;
  size_t count = 0;
};

} // namespace shardwise

#endif // SHARDWISE_LIB_BUNDLE_PROBLEMS_H
