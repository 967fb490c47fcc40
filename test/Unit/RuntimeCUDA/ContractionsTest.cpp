//===- ContractionsTest.cpp - Contractions on a GPU -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests that contractions on a device give what loops give in double precision:
// all element types, TF32 only on request, sizes that no tile divides,
// transposed and packed operands, batches, sums that are added to others,
// biases and GELUs by the library and by our own kernel; and the same bits in
// every step. Skipped without a GPU.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Runtime/CUDA/Executor.h"
#include "shardwise/Runtime/Elements.h"
#include <cmath>
#include <gtest/gtest.h>
#include <random>

using namespace shardwise;
using namespace shardwise::runtime;

namespace {

//===----------------------------------------------------------------------===//
// Elements
//===----------------------------------------------------------------------===//

double load(const std::vector<char> &bytes, int64_t i, ElementType type) {
  return dispatch(type, [&](auto element) {
    auto value = reinterpret_cast<const decltype(element) *>(bytes.data())[i];
    return double(typename ComputeType<decltype(element)>::type(value));
  });
}

void store(std::vector<char> &bytes, int64_t i, ElementType type,
           double value) {
  dispatch(type, [&](auto element) {
    using T = decltype(element);
    reinterpret_cast<T *>(bytes.data())[i] =
        toStorage<T>(typename ComputeType<T>::type(value));
  });
}

/// The largest error of a result, relative to its norm: the rounding of its
/// type, or of the sums where these are longer.
double getTolerance(ElementType type, bool allowTF32) {
  switch (type) {
  case ElementType::BF16:
    return 4e-3;
  case ElementType::F16:
    return 5e-4;
  case ElementType::F32:
    return allowTF32 ? 1e-3 : 1e-6;
  case ElementType::F64:
    return 1e-14;
  default:
    return 0;
  }
}

//===----------------------------------------------------------------------===//
// Shapes
//===----------------------------------------------------------------------===//

/// How a matrix lies: by rows, by columns, or with gaps that no library reads.
enum Layout { Rows, Columns, Gaps };

struct Case {
  ElementType type = ElementType::BF16;
  int64_t m = 37, n = 33, k = 17, batch = 1;
  Layout layouts[3] = {Rows, Rows, Rows};
  bool accumulate = false, hasBias = false, isGelu = false;
  /// The type of the output where it is another.
  std::optional<ElementType> outputType = std::nullopt;
};

ContractionShape makeShape(const Case &test) {
  ContractionShape shape;
  shape.sizes = {test.batch, test.m, test.n, test.k};
  const unsigned rows[3] = {1, 3, 1}, columns[3] = {3, 2, 2};
  for (unsigned side = 0; side < 3; ++side) {
    shape.types[side] =
        side == 2 ? test.outputType.value_or(test.type) : test.type;
    int64_t height = shape.sizes[rows[side]],
            width = shape.sizes[columns[side]];
    int64_t gap = test.layouts[side] == Gaps ? 2 : 1;
    shape.strides[side].assign(4, 0);
    shape.strides[side][0] = test.batch > 1 ? height * width * gap : 0;
    bool byColumns = test.layouts[side] == Columns;
    shape.strides[side][rows[side]] = byColumns ? 1 : width * gap;
    shape.strides[side][columns[side]] = byColumns ? height : gap;
  }
  shape.accumulate = test.accumulate;
  if (test.hasBias)
    shape.biasElements = test.layouts[2] == Columns ? test.m : test.n;
  shape.isGelu = test.isGelu;
  return shape;
}

/// Calls `function` with the places of every element of the iteration space.
template <typename F>
void forEachPoint(const ContractionShape &shape, F &&function) {
  int64_t index[4];
  for (index[0] = 0; index[0] < shape.sizes[0]; ++index[0])
    for (index[1] = 0; index[1] < shape.sizes[1]; ++index[1])
      for (index[2] = 0; index[2] < shape.sizes[2]; ++index[2])
        for (index[3] = 0; index[3] < shape.sizes[3]; ++index[3]) {
          int64_t at[3] = {0, 0, 0};
          for (unsigned side = 0; side < 3; ++side)
            for (unsigned dim = 0; dim < 4; ++dim)
              at[side] += index[dim] * shape.strides[side][dim];
          function(at);
        }
}

//===----------------------------------------------------------------------===//
// Steps of contractions
//===----------------------------------------------------------------------===//

/// A step with a command for each case, whose buffers are variables.
class Step {
public:
  Step() {
    file.name = "contractions";
    file.facts = "{}";
    file.plan.mesh = Mesh({{"x", 1}});
  }
  void add(const Case &test);
  void run(bool allowTF32 = false);
  /// What the report says of the execution.
  std::string text;

private:
  struct Buffer {
    uint32_t shard;
    ElementType type;
    std::vector<char> bytes;
  };
  struct Entry {
    Case test;
    ContractionShape shape;
    std::vector<Buffer> buffers;
  };
  Buffer addBuffer(int64_t count, ElementType type);
  void check(const Entry &entry, const Executor &executor, bool allowTF32);

  PlanFile file;
  std::vector<Entry> entries;
  std::mt19937 random{11};
};

Step::Buffer Step::addBuffer(int64_t count, ElementType type) {
  Plan &plan = file.plan;
  Buffer buffer{uint32_t(plan.shards.size()), type,
                std::vector<char>(count * getByteSize(type))};
  std::normal_distribution<double> normal;
  for (int64_t i = 0; i < count; ++i)
    store(buffer.bytes, i, type,
          isFloat(type) ? normal(random) : double(int(random() % 15) - 7));
  ShardInfo shard;
  shard.role = ShardInfo::Variable;
  shard.name = "v" + std::to_string(buffer.shard);
  shard.type = type;
  shard.globalShape = {count};
  shard.sharding.dims.resize(1);
  plan.shards.push_back(shard);
  plan.operands.push_back(plan.buffers.size());
  plan.buffers.push_back(
      {Place::Shard, buffer.shard, 0, int64_t(buffer.bytes.size())});
  return buffer;
}

void Step::add(const Case &test) {
  Plan &plan = file.plan;
  Command command;
  command.kind = Command::Contract;
  command.firstOperand = plan.operands.size();
  command.index = plan.contractions.size();
  Entry entry{test, makeShape(test), {}};
  const ContractionShape &shape = entry.shape;
  auto addSide = [&](unsigned side) {
    int64_t reach = getReach(shape, side);
    entry.buffers.push_back(addBuffer(reach, shape.types[side]));
  };
  addSide(0);
  addSide(1);
  if (shape.biasElements)
    entry.buffers.push_back(addBuffer(shape.biasElements, shape.types[2]));
  addSide(2);
  if (shape.isGelu)
    addSide(2);
  plan.commands.push_back(command);
  plan.contractions.push_back(shape);
  entries.push_back(std::move(entry));
}

void Step::check(const Entry &entry, const Executor &executor, bool allowTF32) {
  const ContractionShape &shape = entry.shape;
  const Buffer &output = entry.buffers[shape.getNumInputs()];
  int64_t count = output.bytes.size() / getByteSize(output.type);
  // A sum over nothing is zero; what lies between strides is not written.
  std::vector<double> expected(count, entry.test.k ? NAN : 0.0), kept;
  forEachPoint(shape, [&](const int64_t *at) {
    double &sum = expected[at[2]];
    if (std::isnan(sum))
      sum = shape.accumulate ? load(output.bytes, at[2], output.type) : 0;
    sum += load(entry.buffers[0].bytes, at[0], entry.buffers[0].type) *
           load(entry.buffers[1].bytes, at[1], entry.buffers[1].type);
  });
  for (int64_t i = 0; shape.biasElements && i < count; ++i)
    expected[i] +=
        load(entry.buffers[2].bytes, i % shape.biasElements, output.type);
  kept = expected;
  if (shape.isGelu)
    for (double &x : expected)
      x = x / 2 *
          (1 + std::tanh(std::sqrt(2 / M_PI) * (x + 0.044715 * x * x * x)));
  auto compare = [&](const Buffer &buffer, const std::vector<double> &values) {
    std::vector<char> bytes(buffer.bytes.size());
    executor.read(buffer.shard, bytes.data());
    double error = 0, norm = 0;
    for (int64_t i = 0; i < count; ++i) {
      double was = load(buffer.bytes, i, buffer.type);
      double difference = load(bytes, i, buffer.type) -
                          (std::isnan(values[i]) ? was : values[i]);
      error += difference * difference;
      norm += std::isnan(values[i]) ? 0 : values[i] * values[i];
    }
    double relative = std::sqrt(error / std::max(norm, 1e-30));
    EXPECT_LE(relative, getTolerance(shape.types[2], allowTF32))
        << "m " << entry.test.m << " n " << entry.test.n << " k "
        << entry.test.k << " type " << int(entry.test.type) << " bias "
        << entry.test.hasBias << " gelu " << entry.test.isGelu << " batch "
        << entry.test.batch << " accumulate " << entry.test.accumulate
        << " layouts " << entry.test.layouts[0] << entry.test.layouts[1]
        << entry.test.layouts[2];
    if (allowTF32 && entry.test.k > 1) {
      EXPECT_GT(relative, 1e-5) << "TF32 was asked for";
    }
  };
  compare(output, expected);
  if (shape.isGelu)
    compare(entry.buffers.back(), kept);
}

void Step::run(bool allowTF32) {
  ProcessGroup group;
  CUDAOptions options;
  options.allowTF32 = allowTF32;
  auto executor = CUDAExecutor::create(file, group, options);
  ASSERT_TRUE(bool(executor)) << toString(executor.takeError());
  std::string first;
  for (int repetition = 0; repetition < 4; ++repetition) {
    for (const Entry &entry : entries)
      for (const Buffer &buffer : entry.buffers)
        (*executor)->write(buffer.shard, buffer.bytes.data());
    Error error = (*executor)->runStep();
    ASSERT_FALSE(bool(error)) << toString(error);
    std::string bytes;
    for (const Entry &entry : entries) {
      if (!repetition)
        check(entry, **executor, allowTF32);
      for (const Buffer &buffer : entry.buffers) {
        std::string part(buffer.bytes.size(), 0);
        (*executor)->read(buffer.shard, part.data());
        bytes += part;
      }
    }
    if (!repetition)
      first = bytes;
    ASSERT_TRUE(bytes == first) << "other bits in step " << repetition;
  }
  text = (*executor)->describeExecution();
}

class ContractionsTest : public testing::Test {
protected:
  void SetUp() override {
    if (Error error = CUDAExecutor::checkGPUs())
      GTEST_SKIP() << toString(error);
  }
};

constexpr ElementType kFloats[] = {ElementType::BF16, ElementType::F16,
                                   ElementType::F32, ElementType::F64};

/// Adds a case for every order of the operands, contiguous or with gaps.
void addLayouts(Step &step, Case test) {
  for (Layout lhs : {Rows, Columns, Gaps})
    for (Layout rhs : {Rows, Columns, Gaps})
      for (Layout output : {Rows, Columns, Gaps}) {
        test.layouts[0] = lhs;
        test.layouts[1] = rhs;
        test.layouts[2] = output;
        step.add(test);
      }
}

TEST_F(ContractionsTest, TypesAndLayouts) {
  Step step;
  for (ElementType type : kFloats) {
    addLayouts(step, {.type = type});
    addLayouts(step, {.type = type, .m = 64, .n = 48, .k = 128});
    addLayouts(step, {.type = type, .m = 9, .n = 5, .k = 7, .batch = 3});
    addLayouts(step, {.type = type, .accumulate = true});
    step.add({.type = type, .m = 1, .n = 1, .k = 1});
    step.add({.type = type, .m = 300, .n = 1, .k = 77});
    step.add({.type = type, .m = 1, .n = 130, .k = 257});
  }
  step.run();
  EXPECT_EQ(step.text.find("outside of cuBLASLt"), std::string::npos)
      << step.text;
}

TEST_F(ContractionsTest, WiderOutputs) {
  Step step;
  for (ElementType type : {ElementType::BF16, ElementType::F16})
    step.add({.type = type, .outputType = ElementType::F32});
  step.run();
}

TEST_F(ContractionsTest, TF32OnRequest) {
  Step step;
  step.add({.type = ElementType::F32, .m = 128, .n = 128, .k = 128});
  step.add({.type = ElementType::F32, .m = 64, .n = 96, .k = 256});
  step.run(/*allowTF32=*/false);
  step.run(/*allowTF32=*/true);
}

TEST_F(ContractionsTest, Biases) {
  Step step;
  for (ElementType type :
       {ElementType::BF16, ElementType::F16, ElementType::F32})
    for (bool isGelu : {false, true}) {
      if (isGelu && type == ElementType::F32)
        continue;
      for (Layout rhs : {Rows, Columns})
        for (Layout output : {Rows, Columns}) {
          Case test{.type = type, .hasBias = true, .isGelu = isGelu};
          test.layouts[1] = rhs;
          test.layouts[2] = output;
          // Columns of the output as the library has them: multiples of 8.
          test.m = 40, test.n = 72, test.k = 24;
          step.add(test);
          test.m = 128, test.n = 192, test.k = 160;
          step.add(test);
          if (isGelu)
            continue;
          test.m = 37, test.n = 33, test.k = 17;
          step.add(test);
        }
    }
  step.run();
  EXPECT_EQ(step.text.find("outside of cuBLASLt"), std::string::npos)
      << step.text;
}

TEST_F(ContractionsTest, BiasesOfOurOwnKernel) {
  Step step;
  for (ElementType type : kFloats)
    for (bool isGelu : {false, true}) {
      // In double precision, sums over nothing, batches, and columns of an
      // output kept before its activation that no library takes.
      step.add({.type = type, .k = 0, .hasBias = true, .isGelu = isGelu});
      step.add({.type = type, .batch = 2, .hasBias = true, .isGelu = isGelu});
      if (isGelu || type == ElementType::F64)
        step.add({.type = type, .hasBias = true, .isGelu = isGelu});
    }
  step.run();
  EXPECT_NE(step.text.find("products added outside of cuBLASLt"),
            std::string::npos)
      << step.text;
}

TEST_F(ContractionsTest, Integers) {
  Step step;
  for (ElementType type : {ElementType::I32, ElementType::I64}) {
    addLayouts(step, {.type = type});
    step.add({.type = type, .batch = 3, .accumulate = true});
  }
  step.run();
  EXPECT_NE(step.text.find("products outside of cuBLASLt"), std::string::npos)
      << step.text;
}

} // namespace
