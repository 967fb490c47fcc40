//===- Bundle.h - A step with its data in one folder ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A bundle is a folder with one training step and all that it takes to run and
// check it:
//
//     step.mlir               the program
//     manifest.json           its arguments and results
//     variables.safetensors   `arg<i>`: initial values
//     inputs.safetensors      `arg<i>/step<k>`: the data of step k
//     expected.safetensors    what a run must give (optional)
//     layouts/<name>.json     ways to split it (optional)
//
// Opening one checks that the tensor files hold what the manifest says, so that
// no view handed out later can have another shape or element type. Neither the
// program nor the layouts are read here.
//
//     Expected<Bundle> bundle = Bundle::open("bundles/keras_mlp");
//     for (unsigned arg : bundle->getVariableArgs())
//       if (const auto *init = bundle->getInitializer(arg))
//         make(arg, *init);
//       else
//         upload(arg, bundle->getVariable(arg));
//     for (int64_t step = 0; step < bundle->getManifest().steps; ++step)
//       for (unsigned arg : bundle->getInputArgs())
//         upload(arg, bundle->getInput(arg, step));
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_BUNDLE_BUNDLE_H
#define SHARDWISE_BUNDLE_BUNDLE_H

#include "shardwise/Bundle/Manifest.h"
#include "shardwise/Bundle/Safetensors.h"
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace shardwise {

/// An open bundle. Its views live as long as the object; it can be moved.
class Bundle {
public:
  /// Opens a folder and checks its files against the manifest. All problems of
  /// the manifest are in the error, or else all of the tensor files.
  static Expected<Bundle> open(std::string_view path);

  const Manifest &getManifest() const { return manifest; }
  std::string_view getPath() const { return path; }
  /// The file with the program.
  std::string getProgramPath() const;
  /// The file of a layout by its name ("tp_2x4"), whether it is there or not.
  std::string getLayoutPath(std::string_view name) const;
  /// The names of the layouts in the folder, sorted.
  const std::vector<std::string> &getLayoutNames() const { return layoutNames; }

  /// The positions of the arguments that are variables, and of those that are
  /// inputs, ascending.
  const std::vector<unsigned> &getVariableArgs() const { return variableArgs; }
  const std::vector<unsigned> &getInputArgs() const { return inputArgs; }

  /// How the first value of a variable, or the value of an input at each step,
  /// comes about; null if it is stored, as all variables of a checkpoint are.
  const random::Initializer *getInitializer(unsigned arg) const;
  /// The stored value of a variable before the first step, of the type that the
  /// manifest says.
  TensorView getVariable(unsigned arg) const { return variables[arg]; }
  /// The stored value of an input at a step. When the data is used up it begins
  /// again: with 5 steps of data, step 7 gets that of step 2.
  TensorView getInput(unsigned arg, int64_t step) const;
  /// Whether an input has another value at another step.
  bool changes(unsigned arg) const { return inputs[arg].size() > 1; }
  /// The number of different steps that there is data for; 1 without inputs.
  int64_t getNumInputSteps() const { return numInputSteps; }

  /// Whether there is anything to compare a run with.
  bool hasExpected() const {
    return !expectedSeries.empty() || !expectedVariables.empty();
  }
  /// What a result that is no variable must be, one value a step: its shape has
  /// the steps in front. Nothing if the bundle does not say.
  std::optional<TensorView> getExpectedSeries(unsigned result) const;
  /// What a variable must be after the last step, if the bundle says.
  std::optional<TensorView> getExpectedVariable(unsigned arg) const;

  /// Writes variables to a file with the keys and element types of
  /// variables.safetensors, whole or not at all. `getValue` is asked once for
  /// each variable; the bytes must live until this returns. `step` is the
  /// number of steps that led to these values.
  Error
  saveVariables(std::string_view file, int64_t step,
                const std::function<TensorView(unsigned arg)> &getValue) const;
  /// Takes the initial values from such a file instead, and returns the number
  /// of steps that led to them (0 if the file does not say). The file is
  /// checked like variables.safetensors; on error nothing changes.
  Expected<int64_t> loadVariables(std::string_view file);
  /// Whether the variables are those of the bundle's own file, which is what
  /// the expected values begin with.
  bool startsFromOwnVariables() const { return ownVariables; }

private:
  std::string path;
  Manifest manifest;
  std::vector<unsigned> variableArgs;
  std::vector<unsigned> inputArgs;
  std::vector<std::string> layoutNames;
  int64_t numInputSteps = 1;
  bool ownVariables = true;

  /// The open files, which own all bytes. Shapes of views belong to the
  /// entries of these files.
  std::optional<SafetensorsFile> variablesFile;
  std::optional<SafetensorsFile> inputsFile;
  std::optional<SafetensorsFile> expectedFile;

  /// By argument; empty views at inputs.
  std::vector<TensorView> variables;
  /// By argument, then by step; empty at variables.
  std::vector<std::vector<TensorView>> inputs;
  std::map<unsigned, TensorView> expectedSeries;
  std::map<unsigned, TensorView> expectedVariables;

  friend class BundleReader;
};

} // namespace shardwise

#endif // SHARDWISE_BUNDLE_BUNDLE_H
