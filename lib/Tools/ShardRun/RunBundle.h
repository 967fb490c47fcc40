//===- RunBundle.h - Train a bundle on an executor --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_TOOLS_SHARDRUN_RUNBUNDLE_H
#define SHARDWISE_LIB_TOOLS_SHARDRUN_RUNBUNDLE_H

#include "Facts.h"
#include "Options.h"
#include "shardwise/Runtime/Executor.h"

namespace shardwise::tools {

/// Opens the bundle, with the variables of --load, and checks that it has what
/// the user wants. Returns the number of steps that led to these variables in
/// `firstStep`.
Expected<Bundle> openBundle(const Options &options, int64_t &firstStep);

/// Trains, checks and saves. What is wrong with the numbers is an error.
Error runSteps(::shardwise::runtime::Executor &executor, const Options &options,
               const Bundle &bundle, int64_t firstStep, TrainFacts &facts);

} // namespace shardwise::tools

#endif // SHARDWISE_LIB_TOOLS_SHARDRUN_RUNBUNDLE_H
