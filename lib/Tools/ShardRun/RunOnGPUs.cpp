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
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Format.h"
#ifdef SHARDWISE_ENABLE_CUDA
#include "shardwise/Runtime/CUDA/Executor.h"
#endif

using namespace mlir::shardwise;
using namespace mlir::shardwise::tools;
using namespace shardwise::runtime;

//===----------------------------------------------------------------------===//
// The devices
//===----------------------------------------------------------------------===//

#ifdef SHARDWISE_ENABLE_CUDA

llvm::Error tools::checkGPUs() { return CUDAExecutor::checkGPUs(); }

static void printMemory(const CUDAExecutor &executor) {
  CUDAMemory memory = executor.getMemory();
  llvm::outs() << "device memory: " << memory.plannedBytes << " bytes planned, "
               << memory.allocatedBytes << " allocated ("
               << llvm::format(
                      "%+.2f %%",
                      100.0 * (memory.allocatedBytes - memory.plannedBytes) /
                          std::max<int64_t>(memory.plannedBytes, 1))
               << "), " << memory.usedBytes << " with the libraries' own\n";
  // Who waits for the steps sees that they begin.
  llvm::outs().flush();
}

/// Measures the step, and then its commands if the user wants that.
static llvm::Error measure(CUDAExecutor &executor, const Options &options,
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
  printBench(llvm::outs(), *bench);
  trained.bench = std::move(*bench);
  if (!options.gpu.profile)
    return llvm::Error::success();
  auto commands = executor.profile(/*repeats=*/5);
  if (!commands)
    return commands.takeError();
  printProfile(llvm::outs(), *commands, trained.bench->steady);
  if (options.gpu.trace.empty() || !options.writesFiles)
    return llvm::Error::success();
  return llvm::writeToOutput(options.gpu.trace, [&](llvm::raw_ostream &os) {
    printTrace(os, *commands);
    return llvm::Error::success();
  });
}

llvm::Error tools::runOnGPUs(PlanFile file, const Options &options,
                             const Bundle &bundle, int64_t firstStep,
                             Processes &processes, CompileFacts &facts) {
  TrainFacts trained;
  CUDAOptions cudaOptions;
  cudaOptions.allowTF32 = options.gpu.allowTF32;
  cudaOptions.noGraph = options.gpu.noGraph;
  cudaOptions.stepSeconds = options.timeout;
  cudaOptions.memoryLimit = options.gpu.memoryLimit;
  auto executor =
      CUDAExecutor::create(std::move(file), processes.group, cudaOptions);
  if (!executor)
    return executor.takeError();
  int64_t numProcesses = processes.group.getSize();
  facts.target = (*executor)->getDeviceName().str() + ", " +
                 std::to_string(numProcesses) +
                 (numProcesses == 1 ? " process" : " processes");
  printCompiled(llvm::outs(), bundle, options, facts);
  printMemory(**executor);
  llvm::Error error =
      options.gpu.bench
          ? measure(**executor, options, bundle, firstStep, trained)
          : runSteps(**executor, options, bundle, firstStep, trained);
  llvm::outs() << "\nran as " << (*executor)->describeExecution() << "\n";
  error =
      llvm::joinErrors(std::move(error), writeJSON(options, facts, trained));
  printVerdict(llvm::outs(), trained);
  return error;
}

#else

static constexpr const char *kNoCUDA =
    "no GPU can be used: this build was configured without CUDA";

llvm::Error tools::checkGPUs() { return llvm::createStringError(kNoCUDA); }

llvm::Error tools::runOnGPUs(PlanFile, const Options &, const Bundle &, int64_t,
                             Processes &, CompileFacts &) {
  return llvm::createStringError(kNoCUDA);
}

#endif

//===----------------------------------------------------------------------===//
// Compiled steps
//===----------------------------------------------------------------------===//

llvm::Error tools::runStepFile(Options options, Processes &processes,
                               Settlement &settlement) {
  auto file = readPlanFile(options.step);
  if (!file)
    return file.takeError();
  auto facts = parseFacts(file->facts);
  if (!facts)
    return llvm::createStringError(options.step + ": " +
                                   llvm::toString(facts.takeError()));
  if (options.bundle.empty()) {
    options.bundle = facts->bundle;
    if (!llvm::sys::fs::exists(options.bundle))
      return llvm::createStringError(
          options.step + ": was compiled from the bundle '" + options.bundle +
          "', which is not here; name the bundle after the step");
  }
  int64_t firstStep;
  auto bundle = openBundle(options, firstStep);
  if (!bundle)
    return bundle.takeError();
  if (file->name != bundle->getManifest().name)
    return llvm::createStringError(options.step + ": is the step of '" +
                                   file->name + "', the bundle is '" +
                                   bundle->getManifest().name + "'");
  settlement.haveStep = true;
  if (llvm::Error error =
          settle(processes, llvm::Error::success(), kPreparing, settlement))
    return error;
  return runOnGPUs(std::move(*file), options, *bundle, firstStep, processes,
                   *facts);
}
