//===- Plan.h - The plan as plain data --------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the runtime executes: the commands of a `plan.program` in flat arrays,
// with nothing of the compiler in them. A buffer is a number; where it lies in
// the memory of a device follows from its place, so that each device resolves
// all of them once and a command is a function call on an array of pointers.
//
// Loops are jumps: a command `Branch` goes to its target if its buffer holds
// false, `Jump` always does.
//
// The order of the commands is one in which they may run. Commands of different
// streams may also run at the same time: a command begins when the one before
// it on its stream has ended, and those that it waits for. See Streams.h.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_RUNTIME_PLAN_H
#define SHARDWISE_RUNTIME_PLAN_H

#include "shardwise/Sharding/ReshardPlan.h"
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace shardwise::runtime {

/// The elements of a buffer. An I1 is a byte that is 0 or 1; integers have no
/// sign of their own.
enum class ElementType : uint8_t { I1, I8, I16, I32, I64, BF16, F16, F32, F64 };

unsigned getByteSize(ElementType type);
inline bool isFloat(ElementType type) { return type >= ElementType::BF16; }
/// A tensor's type as messages show it: "f32 4x2", "f32" for a scalar.
std::string toString(ElementType type, std::span<const int64_t> shape);

/// Where a buffer begins: in the arena of the device, in one of its shards, or
/// in a constant that all devices share.
struct Place {
  enum Space : uint8_t { Arena, Shard, Constant } space;
  /// The number of the shard or constant.
  uint32_t index = 0;
  int64_t offset = 0;
  /// What commands reach at most from here.
  int64_t bytes = 0;
};

/// A named tensor of which every device holds a part.
struct ShardInfo {
  enum Role : uint8_t { Variable, Input, Output, Copy } role;
  std::string name;
  ElementType type;
  std::vector<int64_t> globalShape;
  Sharding sharding;
  /// Numbers in the exported step, -1 where there is none.
  int64_t argument = -1, result = -1;
  /// The number of the variable that this holds in another float type. Whoever
  /// writes that one from outside brings this up to date. -1 where it is none.
  int64_t copyOf = -1;
  bool isLoss = false, isUnsigned = false;
};

/// A contraction over strided operands. For each iteration dimension its size
/// and the distance, in elements, of neighbours in the left operand, the right
/// operand and the output; 0 where the dimension does not occur. The command's
/// buffers are the operands, the bias if there is one, the output, and what is
/// kept from before the activation if there is one.
struct ContractionShape {
  std::vector<int64_t> sizes;
  std::vector<int64_t> strides[3];
  ElementType types[3] = {};
  /// Whether the sum is added to what the output holds.
  bool accumulate = false;
  /// The elements of a bias, of the output's type, or 0. It repeats along the
  /// output, which is contiguous: the rows or the columns of the product.
  int64_t biasElements = 0;
  /// Whether the output is the GELU, by hyperbolic tangent, of the sum with its
  /// bias, and the sum is kept in a buffer like the output.
  bool isGelu = false;

  unsigned getNumInputs() const { return biasElements ? 3 : 2; }
  unsigned getNumBuffers() const { return getNumInputs() + (isGelu ? 2 : 1); }
};

/// An attention, or its gradient, that a library runs as one. Tensors of which
/// the library is given the addresses, in the order of the command's buffers:
/// query, key, value, output and statistics; for the gradient after them that
/// of the output, and those of query, key and value. A workspace comes last.
struct AttentionShape {
  enum Tensor : uint8_t {
    Query,
    Key,
    Value,
    Output,
    OutputGradient,
    QueryGradient,
    KeyGradient,
    ValueGradient
  };
  static constexpr unsigned kNumTensors = ValueGradient + 1;
  /// Distances, in elements, of neighbours in batch, positions and heads; the
  /// elements of a head are neighbours in memory.
  struct Strides {
    int64_t batch = 0, position = 0, head = 0;
    bool operator==(const Strides &) const = default;
  };

  bool isGradient = false;
  ElementType type = ElementType::BF16;
  /// Sizes on one device.
  int64_t batch = 0, queryHeads = 0, keyHeads = 0, queries = 0, keys = 0;
  int64_t headDim = 0, valueDim = 0;
  /// What scores are multiplied with.
  double scale = 1;
  /// Whether a query sees the keys up to its own position only.
  bool isCausal = false;
  /// Whether the gradient adds up in an order that does not change from run to
  /// run.
  bool isDeterministic = true;
  /// Those of the output gradient and behind it are used by the gradient alone.
  Strides strides[kNumTensors];
  int64_t workspaceBytes = 0;

  int64_t getHeads(Tensor tensor) const {
    return isOfKeys(tensor) ? keyHeads : queryHeads;
  }
  int64_t getPositions(Tensor tensor) const {
    return isOfKeys(tensor) ? keys : queries;
  }
  int64_t getLastDim(Tensor tensor) const {
    bool isQueryOrKey = tensor == Query || tensor == Key ||
                        tensor == QueryGradient || tensor == KeyGradient;
    return isQueryOrKey ? headDim : valueDim;
  }

  /// The floating point operations of its products: two of the scores' size
  /// forward; for the gradient those of the scores again, and four more.
  /// Causality hides half of each.
  double getOperations() const {
    double scores =
        double(batch) * queryHeads * queries * keys * (isCausal ? 0.5 : 1.0);
    return 2 * scores *
           (isGradient ? 3 * headDim + 2 * valueDim : headDim + valueDim);
  }
  /// The buffers of the command: tensors, statistics and workspace.
  unsigned getNumBuffers() const {
    return (isGradient ? kNumTensors : Output + 1) + 2;
  }
  bool operator==(const AttentionShape &) const = default;

private:
  static bool isOfKeys(Tensor tensor) {
    return tensor == Key || tensor == Value || tensor == KeyGradient ||
           tensor == ValueGradient;
  }
};

/// One tensor of a collective command.
struct CollectiveTensor {
  ElementType type;
  std::vector<int64_t> globalShape;
  Sharding from, to;
};

/// A collective command.
struct CollectiveInfo {
  CollectiveKind kind;
  std::vector<CollectiveTensor> tensors;
  /// How messages name it.
  std::string name;
};

/// The native code of a kernel: arguments then results, contiguous, and the
/// row-major number of the device.
using KernelFunction = void (*)(void *const *buffers, int64_t device);

/// One command. Its buffers are `operands[firstOperand...]`: inputs, then
/// outputs.
struct Command {
  enum Kind : uint8_t {
    Launch,
    Contract,
    Attention,
    Collective,
    Copy,
    Branch,
    Jump
  } kind;
  uint32_t firstOperand = 0;
  /// The kernel, contraction, attention or collective; the target of a jump.
  uint32_t index = 0;
  /// The bytes of a copy; those of all buffers of a launch.
  int64_t bytes = 0;
  /// Of a launch: how many of its buffers the kernel only reads.
  uint32_t numInputs = 0;
  /// Where it runs; 0 is the stream of the computation.
  uint32_t stream = 0;
  /// It waits for the commands `waits[firstWait...]`.
  uint32_t firstWait = 0;
};

struct Plan {
  Mesh mesh;
  int64_t arenaBytes = 0;
  std::vector<ShardInfo> shards;
  /// The bytes of each constant.
  std::vector<std::vector<char>> constants;
  std::vector<Place> buffers;
  std::vector<uint32_t> operands;
  std::vector<Command> commands;
  std::vector<uint32_t> waits;
  std::vector<KernelFunction> kernels;
  std::vector<ContractionShape> contractions;
  std::vector<AttentionShape> attentions;
  std::vector<CollectiveInfo> collectives;
};

} // namespace shardwise::runtime

#endif // SHARDWISE_RUNTIME_PLAN_H
