//===- GatherScatter.cpp - Slices at given indices ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// gather and scatter become the operations of `model`, which have the index
// vectors in the last dimension and no batching dimensions. A batching
// dimension of the operand is indexed like any other, by the number of the
// batch: an iota is put in front of the index vectors.
//
//===----------------------------------------------------------------------===//

#include "Importer.h"
#include "mlir/IR/TypeUtilities.h"
#include "shardwise/Dialect/Model/IR/Model.h"

using namespace mlir;
using namespace mlir::shardwise;

namespace {
/// What gather and scatter have in common: which dimensions index vectors
/// address, and how index vectors lie in `indices`.
struct Indexing {
  /// Which operand dimensions have no window: size 1, and dropped.
  SmallVector<int64_t> dropped;
  /// Which operand dimension each entry of an index vector addresses.
  SmallVector<int64_t> addressed;
  ArrayRef<int64_t> operandBatch, indexBatch;
  int64_t vectorDim = 0;

  LogicalResult verify(Operation *op, RankedTensorType operand,
                       RankedTensorType indices) const;
};
} // namespace

LogicalResult Indexing::verify(Operation *op, RankedTensorType operand,
                               RankedTensorType indices) const {
  SmallVector<int64_t> all(dropped);
  all.append(operandBatch.begin(), operandBatch.end());
  int64_t rank = operand.getRank();
  if (!isa<IntegerType>(indices.getElementType()))
    return op->emitOpError("has indices of type ") << indices;
  if (vectorDim < 0 || vectorDim > indices.getRank())
    return op->emitOpError("has index_vector_dim ")
           << vectorDim << ", but indices of rank " << indices.getRank();
  int64_t length =
      vectorDim == indices.getRank() ? 1 : indices.getDimSize(vectorDim);
  if (length != static_cast<int64_t>(addressed.size()))
    return op->emitOpError("has index vectors of size ")
           << length << " for " << addressed.size() << " dimensions";
  if (failed(checkDimensions(op, "the dropped and batching dimensions", all,
                             rank)) ||
      failed(
          checkDimensions(op, "the addressed dimensions", addressed, rank)) ||
      failed(checkDimensions(op, "the indices' batching dimensions", indexBatch,
                             indices.getRank())))
    return failure();
  if (operandBatch.size() != indexBatch.size())
    return op->emitOpError("has ")
           << operandBatch.size() << " batching dimensions of the operand, "
           << indexBatch.size() << " of the indices";
  for (auto [dim, indexDim] : llvm::zip(operandBatch, indexBatch))
    if (indexDim == vectorDim || llvm::is_contained(addressed, dim) ||
        operand.getDimSize(dim) != indices.getDimSize(indexDim))
      return op->emitOpError("pairs batching dimension ")
             << dim << " with dimension " << indexDim
             << " of the indices, which does not have its size or is in use";
  return success();
}

//===----------------------------------------------------------------------===//
// Index vectors
//===----------------------------------------------------------------------===//

/// Moves the index vectors to the last dimension, which is added if they are
/// single numbers.
static Value moveVectorsLast(Importer &importer, Value indices,
                             int64_t vectorDim) {
  auto type = cast<RankedTensorType>(indices.getType());
  if (vectorDim == type.getRank()) {
    SmallVector<int64_t> shape(type.getShape());
    shape.push_back(1);
    return importer.reshape(indices, shape);
  }
  SmallVector<int64_t> permutation;
  for (int64_t dim = 0; dim < type.getRank(); ++dim)
    if (dim != vectorDim)
      permutation.push_back(dim);
  permutation.push_back(vectorDim);
  return importer.transpose(indices, permutation);
}

/// Puts the batches' numbers in front of the index vectors. An index type that
/// is too narrow to count the batches is widened.
static Value addBatchNumbers(Importer &importer, Value indices,
                             Indexing &indexing) {
  if (indexing.operandBatch.empty())
    return indices;
  auto type = cast<RankedTensorType>(indices.getType());
  SmallVector<int64_t> shape(type.getShape());
  shape.back() = 1;
  SmallVector<Value> parts;
  for (int64_t dim : indexing.indexBatch)
    parts.push_back(importer.create<model::IotaOp>(
        type.clone(shape), dim - (dim > indexing.vectorDim),
        /*offset=*/Value()));
  parts.push_back(indices);
  indexing.addressed.insert(indexing.addressed.begin(),
                            indexing.operandBatch.begin(),
                            indexing.operandBatch.end());
  indexing.dropped.append(indexing.operandBatch.begin(),
                          indexing.operandBatch.end());
  llvm::sort(indexing.dropped);
  return importer.concatenate(parts, type.getRank() - 1);
}

/// Makes indices signed numbers that can hold a batch's number: widens small
/// and unsigned ones, and cuts off what is larger than any signed one.
static Value widenIndices(Importer &importer, Value foreign,
                          const Indexing &indexing) {
  Value indices = importer.get(foreign);
  auto type = cast<RankedTensorType>(indices.getType());
  unsigned width = type.getElementTypeBitWidth();
  bool isUnsigned = Importer::isUnsigned(foreign);
  bool isNarrow = width < 32 && !indexing.operandBatch.empty();
  if (width >= 64 && isUnsigned)
    return importer.emit<arith::MinUIOp>(
        indices, importer.splat(type, APInt::getSignedMaxValue(width)));
  if (width >= 64 || (!isUnsigned && !isNarrow))
    return indices;
  auto wide = type.clone(importer.builder.getI64Type());
  if (isUnsigned)
    return importer.emit<arith::ExtUIOp>(wide, indices);
  return importer.emit<arith::ExtSIOp>(wide, indices);
}

/// The index vectors in the form that `model` wants; `indexing` is adapted.
static Value prepareIndices(Importer &importer, Value foreign,
                            Indexing &indexing) {
  Value indices = widenIndices(importer, foreign, indexing);
  indices = moveVectorsLast(importer, indices, indexing.vectorDim);
  return addBatchNumbers(importer, indices, indexing);
}

//===----------------------------------------------------------------------===//
// Gather
//===----------------------------------------------------------------------===//

static int64_t getVectorDim(DictionaryAttr numbers) {
  auto dim = numbers.getAs<IntegerAttr>("index_vector_dim");
  return dim ? dim.getInt() : 0;
}

/// Checks what model.gather relies on in the slices.
static LogicalResult verifySlices(Operation *op, ArrayRef<int64_t> sizes,
                                  const Indexing &indexing,
                                  RankedTensorType operand) {
  if (static_cast<int64_t>(sizes.size()) != operand.getRank())
    return op->emitOpError("has ") << sizes.size() << " slice sizes for an "
                                   << "operand of rank " << operand.getRank();
  for (int64_t dim : indexing.operandBatch)
    if (sizes[dim] != 1)
      return op->emitOpError("has slice size ")
             << sizes[dim] << " in batching dimension " << dim;
  return success();
}

static LogicalResult convertGather(Importer &importer, Operation *op) {
  auto numbers = op->getAttrOfType<DictionaryAttr>("dimension_numbers");
  if (!numbers)
    return op->emitOpError("expects attribute 'dimension_numbers'");
  FailureOr<ArrayRef<int64_t>> sizes = getIntegers(op, "slice_sizes");
  if (failed(sizes))
    return failure();
  Indexing indexing;
  indexing.dropped.assign(getIntegers(numbers, "collapsed_slice_dims"));
  indexing.addressed.assign(getIntegers(numbers, "start_index_map"));
  indexing.operandBatch = getIntegers(numbers, "operand_batching_dims");
  indexing.indexBatch = getIntegers(numbers, "start_indices_batching_dims");
  indexing.vectorDim = getVectorDim(numbers);
  RankedTensorType operand = importer.getTensorType(op->getOperand(0));
  if (failed(indexing.verify(op, operand,
                             importer.getTensorType(op->getOperand(1)))) ||
      failed(verifySlices(op, *sizes, indexing, operand)))
    return failure();
  Value indices = prepareIndices(importer, op->getOperand(1), indexing);
  importer.set(op->getResult(0),
               importer.create<model::GatherOp>(
                   importer.getType(op->getResult(0)),
                   importer.get(op->getOperand(0)), indices,
                   /*lower_bounds=*/ValueRange(),
                   getIntegers(numbers, "offset_dims"), indexing.dropped,
                   indexing.addressed, *sizes, /*bounds=*/DenseI64ArrayAttr()));
  return success();
}

//===----------------------------------------------------------------------===//
// Scatter
//===----------------------------------------------------------------------===//

/// How the region combines the old value, its first argument, with the update.
static std::optional<model::ScatterCombiner> getCombiner(Region &region) {
  if (!getBody(region) || region.getNumArguments() != 2)
    return std::nullopt;
  Block &block = region.front();
  Operation *terminator = &block.back();
  if (terminator->getNumOperands() != 1)
    return std::nullopt;
  Value old = block.getArgument(0), update = block.getArgument(1);
  Value result = terminator->getOperand(0);
  if (result == update)
    return model::ScatterCombiner::Replace;
  Operation *op = result.getDefiningOp();
  if (!op || op->getBlock() != &block || op->getNumOperands() != 2)
    return std::nullopt;
  Value lhs = op->getOperand(0), rhs = op->getOperand(1);
  if (!(lhs == old && rhs == update) && !(lhs == update && rhs == old))
    return std::nullopt;
  return llvm::StringSwitch<std::optional<model::ScatterCombiner>>(
             op->getName().getStringRef())
      .Case("stablehlo.add", model::ScatterCombiner::Add)
      .Case("stablehlo.multiply", model::ScatterCombiner::Multiply)
      .Case("stablehlo.maximum", model::ScatterCombiner::Maximum)
      .Case("stablehlo.minimum", model::ScatterCombiner::Minimum)
      .Default(std::nullopt);
}

/// Finds the combiner, with an error where `model.scatter` has none. It knows
/// only signless integers, so unsigned ones have no maximum and minimum, and
/// booleans only replace.
static FailureOr<model::ScatterCombiner> checkCombiner(Operation *op) {
  std::optional<model::ScatterCombiner> combiner =
      getCombiner(op->getRegion(0));
  if (!combiner)
    return op->emitOpError("combines by other than one add, multiply, maximum, "
                           "minimum or the update itself");
  bool depends = *combiner == model::ScatterCombiner::Maximum ||
                 *combiner == model::ScatterCombiner::Minimum;
  bool isBoolean =
      getElementTypeOrSelf(op->getOperand(0).getType()).isInteger(1);
  bool replaces = *combiner == model::ScatterCombiner::Replace;
  if ((depends && Importer::isUnsigned(op->getOperand(0))) ||
      (isBoolean && !replaces))
    return op->emitOpError("combines elements of type ")
           << getElementTypeOrSelf(op->getOperand(0).getType()) << " by "
           << model::stringifyScatterCombiner(*combiner)
           << ", which is not supported";
  return *combiner;
}

static LogicalResult convertScatter(Importer &importer, Operation *op) {
  auto numbers = op->getAttrOfType<DictionaryAttr>("scatter_dimension_numbers");
  if (!numbers)
    return op->emitOpError("expects attribute 'scatter_dimension_numbers'");
  FailureOr<model::ScatterCombiner> combiner = checkCombiner(op);
  if (failed(combiner))
    return failure();
  Indexing indexing;
  indexing.dropped.assign(getIntegers(numbers, "inserted_window_dims"));
  indexing.addressed.assign(
      getIntegers(numbers, "scatter_dims_to_operand_dims"));
  indexing.operandBatch = getIntegers(numbers, "input_batching_dims");
  indexing.indexBatch = getIntegers(numbers, "scatter_indices_batching_dims");
  indexing.vectorDim = getVectorDim(numbers);
  if (failed(indexing.verify(op, importer.getTensorType(op->getOperand(0)),
                             importer.getTensorType(op->getOperand(1)))))
    return failure();
  Value indices = prepareIndices(importer, op->getOperand(1), indexing);
  Value operand = importer.get(op->getOperand(0));
  importer.set(op->getResult(0), importer.create<model::ScatterOp>(
                                     operand.getType(), operand, indices,
                                     importer.get(op->getOperand(2)),
                                     /*lower_bounds=*/ValueRange(), *combiner,
                                     getIntegers(numbers, "update_window_dims"),
                                     indexing.dropped, indexing.addressed));
  return success();
}

void shardwise::addGatherScatterConverters(ConverterTable &table) {
  table["stablehlo.gather"] = {convertGather, 2};
  table["stablehlo.scatter"] = {convertScatter, 3, 1, 1};
}
