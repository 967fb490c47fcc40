//===- RunReport.cpp - What the steps gave --------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Report.h"
#include "TextTable.h"
#include "shardwise/Support/Ranges.h"
#include <ostream>

using namespace shardwise;
using namespace shardwise::tools;

//===----------------------------------------------------------------------===//
// Times
//===----------------------------------------------------------------------===//

std::vector<double> TrainFacts::getSortedTimes() const {
  std::vector<double> times(milliseconds.begin() + (milliseconds.size() > 1),
                            milliseconds.end());
  std::ranges::sort(times);
  return times;
}

double TrainFacts::getMedianTime() const {
  std::vector<double> times = getSortedTimes();
  size_t middle = times.size() / 2;
  if (times.size() % 2)
    return times[middle];
  return (times[middle - 1] + times[middle]) / 2;
}

//===----------------------------------------------------------------------===//
// Steps
//===----------------------------------------------------------------------===//

void tools::printStep(std::ostream &os, const Manifest &manifest,
                      const RunRecord &record, const TrainFacts &facts,
                      int64_t numSteps) {
  int64_t step = facts.milliseconds.size();
  os << "step " << step << "/" << numSteps;
  for (auto [number, result] : enumerate(manifest.results)) {
    bool isNumber =
        result.role == ResultRole::Loss || result.role == ResultRole::Metric;
    if (isNumber && result.shape.empty())
      os << "  " << result.name << " "
         << formatText("{:.6g}",
                       record.getResult(number, step - 1).getElement(0));
  }
  os << formatText("  {:.1f} steps/s\n", 1000 / facts.getMedianTime());
  os.flush();
}

//===----------------------------------------------------------------------===//
// The check
//===----------------------------------------------------------------------===//

static std::string formatNumber(double number) {
  return formatText("{:.3g}", number);
}

/// The item of those that `isWanted` that failed or uses most of its limit.
static const CheckItem *
findWorst(const CheckReport &report,
          const std::function<bool(const CheckItem &)> &isWanted) {
  const CheckItem *worst = nullptr;
  for (const CheckItem &item : report.items)
    if (isWanted(item) &&
        (!worst || std::pair(!item.ok, item.getUse()) >
                       std::pair(!worst->ok, worst->getUse())))
      worst = &item;
  return worst;
}

/// The role of the result that an item is about; none for a variable.
static std::optional<ResultRole> getRole(const Manifest &manifest,
                                         const CheckItem &item) {
  for (const ManifestResult &result : manifest.results)
    if (result.role != ResultRole::Variable &&
        item.name.starts_with(result.name + " at step "))
      return result.role;
  return std::nullopt;
}

static std::vector<std::string> makeRow(std::string_view what,
                                        const CheckItem &item) {
  return {std::string(what),
          item.name,
          std::string(getName(item.measure)),
          formatNumber(item.value),
          formatNumber(item.limit),
          item.ok ? "ok" : "FAILED",
          item.note};
}

static void printWorst(std::ostream &os, const Manifest &manifest,
                       const CheckReport &report) {
  TextTable table;
  table.addRow({"", "worst", "measure", "value", "limit"});
  auto add = [&](std::string_view what, std::optional<ResultRole> role) {
    const CheckItem *worst = findWorst(report, [&](const CheckItem &item) {
      return getRole(manifest, item) == role;
    });
    if (worst)
      table.addRow(makeRow(what, *worst));
  };
  add("losses", ResultRole::Loss);
  add("metrics", ResultRole::Metric);
  add("outputs", ResultRole::Output);
  add("variables", std::nullopt);
  table.print(os);
}

void tools::printCheck(std::ostream &os, const Bundle &bundle,
                       const Options &options, const TrainFacts &facts) {
  if (!facts.check) {
    if (bundle.hasExpected() && bundle.startsFromOwnVariables())
      os << "\nthe bundle has the values of one device: --check compares with "
            "them\n";
    return;
  }
  os << "\nlargest differences from one device (" << facts.check->items.size()
     << " values compared)\n";
  printWorst(os, bundle.getManifest(), *facts.check);
  if (options.verbose || !facts.check->isOk()) {
    os << "\n";
    facts.check->print(os, options.verbose);
  }
  os.flush();
}

void tools::printVerdict(std::ostream &os, const TrainFacts &facts) {
  if (facts.check)
    os << (facts.check->isOk() ? "\nmatches one device\n"
                               : "\ndiffers from one device\n");
}
