//===- CommandTree.cpp - The commands of a program, ordered ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Decides the order of commands and which collectives take place together. A
// reduction waits until one of its results is used; by then those over the same
// axes that have come in the meantime have joined it. So the reductions of all
// gradients meet at the first use of one of them, at no cost in memory, since
// they are done in place. Collectives that make their result larger do not
// wait.
//
//===----------------------------------------------------------------------===//

#include "CommandTree.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "llvm/ADT/MapVector.h"

using namespace mlir;
using namespace mlir::shardwise;
using namespace mlir::shardwise::plan;

Value plan::getRoot(Value value) {
  while (Operation *op = value.getDefiningOp()) {
    if (!isa<tensor::ExpandShapeOp, tensor::CollapseShapeOp>(op))
      break;
    value = op->getOperand(0);
  }
  return value;
}

bool plan::isSilent(Operation *op) {
  return isa<dist::ShardOp, func::FuncOp, model::ReadOp, model::AssignOp,
             tensor::ExpandShapeOp, tensor::CollapseShapeOp, tensor::ExtractOp>(
             op) ||
         op->hasTrait<OpTrait::ConstantLike>() ||
         op->hasTrait<OpTrait::IsTerminator>();
}

Value plan::getConditionTensor(scf::WhileOp loop) {
  auto condition = loop.getConditionOp().getCondition();
  auto extract = condition.getDefiningOp<tensor::ExtractOp>();
  if (!extract || extract.getTensor().getType().getNumElements() != 1)
    return {};
  return extract.getTensor();
}

//===----------------------------------------------------------------------===//
// Groups of collectives
//===----------------------------------------------------------------------===//

bool plan::isReduction(CollectiveKind kind) {
  return kind == CollectiveKind::AllReduce ||
         kind == CollectiveKind::ReduceScatter ||
         kind == CollectiveKind::PartialSwap;
}

/// The atoms whose place in the sharding changes.
GroupKey plan::getKey(dist::CollectiveInterface op) {
  Sharding from = op.getSource().getSharding(),
           to = op.getTarget().getSharding();
  uint32_t atoms = from.partial.mask() & ~to.partial.mask();
  if (isReduction(op.getKind()))
    return {op.getKind(), atoms};
  for (auto [source, target] : llvm::zip_equal(from.dims, to.dims)) {
    AtomList kept = AtomList::commonPrefix(source, target);
    atoms |= (source.mask() | target.mask()) & ~kept.mask();
  }
  return {op.getKind(), atoms};
}

//===----------------------------------------------------------------------===//
// The order of a block
//===----------------------------------------------------------------------===//

namespace {
class Orderer {
public:
  FailureOr<std::vector<CommandNode>> run(Block &block);

private:
  LogicalResult add(Operation *op);
  LogicalResult addLoop(scf::WhileOp loop);
  void addCollective(dist::CollectiveInterface op);
  void issueOperands(Operation *op);
  void issue(Value value);
  void issueAll();

  std::vector<CommandNode> nodes;
  /// Reductions that wait. Few at a time.
  SmallVector<std::pair<GroupKey, CommandNode>, 2> waiting;
};
} // namespace

/// Issues the waiting reduction that makes a value, if one does.
void Orderer::issue(Value value) {
  Operation *producer = getRoot(value).getDefiningOp();
  for (auto [number, entry] : llvm::enumerate(waiting))
    if (llvm::is_contained(entry.second.ops, producer)) {
      nodes.push_back(std::move(entry.second));
      waiting.erase(waiting.begin() + number);
      return;
    }
}

/// Issues everything that an operation, or what is in its regions, needs.
void Orderer::issueOperands(Operation *op) {
  op->walk([&](Operation *nested) {
    for (Value operand : nested->getOperands())
      issue(operand);
  });
}

void Orderer::issueAll() {
  for (auto &entry : waiting)
    nodes.push_back(std::move(entry.second));
  waiting.clear();
}

/// Whether an operation reads what the command makes.
static bool dependsOn(Operation *op, const CommandNode &node) {
  return llvm::any_of(op->getOperands(), [&](Value operand) {
    return llvm::is_contained(node.ops, getRoot(operand).getDefiningOp());
  });
}

void Orderer::addCollective(dist::CollectiveInterface op) {
  GroupKey key = getKey(op);
  if (isReduction(op.getKind())) {
    for (auto &[otherKey, node] : waiting)
      if (otherKey == key)
        return node.ops.push_back(op);
    waiting.push_back({key, CommandNode({op})});
    return;
  }
  if (!nodes.empty())
    if (auto last =
            dyn_cast<dist::CollectiveInterface>(nodes.back().ops.front()))
      if (getKey(last) == key && !dependsOn(op, nodes.back()))
        return nodes.back().ops.push_back(op);
  nodes.push_back(CommandNode(ArrayRef<Operation *>(op)));
}

LogicalResult Orderer::addLoop(scf::WhileOp loop) {
  if (!getConditionTensor(loop))
    return loop.emitOpError("has a condition that is not extracted from a "
                            "tensor of one element");
  CommandNode node({loop});
  auto before = orderCommands(*loop.getBeforeBody());
  auto body = orderCommands(*loop.getAfterBody());
  if (failed(before) || failed(body))
    return failure();
  node.before = std::move(*before);
  node.body = std::move(*body);
  nodes.push_back(std::move(node));
  return success();
}

LogicalResult Orderer::add(Operation *op) {
  if (isSilent(op))
    return success();
  issueOperands(op);
  if (auto loop = dyn_cast<scf::WhileOp>(op))
    return addLoop(loop);
  if (auto collective = dyn_cast<dist::CollectiveInterface>(op)) {
    addCollective(collective);
    return success();
  }
  if (!isa<func::CallOp, linalg::ContractOp, BiasedContractOp,
           model::AttentionOp, model::AttentionGradOp>(op))
    return op->emitOpError(
        "has no command in a plan, which knows kernel calls, contractions, "
        "attentions, collectives, reshapes and while loops");
  nodes.push_back(CommandNode(ArrayRef<Operation *>(op)));
  return success();
}

FailureOr<std::vector<CommandNode>> Orderer::run(Block &block) {
  LogicalResult result = success();
  for (Operation &op : block)
    if (failed(add(&op)))
      result = failure();
  if (failed(result))
    return failure();
  issueAll();
  return std::move(nodes);
}

FailureOr<std::vector<CommandNode>> plan::orderCommands(Block &block) {
  return Orderer().run(block);
}

int64_t plan::numberCommands(std::vector<CommandNode> &nodes, int64_t next) {
  for (CommandNode &node : nodes) {
    node.position = next;
    next += 2;
    if (!isa<scf::WhileOp>(node.ops.front()))
      continue;
    next = numberCommands(node.before, next);
    node.conditionPosition = next;
    next = numberCommands(node.body, next + 2);
    node.savePosition = next;
    node.endPosition = next + 2;
    next += 4;
  }
  return next;
}
