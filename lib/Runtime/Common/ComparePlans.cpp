//===- ComparePlans.cpp - Whether all processes have one plan -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Processes exchange one hash. Only if it differs do they exchange what it is
// of, to say where the first difference lies.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Runtime/ComparePlans.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Sequence.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"

using namespace shardwise::runtime;
using mlir::shardwise::toString;

//===----------------------------------------------------------------------===//
// Parts
//===----------------------------------------------------------------------===//

static llvm::StringRef getName(ElementType type) {
  static constexpr llvm::StringLiteral names[] = {
      "i1", "i8", "i16", "i32", "i64", "bf16", "f16", "f32", "f64"};
  return names[unsigned(type)];
}

static std::string describe(const Mesh &mesh) {
  std::string text;
  llvm::raw_string_ostream os(text);
  llvm::interleaveComma(mesh.getAxes(), os, [&](auto &axis) {
    os << axis.name << "=" << axis.size;
  });
  bool isPermuted = false;
  for (int64_t device = 0; device < mesh.getNumDevices(); ++device)
    isPermuted |= mesh.getRank(device) != device;
  if (isPermuted) {
    os << " with the ranks ";
    llvm::interleaveComma(llvm::seq<int64_t>(0, mesh.getNumDevices()), os,
                          [&](int64_t d) { os << mesh.getRank(d); });
  }
  return text;
}

static std::string describe(ElementType type, llvm::ArrayRef<int64_t> shape) {
  std::string text = getName(type).str();
  if (!shape.empty())
    text += " " +
            llvm::join(llvm::map_range(
                           shape, [](int64_t n) { return std::to_string(n); }),
                       "x");
  return text;
}

static std::string describe(const Mesh &mesh, const CollectiveInfo &info) {
  std::string text = info.name;
  for (const CollectiveTensor &tensor : info.tensors)
    text += ", " + describe(tensor.type, tensor.globalShape) + " from " +
            toString(mesh, tensor.from) + " to " + toString(mesh, tensor.to);
  return text;
}

/// A hash of numbers.
static std::string hash(llvm::ArrayRef<int64_t> numbers) {
  return llvm::utohexstr(llvm::xxh3_64bits(
      llvm::ArrayRef<uint8_t>(reinterpret_cast<const uint8_t *>(numbers.data()),
                              numbers.size() * sizeof(int64_t))));
}

static std::string hashCommands(const Plan &plan) {
  std::vector<int64_t> numbers;
  for (const Command &command : plan.commands)
    llvm::append_values(numbers, command.kind, command.firstOperand,
                        command.index, command.bytes, command.stream);
  for (uint32_t operand : plan.operands) {
    const Place &place = plan.buffers[operand];
    llvm::append_values(numbers, place.space, place.index, place.offset);
  }
  for (const ContractionShape &shape : plan.contractions) {
    llvm::append_range(numbers, shape.sizes);
    for (unsigned side = 0; side < 3; ++side) {
      llvm::append_range(numbers, shape.strides[side]);
      numbers.push_back(int64_t(shape.types[side]));
    }
    numbers.push_back(shape.accumulate);
  }
  return hash(numbers);
}

static std::string hashConstants(const Plan &plan) {
  std::vector<int64_t> hashes;
  for (const std::vector<char> &constant : plan.constants)
    hashes.push_back(
        llvm::xxh3_64bits(llvm::StringRef(constant.data(), constant.size())));
  return hash(hashes);
}

std::vector<PlanPart> shardwise::runtime::getParts(const Plan &plan) {
  std::vector<PlanPart> parts;
  parts.push_back({"mesh", describe(plan.mesh)});
  for (const ShardInfo &shard : plan.shards)
    parts.push_back({"layout of '" + shard.name + "'",
                     describe(shard.type, shard.globalShape) + " " +
                         toString(plan.mesh, shard.sharding)});
  parts.push_back(
      {"number of collectives", std::to_string(plan.collectives.size())});
  for (auto [number, info] : llvm::enumerate(plan.collectives))
    parts.push_back({"collective number " + std::to_string(number),
                     describe(plan.mesh, info)});
  parts.push_back({"schedule, a hash", hashCommands(plan)});
  parts.push_back({"set of constants, a hash", hashConstants(plan)});
  parts.push_back({"size of the arena", std::to_string(plan.arenaBytes)});
  return parts;
}

//===----------------------------------------------------------------------===//
// Comparing
//===----------------------------------------------------------------------===//

std::optional<std::string>
shardwise::runtime::findDifference(llvm::ArrayRef<PlanPart> first,
                                   llvm::ArrayRef<PlanPart> own, int64_t rank) {
  std::string who = "rank " + std::to_string(rank);
  for (size_t i = 0; i < std::max(first.size(), own.size()); ++i) {
    if (i >= own.size() || i >= first.size() || first[i].what != own[i].what)
      return who + " has " +
             (i < own.size() ? "a " + own[i].what : "nothing more") +
             " where rank 0 has " +
             (i < first.size() ? "a " + first[i].what : "nothing more");
    if (first[i].value != own[i].value)
      return who + " has another " + own[i].what +
             " than rank 0: " + own[i].value + "; rank 0 has " + first[i].value;
  }
  return std::nullopt;
}

/// Parts as one text, and back.
static std::string toText(llvm::ArrayRef<PlanPart> parts) {
  std::string text;
  for (const PlanPart &part : parts)
    text += part.what + '\1' + part.value + '\2';
  return text;
}

static std::vector<PlanPart> fromText(llvm::StringRef text) {
  std::vector<PlanPart> parts;
  while (!text.empty()) {
    auto [next, rest] = text.split('\2');
    auto [what, value] = next.split('\1');
    parts.push_back({what.str(), value.str()});
    text = rest;
  }
  return parts;
}

llvm::Error shardwise::runtime::compareParts(ProcessGroup &group,
                                             llvm::ArrayRef<PlanPart> parts) {
  if (group.getSize() == 1)
    return llvm::Error::success();
  static constexpr const char *kWhat = "comparing the plans of all ranks";
  std::string text = toText(parts);
  auto hashes = group.allGather(
      std::to_string(llvm::xxh3_64bits(llvm::StringRef(text))), kWhat);
  if (!hashes)
    return hashes.takeError();
  if (llvm::all_equal(*hashes))
    return llvm::Error::success();
  auto texts = group.allGather(text, kWhat);
  if (!texts)
    return texts.takeError();
  std::vector<PlanPart> first = fromText(texts->front());
  for (auto [rank, other] : llvm::enumerate(*texts))
    if (auto difference = findDifference(first, fromText(other), rank))
      return llvm::createStringError(*difference);
  return llvm::createStringError(
      "the plans of the ranks have different hashes");
}
