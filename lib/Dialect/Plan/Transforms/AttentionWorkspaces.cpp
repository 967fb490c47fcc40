//===- AttentionWorkspaces.cpp - Memory of a library's attention ----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "AttentionWorkspaces.h"
#include "shardwise/Dialect/Model/IR/Model.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace mlir::shardwise;
using namespace mlir::shardwise::plan;

bool AttentionWorkspaces::isAttention(Operation *op) {
  return isa<model::AttentionOp, model::AttentionGradOp>(op);
}

static ArrayRef<int64_t> getShape(Value tensor) {
  return cast<RankedTensorType>(tensor.getType()).getShape();
}

/// The numbers of the sequences' positions, for each batch one of queries and
/// one of keys: older versions ask for them where no tile divides the keys.
static int64_t getLengthBytes(int64_t batch) { return 2 * 4 * batch; }

/// In any order, gradients of queries add up in f32. In one order, the
/// gradients of the scores are kept in tiles, and multiplied afterwards.
static int64_t getGradBytes(model::AttentionGradOp op, bool anyOrder) {
  ArrayRef<int64_t> query = getShape(op.getQuery());
  ArrayRef<int64_t> value = getShape(op.getValue());
  int64_t rows = query[0] * query[2], keys = value[1];
  int64_t bytes = getLengthBytes(query[0]) + rows * query[1] * 4;
  if (anyOrder)
    bytes += rows * query[1] * query[3] * 4;
  else
    bytes += rows * llvm::alignTo(query[1], 64) * llvm::alignTo(keys, 128) * 2;
  // Heads that share keys have gradients of their own first.
  if (query[2] != value[2])
    bytes += rows * keys * (query[3] + value[3]) * 2;
  return bytes;
}

RankedTensorType AttentionWorkspaces::getType(Operation *attention) const {
  auto grad = dyn_cast<model::AttentionGradOp>(attention);
  int64_t bytes = grad ? getGradBytes(grad, anyOrder)
                       : getLengthBytes(getShape(attention->getOperand(0))[0]);
  // What the library adds to all of them.
  constexpr int64_t kOwn = 256;
  return RankedTensorType::get(llvm::alignTo(bytes + kOwn, 64),
                               IntegerType::get(attention->getContext(), 8));
}
