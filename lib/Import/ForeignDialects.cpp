//===- ForeignDialects.cpp - Dialects that are only read ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The dialects of exported steps as far as reading needs them: operations stay
// unregistered, attributes become built-in ones. The syntax of the operations
// is the business of StablehloSyntax.cpp, their meaning that of the converters.
//
//===----------------------------------------------------------------------===//

#include "ForeignDialects.h"
#include "OperationScan.h"
#include "mlir/IR/Dialect.h"
#include "shardwise/Import/Import.h"

using namespace mlir;
using namespace mlir::shardwise;

/// Reports a pretty operation that has no known form, and all others from there
/// to the end of the file, since the parser stops here.
static ParseResult reportUnknown(OpAsmParser &parser, OperationState &) {
  // Buffers of source text end with a null character.
  StringRef rest(parser.getNameLoc().getPointer());
  for (const UnknownOperation &unknown : findUnknownOperations(rest))
    parser.emitError(SMLoc::getFromPointer(unknown.name.data()))
        << unknown.getMessage();
  return failure();
}

namespace {
/// A dialect whose operations are unregistered and whose attributes are parsed
/// into built-in ones.
class ForeignDialect : public Dialect {
public:
  ForeignDialect(StringRef name, MLIRContext *context, TypeID id)
      : Dialect(name, context, id) {
    allowUnknownOperations();
  }

  std::optional<ParseOpHook>
  getParseOperationHook(StringRef operationName) const override {
    if (SyntaxParser parser = lookupSyntax(operationName))
      return ParseOpHook(*parser);
    return ParseOpHook(reportUnknown);
  }

  Attribute parseAttribute(DialectAsmParser &parser, Type) const override {
    return parseStablehloAttribute(parser);
  }
};

class StablehloDialect : public ForeignDialect {
public:
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(StablehloDialect)
  static constexpr StringLiteral getDialectNamespace() { return "stablehlo"; }
  explicit StablehloDialect(MLIRContext *context)
      : ForeignDialect(getDialectNamespace(), context,
                       TypeID::get<StablehloDialect>()) {}
};

class ChloDialect : public ForeignDialect {
public:
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(ChloDialect)
  static constexpr StringLiteral getDialectNamespace() { return "chlo"; }
  explicit ChloDialect(MLIRContext *context)
      : ForeignDialect(getDialectNamespace(), context,
                       TypeID::get<ChloDialect>()) {}
};
} // namespace

void mlir::shardwise::registerImportDialects(DialectRegistry &registry) {
  registry.insert<StablehloDialect, ChloDialect>();
}
