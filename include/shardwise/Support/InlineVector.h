//===- InlineVector.h - Short lists without allocation ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A vector of trivial elements, of which the first few lie in the object
// itself: shapes, and the atoms of dimensions, which a compilation makes by the
// million. What it can do is what std::vector can, as far as it is used.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_SUPPORT_INLINEVECTOR_H
#define SHARDWISE_SUPPORT_INLINEVECTOR_H

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <span>
#include <type_traits>

namespace shardwise {

template <typename T, unsigned kInline> class InlineVector {
  static_assert(std::is_trivially_copyable_v<T>);

public:
  using value_type = T;
  using reference = T &;
  using const_reference = const T &;
  using iterator = T *;
  using const_iterator = const T *;
  using size_type = size_t;
  using difference_type = ptrdiff_t;

  InlineVector() {}
  explicit InlineVector(size_t count, T value = T()) { assign(count, value); }
  template <std::input_iterator It> InlineVector(It begin, It end) {
    assign(begin, end);
  }
  InlineVector(std::initializer_list<T> items) {
    assign(items.begin(), items.end());
  }
  explicit InlineVector(std::span<const T> items) {
    assign(items.begin(), items.end());
  }
  InlineVector(const InlineVector &other) {
    assign(other.begin(), other.end());
  }
  InlineVector(InlineVector &&other) noexcept { take(other); }
  InlineVector &operator=(const InlineVector &other) {
    if (this != &other)
      assign(other.begin(), other.end());
    return *this;
  }
  InlineVector &operator=(InlineVector &&other) noexcept {
    if (this != &other) {
      release();
      take(other);
    }
    return *this;
  }
  ~InlineVector() { release(); }

  T *data() { return items; }
  const T *data() const { return items; }
  size_t size() const { return count; }
  bool empty() const { return count == 0; }
  T *begin() { return items; }
  T *end() { return items + count; }
  const T *begin() const { return items; }
  const T *end() const { return items + count; }
  auto rbegin() { return std::reverse_iterator(end()); }
  auto rend() { return std::reverse_iterator(begin()); }
  auto rbegin() const { return std::reverse_iterator(end()); }
  auto rend() const { return std::reverse_iterator(begin()); }

  T &operator[](size_t i) {
    assert(i < count && "position out of range");
    return items[i];
  }
  const T &operator[](size_t i) const {
    assert(i < count && "position out of range");
    return items[i];
  }
  T &front() { return (*this)[0]; }
  const T &front() const { return (*this)[0]; }
  T &back() { return (*this)[count - 1]; }
  const T &back() const { return (*this)[count - 1]; }

  void clear() { count = 0; }
  void reserve(size_t wanted) {
    if (wanted > capacity)
      grow(wanted);
  }
  void push_back(T item) {
    reserve(count + 1);
    items[count++] = item;
  }
  void pop_back() {
    assert(count && "nothing to remove");
    --count;
  }
  void resize(size_t wanted, T value = T()) {
    reserve(wanted);
    for (size_t i = count; i < wanted; ++i)
      items[i] = value;
    count = wanted;
  }
  void assign(size_t number, T value) {
    clear();
    resize(number, value);
  }
  template <std::input_iterator It> void assign(It begin, It end) {
    clear();
    append(begin, end);
  }
  void assign(std::initializer_list<T> list) {
    assign(list.begin(), list.end());
  }
  /// The range must not be part of this vector.
  template <std::input_iterator It> void append(It begin, It end) {
    if constexpr (std::forward_iterator<It>) {
      size_t number = std::distance(begin, end);
      reserve(count + number);
      std::copy(begin, end, items + count);
      count += number;
    } else {
      for (; begin != end; ++begin)
        push_back(*begin);
    }
  }
  T *insert(const T *place, T item) {
    size_t at = place - items;
    push_back(item);
    std::rotate(items + at, items + count - 1, items + count);
    return items + at;
  }
  T *erase(const T *place) {
    T *at = items + (place - items);
    std::move(at + 1, end(), at);
    --count;
    return at;
  }

  friend bool operator==(const InlineVector &a, const InlineVector &b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
  }

private:
  bool isInline() const { return items == getInlined(); }
  void release() {
    if (!isInline())
      std::allocator<T>().deallocate(items, capacity);
  }
  void grow(size_t wanted) {
    size_t room = std::max<size_t>(wanted, 2 * size_t(capacity));
    T *moved = std::allocator<T>().allocate(room);
    std::copy(begin(), end(), moved);
    release();
    items = moved;
    capacity = room;
  }
  /// Takes what another has, whose place is not held by anything.
  void take(InlineVector &other) noexcept {
    count = other.count;
    if (other.isInline()) {
      items = getInlined();
      capacity = kInline;
      std::copy(other.begin(), other.end(), items);
    } else {
      items = other.items;
      capacity = other.capacity;
      other.items = other.getInlined();
      other.capacity = kInline;
    }
    other.count = 0;
  }

  T *getInlined() { return reinterpret_cast<T *>(inlined); }
  const T *getInlined() const { return reinterpret_cast<const T *>(inlined); }

  T *items = getInlined();
  uint32_t count = 0;
  uint32_t capacity = kInline;
  alignas(T) unsigned char inlined[kInline * sizeof(T)];
};

} // namespace shardwise

#endif // SHARDWISE_SUPPORT_INLINEVECTOR_H
