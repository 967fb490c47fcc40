//===- Training.h - Steps on the devices of an executor ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_TOOLS_SHARDRUN_TRAINING_H
#define SHARDWISE_LIB_TOOLS_SHARDRUN_TRAINING_H

#include "Report.h"
#include "shardwise/Runtime/Executor.h"

namespace shardwise::tools {

/// The arguments and results of a bundle's step on the devices of an executor:
/// global values go in, are split there, and come out again.
class DeviceStep {
public:
  /// Finds the executor's tensors for the bundle. It is an error if one of
  /// either has none or another type: the step is of another bundle.
  static Expected<DeviceStep> create(const Bundle &bundle, const Mesh &mesh,
                                     ::shardwise::runtime::Executor &executor);

  /// Sets a variable or input from its global value.
  void setArgument(unsigned arg, TensorView value);
  /// Sets a variable or input to an initializer's values.
  void fillArgument(unsigned arg, const random::Initializer &init);
  /// Sets an input for the step that is queued next.
  void setNextInput(unsigned arg, TensorView value);
  ::shardwise::runtime::Executor &getExecutor() const { return *executor; }
  /// The global value of a variable, or of a result that is none at the end of
  /// a step. It is an error if devices that must hold the same hold different
  /// bytes.
  Expected<std::string> getVariable(unsigned arg) const;
  Expected<std::string> getResult(unsigned result, int64_t step) const;

private:
  DeviceStep(const Mesh &mesh, ::shardwise::runtime::Executor &executor)
      : mesh(mesh), executor(&executor) {}
  Expected<std::string>
  compareParts(unsigned tensor, const std::function<void(void *)> &read) const;

  Mesh mesh;
  ::shardwise::runtime::Executor *executor;
  /// The executor's tensor of each argument, and of each result that is no
  /// variable.
  std::vector<unsigned> tensorOfArg, tensorOfResult;
};

/// The final values of variables, by argument; empty at inputs.
using FinalVariables = std::vector<std::string>;

/// Sets the variables, and the inputs of a step. Inputs that are made, or
/// always the same, stay for all steps.
void setFirstValues(DeviceStep &step, const Bundle &bundle, int64_t number);

/// Trains from the bundle's variables, to which `firstStep` steps have led, and
/// prints a line a step. The record gets all results. Devices run ahead of what
/// is printed. Ends with an error at the first loss that is not finite.
Error train(DeviceStep &step, const Bundle &bundle, int64_t firstStep,
            int64_t numSteps, RunRecord &record, TrainFacts &facts);

/// Gets all variables from the devices, and hands them to the record.
Expected<FinalVariables> readVariables(const DeviceStep &step,
                                       const Bundle &bundle, RunRecord &record);

} // namespace shardwise::tools

#endif // SHARDWISE_LIB_TOOLS_SHARDRUN_TRAINING_H
