//===- RunOnGPUs.cpp - Train a compiled step on GPUs ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the tools do with a step for GPUs, wherever it was compiled. Every
// process of a run computes the same report; rank 0 alone prints and writes.
//
//===----------------------------------------------------------------------===//

#include "RunOnGPUs.h"
#include "Benchmark.h"
#include "FactsFile.h"
#include "Outputs.h"
#include "Profile.h"
#include "Report.h"
#include "RunBundle.h"
#include "Training.h"
#include <cstdlib>
#include <filesystem>
#include <iostream>
#ifdef SHARDWISE_ENABLE_CUDA
#include "shardwise/Runtime/CUDA/Executor.h"
#endif

using namespace shardwise;
using namespace shardwise::tools;
using namespace shardwise::runtime;

//===----------------------------------------------------------------------===//
// The devices
//===----------------------------------------------------------------------===//

#ifdef SHARDWISE_ENABLE_CUDA

Error tools::checkGPUs() { return CUDAExecutor::checkGPUs(); }

static void printMemory(const CUDAExecutor &executor) {
  CUDAMemory memory = executor.getMemory();
  double extra = 100.0 * (memory.allocatedBytes - memory.plannedBytes) /
                 std::max<int64_t>(memory.plannedBytes, 1);
  std::cout << formatText("device memory: {} bytes planned, {} allocated "
                          "({:+.2f} %); the device has {} {} free, with what "
                          "libraries and other processes took\n",
                          memory.plannedBytes, memory.allocatedBytes, extra,
                          std::abs(memory.usedBytes),
                          memory.usedBytes < 0 ? "more" : "less");
  // Who waits for the steps sees that they begin.
  std::cout.flush();
}

/// Measures the step, and then its commands if the user wants that.
static Error measure(CUDAExecutor &executor, const Options &options,
                     const Bundle &bundle, int64_t firstStep,
                     TrainFacts &trained) {
  auto step = DeviceStep::create(bundle, executor.getPlan().mesh, executor);
  if (!step)
    return step.takeError();
  setFirstValues(*step, bundle, firstStep);
  auto bench =
      measureSteps(executor, options.gpu.numWarm, options.steps.value_or(30));
  if (!bench)
    return bench.takeError();
  CUDAMemory memory = executor.getMemory();
  bench->allocatedBytes = memory.allocatedBytes;
  bench->usedBytes = memory.usedBytes;
  bench->deviceBytes = memory.deviceBytes;
  printBench(std::cout, *bench);
  trained.bench = std::move(*bench);
  if (!options.gpu.profile)
    return Error::success();
  auto commands = executor.profile(/*repeats=*/5);
  if (!commands)
    return commands.takeError();
  printProfile(std::cout, *commands, trained.bench->steady);
  if (options.gpu.trace.empty() || !options.writesFiles)
    return Error::success();
  return writeOutput(options.gpu.trace,
                     [&](std::ostream &os) { printTrace(os, *commands); });
}

Error tools::runOnGPUs(PlanFile file, const Options &options,
                       const Bundle &bundle, int64_t firstStep,
                       Processes &processes, CompileFacts &facts) {
  TrainFacts trained;
  CUDAOptions cudaOptions;
  cudaOptions.allowTF32 = options.gpu.allowTF32;
  cudaOptions.noGraph = options.gpu.noGraph;
  cudaOptions.poison = options.gpu.poison;
  cudaOptions.stepSeconds = options.timeout;
  cudaOptions.memoryLimit = options.gpu.memoryLimit;
  auto executor =
      CUDAExecutor::create(std::move(file), processes.group, cudaOptions);
  if (!executor)
    return executor.takeError();
  int64_t numProcesses = processes.group.getSize();
  facts.target = std::string((*executor)->getDeviceName()) + ", " +
                 std::to_string(numProcesses) +
                 (numProcesses == 1 ? " process" : " processes");
  printCompiled(std::cout, bundle, options, facts);
  printMemory(**executor);
  Error error = options.gpu.bench
                    ? measure(**executor, options, bundle, firstStep, trained)
                    : runSteps(**executor, options, bundle, firstStep, trained);
  std::cout << "\nran as " << (*executor)->describeExecution() << "\n";
  error = joinErrors(std::move(error), writeJSON(options, facts, trained));
  printVerdict(std::cout, trained);
  return error;
}

#else

static constexpr const char *kNoCUDA =
    "no GPU can be used: this build was configured without CUDA";

Error tools::checkGPUs() { return makeError("{}", kNoCUDA); }

Error tools::runOnGPUs(PlanFile, const Options &, const Bundle &, int64_t,
                       Processes &, CompileFacts &) {
  return makeError("{}", kNoCUDA);
}

#endif

//===----------------------------------------------------------------------===//
// Compiled steps
//===----------------------------------------------------------------------===//

Error tools::runStepFile(Options options, Processes &processes,
                         Settlement &settlement) {
  auto file = readPlanFile(options.step);
  if (!file)
    return file.takeError();
  auto facts = parseFacts(file->facts);
  if (!facts)
    return makeError("{}: {}", options.step, toString(facts.takeError()));
  if (options.bundle.empty()) {
    options.bundle = facts->bundle;
    std::error_code ignored;
    if (!std::filesystem::exists(options.bundle, ignored))
      return makeError("{}: was compiled from the bundle '{}', which is not "
                       "here; name the bundle after the step",
                       options.step, options.bundle);
  }
  int64_t firstStep;
  auto bundle = openBundle(options, firstStep);
  if (!bundle)
    return bundle.takeError();
  if (file->name != bundle->getManifest().name)
    return makeError("{}: is the step of '{}', the bundle is '{}'",
                     options.step, file->name, bundle->getManifest().name);
  settlement.haveStep = true;
  if (Error error = settle(processes, Error::success(), kPreparing, settlement))
    return error;
  return runOnGPUs(std::move(*file), options, *bundle, firstStep, processes,
                   *facts);
}
