//===- RecomputeCosts.cpp - What to compute again -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RecomputeCosts.h"
#include "OpCosts.h"
#include "shardwise/Conversion/KernelsToLoops.h"
#include "shardwise/Dialect/Plan/IR/Plan.h"
#include "shardwise/Interfaces/ShardingInterface.h"

using namespace mlir;
using namespace mlir::shardwise;

/// What is this much smaller than the value is read for nothing: it stays in
/// the cache.
static constexpr int64_t kSmall = 16;

RecomputeCosts::RecomputeCosts(Block *block, unsigned limit) : limit(limit) {
  for (Operation &op : *block)
    visit(&op);
}

static int64_t getBytes(Value value) {
  auto type = dyn_cast<RankedTensorType>(value.getType());
  return type ? plan::getByteSize(type) : 8;
}

/// Whether each element of the result is computed from one of each operand.
static bool isTraced(Operation *op) {
  return op->getNumResults() == 1 && isKernelOp(op) &&
         isa<RankedTensorType>(op->getResult(0).getType()) &&
         (op->hasTrait<OpTrait::Elementwise>() ||
          isa<linalg::BroadcastOp>(op) || !op->getNumOperands());
}

void RecomputeCosts::visit(Operation *op) {
  if (!isTraced(op))
    return;
  Value result = op->getResult(0);
  Values from;
  Ops cone;
  SmallVector<Value> operands(op->getOperands());
  if (auto broadcast = dyn_cast<linalg::BroadcastOp>(op))
    operands = {broadcast.getInput()};
  for (Value operand : operands) {
    auto it = sources.find(operand);
    if (it == sources.end()) {
      from.insert(operand);
      continue;
    }
    from.insert(it->second.begin(), it->second.end());
    const Ops &ops = cones[operand];
    cone.insert(ops.begin(), ops.end());
  }
  cone.insert(op);
  unsigned cost = 0;
  for (Operation *inner : cone)
    cost += shardwise::getCost(inner);
  int64_t bytes = getBytes(result), read = 0;
  for (Value source : from)
    if (int64_t own = getBytes(source); own * kSmall > bytes)
      read += own;
  if (cost > limit || read > bytes)
    return;
  sources[result] = std::move(from);
  cones[result] = std::move(cone);
  costs[result] = cost;
}
