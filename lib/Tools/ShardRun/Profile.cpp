//===- Profile.cpp - Where the time of a step goes ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A command's time is the median of its runs. Rates are those of what it must
// do: the operations of products, the bytes that a command reads and writes at
// least once.
//
//===----------------------------------------------------------------------===//

#include "Profile.h"
#include "JSON.h"
#include "TextTable.h"
#include "shardwise/Support/Ranges.h"
#include <map>
#include <ostream>
#include <ranges>

using namespace shardwise;
using namespace shardwise::tools;
using ::shardwise::runtime::CommandTime;

/// The rows of the list of the costliest.
static constexpr size_t kMaxRows = 40;

namespace {
/// Commands that are told together.
struct Sum {
  std::string kind, name;
  int64_t count = 0, bytes = 0, operations = 0;
  double milliseconds = 0;

  void add(const CommandTime &command, double time) {
    ++count;
    bytes += command.bytes;
    operations += command.operations;
    milliseconds += time;
  }
};
} // namespace

static double getMedian(std::vector<double> values) {
  std::ranges::sort(values);
  return values[values.size() / 2];
}

/// The rate that counts: operations of products, bytes of all others.
static std::string formatRate(const Sum &sum) {
  double seconds = sum.milliseconds / 1e3;
  if (seconds <= 0)
    return "";
  if (sum.operations)
    return formatText("{:.0f} TFLOP/s", sum.operations / seconds / 1e12);
  return sum.bytes ? formatText("{:.0f} GB/s", sum.bytes / seconds / 1e9) : "";
}

static void addRow(tools::TextTable &table, const Sum &sum, double whole) {
  table.addRow({sum.kind, std::to_string(sum.count),
                formatText("{:.3f} ms", sum.milliseconds),
                formatText("{:.1f} %", 100 * sum.milliseconds / whole),
                formatRate(sum), sum.name});
}

/// Adds commands up by what `getKey` says, the costliest first.
static std::vector<Sum>
addUp(std::span<const CommandTime> commands,
      const std::function<
          std::pair<std::string, std::string>(const CommandTime &)> &getKey) {
  std::map<std::pair<std::string, std::string>, Sum> sums;
  for (const CommandTime &command : commands) {
    if (command.kind.empty())
      continue;
    auto key = getKey(command);
    Sum &sum = sums[key];
    std::tie(sum.kind, sum.name) = key;
    sum.add(command, getMedian(command.milliseconds));
  }
  std::vector<Sum> sorted;
  for (auto &[key, sum] : sums)
    sorted.push_back(std::move(sum));
  std::ranges::sort(sorted, [](const Sum &a, const Sum &b) {
    return std::tuple(-a.milliseconds, a.kind, a.name) <
           std::tuple(-b.milliseconds, b.kind, b.name);
  });
  return sorted;
}

/// The commands of one device.
static std::span<const CommandTime>
takeDevice(std::span<const CommandTime> commands) {
  auto end = std::ranges::find_if(commands, [&](const CommandTime &command) {
    return command.device != commands.front().device;
  });
  return {commands.begin(), end};
}

/// Says how much of a step as it runs the commands of the computation take, and
/// what lies between them: gaps, and what they wait for.
static void printDevices(std::ostream &os,
                         std::span<const CommandTime> commands) {
  while (!commands.empty()) {
    std::span<const CommandTime> own = takeDevice(commands);
    double busy = 0, beside = 0, end = 0;
    for (const CommandTime &command : own) {
      (command.stream ? beside : busy) += command.end - command.begin;
      end = std::max(end, command.end);
    }
    os << formatText("device {}: {:.3f} ms as it runs, {:.3f} in commands of "
                     "the computation, {:.3f} between them",
                     own.front().device, end, busy, end - busy);
    if (beside > 0)
      os << formatText("; {:.3f} on other streams", beside);
    os << "\n";
    commands = commands.subspan(own.size());
  }
}

void tools::printProfile(std::ostream &os,
                         std::span<const CommandTime> allCommands,
                         double stepMilliseconds) {
  std::span<const CommandTime> commands = takeDevice(allCommands);
  double whole = 0;
  for (const CommandTime &command : commands)
    whole += getMedian(command.milliseconds);
  os << formatText("\nthe step {:.3f} ms, its commands one by one {:.3f} ms, "
                   "difference {:+.3f} ms ({:+.1f} %)\n",
                   stepMilliseconds, whole, stepMilliseconds - whole,
                   100 * (stepMilliseconds - whole) / stepMilliseconds);
  printDevices(os, allCommands);
  TextTable kinds, costliest;
  for (const Sum &sum : addUp(commands, [](const CommandTime &command) {
         return std::pair(command.kind, std::string());
       }))
    addRow(kinds, sum, whole);
  kinds.print(os);
  os << "\n";
  auto sums = addUp(commands, [](const CommandTime &command) {
    return std::pair(command.kind, command.name);
  });
  for (const Sum &sum : std::views::take(sums, kMaxRows))
    addRow(costliest, sum, whole);
  costliest.print(os);
}

void tools::printTrace(std::ostream &os,
                       std::span<const CommandTime> commands) {
  JSON events = JSON::array();
  for (const CommandTime &command : commands)
    events.push_back({{"name", command.name},
                      {"cat", command.kind},
                      {"ph", "X"},
                      {"pid", command.device},
                      {"tid", command.stream},
                      {"ts", 1e3 * command.begin},
                      {"dur", 1e3 * (command.end - command.begin)},
                      {"args",
                       {{"command", command.command},
                        {"bytes", command.bytes},
                        {"operations", command.operations},
                        {"alone", 1e3 * getMedian(command.milliseconds)}}}});
  os << toText({{"traceEvents", std::move(events)}}) << "\n";
}
