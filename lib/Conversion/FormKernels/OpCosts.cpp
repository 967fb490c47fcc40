//===- OpCosts.cpp - What computing an operation again costs --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "OpCosts.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/Matchers.h"

using namespace mlir;
using namespace mlir::shardwise;

/// More evaluations than any value has elements: only what is cheap may join.
static constexpr int64_t kMany = int64_t(1) << 60;

linalg::LinalgOp mlir::shardwise::getReductionOp(Operation *op) {
  auto linalgOp = dyn_cast<linalg::LinalgOp>(op);
  return linalgOp && linalgOp.getNumReductionLoops() ? linalgOp : nullptr;
}

bool mlir::shardwise::isPlainReduction(Operation *op) {
  auto reduce = dyn_cast<linalg::ReduceOp>(op);
  DenseElementsAttr init;
  if (!reduce || reduce.getInputs().size() != 1 ||
      !matchPattern(reduce.getInits().front(), m_Constant(&init)) ||
      !init.isSplat())
    return false;
  Block &body = reduce.getCombiner().front();
  if (!llvm::hasSingleElement(body.without_terminator()))
    return false;
  Operation &combiner = body.front();
  if (body.getTerminator()->getOperand(0) != combiner.getResult(0) ||
      combiner.getNumOperands() != 2 ||
      combiner.getOperand(0) == combiner.getOperand(1) ||
      !llvm::all_of(combiner.getOperands(), llvm::IsaPred<BlockArgument>))
    return false;
  std::optional<TypedAttr> neutral = arith::getNeutralElement(&combiner);
  return neutral && *neutral == init.getSplatValue<Attribute>();
}

bool mlir::shardwise::haveSameSpace(linalg::LinalgOp a, linalg::LinalgOp b) {
  return a.getStaticLoopRanges() == b.getStaticLoopRanges() &&
         a.getIteratorTypesArray() == b.getIteratorTypesArray() &&
         a.getMatchingIndexingMap(a.getDpsInitOperand(0)) ==
             b.getMatchingIndexingMap(b.getDpsInitOperand(0));
}

unsigned mlir::shardwise::getCost(Operation *op) {
  if (auto linalgOp = dyn_cast<linalg::LinalgOp>(op)) {
    unsigned cost = 0;
    for (Operation &inner : linalgOp.getBlock()->without_terminator())
      cost += getCost(&inner);
    return cost;
  }
  if (isa<arith::DivFOp, arith::DivSIOp, arith::DivUIOp, arith::RemFOp,
          arith::RemSIOp, arith::RemUIOp>(op))
    return 8;
  if (isa<math::AbsFOp, math::AbsIOp, math::FloorOp, math::CeilOp,
          math::IsNaNOp, math::IsInfOp, math::IsFiniteOp, math::CopySignOp>(op))
    return 1;
  if (isa<math::MathDialect>(op->getDialect()))
    return 8;
  if (isa<arith::ConstantOp>(op) ||
      isa<tensor::TensorDialect>(op->getDialect()))
    return 0;
  return isa<model::GatherOp, model::ScatterOp>(op) ? 8 : 1;
}

bool mlir::shardwise::isFree(Operation *op) {
  return isa<arith::ConstantOp, tensor::EmptyOp, tensor::SplatOp,
             tensor::FromElementsOp, model::IotaOp, linalg::BroadcastOp,
             tensor::ExtractSliceOp>(op);
}

/// Whether a value is the same everywhere, so that it costs no memory.
static bool isUniform(Value value) {
  auto type = dyn_cast<RankedTensorType>(value.getType());
  if (!type || type.getRank() == 0)
    return true;
  Operation *op = value.getDefiningOp();
  if (!op)
    return false;
  if (auto broadcast = dyn_cast<linalg::BroadcastOp>(op))
    return isUniform(broadcast.getInput());
  return isa<tensor::SplatOp, tensor::EmptyOp>(op) ||
         matchPattern(op, m_Constant());
}

bool mlir::shardwise::isCheap(Operation *op) {
  if (!op->hasTrait<OpTrait::Elementwise>() || getCost(op) > 2)
    return false;
  return llvm::count_if(op->getOperands(),
                        [](Value operand) { return !isUniform(operand); }) <= 1;
}

bool mlir::shardwise::keepsFastestDimension(Operation *reshape) {
  SmallVector<ReassociationIndices, 4> groups;
  ArrayRef<int64_t> shape;
  if (auto expand = dyn_cast<tensor::ExpandShapeOp>(reshape)) {
    groups = expand.getReassociationIndices();
    shape = expand.getResultType().getShape();
  } else {
    auto collapse = cast<tensor::CollapseShapeOp>(reshape);
    groups = collapse.getReassociationIndices();
    shape = collapse.getSrcType().getShape();
  }
  return groups.empty() || llvm::count_if(groups.back(), [&](int64_t dim) {
                             return shape[dim] != 1;
                           }) <= 1;
}

//===----------------------------------------------------------------------===//
// Accesses
//===----------------------------------------------------------------------===//

static int64_t countEvaluations(const Access &access, Cluster &cluster) {
  return access.otherEvaluations +
         (access.atDomain ? cluster.domainSize() : 0) +
         (access.atSpace ? cluster.spaceSize() : 0);
}

static Access elsewhere(int64_t evaluations, unsigned cost) {
  Access access;
  access.elsewhere = true;
  access.onlyLeading = false;
  access.otherEvaluations = evaluations;
  access.cost = cost;
  return access;
}

bool mlir::shardwise::isLeading(AffineMap map) {
  for (auto [i, expr] : llvm::enumerate(map.getResults()))
    if (expr != getAffineDimExpr(i, map.getContext()))
      return false;
  return true;
}

static Access getStructuredAccess(OpOperand &operand, linalg::LinalgOp op,
                                  const Access &access, Cluster &cluster,
                                  unsigned cost) {
  AffineMap map = op.getMatchingIndexingMap(&operand);
  auto type = dyn_cast<RankedTensorType>(operand.get().getType());
  int64_t size = type ? type.getNumElements() : 1;
  if (op.getNumReductionLoops()) {
    Access result;
    result.cost = cost;
    if (op.isDpsInit(&operand))
      return elsewhere(cluster.domainSize(), cost);
    if (map.isIdentity())
      result.atSpace = true;
    else
      return elsewhere(isLeading(map) ? size : cluster.spaceSize(), cost);
    return result;
  }
  int64_t evaluations = countEvaluations(access, cluster);
  if (op.isDpsInit(&operand) && !op.payloadUsesValueFromOperand(&operand))
    return elsewhere(0, 0);
  AffineMap output = op.getMatchingIndexingMap(op.getDpsInitOperand(0));
  if (map == output) {
    Access same = access;
    same.cost = cost;
    return same;
  }
  bool outer = output.isIdentity() && isLeading(map) && !access.elsewhere;
  Access result = elsewhere(outer ? size : evaluations, cost);
  result.onlyLeading = outer;
  return result;
}

/// A gather's indices change with the outer loops if the slices are innermost.
static bool slicesAreInner(ArrayRef<int64_t> sliceDims, int64_t rank) {
  for (auto [i, dim] : llvm::enumerate(sliceDims))
    if (dim != rank - int64_t(sliceDims.size()) + int64_t(i))
      return false;
  return true;
}

Access mlir::shardwise::getOperandAccess(OpOperand &operand,
                                         const Access &access,
                                         Cluster &cluster) {
  Operation *op = operand.getOwner();
  unsigned cost = access.cost;
  int64_t evaluations = countEvaluations(access, cluster);
  auto type = dyn_cast<RankedTensorType>(operand.get().getType());
  int64_t size = type ? type.getNumElements() : 1;
  if (!type)
    return elsewhere(1, cost);
  if (op->hasTrait<OpTrait::Elementwise>()) {
    Access same = access;
    same.cost = cost;
    return same;
  }
  if (auto linalgOp = dyn_cast<linalg::LinalgOp>(op))
    return getStructuredAccess(operand, linalgOp, access, cluster, cost);
  if (auto gather = dyn_cast<model::GatherOp>(op)) {
    if (operand.getOperandNumber() == 0)
      return elsewhere(kMany, cost);
    bool outer =
        !access.elsewhere &&
        slicesAreInner(gather.getOffsetDims(), gather.getType().getRank());
    return elsewhere(outer ? size : evaluations * type.getShape().back(), cost);
  }
  if (auto scatter = dyn_cast<model::ScatterOp>(op)) {
    int64_t updates = scatter.getUpdates().getType().getNumElements();
    if (operand.getOperandNumber() != 1)
      return elsewhere(size, cost);
    bool outer = slicesAreInner(scatter.getUpdateWindowDims(),
                                scatter.getUpdates().getType().getRank());
    return elsewhere(outer ? size : updates * type.getShape().back(), cost);
  }
  if (isa<tensor::PadOp, tensor::ConcatOp, tensor::InsertSliceOp,
          tensor::ExtractOp>(op))
    return elsewhere(kMany, cost);
  return elsewhere(evaluations, cost);
}
