//===- RandomProgramTest.cpp - Split programs against whole ones ----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Compiles random programs for one device and for several, with random layouts,
// runs both and compares every output: propagation, partitioning, reshards,
// kernels, the schedule and the collectives together. Programs whose
// collectives run beside the computation are also run in other orders that
// their streams allow: all must give the same bits. SHARDWISE_RANDOM_PROGRAMS
// sets how many programs; SHARDWISE_RANDOM_SEED where to begin.
//
//===----------------------------------------------------------------------===//

#include "RandomProgram.h"
#include "RunProgram.h"
#include "mlir/IR/MLIRContext.h"
#include "mlir/Parser/Parser.h"
#include "shardwise/Pipelines/Pipelines.h"
#include "shardwise/Pipelines/Register.h"
#include "shardwise/Runtime/Streams.h"
#include "gtest/gtest.h"
#include <random>

using namespace mlir;
using namespace mlir::shardwise;
using namespace mlir::shardwise::test;
namespace runtime = ::shardwise::runtime;

using ::shardwise::test::getDifference;
using ::shardwise::test::getLimit;
using ::shardwise::test::Outputs;

static unsigned getSetting(const char *name, unsigned otherwise) {
  const char *text = std::getenv(name);
  return text ? std::strtoul(text, nullptr, 10) : otherwise;
}

static Outputs runStep(runtime::Executor &executor) {
  auto outputs = ::shardwise::test::runProgram(executor);
  if (outputs)
    return std::move(*outputs);
  ADD_FAILURE() << ::shardwise::toString(outputs.takeError());
  return {};
}

static std::optional<CompiledStep> compile(MLIRContext &context,
                                           const std::string &text,
                                           bool overlap, int64_t cutRows = 0) {
  OwningOpRef<ModuleOp> module = parseSourceString<ModuleOp>(text, &context);
  if (!module) {
    ADD_FAILURE() << "does not parse:\n" << text;
    return std::nullopt;
  }
  CompileOptions options;
  options.schedule.overlap = overlap;
  // Rates at which the products of these programs are worth a cut.
  options.schedule.cutRows = cutRows;
  if (cutRows) {
    options.schedule.linkRate = 1e-8;
    options.schedule.productRate = 1e-9;
  }
  // Variables without a layout are split in half of the programs.
  options.splitUpdates = text.size() % 2;
  // What else GPUs do: sums of two devices as exchanges.
  options.gpuKernels = overlap;
  // Whatever can be, as these are too small for anything to be worth it.
  options.recompute = 1;
  options.swapBytes = 0;
  ::shardwise::Expected<CompiledStep> step =
      CompiledStep::compile(*module, options);
  if (step)
    return std::move(*step);
  ADD_FAILURE() << ::shardwise::toString(step.takeError()) << "\n" << text;
  return std::nullopt;
}

static Outputs runProgram(MLIRContext &context, const std::string &text) {
  auto step = compile(context, text, /*overlap=*/false);
  return step ? runStep(*step->executor) : Outputs();
}

/// The commands in another order: each time the next of a random stream whose
/// waits are over. With `prefers`, that of one stream as long as it can go on.
static runtime::Plan reorder(const runtime::Plan &plan, std::mt19937 &random,
                             std::optional<uint32_t> prefers) {
  std::vector<std::vector<uint32_t>> rest(runtime::getNumStreams(plan));
  for (uint32_t number = plan.commands.size(); number-- > 0;)
    rest[plan.commands[number].stream].push_back(number);
  runtime::Plan result = plan;
  result.commands.clear();
  result.operands.clear();
  result.waits.clear();
  std::vector<bool> hasRun(plan.commands.size());
  while (result.commands.size() < plan.commands.size()) {
    llvm::SmallVector<uint32_t> ready;
    for (uint32_t stream = 0; stream < rest.size(); ++stream)
      if (!rest[stream].empty() &&
          llvm::all_of(runtime::getWaits(plan, rest[stream].back()),
                       [&](uint32_t wait) { return hasRun[wait]; }))
        ready.push_back(stream);
    uint32_t stream = ready[random() % ready.size()];
    if (prefers && llvm::is_contained(ready, *prefers))
      stream = *prefers;
    uint32_t number = rest[stream].back();
    rest[stream].pop_back();
    hasRun[number] = true;
    runtime::Command command = plan.commands[number];
    auto operands =
        llvm::ArrayRef(plan.operands)
            .slice(command.firstOperand, runtime::getNumOperands(plan, number));
    command.firstOperand = result.operands.size();
    command.firstWait = command.stream = 0;
    llvm::append_range(result.operands, operands);
    result.commands.push_back(command);
  }
  return result;
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

TEST(RandomProgramTest, EveryOrderOfStreamsGivesTheSameBits) {
  DialectRegistry registry;
  registerAllDialects(registry);
  registerKernelCompilerDialects(registry);
  MLIRContext context(registry);
  const std::vector<std::vector<MeshAxis>> meshes = {
      {{"x", 2}}, {{"x", 2}, {"y", 2}}, {{"x", 2}, {"y", 3}}, {{"x", 4}}};
  unsigned first = getSetting("SHARDWISE_RANDOM_SEED", 1);
  unsigned count = getSetting("SHARDWISE_RANDOM_PROGRAMS", 40);
  unsigned numOverlapped = 0, numCut = 0;
  for (unsigned seed = first; seed < first + count; ++seed) {
    std::string text =
        RandomProgram(seed, meshes[seed % meshes.size()]).write();
    auto whole = compile(context, text, /*overlap=*/true);
    auto step = compile(context, text, /*overlap=*/true, /*cutRows=*/1);
    ASSERT_TRUE(whole && step);
    const runtime::Plan &plan = step->executor->getPlan();
    EXPECT_EQ(runtime::checkStreams(plan), std::nullopt) << text;
    numOverlapped += runtime::getNumStreams(plan) > 1;
    numCut += plan.commands.size() > whole->executor->getPlan().commands.size();
    Outputs expected = runStep(*step->executor);
    Outputs plain = runProgram(context, text);
    for (auto &[name, values] : plain)
      EXPECT_LT(getDifference(values, expected[name]), 1e-3) << text;
    std::mt19937 random(seed);
    for (std::optional<uint32_t> prefers :
         {std::optional<uint32_t>(0), std::optional<uint32_t>(1),
          std::optional<uint32_t>()}) {
      auto executor = runtime::Executor::create(reorder(plan, random, prefers));
      ASSERT_TRUE(bool(executor));
      EXPECT_TRUE(runStep(**executor) == expected) << "seed " << seed << "\n"
                                                   << text;
    }
    if (testing::Test::HasFailure())
      return;
  }
  EXPECT_GT(numOverlapped, count / 4);
  EXPECT_GT(numCut, count / 20);
}

/// Kernels as for GPUs are run here by other means, so that what forms them is
/// tested where there is none.
TEST(RandomProgramTest, KernelsOfGPUsMatchPlainOnes) {
  DialectRegistry registry;
  registerAllDialects(registry);
  registerKernelCompilerDialects(registry);
  MLIRContext context(registry);
  unsigned first = getSetting("SHARDWISE_RANDOM_SEED", 1);
  unsigned count = getSetting("SHARDWISE_RANDOM_PROGRAMS", 40);
  for (unsigned seed = first; seed < first + count; ++seed) {
    auto write = [&](int64_t size) {
      const MeshAxis axes[] = {{"x", size}};
      return RandomProgram(seed, axes, RandomProgramOptions::forGPUs(seed))
          .write();
    };
    Outputs expected = runProgram(context, write(1));
    for (int64_t size : {1, 2}) {
      std::string text = write(size);
      auto step = compile(context, text, /*overlap=*/true);
      ASSERT_TRUE(step);
      Outputs found = runStep(*step->executor);
      ASSERT_EQ(expected.size(), found.size()) << "seed " << seed << "\n"
                                               << text;
      for (auto &[name, values] : expected)
        EXPECT_LT(getDifference(values, found[name]), getLimit(seed % 2))
            << "output " << name << ", seed " << seed << "\n"
            << text;
    }
    if (testing::Test::HasFailure())
      return;
  }
}
