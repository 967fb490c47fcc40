//===- Rendezvous.cpp - Where devices wait for each other -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One mutex guards all meeting points; it is held for a few instructions only.
// Who completes a group takes its members off the list of waiting devices
// before they wake, so that the list never shows a device as stuck that can go
// on.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Runtime/Rendezvous.h"
#include "shardwise/Support/Ranges.h"
#include <algorithm>

using namespace shardwise;
using namespace shardwise::runtime;

Rendezvous::Rendezvous(int64_t numDevices)
    : waitsAt(numDevices, nullptr), hasEnded(numDevices, false) {}

void Rendezvous::begin() {
  std::lock_guard<std::mutex> lock(mutex);
  hasEnded.assign(hasEnded.size(), false);
  numStuck = 0;
}

bool Rendezvous::meet(MeetingPoint &point, int64_t device) {
  std::unique_lock<std::mutex> lock(mutex);
  if (hasFailed)
    return false;
  if (++point.arrived == point.members.size()) {
    point.arrived = 0;
    ++point.generation;
    for (int64_t member : point.members) {
      numStuck -= waitsAt[member] != nullptr;
      waitsAt[member] = nullptr;
    }
    point.changed.notify_all();
    return true;
  }
  uint64_t generation = point.generation;
  waitsAt[device] = &point;
  ++numStuck;
  checkProgress();
  point.changed.wait(
      lock, [&] { return hasFailed || point.generation != generation; });
  return !hasFailed;
}

void Rendezvous::end(int64_t device) {
  std::lock_guard<std::mutex> lock(mutex);
  hasEnded[device] = true;
  ++numStuck;
  checkProgress();
}

void Rendezvous::fail(std::string message) {
  std::lock_guard<std::mutex> lock(mutex);
  failLocked(std::move(message));
}

std::string Rendezvous::getError() {
  std::lock_guard<std::mutex> lock(mutex);
  return error;
}

void Rendezvous::failLocked(std::string message) {
  if (hasFailed)
    return;
  hasFailed = true;
  error = std::move(message);
  for (MeetingPoint *point : waitsAt)
    if (point)
      point->changed.notify_all();
}

void Rendezvous::checkProgress() {
  bool isAnyoneWaiting =
      std::ranges::any_of(waitsAt, [](auto *p) { return p; });
  if (numStuck == waitsAt.size() && isAnyoneWaiting)
    failLocked(describeMismatch());
}

/// Names a device that waits, and a member of its group that is elsewhere.
std::string Rendezvous::describeMismatch() const {
  for (auto [device, point] : enumerate(waitsAt)) {
    if (!point)
      continue;
    for (int64_t member : point->members) {
      if (waitsAt[member] == point)
        continue;
      std::string message = "device " + std::to_string(device) + " calls " +
                            point->name + ", but device " +
                            std::to_string(member);
      if (!waitsAt[member])
        return message + " has ended its step";
      return message + " calls " + waitsAt[member]->name;
    }
  }
  return "all devices wait for each other";
}
