//===- PropagationGraphBuilder.cpp - From IR to a graph -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PropagationGraphBuilder.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"

using namespace mlir;
using namespace mlir::shardwise;
using namespace mlir::shardwise::dist;

using ValueId = PropagationGraph::ValueId;

/// Whether propagation gives the value a sharding.
static bool isTensor(Value value) {
  return isa<RankedTensorType>(value.getType());
}

/// Declarations have neither operands nor results; asking that first is faster.
static NamedTensorInterface getDeclaration(Operation *op) {
  return op->getNumOperands() || op->getNumResults()
             ? NamedTensorInterface()
             : dyn_cast<NamedTensorInterface>(op);
}

LogicalResult PropagationGraphBuilder::build(ProgramOp program) {
  for (Operation &op : program.getBody().front())
    if (NamedTensorInterface named = getDeclaration(&op))
      declarations[SymbolTable::getSymbolName(&op)] = named;
  return addBlock(program.getBody().front());
}

LogicalResult PropagationGraphBuilder::addBlock(Block &block) {
  LogicalResult result = success();
  for (Operation &op : block)
    if (failed(addOp(&op)))
      result = failure();
  return result;
}

ValueId PropagationGraphBuilder::addValue(Value value, bool isSource) {
  auto type = cast<RankedTensorType>(value.getType());
  unsigned bytes = llvm::divideCeil(
      type.getElementType().isIndex() ? 64 : type.getElementTypeBitWidth(), 8);
  ValueId id = graph.addValue(type.getShape(), bytes, isSource,
                              isSource && isZero(value));
  ids[value] = id;
  values.push_back(value);
  return id;
}

bool PropagationGraphBuilder::isZero(Value value) {
  auto constant = value.getDefiningOp<arith::ConstantOp>();
  if (!constant)
    return isKnownZero(value);
  auto [it, isNew] = zeros.try_emplace(constant.getValue());
  if (isNew)
    it->second = isKnownZero(value);
  return it->second;
}

/// Notes the operands of the operation added last.
void PropagationGraphBuilder::keepOperands(ArrayRef<OpOperand *> passed) {
  operands.resize(graph.ops.back().firstOperand);
  operands.insert(operands.end(), passed.begin(), passed.end());
  operands.resize(graph.ids.size());
}

LogicalResult PropagationGraphBuilder::addOp(Operation *op) {
  if (getDeclaration(op) || op->hasTrait<OpTrait::IsTerminator>())
    return success();
  if (auto read = dyn_cast<model::ReadOp>(op)) {
    RankedTensorType declared =
        declarations.lookup(read.getNameAttr().getAttr()).getTensorType();
    graph.addFixed(addValue(read), getSharding(declared).getSharding());
    keepOperands({});
    return success();
  }
  if (auto assign = dyn_cast<model::AssignOp>(op)) {
    RankedTensorType declared =
        declarations.lookup(assign.getNameAttr().getAttr()).getTensorType();
    graph.addSink(ids[assign.getValue()], getSharding(declared).getSharding());
    keepOperands({&assign.getValueMutable()});
    return success();
  }
  if (auto constrain = dyn_cast<ConstrainOp>(op)) {
    graph.addSink(ids[constrain.getInput()],
                  constrain.getSharding().getSharding(), addValue(constrain));
    keepOperands({&constrain.getInputMutable()});
    return success();
  }
  if (op->getNumRegions())
    if (auto branch = dyn_cast<RegionBranchOpInterface>(op))
      return addBranch(branch);
  if (!op->getNumOperands() && isSourceOp(op)) {
    addValue(op->getResult(0), /*isSource=*/true);
    return success();
  }
  return addCompute(op);
}

//===----------------------------------------------------------------------===//
// Operations with factors
//===----------------------------------------------------------------------===//

/// Leaves out the values that are not tensors.
static void dropScalars(Operation *op, OpFactors &factors) {
  SmallVector<bool> kept;
  for (Value value : op->getOperands())
    kept.push_back(isTensor(value));
  for (Value value : op->getResults())
    kept.push_back(isTensor(value));
  if (llvm::all_of(kept, [](bool keep) { return keep; }))
    return;
  OpFactors reduced;
  reduced.factors = factors.factors;
  reduced.linearity = factors.linearity;
  unsigned numOperands = 0;
  for (auto [value, keep] : llvm::enumerate(kept)) {
    if (!keep)
      continue;
    reduced.beginValue();
    for (const auto &dim : factors.getDims(value))
      reduced.addDim(dim);
    if (value >= op->getNumOperands())
      continue;
    uint64_t bit = uint64_t(1) << numOperands++;
    if (factors.linearOperands >> value & 1)
      reduced.linearOperands |= bit;
    if (factors.neutralOperands >> value & 1)
      reduced.neutralOperands |= bit;
  }
  reduced.finish(numOperands);
  factors = std::move(reduced);
}

/// What an operand says about factors: its type, or the constant that it is
/// where structured operations compare it with a reduction's neutral element.
static const void *describe(Value operand, bool isStructured) {
  auto constant = isStructured ? operand.getDefiningOp<arith::ConstantOp>()
                               : arith::ConstantOp();
  return constant ? constant.getValue().getAsOpaquePointer()
                  : operand.getType().getAsOpaquePointer();
}

/// Whether name, attributes and types determine the body.
static bool isBodyDerived(Operation *op) {
  return !op->getNumRegions() || cast<linalg::LinalgOp>(op).getRegionBuilder();
}

unsigned SameFactors::getHashValue(const Operation *key) {
  auto *op = const_cast<Operation *>(key);
  bool isStructured = op->getNumRegions();
  llvm::hash_code hash =
      llvm::hash_combine(op->getName(), op->hashProperties());
  for (Value operand : op->getOperands())
    hash = llvm::hash_combine(hash, describe(operand, isStructured));
  for (Type type : op->getResultTypes())
    hash = llvm::hash_combine(hash, type);
  return hash;
}

bool SameFactors::isEqual(const Operation *first, const Operation *second) {
  if (first == second)
    return true;
  for (const Operation *op : {first, second})
    if (op == getEmptyKey() || op == getTombstoneKey())
      return false;
  auto *a = const_cast<Operation *>(first);
  auto *b = const_cast<Operation *>(second);
  bool isStructured = a->getNumRegions();
  auto describeAlike = [&](Value x, Value y) {
    return describe(x, isStructured) == describe(y, isStructured);
  };
  if (a->getName() != b->getName() ||
      a->getNumRegions() != b->getNumRegions() ||
      !a->getName().compareOpProperties(a->getPropertiesStorage(),
                                        b->getPropertiesStorage()) ||
      !llvm::equal(a->getOperands(), b->getOperands(), describeAlike) ||
      a->getResultTypes() != b->getResultTypes())
    return false;
  return isBodyDerived(a) ||
         llvm::all_of(llvm::zip(a->getRegions(), b->getRegions()),
                      [](auto regions) {
                        return OperationEquivalence::isRegionEquivalentTo(
                            &std::get<0>(regions), &std::get<1>(regions),
                            OperationEquivalence::IgnoreLocations);
                      });
}

std::optional<uint32_t> PropagationGraphBuilder::getFactors(Operation *op) {
  // An implementation of the interface may look further than at the operation.
  bool isShared = !isa<ShardingInterface>(op);
  if (isShared)
    if (auto it = factors.find(op); it != factors.end())
      return it->second;
  OpFactors found;
  if (failed(getOpFactors(op, found)))
    return std::nullopt;
  dropScalars(op, found);
  uint32_t number = graph.addFactors(std::move(found));
  if (isShared)
    factors[op] = number;
  return number;
}

/// Reports a result whose size is not known.
static LogicalResult verifyStatic(Operation *op) {
  for (Type type : op->getResultTypes())
    if (auto tensor = dyn_cast<RankedTensorType>(type))
      if (!tensor.hasStaticShape())
        return op->emitOpError("has type ")
               << tensor << ", but only static shapes can be split";
  return success();
}

LogicalResult PropagationGraphBuilder::addCompute(Operation *op) {
  if (failed(verifyStatic(op)))
    return failure();
  SmallVector<OpOperand *> passed;
  SmallVector<ValueId> operandIds, resultIds;
  for (OpOperand &operand : op->getOpOperands())
    if (isTensor(operand.get())) {
      passed.push_back(&operand);
      operandIds.push_back(ids[operand.get()]);
    }
  for (Value value : op->getResults())
    if (isTensor(value))
      resultIds.push_back(addValue(value));
  if (operandIds.empty() && resultIds.empty())
    return success();
  std::optional<uint32_t> factors = getFactors(op);
  if (!factors)
    return op->emitOpError("does not say how it may be split: it needs the "
                           "sharding interface to be propagated");
  graph.addCompute(operandIds, resultIds, *factors);
  keepOperands(passed);
  return success();
}

//===----------------------------------------------------------------------===//
// Control flow
//===----------------------------------------------------------------------===//

void PropagationGraphBuilder::addEdges(RegionBranchOpInterface op,
                                       RegionBranchPoint point,
                                       bool closesLoop) {
  SmallVector<RegionSuccessor> successors;
  op.getSuccessorRegions(point, successors);
  for (RegionSuccessor successor : successors) {
    OperandRange from = point.isParent()
                            ? op.getEntrySuccessorOperands(successor)
                            : cast<RegionBranchTerminatorOpInterface>(
                                  point.getTerminatorPredecessorOrNull())
                                  .getSuccessorOperands(successor);
    Operation *source = point.isParent()
                            ? op.getOperation()
                            : point.getTerminatorPredecessorOrNull();
    SmallVector<OpOperand *> passed;
    SmallVector<ValueId> fromIds, toIds, finalIds;
    ValueRange targets = successor.getSuccessorInputs();
    for (auto [index, pair] : llvm::enumerate(llvm::zip(from, targets))) {
      auto [value, target] = pair;
      if (!isTensor(value))
        continue;
      passed.push_back(
          &source->getOpOperand(from.getBeginOperandIndex() + index));
      fromIds.push_back(ids[value]);
      auto it = ids.find(target);
      toIds.push_back(it != ids.end() ? it->second : addValue(target));
      if (closesLoop && index < op->getNumResults() &&
          ids.contains(op->getResult(index)))
        finalIds.push_back(ids[op->getResult(index)]);
    }
    if (finalIds.size() != fromIds.size())
      finalIds.clear();
    graph.addEdge(fromIds, toIds, finalIds);
    keepOperands(passed);
  }
}

LogicalResult PropagationGraphBuilder::addBranch(RegionBranchOpInterface op) {
  for (OpOperand &operand : op->getOpOperands())
    if (isTensor(operand.get()) && !ids.contains(operand.get()))
      return op->emitError("uses a value that propagation has not reached");
  addEdges(op, RegionBranchPoint::parent(), /*closesLoop=*/false);
  for (Region &region : op->getRegions()) {
    if (!region.hasOneBlock())
      return op->emitError("has a region of several blocks");
    if (failed(addBlock(region.front())))
      return failure();
    auto terminator = dyn_cast<RegionBranchTerminatorOpInterface>(
        region.front().getTerminator());
    if (!terminator)
      return op->emitError("has a region whose terminator is not known");
    addEdges(op, RegionBranchPoint(terminator),
             op.isRepetitiveRegion(region.getRegionNumber()));
  }
  return success();
}
