//===- WriteKernelCases.cpp - Kernels and what they should compute --------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Compiles the kernels of a file for GPUs and for this processor, runs the
// latter, and writes NAME.cubin, NAME.cases (how to launch each kernel) and
// NAME.expected (the results). RunKernelCases.cpp compares.
//
//===----------------------------------------------------------------------===//

#include "KernelInputs.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Pass/PassManager.h"
#include "shardwise/Conversion/KernelsToLoops.h"
#include "shardwise/Conversion/Passes.h"
#include "shardwise/Pipelines/Register.h"
#include "shardwise/Support/Files.h"
#include "shardwise/Target/CPU/KernelCompiler.h"
#include "shardwise/Target/GPU/KernelCompiler.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir;
using namespace mlir::shardwise;
namespace cl = llvm::cl;

static cl::opt<std::string> inputFile(cl::Positional, cl::Required,
                                      cl::desc("<file with kernels>"));
static cl::opt<std::string> outputName("o", cl::Required,
                                       cl::desc("Name of the cases"));
static cl::opt<bool> noExpected("no-expected",
                                cl::desc("Only to be timed: no results"));

static cl::opt<bool> splitReductions("split",
                                     cl::desc("Split reductions first"));

static std::string getTypeName(Type element) {
  std::string name;
  llvm::raw_string_ostream(name) << element;
  return name;
}

static bool writeFile(const std::string &path, StringRef text) {
  ::shardwise::Error error = ::shardwise::writeAtomically(
      path, [&](const ::shardwise::FileSink &write) { write(text); });
  if (!error)
    return true;
  llvm::errs() << path << ": " << ::shardwise::toString(std::move(error))
               << "\n";
  return false;
}

int main(int argc, char **argv) {
  cl::ParseCommandLineOptions(argc, argv, "Writes cases for GPUs\n");
  DialectRegistry registry;
  registerAllDialects(registry);
  MLIRContext context(registry);
  auto module = parseSourceFile<ModuleOp>(inputFile, &context);
  if (!module)
    return 1;
  if (splitReductions) {
    PassManager manager(&context);
    manager.addPass(createSplitReductionsPass());
    if (failed(manager.run(*module)))
      return 1;
  }
  GPUKernelOptions options;
  options.requireCubin = true;
  auto image = compileGPUKernels(*module, options);
  if (!image) {
    llvm::errs() << llvm::toString(image.takeError()) << "\n";
    return 1;
  }
  auto library = compileKernels(*module);
  if (!library) {
    llvm::errs() << llvm::toString(library.takeError()) << "\n";
    return 1;
  }
  llvm::StringMap<func::FuncOp> functions;
  module->walk([&](func::FuncOp function) {
    if (function->hasAttr(kKernelAttr))
      functions[function.getName()] = function;
  });
  std::string cases, expected;
  for (const GPUKernelEntry &entry : image->kernels) {
    func::FuncOp function = functions[entry.name];
    cases += "kernel " + entry.name + " " + std::to_string(entry.gridX) + " " +
             std::to_string(entry.blockX) + " " +
             std::to_string(entry.sharedBytes) + " " +
             std::to_string(image->startsEarly) + " " +
             std::to_string(function.getNumArguments()) + " " +
             std::to_string(function.getNumResults()) + "\n";
    std::vector<std::vector<char>> buffers;
    auto add = [&](Type type) {
      auto tensor = cast<RankedTensorType>(type);
      std::string name = getTypeName(tensor.getElementType());
      size_t count = tensor.getNumElements();
      cases += "buffer " + name + " " + std::to_string(count) + "\n";
      if (!noExpected)
        buffers.push_back(
            ::shardwise::test::makeInput(name, count, buffers.size() + 1));
    };
    llvm::for_each(function.getArgumentTypes(), add);
    llvm::for_each(function.getResultTypes(), add);
    if (noExpected)
      continue;
    std::vector<void *> pointers;
    for (std::vector<char> &buffer : buffers)
      pointers.push_back(buffer.data());
    (*library)->lookup(entry.name)(pointers.data(), ::shardwise::test::kDevice);
    for (size_t i = function.getNumArguments(); i < buffers.size(); ++i)
      expected.append(buffers[i].begin(), buffers[i].end());
  }
  return writeFile(outputName + ".cubin", image->cubin) &&
                 writeFile(outputName + ".cases", cases) &&
                 writeFile(outputName + ".expected", expected)
             ? 0
             : 1;
}
