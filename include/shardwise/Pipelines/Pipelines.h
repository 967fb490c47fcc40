//===- Pipelines.h - From a step to devices ---------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The entry for programs that embed the compiler: the passes in their order,
// and a step compiled with them that is ready to run.
//
//     OwningOpRef<ModuleOp> module = importStep(context, "step.mlir");
//     if (failed(dist::readLayoutMap("layouts.json", {}, *module))) ...
//     ::shardwise::Expected<CompiledStep> step =
//     CompiledStep::compile(*module); step->executor->write(...);
//     ::shardwise::Error error = step->executor->runStep();
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_PIPELINES_PIPELINES_H
#define SHARDWISE_PIPELINES_PIPELINES_H

#include "mlir/IR/BuiltinOps.h"
#include "shardwise/Dialect/Dist/Transforms/CollectiveSummary.h"
#include "shardwise/Dialect/Plan/IR/Plan.h"
#include "shardwise/Dialect/Plan/Transforms/Passes.h"
#include "shardwise/Pipelines/GPUAttention.h"
#include "shardwise/Runtime/Executor.h"
#include "shardwise/Runtime/PlanFile.h"
#include "shardwise/Target/CPU/KernelCompiler.h"
#include "shardwise/Target/GPU/KernelCompiler.h"
#include "shardwise/Target/Plan/DescribeOverlaps.h"
#include <functional>

namespace mlir {
class OpPassManager;
class PassManager;
} // namespace mlir

namespace mlir::shardwise {

/// Which attentions are partitioned as one operation: none, those that cuDNN
/// runs, or all.
enum class AttentionRaising { None, ForCuDNN, All };

/// What computing again may take of a step's time.
inline constexpr double kRecomputeShare = 0.003;

/// Adds the passes that take each `model.program` with a layout map to the
/// program of one device. With `strictLayouts`, a rule that lays out nothing is
/// an error. A softmax over a product that could not be raised gets a remark.
/// Variables of at least `splitUpdates` bytes that no rule lays out are split
/// over the batch axis, unless that is 0.
void buildPartitionPipeline(OpPassManager &manager, bool strictLayouts = false,
                            AttentionRaising raising = AttentionRaising::None,
                            int64_t splitUpdates = 0);

/// Adds the passes that take the program of one device to a plan for the CPU.
/// Attention that was raised is decomposed. With `gpuKernels` the kernels are
/// those that a GPU would run, and values that wait at the peak of memory are
/// computed again if that takes no more than `recompute` of the step's time.
void buildCPUPipeline(OpPassManager &manager, bool gpuKernels = false,
                      const plan::SchedulePassOptions &schedule = {},
                      int64_t swapBytes = 1 << 20, bool epilogues = true,
                      double recompute = kRecomputeShare);

/// The same for GPUs. With overlap, sums over two devices of at least
/// `swapBytes` become exchanges. With `epilogues`, products add biases and take
/// GELUs where that pays.
void buildGPUPipeline(OpPassManager &manager,
                      GPUAttention attention = GPUAttention::CuDNN,
                      const plan::SchedulePassOptions &schedule = {},
                      int64_t swapBytes = 1 << 20, bool epilogues = true,
                      double recompute = kRecomputeShare);

/// Registers them as `shardwise-partition`, `shardwise-cpu` and
/// `shardwise-gpu`.
void registerPipelines();

/// What a caller may want of a compilation.
struct CompileOptions {
  /// See `buildPartitionPipeline`.
  bool strictLayouts = false;
  int64_t splitUpdates = 0;
  /// Whether a step for CPUs raises attention: it gains nothing by that.
  bool raiseAttention = false;
  /// Forms kernels as for GPUs, which is slower on CPUs: to test them there.
  bool gpuKernels = false;
  /// Whether collectives run beside the computation, and what decides it.
  plan::SchedulePassOptions schedule;
  /// How a step for GPUs runs attention.
  GPUAttention attention = GPUAttention::CuDNN;
  /// See `buildGPUPipeline`.
  int64_t swapBytes = 1 << 20;
  bool epilogues = true;
  /// See `buildCPUPipeline`; 0 for nothing.
  double recompute = kRecomputeShare;
  /// Called on each pass manager before it runs, to look on: timing, printing,
  /// instrumentations. May be empty.
  std::function<void(PassManager &)> setUp;
  /// Makes the executor of a step for CPUs; if empty, all devices are threads
  /// of this process.
  std::function<
      ::shardwise::Expected<std::unique_ptr<::shardwise::runtime::Executor>>(
          ::shardwise::runtime::Plan)>
      makeExecutor;
};

/// What a step computes again rather than keep.
struct RecomputedValues {
  /// Where each comes from, and its type.
  std::vector<std::pair<std::string, Type>> values;
  /// What a device would need more without.
  int64_t savedBytes = 0;
};

/// A step that runs on CPU devices.
struct CompiledStep {
  /// The code that the executor runs. It stands first: it goes last.
  std::unique_ptr<KernelLibrary> kernels;
  std::unique_ptr<::shardwise::runtime::Executor> executor;
  plan::MemoryUse memory;
  RecomputedValues recomputed;
  SmallVector<dist::CollectiveSummary> collectives;

  /// Compiles the one `model.program` of a module, whose layout map stands in
  /// it; the module becomes the plan. The module's context needs
  /// `registerAllDialects` and `registerKernelCompilerDialects`. Problems of
  /// the program are diagnosed where they are; the error then says only which
  /// phase failed.
  static ::shardwise::Expected<CompiledStep>
  compile(ModuleOp module, const CompileOptions &options = {});
};

/// A step for GPUs, ready to be written to a file. Nothing of CUDA is needed to
/// compile it; without NVIDIA's assembler it has portable code only.
struct CompiledGPUStep {
  ::shardwise::runtime::PlanFile file;
  plan::MemoryUse memory;
  RecomputedValues recomputed;
  SmallVector<dist::CollectiveSummary> collectives;
  std::vector<CollectiveOverlap> overlaps;

  /// As `CompiledStep::compile`; the context needs
  /// `registerGPUKernelCompilerDialects` instead.
  static ::shardwise::Expected<CompiledGPUStep>
  compile(ModuleOp module, const CompileOptions &options = {},
          const GPUKernelOptions &kernelOptions = {});
};

} // namespace mlir::shardwise

#endif // SHARDWISE_PIPELINES_PIPELINES_H
