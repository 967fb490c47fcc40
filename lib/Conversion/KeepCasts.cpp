//===- KeepCasts.cpp - Keep narrow copies of variables --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Mixed precision steps cast every weight at their begin. The kernel that
// updates a weight has its new value at hand and can write the cast for the
// next step: 2 bytes an element instead of reading 4 and writing 2. The copy
// takes no memory that the cast would not take at the step's peak, when the
// backward pass begins and needs the casts of all weights.
//
// Only casts that products, attention or communication read are worth it. One
// that kernels alone read is computed in them.
//
//===----------------------------------------------------------------------===//

#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "shardwise/Conversion/KernelsToLoops.h"
#include "shardwise/Conversion/Passes.h"
#include "shardwise/Dialect/Dist/IR/Dist.h"

namespace mlir::shardwise {
#define GEN_PASS_DEF_KEEPCASTSPASS
#include "shardwise/Conversion/Passes.h.inc"
} // namespace mlir::shardwise

using namespace mlir;
using namespace mlir::shardwise;
using dist::ShardOp;
using dist::ShardRole;

namespace {
/// A variable's cast, and what its new value is.
struct Cast {
  arith::TruncFOp cast;
  model::AssignOp assign;
};

/// Keeps the casts of one program.
class Keeper {
public:
  explicit Keeper(dist::LocalProgramOp program)
      : program(program), symbols(program) {}

  void run();

private:
  void keep(Cast found);
  ShardOp declare(ShardOp original, Type element);

  dist::LocalProgramOp program;
  SymbolTable symbols;
};
} // namespace

/// Declares the copy of a variable, right behind it.
ShardOp Keeper::declare(ShardOp original, Type element) {
  auto withElement = [&](Type type) {
    auto tensor = cast<RankedTensorType>(type);
    return RankedTensorType::get(tensor.getShape(), element,
                                 tensor.getEncoding());
  };
  OpBuilder builder(original->getContext());
  builder.setInsertionPointAfter(original);
  std::string name;
  llvm::raw_string_ostream(name) << original.getSymName() << " as " << element;
  auto copy = ShardOp::create(
      builder, original.getLoc(), name, withElement(original.getType()),
      withElement(original.getGlobal()), ShardRole::Copy);
  copy.setCopyOf(original.getSymName());
  symbols.insert(copy, std::next(Block::iterator(original)));
  return copy;
}

void Keeper::keep(Cast found) {
  auto read = found.cast.getIn().getDefiningOp<model::ReadOp>();
  auto type = cast<RankedTensorType>(found.cast.getType());
  ShardOp copy =
      declare(symbols.lookup<ShardOp>(read.getName()), type.getElementType());
  OpBuilder builder(found.cast);
  auto old = model::ReadOp::create(builder, found.cast.getLoc(), type,
                                   copy.getSymName());
  found.cast.getResult().replaceAllUsesWith(old);
  builder.setInsertionPoint(found.assign);
  Value next = arith::TruncFOp::create(builder, found.cast.getLoc(), type,
                                       found.assign.getValue());
  builder.setInsertionPointAfter(found.assign);
  model::AssignOp::create(builder, found.assign.getLoc(), copy.getSymName(),
                          next);
  found.cast.erase();
}

void Keeper::run() {
  DenseMap<StringAttr, model::AssignOp> assignments;
  for (auto assign : program.getBody().getOps<model::AssignOp>())
    assignments[assign.getNameAttr().getAttr()] = assign;
  SmallVector<Cast> found;
  llvm::SmallPtrSet<Operation *, 16> taken;
  for (auto truncate : program.getBody().getOps<arith::TruncFOp>()) {
    auto read = truncate.getIn().getDefiningOp<model::ReadOp>();
    if (!read || truncate.getRoundingmodeAttr() ||
        !isReadFromMemory(truncate.getResult()))
      continue;
    StringAttr name = read.getNameAttr().getAttr();
    auto shard = symbols.lookup<ShardOp>(name);
    model::AssignOp assign = assignments.lookup(name);
    bool isOld =
        !assign || assign.getValue().getDefiningOp<model::ReadOp>() != nullptr;
    if (shard.getRole() == ShardRole::Variable && !isOld &&
        taken.insert(shard).second)
      found.push_back({truncate, assign});
  }
  for (Cast cast : found)
    keep(cast);
}

namespace {
struct KeepCasts : public mlir::shardwise::impl::KeepCastsPassBase<KeepCasts> {
  void runOnOperation() override {
    for (auto program : getOperation().getOps<dist::LocalProgramOp>())
      Keeper(program).run();
  }
};
} // namespace
