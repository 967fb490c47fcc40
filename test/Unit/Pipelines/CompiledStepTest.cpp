//===- CompiledStepTest.cpp - The embedding entry -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests that a program with a layout map becomes a step that computes the same
// on any mesh, and that problems are errors.
//
//===----------------------------------------------------------------------===//

#include "mlir/Parser/Parser.h"
#include "shardwise/Pipelines/Pipelines.h"
#include "shardwise/Pipelines/Register.h"
#include <gtest/gtest.h>

using namespace mlir;
using namespace mlir::shardwise;

namespace {
/// w <- w - x^T (x w), with the layout map in place of %s.
std::string makeProgram(StringRef map) {
  return (R"mlir(
#xw = affine_map<(m, n, k) -> (m, k)>
#kn = affine_map<(m, n, k) -> (k, n)>
#mn = affine_map<(m, n, k) -> (m, n)>
#km = affine_map<(m, n, k) -> (k, m)>
model.program @step {
)mlir" + map +
          R"mlir(
  model.variable @w : tensor<8x4xf32> {argument = 0 : i64, kind = #model<kind trainable>}
  model.input @x : tensor<6x8xf32> {argument = 1 : i64}
  %w = model.read @w : tensor<8x4xf32>
  %x = model.read @x : tensor<6x8xf32>
  %zero = arith.constant dense<0.0> : tensor<6x4xf32>
  %y = linalg.contract indexing_maps = [#xw, #kn, #mn] ins(%x, %w : tensor<6x8xf32>, tensor<8x4xf32>) outs(%zero : tensor<6x4xf32>) -> tensor<6x4xf32>
  %zero2 = arith.constant dense<0.0> : tensor<8x4xf32>
  %g = linalg.contract indexing_maps = [#km, #kn, #mn] ins(%x, %y : tensor<6x8xf32>, tensor<6x4xf32>) outs(%zero2 : tensor<8x4xf32>) -> tensor<8x4xf32>
  %new = arith.subf %w, %g : tensor<8x4xf32>
  model.assign @w, %new : tensor<8x4xf32>
}
)mlir")
      .str();
}

class CompiledStepTest : public testing::Test {
protected:
  CompiledStepTest() {
    DialectRegistry registry;
    registerAllDialects(registry);
    registerKernelCompilerDialects(registry);
    context.appendDialectRegistry(registry);
    context.loadAllAvailableDialects();
  }

  ::shardwise::Expected<CompiledStep> compile(StringRef map) {
    module = parseSourceString<ModuleOp>(makeProgram(map), &context);
    if (!module)
      return ::shardwise::makeError("cannot parse");
    return CompiledStep::compile(*module);
  }

  /// The variable after two steps.
  std::vector<float> train(StringRef map) {
    ::shardwise::Expected<CompiledStep> step = compile(map);
    if (!step) {
      ADD_FAILURE() << ::shardwise::toString(step.takeError());
      return {};
    }
    std::vector<float> w(32), x(48);
    for (auto [i, value] : llvm::enumerate(w))
      value = float(i % 7) - 3;
    for (auto [i, value] : llvm::enumerate(x))
      value = float(i % 5) * 0.125f;
    auto &executor = *step->executor;
    executor.write(*executor.findShard("w"), w.data());
    executor.write(*executor.findShard("x"), x.data());
    for (int i = 0; i < 2; ++i)
      EXPECT_FALSE(bool(executor.runStep()));
    executor.read(*executor.findShard("w"), w.data());
    return w;
  }

  MLIRContext context;
  OwningOpRef<ModuleOp> module;
};
} // namespace

TEST_F(CompiledStepTest, SameOnAnyMesh) {
  std::vector<float> expected = train(
      R"mlir(dist.layout_map #dist.mesh<"data" = 1> model_parallel batch_axis "data" {})mlir");
  for (
      StringRef map :
      {R"mlir(dist.layout_map #dist.mesh<"data" = 2> data_parallel batch_axis "data" {})mlir",
       R"mlir(dist.layout_map #dist.mesh<"data" = 2, "model" = 4> model_parallel batch_axis "data" {
          dist.rule "w" [[], ["model"]]
        })mlir",
       R"mlir(dist.layout_map #dist.mesh<"data" = 3, "model" = 2> model_parallel batch_axis "data" {
          dist.rule "w" [["model"], []]
        })mlir"}) {
    std::vector<float> w = train(map);
    ASSERT_EQ(w.size(), expected.size());
    for (size_t i = 0; i < w.size(); ++i)
      EXPECT_NEAR(w[i], expected[i], 1e-4) << map.str() << " element " << i;
  }
}

TEST_F(CompiledStepTest, SaysWhatItNeeds) {
  ::shardwise::Expected<CompiledStep> step = compile(
      R"mlir(dist.layout_map #dist.mesh<"data" = 2> data_parallel batch_axis "data" {})mlir");
  ASSERT_TRUE(bool(step));
  // The variable is whole, the input split in two.
  EXPECT_EQ(step->memory.shardBytes, 8 * 4 * 4 + 3 * 8 * 4);
  ASSERT_EQ(step->collectives.size(), 1u);
  EXPECT_EQ(step->collectives[0].kind, CollectiveKind::AllReduce);
}

TEST_F(CompiledStepTest, ProblemsAreErrors) {
  ScopedDiagnosticHandler ignore(&context, [](Diagnostic &) {});
  ::shardwise::Expected<CompiledStep> indivisible = compile(
      R"mlir(dist.layout_map #dist.mesh<"data" = 1, "model" = 3> model_parallel batch_axis "data" {
        dist.rule "w" [["model"], []]
      })mlir");
  ASSERT_FALSE(bool(indivisible));
  EXPECT_EQ(::shardwise::toString(indivisible.takeError()),
            "cannot partition the step");
  OwningOpRef<ModuleOp> empty = ModuleOp::create(UnknownLoc::get(&context));
  ::shardwise::Expected<CompiledStep> none = CompiledStep::compile(*empty);
  ASSERT_FALSE(bool(none));
  EXPECT_EQ(::shardwise::toString(none.takeError()),
            "expected one 'model.program', found 0");
}
