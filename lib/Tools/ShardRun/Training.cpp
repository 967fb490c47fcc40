//===- Training.cpp - Steps on the devices of an executor -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Times are those of the steps alone: inputs are on the devices before the
// clock starts, results are fetched after it stops.
//
//===----------------------------------------------------------------------===//

#include "Training.h"
#include "llvm/ADT/STLExtras.h"
#include <chrono>
#include <cmath>

using namespace mlir::shardwise;
using namespace mlir::shardwise::tools;

/// Runs a step and notes how long it took.
static llvm::Error runTimed(DeviceStep &step, TrainFacts &facts) {
  auto begin = std::chrono::steady_clock::now();
  llvm::Error error = step.run();
  std::chrono::duration<double, std::milli> time =
      std::chrono::steady_clock::now() - begin;
  facts.milliseconds.push_back(time.count());
  return error;
}

/// Fetches what the step gave beside variables.
static llvm::Error recordResults(const DeviceStep &step,
                                 const Manifest &manifest, RunRecord &record) {
  for (auto [number, result] : llvm::enumerate(manifest.results)) {
    if (result.role == ResultRole::Variable)
      continue;
    auto bytes = step.getResult(number);
    if (!bytes)
      return bytes.takeError();
    if (llvm::Error error =
            record.addResult(number, {result.dtype, result.shape, *bytes}))
      return error;
  }
  return llvm::Error::success();
}

/// The first element that is not finite, if there is one.
static std::optional<double> findNotFinite(TensorView tensor) {
  for (int64_t i = 0, e = tensor.getNumElements(); i < e; ++i)
    if (double value = tensor.getElement(i); !std::isfinite(value))
      return value;
  return std::nullopt;
}

/// Looks at the losses of the step that was recorded last. The first loss is
/// the one that is reported.
static llvm::Error checkLosses(const Manifest &manifest,
                               const RunRecord &record, TrainFacts &facts) {
  size_t step = facts.milliseconds.size();
  for (auto [number, result] : llvm::enumerate(manifest.results)) {
    if (result.role != ResultRole::Loss || !isFloat(result.dtype))
      continue;
    TensorView loss = record.getResult(number, step - 1);
    if (facts.losses.size() < step && loss.getNumElements() > 0)
      facts.losses.push_back(loss.getElement(0));
    if (auto value = findNotFinite(loss))
      return llvm::createStringError(llvm::Twine(result.name) + " is " +
                                     (std::isnan(*value) ? "nan"
                                      : *value > 0       ? "inf"
                                                         : "-inf") +
                                     " at step " + llvm::Twine(step) +
                                     ", training ends here");
  }
  return llvm::Error::success();
}

/// Sets the variables, and the inputs whose values are made: no step changes
/// those.
static void setFirstValues(DeviceStep &step, const Bundle &bundle) {
  for (size_t arg = 0; arg < bundle.getManifest().args.size(); ++arg)
    if (const auto *init = bundle.getInitializer(arg))
      step.fillArgument(arg, *init);
  for (unsigned arg : bundle.getVariableArgs())
    if (!bundle.getInitializer(arg))
      step.setArgument(arg, bundle.getVariable(arg));
}

llvm::Error tools::train(DeviceStep &step, const Bundle &bundle,
                         int64_t firstStep, int64_t numSteps, RunRecord &record,
                         TrainFacts &facts) {
  const Manifest &manifest = bundle.getManifest();
  setFirstValues(step, bundle);
  llvm::outs() << "\n";
  for (int64_t number = 0; number < numSteps; ++number) {
    for (unsigned arg : bundle.getInputArgs())
      if (!bundle.getInitializer(arg))
        step.setArgument(arg, bundle.getInput(arg, firstStep + number));
    if (llvm::Error error = runTimed(step, facts))
      return error;
    if (llvm::Error error = recordResults(step, manifest, record))
      return error;
    printStep(llvm::outs(), manifest, record, facts, numSteps);
    if (llvm::Error error = checkLosses(manifest, record, facts))
      return error;
  }
  return llvm::Error::success();
}

llvm::Expected<FinalVariables> tools::readVariables(const DeviceStep &step,
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
    if (llvm::Error error =
            record.setVariable(arg, {info.dtype, info.shape, values[arg]}))
      return std::move(error);
  }
  return values;
}
