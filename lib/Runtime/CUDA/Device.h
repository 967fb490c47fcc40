//===- Device.h - One GPU and its commands ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Everything that belongs to one device: its memory, streams, kernels,
// communicators, and the commands of the plan with all addresses resolved. Only
// the device's own thread calls it.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_RUNTIME_CUDA_DEVICE_H
#define SHARDWISE_LIB_RUNTIME_CUDA_DEVICE_H

#include "Attention.h"
#include "Exchange.h"
#include "Libraries.h"
#include "Peers.h"
#include "Product.h"
#include "shardwise/Random/Initializer.h"
#include "shardwise/Runtime/CUDA/Executor.h"
#include <functional>
#include <map>
#include <span>
#include <string_view>
#include <vector>

namespace shardwise::runtime {

/// Where the parts of a device's memory lie, from the plan alone.
struct MemoryLayout {
  int64_t arena = 0;
  std::vector<int64_t> shards, constants;
  /// Scratch space, by stream.
  std::vector<int64_t> scratch;
  int64_t workspace = 0;
  /// For attentions whose commands have too little.
  int64_t attention = 0;
  /// What devices tell each other; at one place on all of them.
  int64_t flags = 0;
  /// The whole, and the sum of the parts.
  int64_t totalBytes = 0, plannedBytes = 0;

  static MemoryLayout make(const Plan &plan,
                           std::span<const int64_t> scratchBytes,
                           int64_t workspaceBytes, int64_t attentionBytes);
};

class Device {
public:
  /// Waits until something that a step, by its number from 0, does on a device
  /// is done; the error says why it is given up.
  using Wait =
      std::function<Error(Device &device, int64_t step,
                          const std::function<Expected<bool>()> &isDone)>;

  /// `number` is the row-major number in the mesh, `gpu` that of the GPU.
  Device(const PlanFile &file, const CUDAOptions &options, int64_t number,
         int gpu, Wait wait)
      : file(file), plan(file.plan), options(options), number(number), gpu(gpu),
        wait(std::move(wait)) {}
  ~Device();
  Device(const Device &) = delete;
  Device &operator=(const Device &) = delete;

  /// Prepares memory, kernels and commands.
  Error prepare();
  /// Joins the other devices. All devices must do this at the same time.
  Error connect(const ncclUniqueId &id);
  /// Whether other devices' memory would be of use.
  bool wantsPeers() const { return !getPeers().empty(); }
  /// Where this device's memory is.
  Expected<PeerAddress> getAddress();
  /// Opens the memory of other devices, whose addresses these are.
  Error openPeers(std::span<const PeerAddress> addresses);
  /// Goes without, for a reason.
  void closePeers(std::string_view reason);

  Error write(unsigned shard, const void *local);
  /// Makes the device's part of a shard.
  Error fill(unsigned shard, const random::Initializer &init,
             const random::Part &part);
  Error read(unsigned shard, void *local);

  /// How many steps may be under way at a time.
  static constexpr int64_t kMaxSteps = 4;
  /// Whether small outputs of each step are kept until its slot is needed.
  bool keepsOutputs() const { return fetchesOutputs; }
  /// Sets an input for the step that is started next. `fillLocal` writes the
  /// device's part. At most `kMaxSteps - 1` steps are under way.
  Error writeNext(unsigned shard, const std::function<void(char *)> &fillLocal);
  /// Starts a step behind those under way, of which there are fewer than
  /// `kMaxSteps`.
  Error start();
  /// Whether a step has ended, by its number from 0; it is one of the last
  /// `kMaxSteps`.
  Expected<bool> isDone(int64_t step);
  /// How long it took, and what an output was at its end.
  Expected<double> getMilliseconds(int64_t step);
  Error readOutput(unsigned shard, int64_t step, void *local);
  /// Runs the commands of a step one after the other, and adds how long each
  /// took. No step is under way.
  Error profile(std::vector<CommandTime> &times);
  /// Runs steps as they always run, and notes when each command began and ended
  /// in the last. `times` are those of `profile`.
  Error trace(std::vector<CommandTime> &times);
  /// Whether the communicators still work.
  Error checkCommunication();
  /// The collective that a step has not yet ended, the first in the order of
  /// the plan; -1 if there is none, or loops make that unknown. Any thread may
  /// call this.
  int64_t findCollective(int64_t step) const;
  /// Ends what hangs in communication. Any thread may call this.
  void abort();

  int64_t getNumber() const { return number; }
  CUDAMemory getMemory() const;
  std::string_view getName() const { return name; }
  std::string describeExecution() const;

private:
  /// What belongs to one of the last steps.
  struct StepSlot {
    cudaEvent_t begin = nullptr, end = nullptr;
    /// Pinned memory for what the step gave.
    char *outputs = nullptr;
  };
  /// An input that changes from step to step.
  struct StagedInput {
    /// The host's copies, by slot, and the device's.
    char *pinned[kMaxSteps] = {};
    char *staged = nullptr;
    /// The device's copy is there; the step has taken it.
    cudaEvent_t arrived = nullptr, taken = nullptr;
    /// Whether the next step must take it.
    bool isPending = false;
  };
  /// A contraction with its addresses.
  struct Product {
    const ProductPlan *plan = nullptr;
    void *buffers[3] = {};
    void *bias = nullptr, *preactivation = nullptr;
    cublasLtMatmulDesc_t desc = nullptr;
    cublasLtMatrixLayout_t layouts[3] = {};
    cublasLtMatmulAlgo_t algo;
    /// Whether our own kernels compute it, and what follows the sum.
    bool isOwn = false, finishesOwn = false;
  };

  Error planParts();
  void planPeerExchanges();
  Error planAttentions();
  Error allocate();
  Error loadKernels();
  Error findKernel(cudaLibrary_t library, const char *name,
                   cudaKernel_t &kernel);
  void resolve();
  Error prepareProduct(const Command &command);
  Error chooseAlgorithm(Product &product);
  Error chooseEpilogue(Product &product);
  int64_t getAlignment(const Product &product, unsigned side) const;
  /// The matrix that the library reads or writes.
  char *getMatrix(const Product &product, unsigned side) const;
  Error addCommunicator(uint32_t atoms);

  Error capture(cudaGraphExec_t &recorded);
  Error mark(size_t number);
  Error makeStreams();
  Error runCommands();
  Error run(size_t &next);
  Error runInStep(size_t &next);
  int64_t getShardBytes(unsigned shard) const;
  Error prepareSlots();
  void destroySlots();
  Error prepareInput(unsigned shard);
  Error poison();
  Error beginStep();
  Error endStep();
  CommandTime describe(size_t position) const;
  Error beginStreams();
  Error endStreams();
  Error waitForCommands(size_t number);
  void setStream(unsigned number) {
    followsKernel &= number == current;
    current = number;
    stream = streams[number];
  }
  Error launch(const Command &command);
  Error multiply(const Product &product);
  Error multiplyByLibrary(const Product &product);
  Error finishProduct(const Product &product);
  Error updateCopies();
  Error multiplyOwn(const Product &product);
  Error attend(const Command &command);
  Error count(const Command &command);
  std::vector<int64_t> getPeers() const;
  Error exchangeWithPeer(const Command &command);
  Error copyAll(std::span<const ExchangeCopy> copies, const Command &command);
  Error transfer(const Command &command);
  Error finishQueued();
  Error call(const NcclCall &call, void *const *operands, size_t numTensors);
  Error copyStrided(const void *source, void *target,
                    const cuda::StridedCopy &copy);
  Expected<bool> readCondition(const void *buffer);
  char *resolveSpan(const Span &span, void *const *operands,
                    size_t numTensors) const;

  const PlanFile &file;
  const Plan &plan;
  const CUDAOptions &options;
  int64_t number;
  int gpu;
  Wait wait;
  std::string name;

  const CublasLt *blas = nullptr;
  const Nccl *nccl = nullptr;
  cublasLtHandle_t blasHandle = nullptr;

  MemoryLayout layout;
  CUDAMemory memory;
  /// What was free before anything was made.
  size_t freeBefore = 0;
  char *base = nullptr;
  uint8_t *condition = nullptr;
  /// How often each collective has ended, on the device and where the host sees
  /// it.
  uint32_t *counters = nullptr, *shownCounters = nullptr;
  /// The streams of the plan.
  std::vector<cudaStream_t> streams;
  /// The number of the one that commands are queued on now, and itself.
  unsigned current = 0;
  /// Whether the last command of the step on it has left a kernel, and nothing
  /// has been waited for since: only then may a kernel begin early.
  bool followsKernel = false;
  cudaStream_t stream = nullptr;
  /// The scratch space of the collective that is queued now.
  char *exchangeScratch = nullptr;
  cudaStream_t copyStream = nullptr;
  StepSlot slots[kMaxSteps];
  int64_t numStarted = 0;
  /// Where an output lies in a slot, by shard.
  std::vector<int64_t> fetchOffsets;
  bool fetchesOutputs = false;
  /// By shard.
  std::map<unsigned, StagedInput> stagedInputs;
  /// What other streams wait for, by command.
  std::map<size_t, cudaEvent_t> events;
  /// Two for each command, when it begins and ends; empty unless that matters.
  std::vector<cudaEvent_t> marks;
  /// Where the other streams begin, and end.
  cudaEvent_t fork = nullptr;
  std::vector<cudaEvent_t> joins;
  Peers peers;
  /// Why the memory of other devices is not used; empty if it is.
  std::string peersProblem;
  cudaGraphExec_t graph = nullptr;
  bool hasStarted = false;
  /// Whether the first step is queued now.
  bool isFirst = false;
  /// Whether variables were written since what holds them in another type was.
  bool copiesAreOld = true;

  cudaLibrary_t library = nullptr, ownLibrary = nullptr;
  std::vector<cudaKernel_t> kernels;
  cudaKernel_t copyKernel = nullptr, fillKernel = nullptr;
  cudaKernel_t countKernel = nullptr, finishKernel = nullptr;
  cudaKernel_t contractKernels[3] = {};

  std::vector<void *> operands;
  std::vector<ProductPlan> productPlans;
  /// By command; empty where it is no contraction.
  std::map<size_t, Product> products;
  /// None if the plan has no attention.
  std::unique_ptr<AttentionRunner> attentions;
  int64_t attentionBytes = 0;
  std::vector<ExchangePlan> exchanges;
  /// Those that go by copies into other devices' memory, where that is open.
  std::vector<std::optional<PeerExchange>> peerExchanges;
  /// By the atoms that they go over.
  std::map<uint32_t, ncclComm_t> communicators;
};

} // namespace shardwise::runtime

#endif // SHARDWISE_LIB_RUNTIME_CUDA_DEVICE_H
