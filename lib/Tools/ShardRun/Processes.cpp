//===- Processes.cpp - A tool in several processes ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Processes.h"
#include "Errors.h"
#include "shardwise/Support/Ranges.h"
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <sstream>

using namespace shardwise;
using namespace shardwise::tools;

Expected<Processes> tools::startProcesses(Options &options,
                                          ConnectMPI connectMPI) {
  auto place = ProcessGroup::findPlaceInEnvironment();
  if (!place)
    return place.takeError();
  if (place->size > 1 && place->rank != 0) {
    options.writesFiles = false;
    if (!freopen("/dev/null", "w", stdout))
      return makeError("cannot silence the output of rank {}", place->rank);
  }
  if (connectMPI && place->isMPI && place->size > 1)
    return connectMPI(*place, options.timeout);
  auto group = ProcessGroup::connect(*place, options.timeout);
  if (!group)
    return group.takeError();
  return Processes{std::move(*group), nullptr};
}

Error tools::settle(Processes &processes, Error own, const char *what,
                    Settlement &settlement) {
  ProcessGroup &group = processes.group;
  if (!processes.areSeveral() || group.hasFailed() || settlement.haveFailed)
    return own;
  std::string problem = own ? toString(std::move(own)) : "";
  auto problems = group.allGather(problem, what);
  if (!problems)
    return problems.takeError();
  auto first =
      std::ranges::find_if(*problems, [](auto &text) { return !text.empty(); });
  if (first == problems->end())
    return Error::success();
  int64_t rank = first - problems->begin();
  settlement.haveFailed = true;
  settlement.isMine = processes.isFirst() || rank == group.getRank();
  return rank == group.getRank() ? makeError("{}", *first)
                                 : makeError("rank {}: {}", rank, *first);
}

int tools::runTool(Tool tool, int argc, char **argv, ConnectMPI connectMPI,
                   ToolBody body, const char *libraries) {
  auto fail = [&](Error error) {
    printError(std::move(error), getName(tool));
    return 1;
  };
  auto options = parseOptions(tool, argc, argv, libraries);
  if (!options)
    return fail(options.takeError());
  // Who is not rank 0 may have to keep to itself what all say.
  std::ostringstream held;
  auto processes = startProcesses(*options, connectMPI);
  if (!processes)
    return fail(processes.takeError());
  if (processes->areSeveral())
    processes->group.getMonitor().setLastWords([&](const std::string &reason) {
      std::cerr << held.str();
      fail(makeError("{}", reason));
    });
  Settlement settlement;
  Error error = body(*options, *processes, settlement,
                     processes->isFirst() ? std::cerr : held);
  error =
      settle(*processes, std::move(error),
             settlement.haveStep ? "ending the run" : kPreparing, settlement);
  if (!error)
    return 0;
  if (!settlement.isMine) {
    consumeError(std::move(error));
    return 1;
  }
  std::cerr << held.str();
  int code = fail(std::move(error));
  if (!processes->group.hasFailed())
    return code;
  // Devices may hang in what they wait for; the others hear why first.
  processes->group = ProcessGroup();
  std::cout.flush();
  std::_Exit(code);
}
