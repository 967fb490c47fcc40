//===- RowStages.cpp - Rows that are loaded ahead -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RowStages.h"
#include "RowRuns.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/NVGPU/IR/NVGPUDialect.h"
#include "mlir/IR/TypeUtilities.h"
#include "shardwise/Conversion/KernelsToGPU.h"

using namespace mlir;
using namespace mlir::shardwise;
using Indices = ElementEmitter::Indices;

/// Shared memory of slots, in bytes: of a multiprocessor, and of a block, which
/// leaves room for reductions on all GPUs that have asynchronous copies.
static constexpr int64_t kMultiprocessorBytes = 200 << 10,
                         kBlockBytes = 96 << 10;
/// More slots than these do not hide more.
static constexpr int64_t kMostSlots = 4;

RowStages::RowStages(GPUNest &nest, const RowRun &run, int64_t numBlocks)
    : nest(nest), emitter(nest.emitter), run(run) {
  findOperands();
  allocateSlots(numBlocks);
}

/// What nothing has read is not copied either.
RowStages::~RowStages() {
  for (Operand &operand : operands)
    if (!operand.isRead)
      for (Operation *op : operand.copyOps)
        op->erase();
}

/// The arguments with an element for each iteration, of which a lane is what
/// one asynchronous copy can move, or with an element for each row.
void RowStages::findOperands() {
  for (BlockArgument argument : nest.kernel.getArguments()) {
    auto type = dyn_cast<RankedTensorType>(argument.getType());
    if (!type || type.getRank() == 0 || type.getElementType().isInteger(1))
      continue;
    ArrayRef<int64_t> shape = type.getShape();
    int64_t bytes = getElementBytes(argument) * run.width;
    if (countJoinedDims(run.space, shape) == run.space.size()) {
      if (shape.back() == run.space.back() &&
          (bytes == 4 || bytes == 8 || bytes == 16))
        operands.push_back({argument});
    } else if (countJoinedDims(run.rowSpace(), shape) ==
               run.rowSpace().size()) {
      operands.push_back({argument, /*isPerRow=*/true});
    }
  }
}

/// Gives the operands as many slots as there is memory for.
void RowStages::allocateSlots(int64_t numBlocks) {
  int64_t bytes = 0, begin = 0;
  for (const Operand &operand : operands)
    if (!operand.isPerRow)
      bytes += getElementBytes(operand.value) * run.space.back();
  if (!bytes)
    return;
  int64_t most = std::min(kMultiprocessorBytes / numBlocks, kBlockBytes);
  int64_t count = std::min({most / bytes, kMostSlots, run.numRows});
  if (count < 2)
    return;
  numSlots = count;
  OpBuilder &builder = emitter.here();
  auto space = gpu::AddressSpaceAttr::get(builder.getContext(),
                                          gpu::AddressSpace::Workgroup);
  auto getType = [&](ArrayRef<int64_t> shape, Type element) {
    return MemRefType::get(shape, element, MemRefLayoutAttrInterface(),
                           Attribute(space));
  };
  Value all = gpu::DynamicSharedMemoryOp::create(
      builder, emitter.loc(),
      getType({ShapedType::kDynamic}, builder.getI8Type()));
  for (Operand &operand : operands) {
    if (operand.isPerRow)
      continue;
    Value offset = emitter.constant(begin);
    auto type = getType({numSlots, run.space.back()},
                        getElementTypeOrSelf(operand.value));
    operand.copies = memref::ViewOp::create(emitter.here(), emitter.loc(), type,
                                            all, offset, ValueRange());
    begin += type.getNumElements() * getElementBytes(operand.value);
  }
  nest.function->setAttr(kSharedBytesAttr, builder.getI32IntegerAttr(begin));
}

//===----------------------------------------------------------------------===//
// Copies
//===----------------------------------------------------------------------===//

Indices RowStages::indexOf(const Operand &operand, Value row, Value column) {
  Indices iteration = run.iterationAt(row, column);
  ArrayRef<int64_t> from(run.space);
  if (operand.isPerRow) {
    iteration.pop_back();
    from = from.drop_back();
  }
  auto type = cast<RankedTensorType>(operand.value.getType());
  return joinIndex(emitter, iteration, from, type.getShape());
}

/// Copies what the run needs of operands with an element for each row.
void RowStages::copyPerRow() {
  bool isAny = false;
  for (Operand &operand : operands) {
    if (!operand.isPerRow)
      continue;
    isAny = true;
    operand.copies = allocateShared(emitter, nest.function, run.numRows,
                                    getElementTypeOrSelf(operand.value));
    Value row = emitter.openLoop(
        nest.position->thread, emitter.constant(run.numRows),
        emitter.constant(nest.blockSize), nullptr, /*independent=*/false);
    operand.copyOps.push_back(row.getParentBlock()->getParentOp());
    Value element =
        emitter.element(operand.value, indexOf(operand, row, lanes.front()));
    memref::StoreOp::create(emitter.here(), emitter.loc(), element,
                            operand.copies, row);
    emitter.closeLoop();
  }
  if (isAny)
    gpu::BarrierOp::create(emitter.here(), emitter.loc());
}

/// Begins to copy a row into its slot.
void RowStages::copyRow(Value row) {
  Value slot = emitter.remainder(row, numSlots);
  for (Operand &operand : operands) {
    if (operand.isPerRow)
      continue;
    bool isWide = getElementBytes(operand.value) * run.width == 16;
    for (Value lane : lanes) {
      Indices index = indexOf(operand, row, lane);
      OpBuilder &builder = emitter.here();
      operand.copyOps.push_back(nvgpu::DeviceAsyncCopyOp::create(
          builder, emitter.loc(),
          nvgpu::DeviceAsyncTokenType::get(builder.getContext()),
          operand.copies, ValueRange{slot, lane}, emitter.buffer(operand.value),
          index, builder.getIndexAttr(run.width), /*srcElements=*/Value(),
          isWide ? builder.getUnitAttr() : UnitAttr()));
    }
  }
}

/// Ends the copies of a row, which are waited for together.
static Value endGroup(ElementEmitter &emitter) {
  OpBuilder &builder = emitter.here();
  return nvgpu::DeviceAsyncCreateGroupOp::create(
      builder, emitter.loc(),
      nvgpu::DeviceAsyncTokenType::get(builder.getContext()), ValueRange());
}

void RowStages::begin(ArrayRef<Value> ownLanes) {
  lanes.assign(ownLanes.begin(), ownLanes.end());
  for (int64_t first = 0; first + 1 < numSlots; ++first) {
    copyRow(emitter.constant(first));
    endGroup(emitter);
  }
  copyPerRow();
}

//===----------------------------------------------------------------------===//
// Rows
//===----------------------------------------------------------------------===//

ElementEmitter::Place RowStages::locate(Value value, ArrayRef<Value> index) {
  Operand *operand = llvm::find_if(
      operands, [&](const Operand &operand) { return operand.value == value; });
  if (operand == operands.end() || !operand->copies)
    return {};
  Value column = operand->isPerRow ? lanes.front() : index.back();
  bool isOwn = llvm::any_of(lanes, [&](Value lane) {
    return llvm::any_of(llvm::seq(run.width), [&](int64_t k) {
      return emitter.plus(lane, k) == column;
    });
  });
  if (!isOwn || ArrayRef<Value>(indexOf(*operand, row, column)) != index)
    return {};
  operand->isRead = true;
  if (operand->isPerRow)
    return {operand->copies, {row}};
  return {operand->copies, {emitter.remainder(row, numSlots), column}};
}

void RowStages::enter(Value ownRow, ArrayRef<Value> ownLanes) {
  row = ownRow;
  lanes.assign(ownLanes.begin(), ownLanes.end());
  if (numSlots) {
    Value later = emitter.plus(row, numSlots - 1);
    emitter.openIf(emitter.inside(later, run.numRows));
    copyRow(later);
    emitter.closeIf();
    // Of the groups that have begun, all but those of later rows.
    nvgpu::DeviceAsyncWaitOp::create(
        emitter.here(), emitter.loc(), endGroup(emitter),
        emitter.here().getI32IntegerAttr(numSlots - 1));
  }
  emitter.locate = [this](Value value, ArrayRef<Value> index) {
    return locate(value, index);
  };
}

void RowStages::leave() { emitter.locate = nullptr; }
