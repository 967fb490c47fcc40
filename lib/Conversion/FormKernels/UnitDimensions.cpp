//===- UnitDimensions.cpp - Compute without dimensions of size 1 ----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Models keep reduced dimensions with size 1: a mean of shape [8, 32] becomes
// [8, 32, 1], is scaled and shifted, and loses the dimension again. Pointwise
// operations are done before such a reshape rather than after it, so that they
// can join the reduction's kernel. A sum over such dimensions is only a
// reshape.
//
//===----------------------------------------------------------------------===//

#include "OpCosts.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Utils/ReshapeOpsUtils.h"
#include "mlir/IR/Matchers.h"
#include "mlir/IR/PatternMatch.h"

using namespace mlir;
using namespace mlir::shardwise;

/// The reshape behind a value that only adds dimensions of size 1, or null.
static tensor::ExpandShapeOp getUnitExpansion(Value value) {
  auto expand = value.getDefiningOp<tensor::ExpandShapeOp>();
  if (!expand || expand.getSrcType().getRank() == 0)
    return nullptr;
  for (auto &group : expand.getReassociationIndices())
    if (llvm::count_if(group, [&](int64_t dim) {
          return expand.getResultType().getDimSize(dim) != 1;
        }) > 1)
      return nullptr;
  return expand;
}

/// The scalar that a value repeats, if it is a broadcast of one.
static Value getBroadcastScalar(Value value) {
  auto broadcast = value.getDefiningOp<linalg::BroadcastOp>();
  if (!broadcast ||
      cast<RankedTensorType>(broadcast.getInput().getType()).getRank())
    return nullptr;
  return broadcast.getInput();
}

/// The operand without the dimensions that `expand` adds, or null.
static Value contractOperand(OpBuilder &builder, Value operand,
                             tensor::ExpandShapeOp expand) {
  ArrayRef<int64_t> shape = expand.getSrcType().getShape();
  auto type = cast<RankedTensorType>(operand.getType());
  auto other = getUnitExpansion(operand);
  if (other && other.getSrcType().getShape() == shape &&
      other.getReassociationIndices() == expand.getReassociationIndices())
    return other.getSrc();
  auto contracted = RankedTensorType::get(shape, type.getElementType());
  DenseElementsAttr constant;
  if (matchPattern(operand, m_Constant(&constant)) && constant.isSplat())
    return arith::ConstantOp::create(builder, operand.getLoc(),
                                     constant.resizeSplat(contracted));
  Value scalar = getBroadcastScalar(operand);
  if (!scalar)
    return nullptr;
  Value empty = tensor::EmptyOp::create(builder, operand.getLoc(), shape,
                                        type.getElementType());
  auto dims = llvm::to_vector(llvm::seq<int64_t>(shape.size()));
  return linalg::BroadcastOp::create(builder, operand.getLoc(), scalar, empty,
                                     dims)
      .getResult()
      .front();
}

/// Does a pointwise operation before the reshape of its operands.
static void contract(Operation *op, tensor::ExpandShapeOp expand) {
  OpBuilder builder(op);
  SmallVector<Value> operands;
  for (Value operand : op->getOperands()) {
    Value contracted = isa<RankedTensorType>(operand.getType())
                           ? contractOperand(builder, operand, expand)
                           : operand;
    if (!contracted)
      return;
    operands.push_back(contracted);
  }
  auto type = cast<RankedTensorType>(op->getResult(0).getType());
  OperationState state(op->getLoc(), op->getName(), operands,
                       {RankedTensorType::get(expand.getSrcType().getShape(),
                                              type.getElementType())},
                       op->getAttrs());
  Value result = builder.create(state)->getResult(0);
  Value expanded = tensor::ExpandShapeOp::create(
      builder, op->getLoc(), type, result, expand.getReassociationIndices());
  op->getResult(0).replaceAllUsesWith(expanded);
}

/// A reduction of dimensions that all have size 1 is a reshape.
static void dropUnitReduction(linalg::ReduceOp reduce) {
  if (!isPlainReduction(reduce))
    return;
  Value input = reduce.getInputs().front();
  auto type = cast<RankedTensorType>(input.getType());
  auto result = cast<RankedTensorType>(reduce->getResult(0).getType());
  if (llvm::any_of(reduce.getDimensions(),
                   [&](int64_t dim) { return type.getDimSize(dim) != 1; }))
    return;
  std::optional<SmallVector<ReassociationIndices>> groups =
      getReassociationIndicesForCollapse(type.getShape(), result.getShape());
  if (!groups)
    return;
  OpBuilder builder(reduce);
  auto collapse = tensor::CollapseShapeOp::create(builder, reduce.getLoc(),
                                                  result, input, *groups);
  reduce->getResult(0).replaceAllUsesWith(collapse);
}

void mlir::shardwise::contractUnitDimensions(Block *block) {
  for (Operation &op : llvm::make_early_inc_range(*block))
    if (auto reduce = dyn_cast<linalg::ReduceOp>(op))
      dropUnitReduction(reduce);
  for (Operation &op : llvm::make_early_inc_range(*block)) {
    if (auto collapse = dyn_cast<tensor::CollapseShapeOp>(op)) {
      auto expand = getUnitExpansion(collapse.getSrc());
      if (expand && expand.getSrcType() == collapse.getResultType())
        collapse.getResult().replaceAllUsesWith(expand.getSrc());
      continue;
    }
    if (!op.hasTrait<OpTrait::Elementwise>() || op.getNumResults() != 1 ||
        !isa<RankedTensorType>(op.getResult(0).getType()))
      continue;
    for (Value operand : op.getOperands())
      if (auto expand = getUnitExpansion(operand)) {
        contract(&op, expand);
        break;
      }
  }
}
