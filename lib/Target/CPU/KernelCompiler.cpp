//===- KernelCompiler.cpp - Kernels to machine code -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Kernels are dealt out to a few modules, by size, and each module goes the
// whole way from loops to an object file in a thread of its own; one JIT links
// the objects. Which kernel is in which module depends on the input alone when
// the number of threads does.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Target/CPU/KernelCompiler.h"
#include "LoopsToLLVM.h"
#include "mlir/Conversion/LLVMCommon/TypeConverter.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/Target/LLVMIR/Dialect/Builtin/BuiltinToLLVMIRTranslation.h"
#include "mlir/Target/LLVMIR/Dialect/LLVMIR/LLVMToLLVMIRTranslation.h"
#include "mlir/Target/LLVMIR/Export.h"
#include "shardwise/Conversion/KernelsToLoops.h"
#include "llvm/ExecutionEngine/Orc/LLJIT.h"
#include "llvm/IR/LegacyPassManager.h"
#include "llvm/IR/Module.h"
#include "llvm/Passes/PassBuilder.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Target/TargetMachine.h"
#include <thread>

using namespace mlir;
using namespace mlir::shardwise;

KernelLibrary::KernelLibrary() = default;
KernelLibrary::~KernelLibrary() = default;

KernelFunction KernelLibrary::lookup(llvm::StringRef name) const {
  if (!jit)
    return nullptr;
  auto symbol = jit->lookup(name);
  if (!symbol) {
    llvm::consumeError(symbol.takeError());
    return nullptr;
  }
  return symbol->toPtr<KernelFunction>();
}

void mlir::shardwise::registerKernelCompilerDialects(
    DialectRegistry &registry) {
  registry
      .insert<arith::ArithDialect, cf::ControlFlowDialect, func::FuncDialect,
              LLVM::LLVMDialect, math::MathDialect, memref::MemRefDialect,
              scf::SCFDialect, vector::VectorDialect>();
  registerBuiltinDialectTranslation(registry);
  registerLLVMDialectTranslation(registry);
}

//===----------------------------------------------------------------------===//
// One module
//===----------------------------------------------------------------------===//

namespace {
/// Kernels that are compiled together, and what came of it.
struct Unit {
  OwningOpRef<ModuleOp> module;
  size_t size = 0;
  std::string object;
  std::string text;
  std::string error;
};
} // namespace

static void optimize(llvm::Module &module, llvm::TargetMachine &machine) {
  llvm::LoopAnalysisManager loops;
  llvm::FunctionAnalysisManager functions;
  llvm::CGSCCAnalysisManager graphs;
  llvm::ModuleAnalysisManager modules;
  llvm::PipelineTuningOptions tuning;
  tuning.LoopVectorization = true;
  tuning.SLPVectorization = true;
  tuning.LoopInterleaving = true;
  llvm::PassBuilder builder(&machine, tuning);
  builder.registerModuleAnalyses(modules);
  builder.registerCGSCCAnalyses(graphs);
  builder.registerFunctionAnalyses(functions);
  builder.registerLoopAnalyses(loops);
  builder.crossRegisterProxies(loops, functions, graphs, modules);
  builder.buildPerModuleDefaultPipeline(llvm::OptimizationLevel::O2)
      .run(module, modules);
}

static llvm::Error emitObject(llvm::Module &module,
                              llvm::TargetMachine &machine,
                              std::string &object) {
  llvm::SmallVector<char, 0> bytes;
  llvm::raw_svector_ostream os(bytes);
  llvm::legacy::PassManager passes;
  if (machine.addPassesToEmitFile(passes, os, nullptr,
                                  llvm::CodeGenFileType::ObjectFile))
    return llvm::createStringError("the target cannot write object files");
  passes.run(module);
  object.assign(bytes.begin(), bytes.end());
  return llvm::Error::success();
}

static llvm::Error compileUnit(Unit &unit, bool print,
                               llvm::orc::JITTargetMachineBuilder builder) {
  if (failed(lowerLoopsToLLVM(*unit.module)))
    return llvm::createStringError("kernels cannot be lowered to LLVM IR");
  llvm::LLVMContext context;
  std::unique_ptr<llvm::Module> module =
      translateModuleToLLVMIR(*unit.module, context);
  if (!module)
    return llvm::createStringError("kernels cannot be translated to LLVM IR");
  auto machine = builder.createTargetMachine();
  if (!machine)
    return machine.takeError();
  module->setDataLayout((*machine)->createDataLayout());
  module->setTargetTriple((*machine)->getTargetTriple());
  for (llvm::Function &function : *module)
    if (!function.isDeclaration())
      function.addFnAttr("target-cpu", (*machine)->getTargetCPU()),
          function.addFnAttr("target-features",
                             (*machine)->getTargetFeatureString());
  optimize(*module, **machine);
  if (print) {
    llvm::raw_string_ostream os(unit.text);
    module->print(os, nullptr);
  }
  return emitObject(*module, **machine, unit.object);
}

//===----------------------------------------------------------------------===//
// All of them
//===----------------------------------------------------------------------===//

/// Lowers the kernels to loops, each into the unit that has least so far.
static LogicalResult deal(Operation *root, MutableArrayRef<Unit> units) {
  for (Unit &unit : units)
    unit.module = ModuleOp::create(root->getLoc());
  WalkResult result = root->walk([&](func::FuncOp kernel) {
    if (!kernel->hasAttr(kKernelAttr))
      return WalkResult::advance();
    Unit *least = llvm::min_element(
        units, [](const Unit &a, const Unit &b) { return a.size < b.size; });
    if (failed(lowerKernelToLoops(kernel, least->module->getBody())))
      return WalkResult::interrupt();
    least->size += 8 + kernel.getBody().front().getOperations().size();
    return WalkResult::advance();
  });
  return failure(result.wasInterrupted());
}

static void compileUnits(MutableArrayRef<Unit> units, bool print,
                         const llvm::orc::JITTargetMachineBuilder &builder) {
  auto compile = [&](Unit &unit) {
    if (unit.size)
      if (llvm::Error error = compileUnit(unit, print, builder))
        unit.error = llvm::toString(std::move(error));
  };
  SmallVector<std::thread> threads;
  for (Unit &unit : units.drop_front())
    threads.emplace_back(compile, std::ref(unit));
  compile(units.front());
  for (std::thread &thread : threads)
    thread.join();
}

llvm::Expected<std::unique_ptr<KernelLibrary>>
mlir::shardwise::compileKernels(Operation *root,
                                const KernelCompilerOptions &options) {
  static bool initialized = [] {
    return !llvm::InitializeNativeTarget() &&
           !llvm::InitializeNativeTargetAsmPrinter();
  }();
  if (!initialized)
    return llvm::createStringError(
        "LLVM has no code generator for this machine");
  MLIRContext *context = root->getContext();
  DialectRegistry registry;
  registerKernelCompilerDialects(registry);
  context->appendDialectRegistry(registry);
  for (StringRef name : registry.getDialectNames())
    context->getOrLoadDialect(name);

  unsigned numThreads = options.numThreads
                            ? options.numThreads
                            : std::thread::hardware_concurrency();
  if (!context->isMultithreadingEnabled())
    numThreads = 1;
  SmallVector<Unit, 0> units(std::max(1u, numThreads));
  if (failed(deal(root, units)))
    return llvm::createStringError("some kernels have no lowering to loops");
  auto builder = llvm::orc::JITTargetMachineBuilder::detectHost();
  if (!builder)
    return builder.takeError();
  builder->setRelocationModel(llvm::Reloc::PIC_);
  compileUnits(units, options.printLLVM, *builder);

  auto jit =
      llvm::orc::LLJITBuilder().setJITTargetMachineBuilder(*builder).create();
  if (!jit)
    return jit.takeError();
  std::unique_ptr<KernelLibrary> library(new KernelLibrary);
  for (Unit &unit : units) {
    if (!unit.error.empty())
      return llvm::createStringError(unit.error);
    if (options.printLLVM)
      *options.printLLVM << unit.text;
    if (unit.object.empty())
      continue;
    if (llvm::Error error = (*jit)->addObjectFile(
            llvm::MemoryBuffer::getMemBufferCopy(unit.object, "kernels")))
      return error;
    library->objects.push_back(std::move(unit.object));
  }
  library->jit = std::move(*jit);
  return library;
}
