//===- DecodePlan.cpp - From the plan's IR to plain data ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Numbers buffers, flattens loops to jumps, turns indexing maps into strides,
// and finds what commands of different streams wait for. Buffers at one place
// are one buffer, whatever their shape.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Target/Plan/DecodePlan.h"
#include "mlir/IR/AsmState.h"
#include "mlir/IR/DialectResourceBlobManager.h"
#include "mlir/IR/TypeUtilities.h"
#include "shardwise/Runtime/Streams.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir;
using namespace mlir::shardwise;
namespace runtime = ::shardwise::runtime;
using runtime::Command;
using runtime::ElementType;
using runtime::Place;

static_assert(plan::kMaxStreams == runtime::kMaxStreams);

//===----------------------------------------------------------------------===//
// Types and constants
//===----------------------------------------------------------------------===//

/// The runtime's element type, or nothing.
static std::optional<ElementType> getElementType(Type type) {
  if (type.isBF16())
    return ElementType::BF16;
  if (type.isF16())
    return ElementType::F16;
  if (type.isF32())
    return ElementType::F32;
  if (type.isF64())
    return ElementType::F64;
  auto integer = dyn_cast<IntegerType>(type);
  if (!integer)
    return type.isIndex() ? std::optional(ElementType::I64) : std::nullopt;
  switch (integer.getWidth()) {
  case 1:
    return ElementType::I1;
  case 8:
    return ElementType::I8;
  case 16:
    return ElementType::I16;
  case 32:
    return ElementType::I32;
  case 64:
    return ElementType::I64;
  default:
    return std::nullopt;
  }
}

/// Appends the low bytes of a number.
static void appendBytes(std::vector<char> &bytes, const APInt &value) {
  unsigned count = llvm::divideCeil(value.getBitWidth(), 8);
  for (unsigned i = 0; i < count; ++i)
    bytes.push_back(char(value.lshr(std::min(8 * i, value.getBitWidth()))
                             .zextOrTrunc(64)
                             .getZExtValue()));
}

/// The elements of a constant as the runtime holds them.
static FailureOr<std::vector<char>> getBytes(ElementsAttr value) {
  std::vector<char> bytes;
  if (auto resource = dyn_cast<DenseResourceElementsAttr>(value)) {
    if (AsmResourceBlob *blob = resource.getRawHandle().getBlob())
      return std::vector<char>(blob->getData().begin(), blob->getData().end());
    return failure();
  }
  auto dense = dyn_cast<DenseElementsAttr>(value);
  if (!dense)
    return failure();
  if (isa<FloatType>(dense.getElementType()))
    for (APFloat element : dense.getValues<APFloat>())
      appendBytes(bytes, element.bitcastToAPInt());
  else
    for (APInt element : dense.getValues<APInt>())
      appendBytes(bytes, element);
  return bytes;
}

//===----------------------------------------------------------------------===//
// Decoding
//===----------------------------------------------------------------------===//

namespace {
class Decoder {
public:
  Decoder(plan::ProgramOp program,
          function_ref<runtime::KernelFunction(StringRef)> lookup)
      : program(program), lookup(lookup) {}

  FailureOr<runtime::Plan> run();

private:
  FailureOr<ElementType> getType(Operation *op, Type type);
  LogicalResult decodeShard(dist::ShardOp op);
  LogicalResult decodeConstant(plan::ConstantOp op);
  LogicalResult decodeMemory(Operation *op);
  LogicalResult decodeBlock(Block &block);
  LogicalResult decodeCommand(Operation *op);
  LogicalResult decodeLaunch(plan::LaunchOp op);
  LogicalResult decodeContract(plan::ContractOp op);
  template <typename Op> void decodeAttention(Op op);
  LogicalResult decodeCollective(plan::CollectiveOp op);
  LogicalResult decodeLoop(plan::WhileOp op);
  void addBuffer(Value value, Place place);
  void addPart(plan::PartOp op);
  Command &addCommand(Command::Kind kind, ValueRange operands,
                      uint32_t index = 0);

  plan::ProgramOp program;
  function_ref<runtime::KernelFunction(StringRef)> lookup;
  runtime::Plan plan;
  llvm::StringMap<uint32_t> shards, kernels;
  DenseMap<Value, uint32_t> buffers;
};
} // namespace

FailureOr<ElementType> Decoder::getType(Operation *op, Type type) {
  Type element = getElementTypeOrSelf(type);
  if (std::optional<ElementType> known = ::getElementType(element))
    return *known;
  return op->emitOpError("has elements of type ")
         << element << ", which the runtime does not have";
}

//===----------------------------------------------------------------------===//
// Memory
//===----------------------------------------------------------------------===//

LogicalResult Decoder::decodeShard(dist::ShardOp op) {
  FailureOr<ElementType> type = getType(op, op.getTensorType());
  if (failed(type))
    return failure();
  auto global = cast<RankedTensorType>(op.getGlobal());
  runtime::ShardInfo info;
  info.role = op.getRole() == dist::ShardRole::Variable ? info.Variable
              : op.getRole() == dist::ShardRole::Input  ? info.Input
              : op.getRole() == dist::ShardRole::Copy   ? info.Copy
                                                        : info.Output;
  info.name = op.getSymName().str();
  info.type = *type;
  llvm::append_range(info.globalShape, global.getShape());
  info.sharding = dist::getSharding(global).getSharding();
  info.argument = op.getArgument();
  info.result = op.getResult();
  info.isLoss = op.getIsLoss();
  info.isUnsigned = op.getIsUnsigned();
  if (op.getCopyOf()) {
    auto original = shards.find(*op.getCopyOf());
    if (original == shards.end())
      return op.emitOpError("stands before what it copies");
    info.copyOf = original->second;
  }
  shards[op.getSymName()] = plan.shards.size();
  plan.shards.push_back(std::move(info));
  return success();
}

LogicalResult Decoder::decodeConstant(plan::ConstantOp op) {
  FailureOr<std::vector<char>> bytes = getBytes(op.getValue());
  if (failed(bytes))
    return op.emitOpError("has a value whose elements are not known");
  addBuffer(op.getResult(), {Place::Constant, uint32_t(plan.constants.size())});
  // An address even for no elements.
  bytes->reserve(1);
  plan.constants.push_back(std::move(*bytes));
  return success();
}

void Decoder::addBuffer(Value value, Place place) {
  buffers[value] = plan.buffers.size();
  place.bytes = plan::getByteSize(cast<ShapedType>(value.getType()));
  plan.buffers.push_back(place);
}

/// Gives an operation's result its place; nothing for commands.
LogicalResult Decoder::decodeMemory(Operation *op) {
  if (op->getNumResults() && failed(getType(op, op->getResult(0).getType())))
    return failure();
  if (auto buffer = dyn_cast<plan::BufferOp>(op))
    addBuffer(buffer, {Place::Arena, 0, int64_t(buffer.getOffset())});
  else if (auto shard = dyn_cast<plan::ShardOp>(op))
    addBuffer(shard, {Place::Shard, shards.lookup(shard.getName())});
  else if (auto view = dyn_cast<plan::ViewOp>(op))
    buffers[view] = buffers.lookup(view.getSource());
  else if (auto part = dyn_cast<plan::PartOp>(op))
    addPart(part);
  else if (auto constant = dyn_cast<plan::ConstantOp>(op))
    return decodeConstant(constant);
  return success();
}

void Decoder::addPart(plan::PartOp op) {
  Place place = plan.buffers[buffers.lookup(op.getSource())];
  place.offset += int64_t(op.getOffset()) *
                  plan::getElementByteSize(cast<ShapedType>(op.getType()));
  addBuffer(op, place);
}

//===----------------------------------------------------------------------===//
// Commands
//===----------------------------------------------------------------------===//

Command &Decoder::addCommand(Command::Kind kind, ValueRange operands,
                             uint32_t index) {
  Command command;
  command.kind = kind;
  command.firstOperand = plan.operands.size();
  command.index = index;
  for (Value operand : operands)
    plan.operands.push_back(buffers.lookup(operand));
  plan.commands.push_back(command);
  return plan.commands.back();
}

LogicalResult Decoder::decodeLaunch(plan::LaunchOp op) {
  auto [it, isNew] = kernels.try_emplace(op.getKernel(), plan.kernels.size());
  if (isNew) {
    runtime::KernelFunction function = lookup(op.getKernel());
    if (!function)
      return op.emitOpError("runs @")
             << op.getKernel() << ", for which there is no native code";
    plan.kernels.push_back(function);
  }
  Command &command = addCommand(Command::Launch, op->getOperands(), it->second);
  command.numInputs = op.getInputs().size();
  for (Value operand : op->getOperands())
    command.bytes += plan::getByteSize(cast<ShapedType>(operand.getType()));
  return success();
}

LogicalResult Decoder::decodeContract(plan::ContractOp op) {
  runtime::ContractionShape shape;
  shape.accumulate = op.getAccumulate();
  SmallVector<AffineMap> maps(
      op.getIndexingMaps().getAsValueRange<AffineMapAttr>());
  shape.sizes.assign(maps[0].getNumDims(), 1);
  if (op.getBias())
    shape.biasElements = op.getBias().getType().getNumElements();
  shape.isGelu = bool(op.getPreactivation());
  Value operands[] = {op.getLhs(), op.getRhs(), op.getOutput()};
  for (auto [side, operand] : llvm::enumerate(operands)) {
    auto type = cast<MemRefType>(operand.getType());
    shape.types[side] = *::getElementType(type.getElementType());
    shape.strides[side].assign(shape.sizes.size(), 0);
    int64_t stride = 1;
    for (int64_t d = type.getRank() - 1; d >= 0; --d) {
      unsigned dim = maps[side].getDimPosition(d);
      shape.sizes[dim] = type.getDimSize(d);
      shape.strides[side][dim] = stride;
      stride *= type.getDimSize(d);
    }
  }
  addCommand(Command::Contract, op->getOperands(), plan.contractions.size());
  plan.contractions.push_back(std::move(shape));
  return success();
}

/// What an attention and its gradient say alike.
template <typename Op> static runtime::AttentionShape getAttentionShape(Op op) {
  runtime::AttentionShape shape;
  MemRefType query = op.getQuery().getType(), value = op.getValue().getType();
  shape.type = *::getElementType(query.getElementType());
  shape.batch = query.getDimSize(0);
  shape.queries = query.getDimSize(1);
  shape.queryHeads = query.getDimSize(2);
  shape.headDim = query.getDimSize(3);
  shape.keys = value.getDimSize(1);
  shape.keyHeads = value.getDimSize(2);
  shape.valueDim = value.getDimSize(3);
  shape.scale = op.getScale().convertToDouble();
  shape.isCausal = op.getCausal();
  shape.workspaceBytes = plan::getByteSize(op.getWorkspace().getType());
  for (unsigned i = 0; i < runtime::AttentionShape::kNumTensors; ++i) {
    auto tensor = runtime::AttentionShape::Tensor(i);
    runtime::AttentionShape::Strides &strides = shape.strides[i];
    strides.head = shape.getLastDim(tensor);
    strides.position = strides.head * shape.getHeads(tensor);
    strides.batch = strides.position * shape.getPositions(tensor);
  }
  return shape;
}

/// Attentions that are alike share their shape, which a library plans once.
template <typename Op> void Decoder::decodeAttention(Op op) {
  runtime::AttentionShape shape = getAttentionShape(op);
  if constexpr (std::is_same_v<Op, plan::AttentionGradOp>) {
    shape.isGradient = true;
    shape.isDeterministic = !op.getAnyOrder();
  }
  auto known = llvm::find(plan.attentions, shape);
  addCommand(Command::Attention, op->getOperands(),
             known - plan.attentions.begin());
  if (known == plan.attentions.end())
    plan.attentions.push_back(shape);
}

/// The first location of a kind inside, outermost first.
template <typename LocT> static LocT findLoc(Location loc) {
  LocT found;
  loc->walk([&](Location inner) {
    found = dyn_cast<LocT>(inner);
    return found ? WalkResult::interrupt() : WalkResult::advance();
  });
  return found;
}

std::string mlir::shardwise::formatSource(Location loc) {
  auto file = findLoc<FileLineColLoc>(loc);
  if (!file)
    return "";
  return file.getFilename().str() + ":" + std::to_string(file.getLine()) + ":" +
         std::to_string(file.getColumn());
}

/// How messages name a collective: its kind, what it is of, the axes that it is
/// over, and where it comes from, with the user's name for that if there is
/// one.
static std::string describe(plan::CollectiveOp op, const Mesh &mesh) {
  std::string text = op.getKind().str();
  llvm::raw_string_ostream os(text);
  if (op.getOutputs().size() == 1) {
    auto type = cast<MemRefType>(op.getOutputs().front().getType());
    os << " of ";
    for (int64_t size : op.getTarget(0).getGlobalShape(type.getShape()))
      os << size << "x";
    os << type.getElementType();
  } else {
    os << " of " << op.getOutputs().size() << " tensors";
  }
  os << " over "
     << mesh.toString(getMovedAtoms(op.getSource(0).getSharding(),
                                    op.getTarget(0).getSharding()));
  if (auto name = findLoc<NameLoc>(op.getLoc()))
    os << ", '" << name.getName().getValue() << "'";
  if (std::string source = formatSource(op.getLoc()); !source.empty())
    os << " (" << source << ")";
  return text;
}

LogicalResult Decoder::decodeCollective(plan::CollectiveOp op) {
  runtime::CollectiveInfo info;
  info.kind = op.getCollectiveKind();
  info.name = describe(op, plan.mesh);
  for (auto [number, output] : llvm::enumerate(op.getOutputs())) {
    auto type = cast<MemRefType>(output.getType());
    runtime::CollectiveTensor tensor;
    tensor.type = *::getElementType(type.getElementType());
    llvm::append_range(tensor.globalShape,
                       op.getTarget(number).getGlobalShape(type.getShape()));
    tensor.from = op.getSource(number).getSharding();
    tensor.to = op.getTarget(number).getSharding();
    info.tensors.push_back(std::move(tensor));
  }
  addCommand(Command::Collective, op->getOperands(), plan.collectives.size())
      .stream = op.getStream();
  plan.collectives.push_back(std::move(info));
  return success();
}

LogicalResult Decoder::decodeLoop(plan::WhileOp op) {
  uint32_t begin = plan.commands.size();
  if (failed(decodeBlock(op.getBefore().front())))
    return failure();
  uint32_t branch = plan.commands.size() - 1;
  if (failed(decodeBlock(op.getBody().front())))
    return failure();
  addCommand(Command::Jump, {}, begin);
  plan.commands[branch].index = plan.commands.size();
  return success();
}

LogicalResult Decoder::decodeCommand(Operation *op) {
  if (auto launch = dyn_cast<plan::LaunchOp>(op))
    return decodeLaunch(launch);
  if (auto contract = dyn_cast<plan::ContractOp>(op))
    return decodeContract(contract);
  if (auto collective = dyn_cast<plan::CollectiveOp>(op))
    return decodeCollective(collective);
  if (auto loop = dyn_cast<plan::WhileOp>(op))
    return decodeLoop(loop);
  if (auto attention = dyn_cast<plan::AttentionOp>(op))
    decodeAttention(attention);
  else if (auto grad = dyn_cast<plan::AttentionGradOp>(op))
    decodeAttention(grad);
  else if (auto copy = dyn_cast<plan::CopyOp>(op))
    addCommand(Command::Copy, op->getOperands()).bytes =
        plan::getByteSize(copy.getSource().getType());
  else if (isa<plan::ConditionOp>(op))
    addCommand(Command::Branch, op->getOperands());
  return success();
}

LogicalResult Decoder::decodeBlock(Block &block) {
  for (Operation &op : block)
    if (failed(decodeMemory(&op)) || failed(decodeCommand(&op)))
      return failure();
  return success();
}

FailureOr<runtime::Plan> Decoder::run() {
  plan.mesh = program.getMesh().getMesh();
  plan.arenaBytes = program.getArena();
  for (auto shard : program.getBody().getOps<dist::ShardOp>())
    if (failed(decodeShard(shard)))
      return failure();
  if (failed(decodeBlock(program.getBody().front())))
    return failure();
  runtime::orderStreams(plan);
  return std::move(plan);
}

FailureOr<runtime::Plan> mlir::shardwise::decodePlan(
    plan::ProgramOp program,
    function_ref<runtime::KernelFunction(StringRef)> lookup) {
  return Decoder(program, lookup).run();
}
