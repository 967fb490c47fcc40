//===- SplitBatchDims.cpp - Undo the flattening of batch dimensions -------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Only batch dimensions are split: they occur in both operands and the result,
// so all three reshape alike. Destinations must be splats, as import makes
// them. A transpose between two products is no obstacle.
//
//===----------------------------------------------------------------------===//

#include "mlir/IR/Matchers.h"
#include "shardwise/Dialect/Model/Transforms/Passes.h"

namespace mlir::shardwise::model {
#define GEN_PASS_DEF_SPLITBATCHDIMSPASS
#include "shardwise/Dialect/Model/Transforms/Passes.h.inc"
} // namespace mlir::shardwise::model

using namespace mlir;
using namespace mlir::shardwise;

/// Replaces a flat result by an expanded one. Uses that expand it in the same
/// way take it as it is.
static void replaceByExpanded(OpBuilder &builder, Operation *op, Value expanded,
                              ArrayRef<ReassociationIndices> groups) {
  Value flat = op->getResult(0);
  for (Operation *user : llvm::make_early_inc_range(flat.getUsers()))
    if (auto expand = dyn_cast<tensor::ExpandShapeOp>(user))
      if (expand.getType() == expanded.getType()) {
        expand.replaceAllUsesWith(expanded);
        expand.erase();
      }
  if (!flat.use_empty())
    flat.replaceAllUsesWith(tensor::CollapseShapeOp::create(
        builder, op->getLoc(), flat.getType(), expanded, groups));
  op->erase();
}

/// Transposes before flattening instead of after, so that a flat batch does not
/// stop at a transpose: `transpose(collapse(x))` to `collapse(transpose(x))`.
static bool transposeExpanded(linalg::TransposeOp op) {
  auto collapse = op.getInput().getDefiningOp<tensor::CollapseShapeOp>();
  if (!collapse || !op.getInit().getDefiningOp<tensor::EmptyOp>())
    return false;
  SmallVector<ReassociationIndices> sourceGroups =
      collapse.getReassociationIndices();
  RankedTensorType source = collapse.getSrcType();
  SmallVector<int64_t> permutation, shape;
  SmallVector<ReassociationIndices> groups;
  for (int64_t dim : op.getPermutation()) {
    ReassociationIndices &group = groups.emplace_back();
    for (int64_t part : sourceGroups[dim]) {
      group.push_back(permutation.size());
      permutation.push_back(part);
      shape.push_back(source.getDimSize(part));
    }
  }
  OpBuilder builder(op);
  Value init = tensor::EmptyOp::create(builder, op.getLoc(), shape,
                                       source.getElementType());
  auto expanded = linalg::TransposeOp::create(
      builder, op.getLoc(), collapse.getSrc(), init, permutation);
  replaceByExpanded(builder, op, expanded->getResult(0), groups);
  return true;
}

namespace {
/// The sizes into which each loop of a contraction is split; one entry for a
/// loop that stays.
using LoopSizes = SmallVector<SmallVector<int64_t, 2>>;

/// Splits the loops of one contraction.
class LoopSplitter {
public:
  explicit LoopSplitter(linalg::ContractOp op)
      : op(op), maps(op.getIndexingMapsArray()), sizes(maps[0].getNumDims()) {}

  /// Returns whether anything was split.
  bool run() {
    if (!matchPattern(op.getDpsInits()[0], m_Constant(&init)) || !findSizes())
      return false;
    OpBuilder builder(op);
    SmallVector<AffineMap> newMaps;
    for (AffineMap map : maps)
      newMaps.push_back(expandMap(map));
    SmallVector<Value> inputs;
    for (auto [map, input] : llvm::zip(maps, op.getDpsInputs()))
      inputs.push_back(expand(builder, map, input));
    auto newInit = arith::ConstantOp::create(
        builder, op.getLoc(),
        init.resizeSplat(expandType(maps[2], init.getType())));
    auto expanded = linalg::ContractOp::create(
        builder, op.getLoc(), TypeRange(newInit.getType()), inputs,
        ValueRange(newInit), builder.getAffineMapArrayAttr(newMaps));
    if (op.getCast() != expanded.getCast())
      expanded.setCast(op.getCast());
    replaceByExpanded(builder, op, expanded->getResult(0), getGroups(maps[2]));
    return true;
  }

private:
  /// Reads the sizes off the collapsed operands; false if no batch loop is
  /// flattened.
  bool findSizes() {
    bool found = false;
    for (auto [map, input] : llvm::zip(maps, op.getDpsInputs())) {
      auto collapse = input.getDefiningOp<tensor::CollapseShapeOp>();
      if (!collapse)
        continue;
      ArrayRef<int64_t> shape = collapse.getSrcType().getShape();
      for (auto [dim, group] :
           llvm::enumerate(collapse.getReassociationIndices())) {
        unsigned loop = map.getDimPosition(dim);
        bool isFlat = llvm::count_if(group, [&](int64_t source) {
                        return shape[source] != 1;
                      }) > 1;
        if (!isFlat || !sizes[loop].empty() || !isBatch(loop))
          continue;
        for (int64_t source : group)
          sizes[loop].push_back(shape[source]);
        found = true;
      }
    }
    return found;
  }

  bool isBatch(unsigned loop) {
    return llvm::all_of(
        maps, [&](AffineMap map) { return map.isFunctionOfDim(loop); });
  }

  unsigned getNumParts(unsigned loop) {
    return sizes[loop].empty() ? 1 : sizes[loop].size();
  }

  AffineMap expandMap(AffineMap map) {
    SmallVector<unsigned> firstPart;
    unsigned numLoops = 0;
    for (unsigned loop = 0; loop < sizes.size(); ++loop) {
      firstPart.push_back(numLoops);
      numLoops += getNumParts(loop);
    }
    SmallVector<AffineExpr> results;
    for (AffineExpr result : map.getResults()) {
      unsigned loop = cast<AffineDimExpr>(result).getPosition();
      for (unsigned part = 0; part < getNumParts(loop); ++part)
        results.push_back(
            getAffineDimExpr(firstPart[loop] + part, op.getContext()));
    }
    return AffineMap::get(numLoops, 0, results, op.getContext());
  }

  RankedTensorType expandType(AffineMap map, ShapedType type) {
    SmallVector<int64_t> shape;
    for (auto [dim, size] : llvm::enumerate(type.getShape())) {
      ArrayRef<int64_t> parts = sizes[map.getDimPosition(dim)];
      if (parts.empty())
        shape.push_back(size);
      else
        llvm::append_range(shape, parts);
    }
    return RankedTensorType::get(shape, type.getElementType());
  }

  SmallVector<ReassociationIndices> getGroups(AffineMap map) {
    SmallVector<ReassociationIndices> groups;
    int64_t next = 0;
    for (unsigned dim = 0; dim < map.getNumResults(); ++dim) {
      ReassociationIndices &group = groups.emplace_back();
      for (unsigned i = 0; i < getNumParts(map.getDimPosition(dim)); ++i)
        group.push_back(next++);
    }
    return groups;
  }

  Value expand(OpBuilder &builder, AffineMap map, Value value) {
    auto type = cast<RankedTensorType>(value.getType());
    return builder.createOrFold<tensor::ExpandShapeOp>(
        op.getLoc(), expandType(map, type), value, getGroups(map));
  }

  linalg::ContractOp op;
  SmallVector<AffineMap> maps;
  LoopSizes sizes;
  SplatElementsAttr init;
};

struct SplitBatchDims : model::impl::SplitBatchDimsPassBase<SplitBatchDims> {
  void runOnOperation() override {
    SmallVector<Operation *> ops;
    getOperation().walk([&](Operation *op) {
      if (isa<linalg::ContractOp, linalg::TransposeOp>(op))
        ops.push_back(op);
    });
    bool changed = false;
    for (Operation *op : ops) {
      if (auto contract = dyn_cast<linalg::ContractOp>(op))
        changed |= LoopSplitter(contract).run();
      else
        changed |= transposeExpanded(cast<linalg::TransposeOp>(op));
    }
    if (!changed)
      markAllAnalysesPreserved();
    else
      removeDeadReshapes();
  }

  /// Erases the reshapes and destinations that no one uses any more.
  void removeDeadReshapes() {
    SmallVector<Operation *> ops;
    getOperation().walk([&](Operation *op) {
      if (isa<tensor::CollapseShapeOp, tensor::EmptyOp, arith::ConstantOp>(op))
        ops.push_back(op);
    });
    for (Operation *op : llvm::reverse(ops))
      if (op->use_empty())
        op->erase();
  }
};
} // namespace
