//===- FormKernels.cpp - Gather computation into kernels ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Makes functions of the clusters that KernelClusters.h finds in each block.
// What a kernel costs or how it is computed is decided elsewhere.
//
//===----------------------------------------------------------------------===//

#include "KernelClusters.h"
#include "KernelTable.h"
#include "OpCosts.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/IRMapping.h"
#include "shardwise/Conversion/KernelsToLoops.h"
#include "shardwise/Conversion/Passes.h"

namespace mlir::shardwise {
#define GEN_PASS_DEF_FORMKERNELSPASS
#include "shardwise/Conversion/Passes.h.inc"
} // namespace mlir::shardwise

using namespace mlir;
using namespace mlir::shardwise;

//===----------------------------------------------------------------------===//
// Outlining
//===----------------------------------------------------------------------===//

namespace {
/// Makes the kernels of one program.
class Outliner {
public:
  Outliner(dist::LocalProgramOp program, bool forGPU)
      : program(program), forGPU(forGPU), builder(program.getContext()) {}

  void run() {
    Block *body = &program.getBody().front();
    outline(body);
    // The program first, then its kernels.
    for (func::FuncOp kernel : kernels.getOrder())
      kernel->moveBefore(body, body->end());
  }

private:
  void outline(Block *block);
  void bringConstantsIn(Block *block);
  void outlineCluster(KernelClusters &clusters, unsigned number, Block *block,
                      DenseMap<Value, Value> &produced);

  dist::LocalProgramOp program;
  bool forGPU;
  OpBuilder builder;
  KernelTable kernels{program};
};
} // namespace

/// Kernels take tensors: a scalar from outside becomes one.
static bool isScalar(Value value) {
  return !isa<RankedTensorType>(value.getType());
}

void Outliner::outlineCluster(KernelClusters &clusters, unsigned number,
                              Block *block, DenseMap<Value, Value> &produced) {
  Cluster &cluster = clusters.getCluster(number);
  SmallVector<Value> outputs = clusters.getOutputs(number);
  llvm::SetVector<Value> inputs;
  llvm::SmallPtrSet<Operation *, 16> inside;
  for (unsigned op : cluster.ops)
    inside.insert(clusters.getOp(op));
  for (unsigned op : cluster.ops)
    clusters.getOp(op)->walk([&](Operation *inner) {
      for (Value operand : inner->getOperands()) {
        Operation *source = operand.getDefiningOp();
        bool own = source && llvm::any_of(inside, [&](Operation *op) {
                     return op == source || op->isProperAncestor(source);
                   });
        bool argument = isa<BlockArgument>(operand) &&
                        operand.getParentBlock() != block &&
                        clusters.getOp(op)->isProperAncestor(
                            operand.getParentBlock()->getParentOp());
        argument |=
            isa<BlockArgument>(operand) &&
            operand.getParentBlock()->getParentOp() == clusters.getOp(op);
        if (!own && !argument)
          inputs.insert(operand);
      }
    });

  SmallVector<Location> locations;
  SmallVector<Type> argumentTypes, resultTypes;
  for (Value input : inputs) {
    argumentTypes.push_back(isScalar(input)
                                ? RankedTensorType::get({}, input.getType())
                                : input.getType());
    locations.push_back(input.getLoc());
  }
  for (Value output : outputs)
    resultTypes.push_back(output.getType());
  Location loc = outputs.front().getLoc();
  builder.setInsertionPointToEnd(&program.getBody().front());
  auto kernel =
      func::FuncOp::create(builder, loc, kernels.getNextName(),
                           builder.getFunctionType(argumentTypes, resultTypes));
  kernel.setPrivate();
  kernel->setAttr(kKernelAttr, builder.getUnitAttr());
  Block *body = kernel.addEntryBlock();
  builder.setInsertionPointToEnd(body);
  IRMapping mapping;
  for (auto [input, argument] : llvm::zip(inputs, body->getArguments()))
    mapping.map(input, isScalar(input)
                           ? tensor::ExtractOp::create(builder, input.getLoc(),
                                                       argument, ValueRange())
                                 .getResult()
                           : Value(argument));
  for (unsigned op : cluster.ops)
    builder.clone(*clusters.getOp(op), mapping);
  func::ReturnOp::create(builder, loc,
                         llvm::map_to_vector(outputs, [&](Value output) {
                           return mapping.lookup(output);
                         }));
  kernel = kernels.add(kernel);

  builder.setInsertionPointToEnd(block);
  SmallVector<Value> operands;
  for (Value input : inputs) {
    Value operand = produced.lookup(input) ? produced.lookup(input) : input;
    if (isScalar(input))
      operand = tensor::FromElementsOp::create(
          builder, input.getLoc(), RankedTensorType::get({}, input.getType()),
          operand);
    operands.push_back(operand);
  }
  auto call = func::CallOp::create(builder, loc, kernel, operands);
  for (auto [output, result] : llvm::zip(outputs, call.getResults()))
    produced[output] = result;
}

/// Constants and the like from outside are computed in the kernels, so blocks
/// inside of others get their own.
void Outliner::bringConstantsIn(Block *block) {
  DenseMap<Operation *, Operation *> copies;
  builder.setInsertionPointToStart(block);
  for (Operation &op : llvm::make_early_inc_range(*block))
    op.walk([&](Operation *inner) {
      for (OpOperand &operand : inner->getOpOperands()) {
        Operation *source = operand.get().getDefiningOp();
        if (!source || source->getNumOperands() || source->getNumRegions() ||
            !isFree(source) || block->findAncestorOpInBlock(*source))
          continue;
        Operation *&copy = copies[source];
        if (!copy)
          copy = builder.clone(*source);
        operand.set(
            copy->getResult(cast<OpResult>(operand.get()).getResultNumber()));
      }
    });
}

void Outliner::outline(Block *block) {
  for (Operation &op : *block)
    if (!isKernelOp(&op) && !isa<func::FuncOp>(op))
      for (Region &region : op.getRegions())
        for (Block &inner : region) {
          if (isa<linalg::LinalgOp>(op))
            continue;
          bringConstantsIn(&inner);
          outline(&inner);
        }
  contractUnitDimensions(block);
  SmallVector<Operation *> before =
      llvm::map_to_vector(*block, [](Operation &op) { return &op; });
  KernelClusters clusters(block, forGPU);
  llvm::SmallPtrSet<Operation *, 16> placed;
  DenseMap<Value, Value> produced;
  for (const ScheduledNode &node : clusters.getSchedule()) {
    if (!node.op) {
      outlineCluster(clusters, node.cluster, block, produced);
      continue;
    }
    placed.insert(node.op);
    node.op->moveBefore(block, block->end());
    node.op->walk([&](Operation *inner) {
      for (OpOperand &operand : inner->getOpOperands())
        if (Value value = produced.lookup(operand.get()))
          operand.set(value);
    });
  }
  for (Operation *op : llvm::reverse(before))
    if (!placed.contains(op)) {
      op->dropAllUses();
      op->erase();
    }
}

namespace {
struct FormKernels
    : public mlir::shardwise::impl::FormKernelsPassBase<FormKernels> {
  using FormKernelsPassBase::FormKernelsPassBase;

  void runOnOperation() override {
    for (auto program : getOperation().getOps<dist::LocalProgramOp>())
      Outliner(program, forGPU).run();
  }
};
} // namespace
