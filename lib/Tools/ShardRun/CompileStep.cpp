//===- CompileStep.cpp - Compile a bundle to a file -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The tool `shard-compile`.
//
//===----------------------------------------------------------------------===//

#include "Compile.h"
#include "CompileParser.h"
#include "Diagnostics.h"
#include "Report.h"
#include "shardwise/Import/Import.h"
#include "shardwise/Pipelines/Register.h"
#include "shardwise/Support/Error.h"
#include "shardwise/Tools/ShardCompile.h"
#include "llvm/Config/llvm-config.h"
#include <iostream>

using namespace mlir;
using namespace mlir::shardwise;
using namespace ::shardwise;
using namespace ::shardwise::tools;

static constexpr const char *kTool = "shard-compile";
static constexpr const char *kOverview =
    "Compile the step of a bundle to a file that runs without the compiler\n\n"
    "  shard-compile BUNDLE -o step.swx                     for one GPU\n"
    "  shard-compile BUNDLE --layouts FILE -o step.swx      for a mesh of "
    "them\n"
    "  shard-run-step step.swx BUNDLE --check               there\n";

namespace {
struct CompileStepOptions {
  Options common;
  std::string output;
};
} // namespace

static Error read(const CommandLine &line, const LayoutParser &layout,
                  const GPUCompileParser &gpu, const std::string &target,
                  CompileStepOptions &options) {
  if (options.common.bundle.empty())
    return makeError("no bundle given; shard-compile --help says how");
  if (options.output.empty())
    return makeError("-o is missing, which names the file to write");
  if (target != "gpu")
    return makeError(
        "--target={}{}", target,
        target == "cpu"
            ? ": a step for the CPU cannot be written to a file; shard-run "
              "compiles it and runs it"
            : ": expected gpu");
  if (Error error = layout.read(line, options.common))
    return error;
  return gpu.read(options.common.gpu);
}

static Expected<CompileStepOptions> parse(int argc, char **argv) {
  CompileStepOptions options;
  std::string target = "gpu";
  CommandLine line(kTool, kOverview,
                   "shard-compile of Shardwise " SHARDWISE_VERSION
                   ", with LLVM " LLVM_VERSION_STRING);
  line.addOperand("BUNDLE", options.common.bundle, "The bundle to compile");
  LayoutParser layout(line, options.common);
  GPUCompileParser gpu(line, options.common.gpu);
  line.add("--target", target, "gpu",
           "What the step is for; only gpu can be written to a file");
  line.add("-o", options.output, "step.swx", "The file to write");
  line.add("--verbose", options.common.verbose,
           "List every variable with its rule's place");
  if (Error error = line.parse(argc, argv))
    return error;
  if (Error error = read(line, layout, gpu, target, options))
    return error;
  return options;
}

static Error run(const CompileStepOptions &options, MLIRContext &context) {
  auto bundle = Bundle::open(options.common.bundle);
  if (!bundle)
    return bundle.takeError();
  auto compiled = compileGPUBundle(context, *bundle, options.common);
  if (!compiled)
    return compiled.takeError();
  printCompiled(std::cout, *bundle, options.common, compiled->facts);
  const ::shardwise::runtime::PlanFile &file = compiled->step.file;
  if (Error error = ::shardwise::runtime::writePlanFile(file, options.output))
    return error;
  std::cout << "\nwrote " << options.output << ": " << file.plan.commands.size()
            << " commands, " << file.image.kernels.size() << " kernels ("
            << (file.image.chip.empty() ? "" : file.image.chip + " and ")
            << "PTX)\n";
  return Error::success();
}

int ::shardwise::shardCompileMain(int argc, char **argv) {
  auto options = parse(argc, argv);
  if (!options) {
    // An option is no place in a file.
    printError(makeError("{}: {}", kTool, toString(options.takeError())),
               kTool);
    return 1;
  }
  DialectRegistry registry;
  registerAllDialects(registry);
  registerImportDialects(registry);
  registerGPUKernelCompilerDialects(registry);
  MLIRContext context(registry);
  DiagnosticPrinter printer(&context, kTool);
  Error error = run(*options, context);
  if (!error)
    return 0;
  printError(std::move(error), kTool);
  return 1;
}
