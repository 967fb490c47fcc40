//===- ValidatePlan.cpp - Whether a plan can be run -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A plan that comes from a file may say anything. What passes here has indices
// in range, shardings that fit their shapes, and accesses inside the memory of
// a device. What kernels do is not visible here.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Runtime/PlanFile.h"
#include "shardwise/Runtime/Streams.h"
#include "shardwise/Support/Ranges.h"
#include <cmath>
#include <span>
#include <vector>

using namespace shardwise;
using namespace shardwise::runtime;

using Problem = std::optional<std::string>;

/// No tensor and no memory of a device is larger.
static constexpr int64_t kMaxBytes = int64_t(1) << 48;

int64_t shardwise::runtime::getReach(const ContractionShape &shape,
                                     unsigned side) {
  int64_t last = 0;
  for (auto [dim, size] : enumerate(shape.sizes)) {
    int64_t stride = shape.strides[side][dim];
    if (size == 0 && stride)
      return 0;
    last += std::max<int64_t>(size - 1, 0) * stride;
  }
  return last + 1;
}

/// Tensors of an attention that the command has.
static unsigned getNumTensors(const AttentionShape &shape) {
  return shape.isGradient ? AttentionShape::kNumTensors
                          : AttentionShape::Output + 1;
}

int64_t shardwise::runtime::getReach(const AttentionShape &shape,
                                     AttentionShape::Tensor tensor) {
  const AttentionShape::Strides &strides = shape.strides[tensor];
  return (shape.batch - 1) * strides.batch +
         (shape.getPositions(tensor) - 1) * strides.position +
         (shape.getHeads(tensor) - 1) * strides.head + shape.getLastDim(tensor);
}

namespace {
class Validator {
public:
  Validator(const Plan &plan, size_t numKernels)
      : plan(plan), numKernels(numKernels) {}
  Problem run();

private:
  Problem checkShape(std::span<const int64_t> shape, ElementType type) const;
  Problem checkSharding(const Sharding &sharding,
                        std::span<const int64_t> shape, ElementType type) const;
  int64_t getSpaceBytes(const Place &place) const;
  Problem checkPlaces() const;
  Problem checkContraction(const ContractionShape &shape) const;
  bool isValidCopy(const ShardInfo &shard) const;
  Problem checkAttention(const AttentionShape &shape) const;
  Problem checkCollective(const CollectiveInfo &info) const;
  Problem checkCommand(size_t number) const;
  Problem checkAccess(size_t command, unsigned operand, int64_t bytes) const;
  Problem checkLists() const;
  int64_t getLocalBytes(const Sharding &sharding,
                        std::span<const int64_t> shape, ElementType type) const;

  const Plan &plan;
  size_t numKernels;
  std::vector<int64_t> shardBytes;
};
} // namespace

Problem Validator::checkShape(std::span<const int64_t> shape,
                              ElementType type) const {
  int64_t bytes = getByteSize(type);
  for (int64_t size : shape)
    if (size < 0 ||
        __builtin_mul_overflow(bytes, std::max<int64_t>(size, 1), &bytes) ||
        bytes > kMaxBytes)
      return "has a shape that is none";
  return std::nullopt;
}

Problem Validator::checkSharding(const Sharding &sharding,
                                 std::span<const int64_t> shape,
                                 ElementType type) const {
  uint32_t known = (uint32_t(1) << plan.mesh.getAtoms().size()) - 1;
  bool inMesh = !(sharding.partial.mask() & ~known);
  for (AtomList list : sharding.dims)
    inMesh &= !(list.mask() & ~known);
  if (!inMesh)
    return "has a sharding over an axis that the mesh does not have";
  if (Problem problem = checkShape(shape, type))
    return problem;
  if (Problem problem = shardwise::validate(plan.mesh, sharding, shape))
    return "has a sharding that does not fit: " + *problem;
  return std::nullopt;
}

int64_t Validator::getLocalBytes(const Sharding &sharding,
                                 std::span<const int64_t> shape,
                                 ElementType type) const {
  return getProduct(getLocalShape(plan.mesh, sharding, shape)) *
         getByteSize(type);
}

/// The size of what a place is in.
int64_t Validator::getSpaceBytes(const Place &place) const {
  return place.space == Place::Arena   ? plan.arenaBytes
         : place.space == Place::Shard ? shardBytes[place.index]
                                       : plan.constants[place.index].size();
}

Problem Validator::checkPlaces() const {
  for (const Place &place : plan.buffers) {
    bool isKnown =
        place.space == Place::Arena ||
        place.index < (place.space == Place::Shard ? plan.shards.size()
                                                   : plan.constants.size());
    if (!isKnown || place.offset < 0 || place.offset > kMaxBytes ||
        place.bytes < 0 || place.bytes > kMaxBytes ||
        place.offset + place.bytes > getSpaceBytes(place))
      return "has a buffer that lies nowhere";
  }
  for (uint32_t operand : plan.operands)
    if (operand >= plan.buffers.size())
      return "has a command with an unknown buffer";
  return std::nullopt;
}

Problem Validator::checkContraction(const ContractionShape &shape) const {
  for (unsigned side = 0; side < 3; ++side) {
    if (shape.strides[side].size() != shape.sizes.size())
      return "has a contraction without all of its strides";
    int64_t reach = 0;
    for (auto [dim, size] : enumerate(shape.sizes)) {
      int64_t stride = shape.strides[side][dim], distance;
      if (size < 0 || size > kMaxBytes || stride < 0 || stride > kMaxBytes ||
          __builtin_mul_overflow(size, stride, &distance) ||
          distance > kMaxBytes || (reach += distance) > kMaxBytes)
        return "has a contraction that is none";
    }
  }
  // Those with a bias have a contiguous output of floats, along which it
  // repeats.
  bool isValidBias = shape.biasElements == 0
                         ? !shape.isGelu
                         : shape.biasElements > 0 &&
                               shape.biasElements <= kMaxBytes &&
                               !shape.accumulate && isFloat(shape.types[2]) &&
                               getReach(shape, 2) % shape.biasElements == 0;
  if (!isValidBias)
    return "has a contraction with a bias that is none";
  return checkShape(shape.sizes, ElementType::I8) ? Problem("has a contraction "
                                                            "that is none")
                                                  : std::nullopt;
}

Problem Validator::checkAttention(const AttentionShape &shape) const {
  constexpr const char *kProblem = "has an attention that is none";
  int64_t elements = 1;
  for (int64_t size :
       {shape.batch, shape.queryHeads, shape.keyHeads, shape.queries,
        shape.keys, shape.headDim, shape.valueDim})
    if (size < 1 || size > kMaxBytes)
      return kProblem;
  for (int64_t size : {shape.batch, shape.queryHeads, shape.queries})
    if (__builtin_mul_overflow(elements, size, &elements) ||
        elements > kMaxBytes)
      return kProblem;
  bool isHalf =
      shape.type == ElementType::BF16 || shape.type == ElementType::F16;
  if (!isHalf || shape.queryHeads % shape.keyHeads || !(shape.scale > 0) ||
      !std::isfinite(shape.scale) || shape.workspaceBytes < 0 ||
      shape.workspaceBytes > kMaxBytes)
    return kProblem;
  for (unsigned i = 0; i < getNumTensors(shape); ++i) {
    auto tensor = AttentionShape::Tensor(i);
    const AttentionShape::Strides &strides = shape.strides[i];
    int64_t reach = shape.getLastDim(tensor);
    const std::pair<int64_t, int64_t> dims[] = {
        {shape.batch, strides.batch},
        {shape.getPositions(tensor), strides.position},
        {shape.getHeads(tensor), strides.head}};
    for (auto [size, stride] : dims) {
      int64_t distance;
      if (stride < 1 || __builtin_mul_overflow(size, stride, &distance) ||
          distance > kMaxBytes || (reach += distance) > kMaxBytes)
        return kProblem;
    }
  }
  return std::nullopt;
}

/// The bytes that an attention reaches in each of its buffers.
static std::vector<int64_t> getAttentionBytes(const AttentionShape &shape) {
  std::vector<int64_t> bytes;
  for (unsigned i = 0; i < getNumTensors(shape); ++i) {
    bytes.push_back(getReach(shape, AttentionShape::Tensor(i)) *
                    getByteSize(shape.type));
    if (i == AttentionShape::Output)
      bytes.push_back(shape.batch * shape.queryHeads * shape.queries *
                      getByteSize(ElementType::F32));
  }
  bytes.push_back(shape.workspaceBytes);
  return bytes;
}

/// The atoms that are reduced over.
static uint32_t getReduced(const CollectiveTensor &tensor) {
  return tensor.from.partial.mask() & ~tensor.to.partial.mask();
}

Problem Validator::checkCollective(const CollectiveInfo &info) const {
  if (info.tensors.empty())
    return "has a collective '" + info.name + "' of nothing";
  for (const CollectiveTensor &tensor : info.tensors) {
    for (const Sharding *sharding : {&tensor.from, &tensor.to})
      if (Problem problem =
              checkSharding(*sharding, tensor.globalShape, tensor.type))
        return problem;
    if (!isOfKind(info.kind, plan.mesh, tensor.from, tensor.to))
      return "has a collective '" + info.name + "' that does not do what it is";
    if (getReduced(tensor) != getReduced(info.tensors.front()))
      return "has a collective '" + info.name + "' over different axes";
  }
  return std::nullopt;
}

Problem Validator::checkAccess(size_t command, unsigned operand,
                               int64_t bytes) const {
  const Place &place =
      plan.buffers[plan.operands[plan.commands[command].firstOperand +
                                 operand]];
  if (bytes > place.bytes)
    return "has a command that goes beyond its memory";
  return std::nullopt;
}

Problem Validator::checkCommand(size_t number) const {
  const Command &command = plan.commands[number];
  uint32_t numOperands = getNumOperands(plan, number);
  // What a command reaches, by operand.
  std::vector<int64_t> bytes;
  bool isKnown = true;
  switch (command.kind) {
  case Command::Launch:
    isKnown = command.index < numKernels && command.numInputs <= numOperands;
    bytes.assign(numOperands, 0);
    break;
  case Command::Contract:
    if ((isKnown = command.index < plan.contractions.size())) {
      const ContractionShape &shape = plan.contractions[command.index];
      for (unsigned side = 0; side < 3; ++side)
        bytes.push_back(getReach(shape, side) * getByteSize(shape.types[side]));
      if (shape.biasElements)
        bytes.insert(bytes.begin() + 2,
                     shape.biasElements * getByteSize(shape.types[2]));
      if (shape.isGelu)
        bytes.push_back(bytes.back());
    }
    break;
  case Command::Attention:
    if ((isKnown = command.index < plan.attentions.size()))
      bytes = getAttentionBytes(plan.attentions[command.index]);
    break;
  case Command::Collective:
    if ((isKnown = command.index < plan.collectives.size())) {
      auto &tensors = plan.collectives[command.index].tensors;
      for (const CollectiveTensor &tensor : tensors)
        bytes.push_back(
            getLocalBytes(tensor.from, tensor.globalShape, tensor.type));
      for (const CollectiveTensor &tensor : tensors)
        bytes.push_back(
            getLocalBytes(tensor.to, tensor.globalShape, tensor.type));
    }
    break;
  case Command::Copy:
    isKnown = command.bytes >= 0 && command.bytes <= kMaxBytes;
    bytes.assign(2, command.bytes);
    break;
  case Command::Branch:
    bytes.push_back(1);
    [[fallthrough]];
  case Command::Jump:
    isKnown = command.index <= plan.commands.size();
    break;
  }
  if (!isKnown)
    return "has a command with an unknown index";
  if (numOperands != bytes.size())
    return "has a command with " + std::to_string(numOperands) +
           " buffers, expected " + std::to_string(bytes.size());
  for (auto [operand, reach] : enumerate(bytes))
    if (Problem problem = checkAccess(number, operand, reach))
      return problem;
  return std::nullopt;
}

/// Whether a shard's role and what it copies fit.
bool Validator::isValidCopy(const ShardInfo &shard) const {
  if (shard.role != ShardInfo::Copy)
    return shard.copyOf == -1;
  if (shard.copyOf < 0 || shard.copyOf >= int64_t(plan.shards.size()))
    return false;
  const ShardInfo &original = plan.shards[shard.copyOf];
  return original.role == ShardInfo::Variable &&
         original.globalShape == shard.globalShape &&
         original.sharding == shard.sharding && isFloat(original.type) &&
         isFloat(shard.type);
}

/// Checks that every command has its part of the operands and of the waits.
Problem Validator::checkLists() const {
  uint32_t operand = 0, wait = 0;
  for (const Command &command : plan.commands) {
    if (command.firstOperand < operand ||
        command.firstOperand > plan.operands.size())
      return "has commands whose buffers are not in order";
    if (command.firstWait < wait || command.firstWait > plan.waits.size())
      return "has commands whose waits are not in order";
    operand = command.firstOperand;
    wait = command.firstWait;
  }
  return std::nullopt;
}

Problem Validator::run() {
  if (plan.arenaBytes < 0 || plan.arenaBytes > kMaxBytes)
    return "has an arena of " + std::to_string(plan.arenaBytes) + " bytes";
  for (const ShardInfo &shard : plan.shards) {
    if (Problem problem =
            checkSharding(shard.sharding, shard.globalShape, shard.type))
      return problem;
    shardBytes.push_back(
        getLocalBytes(shard.sharding, shard.globalShape, shard.type));
    if (!isValidCopy(shard))
      return "has a copy that is not of a variable";
  }
  if (Problem problem = checkPlaces())
    return problem;
  for (const ContractionShape &shape : plan.contractions)
    if (Problem problem = checkContraction(shape))
      return problem;
  for (const AttentionShape &shape : plan.attentions)
    if (Problem problem = checkAttention(shape))
      return problem;
  for (const CollectiveInfo &info : plan.collectives)
    if (Problem problem = checkCollective(info))
      return problem;
  if (Problem problem = checkLists())
    return problem;
  for (size_t number = 0; number < plan.commands.size(); ++number)
    if (Problem problem = checkCommand(number))
      return problem;
  return checkStreams(plan);
}

std::optional<std::string> shardwise::runtime::validate(const Plan &plan,
                                                        size_t numKernels) {
  return Validator(plan, numKernels).run();
}
