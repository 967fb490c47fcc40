//===- KernelOps.cpp - What kernels may contain ---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What is common to all lowerings of kernels, whatever the loops look like.
//
//===----------------------------------------------------------------------===//

#include "KernelOps.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"

using namespace mlir;
using namespace mlir::shardwise;

//===----------------------------------------------------------------------===//
// What kernels may contain
//===----------------------------------------------------------------------===//

static bool isScalarOp(Operation *op) {
  if (isa<dist::AxisIndexOp, tensor::ExtractOp>(op))
    return true;
  Dialect *dialect = op->getDialect();
  return dialect &&
         (dialect->getNamespace() == "arith" ||
          dialect->getNamespace() == "math") &&
         op->getNumResults() == 1 &&
         op->getResult(0).getType().isIntOrIndexOrFloat();
}

/// A structured operation that loops can be written for: each result is indexed
/// by its own loops.
static bool isLoopOp(linalg::LinalgOp op) {
  if (isa<linalg::ContractOp>(op) || op.hasDynamicShape())
    return false;
  for (OpOperand &init : op.getDpsInitsMutable()) {
    AffineMap map = op.getMatchingIndexingMap(&init);
    if (!map.isProjectedPermutation() ||
        map.getNumResults() + op.getNumReductionLoops() != op.getNumLoops())
      return false;
  }
  return llvm::all_of(op.getBlock()->without_terminator(), [](Operation &op) {
    return isa<linalg::IndexOp>(op) || isScalarOp(&op);
  });
}

bool mlir::shardwise::isKernelOp(Operation *op) {
  if (auto constant = dyn_cast<arith::ConstantOp>(op))
    return isa<DenseElementsAttr, IntegerAttr, FloatAttr>(constant.getValue());
  if (isPointwise(op) || isScalarOp(op))
    return true;
  if (auto linalgOp = dyn_cast<linalg::LinalgOp>(op))
    return isLoopOp(linalgOp);
  if (auto slice = dyn_cast<tensor::ExtractSliceOp>(op))
    return slice.getType().hasStaticShape() &&
           !ShapedType::isDynamicShape(slice.getStaticStrides());
  if (auto slice = dyn_cast<tensor::InsertSliceOp>(op))
    return slice.hasUnitStride() &&
           !ShapedType::isDynamicShape(slice.getStaticSizes());
  if (auto pad = dyn_cast<tensor::PadOp>(op))
    return pad.getConstantPaddingValue() && pad.getType().hasStaticShape();
  return isa<tensor::ConcatOp, tensor::SplatOp, tensor::FromElementsOp,
             tensor::CollapseShapeOp, tensor::ExpandShapeOp, tensor::EmptyOp,
             model::IotaOp, model::GatherOp, model::ScatterOp>(op);
}

bool mlir::shardwise::isReadFromMemory(Value value) {
  SmallVector<Value, 2> pending{value};
  while (!pending.empty())
    for (Operation *user : pending.pop_back_val().getUsers()) {
      if (isa<tensor::ExpandShapeOp, tensor::CollapseShapeOp>(user))
        pending.push_back(user->getResult(0));
      else if (!isKernelOp(user))
        return true;
    }
  return false;
}

LogicalResult mlir::shardwise::verifyKernel(func::FuncOp kernel) {
  if (!kernel.getBody().hasOneBlock())
    return kernel.emitOpError("is a kernel but has no body of one block");
  for (Type type : kernel.getArgumentTypes())
    if (auto tensor = dyn_cast<RankedTensorType>(type);
        !tensor || !tensor.hasStaticShape())
      return kernel.emitOpError("is a kernel with an argument of type ")
             << type << "; expected tensors of static shape";
  Operation *terminator = kernel.getBody().front().getTerminator();
  for (Operation &op : kernel.getBody().front().without_terminator()) {
    if (!isKernelOp(&op))
      return op.emitOpError("has no lowering to loops in a kernel");
    if (isa<model::ScatterOp>(op))
      for (Operation *user : op.getUsers())
        if (user != terminator)
          return op.emitOpError("must be a result of its kernel and not be "
                                "used in it");
  }
  return success();
}

//===----------------------------------------------------------------------===//
// Positions
//===----------------------------------------------------------------------===//

bool mlir::shardwise::computesByPosition(func::FuncOp kernel) {
  Operation *terminator = kernel.getBody().front().getTerminator();
  ArrayRef<int64_t> shape =
      cast<RankedTensorType>(terminator->getOperand(0).getType()).getShape();
  if (shape.size() < 2)
    return false;
  auto fits = [&](Value value) {
    auto type = dyn_cast<RankedTensorType>(value.getType());
    return !type || type.getRank() == 0 || type.getShape() == shape;
  };
  for (Operation &op : kernel.getBody().front().without_terminator()) {
    if (auto constant = dyn_cast<arith::ConstantOp>(op)) {
      auto elements = dyn_cast<DenseElementsAttr>(constant.getValue());
      if (elements && !elements.isSplat())
        return false;
    } else if (isPointwise(&op) || isa<tensor::SplatOp>(op)) {
      if (!llvm::all_of(op.getOperands(), fits) || !fits(op.getResult(0)))
        return false;
    } else if (isa<linalg::BroadcastOp>(op)) {
      if (cast<RankedTensorType>(op.getOperand(0).getType()).getRank() ||
          !fits(op.getResult(0)))
        return false;
    } else if (!isa<tensor::EmptyOp>(op) &&
               isa<RankedTensorType>(op.getResult(0).getType())) {
      return false;
    }
  }
  return llvm::all_of(terminator->getOperandTypes(), [&](Type type) {
    return cast<RankedTensorType>(type).getShape() == shape;
  });
}

//===----------------------------------------------------------------------===//
// Updates
//===----------------------------------------------------------------------===//

/// Combines an update with what is there.
static Value combineUpdate(OpBuilder &builder, model::ScatterOp op, Value old,
                           Value update) {
  using model::ScatterCombiner;
  Location loc = op.getLoc();
  bool isFloat = isa<FloatType>(old.getType());
  switch (op.getCombiner()) {
  case ScatterCombiner::Add:
    return isFloat
               ? arith::AddFOp::create(builder, loc, old, update).getResult()
               : arith::AddIOp::create(builder, loc, old, update);
  case ScatterCombiner::Multiply:
    return isFloat
               ? arith::MulFOp::create(builder, loc, old, update).getResult()
               : arith::MulIOp::create(builder, loc, old, update);
  case ScatterCombiner::Maximum:
    return isFloat ? arith::MaximumFOp::create(builder, loc, old, update)
                         .getResult()
                   : arith::MaxSIOp::create(builder, loc, old, update);
  case ScatterCombiner::Minimum:
    return isFloat ? arith::MinimumFOp::create(builder, loc, old, update)
                         .getResult()
                   : arith::MinSIOp::create(builder, loc, old, update);
  case ScatterCombiner::Replace:
    return update;
  }
  llvm_unreachable("all combiners are handled");
}

void mlir::shardwise::emitUpdate(OpBuilder &builder, ElementEmitter &emitter,
                                 model::ScatterOp op, Value update,
                                 Value buffer, ArrayRef<Value> target) {
  Type element = op.getOperand().getType().getElementType();
  bool narrow = element.isBF16() || element.isF16();
  Value old = memref::LoadOp::create(builder, op.getLoc(), buffer, target);
  if (narrow && op.getCombiner() != model::ScatterCombiner::Replace) {
    old = emitter.convertFloat(old, builder.getF32Type());
    update = emitter.convertFloat(update, builder.getF32Type());
  }
  Value combined = combineUpdate(builder, op, old, update);
  if (combined.getType() != element)
    combined = emitter.convertFloat(combined, element);
  memref::StoreOp::create(builder, op.getLoc(), combined, buffer, target);
}
