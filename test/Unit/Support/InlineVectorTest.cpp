//===- InlineVectorTest.cpp - Short lists without allocation --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests that short and long lists behave alike, and like std::vector, under
// random operations.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Support/InlineVector.h"
#include "gtest/gtest.h"
#include <random>
#include <vector>

using namespace shardwise;

namespace {

using List = InlineVector<int64_t, 4>;

void expectEqual(const List &list, const std::vector<int64_t> &want) {
  ASSERT_EQ(list.size(), want.size());
  EXPECT_TRUE(std::equal(list.begin(), list.end(), want.begin()));
}

TEST(InlineVectorTest, MovesInlineAndAllocated) {
  for (size_t size : {0, 3, 4, 5, 100}) {
    List from(size, 7);
    List to = std::move(from);
    expectEqual(to, std::vector<int64_t>(size, 7));
    EXPECT_TRUE(from.empty());
    from = std::move(to);
    expectEqual(from, std::vector<int64_t>(size, 7));
    from.push_back(8);
    EXPECT_EQ(from.back(), 8);
    to.push_back(9);
    EXPECT_EQ(to.front(), 9);
  }
}

TEST(InlineVectorTest, TakesAnOwnElement) {
  List list = {1, 2, 3, 4};
  list.push_back(list[0]);
  EXPECT_EQ(list, (List{1, 2, 3, 4, 1}));
}

TEST(InlineVectorTest, AgreesWithVector) {
  std::mt19937 random(1);
  List list, other;
  std::vector<int64_t> want, otherWant;
  for (int64_t step = 0; step < 20000; ++step) {
    size_t at = want.empty() ? 0 : random() % want.size();
    switch (random() % 9) {
    case 0:
    case 1:
      list.push_back(step), want.push_back(step);
      break;
    case 2:
      list.insert(list.begin() + at, step);
      want.insert(want.begin() + at, step);
      break;
    case 3:
      if (!want.empty())
        list.erase(list.begin() + at), want.erase(want.begin() + at);
      break;
    case 4:
      list.resize(at + 2, step), want.resize(at + 2, step);
      break;
    case 5:
      std::swap(list, other), std::swap(want, otherWant);
      break;
    case 6:
      other = list, otherWant = want;
      break;
    case 7:
      if (!want.empty())
        list.pop_back(), want.pop_back();
      break;
    case 8:
      list.append(other.begin(), other.begin() + other.size() / 4);
      want.insert(want.end(), otherWant.begin(),
                  otherWant.begin() + otherWant.size() / 4);
      break;
    }
    expectEqual(list, want);
    expectEqual(other, otherWant);
  }
}

} // namespace
