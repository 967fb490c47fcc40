//===- KernelCompiler.cpp - Kernels to code for GPUs ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One module for all kernels of a program: it is loaded once. How a kernel is
// launched was decided by its lowering and is read off the functions.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Target/GPU/KernelCompiler.h"
#include "GPUToLLVM.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/Dialect/LLVMIR/NVVMDialect.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/NVGPU/IR/NVGPUDialect.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/Target/LLVMIR/Dialect/Builtin/BuiltinToLLVMIRTranslation.h"
#include "mlir/Target/LLVMIR/Dialect/LLVMIR/LLVMToLLVMIRTranslation.h"
#include "mlir/Target/LLVMIR/Dialect/NVVM/NVVMToLLVMIRTranslation.h"
#include "mlir/Target/LLVMIR/Export.h"
#include "shardwise/Conversion/KernelsToGPU.h"
#include "llvm/IR/LegacyPassManager.h"
#include "llvm/IR/Module.h"
#include "llvm/MC/MCSubtargetInfo.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Passes/PassBuilder.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Target/TargetMachine.h"
#include "llvm/Transforms/Scalar/EarlyCSE.h"
#include "llvm/Transforms/Vectorize/LoadStoreVectorizer.h"

using namespace mlir;
using namespace mlir::shardwise;

void mlir::shardwise::registerGPUKernelCompilerDialects(
    DialectRegistry &registry) {
  registry.insert<arith::ArithDialect, cf::ControlFlowDialect,
                  func::FuncDialect, gpu::GPUDialect, LLVM::LLVMDialect,
                  math::MathDialect, memref::MemRefDialect, nvgpu::NVGPUDialect,
                  NVVM::NVVMDialect, scf::SCFDialect, vector::VectorDialect>();
  registerBuiltinDialectTranslation(registry);
  registerLLVMDialectTranslation(registry);
  registerNVVMDialectTranslation(registry);
}

//===----------------------------------------------------------------------===//
// LLVM IR to PTX
//===----------------------------------------------------------------------===//

/// The first chip that has what kernels use, asynchronous copies and arithmetic
/// on bf16; the last one that the version of PTX below is for; the first one on
/// which kernels may start early.
static constexpr unsigned kFirstChip = 80, kLastOfPTX80 = 90, kEarlyStart = 90;

/// The number of a chip, 90 of sm_90a, or 0.
static unsigned getChipNumber(llvm::StringRef chip) {
  unsigned number = 0;
  if (!chip.consume_front("sm_") || chip.consumeInteger(10, number))
    return 0;
  return number;
}

static llvm::Expected<std::unique_ptr<llvm::TargetMachine>>
createMachine(const GPUKernelOptions &options) {
  static bool initialized = [] {
    LLVMInitializeNVPTXTargetInfo();
    LLVMInitializeNVPTXTarget();
    LLVMInitializeNVPTXTargetMC();
    LLVMInitializeNVPTXAsmPrinter();
    return true;
  }();
  (void)initialized;
  llvm::Triple triple("nvptx64-nvidia-cuda");
  std::string error;
  const llvm::Target *target =
      llvm::TargetRegistry::lookupTarget(triple, error);
  if (!target)
    return llvm::createStringError(error);
  std::unique_ptr<llvm::MCSubtargetInfo> known(
      target->createMCSubtargetInfo(triple, "", ""));
  if (!known || !known->isCPUStringValid(options.chip))
    return llvm::createStringError("unknown GPU '" + options.chip +
                                   "'; expected a name like sm_90");
  unsigned number = getChipNumber(options.chip);
  if (number < kFirstChip)
    return llvm::createStringError("kernels need sm_80 or a later GPU, not '" +
                                   options.chip + "'");
  std::unique_ptr<llvm::TargetMachine> machine(target->createTargetMachine(
      triple, options.chip, number <= kLastOfPTX80 ? "+ptx80" : "",
      llvm::TargetOptions(), llvm::Reloc::PIC_, std::nullopt,
      llvm::CodeGenOptLevel::Aggressive));
  if (!machine)
    return llvm::createStringError("LLVM cannot generate code for '" +
                                   options.chip + "'");
  return machine;
}

static void optimize(llvm::Module &module, llvm::TargetMachine &machine) {
  llvm::LoopAnalysisManager loops;
  llvm::FunctionAnalysisManager functions;
  llvm::CGSCCAnalysisManager graphs;
  llvm::ModuleAnalysisManager modules;
  // Operations on two neighbouring elements of 16 bits are one instruction.
  llvm::PipelineTuningOptions tuning;
  tuning.SLPVectorization = true;
  llvm::PassBuilder builder(&machine, tuning);
  builder.registerModuleAnalyses(modules);
  builder.registerCGSCCAnalyses(graphs);
  builder.registerFunctionAnalyses(functions);
  builder.registerLoopAnalyses(loops);
  builder.crossRegisterProxies(loops, functions, graphs, modules);
  // Neighbouring accesses are found best while addresses still look alike.
  builder.registerPipelineStartEPCallback([](llvm::ModulePassManager &passes,
                                             llvm::OptimizationLevel) {
    llvm::FunctionPassManager early;
    early.addPass(llvm::EarlyCSEPass());
    early.addPass(llvm::LoadStoreVectorizerPass());
    passes.addPass(llvm::createModuleToFunctionPassAdaptor(std::move(early)));
  });
  builder.buildPerModuleDefaultPipeline(llvm::OptimizationLevel::O3)
      .run(module, modules);
}

static llvm::Error emitPTX(ModuleOp source, const GPUKernelOptions &options,
                           std::string &ptx) {
  auto machine = createMachine(options);
  if (!machine)
    return machine.takeError();
  llvm::LLVMContext context;
  std::unique_ptr<llvm::Module> module =
      translateModuleToLLVMIR(source, context);
  if (!module)
    return llvm::createStringError("kernels cannot be translated to LLVM IR");
  module->setDataLayout((*machine)->createDataLayout());
  module->setTargetTriple((*machine)->getTargetTriple());
  optimize(*module, **machine);
  if (options.printLLVM)
    module->print(*options.printLLVM, nullptr);
  llvm::SmallVector<char, 0> text;
  llvm::raw_svector_ostream os(text);
  llvm::legacy::PassManager passes;
  if ((*machine)->addPassesToEmitFile(passes, os, nullptr,
                                      llvm::CodeGenFileType::AssemblyFile))
    return llvm::createStringError("the target cannot write PTX");
  passes.run(*module);
  ptx.assign(text.begin(), text.end());
  return llvm::Error::success();
}

//===----------------------------------------------------------------------===//
// The compiler
//===----------------------------------------------------------------------===//

static GPUKernelEntry makeEntry(gpu::GPUFuncOp function) {
  GPUKernelEntry entry;
  entry.name = function.getName().str();
  entry.gridX = (*function.getKnownGridSize())[0];
  entry.gridY = (*function.getKnownGridSize())[1];
  entry.blockX = (*function.getKnownBlockSize())[0];
  entry.numBuffers = function.getNumArguments() - 1;
  if (auto bytes = function->getAttrOfType<IntegerAttr>(kSharedBytesAttr))
    entry.sharedBytes = bytes.getInt();
  return entry;
}

llvm::Expected<GPUKernelImage>
mlir::shardwise::compileGPUKernels(Operation *root,
                                   const GPUKernelOptions &options) {
  MLIRContext *context = root->getContext();
  DialectRegistry registry;
  registerGPUKernelCompilerDialects(registry);
  context->appendDialectRegistry(registry);
  for (StringRef name : registry.getDialectNames())
    context->getOrLoadDialect(name);

  OwningOpRef<ModuleOp> module = ModuleOp::create(root->getLoc());
  OpBuilder builder(module->getBodyRegion());
  auto functions = gpu::GPUModuleOp::create(builder, root->getLoc(), "kernels");
  if (failed(lowerKernelsToGPU(root, functions)))
    return llvm::createStringError("some kernels have no lowering to GPUs");
  GPUKernelImage image;
  for (auto function : functions.getOps<gpu::GPUFuncOp>())
    image.kernels.push_back(makeEntry(function));
  image.startsEarly = getChipNumber(options.chip) >= kEarlyStart;
  if (failed(lowerGPUToLLVM(functions, image.startsEarly)))
    return llvm::createStringError("kernels cannot be lowered to LLVM IR");
  module->getBody()->getOperations().splice(
      module->getBody()->begin(), functions.getBody()->getOperations());
  functions.erase();
  if (llvm::Error error = emitPTX(*module, options, image.ptx))
    return error;
  if (!options.assemble)
    return image;

  std::string assembler = findPTXAssembler(options);
  if (assembler.empty()) {
    if (options.requireCubin || !options.toolkit.empty())
      return llvm::createStringError(
          options.toolkit.empty()
              ? "no 'ptxas' in CUDA_HOME, CUDA_PATH, PATH or /usr/local/cuda"
              : "no 'ptxas' at '" + options.toolkit + "'");
    return image;
  }
  auto cubin = assemblePTX(image.ptx, assembler, options.chip);
  if (!cubin)
    return cubin.takeError();
  image.cubin = std::move(*cubin);
  return image;
}
