//===- MemoryPlanner.cpp - Which values share memory ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "shardwise/Dialect/Plan/Transforms/MemoryPlanner.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir::shardwise::plan;

unsigned MemoryPlanner::addValue(int64_t bytes, int64_t begin) {
  unsigned number = values.size();
  values.push_back({bytes, begin, begin, unsigned(classes.size())});
  classes.emplace_back().members.push_back(number);
  return number;
}

void MemoryPlanner::extend(unsigned value, int64_t position) {
  values[value].end = std::max(values[value].end, position);
}

//===----------------------------------------------------------------------===//
// Sharing
//===----------------------------------------------------------------------===//

/// Whether the lives of two values allow one memory.
bool MemoryPlanner::canShare(unsigned a, unsigned b) const {
  if (equals.contains({std::min(a, b), std::max(a, b)}))
    return true;
  if (values[a].begin > values[b].begin)
    std::swap(a, b);
  if (values[a].end < values[b].begin)
    return true;
  return values[a].end == values[b].begin &&
         values[a].begin < values[b].begin && touches.contains({a, b});
}

void MemoryPlanner::mergeClasses(unsigned into, unsigned from) {
  for (unsigned member : classes[from].members)
    values[member].classNumber = into;
  llvm::append_range(classes[into].members, classes[from].members);
  classes[into].isPinned |= classes[from].isPinned;
  classes[from].members.clear();
}

void MemoryPlanner::unify(unsigned a, unsigned b) {
  if (getClass(a) != getClass(b))
    mergeClasses(getClass(a), getClass(b));
}

bool MemoryPlanner::tryMerge(unsigned a, unsigned b) {
  Class &first = classes[getClass(a)], &second = classes[getClass(b)];
  if (&first == &second)
    return true;
  if ((first.isPinned && second.isPinned) || values[a].bytes != values[b].bytes)
    return false;
  for (unsigned x : first.members)
    for (unsigned y : second.members)
      if (!canShare(x, y))
        return false;
  mergeClasses(getClass(a), getClass(b));
  return true;
}

//===----------------------------------------------------------------------===//
// Placing
//===----------------------------------------------------------------------===//

/// The best place for a class among those, sorted by offset, that are placed.
int64_t MemoryPlanner::findGap(const Class &wanted,
                               llvm::ArrayRef<const Class *> placed) const {
  int64_t best = -1, bestSize = kForever, end = 0;
  for (const Class *other : placed) {
    if (other->end < wanted.begin || wanted.end < other->begin)
      continue;
    int64_t gap = other->offset - end;
    if (gap >= wanted.bytes && gap < bestSize) {
      best = end;
      bestSize = gap;
    }
    end = std::max(end, other->offset + other->bytes);
  }
  return best >= 0 ? best : end;
}

int64_t MemoryPlanner::place(int64_t alignment) {
  llvm::SmallVector<Class *> order;
  for (Class &candidate : classes) {
    if (candidate.isPinned || candidate.members.empty())
      continue;
    candidate.begin = kForever;
    candidate.end = -1;
    for (unsigned member : candidate.members) {
      const Value &value = values[member];
      candidate.bytes = std::max<int64_t>(
          candidate.bytes, llvm::alignTo(value.bytes, alignment));
      candidate.begin = std::min(candidate.begin, value.begin);
      candidate.end = std::max(candidate.end, value.end);
    }
    order.push_back(&candidate);
  }
  llvm::sort(order, [](const Class *a, const Class *b) {
    return std::tuple(-a->bytes, a->begin, a->members.front()) <
           std::tuple(-b->bytes, b->begin, b->members.front());
  });
  int64_t arena = 0;
  llvm::SmallVector<const Class *> placed;
  for (Class *next : order) {
    next->offset = findGap(*next, placed);
    arena = std::max(arena, next->offset + next->bytes);
    auto position = llvm::upper_bound(placed, next->offset,
                                      [](int64_t offset, const Class *other) {
                                        return offset < other->offset;
                                      });
    placed.insert(position, next);
  }
  return arena;
}
