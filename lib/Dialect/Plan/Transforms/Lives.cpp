//===- Lives.cpp - Where the values of a program live ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lives.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "shardwise/Interfaces/ShardingInterface.h"

using namespace mlir;
using namespace mlir::shardwise;
using namespace mlir::shardwise::plan;

static constexpr int64_t kForever = MemoryPlanner::kForever;

//===----------------------------------------------------------------------===//
// Values and uses
//===----------------------------------------------------------------------===//

unsigned Lives::addValue(Type type, int64_t position, int scope) {
  scopeOf.push_back(scope);
  return planner.addValue(getByteSize(cast<ShapedType>(type)), position);
}

unsigned Lives::addValue(Value tensor, int64_t position, int scope) {
  return valueOf[tensor] = addValue(tensor.getType(), position, scope);
}

/// A use inside of loops that the value comes from outside of happens in every
/// iteration: up to the end of the outermost of them.
void Lives::use(unsigned value, int64_t position, int scope) {
  for (; scope != scopeOf[value] && scope > 0; scope = scopes[scope].parent)
    position = std::max(position, scopes[scope].end);
  planner.extend(value, position);
}

void Lives::useOperands(Operation *op, int64_t position, int scope) {
  for (Value operand : op->getOperands())
    if (isa<RankedTensorType>(operand.getType()))
      use(getValue(operand), position, scope);
}

void Lives::addCopy(int64_t position, unsigned from, unsigned to,
                    Value tensor) {
  copies[position].push_back(
      {from, to, cast<RankedTensorType>(tensor.getType()), tensor.getLoc()});
}

//===----------------------------------------------------------------------===//
// Named tensors and constants
//===----------------------------------------------------------------------===//

void Lives::addStorages() {
  for (auto shard : program.getBody().getOps<dist::ShardOp>()) {
    unsigned value = addValue(shard.getType(), -1, 0);
    planner.pin(value);
    storages[shard] = {value, {}};
    storageOf[value] = shard;
    owners.push_back({value, shard});
  }
  program.walk([&](model::ReadOp read) {
    valueOf[read.getResult()] = storages[symbols.lookup(read.getName())].before;
  });
  for (auto assign : program.getBody().getOps<model::AssignOp>())
    storages[symbols.lookup(assign.getName())].assign = assign;
}

void Lives::addConstants() {
  DenseMap<Attribute, unsigned> known;
  program.walk<WalkOrder::PreOrder>([&](Operation *op) {
    if (isa<func::FuncOp>(op))
      return WalkResult::skip();
    ElementsAttr elements;
    if (!op->hasTrait<OpTrait::ConstantLike>() ||
        !matchPattern(op, m_Constant(&elements)))
      return WalkResult::advance();
    auto [it, isNew] = known.try_emplace(elements, 0);
    if (isNew) {
      it->second = addValue(elements.getType(), -1, 0);
      planner.extend(it->second, kForever);
      planner.pin(it->second);
      owners.push_back({it->second, op});
    }
    valueOf[op->getResult(0)] = it->second;
    return WalkResult::advance();
  });
}

//===----------------------------------------------------------------------===//
// Commands
//===----------------------------------------------------------------------===//

/// Records which results of a kernel call may take an argument's memory. If the
/// kernel reads that memory through several arguments, all must allow it.
void Lives::addInPlace(func::CallOp call) {
  auto kernel = symbols.lookup<func::FuncOp>(call.getCallee());
  auto isAllowed = [&](unsigned result, unsigned value) {
    for (auto [number, operand] : llvm::enumerate(call.getOperands()))
      if (getValue(operand) == value &&
          !isInPlaceAllowed(kernel, result, number))
        return false;
    return true;
  };
  for (OpResult result : call->getResults())
    for (Value operand : call.getOperands()) {
      unsigned dying = getValue(operand);
      if (!isAllowed(result.getResultNumber(), dying))
        continue;
      planner.allowTouch(dying, getValue(result));
      opMerges.push_back({dying, getValue(result)});
    }
}

/// An attention's workspace lives while the command runs.
void Lives::addWorkspace(Operation *op, int64_t position, int scope) {
  workspaces[op] = addValue(attentions.getType(op), position, scope);
}

void Lives::visitCommand(Operation *op, int64_t position, int scope) {
  auto contract = dyn_cast<linalg::ContractOp>(op);
  Value init = contract ? contract.getOutputs().front() : Value();
  if (!contract)
    useOperands(op, position, scope);
  else
    for (Value input : contract.getInputs())
      use(getValue(input), position, scope);
  for (Value result : op->getResults())
    addValue(result, position, scope);
  auto allow = [&](Value dying) {
    planner.allowTouch(getValue(dying), getValue(op->getResult(0)));
    opMerges.push_back({getValue(dying), getValue(op->getResult(0))});
  };
  if (auto call = dyn_cast<func::CallOp>(op)) {
    addInPlace(call);
  } else if (AttentionWorkspaces::isAttention(op)) {
    addWorkspace(op, position, scope);
  } else if (isa<dist::AllReduceOp>(op)) {
    allow(op->getOperand(0));
  } else if (contract && !isKnownZero(init)) {
    use(getValue(init), position, scope);
    allow(init);
  }
}

/// A collective on another stream: all that it touches lives in its whole
/// window, which begins with the product before it if they go together.
void Lives::visitCollective(Operation *op, const CommandNode &node, int scope) {
  unsigned from = getValue(op->getOperand(0));
  int64_t begin = node.position - (node.rows.empty() ? 0 : 2);
  unsigned to = addValue(op->getResult(0), begin, scope);
  planner.extend(to, node.windowEnd);
  windowEnds[to] = node.windowEnd;
  if (isa<dist::AllReduceOp>(op) && !planner.isPinned(from))
    reductions.push_back({from, to, node.position, node.windowEnd});
  else
    use(from, node.windowEnd, scope);
}

/// A reduction on another stream is done in place if nothing else reads what it
/// takes from then on.
void Lives::reduceInPlace() {
  for (const Reduction &reduction : reductions) {
    if (planner.getEnd(reduction.from) <= reduction.position) {
      planner.allowOverlap(reduction.from, reduction.to);
      opMerges.push_back({reduction.from, reduction.to});
    }
    planner.extend(reduction.from, reduction.windowEnd);
  }
}

void Lives::visit(const std::vector<CommandNode> &nodes, int scope) {
  for (const CommandNode &node : nodes) {
    if (isa<scf::WhileOp>(node.ops.front())) {
      visitLoop(node, scope);
      continue;
    }
    for (Operation *op : node.ops)
      if (node.stream)
        visitCollective(op, node, scope);
      else
        visitCommand(op, node.position, scope);
  }
}

//===----------------------------------------------------------------------===//
// Loops
//===----------------------------------------------------------------------===//

void Lives::visitLoop(const CommandNode &node, int scope) {
  auto loop = cast<scf::WhileOp>(node.ops.front());
  int inner = scopes.size();
  scopes.push_back({scope, node.endPosition});
  for (auto [init, argument] :
       llvm::zip_equal(loop.getInits(), loop.getBeforeArguments())) {
    unsigned from = getValue(init);
    use(from, node.position, scope);
    unsigned carried = addValue(argument, node.position, inner);
    unsigned after = addValue(argument.getType(), node.endPosition, scope);
    outerLife[carried] = after;
    planner.unify(carried, after);
    planner.allowTouch(from, carried);
    loopMerges.push_back({from, carried});
    addCopy(node.position, from, carried, argument);
  }
  visit(node.before, inner);
  use(getValue(getConditionTensor(loop)), node.conditionPosition, inner);
  forward(node, inner, scope);
  visit(node.body, inner);
  yield(node, inner);
}

/// What the condition passes on to the body and out of the loop. A carried
/// value or one from outside is passed on where it is.
void Lives::forward(const CommandNode &node, int inner, int scope) {
  auto loop = cast<scf::WhileOp>(node.ops.front());
  for (auto [passed, argument, result] :
       llvm::zip_equal(loop.getConditionOp().getArgs(),
                       loop.getAfterArguments(), loop.getResults())) {
    unsigned value = getValue(passed);
    use(value, node.conditionPosition, inner);
    if (scopeOf[value] != inner) {
      valueOf[argument] = valueOf[result] = value;
    } else if (outerLife.contains(value)) {
      valueOf[argument] = value;
      valueOf[result] = outerLife[value];
    } else {
      unsigned inside = addValue(argument, node.conditionPosition, inner);
      unsigned after = addValue(result, node.endPosition, scope);
      planner.unify(inside, after);
      planner.allowTouch(value, inside);
      loopMerges.push_back({value, inside});
      addCopy(node.conditionPosition, value, inside, argument);
    }
  }
}

/// What an iteration passes on to the next. Carried values that change places
/// are saved before any of them is replaced.
void Lives::yield(const CommandNode &node, int inner) {
  auto loop = cast<scf::WhileOp>(node.ops.front());
  for (auto [yielded, argument] : llvm::zip_equal(
           loop.getYieldOp().getResults(), loop.getBeforeArguments())) {
    unsigned value = getValue(yielded), carried = getValue(argument);
    bool isCarried = scopeOf[value] == inner && outerLife.contains(value);
    if (isCarried && value != carried) {
      use(value, node.savePosition, inner);
      unsigned saved = addValue(argument.getType(), node.savePosition, inner);
      planner.extend(saved, node.endPosition);
      addCopy(node.savePosition, value, saved, argument);
      addCopy(node.endPosition, saved, carried, argument);
      continue;
    }
    use(value, node.endPosition, inner);
    if (value == carried)
      continue;
    planner.allowTouch(value, outerLife[carried]);
    if (scopeOf[value] == inner)
      loopMerges.push_back({value, carried});
    addCopy(node.endPosition, value, carried, argument);
  }
}

//===----------------------------------------------------------------------===//
// Assignments
//===----------------------------------------------------------------------===//

/// A variable takes the value that another named tensor had before the step. It
/// is saved first if it is assigned itself.
void Lives::assignFromStorage(dist::ShardOp shard, Storage &storage,
                              unsigned value) {
  Value tensor = storage.assign.getValue();
  unsigned after = addValue(shard.getType(), finalPosition, 0);
  planner.extend(after, kForever);
  planner.unify(storage.before, after);
  if (!storages[storageOf[value]].assign) {
    planner.extend(value, finalPosition);
    return addCopy(finalPosition, value, after, tensor);
  }
  planner.extend(value, savePosition);
  unsigned saved = addValue(shard.getType(), savePosition, 0);
  planner.extend(saved, finalPosition);
  addCopy(savePosition, value, saved, tensor);
  addCopy(finalPosition, saved, after, tensor);
}

/// A variable or output takes a computed value: where it is made if the old one
/// is not read later, else at the end.
void Lives::assignValue(dist::ShardOp shard, Storage &storage, unsigned value) {
  int64_t position = finalPosition;
  bool isRead = planner.getEnd(storage.before) > planner.getBegin(value);
  if (!isRead && !planner.isPinned(value) && scopeOf[value] == 0)
    position = windowEnds.lookup_or(value, planner.getBegin(value) + 1);
  unsigned after = addValue(shard.getType(), position, 0);
  planner.extend(after, kForever);
  planner.extend(value, position);
  planner.unify(storage.before, after);
  planner.allowOverlap(value, after);
  assignMerges.push_back({value, after});
  addCopy(position, value, after, storage.assign.getValue());
}

void Lives::assignStorages() {
  auto forEachAssigned = [&](bool fromStorage, auto function) {
    for (auto &[op, storage] : storages) {
      if (!storage.assign)
        continue;
      unsigned value = getValue(storage.assign.getValue());
      if (value != storage.before && storageOf.contains(value) == fromStorage)
        (this->*function)(cast<dist::ShardOp>(op), storage, value);
    }
  };
  // What nobody replaces lives on.
  for (auto &[op, storage] : storages) {
    if (storage.assign && getValue(storage.assign.getValue()) == storage.before)
      storage.assign = {};
    if (!storage.assign)
      planner.extend(storage.before, kForever);
  }
  // Reads by other assignments must be known before anything is made in place.
  forEachAssigned(true, &Lives::assignFromStorage);
  forEachAssigned(false, &Lives::assignValue);
}

//===----------------------------------------------------------------------===//
// The whole
//===----------------------------------------------------------------------===//

void Lives::merge() {
  for (const auto *list : {&assignMerges, &loopMerges, &opMerges})
    for (auto [a, b] : *list)
      planner.tryMerge(a, b);
  for (auto [value, owner] : owners)
    ownerOfClass[planner.getClass(value)] = owner;
}

int64_t Lives::countCopiedBytes() const {
  int64_t bytes = 0;
  for (auto &[position, list] : copies)
    for (const PlannedCopy &copy : list)
      if (!isSameMemory(copy.from, copy.to))
        bytes += getByteSize(copy.type);
  return bytes;
}

void Lives::build(const std::vector<CommandNode> &nodes, int64_t numPositions,
                  bool place) {
  scopes.push_back({-1, kForever});
  savePosition = numPositions;
  finalPosition = numPositions + 2;
  addStorages();
  addConstants();
  visit(nodes, 0);
  assignStorages();
  reduceInPlace();
  merge();
  if (place)
    arenaBytes = planner.place(kAlignment);
}
