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
#include "shardwise/Support/Error.h"
#include "shardwise/Support/Hash.h"
#include "shardwise/Support/Ranges.h"
#include <array>
#include <span>
#include <string_view>
#include <vector>

using namespace shardwise;
using namespace shardwise::runtime;

//===----------------------------------------------------------------------===//
// Parts
//===----------------------------------------------------------------------===//

static std::string describe(const Mesh &mesh) {
  std::string text = join(mesh.getAxes(), ", ", [](auto &axis) {
    return formatText("{}={}", axis.name, axis.size);
  });
  bool isPermuted = false;
  std::string ranks;
  for (int64_t device = 0; device < mesh.getNumDevices(); ++device) {
    isPermuted |= mesh.getRank(device) != device;
    ranks += (device ? ", " : "") + std::to_string(mesh.getRank(device));
  }
  return isPermuted ? text + " with the ranks " + ranks : text;
}

static std::string describe(const Mesh &mesh, const CollectiveInfo &info) {
  std::string text = info.name;
  for (const CollectiveTensor &tensor : info.tensors)
    text += ", " + toString(tensor.type, tensor.globalShape) + " from " +
            toString(mesh, tensor.from) + " to " + toString(mesh, tensor.to);
  return text;
}

/// A hash of numbers.
static std::string hash(std::span<const int64_t> numbers) {
  return formatText("{:X}",
                    getHash({reinterpret_cast<const char *>(numbers.data()),
                             numbers.size() * sizeof(int64_t)}));
}

static std::string hashCommands(const Plan &plan) {
  std::vector<int64_t> numbers;
  for (const Command &command : plan.commands)
    append(numbers, std::array<int64_t, 5>{command.kind, command.firstOperand,
                                           command.index, command.bytes,
                                           command.stream});
  for (uint32_t operand : plan.operands) {
    const Place &place = plan.buffers[operand];
    append(numbers,
           std::array<int64_t, 3>{place.space, place.index, place.offset});
  }
  for (const ContractionShape &shape : plan.contractions) {
    append(numbers, shape.sizes);
    for (unsigned side = 0; side < 3; ++side) {
      append(numbers, shape.strides[side]);
      numbers.push_back(int64_t(shape.types[side]));
    }
    numbers.push_back(shape.accumulate);
    numbers.push_back(shape.biasElements);
    numbers.push_back(shape.isGelu);
  }
  return hash(numbers);
}

static std::string hashConstants(const Plan &plan) {
  std::vector<int64_t> hashes;
  for (const std::vector<char> &constant : plan.constants)
    hashes.push_back(
        getHash(std::string_view(constant.data(), constant.size())));
  return hash(hashes);
}

std::vector<PlanPart> shardwise::runtime::getParts(const Plan &plan) {
  std::vector<PlanPart> parts;
  parts.push_back({"mesh", describe(plan.mesh)});
  for (const ShardInfo &shard : plan.shards)
    parts.push_back({"layout of '" + shard.name + "'",
                     toString(shard.type, shard.globalShape) + " " +
                         toString(plan.mesh, shard.sharding)});
  parts.push_back(
      {"number of collectives", std::to_string(plan.collectives.size())});
  for (auto [number, info] : enumerate(plan.collectives))
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
shardwise::runtime::findDifference(std::span<const PlanPart> first,
                                   std::span<const PlanPart> own,
                                   int64_t rank) {
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
static std::string toText(std::span<const PlanPart> parts) {
  std::string text;
  for (const PlanPart &part : parts)
    text += part.what + '\1' + part.value + '\2';
  return text;
}

static std::vector<PlanPart> fromText(std::string_view text) {
  std::vector<PlanPart> parts;
  while (!text.empty()) {
    auto [next, rest] = split(text, "\2");
    auto [what, value] = split(next, "\1");
    parts.push_back({std::string(what), std::string(value)});
    text = rest;
  }
  return parts;
}

Error shardwise::runtime::compareParts(ProcessGroup &group,
                                       std::span<const PlanPart> parts) {
  if (group.getSize() == 1)
    return Error::success();
  static constexpr const char *kWhat = "comparing the plans of all ranks";
  std::string text = toText(parts);
  auto hashes = group.allGather(std::to_string(getHash(text)), kWhat);
  if (!hashes)
    return hashes.takeError();
  if (std::ranges::all_of(*hashes,
                          [&](auto &hash) { return hash == hashes->front(); }))
    return Error::success();
  auto texts = group.allGather(text, kWhat);
  if (!texts)
    return texts.takeError();
  std::vector<PlanPart> first = fromText(texts->front());
  for (auto [rank, other] : enumerate(*texts))
    if (auto difference = findDifference(first, fromText(other), rank))
      return makeError("{}", *difference);
  return makeError("the plans of the ranks have different hashes");
}
