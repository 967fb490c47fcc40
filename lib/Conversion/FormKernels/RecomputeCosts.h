//===- RecomputeCosts.h - What to compute again ------------------*- C++
//-*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A kernel that wants a value can load it, or compute it again from values that
// are in memory anyway. What decides is bytes:
//
//     value                      from                  bytes     computed again
//     f32 copy of a bf16 x       x                     half      yes
//     tanh(u + bias), bf16       u, bias               as many   yes
//     x + y, all bf16            x and y               twice     no
//     normalized x, f32          x (bf16), mean, rstd  half      yes
//
// A value that is not computed again is in memory; what depends on it is
// computed from it. So a row of values that are each computed from the one
// before is never traced back further than to what is stored.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_CONVERSION_FORMKERNELS_RECOMPUTECOSTS_H
#define SHARDWISE_LIB_CONVERSION_FORMKERNELS_RECOMPUTECOSTS_H

#include "mlir/IR/Operation.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SetVector.h"
#include <optional>

namespace mlir::shardwise {

class RecomputeCosts {
public:
  /// Looks through a block, once. What takes more than `limit` operations for
  /// an element is not computed again.
  RecomputeCosts(Block *block, unsigned limit);

  /// What computing an element of the value again costs, or nothing if it
  /// would read more memory than the value has.
  std::optional<unsigned> getCost(Value value) const {
    auto it = costs.find(value);
    return it == costs.end() ? std::nullopt : std::optional(it->second);
  }

private:
  using Values = llvm::SmallSetVector<Value, 4>;
  using Ops = llvm::SmallSetVector<Operation *, 8>;

  void visit(Operation *op);

  unsigned limit;
  /// The values in memory that a value is computed from, and by which
  /// operations. Those in memory themselves are in neither.
  llvm::DenseMap<Value, Values> sources;
  llvm::DenseMap<Value, Ops> cones;
  llvm::DenseMap<Value, unsigned> costs;
};

} // namespace mlir::shardwise

#endif // SHARDWISE_LIB_CONVERSION_FORMKERNELS_RECOMPUTECOSTS_H
