//===- RunKernelCases.cpp - Kernels on a GPU against a CPU ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Runs what WriteKernelCases.cpp wrote, with the driver alone:
//
//     RunKernelCases NAME...
//
// Every kernel runs twice and must give the same bits; its results must agree
// with the expected ones, and nothing beside its results may change. Without
// expected results it is timed: the bytes of its buffers by the median time.
//
//===----------------------------------------------------------------------===//

#include "KernelInputs.h"
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cuda.h>
#include <dlfcn.h>
#include <fstream>
#include <iterator>
#include <sstream>

using namespace shardwise::test;

/// Bytes after each buffer that must not change.
static constexpr size_t kGuard = 1024;
static constexpr unsigned char kGuardByte = 0xa5;
/// Buffers of more elements are only timed, and filled with these repeated.
static constexpr size_t kLarge = size_t(1) << 22;

namespace {
struct Buffer {
  std::string type;
  size_t count;
  size_t bytes() const { return count * bytesOf(type); }
};

struct Case {
  std::string name;
  unsigned grid = 1, block = 1, sharedBytes = 0;
  bool startsEarly = false;
  unsigned numArguments = 0, numResults = 0;
  std::vector<Buffer> buffers;
};
} // namespace

static void *driver = nullptr;

template <typename Function> static Function find(const char *name) {
  void *symbol = dlsym(driver, name);
  if (!symbol) {
    std::fprintf(stderr, "the driver has no %s\n", name);
    std::exit(1);
  }
  return reinterpret_cast<Function>(symbol);
}

static void check(CUresult status, const char *call) {
  if (status == CUDA_SUCCESS)
    return;
  std::printf("FAILED: %s gives error %d\n", call, int(status));
  std::exit(1);
}
#define STRING_(x) #x
#define STRING(x) STRING_(x)
#define CALL(name, ...)                                                        \
  check(find<decltype(&name)>(STRING(name))(__VA_ARGS__), STRING(name))

static std::string readFile(const std::string &path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    std::fprintf(stderr, "cannot read %s\n", path.c_str());
    std::exit(1);
  }
  return {std::istreambuf_iterator<char>(file), {}};
}

static std::vector<Case> readCases(const std::string &path) {
  std::istringstream text(readFile(path));
  std::vector<Case> cases;
  for (std::string word; text >> word;) {
    if (word == "kernel") {
      Case &entry = cases.emplace_back();
      text >> entry.name >> entry.grid >> entry.block >> entry.sharedBytes >>
          entry.startsEarly >> entry.numArguments >> entry.numResults;
    } else {
      Buffer &buffer = cases.back().buffers.emplace_back();
      text >> buffer.type >> buffer.count;
    }
  }
  return cases;
}

//===----------------------------------------------------------------------===//
// Comparing
//===----------------------------------------------------------------------===//

static double toDouble(const std::string &type, const char *at) {
  if (type == "f64") {
    double value;
    std::memcpy(&value, at, 8);
    return value;
  }
  float value = 0;
  if (type == "f32") {
    std::memcpy(&value, at, 4);
  } else if (type == "bf16") {
    std::memcpy(reinterpret_cast<char *>(&value) + 2, at, 2);
  } else {
    _Float16 half;
    std::memcpy(&half, at, 2);
    value = float(half);
  }
  return value;
}

/// How many times the tolerance the largest difference is.
static double compare(const Buffer &buffer, const char *got, const char *want) {
  size_t width = bytesOf(buffer.type);
  bool isFloat = buffer.type.find('f') != std::string::npos;
  double tolerance = buffer.type == "f64"   ? 1e-9
                     : buffer.type == "f32" ? 5e-5
                                            : 0.01;
  double worst = 0;
  for (size_t i = 0; i < buffer.count; ++i) {
    const char *a = got + i * width, *b = want + i * width;
    if (!std::memcmp(a, b, width))
      continue;
    if (!isFloat)
      return INFINITY;
    double x = toDouble(buffer.type, a), y = toDouble(buffer.type, b);
    if (std::isnan(x) && std::isnan(y))
      continue;
    double error = std::abs(x - y) / (tolerance * std::max(1.0, std::abs(y)));
    worst = std::isnan(error) ? INFINITY : std::max(worst, error);
  }
  return worst;
}

//===----------------------------------------------------------------------===//
// Running
//===----------------------------------------------------------------------===//

namespace {
/// A kernel with buffers on the device.
class Launch {
public:
  Launch(CUmodule module, const Case &entry) : entry(entry) {
    CALL(cuModuleGetFunction, &function, module, entry.name.c_str());
    CALL(cuFuncSetAttribute, function,
         CU_FUNC_ATTRIBUTE_MAX_DYNAMIC_SHARED_SIZE_BYTES, entry.sharedBytes);
    for (const Buffer &buffer : entry.buffers) {
      CUdeviceptr pointer;
      CALL(cuMemAlloc, &pointer, buffer.bytes() + kGuard);
      pointers.push_back(pointer);
    }
    for (CUdeviceptr &pointer : pointers)
      parameters.push_back(&pointer);
    parameters.push_back(&device);
  }
  ~Launch() {
    for (CUdeviceptr pointer : pointers)
      CALL(cuMemFree, pointer);
  }

  void fill() {
    for (size_t i = 0; i < pointers.size(); ++i) {
      const Buffer &buffer = entry.buffers[i];
      size_t count = std::min(buffer.count, kLarge);
      std::vector<char> bytes = makeInput(buffer.type, count, i + 1);
      for (size_t at = 0; at < buffer.bytes(); at += bytes.size())
        CALL(cuMemcpyHtoD, pointers[i] + at, bytes.data(),
             std::min(bytes.size(), buffer.bytes() - at));
      CALL(cuMemsetD8, pointers[i] + buffer.bytes(), kGuardByte, kGuard);
    }
  }
  void launch() {
    CUlaunchAttribute early{};
    early.id = CU_LAUNCH_ATTRIBUTE_PROGRAMMATIC_STREAM_SERIALIZATION;
    early.value.programmaticStreamSerializationAllowed = entry.startsEarly;
    CUlaunchConfig config{
        entry.grid, 1,      1, entry.block, 1, 1, entry.sharedBytes,
        nullptr,    &early, 1};
    CALL(cuLaunchKernelEx, &config, function, parameters.data(), nullptr);
  }
  std::vector<char> read(size_t i) {
    std::vector<char> bytes(entry.buffers[i].bytes() + kGuard);
    CALL(cuMemcpyDtoH, bytes.data(), pointers[i], bytes.size());
    return bytes;
  }
  double time();

private:
  const Case &entry;
  CUfunction function;
  std::vector<CUdeviceptr> pointers;
  std::vector<void *> parameters;
  int64_t device = kDevice;
};
} // namespace

/// Milliseconds of what `call` puts on the stream: the median of nine times
/// twenty, behind a copy of some milliseconds, so that launching costs nothing.
template <typename Function> static double timeCall(Function call) {
  static constexpr int kCalls = 20;
  static constexpr size_t kBytes = size_t(4) << 30;
  static CUdeviceptr busy = 0;
  if (!busy)
    CALL(cuMemAlloc, &busy, kBytes);
  CUevent begin, end;
  CALL(cuEventCreate, &begin, 0);
  CALL(cuEventCreate, &end, 0);
  std::vector<float> times;
  for (int round = 0; round < 10; ++round) {
    CALL(cuMemcpyDtoDAsync, busy, busy + kBytes / 2, kBytes / 2, nullptr);
    CALL(cuEventRecord, begin, nullptr);
    for (int i = 0; i < kCalls; ++i)
      call();
    CALL(cuEventRecord, end, nullptr);
    CALL(cuEventSynchronize, end);
    float milliseconds = 0;
    CALL(cuEventElapsedTime, &milliseconds, begin, end);
    if (round > 0)
      times.push_back(milliseconds / kCalls);
  }
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

double Launch::time() {
  return timeCall([this] { launch(); });
}

/// What the driver's own copy of 256 MiB reaches.
static void timeCopy() {
  static constexpr size_t kBytes = size_t(256) << 20;
  CUdeviceptr from, to;
  CALL(cuMemAlloc, &from, kBytes);
  CALL(cuMemAlloc, &to, kBytes);
  double milliseconds =
      timeCall([&] { CALL(cuMemcpyDtoDAsync, to, from, kBytes, nullptr); });
  std::printf("driver's copy %.0f GB/s\n", 2 * kBytes / milliseconds / 1e6);
  CALL(cuMemFree, from);
  CALL(cuMemFree, to);
}

/// Whether the bytes after a buffer are as they were.
static bool guardHolds(const std::vector<char> &bytes) {
  return std::all_of(bytes.end() - kGuard, bytes.end(),
                     [](char byte) { return byte == char(kGuardByte); });
}

static bool runCase(CUmodule module, const Case &entry, const char *&expected) {
  Launch launch(module, entry);
  double worst = 0;
  std::string fault;
  std::vector<std::vector<char>> first;
  for (int round = 0; round < 2; ++round) {
    launch.fill();
    launch.launch();
    CALL(cuCtxSynchronize);
    for (size_t i = 0; i < entry.buffers.size(); ++i) {
      const Buffer &buffer = entry.buffers[i];
      std::vector<char> got = launch.read(i);
      if (!guardHolds(got))
        fault = "writes beyond a buffer";
      if (i < entry.numArguments) {
        std::vector<char> input = makeInput(buffer.type, buffer.count, i + 1);
        if (!std::equal(input.begin(), input.end(), got.begin()))
          fault = "writes to an argument";
      } else if (round == 0) {
        worst = std::max(worst, compare(buffer, got.data(), expected));
        expected += buffer.bytes();
        first.push_back(got);
      } else if (first[i - entry.numArguments] != got) {
        fault = "is not reproducible";
      }
    }
  }
  if (fault.empty() && worst > 1)
    fault = "disagrees";
  if (!fault.empty())
    std::printf("FAILED %s: %s (%.3g times the tolerance)\n",
                entry.name.c_str(), fault.c_str(), worst);
  return fault.empty();
}

static void timeCase(CUmodule module, const Case &entry) {
  Launch launch(module, entry);
  launch.fill();
  double milliseconds = launch.time();
  size_t bytes = 0;
  for (const Buffer &buffer : entry.buffers)
    bytes += buffer.bytes();
  std::printf("%-24s %9.1f us %8.0f GB/s\n", entry.name.c_str(),
              1e3 * milliseconds, bytes / milliseconds / 1e6);
}

int main(int argc, char **argv) {
  driver = dlopen("libcuda.so.1", RTLD_NOW);
  if (!driver) {
    std::fprintf(stderr, "no CUDA driver: %s\n", dlerror());
    return 1;
  }
  CUdevice device;
  CUcontext context;
  CALL(cuInit, 0);
  CALL(cuDeviceGet, &device, 0);
  CALL(cuDevicePrimaryCtxRetain, &context, device);
  CALL(cuCtxSetCurrent, context);
  int numFailed = 0;
  for (int i = 1; i < argc; ++i) {
    std::string name = argv[i], cubin = readFile(name + ".cubin");
    std::string expected = readFile(name + ".expected");
    CUmodule module;
    CALL(cuModuleLoadData, &module, cubin.data());
    std::vector<Case> cases = readCases(name + ".cases");
    const char *next = expected.data();
    int numPassed = 0;
    if (expected.empty())
      timeCopy();
    for (const Case &entry : cases) {
      if (expected.empty())
        timeCase(module, entry);
      else
        numPassed += runCase(module, entry, next);
      std::fflush(stdout);
    }
    if (!expected.empty()) {
      std::printf("%s: %d of %zu kernels agree\n", name.c_str(), numPassed,
                  cases.size());
      numFailed += cases.size() - numPassed;
    }
    CALL(cuModuleUnload, module);
  }
  return numFailed != 0;
}
