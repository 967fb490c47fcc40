//===- Streams.cpp - Which commands may run at the same time --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For each command a clock says how far every stream has come for certain when
// the command begins: the numbers of the last commands that have ended. It is
// the clock of the command before it on its stream, and of those that it waits
// for, together.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Runtime/Streams.h"
#include <algorithm>
#include <array>
#include <span>
#include <vector>

using namespace shardwise;
using namespace shardwise::runtime;

uint32_t shardwise::runtime::getNumOperands(const Plan &plan, size_t command) {
  uint32_t end = command + 1 < plan.commands.size()
                     ? plan.commands[command + 1].firstOperand
                     : plan.operands.size();
  return end - plan.commands[command].firstOperand;
}

std::span<const uint32_t> shardwise::runtime::getWaits(const Plan &plan,
                                                       size_t command) {
  uint32_t begin = plan.commands[command].firstWait;
  uint32_t end = command + 1 < plan.commands.size()
                     ? plan.commands[command + 1].firstWait
                     : plan.waits.size();
  return std::span(plan.waits).subspan(begin, end - begin);
}

uint32_t shardwise::runtime::getNumStreams(const Plan &plan) {
  uint32_t count = 1;
  for (const Command &command : plan.commands)
    count = std::max(count, command.stream + 1);
  return count;
}

//===----------------------------------------------------------------------===//
// Accesses
//===----------------------------------------------------------------------===//

/// How many of a command's buffers it only reads.
static uint32_t getNumInputs(const Plan &plan, size_t number) {
  const Command &command = plan.commands[number];
  switch (command.kind) {
  case Command::Launch:
    return command.numInputs;
  case Command::Contract:
    return plan.contractions[command.index].getNumInputs();
  case Command::Attention:
    // Those before the output, and for the gradient all before the results.
    return plan.attentions[command.index].isGradient
               ? AttentionShape::OutputGradient + 2
               : AttentionShape::Output;
  case Command::Collective:
    return getNumOperands(plan, number) / 2;
  case Command::Copy:
  case Command::Branch:
    return 1;
  case Command::Jump:
    return 0;
  }
  __builtin_unreachable();
}

std::vector<Access> shardwise::runtime::getAccesses(const Plan &plan,
                                                    size_t number) {
  const Command &command = plan.commands[number];
  uint32_t numInputs = getNumInputs(plan, number);
  std::vector<Access> accesses;
  for (uint32_t i = 0, e = getNumOperands(plan, number); i < e; ++i) {
    const Place &place = plan.buffers[plan.operands[command.firstOperand + i]];
    // All of the arena is one.
    uint32_t index = place.space == Place::Arena ? 0 : place.index;
    accesses.push_back({place.space, index, place.offset,
                        place.offset + place.bytes,
                        /*isWrite=*/i >= numInputs});
  }
  return accesses;
}

static bool areInConflict(std::span<const Access> a,
                          std::span<const Access> b) {
  return std::ranges::any_of(a, [&](const Access &x) {
    return std::ranges::any_of(
        b, [&](const Access &y) { return x.conflictsWith(y); });
  });
}

//===----------------------------------------------------------------------===//
// Clocks
//===----------------------------------------------------------------------===//

namespace {
/// By stream, the number of the last command that has ended, and one more.
using Clock = std::array<uint32_t, kMaxStreams>;

class Clocks {
public:
  explicit Clocks(const Plan &plan) : plan(plan), clocks(plan.commands.size()) {
    for (size_t number = 0; number < plan.commands.size(); ++number)
      onStream[plan.commands[number].stream].push_back(number);
  }

  /// Goes on to the next command, whose waits count later.
  void begin(uint32_t number) {
    uint32_t stream = plan.commands[number].stream;
    current = number;
    clocks[number] = latest[stream];
  }
  void wait(uint32_t other) {
    Clock &clock = clocks[current];
    for (uint32_t s = 0; s < kMaxStreams; ++s)
      clock[s] = std::max(clock[s], clocks[other][s]);
    uint32_t &ended = clock[plan.commands[other].stream];
    ended = std::max(ended, other + 1);
  }
  /// Whether a command has ended when the current one begins.
  bool hasEnded(uint32_t other) const {
    return clocks[current][plan.commands[other].stream] > other;
  }
  void end() {
    uint32_t stream = plan.commands[current].stream;
    latest[stream] = clocks[current];
    latest[stream][stream] = current + 1;
  }

  /// Calls a function with the commands of other streams that the current one
  /// may meet, the last first, until it returns false.
  template <typename F> void forEachConcurrent(F &&function) {
    for (uint32_t s = 0; s < kMaxStreams; ++s) {
      if (s == plan.commands[current].stream)
        continue;
      auto last = std::ranges::lower_bound(onStream[s], current);
      while (last != onStream[s].begin() && *--last >= clocks[current][s])
        if (!function(*last))
          break;
    }
  }

private:
  const Plan &plan;
  std::vector<Clock> clocks;
  std::array<std::vector<uint32_t>, kMaxStreams> onStream;
  /// What is certain after the last command of each stream.
  std::array<Clock, kMaxStreams> latest{};
  uint32_t current = 0;
};
} // namespace

void shardwise::runtime::orderStreams(Plan &plan) {
  plan.waits.clear();
  Clocks clocks(plan);
  std::vector<std::vector<Access>> accesses;
  for (uint32_t number = 0; number < plan.commands.size(); ++number) {
    accesses.push_back(getAccesses(plan, number));
    plan.commands[number].firstWait = plan.waits.size();
    clocks.begin(number);
    // The last conflict with each stream. One may cover another that came
    // before it.
    std::vector<uint32_t> conflicts;
    clocks.forEachConcurrent([&](uint32_t other) {
      if (!areInConflict(accesses[number], accesses[other]))
        return true;
      conflicts.push_back(other);
      return false;
    });
    std::ranges::sort(conflicts, std::greater<>());
    for (uint32_t other : conflicts)
      if (!clocks.hasEnded(other)) {
        plan.waits.push_back(other);
        clocks.wait(other);
      }
    clocks.end();
  }
}

/// How a message names a command.
static std::string describe(const Plan &plan, size_t number) {
  const Command &command = plan.commands[number];
  std::string text = "command " + std::to_string(number);
  if (command.kind == Command::Collective)
    text += ", " + plan.collectives[command.index].name + ",";
  return text + " on stream " + std::to_string(command.stream);
}

std::optional<std::string> shardwise::runtime::checkStreams(const Plan &plan) {
  bool hasLoops = false;
  for (size_t number = 0; number < plan.commands.size(); ++number) {
    const Command &command = plan.commands[number];
    hasLoops |=
        command.kind == Command::Branch || command.kind == Command::Jump;
    if (command.stream >= kMaxStreams)
      return "has a command on stream " + std::to_string(command.stream) +
             ", expected at most " + std::to_string(kMaxStreams - 1);
    for (uint32_t wait : getWaits(plan, number))
      if (wait >= number)
        return "has a command " + std::to_string(number) +
               " that waits for command " + std::to_string(wait) +
               ", which does not come before it";
  }
  if (getNumStreams(plan) == 1)
    return std::nullopt;
  if (hasLoops)
    return "has loops and several streams";
  Clocks clocks(plan);
  std::optional<std::string> problem;
  std::vector<std::vector<Access>> accesses;
  for (uint32_t number = 0; number < plan.commands.size(); ++number) {
    accesses.push_back(getAccesses(plan, number));
    clocks.begin(number);
    for (uint32_t wait : getWaits(plan, number))
      clocks.wait(wait);
    clocks.forEachConcurrent([&](uint32_t other) {
      if (areInConflict(accesses[number], accesses[other]) && !problem)
        problem = "has a race: " + describe(plan, other) + " and " +
                  describe(plan, number) +
                  " touch the same memory and may run at the same time";
      return !problem;
    });
    clocks.end();
  }
  return problem;
}
