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
#include "shardwise/Support/LLVMError.h"
#include "shardwise/Tools/ShardCompile.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/CommandLine.h"
#include <iostream>

using namespace mlir;
using namespace mlir::shardwise;
using namespace ::shardwise;
using namespace ::shardwise::tools;
namespace cl = llvm::cl;

static constexpr StringLiteral kTool = "shard-compile";
static constexpr StringLiteral kOverview =
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

/// The options as LLVM's parser fills them.
struct Parser {
  cl::OptionCategory category{"Options of shard-compile"};
  cl::opt<std::string> bundle{cl::Positional, cl::value_desc("BUNDLE"),
                              cl::desc("BUNDLE"), cl::cat(category)};
  LayoutParser layout{category};
  GPUCompileParser gpu{category};
  cl::opt<std::string> target{
      "target", cl::init("gpu"), cl::cat(category),
      cl::desc("What the step is for; only gpu can be written to a file")};
  cl::opt<std::string> output{"o", cl::value_desc("step.swx"),
                              cl::cat(category), cl::desc("The file to write")};
  cl::opt<bool> verbose{"verbose", cl::cat(category),
                        cl::desc("List every variable with its rule's place")};
};
} // namespace

static Expected<CompileStepOptions> parse(int argc, char **argv) {
  Parser parser;
  cl::HideUnrelatedOptions(parser.category);
  cl::SetVersionPrinter([](llvm::raw_ostream &os) {
    os << "shard-compile of Shardwise " SHARDWISE_VERSION ", with LLVM "
       << LLVM_VERSION_STRING << "\n";
  });
  std::string messages;
  llvm::raw_string_ostream os(messages);
  if (!cl::ParseCommandLineOptions(argc, argv, kOverview, &os))
    return makeParseError(messages);
  if (parser.bundle.empty())
    return makeError("no bundle given; shard-compile --help says how");
  if (parser.output.empty())
    return makeError("-o is missing, which names the file to write");
  if (parser.target != "gpu")
    return makeError(
        "--target={}{}", parser.target,
        parser.target == "cpu"
            ? ": a step for the CPU cannot be written to a file; shard-run "
              "compiles it and runs it"
            : ": expected gpu");
  CompileStepOptions options;
  options.common.bundle = parser.bundle;
  options.common.verbose = parser.verbose;
  options.output = parser.output;
  if (Error error = parser.layout.read(options.common))
    return error;
  if (Error error = parser.gpu.read(options.common.gpu))
    return error;
  return options;
}

static Error run(const CompileStepOptions &options, MLIRContext &context) {
  auto bundle = Bundle::open(options.common.bundle);
  if (!bundle)
    return convertError(bundle.takeError());
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
