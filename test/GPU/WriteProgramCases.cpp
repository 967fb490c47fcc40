//===- WriteProgramCases.cpp - Random programs, compiled for GPUs ---------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Compiles random programs for a GPU and, with random layouts, for two; runs
// them whole on this processor, with plain kernels; and writes SEED-one.swx,
// SEED-two.swx and SEED.expected (sums of the outputs, one after the other in
// the order of their names). RunProgramCases.cpp compares. Odd seeds have
// narrow values as well.
//
//===----------------------------------------------------------------------===//

#include "../Unit/Pipelines/RandomProgram.h"
#include "ProgramCases.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/Parser/Parser.h"
#include "shardwise/Pipelines/Pipelines.h"
#include "shardwise/Pipelines/Register.h"
#include "shardwise/Support/Files.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir;
using namespace mlir::shardwise;
using namespace mlir::shardwise::test;
namespace cl = llvm::cl;

static cl::opt<std::string> folder("o", cl::init("."),
                                   cl::desc("The folder, which must exist"));
static cl::opt<unsigned> first("first", cl::init(1), cl::desc("First seed"));
static cl::opt<unsigned> count("count", cl::init(40), cl::desc("How many"));
static cl::opt<unsigned> print("print", cl::init(0), cl::value_desc("devices"),
                               cl::desc("Only print the first program, for so "
                                        "many devices"));

static CompileOptions getCompileOptions(unsigned seed) {
  CompileOptions options;
  // Variables without a layout are split in some of the programs.
  options.splitUpdates = seed % 3 == 0;
  options.schedule.overlap = true;
  // Whatever can be, as these are too small for anything to be worth it.
  options.recompute = 1;
  options.swapBytes = 0;
  return options;
}

static std::string write(unsigned seed, int64_t devices) {
  const MeshAxis axes[] = {{"x", devices}};
  return RandomProgram(seed, axes, RandomProgramOptions::forGPUs(seed)).write();
}

/// Calls a function with a fresh module of the program.
template <typename Compile>
static auto compile(MLIRContext &context, unsigned seed, int64_t devices,
                    Compile function) {
  using Result = decltype(function(ModuleOp()));
  auto module = parseSourceString<ModuleOp>(write(seed, devices), &context);
  return module ? function(*module)
                : Result(::shardwise::makeError("does not parse"));
}

static ::shardwise::Error writeExpected(MLIRContext &context, unsigned seed) {
  auto step = compile(context, seed, 1, [](ModuleOp module) {
    return CompiledStep::compile(module);
  });
  if (!step)
    return step.takeError();
  auto outputs = ::shardwise::test::runProgram(*step->executor);
  if (!outputs)
    return outputs.takeError();
  std::string path = folder + "/" + std::to_string(seed) + ".expected";
  auto print = [&](const ::shardwise::FileSink &write) {
    for (const auto &[name, sums] : ::shardwise::test::summarize(*outputs))
      write({reinterpret_cast<const char *>(sums.data()),
             sums.size() * sizeof(float)});
  };
  if (::shardwise::Error error = ::shardwise::writeAtomically(path, print))
    return ::shardwise::makeError("cannot write {}: {}", path,
                                  ::shardwise::toString(std::move(error)));
  return ::shardwise::Error::success();
}

static ::shardwise::Error writeStep(MLIRContext &context, unsigned seed,
                                    int64_t devices, StringRef name) {
  auto step = compile(context, seed, devices, [&](ModuleOp module) {
    GPUKernelOptions options;
    options.requireCubin = true;
    return CompiledGPUStep::compile(module, getCompileOptions(seed), options);
  });
  if (!step)
    return step.takeError();
  step->file.name = std::to_string(seed) + "-" + name.str();
  return ::shardwise::runtime::writePlanFile(
      step->file, folder + "/" + step->file.name + ".swx");
}

int main(int argc, char **argv) {
  cl::ParseCommandLineOptions(argc, argv, "Writes programs for GPUs\n");
  if (print) {
    llvm::outs() << write(first, print);
    return 0;
  }
  DialectRegistry registry;
  registerAllDialects(registry);
  registerKernelCompilerDialects(registry);
  registerGPUKernelCompilerDialects(registry);
  MLIRContext context(registry);
  for (unsigned seed = first; seed < first + count; ++seed) {
    ::shardwise::Error error = writeExpected(context, seed);
    if (!error)
      error = writeStep(context, seed, 1, "one");
    if (!error)
      error = writeStep(context, seed, 2, "two");
    if (error) {
      llvm::errs() << "program " << seed << ": "
                   << ::shardwise::toString(std::move(error)) << "\n";
      return 1;
    }
  }
  return 0;
}
