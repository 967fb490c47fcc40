//===- Compile.cpp - From a bundle to a step on devices -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The passes and their order are those of the embedding entry. An observer of
// the pass managers notes the time of each phase, and the layouts at the moment
// when they are attached and nothing else has changed.
//
//===----------------------------------------------------------------------===//

#include "Compile.h"
#include "Diagnostics.h"
#include "FactsFile.h"
#include "mlir/Pass/Pass.h"
#include "mlir/Pass/PassInstrumentation.h"
#include "mlir/Pass/PassManager.h"
#include "shardwise/Dialect/Dist/Transforms/ReadLayouts.h"
#include "shardwise/Import/Import.h"
#include "shardwise/Support/Files.h"
#include "shardwise/Support/Hash.h"
#include "llvm/Support/FileSystem.h"
#include <chrono>

using namespace mlir;
using namespace mlir::shardwise;
using namespace ::shardwise;
using namespace ::shardwise::tools;

using Clock = std::chrono::steady_clock;

static double getSeconds(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

//===----------------------------------------------------------------------===//
// The observer
//===----------------------------------------------------------------------===//

/// The phase that a pass belongs to, given the one before.
static StringRef getPhase(StringRef pass, StringRef before) {
  if (pass == "dist-attach-layouts")
    return "attach";
  if (pass == "dist-propagate")
    return "propagate";
  if (pass == "dist-partition")
    return "partition";
  return before == "import" || before == "simplify" ? "simplify" : "plan";
}

namespace {
class Observer : public PassInstrumentation {
public:
  Observer(const Manifest &manifest, CompileFacts &facts)
      : manifest(manifest), facts(facts) {}

  void runBeforePass(Pass *pass, Operation *op) override {
    begin = Clock::now();
  }
  void runAfterPass(Pass *pass, Operation *op) override {
    // Passes without a name run others, which come here by themselves.
    if (pass->getArgument().empty())
      return;
    StringRef phase = getPhase(pass->getArgument(), facts.phases.back().name);
    if (facts.phases.back().name != phase)
      facts.phases.push_back({phase.str()});
    facts.phases.back().seconds += getSeconds(begin);
    if (phase == "attach")
      for (auto program : cast<ModuleOp>(op).getOps<dist::ProgramOp>())
        noteLayouts(program, manifest, facts);
  }

private:
  const Manifest &manifest;
  CompileFacts &facts;
  Clock::time_point begin;
};
} // namespace

//===----------------------------------------------------------------------===//
// Phases
//===----------------------------------------------------------------------===//

/// The file that --layouts means: a file, or a layout of the bundle.
static std::string findLayouts(const Options &options, const Bundle &bundle) {
  if (!llvm::sys::fs::exists(options.layouts) &&
      llvm::is_contained(bundle.getLayoutNames(), options.layouts))
    return bundle.getLayoutPath(options.layouts);
  return options.layouts;
}

/// Puts the layout map that the options ask for into the program.
static LogicalResult readLayouts(const Options &options, const Bundle &bundle,
                                 ModuleOp module) {
  if (!options.layouts.empty())
    return dist::readLayoutMap(findLayouts(options, bundle), options.mesh,
                               module);
  if (!options.mesh.empty())
    return dist::addDataParallelMap(options.mesh, module);
  return dist::addOneDeviceMap(module);
}

static void noteMap(ModuleOp module, CompileFacts &facts) {
  module.walk([&](dist::LayoutMapOp map) {
    facts.strategy = dist::stringifyStrategyKind(map.getStrategy()).str();
    facts.batchAxis = map.getBatchAxis().str();
  });
}

static OwningOpRef<ModuleOp> import(MLIRContext &context, const Bundle &bundle,
                                    CompileFacts &facts) {
  auto begin = Clock::now();
  StepSignature signature = StepSignature::fromManifest(bundle.getManifest());
  OwningOpRef<ModuleOp> module =
      importStep(context, bundle.getProgramPath(), &signature);
  facts.phases.push_back({"import", getSeconds(begin)});
  if (module)
    module->walk([&](Operation *) { ++facts.numOperations; });
  return module;
}

/// The hash of a file's content.
static std::string hashFile(const std::string &path) {
  auto file = MappedFile::open(path);
  return file ? formatText("{:X}", getHash(file->getText()))
              : ::shardwise::toString(file.takeError());
}

/// Takes a remark, which is reported, out of the messages.
static LogicalResult noteRemark(Diagnostic &diag, CompileFacts &facts) {
  if (diag.getSeverity() != DiagnosticSeverity::Remark)
    return failure();
  addRemark(facts.remarks, diag.str(), formatLocation(diag.getLocation()));
  return success();
}

/// Imports the step, puts the layout map into it, and compiles it by
/// `compileModule`, which has the result's `step` or `file` to fill.
template <typename ResultT, typename F>
static Expected<ResultT> compileStep(MLIRContext &context, const Bundle &bundle,
                                     const Options &options,
                                     F &&compileModule) {
  ResultT result;
  result.facts.layouts = options.layouts;
  OwningOpRef<ModuleOp> module = import(context, bundle, result.facts);
  if (!module)
    return makeError("cannot import the step");
  if (failed(readLayouts(options, bundle, *module)))
    return makeError("cannot take these layouts");
  noteMap(*module, result.facts);
  CompileOptions compileOptions;
  compileOptions.strictLayouts = options.strict;
  compileOptions.splitUpdates = options.splitUpdates;
  compileOptions.raiseAttention = options.raiseAttention;
  compileOptions.gpuKernels = options.gpuKernels;
  compileOptions.recompute = options.gpu.recompute ? kRecomputeShare : 0;
  compileOptions.setUp = [&](PassManager &manager) {
    manager.addInstrumentation(
        std::make_unique<Observer>(bundle.getManifest(), result.facts));
  };
  ScopedDiagnosticHandler remarks(&context, [&](Diagnostic &diag) {
    return noteRemark(diag, result.facts);
  });
  double before = result.facts.getSeconds();
  auto begin = Clock::now();
  auto step = compileModule(*module, compileOptions);
  if (!step)
    return step.takeError();
  // What is no pass is the code generator and the start of the devices.
  double passes = result.facts.getSeconds() - before;
  result.facts.phases.push_back({"kernels", getSeconds(begin) - passes});
  result.step = std::move(*step);
  noteStep(result.step.memory, result.step.collectives, result.facts);
  noteRecomputed(result.step.recomputed, result.facts);
  return result;
}

Expected<CompiledBundle> tools::compileBundle(MLIRContext &context,
                                              const Bundle &bundle,
                                              const Options &options,
                                              Processes &processes,
                                              Settlement &settlement) {
  auto makeExecutor = [&](::shardwise::runtime::Plan plan)
      -> Expected<std::unique_ptr<::shardwise::runtime::Executor>> {
    settlement.haveStep = true;
    if (Error error =
            settle(processes, Error::success(), kPreparing, settlement))
      return error;
    const ::shardwise::runtime::PlanPart program = {
        "program", formatText("a step of the bundle {} with the hash {}",
                              bundle.getManifest().name,
                              hashFile(bundle.getProgramPath()))};
    return ::shardwise::runtime::Executor::create(std::move(plan), processes,
                                                  {&program, 1});
  };
  auto result = compileStep<CompiledBundle>(
      context, bundle, options, [&](auto module, auto &compileOptions) {
        compileOptions.makeExecutor = makeExecutor;
        return CompiledStep::compile(module, compileOptions);
      });
  if (result && processes.areSeveral())
    result->facts.target = "CPU, " + std::to_string(processes.group.getSize()) +
                           " processes of one device over " +
                           std::string(processes.transport->getName());
  return result;
}

Expected<CompiledGPUBundle> tools::compileGPUBundle(MLIRContext &context,
                                                    const Bundle &bundle,
                                                    const Options &options) {
  GPUKernelOptions kernelOptions;
  kernelOptions.chip = options.gpu.chip;
  auto result = compileStep<CompiledGPUBundle>(
      context, bundle, options, [&](auto module, auto &compileOptions) {
        compileOptions.schedule.overlap = options.gpu.overlap;
        compileOptions.schedule.linkRate = options.gpu.linkRate;
        compileOptions.attention = options.gpu.attention;
        compileOptions.swapBytes = options.gpu.swapBytes;
        compileOptions.epilogues = options.gpu.epilogues;
        return CompiledGPUStep::compile(module, compileOptions, kernelOptions);
      });
  if (!result)
    return result;
  result->facts.target = "NVIDIA GPUs";
  for (CollectiveOverlap &overlap : result->step.overlaps)
    result->facts.overlaps.push_back({overlap.name, overlap.bytes,
                                      overlap.seconds, overlap.hiddenSeconds,
                                      overlap.beside});
  for (const auto &command : result->step.file.plan.commands)
    if (command.kind == ::shardwise::runtime::Command::Attention)
      ++(result->step.file.plan.attentions[command.index].isGradient
             ? result->facts.numAttentionGrads
             : result->facts.numAttentions);
  result->step.file.name = bundle.getManifest().name;
  SmallString<128> path;
  if (!llvm::sys::fs::real_path(options.bundle, path))
    result->facts.bundle = path.str().str();
  result->step.file.facts = serialize(result->facts);
  return result;
}
