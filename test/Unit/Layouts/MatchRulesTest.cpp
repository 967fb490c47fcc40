//===- MatchRulesTest.cpp - Which rule lays out which variable ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests that paths take the rules that they should, that every problem is
// found, and that slots find the dimensions of their variable.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Layouts/MatchRules.h"
#include "gtest/gtest.h"

using namespace mlir::shardwise;
using Kind = RuleProblem::Kind;

namespace {

/// The rule of each path, -1 for none.
std::vector<int> rulesOf(const RuleMatches &matches) {
  std::vector<int> rules;
  for (std::optional<unsigned> rule : matches.ruleOf)
    rules.push_back(rule ? static_cast<int>(*rule) : -1);
  return rules;
}

RulePath variable(llvm::StringRef name) { return {name}; }
RulePath slot(llvm::StringRef name, unsigned owner) {
  return {name, RulePath::Kind::Slot, owner};
}
RulePath state(llvm::StringRef name, bool isScalar = false) {
  return {name, RulePath::Kind::State, 0, isScalar};
}

TEST(MatchRules, ExactKeyWinsOverExpressions) {
  RuleMatches matches = matchRules(
      {"dense.*/kernel", "dense_1/kernel"},
      {variable("dense/kernel"), variable("dense_1/kernel"), variable("b")});
  EXPECT_EQ(rulesOf(matches), (std::vector<int>{0, 1, -1}));
  EXPECT_TRUE(matches.problems.empty());
}

TEST(MatchRules, ExpressionsMatchTheWholePath) {
  RuleMatches matches = matchRules({"dense.", "x(/kernel)?"},
                                   {variable("dense/kernel"), variable("x")});
  EXPECT_EQ(rulesOf(matches), (std::vector<int>{-1, 1}));
  ASSERT_EQ(matches.problems.size(), 1u);
  EXPECT_EQ(matches.problems[0].kind, Kind::Unused);
  EXPECT_EQ(matches.problems[0].rule, 0u);
}

TEST(MatchRules, AmbiguousRulesAreReportedOnceAPair) {
  RuleMatches matches =
      matchRules({"d.*", ".*/kernel", "d.*l"},
                 {variable("d/kernel"), variable("d1/kernel")});
  ASSERT_EQ(matches.problems.size(), 2u);
  EXPECT_EQ(matches.problems[0].kind, Kind::Ambiguous);
  EXPECT_EQ(matches.problems[0].rule, 1u);
  EXPECT_EQ(matches.problems[0].other, 0u);
  EXPECT_EQ(matches.problems[0].paths.size(), 2u);
  EXPECT_EQ(matches.problems[1].rule, 2u);
}

TEST(MatchRules, AllProblemsOfAMapAreFound) {
  std::string a(40, 'a');
  RuleMatches matches = matchRules({"x", "(", "x", "(a|aa)+c?b?[xyz]", "never"},
                                   {variable("x"), variable(a)});
  std::vector<Kind> kinds;
  for (const RuleProblem &problem : matches.problems)
    kinds.push_back(problem.kind);
  EXPECT_EQ(kinds, (std::vector<Kind>{Kind::InvalidPattern, Kind::DuplicateKey,
                                      Kind::LimitExceeded, Kind::Unused}));
  EXPECT_EQ(matches.problems[1].other, 0u);
  EXPECT_FALSE(matches.problems[0].detail.empty());
  EXPECT_EQ(rulesOf(matches), (std::vector<int>{0, -1}));
}

TEST(MatchRules, APathNeedNotBeAnExpression) {
  RuleMatches matches =
      matchRules({"layers(0/kernel"}, {variable("layers(0/kernel")});
  EXPECT_EQ(rulesOf(matches), (std::vector<int>{0}));
  EXPECT_TRUE(matches.problems.empty());
}

TEST(MatchRules, SlotsTakeRulesThatAreMeantForThem) {
  RulePath paths[] = {variable("a/kernel"), slot("adam/a/kernel_m", 0)};
  EXPECT_EQ(rulesOf(matchRules({"a/kernel"}, paths)),
            (std::vector<int>{0, -1}));
  EXPECT_EQ(rulesOf(matchRules({".*kernel.*"}, paths)),
            (std::vector<int>{0, -1}));
  EXPECT_EQ(rulesOf(matchRules({"a/kernel", "adam/.*_m"}, paths)),
            (std::vector<int>{0, 1}));
  EXPECT_EQ(
      rulesOf(matchRules({"a/.*", "adam/.*_m", "adam/a/kernel_m"}, paths)),
      (std::vector<int>{0, 2}));
}

TEST(MatchRules, StateWithoutAVariable) {
  RulePath paths[] = {variable("a/kernel"), state("opt/buffer"),
                      state("opt/step", /*isScalar=*/true)};
  EXPECT_EQ(rulesOf(matchRules({"opt/.*"}, paths)),
            (std::vector<int>{-1, 0, -1}));
  EXPECT_EQ(rulesOf(matchRules({".*"}, paths)), (std::vector<int>{0, -1, -1}));
  EXPECT_EQ(rulesOf(matchRules({"opt/step"}, paths)),
            (std::vector<int>{-1, -1, 0}));
}

TEST(MatchRules, ALayoutOfItsOwnUsesRulesWithoutTakingThem) {
  RulePath fixed{"a"};
  fixed.hasLayout = true;
  RuleMatches matches = matchRules({"a.*", ".*"}, {fixed});
  EXPECT_EQ(rulesOf(matches), (std::vector<int>{-1}));
  EXPECT_TRUE(matches.problems.empty());
}

TEST(ResolveLayout, NamesBecomeAtoms) {
  Mesh mesh({{"data", 2}, {"model", 4}, {"one", 1}});
  llvm::SmallVector<std::string> problems;
  auto sharding =
      resolveLayout(mesh, {{"model", "data"}, {}, {"one"}}, problems);
  ASSERT_TRUE(sharding.has_value());
  EXPECT_EQ(toString(mesh, *sharding), "[[\"model\", \"data\"], [], []]");
}

TEST(ResolveLayout, AllProblemsAreNamed) {
  Mesh mesh({{"data", 2}, {"one", 1}});
  llvm::SmallVector<std::string> problems;
  EXPECT_FALSE(resolveLayout(
      mesh, {{"modle"}, {"one"}, {"one"}, {"data", "data"}}, problems));
  ASSERT_EQ(problems.size(), 3u);
  EXPECT_EQ(problems[0], "splits dimension 0 over the unknown axis \"modle\", "
                         "the mesh has \"data\" = 2, \"one\" = 1");
  EXPECT_EQ(problems[1], "uses the axis \"one\" twice, in dimensions 1 and 2");
  EXPECT_EQ(problems[2], "uses the axis \"data\" twice, in dimension 3");
}

TEST(CheckLayout, RankAndDivisibility) {
  Mesh mesh({{"data", 2}, {"model", 4}});
  Sharding sharding = Sharding::replicated(2);
  sharding.dims[1] = mesh.getAxisAtoms(1);
  EXPECT_TRUE(checkLayout(mesh, sharding, "k", {3, 8}).empty());
  auto faults = checkLayout(mesh, sharding, "k", {3, 10});
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_EQ(faults[0].message,
            "splits dimension 1 of \"k\", of size 10, into 4 parts over "
            "[\"model\"], which does not divide");
  faults = checkLayout(mesh, sharding, "k", {8});
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_EQ(faults[0].message, "has 2 dimensions, but \"k\" has rank 1");
}

/// The dimensions of a slot, "-" for none.
std::string match(llvm::ArrayRef<int64_t> variable,
                  llvm::ArrayRef<int64_t> slot) {
  SlotDims dims = matchSlotDims(variable, slot);
  if (dims.kind == SlotDims::Kind::Ambiguous)
    return "ambiguous";
  if (dims.kind == SlotDims::Kind::Unrelated)
    return "unrelated";
  std::string text;
  for (std::optional<unsigned> dim : dims.dims)
    text += dim ? std::to_string(*dim) : "-";
  return text;
}

TEST(MatchSlotDims, Table) {
  EXPECT_EQ(match({32, 8}, {32, 8}), "01");
  EXPECT_EQ(match({32, 8}, {32}), "0");
  EXPECT_EQ(match({32, 8}, {8}), "1");
  EXPECT_EQ(match({32, 8}, {1, 8}), "-1");
  EXPECT_EQ(match({32, 8, 4}, {32, 4}), "02");
  EXPECT_EQ(match({32, 8}, {1}), "-");
  EXPECT_EQ(match({32, 8}, {}), "");
  EXPECT_EQ(match({64, 64}, {64}), "ambiguous");
  EXPECT_EQ(match({64, 64}, {64, 1}), "0-");
  EXPECT_EQ(match({32, 8}, {8, 32}), "unrelated");
  EXPECT_EQ(match({32, 8}, {16}), "unrelated");
  EXPECT_EQ(match({4, 8, 4, 8}, {4, 8, 8}), "013");
  EXPECT_EQ(match({4, 8, 4, 8}, {4, 8}), "ambiguous");
}

TEST(MatchSlotDims, PartsOfALayout) {
  Mesh mesh({{"data", 2}, {"model", 4}});
  Sharding sharding = Sharding::replicated(2);
  sharding.dims = {mesh.getAxisAtoms(0), mesh.getAxisAtoms(1)};
  Sharding row = takeSlotDims(sharding, matchSlotDims({32, 8}, {1, 8}));
  EXPECT_EQ(toString(mesh, row), "[[], [\"model\"]]");
}

TEST(ParseMeshAxes, Text) {
  std::string error;
  auto axes = parseMeshAxes("data=2, model=4", error);
  ASSERT_TRUE(axes.has_value());
  ASSERT_EQ(axes->size(), 2u);
  EXPECT_EQ((*axes)[1].name, "model");
  EXPECT_EQ((*axes)[1].size, 4);
  EXPECT_FALSE(parseMeshAxes("data", error));
  EXPECT_EQ(error, "mesh axis \"data\" is not of the form name=size, as in "
                   "data=2,model=4");
  EXPECT_FALSE(parseMeshAxes("", error));
  EXPECT_FALSE(parseMeshAxes("data=0", error));
  EXPECT_EQ(error, "mesh axis \"data\" has size 0, expected at least 1");
  EXPECT_FALSE(parseMeshAxes("data=2,data=2", error));
}

} // namespace
