//===- Partition.cpp - Make shapes local and communication explicit -------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Rewrites a sharded program in place: types become local, reshards become the
// collectives that the planner finds, declarations become shards. How an
// operation computes its part is its own business (`ShardingInterface`).
//
//===----------------------------------------------------------------------===//

#include "shardwise/Dialect/Dist/Transforms/Passes.h"
#include "shardwise/Interfaces/ShardingInterface.h"
#include "llvm/ADT/TypeSwitch.h"

namespace mlir::shardwise::dist {
#define GEN_PASS_DEF_PARTITIONPASS
#include "shardwise/Dialect/Dist/Transforms/Passes.h.inc"
} // namespace mlir::shardwise::dist

using namespace mlir;
using namespace mlir::shardwise;
using namespace mlir::shardwise::dist;

namespace {

/// What an operation's types were before they became local.
struct GlobalTypes {
  ShardingInterface op;
  SmallVector<Type, 4> operands;
  SmallVector<Type, 2> results;
};

/// The shardings and global shapes of some types, as `LocalizeContext` wants
/// them.
struct GlobalValues {
  SmallVector<Sharding> shardings;
  SmallVector<SmallVector<int64_t>> shapes;

  explicit GlobalValues(ArrayRef<Type> types) {
    for (Type type : types) {
      ShardingAttr sharding = getSharding(type);
      shardings.push_back(sharding ? sharding.getSharding() : Sharding());
      auto tensor = dyn_cast<RankedTensorType>(type);
      shapes.push_back(tensor ? SmallVector<int64_t>(tensor.getShape())
                              : SmallVector<int64_t>());
    }
  }
};

/// Partitions one program.
class Partitioner {
public:
  explicit Partitioner(ShardedProgramOp program)
      : program(program), meshAttr(program.getMesh()), mesh(meshAttr.getMesh()),
        builder(program) {}

  LogicalResult run() {
    program.getBody().walk<WalkOrder::PreOrder>(
        [&](Operation *op) { return collect(op); });
    for (auto [reshard, source] : reshards)
      planReshard(reshard, source);
    for (Value value : values)
      value.setType(getCachedLocalType(value.getType()));
    for (auto [reshard, source] : reshards)
      reshard.erase();
    for (const GlobalTypes &global : localized)
      if (failed(localize(global)))
        return failure();
    for (NamedTensorInterface named : declarations)
      writeShard(named);
    finish();
    return success();
  }

private:
  /// Notes what has to change. Bodies of structured operations compute on
  /// scalars and stay as they are.
  WalkResult collect(Operation *op) {
    if (auto named = dyn_cast<NamedTensorInterface>(op)) {
      declarations.push_back(named);
      return WalkResult::advance();
    }
    for (Value value : op->getResults())
      if (isa<RankedTensorType>(value.getType()))
        values.push_back(value);
    if (auto reshard = dyn_cast<ReshardOp>(op)) {
      reshards.push_back({reshard, getSharding(reshard.getInput().getType())});
      return WalkResult::advance();
    }
    if (auto sharded = dyn_cast<ShardingInterface>(op))
      localized.push_back({sharded, llvm::to_vector<4>(op->getOperandTypes()),
                           llvm::to_vector<2>(op->getResultTypes())});
    bool skip = op->getNumRegions() && !isa<RegionBranchOpInterface>(op);
    if (skip)
      return WalkResult::skip();
    for (Region &region : op->getRegions())
      for (Block &block : region)
        for (Value argument : block.getArguments())
          if (isa<RankedTensorType>(argument.getType()))
            values.push_back(argument);
    return WalkResult::advance();
  }

  Type getCachedLocalType(Type type) {
    Type &local = localTypes[type];
    if (!local)
      local = getLocalType(cast<RankedTensorType>(type));
    return local;
  }

  /// Replaces a reshard's uses by the collectives that do it. The reshard
  /// itself goes when its type is no longer needed.
  void planReshard(ReshardOp reshard, ShardingAttr source) {
    auto type = cast<RankedTensorType>(reshard.getType());
    Value value = reshard.getInput();
    builder.setInsertionPoint(reshard);
    for (const ReshardStep &step : mlir::shardwise::planReshard(
             mesh, source.getSharding(), getSharding(type).getSharding(),
             type.getShape()))
      value = createCollective(reshard.getLoc(), value, type, step);
    reshard.getResult().replaceAllUsesWith(value);
  }

  Value createCollective(Location loc, Value input, RankedTensorType global,
                         const ReshardStep &step) {
    auto source = ShardingAttr::get(meshAttr, step.from);
    auto target = ShardingAttr::get(meshAttr, step.to);
    Type type = getCachedLocalType(withSharding(global, target));
    auto create = [&](auto op) -> Value {
      return decltype(op)::create(builder, loc, type, input, source, target);
    };
    switch (step.kind) {
    case CollectiveKind::AllSlice:
      return create(AllSliceOp());
    case CollectiveKind::AllGather:
      return create(AllGatherOp());
    case CollectiveKind::AllToAll:
      return create(AllToAllOp());
    case CollectiveKind::CollectivePermute:
      return create(CollectivePermuteOp());
    case CollectiveKind::Exchange:
      return create(ExchangeOp());
    case CollectiveKind::AllReduce:
      return create(AllReduceOp());
    case CollectiveKind::ReduceScatter:
      return create(ReduceScatterOp());
    case CollectiveKind::PartialSwap:
      break;
    }
    llvm_unreachable("unknown collective");
  }

  LogicalResult localize(const GlobalTypes &global) {
    GlobalValues operands(global.operands), results(global.results);
    auto buildIndex = [&](OpBuilder &b, Location loc, AtomList atoms) {
      return buildPartIndex(b, loc, atoms);
    };
    LocalizeContext context{mesh,
                            meshAttr,
                            operands.shardings,
                            results.shardings,
                            operands.shapes,
                            results.shapes,
                            buildIndex};
    ShardingInterface op = global.op;
    builder.setInsertionPoint(op);
    return op.localize(builder, context);
  }

  Value buildPartIndex(OpBuilder &b, Location loc, AtomList atoms) {
    if (atoms.empty())
      return arith::ConstantIndexOp::create(b, loc, 0);
    return AxisIndexOp::create(
        b, loc, b.getIndexType(),
        AxesAttr::get(b.getContext(), meshAttr, atoms.getWord()));
  }

  /// Replaces a declaration by that of its shard.
  void writeShard(NamedTensorInterface named) {
    Operation *op = named;
    RankedTensorType global = named.getTensorType();
    builder.setInsertionPoint(op);
    auto shard =
        ShardOp::create(builder, op->getLoc(), SymbolTable::getSymbolName(op),
                        getLocalType(global), global, ShardRole::Variable);
    if (auto variable = dyn_cast<model::VariableOp>(op)) {
      shard.setArgument(variable.getArgument());
      shard.setIsUnsigned(variable.getIsUnsigned());
    } else if (auto input = dyn_cast<model::InputOp>(op)) {
      shard.setRole(ShardRole::Input);
      shard.setArgument(input.getArgument());
      shard.setIsUnsigned(input.getIsUnsigned());
    } else {
      auto output = cast<model::OutputOp>(op);
      shard.setRole(ShardRole::Output);
      shard->setAttr(shard.getResultAttrName(),
                     builder.getI64IntegerAttr(output.getResult()));
      shard.setIsLoss(output.getIsLoss());
      shard.setIsUnsigned(output.getIsUnsigned());
    }
    for (NamedAttribute attr : op->getDiscardableAttrs())
      shard->setDiscardableAttr(attr.getName(), attr.getValue());
    op->erase();
  }

  void finish() {
    builder.setInsertionPoint(program);
    auto local = LocalProgramOp::create(builder, program.getLoc(),
                                        program.getSymNameAttr(), meshAttr);
    local.getBody().takeBody(program.getBody());
    program.erase();
  }

  ShardedProgramOp program;
  MeshAttr meshAttr;
  Mesh mesh;
  OpBuilder builder;
  SmallVector<NamedTensorInterface> declarations;
  /// Reshards, with the sharding of their input: it may come from a reshard
  /// that has been replaced by then.
  SmallVector<std::pair<ReshardOp, ShardingAttr>> reshards;
  std::vector<GlobalTypes> localized;
  std::vector<Value> values;
  llvm::DenseMap<Type, Type> localTypes;
};

struct Partition : dist::impl::PartitionPassBase<Partition> {
  void runOnOperation() override {
    SmallVector<ShardedProgramOp> programs(
        getOperation().getOps<ShardedProgramOp>());
    for (ShardedProgramOp program : programs)
      if (failed(Partitioner(program).run()))
        return signalPassFailure();
  }
};

} // namespace
