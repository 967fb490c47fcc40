//===- KernelCompiler.h - Kernels to machine code ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Compiles the functions marked `plan.kernel` for the processor that this runs
// on. A kernel is called with the buffers of its arguments and then those of
// its results, contiguous and row-major, and the row-major number of the
// device:
//
//     void kernel(void *const *buffers, int64_t device)
//
// In buffers, i1 is a byte that is 0 or 1 and index an int64_t. Buffers do not
// overlap, except that a result may be the very buffer of an argument that
// `plan.in_place` pairs it with.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_TARGET_CPU_KERNELCOMPILER_H
#define SHARDWISE_TARGET_CPU_KERNELCOMPILER_H

#include "mlir/IR/DialectRegistry.h"
#include "mlir/IR/Operation.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBuffer.h"
#include <memory>

namespace llvm::orc {
class LLJIT;
} // namespace llvm::orc

namespace mlir::shardwise {

using KernelFunction = void (*)(void *const *buffers, int64_t device);

struct KernelCompilerOptions {
  /// How many threads compile; 0 means as many as there are processors.
  unsigned numThreads = 0;
  /// Where to print the optimized LLVM IR, or null.
  llvm::raw_ostream *printLLVM = nullptr;
};

/// Compiled kernels, in memory as long as this lives.
class KernelLibrary {
public:
  ~KernelLibrary();
  KernelLibrary(const KernelLibrary &) = delete;
  KernelLibrary &operator=(const KernelLibrary &) = delete;

  /// The kernel with this name, or null.
  KernelFunction lookup(llvm::StringRef name) const;
  /// The relocatable object files that the library was linked from.
  llvm::ArrayRef<std::string> getObjects() const { return objects; }

private:
  friend llvm::Expected<std::unique_ptr<KernelLibrary>>
  compileKernels(Operation *root, const KernelCompilerOptions &options);
  KernelLibrary();

  std::unique_ptr<llvm::orc::LLJIT> jit;
  llvm::SmallVector<std::string, 0> objects;
};

/// Compiles all kernels inside `root` (a module or a `dist.local_program`),
/// which stays as it is. Kernels that have no lowering are diagnosed at their
/// operations.
llvm::Expected<std::unique_ptr<KernelLibrary>>
compileKernels(Operation *root, const KernelCompilerOptions &options = {});

/// Registers the dialects and translations that compiling needs.
void registerKernelCompilerDialects(DialectRegistry &registry);

} // namespace mlir::shardwise

#endif // SHARDWISE_TARGET_CPU_KERNELCOMPILER_H
