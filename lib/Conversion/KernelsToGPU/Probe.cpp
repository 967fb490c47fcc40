//===- Probe.cpp - How an element depends on its index --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Probe.h"
#include "mlir/Dialect/SCF/IR/SCF.h"

using namespace mlir;
using namespace mlir::shardwise;

Probe::Probe(GPUNest &nest) : module(ModuleOp::create(nest.kernel.getLoc())) {
  Location loc = nest.kernel.getLoc();
  OpBuilder builder(module->getBodyRegion());
  SmallVector<Type> types(nest.function.getArgumentTypes());
  function = func::FuncOp::create(builder, loc, nest.kernel.getName(),
                                  builder.getFunctionType(types, {}));
  builder.setInsertionPointToEnd(function.addEntryBlock());
  func::ReturnOp::create(builder, loc);
  emitter.emplace(nest.kernel, function);
  emitter->reduce = [this](linalg::LinalgOp op, ArrayRef<Value> index) {
    emitter->reduceInLoops(op, index, {});
  };
}

void Probe::emit(const KernelResult &output) {
  ElementEmitter::Indices index;
  for (auto [i, size] : llvm::enumerate(output.shape())) {
    index.push_back(emitter->openLoop(size));
    if (size != 1)
      dimensions[index.back()] = i;
  }
  emitter->element(output.value, index);
}

std::optional<unsigned> Probe::getDimension(Value index) const {
  auto it = dimensions.find(index);
  if (it == dimensions.end())
    return std::nullopt;
  return it->second;
}

unsigned Probe::getDepthHere() {
  unsigned depth = 0;
  Block *block = emitter->here().getInsertionBlock();
  for (; block != &function.getBody().front();
       block = block->getParentOp()->getBlock())
    if (auto loop = dyn_cast<scf::ForOp>(block->getParentOp()))
      if (auto dimension = getDimension(loop.getInductionVar()))
        depth = std::max(depth, *dimension + 1);
  return depth;
}
