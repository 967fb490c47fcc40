//===- KernelTestUtils.h - Running kernels from text ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_TEST_UNIT_TARGET_KERNELTESTUTILS_H
#define SHARDWISE_TEST_UNIT_TARGET_KERNELTESTUTILS_H

#include "mlir/IR/BuiltinOps.h"
#include "mlir/Parser/Parser.h"
#include "shardwise/Pipelines/Register.h"
#include "shardwise/Target/CPU/KernelCompiler.h"
#include "gtest/gtest.h"

namespace mlir::shardwise {

/// Compiles the kernels of a module and calls them by name.
class Kernels {
public:
  explicit Kernels(llvm::StringRef text) {
    DialectRegistry registry;
    registerAllDialects(registry);
    context.appendDialectRegistry(registry);
    module = parseSourceString<ModuleOp>(text, &context);
    EXPECT_TRUE(module);
    if (!module)
      return;
    auto compiled = compileKernels(*module);
    EXPECT_TRUE(bool(compiled));
    if (compiled)
      library = std::move(*compiled);
    else
      ADD_FAILURE() << llvm::toString(compiled.takeError());
  }

  /// Calls a kernel with buffers, each a vector.
  template <typename... Vectors>
  void call(llvm::StringRef name, int64_t device, Vectors &...vectors) {
    KernelFunction kernel = library ? library->lookup(name) : nullptr;
    ASSERT_NE(kernel, nullptr);
    void *buffers[] = {
        const_cast<void *>(static_cast<const void *>(vectors.data()))...};
    kernel(buffers, device);
  }

private:
  MLIRContext context;
  OwningOpRef<ModuleOp> module;
  std::unique_ptr<KernelLibrary> library;
};

/// Numbers that depend on the position, of both signs.
inline std::vector<float> numbers(size_t size, float scale = 1, int seed = 0) {
  std::vector<float> values(size);
  for (size_t i = 0; i < size; ++i)
    values[i] = scale * (float((i * 37 + seed * 11) % 101) / 50 - 1);
  return values;
}

inline void expectNear(const std::vector<float> &got,
                       const std::vector<float> &want, float tolerance = 1e-6) {
  ASSERT_EQ(got.size(), want.size());
  for (size_t i = 0; i < got.size(); ++i)
    ASSERT_NEAR(got[i], want[i], tolerance * std::max(1.0f, std::abs(want[i])))
        << "at " << i;
}

} // namespace mlir::shardwise

#endif // SHARDWISE_TEST_UNIT_TARGET_KERNELTESTUTILS_H
