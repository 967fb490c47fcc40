//===- GPUNests.cpp - The threads of a kernel -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Chooses what the threads of a grid compute; the element emitter, which
// kernels on CPUs share, says how. A kernel is one launch. Results that have
// nothing in common are parts of it, each with blocks of its own:
//
//   elements   a thread computes a few neighbouring elements of the results, so
//              that it moves 16 bytes at a time
//   rows       a team of threads, a warp or a block, computes what reductions
//              give for an index, and then the elements that need it
//   columns    a warp goes down 32 neighbouring columns; the warps of a block
//              have different rows, and combine their parts in order
//   scatter    a thread has elements of the result of its own, and goes through
//              the updates in order
//
// No element is written by two threads, and all sums have a fixed order.
//
//===----------------------------------------------------------------------===//

#include "../KernelsToLoops/KernelOps.h"
#include "Teams.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "shardwise/Conversion/KernelsToGPU.h"
#include "llvm/ADT/MapVector.h"

using namespace mlir;
using namespace mlir::shardwise;
using Indices = ElementEmitter::Indices;

/// Blocks that keep all multiprocessors of a large GPU busy.
static constexpr int64_t kManyBlocks = 1056;
/// Rows up to this length are computed by warps.
static constexpr int64_t kShortRow = 1024;
/// The largest grid that can be launched.
static constexpr int64_t kMaxGrid = (int64_t(1) << 31) - 1;

namespace {
/// A result of the kernel.
struct Output {
  Value value;
  Value buffer;
  /// Whether a reduction or scatter must be there first.
  bool reduced;

  ArrayRef<int64_t> shape() const {
    return cast<RankedTensorType>(value.getType()).getShape();
  }
  int64_t size() const { return ShapedType::getNumElements(shape()); }
};

using Group = SmallVector<linalg::LinalgOp, 4>;

/// Some results and the blocks that compute them.
struct Part {
  enum Kind { Elements, Rows, Columns, Scatter } kind = Elements;
  SmallVector<Output> outputs = {};
  /// Results that are stored while the reductions' space is traversed.
  SmallVector<Output> full = {};
  int64_t blocks = 1;
  /// Rows: how many leading dimensions the reductions depend on, whether a
  /// block computes a row, and results with an element for each row.
  unsigned prefix = 0;
  bool isBlock = false;
  SmallVector<Output> perRow = {};
  /// Rows: whether all reductions of the kernel are computed in one loop.
  bool together = false;
  /// Where it stands among parts of one size.
  unsigned order = 0;
};

class GPUKernelLowering {
public:
  GPUKernelLowering(func::FuncOp kernel, gpu::GPUFuncOp function);
  void lower();
  int64_t getBlocks() const { return numBlocks; }
  int64_t getBlockSize() const { return blockSize; }

private:
  void plan();
  void planReduced(SmallVector<Output> results);
  void planTogether(SmallVector<Output> results);
  void choosePartSizes(Part &part);
  bool isUniform() const;
  unsigned findReductionDepth(const Output &output);

  void emitPart(const Part &part, Value block);
  void emitElements(const Part &part, Value block);
  void emitRows(const Part &part, Value block);
  void emitColumns(const Part &part, Value block);
  void emitScatter(const Part &part, Value block);
  void emitRow(const Part &part, ArrayRef<Value> row, Value block);
  void reduce(const Group &group, ArrayRef<Value> index, ArrayRef<Output> full);
  void reduceWithTeam(const Group &group, ArrayRef<Value> index,
                      ArrayRef<Output> full);
  void emitColumnParts(const Part &part, Value block,
                       SmallVector<Value> &shared);
  void store(ArrayRef<Output> outputs, ArrayRef<Value> index, int64_t width);
  void storeOnce(ArrayRef<Output> outputs, ArrayRef<Value> index);
  Value openThreadLoop(Value lower, int64_t upper, int64_t step,
                       SmallVectorImpl<Value> *carried = nullptr);
  bool isDivergent();
  int64_t getWidth(ArrayRef<int64_t> shape) const;
  int64_t reducedSize(linalg::LinalgOp op) const;

  func::FuncOp kernel;
  gpu::GPUFuncOp function;
  ElementEmitter emitter;
  SmallVector<Output> outputs;
  Group reductions;
  DenseSet<Value> dependsOnReduction;
  bool nested = false;
  bool flat = false;
  SmallVector<Part> parts;
  int64_t numBlocks = 0, blockSize = 256;
  std::optional<ThreadPosition> position;
  /// Whether the team of the part at hand is a block.
  bool teamIsBlock = false;
  /// Blocks in which threads take different ways.
  DenseSet<Block *> divergent;
};
} // namespace

GPUKernelLowering::GPUKernelLowering(func::FuncOp kernel,
                                     gpu::GPUFuncOp function)
    : kernel(kernel), function(function), emitter(kernel, function) {
  for (Operation &op : kernel.getBody().front().without_terminator()) {
    bool depends = llvm::any_of(op.getOperands(), [&](Value operand) {
      return dependsOnReduction.contains(operand);
    });
    if (linalg::LinalgOp reduction = getReduction(&op)) {
      nested |= depends;
      reductions.push_back(reduction);
      depends = true;
    }
    if (depends || isa<model::ScatterOp>(op))
      dependsOnReduction.insert(op.result_begin(), op.result_end());
  }
  unsigned numArguments = kernel.getNumArguments();
  auto terminator = kernel.getBody().front().getTerminator();
  for (auto [i, value] : llvm::enumerate(terminator->getOperands()))
    outputs.push_back({value, function.getArgument(numArguments + i),
                       dependsOnReduction.contains(value)});
  emitter.reduce = [this](linalg::LinalgOp op, ArrayRef<Value> index) {
    reduce({op}, index, {});
  };
}

//===----------------------------------------------------------------------===//
// Helpers
//===----------------------------------------------------------------------===//

static int64_t divideCeil(int64_t a, int64_t b) { return (a + b - 1) / b; }

int64_t GPUKernelLowering::reducedSize(linalg::LinalgOp op) const {
  int64_t size = 1;
  for (auto [range, kind] :
       llvm::zip(op.getStaticLoopRanges(), op.getIteratorTypesArray()))
    if (kind == utils::IteratorType::reduction)
      size *= range;
  return size;
}

/// How many neighbouring elements of this shape a thread takes: 16 bytes of
/// the widest large buffer, if rows consist of as many.
int64_t GPUKernelLowering::getWidth(ArrayRef<int64_t> shape) const {
  if (shape.empty())
    return 1;
  int64_t size = ShapedType::getNumElements(shape), bytes = 1;
  auto widen = [&](Value value) {
    Type type = value.getType();
    auto tensor = cast<RankedTensorType>(type);
    Type element = tensor.getElementType();
    int64_t width =
        element.isIndex() ? 8 : divideCeil(element.getIntOrFloatBitWidth(), 8);
    if (tensor.getNumElements() >= size)
      bytes = std::max(bytes, width);
  };
  Block &body = kernel->getRegion(0).front();
  llvm::for_each(body.getArguments(), widen);
  llvm::for_each(body.getTerminator()->getOperands(), widen);
  int64_t width = std::min<int64_t>(16 / bytes, 8);
  while ((flat ? size : shape.back()) % width)
    width /= 2;
  return width;
}

/// A loop whose iterations are those of different threads.
Value GPUKernelLowering::openThreadLoop(Value lower, int64_t upper,
                                        int64_t step,
                                        SmallVectorImpl<Value> *carried) {
  Value index =
      emitter.openLoop(lower, emitter.constant(upper), emitter.constant(step),
                       carried, /*independent=*/false);
  divergent.insert(index.getParentBlock());
  return index;
}

/// Whether the threads of a team may be at different places here.
bool GPUKernelLowering::isDivergent() {
  Block *block = emitter.here().getInsertionBlock();
  for (; block; block = block->getParentOp()->getBlock()) {
    if (divergent.contains(block))
      return true;
    if (isa<gpu::GPUFuncOp>(block->getParentOp()))
      return false;
  }
  return false;
}

/// All values first, then all stores: a result may lie in an argument's buffer,
/// and neighbouring accesses become one.
void GPUKernelLowering::store(ArrayRef<Output> outputs, ArrayRef<Value> index,
                              int64_t width) {
  SmallVector<Indices> at;
  for (int64_t k = 0; k < width; ++k) {
    at.emplace_back(index);
    if (k)
      at.back().back() = emitter.add(index.back(), emitter.constant(k));
  }
  SmallVector<Value> values;
  for (const Output &output : outputs)
    for (const Indices &place : at)
      values.push_back(emitter.element(output.value, place));
  ArrayRef<Value> rest = values;
  for (const Output &output : outputs)
    for (const Indices &place : at) {
      ValueRange indices = place;
      if (cast<MemRefType>(output.buffer.getType()).getRank() == 0)
        indices = {};
      memref::StoreOp::create(emitter.here(), rest.front().getLoc(),
                              rest.front(), output.buffer, indices);
      rest = rest.drop_front();
    }
}

/// Stores what all threads of the team have.
void GPUKernelLowering::storeOnce(ArrayRef<Output> outputs,
                                  ArrayRef<Value> index) {
  if (outputs.empty())
    return;
  SmallVector<Value> values;
  for (const Output &output : outputs)
    values.push_back(emitter.element(output.value, index));
  Value member = teamIsBlock ? position->thread : position->lane;
  emitter.openIf(
      emitter.compare(arith::CmpIPredicate::eq, member, emitter.constant(0)));
  for (auto [output, value] : llvm::zip(outputs, values))
    memref::StoreOp::create(emitter.here(), value.getLoc(), value,
                            output.buffer, index);
  emitter.closeIf();
}

//===----------------------------------------------------------------------===//
// The plan
//===----------------------------------------------------------------------===//

/// Whether all reductions go over one space and none needs another.
bool GPUKernelLowering::isUniform() const {
  if (nested)
    return false;
  linalg::LinalgOp first = reductions.front();
  AffineMap map = first.getMatchingIndexingMap(first.getDpsInitOperand(0));
  return llvm::all_of(reductions, [&](linalg::LinalgOp op) {
    if (op.getStaticLoopRanges() != first.getStaticLoopRanges() ||
        op.getIteratorTypesArray() != first.getIteratorTypesArray())
      return false;
    return llvm::all_of(op.getDpsInitsMutable(), [&](OpOperand &init) {
      return op.getMatchingIndexingMap(&init) == map;
    });
  });
}

/// How many leading dimensions of an output its reductions depend on. Found by
/// emitting it once, a loop for each dimension, and seeing where they land.
unsigned GPUKernelLowering::findReductionDepth(const Output &output) {
  OwningOpRef<ModuleOp> scratch = ModuleOp::create(kernel.getLoc());
  OpBuilder builder(scratch->getBodyRegion());
  SmallVector<Type> types(function.getArgumentTypes());
  auto probe = func::FuncOp::create(builder, kernel.getLoc(), kernel.getName(),
                                    builder.getFunctionType(types, {}));
  builder.setInsertionPointToEnd(probe.addEntryBlock());
  func::ReturnOp::create(builder, kernel.getLoc());
  ElementEmitter counter(kernel, probe);
  DenseMap<Block *, unsigned> loops;
  unsigned depth = 0;
  counter.reduce = [&](linalg::LinalgOp op, ArrayRef<Value> index) {
    Block *block = counter.here().getInsertionBlock();
    for (; block != &probe.getBody().front();
         block = block->getParentOp()->getBlock())
      depth = std::max(depth, loops.lookup(block));
    counter.reduceInLoops(op, index, {});
  };
  Indices index;
  for (auto [i, size] : llvm::enumerate(output.shape())) {
    index.push_back(counter.openLoop(size));
    if (size != 1)
      loops[index.back().getParentBlock()] = i + 1;
  }
  counter.element(output.value, index);
  return depth;
}

void GPUKernelLowering::planTogether(SmallVector<Output> results) {
  linalg::LinalgOp first = reductions.front();
  SmallVector<int64_t> ranges = first.getStaticLoopRanges();
  ArrayRef<int64_t> kept = results.front().shape();
  Part part;
  llvm::erase_if(outputs, [&](const Output &output) {
    if (output.shape() == kept)
      results.push_back(output);
    else if (output.shape() == ArrayRef(ranges))
      part.full.push_back(output);
    else
      return false;
    return true;
  });
  AffineMap map = first.getMatchingIndexingMap(first.getDpsInitOperand(0));
  unsigned fastest = first.getNumLoops() - 1;
  bool keepsFastest =
      map.getNumResults() && map.getResult(map.getNumResults() - 1) ==
                                 getAffineDimExpr(fastest, first.getContext());
  bool splits = llvm::none_of(reductions, [](linalg::LinalgOp op) {
    return getSplitting(op) == Splitting::None;
  });
  part.outputs = results;
  if (!splits) {
    // Each thread by itself.
    parts.push_back({Part::Elements, results});
    if (!part.full.empty())
      parts.push_back({Part::Elements, part.full});
    return;
  }
  part.prefix = kept.size();
  part.together = true;
  part.kind = keepsFastest && kept.back() > 1 ? Part::Columns : Part::Rows;
  parts.push_back(std::move(part));
}

/// Results that need reductions: together if these go over one space,
/// otherwise by shape; what they reduce is found when it is wanted.
void GPUKernelLowering::planReduced(SmallVector<Output> results) {
  ArrayRef<int64_t> kept =
      cast<RankedTensorType>(reductions.front()->getResult(0).getType())
          .getShape();
  bool together =
      isUniform() && llvm::all_of(results, [&](const Output &output) {
        return output.shape() == kept;
      });
  if (together)
    return planTogether(std::move(results));
  llvm::MapVector<Attribute, Part> byShape;
  Builder builder(kernel.getContext());
  for (const Output &output : results) {
    Part &part = byShape[builder.getDenseI64ArrayAttr(output.shape())];
    if (part.outputs.empty())
      part.order = byShape.size();
    part.kind = Part::Rows;
    part.outputs.push_back(output);
    part.prefix = std::max(part.prefix, findReductionDepth(output));
  }
  auto rows = llvm::map_to_vector(byShape, [](auto &it) { return it.second; });
  // Largest first; equal ones in the order of the results.
  llvm::sort(rows, [](const Part &a, const Part &b) {
    int64_t sizes[] = {a.outputs.front().size(), b.outputs.front().size()};
    return sizes[0] != sizes[1] ? sizes[0] > sizes[1] : a.order < b.order;
  });
  // What has one element for each row is stored by those who compute the row.
  SmallVector<Part> own;
  for (Part &part : rows) {
    Part *host = llvm::find_if(own, [&](const Part &other) {
      return part.prefix <= other.prefix &&
             other.outputs.front().shape().take_front(other.prefix) ==
                 part.outputs.front().shape();
    });
    if (host == own.end())
      own.push_back(part);
    else
      llvm::append_range(host->perRow, part.outputs);
  }
  llvm::append_range(parts, own);
}

void GPUKernelLowering::choosePartSizes(Part &part) {
  const Output &first = part.outputs.front();
  if (part.kind == Part::Columns) {
    part.blocks = divideCeil(first.size(), kWarp);
    if (part.blocks < 2 * kManyBlocks / 8 &&
        reducedSize(reductions.front()) >= 256)
      blockSize = std::max<int64_t>(blockSize, 512);
    return;
  }
  if (part.kind != Part::Rows)
    return;
  int64_t rows =
      ShapedType::getNumElements(first.shape().take_front(part.prefix));
  int64_t length = first.size() / rows;
  for (linalg::LinalgOp op : reductions)
    length = std::max(length, reducedSize(op));
  part.isBlock =
      length > kShortRow || (length >= 4 * kWarp && rows < 4 * kManyBlocks / 8);
  if (part.isBlock && length >= 4096 && rows < kManyBlocks)
    blockSize = length >= 16384 ? 1024 : std::max<int64_t>(blockSize, 512);
}

void GPUKernelLowering::plan() {
  SmallVector<Output> reduced;
  llvm::MapVector<Attribute, SmallVector<Output>> byShape;
  Builder builder(kernel.getContext());
  SmallVector<Output> all = std::move(outputs);
  outputs.clear();
  for (const Output &output : all) {
    if (output.value.getDefiningOp<model::ScatterOp>()) {
      parts.emplace_back();
      parts.back().kind = Part::Scatter;
      parts.back().outputs.push_back(output);
    } else {
      (output.reduced ? reduced : outputs).push_back(output);
    }
  }
  if (!reduced.empty())
    planReduced(std::move(reduced));
  for (const Output &output : outputs)
    byShape[builder.getDenseI64ArrayAttr(output.shape())].push_back(output);
  for (auto &[shape, group] : byShape) {
    parts.emplace_back();
    parts.back().kind = Part::Elements;
    parts.back().outputs = group;
  }
  for (Part &part : parts)
    choosePartSizes(part);
  // The block's size is known now.
  for (Part &part : parts) {
    const Output &first = part.outputs.front();
    int64_t rows =
        ShapedType::getNumElements(first.shape().take_front(part.prefix));
    if (part.kind == Part::Elements)
      part.blocks =
          divideCeil(first.size(), blockSize * getWidth(first.shape()));
    else if (part.kind == Part::Rows && rows == 1 && part.perRow.empty())
      // Each block computes the same reductions, and some of the elements.
      part.blocks =
          std::clamp<int64_t>(first.size() / (16 * blockSize), 1, kManyBlocks);
    else if (part.kind == Part::Rows)
      part.blocks = part.isBlock ? rows : divideCeil(rows, blockSize / kWarp);
    else if (part.kind == Part::Scatter)
      part.blocks = std::min(divideCeil(first.size(), blockSize), kManyBlocks);
    numBlocks += part.blocks;
  }
}

//===----------------------------------------------------------------------===//
// Elements
//===----------------------------------------------------------------------===//

void GPUKernelLowering::emitElements(const Part &part, Value block) {
  ArrayRef<int64_t> shape = part.outputs.front().shape();
  int64_t size = part.outputs.front().size(), width = getWidth(shape);
  Value number = emitter.add(emitter.mul(block, blockSize), position->thread);
  Value place = openThreadLoop(emitter.mul(number, width), size,
                               part.blocks * blockSize * width);
  store(part.outputs, flat ? Indices{place} : emitter.delinearize(place, shape),
        width);
  emitter.closeLoop();
}

//===----------------------------------------------------------------------===//
// Rows
//===----------------------------------------------------------------------===//

void GPUKernelLowering::reduce(const Group &group, ArrayRef<Value> index,
                               ArrayRef<Output> full) {
  bool splits = llvm::none_of(group, [](linalg::LinalgOp op) {
    return getSplitting(op) == Splitting::None;
  });
  if (splits && !isDivergent())
    return reduceWithTeam(group, index, full);
  // Alone in its loops, or each thread of the team does the same.
  emitter.reduceInLoops(group, index, [&](ArrayRef<Value> iteration) {
    if (!full.empty())
      store(full, iteration, 1);
  });
}

void GPUKernelLowering::reduceWithTeam(const Group &group,
                                       ArrayRef<Value> index,
                                       ArrayRef<Output> full) {
  linalg::LinalgOp first = group.front();
  SmallVector<int64_t> ranges = first.getStaticLoopRanges(), reduced;
  Indices iteration = ElementEmitter::iterationOf(first, index);
  SmallVector<unsigned> dims;
  for (unsigned i = 0, e = iteration.size(); i < e; ++i)
    if (!iteration[i]) {
      dims.push_back(i);
      reduced.push_back(ranges[i]);
    }
  bool isOrdered = llvm::any_of(group, [](linalg::LinalgOp op) {
    return getSplitting(op) == Splitting::Ordered;
  });
  int64_t size = ShapedType::getNumElements(reduced);
  int64_t team = teamIsBlock ? blockSize : kWarp, width = 1;
  Value member = teamIsBlock ? position->thread : position->lane;
  SmallVector<Value> carried;
  for (linalg::LinalgOp op : group)
    for (unsigned i = 0, e = op.getNumDpsInits(); i < e; ++i)
      carried.push_back(emitter.initial(op, i, index));
  Value place;
  if (isOrdered) {
    int64_t run = divideCeil(size, team);
    Value lower = emitter.mul(member, run);
    Value upper = emitter.lesser(emitter.add(lower, emitter.constant(run)),
                                 emitter.constant(size));
    place = emitter.openLoop(lower, upper, emitter.constant(1), &carried,
                             /*independent=*/false);
    divergent.insert(place.getParentBlock());
  } else {
    if (dims.back() + 1 == ranges.size())
      width = getWidth(ranges);
    while (width > 1 && (reduced.back() % width || size < width * team))
      width /= 2;
    place = openThreadLoop(emitter.mul(member, width), size, team * width,
                           &carried);
  }
  for (auto [dim, value] : llvm::zip(dims, emitter.delinearize(place, reduced)))
    iteration[dim] = value;
  Value last = iteration[dims.back()];
  for (int64_t k = 0; k < width; ++k) {
    iteration[dims.back()] = emitter.add(last, emitter.constant(k));
    SmallVector<Value> next;
    for (linalg::LinalgOp op : group)
      llvm::append_range(
          next, emitter.combine(op, iteration,
                                ValueRange(carried).slice(
                                    next.size(), op.getNumDpsInits())));
    carried = next;
  }
  iteration[dims.back()] = last;
  if (!full.empty())
    store(full, iteration, width);
  emitter.closeLoop(&carried);
  carried =
      combineTeam(emitter, function, *position, teamIsBlock, group, carried);
  unsigned next = 0;
  for (linalg::LinalgOp op : group)
    for (unsigned i = 0, e = op.getNumDpsInits(); i < e; ++i)
      emitter.remember(op->getResult(i), index,
                       emitter.finish(op, i, carried[next++]));
}

/// What a team computes for one row.
void GPUKernelLowering::emitRow(const Part &part, ArrayRef<Value> row,
                                Value block) {
  ArrayRef<int64_t> shape = part.outputs.front().shape();
  if (part.together)
    reduce(reductions, row, part.full);
  storeOnce(part.perRow, row);
  if (part.prefix == shape.size())
    return storeOnce(part.outputs, row);
  ArrayRef<int64_t> inner = shape.drop_front(part.prefix);
  int64_t size = ShapedType::getNumElements(inner);
  int64_t team = teamIsBlock ? blockSize : kWarp, width = getWidth(shape);
  while (width > 1 && size < width * team)
    width /= 2;
  Value member = teamIsBlock ? position->thread : position->lane;
  int64_t teams = 1;
  if (part.prefix == 0 && part.blocks > 1) {
    teams = part.blocks;
    member = emitter.add(emitter.mul(block, team), member);
  }
  Value place =
      openThreadLoop(emitter.mul(member, width), size, teams * team * width);
  Indices index(row);
  llvm::append_range(index, emitter.delinearize(place, inner));
  store(part.outputs, index, width);
  emitter.closeLoop();
}

void GPUKernelLowering::emitRows(const Part &part, Value block) {
  ArrayRef<int64_t> kept = part.outputs.front().shape().take_front(part.prefix);
  int64_t rows = ShapedType::getNumElements(kept);
  // Several blocks for one row have nothing to divide but its elements.
  teamIsBlock = part.isBlock || part.blocks > rows;
  if (rows == 1) {
    Indices row(kept.size(), emitter.constant(0));
    if (teamIsBlock)
      return emitRow(part, row, block);
    // One warp of the block does it.
    emitter.openLoop(position->warp, emitter.constant(1),
                     emitter.constant(position->numWarps()), nullptr, false);
    emitter.stayInside();
    emitRow(part, row, block);
    return emitter.closeLoop();
  }
  if (teamIsBlock)
    return emitRow(part, emitter.delinearize(block, kept), block);
  Value number =
      emitter.add(emitter.mul(block, position->numWarps()), position->warp);
  Value row = emitter.openLoop(
      number, emitter.constant(rows),
      emitter.constant(part.blocks * position->numWarps()), nullptr, false);
  emitter.stayInside();
  emitRow(part, emitter.delinearize(row, kept), block);
  emitter.closeLoop();
}

//===----------------------------------------------------------------------===//
// Columns
//===----------------------------------------------------------------------===//

/// Each warp reduces a run of rows of 32 columns, and leaves what it has in
/// shared memory.
void GPUKernelLowering::emitColumnParts(const Part &part, Value block,
                                        SmallVector<Value> &shared) {
  linalg::LinalgOp first = reductions.front();
  Location loc = emitter.loc();
  ArrayRef<int64_t> kept = part.outputs.front().shape();
  SmallVector<Value> outer;
  for (linalg::LinalgOp op : reductions)
    for (unsigned i = 0, e = op.getNumDpsInits(); i < e; ++i) {
      OpBuilder &builder = emitter.here();
      outer.push_back(arith::ConstantOp::create(
          builder, loc, builder.getZeroAttr(getAccumulatorType(op, i))));
    }
  Value start = emitter.add(emitter.mul(block, kWarp), position->lane);
  Value column = openThreadLoop(start, part.outputs.front().size(),
                                part.blocks * kWarp, &outer);
  Indices index = emitter.delinearize(column, kept);
  Indices iteration = ElementEmitter::iterationOf(first, index);
  SmallVector<int64_t> ranges = first.getStaticLoopRanges(), reduced;
  SmallVector<unsigned> dims;
  for (unsigned i = 0, e = iteration.size(); i < e; ++i)
    if (!iteration[i]) {
      dims.push_back(i);
      reduced.push_back(ranges[i]);
    }
  SmallVector<Value> carried;
  for (linalg::LinalgOp op : reductions)
    for (unsigned i = 0, e = op.getNumDpsInits(); i < e; ++i)
      carried.push_back(emitter.initial(op, i, index));
  int64_t size = ShapedType::getNumElements(reduced);
  int64_t run = divideCeil(size, position->numWarps());
  Value lower = emitter.mul(position->warp, run);
  Value upper = emitter.lesser(emitter.add(lower, emitter.constant(run)),
                               emitter.constant(size));
  Value place = emitter.openLoop(lower, upper, emitter.constant(1), &carried,
                                 /*independent=*/false);
  for (auto [dim, value] : llvm::zip(dims, emitter.delinearize(place, reduced)))
    iteration[dim] = value;
  SmallVector<Value> next;
  for (linalg::LinalgOp op : reductions)
    llvm::append_range(
        next, emitter.combine(
                  op, iteration,
                  ValueRange(carried).slice(next.size(), op.getNumDpsInits())));
  if (!part.full.empty())
    store(part.full, iteration, 1);
  emitter.closeLoop(&next);
  emitter.closeLoop(&next);
  for (Value value : next) {
    shared.push_back(
        allocateShared(emitter, function, blockSize, value.getType()));
    memref::StoreOp::create(emitter.here(), loc, value, shared.back(),
                            position->thread);
  }
}

void GPUKernelLowering::emitColumns(const Part &part, Value block) {
  Location loc = emitter.loc();
  SmallVector<Value> shared;
  emitColumnParts(part, block, shared);
  gpu::BarrierOp::create(emitter.here(), loc);
  // The first warp combines the parts, in the order of the rows.
  emitter.openIf(emitter.compare(arith::CmpIPredicate::eq, position->warp,
                                 emitter.constant(0)));
  Value start = emitter.add(emitter.mul(block, kWarp), position->lane);
  Value column =
      openThreadLoop(start, part.outputs.front().size(), part.blocks * kWarp);
  auto load = [&](int64_t warp) {
    Value place = emitter.add(position->lane, emitter.constant(warp * kWarp));
    return llvm::map_to_vector(shared, [&](Value buffer) -> Value {
      return memref::LoadOp::create(emitter.here(), loc, buffer, place);
    });
  };
  SmallVector<Value> values = load(0);
  for (int64_t warp = 1; warp < position->numWarps(); ++warp)
    values = combineGroup(emitter, reductions, load(warp), values);
  Indices index = emitter.delinearize(column, part.outputs.front().shape());
  unsigned next = 0;
  for (linalg::LinalgOp op : reductions)
    for (unsigned i = 0, e = op.getNumDpsInits(); i < e; ++i)
      emitter.remember(op->getResult(i), index,
                       emitter.finish(op, i, values[next++]));
  store(part.outputs, index, 1);
  emitter.closeLoop();
  emitter.closeIf();
}

//===----------------------------------------------------------------------===//
// Scatter
//===----------------------------------------------------------------------===//

/// Dimensions of the operand that indices choose a place in are cut into runs;
/// a thread has a run at one place of the other dimensions. It copies the
/// operand there, and takes the updates that fall into the run.
void GPUKernelLowering::emitScatter(const Part &part, Value block) {
  const Output &output = part.outputs.front();
  auto op = output.value.getDefiningOp<model::ScatterOp>();
  Location loc = op.getLoc();
  ArrayRef<int64_t> shape = output.shape();
  auto updates = cast<RankedTensorType>(op.getUpdates().getType());
  ArrayRef<int64_t> windowDims = op.getUpdateWindowDims();
  auto isScattered = [&](int64_t dim) {
    return llvm::is_contained(op.getScatterDimsToOperandDims(), dim);
  };
  SmallVector<int64_t> chosen, other;
  for (auto [i, size] : llvm::enumerate(shape))
    (isScattered(i) ? chosen : other).push_back(size);
  int64_t numChosen = ShapedType::getNumElements(chosen);
  int64_t numOther = ShapedType::getNumElements(other);
  int64_t threads = part.blocks * blockSize;
  int64_t numRuns = std::clamp<int64_t>(threads / numOther, 1, numChosen);
  int64_t run = divideCeil(numChosen, numRuns);
  numRuns = divideCeil(numChosen, run);

  Value number = emitter.add(emitter.mul(block, blockSize), position->thread);
  number = openThreadLoop(number, numRuns * numOther, threads);
  Value lower = emitter.mul(emitter.divide(number, numOther), run);
  Indices fixed =
      emitter.delinearize(emitter.remainder(number, numOther), other);
  Value upper = emitter.lesser(emitter.add(lower, emitter.constant(run)),
                               emitter.constant(numChosen));
  auto indexAt = [&](ArrayRef<Value> chosenIndex) {
    Indices index;
    unsigned nextChosen = 0, nextOther = 0;
    for (unsigned i = 0, e = shape.size(); i < e; ++i)
      index.push_back(isScattered(i) ? chosenIndex[nextChosen++]
                                     : fixed[nextOther++]);
    return index;
  };
  Value copied = emitter.openLoop(lower, upper, emitter.constant(1), nullptr,
                                  /*independent=*/false);
  store(Output{op.getOperand(), output.buffer, false},
        indexAt(emitter.delinearize(copied, chosen)), 1);
  emitter.closeLoop();

  // Which dimension of the operand each dimension of the updates moves in.
  SmallVector<int64_t> operandDims;
  for (unsigned i = 0, e = shape.size(); i < e; ++i)
    if (!llvm::is_contained(op.getInsertedWindowDims(), int64_t(i)))
      operandDims.push_back(i);
  Indices index, batch, target(shape.size(), emitter.constant(0));
  SmallVector<int64_t> looped;
  Value isInside;
  auto require = [&](Value condition) {
    isInside = isInside ? Value(arith::AndIOp::create(emitter.here(), loc,
                                                      isInside, condition))
                        : condition;
  };
  for (unsigned i = 0; i < shape.size(); ++i)
    if (!isScattered(i))
      target[i] = indexAt(Indices(chosen.size()))[i];
  for (int64_t i = 0, e = updates.getRank(); i < e; ++i) {
    const int64_t *window = llvm::find(windowDims, i);
    int64_t size = updates.getDimSize(i);
    if (window == windowDims.end()) {
      index.push_back(emitter.openLoop(size, nullptr, false));
      looped.push_back(size);
      batch.push_back(index.back());
      continue;
    }
    int64_t dim = operandDims[window - windowDims.begin()];
    if (isScattered(dim)) {
      index.push_back(emitter.openLoop(size, nullptr, false));
      looped.push_back(size);
      target[dim] = index.back();
      continue;
    }
    index.push_back(target[dim]);
    if (size < shape[dim])
      require(emitter.inside(target[dim], size));
  }
  for (auto [k, dim] : llvm::enumerate(op.getScatterDimsToOperandDims())) {
    batch.push_back(emitter.constant(k));
    Value number = emitter.element(op.getIndices(), batch);
    Value start = toIndex(emitter.here(), loc, number);
    batch.pop_back();
    if (!op.getLowerBounds().empty()) {
      Value first = emitter.scalar(op.getLowerBounds()[k]);
      start = arith::SubIOp::create(emitter.here(), loc, start, first);
    }
    target[dim] = emitter.add(target[dim], start);
    require(emitter.inside(target[dim], shape[dim]));
  }
  // The target's position among the chosen dimensions lies in the run.
  Value place = emitter.constant(0);
  for (unsigned i = 0, e = shape.size(); i < e; ++i)
    if (isScattered(i))
      place = emitter.add(emitter.mul(place, shape[i]), target[i]);
  auto compare = [&](arith::CmpIPredicate predicate, Value bound) {
    require(emitter.compare(predicate, place, bound));
  };
  compare(arith::CmpIPredicate::sge, lower);
  compare(arith::CmpIPredicate::slt, upper);
  emitter.openIf(isInside);
  // Indices of this scope, so that the update is loaded only where it counts.
  Indices within;
  Value zero = emitter.constant(0);
  for (Value i : index)
    within.push_back(arith::AddIOp::create(emitter.here(), loc, i, zero));
  Value update = emitter.element(op.getUpdates(), within);
  emitUpdate(emitter.here(), emitter, op, update, output.buffer, target);
  emitter.closeIf();
  for (int64_t size : looped)
    if (size != 1)
      emitter.closeLoop();
  emitter.closeLoop();
}

//===----------------------------------------------------------------------===//
// The kernel
//===----------------------------------------------------------------------===//

void GPUKernelLowering::emitPart(const Part &part, Value block) {
  emitter.stayInside();
  switch (part.kind) {
  case Part::Elements:
    return emitElements(part, block);
  case Part::Rows:
    return emitRows(part, block);
  case Part::Columns:
    return emitColumns(part, block);
  case Part::Scatter:
    return emitScatter(part, block);
  }
}

void GPUKernelLowering::lower() {
  flat = computesByPosition(kernel);
  plan();
  if (flat) {
    emitter.setFlat();
    auto flatten = [&](Value memref) -> Value {
      int64_t rank = cast<MemRefType>(memref.getType()).getRank();
      if (rank < 2)
        return memref;
      ReassociationIndices all = llvm::to_vector(llvm::seq<int64_t>(rank));
      return memref::CollapseShapeOp::create(
          emitter.here(), memref.getLoc(), memref,
          ArrayRef<ReassociationIndices>(all));
    };
    for (Value argument : kernel.getArguments())
      emitter.setBuffer(argument, flatten(emitter.buffer(argument)));
    for (Output &output : parts.front().outputs)
      output.buffer = flatten(output.buffer);
  }
  position.emplace(emitter, blockSize);
  Value block =
      gpu::BlockIdOp::create(emitter.here(), emitter.loc(), gpu::Dimension::x);
  if (parts.size() == 1)
    return emitPart(parts.front(), block);
  int64_t start = 0;
  for (const Part &part : parts) {
    Location loc = emitter.loc();
    Value first = emitter.constant(start);
    Value local = arith::SubIOp::create(emitter.here(), loc, block, first);
    // Blocks of parts before are large as unsigned numbers.
    emitter.openIf(emitter.inside(local, part.blocks));
    local = arith::SubIOp::create(emitter.here(), loc, block, first);
    emitPart(part, local);
    emitter.leaveScopes();
    emitter.closeIf();
    start += part.blocks;
  }
}

LogicalResult mlir::shardwise::lowerKernelToGPU(func::FuncOp kernel,
                                                gpu::GPUModuleOp target) {
  if (failed(verifyKernel(kernel)))
    return failure();
  OpBuilder builder = OpBuilder::atBlockEnd(target.getBody());
  SmallVector<Type> types;
  auto addBuffer = [&](Type type) {
    auto tensor = cast<RankedTensorType>(type);
    types.push_back(
        MemRefType::get(tensor.getShape(), tensor.getElementType()));
  };
  llvm::for_each(kernel.getArgumentTypes(), addBuffer);
  llvm::for_each(kernel.getResultTypes(), addBuffer);
  types.push_back(builder.getIndexType());
  auto function =
      gpu::GPUFuncOp::create(builder, kernel.getLoc(), kernel.getName(),
                             builder.getFunctionType(types, {}));
  function->setAttr(gpu::GPUDialect::getKernelFuncAttrName(),
                    builder.getUnitAttr());
  function->setAttr(kNumArgumentsAttr,
                    builder.getI64IntegerAttr(kernel.getNumArguments()));
  if (Attribute pairs = kernel->getAttr(kInPlaceAttr))
    function->setAttr(kInPlaceAttr, pairs);
  builder.setInsertionPointToEnd(&function.getBody().front());
  gpu::ReturnOp::create(builder, kernel.getLoc());
  GPUKernelLowering lowering(kernel, function);
  lowering.lower();
  if (lowering.getBlocks() > kMaxGrid)
    return kernel.emitOpError("needs ")
           << lowering.getBlocks() << " blocks; a grid has at most "
           << kMaxGrid;
  auto dimensions = [&](int64_t size) {
    return builder.getDenseI32ArrayAttr({int32_t(size), 1, 1});
  };
  function.setKnownBlockSizeAttr(dimensions(lowering.getBlockSize()));
  function.setKnownGridSizeAttr(dimensions(lowering.getBlocks()));
  return success();
}
