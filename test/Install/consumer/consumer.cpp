//===- consumer.cpp - A foreign program that embeds Shardwise -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Lays a small step out on two devices, compiles it with the embedded pipeline,
// runs it and prints what it computed; then shows that a bad sharding is
// refused. It is compiled with exceptions and RTTI, as most programs are.
//
//===----------------------------------------------------------------------===//

#include "mlir/AsmParser/AsmParser.h"
#include "mlir/IR/MLIRContext.h"
#include "mlir/Parser/Parser.h"
#include "shardwise/Dialect/Dist/IR/Dist.h"
#include "shardwise/Pipelines/Pipelines.h"
#include "shardwise/Pipelines/Register.h"
#include "llvm/Support/raw_ostream.h"
#include <stdexcept>

using namespace mlir;
// The runtime has the namespace ::shardwise.
namespace compiler = mlir::shardwise;

/// The type that `text` spells; throws if it spells none.
static RankedTensorType parseTensor(StringRef text, MLIRContext &context) {
  auto type = dyn_cast_or_null<RankedTensorType>(parseType(text, &context));
  if (!type)
    throw std::invalid_argument("not a tensor type: " + text.str());
  return type;
}

/// w <- w + sum(w), with w split over two devices.
static constexpr StringLiteral kStep = R"mlir(
model.program @step {
  dist.layout_map #dist.mesh<"x" = 2> model_parallel batch_axis "x" {
    dist.rule "w" [["x"]]
  }
  model.variable @w : tensor<4xf32> {argument = 0 : i64, kind = #model<kind trainable>}
  %w = model.read @w : tensor<4xf32>
  %zero = arith.constant dense<0.0> : tensor<f32>
  %sum = linalg.reduce { arith.addf } ins(%w : tensor<4xf32>) outs(%zero : tensor<f32>) dimensions = [0]
  %empty = tensor.empty() : tensor<4xf32>
  %all = linalg.broadcast ins(%sum : tensor<f32>) outs(%empty : tensor<4xf32>) dimensions = [0]
  %new = arith.addf %w, %all : tensor<4xf32>
  model.assign @w, %new : tensor<4xf32>
}
)mlir";

/// Compiles and runs the step; throws what goes wrong.
static void runStep(MLIRContext &context) {
  OwningOpRef<ModuleOp> module = parseSourceString<ModuleOp>(kStep, &context);
  if (!module)
    throw std::runtime_error("the step does not parse");
  ::shardwise::Expected<compiler::CompiledStep> step =
      compiler::CompiledStep::compile(*module);
  if (!step)
    throw std::runtime_error(::shardwise::toString(step.takeError()));
  float values[] = {1, 2, 3, 4};
  step->executor->write(0, values);
  if (::shardwise::Error error = step->executor->runStep())
    throw std::runtime_error(::shardwise::toString(std::move(error)));
  step->executor->read(0, values);
  llvm::outs() << "devices: " << step->executor->getNumDevices() << ", w:";
  for (float value : values)
    llvm::outs() << " " << static_cast<int>(value);
  llvm::outs() << "\n";
}

int main() {
  DialectRegistry registry;
  compiler::registerAllDialects(registry);
  compiler::registerKernelCompilerDialects(registry);
  MLIRContext context(registry);
  context.loadAllAvailableDialects();
  runStep(context);

  RankedTensorType type = parseTensor(
      "tensor<32x8xf32, #dist.sharding<#dist.mesh<\"data\" = 2, \"model\" = 4>,"
      " [[\"data\"], [\"model\"]]>>",
      context);
  llvm::outs() << "local type: " << compiler::dist::getLocalType(type) << "\n";

  try {
    parseTensor("tensor<33x8xf32, #dist.sharding<#dist.mesh<\"data\" = 2>,"
                " [[\"data\"], []]>>",
                context);
  } catch (const std::invalid_argument &error) {
    llvm::outs() << error.what() << "\n";
    return 0;
  }
  return 1;
}
