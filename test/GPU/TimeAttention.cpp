//===- TimeAttention.cpp - How long attention takes on a GPU --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Times the library's attention, and its gradient with either algorithm:
//
//     TimeAttention [BATCH HEADS KEYHEADS QUERIES KEYS HEADDIM CAUSAL]...
//
// Each is recorded several times in a graph, and the graph is replayed: medians
// of the time of one. Operands are random, and the workspaces that the library
// wants are printed beside.
//
//===----------------------------------------------------------------------===//

#include "Attention.h"
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>

using namespace shardwise;
using namespace shardwise::runtime;
using Tensor = AttentionShape::Tensor;

static void check(cudaError_t status) {
  if (status == cudaSuccess)
    return;
  std::fprintf(stderr, "%s\n", cudaGetErrorString(status));
  std::exit(1);
}

static void check(shardwise::Error error) {
  if (!error)
    return;
  std::fprintf(stderr, "%s\n", toString(error).c_str());
  std::exit(1);
}

/// Random numbers between 1 and 2, of either sign.
static void *makeTensor(size_t count) {
  std::mt19937 random(count);
  std::vector<uint16_t> bits(count);
  for (uint16_t &element : bits)
    element = 0x3f80 | (random() & 0x807f);
  void *memory;
  check(cudaMalloc(&memory, count * 2));
  check(cudaMemcpy(memory, bits.data(), count * 2, cudaMemcpyHostToDevice));
  return memory;
}

/// The median time of one run in milliseconds.
static double time(AttentionRunner &runner, void *const *buffers,
                   void *workspace, cudaStream_t stream) {
  constexpr int kRuns = 10, kReplays = 15;
  cudaGraph_t graph;
  cudaGraphExec_t executable;
  check(cudaStreamBeginCapture(stream, cudaStreamCaptureModeThreadLocal));
  for (int run = 0; run < kRuns; ++run)
    check(runner.run(0, buffers, workspace, stream));
  check(cudaStreamEndCapture(stream, &graph));
  check(cudaGraphInstantiate(&executable, graph, 0));
  cudaEvent_t begin, end;
  check(cudaEventCreate(&begin));
  check(cudaEventCreate(&end));
  std::vector<double> times;
  for (int replay = 0; replay < kReplays; ++replay) {
    check(cudaEventRecord(begin, stream));
    check(cudaGraphLaunch(executable, stream));
    check(cudaEventRecord(end, stream));
    check(cudaEventSynchronize(end));
    float milliseconds;
    check(cudaEventElapsedTime(&milliseconds, begin, end));
    times.push_back(milliseconds / kRuns);
  }
  check(cudaGraphExecDestroy(executable));
  check(cudaGraphDestroy(graph));
  std::nth_element(times.begin(), times.begin() + kReplays / 2, times.end());
  return times[kReplays / 2];
}

static void timeShape(AttentionShape shape, cudaStream_t stream) {
  shape.scale = 1 / std::sqrt(double(shape.headDim));
  std::vector<void *> buffers;
  for (unsigned i = 0; i < AttentionShape::kNumTensors; ++i) {
    auto tensor = Tensor(i);
    AttentionShape::Strides &strides = shape.strides[i];
    strides.head = shape.getLastDim(tensor);
    strides.position = shape.getHeads(tensor) * strides.head;
    strides.batch = shape.getPositions(tensor) * strides.position;
    buffers.push_back(makeTensor(shape.batch * strides.batch));
    if (tensor == Tensor::Output)
      buffers.push_back(
          makeTensor(shape.batch * shape.queryHeads * shape.queries * 2));
  }
  std::printf("b%lld h%lld/%lld s%lld/%lld d%lld%s:", (long long)shape.batch,
              (long long)shape.queryHeads, (long long)shape.keyHeads,
              (long long)shape.queries, (long long)shape.keys,
              (long long)shape.headDim, shape.isCausal ? " causal" : "");
  const char *names[] = {"forward", "backward", "backward, any order"};
  for (int number = 0; number < 3; ++number) {
    shape.isGradient = number > 0;
    shape.isDeterministic = number < 2;
    auto before = std::chrono::steady_clock::now();
    auto runner = AttentionRunner::create({shape});
    if (!runner) {
      std::printf(" %s: %s;", names[number],
                  toString(runner.takeError()).c_str());
      continue;
    }
    std::chrono::duration<double> planning =
        std::chrono::steady_clock::now() - before;
    int64_t bytes = (*runner)->getWorkspaceBytes(0);
    void *workspace;
    check(cudaMalloc(&workspace, bytes + 1));
    double milliseconds = time(**runner, buffers.data(), workspace, stream);
    std::printf(" %s %.3f ms (%lld bytes, planned in %.2f s);", names[number],
                milliseconds, (long long)bytes, planning.count());
    check(cudaFree(workspace));
  }
  std::printf("\n");
  for (void *buffer : buffers)
    check(cudaFree(buffer));
}

int main(int argc, char **argv) {
  cudaStream_t stream;
  check(cudaStreamCreateWithFlags(&stream, cudaStreamNonBlocking));
  for (int first = 1; first + 7 <= argc; first += 7) {
    int64_t sizes[7];
    for (int i = 0; i < 7; ++i)
      sizes[i] = std::atoll(argv[first + i]);
    AttentionShape shape;
    shape.batch = sizes[0];
    shape.queryHeads = sizes[1];
    shape.keyHeads = sizes[2];
    shape.queries = sizes[3];
    shape.keys = sizes[4];
    shape.headDim = shape.valueDim = sizes[5];
    shape.isCausal = sizes[6];
    timeShape(shape, stream);
  }
}
