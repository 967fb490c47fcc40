//===- PlanFileTest.cpp - Compiled steps in files -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests that a step comes back from its file as it was, and that a file which
// is cut off or damaged gives an error, also where its hash is right.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Runtime/PlanFile.h"
#include "../Sharding/TestUtils.h"
#include "shardwise/Support/Hash.h"

#include <cmath>
#include <filesystem>
#include <gtest/gtest.h>

using namespace shardwise;
using namespace shardwise::runtime;

static Command makeCommand(Command::Kind kind, uint32_t firstOperand,
                           uint32_t index, int64_t bytes = 0) {
  Command command;
  command.kind = kind;
  command.firstOperand = firstOperand;
  command.index = index;
  command.bytes = bytes;
  return command;
}

/// The gradient of an attention of 1 x 2 x 2 x 8, contiguous.
static AttentionShape makeAttention() {
  AttentionShape shape;
  shape.isGradient = shape.isCausal = true;
  shape.batch = 1;
  shape.queryHeads = shape.keyHeads = shape.queries = shape.keys = 2;
  shape.headDim = shape.valueDim = 8;
  shape.scale = 0.25;
  shape.workspaceBytes = 64;
  for (AttentionShape::Strides &strides : shape.strides)
    strides = {32, 16, 8};
  return shape;
}

/// A step with a command of every kind.
static PlanFile makeFile() {
  PlanFile file;
  file.name = "sample";
  file.facts = "{}";
  Plan &plan = file.plan;
  plan.mesh = makeMesh({2, 3});
  plan.arenaBytes = 128;
  ShardInfo shard;
  shard.role = ShardInfo::Variable;
  shard.name = "w";
  shard.type = ElementType::F32;
  shard.globalShape = {4, 6};
  shard.sharding = makeSharding({{0}, {1}});
  shard.argument = 3;
  plan.shards.push_back(shard);
  plan.constants.push_back({1, 0, 2});
  plan.buffers = {{Place::Shard, 0, 0, 16},
                  {Place::Arena, 0, 64, 64},
                  {Place::Constant, 0, 0, 3}};
  plan.operands = {0, 1, 0, 0, 1, 0, 1, 0, 1, 2,
                   // The attention's.
                   1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
  ContractionShape shape;
  shape.sizes = {2, 2, 2};
  shape.strides[0] = {2, 0, 1};
  shape.strides[1] = {0, 1, 2};
  shape.strides[2] = {2, 1, 0};
  for (ElementType &type : shape.types)
    type = ElementType::F32;
  plan.contractions.push_back(shape);
  CollectiveTensor tensor{
      ElementType::F32, {4}, makeSharding({{}}, {0}), makeSharding({{}})};
  plan.attentions = {makeAttention()};
  plan.collectives = {{CollectiveKind::AllReduce, {tensor}, "all_reduce"}};
  plan.commands = {makeCommand(Command::Launch, 0, 0),
                   makeCommand(Command::Contract, 2, 0),
                   makeCommand(Command::Collective, 5, 0),
                   makeCommand(Command::Copy, 7, 0, 16),
                   makeCommand(Command::Branch, 9, 6),
                   makeCommand(Command::Jump, 10, 0),
                   makeCommand(Command::Attention, 10, 0)};
  GPUKernel kernel;
  kernel.name = "add_0";
  kernel.source = "step.mlir:7:3";
  kernel.numBuffers = 2;
  kernel.grid[0] = 7;
  kernel.block[0] = 256;
  file.image = {
      {kernel}, "sm_90", std::string("\0cubin", 6), ".version 8.0", true};
  return file;
}

static std::string getError(std::string_view bytes) {
  auto file = parsePlanFile(bytes, "step.swx");
  return file ? "" : toString(file.takeError());
}

/// Writes 64 bits as the file has them.
static void writeNumber(std::string &bytes, size_t position, uint64_t value) {
  for (unsigned i = 0; i < 8; ++i)
    bytes[position + i] = char(value >> (8 * i));
}

/// Makes the hash right again.
static void rehash(std::string &bytes) {
  writeNumber(bytes, 24, getHash(std::string_view(bytes).substr(32)));
}

TEST(PlanFile, RoundTrip) {
  std::string bytes = serialize(makeFile());
  auto file = parsePlanFile(bytes, "step.swx");
  ASSERT_TRUE(bool(file)) << toString(file.takeError());
  EXPECT_EQ(serialize(*file), bytes);
  EXPECT_EQ(file->name, "sample");
  EXPECT_EQ(file->plan.mesh.getNumDevices(), 6);
  EXPECT_EQ(file->plan.shards[0].argument, 3);
  EXPECT_EQ(file->plan.constants[0], (std::vector<char>{1, 0, 2}));
  EXPECT_EQ(file->plan.kernels.size(), 1u);
  EXPECT_TRUE(file->plan.attentions[0] == makeAttention());
  EXPECT_EQ(file->image.cubin.size(), 6u);
  EXPECT_EQ(file->image.kernels[0].source, "step.mlir:7:3");
  EXPECT_EQ(file->image.kernels[0].grid[0], 7u);
  EXPECT_TRUE(file->image.startsEarly);
}

TEST(PlanFile, WritesAndReads) {
  std::string path = testing::TempDir() + "PlanFileTest.swx";
  Error error = writePlanFile(makeFile(), path);
  EXPECT_FALSE(bool(error));
  auto file = readPlanFile(path);
  EXPECT_TRUE(bool(file));
  std::filesystem::remove(path);
  auto missing = readPlanFile(path);
  ASSERT_FALSE(bool(missing));
  EXPECT_EQ(toString(missing.takeError()),
            path + ": cannot be read: No such file or directory");
}

TEST(PlanFile, CutOff) {
  std::string bytes = serialize(makeFile());
  for (size_t size = 0; size < bytes.size(); ++size)
    EXPECT_NE(getError(std::string_view(bytes).substr(0, size)), "");
  EXPECT_EQ(getError(""), "step.swx: is no compiled step");
  EXPECT_EQ(getError(bytes.substr(0, 20)),
            "step.swx: ends too early, in its header");
  EXPECT_EQ(getError(bytes.substr(0, 40)),
            "step.swx: has 8 bytes after its header, expected " +
                std::to_string(bytes.size() - 32));
}

TEST(PlanFile, EveryFlippedBitIsFound) {
  std::string bytes = serialize(makeFile());
  for (size_t i = 0; i < bytes.size() * 8; ++i) {
    std::string damaged = bytes;
    damaged[i / 8] ^= 1 << i % 8;
    EXPECT_NE(getError(damaged), "") << "bit " << i;
  }
}

/// With a right hash, damage must not crash; what is accepted must be a plan
/// that validates.
TEST(PlanFile, DamageWithARightHash) {
  std::string bytes = serialize(makeFile());
  for (size_t i = 32; i < bytes.size(); ++i)
    for (int value : {0, 1, 2, 7, 16, 127, 128, 255}) {
      std::string damaged = bytes;
      damaged[i] = char(value);
      rehash(damaged);
      auto file = parsePlanFile(damaged, "step.swx");
      if (!file) {
        EXPECT_NE(toString(file.takeError()), "");
        continue;
      }
      EXPECT_FALSE(validate(file->plan, file->image.kernels.size()));
    }
}

TEST(PlanFile, CutOffWithARightHeader) {
  std::string bytes = serialize(makeFile());
  for (size_t size = 32; size < bytes.size(); ++size) {
    std::string cut = bytes.substr(0, size);
    writeNumber(cut, 16, size - 32);
    rehash(cut);
    EXPECT_EQ(getError(cut), "step.swx: ends too early");
  }
}

TEST(PlanFile, DamageIsNamed) {
  std::string bytes = serialize(makeFile());
  std::string reserved = bytes;
  reserved[12] = 1;
  EXPECT_EQ(getError(reserved),
            "step.swx: is damaged: its header has a bit that no version sets");
  std::string content = bytes;
  content.back() ^= 1;
  EXPECT_EQ(getError(content), "step.swx: is damaged: its content has another "
                               "hash than its header says");
  std::string longer = bytes + 'x';
  writeNumber(longer, 16, longer.size() - 32);
  rehash(longer);
  EXPECT_EQ(getError(longer), "step.swx: goes on after its end");
  // The size of the first axis, behind the name, the facts, the number of axes
  // and its own name.
  std::string mesh = bytes;
  writeNumber(mesh, 32 + (8 + 6) + (8 + 2) + 4 + (8 + 1), 3);
  rehash(mesh);
  EXPECT_EQ(getError(mesh),
            "step.swx: has a mesh that is none: the device order has 6 "
            "entries, the mesh has 9 devices");
}

TEST(PlanFile, CodeForChips) {
  auto getCodeOf = [](const GPUImage &image, unsigned chip) {
    auto code = getCode(image, chip);
    return code ? **code : toString(code.takeError());
  };
  GPUImage both = {{}, "sm_90", "cubin", "ptx"};
  EXPECT_EQ(getCodeOf(both, 90), "cubin");
  EXPECT_EQ(getCodeOf(both, 100), "ptx");
  EXPECT_EQ(getCodeOf(both, 80),
            "the step has kernels for sm_90 and later, the GPU is sm_80; "
            "--chip compiles for another one");
  GPUImage portable = {{}, "sm_80", "", "ptx"};
  EXPECT_EQ(getCodeOf(portable, 80), "ptx");
  EXPECT_EQ(getCodeOf(portable, 90), "ptx");
  GPUImage native = {{}, "sm_90", "cubin", ""};
  EXPECT_EQ(getCodeOf(native, 90), "cubin");
  EXPECT_EQ(getCodeOf(native, 100),
            "the step has kernels for sm_90 only, the GPU is sm_100; --chip "
            "compiles for another one");
  GPUImage special = {{}, "sm_90a", "cubin", "ptx"};
  EXPECT_EQ(getCodeOf(special, 90), "cubin");
  EXPECT_EQ(getCodeOf(special, 100),
            "the step has kernels for sm_90a only, the GPU is sm_100; --chip "
            "compiles for another one");
}

TEST(PlanFile, Versions) {
  std::string bytes = serialize(makeFile());
  bytes[8] = 9;
  EXPECT_EQ(getError(bytes),
            "step.swx: has version 9, expected 5: compile the step again");
}

TEST(PlanFile, AttentionsThatAreNone) {
  auto check = [](const std::function<void(AttentionShape &)> &change) {
    PlanFile file = makeFile();
    change(file.plan.attentions[0]);
    EXPECT_EQ(getError(serialize(file)),
              "step.swx: has an attention that is none");
  };
  check([](AttentionShape &s) { s.type = ElementType::F32; });
  check([](AttentionShape &s) { s.keyHeads = 0; });
  check([](AttentionShape &s) { s.queryHeads = 3; });
  check([](AttentionShape &s) { s.queries = int64_t(1) << 60; });
  check([](AttentionShape &s) { s.scale = 0; });
  check([](AttentionShape &s) { s.scale = -1; });
  check([](AttentionShape &s) { s.scale = INFINITY; });
  check([](AttentionShape &s) { s.scale = NAN; });
  check([](AttentionShape &s) { s.workspaceBytes = -1; });
  check([](AttentionShape &s) { s.strides[2].batch = -1; });
  check([](AttentionShape &s) { s.strides[6].position = int64_t(1) << 62; });
}

TEST(PlanFile, Problems) {
  auto check = [](const std::function<void(PlanFile &)> &change) {
    PlanFile file = makeFile();
    change(file);
    return getError(serialize(file));
  };
  EXPECT_EQ(check([](PlanFile &f) { f.plan.arenaBytes = -1; }),
            "step.swx: has an arena of -1 bytes");
  EXPECT_EQ(
      check([](PlanFile &f) { f.plan.shards[0].role = ShardInfo::Role(9); }),
      "step.swx: has 9 where at most 3 is known");
  EXPECT_EQ(check([](PlanFile &f) { f.plan.shards[0].globalShape[0] = -4; }),
            "step.swx: has a shape that is none");
  EXPECT_EQ(check([](PlanFile &f) { f.plan.shards[0].copyOf = 0; }),
            "step.swx: has a copy that is not of a variable");
  auto checkAxes = [&](AtomList list) {
    return check(
        [&](PlanFile &f) { f.plan.shards[0].sharding.dims[0] = list; });
  };
  EXPECT_EQ(checkAxes(AtomList::fromWord(0x11)),
            "step.swx: has a list of axes that is none");
  EXPECT_EQ(checkAxes(AtomList::fromWord(0x10)),
            "step.swx: has a list of axes that is none");
  EXPECT_EQ(
      checkAxes({5}),
      "step.swx: has a sharding over an axis that the mesh does not have");
  EXPECT_EQ(check([](PlanFile &f) { f.plan.commands[2].firstOperand = 1; }),
            "step.swx: has commands whose buffers are not in order");
  EXPECT_EQ(check([](PlanFile &f) { f.plan.commands[1].firstWait = 1; }),
            "step.swx: has commands whose waits are not in order");
  EXPECT_EQ(
      check([](PlanFile &f) { f.plan.contractions[0].strides[0].pop_back(); }),
      "step.swx: has a contraction without all of its strides");
  EXPECT_EQ(check([](PlanFile &f) {
              f.plan.contractions[0].sizes[0] = int64_t(1) << 60;
            }),
            "step.swx: has a contraction that is none");
  EXPECT_EQ(check([](PlanFile &f) { f.plan.collectives[0].tensors.clear(); }),
            "step.swx: has a collective 'all_reduce' of nothing");
  EXPECT_EQ(check([](PlanFile &f) { f.image.kernels[0].grid[1] = 0; }),
            "step.swx: has a kernel 'add_0' without a valid shape");
  EXPECT_EQ(check([](PlanFile &f) { f.plan.buffers[0].index = 1; }),
            "step.swx: has a buffer that lies nowhere");
  EXPECT_EQ(check([](PlanFile &f) { f.plan.operands[3] = 9; }),
            "step.swx: has a command with an unknown buffer");
  EXPECT_EQ(check([](PlanFile &f) { f.plan.commands[0].index = 1; }),
            "step.swx: has a command with an unknown index");
  EXPECT_EQ(check([](PlanFile &f) { f.plan.commands[3].bytes = 17; }),
            "step.swx: has a command that goes beyond its memory");
  EXPECT_EQ(check([](PlanFile &f) { f.plan.arenaBytes = 64; }),
            "step.swx: has a buffer that lies nowhere");
  EXPECT_EQ(check([](PlanFile &f) { f.plan.buffers[1].bytes = 12; }),
            "step.swx: has a command that goes beyond its memory");
  EXPECT_EQ(check([](PlanFile &f) { f.plan.commands[0].numInputs = 3; }),
            "step.swx: has a command with an unknown index");
  EXPECT_EQ(check([](PlanFile &f) { f.plan.commands[1].firstOperand = 3; }),
            "step.swx: has a command with 2 buffers, expected 3");
  EXPECT_EQ(check([](PlanFile &f) { f.plan.contractions[0].biasElements = 2; }),
            "step.swx: has a command with 3 buffers, expected 4");
  for (auto change : {+[](ContractionShape &s) { s.isGelu = true; },
                      +[](ContractionShape &s) { s.biasElements = -2; },
                      +[](ContractionShape &s) { s.biasElements = 3; },
                      +[](ContractionShape &s) {
                        s.biasElements = 2;
                        s.accumulate = true;
                      },
                      +[](ContractionShape &s) {
                        s.biasElements = 2;
                        for (ElementType &type : s.types)
                          type = ElementType::I32;
                      }})
    EXPECT_EQ(check([&](PlanFile &f) { change(f.plan.contractions[0]); }),
              "step.swx: has a contraction with a bias that is none");
  EXPECT_EQ(check([](PlanFile &f) {
              f.plan.collectives[0].kind = CollectiveKind::AllGather;
            }),
            "step.swx: has a collective 'all_reduce' that does not do what it "
            "is");
  EXPECT_EQ(check([](PlanFile &f) {
              f.plan.shards[0].globalShape = {4, 5};
            }).substr(0, 46),
            "step.swx: has a sharding that does not fit: di");
  EXPECT_EQ(
      check([](PlanFile &f) { f.image.kernels[0].numBuffers = 3; }),
      "step.swx: has a launch with 2 buffers of the kernel 'add_0', which "
      "takes 3");
  EXPECT_EQ(check([](PlanFile &f) { f.plan.commands[6].index = 1; }),
            "step.swx: has a command with an unknown index");
  EXPECT_EQ(check([](PlanFile &f) { f.plan.attentions[0].isGradient = false; }),
            "step.swx: has a command with 10 buffers, expected 6");
  EXPECT_EQ(
      check([](PlanFile &f) { f.plan.attentions[0].workspaceBytes = 65; }),
      "step.swx: has a command that goes beyond its memory");
  EXPECT_EQ(
      check([](PlanFile &f) { f.plan.attentions[0].strides[7].head = 9; }),
      "step.swx: has a command that goes beyond its memory");
  EXPECT_EQ(check([](PlanFile &f) { f.plan.attentions[0].queries = 3; }),
            "step.swx: has a command that goes beyond its memory");
  EXPECT_EQ(check([](PlanFile &f) { f.image.kernels[0].block[1] = 8; }),
            "step.swx: has a kernel 'add_0' with 2048 threads a block, at most "
            "1024 fit");
}
