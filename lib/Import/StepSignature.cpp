//===- StepSignature.cpp - What the step's arguments mean -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The two sources of a signature. Neither looks at the program's types; the
// importer compares them.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Import/StepSignature.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "shardwise/Bundle/Manifest.h"

using namespace mlir;
using namespace mlir::shardwise;

static std::optional<model::VariableKind> convertKind(ArgKind kind) {
  switch (kind) {
  case ArgKind::Trainable:
    return model::VariableKind::Trainable;
  case ArgKind::NonTrainable:
    return model::VariableKind::NonTrainable;
  case ArgKind::Optimizer:
    return model::VariableKind::Optimizer;
  case ArgKind::Metric:
    return model::VariableKind::Metric;
  case ArgKind::Seed:
    return model::VariableKind::Seed;
  case ArgKind::Input:
    return std::nullopt;
  }
  llvm_unreachable("all kinds are converted");
}

StepSignature StepSignature::fromManifest(const Manifest &manifest) {
  StepSignature signature;
  signature.entry = manifest.entry;
  for (const ManifestArg &arg : manifest.args)
    signature.arguments.push_back({arg.name, convertKind(arg.kind), arg.slotOf,
                                   arg.result, arg.getTypeString()});
  for (const ManifestResult &result : manifest.results)
    signature.results.push_back(
        {result.name, result.role == ResultRole::Loss, result.getTypeString()});
  return signature;
}

/// The result that takes over the argument's buffer, if the exporter says so
/// and no earlier argument has it.
static std::optional<unsigned> getAliasedResult(func::FuncOp entry,
                                                unsigned argument,
                                                ArrayRef<StepArgument> others) {
  auto alias =
      entry.getArgAttrOfType<IntegerAttr>(argument, "tf.aliasing_output");
  if (!alias || alias.getInt() < 0 || alias.getInt() >= entry.getNumResults())
    return std::nullopt;
  unsigned result = alias.getInt();
  bool isTaken = llvm::any_of(others, [&](const StepArgument &other) {
    return other.result == result;
  });
  return isTaken ? std::nullopt : std::optional(result);
}

StepSignature StepSignature::fromAliases(func::FuncOp entry) {
  StepSignature signature;
  signature.entry = entry.getSymName();
  for (unsigned i = 0; i < entry.getNumArguments(); ++i) {
    StepArgument argument;
    argument.name = "arg" + std::to_string(i);
    argument.result = getAliasedResult(entry, i, signature.arguments);
    if (argument.result)
      argument.kind = model::VariableKind::Trainable;
    signature.arguments.push_back(std::move(argument));
  }
  for (unsigned i = 0; i < entry.getNumResults(); ++i)
    signature.results.push_back({"result" + std::to_string(i), false, ""});
  return signature;
}
