//===- DeviceSteps.cpp - Steps behind each other on a GPU -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Steps are queued while earlier ones run, so the device need not wait for the
// host. What a step gives must then be taken before the next one overwrites it,
// and its inputs may come only when the one before has read its own:
//
//     copies    | pinned -> staged |                | pinned -> staged |
//     steps     ... step 4 | staged -> input | step 5 | outputs -> pinned | ...
//
// Each of the last `kMaxSteps` steps has a slot with pinned memory and two
// events. A slot is taken again when its step has ended, which the executor
// waits for, so the host never writes memory that is still read.
//
//===----------------------------------------------------------------------===//

#include "Device.h"
#include "shardwise/Support/Ranges.h"
#include <cstring>
#include <functional>
#include <string_view>
#include <vector>

using namespace shardwise;
using namespace shardwise::runtime;

/// Outputs that are fetched with every step; larger ones are read when somebody
/// asks, and then steps do not run ahead.
static constexpr int64_t kMaxFetchedBytes = int64_t(1) << 20;

int64_t Device::getShardBytes(unsigned shard) const {
  const ShardInfo &info = plan.shards[shard];
  return getProduct(getLocalShape(plan.mesh, info.sharding, info.globalShape)) *
         getByteSize(info.type);
}

CUDAMemory Device::getMemory() const {
  CUDAMemory now = memory;
  size_t left, total;
  if (cudaSetDevice(gpu) == cudaSuccess &&
      cudaMemGetInfo(&left, &total) == cudaSuccess) {
    now.usedBytes = int64_t(freeBefore) - int64_t(left);
    now.deviceBytes = int64_t(total) - int64_t(left);
  }
  return now;
}

//===----------------------------------------------------------------------===//
// Slots
//===----------------------------------------------------------------------===//

Error Device::prepareSlots() {
  int64_t bytes = 0;
  for (auto [number, shard] : enumerate(plan.shards)) {
    fetchOffsets.push_back(bytes);
    if (shard.role == ShardInfo::Output)
      bytes += getShardBytes(number);
  }
  fetchesOutputs = bytes <= kMaxFetchedBytes;
  SHARDWISE_CHECK(
      cudaStreamCreateWithFlags(&copyStream, cudaStreamNonBlocking));
  for (StepSlot &slot : slots) {
    SHARDWISE_CHECK(cudaEventCreate(&slot.begin));
    SHARDWISE_CHECK(cudaEventCreate(&slot.end));
    if (fetchesOutputs)
      SHARDWISE_CHECK(cudaMallocHost(reinterpret_cast<void **>(&slot.outputs),
                                     std::max<int64_t>(bytes, 1)));
  }
  return Error::success();
}

void Device::destroySlots() {
  for (StepSlot &slot : slots) {
    for (cudaEvent_t event : {slot.begin, slot.end})
      if (event)
        cudaEventDestroy(event);
    if (slot.outputs)
      cudaFreeHost(slot.outputs);
  }
  for (auto &[shard, input] : stagedInputs) {
    for (char *pinned : input.pinned)
      if (pinned)
        cudaFreeHost(pinned);
    if (input.staged)
      cudaFree(input.staged);
    for (cudaEvent_t event : {input.arrived, input.taken})
      if (event)
        cudaEventDestroy(event);
  }
  if (copyStream)
    cudaStreamDestroy(copyStream);
}

//===----------------------------------------------------------------------===//
// Inputs
//===----------------------------------------------------------------------===//

/// Memory for an input that changes from step to step.
Error Device::prepareInput(unsigned shard) {
  StagedInput &input = stagedInputs[shard];
  if (input.staged)
    return Error::success();
  int64_t bytes = std::max<int64_t>(getShardBytes(shard), 1);
  for (char *&pinned : input.pinned)
    SHARDWISE_CHECK(cudaMallocHost(reinterpret_cast<void **>(&pinned), bytes));
  SHARDWISE_CHECK(cudaMalloc(reinterpret_cast<void **>(&input.staged), bytes));
  memory.allocatedBytes += bytes;
  memory.plannedBytes += bytes;
  SHARDWISE_CHECK(
      cudaEventCreateWithFlags(&input.arrived, cudaEventDisableTiming));
  SHARDWISE_CHECK(
      cudaEventCreateWithFlags(&input.taken, cudaEventDisableTiming));
  return Error::success();
}

Error Device::writeNext(unsigned shard,
                        const std::function<void(char *)> &fillLocal) {
  currentDevice = number;
  SHARDWISE_CHECK(cudaSetDevice(gpu));
  if (Error error = prepareInput(shard))
    return error;
  StagedInput &input = stagedInputs[shard];
  char *pinned = input.pinned[numStarted % kMaxSteps];
  fillLocal(pinned);
  // An event that was never recorded is no reason to wait.
  SHARDWISE_CHECK(cudaStreamWaitEvent(copyStream, input.taken, 0));
  SHARDWISE_CHECK(cudaMemcpyAsync(input.staged, pinned, getShardBytes(shard),
                                  cudaMemcpyHostToDevice, copyStream));
  SHARDWISE_CHECK(cudaEventRecord(input.arrived, copyStream));
  input.isPending = true;
  return Error::success();
}

/// All bytes set is NaN in every type of floats.
static constexpr int kPoison = 0xff;

/// Fills the arena and the scratch space of collectives with NaN.
Error Device::poison() {
  SHARDWISE_CHECK(
      cudaMemsetAsync(base + layout.arena, kPoison, plan.arenaBytes, stream));
  int64_t begin = layout.scratch.front();
  SHARDWISE_CHECK(
      cudaMemsetAsync(base + begin, kPoison, layout.attention - begin, stream));
  return Error::success();
}

/// Queues what comes before the commands of a step.
Error Device::beginStep() {
  SHARDWISE_CHECK(cudaEventRecord(slots[numStarted % kMaxSteps].begin, stream));
  if (options.poison)
    if (Error error = poison())
      return error;
  for (auto &[shard, input] : stagedInputs) {
    if (!std::exchange(input.isPending, false))
      continue;
    SHARDWISE_CHECK(cudaStreamWaitEvent(stream, input.arrived, 0));
    SHARDWISE_CHECK(cudaMemcpyAsync(base + layout.shards[shard], input.staged,
                                    getShardBytes(shard),
                                    cudaMemcpyDeviceToDevice, stream));
    SHARDWISE_CHECK(cudaEventRecord(input.taken, stream));
  }
  return Error::success();
}

//===----------------------------------------------------------------------===//
// Outputs
//===----------------------------------------------------------------------===//

/// Queues what comes behind the commands of a step.
Error Device::endStep() {
  StepSlot &slot = slots[numStarted++ % kMaxSteps];
  if (fetchesOutputs)
    for (auto [number, shard] : enumerate(plan.shards))
      if (shard.role == ShardInfo::Output)
        SHARDWISE_CHECK(cudaMemcpyAsync(
            slot.outputs + fetchOffsets[number], base + layout.shards[number],
            getShardBytes(number), cudaMemcpyDeviceToHost, stream));
  SHARDWISE_CHECK(cudaEventRecord(slot.end, stream));
  return Error::success();
}

Expected<bool> Device::isDone(int64_t step) {
  cudaError_t status = cudaEventQuery(slots[step % kMaxSteps].end);
  if (status == cudaErrorNotReady)
    return false;
  auto check = [&]() -> Error {
    SHARDWISE_CHECK(status);
    return Error::success();
  };
  if (Error error = check())
    return error;
  return true;
}

Expected<double> Device::getMilliseconds(int64_t step) {
  const StepSlot &slot = slots[step % kMaxSteps];
  float milliseconds = 0;
  auto check = [&]() -> Error {
    SHARDWISE_CHECK(cudaEventElapsedTime(&milliseconds, slot.begin, slot.end));
    return Error::success();
  };
  if (Error error = check())
    return error;
  return milliseconds;
}

Error Device::readOutput(unsigned shard, int64_t step, void *local) {
  if (!fetchesOutputs)
    return read(shard, local);
  std::memcpy(local, slots[step % kMaxSteps].outputs + fetchOffsets[shard],
              getShardBytes(shard));
  return Error::success();
}

//===----------------------------------------------------------------------===//
// One command after the other
//===----------------------------------------------------------------------===//

static std::string_view getName(ElementType type) {
  static constexpr std::string_view kNames[] = {
      "i1", "i8", "i16", "i32", "i64", "bf16", "f16", "f32", "f64"};
  return kNames[static_cast<unsigned>(type)];
}

/// The sizes of a contraction as a product: "4x 2048x512x128 bf16" has a batch
/// of 4, then rows, columns and the length of sums; then the element types.
static void describeProduct(const ContractionShape &shape, CommandTime &time) {
  int64_t batch = 1, m = 1, n = 1, k = 1, elements[3] = {1, 1, 1};
  for (auto [dim, size] : enumerate(shape.sizes)) {
    bool has[3];
    for (unsigned side = 0; side < 3; ++side) {
      has[side] = shape.strides[side][dim] != 0;
      elements[side] *= has[side] ? size : 1;
    }
    int64_t &product = !has[2] ? k : has[0] && has[1] ? batch : has[0] ? m : n;
    product *= size;
  }
  time.kind = "product";
  time.name = formatText("{}{}x{}x{} {}",
                         batch == 1 ? "" : std::to_string(batch) + "x ", m, n,
                         k, getName(shape.types[0]));
  if (shape.types[2] != shape.types[0])
    time.name += formatText(">{}", getName(shape.types[2]));
  if (shape.biasElements)
    time.name += shape.isGelu ? " bias gelu" : " bias";
  time.operations = 2 * batch * m * n * k;
  for (unsigned side = 0; side < 3; ++side)
    time.bytes += elements[side] * getByteSize(shape.types[side]) *
                  (side == 2 && (shape.accumulate || shape.isGelu) ? 2 : 1);
}

/// Which matrices lie transposed, "NTN" for the right operand, and which go
/// through scratch memory.
static std::string describeOperands(const ProductPlan &plan) {
  if (plan.kind == ProductPlan::Own)
    return " own kernel";
  static constexpr const char *kNames[] = {"lhs", "rhs", "output"};
  std::string text = " ";
  for (unsigned side = 0; side < 3; ++side)
    text += plan.operands[side].isTransposed ? 'T' : 'N';
  for (unsigned side = 0; side < 3; ++side)
    if (plan.operands[side].isPacked)
      text += std::string(", packs ") + kNames[side];
  return text;
}

static void describeAttention(const AttentionShape &shape, CommandTime &time) {
  time.kind = "attention";
  time.name =
      formatText("{} {}x{}x{}x{}x{} {}{}",
                 shape.isGradient ? "attention_grad" : "attention", shape.batch,
                 shape.queryHeads, shape.queries, shape.keys, shape.headDim,
                 getName(shape.type), shape.isCausal ? " causal" : "");
  time.operations = int64_t(shape.getOperations());
  unsigned numTensors = shape.isGradient ? AttentionShape::kNumTensors
                                         : AttentionShape::Output + 1;
  for (unsigned i = 0; i < numTensors; ++i)
    time.bytes +=
        getReach(shape, AttentionShape::Tensor(i)) * getByteSize(shape.type);
}

/// What a command is, and what it has to do.
CommandTime Device::describe(size_t position) const {
  const Command &command = plan.commands[position];
  CommandTime time;
  time.command = position;
  switch (command.kind) {
  case Command::Launch:
    time.kind = "kernel";
    time.name = file.image.kernels[command.index].name;
    if (std::string_view source = file.image.kernels[command.index].source;
        !source.empty())
      time.name += formatText(" ({})", source.substr(source.rfind('/') + 1));
    time.bytes = command.bytes;
    break;
  case Command::Contract:
    describeProduct(plan.contractions[command.index], time);
    time.name += describeOperands(productPlans[command.index]);
    break;
  case Command::Attention:
    describeAttention(plan.attentions[command.index], time);
    break;
  case Command::Collective:
    time.kind = "collective";
    time.name = plan.collectives[command.index].name;
    break;
  case Command::Copy:
    time.kind = "copy";
    time.name = "copy";
    time.bytes = 2 * command.bytes;
    break;
  default:
    break;
  }
  return time;
}

Error Device::profile(std::vector<CommandTime> &times) {
  currentDevice = number;
  SHARDWISE_CHECK(cudaSetDevice(gpu));
  std::vector<cudaEvent_t> events(plan.commands.size() + 1);
  for (cudaEvent_t &event : events)
    SHARDWISE_CHECK(cudaEventCreate(&event));
  SHARDWISE_CHECK(cudaEventRecord(events[0], stream));
  followsKernel = false;
  for (size_t next = 0; next < plan.commands.size(); ++next) {
    // Each on its own stream, whose scratch space it needs, but none beside
    // another.
    setStream(plan.commands[next].stream);
    SHARDWISE_CHECK(cudaStreamWaitEvent(stream, events[next], 0));
    if (Error error = run(next))
      return error;
    SHARDWISE_CHECK(cudaEventRecord(events[next + 1], stream));
  }
  SHARDWISE_CHECK(cudaEventSynchronize(events.back()));
  setStream(0);
  for (size_t i = 0; i < plan.commands.size(); ++i) {
    float milliseconds;
    SHARDWISE_CHECK(
        cudaEventElapsedTime(&milliseconds, events[i], events[i + 1]));
    if (times.size() <= i)
      times.push_back(describe(i));
    times[i].milliseconds.push_back(milliseconds);
  }
  for (cudaEvent_t event : events)
    cudaEventDestroy(event);
  return Error::success();
}

/// How many steps run before the one that is noted: the clock settles.
static constexpr int kStepsBeforeTrace = 10;

Error Device::trace(std::vector<CommandTime> &times) {
  currentDevice = number;
  SHARDWISE_CHECK(cudaSetDevice(gpu));
  cudaEvent_t begin;
  SHARDWISE_CHECK(cudaEventCreate(&begin));
  marks.resize(2 * plan.commands.size());
  for (cudaEvent_t &event : marks)
    SHARDWISE_CHECK(cudaEventCreate(&event));
  cudaGraphExec_t marked = nullptr;
  if (graph)
    if (Error error = capture(marked))
      return error;
  for (int i = 0; i < kStepsBeforeTrace; ++i) {
    SHARDWISE_CHECK(cudaEventRecord(begin, stream));
    if (marked)
      SHARDWISE_CHECK(cudaGraphLaunch(marked, stream));
    else if (Error error = runCommands())
      return error;
  }
  SHARDWISE_CHECK(cudaStreamSynchronize(stream));
  for (CommandTime &time : times) {
    float milliseconds[2];
    for (unsigned side = 0; side < 2; ++side)
      SHARDWISE_CHECK(cudaEventElapsedTime(&milliseconds[side], begin,
                                           marks[2 * time.command + side]));
    time.device = number;
    time.stream = plan.commands[time.command].stream;
    time.begin = milliseconds[0];
    time.end = milliseconds[1];
  }
  for (cudaEvent_t event : marks)
    cudaEventDestroy(event);
  marks.clear();
  cudaEventDestroy(begin);
  if (marked)
    cudaGraphExecDestroy(marked);
  return Error::success();
}
