//===- CheckTest.cpp - Tests of comparing a run ---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests that each rule of comparison accepts what is just within its limit and
// refuses what is just outside, and that nothing that is not finite passes.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Bundle/Check.h"
#include "SampleBundle.h"
#include "shardwise/Support/Ranges.h"
#include <cmath>
#include <vector>

using namespace shardwise;
using namespace shardwise::test;

namespace {
/// A run of the sample bundle; by itself one that gives what is expected.
struct SampleRun {
  std::vector<OwnedTensor<float>> losses{f32({}, {0.5}), f32({}, {0.25})};
  std::vector<OwnedTensor<float>> predictions{f32({2}, {1, 2}),
                                              f32({2}, {3, 4})};
  OwnedTensor<float> w = f32({2}, {4, 6});
  OwnedTensor<float> frozen = f32({2}, {5, 6});
  OwnedTensor<int32_t> count = i32({}, {2});

  Expected<CheckReport> compare(const Bundle &bundle) const {
    RunRecord record(bundle);
    for (const auto &loss : losses)
      EXPECT_EQ(messageOf(record.addResult(0, loss.getView())), "");
    for (const auto &prediction : predictions)
      EXPECT_EQ(messageOf(record.addResult(3, prediction.getView())), "");
    EXPECT_EQ(messageOf(record.setVariable(0, w.getView())), "");
    EXPECT_EQ(messageOf(record.setVariable(1, frozen.getView())), "");
    EXPECT_EQ(messageOf(record.setVariable(2, count.getView())), "");
    return compareWithExpected(bundle, record);
  }

  /// Compares with a bundle made for it.
  CheckReport compare(const SampleBundle &sample = {}) const {
    TempFolder folder;
    Expected<Bundle> bundle = sample.open(folder);
    if (!bundle) {
      ADD_FAILURE() << messageOf(bundle.takeError());
      return {};
    }
    Expected<CheckReport> report = compare(*bundle);
    if (!report) {
      ADD_FAILURE() << messageOf(report.takeError());
      return {};
    }
    EXPECT_EQ(report->items.size(), 7u);
    return *report;
  }
};
} // namespace

/// The names of the items that failed.
static std::vector<std::string> failures(const CheckReport &report) {
  std::vector<std::string> names;
  for (const CheckItem &item : report.items)
    if (!item.ok)
      names.push_back(item.name);
  return names;
}
using Names = std::vector<std::string>;

TEST(CheckTest, TheExpectedRunIsOk) {
  CheckReport report = SampleRun().compare();
  EXPECT_TRUE(report.isOk());
  for (const CheckItem &item : report.items)
    EXPECT_EQ(item.value, 0) << item.name;
  EXPECT_EQ(report.items[0].name, "loss at step 1");
  EXPECT_EQ(report.items[3].name, "prediction at step 2");
  EXPECT_EQ(report.items[4].name, "argument 0 'w'");
}

TEST(CheckTest, Losses) {
  SampleRun run;
  SampleBundle sample;
  sample.tolerances = R"({"loss_rtol": 0.5, "loss_atol": 0.125})";
  run.losses[1] = f32({}, {0.5}); // limit 0.125 + 0.5 * 0.25
  EXPECT_TRUE(run.compare(sample).isOk());
  run.losses[1] = f32({}, {0.51});
  CheckReport report = run.compare(sample);
  EXPECT_EQ(failures(report), Names{"loss at step 2"});
  EXPECT_EQ(report.getWorst()->limit, 0.25);
  EXPECT_NEAR(report.getWorst()->value, 0.26, 1e-6);
}

TEST(CheckTest, Outputs) {
  SampleRun run;
  SampleBundle sample;
  sample.tolerances = R"({"output_rtol": 0.25, "output_atol": 0})";
  run.predictions[1] = f32({2}, {3, 5});
  EXPECT_TRUE(run.compare(sample).isOk());
  run.predictions[1] = f32({2}, {3, 5.5});
  CheckReport report = run.compare(sample);
  EXPECT_EQ(failures(report), Names{"prediction at step 2"});
  EXPECT_EQ(report.getWorst()->note, "at element 1");
}

TEST(CheckTest, MovedVariables) {
  SampleRun run;
  SampleBundle sample; // w goes from (1, 2) to (4, 6): its update has length 5
  sample.tolerances = R"({"update_l2_rtol": 0.5})";
  run.w = f32({2}, {4, 8.5});
  EXPECT_TRUE(run.compare(sample).isOk());
  run.w = f32({2}, {4, 8.75});
  CheckReport report = run.compare(sample);
  EXPECT_EQ(failures(report), Names{"argument 0 'w'"});
  EXPECT_EQ(report.getWorst()->measure, CheckMeasure::UpdateNorm);
  EXPECT_DOUBLE_EQ(report.getWorst()->value, 0.55);
  EXPECT_DOUBLE_EQ(report.getWorst()->getUse(), 1.1);
}

TEST(CheckTest, VariablesThatStay) {
  SampleRun run;
  SampleBundle sample;
  sample.tolerances = R"({"unchanged_atol": 0.5})";
  run.frozen = f32({2}, {5.5, 6});
  EXPECT_TRUE(run.compare(sample).isOk());
  run.frozen = f32({2}, {5.75, 6});
  EXPECT_EQ(failures(run.compare(sample)), Names{"argument 1 'frozen'"});
}

TEST(CheckTest, NoisyVariables) {
  SampleRun run;
  SampleBundle sample; // at 4: 2 * max(3, 1) * (0.5 + 0.25 * 4) = 9
  sample.tolerances = R"({"var_atol": 0.5, "var_rtol": 0.25,
    "noisy_variables": [{"index": 0, "seen_of_elementwise": 3}]})";
  run.w = f32({2}, {13, 6});
  EXPECT_TRUE(run.compare(sample).isOk());
  run.w = f32({2}, {13.5, 6});
  CheckReport report = run.compare(sample);
  EXPECT_EQ(failures(report), Names{"argument 0 'w'"});
  EXPECT_DOUBLE_EQ(report.getWorst()->limit, 9);
  // Less than 1 that was seen counts as 1: 2 * (0.5 + 0.25 * 4) = 3.
  sample.tolerances = R"({"var_atol": 0.5, "var_rtol": 0.25,
    "noisy_variables": [{"index": 0, "seen_of_elementwise": 0.1}]})";
  run.w = f32({2}, {7, 6});
  EXPECT_TRUE(run.compare(sample).isOk());
  run.w = f32({2}, {7.5, 6});
  EXPECT_FALSE(run.compare(sample).isOk());
}

TEST(CheckTest, IntegersAreEqual) {
  SampleRun run;
  run.count = i32({}, {3});
  CheckReport report = run.compare();
  EXPECT_EQ(failures(report), Names{"argument 2 'count'"});
  EXPECT_EQ(report.getWorst()->measure, CheckMeasure::NumDifferent);
  EXPECT_EQ(report.getWorst()->value, 1);
  EXPECT_EQ(report.getWorst()->note, "first at element 0");
}

TEST(CheckTest, WhatIsNotFiniteFails) {
  for (float bad : {float(NAN), float(INFINITY), float(-INFINITY)}) {
    SampleRun run;
    run.losses[0] = f32({}, {bad});
    run.predictions[1] = f32({2}, {3, bad});
    run.w = f32({2}, {bad, 6});
    run.frozen = f32({2}, {bad, 6});
    CheckReport report = run.compare();
    EXPECT_EQ(failures(report),
              (Names{"loss at step 1", "prediction at step 2", "argument 0 'w'",
                     "argument 1 'frozen'"}));
    EXPECT_EQ(report.getWorst()->name, "loss at step 1");
    EXPECT_TRUE(std::isinf(report.getWorst()->getUse()));
    EXPECT_TRUE(holds(report.items[3].note, "its value at element 1 is "));
  }
}

TEST(CheckTest, ExpectedValuesThatAreNotFiniteFail) {
  SampleRun run;
  SampleBundle sample;
  sample.tolerances = R"({"noisy_variables": [{"index": 0}]})";
  sample.expected["loss"] = f32({2}, {NAN, 0.25});
  sample.expected["arg0"] = f32({2}, {4, INFINITY});
  sample.expected["arg1"] = f32({2}, {5, NAN});
  run.losses[0] = f32({}, {NAN});
  CheckReport report = run.compare(sample);
  EXPECT_EQ(failures(report),
            (Names{"loss at step 1", "argument 0 'w'", "argument 1 'frozen'"}));
  EXPECT_EQ(report.items[4].note, "the expected value at element 1 is inf");
  SampleBundle initial;
  initial.variables["arg0"] = f32({2}, {1, NAN});
  report = SampleRun().compare(initial);
  EXPECT_EQ(failures(report), Names{"argument 0 'w'"});
  EXPECT_EQ(report.items[4].note, "the initial value at element 1 is nan");
}

TEST(CheckTest, PrintsFailuresAndTheWorst) {
  SampleRun run;
  run.count = i32({}, {3});
  std::ostringstream os;
  run.compare().print(os);
  EXPECT_EQ(os.str(),
            "FAILED argument 2 'count': elements that differ 1, limit 0 "
            "(first at element 0)\n"
            "6 of 7 values are as expected; the worst is argument 2 "
            "'count' with inf of its limit\n");
}

TEST(CheckTest, RunsThatCannotBeCompared) {
  TempFolder folder;
  Expected<Bundle> bundle = SampleBundle().open(folder);
  ASSERT_TRUE(bool(bundle)) << messageOf(bundle.takeError());
  RunRecord record(*bundle);
  auto wrong = f32({1}, {1});
  EXPECT_EQ(messageOf(record.addResult(0, wrong.getView())),
            "result 0 'loss' is 1xfloat32 in 4 bytes, expected float32");
  EXPECT_EQ(messageOf(record.addResult(9, wrong.getView())),
            "result 9 of the run is not one of the 4 of the manifest");
  EXPECT_EQ(messageOf(record.setVariable(0, wrong.getView())),
            "argument 0 'w' is 1xfloat32 in 4 bytes, expected 2xfloat32");
  EXPECT_EQ(messageOf(record.setVariable(3, wrong.getView())),
            "argument 3 is no variable of the manifest");
  EXPECT_EQ(messageOf(compareWithExpected(*bundle, record)),
            "the run has 0 steps of result 0 'loss', the expected values have "
            "2\n"
            "the run has 0 steps of result 3 'prediction', the expected values "
            "have 2\n"
            "the run has no value of argument 0 'w'\n"
            "the run has no value of argument 1 'frozen'\n"
            "the run has no value of argument 2 'count'");
  ASSERT_EQ(
      messageOf(bundle->loadVariables(folder.getPath("variables.safetensors"))),
      "");
  EXPECT_TRUE(holds(messageOf(SampleRun().compare(*bundle)),
                    "the expected values are for a run from its own "
                    "variables, this one began with others"));
}

TEST(CheckTest, NothingToCompareWith) {
  TempFolder folder;
  SampleBundle sample;
  sample.expected.clear();
  Expected<Bundle> bundle = sample.open(folder);
  ASSERT_TRUE(bool(bundle)) << messageOf(bundle.takeError());
  EXPECT_EQ(messageOf(SampleRun().compare(*bundle)),
            folder.getPath() + ": has no expected values to compare with");
}
