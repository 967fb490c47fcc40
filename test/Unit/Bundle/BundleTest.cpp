//===- BundleTest.cpp - Tests of opening and saving -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests that a bundle gives the values of its files, that files which disagree
// with the manifest are refused, and that saved variables come back.
//
//===----------------------------------------------------------------------===//

#include "SampleBundle.h"
#include "shardwise/Support/Ranges.h"
#include <span>
#include <string_view>

using namespace shardwise;
using namespace shardwise::test;

/// The error of opening a bundle, with the folder's name taken out.
static std::string errorOf(const SampleBundle &sample) {
  TempFolder folder;
  std::string message = messageOf(sample.open(folder));
  std::string prefix = folder.getPath() + "/";
  for (size_t at; (at = message.find(prefix)) != std::string::npos;)
    message.erase(at, prefix.size());
  return message;
}

TEST(BundleTest, GivesItsValues) {
  TempFolder folder;
  folder.write("layouts/tp_2x4.json", "{}");
  folder.write("layouts/dp2.json", "{}");
  folder.write("layouts/notes.txt", "");
  Expected<Bundle> bundle = SampleBundle().open(folder);
  ASSERT_TRUE(bool(bundle)) << messageOf(bundle.takeError());
  EXPECT_EQ(bundle->getVariableArgs(), std::vector<unsigned>({0, 1, 2}));
  EXPECT_EQ(bundle->getInputArgs(), std::vector<unsigned>({3}));
  EXPECT_EQ(bundle->getVariable(0).getElement(1), 2);
  EXPECT_EQ(bundle->getVariable(2).getTypeString(), "int32");
  EXPECT_EQ(bundle->getNumInputSteps(), 2);
  EXPECT_EQ(bundle->getInput(3, 1).getElement(0), 11);
  EXPECT_EQ(bundle->getInput(3, 4).getElement(0), 10);
  EXPECT_TRUE(bundle->hasExpected());
  EXPECT_EQ(bundle->getExpectedSeries(0)->getElement(1), 0.25);
  EXPECT_EQ(bundle->getExpectedSeries(3)->getTypeString(), "2x2xfloat32");
  EXPECT_EQ(bundle->getExpectedSeries(1), std::nullopt);
  EXPECT_EQ(bundle->getExpectedVariable(2)->getElement(0), 2);
  EXPECT_EQ(bundle->getProgramPath(), folder.getPath("step.mlir"));
  EXPECT_EQ(bundle->getLayoutNames(),
            (std::vector<std::string>{"dp2", "tp_2x4"}));
  EXPECT_EQ(bundle->getLayoutPath("dp2"), folder.getPath("layouts/dp2.json"));
}

TEST(BundleTest, ExpectedValuesAreOptional) {
  TempFolder folder;
  SampleBundle sample;
  sample.expected.clear();
  Expected<Bundle> bundle = sample.open(folder);
  ASSERT_TRUE(bool(bundle)) << messageOf(bundle.takeError());
  EXPECT_FALSE(bundle->hasExpected());
}

TEST(BundleTest, AProgramWithoutVariables) {
  TempFolder folder;
  folder.write("manifest.json", R"({"name": "n", "steps": 1, "args": [
{"index": 0, "role": "input", "name": "x", "shape": [1], "dtype": "bfloat16"}],
"results": [{"index": 0, "role": "output", "name": "y", "shape": [], "dtype": "bfloat16"}]})");
  folder.write("step.mlir", "");
  OwnedTensor<uint16_t> bits{DType::U16, {1}, {0x3fc0}};
  auto result = f32({1}, {3});
  SafetensorsWriter inputs, expected;
  inputs.add("arg0/step0", bits.getView());
  expected.add("result0", result.getView());
  ASSERT_EQ(messageOf(inputs.write(folder.getPath("inputs.safetensors"))), "");
  ASSERT_EQ(messageOf(expected.write(folder.getPath("expected.safetensors"))),
            "");
  Expected<Bundle> bundle = Bundle::open(folder.getPath());
  ASSERT_TRUE(bool(bundle)) << messageOf(bundle.takeError());
  // Stored as the integers of its bits, seen as what the manifest says.
  EXPECT_EQ(bundle->getInput(0, 0).dtype, DType::BF16);
  EXPECT_EQ(bundle->getInput(0, 0).getElement(0), 1.5);
  EXPECT_EQ(bundle->getExpectedSeries(0)->dtype, DType::F32);
}

TEST(BundleTest, NotABundle) {
  TempFolder folder;
  EXPECT_EQ(messageOf(Bundle::open(folder.getPath("none"))),
            folder.getPath("none") +
                ": is not a folder, expected a bundle with a manifest.json");
  EXPECT_EQ(messageOf(Bundle::open(folder.getPath())),
            folder.getPath("manifest.json") +
                ": cannot be read: No such file or directory");
  // A name that no file system takes.
  std::string name(300, 'x');
  EXPECT_EQ(messageOf(Bundle::open(name)),
            name + ": is not a folder, expected a bundle with a manifest.json");
}

TEST(BundleTest, AllMissingFilesAreNamed) {
  TempFolder folder;
  folder.write("manifest.json",
               R"({"name": "n", "steps": 1, "results": [], "args": [
{"index": 0, "role": "variable", "name": "w", "kind": "seed", "shape": [], "dtype": "uint32"},
{"index": 1, "role": "input", "name": "x", "shape": [1], "dtype": "bool"}]})");
  std::string message = messageOf(Bundle::open(folder.getPath()));
  EXPECT_TRUE(holds(message, "step.mlir: is missing\n"));
  EXPECT_TRUE(holds(message, "variables.safetensors: cannot be read: "));
  EXPECT_TRUE(holds(message, "inputs.safetensors: cannot be read: "));
}

TEST(BundleTest, WrongVariables) {
  SampleBundle sample;
  sample.variables = {{"arg0", f32({1, 2}, {1, 2})}, {"arg7", f32({}, {1})}};
  EXPECT_EQ(
      errorOf(sample),
      "variables.safetensors: tensor 'arg0' is 1x2xfloat32, expected "
      "2xfloat32 for argument 0 'w'\n"
      "variables.safetensors: tensor 'arg1' is missing, expected 2xfloat32 for "
      "argument 1 'frozen'\n"
      "variables.safetensors: tensor 'arg7' is nothing that the manifest "
      "names");
  SampleBundle other;
  other.hasCount = false;
  other.variables.emplace("arg2", f32({}, {0}));
  other.expected.clear();
  EXPECT_EQ(errorOf(other),
            "variables.safetensors: tensor 'arg2' is float32, expected int32 "
            "for argument 2 'count'");
}

TEST(BundleTest, WrongInputs) {
  SampleBundle sample;
  sample.inputs = {{"arg3/step0", f32({1}, {0})},
                   {"arg3/step2", f32({1}, {0})},
                   {"arg3/step99999999999", f32({1}, {0})},
                   {"arg0/step0", f32({2}, {0, 0})}};
  std::string message = errorOf(sample);
  EXPECT_TRUE(holds(message,
                    "inputs.safetensors: tensor 'arg3/step1' is missing, "
                    "expected 1xfloat32 for argument 3 'x'\n"));
  EXPECT_TRUE(holds(message, "tensor 'arg3/step99999999999' is nothing"));
  EXPECT_TRUE(holds(message, "tensor 'arg0/step0' is nothing that"));
  sample.inputs = {};
  EXPECT_TRUE(holds(errorOf(sample), "tensor 'arg3/step0' is missing"));
}

TEST(BundleTest, InputsOfDifferentLengths) {
  SampleBundle sample;
  std::string_view end = "\"dtype\": \"float32\"}],\n\"results\"";
  size_t place = sample.manifest.find(end);
  ASSERT_NE(place, std::string::npos);
  sample.manifest.replace(
      place, end.size(),
      "\"dtype\": \"float32\"}, {\"index\": 4, \"role\": \"input\", "
      "\"name\": \"y\", \"shape\": [1], \"dtype\": \"float32\"}],"
      "\n\"results\"");
  for (const char *key : {"arg4/step0", "arg4/step1", "arg4/step2"})
    sample.inputs.emplace(key, f32({1}, {0}));
  EXPECT_EQ(errorOf(sample), "inputs.safetensors: has 3 steps of argument 4 "
                             "'y', but 2 of the inputs before");
}

TEST(BundleTest, WrongExpectedValues) {
  SampleBundle sample;
  sample.expected["loss"] = f32({3}, {1, 2, 3});
  sample.expected.erase("result3");
  sample.expected.erase("arg1");
  sample.expected.emplace("los", f32({}, {1}));
  EXPECT_EQ(
      errorOf(sample),
      "expected.safetensors: tensor 'arg1' is missing, expected 2xfloat32 for "
      "argument 1 'frozen'\n"
      "expected.safetensors: tensor 'loss' is 3xfloat32, expected 2xfloat32 "
      "for result 0 'loss'\n"
      "expected.safetensors: tensor 'result3' is missing, expected 2x2xfloat32 "
      "for result 3 'prediction'\n"
      "expected.safetensors: tensor 'los' is nothing that the manifest names");
}

TEST(BundleTest, SavedVariablesComeBack) {
  TempFolder folder;
  Expected<Bundle> bundle = SampleBundle().open(folder);
  ASSERT_TRUE(bool(bundle)) << messageOf(bundle.takeError());
  std::string file = folder.getPath("saved.safetensors");
  ASSERT_EQ(
      messageOf(bundle->saveVariables(
          file, 2,
          [&](unsigned arg) { return *bundle->getExpectedVariable(arg); })),
      "");
  EXPECT_TRUE(bundle->startsFromOwnVariables());
  Expected<int64_t> step = bundle->loadVariables(file);
  ASSERT_TRUE(bool(step)) << messageOf(step.takeError());
  EXPECT_EQ(*step, 2);
  EXPECT_FALSE(bundle->startsFromOwnVariables());
  EXPECT_EQ(bundle->getVariable(0).getElement(1), 6);
  EXPECT_EQ(bundle->getVariable(2).getElement(0), 2);
}

TEST(BundleTest, WrongSavedVariablesChangeNothing) {
  TempFolder folder;
  Expected<Bundle> bundle = SampleBundle().open(folder);
  ASSERT_TRUE(bool(bundle)) << messageOf(bundle.takeError());
  std::string inputs = folder.getPath("inputs.safetensors");
  EXPECT_TRUE(holds(messageOf(bundle->loadVariables(inputs)),
                    "tensor 'arg0' is missing"));
  EXPECT_TRUE(bundle->startsFromOwnVariables());
  EXPECT_EQ(bundle->getVariable(0).getElement(1), 2);
  std::string file = folder.getPath("saved.safetensors");
  EXPECT_EQ(messageOf(bundle->saveVariables(
                file, 0, [&](unsigned) { return bundle->getVariable(0); })),
            file + ": argument 2 'count' is 2xfloat32, expected int32");
  EXPECT_FALSE(std::filesystem::exists(file));
}

/// The sample with an initializer for its variable `frozen` and its input.
static SampleBundle makeSampleWithInitializers() {
  SampleBundle sample;
  for (std::string_view name : {"frozen", "x"}) {
    size_t place = sample.manifest.find("\"" + std::string(name) + "\",");
    sample.manifest.insert(place + name.size() + 3,
                           R"("init": {"distribution": "ones"},)");
  }
  return sample;
}

TEST(BundleTest, ValuesThatAreMade) {
  TempFolder folder;
  SampleBundle sample = makeSampleWithInitializers();
  sample.variables.erase("arg1");
  sample.inputs.clear();
  Expected<Bundle> bundle = sample.open(folder);
  ASSERT_TRUE(bool(bundle)) << messageOf(bundle.takeError());
  EXPECT_EQ(bundle->getInitializer(0), nullptr);
  EXPECT_EQ(bundle->getVariable(0).getElement(1), 2);
  ASSERT_NE(bundle->getInitializer(1), nullptr);
  EXPECT_EQ(bundle->getInitializer(1)->first, 1);
  EXPECT_NE(bundle->getInitializer(3), nullptr);

  // A checkpoint has all variables, and takes the initializer's place.
  std::string file = folder.getPath("saved.safetensors");
  auto saved = f32({2}, {8, 9});
  auto count = i32({}, {3});
  EXPECT_EQ(messageOf(bundle->saveVariables(file, 4,
                                            [&](unsigned arg) {
                                              return arg == 2 ? count.getView()
                                                              : saved.getView();
                                            })),
            "");
  Expected<int64_t> step = bundle->loadVariables(file);
  ASSERT_TRUE(bool(step)) << messageOf(step.takeError());
  EXPECT_EQ(bundle->getInitializer(1), nullptr);
  EXPECT_EQ(bundle->getVariable(1).getElement(1), 9);
  EXPECT_NE(bundle->getInitializer(3), nullptr);
}

TEST(BundleTest, NothingIsMadeAndStored) {
  EXPECT_EQ(errorOf(makeSampleWithInitializers()),
            "variables.safetensors: tensor 'arg1' is stored, but the manifest "
            "has an initializer for argument 1 'frozen'\n"
            "inputs.safetensors: tensor 'arg3/step0' is stored, but the "
            "manifest has an initializer for argument 3 'x'\n"
            "inputs.safetensors: tensor 'arg3/step1' is stored, but the "
            "manifest has an initializer for argument 3 'x'");
}
