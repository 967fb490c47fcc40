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
#include "TextTable.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/JSON.h"
#include <map>

using namespace mlir::shardwise;
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
  llvm::sort(values);
  return values[values.size() / 2];
}

static std::string formatNumber(const char *format, double number) {
  std::string text;
  llvm::raw_string_ostream(text) << llvm::format(format, number);
  return text;
}

/// The rate that counts: operations of products, bytes of all others.
static std::string formatRate(const Sum &sum) {
  double seconds = sum.milliseconds / 1e3;
  if (seconds <= 0)
    return "";
  if (sum.operations)
    return formatNumber("%.0f TFLOP/s", sum.operations / seconds / 1e12);
  return sum.bytes ? formatNumber("%.0f GB/s", sum.bytes / seconds / 1e9) : "";
}

static void addRow(tools::TextTable &table, const Sum &sum, double whole) {
  table.addRow({sum.kind, std::to_string(sum.count),
                formatNumber("%.3f ms", sum.milliseconds),
                formatNumber("%.1f %%", 100 * sum.milliseconds / whole),
                formatRate(sum), sum.name});
}

/// Adds commands up by what `getKey` says, the costliest first.
static std::vector<Sum> addUp(
    llvm::ArrayRef<CommandTime> commands,
    llvm::function_ref<std::pair<std::string, std::string>(const CommandTime &)>
        getKey) {
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
  llvm::sort(sorted, [](const Sum &a, const Sum &b) {
    return std::tuple(-a.milliseconds, a.kind, a.name) <
           std::tuple(-b.milliseconds, b.kind, b.name);
  });
  return sorted;
}

/// The commands of one device.
static llvm::ArrayRef<CommandTime>
takeDevice(llvm::ArrayRef<CommandTime> commands) {
  return commands.take_while([&](const CommandTime &command) {
    return command.device == commands.front().device;
  });
}

/// Says how much of a step as it runs the commands of the computation take, and
/// what lies between them: gaps, and what they wait for.
static void printDevices(llvm::raw_ostream &os,
                         llvm::ArrayRef<CommandTime> commands) {
  while (!commands.empty()) {
    llvm::ArrayRef<CommandTime> own = takeDevice(commands);
    double busy = 0, beside = 0, end = 0;
    for (const CommandTime &command : own) {
      (command.stream ? beside : busy) += command.end - command.begin;
      end = std::max(end, command.end);
    }
    os << llvm::format("device %lld: %.3f ms as it runs, %.3f in commands of "
                       "the computation, %.3f between them",
                       static_cast<long long>(own.front().device), end, busy,
                       end - busy);
    if (beside > 0)
      os << llvm::format("; %.3f on other streams", beside);
    os << "\n";
    commands = commands.drop_front(own.size());
  }
}

void tools::printProfile(llvm::raw_ostream &os,
                         llvm::ArrayRef<CommandTime> allCommands,
                         double stepMilliseconds) {
  llvm::ArrayRef<CommandTime> commands = takeDevice(allCommands);
  double whole = 0;
  for (const CommandTime &command : commands)
    whole += getMedian(command.milliseconds);
  os << llvm::format("\nthe step %.3f ms, its commands one by one %.3f ms, "
                     "difference %+.3f ms (%+.1f %%)\n",
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
  for (const Sum &sum : llvm::ArrayRef(sums).take_front(kMaxRows))
    addRow(costliest, sum, whole);
  costliest.print(os);
}

void tools::printTrace(llvm::raw_ostream &os,
                       llvm::ArrayRef<CommandTime> commands) {
  llvm::json::OStream json(os);
  json.object([&] {
    json.attributeArray("traceEvents", [&] {
      for (const CommandTime &command : commands) {
        json.object([&] {
          json.attribute("name", command.name);
          json.attribute("cat", command.kind);
          json.attribute("ph", "X");
          json.attribute("pid", command.device);
          json.attribute("tid", int64_t(command.stream));
          json.attribute("ts", 1e3 * command.begin);
          json.attribute("dur", 1e3 * (command.end - command.begin));
          json.attributeObject("args", [&] {
            json.attribute("command", int64_t(command.command));
            json.attribute("bytes", command.bytes);
            json.attribute("operations", command.operations);
            json.attribute("alone", 1e3 * getMedian(command.milliseconds));
          });
        });
      }
    });
  });
  os << "\n";
}
