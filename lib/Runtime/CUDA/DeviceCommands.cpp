//===- DeviceCommands.cpp - What a GPU does in a step ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Queues the commands of the plan on the device's stream. A plan without loops
// is queued once, into a graph. With loops the host must know their conditions,
// so commands are queued in every step, and each condition is waited for.
//
//===----------------------------------------------------------------------===//

#include "Device.h"
#include "shardwise/Runtime/Streams.h"
#include "shardwise/Support/Error.h"
#include "shardwise/Support/Ranges.h"
#include <algorithm>
#include <span>
#include <vector>

using namespace shardwise;
using namespace shardwise::runtime;

/// Threads of a block of the runtime's own kernels, and the most blocks.
static constexpr int64_t kThreads = 256, kMaxBlocks = 4096;

static cudaLaunchConfig_t makeConfig(int64_t elements, cudaStream_t stream) {
  cudaLaunchConfig_t config{};
  config.gridDim.x =
      std::clamp<int64_t>((elements + kThreads - 1) / kThreads, 1, kMaxBlocks);
  config.blockDim.x = kThreads;
  config.stream = stream;
  return config;
}

/// Launches a kernel with arguments that lie where the pointers say.
static cudaError_t launchKernel(cudaKernel_t kernel,
                                const cudaLaunchConfig_t &config,
                                void **arguments) {
  return cudaLaunchKernelExC(&config, reinterpret_cast<const void *>(kernel),
                             arguments);
}

//===----------------------------------------------------------------------===//
// Kernels
//===----------------------------------------------------------------------===//

Error Device::launch(const Command &command) {
  const GPUKernel &info = file.image.kernels[command.index];
  std::vector<void *> arguments;
  for (uint32_t i = 0; i < info.numBuffers; ++i)
    arguments.push_back(&operands[command.firstOperand + i]);
  arguments.push_back(&number);
  cudaLaunchConfig_t config{};
  config.gridDim = {info.grid[0], info.grid[1], info.grid[2]};
  config.blockDim = {info.block[0], info.block[1], info.block[2]};
  config.dynamicSmemBytes = info.sharedBytes;
  config.stream = stream;
  cudaLaunchAttribute early{};
  early.id = cudaLaunchAttributeProgrammaticStreamSerialization;
  early.val.programmaticStreamSerializationAllowed = 1;
  if (file.image.startsEarly && followsKernel) {
    config.attrs = &early;
    config.numAttrs = 1;
  }
  cudaError_t status =
      launchKernel(kernels[command.index], config, arguments.data());
  if (status == cudaSuccess)
    return Error::success();
  return makeCallError("CUDA", "cudaLaunchKernelExC",
                       "kernel " + info.name + ": " +
                           cudaGetErrorString(status),
                       __FILE_NAME__, __LINE__);
}

Error Device::copyStrided(const void *source, void *target,
                          const cuda::StridedCopy &copy) {
  bool isPlain =
      copy.fromType == copy.toType &&
      (copy.rank == 0 ||
       (copy.rank == 1 && copy.fromStrides[0] == 1 && copy.toStrides[0] == 1));
  if (isPlain) {
    int64_t bytes = getByteSize(ElementType(copy.fromType));
    SHARDWISE_CHECK(cudaMemcpyAsync(
        static_cast<char *>(target) + copy.toOffset * bytes,
        static_cast<const char *>(source) + copy.fromOffset * bytes,
        copy.elements * bytes, cudaMemcpyDeviceToDevice, stream));
    return Error::success();
  }
  cuda::StridedCopy parameters = copy;
  void *arguments[] = {&source, &target, &parameters};
  SHARDWISE_CHECK(
      launchKernel(copyKernel, makeConfig(copy.elements, stream), arguments));
  return Error::success();
}

//===----------------------------------------------------------------------===//
// Products
//===----------------------------------------------------------------------===//

Error Device::multiplyOwn(const Product &product) {
  cuda::StridedProduct parameters = product.plan->own;
  bool isInteger = !isFloat(ElementType(parameters.types[0])) &&
                   !isFloat(ElementType(parameters.types[2]));
  bool isDouble = contains(parameters.types, int32_t(ElementType::F64));
  void *buffers[3] = {product.buffers[0], product.buffers[1],
                      product.buffers[2]};
  void *arguments[] = {&buffers[0], &buffers[1], &buffers[2], &parameters};
  SHARDWISE_CHECK(launchKernel(contractKernels[isInteger  ? 2
                                               : isDouble ? 1
                                                          : 0],
                               makeConfig(parameters.outputs, stream),
                               arguments));
  return Error::success();
}

Error Device::finishProduct(const Product &product) {
  cuda::FinishedProduct parameters = product.plan->finish;
  void *output = product.buffers[2], *bias = product.bias;
  void *preactivation = product.preactivation;
  void *arguments[] = {&output, &bias, &preactivation, &parameters};
  SHARDWISE_CHECK(launchKernel(
      finishKernel, makeConfig(parameters.elements, stream), arguments));
  return Error::success();
}

Error Device::multiply(const Product &product) {
  if (product.plan->kind == ProductPlan::Nothing)
    return Error::success();
  if (Error error =
          product.isOwn ? multiplyOwn(product) : multiplyByLibrary(product))
    return error;
  return product.finishesOwn ? finishProduct(product) : Error::success();
}

Error Device::multiplyByLibrary(const Product &product) {
  const ProductPlan &info = *product.plan;
  auto pack = [&](unsigned side) -> Error {
    if (!info.operands[side].isPacked)
      return Error::success();
    return copyStrided(product.buffers[side], getMatrix(product, side),
                       info.operands[side].pack);
  };
  for (unsigned side = 0; side < (info.accumulate ? 3u : 2u); ++side)
    if (Error error = pack(side))
      return error;

  double one = 1, zero = 0;
  float oneF32 = 1, zeroF32 = 0;
  bool isDouble = info.operands[2].type == ElementType::F64;
  const void *alpha = isDouble ? static_cast<void *>(&one) : &oneF32;
  const void *beta = isDouble
                         ? static_cast<void *>(info.accumulate ? &one : &zero)
                         : (info.accumulate ? &oneF32 : &zeroF32);
  char *matrices[3];
  for (unsigned side = 0; side < 3; ++side)
    matrices[side] = getMatrix(product, side);
  bool turned = !info.operands[2].isTransposed;
  void *workspace = base + layout.workspace;
  int64_t workspaceBytes = layout.totalBytes - layout.workspace;
  std::vector<int64_t> index(info.loopSizes.size(), 0);
  while (true) {
    SHARDWISE_CHECK(blas->cublasLtMatmul(
        blasHandle, product.desc, alpha, matrices[turned ? 1 : 0],
        product.layouts[0], matrices[turned ? 0 : 1], product.layouts[1], beta,
        matrices[2], product.layouts[2], matrices[2], product.layouts[2],
        &product.algo, workspace, workspaceBytes, stream));
    size_t dim = 0;
    for (; dim < index.size(); ++dim) {
      bool ends = ++index[dim] == info.loopSizes[dim];
      for (unsigned side = 0; side < 3; ++side)
        matrices[side] += info.loopStrides[side][dim] *
                          int64_t(getByteSize(info.operands[side].type)) *
                          (ends ? 1 - info.loopSizes[dim] : 1);
      if (!ends)
        break;
      index[dim] = 0;
    }
    if (dim == index.size())
      break;
  }
  if (!info.operands[2].isPacked)
    return Error::success();
  return copyStrided(matrices[2], product.buffers[2],
                     reverse(info.operands[2].pack));
}

//===----------------------------------------------------------------------===//
// Attention
//===----------------------------------------------------------------------===//

/// The workspace is the last of the command's buffers, unless the library wants
/// more than that.
Error Device::attend(const Command &command) {
  void *const *buffers = operands.data() + command.firstOperand;
  const AttentionShape &shape = plan.attentions[command.index];
  void *workspace = buffers[shape.getNumBuffers() - 1];
  if (attentions->getWorkspaceBytes(command.index) > shape.workspaceBytes)
    workspace = base + layout.attention;
  return attentions->run(command.index, buffers, workspace, stream);
}

//===----------------------------------------------------------------------===//
// Collectives
//===----------------------------------------------------------------------===//

static ncclDataType_t toNcclType(ElementType type) {
  switch (type) {
  case ElementType::I1:
    return ncclUint8;
  case ElementType::I8:
    return ncclInt8;
  case ElementType::I32:
    return ncclInt32;
  case ElementType::I64:
    return ncclInt64;
  case ElementType::BF16:
    return ncclBfloat16;
  // 16 bits that are only moved.
  case ElementType::I16:
  case ElementType::F16:
    return ncclFloat16;
  case ElementType::F32:
    return ncclFloat32;
  case ElementType::F64:
    return ncclFloat64;
  }
  __builtin_unreachable();
}

/// An i1 counts as 0 or -1, so its largest value is the smallest byte.
static ncclRedOp_t toNcclOp(Reduction reduction, ElementType type) {
  if (reduction == Reduction::Sum)
    return ncclSum;
  return (reduction == Reduction::Max) == (type != ElementType::I1) ? ncclMax
                                                                    : ncclMin;
}

char *Device::resolveSpan(const Span &span, void *const *buffers,
                          size_t numTensors) const {
  if (span.base == Span::Scratch)
    return exchangeScratch + span.byteOffset;
  size_t position = span.tensor + (span.base == Span::Output ? numTensors : 0);
  return static_cast<char *>(buffers[position]) + span.byteOffset;
}

Error Device::call(const NcclCall &call, void *const *buffers,
                   size_t numTensors) {
  const void *source = resolveSpan(call.source, buffers, numTensors);
  void *target = resolveSpan(call.target, buffers, numTensors);
  ncclComm_t communicator = communicators.at(call.atoms);
  ncclDataType_t type = toNcclType(call.type);
  ncclRedOp_t op = toNcclOp(call.reduction, call.type);
  switch (call.kind) {
  case NcclCall::Send:
    SHARDWISE_CHECK(nccl->ncclSend(source, call.count, type, call.peer,
                                   communicator, stream));
    break;
  case NcclCall::Receive:
    SHARDWISE_CHECK(nccl->ncclRecv(target, call.count, type, call.peer,
                                   communicator, stream));
    break;
  case NcclCall::AllReduce:
    SHARDWISE_CHECK(nccl->ncclAllReduce(source, target, call.count, type, op,
                                        communicator, stream));
    break;
  case NcclCall::ReduceScatter:
    SHARDWISE_CHECK(nccl->ncclReduceScatter(source, target, call.count, type,
                                            op, communicator, stream));
    break;
  case NcclCall::AllGather:
    SHARDWISE_CHECK(nccl->ncclAllGather(source, target, call.count, type,
                                        communicator, stream));
    break;
  }
  return Error::success();
}

Error Device::copyAll(std::span<const ExchangeCopy> copies,
                      const Command &command) {
  size_t numTensors = plan.collectives[command.index].tensors.size();
  void *const *buffers = operands.data() + command.firstOperand;
  for (const ExchangeCopy &copy : copies)
    if (Error error = copyStrided(resolveSpan(copy.source, buffers, numTensors),
                                  resolveSpan(copy.target, buffers, numTensors),
                                  copy.box))
      return error;
  return Error::success();
}

/// Copies what the other device wants into its memory, where the buffers of the
/// command lie at the same places.
Error Device::exchangeWithPeer(const Command &command) {
  const PeerExchange &exchange = *peerExchanges[command.index];
  if (Error error = copyAll(exchange.before, command))
    return error;
  size_t numTensors = plan.collectives[command.index].tensors.size();
  void *const *buffers = operands.data() + command.firstOperand;
  std::vector<Peers::Range> ranges;
  for (const PeerExchange::Message &message : exchange.messages)
    ranges.push_back({resolveSpan(message.source, buffers, numTensors) - base,
                      resolveSpan(message.target, buffers, numTensors) - base,
                      message.bytes});
  return peers.swap(exchange.peer, ranges, stream);
}

/// Waits for what is queued on the current stream, in the first step. There the
/// driver loads kernels and takes memory, for which it may wait for all that
/// this device does, and others of the process: none must be waiting for a
/// device whose thread waits for the driver.
Error Device::finishQueued() {
  return wait(*this, numStarted, [&]() -> Expected<bool> {
    cudaError_t status = cudaStreamQuery(stream);
    if (status == cudaErrorNotReady)
      return false;
    SHARDWISE_CHECK(status);
    return true;
  });
}

/// Counts a collective that has ended, so that a step that hangs can say where.
Error Device::count(const Command &command) {
  uint32_t *counter = counters + command.index;
  uint32_t *shown = shownCounters + command.index;
  void *arguments[] = {&counter, &shown};
  cudaLaunchConfig_t config{};
  config.gridDim.x = config.blockDim.x = 1;
  config.stream = stream;
  SHARDWISE_CHECK(launchKernel(countKernel, config, arguments));
  return isFirst && nccl ? finishQueued() : Error::success();
}

Error Device::transfer(const Command &command) {
  exchangeScratch = base + layout.scratch[command.stream];
  if (peerExchanges[command.index] && peers.isOpen() && !isFirst)
    return exchangeWithPeer(command);
  const ExchangePlan &exchange = exchanges[command.index];
  size_t numTensors = plan.collectives[command.index].tensors.size();
  void *const *buffers = operands.data() + command.firstOperand;
  if (Error error = copyAll(exchange.before, command))
    return error;
  if (!exchange.calls.empty()) {
    SHARDWISE_CHECK(nccl->ncclGroupStart());
    for (const NcclCall &next : exchange.calls)
      if (Error error = call(next, buffers, numTensors))
        return error;
    SHARDWISE_CHECK(nccl->ncclGroupEnd());
  }
  return copyAll(exchange.after, command);
}

int64_t Device::findCollective(int64_t step) const {
  for (const Command &command : plan.commands) {
    if (command.kind == Command::Branch || command.kind == Command::Jump)
      return -1;
    if (command.kind != Command::Collective)
      continue;
    volatile uint32_t *shown = shownCounters + command.index;
    if (int64_t(*shown) <= step)
      return command.index;
  }
  return -1;
}

//===----------------------------------------------------------------------===//
// Steps
//===----------------------------------------------------------------------===//

/// Waits for what a loop depends on.
Expected<bool> Device::readCondition(const void *buffer) {
  auto fetch = [&]() -> Error {
    SHARDWISE_CHECK(
        cudaMemcpyAsync(condition, buffer, 1, cudaMemcpyDeviceToHost, stream));
    SHARDWISE_CHECK(cudaStreamSynchronize(stream));
    return Error::success();
  };
  if (Error error = fetch())
    return error;
  return *condition != 0;
}

/// Runs a command; sets `next` where it jumps.
Error Device::run(size_t &next) {
  const Command &command = plan.commands[next];
  void *const *buffers = operands.data() + command.firstOperand;
  switch (command.kind) {
  case Command::Launch:
    return launch(command);
  case Command::Contract:
    return multiply(products.at(next));
  case Command::Attention:
    return attend(command);
  case Command::Collective:
    return transfer(command);
  case Command::Copy:
    SHARDWISE_CHECK(cudaMemcpyAsync(buffers[1], buffers[0], command.bytes,
                                    cudaMemcpyDeviceToDevice, stream));
    return Error::success();
  case Command::Branch: {
    auto holds = readCondition(buffers[0]);
    if (!holds)
      return holds.takeError();
    if (!*holds)
      next = size_t(command.index) - 1;
    return Error::success();
  }
  case Command::Jump:
    next = size_t(command.index) - 1;
    return Error::success();
  }
  __builtin_unreachable();
}

/// Other streams begin with the step.
Error Device::beginStreams() {
  SHARDWISE_CHECK(cudaEventRecord(fork, streams[0]));
  for (cudaStream_t other : std::span(streams).subspan(1))
    SHARDWISE_CHECK(cudaStreamWaitEvent(other, fork, 0));
  return Error::success();
}

/// The step ends when they have ended.
Error Device::endStreams() {
  setStream(0);
  for (size_t number = 1; number < streams.size(); ++number) {
    SHARDWISE_CHECK(cudaEventRecord(joins[number], streams[number]));
    SHARDWISE_CHECK(cudaStreamWaitEvent(stream, joins[number], 0));
  }
  return Error::success();
}

/// Makes a command wait for those of other streams.
Error Device::waitForCommands(size_t number) {
  for (uint32_t wait : getWaits(plan, number))
    if (plan.commands[wait].stream != current) {
      SHARDWISE_CHECK(cudaStreamWaitEvent(stream, events.at(wait), 0));
      followsKernel = false;
    }
  return Error::success();
}

/// Whether what a command leaves behind on its stream is a kernel.
static bool endsWithKernel(const Command &command) {
  return command.kind == Command::Launch || command.kind == Command::Contract ||
         command.kind == Command::Attention;
}

/// Notes when the current stream comes here, if somebody wants to know.
Error Device::mark(size_t number) {
  if (marks.empty())
    return Error::success();
  cudaStreamCaptureStatus status;
  SHARDWISE_CHECK(cudaStreamIsCapturing(stream, &status));
  SHARDWISE_CHECK(cudaEventRecordWithFlags(
      marks[number], stream,
      status == cudaStreamCaptureStatusActive ? cudaEventRecordExternal
                                              : cudaEventRecordDefault));
  return Error::success();
}

/// Runs a command of a step; sets `next` where it jumps.
Error Device::runInStep(size_t &next) {
  size_t number = next;
  if (Error error = mark(2 * number))
    return error;
  if (Error error = run(next))
    return error;
  followsKernel = endsWithKernel(plan.commands[number]);
  if (Error error = mark(2 * number + 1))
    return error;
  if (auto event = events.find(number); event != events.end())
    SHARDWISE_CHECK(cudaEventRecord(event->second, stream));
  // Nobody waits for the count.
  const Command &command = plan.commands[number];
  return command.kind == Command::Collective ? count(command)
                                             : Error::success();
}

Error Device::runCommands() {
  followsKernel = false;
  if (streams.size() == 1 && marks.empty()) {
    for (size_t next = 0; next < plan.commands.size(); ++next)
      if (Error error = runInStep(next))
        return error;
    return Error::success();
  }
  if (Error error = beginStreams())
    return error;
  // Without loops, as `checkStreams` says.
  for (size_t next = 0; next < plan.commands.size(); ++next) {
    setStream(plan.commands[next].stream);
    if (Error error = waitForCommands(next))
      return error;
    if (Error error = runInStep(next))
      return error;
  }
  return endStreams();
}

static bool hasLoops(const Plan &plan) {
  return std::ranges::any_of(plan.commands, [](const Command &command) {
    return command.kind == Command::Branch || command.kind == Command::Jump;
  });
}

Error Device::capture(cudaGraphExec_t &recorded) {
  SHARDWISE_CHECK(
      cudaStreamBeginCapture(stream, cudaStreamCaptureModeThreadLocal));
  Error error = runCommands();
  cudaGraph_t captured = nullptr;
  cudaError_t status = cudaStreamEndCapture(stream, &captured);
  if (error)
    return error;
  SHARDWISE_CHECK(status);
  status = cudaGraphInstantiate(&recorded, captured, 0);
  cudaGraphDestroy(captured);
  SHARDWISE_CHECK(status);
  SHARDWISE_CHECK(cudaGraphUpload(recorded, stream));
  return finishQueued();
}

Error Device::start() {
  currentDevice = number;
  SHARDWISE_CHECK(cudaSetDevice(gpu));
  if (std::exchange(copiesAreOld, false))
    if (Error error = updateCopies())
      return error;
  // NCCL connects devices when they first need it, which threads of one process
  // cannot do while they record: the first step shows it what there is, and
  // everything that takes memory is done at its end, before any device goes on.
  isFirst = std::exchange(hasStarted, true) == false;
  bool showsFirst = isFirst && nccl;
  bool wantsGraph = !options.noGraph && !hasLoops(plan);
  if (wantsGraph && !showsFirst && !graph)
    if (Error error = capture(graph))
      return error;
  if (Error error = beginStep())
    return error;
  if (graph)
    SHARDWISE_CHECK(cudaGraphLaunch(graph, stream));
  else if (Error error = runCommands())
    return error;
  if (showsFirst)
    if (Error error = finishQueued())
      return error;
  isFirst = false;
  if (showsFirst && wantsGraph)
    if (Error error = capture(graph))
      return error;
  return endStep();
}

std::string Device::describeExecution() const {
  size_t numOwn = std::ranges::count_if(
      products, [](const auto &entry) { return entry.second.isOwn; });
  std::string text = (graph ? "one graph of " : "") +
                     std::to_string(plan.commands.size()) + " commands";
  if (!graph)
    text += hasLoops(plan) ? ", one by one because of loops" : ", one by one";
  if (peers.isOpen())
    text += ", large exchanges of two devices by copy engines";
  else if (!peersProblem.empty())
    text += ", large exchanges of two devices without copy engines: " +
            peersProblem;
  if (numOwn)
    text += ", " + std::to_string(numOwn) + " of " +
            std::to_string(products.size()) + " products outside of cuBLASLt";
  size_t numFinished = std::ranges::count_if(
      products, [](const auto &entry) { return entry.second.finishesOwn; });
  if (numFinished)
    text += ", the bias of " + std::to_string(numFinished) +
            " products added outside of cuBLASLt";
  return text;
}

//===----------------------------------------------------------------------===//
// Values
//===----------------------------------------------------------------------===//

Error Device::write(unsigned shard, const void *local) {
  currentDevice = number;
  SHARDWISE_CHECK(cudaSetDevice(gpu));
  copiesAreOld |= plan.shards[shard].role == ShardInfo::Variable;
  SHARDWISE_CHECK(cudaMemcpyAsync(base + layout.shards[shard], local,
                                  getShardBytes(shard), cudaMemcpyHostToDevice,
                                  stream));
  SHARDWISE_CHECK(cudaStreamSynchronize(stream));
  return Error::success();
}

/// Brings what holds variables in another type up to date with them.
Error Device::updateCopies() {
  for (auto [number, info] : enumerate(plan.shards)) {
    if (info.role != ShardInfo::Copy)
      continue;
    std::array<int64_t, 1> elements = {
        getProduct(getLocalShape(plan.mesh, info.sharding, info.globalShape))};
    std::array<int64_t, 1> strides = {1};
    auto copy = makeStridedCopy(elements, strides, strides,
                                plan.shards[info.copyOf].type, info.type);
    if (!copy)
      return copy.takeError();
    if (Error error = copyStrided(base + layout.shards[info.copyOf],
                                  base + layout.shards[number], *copy))
      return error;
  }
  return Error::success();
}

Error Device::fill(unsigned shard, const random::Initializer &init,
                   const random::Part &part) {
  currentDevice = number;
  SHARDWISE_CHECK(cudaSetDevice(gpu));
  copiesAreOld |= plan.shards[shard].role == ShardInfo::Variable;
  void *data = base + layout.shards[shard];
  auto type = static_cast<int32_t>(plan.shards[shard].type);
  random::Initializer initCopy = init;
  random::Part partCopy = part;
  void *arguments[] = {&initCopy, &partCopy, &type, &data};
  SHARDWISE_CHECK(
      launchKernel(fillKernel, makeConfig(part.elements, stream), arguments));
  return Error::success();
}

Error Device::read(unsigned shard, void *local) {
  currentDevice = number;
  SHARDWISE_CHECK(cudaSetDevice(gpu));
  SHARDWISE_CHECK(cudaMemcpyAsync(local, base + layout.shards[shard],
                                  getShardBytes(shard), cudaMemcpyDeviceToHost,
                                  stream));
  SHARDWISE_CHECK(cudaStreamSynchronize(stream));
  return Error::success();
}
