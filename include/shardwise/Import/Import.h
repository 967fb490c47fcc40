//===- Import.h - From exported steps to programs ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reading StableHLO text, in the form that exporters print or in generic form,
// and turning it into a `model.program`.
//
// There is no StableHLO library behind it. The dialects `stablehlo` and `chlo`
// are registered as foreign: their operations are unregistered ones, which a
// table of syntactic forms parses into exactly what the generic form gives, and
// their attributes are built-in dictionaries, strings and arrays. So one
// converter serves both forms.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_IMPORT_IMPORT_H
#define SHARDWISE_IMPORT_IMPORT_H

#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"
#include "shardwise/Import/StepSignature.h"

namespace mlir::shardwise {

/// Registers the foreign dialects. Only contexts that read exported steps need
/// them, and a context with the real dialects must not have them.
void registerImportDialects(DialectRegistry &registry);

/// Turns the functions of `module` into one `model.program @step`. Without a
/// signature, the one that the buffer aliases suggest is taken. All operations
/// that are not known are reported, not only the first.
LogicalResult convertStep(ModuleOp module, const StepSignature *signature);

/// Reads and converts the step in `text`; `name` stands in locations.
OwningOpRef<ModuleOp> importStepText(MLIRContext &context, StringRef text,
                                     StringRef name,
                                     const StepSignature *signature = nullptr);

/// Reads and converts the step in the file `path` ("-" is standard input).
OwningOpRef<ModuleOp> importStep(MLIRContext &context, StringRef path,
                                 const StepSignature *signature = nullptr);

} // namespace mlir::shardwise

#endif // SHARDWISE_IMPORT_IMPORT_H
