//===- StablehloAttributes.cpp - Attributes of StableHLO ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Parses StableHLO's own attributes into built-in ones, by their shape alone:
//   #stablehlo<precision DEFAULT>          "DEFAULT"
//   #stablehlo.gather<offset_dims = [2]>   {offset_dims = array<i64: 2>}
// What the keys mean, and whether all are supported, the converters decide.
//
//===----------------------------------------------------------------------===//

#include "ForeignDialects.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/BuiltinAttributes.h"

using namespace mlir;
using namespace mlir::shardwise;

ParseResult shardwise::parseIntegerList(AsmParser &parser,
                                        SmallVectorImpl<int64_t> &values) {
  return parser.parseCommaSeparatedList(AsmParser::Delimiter::Square, [&] {
    return parser.parseInteger(values.emplace_back());
  });
}

/// Parses the value of a field: a list of integers, or any built-in attribute.
static ParseResult parseField(AsmParser &parser, Attribute &value) {
  Builder &builder = parser.getBuilder();
  if (succeeded(parser.parseOptionalLSquare())) {
    SmallVector<int64_t> values;
    if (failed(parser.parseOptionalRSquare()) &&
        (parser.parseCommaSeparatedList(
             [&] { return parser.parseInteger(values.emplace_back()); }) ||
         parser.parseRSquare()))
      return failure();
    value = builder.getDenseI64ArrayAttr(values);
    return success();
  }
  int64_t number;
  OptionalParseResult isNumber = parser.parseOptionalInteger(number);
  if (!isNumber.has_value())
    return parser.parseAttribute(value);
  value = builder.getI64IntegerAttr(number);
  return *isNumber;
}

ParseResult shardwise::parseStructure(AsmParser &parser,
                                      NamedAttrList &fields) {
  return parser.parseCommaSeparatedList(
      AsmParser::Delimiter::LessGreater, [&]() -> ParseResult {
        StringRef key;
        SMLoc loc = parser.getCurrentLocation();
        Attribute value;
        if (parser.parseKeyword(&key) || parser.parseEqual() ||
            parseField(parser, value))
          return failure();
        if (fields.get(key))
          return parser.emitError(loc, "has key '") << key << "' twice";
        fields.set(key, value);
        return success();
      });
}

Attribute shardwise::parseStablehloAttribute(DialectAsmParser &parser) {
  StringRef mnemonic, value;
  SMLoc loc = parser.getCurrentLocation();
  if (parser.parseKeyword(&mnemonic))
    return {};
  if (succeeded(parser.parseOptionalKeyword(&value)))
    return parser.getBuilder().getStringAttr(value);
  bool isStructure =
      llvm::is_contained({"dot", "dot_algorithm", "gather", "scatter",
                          "output_operand_alias", "channel_handle"},
                         mnemonic);
  if (!isStructure) {
    parser.emitError(loc, "unknown attribute '") << mnemonic << "'";
    return {};
  }
  NamedAttrList fields;
  if (parseStructure(parser, fields))
    return {};
  return fields.getDictionary(parser.getContext());
}
