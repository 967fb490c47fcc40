//===- JSONReport.cpp - The report for programs ---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// docs/ShardRun.md describes the keys. JSON has no infinities, so a number that
// is not finite is null.
//
//===----------------------------------------------------------------------===//

#include "JSON.h"
#include "Report.h"
#include <ostream>

using namespace shardwise;
using namespace shardwise::tools;

/// The elements of a list, each as `toJSON` makes it.
template <typename T, typename F>
static JSON makeArray(const std::vector<T> &list, F &&toJSON) {
  JSON array = JSON::array();
  for (const T &element : list)
    array.push_back(toJSON(element));
  return array;
}

static JSON makeVariable(const TensorFacts &variable) {
  return {{"name", variable.name},
          {"rule", variable.rule.empty() ? JSON() : JSON(variable.rule)},
          {"sharding", variable.sharding},
          {"local_shape", variable.localShape}};
}

static JSON makeCollective(const CollectiveFacts &collective) {
  return {{"kind", collective.kind},
          {"axes", collective.axes},
          {"count", collective.count},
          {"bytes_per_device", collective.bytesPerDevice}};
}

static JSON makeOverlap(const OverlapFacts &overlap) {
  return {{"name", overlap.name},
          {"bytes_per_device", overlap.bytesPerDevice},
          {"seconds", overlap.seconds},
          {"hidden_seconds", overlap.hiddenSeconds},
          {"beside", overlap.beside}};
}

static JSON makeCheck(const std::optional<CheckReport> &check) {
  if (!check)
    return nullptr;
  JSON worst;
  if (const CheckItem *item = check->getWorst())
    worst = {
        {"name", item->name}, {"value", item->value}, {"limit", item->limit}};
  return {{"ok", check->isOk()}, {"worst", std::move(worst)}};
}

static void addTimes(JSON &report, const CompileFacts &compiled,
                     const TrainFacts &trained) {
  report["compile_seconds"] = compiled.getSeconds();
  JSON &phases = report["compile_phases"] = JSON::object();
  for (const PhaseFacts &phase : compiled.phases)
    phases[phase.name] = phase.seconds;
  report["operations"] = compiled.numOperations;
  std::vector<double> times = trained.getSortedTimes();
  report["step_milliseconds"] =
      times.empty() ? JSON() : JSON(trained.getMedianTime());
  report["step_milliseconds_min"] =
      times.empty() ? JSON() : JSON(times.front());
}

static JSON makeBench(const BenchFacts &bench) {
  return {{"burst_milliseconds", bench.burst},
          {"steady_milliseconds", bench.steady},
          {"single_milliseconds", bench.single[bench.single.size() / 2]},
          {"single_milliseconds_min", bench.single.front()},
          {"single_milliseconds_max", bench.single.back()},
          {"warm_steps", bench.numWarm},
          {"timed_steps", bench.numSteady},
          {"allocated_bytes", bench.allocatedBytes},
          {"used_bytes", bench.usedBytes},
          {"device_bytes", bench.deviceBytes}};
}

void tools::printJSON(std::ostream &os, const CompileFacts &compiled,
                      const TrainFacts &trained) {
  JSON report = {
      {"variables", makeArray(compiled.variables, makeVariable)},
      {"collectives", makeArray(compiled.collectives, makeCollective)}};
  if (!compiled.overlaps.empty())
    report["overlaps"] = makeArray(compiled.overlaps, makeOverlap);
  report["losses"] = trained.losses;
  report["check"] = makeCheck(trained.check);
  addTimes(report, compiled, trained);
  if (trained.bench)
    report["bench"] = makeBench(*trained.bench);
  report["peak_bytes_per_device"] = compiled.getPeakBytes();
  if (!compiled.recomputed.empty())
    report["saved_bytes_per_device"] = compiled.savedBytes;
  os << toText(report, /*indent=*/1) << "\n";
}
