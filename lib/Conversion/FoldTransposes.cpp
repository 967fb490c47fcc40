//===- FoldTransposes.cpp - Contractions read and write transposed --------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The gradient of a weight is often a contraction and a transposition of what
// it gives. A product library reads and writes either order at the same speed,
// so the transposition becomes part of the contraction's indexing maps.
//
//===----------------------------------------------------------------------===//

#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Utils/IndexingUtils.h"
#include "mlir/IR/Matchers.h"
#include "shardwise/Conversion/Passes.h"
#include "shardwise/Dialect/Dist/IR/Dist.h"

namespace mlir::shardwise {
#define GEN_PASS_DEF_FOLDTRANSPOSESPASS
#include "shardwise/Conversion/Passes.h.inc"
} // namespace mlir::shardwise

using namespace mlir;
using namespace mlir::shardwise;

static void setMap(linalg::ContractOp op, unsigned number, AffineMap map) {
  SmallVector<Attribute> maps(op.getIndexingMaps().getValue());
  maps[number] = AffineMapAttr::get(map);
  op.setIndexingMapsAttr(ArrayAttr::get(op.getContext(), maps));
}

static AffineMap withResults(AffineMap map, ArrayRef<AffineExpr> results) {
  return AffineMap::get(map.getNumDims(), 0, results, map.getContext());
}

//===----------------------------------------------------------------------===//
// Operands
//===----------------------------------------------------------------------===//

/// Reads what is transposed instead of the transposition.
static void foldOperand(OpOperand &operand, linalg::TransposeOp transpose) {
  auto op = cast<linalg::ContractOp>(operand.getOwner());
  unsigned number = operand.getOperandNumber();
  AffineMap map = op.getIndexingMapsArray()[number];
  SmallVector<AffineExpr> results(map.getNumResults());
  for (auto [from, to] : llvm::enumerate(transpose.getPermutation()))
    results[to] = map.getResult(from);
  setMap(op, number, withResults(map, results));
  operand.set(transpose.getInput());
}

/// A transposition that contractions alone read is not worth making.
static void foldIntoUsers(linalg::TransposeOp transpose) {
  auto isRead = [](OpOperand &use) {
    auto op = dyn_cast<linalg::ContractOp>(use.getOwner());
    return op && op.isDpsInput(&use);
  };
  Value result = transpose->getResult(0);
  if (!llvm::all_of(result.getUses(), isRead))
    return;
  for (OpOperand &use : llvm::make_early_inc_range(result.getUses()))
    foldOperand(use, transpose);
}

//===----------------------------------------------------------------------===//
// Results
//===----------------------------------------------------------------------===//

/// A destination of another shape with the same neutral element, or null.
static Value reshapeInit(OpBuilder &builder, Value init,
                         RankedTensorType type) {
  DenseElementsAttr constant;
  if (!matchPattern(init, m_Constant(&constant)) || !constant.isSplat())
    return {};
  return arith::ConstantOp::create(builder, init.getLoc(),
                                   constant.resizeSplat(type));
}

/// The sharding of the transposition of what has this one.
static dist::ShardingAttr permute(dist::ShardingAttr attr,
                                  ArrayRef<int64_t> permutation) {
  Sharding sharding = attr.getSharding(), result = sharding;
  for (auto [to, from] : llvm::enumerate(permutation))
    result.dims[to] = sharding.dims[from];
  return dist::ShardingAttr::get(attr.getMesh(), result);
}

/// Reduces the transposition instead of transposing what is reduced.
template <typename ReduceOp>
static void permute(ReduceOp reduce, linalg::TransposeOp transpose) {
  reduce.setSourceAttr(permute(reduce.getSource(), transpose.getPermutation()));
  reduce.setTargetAttr(permute(reduce.getTarget(), transpose.getPermutation()));
  reduce.getResult().setType(
      cast<RankedTensorType>(transpose->getResult(0).getType()));
}

/// The operation that makes a value, if that adds up the parts of devices.
static Operation *getReduction(Value value) {
  Operation *op = value.getDefiningOp();
  return isa_and_nonnull<dist::AllReduceOp, dist::ReduceScatterOp>(op)
             ? op
             : nullptr;
}

/// The type of a transposition.
static RankedTensorType permute(RankedTensorType type,
                                ArrayRef<int64_t> permutation) {
  return RankedTensorType::get(applyPermutation(type.getShape(), permutation),
                               type.getElementType());
}

/// Lets the contraction that makes the transposition's operand, for it alone,
/// make its result. Between them the devices may add up their parts.
static void foldIntoProducer(linalg::TransposeOp transpose) {
  auto isOwn = [&](Operation *op) {
    return op && op->hasOneUse() && op->getBlock() == transpose->getBlock();
  };
  Operation *reduce = getReduction(transpose.getInput());
  if (reduce && !isOwn(reduce))
    return;
  Value made = reduce ? reduce->getOperand(0) : transpose.getInput();
  auto op = made.getDefiningOp<linalg::ContractOp>();
  if (!isOwn(op))
    return;
  auto type = permute(cast<RankedTensorType>(made.getType()),
                      transpose.getPermutation());
  OpBuilder builder(op);
  Value init = reshapeInit(builder, op.getOutputs().front(), type);
  if (!init)
    return;
  AffineMap map = op.getIndexingMapsArray()[2];
  SmallVector<AffineExpr> results;
  for (int64_t from : transpose.getPermutation())
    results.push_back(map.getResult(from));
  setMap(op, 2, withResults(map, results));
  op.getOutputsMutable().assign(init);
  op->getResult(0).setType(type);
  if (auto whole = dyn_cast_or_null<dist::AllReduceOp>(reduce))
    permute(whole, transpose);
  else if (auto scatter = dyn_cast_or_null<dist::ReduceScatterOp>(reduce))
    permute(scatter, transpose);
  Operation *maker = reduce ? reduce : op.getOperation();
  transpose->getResult(0).replaceAllUsesWith(maker->getResult(0));
}

//===----------------------------------------------------------------------===//
// The pass
//===----------------------------------------------------------------------===//

namespace {
struct FoldTransposes
    : public mlir::shardwise::impl::FoldTransposesPassBase<FoldTransposes> {
  void runOnOperation() override {
    SmallVector<linalg::TransposeOp> transposes;
    for (auto program : getOperation().getOps<dist::LocalProgramOp>())
      program.walk([&](linalg::TransposeOp op) { transposes.push_back(op); });
    for (linalg::TransposeOp transpose : transposes) {
      // What is written in the order in which it is read is read without
      // packing, by all that read it.
      foldIntoProducer(transpose);
      if (!transpose->use_empty())
        foldIntoUsers(transpose);
      if (transpose->use_empty())
        transpose->erase();
    }
  }
};
} // namespace
