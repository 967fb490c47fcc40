//===- ElementEmitter.cpp - Scalar code for elements of tensors -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What one element of each operation's result is, in terms of elements of its
// operands. See ElementEmitter.h for where the code goes.
//
//===----------------------------------------------------------------------===//

#include "ElementEmitter.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/TypeUtilities.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace mlir::shardwise;

bool mlir::shardwise::isPointwise(Operation *op) {
  return op->hasTrait<OpTrait::Elementwise>() && op->getNumResults() == 1 &&
         isa<RankedTensorType>(op->getResult(0).getType());
}

linalg::LinalgOp mlir::shardwise::getReduction(Operation *op) {
  auto linalgOp = dyn_cast<linalg::LinalgOp>(op);
  return linalgOp && linalgOp.getNumReductionLoops() ? linalgOp : nullptr;
}

Operation *mlir::shardwise::getSingleCombiner(linalg::LinalgOp op) {
  Block *body = op.getBlock();
  if (op.getNumDpsInits() != 1 || !llvm::hasNItems(*body, 2))
    return nullptr;
  return &body->front();
}

Type mlir::shardwise::getAccumulatorType(linalg::LinalgOp op, unsigned result) {
  Type type = getElementTypeOrSelf(op->getResult(result).getType());
  if (!type.isBF16() && !type.isF16())
    return type;
  // One operation a step: rounding once at the end is what is meant.
  bool widen =
      isa_and_nonnull<arith::AddFOp, arith::MulFOp, arith::MaximumFOp,
                      arith::MinimumFOp, arith::MaxNumFOp, arith::MinNumFOp>(
          getSingleCombiner(op));
  return widen ? Float32Type::get(op.getContext()) : type;
}

//===----------------------------------------------------------------------===//
// Elements
//===----------------------------------------------------------------------===//

Value ElementEmitter::element(Value value, ArrayRef<Value> index) {
  Key key{value.getAsOpaquePointer(), Indices(index)};
  unsigned depth = depthOf(index);
  if (auto it = scopes[depth].memo.find(key); it != scopes[depth].memo.end())
    return it->second;
  // Scopes further in are set aside, so that the element and all that it needs
  // go before them.
  SmallVector<Scope, 0> inner;
  Operation *anchor = scopes[depth].anchor;
  if (depth + 1 < scopes.size()) {
    scopes[depth].anchor = scopes[depth + 1].op;
    inner.append(std::make_move_iterator(scopes.begin() + depth + 1),
                 std::make_move_iterator(scopes.end()));
    scopes.truncate(depth + 1);
  }
  Value result = emitElement(value, index);
  scopes[depth].memo[key] = result;
  scopes[depth].anchor = anchor;
  scopes.append(std::make_move_iterator(inner.begin()),
                std::make_move_iterator(inner.end()));
  return result;
}

void ElementEmitter::remember(Value value, ArrayRef<Value> index,
                              Value element) {
  Key key{value.getAsOpaquePointer(), Indices(index)};
  scopes[depthOf(index)].memo[key] = element;
}

/// Loads an element, and those around it that go with it.
Value ElementEmitter::load(Value value, Value buffer, ArrayRef<Value> index) {
  Indices at(index);
  if (locate)
    if (Place place = locate(value, index); place.buffer) {
      buffer = place.buffer;
      at = std::move(place.index);
    }
  if (cast<MemRefType>(buffer.getType()).getRank() == 0)
    at.clear();
  int64_t count = at.empty() ? 1 : laneCount(buffer, at.back());
  if (count == 1)
    return memref::LoadOp::create(here(), loc(), buffer, at);
  int64_t offset = split(at.back()).offset % count;
  at.back() = plus(at.back(), -offset);
  auto type = VectorType::get(
      {count}, cast<MemRefType>(buffer.getType()).getElementType());
  Value all = vector::LoadOp::create(here(), loc(), type, buffer, at);
  Indices neighbour(index);
  Value result;
  for (int64_t k = 0; k < count; ++k) {
    neighbour.back() = plus(index.back(), k - offset);
    Value element = vector::ExtractOp::create(here(), loc(), all, k);
    remember(value, neighbour, element);
    if (k == offset)
      result = element;
  }
  return result;
}

Value ElementEmitter::emitElement(Value value, ArrayRef<Value> index) {
  if (Value memref = buffers.lookup(value))
    return load(value, memref, index);
  Operation *op = value.getDefiningOp();
  if (isPointwise(op)) {
    SmallVector<Value> operands;
    for (Value operand : op->getOperands())
      operands.push_back(isa<RankedTensorType>(operand.getType())
                             ? element(operand, index)
                             : scalar(operand));
    here();
    return emitScalar(op, operands, getElementTypeOrSelf(value.getType()));
  }
  unsigned result = cast<OpResult>(value).getResultNumber();
  return llvm::TypeSwitch<Operation *, Value>(op)
      .Case([&](arith::ConstantOp op) { return constantElement(op, index); })
      .Case([&](linalg::LinalgOp op) { return structured(op, result, index); })
      .Case([&](tensor::ExtractSliceOp op) { return slice(op, index); })
      .Case([&](tensor::InsertSliceOp op) { return insertSlice(op, index); })
      .Case([&](tensor::PadOp op) { return pad(op, index); })
      .Case([&](tensor::ConcatOp op) { return concat(op, index); })
      .Case([&](tensor::SplatOp op) { return scalar(op.getInput()); })
      .Case([&](tensor::FromElementsOp op) { return fromElements(op, index); })
      .Case([&](tensor::CollapseShapeOp op) { return collapse(op, index); })
      .Case([&](tensor::ExpandShapeOp op) { return expand(op, index); })
      .Case([&](tensor::EmptyOp op) {
        return arith::ConstantOp::create(
            here(), loc(), builder.getZeroAttr(op.getType().getElementType()));
      })
      .Case([&](model::IotaOp op) { return iota(op, index); })
      .Case([&](model::GatherOp op) { return gather(op, index); });
}

/// A constant that is the same everywhere is a scalar; others are a table.
Value ElementEmitter::constantElement(arith::ConstantOp op,
                                      ArrayRef<Value> index) {
  auto elements = cast<DenseElementsAttr>(op.getValue());
  if (elements.isSplat()) {
    setInsertionPoint(0);
    return arith::ConstantOp::create(
        builder, op.getLoc(),
        cast<TypedAttr>(elements.getSplatValue<Attribute>()));
  }
  auto type =
      MemRefType::get(elements.getType().getShape(), elements.getElementType());
  auto loops = cast<FunctionOpInterface>(scopes.front().block->getParentOp());
  std::string name;
  for (unsigned i = 0; name.empty(); ++i) {
    name = (loops.getName() + "_table_" + Twine(i)).str();
    if (SymbolTable::lookupSymbolIn(loops->getParentOp(), name))
      name.clear();
  }
  OpBuilder outside(loops);
  memref::GlobalOp::create(outside, op.getLoc(), name,
                           outside.getStringAttr("private"), type, elements,
                           /*constant=*/true, /*alignment=*/IntegerAttr());
  setInsertionPoint(0);
  Value table = memref::GetGlobalOp::create(builder, op.getLoc(), type, name);
  buffers[op.getResult()] = table;
  return memref::LoadOp::create(here(), op.getLoc(), table, index);
}

//===----------------------------------------------------------------------===//
// Structured operations
//===----------------------------------------------------------------------===//

Value ElementEmitter::affine(AffineExpr expr, ArrayRef<Value> iteration) {
  if (auto dim = dyn_cast<AffineDimExpr>(expr))
    return iteration[dim.getPosition()];
  if (auto number = dyn_cast<AffineConstantExpr>(expr))
    return constant(number.getValue());
  auto binary = cast<AffineBinaryOpExpr>(expr);
  Value left = affine(binary.getLHS(), iteration);
  if (expr.getKind() == AffineExprKind::Add)
    return add(left, affine(binary.getRHS(), iteration));
  int64_t right = cast<AffineConstantExpr>(binary.getRHS()).getValue();
  if (expr.getKind() == AffineExprKind::Mul)
    return mul(left, right);
  return expr.getKind() == AffineExprKind::FloorDiv ? divide(left, right)
                                                    : remainder(left, right);
}

ElementEmitter::Indices ElementEmitter::mapIndex(AffineMap map,
                                                 ArrayRef<Value> iteration) {
  Indices index;
  for (AffineExpr expr : map.getResults())
    index.push_back(affine(expr, iteration));
  return index;
}

SmallVector<Value> ElementEmitter::body(linalg::LinalgOp op,
                                        ArrayRef<Value> iteration,
                                        ValueRange accumulators) {
  SmallVector<Value> inputs;
  for (OpOperand *operand : op.getDpsInputOperands()) {
    BlockArgument argument = op.getMatchingBlockArgument(operand);
    if (argument.use_empty())
      inputs.push_back({});
    else if (!isa<RankedTensorType>(operand->get().getType()))
      inputs.push_back(scalar(operand->get()));
    else
      inputs.push_back(
          element(operand->get(),
                  mapIndex(op.getMatchingIndexingMap(operand), iteration)));
  }
  return evaluate(op, iteration, inputs, accumulators);
}

SmallVector<Value> ElementEmitter::evaluate(linalg::LinalgOp op,
                                            ArrayRef<Value> iteration,
                                            ArrayRef<Value> inputs,
                                            ValueRange accumulators) {
  Block *block = op.getBlock();
  IRMapping mapping;
  for (auto [argument, value] : llvm::zip(block->getArguments(), inputs))
    if (value)
      mapping.map(argument, value);
  for (auto [argument, value] :
       llvm::zip(block->getArguments().drop_front(inputs.size()), accumulators))
    mapping.map(argument, value);
  bool reduces = op.getNumReductionLoops() > 0;
  auto lookUp = [&](Value value) {
    return mapping.contains(value) ? mapping.lookup(value) : scalar(value);
  };
  for (Operation &inner : block->without_terminator()) {
    if (auto position = dyn_cast<linalg::IndexOp>(inner)) {
      mapping.map(position.getResult(), iteration[position.getDim()]);
      continue;
    }
    SmallVector<Value> operands =
        llvm::map_to_vector(inner.getOperands(), lookUp);
    here();
    Type type = inner.getResult(0).getType();
    // Widened accumulators change the type that their operation computes in.
    for (Value &operand : operands)
      if (reduces && operand.getType().isF32() &&
          (type.isBF16() || type.isF16()) && !isa<arith::TruncFOp>(inner))
        type = operand.getType();
    if (type.isF32() && type != inner.getResult(0).getType())
      for (Value &operand : operands)
        operand = convertFloat(operand, type);
    mapping.map(inner.getResult(0),
                emitScalar(&inner, operands, type, reduces));
  }
  return llvm::map_to_vector(block->getTerminator()->getOperands(), lookUp);
}

Value ElementEmitter::structured(linalg::LinalgOp op, unsigned result,
                                 ArrayRef<Value> index) {
  if (getReduction(op)) {
    reduce(op, index);
    Key key{op->getResult(result).getAsOpaquePointer(), Indices(index)};
    return scopes[depthOf(index)].memo.at(key);
  }
  // Every loop is a dimension of the result; in flat form there is one index.
  OpOperand *init = op.getDpsInitOperand(result);
  AffineMap map = op.getMatchingIndexingMap(init);
  Indices iteration(op.getNumLoops());
  if (flat)
    iteration.assign(op.getNumLoops(), constant(0));
  else
    for (auto [i, expr] : llvm::enumerate(map.getResults()))
      iteration[cast<AffineDimExpr>(expr).getPosition()] = index[i];
  SmallVector<Value> inits;
  for (OpOperand &operand : op.getDpsInitsMutable())
    inits.push_back(op.payloadUsesValueFromOperand(&operand)
                        ? element(operand.get(), index)
                        : Value());
  SmallVector<Value> results = body(op, iteration, inits);
  return results[result];
}

SmallVector<Value> ElementEmitter::combine(linalg::LinalgOp op,
                                           ArrayRef<Value> iteration,
                                           ValueRange accumulators) {
  return body(op, iteration, accumulators);
}

ElementEmitter::Indices ElementEmitter::iterationOf(linalg::LinalgOp op,
                                                    ArrayRef<Value> index) {
  Indices iteration(op.getNumLoops());
  AffineMap map = op.getMatchingIndexingMap(op.getDpsInitOperand(0));
  for (auto [value, expr] : llvm::zip(index, map.getResults()))
    iteration[cast<AffineDimExpr>(expr).getPosition()] = value;
  return iteration;
}

void ElementEmitter::reduceInLoops(ArrayRef<linalg::LinalgOp> group,
                                   ArrayRef<Value> index,
                                   function_ref<void(ArrayRef<Value>)> inside) {
  linalg::LinalgOp first = group.front();
  SmallVector<Value> carried;
  for (linalg::LinalgOp op : group)
    for (unsigned i = 0, e = op.getNumDpsInits(); i < e; ++i)
      carried.push_back(initial(op, i, index));
  Indices iteration = iterationOf(first, index);
  SmallVector<int64_t> ranges = first.getStaticLoopRanges();
  SmallVector<int64_t> reduced;
  for (unsigned i = 0, e = iteration.size(); i < e; ++i)
    if (!iteration[i]) {
      iteration[i] = openLoop(ranges[i], &carried);
      reduced.push_back(ranges[i]);
    }
  SmallVector<Value> next;
  ValueRange rest = carried;
  for (linalg::LinalgOp op : group) {
    unsigned count = op.getNumDpsInits();
    llvm::append_range(next, combine(op, iteration, rest.take_front(count)));
    rest = rest.drop_front(count);
  }
  if (inside)
    inside(iteration);
  carried = next;
  for (int64_t size : reduced)
    if (size != 1)
      closeLoop(&carried);
  unsigned position = 0;
  for (linalg::LinalgOp op : group)
    for (unsigned i = 0, e = op.getNumDpsInits(); i < e; ++i)
      remember(op->getResult(i), index, finish(op, i, carried[position++]));
}

SmallVector<Value> ElementEmitter::combineValues(linalg::LinalgOp op,
                                                 ValueRange inputs,
                                                 ValueRange accumulators) {
  return evaluate(op, {}, llvm::to_vector(inputs), accumulators);
}

Value ElementEmitter::initial(linalg::LinalgOp op, unsigned result,
                              ArrayRef<Value> index) {
  Value value = element(op.getDpsInitOperand(result)->get(), index);
  Type type = getAccumulatorType(op, result);
  here();
  return type == value.getType() ? value : convertFloat(value, type);
}

Value ElementEmitter::finish(linalg::LinalgOp op, unsigned result,
                             Value accumulator) {
  Type type = getElementTypeOrSelf(op->getResult(result).getType());
  here();
  return type == accumulator.getType() ? accumulator
                                       : convertFloat(accumulator, type);
}

//===----------------------------------------------------------------------===//
// Views and pieces
//===----------------------------------------------------------------------===//

Value ElementEmitter::fold(OpFoldResult value) {
  if (auto attr = dyn_cast<Attribute>(value))
    return constant(cast<IntegerAttr>(attr).getInt());
  return scalar(cast<Value>(value));
}

Value ElementEmitter::slice(tensor::ExtractSliceOp op, ArrayRef<Value> index) {
  llvm::SmallBitVector dropped = op.getDroppedDims();
  Indices source;
  unsigned next = 0;
  for (unsigned i = 0, e = op.getSourceType().getRank(); i < e; ++i) {
    Value offset = fold(op.getMixedOffsets()[i]);
    if (dropped[i])
      source.push_back(offset);
    else
      source.push_back(
          add(mul(index[next++], op.getStaticStrides()[i]), offset));
  }
  return element(op.getSource(), source);
}

Value ElementEmitter::insertSlice(tensor::InsertSliceOp op,
                                  ArrayRef<Value> index) {
  llvm::SmallBitVector dropped = op.getDroppedDims();
  Indices relative;
  Value isInside = arith::ConstantIntOp::create(here(), loc(), 1, 1);
  for (unsigned i = 0, e = index.size(); i < e; ++i) {
    Value offset = fold(op.getMixedOffsets()[i]);
    here();
    relative.push_back(arith::SubIOp::create(builder, loc(), index[i], offset));
    Value fits = inside(relative.back(), op.getStaticSizes()[i]);
    isInside = arith::AndIOp::create(here(), loc(), isInside, fits);
  }
  auto source = [&]() -> Value {
    Indices inner;
    for (unsigned i = 0, e = index.size(); i < e; ++i)
      if (!dropped[i])
        inner.push_back(
            arith::AddIOp::create(here(), loc(), relative[i], constant(0)));
    return element(op.getSource(), inner);
  };
  return branch(isInside, op.getType().getElementType(), source,
                [&] { return element(op.getDest(), index); });
}

Value ElementEmitter::pad(tensor::PadOp op, ArrayRef<Value> index) {
  Value isInside;
  SmallVector<Value> low;
  for (unsigned i = 0, e = index.size(); i < e; ++i) {
    low.push_back(fold(op.getMixedLowPad()[i]));
    int64_t size = op.getSourceType().getDimSize(i);
    if (size == op.getResultType().getDimSize(i))
      continue;
    here();
    Value position = arith::SubIOp::create(builder, loc(), index[i], low[i]);
    Value fits = inside(position, size);
    here();
    isInside =
        isInside ? Value(arith::AndIOp::create(builder, loc(), isInside, fits))
                 : fits;
  }
  auto source = [&]() -> Value {
    Indices inner;
    for (unsigned i = 0, e = index.size(); i < e; ++i)
      inner.push_back(arith::SubIOp::create(here(), loc(), index[i], low[i]));
    return element(op.getSource(), inner);
  };
  if (!isInside)
    return source();
  return branch(isInside, op.getType().getElementType(), source,
                [&] { return scalar(op.getConstantPaddingValue()); });
}

Value ElementEmitter::concat(tensor::ConcatOp op, ArrayRef<Value> index) {
  unsigned dim = op.getDim();
  Type type = op.getResultType().getElementType();
  // The part at `number`, which begins at `start`, or one that follows.
  std::function<Value(unsigned, int64_t)> part = [&](unsigned number,
                                                     int64_t start) -> Value {
    Value input = op.getInputs()[number];
    auto own = [&]() -> Value {
      Indices inner(index);
      Value offset = constant(start);
      inner[dim] = arith::SubIOp::create(here(), loc(), index[dim], offset);
      return element(input, inner);
    };
    if (number + 1 == op.getInputs().size())
      return own();
    int64_t end =
        start + cast<RankedTensorType>(input.getType()).getDimSize(dim);
    Value bound = constant(end);
    Value before = arith::CmpIOp::create(
        here(), loc(), arith::CmpIPredicate::ult, index[dim], bound);
    return branch(before, type, own, [&] { return part(number + 1, end); });
  };
  return part(0, 0);
}

Value ElementEmitter::fromElements(tensor::FromElementsOp op,
                                   ArrayRef<Value> index) {
  ArrayRef<int64_t> shape = op.getType().getShape();
  Value position = constant(0);
  for (auto [i, size] : llvm::zip(index, shape))
    position = add(mul(position, size), i);
  Value result;
  for (auto [i, operand] : llvm::enumerate(op.getElements())) {
    Value candidate = scalar(operand);
    Value number = constant(i);
    if (!result) {
      result = candidate;
      continue;
    }
    here();
    Value isIt = arith::CmpIOp::create(builder, loc(), arith::CmpIPredicate::eq,
                                       position, number);
    result = arith::SelectOp::create(builder, loc(), isIt, candidate, result);
  }
  return result;
}

/// One dimension of the result is several of the source.
Value ElementEmitter::collapse(tensor::CollapseShapeOp op,
                               ArrayRef<Value> index) {
  ArrayRef<int64_t> shape = op.getSrcType().getShape();
  Indices source(shape.size());
  for (auto [i, group] : llvm::enumerate(op.getReassociationIndices())) {
    Value rest = index[i];
    for (int64_t dim : llvm::reverse(ArrayRef(group).drop_front())) {
      source[dim] = remainder(rest, shape[dim]);
      rest = divide(rest, shape[dim]);
    }
    source[group.front()] = rest;
  }
  // Without results, all dimensions have size 1.
  for (Value &i : source)
    if (!i)
      i = constant(0);
  return element(op.getSrc(), source);
}

/// Several dimensions of the result are one of the source.
Value ElementEmitter::expand(tensor::ExpandShapeOp op, ArrayRef<Value> index) {
  ArrayRef<int64_t> shape = op.getResultType().getShape();
  Indices source;
  for (auto &group : op.getReassociationIndices()) {
    unsigned first = group.front(), count = group.size();
    source.push_back(
        linearize(index.slice(first, count), shape.slice(first, count)));
  }
  return element(op.getSrc(), source);
}

//===----------------------------------------------------------------------===//
// Counting and gathering
//===----------------------------------------------------------------------===//

Value ElementEmitter::iota(model::IotaOp op, ArrayRef<Value> index) {
  Type type = op.getType().getElementType();
  Value position = index[op.getDimension()];
  if (op.getOffset())
    position = add(position, scalar(op.getOffset()));
  here();
  if (type.isIndex())
    return position;
  if (type.isInteger(64))
    return arith::IndexCastOp::create(builder, loc(), type, position);
  Value number = arith::IndexCastOp::create(builder, loc(),
                                            builder.getI64Type(), position);
  if (isa<IntegerType>(type))
    return arith::TruncIOp::create(builder, loc(), type, number);
  Type wide = type.isF64() ? type : builder.getF32Type();
  return convertFloat(arith::SIToFPOp::create(builder, loc(), wide, number),
                      type);
}

Value ElementEmitter::gather(model::GatherOp op, ArrayRef<Value> index) {
  ArrayRef<int64_t> shape = op.getOperand().getType().getShape();
  Indices batch, source(shape.size());
  for (auto [i, value] : llvm::enumerate(index))
    if (!llvm::is_contained(op.getOffsetDims(), int64_t(i)))
      batch.push_back(value);
  unsigned next = 0;
  for (unsigned i = 0, e = shape.size(); i < e; ++i)
    source[i] = llvm::is_contained(op.getCollapsedSliceDims(), int64_t(i))
                    ? constant(0)
                    : index[op.getOffsetDims()[next++]];
  Value isInside;
  for (auto [k, dim] : llvm::enumerate(op.getStartIndexMap())) {
    batch.push_back(constant(k));
    Value number = element(op.getIndices(), batch);
    batch.pop_back();
    Value start = toIndex(here(), loc(), number);
    if (op.getLowerBounds().empty()) {
      start = clamp(start, 0, shape[dim] - op.getSliceSizes()[dim]);
      source[dim] = add(source[dim], start);
      continue;
    }
    // The whole's clamping, then the position in this part of it.
    start = clamp(start, 0, (*op.getBounds())[k] - 1);
    Value lower = scalar(op.getLowerBounds()[k]);
    here();
    start = arith::SubIOp::create(builder, loc(), start, lower);
    Value fits = inside(start, shape[dim]);
    here();
    isInside =
        isInside ? Value(arith::AndIOp::create(builder, loc(), isInside, fits))
                 : fits;
    source[dim] = clamp(start, 0, shape[dim] - 1);
  }
  Value value = element(op.getOperand(), source);
  if (!isInside)
    return value;
  here();
  Value zero = arith::ConstantOp::create(builder, loc(),
                                         builder.getZeroAttr(value.getType()));
  return arith::SelectOp::create(builder, loc(), isInside, value, zero);
}
