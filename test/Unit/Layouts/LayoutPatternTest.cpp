//===- LayoutPatternTest.cpp - Keys against Python's results --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests that keys match what Python's re.fullmatch matches, that what Python
// rejects is rejected, and that no key hangs. The tables hold Python's results.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Layouts/LayoutMap.h"
#include "gtest/gtest.h"
#include <vector>

using namespace mlir::shardwise;

namespace {
struct MatchCase {
  const char *key;
  std::vector<const char *> matching, others;
};

const MatchCase matchCases[] = {
    {"dense.*/kernel",
     {"dense/kernel", "dense_1/kernel"},
     {"x/dense/kernel", "dense/kernel2", ""}},
    {"dense", {"dense"}, {"dense_1", "Dense"}},
    {"", {""}, {"a"}},
    {".*", {"", "a/b/c"}, {"a\nb"}},
    {"(up|down)/bias", {"up/bias", "down/bias"}, {"down", "updown/bias"}},
    {"a|ab", {"a", "ab"}, {"abc"}},
    {"a*?", {"", "aaa"}, {}},
    {"a+?b??", {"a", "ab", "aab"}, {"b"}},
    {"block_\\d+/.*", {"block_12/q", "block_٣/q"}, {"block_x/q"}},
    {"\\w+", {"abc_1", "é"}, {"a-b"}},
    {"[^/]+/kernel", {"dense/kernel"}, {"a/b/kernel"}},
    {"block_(?!0).*", {"block_1/q"}, {"block_0"}},
    {".*(?<=kernel)", {"x/kernel"}, {"x/bias"}},
    {".*(?<!kernel)", {"x/bias"}, {"x/kernel"}},
    {"(?P<n>ab)/(?P=n)", {"ab/ab"}, {"ab/ba"}},
    {"(a|b)/\\1", {"a/a"}, {"a/b"}},
    {"(?i)dense", {"DENSE"}, {"dens"}},
    {"(?i:D)ense", {"dense"}, {"DENSE"}},
    {"^dense$", {"dense"}, {"dense\n"}},
    {"\\Adense\\Z", {"dense"}, {"dense\n"}},
    {"dense(?=\\Z)\\n?", {"dense"}, {"dense\n"}},
    {"a{,3}", {"", "aaa"}, {"aaaa", "a{,3}"}},
    {"a{2}", {"aa"}, {"a"}},
    {"a{2,}", {"aaaa"}, {"a"}},
    {"a{x}", {"a{x}"}, {"ax"}},
    {"a{,}", {"", "aaaa"}, {"a{,}"}},
    {"a{ 2}", {"a{ 2}"}, {"aa"}},
    {"[[:a]+", {"[:a", "a"}, {"b"}},
    {"[]a]+", {"]a", "a"}, {"b"}},
    {"[^]a]+", {"b"}, {"]"}},
    {"[\\]\\-x]+", {"]-x"}, {"y"}},
    {"[\\d_]+", {"1_2"}, {"a"}},
    {"\\x41\\u00e9\\U0001F600", {"Aé😀"}, {"Ae"}},
    {"\\v", {"\v"}, {"\n"}},
    {"a\\.b", {"a.b"}, {"axb"}},
    {"é+", {"éé"}, {"e"}},
    {"(?#note)a", {"a"}, {"(?#note)a"}},
    {"(?:a|b)*c", {"abac"}, {"abab"}},
    {"(?s).*", {"a\nb"}, {}},
    {"(a)?b(?(1)c|d)", {"abc", "bd"}, {"abd", "bc"}},
    {"(?>a+)b", {"aab"}, {"aa"}},
    {"a++b", {"aab"}, {"aa"}},
    {"a\\/b", {"a/b"}, {}},
};

/// Python raises re.error for each of these.
const char *const invalidKeys[] = {"(",
                                   ")",
                                   "a**",
                                   "[a",
                                   "*a",
                                   "?",
                                   "(?P<n>a)(?P<n>b)",
                                   "\\h",
                                   "a\\",
                                   "\\1",
                                   "(*ACCEPT)",
                                   "(?R)",
                                   "(?<n>a)",
                                   "(?P>n)",
                                   "\\Qa\\E",
                                   "a{2,1}",
                                   "a(?i)b",
                                   "\\p{L}",
                                   "(?|a|b)",
                                   "[b-a]",
                                   "\\x4",
                                   "(?'n'a)",
                                   "a{2}{3}",
                                   "\\u12",
                                   "(?#x",
                                   "[\\Z]",
                                   "(?z)",
                                   "é("};

std::string getError(llvm::StringRef key) {
  std::string error;
  EXPECT_FALSE(LayoutPattern::compile(key, error)) << key.str();
  return error;
}
} // namespace

TEST(LayoutPattern, MatchesAsPython) {
  for (const MatchCase &test : matchCases) {
    std::string error;
    auto pattern = LayoutPattern::compile(test.key, error);
    ASSERT_TRUE(pattern) << test.key << ": " << error;
    for (const char *path : test.matching)
      EXPECT_EQ(pattern->fullMatch(path), PatternMatch::Match)
          << test.key << " on " << path;
    for (const char *path : test.others)
      EXPECT_EQ(pattern->fullMatch(path), PatternMatch::NoMatch)
          << test.key << " on " << path;
  }
}

TEST(LayoutPattern, RejectsWhatPythonRejects) {
  for (const char *key : invalidKeys)
    EXPECT_NE(getError(key), "") << key;
}

TEST(LayoutPattern, NamesThePosition) {
  EXPECT_EQ(getError("dense/("), "missing closing parenthesis at position 7");
  EXPECT_EQ(getError("é/\\h"), "bad escape \\h at position 2");
  EXPECT_EQ(getError("\\u00e9("), "missing closing parenthesis at position 7");
  EXPECT_EQ(getError("a(?R)"), "unknown extension ?R at position 1");
  EXPECT_EQ(getError("a\\"), "backslash at the end at position 1");
}

TEST(LayoutPattern, StopsAtALimit) {
  std::string error;
  std::string path(200, 'a');
  for (const char *key : {"(a+)+b", "(a|a)*b", "(a|aa)+b", "(.*)*x"}) {
    auto pattern = LayoutPattern::compile(key, error);
    ASSERT_TRUE(pattern) << key;
    EXPECT_NE(pattern->fullMatch(path), PatternMatch::Match) << key;
  }
  auto pattern = LayoutPattern::compile("(a|aa)+c?b?[xyz]", error);
  EXPECT_EQ(pattern->fullMatch(path), PatternMatch::LimitExceeded);
}

TEST(LayoutPattern, TakesAnyBytes) {
  std::string error;
  EXPECT_FALSE(LayoutPattern::compile("a\xff", error));
  auto pattern = LayoutPattern::compile(".*", error);
  ASSERT_TRUE(pattern);
  EXPECT_EQ(pattern->fullMatch("a\xff"), PatternMatch::NoMatch);
  EXPECT_EQ(pattern->fullMatch(llvm::StringRef("a\0b", 3)),
            PatternMatch::Match);
  EXPECT_EQ(pattern->fullMatch(llvm::StringRef()), PatternMatch::Match);
}
