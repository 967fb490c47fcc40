//===- Executor.cpp - Run a plan on the GPUs of a process -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Gives each GPU of this process a thread, and waits for steps. While it waits
// it looks now and then whether communication has failed or another process has
// gone, and ends the step then: a kernel of NCCL would wait forever. So may its
// calls, and those of the driver: `CallWatch` ends the process there.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Runtime/CUDA/Executor.h"
#include "Device.h"
#include "shardwise/Runtime/CallWatch.h"
#include "shardwise/Runtime/Collectives.h"
#include "shardwise/Runtime/ComparePlans.h"
#include "shardwise/Runtime/ThreadTeam.h"
#include "shardwise/Support/Error.h"
#include "shardwise/Support/Hash.h"
#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <string_view>
#include <vector>

using namespace shardwise;
using namespace shardwise::runtime;
using Clock = std::chrono::steady_clock;

/// How long to spin for a step before looking at anything else.
static constexpr std::chrono::milliseconds kPatience(200);

namespace {
class CUDAExecutorImpl final : public CUDAExecutor {
public:
  CUDAExecutorImpl(PlanFile file, ProcessGroup &group,
                   const CUDAOptions &options)
      : file(std::move(file)), group(group), options(options),
        watch(group.getSize() > 1 ? &group.getMonitor() : nullptr,
              options.stepSeconds) {}
  ~CUDAExecutorImpl() override;

  Error prepare();

  const Plan &getPlan() const override { return file.plan; }
  void write(unsigned shard, const void *global) override;
  void fill(unsigned shard, const random::Initializer &init) override;
  void read(unsigned shard, void *global) const override;
  const void *getLocalData(unsigned shard, int64_t device) const override {
    return fetched[shard][device].data();
  }
  Error runStep() override;
  int64_t getStepsAhead() const override {
    return devices[0]->keepsOutputs() ? Device::kMaxSteps - 1 : 0;
  }
  void writeNext(unsigned shard, const void *global) override;
  Error queueStep() override;
  Expected<double> finishStep(int64_t step) override;
  void readOutput(unsigned shard, int64_t step, void *global) const override;
  Expected<std::vector<CommandTime>> profile(int repeats) override;
  Error getError() const override {
    std::lock_guard<std::mutex> lock(mutex);
    if (message.empty())
      return Error::success();
    return makeError("{}", message);
  }
  CUDAMemory getMemory() const override { return devices[0]->getMemory(); }
  std::string_view getDeviceName() const override {
    return devices[0]->getName();
  }
  std::string describeExecution() const override {
    return devices[0]->describeExecution();
  }

private:
  Error compareSteps();
  Error makeDevices();
  Error connectDevices();
  Error connectPeers();
  Error wait(Device &device, int64_t step,
             const std::function<Expected<bool>()> &isDone);
  std::string describeStep(const Device &device, int64_t step) const;
  Error explain(Error error, const std::string &what) const;
  std::string findReasonToStop(Device &device, Clock::duration time) const;
  void noteProgress() const;
  Error makeRoom();
  void fetch(unsigned shard, void *global,
             const std::function<Error(Device &, char *local)> &get) const;
  void onAllDevices(const std::function<Error(Device &)> &function);
  void withOthers(const char *what,
                  const std::function<Error(Device &)> &function);
  void inStep(const std::function<Error(Device &)> &function);
  void note(Error error) const;
  bool hasFailed() const {
    std::lock_guard<std::mutex> lock(mutex);
    return !message.empty();
  }

  PlanFile file;
  ProcessGroup &group;
  CUDAOptions options;
  /// Those of this process, by rank.
  std::vector<std::unique_ptr<Device>> devices;
  /// Steps that were queued, and those of them that have ended.
  int64_t numQueued = 0, numFinished = 0;
  /// What `read` fetched, by shard and device.
  mutable std::vector<std::vector<std::string>> fetched;
  mutable std::mutex mutex;
  mutable std::string message;
  /// What the threads run.
  std::function<Error(Device &)> task;
  ThreadTeam team;
  CallWatch watch;
};
} // namespace

/// The first error stays.
void CUDAExecutorImpl::note(Error error) const {
  if (!error)
    return;
  std::string text = toString(std::move(error));
  std::lock_guard<std::mutex> lock(mutex);
  if (message.empty())
    message = text;
}

/// Runs a function for every device on its thread.
void CUDAExecutorImpl::onAllDevices(
    const std::function<Error(Device &)> &function) {
  task = function;
  team.runStep();
}

/// What a library says of a call that has failed is less than what has become
/// of the other processes, if that is why.
Error CUDAExecutorImpl::explain(Error error, const std::string &what) const {
  if (!error || group.getSize() == 1 || group.hasFailed())
    return error;
  std::string problem = group.getMonitor().waitForProblem();
  if (problem.empty())
    return error;
  std::string text = what + ": " + problem;
  group.fail(text);
  return makeError("{}", text);
}

/// Runs on all devices what other processes take part in, in whose libraries
/// nothing but the watch ends a wait for them.
void CUDAExecutorImpl::withOthers(
    const char *what, const std::function<Error(Device &)> &function) {
  std::string givenUp = std::string(what) + " was given up";
  watch.run([=] { return givenUp; },
            [&] {
              onAllDevices([&](Device &device) {
                return explain(function(device), givenUp);
              });
            });
}

/// The same for steps. Those behind the first that has not ended have begun,
/// and that one may have ended since the host looked.
void CUDAExecutorImpl::inStep(const std::function<Error(Device &)> &function) {
  auto describe = [this](const Device &device) {
    int64_t step = numFinished;
    while (step < numQueued && device.findCollective(step) < 0)
      ++step;
    return describeStep(device, step);
  };
  watch.run([=, this] { return describe(*devices[0]); },
            [&] {
              onAllDevices([&](Device &device) {
                Error error = function(device);
                return error ? explain(std::move(error), describe(device))
                             : Error::success();
              });
            });
}

//===----------------------------------------------------------------------===//
// Preparing
//===----------------------------------------------------------------------===//

/// The processes must have the same step.
Error CUDAExecutorImpl::compareSteps() {
  if (group.getSize() == 1)
    return Error::success();
  std::vector<PlanPart> parts = {{"step", "'" + file.name + "'"}};
  append(parts, getParts(file.plan));
  // Of a step that was compiled here there is no file yet.
  uint64_t hash = file.hash ? file.hash : getHash(serialize(file));
  parts.push_back(
      {"set of kernels, a hash of the file", formatText("{:X}", hash)});
  return compareParts(group, parts);
}

/// Why there is no GPU, in words for who runs the program.
static std::string describeMissingGPU(cudaError_t status) {
  int driver = 0;
  if (status == cudaErrorNoDevice)
    return "the driver finds none";
  if (status != cudaErrorInsufficientDriver)
    return cudaGetErrorString(status);
  if (cudaDriverGetVersion(&driver) != cudaSuccess || driver == 0)
    return "there is no NVIDIA driver";
  auto format = [](int version) {
    return std::to_string(version / 1000) + "." +
           std::to_string(version % 1000 / 10);
  };
  return "the driver is for CUDA " + format(driver) + ", expected at least " +
         format(CUDART_VERSION);
}

static Error countGPUs(int &available) {
  // As many queues as there can be, so that one that waits for another device
  // does not hold up the others. It counts before the first call only.
  setenv("CUDA_DEVICE_MAX_CONNECTIONS", "32", /*overwrite=*/0);
  if (cudaError_t status = cudaGetDeviceCount(&available))
    return makeError("no GPU can be used: {}", describeMissingGPU(status));
  return Error::success();
}

Error CUDAExecutor::checkGPUs() {
  int available = 0;
  return countGPUs(available);
}

Error CUDAExecutorImpl::makeDevices() {
  int64_t all = file.plan.mesh.getNumDevices(), size = group.getSize();
  if (all % size)
    return makeError(
        "the mesh has {} devices, which {} processes cannot share evenly", all,
        size);
  int64_t count = all / size;
  int available = 0;
  if (Error error = countGPUs(available))
    return error;
  int64_t first = group.getLocalRank() * count;
  // A launcher may show each process its own devices only.
  if (available == count)
    first = 0;
  if (first + count > available)
    return makeError("the mesh has {} devices, of which rank {} drives numbers "
                     "{} to {} of its host, which has {}",
                     all, group.getRank(), first, first + count - 1, available);
  for (int64_t i = 0; i < count; ++i)
    devices.push_back(std::make_unique<Device>(
        file, options, file.plan.mesh.getDevice(group.getRank() * count + i),
        first + i,
        [this](Device &device, int64_t step,
               const std::function<Expected<bool>()> &isDone) {
          return wait(device, step, isDone);
        }));
  return Error::success();
}

Error CUDAExecutorImpl::connectDevices() {
  if (file.plan.mesh.getNumDevices() == 1)
    return Error::success();
  ncclUniqueId id{};
  std::string problem;
  if (group.getRank() == 0) {
    auto nccl = Nccl::load();
    if (!nccl)
      problem = toString(nccl.takeError());
    else if ((*nccl)->ncclGetUniqueId(&id) != ncclSuccess)
      problem = "NCCL has no unique id to give";
  }
  // Rank 0 also says what went wrong, so that nobody waits for it.
  std::string value =
      problem.empty() ? std::string(id.internal, sizeof(id.internal)) : problem;
  if (group.getSize() > 1) {
    auto values = group.allGather(value, "connecting the GPUs");
    if (!values)
      return values.takeError();
    value = values->front();
  }
  if (value.size() != sizeof(id.internal))
    return makeError("{}", value);
  std::memcpy(id.internal, value.data(), sizeof(id.internal));
  withOthers("connecting the GPUs",
             [&](Device &device) { return device.connect(id); });
  if (Error error = getError())
    return error;
  return connectPeers();
}

/// Lets devices copy into each other's memory. If one of them cannot, none
/// does.
Error CUDAExecutorImpl::connectPeers() {
  if (!devices[0]->wantsPeers())
    return Error::success();
  std::string own;
  for (std::unique_ptr<Device> &device : devices) {
    auto address = device->getAddress();
    // Without an address there is none of this host.
    PeerAddress none;
    if (!address)
      consumeError(address.takeError());
    const PeerAddress &given = address ? *address : none;
    own.append(reinterpret_cast<const char *>(&given), sizeof(given));
  }
  std::vector<std::string> all = {own};
  if (group.getSize() > 1) {
    auto values = group.allGather(own, "connecting the GPUs' memory");
    if (!values)
      return values.takeError();
    all = std::move(*values);
  }
  std::vector<PeerAddress> addresses(file.plan.mesh.getNumDevices());
  int64_t rank = 0;
  for (std::string_view rest : all)
    for (; rest.size() >= sizeof(PeerAddress);
         rest.remove_prefix(sizeof(PeerAddress)))
      std::memcpy(&addresses[file.plan.mesh.getDevice(rank++)], rest.data(),
                  sizeof(PeerAddress));
  std::mutex problemMutex;
  std::string problem;
  withOthers("connecting the GPUs' memory", [&](Device &device) {
    if (Error error = device.openPeers(addresses)) {
      std::lock_guard<std::mutex> lock(problemMutex);
      problem = toString(std::move(error));
    }
    return Error::success();
  });
  if (group.getSize() > 1) {
    auto problems = group.allGather(problem, "connecting the GPUs' memory");
    if (!problems)
      return problems.takeError();
    for (const std::string &other : *problems)
      if (problem.empty())
        problem = other;
  }
  if (!problem.empty())
    onAllDevices([&](Device &device) {
      device.closePeers(problem);
      return Error::success();
    });
  return Error::success();
}

Error CUDAExecutorImpl::prepare() {
  if (Error error = compareSteps())
    return error;
  Error error = makeDevices();
  if (!error) {
    team.start(devices.size(),
               [this](int64_t number) { note(task(*devices[number])); });
    onAllDevices([](Device &device) { return device.prepare(); });
    error = getError();
  }
  // What one process cannot do, all of them must hear of, before they wait for
  // each other.
  if ((error = group.agree(std::move(error), "preparing the GPUs")))
    return error;
  if (group.getSize() > 1) {
    std::vector<std::string> names;
    for (const CollectiveInfo &info : file.plan.collectives)
      names.push_back(info.name);
    group.getMonitor().setCollectives(std::move(names));
  }
  fetched.assign(file.plan.shards.size(),
                 std::vector<std::string>(file.plan.mesh.getNumDevices()));
  return connectDevices();
}

Expected<std::unique_ptr<CUDAExecutor>>
CUDAExecutor::create(PlanFile file, ProcessGroup &group,
                     const CUDAOptions &options) {
  auto executor =
      std::make_unique<CUDAExecutorImpl>(std::move(file), group, options);
  if (Error error = executor->prepare())
    return error;
  return executor;
}

/// Devices end on their threads: the last collective calls of NCCL are.
CUDAExecutorImpl::~CUDAExecutorImpl() {
  if (team.empty())
    return;
  if (numFinished < numQueued)
    consumeError(finishStep(numQueued - 1).takeError());
  bool failed = hasFailed();
  // Among processes that have lost each other nothing that ends devices is sure
  // to come back: this one ends without.
  if (group.getSize() > 1 && (failed || !group.getMonitor().isAllWell())) {
    for (std::unique_ptr<Device> &device : devices)
      (void)device.release();
    team.stop();
    return;
  }
  withOthers("ending the run", [&](Device &device) {
    if (failed)
      device.abort();
    for (std::unique_ptr<Device> &own : devices)
      if (own.get() == &device) {
        own.reset();
        break;
      }
    return Error::success();
  });
  team.stop();
}

//===----------------------------------------------------------------------===//
// Steps
//===----------------------------------------------------------------------===//

/// Why a step that has taken so long must be given up, or nothing.
std::string CUDAExecutorImpl::findReasonToStop(Device &device,
                                               Clock::duration time) const {
  if (hasFailed())
    return "another device has failed";
  bool areSeveral = group.getSize() > 1;
  std::string problem = areSeveral ? group.getMonitor().findProblem() : "";
  if (!problem.empty())
    return problem;
  if (Error error = device.checkCommunication()) {
    // What has become of the others says more than what NCCL sees of it.
    problem = toString(std::move(error));
    std::string cause = areSeveral ? group.getMonitor().waitForProblem() : "";
    return cause.empty() ? problem : cause;
  }
  if (time < std::chrono::seconds(options.stepSeconds))
    return "";
  return "it did not end within " + std::to_string(options.stepSeconds) + " s" +
         (areSeveral ? "; " + group.getMonitor().describeStall() : "");
}

/// What is given up where a device hangs in a step.
std::string CUDAExecutorImpl::describeStep(const Device &device,
                                           int64_t step) const {
  int64_t collective = device.findCollective(step);
  return formatText(
      "step {} on rank {}, device {} was given up{}", step + 1, group.getRank(),
      device.getNumber(),
      collective < 0 ? "" : " at " + file.plan.collectives[collective].name);
}

/// Waits for something that a step does, or for a reason to end it.
Error CUDAExecutorImpl::wait(Device &device, int64_t step,
                             const std::function<Expected<bool>()> &isDone) {
  auto begin = Clock::now(), nextLook = begin + kPatience;
  while (true) {
    auto done = isDone();
    if (!done)
      return done.takeError();
    if (*done)
      return Error::success();
    auto now = Clock::now();
    if (now < nextLook)
      continue;
    nextLook = now + kPatience / 4;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    if (group.getSize() > 1)
      group.getMonitor().note(ProcessMonitor::Phase::Reaching, step + 1,
                              device.findCollective(step));
    std::string reason = findReasonToStop(device, now - begin);
    if (reason.empty())
      continue;
    std::string text = describeStep(device, step) + ": " + reason;
    group.fail(text);
    // Among processes nothing is sure to come back from here: this one ends.
    if (group.getSize() == 1)
      device.abort();
    return makeError("{}", text);
  }
}

/// Tells the other processes which step runs here, or what has gone wrong.
void CUDAExecutorImpl::noteProgress() const {
  if (group.getSize() == 1)
    return;
  bool isIdle = numFinished == numQueued;
  group.getMonitor().note(isIdle ? ProcessMonitor::Phase::Idle
                                 : ProcessMonitor::Phase::Computing,
                          numFinished + !isIdle);
  if (hasFailed())
    group.fail(message);
}

/// Makes sure that another step can be queued. Devices connect in the first
/// one, which nothing may run beside.
Error CUDAExecutorImpl::makeRoom() {
  int64_t wanted = numQueued == 1 ? 1 : numQueued - Device::kMaxSteps + 1;
  if (numFinished >= wanted)
    return getError();
  return finishStep(wanted - 1).takeError();
}

Error CUDAExecutorImpl::queueStep() {
  if (Error error = makeRoom())
    return error;
  inStep([](Device &device) { return device.start(); });
  ++numQueued;
  noteProgress();
  return getError();
}

Expected<double> CUDAExecutorImpl::finishStep(int64_t step) {
  // One after the other, so that what is given up is the step that hangs.
  while (numFinished <= step && !hasFailed()) {
    inStep([&](Device &device) {
      return wait(device, numFinished,
                  [&] { return device.isDone(numFinished); });
    });
    if (!hasFailed())
      ++numFinished;
    noteProgress();
  }
  if (Error error = getError())
    return error;
  return devices[0]->getMilliseconds(step);
}

Error CUDAExecutorImpl::runStep() {
  if (Error error = queueStep())
    return error;
  return finishStep(numQueued - 1).takeError();
}

Expected<std::vector<CommandTime>> CUDAExecutorImpl::profile(int repeats) {
  // The graph is there then, and devices are connected.
  if (Error error = runStep())
    return error;
  if (std::ranges::any_of(getPlan().commands, [](const Command &command) {
        return command.kind == Command::Branch;
      }))
    return makeError("the step has loops, whose commands have no one time");
  std::vector<std::vector<CommandTime>> times(devices.size());
  auto getTimes = [&](Device &device) -> std::vector<CommandTime> & {
    auto own = std::ranges::find_if(
        devices, [&](const auto &other) { return other.get() == &device; });
    return times[own - devices.begin()];
  };
  for (int i = 0; i < repeats; ++i)
    withOthers("timing the commands of a step", [&](Device &device) {
      return device.profile(getTimes(device));
    });
  withOthers("noting a step as it runs",
             [&](Device &device) { return device.trace(getTimes(device)); });
  if (Error error = getError())
    return error;
  std::vector<CommandTime> all;
  for (std::vector<CommandTime> &some : times)
    append(all, some);
  return all;
}

//===----------------------------------------------------------------------===//
// Values
//===----------------------------------------------------------------------===//

void CUDAExecutorImpl::write(unsigned shard, const void *global) {
  if (hasFailed())
    return;
  onAllDevices([&](Device &device) {
    std::string local(getLocalBytes(shard), '\0');
    getPart(shard, device.getNumber())
        .copy(static_cast<const char *>(global), local.data(),
              getByteSize(getShards()[shard].type));
    return device.write(shard, local.data());
  });
}

void CUDAExecutorImpl::writeNext(unsigned shard, const void *global) {
  if (Error error = makeRoom())
    return note(std::move(error));
  inStep([&](Device &device) {
    return device.writeNext(shard, [&](char *local) {
      getPart(shard, device.getNumber())
          .copy(static_cast<const char *>(global), local,
                getByteSize(getShards()[shard].type));
    });
  });
}

void CUDAExecutorImpl::fill(unsigned shard, const random::Initializer &init) {
  if (hasFailed())
    return;
  onAllDevices([&](Device &device) {
    return device.fill(shard, init, getMadePart(shard, device.getNumber()));
  });
}

void CUDAExecutorImpl::read(unsigned shard, void *global) const {
  fetch(shard, global,
        [&](Device &device, char *local) { return device.read(shard, local); });
}

void CUDAExecutorImpl::readOutput(unsigned shard, int64_t step,
                                  void *global) const {
  fetch(shard, global, [&](Device &device, char *local) {
    return device.readOutput(shard, step, local);
  });
}

/// Gets the parts of the devices here, exchanges them with other processes, and
/// puts them together.
void CUDAExecutorImpl::fetch(
    unsigned shard, void *global,
    const std::function<Error(Device &, char *local)> &get) const {
  int64_t bytes = getLocalBytes(shard);
  for (std::string &local : fetched[shard])
    local.assign(bytes, '\0');
  if (hasFailed())
    return;
  std::string mine;
  for (const std::unique_ptr<Device> &device : devices) {
    std::string &local = fetched[shard][device->getNumber()];
    note(get(*device, local.data()));
    mine += local;
  }
  if (group.getSize() > 1) {
    auto values = group.allGather(mine, "fetching '" + getShards()[shard].name +
                                            "' after step " +
                                            std::to_string(numFinished));
    if (!values)
      return note(values.takeError());
    int64_t rank = 0;
    for (std::string_view value : *values)
      for (; !value.empty(); value.remove_prefix(bytes), ++rank)
        fetched[shard][file.plan.mesh.getDevice(rank)] = value.substr(0, bytes);
  }
  for (int64_t device = 0; device < getNumDevices(); ++device)
    getWhole(shard, device)
        .copy(fetched[shard][device].data(), static_cast<char *>(global),
              getByteSize(getShards()[shard].type));
}
