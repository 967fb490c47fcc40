//===- RaiseAttention.cpp - Raise attention from its decomposed form ------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Rewrites what the matcher found. Operands are taken from where the views of
// them begin, results replace the ends of the views on them, so that in the
// frameworks' usual order [batch, position, head, dimension] nothing moves.
//
//===----------------------------------------------------------------------===//

#include "AttentionMatcher.h"
#include "shardwise/Dialect/Model/IR/Model.h"
#include "shardwise/Dialect/Model/Transforms/AttentionSupport.h"
#include "shardwise/Dialect/Model/Transforms/Passes.h"

namespace mlir::shardwise::model {
#define GEN_PASS_DEF_RAISEATTENTIONPASS
#include "shardwise/Dialect/Model/Transforms/Passes.h.inc"
} // namespace mlir::shardwise::model

using namespace mlir;
using namespace mlir::shardwise;
using namespace mlir::shardwise::model;

namespace {

/// A result of a product, where views and casts of it end.
struct Leaf {
  LabeledValue value;
  SmallVector<OpOperand *> uses;
};

/// Writes one attention.
class AttentionWriter {
public:
  AttentionWriter(AttentionMatcher &match) : match(match) {
    loc = match.scores.getLoc();
    element = getElementTypeOrSelf(match.query.value.getType());
    splitBatch();
    queryLabels = {batch, match.labels.query, head, match.labels.headDim};
    keyLabels = {batch, match.labels.key, head, match.labels.headDim};
    valueLabels = {batch, match.labels.key, head, AttentionLabels::valueDim};
    outputLabels = {batch, match.labels.query, head, AttentionLabels::valueDim};
    restrictTo(valueLabels, match.value.labels);
    restrictTo(outputLabels, match.context.labels);
  }

  /// What decides whether a library runs it; nothing is written.
  AttentionTraits getTraits() {
    AttentionTraits traits;
    traits.element = element;
    traits.headDim = getSize(match.query, match.labels.headDim);
    traits.valueDim = getSize(match.value, AttentionLabels::valueDim);
    for (const LabeledValue *operand : {&match.query, &match.key, &match.value})
      traits.isEmpty |= !getNumElements(*operand);
    traits.hasMask = match.mask.kind == AttentionMask::Boolean ||
                     match.mask.kind == AttentionMask::Additive;
    traits.scale = match.scale;
    traits.hasGradient = bool(match.dvalue);
    SmallVector<Type> others = {findLeaves(match.context, outputLabels).second};
    if (match.dvalue)
      others.append({findLeaves(match.dquery, queryLabels).second,
                     findLeaves(match.dkey, keyLabels).second,
                     findLeaves(match.dvalue, valueLabels).second,
                     getElementTypeOrSelf(match.gradient.value.getType())});
    for (Type other : others)
      if (other != element)
        traits.otherElement = other;
    return traits;
  }

  void run() {
    OpBuilder builder(match.context.op);
    query = rearrange(builder, loc, match.query, queryLabels);
    key = rearrange(builder, loc, match.key, keyLabels);
    value = rearrange(builder, loc, match.value, valueLabels);
    buildMask(builder);
    buildForward(builder);
    if (match.dvalue)
      buildBackward();
  }

private:
  /// Of one batch dimension that stands behind the positions, as heads do, the
  /// heads are made.
  void splitBatch() {
    const AttentionLabels &labels = match.labels;
    if (labels.batch.size() == 2)
      std::tie(batch, head) = std::pair(labels.batch[0], labels.batch[1]);
    else if (labels.batch.size() == 1)
      batch = labels.batch[0];
    const int *first = llvm::find(match.query.labels, batch);
    const int *second =
        llvm::find(match.query.labels, head == unitLabel ? labels.query : head);
    if (first > second)
      std::swap(batch, head);
  }

  /// Drops the labels that a value does not have.
  static void restrictTo(Labels &target, ArrayRef<int> labels) {
    for (int &label : target)
      if (!llvm::is_contained(labels, label))
        label = unitLabel;
  }

  /// The size of the dimension with a label, 1 if there is none.
  static int64_t getSize(const LabeledValue &value, int label) {
    ArrayRef<int64_t> shape =
        cast<RankedTensorType>(value.value.getType()).getShape();
    for (auto [size, own] : llvm::zip_equal(shape, value.labels))
      if (own == label && label != unitLabel)
        return size;
    return 1;
  }
  static int64_t getNumElements(const LabeledValue &value) {
    return cast<RankedTensorType>(value.value.getType()).getNumElements();
  }

  RankedTensorType getType(Value like, Type type) {
    return cast<RankedTensorType>(like.getType()).clone(type);
  }

  void buildMask(OpBuilder &builder) {
    if (match.mask.kind != AttentionMask::Boolean &&
        match.mask.kind != AttentionMask::Additive)
      return;
    Labels target = {batch, head, match.labels.query, match.labels.key};
    restrictTo(target, match.mask.root.labels);
    mask = rearrange(builder, loc, match.mask.root, target);
    if (!match.mask.isInverted)
      return;
    auto type = cast<RankedTensorType>(mask.getType());
    Value ones = arith::ConstantOp::create(builder, loc,
                                           DenseElementsAttr::get(type, true));
    mask = arith::XOrIOp::create(builder, loc, mask, ones);
  }

  UnitAttr getCausal(OpBuilder &builder) {
    return match.mask.kind == AttentionMask::Causal ? builder.getUnitAttr()
                                                    : UnitAttr();
  }
  FloatAttr getMaskedScore(OpBuilder &builder) {
    return match.mask.kind == AttentionMask::Boolean
               ? builder.getF64FloatAttr(match.mask.replacement)
               : FloatAttr();
  }

  void buildForward(OpBuilder &builder) {
    Type statistics = element.isF64() ? element : builder.getF32Type();
    ArrayRef<int64_t> shape =
        cast<RankedTensorType>(query.getType()).getShape();
    int64_t valueDim = cast<RankedTensorType>(value.getType()).getDimSize(3);
    auto [leaves, type] = findLeaves(match.context, outputLabels);
    auto op = AttentionOp::create(
        builder, loc,
        RankedTensorType::get({shape[0], shape[1], shape[2], valueDim}, type),
        RankedTensorType::get({shape[0], shape[2], shape[1]}, statistics),
        query, key, value, mask, builder.getF64FloatAttr(match.scale),
        getCausal(builder), getMaskedScore(builder));
    forward = op;
    replace(builder, leaves, op.getOutput(), outputLabels);
  }

  void buildBackward() {
    Operation *first = match.dvalue.op;
    if (match.dprobability.op->isBeforeInBlock(first))
      first = match.dprobability.op;
    OpBuilder builder(first);
    Value gradient = rearrange(builder, loc, match.gradient, outputLabels);
    auto [queryLeaves, queryType] = findLeaves(match.dquery, queryLabels);
    auto [keyLeaves, keyType] = findLeaves(match.dkey, keyLabels);
    auto [valueLeaves, valueType] = findLeaves(match.dvalue, valueLabels);
    auto op = AttentionGradOp::create(
        builder, match.dprobability.op.getLoc(), getType(query, queryType),
        getType(key, keyType), getType(value, valueType), query, key, value,
        forward.getOutput(), forward.getStatistics(), gradient, mask,
        builder.getF64FloatAttr(match.scale), getCausal(builder),
        getMaskedScore(builder));
    replace(builder, queryLeaves, op.getDquery(), queryLabels);
    replace(builder, keyLeaves, op.getDkey(), keyLabels);
    replace(builder, valueLeaves, op.getDvalue(), valueLabels);
  }

  /// The leaves of a product's result, and their element type: the operands'
  /// own where all of them are rounded to it.
  std::pair<SmallVector<Leaf>, Type> findLeaves(const AttentionProduct &product,
                                                const Labels &target) {
    if (!product.op)
      return {{}, element};
    Value result = product.op->getResult(0);
    LabeledValue from{result, product.labels};
    SmallVector<Leaf> leaves = walkLeaves(from, target, /*casts=*/true);
    bool alike = llvm::all_of(leaves, [&](const Leaf &leaf) {
      return getElementTypeOrSelf(leaf.value.value.getType()) == element;
    });
    if (alike && !leaves.empty())
      return {leaves, element};
    return {walkLeaves(from, target, /*casts=*/false),
            getElementTypeOrSelf(result.getType())};
  }

  SmallVector<Leaf> walkLeaves(const LabeledValue &from, const Labels &target,
                               bool casts) {
    SmallVector<LabeledValue> open = {from};
    SmallVector<Leaf> leaves;
    while (!open.empty()) {
      Leaf leaf{open.pop_back_val(), {}};
      for (OpOperand &use : leaf.value.value.getUses()) {
        Operation *user = use.getOwner();
        std::optional<Labels> moved;
        if (casts && isa<arith::TruncFOp>(user) &&
            getElementTypeOrSelf(user->getResult(0).getType()) == element)
          moved = leaf.value.labels;
        else if (isView(user) && leaf.value.labels != target)
          moved = pushLabels(user, leaf.value.labels);
        if (moved)
          open.push_back({user->getResult(0), *moved});
        else
          leaf.uses.push_back(&use);
      }
      if (!leaf.uses.empty())
        leaves.push_back(std::move(leaf));
    }
    return leaves;
  }

  void replace(OpBuilder &builder, ArrayRef<Leaf> leaves, Value by,
               const Labels &labels) {
    for (const Leaf &leaf : leaves) {
      Value moved = rearrange(builder, loc, {by, labels}, leaf.value.labels);
      for (OpOperand *use : leaf.uses)
        use->set(moved);
    }
  }

  AttentionMatcher &match;
  Location loc = UnknownLoc::get(match.scores.getContext());
  Type element;
  int batch = unitLabel, head = unitLabel;
  Labels queryLabels, keyLabels, valueLabels, outputLabels;
  Value query, key, value, mask;
  AttentionOp forward;
};

struct RaiseAttention : model::impl::RaiseAttentionPassBase<RaiseAttention> {
  using RaiseAttentionPassBase::RaiseAttentionPassBase;

  void runOnOperation() override {
    SmallVector<linalg::ContractOp> contracts;
    getOperation().walk(
        [&](linalg::ContractOp op) { contracts.push_back(op); });
    llvm::SmallDenseSet<Block *> changed;
    // The products of an attention that was raised stay, without uses, until
    // all are done; they are no scores.
    for (linalg::ContractOp op : contracts) {
      AttentionMatcher match(op);
      if (match.match() && isWanted(match)) {
        AttentionWriter(match).run();
        changed.insert(op->getBlock());
      } else if (printRemarks && !match.reason.empty()) {
        remark(match);
      }
    }
    for (Block *block : changed)
      removeDeadOps(*block);
    if (changed.empty())
      markAllAnalysesPreserved();
  }

  /// Whether the target has use for an attention; the match says if not.
  bool isWanted(AttentionMatcher &match) {
    if (!forCuDNN)
      return true;
    match.reason = explainRefusal(AttentionWriter(match).getTraits());
    match.reasonAt = match.scores;
    return match.reason.empty();
  }

  static void remark(AttentionMatcher &match) {
    auto remark = match.scores.emitRemark("is not raised to an attention: ")
                  << match.reason;
    if (match.reasonAt != match.scores.getOperation())
      remark.attachNote(match.reasonAt->getLoc()) << "here";
  }

  static void removeDeadOps(Block &block) {
    for (Operation &op : llvm::make_early_inc_range(llvm::reverse(block)))
      if (isOpTriviallyDead(&op))
        op.erase();
  }
};

} // namespace
