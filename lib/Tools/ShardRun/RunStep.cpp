//===- RunStep.cpp - Run a compiled step on GPUs --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The tool `shard-run-step`: what shard-run does, with a step that was compiled
// elsewhere. Every process of a run reads the same files and computes the same
// report; rank 0 alone prints and writes.
//
//===----------------------------------------------------------------------===//

#include "Benchmark.h"
#include "Errors.h"
#include "FactsFile.h"
#include "Outputs.h"
#include "Processes.h"
#include "Profile.h"
#include "Report.h"
#include "RunBundle.h"
#include "Training.h"
#include "shardwise/Runtime/PlanFile.h"
#include "shardwise/Tools/ShardCompile.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Format.h"
#ifdef SHARDWISE_ENABLE_CUDA
#include "shardwise/Runtime/CUDA/Executor.h"
#endif

using namespace mlir::shardwise;
using namespace mlir::shardwise::tools;
using namespace shardwise::runtime;
namespace cl = llvm::cl;

static constexpr llvm::StringLiteral kTool = "shard-run-step";
static constexpr const char *kReading = "reading the step";
static constexpr llvm::StringLiteral kOverview =
    "Train the step of a bundle that shard-compile has compiled\n\n"
    "  shard-run-step step.swx BUNDLE --check              all GPUs from here\n"
    "  torchrun --no-python --nproc-per-node=2 shard-run-step step.swx BUNDLE\n"
    "                                                      a process a GPU\n";

namespace {
struct RunStepOptions {
  Options common;
  std::string step;
  bool allowTF32 = false, noGraph = false;
  bool bench = false, profile = false;
  int64_t numWarm = 40;
  /// A file for the time line of --profile; empty for none.
  std::string trace;
};

/// The options as LLVM's parser fills them.
struct Parser {
  cl::OptionCategory category{"Options of shard-run-step"};
  cl::opt<std::string> step{cl::Positional, cl::value_desc("STEP"),
                            cl::desc("STEP"), cl::cat(category)};
  cl::opt<std::string> bundle{cl::Positional, cl::value_desc("BUNDLE"),
                              cl::desc("BUNDLE"), cl::cat(category)};
  cl::opt<unsigned> steps{
      "steps", cl::value_desc("n"), cl::cat(category),
      cl::desc("How many steps to train; as many as the bundle has expected "
               "values for if not given")};
  cl::opt<bool> check{
      "check", cl::cat(category),
      cl::desc("Compare losses, outputs and variables with the expected values "
               "of one device, and fail if a tolerance is broken")};
  cl::opt<std::string> load{
      "load", cl::value_desc("file.safetensors"), cl::cat(category),
      cl::desc("Begin with the variables of a saved file")};
  cl::opt<std::string> save{"save", cl::value_desc("file.safetensors"),
                            cl::cat(category),
                            cl::desc("Save the variables after the last step")};
  cl::opt<std::string> json{"json", cl::value_desc("file"), cl::cat(category),
                            cl::desc("Write a report in JSON; - for stdout")};
  cl::opt<bool> verbose{"verbose", cl::cat(category),
                        cl::desc("List every variable and compared value")};
  cl::opt<bool> tf32{"tf32", cl::cat(category),
                     cl::desc("Let products of f32 round operands to TF32")};
  cl::opt<bool> noGraph{"no-graph", cl::cat(category),
                        cl::desc("Run commands one by one, never as a graph")};
  cl::opt<bool> bench{
      "bench", cl::cat(category),
      cl::desc("Measure the step instead of training: a burst, and --steps "
               "steps (30) after --warm steps")};
  cl::opt<unsigned> warm{"warm", cl::init(40), cl::value_desc("n"),
                         cl::cat(category),
                         cl::desc("Steps before those that --bench measures")};
  cl::opt<bool> profile{
      "profile", cl::cat(category),
      cl::desc("As --bench, and then time each command by itself")};
  cl::opt<std::string> trace{
      "trace", cl::value_desc("file.json"), cl::cat(category),
      cl::desc("Write the times of --profile for a trace viewer")};
  cl::opt<unsigned> timeout{"timeout", cl::init(300), cl::value_desc("seconds"),
                            cl::cat(category),
                            cl::desc("Give up a step that takes longer")};
};
} // namespace

static llvm::Expected<RunStepOptions> parse(int argc, char **argv) {
  Parser parser;
  cl::HideUnrelatedOptions(parser.category);
  cl::SetVersionPrinter([](llvm::raw_ostream &os) {
    os << "shard-run-step of Shardwise " SHARDWISE_VERSION "\n";
  });
  std::string messages;
  llvm::raw_string_ostream os(messages);
  if (!cl::ParseCommandLineOptions(argc, argv, kOverview, &os))
    return llvm::createStringError(llvm::StringRef(messages).trim());
  if (parser.step.empty() || parser.bundle.empty())
    return llvm::createStringError(
        "a compiled step and a bundle are wanted; shard-run-step --help says "
        "how");
  if (parser.steps.getNumOccurrences() && parser.steps == 0)
    return llvm::createStringError("--steps=0: expected a positive number");
  if (parser.check && !parser.load.empty())
    return llvm::createStringError(
        "--check compares with a run from the bundle's own variables, but "
        "--load takes others");
  if ((parser.bench || parser.profile) &&
      (parser.check || !parser.save.empty()))
    return llvm::createStringError(
        "--bench and --profile do not train, so there is nothing for --check "
        "and --save");
  if (!parser.trace.empty() && !parser.profile)
    return llvm::createStringError("--trace writes the times of --profile, "
                                   "which is missing");
  RunStepOptions options;
  options.bench = parser.bench || parser.profile;
  options.profile = parser.profile;
  options.numWarm = parser.warm;
  options.trace = parser.trace;
  options.step = parser.step;
  options.common.bundle = parser.bundle;
  if (parser.steps)
    options.common.steps = parser.steps;
  options.common.check = parser.check;
  options.common.load = parser.load;
  options.common.save = parser.save;
  options.common.json = parser.json;
  options.common.verbose = parser.verbose;
  options.allowTF32 = parser.tf32;
  options.noGraph = parser.noGraph;
  options.common.timeout = parser.timeout;
  return options;
}

#ifdef SHARDWISE_ENABLE_CUDA

static void printMemory(const CUDAExecutor &executor) {
  CUDAMemory memory = executor.getMemory();
  llvm::outs() << "device memory: " << memory.plannedBytes << " bytes planned, "
               << memory.allocatedBytes << " allocated ("
               << llvm::format(
                      "%+.2f %%",
                      100.0 * (memory.allocatedBytes - memory.plannedBytes) /
                          std::max<int64_t>(memory.plannedBytes, 1))
               << "), " << memory.usedBytes << " with the libraries' own\n";
}

/// Measures the step, and then its commands if the user wants that.
static llvm::Error measure(CUDAExecutor &executor,
                           const RunStepOptions &options, const Bundle &bundle,
                           int64_t firstStep, TrainFacts &trained) {
  auto step = DeviceStep::create(bundle, executor.getPlan().mesh, executor);
  if (!step)
    return step.takeError();
  setFirstValues(*step, bundle, firstStep);
  auto bench = measureSteps(executor, options.numWarm,
                            options.common.steps.value_or(30));
  if (!bench)
    return bench.takeError();
  CUDAMemory memory = executor.getMemory();
  bench->allocatedBytes = memory.allocatedBytes;
  bench->usedBytes = memory.usedBytes;
  bench->deviceBytes = memory.deviceBytes;
  printBench(llvm::outs(), *bench);
  trained.bench = std::move(*bench);
  if (!options.profile)
    return llvm::Error::success();
  auto commands = executor.profile(/*repeats=*/5);
  if (!commands)
    return commands.takeError();
  printProfile(llvm::outs(), *commands, trained.bench->steady);
  if (options.trace.empty())
    return llvm::Error::success();
  return llvm::writeToOutput(options.trace, [&](llvm::raw_ostream &os) {
    printTrace(os, *commands);
    return llvm::Error::success();
  });
}

/// Trains on the devices of all processes.
static llvm::Error runOnGPUs(PlanFile file, const RunStepOptions &options,
                             const Bundle &bundle, int64_t firstStep,
                             Processes &processes, CompileFacts &facts,
                             TrainFacts &trained) {
  CUDAOptions cudaOptions;
  cudaOptions.allowTF32 = options.allowTF32;
  cudaOptions.noGraph = options.noGraph;
  cudaOptions.stepSeconds = options.common.timeout;
  auto executor =
      CUDAExecutor::create(std::move(file), processes.group, cudaOptions);
  if (!executor)
    return executor.takeError();
  int64_t numProcesses = processes.group.getSize();
  facts.target = (*executor)->getDeviceName().str() + ", " +
                 std::to_string(numProcesses) +
                 (numProcesses == 1 ? " process" : " processes");
  printCompiled(llvm::outs(), bundle, options.common, facts);
  printMemory(**executor);
  llvm::Error error =
      options.bench
          ? measure(**executor, options, bundle, firstStep, trained)
          : runSteps(**executor, options.common, bundle, firstStep, trained);
  llvm::outs() << "\nran as " << (*executor)->describeExecution() << "\n";
  return llvm::joinErrors(std::move(error),
                          writeJSON(options.common, facts, trained));
}

#else

static llvm::Error runOnGPUs(PlanFile, const RunStepOptions &, const Bundle &,
                             int64_t, Processes &, CompileFacts &,
                             TrainFacts &) {
  return llvm::createStringError(
      "this build has no runtime for GPUs: it was configured without CUDA");
}

#endif

/// Runs the step; `settlement` says whether all processes have read it.
static llvm::Error run(const RunStepOptions &options, Processes &processes,
                       Settlement &settlement) {
  int64_t firstStep;
  auto bundle = openBundle(options.common, firstStep);
  if (!bundle)
    return bundle.takeError();
  auto file = readPlanFile(options.step);
  if (!file)
    return file.takeError();
  auto facts = parseFacts(file->facts);
  if (!facts)
    return llvm::createStringError(options.step + ": " +
                                   llvm::toString(facts.takeError()));
  if (file->name != bundle->getManifest().name)
    return llvm::createStringError(options.step + ": is the step of '" +
                                   file->name + "', the bundle is '" +
                                   bundle->getManifest().name + "'");
  settlement.haveStep = true;
  if (llvm::Error error =
          settle(processes, llvm::Error::success(), kReading, settlement))
    return error;
  TrainFacts trained;
  llvm::Error error = runOnGPUs(std::move(*file), options, *bundle, firstStep,
                                processes, *facts, trained);
  if (trained.check)
    llvm::outs() << (trained.check->isOk() ? "\nmatches one device\n"
                                           : "\ndiffers from one device\n");
  return error;
}

int mlir::shardwise::shardRunStepMain(int argc, char **argv) {
  auto options = parse(argc, argv);
  if (!options) {
    printError(options.takeError(), kTool);
    return 1;
  }
  auto processes = startProcesses(options->common);
  if (!processes) {
    printError(processes.takeError(), kTool);
    return 1;
  }
  Settlement settlement;
  llvm::Error error = run(*options, *processes, settlement);
  error = settle(*processes, std::move(error),
                 settlement.haveStep ? "ending the run" : kReading, settlement);
  if (!error)
    return 0;
  if (settlement.isMine)
    printError(std::move(error), kTool);
  llvm::consumeError(std::move(error));
  return 1;
}
