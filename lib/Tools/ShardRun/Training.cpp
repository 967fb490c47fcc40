//===- Training.cpp - Steps on the devices of an executor -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Times are those of the steps alone, on the devices: inputs are there before
// the clock starts, results are looked at after it stops. Where devices have
// memory of their own, the next steps run meanwhile.
//
//===----------------------------------------------------------------------===//

#include "Training.h"
#include "shardwise/Support/Error.h"
#include "shardwise/Support/Ranges.h"
#include <cmath>
#include <iostream>

using namespace shardwise;
using namespace shardwise::tools;
using ::shardwise::runtime::Executor;

/// Fetches what a step gave beside variables.
static Error recordResults(const DeviceStep &step, const Manifest &manifest,
                           int64_t stepNumber, RunRecord &record) {
  for (auto [number, result] : enumerate(manifest.results)) {
    if (result.role == ResultRole::Variable)
      continue;
    auto bytes = step.getResult(number, stepNumber);
    if (!bytes)
      return bytes.takeError();
    if (Error error =
            record.addResult(number, {result.dtype, result.shape, *bytes}))
      return error;
  }
  return Error::success();
}

/// The first element that is not finite, if there is one.
static std::optional<double> findNotFinite(TensorView tensor) {
  for (int64_t i = 0, e = tensor.getNumElements(); i < e; ++i)
    if (double value = tensor.getElement(i); !std::isfinite(value))
      return value;
  return std::nullopt;
}

/// Says that devices are ahead of what is printed.
static std::string describeLater(int64_t numSteps) {
  if (numSteps == 0)
    return "";
  return "; " + std::to_string(numSteps) +
         (numSteps == 1 ? " later step has" : " later steps have") + " begun";
}

/// Looks at the losses of the step that was recorded last. The first loss is
/// the one that is reported.
static Error checkLosses(const Manifest &manifest, const RunRecord &record,
                         int64_t numLater, TrainFacts &facts) {
  size_t step = facts.milliseconds.size();
  for (auto [number, result] : enumerate(manifest.results)) {
    if (result.role != ResultRole::Loss || !isFloat(result.dtype))
      continue;
    TensorView loss = record.getResult(number, step - 1);
    if (facts.losses.size() < step && loss.getNumElements() > 0)
      facts.losses.push_back(loss.getElement(0));
    if (auto value = findNotFinite(loss))
      return makeError("{} is {} at step {}, training ends here{}", result.name,
                       std::isnan(*value) ? "nan"
                       : *value > 0       ? "inf"
                                          : "-inf",
                       step, describeLater(numLater));
  }
  return Error::success();
}

void tools::setFirstValues(DeviceStep &step, const Bundle &bundle,
                           int64_t number) {
  for (size_t arg = 0; arg < bundle.getManifest().args.size(); ++arg)
    if (const auto *init = bundle.getInitializer(arg))
      step.fillArgument(arg, *init);
    else if (bundle.getManifest().args[arg].isVariable())
      step.setArgument(arg, bundle.getVariable(arg));
    else
      step.setArgument(arg, bundle.getInput(arg, number));
}

/// Waits for a step, and notes and prints what it gave.
static Error finishStep(const DeviceStep &step, const Manifest &manifest,
                        int64_t number, int64_t numQueued, int64_t numSteps,
                        RunRecord &record, TrainFacts &facts) {
  auto milliseconds = step.getExecutor().finishStep(number);
  if (!milliseconds)
    return milliseconds.takeError();
  facts.milliseconds.push_back(*milliseconds);
  if (Error error = recordResults(step, manifest, number, record))
    return error;
  printStep(std::cout, manifest, record, facts, numSteps);
  return checkLosses(manifest, record, numQueued - number - 1, facts);
}

Error tools::train(DeviceStep &step, const Bundle &bundle, int64_t firstStep,
                   int64_t numSteps, RunRecord &record, TrainFacts &facts) {
  Executor &executor = step.getExecutor();
  int64_t ahead = executor.getStepsAhead();
  setFirstValues(step, bundle, firstStep);
  std::cout << "\n";
  for (int64_t number = 0; number - ahead < numSteps; ++number) {
    if (number > 0 && number < numSteps)
      for (unsigned arg : bundle.getInputArgs())
        if (bundle.changes(arg))
          step.setNextInput(arg, bundle.getInput(arg, firstStep + number));
    if (number < numSteps)
      if (Error error = executor.queueStep())
        return error;
    if (number < ahead)
      continue;
    if (Error error =
            finishStep(step, bundle.getManifest(), number - ahead,
                       std::min(number + 1, numSteps), numSteps, record, facts))
      return error;
  }
  return Error::success();
}

Expected<FinalVariables> tools::readVariables(const DeviceStep &step,
                                              const Bundle &bundle,
                                              RunRecord &record) {
  const Manifest &manifest = bundle.getManifest();
  FinalVariables values(manifest.args.size());
  for (unsigned arg : bundle.getVariableArgs()) {
    auto bytes = step.getVariable(arg);
    if (!bytes)
      return bytes.takeError();
    values[arg] = std::move(*bytes);
    const ManifestArg &info = manifest.args[arg];
    if (Error error =
            record.setVariable(arg, {info.dtype, info.shape, values[arg]}))
      return error;
  }
  return values;
}
