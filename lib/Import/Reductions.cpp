//===- Reductions.cpp - Reductions over dimensions ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A reduction by one associative operation becomes a linalg.reduce that starts
// at the neutral element, so that parts of it can be reduced apart; an initial
// value that is not neutral is combined afterwards. Any other reducer keeps its
// initial values, and its body is converted with scalars.
//
//===----------------------------------------------------------------------===//

#include "Importer.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"

using namespace mlir;
using namespace mlir::shardwise;

//===----------------------------------------------------------------------===//
// Reducers of one operation
//===----------------------------------------------------------------------===//

/// The operation that the region applies to its two arguments and returns, or
/// null if it does anything else.
static Operation *getSingleReducer(Region &region) {
  Block &block = region.front();
  if (block.getNumArguments() != 2 || block.getOperations().size() != 2)
    return nullptr;
  Operation *reducer = &block.front();
  Operation *terminator = &block.back();
  Value lhs = block.getArgument(0), rhs = block.getArgument(1);
  if (reducer->getNumOperands() != 2 || reducer->getNumResults() != 1 ||
      terminator->getNumOperands() != 1 ||
      terminator->getOperand(0) != reducer->getResult(0))
    return nullptr;
  bool usesBoth =
      (reducer->getOperand(0) == lhs && reducer->getOperand(1) == rhs) ||
      (reducer->getOperand(0) == rhs && reducer->getOperand(1) == lhs);
  return usesBoth ? reducer : nullptr;
}

/// The neutral element of the operation for numbers of the element type, or
/// null if it has none.
static TypedAttr getNeutral(StringRef reducer, Type element, bool isUnsigned) {
  if (auto type = dyn_cast<FloatType>(element)) {
    const llvm::fltSemantics &semantics = type.getFloatSemantics();
    bool hasInfinity = APFloat::semanticsHasInf(semantics);
    if (reducer == "stablehlo.add")
      return FloatAttr::get(type, APFloat::getZero(semantics));
    if (reducer == "stablehlo.multiply")
      return FloatAttr::get(type, APFloat::getOne(semantics));
    if (reducer == "stablehlo.maximum" && hasInfinity)
      return FloatAttr::get(type, APFloat::getInf(semantics, true));
    if (reducer == "stablehlo.minimum" && hasInfinity)
      return FloatAttr::get(type, APFloat::getInf(semantics));
    return {};
  }
  unsigned width = element.getIntOrFloatBitWidth();
  auto get = [&](const APInt &value) {
    return IntegerAttr::get(element, value);
  };
  if (reducer == "stablehlo.add" || reducer == "stablehlo.or" ||
      reducer == "stablehlo.xor")
    return get(APInt::getZero(width));
  if (reducer == "stablehlo.multiply")
    return get(APInt(width, 1));
  if (reducer == "stablehlo.and")
    return get(APInt::getAllOnes(width));
  if (reducer == "stablehlo.maximum")
    return get(isUnsigned ? APInt::getMinValue(width)
                          : APInt::getSignedMinValue(width));
  if (reducer == "stablehlo.minimum")
    return get(isUnsigned ? APInt::getMaxValue(width)
                          : APInt::getSignedMaxValue(width));
  return {};
}

/// Whether all elements of the splat are the neutral element. Zeros of both
/// signs are neutral in a sum.
static bool isNeutral(DenseElementsAttr splat, TypedAttr neutral) {
  if (!splat)
    return false;
  if (auto value = dyn_cast<FloatAttr>(neutral)) {
    APFloat found = splat.getSplatValue<APFloat>();
    return found.bitwiseIsEqual(value.getValue()) ||
           (found.isZero() && value.getValue().isZero());
  }
  return splat.getSplatValue<APInt>() == cast<IntegerAttr>(neutral).getValue();
}

/// Applies the converter of a reducer's operation to values, tensors or
/// scalars, that take the place of its operands.
static FailureOr<Value> applyReducer(Importer &importer, Operation *reducer,
                                     Value lhs, Value rhs) {
  importer.set(reducer->getOperand(0), lhs);
  importer.set(reducer->getOperand(1), rhs);
  const Converter *converter =
      lookupConverter(reducer->getName().getStringRef());
  if (failed(converter->convert(importer, reducer)))
    return failure();
  return importer.get(reducer->getResult(0));
}

//===----------------------------------------------------------------------===//
// Emitting
//===----------------------------------------------------------------------===//

/// Converts the reducer's region into that of `reduce`: its left arguments are
/// the sums so far, its right ones the inputs.
static LogicalResult convertBody(Importer &importer, Region &region,
                                 ValueRange arguments) {
  Block &block = region.front();
  size_t half = arguments.size() / 2;
  for (size_t i = 0; i < half; ++i) {
    importer.set(block.getArgument(i), arguments[half + i]);
    importer.set(block.getArgument(half + i), arguments[i]);
  }
  for (BlockArgument argument : block.getArguments())
    if (failed(importer.checkType(argument.getLoc(), argument.getType())))
      return failure();
  if (failed(importer.convertBlock(block)))
    return failure();
  importer.create<linalg::YieldOp>(importer.get(block.back().getOperands()));
  return success();
}

/// Emits a linalg.reduce with the body of the reducer.
static FailureOr<linalg::ReduceOp> emitReduce(Importer &importer,
                                              Region &region, ValueRange inputs,
                                              ValueRange inits,
                                              ArrayRef<int64_t> dims) {
  LogicalResult converted = success();
  Location loc = importer.loc;
  auto buildBody = [&](OpBuilder &builder, Location, ValueRange arguments) {
    OpBuilder::InsertionGuard guard(importer.builder);
    importer.builder.restoreInsertionPoint(builder.saveInsertionPoint());
    importer.inReducer = true;
    converted = convertBody(importer, region, arguments);
    importer.inReducer = false;
  };
  auto reduce =
      importer.create<linalg::ReduceOp>(inputs, inits, dims, buildBody);
  importer.loc = loc;
  if (failed(converted))
    return failure();
  return reduce;
}

/// Reduces by a single operation; the initial value is combined at the end.
static LogicalResult convertSingle(Importer &importer, Operation *op,
                                   Operation *reducer, TypedAttr neutral,
                                   ArrayRef<int64_t> dims,
                                   RankedTensorType type) {
  Value input = importer.get(op->getOperand(0));
  Value init = importer.get(op->getOperand(1));
  DenseElementsAttr start = importer.getSplat(init);
  bool startsNeutral = isNeutral(start, neutral);
  Value result = input;
  if (!dims.empty()) {
    auto elements = startsNeutral ? start.resizeSplat(type)
                                  : DenseElementsAttr::get(type, neutral);
    auto reduce = emitReduce(importer, op->getRegion(0), input,
                             importer.constant(elements), dims);
    if (failed(reduce))
      return failure();
    result = reduce->getResult(0);
  }
  if (!startsNeutral) {
    FailureOr<Value> combined = applyReducer(
        importer, reducer, importer.broadcast(init, {}, type), result);
    if (failed(combined))
      return failure();
    result = *combined;
  }
  importer.set(op->getResult(0), result);
  return success();
}

/// Reduces by any reducer, from the initial values.
static LogicalResult convertGeneral(Importer &importer, Operation *op,
                                    ArrayRef<int64_t> dims) {
  if (dims.empty())
    return op->emitOpError("reduces over no dimension, which is supported for "
                           "reducers of one operation only");
  size_t numInputs = op->getNumResults();
  SmallVector<Value> operands = importer.get(op->getOperands());
  SmallVector<Value> inits;
  for (size_t i = 0; i < numInputs; ++i)
    inits.push_back(importer.broadcast(
        operands[numInputs + i], {}, importer.getTensorType(op->getResult(i))));
  auto reduce =
      emitReduce(importer, op->getRegion(0),
                 ValueRange(operands).take_front(numInputs), inits, dims);
  if (failed(reduce))
    return failure();
  for (auto [result, value] : llvm::zip(op->getResults(), reduce->getResults()))
    importer.set(result, value);
  return success();
}

//===----------------------------------------------------------------------===//
// The converter
//===----------------------------------------------------------------------===//

/// Checks counts and types, so that the operations below can be built.
static LogicalResult verifyReduce(Importer &importer, Operation *op,
                                  ArrayRef<int64_t> dims) {
  size_t numInputs = op->getNumResults();
  Region &region = op->getRegion(0);
  if (numInputs == 0 || op->getNumOperands() != 2 * numInputs ||
      !getBody(region) || region.getNumArguments() != 2 * numInputs ||
      getBody(region)->back().getNumOperands() != numInputs)
    return op->emitOpError("expects an initial value, a result, and two "
                           "reducer arguments for each input");
  auto first = importer.getTensorType(op->getOperand(0));
  if (failed(checkDimensions(op, "dimensions", dims, first.getRank())))
    return failure();
  SmallVector<int64_t> shape;
  for (auto [dim, size] : llvm::enumerate(first.getShape()))
    if (!llvm::is_contained(dims, dim))
      shape.push_back(size);
  for (size_t i = 0; i < numInputs; ++i) {
    auto input = importer.getTensorType(op->getOperand(i));
    auto init = importer.getTensorType(op->getOperand(numInputs + i));
    auto result = importer.getTensorType(op->getResult(i));
    if (input.getShape() != first.getShape() || init.getRank() != 0 ||
        init.getElementType() != input.getElementType() ||
        result != input.clone(shape))
      return op->emitOpError("reduces ")
             << input << " from " << init << " to " << result;
  }
  return success();
}

static LogicalResult convertReduce(Importer &importer, Operation *op) {
  FailureOr<ArrayRef<int64_t>> dims = getIntegers(op, "dimensions");
  if (failed(dims) || failed(verifyReduce(importer, op, *dims)))
    return failure();
  auto sorted = llvm::to_vector(*dims);
  llvm::sort(sorted);
  RankedTensorType type = importer.getTensorType(op->getResult(0));
  if (Operation *reducer = getSingleReducer(op->getRegion(0)))
    if (TypedAttr neutral =
            getNeutral(reducer->getName().getStringRef(), type.getElementType(),
                       Importer::isUnsigned(op->getOperand(0))))
      return convertSingle(importer, op, reducer, neutral, sorted, type);
  return convertGeneral(importer, op, sorted);
}

void shardwise::addReductionConverters(ConverterTable &table) {
  table["stablehlo.reduce"] = {convertReduce, -1, -1, 1};
}
