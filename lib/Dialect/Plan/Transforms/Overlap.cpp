//===- Overlap.cpp - Collectives beside the computation -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Plays the step through with estimated times on two streams. A collective
// begins as soon as its operands are there; reductions over the same axes that
// are small wait for others until they are worth a call, or a command nearby
// needs one. The computation keeps
// the program's order but for two cases, both within a short distance, so that
// lives do not become much longer:
//
// - where the next command would wait for a collective, another one that need
//   not wait goes first: the product of a weight's gradient beside the sum of
//   an activation's;
// - what a collective nearby needs goes before what it does not need.
//
//===----------------------------------------------------------------------===//

#include "Overlap.h"
#include "AttentionWorkspaces.h"
#include "CutSums.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "shardwise/Interfaces/ShardingInterface.h"
#include "llvm/ADT/STLExtras.h"

using namespace mlir;
using namespace mlir::shardwise;
using namespace mlir::shardwise::plan;

/// The stream of all collectives. One for all of them keeps their order the
/// same on every device, as libraries demand.
static constexpr int64_t kStream = 1;
/// How far ahead commands are looked for, and collectives whose operands go
/// first.
static constexpr unsigned kLookahead = 32, kNearby = 16;
/// What a command may wait before another one is looked for.
static constexpr double kPatience = 2e-6;

//===----------------------------------------------------------------------===//
// Costs
//===----------------------------------------------------------------------===//

static double getBytes(Value value) {
  auto type = dyn_cast<ShapedType>(value.getType());
  return type ? double(plan::getByteSize(type)) : 0;
}

/// The products of an attention or its gradient; causality hides half of them.
static double getAttentionSeconds(const CostModel &model, Operation *op) {
  auto getType = [&](unsigned operand) {
    return cast<RankedTensorType>(op->getOperand(operand).getType());
  };
  RankedTensorType query = getType(0), value = getType(2);
  bool isGrad = isa<model::AttentionGradOp>(op);
  double elements = isGrad ? 3 * query.getDimSize(3) + 2 * value.getDimSize(3)
                           : query.getDimSize(3) + value.getDimSize(3);
  double operations = 2 * elements * value.getDimSize(1) * query.getDimSize(0) *
                      query.getDimSize(1) * query.getDimSize(2);
  if (op->hasAttr("causal"))
    operations /= 2;
  return model.getAttentionSeconds(operations, query.getElementTypeBitWidth());
}

double plan::getSeconds(const CostModel &model, Operation *op) {
  if (auto swap = dyn_cast<dist::PartialSwapOp>(op))
    return model.getExchangeSeconds(swap.getBytesReceived());
  if (auto collective = dyn_cast<dist::CollectiveInterface>(op))
    return model.getCollectiveSeconds(collective.getBytesReceived());
  if (auto contract = dyn_cast<linalg::ContractOp>(op)) {
    double operations = 2;
    for (int64_t size : contract.getStaticLoopRanges())
      operations *= double(size);
    auto type = cast<ShapedType>(contract.getInputs()[0].getType());
    return model.getProductSeconds(operations, type.getElementTypeBitWidth());
  }
  if (auto contract = dyn_cast<BiasedContractOp>(op))
    return model.getProductSeconds(
        2 * contract.getNumMultiplications(),
        contract.getLhs().getType().getElementTypeBitWidth());
  if (AttentionWorkspaces::isAttention(op))
    return getAttentionSeconds(model, op);
  double bytes = 0;
  for (Value operand : op->getOperands())
    bytes += getBytes(operand);
  for (Value result : op->getResults())
    bytes += getBytes(result);
  return model.getKernelSeconds(bytes);
}

//===----------------------------------------------------------------------===//
// Playing the step through
//===----------------------------------------------------------------------===//

namespace {
/// A command that has not been issued, or when it ends.
struct Item {
  Operation *op;
  double seconds = 0;
  /// The commands that must come before.
  SmallVector<unsigned, 4> needs;
  bool isCollective = false, isIssued = false;
  double end = 0;
};

/// Reductions that wait for others.
struct Bucket {
  GroupKey key;
  SmallVector<unsigned> members;
  double bytes = 0;
};

class Player {
public:
  Player(Block &block, const CostModel &model) : model(model) {
    addItems(block);
  }
  std::vector<CommandNode> run();
  /// How long the commands that were issued take.
  double getSeconds() const { return std::max(time, streamTime); }

private:
  void addItems(Block &block);
  void addNeed(unsigned item, Value value);
  void addAssignments(Block &block);
  bool isReady(const Item &item) const {
    return llvm::all_of(item.needs,
                        [&](unsigned need) { return items[need].isIssued; });
  }
  double getReadyTime(const Item &item) const {
    double time = 0;
    for (unsigned need : item.needs)
      time = std::max(time, items[need].end);
    return time;
  }
  bool isDone();
  void forEachAhead(unsigned count, function_ref<void(unsigned)> function);
  void startCollectives();
  void addToBucket(unsigned number);
  void issueBucket(unsigned number);
  void issueNeededBuckets();
  void issueCollective(ArrayRef<unsigned> members);
  llvm::DenseSet<unsigned> findUrgent();
  std::optional<unsigned> choose();
  void issue(unsigned number);

  const CostModel &model;
  std::vector<Item> items;
  DenseMap<Operation *, unsigned> numbers;
  /// The first command that is not issued.
  unsigned first = 0;
  SmallVector<Bucket, 2> buckets;
  llvm::DenseSet<unsigned> inBuckets;
  std::vector<CommandNode> nodes;
  double time = 0, streamTime = 0;
};
} // namespace

void Player::addNeed(unsigned item, Value value) {
  if (Operation *producer = getRoot(value).getDefiningOp())
    if (auto it = numbers.find(producer); it != numbers.end())
      items[item].needs.push_back(it->second);
}

void Player::addItems(Block &block) {
  for (Operation &op : block) {
    if (isSilent(&op))
      continue;
    unsigned number = items.size();
    Item &item = items.emplace_back();
    item.op = &op;
    item.seconds = plan::getSeconds(model, &op);
    auto collective = dyn_cast<dist::CollectiveInterface>(op);
    item.isCollective =
        collective && collective.getKind() != CollectiveKind::AllSlice;
    for (Value operand : op.getOperands())
      addNeed(number, operand);
    numbers[&op] = number;
  }
  addAssignments(block);
}

/// The new value of a variable comes after the readers of the old one, where
/// the program has it so: it is made in place then.
void Player::addAssignments(Block &block) {
  llvm::StringMap<SmallVector<unsigned>> readers;
  for (auto [number, item] : llvm::enumerate(items))
    for (Value operand : item.op->getOperands())
      if (auto read = getRoot(operand).getDefiningOp<model::ReadOp>())
        readers[read.getName()].push_back(number);
  for (auto assign : block.getOps<model::AssignOp>()) {
    Operation *producer = getRoot(assign.getValue()).getDefiningOp();
    auto it = numbers.find(producer);
    if (it == numbers.end())
      continue;
    for (unsigned reader : readers[assign.getName()])
      if (reader < it->second)
        items[it->second].needs.push_back(reader);
  }
}

/// Whether all commands are issued.
bool Player::isDone() {
  while (first < items.size() && items[first].isIssued)
    ++first;
  return first == items.size();
}

/// Calls a function with the next commands that are not issued.
void Player::forEachAhead(unsigned count,
                          function_ref<void(unsigned)> function) {
  if (isDone())
    return;
  for (unsigned number = first; number < items.size() && count; ++number)
    if (!items[number].isIssued) {
      --count;
      function(number);
    }
}

//===----------------------------------------------------------------------===//
// Collectives
//===----------------------------------------------------------------------===//

void Player::issueCollective(ArrayRef<unsigned> members) {
  bool isExchange = isa<dist::PartialSwapOp>(items[members.front()].op);
  double once = isExchange ? model.exchangeSeconds : model.collectiveSeconds;
  double begin = streamTime, seconds = once;
  SmallVector<Operation *> ops;
  for (unsigned member : members) {
    begin = std::max(begin, getReadyTime(items[member]));
    seconds += items[member].seconds - once;
    ops.push_back(items[member].op);
  }
  streamTime = begin + seconds;
  for (unsigned member : members) {
    items[member].isIssued = true;
    items[member].end = streamTime;
    inBuckets.erase(member);
  }
  CommandNode &node = nodes.emplace_back(ops);
  node.stream = kStream;
}

void Player::issueBucket(unsigned number) {
  SmallVector<unsigned> members = std::move(buckets[number].members);
  buckets.erase(buckets.begin() + number);
  issueCollective(members);
}

/// Adds a reduction to those that it goes with. It counts as issued only when
/// they are.
void Player::addToBucket(unsigned number) {
  auto op = cast<dist::CollectiveInterface>(items[number].op);
  GroupKey key = getKey(op);
  unsigned position = 0;
  while (position < buckets.size() && !(buckets[position].key == key))
    ++position;
  if (position == buckets.size())
    buckets.push_back({key, {}});
  Bucket &bucket = buckets[position];
  bucket.members.push_back(number);
  bucket.bytes += getBytes(op->getOperand(0));
  inBuckets.insert(number);
  if (bucket.bytes >= model.getBucketBytes())
    issueBucket(position);
}

void Player::startCollectives() {
  SmallVector<unsigned> ready;
  forEachAhead(kLookahead, [&](unsigned number) {
    const Item &item = items[number];
    if (item.isCollective && !inBuckets.contains(number) && isReady(item))
      ready.push_back(number);
  });
  for (unsigned number : ready) {
    auto op = cast<dist::CollectiveInterface>(items[number].op);
    if (isReduction(op.getKind()))
      addToBucket(number);
    else
      issueCollective(number);
  }
  issueNeededBuckets();
}

/// Issues the reductions that commands nearby need: for them it is late to wait
/// for more. Small ones wait until the next command needs them.
void Player::issueNeededBuckets() {
  llvm::DenseSet<unsigned> needed, neededNext;
  bool isNext = true;
  forEachAhead(kNearby, [&](unsigned number) {
    needed.insert_range(items[number].needs);
    if (isNext && !items[number].isCollective) {
      neededNext.insert_range(items[number].needs);
      isNext = false;
    }
  });
  for (unsigned position = buckets.size(); position-- > 0;) {
    bool isSmall = buckets[position].bytes * 4 < model.getBucketBytes();
    const auto &reason = isSmall ? neededNext : needed;
    if (llvm::any_of(buckets[position].members,
                     [&](unsigned member) { return reason.contains(member); }))
      issueBucket(position);
  }
}

//===----------------------------------------------------------------------===//
// The computation
//===----------------------------------------------------------------------===//

/// What collectives nearby need.
llvm::DenseSet<unsigned> Player::findUrgent() {
  llvm::DenseSet<unsigned> urgent;
  SmallVector<unsigned> nearby;
  forEachAhead(kNearby, [&](unsigned number) {
    if (items[number].isCollective && !inBuckets.contains(number))
      nearby.push_back(number);
  });
  while (!nearby.empty())
    for (unsigned need : items[nearby.pop_back_val()].needs)
      if (!items[need].isIssued && urgent.insert(need).second)
        nearby.push_back(need);
  return urgent;
}

/// The command that is next, or nothing if all wait for a bucket.
std::optional<unsigned> Player::choose() {
  llvm::DenseSet<unsigned> urgent = findUrgent();
  std::optional<unsigned> best;
  auto getRank = [&](unsigned number) {
    double stall = getReadyTime(items[number]) - time;
    return std::tuple(stall > kPatience ? stall : 0, !urgent.contains(number),
                      number);
  };
  forEachAhead(kLookahead, [&](unsigned number) {
    const Item &item = items[number];
    if (!item.isCollective && isReady(item) &&
        (!best || getRank(number) < getRank(*best)))
      best = number;
  });
  return best;
}

void Player::issue(unsigned number) {
  Item &item = items[number];
  time = std::max(time, getReadyTime(item)) + item.seconds;
  item.end = time;
  item.isIssued = true;
  nodes.push_back(CommandNode(ArrayRef<Operation *>(item.op)));
}

std::vector<CommandNode> Player::run() {
  // The first command that is not issued needs issued ones alone: each round
  // issues at least that one, or the bucket that it is or waits in. What only
  // collectives come before may take a round of collectives.
  while (!isDone()) {
    startCollectives();
    if (std::optional<unsigned> next = choose())
      issue(*next);
    else if (!buckets.empty())
      issueBucket(0);
  }
  return std::move(nodes);
}

std::vector<CommandNode>
plan::overlapCommands(Block &block, const CostModel &model, double &seconds) {
  Player player(block, model);
  std::vector<CommandNode> nodes = player.run();
  seconds = player.getSeconds();
  return nodes;
}

/// How long commands take one after the other.
static double addSeconds(ArrayRef<CommandNode> nodes, const CostModel &model) {
  double seconds = 0;
  for (const CommandNode &node : nodes)
    for (Operation *op : node.ops)
      if (!isa<scf::WhileOp>(op))
        seconds += getSeconds(model, op);
  return seconds;
}

FailureOr<Arrangement>
plan::arrangeCommands(dist::LocalProgramOp program,
                      const SchedulePassOptions &options) {
  Block &block = program.getBody().front();
  CostModel model(options);
  auto nodes = orderCommands(block);
  if (failed(nodes))
    return failure();
  Arrangement result;
  result.nodes = std::move(*nodes);
  if (options.overlap && block.getOps<scf::WhileOp>().empty()) {
    result.nodes = overlapCommands(block, model, result.seconds);
    if (options.cutRows)
      cutSums(result.nodes, model, options.cutRows);
  } else {
    result.seconds = addSeconds(result.nodes, model);
  }
  result.numPositions = numberCommands(result.nodes, 0);
  setWindows(result.nodes, result.numPositions);
  return result;
}

//===----------------------------------------------------------------------===//
// Windows
//===----------------------------------------------------------------------===//

void plan::setWindows(std::vector<CommandNode> &nodes, int64_t numPositions) {
  DenseMap<Operation *, CommandNode *> open;
  for (CommandNode &node : nodes) {
    for (Operation *op : node.ops)
      for (Value operand : op->getOperands())
        if (CommandNode *other = open.lookup(getRoot(operand).getDefiningOp()))
          if (other->windowEnd < 0)
            other->windowEnd = node.position - 1;
    if (!node.stream)
      continue;
    node.windowEnd = -1;
    for (Operation *op : node.ops)
      open[op] = &node;
  }
  for (CommandNode &node : nodes)
    if (node.windowEnd < 0)
      node.windowEnd = numPositions - 1;
}
