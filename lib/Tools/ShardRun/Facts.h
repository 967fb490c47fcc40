//===- Facts.h - What shard-run found out -----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What there is to report about a run, as plain data: filled in while the step
// is compiled and trained, printed as text and as JSON.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_TOOLS_SHARDRUN_FACTS_H
#define SHARDWISE_LIB_TOOLS_SHARDRUN_FACTS_H

#include "shardwise/Bundle/Check.h"

namespace shardwise::tools {

/// A variable or input and where it lives.
struct TensorFacts {
  std::string name;
  /// The key of the rule that laid it out, and where that stands; empty where
  /// no rule did.
  std::string rule, ruleLocation;
  /// As the user writes it: [["data"], []].
  std::string sharding;
  bool isReplicated = true;
  /// The variable whose optimizer state it is, or empty.
  std::string slotOf;
  std::vector<int64_t> globalShape, localShape;
  DType dtype = DType::F32;
};

/// Collectives of one kind over the same axes.
struct CollectiveFacts {
  std::string kind, axes;
  int64_t count = 0;
  int64_t bytesPerDevice = 0;
};

/// A command that communicates, and what runs beside it; times are estimates.
struct OverlapFacts {
  std::string name;
  int64_t bytesPerDevice = 0;
  double seconds = 0, hiddenSeconds = 0;
  /// What runs beside it, or why nothing does.
  std::string beside;
};

/// A phase of the compiler and how long it took.
struct PhaseFacts {
  std::string name;
  double seconds = 0;
};

/// Something that the compiler remarked, and how often.
struct RemarkFacts {
  std::string text;
  /// Where first.
  std::string place;
  int64_t count = 1;
};

/// What the compiler did.
struct CompileFacts {
  /// data=2, model=4
  std::string mesh;
  int64_t numDevices = 1;
  std::string strategy, batchAxis;
  /// Where the bundle was when its step was compiled to a file.
  std::string bundle;
  /// What the user gave as layouts; empty for none.
  std::string layouts;
  /// The devices, for the report.
  std::string target = "CPU, one thread a device";
  std::vector<TensorFacts> variables, inputs;
  std::vector<CollectiveFacts> collectives;
  /// In the order of the schedule; empty on CPUs.
  std::vector<OverlapFacts> overlaps;
  std::vector<PhaseFacts> phases;
  /// Commands of a library for attention: forward, and gradients.
  int64_t numAttentions = 0, numAttentionGrads = 0;
  std::vector<RemarkFacts> remarks;
  /// The number of operations of the imported step.
  int64_t numOperations = 0;
  int64_t arenaBytes = 0, shardBytes = 0;
  /// Values that are computed again rather than kept, by type, and what a
  /// device would need more without.
  std::vector<RemarkFacts> recomputed;
  int64_t savedBytes = 0;

  int64_t getPeakBytes() const { return arenaBytes + shardBytes; }
  double getSeconds() const {
    double sum = 0;
    for (const PhaseFacts &phase : phases)
      sum += phase.seconds;
    return sum;
  }
};

/// The speed of a step.
struct BenchFacts {
  /// Milliseconds a step: of the first steps after a rest, and when it has run
  /// for long, both queued back to back.
  double burst = 0, steady = 0;
  /// Those of steps that were waited for one by one, sorted.
  std::vector<double> single;
  /// How many steps ran before the steady ones, and how many they are.
  int64_t numWarm = 0, numSteady = 0;
  /// Of the first device: what was allocated, what the driver counts, and what
  /// it counts with all that others have there.
  int64_t allocatedBytes = 0, usedBytes = 0, deviceBytes = 0;
};

/// What training gave.
struct TrainFacts {
  /// By step.
  std::vector<double> losses, milliseconds;
  std::optional<CheckReport> check;
  std::optional<BenchFacts> bench;

  /// The times that statistics are about: without the first step, which warms
  /// up, if there are others. Sorted.
  std::vector<double> getSortedTimes() const;
  double getMedianTime() const;
};

} // namespace shardwise::tools

#endif // SHARDWISE_LIB_TOOLS_SHARDRUN_FACTS_H
