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

#include "llvm/ADT/Twine.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"
#include <string>
#include <vector>

namespace mlir::shardwise {

class Problems {
public:
  static constexpr size_t kMaxListed = 100;

  void add(const llvm::Twine &message) {
    if (++count <= kMaxListed)
      messages.push_back(message.str());
  }
  /// Adds what another step found; success adds nothing.
  void add(llvm::Error error) {
    llvm::handleAllErrors(
        std::move(error),
        [&](const llvm::ErrorInfoBase &info) { add(info.message()); });
  }
  bool empty() const { return count == 0; }

  /// The problems as one error, each an error of its own inside, in order;
  /// success if there are none.
  llvm::Error take() {
    if (count > kMaxListed)
      messages.push_back(std::to_string(count - kMaxListed) + " more problems");
    llvm::Error error = llvm::Error::success();
    for (const std::string &message : messages)
      error = llvm::joinErrors(std::move(error),
                               llvm::createStringError(llvm::Twine(message)));
    messages.clear();
    count = 0;
    return error;
  }

private:
  std::vector<std::string> messages;
  size_t count = 0;
};

/// A JSON value as a message shows it, shortened if long.
inline std::string printJSON(const llvm::json::Value &value) {
  std::string text;
  llvm::raw_string_ostream(text) << value;
  if (text.size() > 60)
    text = text.substr(0, 57) + "...";
  return text;
}

} // namespace mlir::shardwise

#endif // SHARDWISE_LIB_BUNDLE_PROBLEMS_H
