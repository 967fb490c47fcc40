//===- TestUtils.h - What tests of bundles share ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Folders that vanish after a test, small tensors, and errors as text.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_TEST_UNIT_BUNDLE_TESTUTILS_H
#define SHARDWISE_TEST_UNIT_BUNDLE_TESTUTILS_H

#include "shardwise/Bundle/Safetensors.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

namespace mlir::shardwise::test {

/// A new folder, removed with all that is in it.
class TempFolder {
public:
  TempFolder() {
    EXPECT_FALSE(llvm::sys::fs::createUniqueDirectory("shardwise", path));
  }
  ~TempFolder() { llvm::sys::fs::remove_directories(path); }

  std::string getPath() const { return path.str().str(); }
  std::string getPath(llvm::StringRef name) const {
    llvm::SmallString<128> joined(path);
    llvm::sys::path::append(joined, name);
    return joined.str().str();
  }
  /// Writes a text file, and the folders on the way to it.
  void write(llvm::StringRef name, llvm::StringRef text) const {
    std::string file = getPath(name);
    EXPECT_FALSE(
        llvm::sys::fs::create_directories(llvm::sys::path::parent_path(file)));
    std::error_code code;
    llvm::raw_fd_ostream os(file, code);
    EXPECT_FALSE(code);
    os << text;
  }

private:
  llvm::SmallString<128> path;
};

/// A tensor that owns what its view shows.
template <typename T> struct OwnedTensor {
  DType dtype;
  llvm::SmallVector<int64_t> shape;
  std::vector<T> values;

  TensorView getView() const {
    return {dtype, shape,
            llvm::StringRef(reinterpret_cast<const char *>(values.data()),
                            values.size() * sizeof(T))};
  }
};

inline OwnedTensor<float> f32(llvm::ArrayRef<int64_t> shape,
                              std::vector<float> values) {
  return {DType::F32, llvm::SmallVector<int64_t>(shape), std::move(values)};
}
inline OwnedTensor<int32_t> i32(llvm::ArrayRef<int64_t> shape,
                                std::vector<int32_t> values) {
  return {DType::I32, llvm::SmallVector<int64_t>(shape), std::move(values)};
}

/// The messages of an error, one a line; empty for success.
inline std::string messageOf(llvm::Error error) {
  return llvm::toString(std::move(error));
}
template <typename T> std::string messageOf(llvm::Expected<T> value) {
  return value ? std::string() : llvm::toString(value.takeError());
}

/// Whether a text holds another; the text is shown if not.
inline testing::AssertionResult contains(llvm::StringRef text,
                                         llvm::StringRef part) {
  if (text.contains(part))
    return testing::AssertionSuccess();
  return testing::AssertionFailure()
         << "'" << part.str() << "' is not in: " << text.str();
}

} // namespace mlir::shardwise::test

#endif // SHARDWISE_TEST_UNIT_BUNDLE_TESTUTILS_H
