//===- ApplyRecomputation.cpp - Compute one value again -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The operations are copies of those that compute the value the first time, so
// its bits are the same. What the host computes as well is computed once.
//
//===----------------------------------------------------------------------===//

#include "../FormKernels/KernelTable.h"
#include "Recomputation.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/Dominance.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Transforms/CSE.h"
#include "shardwise/Conversion/KernelsToLoops.h"

using namespace mlir;
using namespace mlir::shardwise;

namespace {
class Rewriter {
public:
  Rewriter(const Recomputation &what, dist::LocalProgramOp program,
           const IRMapping &mapping)
      : what(what), program(program), mapping(mapping),
        builder(program.getContext()) {
    if (what.host)
      host = cast<func::CallOp>(map(what.host));
  }

  void run();

private:
  Operation *map(Operation *op) const { return mapping.lookup(op); }
  void collectOperands();
  func::FuncOp makeKernel();
  Value makeCall(func::FuncOp kernel);
  void replaceUses(Value again);
  Value reshapeLike(Value old, Value again);

  const Recomputation &what;
  dist::LocalProgramOp program;
  const IRMapping &mapping;
  OpBuilder builder;
  func::CallOp host;
  /// The operands of the new kernel, those of the host first, and which of them
  /// each input is.
  SmallVector<Value> operands;
  SmallVector<unsigned> inputNumbers;
};
} // namespace

void Rewriter::collectOperands() {
  if (host)
    llvm::append_range(operands, host.getOperands());
  for (auto [inner, tensor] : what.inputs) {
    Value wanted = mapping.lookup(tensor);
    auto isSame = [&](Value operand) {
      return operand.getType() == wanted.getType() &&
             plan::getRoot(operand) == plan::getRoot(wanted);
    };
    auto it = llvm::find_if(operands, isSame);
    inputNumbers.push_back(it - operands.begin());
    if (it == operands.end())
      operands.push_back(wanted);
  }
}

/// The kernel of the host, or an empty one, with the operations added.
func::FuncOp Rewriter::makeKernel() {
  KernelTable table(program);
  func::FuncOp old;
  SmallVector<Type> types;
  if (host) {
    old = cast<func::FuncOp>(
        SymbolTable::lookupSymbolIn(program, host.getCallee()));
    llvm::append_range(types, old.getResultTypes());
  }
  types.push_back(what.value.getType());
  Location loc = what.value.getLoc();
  builder.setInsertionPointToEnd(&program.getBody().front());
  auto kernel = func::FuncOp::create(
      builder, old ? old.getLoc() : loc, table.getNextName(),
      builder.getFunctionType(ValueRange(operands).getTypes(), types));
  kernel.setPrivate();
  kernel->setAttr(kKernelAttr, builder.getUnitAttr());
  Block *body = kernel.addEntryBlock();
  builder.setInsertionPointToEnd(body);
  IRMapping inside;
  SmallVector<Value> results;
  if (old) {
    inside.map(old.getArguments(),
               body->getArguments().take_front(old.getNumArguments()));
    for (Operation &op : old.getBody().front().without_terminator())
      builder.clone(op, inside);
    for (Value result : old.getBody().front().getTerminator()->getOperands())
      results.push_back(inside.lookup(result));
  }
  IRMapping again;
  for (auto [input, number] : llvm::zip_equal(what.inputs, inputNumbers))
    again.map(input.first, body->getArgument(number));
  for (Operation *op : what.ops)
    builder.clone(*op, again);
  unsigned number = cast<OpResult>(what.value).getResultNumber();
  Operation *terminator = what.ops.front()->getBlock()->getTerminator();
  results.push_back(again.lookup(terminator->getOperand(number)));
  func::ReturnOp::create(builder, loc, results);
  IRRewriter rewriter(builder);
  DominanceInfo dominance(kernel);
  eliminateCommonSubExpressions(rewriter, dominance, kernel);
  return table.add(kernel);
}

/// Calls the kernel in the place of the host, or before the first late user.
Value Rewriter::makeCall(func::FuncOp kernel) {
  Operation *place = host ? host.getOperation() : map(what.users.front());
  builder.setInsertionPoint(place);
  auto call = func::CallOp::create(
      builder, host ? host.getLoc() : what.value.getLoc(), kernel, operands);
  if (host) {
    Operation *last = call;
    for (Operation *op : what.moved) {
      map(op)->moveAfter(last);
      last = map(op);
    }
    host->replaceAllUsesWith(call->getResults().drop_back());
    host.erase();
  }
  return call->getResults().back();
}

/// The recomputed value in the shape of `old`, a reshape of the first one.
Value Rewriter::reshapeLike(Value old, Value again) {
  if (old == mapping.lookup(what.value))
    return again;
  Operation *reshape = old.getDefiningOp();
  IRMapping operand;
  operand.map(reshape->getOperand(0),
              reshapeLike(reshape->getOperand(0), again));
  return builder.clone(*reshape, operand)->getResult(0);
}

void Rewriter::replaceUses(Value again) {
  for (Operation *user : what.users) {
    Operation *op = map(user);
    builder.setInsertionPoint(op);
    for (OpOperand &operand : op->getOpOperands())
      if (plan::getRoot(operand.get()) == mapping.lookup(what.value))
        operand.set(reshapeLike(operand.get(), again));
  }
}

void Rewriter::run() {
  collectOperands();
  replaceUses(makeCall(makeKernel()));
}

void mlir::shardwise::apply(const Recomputation &recomputation,
                            dist::LocalProgramOp program,
                            const IRMapping &mapping) {
  Rewriter(recomputation, program, mapping).run();
}
