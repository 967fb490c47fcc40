//===- StablehloSyntax.cpp - The pretty form of StableHLO -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Parses operations in the form that exporters print into the operations that
// the generic form gives: the same operands, regions and attributes. Most
// operations share one of a few forms; what differs between them stands in
// tables. Whether operands and attributes make sense is left to the converters.
//
//===----------------------------------------------------------------------===//

#include "ForeignDialects.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/BuiltinTypes.h"
#include "llvm/ADT/StringMap.h"

using namespace mlir;
using namespace mlir::shardwise;

using Operands = SmallVector<OpAsmParser::UnresolvedOperand, 4>;

//===----------------------------------------------------------------------===//
// Parts of forms
//===----------------------------------------------------------------------===//

/// Stores the attributes where the generic form has them.
static void setAttributes(OperationState &state, const NamedAttrList &attrs) {
  if (!attrs.empty())
    state.propertiesAttr = attrs.getDictionary(state.getContext());
}

/// Finds the types of operands and results from the types of the trailing
/// signature: `(A, B) -> C`, `A, B -> C`, `T` for all, or for a choice `P, T`.
static ParseResult parseSignature(OpAsmParser &parser, size_t numOperands,
                                  SmallVectorImpl<Type> &operands,
                                  SmallVectorImpl<Type> &results) {
  SmallVector<Type> types;
  if (parser.parseColonTypeList(types))
    return failure();
  if (auto function = dyn_cast<FunctionType>(types.front())) {
    operands.assign(function.getInputs().begin(), function.getInputs().end());
    results.assign(function.getResults().begin(), function.getResults().end());
    return success();
  }
  bool isChoice = types.size() == 2 && numOperands == 3;
  if (types.size() == 1)
    operands.assign(numOperands, types.front());
  else if (isChoice)
    operands.assign({types[0], types[1], types[1]});
  else
    operands.assign(types.begin(), types.end());
  if (succeeded(parser.parseOptionalArrow())) {
    if (failed(parser.parseOptionalLParen()))
      return parser.parseType(results.emplace_back());
    return failure(parser.parseTypeList(results) || parser.parseRParen());
  }
  if (types.size() == 1 || isChoice)
    results.assign({types.back()});
  else
    results.assign(types.begin(), types.end());
  return success();
}

/// Parses attributes and signature, and resolves the operands.
static ParseResult parseTail(OpAsmParser &parser, OperationState &state,
                             const Operands &operands) {
  SmallVector<Type> operandTypes, resultTypes;
  if (parser.parseOptionalAttrDict(state.attributes) ||
      parseSignature(parser, operands.size(), operandTypes, resultTypes) ||
      parser.resolveOperands(operands, operandTypes, parser.getNameLoc(),
                             state.operands))
    return failure();
  state.addTypes(resultTypes);
  return success();
}

/// Parses `key = ` for the given key.
static ParseResult parseKey(OpAsmParser &parser, StringRef key) {
  return failure(parser.parseKeyword(key) || parser.parseEqual());
}

//===----------------------------------------------------------------------===//
// Operands and clauses
//===----------------------------------------------------------------------===//

/// `%a, %b : signature`, possibly without operands.
static ParseResult parseElementwise(OpAsmParser &parser,
                                    OperationState &state) {
  Operands operands;
  return failure(parser.parseOperandList(operands) ||
                 parseTail(parser, state, operands));
}

/// `stablehlo.return %a, %b : A, B`.
static ParseResult parseReturn(OpAsmParser &parser, OperationState &state) {
  Operands operands;
  SmallVector<Type> types;
  if (parser.parseOperandList(operands) ||
      parser.parseOptionalAttrDict(state.attributes) ||
      parser.parseOptionalColonTypeList(types))
    return failure();
  return parser.resolveOperands(operands, types, parser.getNameLoc(),
                                state.operands);
}

namespace {
/// A clause `key = 1` or `key = [1, 2]` of an operation.
struct Clause {
  StringLiteral operation;
  StringLiteral key;
  StringLiteral attribute;
  bool isList;
};
} // namespace

static constexpr Clause clauses[] = {
    {"stablehlo.broadcast_in_dim", "dims", "broadcast_dimensions", true},
    {"stablehlo.transpose", "dims", "permutation", true},
    {"stablehlo.concatenate", "dim", "dimension", false},
    {"stablehlo.iota", "dim", "iota_dimension", false},
    {"stablehlo.pad", "low", "edge_padding_low", true},
    {"stablehlo.pad", "high", "edge_padding_high", true},
    {"stablehlo.pad", "interior", "interior_padding", true},
};

/// Parses one clause of the operation into `attrs`.
static ParseResult parseClause(OpAsmParser &parser, StringRef operation,
                               NamedAttrList &attrs) {
  Builder &builder = parser.getBuilder();
  SMLoc loc = parser.getCurrentLocation();
  StringRef key;
  if (parser.parseKeyword(&key) || parser.parseEqual())
    return failure();
  for (const Clause &clause : clauses) {
    if (clause.operation != operation || clause.key != key)
      continue;
    SmallVector<int64_t> values;
    if (clause.isList ? parseIntegerList(parser, values)
                      : parser.parseInteger(values.emplace_back()))
      return failure();
    attrs.set(clause.attribute,
              clause.isList
                  ? Attribute(builder.getDenseI64ArrayAttr(values))
                  : Attribute(builder.getI64IntegerAttr(values.front())));
    return success();
  }
  return parser.emitError(loc, "'")
         << operation << "' has no clause '" << key << "'";
}

/// `%a, %b, key = value, ... : signature`.
static ParseResult parseWithClauses(OpAsmParser &parser,
                                    OperationState &state) {
  Operands operands;
  NamedAttrList attrs;
  do {
    OpAsmParser::UnresolvedOperand operand;
    OptionalParseResult isOperand = parser.parseOptionalOperand(operand);
    if (!isOperand.has_value()) {
      if (parseClause(parser, state.name.getStringRef(), attrs))
        return failure();
      continue;
    }
    if (failed(*isOperand))
      return failure();
    operands.push_back(operand);
  } while (succeeded(parser.parseOptionalComma()));
  setAttributes(state, attrs);
  return parseTail(parser, state, operands);
}

//===----------------------------------------------------------------------===//
// Forms of single operations
//===----------------------------------------------------------------------===//

/// `dense<...> : type`.
static ParseResult parseConstant(OpAsmParser &parser, OperationState &state) {
  TypedAttr value;
  NamedAttrList attrs;
  if (parser.parseOptionalAttrDict(state.attributes) ||
      parser.parseAttribute(value, "value", attrs))
    return failure();
  setAttributes(state, attrs);
  state.addTypes(value.getType());
  return success();
}

/// `GT, %a, %b, FLOAT : signature`.
static ParseResult parseCompare(OpAsmParser &parser, OperationState &state) {
  StringRef direction, type;
  Operands operands(2);
  if (parser.parseKeyword(&direction) || parser.parseComma() ||
      parser.parseOperand(operands[0]) || parser.parseComma() ||
      parser.parseOperand(operands[1]))
    return failure();
  Builder &builder = parser.getBuilder();
  NamedAttrList attrs;
  attrs.set("comparison_direction", builder.getStringAttr(direction));
  if (succeeded(parser.parseOptionalComma())) {
    if (parser.parseKeyword(&type))
      return failure();
    attrs.set("compare_type", builder.getStringAttr(type));
  }
  setAttributes(state, attrs);
  return parseTail(parser, state, operands);
}

/// `%a [start:limit:stride, ...] : signature`.
static ParseResult parseSlice(OpAsmParser &parser, OperationState &state) {
  Operands operands(1);
  SmallVector<int64_t> starts, limits, strides;
  auto parseRange = [&]() -> ParseResult {
    if (parser.parseInteger(starts.emplace_back()) || parser.parseColon() ||
        parser.parseInteger(limits.emplace_back()))
      return failure();
    strides.push_back(1);
    if (failed(parser.parseOptionalColon()))
      return success();
    return parser.parseInteger(strides.back());
  };
  if (parser.parseOperand(operands[0]) ||
      parser.parseCommaSeparatedList(AsmParser::Delimiter::Square, parseRange))
    return failure();
  Builder &builder = parser.getBuilder();
  NamedAttrList attrs;
  attrs.set("start_indices", builder.getDenseI64ArrayAttr(starts));
  attrs.set("limit_indices", builder.getDenseI64ArrayAttr(limits));
  attrs.set("strides", builder.getDenseI64ArrayAttr(strides));
  setAttributes(state, attrs);
  return parseTail(parser, state, operands);
}

/// `@target(%a, %b) {attributes} : signature`.
static ParseResult parseCustomCall(OpAsmParser &parser, OperationState &state) {
  StringAttr target;
  Operands operands;
  if (parser.parseSymbolName(target) ||
      parser.parseOperandList(operands, AsmParser::Delimiter::Paren))
    return failure();
  NamedAttrList attrs;
  attrs.set("call_target_name", target);
  setAttributes(state, attrs);
  return parseTail(parser, state, operands);
}

/// Parses `[1] x [2]` into two fields, which are left out where empty.
static ParseResult parseDimensionPair(OpAsmParser &parser, StringRef suffix,
                                      NamedAttrList &fields) {
  SmallVector<int64_t> lhs, rhs;
  if (parseIntegerList(parser, lhs) || parser.parseKeyword("x") ||
      parseIntegerList(parser, rhs))
    return failure();
  Builder &builder = parser.getBuilder();
  if (!lhs.empty())
    fields.set(("lhs_" + suffix).str(), builder.getDenseI64ArrayAttr(lhs));
  if (!rhs.empty())
    fields.set(("rhs_" + suffix).str(), builder.getDenseI64ArrayAttr(rhs));
  return success();
}

/// Parses `[DEFAULT, HIGHEST]`.
static ParseResult parsePrecisions(OpAsmParser &parser, NamedAttrList &attrs) {
  SmallVector<Attribute> precisions;
  Builder &builder = parser.getBuilder();
  auto parsePrecision = [&]() -> ParseResult {
    StringRef precision;
    if (parser.parseKeyword(&precision))
      return failure();
    precisions.push_back(builder.getStringAttr(precision));
    return success();
  };
  if (parser.parseCommaSeparatedList(AsmParser::Delimiter::Square,
                                     parsePrecision))
    return failure();
  attrs.set("precision_config", builder.getArrayAttr(precisions));
  return success();
}

/// Parses one clause of a dot_general; dimension numbers go to `dimensions`.
static ParseResult parseDotClause(OpAsmParser &parser, NamedAttrList &attrs,
                                  NamedAttrList &dimensions) {
  SMLoc loc = parser.getCurrentLocation();
  StringRef key;
  if (parser.parseKeyword(&key) || parser.parseEqual())
    return failure();
  if (key == "batching_dims")
    return parseDimensionPair(parser, "batching_dimensions", dimensions);
  if (key == "contracting_dims")
    return parseDimensionPair(parser, "contracting_dimensions", dimensions);
  if (key == "precision")
    return parsePrecisions(parser, attrs);
  if (key != "algorithm")
    return parser.emitError(loc, "dot_general has no clause '") << key << "'";
  NamedAttrList algorithm;
  if (parseStructure(parser, algorithm))
    return failure();
  attrs.set("algorithm", algorithm.getDictionary(parser.getContext()));
  return success();
}

/// `%a, %b, batching_dims = [0] x [0], contracting_dims = ..., ... :
/// signature`.
static ParseResult parseDotGeneral(OpAsmParser &parser, OperationState &state) {
  Operands operands(2);
  NamedAttrList attrs, dimensions;
  if (parser.parseOperand(operands[0]) || parser.parseComma() ||
      parser.parseOperand(operands[1]))
    return failure();
  while (succeeded(parser.parseOptionalComma()))
    if (parseDotClause(parser, attrs, dimensions))
      return failure();
  attrs.set("dot_dimension_numbers",
            dimensions.getDictionary(parser.getContext()));
  setAttributes(state, attrs);
  return parseTail(parser, state, operands);
}

//===----------------------------------------------------------------------===//
// Operations with regions
//===----------------------------------------------------------------------===//

/// Fills the region with the one operation that `applies` names.
static void buildReducer(OpAsmParser &parser, StringRef operation, Type type,
                         Region &region) {
  Location loc = parser.getEncodedSourceLoc(parser.getNameLoc());
  OpBuilder builder(parser.getContext());
  Block *block = builder.createBlock(&region, {}, {type, type}, {loc, loc});
  Operation *reducer = builder.create(loc, builder.getStringAttr(operation),
                                      block->getArguments(), TypeRange(type));
  builder.create(loc, builder.getStringAttr("stablehlo.return"),
                 reducer->getResults(), TypeRange());
}

/// Parses `reducer(%a0, %b0) (%a1, %b1) { ... }`, whose region has the
/// arguments a0, a1, b0, b1.
static ParseResult parseReducer(OpAsmParser &parser, size_t numInputs,
                                Region &region) {
  SmallVector<OpAsmParser::Argument> arguments(2 * numInputs);
  if (parser.parseKeyword("reducer"))
    return failure();
  for (size_t i = 0; i < numInputs; ++i)
    if (parser.parseLParen() ||
        parser.parseArgument(arguments[i], /*allowType=*/true) ||
        parser.parseComma() ||
        parser.parseArgument(arguments[numInputs + i], /*allowType=*/true) ||
        parser.parseRParen())
      return failure();
  return parser.parseRegion(region, arguments);
}

/// `(%a init: %i), ... applies op across dimensions = [0] : signature`, or
/// without `applies` and with a reducer at the end.
static ParseResult parseReduce(OpAsmParser &parser, OperationState &state) {
  Operands operands, inits;
  do {
    if (parser.parseLParen() || parser.parseOperand(operands.emplace_back()) ||
        parser.parseKeyword("init") || parser.parseColon() ||
        parser.parseOperand(inits.emplace_back()) || parser.parseRParen())
      return failure();
  } while (succeeded(parser.parseOptionalComma()));
  size_t numInputs = operands.size();
  operands.append(inits);

  StringRef applied;
  SmallVector<int64_t> dimensions;
  bool applies = succeeded(parser.parseOptionalKeyword("applies"));
  if ((applies && parser.parseKeyword(&applied)) ||
      parser.parseKeyword("across") || parseKey(parser, "dimensions") ||
      parseIntegerList(parser, dimensions))
    return failure();
  NamedAttrList attrs;
  attrs.set("dimensions", parser.getBuilder().getDenseI64ArrayAttr(dimensions));
  setAttributes(state, attrs);
  if (parseTail(parser, state, operands))
    return failure();

  Region &region = *state.addRegion();
  if (!applies)
    return parseReducer(parser, numInputs, region);
  buildReducer(parser, applied, state.operands[numInputs].getType(), region);
  return success();
}

/// `(%a = %init, ...) : types cond { ... } do { ... }`.
static ParseResult parseWhile(OpAsmParser &parser, OperationState &state) {
  SmallVector<OpAsmParser::Argument> arguments;
  Operands operands;
  SmallVector<Type> types;
  auto parseAssignment = [&]() -> ParseResult {
    return failure(parser.parseArgument(arguments.emplace_back()) ||
                   parser.parseEqual() ||
                   parser.parseOperand(operands.emplace_back()));
  };
  if (parser.parseCommaSeparatedList(AsmParser::Delimiter::Paren,
                                     parseAssignment) ||
      parser.parseOptionalColonTypeList(types) ||
      parser.resolveOperands(operands, types, parser.getNameLoc(),
                             state.operands) ||
      parser.parseOptionalAttrDictWithKeyword(state.attributes))
    return failure();
  for (auto [argument, type] : llvm::zip(arguments, types))
    argument.type = type;
  state.addTypes(types);
  return failure(parser.parseKeyword("cond") ||
                 parser.parseRegion(*state.addRegion(), arguments) ||
                 parser.parseKeyword("do") ||
                 parser.parseRegion(*state.addRegion(), arguments));
}

//===----------------------------------------------------------------------===//
// The table
//===----------------------------------------------------------------------===//

static constexpr StringLiteral elementwiseNames[] = {"abs",
                                                     "add",
                                                     "and",
                                                     "atan2",
                                                     "bitcast_convert",
                                                     "cbrt",
                                                     "ceil",
                                                     "clamp",
                                                     "convert",
                                                     "cosine",
                                                     "count_leading_zeros",
                                                     "divide",
                                                     "exponential",
                                                     "exponential_minus_one",
                                                     "floor",
                                                     "is_finite",
                                                     "log",
                                                     "log_plus_one",
                                                     "logistic",
                                                     "maximum",
                                                     "minimum",
                                                     "multiply",
                                                     "negate",
                                                     "not",
                                                     "optimization_barrier",
                                                     "or",
                                                     "popcnt",
                                                     "power",
                                                     "remainder",
                                                     "reshape",
                                                     "round_nearest_afz",
                                                     "round_nearest_even",
                                                     "rsqrt",
                                                     "select",
                                                     "shift_left",
                                                     "shift_right_arithmetic",
                                                     "shift_right_logical",
                                                     "sign",
                                                     "sine",
                                                     "sqrt",
                                                     "subtract",
                                                     "tan",
                                                     "tanh",
                                                     "xor"};

static constexpr StringLiteral chloNames[] = {"acos", "acosh", "asin",  "asinh",
                                              "atan", "atanh", "cosh",  "erf",
                                              "erfc", "sinh",  "square"};

/// All operations with a pretty form, by name.
static llvm::StringMap<SyntaxParser> buildTable() {
  llvm::StringMap<SyntaxParser> table;
  for (StringRef name : elementwiseNames)
    table[("stablehlo." + name).str()] = parseElementwise;
  for (StringRef name : chloNames)
    table[("chlo." + name).str()] = parseElementwise;
  for (const Clause &clause : clauses)
    table[clause.operation] = parseWithClauses;
  table["stablehlo.constant"] = parseConstant;
  table["stablehlo.compare"] = parseCompare;
  table["stablehlo.slice"] = parseSlice;
  table["stablehlo.custom_call"] = parseCustomCall;
  table["stablehlo.dot_general"] = parseDotGeneral;
  table["stablehlo.reduce"] = parseReduce;
  table["stablehlo.while"] = parseWhile;
  table["stablehlo.return"] = parseReturn;
  return table;
}

SyntaxParser shardwise::lookupSyntax(StringRef operationName) {
  static const llvm::StringMap<SyntaxParser> table = buildTable();
  return table.lookup(operationName);
}
