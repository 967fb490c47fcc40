//===- ControlFlow.cpp - Loops, calls and passing on ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Loops become scf.while on tensors. Calls are inlined. Operations that only
// pass their operands on, such as barriers, leave nothing.
//
//===----------------------------------------------------------------------===//

#include "Importer.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace mlir::shardwise;

/// Gives results the values of the operands.
static LogicalResult convertPassThrough(Importer &importer, Operation *op) {
  if (op->getNumOperands() != op->getNumResults())
    return op->emitOpError("has ") << op->getNumOperands() << " operands and "
                                   << op->getNumResults() << " results";
  for (auto [result, operand] : llvm::zip(op->getResults(), op->getOperands()))
    importer.set(result, importer.get(operand));
  return success();
}

static LogicalResult convertCustomCall(Importer &importer, Operation *op) {
  auto target = op->getAttrOfType<StringAttr>("call_target_name");
  if (!target)
    return op->emitOpError("expects attribute 'call_target_name'");
  if (target == "Sharding")
    return convertPassThrough(importer, op);
  return op->emitOpError("has target ") << target << ", which is not supported";
}

static LogicalResult convertCallOp(Importer &importer, Operation *op) {
  return importer.convertCall(op);
}

//===----------------------------------------------------------------------===//
// While
//===----------------------------------------------------------------------===//

/// Checks that a region of the loop takes the loop's values and returns
/// `types`.
static LogicalResult verifyLoopRegion(Operation *op, Region &region,
                                      StringRef name, TypeRange types) {
  if (!getBody(region) ||
      TypeRange(region.getArgumentTypes()) != op->getOperandTypes() ||
      TypeRange(region.front().back().getOperandTypes()) != types)
    return op->emitOpError("has a ")
           << name << " that does not take and return the loop's types";
  return success();
}

/// Creates the block of an scf.while region with arguments for the loop's
/// values, and goes there.
static void enterRegion(Importer &importer, Region &target, Region &source,
                        TypeRange types) {
  SmallVector<Location> locs(types.size(), importer.loc);
  Block *block = importer.builder.createBlock(&target, {}, types, locs);
  for (auto [foreign, argument] :
       llvm::zip(source.getArguments(), block->getArguments()))
    importer.set(foreign, argument);
}

/// Converts both regions.
static LogicalResult convertRegions(Importer &importer, Operation *op,
                                    scf::WhileOp loop) {
  Location loc = importer.loc;
  TypeRange types = loop.getResultTypes();
  Region &condition = op->getRegion(0), &body = op->getRegion(1);
  enterRegion(importer, loop.getBefore(), condition, types);
  if (failed(importer.convertBlock(condition.front())))
    return failure();
  importer.loc = loc;
  Value holds = importer.create<tensor::ExtractOp>(
      importer.get(condition.front().back().getOperand(0)), ValueRange());
  importer.create<scf::ConditionOp>(holds, loop.getBeforeArguments());

  enterRegion(importer, loop.getAfter(), body, types);
  if (failed(importer.convertBlock(body.front())))
    return failure();
  importer.loc = loc;
  importer.create<scf::YieldOp>(
      importer.get(body.front().back().getOperands()));
  return success();
}

static LogicalResult convertWhile(Importer &importer, Operation *op) {
  Type boolean = RankedTensorType::get({}, importer.builder.getIntegerType(1));
  TypeRange types = op->getOperandTypes();
  if (failed(verifyLoopRegion(op, op->getRegion(0), "condition", boolean)) ||
      failed(verifyLoopRegion(op, op->getRegion(1), "body", types)))
    return failure();
  if (TypeRange(op->getResultTypes()) != types)
    return op->emitOpError("expects results of the operands' types");
  SmallVector<Value> inits = importer.get(op->getOperands());
  auto loop =
      importer.create<scf::WhileOp>(TypeRange(ValueRange(inits)), inits);
  OpBuilder::InsertionGuard guard(importer.builder);
  if (failed(convertRegions(importer, op, loop)))
    return failure();
  for (auto [result, value] : llvm::zip(op->getResults(), loop.getResults()))
    importer.set(result, value);
  return success();
}

void shardwise::addControlFlowConverters(ConverterTable &table) {
  table["func.call"] = {convertCallOp, -1, -1};
  table["stablehlo.custom_call"] = {convertCustomCall, -1, -1};
  table["stablehlo.optimization_barrier"] = {convertPassThrough, -1, -1};
  table["stablehlo.while"] = {convertWhile, -1, -1, 2};
}
