//===- KernelCompiler.h - Kernels to code for GPUs --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Compiles the functions marked `plan.kernel` to PTX, and to machine code where
// NVIDIA's assembler is found. Nothing of CUDA is needed for the first. A
// kernel takes the buffers of its arguments and then those of its results as
// one pointer each, and the row-major number of the device:
//
//     .entry kernel(void *argument0, ..., void *result0, ..., int64_t device)
//
// Buffers are contiguous, row-major and aligned to 16 bytes. i1 is a byte that
// is 0 or 1, index an int64_t. Buffers do not overlap, except that a result may
// be the very buffer of an argument that `plan.in_place` pairs it with.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_TARGET_GPU_KERNELCOMPILER_H
#define SHARDWISE_TARGET_GPU_KERNELCOMPILER_H

#include "mlir/IR/DialectRegistry.h"
#include "mlir/IR/Operation.h"
#include "llvm/Support/Error.h"

namespace mlir::shardwise {

struct GPUKernelOptions {
  /// The processor that the machine code is for, and that PTX may use the
  /// instructions of: sm_80 or a later one.
  std::string chip = "sm_90";
  /// The assembler, or the folder of a CUDA toolkit; empty: look for it in
  /// CUDA_HOME, CUDA_PATH, PATH and /usr/local/cuda.
  std::string toolkit;
  /// Whether not to find an assembler is an error.
  bool requireCubin = false;
  /// Whether to make machine code if there is an assembler.
  bool assemble = true;
  /// Where to print the optimized LLVM IR, or null.
  llvm::raw_ostream *printLLVM = nullptr;
};

/// How a kernel is launched: `gridX` x `gridY` blocks of `blockX` threads, with
/// `sharedBytes` bytes of dynamic shared memory.
struct GPUKernelEntry {
  std::string name;
  unsigned gridX = 1, gridY = 1, blockX = 1;
  unsigned sharedBytes = 0;
  /// Arguments and results; the device's number comes after them.
  unsigned numBuffers = 0;
};

/// All kernels of a program as one module.
struct GPUKernelImage {
  std::string ptx;
  /// Machine code for the chip, or empty if there was no assembler.
  std::string cubin;
  std::vector<GPUKernelEntry> kernels;
  /// Whether a launch may begin before the kernel before it has ended: kernels
  /// wait for that themselves.
  bool startsEarly = false;
};

/// Compiles all kernels inside `root` (a module or a `dist.local_program`),
/// which stays as it is. Kernels that have no lowering are diagnosed at their
/// operations.
llvm::Expected<GPUKernelImage>
compileGPUKernels(Operation *root, const GPUKernelOptions &options = {});

/// Finds NVIDIA's assembler as the options say; empty if there is none.
std::string findPTXAssembler(const GPUKernelOptions &options);

/// Assembles PTX to machine code.
llvm::Expected<std::string> assemblePTX(llvm::StringRef ptx,
                                        llvm::StringRef assembler,
                                        llvm::StringRef chip);

/// Registers the dialects and translations that compiling needs.
void registerGPUKernelCompilerDialects(DialectRegistry &registry);

/// Registers the pass `plan-emit-gpu-kernels`, which writes an image to files.
void registerEmitGPUKernelsPass();

} // namespace mlir::shardwise

#endif // SHARDWISE_TARGET_GPU_KERNELCOMPILER_H
