//===- Contractions.cpp - Products of tensors -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// dot_general becomes linalg.contract. Its iteration space is the result's
// dimensions in their order (batch, free dimensions of the left side, free
// dimensions of the right side), then the contracted ones. The operands have
// one element type, theirs or what an algorithm asks for; a wider result type
// is what products and sums are computed in, as linalg.contract defines it.
//
//===----------------------------------------------------------------------===//

#include "Importer.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/IR/TypeUtilities.h"

using namespace mlir;
using namespace mlir::shardwise;

namespace {
/// The dimension numbers of a product.
struct DotDimensions {
  ArrayRef<int64_t> lhsBatch, rhsBatch, lhsContracting, rhsContracting;

  explicit DotDimensions(DictionaryAttr numbers)
      : lhsBatch(getIntegers(numbers, "lhs_batching_dimensions")),
        rhsBatch(getIntegers(numbers, "rhs_batching_dimensions")),
        lhsContracting(getIntegers(numbers, "lhs_contracting_dimensions")),
        rhsContracting(getIntegers(numbers, "rhs_contracting_dimensions")) {}

  LogicalResult verify(Operation *op, RankedTensorType lhs,
                       RankedTensorType rhs) const;
};

/// The iteration space of a contraction: for each operand dimension its number
/// there, and the result's shape.
struct IterationSpace {
  SmallVector<int64_t> lhs, rhs, resultShape;
  int64_t rank = 0;
};
} // namespace

/// Checks that the paired dimensions have equal sizes.
static LogicalResult checkPairs(Operation *op, StringRef what,
                                RankedTensorType lhs, ArrayRef<int64_t> lhsDims,
                                RankedTensorType rhs,
                                ArrayRef<int64_t> rhsDims) {
  if (lhsDims.size() != rhsDims.size())
    return op->emitOpError("has ")
           << lhsDims.size() << " " << what << " dimensions on the left, "
           << rhsDims.size() << " on the right";
  for (auto [left, right] : llvm::zip(lhsDims, rhsDims))
    if (lhs.getDimSize(left) != rhs.getDimSize(right))
      return op->emitOpError("pairs ")
             << what << " dimension " << left << " of size "
             << lhs.getDimSize(left) << " with dimension " << right
             << " of size " << rhs.getDimSize(right);
  return success();
}

LogicalResult DotDimensions::verify(Operation *op, RankedTensorType lhs,
                                    RankedTensorType rhs) const {
  auto checkSide = [&](StringRef name, ArrayRef<int64_t> batch,
                       ArrayRef<int64_t> contracting, int64_t rank) {
    SmallVector<int64_t> all(batch);
    all.append(contracting.begin(), contracting.end());
    return checkDimensions(op, name, all, rank);
  };
  return failure(
      failed(checkSide("the left side's dimension numbers", lhsBatch,
                       lhsContracting, lhs.getRank())) ||
      failed(checkSide("the right side's dimension numbers", rhsBatch,
                       rhsContracting, rhs.getRank())) ||
      failed(checkPairs(op, "batching", lhs, lhsBatch, rhs, rhsBatch)) ||
      failed(checkPairs(op, "contracting", lhs, lhsContracting, rhs,
                        rhsContracting)));
}

/// Numbers the free dimensions of one side, which are the next ones of the
/// result.
static void addFreeDimensions(SmallVectorImpl<int64_t> &side,
                              RankedTensorType type, IterationSpace &space) {
  for (auto [dim, number] : llvm::enumerate(side)) {
    if (number >= 0)
      continue;
    number = space.rank++;
    space.resultShape.push_back(type.getDimSize(dim));
  }
}

static IterationSpace getIterationSpace(const DotDimensions &dims,
                                        RankedTensorType lhs,
                                        RankedTensorType rhs) {
  // Contracted dimensions come last; until then they are marked by a number
  // that is none.
  constexpr int64_t contracted = std::numeric_limits<int64_t>::max();
  IterationSpace space;
  space.lhs.assign(lhs.getRank(), -1);
  space.rhs.assign(rhs.getRank(), -1);
  for (auto [left, right] : llvm::zip(dims.lhsBatch, dims.rhsBatch)) {
    space.lhs[left] = space.rhs[right] = space.rank++;
    space.resultShape.push_back(lhs.getDimSize(left));
  }
  for (auto [left, right] : llvm::zip(dims.lhsContracting, dims.rhsContracting))
    space.lhs[left] = space.rhs[right] = contracted;
  addFreeDimensions(space.lhs, lhs, space);
  addFreeDimensions(space.rhs, rhs, space);
  for (auto [left, right] : llvm::zip(dims.lhsContracting, dims.rhsContracting))
    space.lhs[left] = space.rhs[right] = space.rank++;
  return space;
}

//===----------------------------------------------------------------------===//
// Checks
//===----------------------------------------------------------------------===//

/// Checks that an algorithm, where one is asked for, is one product of operands
/// in types of their own, with sums at least as wide as the result.
static LogicalResult checkAlgorithm(Operation *op, DictionaryAttr algorithm,
                                    Type result) {
  if (!algorithm)
    return success();
  auto getType = [&](StringRef key) {
    auto type = algorithm.getAs<TypeAttr>(key);
    return type ? type.getValue() : Type();
  };
  auto isOne = [&](StringRef key) {
    auto count = algorithm.getAs<IntegerAttr>(key);
    return !count || count.getInt() == 1;
  };
  auto isOperandType = [&](StringRef key) {
    Type type = getType(key);
    return type &&
           (type.isF64() || type.isF32() || type.isF16() || type.isBF16());
  };
  Type sum = getType("accumulation_type");
  bool isWide = sum == result || (sum && sum.isF32() && result.isBF16());
  if (isOperandType("lhs_precision_type") &&
      isOperandType("rhs_precision_type") && isWide && isa<FloatType>(result) &&
      isOne("lhs_component_count") && isOne("rhs_component_count") &&
      isOne("num_primitive_operations"))
    return success();
  return op->emitOpError("asks for algorithm ")
         << algorithm << ", which is not supported for a result of " << result;
}

/// Checks that products of the element types are supported.
static LogicalResult checkElements(Operation *op, Type lhs, Type rhs,
                                   Type result) {
  bool areFloats =
      isa<FloatType>(lhs) && isa<FloatType>(rhs) && isa<FloatType>(result);
  bool areIntegers = lhs == rhs && isa<IntegerType>(lhs) &&
                     isa<IntegerType>(result) && !result.isInteger(1);
  bool isWideEnough =
      lhs.getIntOrFloatBitWidth() <= result.getIntOrFloatBitWidth() &&
      rhs.getIntOrFloatBitWidth() <= result.getIntOrFloatBitWidth();
  if ((areFloats || areIntegers) && isWideEnough)
    return success();
  return op->emitOpError("multiplies ")
         << lhs << " by " << rhs << " with a result of " << result
         << ", which is not supported";
}

//===----------------------------------------------------------------------===//
// The converter
//===----------------------------------------------------------------------===//

/// Rounds an operand to the type that the algorithm asks for.
static Value roundOperand(Importer &importer, Value operand,
                          DictionaryAttr algorithm, StringRef key) {
  if (!algorithm)
    return operand;
  return convertFloat(importer, operand,
                      algorithm.getAs<TypeAttr>(key).getValue());
}

/// Widens the narrower of two float operands, so that both have one type.
static void unifyOperands(Importer &importer, Value &lhs, Value &rhs) {
  Type left = getElementTypeOrSelf(lhs), right = getElementTypeOrSelf(rhs);
  if (left == right)
    return;
  unsigned leftWidth = left.getIntOrFloatBitWidth();
  unsigned rightWidth = right.getIntOrFloatBitWidth();
  Type wide = leftWidth > rightWidth   ? left
              : leftWidth < rightWidth ? right
                                       : importer.builder.getF32Type();
  lhs = convertFloat(importer, lhs, wide);
  rhs = convertFloat(importer, rhs, wide);
}

static AffineMapAttr getMap(MLIRContext *context, int64_t rank,
                            ArrayRef<int64_t> dims) {
  SmallVector<AffineExpr> exprs;
  for (int64_t dim : dims)
    exprs.push_back(getAffineDimExpr(dim, context));
  return AffineMapAttr::get(AffineMap::get(rank, 0, exprs, context));
}

/// A product without contracted dimensions, in which each side is broadcast.
static Value emitOuterProduct(Importer &importer, Value lhs, Value rhs,
                              const IterationSpace &space,
                              RankedTensorType type) {
  auto widen = [&](Value value, ArrayRef<int64_t> dims) {
    auto from = cast<RankedTensorType>(value.getType());
    value = importer.broadcast(value, dims, type.clone(from.getElementType()));
    if (isa<IntegerType>(type.getElementType()))
      return value;
    return convertFloat(importer, value, type.getElementType());
  };
  lhs = widen(lhs, space.lhs);
  rhs = widen(rhs, space.rhs);
  if (isa<FloatType>(type.getElementType()))
    return importer.emit<arith::MulFOp>(lhs, rhs);
  return importer.emit<arith::MulIOp>(lhs, rhs);
}

static Value emitContraction(Importer &importer, Value lhs, Value rhs,
                             const IterationSpace &space, RankedTensorType type,
                             bool isUnsigned) {
  MLIRContext *context = importer.builder.getContext();
  auto resultDims = llvm::to_vector(llvm::seq<int64_t>(type.getRank()));
  Attribute maps[] = {getMap(context, space.rank, space.lhs),
                      getMap(context, space.rank, space.rhs),
                      getMap(context, space.rank, resultDims)};
  Value zero = importer.splatZero(type);
  auto contract = importer.create<linalg::ContractOp>(
      TypeRange(type), ValueRange{lhs, rhs}, ValueRange{zero},
      ArrayAttr::get(context, maps));
  if (isUnsigned)
    contract.setCast(linalg::TypeFn::cast_unsigned);
  return contract->getResult(0);
}

static LogicalResult convertDotGeneral(Importer &importer, Operation *op) {
  auto numbers = op->getAttrOfType<DictionaryAttr>("dot_dimension_numbers");
  if (!numbers)
    return op->emitOpError("expects attribute 'dot_dimension_numbers'");
  auto algorithm = op->getAttrOfType<DictionaryAttr>("algorithm");
  Value lhs = importer.get(op->getOperand(0));
  Value rhs = importer.get(op->getOperand(1));
  auto lhsType = cast<RankedTensorType>(lhs.getType());
  auto rhsType = cast<RankedTensorType>(rhs.getType());
  RankedTensorType type = importer.getTensorType(op->getResult(0));
  DotDimensions dims(numbers);
  if (failed(dims.verify(op, lhsType, rhsType)) ||
      failed(checkElements(op, lhsType.getElementType(),
                           rhsType.getElementType(), type.getElementType())) ||
      failed(checkAlgorithm(op, algorithm, type.getElementType())))
    return failure();
  lhs = roundOperand(importer, lhs, algorithm, "lhs_precision_type");
  rhs = roundOperand(importer, rhs, algorithm, "rhs_precision_type");
  unifyOperands(importer, lhs, rhs);
  IterationSpace space = getIterationSpace(dims, lhsType, rhsType);
  if (type.getShape() != ArrayRef<int64_t>(space.resultShape))
    return op->emitOpError("has result type ")
           << type << ", expected " << type.clone(space.resultShape);
  bool isOuter = dims.lhsContracting.empty();
  bool isUnsigned = Importer::isUnsigned(op->getOperand(0));
  if (isOuter && lhsType.getElementType() != type.getElementType() &&
      !isa<FloatType>(type.getElementType()))
    return op->emitOpError("widens integers in an outer product, which is not "
                           "supported");
  importer.set(
      op->getResult(0),
      isOuter ? emitOuterProduct(importer, lhs, rhs, space, type)
              : emitContraction(importer, lhs, rhs, space, type, isUnsigned));
  return success();
}

void shardwise::addContractionConverters(ConverterTable &table) {
  table["stablehlo.dot_general"] = {convertDotGeneral, 2};
}
