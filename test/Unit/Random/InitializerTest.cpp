//===- InitializerTest.cpp - Tests of values that are made ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests that the random bits are those of the paper, that functions are as good
// as the library's, that distributions have their moments, and that the parts
// of devices are those of the whole.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Random/Initializer.h"
#include "shardwise/Runtime/Elements.h"
#include <cmath>
#include <gtest/gtest.h>

using namespace shardwise::random;
using shardwise::runtime::BFloat16;
using shardwise::runtime::ElementType;

static std::vector<uint32_t> bitsOf(PhiloxBlock counter, uint64_t key) {
  PhiloxBlock block = philox(counter, key);
  return {block.words, block.words + 4};
}

template <typename T>
static std::vector<T> make(const Initializer &init, ElementType type,
                           int64_t elements) {
  Part part;
  part.rank = 1;
  part.elements = part.sizes[0] = elements;
  part.strides[0] = 1;
  std::vector<T> values(elements);
  fill(init, part, int32_t(type), values.data());
  return values;
}

TEST(InitializerTest, BitsAreThoseOfPhilox) {
  // The known answers of the authors.
  EXPECT_EQ(
      bitsOf({{0, 0, 0, 0}}, 0),
      std::vector<uint32_t>({0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
  EXPECT_EQ(
      bitsOf({{~0u, ~0u, ~0u, ~0u}}, ~uint64_t(0)),
      std::vector<uint32_t>({0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
  EXPECT_EQ(
      bitsOf({{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}},
             0x299f31d0a4093822),
      std::vector<uint32_t>({0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

TEST(InitializerTest, FunctionsAreThoseOfTheLibrary) {
  constexpr double kPi = 3.14159265358979323846;
  for (uint64_t i = 1; i <= uint64_t(1) << 32; i += i / 3 + 1) {
    double x = i / 4294967296.0;
    EXPECT_NEAR(logarithm(x), std::log(x),
                4e-16 * std::abs(std::log(x)) + 1e-300)
        << i;
  }
  for (uint32_t turn : {0u, 1u, 1u << 29, 1u << 30, 3u << 29, 1u << 31,
                        3u << 30, 0xdeadbeefu, 0xffffffffu, 0x12345678u}) {
    double angle = 2 * kPi * (turn / 4294967296.0);
    EXPECT_NEAR(cosineOfTurn(turn, false), std::cos(angle), 1e-15) << turn;
    EXPECT_NEAR(cosineOfTurn(turn, true), std::sin(angle), 1e-15) << turn;
  }
}

TEST(InitializerTest, Moments) {
  constexpr int64_t kCount = 1 << 18;
  auto normal = make<float>({Normal, 7, 1, 0.5}, ElementType::F32, kCount);
  auto uniform = make<double>({Uniform, 7, -1, 3}, ElementType::F64, kCount);
  double sums[4] = {}, fourth = 0, neighbours = 0;
  for (int64_t i = 0; i < kCount; ++i) {
    double z = (normal[i] - 1) / 0.5;
    sums[0] += z;
    sums[1] += z * z;
    fourth += z * z * z * z;
    neighbours += z * (normal[i ^ 1] - 1) / 0.5;
    sums[2] += uniform[i];
    sums[3] += (uniform[i] - 1) * (uniform[i] - 1);
    EXPECT_TRUE(uniform[i] >= -1 && uniform[i] < 3);
  }
  EXPECT_NEAR(sums[0] / kCount, 0, 0.01);
  EXPECT_NEAR(sums[1] / kCount, 1, 0.01);
  EXPECT_NEAR(fourth / kCount, 3, 0.05);
  EXPECT_NEAR(neighbours / kCount, 0, 0.01);
  EXPECT_NEAR(sums[2] / kCount, 1, 0.01);
  EXPECT_NEAR(sums[3] / kCount, 16.0 / 12, 0.01);
}

TEST(InitializerTest, ElementTypes) {
  EXPECT_EQ(make<int8_t>({Constant, 0, -5, 0}, ElementType::I8, 2),
            std::vector<int8_t>({-5, -5}));
  EXPECT_EQ(uint8_t(make<int8_t>({Constant, 0, 255, 0}, ElementType::I8, 1)[0]),
            255);
  for (int32_t value : make<int32_t>({Uniform, 3, -2, 2}, ElementType::I32, 99))
    EXPECT_TRUE(value >= -2 && value < 2);
  // Shorter floats are those of float32, rounded.
  auto wide = make<float>({Normal, 5, 0, 1}, ElementType::F32, 64);
  auto narrow = make<BFloat16>({Normal, 5, 0, 1}, ElementType::BF16, 64);
  for (int i = 0; i < 64; ++i)
    EXPECT_EQ(narrow[i].bits, BFloat16::round(wide[i]).bits);
  EXPECT_NE(make<float>({Normal, 6, 0, 1}, ElementType::F32, 64), wide);
}

TEST(InitializerTest, PartsAreThoseOfTheWhole) {
  const int64_t shape[] = {4, 6, 1, 10};
  Initializer init{Normal, 11, 0, 1};
  auto whole = make<float>(init, ElementType::F32, 240);
  struct {
    int64_t local[4], offsets[4];
  } cases[] = {{{4, 6, 1, 10}, {0, 0, 0, 0}}, {{2, 6, 1, 10}, {2, 0, 0, 0}},
               {{4, 3, 1, 10}, {0, 3, 0, 0}}, {{4, 6, 1, 5}, {0, 0, 0, 5}},
               {{1, 2, 1, 5}, {3, 4, 0, 5}},  {{1, 1, 1, 1}, {3, 5, 0, 9}}};
  for (auto &c : cases) {
    Part part = makePart(shape, c.local, c.offsets, 4);
    std::vector<float> values(part.elements);
    fill(init, part, int32_t(ElementType::F32), values.data());
    size_t next = 0;
    for (int64_t i = 0; i < c.local[0]; ++i)
      for (int64_t j = 0; j < c.local[1]; ++j)
        for (int64_t l = 0; l < c.local[3]; ++l)
          EXPECT_EQ(values[next++],
                    whole[((i + c.offsets[0]) * 6 + j + c.offsets[1]) * 10 + l +
                          c.offsets[3]]);
  }
}
