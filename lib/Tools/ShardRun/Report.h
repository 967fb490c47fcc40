//===- Report.h - Reports as text and JSON ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_TOOLS_SHARDRUN_REPORT_H
#define SHARDWISE_LIB_TOOLS_SHARDRUN_REPORT_H

#include "Facts.h"
#include "Options.h"
#include <iosfwd>

namespace shardwise::tools {

/// Prints what stands fixed before the first step: the bundle, the devices,
/// where everything lives, what is communicated.
void printCompiled(std::ostream &os, const Bundle &bundle,
                   const Options &options, const CompileFacts &facts);

/// Prints what a step gave: its loss and metrics, and the speed so far.
void printStep(std::ostream &os, const Manifest &manifest,
               const RunRecord &record, const TrainFacts &facts,
               int64_t numSteps);

/// Prints the largest differences and the verdict, or that there could be one.
void printCheck(std::ostream &os, const Bundle &bundle, const Options &options,
                const TrainFacts &facts);

/// Prints whether the run is as that of one device, if that was looked at.
void printVerdict(std::ostream &os, const TrainFacts &facts);

/// Writes the report for programs.
void printJSON(std::ostream &os, const CompileFacts &compiled,
               const TrainFacts &trained);

} // namespace shardwise::tools

#endif // SHARDWISE_LIB_TOOLS_SHARDRUN_REPORT_H
