//===- Factors.h - Which dimensions of an operation move together -*- C++ -*-=//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What propagation, partitioning and verification need to know about an
// operation, as plain data. They know no operation by name.
//
// A *factor* is a loop of the operation's iteration space. Each dimension of an
// operand or result is a product of factors, from major to minor. Splitting a
// factor splits every dimension that it is part of, alike.
//
//   contraction  [m, k] x [k, n] -> [m, n]   m, n parallel; k reduced
//   pointwise    [i, j], [i, j] -> [i, j]    i, j parallel
//   reshape      [12] -> [4, 3]              i = 4, j = 3: [i j] -> [i, j]
//   slice        [8, 16] -> [8, 4]           i parallel; the sliced dimension
//                                            has factors that stay whole
//
// Source of the idea: einsum notation; Shardy's sharding rules use factors in
// the same sense.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LAYOUTS_FACTORS_H
#define SHARDWISE_LAYOUTS_FACTORS_H

#include "shardwise/Layouts/Names.h"
#include "shardwise/Sharding/Sharding.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"

namespace mlir::shardwise {

/// What splitting a factor does.
enum class FactorKind : uint8_t {
  /// Each part of the results depends on the same part of the operands.
  Parallel,
  /// No result has the factor; splitting it makes the results partial, with the
  /// factor's reduction.
  Reduced,
  /// The factor cannot be split.
  Whole,
};

struct Factor {
  int64_t size;
  FactorKind kind = FactorKind::Parallel;
  /// For `Reduced`.
  Reduction reduction = Reduction::Sum;
};

/// How the operation treats operands whose value is partial.
enum class Linearity : uint8_t {
  /// Operands must be reduced before.
  None,
  /// The results are linear in all operands that carry `true` in
  /// `OpFactors::linearOperands` together: all of them must be partial over the
  /// same atoms (or be known zeros). Only for sums.
  Additive,
  /// The results are linear in each of these operands alone: at most one of
  /// them may be partial. Only for sums.
  Multiplicative,
  /// The operation only moves values: any reduction passes, as for `Additive`.
  Movement,
};

/// The factors of one operation. Dimensions are listed for all operands in
/// order, then all results; `dimBegin[v]` is where value v's dimensions begin,
/// with one entry more at the end.
struct OpFactors {
  llvm::SmallVector<Factor, 8> factors;
  /// The factors of each dimension, major to minor. Empty for a dimension of
  /// size 1 that belongs to no factor.
  llvm::SmallVector<llvm::SmallVector<uint8_t, 1>, 12> dims;
  llvm::SmallVector<unsigned, 4> dimBegin;
  unsigned numOperands = 0;
  /// Whether some dimension is a product of several factors.
  bool hasProducts = false;

  Linearity linearity = Linearity::None;
  /// One bit an operand: those that `linearity` speaks of.
  uint64_t linearOperands = 0;
  /// One bit an operand: destinations that only give shape, and hold the
  /// neutral element of the reduction.
  uint64_t neutralOperands = 0;

  unsigned getNumValues() const { return dimBegin.size() - 1; }
  llvm::ArrayRef<llvm::SmallVector<uint8_t, 1>> getDims(unsigned value) const {
    return llvm::ArrayRef(dims).slice(dimBegin[value],
                                      dimBegin[value + 1] - dimBegin[value]);
  }

  /// Begins the next operand or result.
  void beginValue() { dimBegin.push_back(dims.size()); }
  /// Ends the list of values.
  void finish(unsigned operands) {
    dimBegin.push_back(dims.size());
    numOperands = operands;
  }
  unsigned addFactor(int64_t size, FactorKind kind = FactorKind::Parallel,
                     Reduction reduction = Reduction::Sum) {
    factors.push_back({size, kind, reduction});
    return factors.size() - 1;
  }
  void addDim(llvm::ArrayRef<uint8_t> dimFactors) {
    dims.emplace_back(dimFactors);
    hasProducts |= dimFactors.size() > 1;
  }
  void clear() { *this = OpFactors(); }
};

} // namespace mlir::shardwise

#endif // SHARDWISE_LAYOUTS_FACTORS_H
