//===- RunBundle.cpp - Train a bundle on an executor ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What comes before and after the steps is the same wherever they run.
//
//===----------------------------------------------------------------------===//

#include "RunBundle.h"
#include "Outputs.h"
#include "Training.h"

using namespace mlir::shardwise;
using namespace mlir::shardwise::tools;
using ::shardwise::runtime::Executor;

//===----------------------------------------------------------------------===//
// Before
//===----------------------------------------------------------------------===//

/// Checks what the bundle must have for what the user wants.
static llvm::Error checkOptions(const Options &options, const Bundle &bundle) {
  const Manifest &manifest = bundle.getManifest();
  if (options.check && !bundle.hasExpected())
    return llvm::createStringError(
        bundle.getPath() +
        ": has no expected.safetensors for --check to compare with");
  if (options.check && options.steps && *options.steps != manifest.steps)
    return llvm::createStringError(
        "--check needs the " + llvm::Twine(manifest.steps) +
        " steps that the bundle has expected values for, --steps says " +
        llvm::Twine(*options.steps));
  if (!options.save.empty() && bundle.getVariableArgs().empty())
    return llvm::createStringError(bundle.getPath() +
                                   ": has no variables for --save to save");
  return checkOutputs(options, bundle);
}

llvm::Expected<Bundle> tools::openBundle(const Options &options,
                                         int64_t &firstStep) {
  firstStep = 0;
  auto bundle = Bundle::open(options.bundle);
  if (!bundle)
    return bundle;
  if (!options.load.empty()) {
    auto step = bundle->loadVariables(options.load);
    if (!step)
      return step.takeError();
    firstStep = *step;
  }
  if (llvm::Error error = checkOptions(options, *bundle))
    return std::move(error);
  return bundle;
}

//===----------------------------------------------------------------------===//
// After
//===----------------------------------------------------------------------===//

static llvm::Error saveVariables(const Options &options, const Bundle &bundle,
                                 const FinalVariables &values, int64_t step) {
  if (options.save.empty() || !options.writesFiles)
    return llvm::Error::success();
  const Manifest &manifest = bundle.getManifest();
  llvm::Error error =
      bundle.saveVariables(options.save, step, [&](unsigned arg) {
        const ManifestArg &info = manifest.args[arg];
        return TensorView{info.dtype, info.shape, values[arg]};
      });
  if (!error)
    llvm::outs() << "saved " << bundle.getVariableArgs().size()
                 << " variables to " << options.save << "\n";
  return error;
}

/// Compares the run with the expected values, if the user wants that.
static llvm::Error check(const Options &options, const Bundle &bundle,
                         const RunRecord &record, TrainFacts &facts) {
  if (options.check) {
    auto report = compareWithExpected(bundle, record);
    if (!report)
      return report.takeError();
    facts.check = std::move(*report);
  }
  printCheck(llvm::outs(), bundle, options, facts);
  return llvm::Error::success();
}

//===----------------------------------------------------------------------===//
// The whole
//===----------------------------------------------------------------------===//

llvm::Error tools::runSteps(Executor &executor, const Options &options,
                            const Bundle &bundle, int64_t firstStep,
                            TrainFacts &facts) {
  auto step = DeviceStep::create(bundle, executor.getPlan().mesh, executor);
  if (!step)
    return step.takeError();
  int64_t numSteps = options.steps.value_or(bundle.getManifest().steps);
  RunRecord record(bundle);
  if (llvm::Error error =
          train(*step, bundle, firstStep, numSteps, record, facts))
    return error;
  // Variables may be larger than the host's memory: only who asks gets them.
  if (!options.check && options.save.empty()) {
    printCheck(llvm::outs(), bundle, options, facts);
    return llvm::Error::success();
  }
  auto values = readVariables(*step, bundle, record);
  if (!values)
    return values.takeError();
  if (llvm::Error error = check(options, bundle, record, facts))
    return error;
  if (facts.check && !facts.check->isOk())
    return llvm::createStringError(
        llvm::Twine(facts.check->getNumFailed()) + " of " +
        llvm::Twine(facts.check->items.size()) +
        " values are not within their tolerances" +
        (options.save.empty() ? "" : "; nothing was saved"));
  return saveVariables(options, bundle, *values, firstStep + numSteps);
}
