//===- Ranges.h - What C++20 lacks for lists --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Short words for what the code does with lists all the time. Whatever the
// standard library has a short word for stays with that.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_SUPPORT_RANGES_H
#define SHARDWISE_SUPPORT_RANGES_H

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <tuple>
#include <utility>

namespace shardwise {

/// A list with the number of each element:
///
///     for (auto [number, shard] : enumerate(shards))
///
/// `shard` is a reference. A list that is not named lives as long as the loop.
template <typename RangeT> class Enumerated {
public:
  explicit Enumerated(RangeT &&range) : range(std::forward<RangeT>(range)) {}

  struct Iterator {
    size_t number;
    decltype(std::begin(std::declval<RangeT &>())) position;

    std::pair<size_t, decltype(*position)> operator*() const {
      return {number, *position};
    }
    Iterator &operator++() {
      ++number;
      ++position;
      return *this;
    }
    bool operator!=(const Iterator &other) const {
      return position != other.position;
    }
  };
  Iterator begin() { return {0, std::begin(range)}; }
  Iterator end() { return {0, std::end(range)}; }

private:
  RangeT range;
};

template <typename RangeT> Enumerated<RangeT> enumerate(RangeT &&range) {
  return Enumerated<RangeT>(std::forward<RangeT>(range));
}

/// Lists of one length, walked together:
///
///     for (auto [size, list] : zip(shape, sharding.dims))
///
/// The names are references. Lists that are not named live as long as the loop.
template <typename... RangeTs> class Zipped {
public:
  explicit Zipped(RangeTs &&...ranges)
      : ranges(std::forward<RangeTs>(ranges)...) {}

  template <typename... Its> struct Iterator {
    std::tuple<Its...> positions;

    auto operator*() const {
      return std::apply(
          [](const Its &...position) {
            return std::tuple<decltype(*position)...>(*position...);
          },
          positions);
    }
    Iterator &operator++() {
      std::apply([](Its &...position) { (++position, ...); }, positions);
      return *this;
    }
    bool operator!=(const Iterator &other) const {
      return std::get<0>(positions) != std::get<0>(other.positions);
    }
  };
  auto begin() {
    return std::apply(
        [](auto &...range) {
          return Iterator<decltype(std::begin(range))...>{
              {std::begin(range)...}};
        },
        ranges);
  }
  auto end() {
    return std::apply(
        [](auto &...range) {
          return Iterator<decltype(std::begin(range))...>{{std::end(range)...}};
        },
        ranges);
  }

private:
  std::tuple<RangeTs...> ranges;
};

template <typename First, typename... Rest>
Zipped<First, Rest...> zip(First &&first, Rest &&...rest) {
  assert(((std::size(first) == std::size(rest)) && ...) &&
         "lists of different lengths");
  return Zipped<First, Rest...>(std::forward<First>(first),
                                std::forward<Rest>(rest)...);
}

/// Whether an element of a list is equal to a value.
template <typename RangeT, typename T>
bool contains(const RangeT &range, const T &value) {
  return std::ranges::find(range, value) != std::ranges::end(range);
}

/// Appends all elements of a list to another.
template <typename ListT, typename RangeT>
void append(ListT &list, const RangeT &range) {
  list.insert(list.end(), std::begin(range), std::end(range));
}

/// The product of all numbers of a list, 1 if it is empty.
template <typename RangeT> int64_t getProduct(const RangeT &range) {
  int64_t product = 1;
  for (int64_t factor : range)
    product *= factor;
  return product;
}

/// The texts of a list, as `toText` gives them, with a separator between them.
template <typename RangeT, typename F>
std::string join(const RangeT &range, const char *separator, F &&toText) {
  std::string text;
  bool isFirst = true;
  for (const auto &element : range) {
    if (!isFirst)
      text += separator;
    isFirst = false;
    text += toText(element);
  }
  return text;
}

/// The smallest multiple of `alignment` that is not smaller than a number.
constexpr int64_t alignTo(int64_t number, int64_t alignment) {
  return (number + alignment - 1) / alignment * alignment;
}

} // namespace shardwise

#endif // SHARDWISE_SUPPORT_RANGES_H
