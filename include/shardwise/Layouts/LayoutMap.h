//===- LayoutMap.h - A user's rules, by variable path -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A layout map as plain data, how it is read from JSON, and how its keys match
// a variable's path. What a match means for a variable is the business of the
// pass that attaches layouts.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LAYOUTS_LAYOUTMAP_H
#define SHARDWISE_LAYOUTS_LAYOUTMAP_H

#include "shardwise/Layouts/Names.h"
#include "shardwise/Sharding/Mesh.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include <memory>

namespace mlir::shardwise {

enum class Strategy : uint8_t { DataParallel, ModelParallel };

/// A place in the file that a map was read from, both counted from 1; 0 if
/// there is none.
struct SourcePosition {
  unsigned line = 0;
  unsigned column = 0;
};

/// One rule: a key and, for each dimension, the axes that split it from major
/// to minor (none: the dimension is not split).
struct LayoutRule {
  std::string key;
  llvm::SmallVector<llvm::SmallVector<std::string, 1>> dims;
  SourcePosition position;
};

struct LayoutMap {
  llvm::SmallVector<MeshAxis, 2> axes;
  llvm::SmallVector<int64_t> deviceOrder;
  Strategy strategy = Strategy::ModelParallel;
  /// The axis that splits dimension 0 of inputs; the first mesh axis if the
  /// file names none.
  std::string batchAxis;
  llvm::SmallVector<LayoutRule> rules;
  SourcePosition position;
};

/// A problem of a layout file, at a place in it.
struct LayoutProblem {
  SourcePosition position;
  std::string message;
};

/// Reads a layout map from JSON text:
///
///     {
///       "mesh": {"axes": [["data", 2], ["model", 4]],
///                "device_order": [0, 1, 2, 3, 4, 5, 6, 7]},
///       "strategy": "model_parallel",
///       "batch_axis": "data",
///       "layout_map": [["dense.*/kernel", [null, "model"]],
///                      ["embed/table", [["data", "model"], null]]]
///     }
///
///     key            if it is left out         holds
///     mesh           a problem                 axes; device_order (or devices)
///     strategy       model_parallel            data_parallel, model_parallel
///     batch_axis     the first axis            the name of an axis
///     layout_map     no rules                  [[key, dims]...] or {key: dims}
///     expect, reason, note                     anything; for people and tests
///
/// A dimension is null, an axis, or a list of axes from major to minor. All
/// problems of the text go to `problems`, in the order of the text (a text that
/// is no JSON has one); the map is returned only if there are none.
std::optional<LayoutMap>
parseLayoutMap(llvm::StringRef text,
               llvm::SmallVectorImpl<LayoutProblem> &problems);

/// What became of matching a path.
enum class PatternMatch : uint8_t {
  NoMatch,
  Match,
  /// Whether the path matches is unknown: the key backtracks without end.
  LimitExceeded,
};

/// A compiled key. The syntax and the meaning are those of Python's
/// `re.fullmatch`:
///
///     key                    path                    fullMatch
///     dense.*/kernel         dense_1/kernel          Match
///     dense                  dense_1/kernel          NoMatch
///     (up|down)/bias         down/bias               Match
///     block_(?!0).*          block_0/query           NoMatch
///     (a+)+b                 aaaaa... (many)         LimitExceeded
class LayoutPattern {
public:
  LayoutPattern();
  LayoutPattern(LayoutPattern &&);
  LayoutPattern &operator=(LayoutPattern &&);
  ~LayoutPattern();

  /// Compiles a key. On failure returns nothing, and `error` says why and where
  /// in the key, counting characters from 0.
  static std::optional<LayoutPattern> compile(llvm::StringRef key,
                                              std::string &error);
  /// Whether the whole path matches. A path that is not UTF-8 matches nothing.
  PatternMatch fullMatch(llvm::StringRef path) const;

private:
  struct Impl;
  std::unique_ptr<Impl> impl;
};

} // namespace mlir::shardwise

#endif // SHARDWISE_LAYOUTS_LAYOUTMAP_H
