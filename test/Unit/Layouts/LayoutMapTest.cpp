//===- LayoutMapTest.cpp - Layout files and their problems ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests that layout files are read as they are meant, that every problem is
// reported at its place, all at once, and that no text crashes the reader.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Layouts/LayoutMap.h"
#include "llvm/ADT/StringExtras.h"
#include "gtest/gtest.h"
#include <random>

using namespace mlir::shardwise;

namespace {
const char *const sample = R"({
  "mesh": {"axes": [["data", 2], ["model", 4]],
           "device_order": [0, 1, 2, 3, 7, 6, 5, 4]},
  "strategy": "model_parallel",
  "batch_axis": "model",
  "layout_map": [
    ["dense.*/kernel", [null, "model"]],
    ["embed\/t\u00e4ble", [["data", "model"], null]]
  ],
  "expect": "ok", "reason": {"any": [1.5, true]}, "note": null
})";

std::optional<LayoutMap> read(llvm::StringRef text) {
  llvm::SmallVector<LayoutProblem> problems;
  auto map = parseLayoutMap(text, problems);
  EXPECT_EQ(map.has_value(), problems.empty());
  return map;
}

/// The problems of a text, one "line:column: message" a line.
std::string getProblems(llvm::StringRef text) {
  llvm::SmallVector<LayoutProblem> problems;
  EXPECT_FALSE(parseLayoutMap(text, problems)) << text.str();
  std::vector<std::string> lines;
  for (const LayoutProblem &problem : problems)
    lines.push_back(std::to_string(problem.position.line) + ":" +
                    std::to_string(problem.position.column) + ": " +
                    problem.message);
  return llvm::join(lines, "\n");
}

/// The problems of a file with this mesh and, behind it, these members.
std::string getProblemsWith(llvm::StringRef mesh, llvm::StringRef rest = "") {
  return getProblems(
      ("{\"mesh\":" + mesh + (rest.empty() ? "" : ",\n") + rest + "}").str());
}

const char *const goodMesh = R"({"axes": [["data", 2], ["model", 4]]})";
} // namespace

TEST(LayoutMap, ReadsAFile) {
  auto map = read(sample);
  ASSERT_TRUE(map);
  ASSERT_EQ(map->axes.size(), 2u);
  EXPECT_EQ(map->axes[1].name, "model");
  EXPECT_EQ(map->axes[1].size, 4);
  EXPECT_EQ(map->deviceOrder,
            (llvm::SmallVector<int64_t>{0, 1, 2, 3, 7, 6, 5, 4}));
  EXPECT_EQ(map->strategy, Strategy::ModelParallel);
  EXPECT_EQ(map->batchAxis, "model");
  ASSERT_EQ(map->rules.size(), 2u);
  EXPECT_EQ(map->rules[0].key, "dense.*/kernel");
  EXPECT_EQ(map->rules[0].position.line, 7u);
  EXPECT_EQ(map->rules[0].position.column, 6u);
  ASSERT_EQ(map->rules[0].dims.size(), 2u);
  EXPECT_TRUE(map->rules[0].dims[0].empty());
  EXPECT_EQ(map->rules[0].dims[1].front(), "model");
  EXPECT_EQ(map->rules[1].key, "embed/täble");
  EXPECT_EQ(map->rules[1].dims[0].size(), 2u);
}

TEST(LayoutMap, TakesAnyWhiteSpace) {
  auto map = read("\t{\r\n\"mesh\"\t:\n{\"axes\":[\n[\n\"x\"\n,\n2\n]\n]}\n,"
                  "\"layout_map\":[[\"a\",[\nnull\n,\n\"x\"\n]\n]]\n}\n\n");
  ASSERT_TRUE(map);
  EXPECT_EQ(map->axes[0].size, 2);
  EXPECT_EQ(map->rules[0].dims.size(), 2u);
  EXPECT_TRUE(read("{\"mesh\":{\"axes\":[[\"x\",2]]},\"layout_map\":[]}"));
}

TEST(LayoutMap, FillsInWhatIsLeftOut) {
  auto map = read(R"({"mesh": {"axes": [["x", 1]], "devices": [0]}})");
  ASSERT_TRUE(map);
  EXPECT_EQ(map->batchAxis, "x");
  EXPECT_EQ(map->strategy, Strategy::ModelParallel);
  EXPECT_TRUE(map->rules.empty());
  EXPECT_EQ(map->deviceOrder.size(), 1u);
}

TEST(LayoutMap, TakesAnObjectOfRules) {
  auto map = read(R"({"mesh": {"axes": [["x", 2]]},
    "strategy": "data_parallel",
    "layout_map": {"a": ["x"], "b": [], "c": [[]]}})");
  ASSERT_TRUE(map);
  EXPECT_EQ(map->strategy, Strategy::DataParallel);
  ASSERT_EQ(map->rules.size(), 3u);
  EXPECT_EQ(map->rules[0].dims.size(), 1u);
  EXPECT_EQ(map->rules[1].dims.size(), 0u);
  EXPECT_TRUE(map->rules[2].dims[0].empty());
}

TEST(LayoutMap, SaysWhereTextIsNoJson) {
  EXPECT_EQ(getProblems(""), "1:1: invalid JSON: unexpected EOF");
  EXPECT_EQ(getProblems("{\n  \"mesh\": ,\n}"),
            "2:12: invalid JSON: invalid JSON value");
  EXPECT_EQ(getProblems(std::string(100000, '[')),
            "1:33: values are nested deeper than 32");
  EXPECT_EQ(getProblems("[]"),
            "1:1: the layout file is an array, expected an object");
}

TEST(LayoutMap, ChecksTheMesh) {
  std::pair<const char *, const char *> cases[] = {
      {"[]", R"(1:9: "mesh" is an array, expected an object)"},
      {"{}", R"(1:9: the mesh has no "axes")"},
      {R"({"axes": {}})", R"(1:18: "axes" is an object, expected an array)"},
      {R"({"axes": []})", "1:18: the mesh has no axes"},
      {R"({"axes": [1]})", "1:19: a mesh axis is a number, expected an array"},
      {R"({"axes": [["x"]]})",
       "1:19: a mesh axis has 1 entries, expected a name and a size"},
      {R"({"axes": [[2, "x"]]})",
       "1:20: the name of a mesh axis is a number, expected a string\n"
       "1:23: the size of a mesh axis is x, expected an integer of at least 1"},
      {R"({"axes": [["x", 0], ["", 2.5], ["z", []]]})",
       "1:25: the size of a mesh axis is 0, expected an integer of at least 1\n"
       "1:30: a mesh axis has an empty name\n"
       "1:34: the size of a mesh axis is 2.5, expected an integer of at least "
       "1\n"
       "1:46: the size of a mesh axis is an array, expected an integer of at "
       "least 1"},
      {R"({"axes": [["x", 2], ["x", 4]]})",
       R"(1:30: mesh axis "x" is named twice, first on line 1)"},
      {R"({"axes": [["x", 65536]]})",
       "1:18: the sizes of the mesh axes have 16 prime factors, at most 15 are "
       "supported"},
      {R"({"axes": [["x", 9223372036854775807], ["y", 3]]})",
       "1:18: a mesh has more than 2^31 devices"},
      {R"({"axes": [["x", 2]], "device_order": [1]})",
       "1:46: the device order has 1 entries, the mesh has 2 devices"},
      {R"({"axes": [["x", 2]], "device_order": [1, 1]})",
       "1:46: the device order names rank 1 twice"},
      {R"({"axes": [["x", 2]], "devices": [1, "0", -1]})",
       "1:45: an entry of the device order is a string, expected an integer"},
      {R"({"axes": [["x", 2]], "devices": [0, 2]})",
       "1:41: the device order names rank 2, expected 0 to 1"},
      {R"({"axes": [["x", 2]], "devices": []})",
       "1:41: the device order is empty"},
      {R"({"axes": [["x", 2]], "device_order": [0, 1], "devices": [0, 1]})",
       "1:65: the device order is given twice, first on line 1"},
      {R"({"axes": [["x", 2]], "order": [0, 1]})",
       "1:30: unknown key \"order\", expected one of axes, device_order, "
       "devices"},
  };
  for (auto [mesh, problems] : cases)
    EXPECT_EQ(getProblemsWith(mesh), problems) << mesh;
}

TEST(LayoutMap, ChecksTheRest) {
  std::pair<const char *, const char *> cases[] = {
      {R"("strategy": "pipeline")",
       "2:13: unknown strategy \"pipeline\", expected \"data_parallel\" or "
       "\"model_parallel\""},
      {R"("strategy": 1)",
       R"(2:13: "strategy" is a number, expected a string)"},
      {R"("batch_axis": "batch")",
       R"(2:15: batch axis "batch" is no axis of the mesh, which has "data", )"
       R"("model")"},
      {R"("batch_axis": null)",
       R"(2:15: "batch_axis" is null, expected a string)"},
      {R"("layout_map": "a")",
       R"(2:15: "layout_map" is a string, expected an array or an object)"},
      {R"("layout_map": ["a", ["a"], [1, []], ["b", 2]])",
       "2:16: a rule is a string, expected an array\n"
       "2:21: a rule has 1 entries, expected a key and a layout\n"
       "2:29: the key of a rule is a number, expected a string\n"
       "2:43: the layout of rule \"b\" is a number, expected an array"},
      {R"("layout_map": [["a", [3, ["data", null], "modle"]]])",
       "2:23: dimension 0 of rule \"a\" is a number, expected null, an axis or "
       "an array of axes\n"
       "2:35: an axis of dimension 1 of rule \"a\" is null, expected a string\n"
       "2:42: rule \"a\" names axis \"modle\", the mesh has \"data\", "
       "\"model\""},
      {R"("layout_map": [["a", ["data", "data"]]])",
       R"(2:31: rule "a" uses axis "data" twice)"},
      {"\"layout_map\": [[\"a\", []],\n [\"a\", []]]",
       R"(3:3: rule "a" is given twice, first on line 2)"},
      {R"("layout_map": {"a": [], "a": []})",
       R"(2:25: rule "a" is given twice, first on line 2)"},
      {R"("layout_map": [["a(", []]])",
       "2:17: rule \"a(\" is no regular expression: missing closing "
       "parenthesis at position 2"},
      {R"("mesh": {}, "meshes": 1)",
       "2:1: \"mesh\" is given twice, first on line 1\n"
       "2:13: unknown key \"meshes\", expected one of mesh, strategy, "
       "batch_axis, layout_map, expect, reason, note"},
  };
  for (auto [rest, problems] : cases)
    EXPECT_EQ(getProblemsWith(goodMesh, rest), problems) << rest;
}

TEST(LayoutMap, ReportsAllProblemsInOrder) {
  EXPECT_EQ(getProblems(R"({
  "layout_map": [["a", ["y"]], ["a", 1]],
  "batch_axis": "z",
  "strategy": "none",
  "mesh": {"axes": [["x", 2], ["x", 0]]},
  "more": 0
})"),
            R"(2:25: rule "a" names axis "y", the mesh has "x"
2:33: rule "a" is given twice, first on line 2
2:38: the layout of rule "a" is a number, expected an array
3:17: batch axis "z" is no axis of the mesh, which has "x"
4:15: unknown strategy "none", expected "data_parallel" or "model_parallel"
5:32: mesh axis "x" is named twice, first on line 5
5:37: the size of a mesh axis is 0, expected an integer of at least 1
6:3: unknown key "more", expected one of mesh, strategy, batch_axis, layout_map, expect, reason, note)");
  EXPECT_EQ(getProblems(R"({"strategy": []})"),
            "1:1: the layout file has no \"mesh\"\n"
            "1:14: \"strategy\" is an array, expected a string");
}

TEST(LayoutMap, SurvivesTruncation) {
  llvm::StringRef text = sample;
  for (size_t length = 0; length < text.size(); ++length)
    EXPECT_NE(getProblems(text.take_front(length)), "");
}

TEST(LayoutMap, SurvivesDamage) {
  std::mt19937 random(7);
  llvm::StringRef alphabet = "{}[]\",:\\x019 \n-null\xc3\xff";
  llvm::StringRef source = sample;
  for (unsigned round = 0; round < 5000; ++round) {
    std::string text = source.str();
    for (unsigned change = 0; change <= round % 4; ++change) {
      size_t at = random() % text.size();
      text.replace(at, random() % 5, random() % 3,
                   alphabet[random() % alphabet.size()]);
    }
    read(text);
  }
  for (unsigned round = 0; round < 5000; ++round) {
    std::string text;
    for (unsigned i = 0, e = random() % 60; i < e; ++i)
      text += alphabet[random() % alphabet.size()];
    read(text);
  }
}
