//===- Labels.cpp - What the dimensions of values stand for ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reshapes count as views only where each group of dimensions has at most one
// that is larger than 1. Chains are walked in loops: use-def chains of a flat
// block end.
//
//===----------------------------------------------------------------------===//

#include "Labels.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/Matchers.h"

using namespace mlir;
using namespace mlir::shardwise;
using namespace mlir::shardwise::model;

static ArrayRef<int64_t> getShape(Value value) {
  return cast<RankedTensorType>(value.getType()).getShape();
}

bool model::isView(Operation *op) {
  return isa<linalg::TransposeOp, tensor::ExpandShapeOp,
             tensor::CollapseShapeOp>(op);
}

//===----------------------------------------------------------------------===//
// Moving labels over one operation
//===----------------------------------------------------------------------===//

/// The labels on the side of a reshape with fewer dimensions.
static std::optional<Labels>
collapseLabels(ArrayRef<ReassociationIndices> groups, ArrayRef<int64_t> shape,
               ArrayRef<int> labels) {
  Labels result;
  for (const ReassociationIndices &group : groups) {
    result.push_back(unitLabel);
    for (int64_t dim : group) {
      if (shape[dim] == 1)
        continue;
      if (result.back() != unitLabel)
        return std::nullopt;
      result.back() = labels[dim];
    }
  }
  return result;
}

/// The labels on the side of a reshape with more dimensions, which `shape` is
/// of.
static std::optional<Labels> expandLabels(ArrayRef<ReassociationIndices> groups,
                                          ArrayRef<int64_t> shape,
                                          ArrayRef<int> labels) {
  Labels result(shape.size(), unitLabel);
  for (auto [group, label] : llvm::zip(groups, labels)) {
    unsigned numLarge = 0;
    for (int64_t dim : group) {
      if (shape[dim] == 1)
        continue;
      result[dim] = label;
      ++numLarge;
    }
    if (numLarge > 1)
      return std::nullopt;
  }
  return result;
}

static Labels pushOverBroadcast(linalg::BroadcastOp op, ArrayRef<int> labels) {
  Labels result;
  const int *next = labels.begin();
  for (auto [dim, size] : llvm::enumerate(getShape(op->getResult(0))))
    if (!llvm::is_contained(op.getDimensions(), dim))
      result.push_back(*next++);
    else
      result.push_back(size == 1 ? unitLabel : anyLabel);
  return result;
}

std::optional<Labels> model::pushLabels(Operation *op, ArrayRef<int> labels) {
  if (auto transpose = dyn_cast<linalg::TransposeOp>(op)) {
    Labels result;
    for (int64_t dim : transpose.getPermutation())
      result.push_back(labels[dim]);
    return result;
  }
  if (auto expand = dyn_cast<tensor::ExpandShapeOp>(op))
    return expandLabels(expand.getReassociationIndices(),
                        getShape(expand.getResult()), labels);
  if (auto collapse = dyn_cast<tensor::CollapseShapeOp>(op))
    return collapseLabels(collapse.getReassociationIndices(),
                          getShape(collapse.getSrc()), labels);
  if (auto broadcast = dyn_cast<linalg::BroadcastOp>(op))
    return pushOverBroadcast(broadcast, labels);
  return std::nullopt;
}

std::optional<Labels> model::pullLabels(Operation *op, ArrayRef<int> labels) {
  if (auto transpose = dyn_cast<linalg::TransposeOp>(op)) {
    Labels result(labels.size(), unitLabel);
    for (auto [label, dim] : llvm::zip(labels, transpose.getPermutation()))
      result[dim] = label;
    return result;
  }
  if (auto expand = dyn_cast<tensor::ExpandShapeOp>(op))
    return collapseLabels(expand.getReassociationIndices(),
                          getShape(expand.getResult()), labels);
  if (auto collapse = dyn_cast<tensor::CollapseShapeOp>(op))
    return expandLabels(collapse.getReassociationIndices(),
                        getShape(collapse.getSrc()), labels);
  if (auto broadcast = dyn_cast<linalg::BroadcastOp>(op)) {
    Labels result;
    for (auto [dim, label] : llvm::enumerate(labels))
      if (!llvm::is_contained(broadcast.getDimensions(), dim))
        result.push_back(label);
    return result;
  }
  return std::nullopt;
}

LabeledValue model::findRoot(LabeledValue from, bool throughBroadcasts) {
  while (Operation *op = from.value.getDefiningOp()) {
    if (!isView(op) && !(throughBroadcasts && isa<linalg::BroadcastOp>(op)))
      break;
    std::optional<Labels> labels = pullLabels(op, from.labels);
    if (!labels)
      break;
    from = {op->getOperand(0), *labels};
  }
  return from;
}

//===----------------------------------------------------------------------===//
// Contractions
//===----------------------------------------------------------------------===//

SmallVector<int64_t> model::getLoopSizes(linalg::ContractOp op) {
  SmallVector<AffineMap> maps = op.getIndexingMapsArray();
  SmallVector<int64_t> sizes(maps[0].getNumDims(), 1);
  for (auto [map, value] : llvm::zip(maps, op->getOperands()))
    for (auto [dim, size] : llvm::enumerate(getShape(value)))
      sizes[map.getDimPosition(dim)] = size;
  return sizes;
}

bool model::startsFromZero(linalg::ContractOp op) {
  return matchPattern(op.getDpsInits()[0], m_AnyZeroFloat());
}

std::optional<double> model::getSplat(Value value) {
  while (auto broadcast = value.getDefiningOp<linalg::BroadcastOp>())
    value = broadcast.getInput();
  DenseElementsAttr elements;
  if (!matchPattern(value, m_Constant(&elements)) || !elements.isSplat() ||
      !isa<FloatType>(elements.getElementType()))
    return std::nullopt;
  return elements.getSplatValue<FloatAttr>().getValueAsDouble();
}

std::optional<LabeledContraction> model::labelContraction(linalg::ContractOp op,
                                                          unsigned known,
                                                          ArrayRef<int> labels,
                                                          int fresh) {
  if (!startsFromZero(op))
    return std::nullopt;
  SmallVector<AffineMap> maps = op.getIndexingMapsArray();
  SmallVector<int64_t> sizes = getLoopSizes(op);
  Labels loops(sizes.size(), unitLabel);
  unsigned numFresh = 0;
  for (auto [loop, size] : llvm::enumerate(sizes))
    if (size != 1 && !maps[known].isFunctionOfDim(loop)) {
      loops[loop] = fresh;
      ++numFresh;
    }
  if (numFresh > 1)
    return std::nullopt;
  for (auto [dim, label] : llvm::enumerate(labels))
    loops[maps[known].getDimPosition(dim)] = label;
  auto getLabels = [&](AffineMap map) {
    return llvm::map_to_vector<6>(map.getResults(), [&](AffineExpr dim) {
      return loops[cast<AffineDimExpr>(dim).getPosition()];
    });
  };
  unsigned other = 1 - known;
  LabeledContraction result;
  result.other = {op->getOperand(other), getLabels(maps[other])};
  result.result = getLabels(maps[2]);
  for (auto [loop, label] : llvm::enumerate(loops))
    if (label != unitLabel && !maps[2].isFunctionOfDim(loop))
      result.summed.push_back(label);
  return result;
}

//===----------------------------------------------------------------------===//
// Rearranging
//===----------------------------------------------------------------------===//

/// Groups dimensions so that each group has one labeled dimension.
static SmallVector<ReassociationIndices> groupUnits(ArrayRef<int> labels) {
  SmallVector<ReassociationIndices> groups;
  ReassociationIndices leading;
  for (auto [dim, label] : llvm::enumerate(labels)) {
    if (label != unitLabel) {
      groups.push_back(std::move(leading));
      leading.clear();
    }
    (groups.empty() ? leading : groups.back()).push_back(dim);
  }
  return groups;
}

static Labels dropUnits(ArrayRef<int> labels) {
  Labels result(labels);
  llvm::erase(result, unitLabel);
  return result;
}

/// Transposes a value without dimensions of size 1.
static Value transposeTo(OpBuilder &builder, Location loc, Value value,
                         ArrayRef<int> labels, ArrayRef<int> target) {
  if (labels == target)
    return value;
  SmallVector<int64_t> permutation, shape;
  for (int label : target) {
    permutation.push_back(llvm::find(labels, label) - labels.begin());
    shape.push_back(getShape(value)[permutation.back()]);
  }
  Value init = tensor::EmptyOp::create(builder, loc, shape,
                                       getElementTypeOrSelf(value.getType()));
  return linalg::TransposeOp::create(builder, loc, value, init, permutation)
      ->getResult(0);
}

Value model::rearrange(OpBuilder &builder, Location loc,
                       const LabeledValue &from, ArrayRef<int> target) {
  if (ArrayRef<int>(from.labels) == target)
    return from.value;
  Value value = from.value;
  Labels labels = dropUnits(from.labels);
  if (labels.size() != from.labels.size())
    value = tensor::CollapseShapeOp::create(builder, loc, value,
                                            groupUnits(from.labels));
  Labels dropped = dropUnits(target);
  value = transposeTo(builder, loc, value, labels, dropped);
  if (dropped.size() == target.size())
    return value;
  SmallVector<int64_t> shape;
  unsigned next = 0;
  for (int label : target)
    shape.push_back(label == unitLabel ? 1 : getShape(value)[next++]);
  auto type = cast<RankedTensorType>(value.getType()).clone(shape);
  return tensor::ExpandShapeOp::create(builder, loc, type, value,
                                       groupUnits(target));
}
