//===- ScalarEmitter.cpp - Scopes and scalar arithmetic of kernels --------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The part of the element emitter that knows nothing of tensors: the stack of
// scopes, index arithmetic, and single operations on scalars. The narrow floats
// are computed in f32 and rounded after each operation, as the IR says; integer
// division by zero gives what StableHLO says and never traps.
//
//===----------------------------------------------------------------------===//

#include "ElementEmitter.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include <numeric>

using namespace mlir;
using namespace mlir::shardwise;

//===----------------------------------------------------------------------===//
// Scopes
//===----------------------------------------------------------------------===//

bool ElementEmitter::KeyLess::operator()(const Key &a, const Key &b) const {
  if (a.first != b.first)
    return a.first < b.first;
  return std::lexicographical_compare(
      a.second.begin(), a.second.end(), b.second.begin(), b.second.end(),
      [](Value x, Value y) {
        return x.getAsOpaquePointer() < y.getAsOpaquePointer();
      });
}

ElementEmitter::ElementEmitter(func::FuncOp kernel, FunctionOpInterface loops)
    : kernel(kernel), builder(loops.getContext()) {
  Block *entry = &loops.getFunctionBody().front();
  scopes.push_back({entry, nullptr, false, nullptr, {}});
  depths[entry] = 0;
  for (auto [i, argument] : llvm::enumerate(kernel.getArguments()))
    buffers[argument] = entry->getArgument(i);
  deviceNumber = entry->getArguments().back();
}

unsigned ElementEmitter::depthOf(Value value) const {
  auto it = depths.find(value.getParentBlock());
  assert(it != depths.end() && "an index of a scope that is closed");
  return it->second;
}

unsigned ElementEmitter::depthOf(ArrayRef<Value> values) const {
  unsigned depth = outermost;
  for (Value value : values)
    depth = std::max(depth, depthOf(value));
  return depth;
}

void ElementEmitter::setInsertionPoint(unsigned depth) {
  if (depth + 1 < scopes.size())
    return builder.setInsertionPoint(scopes[depth + 1].op);
  if (scopes[depth].anchor)
    return builder.setInsertionPoint(scopes[depth].anchor);
  Block *block = scopes[depth].block;
  if (!block->empty() && block->back().hasTrait<OpTrait::IsTerminator>())
    builder.setInsertionPoint(&block->back());
  else
    builder.setInsertionPointToEnd(block);
}

OpBuilder &ElementEmitter::here() {
  setInsertionPoint(scopes.size() - 1);
  return builder;
}

Value ElementEmitter::scratch(int64_t size, Type type) {
  builder.setInsertionPointToStart(scopes.front().block);
  return memref::AllocaOp::create(builder, loc(), MemRefType::get({size}, type),
                                  builder.getI64IntegerAttr(64));
}

//===----------------------------------------------------------------------===//
// Loops
//===----------------------------------------------------------------------===//

Value ElementEmitter::openLoop(int64_t bound, SmallVectorImpl<Value> *carried,
                               bool independent) {
  if (bound == 1)
    return constant(0);
  return openLoop(constant(0), constant(bound), constant(1), carried,
                  independent);
}

Value ElementEmitter::openLoop(Value lower, Value upper, Value step,
                               SmallVectorImpl<Value> *carried,
                               bool independent) {
  OpBuilder &b = here();
  auto loop = scf::ForOp::create(b, loc(), lower, upper, step,
                                 carried ? ValueRange(*carried) : ValueRange());
  if (independent)
    loop->setAttr(kIndependentAttr, b.getUnitAttr());
  if (carried)
    carried->assign(loop.getRegionIterArgs().begin(),
                    loop.getRegionIterArgs().end());
  depths[loop.getBody()] = scopes.size();
  scopes.push_back({loop.getBody(), loop, true, nullptr, {}});
  Value index = loop.getInductionVar();
  factors[index] = std::gcd(factorOf(lower), factorOf(step));
  return index;
}

void ElementEmitter::closeLoop(SmallVectorImpl<Value> *carried) {
  auto loop = cast<scf::ForOp>(scopes.back().op);
  if (carried && !carried->empty()) {
    scf::YieldOp::create(here(), loc(), *carried);
    carried->assign(loop.getResults().begin(), loop.getResults().end());
  }
  depths.erase(scopes.back().block);
  scopes.pop_back();
}

void ElementEmitter::openIf(Value condition) {
  auto op = scf::IfOp::create(here(), loc(), condition, /*withElse=*/false);
  depths[op.thenBlock()] = scopes.size();
  scopes.push_back({op.thenBlock(), op, false, nullptr, {}});
}

void ElementEmitter::closeIf() {
  depths.erase(scopes.back().block);
  scopes.pop_back();
}

Value ElementEmitter::branch(Value condition, Type type,
                             function_ref<Value()> then,
                             function_ref<Value()> otherwise) {
  auto op = scf::IfOp::create(here(), loc(), TypeRange(type), condition, true);
  auto fill = [&](Block *block, function_ref<Value()> value) {
    depths[block] = scopes.size();
    scopes.push_back({block, op, false, nullptr, {}});
    Value result = value();
    scf::YieldOp::create(here(), loc(), result);
    depths.erase(block);
    scopes.pop_back();
  };
  fill(op.thenBlock(), then);
  fill(op.elseBlock(), otherwise);
  return op.getResult(0);
}

//===----------------------------------------------------------------------===//
// Index arithmetic
//===----------------------------------------------------------------------===//

Value ElementEmitter::constant(int64_t value) {
  Value &known = constants[value];
  if (known)
    return known;
  builder.setInsertionPointToStart(scopes.front().block);
  return known = arith::ConstantIndexOp::create(builder, loc(), value);
}

template <typename OpTy> Value ElementEmitter::indexOp(Value a, Value b) {
  unsigned depth = std::max(depthOf(a), depthOf(b));
  Key key{const_cast<char *>(OpTy::getOperationName().data()), {a, b}};
  Value &known = scopes[depth].memo[key];
  if (known)
    return known;
  setInsertionPoint(depth);
  return known = OpTy::create(builder, loc(), a, b);
}

Value ElementEmitter::plus(Value a, int64_t b) {
  auto [base, offset] = split(a);
  offset += b;
  if (!base)
    return constant(offset);
  if (offset == 0)
    return base;
  Value result = indexOp<arith::AddIOp>(base, constant(offset));
  sums[result] = {base, offset};
  return result;
}

Value ElementEmitter::add(Value a, Value b) {
  Sum left = split(a), right = split(b);
  int64_t offset = left.offset + right.offset;
  if (!left.base || !right.base)
    return plus(left.base    ? left.base
                : right.base ? right.base
                             : constant(0),
                offset);
  Value sum = indexOp<arith::AddIOp>(left.base, right.base);
  factors[sum] = std::gcd(factorOf(left.base), factorOf(right.base));
  // Lanes stay neighbours if the other index is the same for all of them.
  int64_t width = lanes.lookup(left.base), other = lanes.lookup(right.base);
  if (!width != !other)
    lanes[sum] = std::max(width, other);
  return plus(sum, offset);
}

Value ElementEmitter::mul(Value a, int64_t b) {
  auto [base, offset] = split(a);
  if (!base)
    return constant(offset * b);
  if (b == 1)
    return a;
  if (b == 0)
    return constant(0);
  Value product = indexOp<arith::MulIOp>(base, constant(b));
  factors[product] = factorOf(base) * b;
  return plus(product, offset * b);
}

Value ElementEmitter::divide(Value a, int64_t b) {
  auto [base, offset] = split(a);
  if (b == 1)
    return a;
  if (!base)
    return constant(offset / b);
  // Below the common factor, an offset does not reach the next multiple.
  int64_t common = std::gcd(factorOf(base), b);
  if (offset < 0 || offset % b >= common)
    return indexOp<arith::DivUIOp>(a, constant(b));
  Value quotient = indexOp<arith::DivUIOp>(base, constant(b));
  if (common == b)
    factors[quotient] = factorOf(base) / b;
  return plus(quotient, offset / b);
}

Value ElementEmitter::remainder(Value a, int64_t b) {
  auto [base, offset] = split(a);
  if (b == 1)
    return constant(0);
  if (!base)
    return constant(offset % b);
  int64_t common = std::gcd(factorOf(base), b);
  if (offset < 0 || offset % b >= common)
    return indexOp<arith::RemUIOp>(a, constant(b));
  Value rest = indexOp<arith::RemUIOp>(base, constant(b));
  factors[rest] = common;
  // Lanes that do not go beyond the divisor stay neighbours.
  if (int64_t width = lanes.lookup(base); width && common % width == 0)
    lanes[rest] = width;
  return plus(rest, offset % b);
}

//===----------------------------------------------------------------------===//
// Neighbours
//===----------------------------------------------------------------------===//

/// Without a base, the index is the constant alone.
ElementEmitter::Sum ElementEmitter::split(Value index) const {
  APInt number;
  if (matchPattern(index, m_ConstantInt(&number)))
    return {Value(), number.getSExtValue()};
  auto it = sums.find(index);
  return it == sums.end() ? Sum{index, 0} : it->second;
}

void ElementEmitter::assumeMultiple(Value index, int64_t factor) {
  factors[index] = std::lcm(factorOf(index), factor);
}

int64_t ElementEmitter::factorOf(Value index) const {
  auto [base, offset] = split(index);
  int64_t factor = base ? std::max<int64_t>(factors.lookup(base), 1) : 0;
  // Any number divides 0; a large power of two stands for all of them.
  factor = std::gcd(factor, offset);
  return factor ? factor : int64_t(1) << 30;
}

void ElementEmitter::assumeLanes(Value index, int64_t width) {
  if (width > 1 && !matchPattern(index, m_Constant()))
    lanes[split(index).base] = width;
}

int64_t ElementEmitter::laneCount(Value buffer, Value index) const {
  auto type = cast<MemRefType>(buffer.getType());
  Value base = split(index).base;
  int64_t width = base ? lanes.lookup(base) : 0;
  if (!width || type.getElementType().isIndex())
    return 1;
  int64_t bytes = (type.getElementTypeBitWidth() + 7) / 8;
  int64_t count = std::min(width, std::max<int64_t>(16 / bytes, 1));
  while (count > 1 &&
         (type.getShape().back() % count || factorOf(base) % count))
    count /= 2;
  return count;
}

ElementEmitter::Indices ElementEmitter::delinearize(Value position,
                                                    ArrayRef<int64_t> shape) {
  Indices index(shape.size());
  for (unsigned i = shape.size(); i-- > 0;) {
    // The first one is what is left; it is in bounds by itself.
    index[i] = i == 0 ? position : remainder(position, shape[i]);
    position = i == 0 ? position : divide(position, shape[i]);
  }
  return index;
}

Value ElementEmitter::linearize(ArrayRef<Value> index,
                                ArrayRef<int64_t> shape) {
  Value position = constant(0);
  for (auto [i, size] : llvm::zip(index, shape))
    if (size != 1)
      position = add(mul(position, size), i);
  return position;
}

Value ElementEmitter::clamp(Value a, int64_t low, int64_t high) {
  return indexOp<arith::MinSIOp>(indexOp<arith::MaxSIOp>(a, constant(low)),
                                 constant(high));
}

Value ElementEmitter::lesser(Value a, Value b) {
  return indexOp<arith::MinSIOp>(a, b);
}

Value ElementEmitter::compare(arith::CmpIPredicate predicate, Value a,
                              Value b) {
  return arith::CmpIOp::create(here(), loc(), predicate, a, b);
}

Value ElementEmitter::inside(Value a, int64_t size) {
  unsigned depth = depthOf(a);
  Value bound = constant(size);
  setInsertionPoint(depth);
  // A negative position is large as an unsigned number.
  return arith::CmpIOp::create(builder, loc(), arith::CmpIPredicate::ult, a,
                               bound);
}

Value mlir::shardwise::toIndex(OpBuilder &builder, Location loc, Value value) {
  if (value.getType().isIndex())
    return value;
  if (value.getType().isInteger(1))
    return arith::IndexCastUIOp::create(builder, loc, builder.getIndexType(),
                                        value);
  return arith::IndexCastOp::create(builder, loc, builder.getIndexType(),
                                    value);
}

//===----------------------------------------------------------------------===//
// Operations on scalars
//===----------------------------------------------------------------------===//

/// A float that arithmetic is not done in.
static bool isNarrow(Type type) { return type.isBF16() || type.isF16(); }

Value ElementEmitter::convertFloat(Value value, Type type) {
  unsigned from = value.getType().getIntOrFloatBitWidth();
  unsigned to = type.getIntOrFloatBitWidth();
  if (value.getType() == type)
    return value;
  if (from < to)
    return arith::ExtFOp::create(builder, value.getLoc(), type, value);
  if (from > 32 && to < 32)
    value = arith::TruncFOp::create(builder, value.getLoc(),
                                    builder.getF32Type(), value);
  return arith::TruncFOp::create(builder, value.getLoc(), type, value);
}

/// Divides such that no operands trap: a zero divisor and the one quotient that
/// overflows are divided by 1 instead. By zero, the quotient is -1 (all bits)
/// and the remainder the dividend.
Value ElementEmitter::guardedDivision(Operation *op, Value a, Value b) {
  Location loc = op->getLoc();
  Type type = a.getType();
  unsigned width = type.isIndex() ? 64 : type.getIntOrFloatBitWidth();
  auto number = [&](const APInt &value) -> Value {
    return arith::ConstantOp::create(builder, loc,
                                     builder.getIntegerAttr(type, value));
  };
  auto equal = [&](Value x, const APInt &y) -> Value {
    return arith::CmpIOp::create(builder, loc, arith::CmpIPredicate::eq, x,
                                 number(y));
  };
  Value isZero = equal(b, APInt::getZero(width));
  Value avoid = isZero;
  if (isa<arith::DivSIOp, arith::RemSIOp>(op)) {
    Value overflow = arith::AndIOp::create(
        builder, loc, equal(a, APInt::getSignedMinValue(width)),
        equal(b, APInt::getAllOnes(width)));
    avoid = arith::OrIOp::create(builder, loc, isZero, overflow);
  }
  Value divisor =
      arith::SelectOp::create(builder, loc, avoid, number(APInt(width, 1)), b);
  OperationState state(loc, op->getName(), {a, divisor}, {type});
  Value result = builder.create(state)->getResult(0);
  if (isa<arith::DivSIOp, arith::DivUIOp>(op))
    return arith::SelectOp::create(builder, loc, isZero,
                                   number(APInt::getAllOnes(width)), result);
  // A remainder by zero is the dividend; that of the overflow is 0 by itself.
  return arith::SelectOp::create(builder, loc, isZero, a, result);
}

Value ElementEmitter::emitScalar(Operation *op, ValueRange operands,
                                 Type resultType, bool reassociate) {
  if (isa<arith::DivSIOp, arith::DivUIOp, arith::RemSIOp, arith::RemUIOp>(op))
    return guardedDivision(op, operands[0], operands[1]);
  if (isa<arith::ExtFOp, arith::TruncFOp>(op))
    return convertFloat(operands[0], resultType);
  SmallVector<Value> converted(operands);
  Type computeType = resultType;
  // Moves of bits need no arithmetic.
  if (!isa<arith::SelectOp, arith::BitcastOp>(op)) {
    Type wide = builder.getF32Type();
    for (Value &value : converted)
      if (isNarrow(value.getType()))
        value = convertFloat(value, wide);
    if (isNarrow(computeType))
      computeType = wide;
  }
  OperationState state(op->getLoc(), op->getName(), converted, {computeType},
                       op->getAttrs());
  if (reassociate && isa<arith::AddFOp, arith::MulFOp>(op))
    state.attributes.set("fastmath", arith::FastMathFlagsAttr::get(
                                         builder.getContext(),
                                         cast<arith::ArithFastMathInterface>(op)
                                                 .getFastMathFlagsAttr()
                                                 .getValue() |
                                             arith::FastMathFlags::reassoc));
  Value result = builder.create(state)->getResult(0);
  return computeType == resultType ? result : convertFloat(result, resultType);
}

Value ElementEmitter::scalar(Value value) {
  if (isa<BlockArgument>(value))
    return buffers.lookup(value);
  Key key{value.getAsOpaquePointer(), {}};
  if (Value known = scopes.front().memo[key])
    return known;
  Operation *op = value.getDefiningOp();
  Value result;
  if (auto index = dyn_cast<dist::AxisIndexOp>(op)) {
    result = axisIndex(index);
  } else if (auto extract = dyn_cast<tensor::ExtractOp>(op)) {
    Indices index;
    for (Value i : extract.getIndices())
      index.push_back(scalar(i));
    result = element(extract.getTensor(), index);
  } else if (APInt number; op->getResult(0).getType().isIndex() &&
                           matchPattern(value, m_ConstantInt(&number))) {
    result = constant(number.getSExtValue());
  } else {
    SmallVector<Value> operands;
    for (Value operand : op->getOperands())
      operands.push_back(scalar(operand));
    setInsertionPoint(0);
    result = emitScalar(op, operands, value.getType());
  }
  return scopes.front().memo[key] = result;
}

/// The position of the device: each atom is a digit of its row-major number.
Value ElementEmitter::axisIndex(dist::AxisIndexOp op) {
  const Mesh &mesh = op.getAxes().getMesh().getMesh();
  AtomList atoms = op.getAxes().getAtomList();
  Value result = constant(0);
  for (unsigned i = 0; i < atoms.size(); ++i) {
    const MeshAtom &atom = mesh.getAtoms()[atoms[i]];
    Value digit = remainder(divide(deviceNumber, atom.stride), atom.size);
    result = add(mul(result, atom.size), digit);
  }
  return result;
}
