//===- EmitGPUKernels.cpp - A pass that writes code for GPUs --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For looking at what the kernel compiler makes; the module stays as it is.
//
//===----------------------------------------------------------------------===//

#include "mlir/IR/BuiltinOps.h"
#include "mlir/Pass/Pass.h"
#include "mlir/Pass/PassRegistry.h"
#include "shardwise/Target/GPU/KernelCompiler.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir;
using namespace mlir::shardwise;

namespace {
class EmitGPUKernels
    : public PassWrapper<EmitGPUKernels, OperationPass<ModuleOp>> {
public:
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(EmitGPUKernels)
  EmitGPUKernels() = default;
  EmitGPUKernels(const EmitGPUKernels &other) : PassWrapper(other) {}

  StringRef getArgument() const override { return "plan-emit-gpu-kernels"; }
  StringRef getDescription() const override {
    return "Compile kernels for GPUs and write the code to files";
  }
  void getDependentDialects(DialectRegistry &registry) const override {
    registerGPUKernelCompilerDialects(registry);
  }

  void runOnOperation() override {
    GPUKernelOptions options;
    options.chip = chip;
    options.toolkit = toolkit;
    options.requireCubin = !cubin.empty();
    options.assemble = !cubin.empty();
    auto image = compileGPUKernels(getOperation(), options);
    if (!image) {
      getOperation().emitError() << llvm::toString(image.takeError());
      return signalPassFailure();
    }
    std::string table;
    for (const GPUKernelEntry &kernel : image->kernels)
      table += kernel.name + " grid " + std::to_string(kernel.gridX) +
               " block " + std::to_string(kernel.blockX) + " shared " +
               std::to_string(kernel.sharedBytes) + " buffers " +
               std::to_string(kernel.numBuffers) + "\n";
    if (failed(write(ptx, image->ptx)) || failed(write(cubin, image->cubin)) ||
        failed(write(launches, table)))
      signalPassFailure();
  }

private:
  LogicalResult write(StringRef path, StringRef text) {
    if (path.empty())
      return success();
    std::error_code error;
    llvm::raw_fd_ostream os(path, error);
    if (error)
      return getOperation().emitError()
             << "cannot write '" << path << "': " << error.message();
    os << text;
    return success();
  }

  Option<std::string> ptx{*this, "ptx",
                          llvm::cl::desc("Where to write PTX, - to print it")};
  Option<std::string> cubin{*this, "cubin",
                            llvm::cl::desc("Where to write machine code")};
  Option<std::string> launches{
      *this, "launches",
      llvm::cl::desc("Where to write how each kernel is launched")};
  Option<std::string> chip{*this, "chip", llvm::cl::desc("The GPU"),
                           llvm::cl::init("sm_90")};
  Option<std::string> toolkit{
      *this, "toolkit",
      llvm::cl::desc("The folder of a CUDA toolkit, or its ptxas")};
};
} // namespace

void mlir::shardwise::registerEmitGPUKernelsPass() {
  PassRegistration<EmitGPUKernels>();
}
