//===- KernelResults.h - What a kernel computes -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The results of a kernel by what they take: elements alone, or reductions
// first. Reductions that go over one space are computed together, and results
// of that space are stored on the way:
//
//     %n = negf %a                   64x512    of the space: stored on the way
//     %s = reduce %n, dimension 1    64        the reductions' own shape
//     %m = mulf %s, %s               64        stored with the sums
//     %e = negf %b                   7         another shape: by itself
//
// Which loops or threads that means is decided by each target.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_CONVERSION_KERNELSTOLOOPS_KERNELRESULTS_H
#define SHARDWISE_LIB_CONVERSION_KERNELSTOLOOPS_KERNELRESULTS_H

#include "ElementEmitter.h"
#include "llvm/ADT/BitVector.h"

namespace mlir::shardwise {

/// A result of a kernel.
struct KernelResult {
  Value value;
  Value buffer;
  /// Whether a reduction or scatter must be there first.
  bool reduced = false;

  ArrayRef<int64_t> shape() const {
    return cast<RankedTensorType>(value.getType()).getShape();
  }
  int64_t size() const { return ShapedType::getNumElements(shape()); }
};

using KernelResultList = SmallVector<KernelResult, 1>;
/// Structured operations that reduce.
using Reductions = SmallVector<linalg::LinalgOp, 4>;

class KernelResults {
public:
  /// `lowered` takes the buffers of the kernel's arguments, then those of its
  /// results.
  KernelResults(func::FuncOp kernel, FunctionOpInterface lowered);

  /// All reductions, in order.
  const Reductions &getReductions() const { return reductions; }
  /// The reductions that can be computed with one, itself among them: they go
  /// over the same space, need nothing that it does not need, and the same
  /// results need them.
  Reductions getCompanions(linalg::LinalgOp op) const;
  /// Takes out the results that are scatters, or that need reductions.
  KernelResultList takeScatters();
  KernelResultList takeReduced();
  /// Takes out those of a shape.
  KernelResultList takeShape(ArrayRef<int64_t> shape);
  /// Takes out those that have an element for each iteration of the
  /// reductions, which may split dimensions of theirs.
  KernelResultList takeSpace() { return takeSpace(getSpace()); }
  /// The same for iterations of another space.
  KernelResultList takeSpace(ArrayRef<int64_t> space);
  /// Takes out all that are left, one list for each shape.
  SmallVector<KernelResultList> takeByShape();

  /// Whether all reductions go over one space, none needs another, and all of
  /// `reduced` have the shape that these keep.
  bool areTogether(ArrayRef<KernelResult> reduced) const;
  /// The sizes of the space of reductions that are together.
  SmallVector<int64_t> getSpace() const;
  /// Whether the reductions keep the fastest dimension of their space.
  bool keepFastestDimension() const;

private:
  KernelResultList take(function_ref<bool(const KernelResult &)> isTaken);

  void findNeeds(Block &body);

  KernelResultList results;
  Reductions reductions;
  /// Of each reduction, which reductions it needs and which results need it, by
  /// number.
  DenseMap<Operation *, llvm::BitVector> needs, needers;
  /// Whether some reduction needs another one.
  bool nested = false;
};

/// The index of the element of a result of shape `shape` that belongs to an
/// iteration of a space that splits its dimensions.
ElementEmitter::Indices joinIndex(ElementEmitter &emitter,
                                  ArrayRef<Value> iteration,
                                  ArrayRef<int64_t> space,
                                  ArrayRef<int64_t> shape);

/// The types of the function that a kernel becomes: its buffers, and the number
/// of the device.
SmallVector<Type> getBufferTypes(func::FuncOp kernel);

/// Makes one dimension of all buffers of a kernel that computes by position,
/// those of the results too.
void flattenBuffers(func::FuncOp kernel, ElementEmitter &emitter,
                    MutableArrayRef<KernelResult> results);

/// How many iterations of a reduction go into one element of its result.
int64_t getReducedSize(linalg::LinalgOp op);

} // namespace mlir::shardwise

#endif // SHARDWISE_LIB_CONVERSION_KERNELSTOLOOPS_KERNELRESULTS_H
