//===- Importer.cpp - Converting operations one by one --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The walk, types, constants and folding. What the operations mean is the
// business of the converters.
//
//===----------------------------------------------------------------------===//

#include "Importer.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/Matchers.h"
#include "mlir/IR/TypeUtilities.h"
#include "llvm/ADT/SmallBitVector.h"

using namespace mlir;
using namespace mlir::shardwise;

//===----------------------------------------------------------------------===//
// Converters
//===----------------------------------------------------------------------===//

static ConverterTable buildTable() {
  ConverterTable table;
  addElementwiseConverters(table);
  addChoiceConverters(table);
  addConversionConverters(table);
  addShapeConverters(table);
  addContractionConverters(table);
  addReductionConverters(table);
  addControlFlowConverters(table);
  addGatherScatterConverters(table);
  return table;
}

const Converter *shardwise::lookupConverter(StringRef name) {
  static const ConverterTable table = buildTable();
  auto it = table.find(name);
  return it == table.end() ? nullptr : &it->second;
}

/// The block of a region that is one block and ends with the terminator.
static Block *getBody(Region &region, StringRef terminator) {
  if (!region.hasOneBlock() || region.front().empty())
    return nullptr;
  // An unregistered operation at the end would pass for a terminator.
  StringRef last = region.front().back().getName().getStringRef();
  return last == terminator ? &region.front() : nullptr;
}

Block *shardwise::getBody(Region &region) {
  return ::getBody(region, "stablehlo.return");
}

Block *shardwise::getFunctionBody(Operation *function) {
  if (function->getNumRegions() != 1)
    return nullptr;
  return ::getBody(function->getRegion(0), "func.return");
}

FailureOr<ArrayRef<int64_t>> shardwise::getIntegers(Operation *op,
                                                    StringRef name) {
  if (auto list = op->getAttrOfType<DenseI64ArrayAttr>(name))
    return list.asArrayRef();
  return op->emitOpError("expects attribute '")
         << name << "', a list of integers";
}

ArrayRef<int64_t> shardwise::getIntegers(DictionaryAttr structure,
                                         StringRef field) {
  auto list = structure.getAs<DenseI64ArrayAttr>(field);
  return list ? list.asArrayRef() : ArrayRef<int64_t>();
}

LogicalResult shardwise::checkDimensions(Operation *op, StringRef name,
                                         ArrayRef<int64_t> dims, int64_t rank) {
  llvm::SmallBitVector seen(rank);
  for (int64_t dim : dims) {
    if (dim < 0 || dim >= rank)
      return op->emitOpError("has dimension ")
             << dim << " in " << name << ", but the rank is " << rank;
    if (seen.test(dim))
      return op->emitOpError("has dimension ") << dim << " twice in " << name;
    seen.set(dim);
  }
  return success();
}

//===----------------------------------------------------------------------===//
// The walk
//===----------------------------------------------------------------------===//

Importer::Importer(ModuleOp module, Block *block)
    : builder(OpBuilder::atBlockEnd(block)), loc(module.getLoc()),
      symbols(module), block(block) {
  if (!block->empty())
    lastConstant = &block->back();
}

LogicalResult Importer::convertBlock(Block &source) {
  for (Operation &op : source) {
    if (&op == &source.back())
      return checkOperands(&op);
    if (failed(convertOperation(&op)))
      return failure();
  }
  return success();
}

/// Regions of unregistered operations may use values before their definition.
LogicalResult Importer::checkOperands(Operation *op) const {
  for (Value operand : op->getOperands())
    if (!get(operand))
      return op->emitOpError("uses a value before it is computed");
  return success();
}

/// Checks that all operands have one type.
static LogicalResult checkSameOperands(Operation *op) {
  for (Type type : op->getOperandTypes())
    if (type != op->getOperand(0).getType())
      return op->emitOpError("has operands of types ")
             << op->getOperand(0).getType() << " and " << type;
  return success();
}

/// Checks a count of operands, results or regions.
static LogicalResult checkCount(Operation *op, StringRef what, unsigned found,
                                int expected) {
  if (expected < 0 || found == static_cast<unsigned>(expected))
    return success();
  return op->emitOpError("has ")
         << found << " " << what << ", expected " << expected;
}

/// Whether an operation has results, and no element in any of them.
static bool givesNothing(Operation *op) {
  return op->getNumResults() && llvm::all_of(op->getResultTypes(), [](Type t) {
           return cast<RankedTensorType>(t).getNumElements() == 0;
         });
}

LogicalResult Importer::convertOperation(Operation *op) {
  const Converter *converter = lookupConverter(op->getName().getStringRef());
  if (!converter)
    return op->emitError("unknown operation '") << op->getName() << "'";
  if (failed(checkCount(op, "operands", op->getNumOperands(),
                        converter->numOperands)) ||
      failed(checkCount(op, "results", op->getNumResults(),
                        converter->numResults)) ||
      failed(checkCount(op, "regions", op->getNumRegions(),
                        converter->numRegions)))
    return failure();
  if (inReducer && !converter->inReducer)
    return op->emitOpError("is not supported in a reducer");
  if (failed(checkOperands(op)) ||
      (converter->sameOperands && failed(checkSameOperands(op))))
    return failure();
  for (Type type : op->getResultTypes())
    if (failed(checkType(op->getLoc(), type)))
      return failure();
  loc = getLocation(op);
  if (givesNothing(op)) {
    for (Value result : op->getResults())
      set(result, splatZero(getType(result)));
    return success();
  }
  if (failed(converter->convert(*this, op)))
    return failure();
  for (Value result : op->getResults())
    if (get(result).getType() != getType(result))
      return op->emitOpError("has result type ")
             << result.getType() << ", expected " << get(result).getType();
  return success();
}

Location Importer::getLocation(Operation *op) const {
  if (calls.empty())
    return op->getLoc();
  return CallSiteLoc::get(op->getLoc(), calls.back().second);
}

LogicalResult Importer::convertCall(Operation *call) {
  auto callee = call->getAttrOfType<FlatSymbolRefAttr>("callee");
  Operation *function = callee ? symbols.lookup(callee.getAttr()) : nullptr;
  Block *body = function ? getFunctionBody(function) : nullptr;
  if (!body)
    return call->emitOpError("calls a function without a body of one block "
                             "that ends with func.return");
  for (auto [active, where] : calls)
    if (active == function)
      return (call->emitOpError("calls ") << callee << " recursively")
                 .attachNote(function->getLoc())
             << "function defined here";
  for (auto [argument, operand] :
       llvm::zip(body->getArguments(), call->getOperands()))
    set(argument, get(operand));
  calls.emplace_back(function, loc);
  LogicalResult converted = convertBlock(*body);
  calls.pop_back();
  if (failed(converted))
    return failure();
  for (auto [result, value] :
       llvm::zip(call->getResults(), body->back().getOperands()))
    set(result, get(value));
  return success();
}

//===----------------------------------------------------------------------===//
// Values and types
//===----------------------------------------------------------------------===//

SmallVector<Value> Importer::get(ValueRange foreign) const {
  return llvm::map_to_vector(foreign, [&](Value value) { return get(value); });
}

/// The signless type for an element type, null if it cannot be imported.
static Type convertElementType(Type type) {
  if (auto integer = dyn_cast<IntegerType>(type)) {
    if (integer.isSigned())
      return {};
    return IntegerType::get(type.getContext(), integer.getWidth());
  }
  return isa<FloatType>(type) ? type : Type();
}

Type Importer::convertType(Type foreign) const {
  auto tensor = dyn_cast<RankedTensorType>(foreign);
  if (!tensor || !tensor.hasStaticShape() || tensor.getEncoding())
    return {};
  Type element = convertElementType(tensor.getElementType());
  if (!element)
    return {};
  if (inReducer)
    return tensor.getRank() == 0 ? element : Type();
  if (element == tensor.getElementType())
    return tensor;
  return RankedTensorType::get(tensor.getShape(), element);
}

LogicalResult Importer::checkType(Location where, Type foreign) const {
  if (convertType(foreign))
    return success();
  auto tensor = dyn_cast<RankedTensorType>(foreign);
  StringRef reason = "expected a tensor of integers or floats";
  if (tensor && !tensor.hasStaticShape())
    reason = "but dynamic shapes are not supported";
  else if (tensor && tensor.getEncoding())
    reason = "but tensor encodings are not supported";
  else if (tensor && inReducer && tensor.getRank() != 0)
    reason = "but reducers work on tensors without dimensions";
  else if (tensor)
    reason = "but only integers and floats are supported as elements";
  return emitError(where) << "found type " << foreign << ", " << reason;
}

bool Importer::isUnsigned(Value foreign) {
  Type element = getElementTypeOrSelf(foreign.getType());
  return element.isUnsignedInteger() || element.isInteger(1);
}

//===----------------------------------------------------------------------===//
// Constants and folding
//===----------------------------------------------------------------------===//

Value Importer::constant(TypedAttr value) {
  Value &known = constants[value];
  if (known)
    return known;
  OpBuilder::InsertionGuard guard(builder);
  if (lastConstant)
    builder.setInsertionPointAfter(lastConstant);
  else
    builder.setInsertionPointToStart(block);
  auto op = create<arith::ConstantOp>(value);
  lastConstant = op;
  return known = op;
}

Value Importer::splat(Type type, APFloat value) {
  bool losesInfo;
  auto element = cast<FloatType>(getElementTypeOrSelf(type));
  value.convert(element.getFloatSemantics(), APFloat::rmNearestTiesToEven,
                &losesInfo);
  if (auto tensor = dyn_cast<RankedTensorType>(type))
    return constant(DenseElementsAttr::get(tensor, value));
  return constant(FloatAttr::get(type, value));
}

Value Importer::splat(Type type, APInt value) {
  if (auto tensor = dyn_cast<RankedTensorType>(type))
    return constant(DenseElementsAttr::get(tensor, value));
  return constant(IntegerAttr::get(type, value));
}

Value Importer::splat(Type type, double value) {
  return splat(type, APFloat(value));
}

Value Importer::splatZero(Type type) {
  return constant(builder.getZeroAttr(type));
}

Value Importer::splatInteger(Type type, int64_t value) {
  unsigned width = getElementTypeOrSelf(type).getIntOrFloatBitWidth();
  return splat(type, APInt(64, value, /*isSigned=*/true).sextOrTrunc(width));
}

Value Importer::splatLike(RankedTensorType type, DenseElementsAttr value) {
  return constant(value.resizeSplat(type));
}

DenseElementsAttr Importer::getSplat(Value value) const {
  auto constant = value.getDefiningOp<arith::ConstantOp>();
  if (!constant)
    return {};
  auto elements = dyn_cast<DenseElementsAttr>(constant.getValue());
  return elements && elements.isSplat() ? elements : DenseElementsAttr();
}

Value Importer::fold(Operation *op) {
  Value result = op->getResult(0);
  if (!isa<arith::ArithDialect>(op->getDialect()))
    return result;
  SmallVector<Attribute, 3> operands;
  for (Value operand : op->getOperands()) {
    operands.push_back(getSplat(operand));
    if (!operands.back())
      return result;
  }
  SmallVector<OpFoldResult, 1> folded;
  if (failed(op->fold(operands, folded)) || folded.size() != 1)
    return result;
  auto value = dyn_cast_if_present<TypedAttr>(
      llvm::dyn_cast_if_present<Attribute>(folded.front()));
  if (auto other = llvm::dyn_cast_if_present<Value>(folded.front())) {
    op->erase();
    return other;
  }
  if (!value || !isa<DenseElementsAttr>(value) ||
      value.getType() != result.getType())
    return result;
  op->erase();
  return constant(value);
}
