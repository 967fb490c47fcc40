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
#include "shardwise/Support/Ranges.h"
#include "gtest/gtest.h"
#include <filesystem>
#include <fstream>
#include <span>
#include <string_view>
#include <vector>

namespace shardwise::test {

/// A new folder, removed with all that is in it.
class TempFolder {
public:
  TempFolder() {
    std::string name =
        std::filesystem::temp_directory_path() / "shardwise-XXXXXX";
    EXPECT_TRUE(::mkdtemp(name.data()));
    path = name;
  }
  ~TempFolder() { std::filesystem::remove_all(path); }

  std::string getPath() const { return path; }
  std::string getPath(std::string_view name) const { return path / name; }
  /// Writes a text file, and the folders on the way to it.
  void write(std::string_view name, std::string_view text) const {
    std::filesystem::path file = path / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream os(file, std::ios::binary);
    os << text;
    EXPECT_TRUE(os.flush());
  }

private:
  std::filesystem::path path;
};

/// A tensor that owns what its view shows.
template <typename T> struct OwnedTensor {
  DType dtype;
  std::vector<int64_t> shape;
  std::vector<T> values;

  TensorView getView() const {
    return {dtype, shape,
            std::string_view(reinterpret_cast<const char *>(values.data()),
                             values.size() * sizeof(T))};
  }
};

inline OwnedTensor<float> f32(std::vector<int64_t> shape,
                              std::vector<float> values) {
  return {DType::F32, std::move(shape), std::move(values)};
}
inline OwnedTensor<int32_t> i32(std::vector<int64_t> shape,
                                std::vector<int32_t> values) {
  return {DType::I32, std::move(shape), std::move(values)};
}

/// The messages of an error, one a line; empty for success.
inline std::string messageOf(const Error &error) { return toString(error); }
template <typename T> std::string messageOf(Expected<T> value) {
  return value ? std::string() : toString(value.takeError());
}

/// Whether a text holds another; the text is shown if not.
inline testing::AssertionResult holds(std::string_view text,
                                      std::string_view part) {
  if (text.find(part) != std::string_view::npos)
    return testing::AssertionSuccess();
  return testing::AssertionFailure() << "'" << part << "' is not in: " << text;
}

} // namespace shardwise::test

#endif // SHARDWISE_TEST_UNIT_BUNDLE_TESTUTILS_H
