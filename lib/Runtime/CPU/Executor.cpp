//===- Executor.cpp - Run a plan on CPU devices of this process -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Resolves all places of a plan to addresses, once for each device, and
// interprets the commands. In a step nothing is looked up, allocated or
// converted: a command finds its buffers' addresses side by side.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Runtime/Executor.h"
#include "shardwise/Runtime/Collectives.h"
#include "shardwise/Runtime/Memory.h"
#include "shardwise/Runtime/ThreadTeam.h"
#include "llvm/ADT/STLExtras.h"
#include <cstring>
#include <deque>
#include <thread>

using namespace shardwise::runtime;

//===----------------------------------------------------------------------===//
// State
//===----------------------------------------------------------------------===//

namespace {
/// What belongs to one device.
struct Device {
  Memory arena;
  std::vector<Memory> shards;
  /// The address of each operand of each command.
  std::vector<void *> operands;
  Scratch scratch;
};

class CPUExecutor final : public Executor {
public:
  explicit CPUExecutor(Plan plan)
      : plan(std::move(plan)), rendezvous(this->plan.mesh.getNumDevices()) {}

  llvm::Error prepare();

  const Plan &getPlan() const override { return plan; }
  void write(unsigned shard, const void *global) override;
  void fill(unsigned shard, const random::Initializer &init) override;
  void read(unsigned shard, void *global) const override;
  const void *getLocalData(unsigned shard, int64_t device) const override {
    return devices[device].shards[shard].get();
  }
  llvm::Error runStep() override;
  llvm::Error getError() const override { return llvm::Error::success(); }

private:
  llvm::Error allocate(Device &device);
  void resolve(Device &device);
  void runDevice(int64_t device);

  Plan plan;
  std::vector<Device> devices;
  std::vector<Contraction> contractions;
  std::deque<Collective> collectives;
  /// The first operands of each collective on each device.
  std::vector<std::vector<void *const *>> collectiveOperands;
  Rendezvous rendezvous;
  // The last member: its threads end first.
  ThreadTeam team;
};
} // namespace

//===----------------------------------------------------------------------===//
// Preparing
//===----------------------------------------------------------------------===//

llvm::Error CPUExecutor::allocate(Device &device) {
  auto allocateOne = [](Memory &memory, int64_t bytes) -> llvm::Error {
    if (memory.allocate(bytes))
      return llvm::Error::success();
    return llvm::createStringError("cannot allocate %lld bytes for a device",
                                   (long long)bytes);
  };
  if (llvm::Error error = allocateOne(device.arena, plan.arenaBytes))
    return error;
  device.shards.resize(plan.shards.size());
  for (auto [number, memory] : llvm::enumerate(device.shards))
    if (llvm::Error error = allocateOne(memory, getLocalBytes(number)))
      return error;
  return llvm::Error::success();
}

void CPUExecutor::resolve(Device &device) {
  device.operands.reserve(plan.operands.size());
  for (uint32_t operand : plan.operands) {
    const Place &place = plan.buffers[operand];
    char *base = place.space == Place::Arena ? device.arena.get()
                 : place.space == Place::Shard
                     ? device.shards[place.index].get()
                     : plan.constants[place.index].data();
    device.operands.push_back(base + place.offset);
  }
}

llvm::Error CPUExecutor::prepare() {
  int64_t count = plan.mesh.getNumDevices();
  devices.resize(count);
  for (Device &device : devices) {
    if (llvm::Error error = allocate(device))
      return error;
    resolve(device);
  }
  for (const ContractionShape &shape : plan.contractions)
    contractions.emplace_back(shape);
  collectiveOperands.resize(plan.collectives.size());
  for (auto [number, info] : llvm::enumerate(plan.collectives))
    collectives.emplace_back(plan.mesh, info, number);
  for (const Command &command : plan.commands)
    if (command.kind == Command::Collective)
      for (Device &device : devices)
        collectiveOperands[command.index].push_back(device.operands.data() +
                                                    command.firstOperand);
  setProductThreads(count == 1 ? std::thread::hardware_concurrency() : 1);
  if (count > 1)
    team.start(count, [this](int64_t device) { runDevice(device); });
  return llvm::Error::success();
}

//===----------------------------------------------------------------------===//
// Running
//===----------------------------------------------------------------------===//

void CPUExecutor::runDevice(int64_t number) {
  Device &device = devices[number];
  for (size_t next = 0; next < plan.commands.size(); ++next) {
    const Command &command = plan.commands[next];
    void *const *operands = device.operands.data() + command.firstOperand;
    switch (command.kind) {
    case Command::Launch:
      plan.kernels[command.index](operands, number);
      break;
    case Command::Contract:
      contractions[command.index].run(operands[0], operands[1], operands[2],
                                      device.scratch);
      break;
    case Command::Collective:
      if (!collectives[command.index].run(number,
                                          collectiveOperands[command.index],
                                          rendezvous, device.scratch))
        return;
      break;
    case Command::Copy:
      std::memmove(operands[1], operands[0], command.bytes);
      break;
    case Command::Branch:
      if (!*static_cast<const uint8_t *>(operands[0]))
        next = size_t(command.index) - 1;
      break;
    case Command::Jump:
      next = size_t(command.index) - 1;
      break;
    }
  }
  rendezvous.end(number);
}

llvm::Error CPUExecutor::runStep() {
  rendezvous.begin();
  if (team.empty())
    runDevice(0);
  else if (rendezvous.getError().empty())
    team.runStep();
  std::string error = rendezvous.getError();
  if (error.empty())
    return llvm::Error::success();
  return llvm::createStringError(error);
}

//===----------------------------------------------------------------------===//
// The interface
//===----------------------------------------------------------------------===//

llvm::Expected<std::unique_ptr<Executor>> Executor::create(Plan plan) {
  auto executor = std::make_unique<CPUExecutor>(std::move(plan));
  if (llvm::Error error = executor->prepare())
    return std::move(error);
  return std::move(executor);
}

void CPUExecutor::write(unsigned shard, const void *global) {
  for (auto [number, device] : llvm::enumerate(devices))
    getPart(shard, number)
        .copy(static_cast<const char *>(global), device.shards[shard].get(),
              getByteSize(plan.shards[shard].type));
}

void CPUExecutor::fill(unsigned shard, const random::Initializer &init) {
  for (auto [number, device] : llvm::enumerate(devices))
    random::fill(init, getMadePart(shard, number),
                 static_cast<int32_t>(plan.shards[shard].type),
                 device.shards[shard].get());
}

void CPUExecutor::read(unsigned shard, void *global) const {
  for (auto [number, device] : llvm::enumerate(devices))
    getWhole(shard, number)
        .copy(device.shards[shard].get(), static_cast<char *>(global),
              getByteSize(plan.shards[shard].type));
}
