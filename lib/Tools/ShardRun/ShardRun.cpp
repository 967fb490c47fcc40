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

using namespace mlir;
using namespace mlir::shardwise;
using namespace mlir::shardwise::tools;

static llvm::Error run(const Options &options, MLIRContext &context) {
  int64_t firstStep;
  auto bundle = openBundle(options, firstStep);
  if (!bundle)
    return bundle.takeError();
  auto compiled = compileBundle(context, *bundle, options);
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
  DialectRegistry registry;
  registerAllDialects(registry);
  registerImportDialects(registry);
  registerKernelCompilerDialects(registry);
  MLIRContext context(registry);
  DiagnosticPrinter printer(&context);
  llvm::Error error = run(*options, context);
  if (!error)
    return 0;
  printError(std::move(error));
  return 1;
}
