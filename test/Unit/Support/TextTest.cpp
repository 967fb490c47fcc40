//===- TextTest.cpp - Formatting and reading text -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests that text is formatted, cut and read as numbers, and that what is no
// number is none.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Support/Text.h"
#include "gtest/gtest.h"
#include <limits>

using namespace shardwise;

namespace {

TEST(TextTest, Formats) {
  std::string name = "kernel";
  EXPECT_EQ(formatText("{}: {:.2f} of {:>4}|{:08x}", name, 1.0 / 3,
                       std::string_view("ab"), 255u),
            "kernel: 0.33 of   ab|000000ff");
}

TEST(TextTest, ReadsNumbers) {
  EXPECT_EQ(parseNumber<int64_t>("-42"), -42);
  EXPECT_EQ(parseNumber<uint64_t>("18446744073709551615"),
            std::numeric_limits<uint64_t>::max());
  EXPECT_EQ(parseNumber<double>("2.5e-1"), 0.25);
  for (std::string_view text :
       {"", "-", "1 ", " 1", "1x", "+1", "0x10", "9223372036854775808", "1.0"})
    EXPECT_FALSE(parseNumber<int64_t>(text)) << text;
  EXPECT_FALSE(parseNumber<uint8_t>("256"));
  EXPECT_FALSE(parseNumber<uint32_t>("-1"));
  EXPECT_FALSE(parseNumber<double>("1e400"));
}

TEST(TextTest, SplitsAtTheFirstSeparator) {
  using Parts = std::pair<std::string_view, std::string_view>;
  EXPECT_EQ(split("a: b: c", ": "), Parts("a", "b: c"));
  EXPECT_EQ(split("abc", ": "), Parts("abc", ""));
  EXPECT_EQ(split("", ","), Parts("", ""));
}

TEST(TextTest, SplitsAll) {
  using Parts = std::vector<std::string_view>;
  EXPECT_EQ(splitAll("a,,b,", ','), (Parts{"a", "", "b", ""}));
  EXPECT_EQ(splitAll("", ','), Parts{""});
}

TEST(TextTest, Trims) {
  EXPECT_EQ(trim(" \t a b\r\n"), "a b");
  EXPECT_EQ(trim(" \n"), "");
  EXPECT_EQ(trim(""), "");
}

TEST(TextTest, ConsumesPrefixes) {
  std::string_view text = "tensor<2>";
  EXPECT_FALSE(consumeFront(text, "<"));
  EXPECT_TRUE(consumeFront(text, "tensor"));
  EXPECT_EQ(text, "<2>");
}

} // namespace
