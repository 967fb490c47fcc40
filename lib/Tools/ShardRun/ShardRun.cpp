//===- ShardRun.cpp - Train the step of a bundle --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The order of things: everything that can be wrong with files and options is
// found before the step is compiled, everything that can be wrong with layouts
// before the first step runs. Files are written at the end, the variables only
// if the numbers are right.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Tools/ShardRun.h"
#include "Compile.h"
#include "Diagnostics.h"
#include "Outputs.h"
#include "Report.h"
#include "RunBundle.h"
#include "RunOnGPUs.h"
#include "shardwise/Import/Import.h"
#include "shardwise/Pipelines/Register.h"
#include "llvm/Config/llvm-config.h"
#include <iostream>
#ifdef SHARDWISE_ENABLE_MPI
#include "shardwise/Runtime/MPI/Transport.h"
#endif

using namespace mlir;
using namespace mlir::shardwise;
using namespace ::shardwise;
using namespace ::shardwise::tools;

#ifdef SHARDWISE_ENABLE_MPI
static constexpr ConnectMPI kConnectMPI = ::shardwise::runtime::connectMPI;
#else
static constexpr ConnectMPI kConnectMPI = nullptr;
#endif

/// Compiles a bundle and trains it on CPU devices.
static Error runOnCPUs(const Options &options, const Bundle &bundle,
                       int64_t firstStep, MLIRContext &context,
                       Processes &processes, Settlement &settlement) {
  auto compiled =
      compileBundle(context, bundle, options, processes, settlement);
  if (!compiled)
    return compiled.takeError();
  printCompiled(std::cout, bundle, options, compiled->facts);
  TrainFacts facts;
  Error error = Error::success();
  if (!options.dryRun)
    error =
        runSteps(*compiled->step.executor, options, bundle, firstStep, facts);
  // A report says also what went wrong.
  error =
      joinErrors(std::move(error), writeJSON(options, compiled->facts, facts));
  printVerdict(std::cout, facts);
  return error;
}

/// The same on GPUs, which must be there before the step is compiled for them.
static Error compileForGPUs(const Options &options, const Bundle &bundle,
                            int64_t firstStep, MLIRContext &context,
                            Processes &processes, Settlement &settlement) {
  if (!options.dryRun)
    if (Error error = checkGPUs())
      return error;
  auto compiled = compileGPUBundle(context, bundle, options);
  if (!compiled)
    return compiled.takeError();
  settlement.haveStep = true;
  if (Error error = settle(processes, Error::success(), kPreparing, settlement))
    return error;
  if (!options.dryRun)
    return runOnGPUs(std::move(compiled->step.file), options, bundle, firstStep,
                     processes, compiled->facts);
  printCompiled(std::cout, bundle, options, compiled->facts);
  return writeJSON(options, compiled->facts, {});
}

static Error run(const Options &options, Processes &processes,
                 Settlement &settlement, std::ostream &diagnostics) {
  if (!options.step.empty())
    return runStepFile(options, processes, settlement);
  bool isGPU = options.target == Target::GPU;
  DialectRegistry registry;
  registerAllDialects(registry);
  registerImportDialects(registry);
  (isGPU ? registerGPUKernelCompilerDialects
         : registerKernelCompilerDialects)(registry);
  MLIRContext context(registry);
  DiagnosticPrinter printer(&context, getName(Tool::Run), diagnostics);
  int64_t firstStep;
  auto bundle = openBundle(options, firstStep);
  if (!bundle)
    return bundle.takeError();
  return (isGPU ? compileForGPUs : runOnCPUs)(options, *bundle, firstStep,
                                              context, processes, settlement);
}

int ::shardwise::shardRunMain(int argc, char **argv) {
  return runTool(Tool::Run, argc, argv, kConnectMPI, run,
                 ", with LLVM " LLVM_VERSION_STRING);
}
