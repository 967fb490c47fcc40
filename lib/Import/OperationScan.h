//===- OperationScan.h - Unknown operations in source text ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A parser stops at the first operation that it cannot read. A user who has to
// know whether a step can be imported wants them all, so the text is searched
// for operation names before it is parsed.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_IMPORT_OPERATIONSCAN_H
#define SHARDWISE_LIB_IMPORT_OPERATIONSCAN_H

#include "mlir/Support/LLVM.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace mlir::shardwise {

/// An operation name that the importer does not know.
struct UnknownOperation {
  /// The name where it first occurs; a part of the text or of an operation.
  StringRef name;
  /// How often it occurs.
  unsigned count = 0;

  /// "unknown operation 'stablehlo.fft' (3 times)".
  std::string getMessage() const;
};

/// Counts occurrences of unknown names, and remembers the first of each.
class UnknownOperations {
public:
  void add(StringRef name);
  ArrayRef<UnknownOperation> get() const { return unknown; }

private:
  SmallVector<UnknownOperation> unknown;
};

/// Whether the importer knows the operation.
bool isKnownOperation(StringRef name);

/// Finds the unknown operations in StableHLO text, pretty or generic, in the
/// order of their first occurrence.
SmallVector<UnknownOperation> findUnknownOperations(StringRef text);

} // namespace mlir::shardwise

#endif // SHARDWISE_LIB_IMPORT_OPERATIONSCAN_H
