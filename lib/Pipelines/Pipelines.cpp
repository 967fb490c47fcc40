//===- Pipelines.cpp - From a step to devices -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The order of the passes. Common subexpressions are removed where types keep
// what they mean: before layouts are attached, and when shapes are local.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Pipelines/Pipelines.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Pass/PassRegistry.h"
#include "mlir/Transforms/Passes.h"
#include "shardwise/Conversion/Passes.h"
#include "shardwise/Dialect/Dist/Transforms/Passes.h"
#include "shardwise/Dialect/Model/Transforms/Passes.h"
#include "shardwise/Dialect/Plan/Transforms/Passes.h"
#include "shardwise/Target/Plan/DecodePlan.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Error.h"

using namespace mlir;
using namespace mlir::shardwise;

//===----------------------------------------------------------------------===//
// Pipelines
//===----------------------------------------------------------------------===//

void mlir::shardwise::buildPartitionPipeline(OpPassManager &manager,
                                             bool strictLayouts,
                                             AttentionRaising raising,
                                             int64_t splitUpdates) {
  manager.addPass(createCSEPass());
  manager.addPass(model::createSplitBatchDimsPass());
  if (raising != AttentionRaising::None) {
    model::RaiseAttentionPassOptions options;
    options.forCuDNN = raising == AttentionRaising::ForCuDNN;
    options.printRemarks = options.forCuDNN;
    manager.addPass(model::createRaiseAttentionPass(options));
  }
  manager.addPass(dist::createAttachLayoutsPass({strictLayouts, splitUpdates}));
  manager.addPass(dist::createPropagatePass());
  manager.addPass(dist::createPartitionPass());
}

/// What both targets begin with.
static void
addFoldingPasses(OpPassManager &manager, bool gpuKernels,
                 const model::DecomposeAttentionPassOptions &decompose) {
  if (gpuKernels)
    manager.addPass(createUnrollLoopsPass());
  manager.addPass(model::createDecomposeAttentionPass(decompose));
  manager.addPass(createFoldTransposesPass());
  if (gpuKernels)
    manager.addPass(createFoldSumsPass());
}

/// Reductions have their final shapes now; without overlap only those that
/// libraries do otherwise are taken apart.
static void addSwapPass(OpPassManager &manager,
                        const plan::SchedulePassOptions &schedule,
                        int64_t swapBytes) {
  manager.addPass(dist::createSwapPartialsPass(
      {schedule.overlap ? swapBytes : std::numeric_limits<int64_t>::max()}));
}

/// What both targets end with.
static void addPlanPasses(OpPassManager &manager, bool gpuKernels,
                          const plan::SchedulePassOptions &schedule,
                          bool epilogues, double recompute) {
  manager.addPass(createCSEPass());
  if (gpuKernels && epilogues)
    manager.addPass(createFoldEpiloguesPass());
  if (gpuKernels)
    manager.addPass(createKeepCastsPass());
  manager.addPass(createFormKernelsPass({gpuKernels}));
  if (gpuKernels && recompute) {
    RecomputePassOptions options;
    options.maxSlowdown = recompute;
    options.overlap = schedule.overlap;
    options.linkRate = schedule.linkRate;
    options.memoryRate = schedule.memoryRate;
    options.productRate = schedule.productRate;
    options.cutRows = schedule.cutRows;
    options.anyOrder = schedule.anyOrder;
    manager.addPass(createRecomputePass(options));
  }
  if (gpuKernels)
    manager.addPass(createSplitReductionsPass());
  manager.addPass(plan::createSchedulePass(schedule));
}

void mlir::shardwise::buildCPUPipeline(
    OpPassManager &manager, bool gpuKernels,
    const plan::SchedulePassOptions &schedule, int64_t swapBytes,
    bool epilogues, double recompute) {
  addFoldingPasses(manager, gpuKernels, {});
  if (gpuKernels)
    addSwapPass(manager, schedule, swapBytes);
  addPlanPasses(manager, gpuKernels, schedule, epilogues, recompute);
}

void mlir::shardwise::buildGPUPipeline(
    OpPassManager &manager, GPUAttention attention,
    const plan::SchedulePassOptions &schedule, int64_t swapBytes,
    bool epilogues, double recompute) {
  model::DecomposeAttentionPassOptions decompose;
  decompose.keepForCuDNN = attention != GPUAttention::Decomposed;
  addFoldingPasses(manager, /*gpuKernels=*/true, decompose);
  addSwapPass(manager, schedule, swapBytes);
  plan::SchedulePassOptions all = schedule;
  all.anyOrder = attention == GPUAttention::CuDNNAnyOrder;
  addPlanPasses(manager, /*gpuKernels=*/true, all, epilogues, recompute);
}

namespace {
struct GPUPipelineOptions : PassPipelineOptions<GPUPipelineOptions> {
  Option<bool> overlap{*this, "overlap",
                       llvm::cl::desc("Run collectives beside commands that do "
                                      "not need them"),
                       llvm::cl::init(true)};
  Option<bool> recompute{*this, "recompute",
                         llvm::cl::desc("Compute values again that wait where "
                                        "most memory is needed"),
                         llvm::cl::init(true)};
};
} // namespace

void mlir::shardwise::registerPipelines() {
  PassPipelineRegistration<>(
      "shardwise-partition",
      "Attach layouts, propagate them and partition the step",
      [](OpPassManager &manager) { buildPartitionPipeline(manager); });
  PassPipelineRegistration<>(
      "shardwise-cpu", "Form kernels and schedule them on the CPU",
      [](OpPassManager &manager) { buildCPUPipeline(manager); });
  PassPipelineRegistration<GPUPipelineOptions>(
      "shardwise-gpu", "Form kernels and schedule them on GPUs",
      [](OpPassManager &manager, const GPUPipelineOptions &options) {
        plan::SchedulePassOptions schedule;
        schedule.overlap = options.overlap;
        buildGPUPipeline(manager, GPUAttention::CuDNN, schedule, 1 << 20,
                         /*epilogues=*/true,
                         options.recompute ? kRecomputeShare : 0);
      });
}

//===----------------------------------------------------------------------===//
// Compiling
//===----------------------------------------------------------------------===//

/// Runs a pipeline; the error says what it was for.
static ::shardwise::Error
runPipeline(ModuleOp module, StringRef what, const CompileOptions &options,
            function_ref<void(OpPassManager &)> build) {
  PassManager manager(module.getContext());
  build(manager);
  if (options.setUp)
    options.setUp(manager);
  if (succeeded(manager.run(module)))
    return ::shardwise::Error::success();
  return ::shardwise::makeError("cannot {} the step", what.str());
}

/// The one program of a type in the module.
template <typename ProgramOp>
static ::shardwise::Expected<ProgramOp> findProgram(ModuleOp module) {
  SmallVector<ProgramOp> programs(module.getOps<ProgramOp>());
  if (programs.size() == 1)
    return programs.front();
  return ::shardwise::makeError("expected one '{}', found {}",
                                ProgramOp::getOperationName().str(),
                                programs.size());
}

/// The messages of an error of LLVM's, which the code generators give.
static ::shardwise::Error convertError(llvm::Error error) {
  ::shardwise::Error converted;
  llvm::handleAllErrors(std::move(error), [&](const llvm::ErrorInfoBase &info) {
    converted.join(::shardwise::Error(info.message()));
  });
  return converted;
}

/// Compiles kernels and starts devices.
static ::shardwise::Error makeExecutor(plan::ProgramOp program,
                                       const CompileOptions &options,
                                       CompiledStep &step) {
  auto kernels = compileKernels(program);
  if (!kernels)
    return convertError(kernels.takeError());
  step.kernels = std::move(*kernels);
  auto decoded = decodePlan(
      program, [&](StringRef name) { return step.kernels->lookup(name); });
  if (failed(decoded))
    return ::shardwise::makeError("cannot decode the plan");
  auto executor =
      options.makeExecutor
          ? options.makeExecutor(std::move(*decoded))
          : ::shardwise::runtime::Executor::create(std::move(*decoded));
  if (!executor)
    return executor.takeError();
  step.executor = std::move(*executor);
  return ::shardwise::Error::success();
}

/// Notes what a step needs, and what it computes again.
template <typename StepT>
static void noteMemory(plan::ProgramOp program, StepT &step) {
  step.memory = plan::getMemoryUse(program);
  plan::RecomputeUse use = plan::getRecomputeUse(program);
  step.recomputed.savedBytes = use.savedBytes;
  for (auto [loc, type] : use.values)
    step.recomputed.values.push_back({formatSource(loc), type});
}

/// Takes the module to a plan, by the passes that `buildTarget` adds, and notes
/// what there is to say about it.
template <typename StepT>
static ::shardwise::Expected<plan::ProgramOp>
makePlan(ModuleOp module, const CompileOptions &options,
         AttentionRaising raising,
         function_ref<void(OpPassManager &)> buildTarget, StepT &step) {
  if (auto found = findProgram<model::ProgramOp>(module); !found)
    return found.takeError();
  if (::shardwise::Error error = runPipeline(
          module, "partition", options, [&](OpPassManager &manager) {
            buildPartitionPipeline(manager, options.strictLayouts, raising,
                                   options.splitUpdates);
          }))
    return error;
  auto local = findProgram<dist::LocalProgramOp>(module);
  if (!local)
    return local.takeError();
  step.collectives = dist::summarizeCollectives(*local);
  if (::shardwise::Error error =
          runPipeline(module, "schedule", options, buildTarget))
    return error;
  auto program = findProgram<plan::ProgramOp>(module);
  if (program)
    noteMemory(*program, step);
  return program;
}

::shardwise::Expected<CompiledStep>
CompiledStep::compile(ModuleOp module, const CompileOptions &options) {
  CompiledStep step;
  auto raising =
      options.raiseAttention ? AttentionRaising::All : AttentionRaising::None;
  auto buildTarget = [&](OpPassManager &manager) {
    buildCPUPipeline(manager, options.gpuKernels, options.schedule,
                     options.swapBytes, options.epilogues, options.recompute);
  };
  auto program = makePlan(module, options, raising, buildTarget, step);
  if (!program)
    return program.takeError();
  if (::shardwise::Error error = makeExecutor(*program, options, step))
    return error;
  return step;
}

/// Numbers the kernels as the plan does.
static ::shardwise::Error makeImage(plan::ProgramOp program,
                                    GPUKernelImage compiled,
                                    ::shardwise::runtime::PlanFile &file) {
  llvm::StringMap<const GPUKernelEntry *> entries;
  for (const GPUKernelEntry &entry : compiled.kernels)
    entries[entry.name] = &entry;
  // The plan asks for each kernel once, in the order of its numbers. What it
  // gets is never called.
  auto number = [&](StringRef name) -> ::shardwise::runtime::KernelFunction {
    const GPUKernelEntry *entry = entries.lookup(name);
    if (!entry)
      return nullptr;
    ::shardwise::runtime::GPUKernel &kernel = file.image.kernels.emplace_back();
    kernel.name = entry->name;
    kernel.numBuffers = entry->numBuffers;
    kernel.grid[0] = entry->gridX;
    kernel.grid[1] = entry->gridY;
    kernel.block[0] = entry->blockX;
    kernel.sharedBytes = entry->sharedBytes;
    return [](void *const *, int64_t) {};
  };
  auto decoded = decodePlan(program, number);
  if (failed(decoded))
    return ::shardwise::makeError("cannot decode the plan");
  llvm::StringMap<std::string> sources;
  program.walk([&](plan::LaunchOp launch) {
    sources.try_emplace(launch.getKernel(), formatSource(launch.getLoc()));
  });
  for (::shardwise::runtime::GPUKernel &kernel : file.image.kernels)
    kernel.source = sources.lookup(kernel.name);
  file.plan = std::move(*decoded);
  file.image.startsEarly = compiled.startsEarly;
  file.image.ptx = std::move(compiled.ptx);
  file.image.cubin = std::move(compiled.cubin);
  return ::shardwise::Error::success();
}

::shardwise::Expected<CompiledGPUStep>
CompiledGPUStep::compile(ModuleOp module, const CompileOptions &options,
                         const GPUKernelOptions &kernelOptions) {
  CompiledGPUStep step;
  auto raising = options.attention == GPUAttention::Decomposed
                     ? AttentionRaising::None
                     : AttentionRaising::ForCuDNN;
  auto build = [&](OpPassManager &manager) {
    buildGPUPipeline(manager, options.attention, options.schedule,
                     options.swapBytes, options.epilogues, options.recompute);
  };
  auto program = makePlan(module, options, raising, build, step);
  if (!program)
    return program.takeError();
  auto compiled = compileGPUKernels(*program, kernelOptions);
  if (!compiled)
    return convertError(compiled.takeError());
  if (!compiled->cubin.empty())
    step.file.image.chip = kernelOptions.chip;
  if (::shardwise::Error error =
          makeImage(*program, std::move(*compiled), step.file))
    return error;
  step.overlaps = describeOverlaps(step.file.plan, options.schedule);
  return step;
}
