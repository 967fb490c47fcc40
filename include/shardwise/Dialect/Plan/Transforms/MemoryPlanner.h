//===- MemoryPlanner.h - Which values share memory --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Assigns memory to values by their lives. Plain data: a value is a number, a
// life a range of positions in the schedule, both ends included, since a
// command reads its operands while it writes its results.
//
// Values that are to have the same memory are merged into a class. A merge is
// refused if two lives meet. One exception: a value may be born where another
// dies if the command at that position can do it in place (`allowTouch`), and
// equal values may live together (`allowOverlap`).
//
//     value   life       touch       merged?
//     a       [0, 4]
//     b       [4, 6]     a -> b      yes
//     c       [5, 9]                 not with b; with a alone yes
//
// Pinned classes are memory of its own (variables, constants); the others are
// placed in one arena, each at a gap that fits among the classes that live at
// the same time; the largest first, or in another order if that needs less.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_DIALECT_PLAN_TRANSFORMS_MEMORYPLANNER_H
#define SHARDWISE_DIALECT_PLAN_TRANSFORMS_MEMORYPLANNER_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallVector.h"
#include <cstdint>
#include <limits>
#include <vector>

namespace mlir::shardwise::plan {

/// The most bytes that live at one time.
struct MemoryPeak {
  int64_t bytes = 0;
  /// The first position where so many live, and at how many they do.
  int64_t position = 0, numPositions = 0;
};

class MemoryPlanner {
public:
  static constexpr int64_t kForever = std::numeric_limits<int64_t>::max();

  /// Adds a value that is born at a position and, so far, dies there.
  unsigned addValue(int64_t bytes, int64_t begin);
  /// Makes a value live up to a position.
  void extend(unsigned value, int64_t position);
  int64_t getBegin(unsigned value) const { return values[value].begin; }
  int64_t getEnd(unsigned value) const { return values[value].end; }

  /// Says that the class of a value has memory of its own.
  void pin(unsigned value) {
    classes[values[value].classNumber].isPinned = true;
  }
  /// Says that `born` may take the memory of `dying` at its birth.
  void allowTouch(unsigned dying, unsigned born) {
    touches.insert({dying, born});
  }
  /// Says that two values are equal while both live.
  void allowOverlap(unsigned a, unsigned b) {
    equals.insert({std::min(a, b), std::max(a, b)});
  }

  /// Merges two values whatever their lives; they are one by construction.
  void unify(unsigned a, unsigned b);
  /// Merges two values if they can share memory; returns whether they do.
  bool tryMerge(unsigned a, unsigned b);

  /// The class of a value, and one of its facts.
  unsigned getClass(unsigned value) const { return values[value].classNumber; }
  bool isPinned(unsigned value) const {
    return classes[getClass(value)].isPinned;
  }

  /// Places all classes that are not pinned; returns the size of the arena.
  int64_t place(int64_t alignment);
  /// What lives at the peak of all classes that are not pinned: no placement
  /// can need less.
  MemoryPeak getPeak(int64_t alignment) {
    return findPeak(collectClasses(alignment));
  }
  int64_t getOffset(unsigned value) const {
    return classes[getClass(value)].offset;
  }

private:
  struct Value {
    int64_t bytes, begin, end;
    unsigned classNumber;
  };
  struct Class {
    llvm::SmallVector<unsigned, 2> members;
    bool isPinned = false;
    int64_t offset = 0;
    // Of all members; set by `place`.
    int64_t bytes = 0, begin = 0, end = 0;
  };

  bool canShare(unsigned a, unsigned b) const;
  void mergeClasses(unsigned into, unsigned from);
  llvm::SmallVector<Class *> collectClasses(int64_t alignment);
  static int64_t findGap(const Class &wanted,
                         llvm::ArrayRef<const Class *> placed, bool first);
  static int64_t placeInOrder(llvm::ArrayRef<Class *> order, bool first);
  static MemoryPeak findPeak(llvm::ArrayRef<Class *> classes);

  std::vector<Value> values;
  std::vector<Class> classes;
  llvm::DenseSet<std::pair<unsigned, unsigned>> touches, equals;
};

} // namespace mlir::shardwise::plan

#endif // SHARDWISE_DIALECT_PLAN_TRANSFORMS_MEMORYPLANNER_H
