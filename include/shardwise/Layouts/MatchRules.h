//===- MatchRules.h - Which rule lays out which variable --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The decisions of attaching a layout map, as plain data: which rule a path
// takes, what a rule's axes are on a mesh, whether a layout fits a shape, and
// which dimensions of its variable an optimizer slot has. All problems are
// collected; how they are reported is the business of the pass.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LAYOUTS_MATCHRULES_H
#define SHARDWISE_LAYOUTS_MATCHRULES_H

#include "shardwise/Layouts/LayoutMap.h"
#include "shardwise/Sharding/Sharding.h"

namespace mlir::shardwise {

/// A path that rules are looked up for.
struct RulePath {
  enum class Kind : uint8_t {
    /// A variable of the model.
    Variable,
    /// Optimizer state of the variable with number `owner`.
    Slot,
    /// Optimizer state that belongs to no single variable.
    State,
  };

  llvm::StringRef name;
  Kind kind = Kind::Variable;
  unsigned owner = 0;
  bool isScalar = false;
  /// It has a layout of its own: rules that match are used, but not taken.
  bool hasLayout = false;
};

/// Something wrong with a rule.
struct RuleProblem {
  enum class Kind : uint8_t {
    /// The key is that of the rule `other`.
    DuplicateKey,
    /// The key is no regular expression; `detail` says why.
    InvalidPattern,
    /// The key backtracks without end on the first of `paths`.
    LimitExceeded,
    /// All of `paths` match the rule `other` too.
    Ambiguous,
    /// No path takes the rule.
    Unused,
  };

  Kind kind;
  unsigned rule;
  unsigned other = 0;
  llvm::SmallVector<unsigned, 1> paths;
  std::string detail;
};

struct RuleMatches {
  /// For each path the number of the rule that it takes.
  llvm::SmallVector<std::optional<unsigned>> ruleOf;
  /// In the order of the rules.
  llvm::SmallVector<RuleProblem> problems;
};

/// Finds the rule of each path. A key that is the path wins; else the one key
/// that matches the path as a regular expression.
///
/// An expression that is meant for variables often matches the paths of their
/// optimizer state too. So it names a slot only if it does not match the slot's
/// own variable, and state without a variable only if it matches no variable at
/// all; scalar state takes exact keys only. With the slot "adam/a/kernel_m" of
/// "a/kernel":
///
///     keys                              a/kernel    adam/a/kernel_m
///     a/kernel                          a/kernel    (follows)
///     .*kernel.*                        .*kernel.*  (follows)
///     a/kernel, adam/.*_m               a/kernel    adam/.*_m
///     a/.*, adam/.*_m, adam/a/kernel_m  a/.*        adam/a/kernel_m
///     .*kernel, a/.*                    ambiguous   (follows)
///
/// Exact keys cost one look-up a path; only keys with special characters are
/// tried one by one.
RuleMatches matchRules(llvm::ArrayRef<llvm::StringRef> keys,
                       llvm::ArrayRef<RulePath> paths);

/// For each dimension the names of the axes that split it.
using LayoutDims = llvm::ArrayRef<llvm::SmallVector<std::string, 1>>;

/// The sharding that the axis names ask for. If they name unknown axes or one
/// axis twice, returns nothing and appends to `problems` predicates such as
/// `uses the axis "model" twice, in dimensions 0 and 1`.
std::optional<Sharding>
resolveLayout(const Mesh &mesh, LayoutDims dims,
              llvm::SmallVectorImpl<std::string> &problems);

/// Why a layout does not fit a shape, and what one can do about it.
struct LayoutFault {
  std::string message;
  std::string wayOut;
};

/// Checks rank and divisibility; `name` is what messages call the tensor.
llvm::SmallVector<LayoutFault, 1> checkLayout(const Mesh &mesh,
                                              const Sharding &sharding,
                                              llvm::StringRef name,
                                              llvm::ArrayRef<int64_t> shape);

/// Which dimensions of its variable a slot has.
struct SlotDims {
  enum class Kind : uint8_t { Matched, Ambiguous, Unrelated };
  Kind kind;
  /// If matched: for each dimension of the slot one of the variable, or nothing
  /// where the slot has size 1.
  llvm::SmallVector<std::optional<unsigned>, 4> dims;
};

/// Finds the dimensions of a variable in the shape of its slot:
///
///     variable   slot      matched
///     32x8       32x8      0, 1
///     32x8       32        0
///     32x8       8         1
///     32x8       1x8       -, 1
///     32x8x4     32x4      0, 2
///     32x8       1         -
///     64x64      64        ambiguous
///     64x64      64x1      0, -
///     32x8       8x32      unrelated
SlotDims matchSlotDims(llvm::ArrayRef<int64_t> variable,
                       llvm::ArrayRef<int64_t> slot);

/// The part of a variable's sharding that a slot with these dimensions has.
Sharding takeSlotDims(const Sharding &variable, const SlotDims &dims);

} // namespace mlir::shardwise

#endif // SHARDWISE_LAYOUTS_MATCHRULES_H
