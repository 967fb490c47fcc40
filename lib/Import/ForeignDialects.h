//===- ForeignDialects.h - Dialects that are only read ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_IMPORT_FOREIGNDIALECTS_H
#define SHARDWISE_LIB_IMPORT_FOREIGNDIALECTS_H

#include "mlir/IR/DialectImplementation.h"
#include "mlir/IR/OpImplementation.h"

namespace mlir::shardwise {

/// A function that parses what follows an operation's name in the form that
/// exporters print. The name stands in the state.
using SyntaxParser = ParseResult (*)(OpAsmParser &, OperationState &);

/// The parser of an operation, or null if it has no known pretty form.
SyntaxParser lookupSyntax(StringRef operationName);

/// Parses the inside of `#stablehlo<...>` or what follows `#stablehlo.` into
/// built-in attributes: enumerations become strings, structures dictionaries.
Attribute parseStablehloAttribute(DialectAsmParser &parser);

/// Parses `<key = value, ...>`, the body of a structure attribute.
ParseResult parseStructure(AsmParser &parser, NamedAttrList &fields);

/// Parses `[1, 2]`.
ParseResult parseIntegerList(AsmParser &parser,
                             SmallVectorImpl<int64_t> &values);

} // namespace mlir::shardwise

#endif // SHARDWISE_LIB_IMPORT_FOREIGNDIALECTS_H
