//===- CUDALibrariesTest.cpp - What a GPU machine lacks -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests what is said where a library is missing, or GPUs are.
//
//===----------------------------------------------------------------------===//

#include "Libraries.h"
#include "shardwise/Runtime/CUDA/Executor.h"
#include <gmock/gmock.h>

using namespace shardwise;
using namespace shardwise::runtime;

TEST(Libraries, Missing) {
  auto library = openLibrary("NCCL", {"libnothing.so.2", "libnothing.so"});
  ASSERT_FALSE(bool(library));
  EXPECT_EQ(toString(library.takeError()),
            "the step needs NCCL, which cannot be loaded: libnothing.so.2: "
            "cannot open shared object file: No such file or directory");
}

/// A plan that does nothing, on more devices than any machine has.
static std::string createOn(int64_t numDevices) {
  PlanFile file;
  file.name = "nothing";
  file.plan.mesh = Mesh({{"x", numDevices}});
  ProcessGroup group;
  auto executor = CUDAExecutor::create(std::move(file), group);
  return executor ? "" : toString(executor.takeError());
}

TEST(CUDAExecutor, TooFewDevices) {
  int available = 0;
  if (cudaGetDeviceCount(&available) == cudaSuccess)
    EXPECT_EQ(createOn(64), "the mesh has 64 devices, of which rank 0 drives "
                            "numbers 0 to 63 of its host, which has " +
                                std::to_string(available));
  else
    EXPECT_THAT(createOn(64), testing::StartsWith("no GPU can be used: "));
}
