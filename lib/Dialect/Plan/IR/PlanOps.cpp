//===- PlanOps.cpp - Operations of the plan dialect -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Verifiers. The number of the constraint that a check belongs to stands beside
// it, as in the operation's description. They check what a reader or an edit of
// a printed plan can get wrong; that overlapping buffers do not live together
// is for the scheduler to guarantee.
//
//===----------------------------------------------------------------------===//

#include "mlir/IR/Builders.h"
#include "shardwise/Dialect/Plan/IR/Plan.h"

using namespace mlir;
using namespace mlir::shardwise;
using namespace mlir::shardwise::plan;

#include "shardwise/Dialect/Plan/IR/PlanDialect.cpp.inc"

#define GET_OP_CLASSES
#include "shardwise/Dialect/Plan/IR/PlanOps.cpp.inc"

void PlanDialect::initialize() {
  addOperations<
#define GET_OP_LIST
#include "shardwise/Dialect/Plan/IR/PlanOps.cpp.inc"
      >();
}

//===----------------------------------------------------------------------===//
// Helpers
//===----------------------------------------------------------------------===//

int64_t plan::getByteSize(ShapedType type) {
  return type.getNumElements() * getElementByteSize(type);
}

int64_t plan::getElementByteSize(ShapedType type) {
  Type element = type.getElementType();
  return element.isIndex() ? 8
                           : llvm::divideCeil(type.getElementTypeBitWidth(), 8);
}

bool plan::isInPlaceAllowed(func::FuncOp kernel, unsigned result,
                            unsigned argument) {
  auto pairs = kernel->getAttrOfType<ArrayAttr>(kInPlaceAttr);
  if (!pairs)
    return false;
  return llvm::any_of(pairs, [&](Attribute pair) {
    auto numbers = dyn_cast<DenseI64ArrayAttr>(pair);
    return numbers && numbers.size() == 2 && numbers[0] == int64_t(result) &&
           numbers[1] == int64_t(argument);
  });
}

MemoryUse plan::getMemoryUse(ProgramOp program) {
  MemoryUse use;
  use.arenaBytes = program.getArena();
  for (auto shard : program.getBody().getOps<dist::ShardOp>())
    use.shardBytes += getByteSize(shard.getTensorType());
  return use;
}

RecomputeUse plan::getRecomputeUse(ProgramOp program) {
  RecomputeUse use;
  if (auto saved = program->getAttrOfType<IntegerAttr>(kSavedAttr))
    use.savedBytes = saved.getInt();
  if (auto values = program->getAttrOfType<ArrayAttr>(kRecomputedAttr))
    for (auto pair : values.getAsRange<ArrayAttr>())
      use.values.push_back(
          {cast<LocationAttr>(pair[0]), cast<TypeAttr>(pair[1]).getValue()});
  return use;
}

/// Whether two shaped types have the same shape and elements.
static bool isSameTensor(ShapedType a, ShapedType b) {
  return a.getShape() == b.getShape() &&
         a.getElementType() == b.getElementType();
}

/// Checks that two buffers can hold the same bytes.
static LogicalResult verifySameElements(Operation *op, MemRefType a,
                                        MemRefType b) {
  if (a.getNumElements() == b.getNumElements() &&
      a.getElementType() == b.getElementType())
    return success();
  return op->emitOpError("has buffers ")
         << a << " and " << b << ", which do not have the same elements";
}

//===----------------------------------------------------------------------===//
// The program
//===----------------------------------------------------------------------===//

/// Checks that a buffer lies in the arena (C2).
static LogicalResult verifyPlace(BufferOp buffer, int64_t arena) {
  int64_t offset = buffer.getOffset();
  int64_t end = offset + getByteSize(buffer.getType());
  if (offset >= 0 && offset % kAlignment == 0 && end <= arena)
    return success();
  return buffer.emitOpError("occupies bytes ")
         << offset << " to " << end << " of an arena of " << arena
         << ", expected a place in it at a multiple of " << kAlignment;
}

/// Checks that a collective is on the program's mesh (C3).
static LogicalResult verifyMesh(CollectiveOp op, dist::MeshAttr mesh) {
  if (op.getTarget(0).getMesh() == mesh)
    return success();
  return op.emitOpError("is on the mesh ")
         << op.getTarget(0).getMesh() << ", the program is on " << mesh;
}

/// Checks that streams are known, and one where there are loops (C5).
static LogicalResult verifyStream(CollectiveOp op, bool hasLoops) {
  int64_t stream = op.getStream();
  if (stream >= 0 && stream < (hasLoops ? 1 : kMaxStreams))
    return success();
  return op.emitOpError("is on stream ")
         << stream << ", expected "
         << (hasLoops ? "0, since there are loops"
                      : "0 to " + Twine(kMaxStreams - 1));
}

LogicalResult ProgramOp::verifyRegions() {
  bool hasLoops = !getBody().getOps<WhileOp>().empty();
  WalkResult result = getBody().walk<WalkOrder::PreOrder>([&](Operation *op) {
    if (isa<dist::ShardOp>(op))
      return WalkResult::advance();
    if (auto kernel = dyn_cast<func::FuncOp>(op))
      if (kernel->hasAttr(kKernelAttr))
        return WalkResult::skip();
    if (!isa<PlanDialect>(op->getDialect())) { // C1
      op->emitOpError("stands in a 'plan.program', where there are only "
                      "commands, shards and kernels");
      return WalkResult::interrupt();
    }
    LogicalResult checked = success();
    if (auto buffer = dyn_cast<BufferOp>(op))
      checked = verifyPlace(buffer, getArena());
    else if (auto collective = dyn_cast<CollectiveOp>(op))
      checked = success(succeeded(verifyMesh(collective, getMesh())) &&
                        succeeded(verifyStream(collective, hasLoops)));
    return failed(checked) ? WalkResult::interrupt() : WalkResult::advance();
  });
  return failure(result.wasInterrupted());
}

//===----------------------------------------------------------------------===//
// Memory
//===----------------------------------------------------------------------===//

LogicalResult ShardOp::verifySymbolUses(SymbolTableCollection &tables) {
  auto shard =
      tables.lookupNearestSymbolFrom<dist::ShardOp>(*this, getNameAttr());
  if (!shard) // C1
    return emitOpError("names ") << getNameAttr() << ", which is no shard";
  if (!isSameTensor(shard.getTensorType(), getType())) // C2
    return emitOpError("has type ") << getType() << ", but " << getNameAttr()
                                    << " is a " << shard.getTensorType();
  return success();
}

LogicalResult ConstantOp::verify() {
  auto type = cast<ShapedType>(getValue().getType());
  if (!isSameTensor(type, getType())) // C1
    return emitOpError("has type ") << getType() << " for a value of " << type;
  return success();
}

LogicalResult ViewOp::verify() {
  return verifySameElements(*this, getSource().getType(), getType()); // C1
}

LogicalResult PartOp::verify() {
  MemRefType source = getSource().getType(), part = getType();
  int64_t begin = getOffset(), size = part.getNumElements();
  if (source.getElementType() == part.getElementType() && begin >= 0 &&
      size <= source.getNumElements() &&
      begin <= source.getNumElements() - size) // C1
    return success();
  return emitOpError("is a ") << part << " at element " << begin << " of a "
                              << source << ", which does not lie in it";
}

LogicalResult CopyOp::verify() {
  return verifySameElements(*this, getSource().getType(),
                            getTarget().getType()); // C1
}

//===----------------------------------------------------------------------===//
// Launches
//===----------------------------------------------------------------------===//

/// Checks that buffers fit the types of a kernel's arguments or results (C2).
static LogicalResult verifyBuffers(LaunchOp op, StringRef what,
                                   OperandRange buffers, TypeRange types) {
  if (buffers.size() != types.size())
    return op.emitOpError("has ") << buffers.size() << " " << what
                                  << "s, but the kernel has " << types.size();
  for (auto [number, buffer, type] : llvm::enumerate(buffers, types)) {
    auto shaped = dyn_cast<ShapedType>(type);
    if (!shaped || !isSameTensor(cast<MemRefType>(buffer.getType()), shaped))
      return op.emitOpError("has a ")
             << buffer.getType() << " for " << what << " " << number
             << ", which is a " << type;
  }
  return success();
}

LogicalResult LaunchOp::verifySymbolUses(SymbolTableCollection &tables) {
  auto kernel =
      tables.lookupNearestSymbolFrom<func::FuncOp>(*this, getKernelAttr());
  if (!kernel || !kernel->hasAttr(kKernelAttr)) // C1
    return emitOpError("names ") << getKernelAttr() << ", which is no kernel";
  FunctionType type = kernel.getFunctionType();
  if (failed(verifyBuffers(*this, "argument", getInputs(), type.getInputs())) ||
      failed(verifyBuffers(*this, "result", getOutputs(), type.getResults())))
    return failure();
  for (auto [result, output] : llvm::enumerate(getOutputs()))
    for (auto [argument, input] : llvm::enumerate(getInputs()))
      if (output == input && !isInPlaceAllowed(kernel, result, argument)) // C3
        return emitOpError("writes result ")
               << result << " where it reads argument " << argument
               << ", which the kernel does not allow";
  return success();
}

//===----------------------------------------------------------------------===//
// Contractions
//===----------------------------------------------------------------------===//

/// Records the sizes that a buffer gives to iteration dimensions (C1, C2).
static LogicalResult addSizes(Operation *op, AffineMap map, ShapedType type,
                              SmallVectorImpl<int64_t> &sizes) {
  if (!map.isProjectedPermutation() || map.getNumDims() != sizes.size() ||
      map.getNumResults() != type.getRank()) // C1
    return op->emitOpError("has the map ")
           << AffineMapAttr::get(map) << " for a " << type
           << ", expected a projected permutation of its rank over "
           << sizes.size() << " dimensions";
  for (auto [result, size] :
       llvm::zip_equal(map.getResults(), type.getShape())) {
    unsigned dim = cast<AffineDimExpr>(result).getPosition();
    if (sizes[dim] >= 0 && sizes[dim] != size) // C2
      return op->emitOpError("has sizes ")
             << sizes[dim] << " and " << size << " for dimension " << dim;
    sizes[dim] = size;
  }
  return success();
}

/// Checks what operands and output of a contraction have in common (C1 to C3).
static LogicalResult verifyContraction(Operation *op, ArrayAttr indexingMaps,
                                       ShapedType lhs, ShapedType rhs,
                                       ShapedType output) {
  if (indexingMaps.size() != 3) // C1
    return op->emitOpError("has ")
           << indexingMaps.size() << " maps, expected 3";
  SmallVector<AffineMap> maps(indexingMaps.getAsValueRange<AffineMapAttr>());
  SmallVector<int64_t> sizes(maps[0].getNumDims(), -1);
  if (failed(addSizes(op, maps[0], lhs, sizes)) ||
      failed(addSizes(op, maps[1], rhs, sizes)))
    return failure();
  if (llvm::is_contained(sizes, -1)) // C2
    return op->emitOpError("has dimension ")
           << llvm::find(sizes, -1) - sizes.begin() << " in no input";
  if (failed(addSizes(op, maps[2], output, sizes)))
    return failure();
  auto isFloat = [](ShapedType type) {
    return isa<FloatType>(type.getElementType());
  };
  if (isFloat(lhs) != isFloat(output) || isFloat(rhs) != isFloat(output)) // C3
    return op->emitOpError("mixes ") << lhs << ", " << rhs << " and " << output
                                     << ", expected integers or floats";
  return success();
}

bool BiasedContractOp::isBiasRank(ArrayRef<AffineMap> maps, int64_t rank) {
  AffineMap output = maps[2];
  int64_t first = int64_t(output.getNumResults()) - rank;
  if (rank <= 0 || first < 0)
    return false;
  auto has = [&](unsigned side, AffineExpr dim) {
    return llvm::is_contained(maps[side].getResults(), dim);
  };
  // The input that the bias goes along has none of the other dimensions.
  unsigned side = has(0, output.getResult(first)) ? 0 : 1;
  for (auto [number, dim] : llvm::enumerate(output.getResults())) {
    bool isBias = int64_t(number) >= first;
    if (has(side, dim) != isBias || has(1 - side, dim) == isBias)
      return false;
  }
  return true;
}

/// Checks a bias and what is kept from before the activation (C4, C5).
static LogicalResult verifyBias(Operation *op, ArrayAttr indexingMaps,
                                ShapedType bias, ShapedType output,
                                ShapedType preactivation) {
  SmallVector<AffineMap> maps(indexingMaps.getAsValueRange<AffineMapAttr>());
  if (!isa<FloatType>(output.getElementType()) ||
      bias.getElementType() != output.getElementType() ||
      bias.getRank() > output.getRank() ||
      bias.getShape() != output.getShape().take_back(bias.getRank()) ||
      !BiasedContractOp::isBiasRank(maps, bias.getRank())) // C4
    return op->emitOpError("has a bias of type ")
           << bias << " for " << output
           << ", expected floats along all its last dimensions that one of the "
              "inputs lacks";
  if (preactivation && preactivation != output) // C5
    return op->emitOpError("keeps ")
           << preactivation << " from before the activation, expected "
           << output;
  return success();
}

LogicalResult ContractOp::verify() {
  MemRefType output = getOutput().getType();
  if (failed(verifyContraction(*this, getIndexingMaps(), getLhs().getType(),
                               getRhs().getType(), output)))
    return failure();
  if (!getBias() && !getPreactivation())
    return success();
  if (!getBias()) // C5
    return emitOpError("has an activation, expected one with a bias only");
  if (getAccumulate()) // C4
    return emitOpError("has a bias, expected none where it accumulates");
  return verifyBias(*this, getIndexingMaps(), getBias().getType(), output,
                    getPreactivation() ? getPreactivation().getType()
                                       : MemRefType());
}

LogicalResult BiasedContractOp::verify() {
  ShapedType output = getResult().getType();
  if (failed(verifyContraction(*this, getIndexingMaps(), getLhs().getType(),
                               getRhs().getType(), output)))
    return failure();
  return verifyBias(*this, getIndexingMaps(), getBias().getType(), output,
                    getPreactivation() ? getPreactivation().getType()
                                       : ShapedType());
}

double BiasedContractOp::getNumMultiplications() {
  SmallVector<AffineMap> maps(
      getIndexingMaps().getAsValueRange<AffineMapAttr>());
  double count = getResult().getType().getNumElements();
  // All dimensions that are summed; those of both inputs once.
  SmallVector<AffineExpr> known(maps[2].getResults());
  const ArrayRef<int64_t> shapes[] = {getLhs().getType().getShape(),
                                      getRhs().getType().getShape()};
  for (unsigned side : {0, 1})
    for (auto [dim, size] :
         llvm::zip_equal(maps[side].getResults(), shapes[side]))
      if (!llvm::is_contained(known, dim)) {
        count *= size;
        known.push_back(dim);
      }
  return count;
}

//===----------------------------------------------------------------------===//
// Attention
//===----------------------------------------------------------------------===//

/// Checks that a buffer has the shape that the others ask for (C1, C3).
static LogicalResult verifyShape(Operation *op, StringRef what, Value buffer,
                                 ArrayRef<int64_t> shape, Type element) {
  auto expected = MemRefType::get(shape, element);
  if (buffer.getType() == expected)
    return success();
  return op->emitOpError("has ") << what << " of type " << buffer.getType()
                                 << ", expected " << expected;
}

/// Checks what an attention and its gradient have in common (C1 to C4).
template <typename Op> static LogicalResult verifyAttention(Op op) {
  MemRefType query = op.getQuery().getType(), key = op.getKey().getType();
  MemRefType value = op.getValue().getType();
  for (MemRefType type : {query, key, value})
    if (type.getRank() != 4 || type.getNumElements() == 0) // C1
      return op.emitOpError("has an operand of type ")
             << type << ", expected rank 4 and elements";
  Type element = query.getElementType();
  if (!element.isBF16() && !element.isF16()) // C2
    return op.emitOpError("has elements of type ")
           << element << ", expected bf16 or f16";
  int64_t batch = query.getDimSize(0), heads = query.getDimSize(2);
  int64_t keys = key.getDimSize(1), keyHeads = key.getDimSize(2);
  if (heads % keyHeads) // C1
    return op.emitOpError("has ")
           << heads << " query heads, which are no multiple of " << keyHeads
           << " key heads";
  if (failed(verifyShape(op, "a key", op.getKey(),
                         {batch, keys, keyHeads, query.getDimSize(3)},
                         element)) ||
      failed(verifyShape(op, "a value", op.getValue(),
                         {batch, keys, keyHeads, value.getDimSize(3)},
                         element)) ||
      failed(verifyShape(
          op, "an output", op.getOutput(),
          {batch, query.getDimSize(1), heads, value.getDimSize(3)}, element)) ||
      failed(verifyShape(op, "statistics", op.getStatistics(),
                         {batch, heads, query.getDimSize(1)},
                         Float32Type::get(op.getContext()))))
    return failure();
  MemRefType workspace = op.getWorkspace().getType();
  if (workspace.getRank() != 1 ||
      !workspace.getElementType().isInteger(8)) // C4
    return op.emitOpError("has a workspace of type ")
           << workspace << ", expected one dimension of i8";
  return success();
}

/// Checks that what is written is neither read nor written twice (C5).
static LogicalResult verifyDistinct(Operation *op, unsigned numRead) {
  for (unsigned written = numRead; written < op->getNumOperands(); ++written)
    for (unsigned other = 0; other < written; ++other)
      if (op->getOperand(other) == op->getOperand(written))
        return op->emitOpError("writes operand ")
               << written << ", which operand " << other << " is too";
  return success();
}

LogicalResult AttentionOp::verify() {
  return failed(verifyAttention(*this)) ? failure() : verifyDistinct(*this, 3);
}

LogicalResult AttentionGradOp::verify() {
  if (failed(verifyAttention(*this)))
    return failure();
  const std::tuple<StringRef, Value, Value> pairs[] = {
      {"a gradient", getGradient(), getOutput()},
      {"a result", getDquery(), getQuery()},
      {"a result", getDkey(), getKey()},
      {"a result", getDvalue(), getValue()}};
  for (auto [what, buffer, like] : pairs) {
    auto type = cast<MemRefType>(like.getType());
    if (failed(verifyShape(*this, what, buffer, type.getShape(),
                           type.getElementType())))
      return failure();
  }
  return verifyDistinct(*this, 6);
}

//===----------------------------------------------------------------------===//
// Collectives
//===----------------------------------------------------------------------===//

CollectiveKind CollectiveOp::getCollectiveKind() {
  if (getKind() ==
      StringRef(mlir::shardwise::toString(CollectiveKind::PartialSwap)))
    return CollectiveKind::PartialSwap;
  return *classify(getSource(0).getMesh().getMesh(), getSource(0).getSharding(),
                   getTarget(0).getSharding());
}

/// Checks one of the collectives of a command, C2 and C3.
static LogicalResult verifyMember(CollectiveOp op, unsigned i) {
  dist::ShardingAttr source = op.getSource(i), target = op.getTarget(i);
  auto input = cast<MemRefType>(op.getInputs()[i].getType());
  auto output = cast<MemRefType>(op.getOutputs()[i].getType());
  if (source.getMesh() != target.getMesh() ||
      source.getMesh() != op.getSource(0).getMesh() ||
      source.getRank() != input.getRank() ||
      target.getRank() != output.getRank() ||
      input.getElementType() != output.getElementType() ||
      source.getGlobalShape(input.getShape()) !=
          target.getGlobalShape(output.getShape())) // C2
    return op.emitOpError("takes ")
           << input << " with " << source << " to " << output << " with "
           << target << ", which are not parts of one tensor";
  const Mesh &mesh = source.getMesh().getMesh();
  std::optional<CollectiveKind> kind =
      classify(mesh, source.getSharding(), target.getSharding());
  if (kind && (StringRef(mlir::shardwise::toString(*kind)) == op.getKind() ||
               (op.getCollectiveKind() == CollectiveKind::PartialSwap &&
                isOfKind(CollectiveKind::PartialSwap, mesh,
                         source.getSharding(), target.getSharding())))) // C3
    return success();
  InFlightDiagnostic diag = op.emitOpError("changes ")
                            << source << " to " << target << ", which ";
  if (kind)
    return diag << "is of kind " << mlir::shardwise::toString(*kind);
  return diag << "no single collective does";
}

LogicalResult CollectiveOp::verify() {
  size_t count = getInputs().size();
  if (!count || getOutputs().size() != count || getSources().size() != count ||
      getTargets().size() != count) // C1
    return emitOpError("has ")
           << count << " inputs, " << getOutputs().size() << " outputs, "
           << getSources().size() << " sources and " << getTargets().size()
           << " targets, expected as many of each";
  for (unsigned i = 0; i < count; ++i)
    if (failed(verifyMember(*this, i)))
      return failure();
  if (getCollectiveKind() == CollectiveKind::AllReduce)
    return success();
  for (auto [input, output] : llvm::zip_equal(getInputs(), getOutputs()))
    if (input == output) // C4
      return emitOpError("writes a buffer that it reads");
  return success();
}

//===----------------------------------------------------------------------===//
// Loops
//===----------------------------------------------------------------------===//

LogicalResult WhileOp::verifyRegions() {
  Block &before = getBefore().front();
  if (before.empty() || !isa<ConditionOp>(before.back())) // C1
    return emitOpError(
        "has no 'plan.condition' at the end of its first region");
  return success();
}

LogicalResult ConditionOp::verify() {
  MemRefType type = getCondition().getType();
  if (type.getNumElements() != 1 || !type.getElementType().isInteger(1)) // C1
    return emitOpError("has a ") << type << ", expected one i1";
  auto loop = cast<WhileOp>((*this)->getParentOp());
  if (&loop.getBefore().front().back() != getOperation()) // C2
    return emitOpError("is not the last of the loop's first region");
  return success();
}
