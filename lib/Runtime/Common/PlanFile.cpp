//===- PlanFile.cpp - A compiled step in one file -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each struct has one function that visits its fields, for reading and for
// writing, so that the two cannot disagree. The reader never fails on the spot:
// it remembers the first problem and gives zeros from then on.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Runtime/PlanFile.h"
#include "shardwise/Runtime/Streams.h"
#include "shardwise/Support/Error.h"
#include "shardwise/Support/Files.h"
#include "shardwise/Support/Hash.h"
#include <bit>
#include <charconv>
#include <cstring>
#include <fstream>
#include <string_view>
#include <vector>

using namespace shardwise;
using namespace shardwise::runtime;

static constexpr std::string_view kMagic = "SHARDWIS";
static constexpr uint32_t kVersion = 5;
static constexpr size_t kHeaderBytes = 32;

//===----------------------------------------------------------------------===//
// Numbers and texts
//===----------------------------------------------------------------------===//

namespace {
class Writer {
public:
  static constexpr bool isReader = false;
  std::string bytes;

  void number(uint64_t value, unsigned size) {
    for (unsigned i = 0; i < size; ++i)
      bytes += char(value >> (8 * i));
  }
  template <typename T> void field(T &value) {
    number(static_cast<uint64_t>(value), sizeof(T));
  }
  template <typename T> void choice(T &value, T) { field(value); }
  void real(double &value) { number(std::bit_cast<uint64_t>(value), 8); }
  void raw(std::string &text) {
    number(text.size(), 8);
    bytes += text;
  }
  template <typename List> void count(List &list) { number(list.size(), 4); }
  void fail(std::string) {}
};

class Reader {
public:
  static constexpr bool isReader = true;
  explicit Reader(std::string_view rest) : rest(rest) {}

  std::string_view rest;
  std::string error;

  uint64_t number(unsigned size) {
    if (rest.size() < size) {
      fail("ends too early");
      return 0;
    }
    uint64_t value = 0;
    for (unsigned i = 0; i < size; ++i)
      value |= uint64_t(uint8_t(rest[i])) << (8 * i);
    rest.remove_prefix(size);
    return value;
  }
  template <typename T> void field(T &value) {
    value = static_cast<T>(number(sizeof(T)));
  }
  void real(double &value) { value = std::bit_cast<double>(number(8)); }
  /// A value of an enumeration.
  template <typename T> void choice(T &value, T last) {
    uint64_t found = number(sizeof(T));
    if (found > static_cast<uint64_t>(last))
      fail(formatText("has {} where at most {} is known", found,
                      static_cast<uint64_t>(last)));
    else
      value = static_cast<T>(found);
  }
  void raw(std::string &text) {
    uint64_t size = number(8);
    if (size > rest.size())
      return fail("ends too early");
    text = rest.substr(0, size);
    rest.remove_prefix(size);
  }
  /// Every element takes a byte or more, so a size that memory could not hold
  /// is found before it is allocated.
  template <typename List> void count(List &list) {
    uint64_t size = number(4);
    if (size > rest.size())
      return fail("ends too early");
    list.resize(size);
  }
  void fail(std::string what) {
    if (error.empty())
      error = std::move(what);
    rest = {};
  }
};
} // namespace

//===----------------------------------------------------------------------===//
// Fields
//===----------------------------------------------------------------------===//

template <typename A, typename List, typename F>
static void visitList(A &archive, List &list, F &&element) {
  archive.count(list);
  for (auto &value : list)
    element(value);
}

template <typename A, typename List>
static void visitNumbers(A &archive, List &list) {
  visitList(archive, list, [&](auto &value) { archive.field(value); });
}

template <typename A> static void visit(A &archive, ElementType &type) {
  archive.choice(type, ElementType::F64);
}

/// An atom list must not name an atom twice or leave a gap.
template <typename A> static void visit(A &archive, AtomList &list) {
  uint64_t word = list.getWord();
  archive.field(word);
  if constexpr (A::isReader) {
    uint32_t seen = 0;
    for (uint64_t rest = word; rest; rest >>= 4) {
      uint32_t bit = 1u << (rest & 15);
      if (!(rest & 15) || seen & bit)
        return archive.fail("has a list of axes that is none");
      seen |= bit;
    }
    list = AtomList::fromWord(word);
  }
}

template <typename A> static void visit(A &archive, Sharding &sharding) {
  visitList(archive, sharding.dims,
            [&](AtomList &list) { visit(archive, list); });
  visit(archive, sharding.partial);
  archive.choice(sharding.reduction, Reduction::Min);
}

template <typename A> static void visit(A &archive, ShardInfo &shard) {
  archive.choice(shard.role, ShardInfo::Copy);
  archive.raw(shard.name);
  visit(archive, shard.type);
  visitNumbers(archive, shard.globalShape);
  visit(archive, shard.sharding);
  archive.field(shard.argument);
  archive.field(shard.result);
  archive.field(shard.copyOf);
  archive.choice(shard.isLoss, true);
  archive.choice(shard.isUnsigned, true);
}

template <typename A> static void visit(A &archive, ContractionShape &shape) {
  visitNumbers(archive, shape.sizes);
  for (auto &strides : shape.strides)
    visitNumbers(archive, strides);
  for (ElementType &type : shape.types)
    visit(archive, type);
  archive.choice(shape.accumulate, true);
  archive.field(shape.biasElements);
  archive.choice(shape.isGelu, true);
}

template <typename A> static void visit(A &archive, AttentionShape &shape) {
  archive.choice(shape.isGradient, true);
  visit(archive, shape.type);
  for (int64_t *size :
       {&shape.batch, &shape.queryHeads, &shape.keyHeads, &shape.queries,
        &shape.keys, &shape.headDim, &shape.valueDim, &shape.workspaceBytes})
    archive.field(*size);
  archive.real(shape.scale);
  archive.choice(shape.isCausal, true);
  archive.choice(shape.isDeterministic, true);
  for (AttentionShape::Strides &strides : shape.strides) {
    archive.field(strides.batch);
    archive.field(strides.position);
    archive.field(strides.head);
  }
}

template <typename A> static void visit(A &archive, CollectiveInfo &info) {
  archive.choice(info.kind, CollectiveKind::PartialSwap);
  archive.raw(info.name);
  visitList(archive, info.tensors, [&](CollectiveTensor &tensor) {
    visit(archive, tensor.type);
    visitNumbers(archive, tensor.globalShape);
    visit(archive, tensor.from);
    visit(archive, tensor.to);
  });
}

template <typename A> static void visit(A &archive, Place &place) {
  archive.choice(place.space, Place::Constant);
  archive.field(place.index);
  archive.field(place.offset);
  archive.field(place.bytes);
}

template <typename A> static void visit(A &archive, Command &command) {
  archive.choice(command.kind, Command::Jump);
  archive.field(command.firstOperand);
  archive.field(command.index);
  archive.field(command.bytes);
  archive.field(command.numInputs);
  archive.field(command.stream);
  archive.field(command.firstWait);
}

template <typename A> static void visit(A &archive, Mesh &mesh) {
  std::vector<MeshAxis> axes(mesh.getAxes().begin(), mesh.getAxes().end());
  visitList(archive, axes, [&](MeshAxis &axis) {
    archive.raw(axis.name);
    archive.field(axis.size);
  });
  std::vector<int64_t> order;
  if constexpr (!A::isReader)
    for (int64_t device = 0; device < mesh.getNumDevices(); ++device)
      order.push_back(mesh.getRank(device));
  visitNumbers(archive, order);
  if constexpr (A::isReader) {
    if (std::optional<std::string> problem = Mesh::validate(axes, order))
      return archive.fail("has a mesh that is none: " + *problem);
    mesh = Mesh(axes, order);
  }
}

template <typename A> static void visit(A &archive, Plan &plan) {
  visit(archive, plan.mesh);
  archive.field(plan.arenaBytes);
  visitList(archive, plan.shards,
            [&](ShardInfo &shard) { visit(archive, shard); });
  visitList(archive, plan.constants, [&](std::vector<char> &constant) {
    std::string bytes(constant.begin(), constant.end());
    archive.raw(bytes);
    if constexpr (A::isReader)
      constant.assign(bytes.begin(), bytes.end());
  });
  visitList(archive, plan.buffers,
            [&](Place &place) { visit(archive, place); });
  visitNumbers(archive, plan.operands);
  visitList(archive, plan.commands,
            [&](Command &command) { visit(archive, command); });
  visitNumbers(archive, plan.waits);
  visitList(archive, plan.contractions,
            [&](ContractionShape &shape) { visit(archive, shape); });
  visitList(archive, plan.attentions,
            [&](AttentionShape &shape) { visit(archive, shape); });
  visitList(archive, plan.collectives,
            [&](CollectiveInfo &info) { visit(archive, info); });
}

template <typename A> static void visit(A &archive, GPUImage &image) {
  visitList(archive, image.kernels, [&](GPUKernel &kernel) {
    archive.raw(kernel.name);
    archive.raw(kernel.source);
    archive.field(kernel.numBuffers);
    for (unsigned d = 0; d < 3; ++d) {
      archive.field(kernel.grid[d]);
      archive.field(kernel.block[d]);
    }
    archive.field(kernel.sharedBytes);
  });
  archive.raw(image.chip);
  archive.raw(image.cubin);
  archive.raw(image.ptx);
  archive.field(image.startsEarly);
}

template <typename A> static void visit(A &archive, PlanFile &file) {
  archive.raw(file.name);
  archive.raw(file.facts);
  visit(archive, file.plan);
  visit(archive, file.image);
}

//===----------------------------------------------------------------------===//
// Bytes
//===----------------------------------------------------------------------===//

std::string shardwise::runtime::serialize(const PlanFile &file) {
  Writer content;
  // Visiting takes what it may change; a writer changes nothing.
  visit(content, const_cast<PlanFile &>(file));
  Writer header;
  header.bytes = kMagic;
  header.number(kVersion, 4);
  header.number(0, 4);
  header.number(content.bytes.size(), 8);
  header.number(getHash(content.bytes), 8);
  return header.bytes + content.bytes;
}

/// What is wrong with the kernels, or nothing.
static std::optional<std::string> validate(const PlanFile &file) {
  for (const GPUKernel &kernel : file.image.kernels) {
    uint64_t threads = 1;
    for (unsigned d = 0; d < 3; ++d) {
      if (!kernel.grid[d] || !kernel.block[d] || kernel.block[d] > 1024)
        return "has a kernel '" + kernel.name + "' without a valid shape";
      threads *= kernel.block[d];
    }
    if (threads > 1024)
      return "has a kernel '" + kernel.name + "' with " +
             std::to_string(threads) + " threads a block, at most 1024 fit";
  }
  const Plan &plan = file.plan;
  if (auto problem = validate(plan, file.image.kernels.size()))
    return problem;
  for (size_t number = 0; number < plan.commands.size(); ++number) {
    const Command &command = plan.commands[number];
    if (command.kind != Command::Launch)
      continue;
    const GPUKernel &kernel = file.image.kernels[command.index];
    if (getNumOperands(plan, number) != kernel.numBuffers)
      return "has a launch with " +
             std::to_string(getNumOperands(plan, number)) +
             " buffers of the kernel '" + kernel.name + "', which takes " +
             std::to_string(kernel.numBuffers);
  }
  return std::nullopt;
}

Expected<PlanFile> shardwise::runtime::parsePlanFile(std::string_view bytes,
                                                     std::string_view name) {
  auto fail = [&](std::string_view what) {
    return makeError("{}: {}", name, what);
  };
  if (!bytes.starts_with(kMagic))
    return fail("is no compiled step");
  if (bytes.size() < kHeaderBytes)
    return fail("ends too early, in its header");
  Reader header(bytes.substr(kMagic.size()));
  if (uint64_t version = header.number(4); version != kVersion)
    return fail(
        formatText("has version {}, expected {}: compile the step again",
                   version, kVersion));
  if (header.number(4))
    return fail("is damaged: its header has a bit that no version sets");
  uint64_t size = header.number(8), hash = header.number(8);
  std::string_view content = bytes.substr(kHeaderBytes);
  if (content.size() != size)
    return fail(formatText("has {} bytes after its header, expected {}",
                           content.size(), size));
  if (getHash(content) != hash)
    return fail("is damaged: its content has another hash than its header "
                "says");
  PlanFile file;
  file.hash = hash;
  Reader reader(content);
  visit(reader, file);
  if (reader.error.empty() && !reader.rest.empty())
    reader.fail("goes on after its end");
  if (!reader.error.empty())
    return fail(reader.error);
  file.plan.kernels.assign(file.image.kernels.size(), nullptr);
  if (auto problem = ::validate(file))
    return fail(*problem);
  return file;
}

Error shardwise::runtime::writePlanFile(const PlanFile &file,
                                        const std::string &path) {
  std::string bytes = serialize(file);
  if (Error error =
          writeAtomically(path, [&](const FileSink &write) { write(bytes); }))
    return makeError("{}: cannot be written: {}", path, toString(error));
  return Error::success();
}

Expected<PlanFile> shardwise::runtime::readPlanFile(const std::string &path) {
  auto file = MappedFile::open(path);
  if (!file)
    return makeError("{}: cannot be read: {}", path,
                     toString(file.takeError()));
  return parsePlanFile(file->getText(), path);
}

Expected<const std::string *> shardwise::runtime::getCode(const GPUImage &image,
                                                          unsigned chip) {
  std::string_view name = image.chip;
  name.remove_prefix(std::min(name.find_first_of("0123456789"), name.size()));
  unsigned number = 0;
  const char *end =
      std::from_chars(name.data(), name.data() + name.size(), number).ptr;
  bool isForLater = end == name.data() + name.size();
  if (number == chip && !image.cubin.empty())
    return &image.cubin;
  if (!image.ptx.empty() && (number == chip || (isForLater && number < chip)))
    return &image.ptx;
  return makeError("the step has kernels for {}{}, the GPU is sm_{}; --chip "
                   "compiles for another one",
                   image.chip,
                   isForLater && !image.ptx.empty() ? " and later" : " only",
                   chip);
}

bool shardwise::runtime::isPlanFile(const std::string &path) {
  char begin[kMagic.size()];
  std::ifstream file(path, std::ios::binary);
  return file.read(begin, sizeof(begin)) &&
         std::string_view(begin, sizeof(begin)) == kMagic;
}
