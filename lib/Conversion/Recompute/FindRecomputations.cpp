//===- FindRecomputations.cpp - What can be computed again ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Only pointwise operations are repeated, and only from what is in memory
// anyway when the late user runs, or is so small that it does not matter.
// Products, attentions, collectives and reductions never are.
//
//===----------------------------------------------------------------------===//

#include "../FormKernels/OpCosts.h"
#include "Recomputation.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "shardwise/Conversion/KernelsToLoops.h"
#include <cmath>

using namespace mlir;
using namespace mlir::shardwise;

/// The operations that may be repeated for one element; what random numbers
/// take is more.
static constexpr unsigned kMaxCost = 64;
/// What is this much smaller than the value may live longer for its sake.
static constexpr int64_t kSmall = 16;
/// How many operations a late user may be moved across.
static constexpr unsigned kReach = 48;
/// Bounds on the size of a kernel.
static constexpr unsigned kMaxOps = 300, kMaxBuffers = 32;

static int64_t getBytes(Value value) {
  return plan::getByteSize(cast<ShapedType>(value.getType()));
}

int64_t Recomputation::getBytes() const { return ::getBytes(value); }

static ArrayRef<int64_t> getShape(Value value) {
  return cast<ShapedType>(value.getType()).getShape();
}

static bool isReshape(Operation *op) {
  return isa<tensor::ExpandShapeOp, tensor::CollapseShapeOp>(op);
}

/// Whether each element of the result is made of one of each operand.
static bool isPointwise(Operation *op) {
  return op->getNumResults() == 1 &&
         isa<RankedTensorType>(op->getResult(0).getType()) &&
         (op->hasTrait<OpTrait::Elementwise>() ||
          isa<linalg::BroadcastOp, tensor::EmptyOp>(op) ||
          op->hasTrait<OpTrait::ConstantLike>());
}

namespace {
class Finder {
public:
  Finder(dist::LocalProgramOp program, const plan::MemoryEstimate &estimate,
         const plan::SchedulePassOptions &options)
      : program(program), block(program.getBody().front()), estimate(estimate),
        options(options), symbols(program) {}

  std::vector<Recomputation> run();

private:
  Block *getBody(func::CallOp call) const;
  std::optional<Recomputation> find(OpResult value);
  bool collectUsers(Recomputation &found);
  bool collectOps(Recomputation &found);
  bool isThere(Value tensor, int64_t position,
               const Recomputation &found) const;
  bool canStandAlone(const Recomputation &found) const;
  bool isSmall(Value tensor, const Recomputation &found) const {
    return getBytes(tensor) * kSmall <= found.getBytes();
  }
  bool chooseHost(Recomputation &found);
  bool canHost(func::CallOp host, const Recomputation &found);
  std::optional<SmallVector<Operation *>>
  collectMoved(func::CallOp host, const Recomputation &found) const;

  dist::LocalProgramOp program;
  Block &block;
  const plan::MemoryEstimate &estimate;
  const plan::SchedulePassOptions &options;
  SymbolTable symbols;
};
} // namespace

/// What the kernel of a call computes, or null if the call is of none, which
/// the scheduler refuses.
Block *Finder::getBody(func::CallOp call) const {
  auto kernel = symbols.lookup<func::FuncOp>(call.getCallee());
  bool hasBody =
      kernel && kernel->hasAttr(kKernelAttr) && kernel.getBody().hasOneBlock();
  return hasBody ? &kernel.getBody().front() : nullptr;
}

/// Sorts the users of a value, as it is or reshaped, by whether they run before
/// the peak or after it. Fails if it is no value that waits for late users.
bool Finder::collectUsers(Recomputation &found) {
  bool isUsedEarly = false;
  SmallVector<Value> pending{found.value};
  llvm::SmallPtrSet<Operation *, 8> late;
  while (!pending.empty())
    for (Operation *user : pending.pop_back_val().getUsers()) {
      if (user->getBlock() == &block && isReshape(user)) {
        pending.push_back(user->getResult(0));
        continue;
      }
      auto position = estimate.positions.find(user);
      if (position == estimate.positions.end() || isa<scf::WhileOp>(user) ||
          position->second == estimate.peak.position)
        return false;
      if (position->second < estimate.peak.position)
        isUsedEarly = true;
      else
        late.insert(user);
    }
  for (Operation *user : late)
    found.users.push_back(user);
  llvm::sort(found.users,
             [](Operation *a, Operation *b) { return a->isBeforeInBlock(b); });
  return isUsedEarly && !late.empty();
}

/// Whether a tensor is in memory at a position, or so small that it may be.
bool Finder::isThere(Value tensor, int64_t position,
                     const Recomputation &found) const {
  if (isSmall(tensor, found))
    return true;
  auto life = estimate.lives.find(plan::getRoot(tensor));
  return life != estimate.lives.end() && life->second.end >= position;
}

/// Whether all inputs are there when the first late user runs, so that a kernel
/// of its own can compute the value then.
bool Finder::canStandAlone(const Recomputation &found) const {
  int64_t needed = std::numeric_limits<int64_t>::max();
  for (Operation *user : found.users)
    needed = std::min(needed, estimate.positions.lookup(user));
  return llvm::all_of(found.inputs, [&](auto &input) {
    return isThere(input.second, needed, found);
  });
}

/// Goes back from the value to what is in memory after the peak, the kernel's
/// other results first.
bool Finder::collectOps(Recomputation &found) {
  Block *body = getBody(found.source);
  if (!body)
    return false;
  Operation *terminator = body->getTerminator();
  Value start =
      terminator->getOperand(cast<OpResult>(found.value).getResultNumber());
  int64_t after = estimate.peak.position + 1;
  DenseMap<Value, Value> tensors;
  for (auto [inner, outer] :
       llvm::zip_equal(body->getArguments(), found.source.getOperands()))
    tensors[inner] = outer;
  for (auto [inner, outer] :
       llvm::zip_equal(terminator->getOperands(), found.source.getResults()))
    if (inner != start && isThere(outer, after, found))
      tensors.try_emplace(inner, outer);
  llvm::SmallSetVector<Value, 16> needed;
  needed.insert(start);
  unsigned cost = 0;
  for (unsigned i = 0; i < needed.size(); ++i) {
    Value value = needed[i];
    if (Value tensor = tensors.lookup(value)) {
      if (!isThere(tensor, after, found))
        return false;
      found.inputs.push_back({value, tensor});
      continue;
    }
    Operation *op = value.getDefiningOp();
    if (!op || !isPointwise(op) || (cost += getCost(op)) > kMaxCost)
      return false;
    found.ops.push_back(op);
    needed.insert(op->operand_begin(), op->operand_end());
  }
  llvm::sort(found.ops,
             [](Operation *a, Operation *b) { return a->isBeforeInBlock(b); });
  return !found.ops.empty();
}

//===----------------------------------------------------------------------===//
// Hosts
//===----------------------------------------------------------------------===//

/// Whether the kernel of a call reads all that is large, makes something of the
/// shape of the value, and has room.
bool Finder::canHost(func::CallOp host, const Recomputation &found) {
  Block *body = getBody(host);
  if (!body || host == found.source || llvm::is_contained(found.users, host))
    return false;
  if (body->getOperations().size() + found.ops.size() > kMaxOps ||
      host.getNumOperands() + host.getNumResults() + found.inputs.size() >=
          kMaxBuffers ||
      !body->getOps<model::ScatterOp>().empty())
    return false;
  auto hasShape = [&](Value result) {
    return getShape(result) == getShape(found.value);
  };
  if (llvm::none_of(host.getResults(), hasShape))
    return false;
  return llvm::all_of(found.inputs, [&](auto &input) {
    Value tensor = input.second;
    Operation *maker = tensor.getDefiningOp();
    return (isSmall(tensor, found) && maker && maker->isBeforeInBlock(host)) ||
           llvm::any_of(host.getOperands(), [&](Value operand) {
             return operand.getType() == tensor.getType() &&
                    plan::getRoot(operand) == plan::getRoot(tensor);
           });
  });
}

/// What must come after the host although it stands before it: the late users
/// and all that depends on them; nothing if the host is among that or far away.
std::optional<SmallVector<Operation *>>
Finder::collectMoved(func::CallOp host, const Recomputation &found) const {
  SmallVector<Operation *> moved;
  Operation *first = found.users.front();
  if (host->isBeforeInBlock(first))
    return moved;
  llvm::SmallPtrSet<Operation *, 8> late(found.users.begin(),
                                         found.users.end());
  unsigned distance = 0;
  for (Operation *op = first; op != host; op = op->getNextNode()) {
    bool depends = late.contains(op);
    op->walk([&](Operation *inner) {
      for (Value operand : inner->getOperands())
        depends |=
            operand.getDefiningOp() && late.contains(operand.getDefiningOp());
    });
    if (depends) {
      late.insert(op);
      moved.push_back(op);
    }
    if (++distance > kReach)
      return std::nullopt;
  }
  for (Value operand : host.getOperands())
    if (operand.getDefiningOp() && late.contains(operand.getDefiningOp()))
      return std::nullopt;
  return moved;
}

/// Takes the kernel that is nearest to the first late user, if any can compute
/// the value along with its own results. That costs a store more.
bool Finder::chooseHost(Recomputation &found) {
  int64_t wanted = estimate.positions.lookup(found.users.front()), best = 0;
  for (auto call : block.getOps<func::CallOp>()) {
    int64_t position = estimate.positions.lookup(call);
    int64_t distance = std::abs(position - wanted);
    if (position <= estimate.peak.position ||
        (found.host && distance >= best) || !canHost(call, found))
      continue;
    auto moved = collectMoved(call, found);
    if (!moved)
      continue;
    found.host = call;
    found.moved = std::move(*moved);
    best = distance;
  }
  found.seconds = plan::getMoveSeconds(found.getBytes(), options);
  return bool(found.host);
}

//===----------------------------------------------------------------------===//
// All
//===----------------------------------------------------------------------===//

std::optional<Recomputation> Finder::find(OpResult value) {
  Recomputation found;
  found.value = value;
  found.source = cast<func::CallOp>(value.getOwner());
  auto life = estimate.lives.find(value);
  if (life == estimate.lives.end() ||
      life->second.end <= estimate.peak.position || !collectUsers(found) ||
      !collectOps(found))
    return std::nullopt;
  double moved = found.getBytes();
  for (auto [inner, tensor] : found.inputs)
    moved += getBytes(tensor);
  found.seconds =
      plan::getLaunchSeconds(options) + plan::getMoveSeconds(moved, options);
  return found;
}

std::vector<Recomputation> Finder::run() {
  std::vector<Recomputation> all;
  for (auto call : block.getOps<func::CallOp>())
    if (estimate.positions.lookup(call) < estimate.peak.position)
      for (OpResult result : call->getResults())
        if (auto found = find(result)) {
          if (canStandAlone(*found))
            all.push_back(*found);
          if (chooseHost(*found))
            all.push_back(std::move(*found));
        }
  // Of about the same worth the largest, for few changes.
  std::vector<std::tuple<double, int64_t, size_t>> order;
  for (auto [number, found] : llvm::enumerate(all)) {
    double worth = std::log2(found.getBytes() / found.seconds);
    order.emplace_back(-std::round(4 * worth), -found.getBytes(), number);
  }
  llvm::sort(order);
  std::vector<Recomputation> sorted;
  for (auto [worth, bytes, number] : order)
    sorted.push_back(std::move(all[number]));
  return sorted;
}

std::vector<Recomputation>
mlir::shardwise::findRecomputations(dist::LocalProgramOp program,
                                    const plan::MemoryEstimate &estimate,
                                    const plan::SchedulePassOptions &options) {
  return Finder(program, estimate, options).run();
}
