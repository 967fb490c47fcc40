//===- Recomputation.h - One value that may be computed again ---*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A result of a kernel that waits in memory for a late user, and what it takes
// to write it again for that user:
//
//     u --> gelu --> a --> product            gelu' of the same u
//                    `- - - - - - - - - ->  product for the weights
//     `- - - - - - - - - - - - - - - - - ->  gradient of gelu
//
// Here `u` is live until the end anyway, because the gradient reads it. So the
// kernel of the gradient can write `a` as well, if the product comes after it:
// one store more for each element, no load. Where no kernel reads the inputs,
// one of its own does.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_CONVERSION_RECOMPUTE_RECOMPUTATION_H
#define SHARDWISE_LIB_CONVERSION_RECOMPUTE_RECOMPUTATION_H

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/IRMapping.h"
#include "shardwise/Dialect/Plan/Transforms/MemoryEstimate.h"
#include <vector>

namespace mlir::shardwise {

struct Recomputation {
  /// The value, and the call whose kernel computes it.
  Value value;
  func::CallOp source;
  /// The operations of that kernel which compute it, in order.
  SmallVector<Operation *> ops;
  /// What they need: values of the kernel, and the tensors that those are.
  SmallVector<std::pair<Value, Value>> inputs;
  /// Who reads the value late, in the order of the program.
  SmallVector<Operation *> users;
  /// The call whose kernel computes it again, or null for a kernel of its own.
  func::CallOp host;
  /// What stands before the host and has to come after it, in order.
  SmallVector<Operation *> moved;
  /// What it takes longer, by estimate.
  double seconds = 0;

  int64_t getBytes() const;
};

/// The values that live across the peak of a program and can be computed again
/// after it, by a kernel of their own and, if there is one, by a host; those
/// that free most memory for their time come first.
std::vector<Recomputation>
findRecomputations(dist::LocalProgramOp program,
                   const plan::MemoryEstimate &estimate,
                   const plan::SchedulePassOptions &options);

/// Changes a program so that the late users read a recomputed value. `mapping`
/// leads from the program in which it was found to this one.
void apply(const Recomputation &recomputation, dist::LocalProgramOp program,
           const IRMapping &mapping);

} // namespace mlir::shardwise

#endif // SHARDWISE_LIB_CONVERSION_RECOMPUTE_RECOMPUTATION_H
