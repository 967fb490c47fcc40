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

#include "RunProgram.h"
#include "mlir/Parser/Parser.h"
#include "shardwise/Pipelines/Pipelines.h"
#include "shardwise/Pipelines/Register.h"
#include <gtest/gtest.h>
#include <set>

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

/// Sums of i1 and i16, and the largest floats, whole and in parts: what
/// libraries for GPUs do not reduce in the same way.
static constexpr StringLiteral kReductions = R"mlir(
  model.variable @a : tensor<12x12xf32> {argument = 0 : i64, kind = #model<kind trainable>, dist.layout = [["x"], []]}
  model.output @r0 : tensor<12xf32> {result = 0 : i64, dist.layout = [["x"]]}
  model.output @r1 : tensor<12xf32> {result = 1 : i64, dist.layout = [["x"]]}
  model.output @r2 : tensor<12xf32> {result = 2 : i64, dist.layout = [["x"]]}
  model.output @r3 : tensor<12xf32> {result = 3 : i64, dist.layout = [["x"]]}
  model.output @r4 : tensor<12xf32> {result = 4 : i64, dist.layout = [[]]}
  model.output @r5 : tensor<12xf32> {result = 5 : i64, dist.layout = [[]]}
  model.output @r6 : tensor<12xf32> {result = 6 : i64, dist.layout = [[]]}
  model.output @r7 : tensor<12xf32> {result = 7 : i64, dist.layout = [[]]}
  %a = model.read @a : tensor<12x12xf32>
  %zero = arith.constant dense<0.0> : tensor<12x12xf32>
  %b = arith.negf %a : tensor<12x12xf32>
  %scale = arith.constant dense<30000.0> : tensor<12x12xf32>
  %none = arith.constant dense<false> : tensor<12xi1>
  %zero16 = arith.constant dense<0> : tensor<12xi16>
  %most16 = arith.constant dense<32767> : tensor<12xi16>
  %least = arith.constant dense<0xFF800000> : tensor<12xf32>
  %is_positive_a = arith.cmpf ogt, %a, %zero : tensor<12x12xf32>
  %scaled_a = arith.mulf %a, %scale : tensor<12x12xf32>
  %whole_a = arith.fptosi %scaled_a : tensor<12x12xf32> to tensor<12x12xi16>
  %odd_a = linalg.reduce { arith.addi } ins(%is_positive_a : tensor<12x12xi1>) outs(%none : tensor<12xi1>) dimensions = [0]
  %r0 = arith.uitofp %odd_a : tensor<12xi1> to tensor<12xf32>
  %sum_a = linalg.reduce { arith.addi } ins(%whole_a : tensor<12x12xi16>) outs(%zero16 : tensor<12xi16>) dimensions = [0]
  %r1 = arith.sitofp %sum_a : tensor<12xi16> to tensor<12xf32>
  %r2 = linalg.reduce { arith.maximumf } ins(%a : tensor<12x12xf32>) outs(%least : tensor<12xf32>) dimensions = [0]
  %smallest_a = linalg.reduce { arith.minsi } ins(%whole_a : tensor<12x12xi16>) outs(%most16 : tensor<12xi16>) dimensions = [0]
  %r3 = arith.sitofp %smallest_a : tensor<12xi16> to tensor<12xf32>
  %is_positive_b = arith.cmpf ogt, %b, %zero : tensor<12x12xf32>
  %scaled_b = arith.mulf %b, %scale : tensor<12x12xf32>
  %whole_b = arith.fptosi %scaled_b : tensor<12x12xf32> to tensor<12x12xi16>
  %odd_b = linalg.reduce { arith.addi } ins(%is_positive_b : tensor<12x12xi1>) outs(%none : tensor<12xi1>) dimensions = [0]
  %r4 = arith.uitofp %odd_b : tensor<12xi1> to tensor<12xf32>
  %sum_b = linalg.reduce { arith.addi } ins(%whole_b : tensor<12x12xi16>) outs(%zero16 : tensor<12xi16>) dimensions = [0]
  %r5 = arith.sitofp %sum_b : tensor<12xi16> to tensor<12xf32>
  %r6 = linalg.reduce { arith.maximumf } ins(%b : tensor<12x12xf32>) outs(%least : tensor<12xf32>) dimensions = [0]
  %smallest_b = linalg.reduce { arith.minsi } ins(%whole_b : tensor<12x12xi16>) outs(%most16 : tensor<12xi16>) dimensions = [0]
  %r7 = arith.sitofp %smallest_b : tensor<12xi16> to tensor<12xf32>
  model.assign @r0, %r0 : tensor<12xf32>
  model.assign @r1, %r1 : tensor<12xf32>
  model.assign @r2, %r2 : tensor<12xf32>
  model.assign @r3, %r3 : tensor<12xf32>
  model.assign @r4, %r4 : tensor<12xf32>
  model.assign @r5, %r5 : tensor<12xf32>
  model.assign @r6, %r6 : tensor<12xf32>
  model.assign @r7, %r7 : tensor<12xf32>
}
)mlir";

TEST_F(CompiledStepTest, ReductionsThatLibrariesLack) {
  std::vector<::shardwise::test::Outputs> all;
  for (int64_t size : {1, 2, 3, 6}) {
    std::string text =
        "model.program @step {\n  dist.layout_map #dist.mesh<\"x\" = " +
        std::to_string(size) + "> model_parallel batch_axis \"x\" {\n  }\n" +
        kReductions.str();
    module = parseSourceString<ModuleOp>(text, &context);
    ASSERT_TRUE(bool(module));
    CompileOptions options;
    options.gpuKernels = size > 1;
    ::shardwise::Expected<CompiledStep> step =
        CompiledStep::compile(*module, options);
    ASSERT_TRUE(bool(step));
    std::set<CollectiveKind> kinds;
    for (const dist::CollectiveSummary &collective : step->collectives)
      kinds.insert(collective.kind);
    if (size > 1) {
      EXPECT_EQ(kinds, (std::set{CollectiveKind::AllReduce,
                                 CollectiveKind::ReduceScatter}));
    }
    // None of them is left to a library.
    for (const ::shardwise::runtime::CollectiveInfo &collective :
         step->executor->getPlan().collectives)
      EXPECT_TRUE(collective.kind != CollectiveKind::AllReduce &&
                  collective.kind != CollectiveKind::ReduceScatter)
          << collective.name;
    auto outputs = ::shardwise::test::runProgram(*step->executor);
    ASSERT_TRUE(bool(outputs));
    all.push_back(std::move(*outputs));
    EXPECT_EQ(all.front(), all.back()) << size << " devices";
  }
  // The outputs and the variable.
  EXPECT_EQ(all.front().size(), 9u);
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
