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
#include "shardwise/Support/Error.h"
#include <iostream>

using namespace shardwise;
using namespace shardwise::tools;
using ::shardwise::runtime::Executor;

//===----------------------------------------------------------------------===//
// Before
//===----------------------------------------------------------------------===//

static int64_t getNumSteps(const Options &options, const Bundle &bundle) {
  return options.steps.value_or(bundle.getManifest().steps);
}

/// Checks what the bundle must have for what the user wants.
static Error checkOptions(const Options &options, const Bundle &bundle) {
  const Manifest &manifest = bundle.getManifest();
  if (options.check && !bundle.hasExpected())
    return makeError(
        "{}: has no expected.safetensors for --check to compare with",
        bundle.getPath());
  if (options.check && options.steps && *options.steps != manifest.steps)
    return makeError("--check needs the {} steps that the bundle has expected "
                     "values for, --steps says {}",
                     manifest.steps, *options.steps);
  if (!options.save.empty() && bundle.getVariableArgs().empty())
    return makeError("{}: has no variables for --save to save",
                     bundle.getPath());
  return checkOutputs(options, bundle);
}

Expected<Bundle> tools::openBundle(const Options &options, int64_t &firstStep) {
  firstStep = 0;
  auto bundle = Bundle::open(options.bundle);
  if (!bundle)
    return bundle.takeError();
  if (!options.load.empty()) {
    auto step = bundle->loadVariables(options.load);
    if (!step)
      return step.takeError();
    firstStep = *step;
    int64_t numSteps = getNumSteps(options, *bundle), last;
    if (__builtin_add_overflow(firstStep, numSteps, &last))
      return makeError("{}: {} steps led to it, {} more cannot be counted",
                       options.load, firstStep, numSteps);
  }
  if (Error error = checkOptions(options, *bundle))
    return error;
  return std::move(*bundle);
}

//===----------------------------------------------------------------------===//
// After
//===----------------------------------------------------------------------===//

static Error saveVariables(const Options &options, const Bundle &bundle,
                           const FinalVariables &values, int64_t step) {
  if (options.save.empty() || !options.writesFiles)
    return Error::success();
  const Manifest &manifest = bundle.getManifest();
  Error error = bundle.saveVariables(options.save, step, [&](unsigned arg) {
    const ManifestArg &info = manifest.args[arg];
    return TensorView{info.dtype, info.shape, values[arg]};
  });
  if (!error)
    std::cout << "saved " << bundle.getVariableArgs().size() << " variables to "
              << options.save << "\n";
  return error;
}

/// Compares the run with the expected values, if the user wants that.
static Error check(const Options &options, const Bundle &bundle,
                   const RunRecord &record, TrainFacts &facts) {
  if (options.check) {
    auto report = compareWithExpected(bundle, record);
    if (!report)
      return report.takeError();
    facts.check = std::move(*report);
  }
  printCheck(std::cout, bundle, options, facts);
  return Error::success();
}

//===----------------------------------------------------------------------===//
// The whole
//===----------------------------------------------------------------------===//

Error tools::runSteps(Executor &executor, const Options &options,
                      const Bundle &bundle, int64_t firstStep,
                      TrainFacts &facts) {
  auto step = DeviceStep::create(bundle, executor.getPlan().mesh, executor);
  if (!step)
    return step.takeError();
  int64_t numSteps = getNumSteps(options, bundle);
  RunRecord record(bundle);
  if (Error error = train(*step, bundle, firstStep, numSteps, record, facts))
    return error;
  // Variables may be larger than the host's memory: only who asks gets them.
  if (!options.check && options.save.empty()) {
    printCheck(std::cout, bundle, options, facts);
    return Error::success();
  }
  auto values = readVariables(*step, bundle, record);
  if (!values)
    return values.takeError();
  if (Error error = check(options, bundle, record, facts))
    return error;
  if (facts.check && !facts.check->isOk())
    return makeError("{} of {} values are not within their tolerances{}",
                     facts.check->getNumFailed(), facts.check->items.size(),
                     options.save.empty() ? "" : "; nothing was saved");
  return saveVariables(options, bundle, *values, firstStep + numSteps);
}
