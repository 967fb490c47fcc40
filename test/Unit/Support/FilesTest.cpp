//===- FilesTest.cpp - Reading and writing whole files --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests that files are read whole and written whole or not at all, and what is
// said where they cannot.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Support/Files.h"
#include "gtest/gtest.h"
#include <filesystem>
#include <fstream>
#include <unistd.h>

using namespace shardwise;
namespace fs = std::filesystem;

namespace {

class FilesTest : public testing::Test {
protected:
  void SetUp() override {
    folder =
        fs::path(testing::TempDir()) / ("files" + std::to_string(::getpid()));
    fs::create_directories(folder);
  }
  void TearDown() override { fs::remove_all(folder); }

  std::string getPath(const char *name) const { return folder / name; }
  size_t countFiles() const {
    return std::distance(fs::directory_iterator(folder), {});
  }

  fs::path folder;
};

TEST_F(FilesTest, WritesAndReads) {
  std::string path = getPath("a");
  for (std::string text :
       {std::string("first"), std::string(1 << 20, 'x'), std::string()}) {
    ASSERT_EQ(toString(writeAtomically(path,
                                       [&](const FileSink &sink) {
                                         sink(text);
                                         sink("!");
                                       })),
              "");
    Expected<std::string> read = readFile(path);
    ASSERT_TRUE(bool(read));
    EXPECT_EQ(*read, text + "!");
    Expected<MappedFile> mapped = MappedFile::open(path);
    ASSERT_TRUE(bool(mapped));
    MappedFile moved = std::move(*mapped);
    EXPECT_EQ(moved.getText(), text + "!");
    EXPECT_EQ(countFiles(), 1u);
  }
}

TEST_F(FilesTest, ReadsEmptyFiles) {
  std::string path = getPath("empty");
  std::ofstream(path).flush();
  Expected<MappedFile> mapped = MappedFile::open(path);
  ASSERT_TRUE(bool(mapped));
  EXPECT_EQ(mapped->getText(), "");
  EXPECT_EQ(*readFile(path), "");
}

TEST_F(FilesTest, SaysWhyItCannotRead) {
  EXPECT_EQ(toString(readFile(getPath("none")).takeError()),
            "No such file or directory");
  EXPECT_EQ(toString(MappedFile::open(getPath("none")).takeError()),
            "No such file or directory");
  EXPECT_EQ(toString(readFile(folder).takeError()), "Is a directory");
  EXPECT_EQ(toString(MappedFile::open(folder).takeError()), "Is a directory");
}

TEST_F(FilesTest, SaysWhyItCannotWrite) {
  auto print = [](const FileSink &sink) { sink("x"); };
  EXPECT_EQ(toString(writeAtomically(getPath("none/a"), print)),
            "No such file or directory");
  EXPECT_EQ(toString(writeAtomically(folder, print)), "Is a directory");
  EXPECT_EQ(toString(writeAtomically("/dev/full", print)),
            "No space left on device");
  EXPECT_EQ(countFiles(), 0u);
}

TEST_F(FilesTest, WritesToDevices) {
  EXPECT_FALSE(
      writeAtomically("/dev/null", [](const FileSink &sink) { sink("gone"); }));
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

} // namespace
