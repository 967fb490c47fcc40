//===- KernelsTest.cpp - The runtime's own kernels on a GPU ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests that boxes are copied and converted, integers and small floats are
// multiplied, collectives are counted and first values are made as loops on the
// host do it, and that nothing else is written. Skipped without a GPU.
//
//===----------------------------------------------------------------------===//

#include "Strided.h"
#include "shardwise/Random/Initializer.h"
#include <cstring>
#include <cuda_runtime_api.h>
#include <gtest/gtest.h>
#include <random>
#include <vector>

using namespace shardwise::cuda;
using namespace shardwise;

extern "C" const unsigned char shardwiseKernels[];

namespace {

/// Memory of the device with the bytes of a vector.
template <typename T> class DeviceVector {
public:
  explicit DeviceVector(const std::vector<T> &values) : size(values.size()) {
    EXPECT_EQ(cudaMalloc(&data, size * sizeof(T)), cudaSuccess);
    EXPECT_EQ(cudaMemcpy(data, values.data(), size * sizeof(T),
                         cudaMemcpyHostToDevice),
              cudaSuccess);
  }
  ~DeviceVector() { cudaFree(data); }
  std::vector<T> get() const {
    std::vector<T> values(size);
    EXPECT_EQ(cudaMemcpy(values.data(), data, size * sizeof(T),
                         cudaMemcpyDeviceToHost),
              cudaSuccess);
    return values;
  }

  void *data = nullptr;

private:
  size_t size;
};

class KernelsTest : public ::testing::Test {
protected:
  void SetUp() override {
    int count = 0;
    if (cudaGetDeviceCount(&count) != cudaSuccess || count == 0)
      GTEST_SKIP() << "there is no GPU";
    ASSERT_EQ(cudaLibraryLoadData(&library, shardwiseKernels, nullptr, nullptr,
                                  0, nullptr, nullptr, 0),
              cudaSuccess);
  }
  void TearDown() override {
    if (library) {
      EXPECT_EQ(cudaLibraryUnload(library), cudaSuccess);
    }
  }

  /// Runs a kernel to its end, by fewer threads than there are elements.
  template <typename... Args>
  void launch(const char *name, unsigned threads, Args... args) {
    cudaKernel_t kernel;
    ASSERT_EQ(cudaLibraryGetKernel(&kernel, library, name), cudaSuccess);
    void *arguments[] = {&args...};
    cudaLaunchConfig_t config{};
    config.gridDim.x = 1;
    config.blockDim.x = threads;
    ASSERT_EQ(cudaLaunchKernelExC(
                  &config, reinterpret_cast<const void *>(kernel), arguments),
              cudaSuccess);
    ASSERT_EQ(cudaDeviceSynchronize(), cudaSuccess);
  }

  template <typename T> void checkCopy(DeviceType type);
  template <typename T>
  void checkProduct(const char *kernel, DeviceType type, bool accumulate,
                    int64_t summed);

  cudaLibrary_t library = nullptr;
  std::mt19937_64 random{17};
};

/// A box of 3 x 5 x 4 out of a transposed tensor into the middle of another.
StridedCopy makeBox(DeviceType from, DeviceType to) {
  StridedCopy box;
  box.rank = 3;
  box.fromType = from;
  box.toType = to;
  box.elements = 60;
  box.fromOffset = 2;
  box.toOffset = 7;
  const int64_t sizes[] = {3, 5, 4}, source[] = {1, 3, 15};
  const int64_t target[] = {60, 7, 1};
  for (int d = 0; d < 3; ++d) {
    box.sizes[d] = sizes[d];
    box.fromStrides[d] = source[d];
    box.toStrides[d] = target[d];
  }
  return box;
}

/// Calls a function with the places of each element of a box.
template <typename Function>
void forBox(const StridedCopy &box, Function function) {
  for (int64_t i = 0; i < box.sizes[0]; ++i)
    for (int64_t j = 0; j < box.sizes[1]; ++j)
      for (int64_t k = 0; k < box.sizes[2]; ++k)
        function(box.fromOffset + i * box.fromStrides[0] +
                     j * box.fromStrides[1] + k * box.fromStrides[2],
                 box.toOffset + i * box.toStrides[0] + j * box.toStrides[1] +
                     k * box.toStrides[2]);
}

template <typename T> void KernelsTest::checkCopy(DeviceType type) {
  std::vector<T> source(64), expected(200, T(77));
  for (T &value : source)
    value = T(random());
  StridedCopy box = makeBox(type, type);
  DeviceVector<T> from(source), to(expected);
  launch("shardwise_copy", 32, from.data, to.data, box);
  forBox(box, [&](int64_t i, int64_t j) { expected[j] = source[i]; });
  EXPECT_EQ(to.get(), expected) << "element type " << int(type);
}

TEST_F(KernelsTest, CopiesBoxes) {
  for (DeviceType type : {I1, I8})
    checkCopy<uint8_t>(type);
  for (DeviceType type : {I16, BF16, F16})
    checkCopy<uint16_t>(type);
  for (DeviceType type : {I32, F32})
    checkCopy<uint32_t>(type);
  for (DeviceType type : {I64, F64})
    checkCopy<uint64_t>(type);
}

/// The nearest bf16, the even one of two.
uint16_t toBF16(float value) {
  uint32_t bits;
  std::memcpy(&bits, &value, sizeof(bits));
  return (bits + 0x7fff + (bits >> 16 & 1)) >> 16;
}

TEST_F(KernelsTest, ConvertsFloats) {
  std::normal_distribution<double> normal;
  std::vector<double> doubles(64);
  for (double &value : doubles)
    value = normal(random);
  std::vector<float> floats(doubles.begin(), doubles.end()), rounded(200, 77);
  std::vector<uint16_t> shortened(200, 77);
  DeviceVector<double> from(doubles);
  DeviceVector<float> middle(floats), single(rounded);
  DeviceVector<uint16_t> half(shortened);
  StridedCopy box = makeBox(F64, F32);
  launch("shardwise_copy", 32, from.data, single.data, box);
  forBox(box, [&](int64_t i, int64_t j) { rounded[j] = float(doubles[i]); });
  EXPECT_EQ(single.get(), rounded);
  launch("shardwise_copy", 32, middle.data, half.data, makeBox(F32, BF16));
  forBox(box, [&](int64_t i, int64_t j) { shortened[j] = toBF16(floats[i]); });
  EXPECT_EQ(half.get(), shortened);
}

/// Two batches of 3 x `summed` by `summed` x 5, the right one transposed, into
/// every second element.
template <typename T>
void KernelsTest::checkProduct(const char *kernel, DeviceType type,
                               bool accumulate, int64_t summed) {
  StridedProduct product;
  product.numOuter = 3;
  product.numSummed = 1;
  product.accumulate = accumulate;
  product.outputs = 30;
  product.summed = summed;
  const int64_t sizes[] = {2, 3, 5, summed};
  const int64_t strides[3][4] = {
      {3 * summed, summed, 0, 1}, {5 * summed, 0, summed, 1}, {30, 10, 2, 0}};
  for (int d = 0; d < 4; ++d) {
    product.sizes[d] = sizes[d];
    for (int side = 0; side < 3; ++side)
      product.strides[side][d] = strides[side][d];
  }
  for (int32_t &sideType : product.types)
    sideType = type;
  // Small whole numbers, so that floats are exact.
  std::vector<T> lhs(6 * summed + 1), rhs(10 * summed + 1), expected(64, T(77));
  for (auto *values : {&lhs, &rhs})
    for (T &value : *values)
      value = T(int64_t(random() % 17) - 8);
  DeviceVector<T> left(lhs), right(rhs), output(expected);
  launch(kernel, 8, left.data, right.data, output.data, product);
  for (int64_t b = 0; b < 2; ++b)
    for (int64_t m = 0; m < 3; ++m)
      for (int64_t n = 0; n < 5; ++n) {
        T &sum = expected[b * 30 + m * 10 + n * 2];
        sum = accumulate ? sum : T(0);
        for (int64_t k = 0; k < summed; ++k)
          sum += lhs[(b * 3 + m) * summed + k] * rhs[(b * 5 + n) * summed + k];
      }
  EXPECT_EQ(output.get(), expected) << kernel << ", " << summed << " summed";
}

TEST_F(KernelsTest, MultipliesWithoutLibrary) {
  for (bool accumulate : {false, true})
    // The sum over nothing is 0.
    for (int64_t summed : {7, 1, 0}) {
      checkProduct<int32_t>("shardwise_contract_i64", I32, accumulate, summed);
      checkProduct<int64_t>("shardwise_contract_i64", I64, accumulate, summed);
      checkProduct<int8_t>("shardwise_contract_i64", I8, accumulate, summed);
      checkProduct<float>("shardwise_contract_f32", F32, accumulate, summed);
      checkProduct<double>("shardwise_contract_f64", F64, accumulate, summed);
    }
}

TEST_F(KernelsTest, CountsCollectives) {
  DeviceVector<uint32_t> counters({5, 9, 7});
  uint32_t *shown = nullptr;
  ASSERT_EQ(cudaMallocHost(reinterpret_cast<void **>(&shown), 8), cudaSuccess);
  shown[0] = shown[1] = 0;
  for (uint32_t times : {1, 2}) {
    launch("shardwise_count", 1, static_cast<uint32_t *>(counters.data) + 1,
           shown);
    EXPECT_EQ(shown[0], 9 + times);
  }
  EXPECT_EQ(shown[1], 0u);
  EXPECT_EQ(counters.get(), std::vector<uint32_t>({5, 11, 7}));
  cudaFreeHost(shown);
}

TEST_F(KernelsTest, MakesFirstValues) {
  // Rows 2 and 3, columns 4 to 9 of a tensor of 6 x 12.
  const int64_t whole[] = {6, 12}, local[] = {2, 6}, offsets[] = {2, 4};
  random::Part part = random::makePart(whole, local, offsets, 2);
  for (auto distribution : {random::Constant, random::Uniform, random::Normal})
    for (DeviceType type : {F64, F32, I64}) {
      random::Initializer init{distribution, 41, -3, 1000};
      std::vector<uint64_t> expected(16, 77);
      DeviceVector<uint64_t> data(expected);
      launch("shardwise_fill", 5, init, part, int32_t(type), data.data);
      random::fill(init, part, type, expected.data());
      EXPECT_EQ(data.get(), expected)
          << "distribution " << distribution << ", element type " << type;
    }
}

} // namespace
