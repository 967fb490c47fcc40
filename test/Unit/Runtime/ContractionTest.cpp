//===- ContractionTest.cpp - Contractions against plain loops -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests that contractions over random maps, sizes and element types give what
// loops over all dimensions give.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Runtime/Contraction.h"
#include "shardwise/Runtime/Elements.h"
#include "shardwise/Support/Ranges.h"
#include <cmath>
#include <gtest/gtest.h>
#include <random>
#include <ranges>

using namespace shardwise;
using namespace shardwise::runtime;

namespace {
/// A dense operand whose elements are small integers, so that every type but
/// the shortest sums exactly.
struct Tensor {
  ElementType type;
  std::vector<char> bytes;

  double get(int64_t i) const {
    return dispatch(type, [&](auto element) {
      using T = decltype(element);
      T value = reinterpret_cast<const T *>(bytes.data())[i];
      if constexpr (std::is_same_v<T, Bool>)
        return double(value.value);
      else
        return double(value);
    });
  }
  void set(int64_t i, double value) {
    dispatch(type, [&](auto element) {
      using T = decltype(element);
      auto *data = reinterpret_cast<T *>(bytes.data());
      if constexpr (std::is_same_v<T, Bool>)
        data[i] = Bool{uint8_t(value != 0)};
      else
        data[i] = toStorage<T>(typename ComputeType<T>::type(value));
    });
  }
};

/// Gives dense strides to the dimensions that occur on a side, in this order.
int64_t setStrides(ContractionShape &shape, unsigned side,
                   const std::vector<unsigned> &order) {
  shape.strides[side].assign(shape.sizes.size(), 0);
  int64_t stride = 1;
  for (unsigned dim : std::views::reverse(order)) {
    shape.strides[side][dim] = stride;
    stride *= shape.sizes[dim];
  }
  return stride;
}

/// Calls `function` with the offsets of the three operands for every index.
template <typename F>
void forEachIndex(const ContractionShape &shape, F &&function, size_t dim = 0,
                  int64_t a = 0, int64_t b = 0, int64_t c = 0) {
  if (dim == shape.sizes.size())
    return function(a, b, c);
  for (int64_t i = 0; i < shape.sizes[dim]; ++i)
    forEachIndex(shape, function, dim + 1, a + i * shape.strides[0][dim],
                 b + i * shape.strides[1][dim], c + i * shape.strides[2][dim]);
}

void fill(Tensor &tensor, int64_t elements, std::mt19937 &random) {
  // One more, so that there is an address even for no elements.
  tensor.bytes.resize((elements + 1) * getByteSize(tensor.type));
  for (int64_t i = 0; i < elements; ++i)
    tensor.set(i, int(random() % 5) - (tensor.type == ElementType::I1 ? 0 : 2));
}

/// Runs a contraction and compares it with loops.
void check(const ContractionShape &shape, const int64_t (&elements)[3],
           std::mt19937 &random) {
  Tensor operands[3];
  for (unsigned side = 0; side < 3; ++side) {
    operands[side].type = shape.types[side];
    fill(operands[side], elements[side], random);
  }
  std::vector<double> expected(elements[2], 0);
  if (shape.accumulate)
    for (int64_t i = 0; i < elements[2]; ++i)
      expected[i] = operands[2].get(i);
  forEachIndex(shape, [&](int64_t a, int64_t b, int64_t c) {
    expected[c] += operands[0].get(a) * operands[1].get(b);
  });
  Scratch scratch;
  Contraction(shape).run(operands[0].bytes.data(), operands[1].bytes.data(),
                         operands[2].bytes.data(), scratch);
  Tensor rounded = operands[2];
  for (int64_t i = 0; i < elements[2]; ++i) {
    rounded.set(i, expected[i]);
    ASSERT_EQ(operands[2].get(i), rounded.get(i)) << "element " << i;
  }
}

/// Where a dimension occurs: bit 0 left, 1 right, 2 output.
constexpr unsigned kPlaces[] = {7, 5, 6, 3, 1, 2};

void checkRandom(ElementType lhs, ElementType rhs, ElementType output,
                 const std::vector<int64_t> &sizes, unsigned seed) {
  std::mt19937 random(seed);
  ContractionShape shape;
  shape.types[0] = lhs;
  shape.types[1] = rhs;
  shape.types[2] = output;
  shape.accumulate = random() % 3 == 0;
  std::vector<unsigned> orders[3];
  unsigned count = random() % 6;
  for (unsigned dim = 0; dim < count; ++dim) {
    shape.sizes.push_back(sizes[random() % sizes.size()]);
    unsigned place = kPlaces[random() % std::size(kPlaces)];
    for (unsigned side = 0; side < 3; ++side)
      if (place >> side & 1)
        orders[side].push_back(dim);
  }
  int64_t elements[3];
  for (unsigned side = 0; side < 3; ++side) {
    std::shuffle(orders[side].begin(), orders[side].end(), random);
    elements[side] = setStrides(shape, side, orders[side]);
  }
  check(shape, elements, random);
}
} // namespace

TEST(Contraction, RandomMapsFloat) {
  for (unsigned seed = 0; seed < 600; ++seed)
    checkRandom(ElementType::F32, ElementType::F32, ElementType::F32,
                {1, 2, 3, 5, 8}, seed);
}

TEST(Contraction, RandomMapsDouble) {
  for (unsigned seed = 0; seed < 300; ++seed)
    checkRandom(ElementType::F64, ElementType::F64, ElementType::F64,
                {1, 2, 3, 7}, seed);
}

TEST(Contraction, EmptyDimensions) {
  for (unsigned seed = 0; seed < 300; ++seed)
    for (ElementType type :
         {ElementType::F32, ElementType::BF16, ElementType::I32})
      checkRandom(type, type, type, {0, 1, 3, 9}, seed);
}

TEST(Contraction, ShortFloats) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    checkRandom(ElementType::BF16, ElementType::BF16, ElementType::BF16,
                {1, 2, 3, 5}, seed);
    checkRandom(ElementType::F16, ElementType::F16, ElementType::F16,
                {1, 2, 3, 5}, seed);
    checkRandom(ElementType::BF16, ElementType::F32, ElementType::F32,
                {1, 2, 3, 5}, seed);
    checkRandom(ElementType::BF16, ElementType::BF16, ElementType::F32,
                {1, 2, 3, 5}, seed);
    checkRandom(ElementType::F32, ElementType::F32, ElementType::F64,
                {1, 2, 3, 5}, seed);
  }
}

TEST(Contraction, Integers) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    for (ElementType type : {ElementType::I16, ElementType::I32,
                             ElementType::I64, ElementType::I1})
      checkRandom(type, type, type, {1, 2, 3, 4}, seed);
    checkRandom(ElementType::I8, ElementType::I8, ElementType::I32,
                {1, 2, 3, 4}, seed);
  }
}

TEST(Contraction, LargeProducts) {
  std::mt19937 random(1);
  for (unsigned order = 0; order < 8; ++order) {
    ContractionShape shape;
    shape.sizes = {33, 65, 129};
    std::fill(shape.types, shape.types + 3, ElementType::F32);
    std::vector<unsigned> orders[3] = {{0, 2}, {2, 1}, {0, 1}};
    int64_t elements[3];
    for (unsigned side = 0; side < 3; ++side) {
      if (order >> side & 1)
        std::swap(orders[side][0], orders[side][1]);
      elements[side] = setStrides(shape, side, orders[side]);
    }
    check(shape, elements, random);
  }
}

TEST(Contraction, BiasAndGelu) {
  ContractionShape shape;
  shape.sizes = {3, 5, 1};
  shape.strides[0] = {1, 0, 1};
  shape.strides[1] = {0, 1, 5};
  shape.strides[2] = {5, 1, 0};
  shape.biasElements = 5;
  for (ElementType type : {ElementType::BF16, ElementType::F16,
                           ElementType::F32, ElementType::F64}) {
    for (ElementType &element : shape.types)
      element = type;
    auto make = [&](int64_t count) {
      return Tensor{type, std::vector<char>(count * getByteSize(type))};
    };
    Tensor sums = make(15), bias = make(5), output = make(15), kept = make(15);
    for (int64_t i = 0; i < 15; ++i)
      sums.set(i, i - 7);
    for (int64_t i = 0; i < 5; ++i)
      bias.set(i, i * 0.25);
    output = sums;
    shape.isGelu = false;
    finishContraction(shape, bias.bytes.data(), output.bytes.data(), nullptr);
    for (int64_t i = 0; i < 15; ++i)
      EXPECT_EQ(output.get(i), i - 7 + i % 5 * 0.25);
    output = sums;
    shape.isGelu = true;
    finishContraction(shape, bias.bytes.data(), output.bytes.data(),
                      kept.bytes.data());
    double tolerance = type == ElementType::BF16  ? 4e-3
                       : type == ElementType::F16 ? 5e-4
                                                  : 1e-6;
    for (int64_t i = 0; i < 15; ++i) {
      double x = i - 7 + i % 5 * 0.25;
      EXPECT_EQ(kept.get(i), x);
      double gelu =
          x / 2 *
          (1 + std::tanh(std::sqrt(2 / M_PI) * (x + 0.044715 * x * x * x)));
      EXPECT_NEAR(output.get(i), gelu, 1e-7 + tolerance * std::abs(gelu));
    }
  }
}
