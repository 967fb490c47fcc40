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
#include "shardwise/Import/Import.h"
#include "shardwise/Pipelines/Register.h"
#ifdef SHARDWISE_ENABLE_MPI
#include "shardwise/Runtime/MPI/Transport.h"
#endif

using namespace mlir;
using namespace mlir::shardwise;
using namespace mlir::shardwise::tools;

#ifdef SHARDWISE_ENABLE_MPI
static constexpr ConnectMPI kConnectMPI = ::shardwise::runtime::connectMPI;
#else
static constexpr ConnectMPI kConnectMPI = nullptr;
#endif

/// Compiles and trains. With several processes, `settlement` says whether all
/// have compiled the step.
static llvm::Error run(const Options &options, MLIRContext &context,
                       Processes &processes, Settlement &settlement) {
  int64_t firstStep;
  auto bundle = openBundle(options, firstStep);
  if (!bundle)
    return bundle.takeError();
  auto compiled =
      compileBundle(context, *bundle, options, processes, settlement);
  if (!compiled)
    return compiled.takeError();
  printCompiled(llvm::outs(), *bundle, options, compiled->facts);
  TrainFacts facts;
  llvm::Error error = llvm::Error::success();
  if (!options.dryRun)
    error =
        runSteps(*compiled->step.executor, options, *bundle, firstStep, facts);
  // A report says also what went wrong.
  error = llvm::joinErrors(std::move(error),
                           writeJSON(options, compiled->facts, facts));
  if (facts.check)
    llvm::outs() << (facts.check->isOk() ? "\nmatches one device\n"
                                         : "\ndiffers from one device\n");
  return error;
}

int mlir::shardwise::shardRunMain(int argc, char **argv) {
  auto options = parseOptions(argc, argv);
  if (!options) {
    printError(options.takeError());
    return 1;
  }
  auto processes = startProcesses(*options, kConnectMPI);
  if (!processes) {
    printError(processes.takeError());
    return 1;
  }
  DialectRegistry registry;
  registerAllDialects(registry);
  registerImportDialects(registry);
  registerKernelCompilerDialects(registry);
  MLIRContext context(registry);
  // Who is not rank 0 may have to keep to itself what all say.
  std::string held;
  llvm::raw_string_ostream heldStream(held);
  llvm::raw_ostream &errors =
      processes->isFirst() ? static_cast<llvm::raw_ostream &>(llvm::errs())
                           : heldStream;
  DiagnosticPrinter printer(&context, "shard-run", errors);
  Settlement settlement;
  llvm::Error error = run(*options, context, *processes, settlement);
  error =
      settle(*processes, std::move(error),
             settlement.haveStep ? "ending the run" : kCompiling, settlement);
  if (!error)
    return 0;
  if (settlement.isMine) {
    llvm::errs() << held;
    printError(std::move(error));
  }
  llvm::consumeError(std::move(error));
  return 1;
}
