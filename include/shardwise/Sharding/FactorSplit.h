//===- FactorSplit.h - How the factors of an operation split ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The algebra between shardings of values and splits of an operation's factors:
// cutting a dimension's atoms into those of its factors, merging what several
// values propose, and going back from factors to dimensions.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_SHARDING_FACTORSPLIT_H
#define SHARDWISE_SHARDING_FACTORSPLIT_H

#include "shardwise/Sharding/Factors.h"

namespace mlir::shardwise {

/// Cuts the atoms of one dimension into those of its factors and calls
/// `consume(factor, part)` for each factor that gets some, or none. A minor
/// factor gets atoms only if the ones before it are split fully. Atoms that fit
/// nowhere are left out; returns whether all were used.
///
/// Dimension [f0 = 4, f1 = 16], mesh axis "model" of 8 = atoms a, b, c:
///
///     [a, b, c]  ->  f0: [a, b]   f1: [c]    true
///     [a]        ->  f0: [a]      f1: []     true
///     []         ->  f0: []       f1: []     true
bool cutDimension(const Mesh &mesh, AtomList atoms,
                  llvm::ArrayRef<uint8_t> dimFactors,
                  llvm::ArrayRef<Factor> factors,
                  llvm::function_ref<void(uint8_t, AtomList)> consume);

/// The atoms that split each factor of one operation.
class FactorSplit {
public:
  FactorSplit(const Mesh &mesh, const OpFactors &op);

  AtomList getAtoms(unsigned factor) const { return splits[factor]; }
  /// All atoms in use.
  uint32_t getUsed() const { return used; }
  /// The atoms of split reduced factors.
  uint32_t getReduced() const;

  /// Adds what the value's dimensions say, as far as it goes with what is
  /// there. `only`, if given, restricts it to some factors. Returns whether
  /// everything went.
  bool propose(unsigned value, llvm::ArrayRef<uint64_t> dims,
               uint32_t allowedAtoms = ~0u,
               llvm::function_ref<bool(unsigned)> only = nullptr);
  /// Takes the split of one factor back.
  void clear(unsigned factor);
  /// Clears minor factors of dimensions whose major factors are not split
  /// fully, which no dimension could express.
  void normalize();
  /// The dimensions of a value under this split.
  void getDims(unsigned value, llvm::MutableArrayRef<uint64_t> dims) const;

private:
  bool extend(unsigned factor, AtomList part, uint32_t allowedAtoms);

  const Mesh &mesh;
  const OpFactors &op;
  llvm::SmallVector<AtomList, 8> splits;
  uint32_t used = 0;
};

} // namespace mlir::shardwise

#endif // SHARDWISE_SHARDING_FACTORSPLIT_H
