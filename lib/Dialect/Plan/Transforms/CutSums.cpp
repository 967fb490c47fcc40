//===- CutSums.cpp - Products and their sums, part by part ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Plays a product and its exchange through for all ways to cut it into eighths,
// no part larger than the one before: what is sent last should be short, since
// nothing runs beside it.
//
//===----------------------------------------------------------------------===//

#include "CutSums.h"
#include "Overlap.h"

using namespace mlir;
using namespace mlir::shardwise;
using namespace mlir::shardwise::plan;

/// A product is so many units. A part is at least so many of them: a product of
/// few rows leaves processors idle.
static constexpr int64_t kUnits = 8, kMinUnits = 2;
/// What a cut costs beside a command and a transfer more.
static constexpr double kCutSeconds = 10e-6;
/// What it must gain.
static constexpr double kMinGain = 10e-6;

ProductRows ProductRows::find(linalg::ContractOp op) {
  SmallVector<AffineMap> maps = op.getIndexingMapsArray();
  SmallVector<int64_t> sizes = op.getStaticLoopRanges();
  ProductRows best;
  for (unsigned side = 0; side < 2; ++side) {
    ProductRows rows;
    rows.side = side;
    AffineMap own = maps[side], other = maps[1 - side], output = maps[2];
    for (unsigned dim = 0;
         dim < std::min(own.getNumResults(), output.getNumResults()); ++dim) {
      AffineExpr expr = output.getResult(dim);
      if (own.getResult(dim) != expr ||
          llvm::is_contained(other.getResults(), expr))
        break;
      ++rows.numDims;
      rows.count *= sizes[cast<AffineDimExpr>(expr).getPosition()];
    }
    if (rows.count > best.count)
      best = rows;
  }
  return best;
}

namespace {
/// A product, its exchange, and what runs until the sum is needed.
struct Times {
  double product, exchange, after;
};
} // namespace

/// When everything has ended if the parts are sent one after another.
static double play(const CostModel &model, const Times &times,
                   ArrayRef<int64_t> units) {
  double computed = 0, sent = 0;
  for (int64_t part : units) {
    double share = double(part) / kUnits;
    computed += model.launchSeconds + share * times.product;
    sent = std::max(sent, computed) + model.exchangeSeconds +
           share * times.exchange;
  }
  computed += double(units.size() - 1) * kCutSeconds;
  return std::max(computed + times.after, sent);
}

/// The best way to cut, in units; whole if nothing else is clearly better.
static SmallVector<int64_t, 4> chooseUnits(const CostModel &model,
                                           const Times &times) {
  SmallVector<int64_t, 4> best = {kUnits}, units;
  double bestTime = play(model, times, best) - kMinGain;
  auto extend = [&](auto &self, int64_t left, int64_t largest) -> void {
    if (!left) {
      if (double time = play(model, times, units); time < bestTime) {
        bestTime = time;
        best = units;
      }
      return;
    }
    for (int64_t part = std::min(left, largest); part >= kMinUnits; --part) {
      units.push_back(part);
      self(self, left - part, part);
      units.pop_back();
    }
  };
  extend(extend, kUnits, kUnits - 1);
  return best;
}

/// Whether a command reads what a collective makes.
static bool needs(const CommandNode &node, const CommandNode &collective) {
  return llvm::any_of(node.ops, [&](Operation *op) {
    return llvm::any_of(op->getOperands(), [&](Value operand) {
      return getRoot(operand).getDefiningOp() == collective.ops.front();
    });
  });
}

/// How long commands take that run between a collective and the first that
/// needs it.
static double getSecondsBeside(ArrayRef<CommandNode> behind,
                               const CommandNode &collective,
                               const CostModel &model) {
  double seconds = 0;
  for (const CommandNode &node : behind) {
    if (needs(node, collective))
      break;
    if (!node.stream)
      seconds += getSeconds(model, node.ops.front());
  }
  return seconds;
}

/// Whether a command is the exchange of what the product before it makes, whose
/// rows all go to the other device.
static bool isExchange(const CommandNode &node, linalg::ContractOp product) {
  if (node.ops.size() != 1 || !node.stream)
    return false;
  auto swap = dyn_cast<dist::PartialSwapOp>(node.ops.front());
  return swap && getRoot(swap.getInput()) == product->getResult(0) &&
         swap.getInput().getType() == swap.getType();
}

void plan::cutSums(std::vector<CommandNode> &nodes, const CostModel &model,
                   int64_t minRows) {
  for (size_t i = 0; i + 1 < nodes.size(); ++i) {
    CommandNode &node = nodes[i], &exchange = nodes[i + 1];
    auto product = dyn_cast<linalg::ContractOp>(node.ops.front());
    if (!product || !isExchange(exchange, product))
      continue;
    int64_t count = ProductRows::find(product).count;
    if (count % (kUnits * minRows))
      continue;
    Times times;
    times.product = getSeconds(model, product) - model.launchSeconds;
    times.exchange =
        getSeconds(model, exchange.ops.front()) - model.exchangeSeconds;
    times.after =
        getSecondsBeside(ArrayRef(nodes).drop_front(i + 2), exchange, model);
    SmallVector<int64_t, 4> units = chooseUnits(model, times);
    if (units.size() == 1)
      continue;
    for (int64_t part : units)
      node.rows.push_back(part * (count / kUnits));
    exchange.rows = node.rows;
  }
}
