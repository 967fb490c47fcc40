//===- ManifestTest.cpp - Tests of manifests ------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests that a manifest is read key by key, and that each thing that can be
// wrong with one is reported at its place.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Bundle/Manifest.h"
#include "TestUtils.h"
#include "shardwise/Support/Ranges.h"
#include <string_view>

using namespace shardwise;
using namespace shardwise::test;

static constexpr std::string_view kSample = R"({
 "name": "sample", "framework": "f", "description": "d", "entry": "step",
 "steps": 5,
 "args": [
  {"index": 0, "role": "variable", "name": "w", "kind": "trainable", "slot_of": null, "shape": [2, 3], "dtype": "float32", "alias_output": 0, "result": 1},
  {"index": 1, "role": "variable", "name": "adam/w", "kind": "optimizer", "slot_of": "w", "shape": [2, 3], "dtype": "float32", "result": 2},
  {"index": 2, "role": "input", "name": "x", "kind": "input", "shape": [4], "dtype": "int32"}
 ],
 "results": [
  {"index": 0, "role": "loss", "name": "loss", "shape": [], "dtype": "float32"},
  {"index": 1, "role": "variable", "name": "w", "shape": [2, 3], "dtype": "float32"},
  {"index": 2, "role": "variable", "name": "adam/w", "shape": [2, 3], "dtype": "float32"},
  {"index": 3, "role": "metric", "name": "accuracy", "shape": [], "dtype": "bfloat16"}
 ],
 "tolerances": {"loss_rtol": 0.5, "noisy_variables": [{"index": 1, "name": "adam/w", "seen_of_elementwise": 0.25, "seen_update_l2": 1.5}]},
 "something_else": {"a": [1]}
})";

/// The sample with one place changed, as an error text.
static std::string errorOf(std::string_view from, std::string_view to) {
  std::string text = std::string(kSample);
  size_t place = text.find(from);
  EXPECT_NE(place, std::string::npos) << from;
  text.replace(place, from.size(), to);
  return messageOf(Manifest::parse(text, "m.json"));
}

TEST(ManifestTest, ReadsEveryKey) {
  Expected<Manifest> m = Manifest::parse(kSample, "m.json");
  ASSERT_TRUE(bool(m)) << messageOf(m.takeError());
  EXPECT_EQ(m->name, "sample");
  EXPECT_EQ(m->entry, "step");
  EXPECT_EQ(m->steps, 5);
  ASSERT_EQ(m->args.size(), 3u);
  EXPECT_EQ(m->args[0].kind, ArgKind::Trainable);
  EXPECT_EQ(m->args[0].getTypeString(), "2x3xfloat32");
  EXPECT_EQ(m->args[0].result, 1u);
  EXPECT_EQ(m->args[0].slotOf, std::nullopt);
  EXPECT_EQ(m->args[1].slotOf, 0u);
  EXPECT_FALSE(m->args[2].isVariable());
  EXPECT_EQ(m->args[2].result, std::nullopt);
  EXPECT_EQ(m->results[3].role, ResultRole::Metric);
  EXPECT_EQ(m->results[3].dtype, DType::BF16);
  EXPECT_EQ(m->tolerances.lossRtol, 0.5);
  EXPECT_EQ(m->tolerances.lossAtol, 1e-5);
  ASSERT_TRUE(m->tolerances.findNoisy(1));
  EXPECT_EQ(m->tolerances.findNoisy(1)->seen, 0.25);
  EXPECT_EQ(m->tolerances.findNoisy(0), nullptr);
  EXPECT_EQ(m->describeArg(1), "argument 1 'adam/w'");
}

TEST(ManifestTest, LittleIsEnough) {
  Expected<Manifest> m = Manifest::parse(
      R"({"name": "n", "steps": 1, "args": [], "results": []})", "m.json");
  ASSERT_TRUE(bool(m)) << messageOf(m.takeError());
  EXPECT_EQ(m->entry, "main");
  EXPECT_EQ(m->tolerances.updateL2Rtol, 2e-3);
}

TEST(ManifestTest, SyntaxErrorsHaveAPlace) {
  EXPECT_TRUE(holds(errorOf("\"steps\": 5,", "\"steps\": 5"),
                    "m.json:4:2: not valid JSON: "));
  EXPECT_EQ(messageOf(Manifest::parse("[]", "m.json")),
            "m.json:1:1: is not an object");
  EXPECT_EQ(errorOf("\"steps\": 5", "\"steps\": 5, \"steps\": 6"),
            "m.json:3:23: steps: is there twice");
}

TEST(ManifestTest, WrongValues) {
  EXPECT_EQ(errorOf("\"name\": \"sample\", ", ""),
            "m.json:1:1: 'name' is missing");
  EXPECT_EQ(errorOf("\"sample\"", "[1]"),
            "m.json:2:10: name: is [1], expected a string");
  EXPECT_EQ(errorOf("\"sample\"", "\"\""), "m.json:2:10: name: is empty");
  EXPECT_EQ(errorOf("\"steps\": 5", "\"steps\": 0"),
            "m.json:3:11: steps: is 0, expected an integer of at least 1");
  EXPECT_EQ(errorOf("\"index\": 1,", "\"index\": 3,"),
            "m.json:6:13: args[1].index: is 3, expected 1");
  EXPECT_EQ(errorOf("\"role\": \"variable\"", "\"role\": \"weight\""),
            "m.json:5:24: args[0].role: is 'weight', expected one of variable, "
            "input");
  EXPECT_EQ(errorOf("\"trainable\"", "\"frozen\""),
            "m.json:5:57: args[0].kind: is 'frozen', expected one of "
            "trainable, non_trainable, optimizer, metric, seed, input");
  EXPECT_EQ(errorOf("\"trainable\"", "\"input\""),
            "m.json:5:57: args[0].kind: is 'input', which does not fit the "
            "role variable");
  EXPECT_EQ(errorOf("\"float32\"", "\"float8\""),
            "m.json:5:113: args[0].dtype: 'float8' is not known");
  EXPECT_EQ(errorOf("[4]", "[4, -1]"),
            "m.json:7:76: args[2].shape[1]: is -1, expected an integer that is "
            "not negative");
  EXPECT_EQ(errorOf("\"shape\": [4], ", ""),
            "m.json:7:3: args[2]: 'shape' is missing or not an array");
  for (const char *shape :
       {"[4611686018427387904, 4]", "[4611686018427387904]"})
    EXPECT_TRUE(holds(errorOf("[4]", shape),
                      "args[2].shape: has more bytes than 63 bits can count"));
  EXPECT_EQ(errorOf("0.5", "-1"), "m.json:15:30: tolerances.loss_rtol: is -1, "
                                  "expected a number that is not negative");
  EXPECT_TRUE(holds(errorOf("loss_rtol", "los_rtol"),
                    "tolerances.los_rtol: is not a known tolerance"));
  EXPECT_TRUE(holds(errorOf("{\"a\": [1]}\n}", "1, \"tolerances\": 2}"),
                    "tolerances: is there twice"));
}

TEST(ManifestTest, WrongReferences) {
  EXPECT_TRUE(holds(errorOf("\"slot_of\": \"w\"", "\"slot_of\": \"v\""),
                    "args[1].slot_of: 'v' is no trainable or non_trainable "
                    "variable"));
  EXPECT_TRUE(holds(errorOf("\"slot_of\": null", "\"slot_of\": \"w\""),
                    "args[0].slot_of: stands at kind 'trainable', expected "
                    "optimizer"));
  EXPECT_TRUE(holds(errorOf("\"result\": 2", "\"result\": 9"),
                    "args[1].result: is 9, there are 4 results"));
  EXPECT_TRUE(holds(errorOf("\"result\": 2", "\"result\": 0"),
                    "args[1].result: is 0, which has the role 'loss', "
                    "expected variable"));
  EXPECT_TRUE(holds(errorOf("\"result\": 2", "\"result\": 1"),
                    "args[1].result: is 1, which argument 0 'w' already "
                    "has"));
  EXPECT_TRUE(holds(errorOf(", \"result\": 2", ""),
                    "results[2]: is the next value of a variable, but no "
                    "argument has it"));
  EXPECT_TRUE(holds(errorOf("\"int32\"", "\"int32\", \"result\": 2"),
                    "args[2].result: stands at an input"));
  EXPECT_TRUE(
      holds(errorOf("\"w\", \"shape\": [2, 3]", "\"w\", \"shape\": [3, 2]"),
            "args[1].result: is 2 of type 2x3xfloat32, the variable "
            "is 3x2xfloat32"));
  EXPECT_TRUE(holds(errorOf("\"accuracy\"", "\"loss\""),
                    "results[3].name: 'loss' is already the name of result "
                    "0"));
  EXPECT_TRUE(
      holds(errorOf("{\"index\": 1, \"name\"", "{\"index\": 2, \"name\""),
            "tolerances.noisy_variables[0].index: is 2, which is no "
            "variable"));
  EXPECT_TRUE(
      holds(errorOf("\"name\": \"adam/w\", \"seen", "\"name\": \"w\", \"seen"),
            "tolerances.noisy_variables[0].name: is 'w', but "
            "argument 1 'adam/w' is meant"));
}

TEST(ManifestTest, AmbiguousSlot) {
  EXPECT_EQ(messageOf(Manifest::parse(
                R"({"name": "n", "steps": 1, "results": [], "args": [
{"index": 0, "role": "variable", "name": "w", "kind": "trainable", "shape": [], "dtype": "float32"},
{"index": 1, "role": "variable", "name": "w", "kind": "trainable", "shape": [], "dtype": "float32"},
{"index": 2, "role": "variable", "name": "m", "kind": "optimizer", "slot_of": "w", "shape": [], "dtype": "float32"}]})",
                "m.json")),
            "m.json:4:79: args[2].slot_of: 'w' is ambiguous: arguments 0 and 1 "
            "have this name");
}

TEST(ManifestTest, AllProblemsInOneRun) {
  EXPECT_EQ(messageOf(Manifest::parse(
                R"({"steps": "a", "args": 1, "results": [2]})", "m.json")),
            "m.json:1:1: 'name' is missing\n"
            "m.json:1:11: steps: is \"a\", expected an integer of at least 1\n"
            "m.json:1:24: args: is not an array\n"
            "m.json:1:39: results[0]: is 2, expected an object");
}

TEST(ManifestTest, ChangedBytesNeverCrash) {
  uint32_t random = 1;
  auto next = [&] { return (random = random * 1664525 + 1013904223) >> 8; };
  for (unsigned round = 0; round < 2000; ++round) {
    std::string text = std::string(kSample);
    for (unsigned change = 0, e = 1 + next() % 3; change < e; ++change)
      text[next() % text.size()] = static_cast<char>(next());
    (void)messageOf(Manifest::parse(text, "m.json"));
  }
}

/// What is said about an argument of the given element type with an
/// initializer.
static std::string initErrorOf(std::string_view dtype, std::string_view init) {
  std::string text = R"({"name": "n", "steps": 1, "results": [], "args": [
{"index": 0, "role": "variable", "name": "w", "kind": "trainable", "shape": [2], "dtype": ")";
  text += formatText("{}\", \"init\": {}}}]}}", dtype, init);
  return messageOf(Manifest::parse(text, "m.json"));
}

TEST(ManifestTest, ReadsInitializers) {
  std::string text = R"({"name": "n", "steps": 1, "results": [], "args": [
{"index": 0, "role": "variable", "name": "a", "kind": "trainable", "shape": [2], "dtype": "float32",
 "init": {"distribution": "normal", "stddev": 0.5, "seed": 18446744073709551615}},
{"index": 1, "role": "input", "name": "b", "shape": [2], "dtype": "int32",
 "init": {"distribution": "uniform", "high": 10, "seed": 1}},
{"index": 2, "role": "input", "name": "c", "shape": [2], "dtype": "bool", "init": {"distribution": "ones"}},
{"index": 3, "role": "input", "name": "d", "shape": [2], "dtype": "int8"}]})";
  Expected<Manifest> m = Manifest::parse(text, "m.json");
  ASSERT_TRUE(bool(m)) << messageOf(m.takeError());
  EXPECT_EQ(m->args[0].init->distribution, random::Normal);
  EXPECT_EQ(m->args[0].init->seed, ~uint64_t(0));
  EXPECT_EQ(m->args[0].init->second, 0.5);
  EXPECT_EQ(m->args[1].init->distribution, random::Uniform);
  EXPECT_EQ(m->args[1].init->second, 10);
  EXPECT_EQ(m->args[2].init->first, 1);
  EXPECT_FALSE(m->args[3].init.has_value());
}

TEST(ManifestTest, WrongInitializers) {
  const char *const cases[][3] = {
      {"float32", "7", "init: is 7, expected an object"},
      {"float32", "{}", "init: 'distribution' is missing"},
      {"float32", R"({"distribution": "gamma"})",
       "init.distribution: is \"gamma\", expected one of zeros, ones, "
       "constant, "
       "uniform, normal"},
      {"float32", R"({"distribution": "normal"})", "init: 'seed' is missing"},
      {"float32", R"({"distribution": "normal", "seed": -1})",
       "init.seed: is -1, expected an integer of 64 bits without a sign"},
      {"float32", R"({"distribution": "normal", "seed": 1, "sdtdev": 2})",
       "init.sdtdev: is not known at this distribution"},
      {"float32", R"({"distribution": "normal", "seed": 1, "stddev": -2})",
       "init.stddev: is -2, expected a number that is not negative"},
      {"int32", R"({"distribution": "normal", "seed": 1})",
       "init.distribution: is 'normal', which int32 cannot hold"},
      {"float32", R"({"distribution": "constant"})",
       "init: 'value' is missing"},
      {"float32", R"({"distribution": "constant", "value": "1"})",
       "init.value: is \"1\", expected a number"},
      {"int8", R"({"distribution": "constant", "value": 128})",
       "init.value: is 128, which is no value of int8"},
      {"uint8", R"({"distribution": "constant", "value": 0.5})",
       "init.value: is 0.5, which is no value of uint8"},
      {"int32",
       R"({"distribution": "uniform", "low": 3, "high": 3, "seed": 1})",
       "init: 'high' is not above 'low'"},
      {"float32",
       R"({"distribution": "uniform", "low": 3, "high": 2, "seed": 1})",
       "init: 'high' is below 'low'"},
      {"int64", R"({"distribution": "uniform", "high": 4294967297, "seed": 1})",
       "init: 'high' is more than 2^32 above 'low'"}};
  for (auto [dtype, init, want] : cases)
    EXPECT_NE(initErrorOf(dtype, init).find(std::string("args[0].") + want),
              std::string::npos)
        << init << "\n"
        << initErrorOf(dtype, init);
}
