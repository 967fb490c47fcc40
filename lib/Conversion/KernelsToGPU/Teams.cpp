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

/// Whether it does not matter which of two values comes first.
static bool isSymmetric(ArrayRef<linalg::LinalgOp> group) {
  return llvm::all_of(group, [](linalg::LinalgOp op) {
    return getSplitting(op) == Splitting::Any;
  });
}

/// Combines what the first `count` lanes of each warp have; then all lanes of
/// the warp have the result.
static SmallVector<Value> combineWarp(ElementEmitter &emitter,
                                      ArrayRef<linalg::LinalgOp> group,
                                      SmallVector<Value> values,
                                      int64_t count) {
  auto fromOthers = [&](int64_t offset, gpu::ShuffleMode mode) {
    return llvm::map_to_vector(values, [&](Value value) {
      return shuffle(emitter.here(), emitter.loc(), value, offset, mode);
    });
  };
  if (isSymmetric(group)) {
    for (int64_t offset = 1; offset < count; offset *= 2)
      values = combineGroup(emitter, group,
                            fromOthers(offset, gpu::ShuffleMode::XOR), values);
    return values;
  }
  for (int64_t offset = 1; offset < count; offset *= 2)
    values = combineGroup(emitter, group,
                          fromOthers(offset, gpu::ShuffleMode::DOWN), values);
  return fromOthers(0, gpu::ShuffleMode::IDX);
}

/// Combines what warps left in shared memory: neighbours, then pairs of those.
static SmallVector<Value> combineInOrder(ElementEmitter &emitter,
                                         ArrayRef<linalg::LinalgOp> group,
                                         ArrayRef<Value> buffers,
                                         int64_t count) {
  SmallVector<SmallVector<Value>> parts;
  for (int64_t i = 0; i < count; ++i) {
    Value place = emitter.constant(i);
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

SmallVector<Value>
mlir::shardwise::combineTeam(ElementEmitter &emitter, gpu::GPUFuncOp function,
                             const ThreadPosition &position, bool isBlock,
                             ArrayRef<linalg::LinalgOp> group,
                             SmallVector<Value> values) {
  values = combineWarp(emitter, group, values, kWarp);
  int64_t numWarps = position.numWarps();
  if (!isBlock || numWarps == 1)
    return values;
  Location loc = emitter.loc();
  SmallVector<Value> buffers;
  for (Value value : values)
    buffers.push_back(
        allocateShared(emitter, function, numWarps, value.getType()));
  emitter.openIf(emitter.compare(arith::CmpIPredicate::eq, position.lane,
                                 emitter.constant(0)));
  for (auto [value, buffer] : llvm::zip(values, buffers))
    memref::StoreOp::create(emitter.here(), loc, value, buffer, position.warp);
  emitter.closeIf();
  gpu::BarrierOp::create(emitter.here(), loc);
  if (numWarps <= kFewWarps)
    return combineInOrder(emitter, group, buffers, numWarps);
  Value place = emitter.remainder(position.lane, numWarps);
  for (auto [value, buffer] : llvm::zip(values, buffers))
    value = memref::LoadOp::create(emitter.here(), loc, buffer, place);
  return combineWarp(emitter, group, values, numWarps);
}
