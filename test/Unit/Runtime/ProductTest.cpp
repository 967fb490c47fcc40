//===- ProductTest.cpp - Contractions as matrix products ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests how contractions become products of the GPU's library, without any:
// plays the copies and products on the host, and compares with the definition.
//
//===----------------------------------------------------------------------===//

#include "Product.h"
#include <algorithm>
#include <gtest/gtest.h>
#include <random>

using namespace shardwise;
using namespace shardwise::runtime;
using shardwise::cuda::StridedCopy;

/// Calls `function` with the distances of every point of the iteration space.
template <typename F>
static void forEachPoint(const ContractionShape &shape, F &&function) {
  int64_t points = 1;
  for (int64_t size : shape.sizes)
    points *= size;
  for (int64_t i = 0; i < points; ++i) {
    int64_t rest = i, at[3] = {};
    for (size_t d = shape.sizes.size(); d-- > 0;) {
      for (unsigned side = 0; side < 3; ++side)
        at[side] += rest % shape.sizes[d] * shape.strides[side][d];
      rest /= shape.sizes[d];
    }
    function(at);
  }
}

static void play(const StridedCopy &copy, const float *from, float *to) {
  for (int64_t i = 0; i < copy.elements; ++i) {
    int64_t rest = i, source = copy.fromOffset, target = copy.toOffset;
    for (int d = copy.rank - 1; d >= 0; --d) {
      source += rest % copy.sizes[d] * copy.fromStrides[d];
      target += rest % copy.sizes[d] * copy.toStrides[d];
      rest /= copy.sizes[d];
    }
    to[target] = from[source];
  }
}

/// Runs a plan as the library would.
static void play(const ProductPlan &plan, float *const *buffers,
                 std::vector<float> &scratch) {
  float *matrices[3];
  for (unsigned side = 0; side < 3; ++side) {
    const ProductOperand &operand = plan.operands[side];
    matrices[side] = operand.isPacked
                         ? scratch.data() + operand.scratchOffset / 4
                         : buffers[side];
    if (operand.isPacked && side < (plan.accumulate ? 3u : 2u))
      play(operand.pack, buffers[side], matrices[side]);
  }
  ContractionShape loop;
  loop.sizes.assign(plan.loopSizes.begin(), plan.loopSizes.end());
  loop.sizes.push_back(plan.batch);
  for (unsigned side = 0; side < 3; ++side) {
    loop.strides[side].assign(plan.loopStrides[side].begin(),
                              plan.loopStrides[side].end());
    loop.strides[side].push_back(plan.batchStrides[side]);
  }
  forEachPoint(loop, [&](const int64_t *at) {
    auto element = [&](unsigned side, int64_t row, int64_t column) -> float & {
      const ProductOperand &operand = plan.operands[side];
      return matrices[side][at[side] + (operand.isTransposed
                                            ? column * operand.leading + row
                                            : row * operand.leading + column)];
    };
    for (int64_t i = 0; i < plan.m; ++i)
      for (int64_t j = 0; j < plan.n; ++j) {
        float sum = plan.accumulate ? element(2, i, j) : 0;
        for (int64_t k = 0; k < plan.k; ++k)
          sum += element(0, i, k) * element(1, k, j);
        element(2, i, j) = sum;
      }
  });
  if (plan.operands[2].isPacked)
    play(reverse(plan.operands[2].pack), matrices[2], buffers[2]);
}

/// Gives an operand contiguous strides of some dimensions in any order.
static int64_t layOut(ContractionShape &shape, unsigned side,
                      std::vector<unsigned> dims, std::mt19937 &random) {
  std::shuffle(dims.begin(), dims.end(), random);
  shape.strides[side].assign(shape.sizes.size(), 0);
  int64_t stride = 1;
  for (unsigned dim : dims) {
    shape.strides[side][dim] = stride;
    stride *= shape.sizes[dim];
  }
  return stride;
}

TEST(Product, AnyContraction) {
  std::mt19937 random(7);
  unsigned numDirect = 0, numLoops = 0;
  for (int trial = 0; trial < 3000; ++trial) {
    ContractionShape shape;
    shape.accumulate = random() % 3 == 0;
    std::vector<unsigned> dims[3];
    for (unsigned dim = 0, e = 1 + random() % 6; dim < e; ++dim) {
      shape.sizes.push_back(1 + random() % 4);
      // Batch, rows, columns, summed.
      unsigned kind = random() % 4;
      for (unsigned side = 0; side < 3; ++side)
        if (kind == 0 || (kind == 1 && side != 1) || (kind == 2 && side != 0) ||
            (kind == 3 && side != 2))
          dims[side].push_back(dim);
    }
    std::vector<float> values[3];
    float *buffers[3];
    for (unsigned side = 0; side < 3; ++side) {
      shape.types[side] = ElementType::F32;
      values[side].resize(layOut(shape, side, dims[side], random));
      for (float &value : values[side])
        value = int(random() % 9) - 4;
      buffers[side] = values[side].data();
    }
    std::vector<float> expected = values[2];
    if (!shape.accumulate)
      std::fill(expected.begin(), expected.end(), 0.0f);
    forEachPoint(shape, [&](const int64_t *at) {
      expected[at[2]] += values[0][at[0]] * values[1][at[1]];
    });
    auto plan = ProductPlan::make(shape);
    ASSERT_TRUE(bool(plan));
    ASSERT_EQ(plan->kind, ProductPlan::Library);
    numDirect += plan->scratchBytes == 0;
    numLoops += !plan->loopSizes.empty();
    std::vector<float> scratch(plan->scratchBytes / 4, -1);
    play(*plan, buffers, scratch);
    ASSERT_EQ(values[2], expected) << "trial " << trial;
  }
  EXPECT_GT(numDirect, 500u);
  EXPECT_GT(numLoops, 50u);
}

TEST(Product, WhatTheLibraryDoesNotTake) {
  ContractionShape shape;
  shape.sizes = {2, 0};
  shape.strides[0] = {1, 1};
  shape.strides[1] = {0, 1};
  shape.strides[2] = {1, 0};
  for (ElementType &type : shape.types)
    type = ElementType::F32;
  // A sum over nothing is zero; integers are ours.
  EXPECT_EQ(ProductPlan::make(shape)->kind, ProductPlan::Own);
  shape.sizes = {2, 3};
  EXPECT_EQ(ProductPlan::make(shape)->kind, ProductPlan::Library);
  for (ElementType &type : shape.types)
    type = ElementType::I32;
  EXPECT_EQ(ProductPlan::make(shape)->kind, ProductPlan::Own);
  shape.sizes = {0, 3};
  EXPECT_EQ(ProductPlan::make(shape)->kind, ProductPlan::Nothing);
}

/// A product of m x k and k x n with a bias, all contiguous.
static ContractionShape makeBiased(int64_t m, int64_t n, int64_t k,
                                   ElementType type, bool isGelu) {
  ContractionShape shape;
  shape.sizes = {m, n, k};
  shape.strides[0] = {k, 0, 1};
  shape.strides[1] = {0, 1, n};
  shape.strides[2] = {n, 1, 0};
  for (ElementType &element : shape.types)
    element = type;
  shape.biasElements = n;
  shape.isGelu = isGelu;
  return shape;
}

TEST(Product, BiasesThatTheLibraryAdds) {
  auto plan = ProductPlan::make(makeBiased(5, 7, 3, ElementType::BF16, false));
  EXPECT_TRUE(plan->hasBias && plan->mayFinish);
  EXPECT_EQ(plan->finish.elements, 35);
  EXPECT_EQ(plan->finish.biasElements, 7);
  // What is kept from before an activation has columns of multiples of 8.
  EXPECT_FALSE(ProductPlan::make(makeBiased(8, 7, 3, ElementType::BF16, true))
                   ->mayFinish);
  EXPECT_TRUE(ProductPlan::make(makeBiased(5, 8, 3, ElementType::F16, true))
                  ->mayFinish);
  EXPECT_FALSE(ProductPlan::make(makeBiased(5, 8, 3, ElementType::F64, false))
                   ->mayFinish);
  // Nothing to sum: the product is ours, and so is what follows.
  plan = ProductPlan::make(makeBiased(5, 8, 0, ElementType::F32, false));
  EXPECT_TRUE(plan->hasBias && !plan->mayFinish);
  EXPECT_EQ(plan->kind, ProductPlan::Own);
  // Along the rows of a transposed output.
  ContractionShape shape = makeBiased(6, 4, 3, ElementType::F32, false);
  shape.strides[2] = {1, 6, 0};
  shape.biasElements = 6;
  EXPECT_TRUE(ProductPlan::make(shape)->mayFinish);
  // Operands of two types go through scratch memory as f32.
  shape = makeBiased(6, 4, 3, ElementType::F32, false);
  shape.types[0] = ElementType::BF16;
  EXPECT_TRUE(ProductPlan::make(shape)->mayFinish);
  shape = makeBiased(6, 4, 3, ElementType::BF16, false);
  shape.types[0] = ElementType::F32;
  EXPECT_FALSE(ProductPlan::make(shape)->mayFinish);
}
