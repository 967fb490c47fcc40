//===- Shapes.cpp - Constants, broadcasts, reshapes, slices ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Operations that move elements by their position alone. A broadcast is a
// collapse of the dimensions that grow from size 1, then a linalg.broadcast; a
// reshape is a collapse to the finest shape that both sides refine, then an
// expansion. Reshapes of reshapes are one reshape.
//
//===----------------------------------------------------------------------===//

#include "Importer.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/TypeUtilities.h"
#include "shardwise/Dialect/Model/IR/Model.h"

using namespace mlir;
using namespace mlir::shardwise;

//===----------------------------------------------------------------------===//
// Reshapes
//===----------------------------------------------------------------------===//

namespace {
/// The finest shape that collapses both of two shapes, with the dimensions that
/// make up each of its own.
struct CommonShape {
  SmallVector<int64_t> sizes;
  SmallVector<ReassociationIndices> from, to;
};
} // namespace

/// Adds the next dimension of `shape` to the group, and its size to the
/// product.
static void take(ArrayRef<int64_t> shape, size_t &next,
                 ReassociationIndices &group, int64_t &product) {
  product *= shape[next];
  group.push_back(next++);
}

/// Finds the common shape of two shapes with the same, positive number of
/// elements. Sizes of 1 that are left at the end belong to the last group.
static CommonShape findCommonShape(ArrayRef<int64_t> from,
                                   ArrayRef<int64_t> to) {
  CommonShape common;
  size_t i = 0, j = 0;
  while (i < from.size() && j < to.size()) {
    ReassociationIndices fromGroup, toGroup;
    int64_t fromSize = 1, toSize = 1;
    take(from, i, fromGroup, fromSize);
    take(to, j, toGroup, toSize);
    while (fromSize != toSize) {
      if (fromSize < toSize)
        take(from, i, fromGroup, fromSize);
      else
        take(to, j, toGroup, toSize);
    }
    common.sizes.push_back(fromSize);
    common.from.push_back(std::move(fromGroup));
    common.to.push_back(std::move(toGroup));
  }
  int64_t product = 1;
  while (!common.sizes.empty() && i < from.size())
    take(from, i, common.from.back(), product);
  while (!common.sizes.empty() && j < to.size())
    take(to, j, common.to.back(), product);
  return common;
}

/// Looks through reshapes for a value of the given type.
static Value findReshaped(Value value, RankedTensorType type) {
  while (value) {
    if (value.getType() == type)
      return value;
    Operation *op = value.getDefiningOp();
    value = isa_and_present<tensor::ExpandShapeOp, tensor::CollapseShapeOp>(op)
                ? op->getOperand(0)
                : Value();
  }
  return {};
}

Value Importer::reshape(Value value, ArrayRef<int64_t> shape) {
  auto from = cast<RankedTensorType>(value.getType());
  auto to = RankedTensorType::get(shape, from.getElementType());
  if (from == to)
    return value;
  if (DenseElementsAttr splat = getSplat(value))
    return splatLike(to, splat);
  if (Value source = findReshaped(value, to))
    return source;
  if (to.getNumElements() == 0)
    return create<tensor::EmptyOp>(shape, to.getElementType());
  CommonShape common = findCommonShape(from.getShape(), shape);
  auto middle = RankedTensorType::get(common.sizes, from.getElementType());
  if (from != middle)
    value = create<tensor::CollapseShapeOp>(middle, value, common.from);
  if (middle != to)
    value = create<tensor::ExpandShapeOp>(to, value, common.to);
  return value;
}

static LogicalResult convertReshape(Importer &importer, Operation *op) {
  Value value = importer.get(op->getOperand(0));
  RankedTensorType from = cast<RankedTensorType>(value.getType());
  RankedTensorType to = importer.getTensorType(op->getResult(0));
  if (from.getNumElements() != to.getNumElements())
    return op->emitOpError("reshapes ")
           << from.getNumElements() << " elements to " << to.getNumElements();
  importer.set(op->getResult(0), importer.reshape(value, to.getShape()));
  return success();
}

//===----------------------------------------------------------------------===//
// Broadcasts and transposes
//===----------------------------------------------------------------------===//

Value Importer::broadcast(Value value, ArrayRef<int64_t> dims,
                          RankedTensorType type) {
  if (DenseElementsAttr splat = getSplat(value))
    return splatLike(type, splat);
  auto from = cast<RankedTensorType>(value.getType());
  SmallVector<std::pair<int64_t, int64_t>> kept; // result and operand dimension
  for (auto [dim, target] : llvm::enumerate(dims))
    if (from.getDimSize(dim) == type.getDimSize(target))
      kept.emplace_back(target, dim);
  llvm::sort(kept);

  SmallVector<int64_t> order, sizes, added;
  for (auto [target, dim] : kept) {
    order.push_back(dim);
    sizes.push_back(from.getDimSize(dim));
  }
  for (int64_t dim = 0; dim < type.getRank(); ++dim)
    if (!llvm::is_contained(llvm::make_first_range(kept), dim))
      added.push_back(dim);
  if (!llvm::is_sorted(order)) {
    // Dimensions of size 1 that grow go first; the reshape drops them.
    SmallVector<int64_t> permutation;
    for (int64_t dim = 0; dim < from.getRank(); ++dim)
      if (!llvm::is_contained(order, dim))
        permutation.push_back(dim);
    permutation.append(order);
    value = transpose(value, permutation);
  }
  if (llvm::all_of(added, [&](int64_t d) { return type.getDimSize(d) == 1; }))
    return reshape(value, type.getShape());
  value = reshape(value, sizes);
  Value init = create<tensor::EmptyOp>(type.getShape(), type.getElementType());
  return create<linalg::BroadcastOp>(value, init, added).getResult()[0];
}

static LogicalResult convertBroadcast(Importer &importer, Operation *op) {
  FailureOr<ArrayRef<int64_t>> dims = getIntegers(op, "broadcast_dimensions");
  if (failed(dims))
    return failure();
  Value value = importer.get(op->getOperand(0));
  auto from = cast<RankedTensorType>(value.getType());
  RankedTensorType to = importer.getTensorType(op->getResult(0));
  if (static_cast<int64_t>(dims->size()) != from.getRank())
    return op->emitOpError("has ")
           << dims->size() << " broadcast dimensions "
           << "for an operand of rank " << from.getRank();
  if (failed(checkDimensions(op, "broadcast_dimensions", *dims, to.getRank())))
    return failure();
  for (auto [dim, target] : llvm::enumerate(*dims)) {
    int64_t size = from.getDimSize(dim), wanted = to.getDimSize(target);
    if (size != 1 && size != wanted)
      return op->emitOpError("broadcasts dimension ")
             << dim << " of size " << size << " to size " << wanted;
  }
  importer.set(op->getResult(0), importer.broadcast(value, *dims, to));
  return success();
}

Value Importer::transpose(Value value, ArrayRef<int64_t> permutation) {
  auto from = cast<RankedTensorType>(value.getType());
  SmallVector<int64_t> shape;
  for (int64_t dim : permutation)
    shape.push_back(from.getDimSize(dim));
  if (DenseElementsAttr splat = getSplat(value))
    return splatLike(from.clone(shape), splat);
  if (llvm::is_sorted(permutation))
    return value;
  Value init = create<tensor::EmptyOp>(shape, from.getElementType());
  return create<linalg::TransposeOp>(value, init, permutation).getResult()[0];
}

static LogicalResult convertTranspose(Importer &importer, Operation *op) {
  FailureOr<ArrayRef<int64_t>> permutation = getIntegers(op, "permutation");
  if (failed(permutation))
    return failure();
  Value value = importer.get(op->getOperand(0));
  int64_t rank = cast<RankedTensorType>(value.getType()).getRank();
  if (static_cast<int64_t>(permutation->size()) != rank)
    return op->emitOpError("permutes ")
           << permutation->size() << " dimensions of an operand of rank "
           << rank;
  if (failed(checkDimensions(op, "permutation", *permutation, rank)))
    return failure();
  importer.set(op->getResult(0), importer.transpose(value, *permutation));
  return success();
}

//===----------------------------------------------------------------------===//
// Slices, pads, concatenations
//===----------------------------------------------------------------------===//

static SmallVector<OpFoldResult> toFoldResults(OpBuilder &builder,
                                               ArrayRef<int64_t> values) {
  return getAsIndexOpFoldResult(builder.getContext(), values);
}

/// The elements from `begin` on, in steps if there are strides.
static Value slice(Importer &importer, Value value, ArrayRef<int64_t> begin,
                   ArrayRef<int64_t> sizes, ArrayRef<int64_t> strides = {}) {
  auto type = cast<RankedTensorType>(value.getType());
  if (type.getShape() == sizes)
    return value;
  SmallVector<int64_t> ones(sizes.size(), 1);
  return importer.create<tensor::ExtractSliceOp>(
      type.clone(sizes), value, toFoldResults(importer.builder, begin),
      toFoldResults(importer.builder, sizes),
      toFoldResults(importer.builder, strides.empty() ? ones : strides));
}

static LogicalResult convertSlice(Importer &importer, Operation *op) {
  FailureOr<ArrayRef<int64_t>> starts = getIntegers(op, "start_indices");
  FailureOr<ArrayRef<int64_t>> limits = getIntegers(op, "limit_indices");
  FailureOr<ArrayRef<int64_t>> strides = getIntegers(op, "strides");
  if (failed(starts) || failed(limits) || failed(strides))
    return failure();
  Value value = importer.get(op->getOperand(0));
  auto from = cast<RankedTensorType>(value.getType());
  size_t rank = from.getRank();
  if (starts->size() != rank || limits->size() != rank ||
      strides->size() != rank)
    return op->emitOpError("expects a start, limit and stride for each of ")
           << rank << " dimensions";
  SmallVector<int64_t> sizes;
  for (auto [dim, size] : llvm::enumerate(from.getShape())) {
    int64_t start = (*starts)[dim], limit = (*limits)[dim];
    int64_t stride = (*strides)[dim];
    if (start < 0 || limit < start || limit > size || stride < 1)
      return op->emitOpError("slices dimension ")
             << dim << " of size " << size << " with [" << start << ":" << limit
             << ":" << stride << "]";
    sizes.push_back(llvm::divideCeil(limit - start, stride));
  }
  DenseElementsAttr splat = importer.getSplat(value);
  importer.set(op->getResult(0),
               splat ? importer.splatLike(from.clone(sizes), splat)
                     : slice(importer, value, *starts, sizes, *strides));
  return success();
}

/// The element of a value without dimensions.
static Value extractElement(Importer &importer, Value value) {
  if (DenseElementsAttr splat = importer.getSplat(value))
    return importer.constant(splat.getSplatValue<TypedAttr>());
  return importer.create<tensor::ExtractOp>(value, ValueRange());
}

static Value pad(Importer &importer, Value value, ArrayRef<int64_t> before,
                 ArrayRef<int64_t> after, Value element) {
  auto type = cast<RankedTensorType>(value.getType());
  SmallVector<int64_t> sizes;
  for (auto [size, low, high] : llvm::zip_equal(type.getShape(), before, after))
    sizes.push_back(low + size + high);
  if (type.getShape() == ArrayRef(sizes))
    return value;
  return importer.create<tensor::PadOp>(
      type.clone(sizes), value, toFoldResults(importer.builder, before),
      toFoldResults(importer.builder, after), element);
}

/// Puts `count` elements between each two of a dimension: behind each of them,
/// along a new dimension that then joins it; those behind the last go.
static Value spread(Importer &importer, Value value, int64_t dim, int64_t count,
                    Value element) {
  auto type = cast<RankedTensorType>(value.getType());
  int64_t size = type.getDimSize(dim), rank = type.getRank();
  if (count == 0 || size < 2)
    return value;
  SmallVector<int64_t> sizes(type.getShape()), zeros(rank + 1, 0);
  SmallVector<int64_t> apart = sizes, after = zeros;
  apart.insert(apart.begin() + dim + 1, 1);
  after[dim + 1] = count;
  value = pad(importer, importer.reshape(value, apart), zeros, after, element);
  sizes[dim] = size * (count + 1);
  value = importer.reshape(value, sizes);
  sizes[dim] -= count;
  return slice(importer, value, ArrayRef(zeros).drop_back(), sizes);
}

static LogicalResult convertPad(Importer &importer, Operation *op) {
  FailureOr<ArrayRef<int64_t>> low = getIntegers(op, "edge_padding_low");
  FailureOr<ArrayRef<int64_t>> high = getIntegers(op, "edge_padding_high");
  FailureOr<ArrayRef<int64_t>> interior = getIntegers(op, "interior_padding");
  if (failed(low) || failed(high) || failed(interior))
    return failure();
  Value value = importer.get(op->getOperand(0));
  size_t rank = cast<RankedTensorType>(value.getType()).getRank();
  if (low->size() != rank || high->size() != rank || interior->size() != rank)
    return op->emitOpError(
               "expects low, high and interior padding for each of ")
           << rank << " dimensions";
  Value padding = importer.get(op->getOperand(1));
  if (cast<RankedTensorType>(padding.getType()).getRank() != 0)
    return op->emitOpError("pads with ")
           << padding.getType() << ", expected a tensor without dimensions";
  Value element = extractElement(importer, padding);
  for (size_t dim = 0; dim < rank; ++dim) {
    if ((*interior)[dim] < 0)
      return op->emitOpError("pads dimension ")
             << dim << " by " << (*interior)[dim] << " interior";
    value = spread(importer, value, dim, (*interior)[dim], element);
  }
  // What negative padding takes away goes first.
  SmallVector<int64_t> begin, kept, before, after;
  auto type = cast<RankedTensorType>(value.getType());
  for (auto [dim, size] : llvm::enumerate(type.getShape())) {
    begin.push_back(std::max<int64_t>(0, -(*low)[dim]));
    kept.push_back(size - begin.back() - std::max<int64_t>(0, -(*high)[dim]));
    before.push_back(std::max<int64_t>(0, (*low)[dim]));
    after.push_back(std::max<int64_t>(0, (*high)[dim]));
    if (kept.back() < 0)
      return op->emitOpError("pads dimension ")
             << dim << " of size " << size << " by " << (*low)[dim]
             << " low and " << (*high)[dim] << " high";
  }
  RankedTensorType result = importer.getTensorType(op->getResult(0));
  if (llvm::is_contained(kept, 0))
    value = importer.broadcast(padding, {}, result);
  else
    value = pad(importer, slice(importer, value, begin, kept), before, after,
                element);
  importer.set(op->getResult(0), value);
  return success();
}

Value Importer::concatenate(ValueRange values, int64_t dim) {
  if (values.size() == 1)
    return values.front();
  return create<tensor::ConcatOp>(dim, values);
}

static LogicalResult convertConcatenate(Importer &importer, Operation *op) {
  auto dim = op->getAttrOfType<IntegerAttr>("dimension");
  RankedTensorType type = importer.getTensorType(op->getResult(0));
  if (!dim || op->getNumOperands() == 0)
    return op->emitOpError("expects operands and a dimension");
  if (failed(checkDimensions(op, "dimension", dim.getInt(), type.getRank())))
    return failure();
  SmallVector<Value> operands = importer.get(op->getOperands());
  for (Value operand : operands) {
    auto found = cast<RankedTensorType>(operand.getType());
    SmallVector<int64_t> expected(type.getShape());
    if (found.getRank() == type.getRank())
      expected[dim.getInt()] = found.getDimSize(dim.getInt());
    if (found != type.clone(expected))
      return op->emitOpError("concatenates ")
             << found << " into " << type << " along dimension "
             << dim.getInt();
  }
  llvm::erase_if(operands, [](Value operand) {
    return cast<RankedTensorType>(operand.getType()).getNumElements() == 0;
  });
  importer.set(op->getResult(0), importer.concatenate(operands, dim.getInt()));
  return success();
}

//===----------------------------------------------------------------------===//
// Constants and iota
//===----------------------------------------------------------------------===//

static LogicalResult convertConstant(Importer &importer, Operation *op) {
  auto value = op->getAttrOfType<DenseElementsAttr>("value");
  if (!value || value.getType() != op->getResult(0).getType())
    return op->emitOpError("expects a dense constant of its result's type");
  Type type = importer.getType(op->getResult(0));
  Type element = getElementTypeOrSelf(type);
  if (value.getElementType() != element)
    value = value.bitcast(element);
  if (importer.inReducer)
    importer.set(op->getResult(0),
                 importer.constant(value.getSplatValue<TypedAttr>()));
  else
    importer.set(op->getResult(0), importer.constant(value));
  return success();
}

static LogicalResult convertIota(Importer &importer, Operation *op) {
  auto dim = op->getAttrOfType<IntegerAttr>("iota_dimension");
  RankedTensorType type = importer.getTensorType(op->getResult(0));
  if (!dim)
    return op->emitOpError("expects attribute 'iota_dimension'");
  if (failed(
          checkDimensions(op, "iota_dimension", dim.getInt(), type.getRank())))
    return failure();
  importer.set(op->getResult(0), importer.create<model::IotaOp>(
                                     type, dim.getInt(), /*offset=*/Value()));
  return success();
}

//===----------------------------------------------------------------------===//
// The table
//===----------------------------------------------------------------------===//

void shardwise::addShapeConverters(ConverterTable &table) {
  table["stablehlo.broadcast_in_dim"] = {convertBroadcast};
  table["stablehlo.concatenate"] = {convertConcatenate, -1};
  table["stablehlo.constant"] = {convertConstant, 0, 1, 0, true};
  table["stablehlo.iota"] = {convertIota, 0};
  table["stablehlo.pad"] = {convertPad, 2};
  table["stablehlo.reshape"] = {convertReshape};
  table["stablehlo.slice"] = {convertSlice};
  table["stablehlo.transpose"] = {convertTranspose};
}
