//===- Schedule.cpp - From a local program to a plan ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Writes the plan. The order of commands is decided in CommandTree.cpp, what
// shares memory in Lives.cpp and MemoryPlanner.cpp.
//
//===----------------------------------------------------------------------===//

#include "CutSums.h"
#include "Lives.h"
#include "Overlap.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "shardwise/Dialect/Model/Transforms/AttentionSupport.h"
#include "shardwise/Dialect/Plan/Transforms/Passes.h"
#include "shardwise/Interfaces/ShardingInterface.h"

namespace mlir::shardwise::plan {
#define GEN_PASS_DEF_SCHEDULEPASS
#include "shardwise/Dialect/Plan/Transforms/Passes.h.inc"
} // namespace mlir::shardwise::plan

using namespace mlir;
using namespace mlir::shardwise;
using namespace mlir::shardwise::plan;

//===----------------------------------------------------------------------===//
// Writing commands
//===----------------------------------------------------------------------===//

namespace {
class PlanWriter {
public:
  PlanWriter(dist::LocalProgramOp source, const Lives &lives)
      : source(source), lives(lives), builder(source), declarations(source) {}

  ProgramOp write(const std::vector<CommandNode> &nodes);

private:
  Value getBuffer(unsigned value, ShapedType type, Location loc);
  Value getBuffer(Value tensor) {
    return getBuffer(lives.getValue(tensor), cast<ShapedType>(tensor.getType()),
                     tensor.getLoc());
  }
  SmallVector<Value> getBuffers(ValueRange tensors) {
    return llvm::map_to_vector(tensors, [&](Value t) { return getBuffer(t); });
  }
  Value declare(unsigned value, MemRefType type, Location loc);

  void writeCopies(int64_t position);
  void writeAll(const std::vector<CommandNode> &nodes);
  void writeCommand(const CommandNode &node);
  void writeLoop(const CommandNode &node);
  void writeInit(linalg::ContractOp op);
  void writeContract(linalg::ContractOp op);
  void writeContract(BiasedContractOp op);
  void writeAttention(model::AttentionOp op);
  void writeAttentionGrad(model::AttentionGradOp op);
  Value getWorkspace(Operation *attention);
  void writeCollective(const CommandNode &node);
  Value getPart(Value buffer, ArrayRef<int64_t> shape, int64_t offset);
  void writeProductPart(linalg::ContractOp op, int64_t begin, int64_t count);
  void writeExchangePart(const CommandNode &node, int64_t begin, int64_t count,
                         int64_t numRows);
  void writeInParts(const CommandNode &product, const CommandNode &exchange);

  dist::LocalProgramOp source;
  const Lives &lives;
  /// Commands are appended; declarations stand before all of them.
  OpBuilder builder, declarations;
  DenseMap<std::tuple<unsigned, int64_t, Type>, Value> buffers;
  DenseMap<std::tuple<Value, int64_t, Type>, Value> parts;
};
} // namespace

/// Makes the declaration of a class under a type.
Value PlanWriter::declare(unsigned value, MemRefType type, Location loc) {
  Operation *owner = lives.getOwner(value);
  if (!owner)
    return BufferOp::create(declarations, loc, type,
                            lives.planner.getOffset(value));
  auto shard = dyn_cast<dist::ShardOp>(owner);
  ElementsAttr constant;
  if (!shard)
    matchPattern(owner, m_Constant(&constant));
  auto owned =
      shard ? shard.getTensorType() : cast<ShapedType>(constant.getType());
  auto ownedType = MemRefType::get(owned.getShape(), owned.getElementType());
  if (ownedType != type)
    return ViewOp::create(declarations, loc, type,
                          getBuffer(value, ownedType, owner->getLoc()));
  if (shard)
    return ShardOp::create(declarations, owner->getLoc(), type,
                           FlatSymbolRefAttr::get(shard.getSymNameAttr()));
  return ConstantOp::create(declarations, owner->getLoc(), type, constant);
}

Value PlanWriter::getBuffer(unsigned value, ShapedType type, Location loc) {
  auto memref = MemRefType::get(type.getShape(), type.getElementType());
  // Classes at one place of the arena are one buffer.
  std::tuple<unsigned, int64_t, Type> key(0, lives.planner.getClass(value),
                                          memref);
  if (!lives.getOwner(value))
    key = {1, lives.planner.getOffset(value), memref};
  if (Value known = buffers.lookup(key))
    return known;
  Value buffer = declare(value, memref, loc);
  return buffers[key] = buffer;
}

void PlanWriter::writeCopies(int64_t position) {
  for (const PlannedCopy &copy : lives.getCopies(position))
    if (!lives.isSameMemory(copy.from, copy.to))
      CopyOp::create(builder, copy.loc,
                     getBuffer(copy.from, copy.type, copy.loc),
                     getBuffer(copy.to, copy.type, copy.loc));
}

/// Puts what a product is added to where its result will be, unless it is
/// there.
void PlanWriter::writeInit(linalg::ContractOp op) {
  Value init = op.getOutputs().front(), result = op->getResult(0);
  if (!isKnownZero(init) &&
      !lives.isSameMemory(lives.getValue(init), lives.getValue(result)))
    CopyOp::create(builder, op.getLoc(), getBuffer(init), getBuffer(result));
}

void PlanWriter::writeContract(linalg::ContractOp op) {
  writeInit(op);
  ContractOp::create(builder, op.getLoc(), getBuffer(op.getInputs()[0]),
                     getBuffer(op.getInputs()[1]), /*bias=*/Value(),
                     getBuffer(op->getResult(0)), /*preactivation=*/Value(),
                     op.getIndexingMaps(),
                     !isKnownZero(op.getOutputs().front()));
}

void PlanWriter::writeContract(BiasedContractOp op) {
  Value preactivation = op.getPreactivation();
  ContractOp::create(builder, op.getLoc(), getBuffer(op.getLhs()),
                     getBuffer(op.getRhs()), getBuffer(op.getBias()),
                     getBuffer(op.getResult()),
                     preactivation ? getBuffer(preactivation) : Value(),
                     op.getIndexingMaps(), /*accumulate=*/false);
}

Value PlanWriter::getWorkspace(Operation *attention) {
  return getBuffer(lives.getWorkspace(attention),
                   lives.attentions.getType(attention), attention->getLoc());
}

void PlanWriter::writeAttention(model::AttentionOp op) {
  AttentionOp::create(builder, op.getLoc(), getBuffer(op.getQuery()),
                      getBuffer(op.getKey()), getBuffer(op.getValue()),
                      getBuffer(op.getOutput()), getBuffer(op.getStatistics()),
                      getWorkspace(op), op.getScaleAttr(), op.getCausalAttr());
}

void PlanWriter::writeAttentionGrad(model::AttentionGradOp op) {
  AttentionGradOp::create(
      builder, op.getLoc(), getBuffer(op.getQuery()), getBuffer(op.getKey()),
      getBuffer(op.getValue()), getBuffer(op.getOutput()),
      getBuffer(op.getStatistics()), getBuffer(op.getGradient()),
      getBuffer(op.getDquery()), getBuffer(op.getDkey()),
      getBuffer(op.getDvalue()), getWorkspace(op), op.getScaleAttr(),
      op.getCausalAttr(),
      lives.attentions.isInAnyOrder() ? builder.getUnitAttr() : UnitAttr());
}

void PlanWriter::writeCollective(const CommandNode &node) {
  SmallVector<Value> inputs, outputs;
  SmallVector<Attribute> sources, targets;
  SmallVector<Location> locs;
  for (Operation *member : node.ops) {
    auto op = cast<dist::CollectiveInterface>(member);
    inputs.push_back(getBuffer(op->getOperand(0)));
    outputs.push_back(getBuffer(op->getResult(0)));
    sources.push_back(op.getSource());
    targets.push_back(op.getTarget());
    locs.push_back(op.getLoc());
  }
  auto first = cast<dist::CollectiveInterface>(node.ops.front());
  CollectiveOp::create(builder, builder.getFusedLoc(locs),
                       mlir::shardwise::toString(first.getKind()), inputs,
                       outputs, builder.getArrayAttr(sources),
                       builder.getArrayAttr(targets), node.stream);
}

//===----------------------------------------------------------------------===//
// Writing products and their sums, part by part
//===----------------------------------------------------------------------===//

/// Elements of a buffer, from the `offset`th on.
Value PlanWriter::getPart(Value buffer, ArrayRef<int64_t> shape,
                          int64_t offset) {
  auto type = MemRefType::get(
      shape, cast<MemRefType>(buffer.getType()).getElementType());
  Value &part = parts[{buffer, offset, type}];
  if (!part)
    part = PartOp::create(declarations, buffer.getLoc(), type, buffer, offset);
  return part;
}

/// A map with the first `numDims` results, which are the rows, as one: rows
/// become dimension 0, all others follow in their order.
static AffineMap mergeRows(AffineMap map, ArrayRef<unsigned> newDims,
                           unsigned numDims, bool hasRows) {
  SmallVector<AffineExpr> results;
  MLIRContext *context = map.getContext();
  if (hasRows)
    results.push_back(getAffineDimExpr(0, context));
  for (AffineExpr result : map.getResults().drop_front(hasRows ? numDims : 0))
    results.push_back(getAffineDimExpr(
        newDims[cast<AffineDimExpr>(result).getPosition()], context));
  return AffineMap::get(map.getNumDims() - numDims + 1, 0, results, context);
}

/// The product of some of the rows.
void PlanWriter::writeProductPart(linalg::ContractOp op, int64_t begin,
                                  int64_t count) {
  ProductRows rows = ProductRows::find(op);
  SmallVector<AffineMap> maps = op.getIndexingMapsArray();
  llvm::SmallBitVector isRow(maps[2].getNumDims());
  for (AffineExpr row : maps[2].getResults().take_front(rows.numDims))
    isRow.set(cast<AffineDimExpr>(row).getPosition());
  SmallVector<unsigned> newDims(isRow.size(), 0);
  unsigned next = 1;
  for (unsigned dim = 0; dim < isRow.size(); ++dim)
    if (!isRow.test(dim))
      newDims[dim] = next++;
  Value buffers[3] = {getBuffer(op.getInputs()[0]),
                      getBuffer(op.getInputs()[1]),
                      getBuffer(op->getResult(0))};
  for (unsigned side = 0; side < 3; ++side) {
    bool hasRows = side == 2 || side == rows.side;
    maps[side] = mergeRows(maps[side], newDims, rows.numDims, hasRows);
    if (!hasRows)
      continue;
    SmallVector<int64_t> shape = {count};
    llvm::append_range(shape, cast<MemRefType>(buffers[side].getType())
                                  .getShape()
                                  .drop_front(rows.numDims));
    int64_t rowElements = llvm::product_of(ArrayRef(shape).drop_front());
    buffers[side] = getPart(buffers[side], shape, begin * rowElements);
  }
  ContractOp::create(builder, op.getLoc(), buffers[0], buffers[1],
                     /*bias=*/Value(), buffers[2], /*preactivation=*/Value(),
                     builder.getAffineMapArrayAttr(maps),
                     !isKnownZero(op.getOutputs().front()));
}

/// The sharding of a part of what is exchanged, as rows of a matrix of its own.
static dist::ShardingAttr getRowSharding(dist::ShardingAttr attr) {
  Sharding sharding = attr.getSharding();
  AtomList rows;
  for (AtomList dim : sharding.dims)
    rows.append(dim);
  sharding.dims = {rows, AtomList()};
  return dist::ShardingAttr::get(attr.getMesh(), sharding);
}

/// The exchange of some of the rows.
void PlanWriter::writeExchangePart(const CommandNode &node, int64_t begin,
                                   int64_t count, int64_t numRows) {
  auto op = cast<dist::CollectiveInterface>(node.ops.front());
  auto getRows = [&](Value tensor) {
    auto type = cast<ShapedType>(tensor.getType());
    int64_t rowElements = type.getNumElements() / numRows;
    return getPart(getBuffer(tensor), {count, rowElements},
                   begin * rowElements);
  };
  CollectiveOp::create(
      builder, op.getLoc(), mlir::shardwise::toString(op.getKind()),
      getRows(op->getOperand(0)), getRows(op->getResult(0)),
      builder.getArrayAttr(getRowSharding(op.getSource())),
      builder.getArrayAttr(getRowSharding(op.getTarget())), node.stream);
}

void PlanWriter::writeInParts(const CommandNode &product,
                              const CommandNode &exchange) {
  auto contract = cast<linalg::ContractOp>(product.ops.front());
  writeInit(contract);
  int64_t numRows = ProductRows::find(contract).count, begin = 0;
  for (int64_t count : product.rows) {
    writeProductPart(contract, begin, count);
    writeExchangePart(exchange, begin, count, numRows);
    begin += count;
  }
}

void PlanWriter::writeLoop(const CommandNode &node) {
  auto loop = cast<scf::WhileOp>(node.ops.front());
  writeCopies(node.position);
  auto op = WhileOp::create(builder, loop.getLoc());
  OpBuilder::InsertionGuard guard(builder);
  builder.createBlock(&op.getBefore());
  writeAll(node.before);
  writeCopies(node.conditionPosition);
  ConditionOp::create(builder, loop.getConditionOp().getLoc(),
                      getBuffer(getConditionTensor(loop)));
  builder.createBlock(&op.getBody());
  writeAll(node.body);
  writeCopies(node.savePosition);
  writeCopies(node.endPosition);
}

void PlanWriter::writeCommand(const CommandNode &node) {
  Operation *op = node.ops.front();
  if (isa<dist::CollectiveInterface>(op))
    return writeCollective(node);
  if (auto contract = dyn_cast<linalg::ContractOp>(op))
    return writeContract(contract);
  if (auto contract = dyn_cast<BiasedContractOp>(op))
    return writeContract(contract);
  if (auto attention = dyn_cast<model::AttentionOp>(op))
    return writeAttention(attention);
  if (auto attention = dyn_cast<model::AttentionGradOp>(op))
    return writeAttentionGrad(attention);
  auto call = cast<func::CallOp>(op);
  LaunchOp::create(builder, op->getLoc(), call.getCalleeAttr(),
                   getBuffers(call.getOperands()),
                   getBuffers(call->getResults()));
}

void PlanWriter::writeAll(const std::vector<CommandNode> &nodes) {
  for (auto [number, node] : llvm::enumerate(nodes)) {
    bool isLoop = isa<scf::WhileOp>(node.ops.front());
    if (isLoop)
      writeLoop(node);
    else if (node.rows.empty())
      writeCommand(node);
    else if (!node.stream)
      writeInParts(node, nodes[number + 1]);
    writeCopies((isLoop ? node.endPosition : node.position) + 1);
  }
}

ProgramOp PlanWriter::write(const std::vector<CommandNode> &nodes) {
  auto program = ProgramOp::create(builder, source.getLoc(),
                                   source.getSymNameAttr(), source.getMesh(),
                                   builder.getI64IntegerAttr(lives.arenaBytes));
  for (StringRef name : {kRecomputedAttr, kSavedAttr})
    if (Attribute attribute = source->getAttr(name))
      program->setAttr(name, attribute);
  Block *block = builder.createBlock(&program.getBody());
  // A marker between declarations and commands.
  auto marker = WhileOp::create(builder, source.getLoc());
  declarations.setInsertionPoint(marker);
  writeAll(nodes);
  writeCopies(lives.savePosition);
  writeCopies(lives.finalPosition);
  marker.erase();
  Operation *first = block->empty() ? nullptr : &block->front();
  for (Operation &op : llvm::make_early_inc_range(source.getBody().front())) {
    if (!isa<dist::ShardOp, func::FuncOp>(op))
      continue;
    if (first)
      op.moveBefore(first);
    else
      op.moveBefore(block, block->end());
  }
  return program;
}

//===----------------------------------------------------------------------===//
// The pass
//===----------------------------------------------------------------------===//

/// Checks that a contraction does not extend unsigned integers.
static LogicalResult checkContract(linalg::ContractOp op) {
  auto getElement = [](Value value) {
    return cast<RankedTensorType>(value.getType()).getElementType();
  };
  Type element = getElement(op->getResult(0));
  if (op.getCast() != linalg::TypeFn::cast_unsigned || !element.isInteger() ||
      llvm::all_of(op.getInputs(),
                   [&](Value input) { return getElement(input) == element; }))
    return success();
  return op.emitOpError("extends unsigned integers, which a contraction of a "
                        "plan cannot do");
}

/// Checks that a call is of a kernel of the program.
static LogicalResult checkCall(func::CallOp op, SymbolTable &symbols) {
  auto kernel = symbols.lookup<func::FuncOp>(op.getCallee());
  if (kernel && kernel->hasAttr(kKernelAttr))
    return success();
  return op.emitOpError("calls @")
         << op.getCallee() << ", which is no kernel of the program";
}

/// Checks that an attention is one of those that a library runs.
static LogicalResult checkAttention(Operation *op) {
  std::string reason = model::explainRefusal(op);
  if (reason.empty())
    return success();
  return op->emitOpError("is none that a plan can have: ") << reason;
}

/// Checks what a command of a plan cannot say.
static LogicalResult checkOperations(dist::LocalProgramOp program) {
  SymbolTable symbols(program);
  WalkResult result = program.walk<WalkOrder::PreOrder>([&](Operation *op) {
    LogicalResult checked = success();
    if (isa<func::FuncOp>(op))
      return WalkResult::skip();
    if (auto contract = dyn_cast<linalg::ContractOp>(op))
      checked = checkContract(contract);
    else if (auto call = dyn_cast<func::CallOp>(op))
      checked = checkCall(call, symbols);
    else if (AttentionWorkspaces::isAttention(op))
      checked = checkAttention(op);
    return failed(checked) ? WalkResult::interrupt() : WalkResult::advance();
  });
  return failure(result.wasInterrupted());
}

static void reportMemory(ProgramOp program) {
  MemoryUse use = getMemoryUse(program);
  program.emitRemark("each device needs ")
      << use.getPeakBytes() << " bytes: " << use.arenaBytes << " in the arena, "
      << use.shardBytes << " in shards";
}

namespace {
struct Schedule : plan::impl::SchedulePassBase<Schedule> {
  using SchedulePassBase::SchedulePassBase;

  void runOnOperation() override {
    SmallVector<dist::LocalProgramOp> programs(
        getOperation().getOps<dist::LocalProgramOp>());
    for (dist::LocalProgramOp program : programs)
      if (failed(schedule(program)))
        signalPassFailure();
  }

  SchedulePassOptions getOptions() const {
    return {report,      overlap, linkRate, memoryRate,
            productRate, cutRows, anyOrder};
  }

  LogicalResult schedule(dist::LocalProgramOp program) {
    auto commands = arrangeCommands(program, getOptions());
    if (failed(commands) || failed(checkOperations(program)))
      return failure();
    AttentionWorkspaces attentions(anyOrder);
    Lives lives(program, attentions);
    lives.build(commands->nodes, commands->numPositions);
    ProgramOp plan = PlanWriter(program, lives).write(commands->nodes);
    program.erase();
    if (report)
      reportMemory(plan);
    return success();
  }
};
} // namespace
