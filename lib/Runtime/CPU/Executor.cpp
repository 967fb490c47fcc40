//===- Executor.cpp - Run a plan on CPU devices ---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Resolves all places of a plan to addresses, once for each device, and
// interprets the commands. In a step nothing is looked up, allocated or
// converted: a command finds its buffers' addresses side by side.
//
// Here are the devices of this process: all of them, or one.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Runtime/Executor.h"
#include "shardwise/Runtime/Collectives.h"
#include "shardwise/Runtime/Elements.h"
#include "shardwise/Runtime/Memory.h"
#include "shardwise/Runtime/ThreadTeam.h"
#include "shardwise/Runtime/Transport.h"
#include "shardwise/Support/Error.h"
#include "shardwise/Support/Ranges.h"
#include <algorithm>
#include <cstring>
#include <deque>
#include <span>
#include <string_view>
#include <thread>
#include <vector>

using namespace shardwise;
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
  explicit CPUExecutor(Plan plan, Processes *processes = nullptr)
      : plan(std::move(plan)), processes(processes),
        rendezvous(this->plan.mesh.getNumDevices()) {
    if (processes)
      own = this->plan.mesh.getDevice(processes->group.getRank());
  }

  /// Prepares the devices of this process; all processes must be able to.
  Error prepare();
  /// Connects the processes.
  Error connect(std::span<const PlanPart> more);

  const Plan &getPlan() const override { return plan; }
  void write(unsigned shard, const void *global) override;
  void fill(unsigned shard, const random::Initializer &init) override;
  void read(unsigned shard, void *global) const override;
  const void *getLocalData(unsigned shard, int64_t device) const override {
    return processes ? fetched[shard][device].data()
                     : devices[device].shards[shard].get();
  }
  Error runStep() override;
  Error getError() const override {
    if (message.empty())
      return Error::success();
    return makeError("{}", message);
  }

private:
  Error allocate(Device &device);
  void resolve(Device &device);
  void contract(const Command &command, void *const *operands,
                Scratch &scratch);
  void runDevice(int64_t device);
  bool communicate(int64_t device, const Command &command);
  bool exchange(uint32_t collective, std::span<const Parcel> outgoing,
                std::span<const Parcel> incoming);
  int64_t getFirst() const { return processes ? own : 0; }
  /// Brings what holds a variable in another type up to date.
  void updateCopies(unsigned shard);

  Plan plan;
  /// Null if all devices are of this process.
  Processes *processes;
  /// The device of this process, if there are several.
  int64_t own = 0;
  int64_t step = 0;
  /// What went wrong among processes.
  mutable std::string message;
  /// What `read` fetched, by shard and device, if there are several processes.
  mutable std::vector<std::vector<std::string>> fetched;
  /// Those of this process.
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

Error CPUExecutor::allocate(Device &device) {
  auto allocateOne = [](Memory &memory, int64_t bytes) -> Error {
    if (memory.allocate(bytes))
      return Error::success();
    return makeError("cannot allocate {} bytes for a device", bytes);
  };
  if (Error error = allocateOne(device.arena, plan.arenaBytes))
    return error;
  device.shards.resize(plan.shards.size());
  for (auto [number, memory] : enumerate(device.shards))
    if (Error error = allocateOne(memory, getLocalBytes(number)))
      return error;
  return Error::success();
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

Error CPUExecutor::prepare() {
  if (!plan.attentions.empty())
    return makeError("the plan has attentions, which no library runs on CPUs: "
                     "they have to be decomposed");
  int64_t count = processes ? 1 : plan.mesh.getNumDevices();
  devices.resize(count);
  for (Device &device : devices) {
    if (Error error = allocate(device))
      return error;
    resolve(device);
  }
  for (const ContractionShape &shape : plan.contractions)
    contractions.emplace_back(shape);
  collectiveOperands.resize(plan.collectives.size());
  for (auto [number, info] : enumerate(plan.collectives))
    collectives.emplace_back(plan.mesh, info, number);
  for (const Command &command : plan.commands)
    if (command.kind == Command::Collective)
      for (Device &device : devices)
        collectiveOperands[command.index].push_back(device.operands.data() +
                                                    command.firstOperand);
  setProductThreads(
      plan.mesh.getNumDevices() == 1 ? std::thread::hardware_concurrency() : 1);
  if (count > 1)
    team.start(count, [this](int64_t device) { runDevice(device); });
  return Error::success();
}

//===----------------------------------------------------------------------===//
// Running
//===----------------------------------------------------------------------===//

/// Moves parcels between processes; false if that cannot go on.
bool CPUExecutor::exchange(uint32_t collective,
                           std::span<const Parcel> outgoing,
                           std::span<const Parcel> incoming) {
  auto toRanks = [&](std::span<const Parcel> parcels) {
    std::vector<Parcel> ranks(parcels.begin(), parcels.end());
    for (Parcel &parcel : ranks)
      parcel.rank = plan.mesh.getRank(parcel.rank);
    return ranks;
  };
  const ProcessGroup &group = processes->group;
  const ProcessMonitor &monitor = group.getMonitor();
  Deadline deadline(group.getPatience());
  auto stop = [&]() -> std::string {
    if (!deadline.hasPassed())
      return monitor.findProblem();
    return "it did not end within " + std::to_string(group.getPatience()) +
           " s; " + monitor.describeStall();
  };
  Error error = processes->transport->exchange(
      uint64_t(step) << 24 | collective, toRanks(outgoing), toRanks(incoming),
      stop);
  if (!error)
    return true;
  // What has become of the others says more than a connection that broke.
  std::string problem = monitor.waitForProblem();
  std::string own = toString(std::move(error));
  message = "step " + std::to_string(step) + " on rank " +
            std::to_string(group.getRank()) + " was given up in " +
            plan.collectives[collective].name + ": " +
            (problem.empty() ? own : problem);
  group.fail(message);
  return false;
}

bool CPUExecutor::communicate(int64_t number, const Command &command) {
  if (!processes)
    return collectives[command.index].run(number,
                                          collectiveOperands[command.index],
                                          rendezvous, devices[number].scratch);
  ProcessMonitor &monitor = processes->group.getMonitor();
  monitor.note(ProcessMonitor::Phase::Communicating, step, command.index);
  bool isDone = collectives[command.index].runRemote(
      number, devices[0].operands.data() + command.firstOperand,
      [&](std::span<const Parcel> outgoing, std::span<const Parcel> incoming) {
        return exchange(command.index, outgoing, incoming);
      },
      devices[0].scratch);
  monitor.note(ProcessMonitor::Phase::Computing, step, command.index);
  return isDone;
}

void CPUExecutor::contract(const Command &command, void *const *operands,
                           Scratch &scratch) {
  const ContractionShape &shape = plan.contractions[command.index];
  void *output = operands[shape.getNumInputs()];
  contractions[command.index].run(operands[0], operands[1], output, scratch);
  if (shape.biasElements)
    finishContraction(shape, operands[2], output,
                      shape.isGelu ? operands[4] : nullptr);
}

void CPUExecutor::runDevice(int64_t number) {
  Device &device = devices[number - getFirst()];
  for (size_t next = 0; next < plan.commands.size(); ++next) {
    const Command &command = plan.commands[next];
    void *const *operands = device.operands.data() + command.firstOperand;
    switch (command.kind) {
    case Command::Launch:
      plan.kernels[command.index](operands, number);
      break;
    case Command::Contract:
      contract(command, operands, device.scratch);
      break;
    case Command::Attention:
      __builtin_unreachable();
    case Command::Collective:
      if (!communicate(number, command))
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
  if (!processes)
    rendezvous.end(number);
}

Error CPUExecutor::runStep() {
  ++step;
  if (processes) {
    if (Error error = getError())
      return error;
    ProcessMonitor &monitor = processes->group.getMonitor();
    monitor.note(ProcessMonitor::Phase::Computing, step);
    runDevice(own);
    monitor.note(ProcessMonitor::Phase::Idle, step);
    return getError();
  }
  rendezvous.begin();
  if (team.empty())
    runDevice(0);
  else if (rendezvous.getError().empty())
    team.runStep();
  std::string error = rendezvous.getError();
  if (error.empty())
    return Error::success();
  return makeError("{}", error);
}

//===----------------------------------------------------------------------===//
// The interface
//===----------------------------------------------------------------------===//

Expected<std::unique_ptr<Executor>> Executor::create(Plan plan) {
  auto executor = std::make_unique<CPUExecutor>(std::move(plan));
  if (Error error = executor->prepare())
    return error;
  return executor;
}

Error CPUExecutor::connect(std::span<const PlanPart> more) {
  ProcessGroup &group = processes->group;
  int64_t size = group.getSize(), count = plan.mesh.getNumDevices();
  Error error = Error::success();
  if (size != count)
    error = makeError("the mesh has {}{}, but there are {} processes: on CPUs "
                      "each is one device",
                      count, count == 1 ? " device" : " devices", size);
  // What one process lacks, all of them hear of before they wait for each
  // other.
  error = group.agree(std::move(error), "counting the devices");
  if (error)
    return error;
  std::vector<PlanPart> parts(more.begin(), more.end());
  append(parts, getParts(plan));
  if ((error = compareParts(group, parts)))
    return error;
  if ((error = group.agree(prepare(), "preparing the devices")))
    return error;
  std::vector<std::string> names;
  for (const CollectiveInfo &info : plan.collectives)
    names.push_back(info.name);
  group.getMonitor().setCollectives(std::move(names));
  fetched.assign(plan.shards.size(), std::vector<std::string>(count));
  if (processes->transport)
    return Error::success();
  auto transport = Transport::connectSockets(group);
  if (!transport)
    return transport.takeError();
  processes->transport = std::move(*transport);
  return Error::success();
}

Expected<std::unique_ptr<Executor>>
Executor::create(Plan plan, Processes &processes,
                 std::span<const PlanPart> more) {
  if (!processes.areSeveral())
    return create(std::move(plan));
  auto executor = std::make_unique<CPUExecutor>(std::move(plan), &processes);
  if (Error error = executor->connect(more))
    return error;
  return executor;
}

void CPUExecutor::write(unsigned shard, const void *global) {
  for (auto [number, device] : enumerate(devices))
    getPart(shard, getFirst() + number)
        .copy(static_cast<const char *>(global), device.shards[shard].get(),
              getByteSize(plan.shards[shard].type));
  updateCopies(shard);
}

void CPUExecutor::updateCopies(unsigned shard) {
  for (auto [copy, info] : enumerate(plan.shards))
    if (info.copyOf == int64_t(shard))
      for (Device &device : devices)
        convertElements(device.shards[shard].get(), plan.shards[shard].type,
                        device.shards[copy].get(), info.type,
                        getProduct(getLocalShape(plan.mesh, info.sharding,
                                                 info.globalShape)));
}

void CPUExecutor::fill(unsigned shard, const random::Initializer &init) {
  for (auto [number, device] : enumerate(devices))
    random::fill(init, getMadePart(shard, getFirst() + number),
                 static_cast<int32_t>(plan.shards[shard].type),
                 device.shards[shard].get());
  updateCopies(shard);
}

void CPUExecutor::read(unsigned shard, void *global) const {
  if (processes) {
    std::vector<std::string> &parts = fetched[shard];
    std::ranges::for_each(parts, [&](std::string &part) {
      part.assign(getLocalBytes(shard), '\0');
    });
    std::string_view mine(devices[0].shards[shard].get(), getLocalBytes(shard));
    if (!message.empty())
      return;
    auto values = processes->group.allGather(
        mine, "fetching '" + plan.shards[shard].name + "' after step " +
                  std::to_string(step));
    if (!values) {
      message = toString(values.takeError());
      return;
    }
    for (auto [rank, value] : enumerate(*values))
      parts[plan.mesh.getDevice(rank)] = std::move(value);
  }
  for (int64_t device = 0; device < getNumDevices(); ++device)
    getWhole(shard, device)
        .copy(static_cast<const char *>(getLocalData(shard, device)),
              static_cast<char *>(global),
              getByteSize(plan.shards[shard].type));
}
