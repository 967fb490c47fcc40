//===- Processes.h - A tool in several processes ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// All processes of a run do the same. Rank 0 alone prints and writes files;
// what is wrong everywhere is its to say. The others speak if they alone have
// an error, or if processes have lost each other.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_TOOLS_SHARDRUN_PROCESSES_H
#define SHARDWISE_LIB_TOOLS_SHARDRUN_PROCESSES_H

#include "Options.h"
#include "shardwise/Runtime/Transport.h"
#include <functional>
#include <iosfwd>

namespace shardwise::tools {

using ::shardwise::runtime::Processes;
using ::shardwise::runtime::ProcessGroup;

/// How processes that MPI has started connect; null in a tool without MPI.
using ConnectMPI = Expected<Processes> (*)(const ProcessGroup::Place &,
                                           unsigned seconds);

/// Connects the processes that a launcher has started. Where this is not rank
/// 0, silences the output and lets no files be written.
Expected<Processes> startProcesses(Options &options,
                                   ConnectMPI connectMPI = nullptr);

/// How far the processes of a run have come together.
struct Settlement {
  /// Whether all of them have the step, compiled or read.
  bool haveStep = false;
  /// Whether one had an error, of which all know.
  bool haveFailed = false;
  /// Whether this process is the one to print it.
  bool isMine = true;
};

/// Ends in an error on all processes if one has one. All processes must call
/// this at the same points, unless they have lost each other: `what` is what
/// they wait for.
Error settle(Processes &processes, Error own, const char *what,
             Settlement &settlement);

/// What processes that come to `settle` with their step wait for.
inline constexpr const char *kPreparing = "compiling or reading the step";

/// What a tool does in one process, with a stream for diagnostics.
using ToolBody = const std::function<Error(
    const Options &options, Processes &processes, Settlement &settlement,
    std::ostream &diagnostics)> &;

/// The frame of a tool: reads the command line, connects the processes, runs
/// the body and prints its error where that is due. Returns the exit code.
int runTool(Tool tool, int argc, char **argv, ConnectMPI connectMPI,
            ToolBody body, const char *libraries = "");

} // namespace shardwise::tools

#endif // SHARDWISE_LIB_TOOLS_SHARDRUN_PROCESSES_H
