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

#include "Report.h"
#include "llvm/Support/JSON.h"
#include <cmath>

using namespace mlir::shardwise;
using namespace mlir::shardwise::tools;
using llvm::json::OStream;

static llvm::json::Value toJSON(double number) {
  if (std::isfinite(number))
    return number;
  return nullptr;
}

/// A text that may be missing.
static llvm::json::Value toJSON(const std::string &text) {
  if (text.empty())
    return nullptr;
  return text;
}

static void writeVariable(OStream &json, const TensorFacts &variable) {
  json.object([&] {
    json.attribute("name", variable.name);
    json.attribute("rule", toJSON(variable.rule));
    json.attribute("sharding", variable.sharding);
    json.attributeArray("local_shape", [&] {
      for (int64_t size : variable.localShape)
        json.value(size);
    });
  });
}

static void writeCollective(OStream &json, const CollectiveFacts &collective) {
  json.object([&] {
    json.attribute("kind", collective.kind);
    json.attribute("axes", collective.axes);
    json.attribute("count", collective.count);
    json.attribute("bytes_per_device", collective.bytesPerDevice);
  });
}

static void writeOverlap(OStream &json, const OverlapFacts &overlap) {
  json.object([&] {
    json.attribute("name", overlap.name);
    json.attribute("bytes_per_device", overlap.bytesPerDevice);
    json.attribute("seconds", overlap.seconds);
    json.attribute("hidden_seconds", overlap.hiddenSeconds);
    json.attribute("beside", overlap.beside);
  });
}

static void writeCheck(OStream &json, const std::optional<CheckReport> &check) {
  if (!check)
    return json.attribute("check", nullptr);
  json.attributeObject("check", [&] {
    json.attribute("ok", check->isOk());
    const CheckItem *worst = check->getWorst();
    if (!worst)
      return json.attribute("worst", nullptr);
    json.attributeObject("worst", [&] {
      json.attribute("name", worst->name);
      json.attribute("value", toJSON(worst->value));
      json.attribute("limit", toJSON(worst->limit));
    });
  });
}

static void writeTimes(OStream &json, const CompileFacts &compiled,
                       const TrainFacts &trained) {
  json.attribute("compile_seconds", compiled.getSeconds());
  json.attributeObject("compile_phases", [&] {
    for (const PhaseFacts &phase : compiled.phases)
      json.attribute(phase.name, phase.seconds);
  });
  json.attribute("operations", compiled.numOperations);
  std::vector<double> times = trained.getSortedTimes();
  json.attribute("step_milliseconds", times.empty()
                                          ? llvm::json::Value(nullptr)
                                          : toJSON(trained.getMedianTime()));
  json.attribute("step_milliseconds_min", times.empty()
                                              ? llvm::json::Value(nullptr)
                                              : toJSON(times.front()));
}

static void writeBench(OStream &json, const BenchFacts &bench) {
  json.attributeObject("bench", [&] {
    json.attribute("burst_milliseconds", bench.burst);
    json.attribute("steady_milliseconds", bench.steady);
    json.attribute("single_milliseconds",
                   bench.single[bench.single.size() / 2]);
    json.attribute("single_milliseconds_min", bench.single.front());
    json.attribute("single_milliseconds_max", bench.single.back());
    json.attribute("warm_steps", bench.numWarm);
    json.attribute("timed_steps", bench.numSteady);
    json.attribute("allocated_bytes", bench.allocatedBytes);
    json.attribute("used_bytes", bench.usedBytes);
    json.attribute("device_bytes", bench.deviceBytes);
  });
}

void tools::printJSON(llvm::raw_ostream &os, const CompileFacts &compiled,
                      const TrainFacts &trained) {
  OStream json(os, /*IndentSize=*/1);
  json.object([&] {
    json.attributeArray("variables", [&] {
      for (const TensorFacts &variable : compiled.variables)
        writeVariable(json, variable);
    });
    json.attributeArray("collectives", [&] {
      for (const CollectiveFacts &collective : compiled.collectives)
        writeCollective(json, collective);
    });
    if (!compiled.overlaps.empty())
      json.attributeArray("overlaps", [&] {
        for (const OverlapFacts &overlap : compiled.overlaps)
          writeOverlap(json, overlap);
      });
    json.attributeArray("losses", [&] {
      for (double loss : trained.losses)
        json.value(toJSON(loss));
    });
    writeCheck(json, trained.check);
    writeTimes(json, compiled, trained);
    if (trained.bench)
      writeBench(json, *trained.bench);
    json.attribute("peak_bytes_per_device", compiled.getPeakBytes());
  });
  os << "\n";
}
