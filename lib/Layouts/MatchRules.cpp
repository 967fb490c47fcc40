//===- MatchRules.cpp - Which rule lays out which variable ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "shardwise/Layouts/MatchRules.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir::shardwise;

//===----------------------------------------------------------------------===//
// Matching
//===----------------------------------------------------------------------===//

namespace {
/// The state of matching one map.
class Matcher {
public:
  Matcher(llvm::ArrayRef<llvm::StringRef> keys, llvm::ArrayRef<RulePath> paths)
      : keys(keys), paths(paths), patterns(keys.size()), used(keys.size()),
        faulty(keys.size()), variableMatches(keys.size()) {}

  RuleMatches run();

private:
  void indexKeys();
  void compilePatterns();
  void matchPath(unsigned path);
  /// Whether the expression of a rule speaks of the path.
  bool appliesTo(unsigned rule, unsigned path);
  bool matches(unsigned rule, unsigned path);
  bool matchesVariable(unsigned rule);
  void reportAmbiguous(unsigned first, unsigned second, unsigned path);

  RuleProblem &report(RuleProblem::Kind kind, unsigned rule,
                      unsigned other = 0) {
    faulty[rule] = true;
    return result.problems.emplace_back(
        RuleProblem{kind, rule, other, {}, std::string()});
  }

  llvm::ArrayRef<llvm::StringRef> keys;
  llvm::ArrayRef<RulePath> paths;
  llvm::StringMap<unsigned> ruleOfKey;
  /// For the keys that are expressions.
  llvm::SmallVector<std::optional<LayoutPattern>> patterns;
  /// The numbers of those, ascending.
  llvm::SmallVector<unsigned> expressions;
  llvm::SmallVector<bool> used, faulty;
  /// For each rule whether it matches a variable, once somebody asked.
  llvm::SmallVector<std::optional<bool>> variableMatches;
  llvm::DenseMap<std::pair<unsigned, unsigned>, unsigned> ambiguities;
  RuleMatches result;
};
} // namespace

void Matcher::indexKeys() {
  for (auto [rule, key] : llvm::enumerate(keys)) {
    auto [it, inserted] = ruleOfKey.try_emplace(key, rule);
    if (!inserted)
      report(RuleProblem::Kind::DuplicateKey, rule, it->second);
  }
}

void Matcher::compilePatterns() {
  llvm::StringSet<> names;
  for (const RulePath &path : paths)
    names.insert(path.name);
  for (auto [rule, key] : llvm::enumerate(keys)) {
    bool isLiteral = key.find_first_of(".^$*+?{}[]\\|()") == key.npos;
    if (faulty[rule] || (isLiteral && !key.empty()))
      continue;
    std::string error;
    patterns[rule] = LayoutPattern::compile(key, error);
    if (patterns[rule])
      expressions.push_back(rule);
    else if (!names.contains(key)) // A path need not be an expression.
      report(RuleProblem::Kind::InvalidPattern, rule).detail = error;
  }
}

bool Matcher::matches(unsigned rule, unsigned path) {
  if (!patterns[rule])
    return false;
  PatternMatch match = patterns[rule]->fullMatch(paths[path].name);
  if (match != PatternMatch::LimitExceeded)
    return match == PatternMatch::Match;
  // It would do so for many paths; once is enough to say.
  patterns[rule].reset();
  report(RuleProblem::Kind::LimitExceeded, rule).paths.push_back(path);
  return false;
}

bool Matcher::matchesVariable(unsigned rule) {
  std::optional<bool> &answer = variableMatches[rule];
  for (unsigned path = 0, e = paths.size(); !answer && path < e; ++path)
    if (paths[path].kind == RulePath::Kind::Variable && matches(rule, path))
      answer = true;
  return *(answer = answer.value_or(false));
}

bool Matcher::appliesTo(unsigned rule, unsigned path) {
  const RulePath &subject = paths[path];
  bool isVariable = subject.kind == RulePath::Kind::Variable;
  if ((!isVariable && subject.isScalar) || !matches(rule, path))
    return false;
  if (subject.kind == RulePath::Kind::Slot)
    return !matches(rule, subject.owner);
  return isVariable || !matchesVariable(rule);
}

void Matcher::reportAmbiguous(unsigned first, unsigned second, unsigned path) {
  auto [it, inserted] = ambiguities.try_emplace({first, second}, 0);
  if (inserted) {
    it->second = result.problems.size();
    report(RuleProblem::Kind::Ambiguous, second, first);
  }
  result.problems[it->second].paths.push_back(path);
}

void Matcher::matchPath(unsigned path) {
  const RulePath &subject = paths[path];
  std::optional<unsigned> found;
  auto exact = ruleOfKey.find(subject.name);
  if (exact != ruleOfKey.end()) {
    found = exact->second;
    used[*found] = true;
  } else {
    for (unsigned rule : expressions) {
      if (!appliesTo(rule, path))
        continue;
      used[rule] = true;
      if (!found)
        found = rule;
      else if (!subject.hasLayout)
        reportAmbiguous(*found, rule, path);
    }
  }
  if (!subject.hasLayout)
    result.ruleOf[path] = found;
}

RuleMatches Matcher::run() {
  result.ruleOf.resize(paths.size());
  indexKeys();
  compilePatterns();
  for (unsigned path = 0, e = paths.size(); path < e; ++path)
    matchPath(path);
  for (unsigned rule = 0, e = keys.size(); rule < e; ++rule)
    if (!used[rule] && !faulty[rule])
      report(RuleProblem::Kind::Unused, rule);
  llvm::sort(result.problems, [](const RuleProblem &a, const RuleProblem &b) {
    return std::tie(a.rule, a.kind, a.other) <
           std::tie(b.rule, b.kind, b.other);
  });
  return std::move(result);
}

RuleMatches mlir::shardwise::matchRules(llvm::ArrayRef<llvm::StringRef> keys,
                                        llvm::ArrayRef<RulePath> paths) {
  return Matcher(keys, paths).run();
}

//===----------------------------------------------------------------------===//
// Layouts
//===----------------------------------------------------------------------===//

/// "data" = 2, "model" = 4
static std::string listAxes(const Mesh &mesh) {
  std::string text;
  llvm::raw_string_ostream os(text);
  llvm::interleaveComma(mesh.getAxes(), os, [&](const MeshAxis &axis) {
    os << '"' << axis.name << "\" = " << axis.size;
  });
  return text;
}

std::optional<Sharding>
mlir::shardwise::resolveLayout(const Mesh &mesh, LayoutDims dims,
                               llvm::SmallVectorImpl<std::string> &problems) {
  size_t before = problems.size();
  Sharding sharding = Sharding::replicated(dims.size());
  llvm::SmallVector<std::optional<unsigned>> dimOfAxis(mesh.getAxes().size());
  for (auto [dim, names] : llvm::enumerate(dims)) {
    for (const std::string &name : names) {
      std::optional<unsigned> axis = mesh.findAxis(name);
      if (!axis) {
        problems.push_back("splits dimension " + std::to_string(dim) +
                           " over the unknown axis \"" + name +
                           "\", the mesh has " + listAxes(mesh));
      } else if (std::optional<unsigned> &first = dimOfAxis[*axis]) {
        problems.push_back("uses the axis \"" + name + "\" twice, in " +
                           (*first == dim
                                ? "dimension " + std::to_string(dim)
                                : "dimensions " + std::to_string(*first) +
                                      " and " + std::to_string(dim)));
      } else {
        first = dim;
        sharding.dims[dim].append(mesh.getAxisAtoms(*axis));
      }
    }
  }
  if (problems.size() != before)
    return std::nullopt;
  return sharding;
}

llvm::SmallVector<LayoutFault, 1>
mlir::shardwise::checkLayout(const Mesh &mesh, const Sharding &sharding,
                             llvm::StringRef name,
                             llvm::ArrayRef<int64_t> shape) {
  std::string quoted = (llvm::Twine("\"") + name + "\"").str();
  std::string rank = std::to_string(shape.size());
  size_t count = sharding.dims.size();
  if (count != shape.size())
    return {{"has " + std::to_string(count) +
                 (count == 1 ? " dimension, but " : " dimensions, but ") +
                 quoted + " has rank " + rank,
             "give it " + rank + (shape.size() == 1 ? " entry" : " entries") +
                 ", an empty one for each dimension that is not split"}};
  llvm::SmallVector<LayoutFault, 1> faults;
  for (auto [dim, size] : llvm::enumerate(shape)) {
    int64_t parts = mesh.getSize(sharding.dims[dim]);
    if (size % parts == 0)
      continue;
    std::string axes = mesh.toString(sharding.dims[dim]);
    faults.push_back({"splits dimension " + std::to_string(dim) + " of " +
                          quoted + ", of size " + std::to_string(size) +
                          ", into " + std::to_string(parts) + " parts over " +
                          axes + ", which does not divide",
                      "leave the dimension whole, or take a mesh on which " +
                          axes + " has a size that divides " +
                          std::to_string(size)});
  }
  return faults;
}

//===----------------------------------------------------------------------===//
// Slots
//===----------------------------------------------------------------------===//

/// Finds the entries of `slot` that are not 1 in `variable`, in order, each at
/// the first place that fits. Fails if there is none.
static std::optional<llvm::SmallVector<std::optional<unsigned>, 4>>
embed(llvm::ArrayRef<int64_t> variable, llvm::ArrayRef<int64_t> slot) {
  llvm::SmallVector<std::optional<unsigned>, 4> dims(slot.size());
  unsigned next = 0;
  for (auto [dim, size] : llvm::enumerate(slot)) {
    if (size == 1)
      continue;
    while (next < variable.size() && variable[next] != size)
      ++next;
    if (next == variable.size())
      return std::nullopt;
    dims[dim] = next++;
  }
  return dims;
}

SlotDims mlir::shardwise::matchSlotDims(llvm::ArrayRef<int64_t> variable,
                                        llvm::ArrayRef<int64_t> slot) {
  SlotDims result{SlotDims::Kind::Matched, {}};
  bool sameRank = variable.size() == slot.size();
  auto fits = [](auto sizes) {
    auto [whole, part] = sizes;
    return part == whole || part == 1;
  };
  if (sameRank && llvm::all_of(llvm::zip_equal(variable, slot), fits)) {
    for (auto [dim, size] : llvm::enumerate(slot))
      result.dims.push_back(size == variable[dim] ? std::optional<unsigned>(dim)
                                                  : std::nullopt);
    return result;
  }
  auto first = embed(variable, slot);
  if (!first) {
    result.kind = SlotDims::Kind::Unrelated;
    return result;
  }
  // The last embedding is the first of the reversed shapes; if the two agree
  // there is no other.
  auto last = embed(llvm::to_vector(llvm::reverse(variable)),
                    llvm::to_vector(llvm::reverse(slot)));
  for (auto [dim, from] : llvm::enumerate(*first))
    if (from && *from + *(*last)[slot.size() - 1 - dim] + 1 != variable.size())
      result.kind = SlotDims::Kind::Ambiguous;
  if (result.kind == SlotDims::Kind::Matched)
    result.dims = std::move(*first);
  return result;
}

Sharding mlir::shardwise::takeSlotDims(const Sharding &variable,
                                       const SlotDims &dims) {
  Sharding sharding = Sharding::replicated(dims.dims.size());
  for (auto [dim, from] : llvm::enumerate(dims.dims))
    if (from)
      sharding.dims[dim] = variable.dims[*from];
  return sharding;
}
