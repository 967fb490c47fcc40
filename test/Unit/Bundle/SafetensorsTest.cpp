//===- SafetensorsTest.cpp - Tests of tensor files ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests that tensor files are read as they were written, that every broken file
// gives its error, and that writing never loses the file that was there.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Bundle/Safetensors.h"
#include "TestUtils.h"
#include "shardwise/Support/Ranges.h"
#include <csignal>
#include <cstring>
#include <string_view>
#include <sys/resource.h>
#include <vector>

using namespace shardwise;
using namespace shardwise::test;

/// A file's bytes from its header and data.
static std::string makeFile(std::string_view header,
                            std::string_view data = "") {
  std::string bytes(8, '\0');
  uint64_t size = header.size();
  std::memcpy(bytes.data(), &size, sizeof(size));
  return bytes.append(header).append(data);
}

static Expected<SafetensorsFile> parse(std::string_view bytes) {
  return SafetensorsFile::parse(MappedFile::fromText(bytes), "f.safetensors");
}

static std::string errorOf(std::string_view header,
                           std::string_view data = "") {
  return messageOf(parse(makeFile(header, data)));
}

/// The error of a file with one tensor 'a' that is described like this.
static std::string errorOfTensor(std::string_view description,
                                 std::string_view data = "") {
  return errorOf(formatText("{{\"a\": {{{}}}}}", description), data);
}

TEST(SafetensorsTest, WritesAndReads) {
  TempFolder folder;
  auto matrix = f32({2, 3}, {0, 1, 2, 3, 4, 5});
  auto scalar = i32({}, {-7});
  OwnedTensor<uint8_t> flags{DType::Bool, {3}, {1, 0, 1}};
  OwnedTensor<double> empty{DType::F64, {0, 4}, {}};
  SafetensorsWriter writer;
  writer.add("flags", flags.getView());
  writer.add("block.0/\"k\"", matrix.getView());
  writer.add("scalar", scalar.getView());
  writer.add("empty", empty.getView());
  writer.setMetadata("step", "5");
  ASSERT_EQ(messageOf(writer.write(folder.getPath("t"))), "");

  Expected<SafetensorsFile> file = SafetensorsFile::open(folder.getPath("t"));
  ASSERT_TRUE(bool(file)) << messageOf(file.takeError());
  ASSERT_EQ(file->getEntries().size(), 4u);
  EXPECT_EQ(file->getMetadata().at("step"), "5");
  const SafetensorsEntry *entry = file->find("block.0/\"k\"");
  ASSERT_TRUE(entry);
  EXPECT_EQ(entry->getView().getTypeString(), "2x3xfloat32");
  EXPECT_EQ(entry->bytes, matrix.getView().bytes);
  EXPECT_EQ(reinterpret_cast<uintptr_t>(entry->bytes.data()) % 4, 0u);
  EXPECT_EQ(file->find("scalar")->getView().getElement(0), -7);
  EXPECT_EQ(file->find("flags")->getView().getElement(1), 0);
  EXPECT_EQ(file->find("empty")->getView().getNumElements(), 0);
  EXPECT_EQ(file->find("none"), nullptr);
}

TEST(SafetensorsTest, EqualTensorsGiveEqualFiles) {
  TempFolder folder;
  auto a = f32({1}, {1});
  auto b = i32({1}, {2});
  for (bool swap : {false, true}) {
    SafetensorsWriter writer;
    writer.add(swap ? "b" : "a", swap ? b.getView() : a.getView());
    writer.add(swap ? "a" : "b", swap ? a.getView() : b.getView());
    ASSERT_EQ(messageOf(writer.write(folder.getPath(swap ? "2" : "1"))), "");
  }
  EXPECT_EQ(*readFile(folder.getPath("1")), *readFile(folder.getPath("2")));
}

TEST(SafetensorsTest, ElementsOfEveryType) {
  auto element = [](DType dtype, std::string bytes) {
    bytes.resize(8);
    return TensorView{dtype, {}, bytes}.getElement(0);
  };
  EXPECT_EQ(element(DType::Bool, "\x01"), 1);
  EXPECT_EQ(element(DType::U8, "\xff"), 255);
  EXPECT_EQ(element(DType::I8, "\xff"), -1);
  EXPECT_EQ(element(DType::U16, "\xff\xff"), 65535);
  EXPECT_EQ(element(DType::I16, "\xfe\xff"), -2);
  EXPECT_EQ(element(DType::F16, std::string("\x00\xc0", 2)), -2);
  EXPECT_EQ(element(DType::F16, std::string("\x01\x00", 2)), 0x1p-24);
  EXPECT_EQ(element(DType::F16, "\xff\x7b"), 65504);
  EXPECT_EQ(element(DType::BF16, "\xc0\x3f"), 1.5);
  EXPECT_EQ(element(DType::U32, "\xff\xff\xff\xff"), 4294967295.0);
  EXPECT_EQ(element(DType::I32, "\xff\xff\xff\xff"), -1);
  EXPECT_EQ(element(DType::F32, std::string("\0\0\x80\xbf", 4)), -1);
  EXPECT_EQ(element(DType::U64, "\x02"), 2);
  EXPECT_EQ(element(DType::I64, std::string(8, '\xff')), -1);
  EXPECT_EQ(element(DType::F64, std::string("\0\0\0\0\0\0\xf8\x3f", 8)), 1.5);
}

TEST(SafetensorsTest, BrokenHeaders) {
  EXPECT_EQ(messageOf(parse("abc")),
            "f.safetensors: not a safetensors file: has 3 bytes, expected at "
            "least 8 for the length of the header");
  EXPECT_EQ(messageOf(parse(std::string(8, '\xff'))),
            "f.safetensors: the header should have 18446744073709551615 bytes, "
            "the file has 0 after the length");
  // 100000001 bytes.
  EXPECT_EQ(messageOf(parse(std::string("\x01\xe1\xf5\x05\0\0\0\0", 8) +
                            std::string(100000001, ' '))),
            "f.safetensors: the header has 100000001 bytes, at most 100000000 "
            "are supported");
  EXPECT_EQ(errorOf("{\"a\": }"),
            "f.safetensors: header:1:7: not valid JSON: unexpected '}'; "
            "expected '[', '{', or a literal");
  EXPECT_EQ(errorOf(std::string_view("{}\0}", 4)),
            "f.safetensors: header:1:3: not valid JSON: unexpected byte 0");
  EXPECT_EQ(errorOf("\xEF\xBB\xBF{}"), "");
  EXPECT_EQ(errorOf("[]"), "f.safetensors: the header is not an object");
  EXPECT_TRUE(holds(errorOf(std::string(100000, '[')), "100000 deep"));
  EXPECT_TRUE(holds(errorOf("{\"a.b\": 1, \"a.b\": 2}"),
                    "the header has '\"a.b\"' twice"));
  EXPECT_EQ(errorOf("{\"__metadata__\": {\"k\": 1}}"),
            "f.safetensors: __metadata__ 'k' is not a string");
  EXPECT_EQ(errorOf("{\"__metadata__\": 1}"),
            "f.safetensors: __metadata__ is not an object");
  EXPECT_EQ(errorOf("{}"), "");
}

TEST(SafetensorsTest, BrokenTensors) {
  std::string a = "f.safetensors: tensor 'a': ";
  auto expectError = [&](std::string_view description, std::string_view data,
                         std::string_view message) {
    EXPECT_EQ(errorOfTensor(description, data), a + std::string(message));
  };
  EXPECT_EQ(errorOf("{\"a\": 1}"), a + "is not described by an object");
  expectError("\"shape\": [], \"data_offsets\": [0, 0]", "",
              "dtype is missing or not a string");
  expectError("\"dtype\": \"F8\", \"shape\": [], \"data_offsets\": [0, 0]", "",
              "dtype 'F8' is not known");
  expectError("\"dtype\": \"U8\", \"data_offsets\": [0, 0]", "",
              "shape is missing or not an array");
  expectError("\"dtype\": \"U8\", \"shape\": [2, -1], \"data_offsets\": [0, 0]",
              "", "shape has -1, expected an integer that is not negative");
  expectError("\"dtype\": \"U8\", \"shape\": [2], \"data_offsets\": [0]", "",
              "data_offsets is missing or not an array of two");
  expectError("\"dtype\": \"U8\", \"shape\": [2], \"data_offsets\": [0, 2]",
              "x",
              "data_offsets are [0,2], expected an ascending range within the "
              "1 bytes of data");
  expectError("\"dtype\": \"U8\", \"shape\": [2], \"data_offsets\": [2, 0]",
              "xy",
              "data_offsets are [2,0], expected an ascending range within the "
              "2 bytes of data");
  expectError("\"dtype\": \"F32\", \"shape\": [2], \"data_offsets\": [0, 2]",
              "xy", "has 2 bytes, expected 8 for 2xfloat32");
  expectError("\"dtype\": \"F32\", \"shape\": [4611686018427387904], "
              "\"data_offsets\": [0, 0]",
              "",
              "its shape 4611686018427387904xfloat32 has more bytes than 63 "
              "bits can count");
}

TEST(SafetensorsTest, TensorsCoverTheDataOnce) {
  auto header = [](std::string a, std::string b) {
    std::string type = "{\"dtype\": \"U8\", \"shape\": [2], ";
    return "{\"a\": " + type + "\"data_offsets\": " + a + "}, \"b\": " + type +
           "\"data_offsets\": " + b + "}}";
  };
  EXPECT_EQ(errorOf(header("[0, 2]", "[2, 4]"), "wxyz"), "");
  EXPECT_EQ(errorOf(header("[0, 2]", "[1, 3]"), "xyz"),
            "f.safetensors: tensor 'b': begins at byte 1 of the data, expected "
            "2 where the tensors before it end");
  EXPECT_EQ(errorOf(header("[0, 2]", "[3, 5]"), "vwxyz"),
            "f.safetensors: tensor 'b': begins at byte 3 of the data, expected "
            "2 where the tensors before it end");
  EXPECT_EQ(errorOf(header("[0, 2]", "[2, 4]"), "vwxyz"),
            "f.safetensors: the tensors cover 4 of 5 bytes of data");
}

TEST(SafetensorsTest, AllProblemsInOneRun) {
  EXPECT_EQ(errorOf("{\"b\": 1, \"a\": 2}"),
            "f.safetensors: tensor 'a': is not described by an object\n"
            "f.safetensors: tensor 'b': is not described by an object");
}

/// The bytes of a small whole file.
static std::string makeSample() {
  return makeFile("{\"__metadata__\":{\"k\":\"v\"},\"a\":{\"dtype\":\"F32\","
                  "\"shape\":[1,2],\"data_offsets\":[0,8]},\"b\":{\"dtype\":"
                  "\"U8\",\"shape\":[],\"data_offsets\":[8,9]}}",
                  "012345678");
}

TEST(SafetensorsTest, EveryTruncationIsAnError) {
  std::string whole = makeSample();
  EXPECT_EQ(messageOf(parse(whole)), "");
  for (size_t size = 0; size < whole.size(); ++size)
    EXPECT_NE(messageOf(parse(std::string_view(whole).substr(0, size))), "");
}

TEST(SafetensorsTest, ChangedBytesNeverCrash) {
  std::string whole = makeSample();
  uint32_t random = 1;
  auto next = [&] { return (random = random * 1664525 + 1013904223) >> 8; };
  for (unsigned round = 0; round < 20000; ++round) {
    std::string bytes = whole;
    for (unsigned change = 0, e = 1 + next() % 3; change < e; ++change)
      bytes[next() % bytes.size()] = static_cast<char>(next());
    Expected<SafetensorsFile> file = parse(bytes);
    if (!file) {
      EXPECT_NE(messageOf(file.takeError()), "");
      continue;
    }
    for (const SafetensorsEntry &entry : file->getEntries())
      for (int64_t i = 0; i < entry.getView().getNumElements(); ++i)
        (void)entry.getView().getElement(i);
  }
}

TEST(SafetensorsTest, WriterRefusesWrongTensors) {
  TempFolder folder;
  std::string path = folder.getPath("t");
  auto tensor = f32({2}, {1, 2});
  SafetensorsWriter writer;
  writer.add("a", tensor.getView());
  writer.add("a", tensor.getView());
  writer.add("b", {DType::F64, tensor.shape, tensor.getView().bytes});
  writer.add("__metadata__", tensor.getView());
  writer.add("\xff", tensor.getView());
  EXPECT_EQ(messageOf(writer.write(path)),
            path + ": tensor 'a': is added twice\n" + path +
                ": tensor 'b': has 8 bytes, which do not fit 2xfloat64\n" +
                path +
                ": tensor '__metadata__': the format keeps this name "
                "for itself\n" +
                path + ": tensor '\xff': its name is not UTF-8");
  EXPECT_FALSE(std::filesystem::exists(path));
}

TEST(SafetensorsTest, FailedWritesLeaveNothingBehind) {
  TempFolder folder;
  auto tensor = f32({2}, {1, 2});
  SafetensorsWriter writer;
  writer.add("a", tensor.getView());
  EXPECT_TRUE(holds(messageOf(writer.write(folder.getPath("none/t"))),
                    "none/t: cannot be written: "));
  // A folder cannot be replaced by a file: the rename fails at the very end.
  folder.write("t/inside", "");
  EXPECT_TRUE(holds(messageOf(writer.write(folder.getPath("t"))),
                    "t: cannot be written: "));
  std::vector<std::string> names;
  for (const auto &entry :
       std::filesystem::directory_iterator(folder.getPath()))
    names.push_back(entry.path().filename());
  EXPECT_EQ(names, std::vector<std::string>{"t"});
}

TEST(SafetensorsTest, AFullDiskKeepsTheOldFile) {
  TempFolder folder;
  std::string path = folder.getPath("t");
  auto small = f32({2}, {1, 2});
  auto large = f32({65536}, std::vector<float>(65536, 3));
  SafetensorsWriter first, second;
  first.add("a", small.getView());
  second.add("a", large.getView());
  ASSERT_EQ(messageOf(first.write(path)), "");

  // A limit on the size of files stands for the end of the disk.
  rlimit before;
  ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
  auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
  rlimit limit = before;
  limit.rlim_cur = 4096;
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &limit), 0);
  std::string message = messageOf(second.write(path));
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &before), 0);
  std::signal(SIGXFSZ, oldHandler);

  EXPECT_EQ(message, path + ": cannot be written: File too large");
  Expected<SafetensorsFile> file = SafetensorsFile::open(path);
  ASSERT_TRUE(bool(file)) << messageOf(file.takeError());
  EXPECT_EQ(file->find("a")->getView().getElement(1), 2);
  std::filesystem::directory_iterator files(folder.getPath());
  EXPECT_EQ(std::distance(files, {}), 1);
}

TEST(SafetensorsTest, ViewsOutliveAReplacedFile) {
  TempFolder folder;
  std::string path = folder.getPath("t");
  auto old = f32({4096}, std::vector<float>(4096, 1));
  auto now = f32({2}, {2, 3});
  SafetensorsWriter first, second;
  first.add("a", old.getView());
  second.add("a", now.getView());
  ASSERT_EQ(messageOf(first.write(path)), "");
  Expected<SafetensorsFile> file = SafetensorsFile::open(path);
  ASSERT_TRUE(bool(file));
  ASSERT_EQ(messageOf(second.write(path)), "");
  EXPECT_EQ(file->find("a")->getView().getElement(4095), 1);
}

TEST(SafetensorsTest, MissingFile) {
  TempFolder folder;
  std::string path = folder.getPath("none");
  EXPECT_EQ(messageOf(SafetensorsFile::open(path)),
            path + ": cannot be read: No such file or directory");
}
