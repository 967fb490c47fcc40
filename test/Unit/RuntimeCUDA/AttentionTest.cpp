//===- AttentionTest.cpp - Attention on a GPU -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests that the library's attention and its gradient give what the formulas
// give in double precision, for both element types, masks, sizes that no tile
// divides, grouped heads and strides; and the same bits in every run, also
// replayed from a graph. Skipped without a GPU or cuDNN.
//
//===----------------------------------------------------------------------===//

#include "Attention.h"
#include <bit>
#include <cmath>
#include <cstring>
#include <gtest/gtest.h>
#include <random>

using namespace shardwise::runtime;
using Tensor = AttentionShape::Tensor;

namespace {

//===----------------------------------------------------------------------===//
// Elements
//===----------------------------------------------------------------------===//

double toDouble(uint16_t bits, ElementType type) {
  if (type == ElementType::BF16)
    return std::bit_cast<float>(uint32_t(bits) << 16);
  int exponent = (bits >> 10) & 31, mantissa = bits & 1023;
  double value = exponent ? std::ldexp(1024 + mantissa, exponent - 25)
                          : std::ldexp(mantissa, -24);
  return bits >> 15 ? -value : value;
}

/// A random element of about normal distribution that both types have exactly.
uint16_t makeElement(std::mt19937 &random, ElementType type) {
  std::normal_distribution<double> normal;
  double value = std::clamp(std::round(normal(random) * 32), -127.0, 127.0);
  uint32_t bits = std::bit_cast<uint32_t>(float(value / 32));
  if (type == ElementType::BF16)
    return bits >> 16;
  if (value == 0)
    return 0;
  return uint16_t(bits >> 31 << 15 | (((bits >> 23 & 255) - 112) << 10) |
                  (bits >> 13 & 1023));
}

/// A tensor of an attention in the host's memory.
struct HostTensor {
  std::vector<uint16_t> bits;
  AttentionShape::Strides strides;
  ElementType type;
  double at(int64_t b, int64_t s, int64_t h, int64_t d) const {
    return toDouble(
        bits[b * strides.batch + s * strides.position + h * strides.head + d],
        type);
  }
};

//===----------------------------------------------------------------------===//
// The formulas
//===----------------------------------------------------------------------===//

/// The results in double precision, each as [b, s, h, d].
struct Reference {
  std::vector<double> output, statistics, dquery, dkey, dvalue;
};

/// Computes one head of queries; those of keys that share one add up.
void addHead(const AttentionShape &shape, const HostTensor *tensors, int64_t b,
             int64_t h, Reference &result) {
  int64_t group = shape.queryHeads / shape.keyHeads, g = h / group;
  auto at = [&](Tensor tensor, int64_t s, int64_t head, int64_t d) {
    return tensors[tensor].at(b, s, head, d);
  };
  auto index = [&](Tensor tensor, int64_t s, int64_t head, int64_t d) {
    return ((b * shape.getPositions(tensor) + s) * shape.getHeads(tensor) +
            head) *
               shape.getLastDim(tensor) +
           d;
  };
  for (int64_t i = 0; i < shape.queries; ++i) {
    int64_t count = shape.isCausal ? std::min(i + 1, shape.keys) : shape.keys;
    std::vector<double> p(count), dp(count);
    double maximum = -INFINITY, sum = 0, mean = 0;
    for (int64_t j = 0; j < count; ++j) {
      for (int64_t d = 0; d < shape.headDim; ++d)
        p[j] += at(Tensor::Query, i, h, d) * at(Tensor::Key, j, g, d);
      maximum = std::max(maximum, p[j] *= shape.scale);
    }
    for (double &value : p)
      sum += value = std::exp(value - maximum);
    for (double &value : p)
      value /= sum;
    result.statistics[(b * shape.queryHeads + h) * shape.queries + i] =
        maximum + std::log(sum);
    for (int64_t j = 0; j < count; ++j)
      for (int64_t e = 0; e < shape.valueDim; ++e) {
        double v = at(Tensor::Value, j, g, e);
        double dout = at(Tensor::OutputGradient, i, h, e);
        result.output[index(Tensor::Output, i, h, e)] += p[j] * v;
        result.dvalue[index(Tensor::Value, j, g, e)] += p[j] * dout;
        dp[j] += dout * v;
      }
    for (int64_t j = 0; j < count; ++j)
      mean += p[j] * dp[j];
    for (int64_t j = 0; j < count; ++j)
      for (int64_t d = 0; d < shape.headDim; ++d) {
        double dscore = p[j] * (dp[j] - mean) * shape.scale;
        result.dquery[index(Tensor::Query, i, h, d)] +=
            dscore * at(Tensor::Key, j, g, d);
        result.dkey[index(Tensor::Key, j, g, d)] +=
            dscore * at(Tensor::Query, i, h, d);
      }
  }
}

int64_t countElements(const AttentionShape &shape, Tensor tensor) {
  return shape.batch * shape.getPositions(tensor) * shape.getHeads(tensor) *
         shape.getLastDim(tensor);
}

Reference computeReference(const AttentionShape &shape,
                           const HostTensor *tensors) {
  Reference result;
  result.output.resize(countElements(shape, Tensor::Output));
  result.statistics.resize(shape.batch * shape.queryHeads * shape.queries);
  result.dquery.resize(countElements(shape, Tensor::Query));
  result.dkey.resize(countElements(shape, Tensor::Key));
  result.dvalue.resize(countElements(shape, Tensor::Value));
  for (int64_t b = 0; b < shape.batch; ++b)
    for (int64_t h = 0; h < shape.queryHeads; ++h)
      addHead(shape, tensors, b, h, result);
  return result;
}

//===----------------------------------------------------------------------===//
// The device
//===----------------------------------------------------------------------===//

/// Memory of the device that is filled with NaN, so that what is not written
/// shows.
class DeviceMemory {
public:
  explicit DeviceMemory(size_t bytes) {
    EXPECT_EQ(cudaMalloc(&pointer, std::max<size_t>(bytes, 1)), cudaSuccess);
    EXPECT_EQ(cudaMemset(pointer, 0xff, bytes), cudaSuccess);
  }
  DeviceMemory(DeviceMemory &&other)
      : pointer(std::exchange(other.pointer, nullptr)) {}
  ~DeviceMemory() { cudaFree(pointer); }
  void *pointer = nullptr;
};

/// The elements that a tensor spans.
int64_t getSpan(const AttentionShape &shape, Tensor tensor) {
  return shape.batch * shape.strides[tensor].batch;
}

class AttentionTest : public testing::Test {
protected:
  void SetUp() override {
    int count = 0;
    if (cudaGetDeviceCount(&count) != cudaSuccess || count == 0)
      GTEST_SKIP() << "no GPU";
    // Without shapes nothing is planned.
    auto runner = AttentionRunner::create({});
    if (!runner)
      GTEST_SKIP() << ::shardwise::toString(runner.takeError());
    ASSERT_EQ(cudaStreamCreateWithFlags(&stream, cudaStreamNonBlocking),
              cudaSuccess);
  }
  void TearDown() override {
    if (stream)
      cudaStreamDestroy(stream);
  }

  void check(AttentionShape shape);
  void expectClose(const std::vector<double> &expected, const void *device,
                   const AttentionShape &shape, Tensor tensor,
                   const char *what);

  cudaStream_t stream = nullptr;
};

/// A shape with contiguous [b, s, h, d]; or with query, key and value, and
/// their gradients, in one buffer each.
AttentionShape makeShape(ElementType type, std::array<int64_t, 7> sizes,
                         bool isCausal, bool isFused = false) {
  AttentionShape shape;
  shape.type = type;
  std::tie(shape.batch, shape.queryHeads, shape.keyHeads, shape.queries,
           shape.keys, shape.headDim, shape.valueDim) = std::tuple_cat(sizes);
  shape.isCausal = isCausal;
  shape.scale = 1 / std::sqrt(double(shape.headDim));
  for (unsigned i = 0; i < AttentionShape::kNumTensors; ++i) {
    auto tensor = Tensor(i);
    AttentionShape::Strides &strides = shape.strides[i];
    bool isOne =
        isFused && tensor != Tensor::Output && tensor != Tensor::OutputGradient;
    strides.head = shape.getLastDim(tensor);
    strides.position = shape.getHeads(tensor) * strides.head * (isOne ? 3 : 1);
    strides.batch = shape.getPositions(tensor) * strides.position;
  }
  return shape;
}

void AttentionTest::expectClose(const std::vector<double> &expected,
                                const void *device, const AttentionShape &shape,
                                Tensor tensor, const char *what) {
  HostTensor host{std::vector<uint16_t>(getSpan(shape, tensor)),
                  shape.strides[tensor], shape.type};
  ASSERT_EQ(cudaMemcpy(host.bits.data(), device, host.bits.size() * 2,
                       cudaMemcpyDeviceToHost),
            cudaSuccess);
  double error = 0, norm = 0;
  size_t next = 0;
  for (int64_t b = 0; b < shape.batch; ++b)
    for (int64_t s = 0; s < shape.getPositions(tensor); ++s)
      for (int64_t h = 0; h < shape.getHeads(tensor); ++h)
        for (int64_t d = 0; d < shape.getLastDim(tensor); ++d) {
          double difference = host.at(b, s, h, d) - expected[next];
          error += difference * difference;
          norm += expected[next] * expected[next];
          ++next;
        }
  double relative = std::sqrt(error / std::max(norm, 1e-30));
  EXPECT_LT(relative, shape.type == ElementType::BF16 ? 6e-3 : 1e-3) << what;
}

/// Runs an attention and its gradient several times, and compares.
void AttentionTest::check(AttentionShape forward) {
  AttentionShape backward = forward;
  backward.isGradient = true;
  auto runner = AttentionRunner::create({forward, backward});
  ASSERT_TRUE(bool(runner)) << ::shardwise::toString(runner.takeError());

  std::mt19937 random(7);
  std::vector<HostTensor> tensors;
  std::vector<DeviceMemory> memory;
  for (unsigned i = 0; i < AttentionShape::kNumTensors; ++i) {
    auto tensor = Tensor(i);
    int64_t count = getSpan(forward, tensor);
    tensors.push_back(
        {std::vector<uint16_t>(count), forward.strides[i], forward.type});
    memory.emplace_back(count * 2);
    if (tensor != Tensor::Output && tensor <= Tensor::OutputGradient) {
      for (uint16_t &bits : tensors[i].bits)
        bits = makeElement(random, forward.type);
      ASSERT_EQ(cudaMemcpy(memory[i].pointer, tensors[i].bits.data(), count * 2,
                           cudaMemcpyHostToDevice),
                cudaSuccess);
    }
  }
  int64_t numStatistics = forward.batch * forward.queryHeads * forward.queries;
  DeviceMemory statistics(numStatistics * 4);
  DeviceMemory workspaces[2] = {DeviceMemory((*runner)->getWorkspaceBytes(0)),
                                DeviceMemory((*runner)->getWorkspaceBytes(1))};
  RecordProperty("forward_workspace",
                 std::to_string((*runner)->getWorkspaceBytes(0)));
  RecordProperty("backward_workspace",
                 std::to_string((*runner)->getWorkspaceBytes(1)));

  std::vector<void *> buffers;
  for (unsigned i = 0; i < AttentionShape::kNumTensors; ++i) {
    buffers.push_back(memory[i].pointer);
    if (i == Tensor::Output)
      buffers.push_back(statistics.pointer);
  }
  auto runBoth = [&] {
    for (unsigned number : {0, 1}) {
      ::shardwise::Error error = (*runner)->run(
          number, buffers.data(), workspaces[number].pointer, stream);
      ASSERT_FALSE(bool(error)) << ::shardwise::toString(std::move(error));
    }
  };
  auto fetch = [&] {
    std::string bytes;
    auto add = [&](const void *device, size_t count) {
      size_t begin = bytes.size();
      bytes.resize(begin + count);
      ASSERT_EQ(cudaMemcpy(bytes.data() + begin, device, count,
                           cudaMemcpyDeviceToHost),
                cudaSuccess);
    };
    add(statistics.pointer, numStatistics * 4);
    for (Tensor tensor : {Tensor::Output, Tensor::QueryGradient,
                          Tensor::KeyGradient, Tensor::ValueGradient})
      add(memory[tensor].pointer, getSpan(forward, tensor) * 2);
    return bytes;
  };
  // The default stream, which has filled the buffers, goes beside this one.
  ASSERT_EQ(cudaDeviceSynchronize(), cudaSuccess);
  runBoth();
  ASSERT_EQ(cudaStreamSynchronize(stream), cudaSuccess);
  Reference reference = computeReference(forward, tensors.data());
  auto compare = [&](const std::vector<double> &expected, Tensor tensor,
                     const char *what) {
    expectClose(expected, memory[tensor].pointer, forward, tensor, what);
  };
  compare(reference.output, Tensor::Output, "output");
  compare(reference.dquery, Tensor::QueryGradient, "gradient of the query");
  compare(reference.dkey, Tensor::KeyGradient, "gradient of the key");
  compare(reference.dvalue, Tensor::ValueGradient, "gradient of the value");
  std::vector<float> logarithms(numStatistics);
  ASSERT_EQ(cudaMemcpy(logarithms.data(), statistics.pointer, numStatistics * 4,
                       cudaMemcpyDeviceToHost),
            cudaSuccess);
  for (int64_t i = 0; i < numStatistics; ++i)
    ASSERT_NEAR(logarithms[i], reference.statistics[i], 1e-3) << "row " << i;

  std::string first = fetch();
  for (int repetition = 0; repetition < 5; ++repetition) {
    runBoth();
    ASSERT_EQ(cudaStreamSynchronize(stream), cudaSuccess);
    ASSERT_TRUE(fetch() == first) << "other bits when run again";
  }
  // Recorded, with the results gone.
  cudaGraph_t graph;
  cudaGraphExec_t executable;
  ASSERT_EQ(cudaStreamBeginCapture(stream, cudaStreamCaptureModeThreadLocal),
            cudaSuccess);
  runBoth();
  ASSERT_EQ(cudaStreamEndCapture(stream, &graph), cudaSuccess);
  ASSERT_EQ(cudaGraphInstantiate(&executable, graph, 0), cudaSuccess);
  for (int repetition = 0; repetition < 3; ++repetition) {
    for (Tensor tensor : {Tensor::Output, Tensor::QueryGradient,
                          Tensor::KeyGradient, Tensor::ValueGradient})
      cudaMemset(memory[tensor].pointer, 0xff, getSpan(forward, tensor) * 2);
    for (unsigned number : {0, 1})
      cudaMemset(workspaces[number].pointer, 0xff,
                 (*runner)->getWorkspaceBytes(number));
    ASSERT_EQ(cudaDeviceSynchronize(), cudaSuccess);
    ASSERT_EQ(cudaGraphLaunch(executable, stream), cudaSuccess);
    ASSERT_EQ(cudaStreamSynchronize(stream), cudaSuccess);
    // Elements between the strides are not written.
    if (getSpan(forward, Tensor::QueryGradient) ==
        countElements(forward, Tensor::QueryGradient)) {
      ASSERT_TRUE(fetch() == first) << "other bits when replayed";
    }
  }
  cudaGraphExecDestroy(executable);
  cudaGraphDestroy(graph);
}

constexpr ElementType kTypes[] = {ElementType::BF16, ElementType::F16};

TEST_F(AttentionTest, Causal) {
  for (ElementType type : kTypes)
    check(makeShape(type, {2, 4, 4, 256, 256, 128, 128}, true));
}

TEST_F(AttentionTest, Everything) {
  for (ElementType type : kTypes)
    check(makeShape(type, {2, 3, 3, 128, 256, 64, 64}, false));
}

TEST_F(AttentionTest, SizesThatNoTileDivides) {
  for (ElementType type : kTypes) {
    check(makeShape(type, {3, 4, 4, 32, 32, 16, 16}, true));
    check(makeShape(type, {1, 5, 5, 77, 131, 40, 40}, false));
    check(makeShape(type, {2, 1, 1, 101, 101, 72, 72}, true));
    check(makeShape(type, {1, 2, 2, 200, 7, 8, 8}, false));
  }
}

TEST_F(AttentionTest, CausalWithOtherNumbersOfKeys) {
  check(makeShape(ElementType::BF16, {1, 2, 2, 64, 192, 64, 64}, true));
  check(makeShape(ElementType::BF16, {1, 2, 2, 192, 64, 64, 64}, true));
}

TEST_F(AttentionTest, OneQueryOrKey) {
  check(makeShape(ElementType::BF16, {2, 2, 2, 1, 64, 64, 64}, false));
  check(makeShape(ElementType::BF16, {2, 2, 2, 64, 1, 64, 64}, false));
}

TEST_F(AttentionTest, OtherSizeOfValues) {
  check(makeShape(ElementType::BF16, {1, 2, 2, 128, 128, 64, 32}, true));
  check(makeShape(ElementType::BF16, {1, 2, 2, 128, 128, 32, 96}, false));
}

TEST_F(AttentionTest, GroupedHeads) {
  check(makeShape(ElementType::BF16, {2, 8, 2, 128, 128, 64, 64}, true));
  check(makeShape(ElementType::F16, {1, 6, 1, 96, 96, 64, 64}, false));
}

TEST_F(AttentionTest, OneBufferOfAllThree) {
  for (ElementType type : kTypes)
    check(makeShape(type, {2, 4, 4, 192, 192, 64, 64}, true, /*isFused=*/true));
}

TEST_F(AttentionTest, OtherScales) {
  AttentionShape shape =
      makeShape(ElementType::BF16, {1, 2, 2, 128, 128, 64, 64}, true);
  for (double scale : {1.0, 0.01}) {
    shape.scale = scale;
    check(shape);
  }
}

} // namespace
