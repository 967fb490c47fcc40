//===- DescribeOverlaps.cpp - What hides each collective ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads the answer off the plan: a collective may run until the first command
// of the computation that waits for it, or for one after it on its stream.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Target/Plan/DescribeOverlaps.h"
#include "shardwise/Runtime/Streams.h"

using namespace mlir::shardwise;
using namespace ::shardwise::runtime;
using plan::CostModel;

/// The bytes that a device receives in a collective.
static int64_t getBytes(const Plan &plan, const CollectiveInfo &info) {
  int64_t bytes = 0;
  for (const CollectiveTensor &tensor : info.tensors)
    bytes += getBytesReceived(plan.mesh, {info.kind, tensor.from, tensor.to},
                              tensor.globalShape, getByteSize(tensor.type));
  return bytes;
}

static double getSeconds(const Plan &plan, size_t number,
                         const CostModel &model) {
  const Command &command = plan.commands[number];
  if (command.kind == Command::Contract) {
    const ContractionShape &shape = plan.contractions[command.index];
    double operations = 2;
    for (int64_t size : shape.sizes)
      operations *= double(size);
    return model.getProductSeconds(operations, 8 * getByteSize(shape.types[0]));
  }
  if (command.kind == Command::Attention) {
    const AttentionShape &shape = plan.attentions[command.index];
    return model.getAttentionSeconds(shape.getOperations(),
                                     8 * getByteSize(shape.type));
  }
  double bytes = 0;
  for (const Access &access : getAccesses(plan, number))
    bytes += double(access.end - access.begin);
  return model.getKernelSeconds(bytes);
}

namespace {
/// The commands beside a collective.
struct Beside {
  unsigned numProducts = 0, numOthers = 0;
  double seconds = 0;
  bool reachesEnd = true;
};
} // namespace

static Beside findBeside(const Plan &plan, size_t collective,
                         const CostModel &model) {
  uint32_t stream = plan.commands[collective].stream;
  Beside beside;
  for (size_t next = collective + 1; next < plan.commands.size(); ++next) {
    if (plan.commands[next].stream == stream)
      continue;
    for (uint32_t wait : getWaits(plan, next))
      if (wait >= collective && plan.commands[wait].stream == stream)
        beside.reachesEnd = false;
    if (!beside.reachesEnd)
      break;
    bool isProduct = plan.commands[next].kind == Command::Contract ||
                     plan.commands[next].kind == Command::Attention;
    ++(isProduct ? beside.numProducts : beside.numOthers);
    beside.seconds += getSeconds(plan, next, model);
  }
  return beside;
}

static std::string count(unsigned number, const char *what) {
  return std::to_string(number) + " " + what + (number == 1 ? "" : "s");
}

static std::string describe(const Beside &beside) {
  if (!beside.numProducts && !beside.numOthers)
    return beside.reachesEnd ? "nothing: the step ends"
                             : "nothing: the next command needs it";
  if (!beside.numProducts)
    return count(beside.numOthers, "kernel");
  std::string text = count(beside.numProducts, "product");
  if (beside.numOthers)
    text += ", " + count(beside.numOthers, "kernel");
  return text;
}

std::vector<CollectiveOverlap>
mlir::shardwise::describeOverlaps(const Plan &plan,
                                  const plan::SchedulePassOptions &options) {
  CostModel model(options);
  bool hasLoops = false;
  for (const Command &command : plan.commands)
    hasLoops |= command.kind == Command::Jump;
  std::vector<CollectiveOverlap> overlaps;
  for (size_t number = 0; number < plan.commands.size(); ++number) {
    const Command &command = plan.commands[number];
    if (command.kind != Command::Collective)
      continue;
    const CollectiveInfo &info = plan.collectives[command.index];
    CollectiveOverlap &overlap = overlaps.emplace_back();
    overlap.name = info.name;
    overlap.bytes = getBytes(plan, info);
    overlap.seconds = info.kind == CollectiveKind::PartialSwap
                          ? model.getExchangeSeconds(double(overlap.bytes))
                          : model.getCollectiveSeconds(double(overlap.bytes));
    if (!command.stream) {
      overlap.beside = !options.overlap ? "nothing: overlap is switched off"
                       : hasLoops       ? "nothing: the step has loops"
                                        : "nothing: it stays on its device";
      continue;
    }
    Beside beside = findBeside(plan, number, model);
    overlap.hiddenSeconds = std::min(overlap.seconds, beside.seconds);
    overlap.beside = describe(beside);
  }
  return overlaps;
}
