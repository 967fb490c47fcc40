//===- Teams.cpp - Threads that compute a row together --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Teams.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"

using namespace mlir;
using namespace mlir::shardwise;

/// Results of warps that each thread adds up by itself, in less time than
/// shuffles take.
static constexpr int64_t kFewWarps = 8;
/// Values of a uniform group that are spread over the lanes at most.
static constexpr int64_t kMostSpread = 8;

//===----------------------------------------------------------------------===//
// Splitting
//===----------------------------------------------------------------------===//

/// Whether a part that begins with `init` adds nothing to the whole.
static bool isNeutral(Operation *combiner, Attribute init) {
  if (isa<arith::MaximumFOp, arith::MinimumFOp, arith::MaxNumFOp,
          arith::MinNumFOp, arith::MaxSIOp, arith::MinSIOp, arith::MaxUIOp,
          arith::MinUIOp, arith::AndIOp, arith::OrIOp>(combiner))
    return true;
  if (auto number = dyn_cast<FloatAttr>(init))
    return isa<arith::AddFOp>(combiner) ? number.getValue().isZero()
                                        : number.getValue().isExactlyValue(1);
  APInt value = cast<IntegerAttr>(init).getValue();
  return isa<arith::AddIOp, arith::XOrIOp>(combiner) ? value.isZero()
                                                     : value.isOne();
}

/// Whether the body only chooses among what it is given, so that it does not
/// matter that parts begin with the same value.
static bool onlySelects(linalg::LinalgOp op) {
  return llvm::all_of(op.getBlock()->without_terminator(), [](Operation &op) {
    return isa<arith::CmpFOp, arith::CmpIOp, arith::SelectOp, arith::AndIOp,
               arith::OrIOp, arith::XOrIOp, arith::MaximumFOp,
               arith::MinimumFOp, arith::MaxSIOp, arith::MinSIOp,
               arith::MaxUIOp, arith::MinUIOp, arith::ConstantOp>(op);
  });
}

Splitting mlir::shardwise::getSplitting(linalg::LinalgOp op) {
  if (!isa<linalg::ReduceOp>(op))
    return Splitting::None;
  SmallVector<Attribute> inits;
  for (OpOperand &operand : op.getDpsInitsMutable()) {
    DenseElementsAttr elements;
    if (!matchPattern(operand.get(), m_Constant(&elements)) ||
        !elements.isSplat())
      return Splitting::None;
    inits.push_back(elements.getSplatValue<Attribute>());
  }
  Operation *combiner = getSingleCombiner(op);
  if (combiner &&
      isa<arith::AddFOp, arith::AddIOp, arith::MulFOp, arith::MulIOp,
          arith::MaximumFOp, arith::MinimumFOp, arith::MaxNumFOp,
          arith::MinNumFOp, arith::MaxSIOp, arith::MinSIOp, arith::MaxUIOp,
          arith::MinUIOp, arith::AndIOp, arith::OrIOp, arith::XOrIOp>(
          combiner)) {
    bool combines = isa<BlockArgument>(combiner->getOperand(0)) &&
                    isa<BlockArgument>(combiner->getOperand(1)) &&
                    combiner->getOperand(0) != combiner->getOperand(1);
    return combines && isNeutral(combiner, inits.front()) ? Splitting::Any
                                                          : Splitting::None;
  }
  return onlySelects(op) ? Splitting::Ordered : Splitting::None;
}

//===----------------------------------------------------------------------===//
// Positions
//===----------------------------------------------------------------------===//

ThreadPosition::ThreadPosition(ElementEmitter &emitter, int64_t blockSize)
    : blockSize(blockSize) {
  thread =
      gpu::ThreadIdOp::create(emitter.here(), emitter.loc(), gpu::Dimension::x);
  warp = emitter.divide(thread, kWarp);
  lane = emitter.remainder(thread, kWarp);
}

Value mlir::shardwise::allocateShared(ElementEmitter &emitter,
                                      gpu::GPUFuncOp function, int64_t size,
                                      Type type) {
  OpBuilder outside(function);
  std::string name;
  for (unsigned i = 0; name.empty(); ++i) {
    name = (function.getName() + "_shared_" + Twine(i)).str();
    if (SymbolTable::lookupSymbolIn(function->getParentOp(), name))
      name.clear();
  }
  auto space = gpu::AddressSpaceAttr::get(function.getContext(),
                                          gpu::AddressSpace::Workgroup);
  auto buffer = MemRefType::get({size}, type, MemRefLayoutAttrInterface(),
                                Attribute(space));
  memref::GlobalOp::create(outside, function.getLoc(), name,
                           outside.getStringAttr("private"), buffer,
                           outside.getUnitAttr(), /*constant=*/false,
                           /*alignment=*/IntegerAttr());
  return memref::GetGlobalOp::create(emitter.here(), function.getLoc(), buffer,
                                     name);
}

//===----------------------------------------------------------------------===//
// Shuffles
//===----------------------------------------------------------------------===//

/// The value of another lane, of 32 bits.
static Value shuffleWord(OpBuilder &builder, Location loc, Value word,
                         int32_t offset, gpu::ShuffleMode mode) {
  return gpu::ShuffleOp::create(builder, loc, word, offset, kWarp, mode)
      .getShuffleResult();
}

/// The value of another lane, of any type, as one or two words.
static Value shuffle(OpBuilder &builder, Location loc, Value value,
                     int32_t offset, gpu::ShuffleMode mode) {
  Type type = value.getType(), i32 = builder.getI32Type();
  if (type.isIndex()) {
    value =
        arith::IndexCastOp::create(builder, loc, builder.getI64Type(), value);
    value = shuffle(builder, loc, value, offset, mode);
    return arith::IndexCastOp::create(builder, loc, type, value);
  }
  unsigned width = type.getIntOrFloatBitWidth();
  Type bits = builder.getIntegerType(width);
  if (isa<FloatType>(type)) {
    value = arith::BitcastOp::create(builder, loc, bits, value);
    value = shuffle(builder, loc, value, offset, mode);
    return arith::BitcastOp::create(builder, loc, type, value);
  }
  if (width == 32)
    return shuffleWord(builder, loc, value, offset, mode);
  if (width < 32) {
    value = arith::ExtUIOp::create(builder, loc, i32, value);
    value = shuffleWord(builder, loc, value, offset, mode);
    return arith::TruncIOp::create(builder, loc, type, value);
  }
  Value half = arith::ConstantIntOp::create(builder, loc, type, 32);
  Value high = arith::ShRUIOp::create(builder, loc, value, half);
  auto move = [&](Value part) -> Value {
    part = arith::TruncIOp::create(builder, loc, i32, part);
    part = shuffleWord(builder, loc, part, offset, mode);
    return arith::ExtUIOp::create(builder, loc, type, part);
  };
  Value low = move(value);
  high = arith::ShLIOp::create(builder, loc, move(high), half);
  return arith::OrIOp::create(builder, loc, low, high);
}

SmallVector<Value>
mlir::shardwise::combineGroup(ElementEmitter &emitter,
                              ArrayRef<linalg::LinalgOp> group,
                              ValueRange inputs, ValueRange accumulators) {
  SmallVector<Value> results;
  for (linalg::LinalgOp op : group) {
    unsigned count = op.getNumDpsInits();
    llvm::append_range(results, emitter.combineValues(
                                    op, inputs.slice(results.size(), count),
                                    accumulators.slice(results.size(), count)));
  }
  return results;
}

bool mlir::shardwise::isSymmetric(ArrayRef<linalg::LinalgOp> group) {
  return llvm::all_of(group, [](linalg::LinalgOp op) {
    return getSplitting(op) == Splitting::Any;
  });
}

/// What another lane of the warp has.
static SmallVector<Value> getFromLane(ElementEmitter &emitter,
                                      ArrayRef<Value> values, int64_t offset,
                                      gpu::ShuffleMode mode) {
  return llvm::map_to_vector(values, [&](Value value) {
    return shuffle(emitter.here(), emitter.loc(), value, offset, mode);
  });
}

SmallVector<Value> mlir::shardwise::combineLanes(
    ElementEmitter &emitter, ArrayRef<linalg::LinalgOp> group,
    SmallVector<Value> values, int64_t stride, int64_t count) {
  for (int64_t offset = stride; offset < count; offset *= 2)
    values = combineGroup(
        emitter, group,
        getFromLane(emitter, values, offset, gpu::ShuffleMode::XOR), values);
  return values;
}

/// Combines what the first `count` lanes of each warp have; then all lanes of
/// the warp have the result.
static SmallVector<Value> combineWarp(ElementEmitter &emitter,
                                      ArrayRef<linalg::LinalgOp> group,
                                      SmallVector<Value> values,
                                      int64_t count) {
  if (isSymmetric(group))
    return combineLanes(emitter, group, std::move(values), 1, count);
  for (int64_t offset = 1; offset < count; offset *= 2)
    values = combineGroup(
        emitter, group,
        getFromLane(emitter, values, offset, gpu::ShuffleMode::DOWN), values);
  return getFromLane(emitter, values, 0, gpu::ShuffleMode::IDX);
}

/// Combines what warps left in shared memory: neighbours, then pairs of those.
static SmallVector<Value> combineInOrder(ElementEmitter &emitter,
                                         ArrayRef<linalg::LinalgOp> group,
                                         ArrayRef<Value> buffers, Value first,
                                         int64_t count) {
  SmallVector<SmallVector<Value>> parts;
  for (int64_t i = 0; i < count; ++i) {
    Value place = emitter.plus(first, i);
    parts.push_back(llvm::map_to_vector(buffers, [&](Value buffer) -> Value {
      return memref::LoadOp::create(emitter.here(), emitter.loc(), buffer,
                                    place);
    }));
  }
  for (; parts.size() > 1; parts.truncate(parts.size() / 2))
    for (size_t i = 0; i < parts.size() / 2; ++i)
      parts[i] = combineGroup(emitter, group, parts[2 * i + 1], parts[2 * i]);
  return parts.front();
}

/// Whether all of a group do the same with values of one type.
static bool isUniform(ArrayRef<linalg::LinalgOp> group, ValueRange values) {
  Operation *first = getSingleCombiner(group.front());
  return first && isSymmetric(group) &&
         llvm::all_of(group,
                      [&](linalg::LinalgOp op) {
                        Operation *combiner = getSingleCombiner(op);
                        return combiner &&
                               combiner->getName() == first->getName();
                      }) &&
         llvm::all_equal(values.getTypes());
}

/// Combines what the lanes of a warp have of several values, as many as a power
/// of two. In each step a lane gives the half of the values away that its
/// neighbour keeps; so lane i has value i modulo their number in the end, after
/// few shuffles:
///
///     lane 0   a b c d    a c (of lanes 0, 1)    a (of 0 .. 3)
///     lane 1   a b c d    b d                    b
///     lane 2   a b c d    a c (of lanes 2, 3)    c
///     lane 3   a b c d    b d                    d
///
static Value combineSpread(ElementEmitter &emitter, linalg::LinalgOp op,
                           const ThreadPosition &position,
                           SmallVector<Value> values) {
  int64_t offset = 1;
  for (; values.size() > 1; offset *= 2) {
    Value isOdd = emitter.compare(
        arith::CmpIPredicate::ne,
        emitter.remainder(emitter.divide(position.lane, offset), 2),
        emitter.constant(0));
    SmallVector<Value> next;
    for (size_t i = 0; i < values.size(); i += 2) {
      auto select = [&](Value odd, Value even) -> Value {
        return arith::SelectOp::create(emitter.here(), emitter.loc(), isOdd,
                                       odd, even);
      };
      Value kept = select(values[i + 1], values[i]);
      Value given = select(values[i], values[i + 1]);
      Value got = getFromLane(emitter, given, offset, gpu::ShuffleMode::XOR)[0];
      next.push_back(combineGroup(emitter, op, got, kept).front());
    }
    values = std::move(next);
  }
  return combineLanes(emitter, op, std::move(values), offset).front();
}

namespace {
/// Combines several values of a block, as many as a power of two.
class SpreadBlock {
public:
  SpreadBlock(ElementEmitter &emitter, gpu::GPUFuncOp function,
              const ThreadPosition &position, linalg::LinalgOp op,
              int64_t numValues, Type type, Value turn)
      : emitter(emitter), position(position), op(op), numValues(numValues),
        size(numValues * position.numWarps()) {
    buffer = allocateShared(emitter, function, (turn ? 2 : 1) * size, type);
    first = turn ? emitter.mul(turn, size) : emitter.constant(0);
  }

  /// Before the barrier: leaves what the warps have in shared memory.
  void share(SmallVector<Value> values) {
    Value own = combineSpread(emitter, op, position, std::move(values));
    Value place =
        emitter.add(emitter.add(first, emitter.mul(position.warp, numValues)),
                    position.lane);
    emitter.openIf(emitter.inside(position.lane, numValues));
    memref::StoreOp::create(emitter.here(), emitter.loc(), own, buffer, place);
    emitter.closeIf();
  }

  /// After it: each lane goes on with one of the values, then all have all.
  SmallVector<Value> collect() {
    int64_t span = std::min(size, kWarp);
    Value lane = emitter.remainder(position.lane, span);
    SmallVector<Value> own;
    for (int64_t begin = 0; begin < size; begin += span) {
      Value part = memref::LoadOp::create(
          emitter.here(), emitter.loc(), buffer,
          ValueRange(emitter.plus(emitter.add(first, lane), begin)));
      own = own.empty() ? SmallVector<Value>{part}
                        : combineGroup(emitter, op, part, own);
    }
    own = combineLanes(emitter, op, std::move(own), numValues, span);
    SmallVector<Value> all;
    for (int64_t i = 0; i < numValues; ++i)
      llvm::append_range(all,
                         getFromLane(emitter, own, i, gpu::ShuffleMode::IDX));
    return all;
  }

private:
  ElementEmitter &emitter;
  const ThreadPosition &position;
  linalg::LinalgOp op;
  int64_t numValues, size;
  Value buffer, first;
};
} // namespace

/// The block's values of a uniform group.
static SmallVector<Value> combineUniform(ElementEmitter &emitter,
                                         gpu::GPUFuncOp function,
                                         const ThreadPosition &position,
                                         linalg::LinalgOp op,
                                         ArrayRef<Value> values, Value turn) {
  SmallVector<SpreadBlock, 2> parts;
  while (!values.empty()) {
    int64_t count =
        std::min<int64_t>(llvm::bit_floor(values.size()), kMostSpread);
    parts.emplace_back(emitter, function, position, op, count,
                       values.front().getType(), turn);
    parts.back().share(llvm::to_vector(values.take_front(count)));
    values = values.drop_front(count);
  }
  gpu::BarrierOp::create(emitter.here(), emitter.loc());
  SmallVector<Value> results;
  for (SpreadBlock &part : parts)
    llvm::append_range(results, part.collect());
  return results;
}

SmallVector<Value>
mlir::shardwise::combineTeam(ElementEmitter &emitter, gpu::GPUFuncOp function,
                             const ThreadPosition &position, bool isBlock,
                             ArrayRef<linalg::LinalgOp> group,
                             SmallVector<Value> values, Value turn) {
  if (isBlock && values.size() > 1 && position.numWarps() > 1 &&
      isUniform(group, values))
    return combineUniform(emitter, function, position, group.front(), values,
                          turn);
  values = combineWarp(emitter, group, values, kWarp);
  int64_t numWarps = position.numWarps();
  if (!isBlock || numWarps == 1)
    return values;
  Location loc = emitter.loc();
  SmallVector<Value> buffers;
  for (Value value : values)
    buffers.push_back(allocateShared(
        emitter, function, (turn ? 2 : 1) * numWarps, value.getType()));
  Value first = turn ? emitter.mul(turn, numWarps) : emitter.constant(0);
  Value own = emitter.add(first, position.warp);
  emitter.openIf(emitter.compare(arith::CmpIPredicate::eq, position.lane,
                                 emitter.constant(0)));
  for (auto [value, buffer] : llvm::zip(values, buffers))
    memref::StoreOp::create(emitter.here(), loc, value, buffer, own);
  emitter.closeIf();
  gpu::BarrierOp::create(emitter.here(), loc);
  if (numWarps <= kFewWarps)
    return combineInOrder(emitter, group, buffers, first, numWarps);
  Value place = emitter.add(first, emitter.remainder(position.lane, numWarps));
  for (auto [value, buffer] : llvm::zip(values, buffers))
    value = memref::LoadOp::create(emitter.here(), loc, buffer, place);
  return combineWarp(emitter, group, values, numWarps);
}
