//===- GroupPartialSums.cpp - Add partial summands first ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PropagationGraphBuilder.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "llvm/ADT/MapVector.h"

using namespace mlir;
using namespace mlir::shardwise;
using namespace mlir::shardwise::dist;

/// The addition that produces the value, if it stands in `block` and has no
/// other use: then it may be taken apart.
static arith::AddFOp getInnerSum(Value value, Block *block) {
  auto sum = value.getDefiningOp<arith::AddFOp>();
  return sum && sum->getBlock() == block && sum->hasOneUse() ? sum
                                                             : arith::AddFOp();
}

namespace {
/// A tree of additions with the values that it adds.
struct SumTree {
  SmallVector<arith::AddFOp> sums;
  SmallVector<Value> summands;
};
} // namespace

/// Collects the tree below an addition, left to right.
static SumTree collectTree(arith::AddFOp root) {
  SumTree tree;
  SmallVector<Value> pending{root};
  while (!pending.empty()) {
    Value value = pending.pop_back_val();
    auto sum =
        value == root.getResult() ? root : getInnerSum(value, root->getBlock());
    if (!sum) {
      tree.summands.push_back(value);
      continue;
    }
    tree.sums.push_back(sum);
    pending.push_back(sum.getRhs());
    pending.push_back(sum.getLhs());
  }
  return tree;
}

/// Whether an addition is the inner part of a larger tree.
static bool isInner(arith::AddFOp sum) {
  return sum->hasOneUse() && isa<arith::AddFOp>(*sum->user_begin()) &&
         (*sum->user_begin())->getBlock() == sum->getBlock();
}

bool dist::groupPartialSums(const PropagationGraphBuilder &source,
                            ArrayRef<uint16_t> partial) {
  auto getPartial = [&](Value value) -> uint16_t {
    std::optional<PropagationGraph::ValueId> id = source.lookup(value);
    return id ? partial[*id] : 0;
  };
  bool changed = false;
  SmallVector<arith::AddFOp> roots;
  for (Value value : source.values)
    if (auto sum = value.getDefiningOp<arith::AddFOp>())
      if (!isInner(sum))
        roots.push_back(sum);

  for (arith::AddFOp root : roots) {
    SumTree tree = collectTree(root);
    if (tree.summands.size() < 3)
      continue;
    llvm::SmallMapVector<uint16_t, SmallVector<Value>, 4> groups;
    for (Value value : tree.summands)
      groups[getPartial(value)].push_back(value);
    // The best any order can do: in every group of partial summands all
    // additions but those between groups stay partial.
    size_t possible = 0, reached = 0;
    for (auto &[atoms, members] : groups)
      possible += atoms ? members.size() - 1 : 0;
    for (arith::AddFOp sum : tree.sums)
      reached += getPartial(sum) != 0;
    if (reached >= possible)
      continue;

    OpBuilder builder(root);
    auto add = [&](Value a, Value b) -> Value {
      if (!a)
        return b;
      return arith::AddFOp::create(builder, root.getLoc(), a, b,
                                   root.getFastmath());
    };
    Value total;
    for (auto &[atoms, members] : groups) {
      Value group;
      for (Value value : members)
        group = add(group, value);
      total = add(total, group);
    }
    root.getResult().replaceAllUsesWith(total);
    for (arith::AddFOp sum : tree.sums)
      sum.erase();
    changed = true;
  }
  return changed;
}
