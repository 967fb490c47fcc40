//===- ImportTest.cpp - Tests of reading exported steps -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "shardwise/Import/Import.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/MLIRContext.h"
#include "shardwise/Bundle/Manifest.h"
#include "gtest/gtest.h"

using namespace mlir;
using namespace mlir::shardwise;

namespace {
/// A context that collects the messages, each with its place.
class ImportTest : public testing::Test {
protected:
  ImportTest()
      : handler(&context, [this](Diagnostic &diagnostic) {
          std::string text;
          llvm::raw_string_ostream(text)
              << diagnostic.getLocation() << ": " << diagnostic;
          messages.push_back(text);
        }) {}

  MLIRContext context;
  std::vector<std::string> messages;
  ScopedDiagnosticHandler handler;
};
} // namespace

static constexpr llvm::StringLiteral step = R"(
func.func public @main(%x: tensor<4xf32> {tf.aliasing_output = 0 : i32}) -> tensor<4xf32> {
  %0 = stablehlo.negate %x : tensor<4xf32>
  return %0 : tensor<4xf32>
})";

TEST_F(ImportTest, MakesOneProgram) {
  OwningOpRef<ModuleOp> module = importStepText(context, step, "step.mlir");
  ASSERT_TRUE(module);
  auto program = *module->getOps<model::ProgramOp>().begin();
  EXPECT_EQ(program.getSymName(), "step");
  EXPECT_EQ(llvm::range_size(module->getOps()), 1);
  EXPECT_TRUE(messages.empty());
}

TEST_F(ImportTest, TakesTheSignature) {
  StepSignature signature;
  signature.arguments = {
      {"w", model::VariableKind::Trainable, std::nullopt, 0, "4xfloat32"}};
  signature.results = {{"w", false, ""}};
  OwningOpRef<ModuleOp> module =
      importStepText(context, step, "step.mlir", &signature);
  ASSERT_TRUE(module);
  auto program = *module->getOps<model::ProgramOp>().begin();
  auto variable = *program.getOps<model::VariableOp>().begin();
  EXPECT_EQ(variable.getSymName(), "w");
}

TEST_F(ImportTest, ListsAllUnknownOperationsBeforeParsing) {
  // The generic one comes first; what follows would not parse.
  EXPECT_FALSE(importStepText(context, R"(
func.func public @main(%x: tensor<4xf32> {jax.unit, a = "b.c"}) -> tensor<4xf32> {
  %0 = "stablehlo.sort"(%x) : (tensor<4xf32>) -> tensor<4xf32> // a.b
  %1 = mhlo.fft %0, type = FFT
  %2 = mhlo.fft %1, type = FFT
  sdy.mesh @mesh = <["a"=2]>
  %3 = stablehlo.reduce(%x init: %y) applies stablehlo.sin across dimensions
})",
                              "step.mlir"));
  EXPECT_EQ(
      messages,
      (std::vector<std::string>{
          "loc(\"step.mlir\":3:9): unknown operation 'stablehlo.sort'",
          "loc(\"step.mlir\":4:8): unknown operation 'mhlo.fft' (2 times)",
          "loc(\"step.mlir\":6:3): unknown operation 'sdy.mesh'",
          "loc(\"step.mlir\":7:46): unknown operation 'stablehlo.sin'"}));
}

TEST_F(ImportTest, ReportsTruncatedText) {
  for (size_t length = 1; length < step.size(); ++length)
    EXPECT_FALSE(importStepText(context, step.take_front(length), "step.mlir"));
  EXPECT_GE(messages.size(), step.size() - 2);
}

TEST_F(ImportTest, ReportsMissingFiles) {
  EXPECT_FALSE(importStep(context, "no/such/step.mlir"));
  ASSERT_EQ(messages.size(), 1u);
  EXPECT_NE(messages.front().find("no/such/step.mlir"), std::string::npos);
}
