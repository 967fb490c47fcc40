//===- consumer.cpp - A foreign program that embeds Shardwise -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads a tensor type with a sharding and prints the shape on one device. It is
// compiled with exceptions and RTTI, as most programs are.
//
//===----------------------------------------------------------------------===//

#include "mlir/AsmParser/AsmParser.h"
#include "mlir/IR/MLIRContext.h"
#include "shardwise/Dialect/Dist/IR/Dist.h"
#include "shardwise/Pipelines/Register.h"
#include "llvm/Support/raw_ostream.h"
#include <stdexcept>

using namespace mlir;

/// The type that `text` spells; throws if it spells none.
static RankedTensorType parseTensor(StringRef text, MLIRContext &context) {
  auto type = dyn_cast_or_null<RankedTensorType>(parseType(text, &context));
  if (!type)
    throw std::invalid_argument("not a tensor type: " + text.str());
  return type;
}

int main() {
  DialectRegistry registry;
  shardwise::registerAllDialects(registry);
  MLIRContext context(registry);
  context.loadAllAvailableDialects();

  RankedTensorType type = parseTensor(
      "tensor<32x8xf32, #dist.sharding<#dist.mesh<\"data\" = 2, \"model\" = 4>,"
      " [[\"data\"], [\"model\"]]>>",
      context);
  llvm::outs() << "local type: " << shardwise::dist::getLocalType(type) << "\n";

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
