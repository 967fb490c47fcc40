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

#ifndef SHARDWISE_LAYOUTS_FACTORSPLIT_H
#define SHARDWISE_LAYOUTS_FACTORSPLIT_H

#include "shardwise/Layouts/Factors.h"
#include "llvm/ADT/STLExtras.h"

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
template <typename Consume>
bool cutDimension(const Mesh &mesh, AtomList atoms,
                  llvm::ArrayRef<uint8_t> dimFactors,
                  llvm::ArrayRef<Factor> factors, Consume consume) {
  bool blocked = false;
  for (uint8_t factor : dimFactors) {
    AtomList part;
    int64_t left = factors[factor].size;
    while (!blocked && !atoms.empty() &&
           left % mesh.getAtoms()[atoms[0]].size == 0) {
      left /= mesh.getAtoms()[atoms[0]].size;
      part.push_back(atoms[0]);
      atoms = atoms.dropFront(1);
    }
    blocked |= left != 1;
    consume(factor, part);
  }
  return atoms.empty();
}

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
  /// there. Returns whether everything went.
  bool propose(unsigned value, llvm::ArrayRef<uint64_t> dims) {
    return propose(value, dims, ~0u, [](FactorKind) { return true; });
  }
  /// The same for parallel factors alone, and not over atoms other than those
  /// of `allowedAtoms`.
  bool proposeParallel(unsigned value, llvm::ArrayRef<uint64_t> dims,
                       uint32_t allowedAtoms) {
    return propose(value, dims, allowedAtoms, [](FactorKind kind) {
      return kind == FactorKind::Parallel;
    });
  }
  /// Takes the split of one factor back.
  void clear(unsigned factor);
  /// Clears minor factors of dimensions whose major factors are not split
  /// fully, which no dimension could express.
  void normalize();
  /// The dimensions of a value under this split.
  void getDims(unsigned value, llvm::MutableArrayRef<uint64_t> dims) const;

private:
  template <typename Filter>
  bool propose(unsigned value, llvm::ArrayRef<uint64_t> dims,
               uint32_t allowedAtoms, Filter concerns);
  bool extend(unsigned factor, AtomList part, uint32_t allowedAtoms);

  const Mesh &mesh;
  const OpFactors &op;
  llvm::SmallVector<AtomList, 8> splits;
  uint32_t used = 0;
};

template <typename Filter>
bool FactorSplit::propose(unsigned value, llvm::ArrayRef<uint64_t> dims,
                          uint32_t allowedAtoms, Filter concerns) {
  bool all = true;
  for (auto [list, word] : llvm::zip_equal(op.getDims(value), dims)) {
    AtomList atoms = AtomList::fromWord(word);
    // What is there already, which is the common case, needs no cutting.
    if (atoms.empty() || (list.size() == 1 && splits[list[0]] == atoms))
      continue;
    all &= cutDimension(
        mesh, atoms, list, op.factors, [&](uint8_t factor, AtomList part) {
          if (!part.empty() && concerns(op.factors[factor].kind))
            all &= extend(factor, part, allowedAtoms);
        });
  }
  return all;
}

} // namespace mlir::shardwise

#endif // SHARDWISE_LAYOUTS_FACTORSPLIT_H
