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
#include <array>

using namespace mlir::shardwise::plan;

/// So many classes are placed once only, in time for compilation to be fast.
static constexpr size_t kManyClasses = 4000;

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

/// A place for a class among those, sorted by offset, that are placed: the
/// smallest gap that fits, or the first one.
int64_t MemoryPlanner::findGap(const Class &wanted,
                               llvm::ArrayRef<const Class *> placed,
                               bool first) {
  int64_t best = -1, bestSize = kForever, end = 0;
  for (const Class *other : placed) {
    if (other->end < wanted.begin || wanted.end < other->begin)
      continue;
    int64_t gap = other->offset - end;
    if (gap >= wanted.bytes && gap < bestSize) {
      best = end;
      if (first)
        break;
      bestSize = gap;
    }
    end = std::max(end, other->offset + other->bytes);
  }
  return best >= 0 ? best : end;
}

int64_t MemoryPlanner::placeInOrder(llvm::ArrayRef<Class *> order, bool first) {
  int64_t arena = 0;
  llvm::SmallVector<const Class *> placed;
  for (Class *next : order) {
    next->offset = findGap(*next, placed, first);
    arena = std::max(arena, next->offset + next->bytes);
    auto position = llvm::upper_bound(placed, next->offset,
                                      [](int64_t offset, const Class *other) {
                                        return offset < other->offset;
                                      });
    placed.insert(position, next);
  }
  return arena;
}

/// The most bytes that live at one time, which no placement can go below.
MemoryPeak MemoryPlanner::findPeak(llvm::ArrayRef<Class *> classes) {
  llvm::SmallVector<std::pair<int64_t, int64_t>> changes;
  for (const Class *next : classes) {
    changes.push_back({next->begin, next->bytes});
    if (next->end != kForever)
      changes.push_back({next->end + 1, -next->bytes});
  }
  llvm::sort(changes);
  int64_t live = 0, last = 0;
  MemoryPeak peak;
  // What changes at one position counts as a whole.
  for (size_t i = 0; i < changes.size();) {
    int64_t position = changes[i].first;
    if (live == peak.bytes)
      peak.numPositions += position - last;
    for (; i < changes.size() && changes[i].first == position; ++i)
      live += changes[i].second;
    if (live > peak.bytes)
      peak = {live, position, 0};
    last = position;
  }
  return peak;
}

llvm::SmallVector<MemoryPlanner::Class *>
MemoryPlanner::collectClasses(int64_t alignment) {
  llvm::SmallVector<Class *> result;
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
    result.push_back(&candidate);
  }
  return result;
}

int64_t MemoryPlanner::place(int64_t alignment) {
  llvm::SmallVector<Class *> order = collectClasses(alignment);
  int64_t peak = findPeak(order).bytes, best = kForever;
  // Which order is best depends on the program; several are tried until one
  // needs no more than what lives.
  using Key = std::array<int64_t, 4>;
  using KeyFunction = Key (*)(const Class &);
  static constexpr KeyFunction kOrders[] = {
      [](const Class &c) {
        return Key{-c.bytes, c.begin, 0, c.members.front()};
      },
      [](const Class &c) {
        return Key{-c.bytes, c.begin - c.end, c.begin, c.members.front()};
      },
      [](const Class &c) {
        return Key{c.begin, -c.end, -c.bytes, c.members.front()};
      },
      [](const Class &c) {
        return Key{-c.end, c.begin, -c.bytes, c.members.front()};
      },
      [](const Class &c) {
        return Key{c.begin - c.end, -c.bytes, c.begin, c.members.front()};
      }};
  std::pair<KeyFunction, bool> chosen;
  auto tryOrder = [&](KeyFunction getKey, bool first) {
    llvm::sort(order, [&](const Class *a, const Class *b) {
      return getKey(*a) < getKey(*b);
    });
    return placeInOrder(order, first);
  };
  bool isLast = false;
  for (KeyFunction getKey : kOrders)
    for (bool first : {false, true}) {
      if (best == peak || (best != kForever && order.size() > kManyClasses))
        break;
      int64_t arena = tryOrder(getKey, first);
      isLast = arena < best;
      if (isLast) {
        best = arena;
        chosen = {getKey, first};
      }
    }
  return isLast ? best : tryOrder(chosen.first, chosen.second);
}
