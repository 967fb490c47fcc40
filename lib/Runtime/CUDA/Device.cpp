//===- Device.cpp - One GPU and its memory --------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Prepares a device: all decisions and look-ups are made here, once.
// DeviceCommands.cpp runs the commands.
//
//===----------------------------------------------------------------------===//

#include "Device.h"
#include "MemoryError.h"
#include "shardwise/Runtime/Streams.h"
#include "shardwise/Support/Error.h"
#include "shardwise/Support/Ranges.h"
#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

using namespace shardwise;
using namespace shardwise::runtime;

/// The runtime's own kernels, as nvcc made them.
extern "C" const unsigned char shardwiseKernels[];

/// What is gathered by copies, at least.
static constexpr int64_t kMinCopiedBytes = int64_t(1) << 20;
/// What cuBLASLt may use.
static constexpr int64_t kWorkspaceBytes = int64_t(32) << 20;
/// The alignment of everything in a device's memory: vector accesses, and what
/// cuBLASLt likes best.
static constexpr int64_t kAlignment = 256;

//===----------------------------------------------------------------------===//
// Memory
//===----------------------------------------------------------------------===//

MemoryLayout MemoryLayout::make(const Plan &plan,
                                std::span<const int64_t> scratchBytes,
                                int64_t workspaceBytes,
                                int64_t attentionBytes) {
  MemoryLayout layout;
  auto add = [&](int64_t bytes) {
    int64_t offset = layout.totalBytes;
    layout.plannedBytes += bytes;
    layout.totalBytes += alignTo(bytes, kAlignment);
    return offset;
  };
  layout.arena = add(plan.arenaBytes);
  for (const ShardInfo &shard : plan.shards)
    layout.shards.push_back(add(getShardBytes(plan, shard)));
  for (const std::vector<char> &constant : plan.constants)
    layout.constants.push_back(add(constant.size()));
  // Before what devices may have more or less of.
  layout.flags = add(Peers::getFlagBytes(plan.mesh.getNumDevices()));
  for (int64_t bytes : scratchBytes)
    layout.scratch.push_back(add(bytes));
  layout.attention = add(attentionBytes);
  layout.workspace = add(workspaceBytes);
  return layout;
}

/// Has the library plan the attentions. One that wants a larger workspace than
/// its command has gets memory of its own.
Error Device::planAttentions() {
  if (plan.attentions.empty())
    return Error::success();
  auto runner = AttentionRunner::create(plan.attentions);
  if (!runner)
    return runner.takeError();
  attentions = std::move(*runner);
  for (auto [number, shape] : enumerate(plan.attentions))
    if (int64_t bytes = attentions->getWorkspaceBytes(number);
        bytes > shape.workspaceBytes)
      attentionBytes = std::max(attentionBytes, bytes);
  return Error::success();
}

/// Decides which collectives go by copies into other devices' memory: sums that
/// the compiler made exchanges, and what is gathered beside the computation, if
/// it is large.
void Device::planPeerExchanges() {
  peerExchanges.resize(plan.collectives.size());
  for (const Command &command : plan.commands) {
    if (command.kind != Command::Collective)
      continue;
    const CollectiveInfo &info = plan.collectives[command.index];
    auto exchange = PeerExchange::make(plan.mesh, info, number);
    if (!exchange)
      continue;
    int64_t bytes = 0;
    for (const PeerExchange::Message &message : exchange->messages)
      bytes += message.bytes;
    bool isWanted = info.kind == CollectiveKind::PartialSwap ||
                    (command.stream && bytes >= kMinCopiedBytes);
    if (isWanted)
      peerExchanges[command.index] = std::move(*exchange);
  }
}

/// Decides how contractions and collectives run, and where everything lies.
Error Device::planParts() {
  bool usesLibrary = false;
  for (const ContractionShape &shape : plan.contractions) {
    auto product = ProductPlan::make(shape);
    if (!product)
      return product.takeError();
    usesLibrary |= product->kind == ProductPlan::Library;
    productPlans.push_back(std::move(*product));
  }
  for (const CollectiveInfo &info : plan.collectives) {
    auto exchange = ExchangePlan::make(plan.mesh, info, number);
    if (!exchange)
      return exchange.takeError();
    exchanges.push_back(std::move(*exchange));
  }
  planPeerExchanges();
  if (Error error = planAttentions())
    return error;
  std::vector<int64_t> scratchBytes(getNumStreams(plan), 0);
  for (const Command &command : plan.commands) {
    int64_t &bytes = scratchBytes[command.stream];
    if (command.kind == Command::Contract)
      bytes = std::max(bytes, productPlans[command.index].scratchBytes);
    else if (command.kind == Command::Collective)
      bytes = std::max({bytes, exchanges[command.index].scratchBytes,
                        peerExchanges[command.index]
                            ? peerExchanges[command.index]->scratchBytes
                            : 0});
  }
  layout = MemoryLayout::make(
      plan, scratchBytes, usesLibrary ? kWorkspaceBytes : 0, attentionBytes);
  if (!usesLibrary)
    return Error::success();
  auto loaded = CublasLt::load();
  if (!loaded)
    return loaded.takeError();
  blas = *loaded;
  SHARDWISE_CHECK(blas->cublasLtCreate(&blasHandle));
  return Error::success();
}

Error Device::allocate() {
  size_t available, total;
  SHARDWISE_CHECK(cudaMemGetInfo(&available, &total));
  if (options.memoryLimit)
    available = std::min<size_t>(available, *options.memoryLimit);
  if (layout.totalBytes > int64_t(available))
    return makeError("{}", describeMissingMemory(plan, layout.totalBytes,
                                                 available, number));
  memory.plannedBytes = layout.plannedBytes;
  memory.allocatedBytes = layout.totalBytes;
  SHARDWISE_CHECK(cudaMalloc(reinterpret_cast<void **>(&base),
                             std::max<int64_t>(layout.totalBytes, 1)));
  // On a stream of this device: CUDA's default stream goes beside them, and
  // what it clears late would be a variable that was written meanwhile, or
  // another device's signal.
  SHARDWISE_CHECK(cudaMemsetAsync(base, 0, layout.totalBytes, stream));
  for (auto [number, constant] : enumerate(plan.constants))
    if (!constant.empty())
      SHARDWISE_CHECK(cudaMemcpyAsync(base + layout.constants[number],
                                      constant.data(), constant.size(),
                                      cudaMemcpyHostToDevice, stream));
  SHARDWISE_CHECK(cudaMallocHost(reinterpret_cast<void **>(&condition), 1));
  if (size_t bytes = plan.collectives.size() * sizeof(uint32_t)) {
    SHARDWISE_CHECK(cudaMalloc(reinterpret_cast<void **>(&counters), bytes));
    SHARDWISE_CHECK(cudaMemsetAsync(counters, 0, bytes, stream));
    SHARDWISE_CHECK(
        cudaMallocHost(reinterpret_cast<void **>(&shownCounters), bytes));
    std::memset(shownCounters, 0, bytes);
  }
  SHARDWISE_CHECK(cudaStreamSynchronize(stream));
  return Error::success();
}

//===----------------------------------------------------------------------===//
// Kernels
//===----------------------------------------------------------------------===//

Error Device::findKernel(cudaLibrary_t from, const char *name,
                         cudaKernel_t &kernel) {
  cudaError_t status = cudaLibraryGetKernel(&kernel, from, name);
  if (status == cudaSuccess)
    return Error::success();
  return makeCallError("CUDA", "cudaLibraryGetKernel",
                       std::string("no kernel ") + name + ": " +
                           cudaGetErrorString(status),
                       __FILE_NAME__, __LINE__);
}

Error Device::loadKernels() {
  SHARDWISE_CHECK(cudaLibraryLoadData(&ownLibrary, shardwiseKernels, nullptr,
                                      nullptr, 0, nullptr, nullptr, 0));
  const std::pair<const char *, cudaKernel_t *> own[] = {
      {"shardwise_copy", &copyKernel},
      {"shardwise_count", &countKernel},
      {"shardwise_fill", &fillKernel},
      {"shardwise_finish", &finishKernel},
      {"shardwise_contract_f32", &contractKernels[0]},
      {"shardwise_contract_f64", &contractKernels[1]},
      {"shardwise_contract_i64", &contractKernels[2]}};
  for (auto [name, kernel] : own)
    if (Error error = findKernel(ownLibrary, name, *kernel))
      return error;
  const GPUImage &image = file.image;
  if (image.kernels.empty())
    return Error::success();
  cudaDeviceProp properties;
  SHARDWISE_CHECK(cudaGetDeviceProperties(&properties, gpu));
  auto code = getCode(image, 10 * properties.major + properties.minor);
  if (!code)
    return code.takeError();
  SHARDWISE_CHECK(cudaLibraryLoadData(&library, (*code)->c_str(), nullptr,
                                      nullptr, 0, nullptr, nullptr, 0));
  for (const GPUKernel &info : image.kernels) {
    cudaKernel_t &kernel = kernels.emplace_back();
    if (Error error = findKernel(library, info.name.c_str(), kernel))
      return error;
    // Beside what the kernel declares, so that less than the 48 KiB that every
    // launch may ask for can be too much.
    if (info.sharedBytes)
      SHARDWISE_CHECK(cudaKernelSetAttributeForDevice(
          kernel, cudaFuncAttributeMaxDynamicSharedMemorySize, info.sharedBytes,
          gpu));
  }
  return Error::success();
}

//===----------------------------------------------------------------------===//
// Commands
//===----------------------------------------------------------------------===//

void Device::resolve() {
  for (uint32_t operand : plan.operands) {
    const Place &place = plan.buffers[operand];
    int64_t offset = place.space == Place::Arena ? layout.arena
                     : place.space == Place::Shard
                         ? layout.shards[place.index]
                         : layout.constants[place.index];
    operands.push_back(base + offset + place.offset);
  }
}

char *Device::getMatrix(const Product &product, unsigned side) const {
  const ProductOperand &operand = product.plan->operands[side];
  return operand.isPacked ? base + layout.scratch[0] + operand.scratchOffset
                          : static_cast<char *>(product.buffers[side]);
}

/// The alignment of an operand in all products of the loop and the batch.
int64_t Device::getAlignment(const Product &product, unsigned side) const {
  const ProductPlan &plan = *product.plan;
  uint64_t bits = reinterpret_cast<uintptr_t>(getMatrix(product, side));
  uint64_t bytes = getByteSize(plan.operands[side].type);
  bits |= plan.batchStrides[side] * bytes;
  for (int64_t stride : plan.loopStrides[side])
    bits |= stride * bytes;
  return std::min<uint64_t>(kAlignment, bits ? bits & -bits : kAlignment);
}

static cudaDataType_t toDataType(ElementType type) {
  switch (type) {
  case ElementType::BF16:
    return CUDA_R_16BF;
  case ElementType::F16:
    return CUDA_R_16F;
  case ElementType::F64:
    return CUDA_R_64F;
  default:
    return CUDA_R_32F;
  }
}

/// The order in which the library takes the operands: it thinks in columns, so
/// the product is turned around, unless the output is transposed already.
static std::array<unsigned, 3> getOrder(const ProductPlan &plan) {
  if (plan.operands[2].isTransposed)
    return {0, 1, 2};
  return {1, 0, 2};
}

Error Device::prepareProduct(const Command &command) {
  Product &product = products[&command - plan.commands.data()];
  product.plan = &productPlans[command.index];
  const ProductPlan &info = *product.plan;
  const ContractionShape &shape = plan.contractions[command.index];
  void *const *buffers = operands.data() + command.firstOperand;
  product.buffers[0] = buffers[0];
  product.buffers[1] = buffers[1];
  product.buffers[2] = buffers[shape.getNumInputs()];
  if (info.hasBias)
    product.bias = buffers[2];
  if (info.isGelu)
    product.preactivation = buffers[4];
  product.finishesOwn = info.hasBias;
  product.isOwn = info.kind == ProductPlan::Own;
  if (info.kind != ProductPlan::Library)
    return Error::success();

  bool isDouble = info.operands[2].type == ElementType::F64;
  bool isF32 = info.operands[0].type == ElementType::F32;
  cublasComputeType_t compute = isDouble ? CUBLAS_COMPUTE_64F
                                : isF32 && options.allowTF32
                                    ? CUBLAS_COMPUTE_32F_FAST_TF32
                                    : CUBLAS_COMPUTE_32F;
  SHARDWISE_CHECK(blas->cublasLtMatmulDescCreate(
      &product.desc, compute, isDouble ? CUDA_R_64F : CUDA_R_32F));
  bool turned = !info.operands[2].isTransposed;
  std::array<unsigned, 3> order = getOrder(info);
  const int64_t rows[3] = {info.m, info.k, info.m};
  const int64_t columns[3] = {info.k, info.n, info.n};
  for (unsigned position = 0; position < 3; ++position) {
    unsigned side = order[position];
    const ProductOperand &operand = info.operands[side];
    // How the matrix lies, by columns.
    int64_t height = operand.isTransposed ? rows[side] : columns[side];
    int64_t width = operand.isTransposed ? columns[side] : rows[side];
    cublasLtMatrixLayout_t &matrix = product.layouts[position];
    SHARDWISE_CHECK(blas->cublasLtMatrixLayoutCreate(
        &matrix, toDataType(operand.type), height, width, operand.leading));
    int32_t count = info.batch;
    SHARDWISE_CHECK(blas->cublasLtMatrixLayoutSetAttribute(
        matrix, CUBLASLT_MATRIX_LAYOUT_BATCH_COUNT, &count, sizeof(count)));
    SHARDWISE_CHECK(blas->cublasLtMatrixLayoutSetAttribute(
        matrix, CUBLASLT_MATRIX_LAYOUT_STRIDED_BATCH_OFFSET,
        &info.batchStrides[side], sizeof(int64_t)));
    if (position == 2)
      break;
    cublasOperation_t operation =
        operand.isTransposed == turned ? CUBLAS_OP_T : CUBLAS_OP_N;
    SHARDWISE_CHECK(blas->cublasLtMatmulDescSetAttribute(
        product.desc,
        position == 0 ? CUBLASLT_MATMUL_DESC_TRANSA
                      : CUBLASLT_MATMUL_DESC_TRANSB,
        &operation, sizeof(operation)));
  }
  return chooseEpilogue(product);
}

/// Lets the library add the bias, and do what follows, if it can.
Error Device::chooseEpilogue(Product &product) {
  const ProductPlan &info = *product.plan;
  if (!info.mayFinish)
    return chooseAlgorithm(product);
  auto set = [&](cublasLtMatmulDescAttributes_t attribute, const auto &value) {
    return blas->cublasLtMatmulDescSetAttribute(product.desc, attribute, &value,
                                                sizeof(value));
  };
  cudaDataType_t type = toDataType(info.operands[2].type);
  cublasLtEpilogue_t epilogue =
      info.isGelu ? CUBLASLT_EPILOGUE_GELU_AUX_BIAS : CUBLASLT_EPILOGUE_BIAS;
  SHARDWISE_CHECK(set(CUBLASLT_MATMUL_DESC_EPILOGUE, epilogue));
  SHARDWISE_CHECK(set(CUBLASLT_MATMUL_DESC_BIAS_POINTER, product.bias));
  SHARDWISE_CHECK(set(CUBLASLT_MATMUL_DESC_BIAS_DATA_TYPE, type));
  if (info.isGelu) {
    SHARDWISE_CHECK(
        set(CUBLASLT_MATMUL_DESC_EPILOGUE_AUX_POINTER, product.preactivation));
    SHARDWISE_CHECK(
        set(CUBLASLT_MATMUL_DESC_EPILOGUE_AUX_LD, info.operands[2].leading));
    SHARDWISE_CHECK(set(CUBLASLT_MATMUL_DESC_EPILOGUE_AUX_DATA_TYPE, type));
  }
  if (Error error = chooseAlgorithm(product))
    return error;
  product.finishesOwn = product.isOwn;
  if (!product.isOwn)
    return Error::success();
  epilogue = CUBLASLT_EPILOGUE_DEFAULT;
  SHARDWISE_CHECK(set(CUBLASLT_MATMUL_DESC_EPILOGUE, epilogue));
  return chooseAlgorithm(product);
}

/// Takes the library's first choice. Where it has none, our own kernel computes
/// the product.
Error Device::chooseAlgorithm(Product &product) {
  cublasLtMatmulPreference_t preference;
  SHARDWISE_CHECK(blas->cublasLtMatmulPreferenceCreate(&preference));
  auto set = [&](cublasLtMatmulPreferenceAttributes_t attribute,
                 const void *value, size_t size) {
    return blas->cublasLtMatmulPreferenceSetAttribute(preference, attribute,
                                                      value, size);
  };
  uint64_t workspace = kWorkspaceBytes;
  SHARDWISE_CHECK(set(CUBLASLT_MATMUL_PREF_MAX_WORKSPACE_BYTES, &workspace,
                      sizeof(workspace)));
  std::array<unsigned, 3> order = getOrder(*product.plan);
  uint32_t alignments[3];
  for (unsigned position = 0; position < 3; ++position)
    alignments[position] = getAlignment(product, order[position]);
  SHARDWISE_CHECK(set(CUBLASLT_MATMUL_PREF_MIN_ALIGNMENT_A_BYTES,
                      &alignments[0], sizeof(uint32_t)));
  SHARDWISE_CHECK(set(CUBLASLT_MATMUL_PREF_MIN_ALIGNMENT_B_BYTES,
                      &alignments[1], sizeof(uint32_t)));
  for (auto attribute : {CUBLASLT_MATMUL_PREF_MIN_ALIGNMENT_C_BYTES,
                         CUBLASLT_MATMUL_PREF_MIN_ALIGNMENT_D_BYTES})
    SHARDWISE_CHECK(set(attribute, &alignments[2], sizeof(uint32_t)));
  cublasLtMatmulHeuristicResult_t result;
  int count = 0;
  cublasStatus_t status = blas->cublasLtMatmulAlgoGetHeuristic(
      blasHandle, product.desc, product.layouts[0], product.layouts[1],
      product.layouts[2], product.layouts[2], preference, 1, &result, &count);
  blas->cublasLtMatmulPreferenceDestroy(preference);
  product.isOwn = status != CUBLAS_STATUS_SUCCESS || count == 0;
  product.algo = result.algo;
  return Error::success();
}

/// Makes the streams of the plan and the events that tie them. Streams beside
/// that of the computation have a higher priority: what they do is short, and
/// others wait for it.
Error Device::makeStreams() {
  int least, greatest;
  SHARDWISE_CHECK(cudaDeviceGetStreamPriorityRange(&least, &greatest));
  auto addEvent = [](cudaEvent_t &event) -> Error {
    SHARDWISE_CHECK(cudaEventCreateWithFlags(&event, cudaEventDisableTiming));
    return Error::success();
  };
  for (uint32_t number = 0; number < getNumStreams(plan); ++number) {
    SHARDWISE_CHECK(cudaStreamCreateWithPriority(&streams.emplace_back(nullptr),
                                                 cudaStreamNonBlocking,
                                                 number ? greatest : least));
    if (Error error = addEvent(joins.emplace_back(nullptr)))
      return error;
  }
  setStream(0);
  for (uint32_t wait : plan.waits)
    if (cudaEvent_t &event = events[wait]; !event)
      if (Error error = addEvent(event))
        return error;
  return addEvent(fork);
}

Error Device::prepare() {
  currentDevice = number;
  SHARDWISE_CHECK(cudaSetDevice(gpu));
  size_t total;
  SHARDWISE_CHECK(cudaMemGetInfo(&freeBefore, &total));
  cudaDeviceProp properties;
  SHARDWISE_CHECK(cudaGetDeviceProperties(&properties, gpu));
  name = properties.name;
  if (Error error = makeStreams())
    return error;
  if (Error error = planParts())
    return error;
  if (Error error = allocate())
    return error;
  if (Error error = prepareSlots())
    return error;
  if (Error error = loadKernels())
    return error;
  resolve();
  for (const Command &command : plan.commands)
    if (command.kind == Command::Contract)
      if (Error error = prepareProduct(command))
        return error;
  return Error::success();
}

//===----------------------------------------------------------------------===//
// Communicators
//===----------------------------------------------------------------------===//

/// Splits off the communicator over some atoms. All devices come here with the
/// same atoms in the same order.
Error Device::addCommunicator(uint32_t atoms) {
  if (communicators.count(atoms))
    return Error::success();
  uint32_t all = (1u << plan.mesh.getAtoms().size()) - 1;
  AtomList others = AtomList::fromMask(all & ~atoms);
  ncclComm_t &communicator = communicators[atoms];
  SHARDWISE_CHECK(
      nccl->ncclCommSplit(communicators[all], plan.mesh.getPart(number, others),
                          plan.mesh.getPart(number, AtomList::fromMask(atoms)),
                          &communicator, nullptr));
  return Error::success();
}

Error Device::connect(const ncclUniqueId &id) {
  currentDevice = number;
  SHARDWISE_CHECK(cudaSetDevice(gpu));
  auto loaded = Nccl::load();
  if (!loaded)
    return loaded.takeError();
  nccl = *loaded;
  // Devices have their row-major numbers here, whatever their ranks, so that
  // parts come in their order.
  uint32_t all = (1u << plan.mesh.getAtoms().size()) - 1;
  SHARDWISE_CHECK(nccl->ncclCommInitRank(
      &communicators[all], plan.mesh.getNumDevices(), id, number));
  for (const ExchangePlan &exchange : exchanges)
    for (const NcclCall &call : exchange.calls)
      if (Error error = addCommunicator(call.atoms))
        return error;
  return Error::success();
}

//===----------------------------------------------------------------------===//
// Other devices' memory
//===----------------------------------------------------------------------===//

/// The devices into whose memory this one writes.
std::vector<int64_t> Device::getPeers() const {
  std::vector<int64_t> found;
  for (const auto &exchange : peerExchanges)
    if (exchange)
      found.push_back(exchange->peer);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

Expected<PeerAddress> Device::getAddress() {
  currentDevice = number;
  cudaSetDevice(gpu);
  return Peers::describe(gpu, base);
}

Error Device::openPeers(std::span<const PeerAddress> addresses) {
  currentDevice = number;
  SHARDWISE_CHECK(cudaSetDevice(gpu));
  return peers.open(number, addresses, getPeers(), layout.flags);
}

void Device::closePeers(std::string_view reason) {
  cudaSetDevice(gpu);
  peers.close();
  peersProblem = reason;
}

Error Device::checkCommunication() {
  for (auto &[atoms, communicator] : communicators) {
    ncclResult_t status = ncclSuccess;
    SHARDWISE_CHECK(nccl->ncclCommGetAsyncError(communicator, &status));
    SHARDWISE_CHECK(status);
  }
  return Error::success();
}

void Device::abort() {
  if (nccl)
    for (auto &[atoms, communicator] : communicators)
      if (communicator)
        nccl->ncclCommAbort(communicator);
  communicators.clear();
  cudaSetDevice(gpu);
  if (!streams.empty())
    peers.release(streams[0]);
}

Device::~Device() {
  cudaSetDevice(gpu);
  if (graph)
    cudaGraphExecDestroy(graph);
  // Splits go before what they were split from.
  uint32_t all = (1u << plan.mesh.getAtoms().size()) - 1;
  for (bool wantsAll : {false, true})
    for (auto &[atoms, communicator] : communicators)
      if (communicator && (atoms == all) == wantsAll)
        nccl->ncclCommDestroy(communicator);
  for (auto &[command, product] : products) {
    for (cublasLtMatrixLayout_t matrix : product.layouts)
      if (matrix)
        blas->cublasLtMatrixLayoutDestroy(matrix);
    if (product.desc)
      blas->cublasLtMatmulDescDestroy(product.desc);
  }
  for (cudaLibrary_t loaded : {library, ownLibrary})
    if (loaded)
      cudaLibraryUnload(loaded);
  if (condition)
    cudaFreeHost(condition);
  if (shownCounters)
    cudaFreeHost(shownCounters);
  if (counters)
    cudaFree(counters);
  peers.close();
  if (base)
    cudaFree(base);
  destroySlots();
  for (auto &[command, event] : events)
    joins.push_back(event);
  joins.push_back(fork);
  for (cudaEvent_t event : joins)
    if (event)
      cudaEventDestroy(event);
  for (cudaStream_t made : streams)
    if (made)
      cudaStreamDestroy(made);
}
