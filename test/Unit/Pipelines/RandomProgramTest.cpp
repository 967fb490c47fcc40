//===- RandomProgramTest.cpp - Split programs against whole ones ----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Compiles random programs for one device and for several, with random layouts,
// runs both and compares every output: propagation, partitioning, reshards,
// kernels, the schedule and the collectives together. SHARDWISE_RANDOM_PROGRAMS
// sets how many; SHARDWISE_RANDOM_SEED where to begin.
//
//===----------------------------------------------------------------------===//

#include "RandomProgram.h"
#include "mlir/IR/MLIRContext.h"
#include "mlir/Parser/Parser.h"
#include "shardwise/Pipelines/Pipelines.h"
#include "shardwise/Pipelines/Register.h"
#include "gtest/gtest.h"
#include <cmath>

using namespace mlir;
using namespace mlir::shardwise;
using namespace mlir::shardwise::test;

using Outputs = std::map<std::string, std::vector<float>>;

static unsigned getSetting(const char *name, unsigned otherwise) {
  const char *text = std::getenv(name);
  return text ? std::strtoul(text, nullptr, 10) : otherwise;
}

/// Runs a program once on variables that depend on the index.
static Outputs runProgram(MLIRContext &context, const std::string &text) {
  OwningOpRef<ModuleOp> module = parseSourceString<ModuleOp>(text, &context);
  if (!module) {
    ADD_FAILURE() << "does not parse:\n" << text;
    return {};
  }
  llvm::Expected<CompiledStep> step = CompiledStep::compile(*module);
  if (!step) {
    ADD_FAILURE() << llvm::toString(step.takeError()) << "\n" << text;
    return {};
  }
  auto &executor = *step->executor;
  for (auto [index, shard] : llvm::enumerate(executor.getShards())) {
    if (shard.role != ::shardwise::runtime::ShardInfo::Variable)
      continue;
    std::vector<float> values(executor.getGlobalBytes(index) / sizeof(float));
    for (auto [i, value] : llvm::enumerate(values))
      value = std::sin(0.7 * i + shard.argument);
    executor.write(index, values.data());
  }
  if (llvm::Error error = executor.runStep()) {
    ADD_FAILURE() << llvm::toString(std::move(error)) << "\n" << text;
    return {};
  }
  Outputs outputs;
  for (auto [index, shard] : llvm::enumerate(executor.getShards())) {
    if (shard.role != ::shardwise::runtime::ShardInfo::Output)
      continue;
    std::vector<float> values(executor.getGlobalBytes(index) / sizeof(float));
    executor.read(index, values.data());
    outputs[shard.name] = values;
  }
  return outputs;
}

/// The largest difference, relative to the largest value; infinite where only
/// one is finite.
static double getDifference(const std::vector<float> &a,
                            const std::vector<float> &b) {
  double largest = 1e-3, difference = 0;
  for (auto [x, y] : llvm::zip_equal(a, b)) {
    if (std::isfinite(x) != std::isfinite(y))
      return INFINITY;
    if (!std::isfinite(x))
      continue;
    largest = std::max<double>(largest, std::abs(x));
    difference = std::max<double>(difference, std::abs(x - y));
  }
  return difference / largest;
}

TEST(RandomProgramTest, SplitProgramsMatchWholeOnes) {
  DialectRegistry registry;
  registerAllDialects(registry);
  registerKernelCompilerDialects(registry);
  MLIRContext context(registry);
  const MeshAxis whole[] = {{"x", 1}};
  const std::vector<std::vector<MeshAxis>> meshes = {
      {{"x", 2}},           {{"x", 2}, {"y", 2}}, {{"x", 4}},
      {{"x", 2}, {"y", 3}}, {{"x", 4}, {"y", 2}}, {{"x", 6}},
  };
  unsigned first = getSetting("SHARDWISE_RANDOM_SEED", 1);
  unsigned count = getSetting("SHARDWISE_RANDOM_PROGRAMS", 40);
  for (unsigned seed = first; seed < first + count; ++seed) {
    const std::vector<MeshAxis> &axes = meshes[seed % meshes.size()];
    Outputs expected = runProgram(context, RandomProgram(seed, whole).write());
    std::string text = RandomProgram(seed, axes).write();
    Outputs found = runProgram(context, text);
    ASSERT_EQ(expected.size(), found.size()) << "seed " << seed << "\n" << text;
    for (auto &[name, values] : expected)
      EXPECT_LT(getDifference(values, found[name]), 1e-3)
          << "output " << name << ", seed " << seed << "\n"
          << text;
    if (testing::Test::HasFailure())
      return;
  }
}
