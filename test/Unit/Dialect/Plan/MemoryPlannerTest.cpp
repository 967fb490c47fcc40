//===- MemoryPlannerTest.cpp - Which values share memory ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests that values share memory only as their lives allow.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Dialect/Plan/Transforms/MemoryPlanner.h"
#include "llvm/Support/MathExtras.h"
#include <gtest/gtest.h>
#include <random>

using namespace mlir::shardwise::plan;

static unsigned addLife(MemoryPlanner &planner, int64_t bytes, int64_t begin,
                        int64_t end) {
  unsigned value = planner.addValue(bytes, begin);
  planner.extend(value, end);
  return value;
}

TEST(MemoryPlanner, MergesWhereOneDiesAndTheOtherIsBorn) {
  MemoryPlanner planner;
  unsigned a = addLife(planner, 64, 0, 4), b = addLife(planner, 64, 4, 6);
  EXPECT_FALSE(planner.tryMerge(a, b));
  planner.allowTouch(a, b);
  EXPECT_TRUE(planner.tryMerge(a, b));
  EXPECT_EQ(planner.place(64), 64);
}

TEST(MemoryPlanner, RefusesLivesThatMeet) {
  MemoryPlanner planner;
  unsigned a = addLife(planner, 64, 0, 5), b = addLife(planner, 64, 4, 6);
  planner.allowTouch(a, b);
  EXPECT_FALSE(planner.tryMerge(a, b));
  EXPECT_EQ(planner.place(64), 128);
}

TEST(MemoryPlanner, LooksAtAllMembersOfAClass) {
  MemoryPlanner planner;
  unsigned a = addLife(planner, 64, 0, 2), b = addLife(planner, 64, 8, 9);
  unsigned c = addLife(planner, 64, 3, 8);
  EXPECT_TRUE(planner.tryMerge(a, b));
  EXPECT_FALSE(planner.tryMerge(a, c));
}

TEST(MemoryPlanner, RefusesOtherSizesAndTwoPinned) {
  MemoryPlanner planner;
  unsigned a = addLife(planner, 64, 0, 1), b = addLife(planner, 128, 2, 3);
  unsigned c = addLife(planner, 64, 4, 5);
  EXPECT_FALSE(planner.tryMerge(a, b));
  planner.pin(a);
  planner.pin(c);
  EXPECT_FALSE(planner.tryMerge(a, c));
}

TEST(MemoryPlanner, EqualValuesMayLiveTogether) {
  MemoryPlanner planner;
  unsigned a = addLife(planner, 64, 0, 9), b = addLife(planner, 64, 3, 12);
  planner.allowOverlap(b, a);
  EXPECT_TRUE(planner.tryMerge(a, b));
}

TEST(MemoryPlanner, PlacesTheSmallestGapThatFits) {
  MemoryPlanner planner;
  // Three that live on, with gaps of 256 and 128 bytes between them.
  unsigned first = addLife(planner, 1024, 0, 9);
  unsigned wide = addLife(planner, 256, 0, 1);
  unsigned second = addLife(planner, 250, 0, 9);
  unsigned small = addLife(planner, 100, 4, 5);
  planner.place(64);
  EXPECT_EQ(planner.getOffset(first), 0);
  EXPECT_EQ(planner.getOffset(wide), 1024);
  EXPECT_EQ(planner.getOffset(second), 1280);
  EXPECT_EQ(planner.getOffset(small), 1024);
}

TEST(MemoryPlanner, TriesOtherOrdersUntilNothingIsLost) {
  MemoryPlanner planner;
  // At position 7 and 8 live 5 blocks. With the largest first, the two of 3
  // share memory, and what lives between them takes a sixth.
  addLife(planner, 2 * 64, 3, 8);
  addLife(planner, 3 * 64, 0, 2);
  addLife(planner, 3 * 64, 7, 8);
  addLife(planner, 64, 2, 4);
  EXPECT_EQ(planner.place(64), 5 * 64);
}

TEST(MemoryPlanner, FindsThePeakAndHowLongItLasts) {
  MemoryPlanner planner;
  addLife(planner, 64, 0, 10);
  addLife(planner, 100, 2, 3);
  addLife(planner, 128, 6, 8);
  unsigned pinned = addLife(planner, 4096, 0, 20);
  planner.pin(pinned);
  // 100 bytes take as much as 128.
  MemoryPeak peak = planner.getPeak(64);
  EXPECT_EQ(peak.bytes, 192);
  EXPECT_EQ(peak.position, 2);
  EXPECT_EQ(peak.numPositions, 5);
  EXPECT_EQ(planner.place(64), 192);
}

TEST(MemoryPlanner, RandomLivesDoNotMeetInMemory) {
  for (unsigned seed = 0; seed < 50; ++seed) {
    std::mt19937 random(seed);
    MemoryPlanner planner;
    std::vector<int64_t> bytes;
    for (unsigned value = 0; value < 60; ++value) {
      int64_t begin = random() % 100;
      bytes.push_back(random() % 4 ? 64 * (random() % 8) : 100);
      addLife(planner, bytes.back(), begin, begin + random() % 30);
    }
    for (unsigned merge = 0; merge < 200; ++merge)
      planner.tryMerge(random() % 60, random() % 60);
    int64_t arena = planner.place(64);
    for (unsigned a = 0; a < 60; ++a) {
      EXPECT_EQ(planner.getOffset(a) % 64, 0);
      EXPECT_LE(planner.getOffset(a) + bytes[a], arena);
      for (unsigned b = 0; b < a; ++b) {
        bool meetInTime = planner.getBegin(a) <= planner.getEnd(b) &&
                          planner.getBegin(b) <= planner.getEnd(a);
        bool meetInMemory =
            planner.getOffset(a) < planner.getOffset(b) + bytes[b] &&
            planner.getOffset(b) < planner.getOffset(a) + bytes[a];
        EXPECT_FALSE(meetInTime && meetInMemory)
            << "values " << a << " and " << b << ", seed " << seed;
      }
    }
  }
}
