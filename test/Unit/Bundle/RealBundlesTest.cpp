//===- RealBundlesTest.cpp - Tests with bundles of real models ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests that every bundle in examples/bundles, and in the folder `fixtures` of
// $SHARDWISE_SHARED if that is set, opens, that its expected values agree with
// themselves, and that a change of any variable is noticed.
//
//===----------------------------------------------------------------------===//

#include "TestUtils.h"
#include "shardwise/Bundle/Check.h"
#include <cstring>
#include <vector>

using namespace shardwise;
using namespace shardwise::test;

/// Adds the folders inside of one that have a manifest.
static void addBundles(const std::string &folder,
                       std::vector<std::string> &paths) {
  size_t before = paths.size();
  for (const auto &entry : std::filesystem::directory_iterator(folder))
    if (std::filesystem::exists(entry.path() / "manifest.json"))
      paths.push_back(entry.path());
  EXPECT_GT(paths.size(), before) << "no bundles in " << folder;
}

static std::vector<std::string> listBundles() {
  std::vector<std::string> paths;
  addBundles(SHARDWISE_EXAMPLE_BUNDLES, paths);
  if (const char *shared = std::getenv("SHARDWISE_SHARED"))
    addBundles(std::string(shared) + "/fixtures", paths);
  return paths;
}

/// A run that gave exactly the expected values, but for the variables that are
/// given.
static Expected<CheckReport>
compareWithItself(const Bundle &bundle,
                  const std::map<unsigned, TensorView> &changed = {}) {
  RunRecord record(bundle);
  const Manifest &manifest = bundle.getManifest();
  for (unsigned result = 0, e = manifest.results.size(); result < e; ++result) {
    std::optional<TensorView> series = bundle.getExpectedSeries(result);
    if (!series)
      continue;
    size_t size = series->bytes.size() / manifest.steps;
    for (int64_t step = 0; step < manifest.steps; ++step)
      if (Error error = record.addResult(
              result, {series->dtype, series->shape.subspan(1),
                       series->bytes.substr(step * size, size)}))
        return error;
  }
  for (unsigned arg : bundle.getVariableArgs()) {
    auto it = changed.find(arg);
    TensorView value =
        it == changed.end() ? *bundle.getExpectedVariable(arg) : it->second;
    if (Error error = record.setVariable(arg, value))
      return error;
  }
  return compareWithExpected(bundle, record);
}

TEST(RealBundlesTest, AgreeWithThemselves) {
  for (const std::string &path : listBundles()) {
    Expected<Bundle> bundle = Bundle::open(path);
    ASSERT_TRUE(bool(bundle)) << messageOf(bundle.takeError());
    EXPECT_GE(bundle->getLayoutNames().size(), 4u);
    Expected<CheckReport> report = compareWithItself(*bundle);
    ASSERT_TRUE(bool(report)) << messageOf(report.takeError());
    EXPECT_TRUE(report->isOk()) << path;
    EXPECT_EQ(report->getWorst()->getUse(), 0) << path;
  }
}

/// Each variable in turn keeps its initial value, which is what an update that
/// was lost looks like.
TEST(RealBundlesTest, LostUpdatesAreNoticed) {
  for (const std::string &path : listBundles()) {
    Expected<Bundle> bundle = Bundle::open(path);
    ASSERT_TRUE(bool(bundle)) << messageOf(bundle.takeError());
    std::map<unsigned, TensorView> changed;
    size_t expectedFailures = 0;
    for (unsigned arg : bundle->getVariableArgs()) {
      if (bundle->getManifest().tolerances.findNoisy(arg))
        continue;
      changed[arg] = bundle->getVariable(arg);
      expectedFailures += bundle->getVariable(arg).bytes !=
                          bundle->getExpectedVariable(arg)->bytes;
    }
    Expected<CheckReport> report = compareWithItself(*bundle, changed);
    ASSERT_TRUE(bool(report)) << messageOf(report.takeError());
    EXPECT_GT(expectedFailures, 0u);
    EXPECT_EQ(report->getNumFailed(), expectedFailures) << path;
  }
}

/// One element of one variable is off by as much as its whole update is long.
TEST(RealBundlesTest, OneWrongElementIsNoticed) {
  for (const std::string &path : listBundles()) {
    Expected<Bundle> bundle = Bundle::open(path);
    ASSERT_TRUE(bool(bundle)) << messageOf(bundle.takeError());
    unsigned arg = bundle->getVariableArgs().front();
    TensorView want = *bundle->getExpectedVariable(arg);
    ASSERT_EQ(want.dtype, DType::F32);
    std::string bytes = std::string(want.bytes);
    float value = static_cast<float>(want.getElement(0)) + 1;
    std::memcpy(bytes.data(), &value, sizeof(value));
    Expected<CheckReport> report =
        compareWithItself(*bundle, {{arg, {want.dtype, want.shape, bytes}}});
    ASSERT_TRUE(bool(report)) << messageOf(report.takeError());
    EXPECT_EQ(report->getNumFailed(), 1u);
    EXPECT_EQ(report->getWorst()->name, bundle->getManifest().describeArg(arg));
  }
}

TEST(RealBundlesTest, SavedVariablesHaveTheSameKeysAndTypes) {
  for (const std::string &path : listBundles()) {
    TempFolder folder;
    Expected<Bundle> bundle = Bundle::open(path);
    ASSERT_TRUE(bool(bundle)) << messageOf(bundle.takeError());
    std::string saved = folder.getPath("saved.safetensors");
    ASSERT_EQ(
        messageOf(bundle->saveVariables(
            saved, 0, [&](unsigned arg) { return bundle->getVariable(arg); })),
        "");
    auto before = SafetensorsFile::open(path + "/variables.safetensors");
    auto after = SafetensorsFile::open(saved);
    ASSERT_TRUE(before && after);
    ASSERT_EQ(before->getEntries().size(), after->getEntries().size());
    for (auto [a, b] : zip(before->getEntries(), after->getEntries())) {
      EXPECT_EQ(a.name, b.name);
      EXPECT_EQ(a.dtype, b.dtype);
      EXPECT_EQ(a.shape, b.shape);
      EXPECT_EQ(a.bytes, b.bytes);
    }
  }
}
