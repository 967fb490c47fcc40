//===- RunOnGPUs.h - Train a compiled step on GPUs --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_TOOLS_SHARDRUN_RUNONGPUS_H
#define SHARDWISE_LIB_TOOLS_SHARDRUN_RUNONGPUS_H

#include "Facts.h"
#include "Processes.h"
#include "shardwise/Runtime/PlanFile.h"

namespace shardwise::tools {

/// Whether this process can use GPUs at all: an error says why not.
Error checkGPUs();

/// Trains, or measures, on the GPUs of all processes, and reports.
Error runOnGPUs(::shardwise::runtime::PlanFile file, const Options &options,
                const Bundle &bundle, int64_t firstStep, Processes &processes,
                CompileFacts &facts);

/// The same for the compiled step that the options name.
Error runStepFile(Options options, Processes &processes,
                  Settlement &settlement);

} // namespace shardwise::tools

#endif // SHARDWISE_LIB_TOOLS_SHARDRUN_RUNONGPUS_H
