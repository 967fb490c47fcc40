//===- StepSignature.h - What the step's arguments mean ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Who is who among the arguments and results of an exported step: plain data,
// which comes from a bundle's manifest, or, where there is none, from the
// buffer aliases that the exporter noted. The importer checks it against the
// program.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_IMPORT_STEPSIGNATURE_H
#define SHARDWISE_IMPORT_STEPSIGNATURE_H

#include "shardwise/Dialect/Model/IR/Model.h"
#include "shardwise/Layouts/Names.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>
#include <string>
#include <vector>

namespace mlir::func {
class FuncOp;
} // namespace mlir::func

namespace shardwise {
struct Manifest;
} // namespace shardwise

namespace mlir::shardwise {

/// One argument of the step.
struct StepArgument {
  /// The full path of a variable or the name of an input. Names may repeat.
  std::string name;
  /// What a variable is for; none for an input.
  std::optional<model::VariableKind> kind;
  /// The argument of the variable that this optimizer slot belongs to.
  std::optional<unsigned> slotOf;
  /// The result with this variable's next value; without one it keeps its
  /// value.
  std::optional<unsigned> result;
  /// The type that the signature's source states ("2xuint32"), if it does.
  std::string type;
};

/// One result of the step. Whether it is a variable's next value, the arguments
/// say.
struct StepResult {
  std::string name;
  bool isLoss = false;
  /// The type that the signature's source states, if it does.
  std::string type;
};

/// All arguments and results, in the order of the entry function.
struct StepSignature {
  /// The name of the entry function.
  std::string entry = "main";
  std::vector<StepArgument> arguments;
  std::vector<StepResult> results;

  /// What the manifest of a bundle says.
  static StepSignature fromManifest(const Manifest &manifest);

  /// Guesses from the attributes that the exporter left on the arguments.
  static StepSignature fromAliases(func::FuncOp entry);
};

} // namespace mlir::shardwise

#endif // SHARDWISE_IMPORT_STEPSIGNATURE_H
