//===- Executor.cpp - Run a plan on devices of this process ---------------===//
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

/// Starts steps on the devices' threads and waits for them.
class ThreadTeam {
public:
  template <typename F> void start(int64_t count, F function) {
    for (int64_t device = 0; device < count; ++device)
      threads.emplace_back([this, device, function] {
        for (uint64_t step = 1; waitForStep(step); ++step) {
          function(device);
          finish();
        }
      });
  }

  ~ThreadTeam() {
    {
      std::lock_guard<std::mutex> lock(mutex);
      stopping = true;
    }
    begun.notify_all();
    for (std::thread &thread : threads)
      thread.join();
  }

  bool empty() const { return threads.empty(); }

  void runStep() {
    std::unique_lock<std::mutex> lock(mutex);
    running = threads.size();
    ++current;
    begun.notify_all();
    done.wait(lock, [&] { return running == 0; });
  }

private:
  bool waitForStep(uint64_t step) {
    std::unique_lock<std::mutex> lock(mutex);
    begun.wait(lock, [&] { return stopping || current >= step; });
    return !stopping;
  }
  void finish() {
    std::lock_guard<std::mutex> lock(mutex);
    if (--running == 0)
      done.notify_one();
  }

  std::mutex mutex;
  std::condition_variable begun, done;
  uint64_t current = 0;
  size_t running = 0;
  bool stopping = false;
  std::vector<std::thread> threads;
};
} // namespace

class Executor::Impl {
public:
  explicit Impl(Plan plan)
      : plan(std::move(plan)), rendezvous(this->plan.mesh.getNumDevices()) {}

  llvm::Error prepare();
  llvm::Error runStep();
  int64_t getLocalElements(unsigned shard) const;
  BoxMove getPart(unsigned shard, int64_t device) const;

  Plan plan;
  std::vector<Device> devices;

private:
  llvm::Error allocate(Device &device);
  void resolve(Device &device);
  void runDevice(int64_t device);

  std::vector<Contraction> contractions;
  std::deque<Collective> collectives;
  /// The first operands of each collective on each device.
  std::vector<std::vector<void *const *>> collectiveOperands;
  Rendezvous rendezvous;
  // The last member: its threads end first.
  ThreadTeam team;
};

//===----------------------------------------------------------------------===//
// Preparing
//===----------------------------------------------------------------------===//

int64_t Executor::Impl::getLocalElements(unsigned shard) const {
  const ShardInfo &info = plan.shards[shard];
  return llvm::product_of(
      getLocalShape(plan.mesh, info.sharding, info.globalShape));
}

/// The move of a device's part of a shard from the whole tensor.
BoxMove Executor::Impl::getPart(unsigned shard, int64_t device) const {
  const ShardInfo &info = plan.shards[shard];
  auto local = getLocalShape(plan.mesh, info.sharding, info.globalShape);
  auto offsets =
      getLocalOffsets(plan.mesh, info.sharding, info.globalShape, device);
  llvm::SmallVector<int64_t, 4> zeros(local.size(), 0);
  return BoxMove::make(local, info.globalShape, offsets, local, zeros);
}

llvm::Error Executor::Impl::allocate(Device &device) {
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
    if (llvm::Error error =
            allocateOne(memory, getLocalElements(number) *
                                    getByteSize(plan.shards[number].type)))
      return error;
  return llvm::Error::success();
}

void Executor::Impl::resolve(Device &device) {
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

llvm::Error Executor::Impl::prepare() {
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

void Executor::Impl::runDevice(int64_t number) {
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

llvm::Error Executor::Impl::runStep() {
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

Executor::Executor(std::unique_ptr<Impl> impl) : impl(std::move(impl)) {}
Executor::~Executor() = default;

llvm::Expected<std::unique_ptr<Executor>> Executor::create(Plan plan) {
  auto impl = std::make_unique<Impl>(std::move(plan));
  if (llvm::Error error = impl->prepare())
    return std::move(error);
  return std::unique_ptr<Executor>(new Executor(std::move(impl)));
}

llvm::Error Executor::runStep() { return impl->runStep(); }

int64_t Executor::getNumDevices() const { return impl->devices.size(); }

llvm::ArrayRef<ShardInfo> Executor::getShards() const {
  return impl->plan.shards;
}

std::optional<unsigned> Executor::findShard(llvm::StringRef name) const {
  for (auto [number, shard] : llvm::enumerate(impl->plan.shards))
    if (shard.name == name)
      return number;
  return std::nullopt;
}

void Executor::write(unsigned shard, const void *global) {
  unsigned bytes = getByteSize(impl->plan.shards[shard].type);
  for (auto [number, device] : llvm::enumerate(impl->devices))
    impl->getPart(shard, number)
        .copy(static_cast<const char *>(global), device.shards[shard].get(),
              bytes);
}

void Executor::read(unsigned shard, void *global) const {
  unsigned bytes = getByteSize(impl->plan.shards[shard].type);
  for (auto [number, device] : llvm::enumerate(impl->devices)) {
    BoxMove move = impl->getPart(shard, number);
    std::swap(move.sourceOffset, move.targetOffset);
    std::swap(move.sourceStrides, move.targetStrides);
    move.copy(device.shards[shard].get(), static_cast<char *>(global), bytes);
  }
}

int64_t Executor::getGlobalBytes(unsigned shard) const {
  const ShardInfo &info = impl->plan.shards[shard];
  return llvm::product_of(info.globalShape) * getByteSize(info.type);
}

void *Executor::getLocalData(unsigned shard, int64_t device) const {
  return impl->devices[device].shards[shard].get();
}
