//===- FormKernels.cpp - Gather computation into kernels ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Makes functions of the clusters that KernelClusters.h finds in each block,
// and says which results may be computed in place. What a kernel costs or how
// it is computed is decided elsewhere.
//
//===----------------------------------------------------------------------===//

#include "KernelClusters.h"
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
// In place
//===----------------------------------------------------------------------===//

/// Whether elements of `value` are only ever asked for at the index of the
/// result that they go into; with `inTraversal` also by the
/// reductions that go over its space (see getCommonReduction).
static bool isReadInPlace(Value value, bool inTraversal,
                          DenseMap<Value, bool> &known) {
  auto [it, isNew] = known.insert({value, true});
  if (!isNew)
    return it->second;
  bool result = llvm::all_of(value.getUsers(), [&](Operation *user) {
    if (isa<func::ReturnOp>(user))
      return true;
    if (inTraversal && isPlainReduction(user))
      return true;
    return user->hasTrait<OpTrait::Elementwise>() &&
           user->getNumResults() == 1 &&
           isReadInPlace(user->getResult(0), inTraversal, known);
  });
  return known[value] = result;
}

static ArrayRef<int64_t> getShape(Value value) {
  return cast<RankedTensorType>(value.getType()).getShape();
}

/// The values that need a reduction or scatter of the kernel first.
static DenseSet<Value> findReduced(func::FuncOp kernel) {
  DenseSet<Value> reduced;
  for (Operation &op : kernel.getBody().front().without_terminator())
    if (getReductionOp(&op) || isa<model::ScatterOp>(op) ||
        llvm::any_of(op.getOperands(),
                     [&](Value value) { return reduced.contains(value); }))
      reduced.insert(op.result_begin(), op.result_end());
  return reduced;
}

/// A reduction of the kernel if it computes all of them in one traversal, in
/// which results of the space's shape are stored, and then, element by element,
/// everything of the reductions' shape.
static linalg::LinalgOp getCommonReduction(func::FuncOp kernel) {
  DenseSet<Value> reduced = findReduced(kernel);
  linalg::LinalgOp first;
  for (Operation &op : kernel.getBody().front()) {
    linalg::LinalgOp reduction = getReductionOp(&op);
    if (isa<model::ScatterOp>(op))
      return nullptr;
    if (!reduction)
      continue;
    for (Value operand : op.getOperands())
      if (reduced.contains(operand))
        return nullptr;
    if (!isPlainReduction(&op) || (first && !haveSameSpace(first, reduction)))
      return nullptr;
    first = reduction;
  }
  if (!first)
    return nullptr;
  ArrayRef<int64_t> shape = getShape(first->getResult(0));
  for (Value result : kernel.getBody().front().getTerminator()->getOperands())
    if (reduced.contains(result) && getShape(result) != shape)
      return nullptr;
  return first;
}

static bool isOfSpace(Value value, linalg::LinalgOp reduction) {
  return reduction &&
         getShape(value) == ArrayRef(reduction.getStaticLoopRanges());
}

static bool isOfShape(Value value, linalg::LinalgOp reduction) {
  return getShape(value) == getShape(reduction->getResult(0)) ||
         isOfSpace(value, reduction);
}

/// Finds the pairs of a result and an argument that may share a buffer. Such an
/// argument takes part in pointwise operations only, so that every element of
/// it is read where one of the result is written; the loops write after all
/// reads.
static ArrayAttr findInPlace(func::FuncOp kernel) {
  Builder builder(kernel.getContext());
  SmallVector<Attribute> pairs;
  DenseMap<Value, bool> known;
  Operation *terminator = kernel.getBody().front().getTerminator();
  // Results that need reductions may have loops of their own, one after
  // another.
  bool reduces = llvm::any_of(kernel.getBody().front(), [](Operation &op) {
    return bool(getReductionOp(&op));
  });
  linalg::LinalgOp common;
  if (reduces && kernel.getNumResults() > 1) {
    common = getCommonReduction(kernel);
    if (!common)
      return builder.getArrayAttr({});
  }
  for (auto [i, result] : llvm::enumerate(terminator->getOperands())) {
    if (Operation *op = result.getDefiningOp())
      if (isa<model::ScatterOp>(op)) {
        auto scatter = cast<model::ScatterOp>(op);
        auto argument = dyn_cast<BlockArgument>(scatter.getOperand());
        if (argument && argument.hasOneUse())
          pairs.push_back(builder.getDenseI64ArrayAttr(
              {int64_t(i), int64_t(argument.getArgNumber())}));
        continue;
      }
    for (BlockArgument argument : kernel.getArguments())
      if (argument.getType() == result.getType() &&
          (!common || isOfShape(argument, common)) &&
          isReadInPlace(argument, isOfSpace(argument, common), known))
        pairs.push_back(builder.getDenseI64ArrayAttr(
            {int64_t(i), int64_t(argument.getArgNumber())}));
  }
  return builder.getArrayAttr(pairs);
}

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
    for (func::FuncOp kernel : order)
      kernel->moveBefore(body, body->end());
  }

private:
  void outline(Block *block);
  void bringConstantsIn(Block *block);
  void outlineCluster(KernelClusters &clusters, unsigned number, Block *block,
                      DenseMap<Value, Value> &produced);
  func::FuncOp unique(func::FuncOp kernel);
  std::string nextName();

  dist::LocalProgramOp program;
  bool forGPU;
  OpBuilder builder;
  unsigned numKernels = 0;
  llvm::DenseMap<size_t, SmallVector<func::FuncOp, 1>> kernels;
  /// The kernels as they were made.
  SmallVector<func::FuncOp> order;
};
} // namespace

std::string Outliner::nextName() {
  std::string name;
  do
    name = "kernel_" + std::to_string(numKernels++);
  while (SymbolTable::lookupSymbolIn(program, name));
  return name;
}

/// A number that kernels of equal bodies share.
static llvm::hash_code hashKernel(func::FuncOp kernel) {
  llvm::hash_code hash = mlir::hash_value(kernel.getFunctionType());
  DenseMap<Value, unsigned> numbers;
  auto number = [&](Value value) {
    return numbers.insert({value, numbers.size()}).first->second;
  };
  kernel.getBody().walk<WalkOrder::PreOrder>([&](Operation *op) {
    hash = llvm::hash_combine(hash, op->getName(), op->getAttrDictionary());
    for (Value operand : op->getOperands())
      hash = llvm::hash_combine(hash, number(operand));
    for (Value result : op->getResults())
      hash = llvm::hash_combine(hash, number(result), result.getType());
  });
  return hash;
}

/// The first kernel with the same body; `kernel` goes if it is not that one.
func::FuncOp Outliner::unique(func::FuncOp kernel) {
  auto &candidates = kernels[hashKernel(kernel)];
  for (func::FuncOp candidate : candidates)
    if (candidate.getFunctionType() == kernel.getFunctionType() &&
        OperationEquivalence::isRegionEquivalentTo(
            &candidate.getBody(), &kernel.getBody(),
            OperationEquivalence::IgnoreLocations)) {
      kernel.erase();
      --numKernels;
      return candidate;
    }
  candidates.push_back(kernel);
  order.push_back(kernel);
  kernel->setAttr(kInPlaceAttr, findInPlace(kernel));
  return kernel;
}

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
      func::FuncOp::create(builder, loc, nextName(),
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
  kernel = unique(kernel);

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
