//===- Manifest.h - What a step takes and gives -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The manifest of a bundle as plain data: the arguments and results of the
// step's entry function in their order, which of them are variables, which
// result holds a variable's next value, and how near a run must come to the
// expected values. docs/Bundles.md describes every key.
//
// Reading checks all that the manifest says about itself. Whether the tensor
// files agree with it is the business of `Bundle`, whether the program does
// that of the importer.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_BUNDLE_MANIFEST_H
#define SHARDWISE_BUNDLE_MANIFEST_H

#include "shardwise/Bundle/TensorView.h"
#include "shardwise/Random/Initializer.h"
#include "shardwise/Support/Error.h"
#include <string_view>
#include <vector>

namespace shardwise {

/// What an argument is for.
enum class ArgKind : uint8_t {
  /// A variable that training changes: a kernel, a bias.
  Trainable,
  /// A variable of the model that has no gradient: a moving mean.
  NonTrainable,
  /// State of the optimizer: a slot of a variable, a counter.
  Optimizer,
  /// State of a metric: a total, a count.
  Metric,
  /// The state of a random generator.
  Seed,
  /// Not a variable: data of one step.
  Input
};

/// What a result is.
enum class ResultRole : uint8_t {
  /// The next value of a variable.
  Variable,
  /// The number that training lowers.
  Loss,
  /// A number that is reported.
  Metric,
  /// Any other value, such as a prediction.
  Output
};

std::string_view getName(ArgKind kind);
std::string_view getName(ResultRole role);

/// One argument of the entry function.
struct ManifestArg {
  /// The full path of a variable ("dense/kernel") or the name of an input.
  /// Names may repeat; the position among the arguments is the identity.
  std::string name;
  ArgKind kind = ArgKind::Input;
  /// The argument of the variable that this optimizer slot belongs to.
  std::optional<unsigned> slotOf;
  std::vector<int64_t> shape;
  DType dtype = DType::F32;
  /// The result with this variable's next value; without one the variable keeps
  /// its value.
  std::optional<unsigned> result;
  /// How the value comes about, if it is made and not stored.
  std::optional<random::Initializer> init;

  bool isVariable() const { return kind != ArgKind::Input; }
  std::string getTypeString() const { return toString(dtype, shape); }
};

/// One result of the entry function.
struct ManifestResult {
  std::string name;
  ResultRole role = ResultRole::Output;
  std::vector<int64_t> shape;
  DType dtype = DType::F32;

  std::string getTypeString() const { return toString(dtype, shape); }
};

/// A variable whose update is mostly rounding noise, so that only its size can
/// be checked.
struct NoisyVariable {
  unsigned arg = 0;
  /// The largest deviation that was seen where nothing was wrong, as a multiple
  /// of `varAtol + varRtol * |want|`.
  double seen = 0;
};

/// How near a run must come; see `compareWithExpected`.
struct Tolerances {
  /// For losses and metrics.
  double lossRtol = 1e-4;
  double lossAtol = 1e-5;
  /// For other outputs.
  double outputRtol = 1e-4;
  double outputAtol = 1e-5;
  /// For noisy variables.
  double varRtol = 1e-3;
  double varAtol = 1e-4;
  /// For variables that moved, as a part of the length of their whole update.
  double updateL2Rtol = 2e-3;
  /// For variables that did not move.
  double unchangedAtol = 1e-6;
  std::vector<NoisyVariable> noisy;

  /// The entry of a noisy variable, or null.
  const NoisyVariable *findNoisy(unsigned arg) const;
};

struct Manifest {
  std::string name;
  std::string framework;
  std::string description;
  /// The name of the entry function, without the at sign.
  std::string entry = "main";
  /// The number of steps that the expected values are for.
  int64_t steps = 1;
  std::vector<ManifestArg> args;
  std::vector<ManifestResult> results;
  Tolerances tolerances;

  /// Reads a manifest; all problems are in the error, each as
  /// "file:line:column: key path: what is wrong".
  static Expected<Manifest> read(std::string_view path);
  /// The same from text; `file` stands in messages.
  static Expected<Manifest> parse(std::string_view text, std::string_view file);

  /// The argument as a message shows it: "argument 3 'dense/kernel'".
  std::string describeArg(unsigned arg) const;
  /// The result as a message shows it: "result 1 'loss'".
  std::string describeResult(unsigned result) const;
};

} // namespace shardwise

#endif // SHARDWISE_BUNDLE_MANIFEST_H
