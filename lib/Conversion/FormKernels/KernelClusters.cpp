//===- KernelClusters.cpp - Which operations share a kernel ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// See KernelClusters.h for the idea. Order is part of the contract: the same
// block always gives the same clusters.
//
//===----------------------------------------------------------------------===//

#include "KernelClusters.h"
#include "OpCosts.h"
#include "RecomputeCosts.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "shardwise/Conversion/KernelsToLoops.h"
#include <queue>

using namespace mlir;
using namespace mlir::shardwise;

/// How much may be computed again rather than loaded.
static constexpr unsigned kCheap = 6;
/// Bounds on the size of a kernel: operations, and buffers.
static constexpr unsigned kMaxOps = 300, kMaxBuffers = 32;
/// Domains so small that calling a kernel costs more than computing it.
static constexpr int64_t kTiny = 64;
/// How much a GPU may compute again for one element that it need not load.
static constexpr unsigned kCheapOnGPU = 64;
/// Fewer rows than this do not keep a GPU busy, with a block for each.
static constexpr int64_t kManyRows = 128;

int64_t Cluster::spaceSize() {
  int64_t size = 1;
  for (int64_t range : reduction.getStaticLoopRanges())
    size *= range;
  return size;
}

bool Cluster::hasRows() {
  if (!reduction || ShapedType::getNumElements(domain) < kManyRows)
    return false;
  AffineMap map =
      reduction.getMatchingIndexingMap(reduction.getDpsInitOperand(0));
  return map.getNumResults() == domain.size() && isLeading(map);
}

KernelClusters::~KernelClusters() = default;

KernelClusters::KernelClusters(Block *block, bool forGPU)
    : block(block), forGPU(forGPU) {
  if (forGPU)
    recompute = std::make_unique<RecomputeCosts>(block, kCheapOnGPU);
  for (Operation &op : *block) {
    numbers[&op] = ops.size();
    ops.push_back(&op);
  }
  members.resize(ops.size());
  home.assign(ops.size(), -1);
  stays.assign(ops.size(), false);
  wanted.assign(ops.size(), false);
  for (unsigned number = ops.size(); number-- > 0;)
    assign(number);
  peelReshapes();
  for (unsigned i = 0; i < clusters.size(); ++i)
    parents.push_back(i);
  mergeAll();
  sort();
}

//===----------------------------------------------------------------------===//
// The backward sweep
//===----------------------------------------------------------------------===//

static int64_t numElements(Value value) {
  auto type = dyn_cast<RankedTensorType>(value.getType());
  return type ? type.getNumElements() : 1;
}

/// Whether an operation beside the kernels takes this operand as it is, not as
/// a buffer that a kernel fills.
static bool takesAsIs(OpOperand &use) {
  auto destination = dyn_cast<DestinationStyleOpInterface>(use.getOwner());
  return destination && destination.isDpsInit(&use);
}

bool KernelClusters::canRecompute(Operation *op) const {
  return recompute && op->getNumResults() == 1 &&
         recompute->getCost(op->getResult(0));
}

/// Whether a user may compute the value again. What many indices share, as the
/// scale of a row, is not computed for each unless it takes next to nothing.
bool KernelClusters::isCheapFor(Operation *op, const Access &access) const {
  if (access.cost + getCost(op) <= kCheap)
    return true;
  if (!recompute || op->getNumResults() != 1)
    return false;
  std::optional<unsigned> cost = recompute->getCost(op->getResult(0));
  return cost && *cost <= (access.elsewhere ? kCheap : kCheapOnGPU);
}

KernelClusters::Users KernelClusters::findUsers(Operation *op) const {
  Users users;
  auto findUses = [&](unsigned cluster, Value result) {
    const auto &uses = clusters[cluster].uses;
    auto it = uses.find(result);
    return it == uses.end() ? nullptr : &it->second;
  };
  for (Value result : op->getResults())
    for (Operation *user : op->getUsers())
      for (unsigned cluster :
           members[numbers.lookup(block->findAncestorOpInBlock(*user))])
        if (findUses(cluster, result))
          users.try_emplace(cluster);
  for (auto &[cluster, access] : users)
    for (Value result : op->getResults())
      if (const Access *uses = findUses(cluster, result))
        access.merge(*uses);
  return users;
}

/// Lets an operation join the only cluster that uses it, if nothing else does.
bool KernelClusters::joinOnlyUser(unsigned number, const Users &users) {
  return !wanted[number] && users.size() == 1 &&
         join(number, users.front().first, users.front().second);
}

/// A reshape is free beside the kernels; in one it only renames indices.
void KernelClusters::assignReshape(unsigned number, const Users &users) {
  Operation *op = ops[number];
  if (!wanted[number] && users.empty())
    return;
  stays[number] =
      wanted[number] || users.size() > 1 || !keepsFastestDimension(op) ||
      users.front().second.otherEvaluations > numElements(op->getResult(0));
  if (!stays[number])
    addTo(number, users.front().first, users.front().second);
}

void KernelClusters::assign(unsigned number) {
  Operation *op = ops[number];
  bool kernelOp = isKernelOp(op) && op->getNumRegions() <= 1;
  bool isScalar = op->getNumResults() == 1 &&
                  !isa<RankedTensorType>(op->getResult(0).getType());
  bool asIs = false;
  for (OpOperand &use : op->getUses()) {
    Operation *user = block->findAncestorOpInBlock(*use.getOwner());
    if (stays[numbers.lookup(user)])
      (takesAsIs(use) && isFree(op) ? asIs : wanted[number]) = true;
  }
  Users users = findUsers(op);

  if (!kernelOp) {
    stays[number] = true;
    return;
  }
  if (isScalar || asIs) {
    // Index arithmetic is computed wherever it is needed.
    stays[number] = asIs || (isScalar && wanted[number]);
    for (auto &[cluster, access] : users)
      addTo(number, cluster, access);
    if (isScalar)
      return;
  } else if (isa<tensor::ExpandShapeOp, tensor::CollapseShapeOp>(op)) {
    return assignReshape(number, users);
  } else if (isFree(op) ||
             (!wanted[number] && (isCheap(op) || canRecompute(op)))) {
    if (joinOnlyUser(number, users))
      return;
    bool cheap = op->getNumOperands() == 0;
    cheap |= llvm::all_of(
        users, [&](auto &user) { return isCheapFor(op, user.second); });
    if (cheap) {
      for (auto &[cluster, access] : users) {
        access.cost += getCost(op);
        addTo(number, cluster, access);
      }
      if (wanted[number])
        begin(number);
      return;
    }
  }
  if (asIs && !wanted[number])
    return;
  if (joinOnlyUser(number, users))
    return;
  if (wanted[number] || !users.empty())
    begin(number);
}

bool KernelClusters::fitsIn(unsigned number, Cluster &cluster,
                            const Access &access) {
  Operation *op = ops[number];
  if (isa<model::ScatterOp>(op) || cluster.ops.size() >= kMaxOps)
    return false;
  bool once = access.atDomain + access.atSpace + access.elsewhere == 1;
  if (linalg::LinalgOp reduction = getReductionOp(op)) {
    auto type = cast<RankedTensorType>(op->getResult(0).getType());
    if (!once || !access.atDomain || cluster.isScatter ||
        type.getShape() != ArrayRef(cluster.domain))
      return false;
    return !cluster.reduction || haveSameSpace(cluster.reduction, reduction);
  }
  int64_t evaluations = access.otherEvaluations +
                        (access.atDomain ? cluster.domainSize() : 0) +
                        (access.atSpace ? cluster.spaceSize() : 0);
  return evaluations <= numElements(op->getResult(0));
}

bool KernelClusters::join(unsigned number, unsigned cluster,
                          const Access &access) {
  if (!fitsIn(number, clusters[cluster], access))
    return false;
  if (linalg::LinalgOp reduction = getReductionOp(ops[number]))
    clusters[cluster].reduction = reduction;
  // It is computed once, so nothing is computed again for its sake.
  Access once = access;
  once.cost = 0;
  addTo(number, cluster, once);
  return true;
}

void KernelClusters::addTo(unsigned number, unsigned cluster,
                           const Access &access) {
  Operation *op = ops[number];
  Cluster &c = clusters[cluster];
  members[number].push_back(cluster);
  c.ops.insert(number);
  for (OpOperand &operand : op->getOpOperands())
    c.uses[operand.get()].merge(getOperandAccess(operand, access, c));
  // What a body takes from outside is a scalar.
  for (Region &region : op->getRegions())
    region.walk([&](Operation *inner) {
      for (Value value : inner->getOperands())
        if (value.getParentBlock() != inner->getBlock())
          c.uses[value].merge({false, false, true, 1, 0});
    });
}

void KernelClusters::begin(unsigned number) {
  Operation *op = ops[number];
  Cluster cluster;
  auto type = cast<RankedTensorType>(op->getResult(0).getType());
  cluster.domain.assign(type.getShape().begin(), type.getShape().end());
  cluster.reduction = getReductionOp(op);
  cluster.isScatter = isa<model::ScatterOp>(op);
  clusters.push_back(std::move(cluster));
  home[number] = clusters.size() - 1;
  Access access;
  access.atDomain = true;
  addTo(number, clusters.size() - 1, access);
}

/// A reshape of what the cluster does not compute is another view of a buffer.
void KernelClusters::peelReshapes() {
  for (unsigned number = 0; number < ops.size(); ++number) {
    Operation *op = ops[number];
    if (!isa<tensor::ExpandShapeOp, tensor::CollapseShapeOp>(op) ||
        members[number].empty())
      continue;
    Operation *source = op->getOperand(0).getDefiningOp();
    auto it = source ? numbers.find(source) : numbers.end();
    unsigned cluster = members[number].front();
    if (it != numbers.end() && llvm::is_contained(members[it->second], cluster))
      continue;
    members[number].clear();
    clusters[cluster].ops.remove(number);
    bool stillUsed =
        llvm::any_of(op->getOperand(0).getUsers(), [&](Operation *user) {
          auto other = numbers.find(block->findAncestorOpInBlock(*user));
          return other != numbers.end() &&
                 clusters[cluster].ops.contains(other->second);
        });
    if (!stillUsed)
      clusters[cluster].uses.erase(op->getOperand(0));
    stays[number] = true;
    if (it != numbers.end())
      wanted[it->second] = true;
  }
}

//===----------------------------------------------------------------------===//
// Paths
//===----------------------------------------------------------------------===//

unsigned KernelClusters::find(unsigned cluster) const {
  while (parents[cluster] != cluster)
    cluster = parents[cluster] = parents[parents[cluster]];
  return cluster;
}

// Nodes are clusters, then operations that stay.
int KernelClusters::producer(Value value) const {
  Operation *op = value.getDefiningOp();
  auto it = op ? numbers.find(op) : numbers.end();
  if (it == numbers.end())
    return -1;
  if (stays[it->second])
    return clusters.size() + it->second;
  return home[it->second] < 0 ? -1 : int(find(home[it->second]));
}

SmallVector<unsigned> KernelClusters::successors(unsigned node) {
  llvm::SmallSetVector<unsigned, 8> result;
  auto addUsers = [&](unsigned number) {
    for (Operation *user : ops[number]->getUsers()) {
      unsigned userNumber = numbers.lookup(block->findAncestorOpInBlock(*user));
      if (stays[userNumber])
        result.insert(clusters.size() + userNumber);
      for (unsigned cluster : members[userNumber])
        if (find(cluster) != node &&
            !clusters[find(cluster)].ops.contains(number))
          result.insert(find(cluster));
    }
  };
  if (node >= clusters.size())
    addUsers(node - clusters.size());
  else
    for (unsigned number : clusters[node].ops)
      if (home[number] >= 0 && find(home[number]) == node)
        addUsers(number);
  return result.takeVector();
}

bool KernelClusters::reaches(unsigned from, unsigned to) {
  SmallVector<unsigned> stack;
  llvm::DenseSet<unsigned> seen;
  for (unsigned next : successors(from))
    if (next != to && seen.insert(next).second)
      stack.push_back(next);
  while (!stack.empty())
    for (unsigned next : successors(stack.pop_back_val())) {
      if (next == to)
        return true;
      if (seen.insert(next).second)
        stack.push_back(next);
    }
  return false;
}

//===----------------------------------------------------------------------===//
// Merging
//===----------------------------------------------------------------------===//

/// Whether the cluster `to` takes a value from the cluster `from`.
bool KernelClusters::takes(unsigned to, Value value, unsigned from) const {
  if (producer(value) != int(from))
    return false;
  return !clusters[to].ops.contains(numbers.lookup(value.getDefiningOp()));
}

/// Whether every value that `to` takes from `from` is taken at the index at
/// which it is computed.
bool KernelClusters::passesOnly(unsigned from, unsigned to, bool atSpace) {
  return llvm::all_of(clusters[to].uses, [&](auto &use) {
    if (!takes(to, use.first, from))
      return true;
    const Access &access = use.second;
    return !access.elsewhere && access.atSpace == atSpace &&
           access.atDomain != atSpace;
  });
}

/// Whether every value that `to` takes from `from` belongs to the row at hand,
/// where `rows` has the reductions.
bool KernelClusters::passesByRow(unsigned from, unsigned to, Cluster &rows) {
  bool toIsFull = !clusters[to].reduction &&
                  ArrayRef(clusters[to].domain) != ArrayRef(rows.domain);
  return llvm::all_of(clusters[to].uses, [&](auto &use) {
    auto &[value, access] = use;
    if (!takes(to, value, from))
      return true;
    auto shape = cast<RankedTensorType>(value.getType()).getShape();
    if (access.elsewhere && !access.onlyLeading)
      return false;
    if (shape == ArrayRef(rows.domain))
      return !access.atSpace && !(toIsFull && access.atDomain);
    return !access.elsewhere && access.atSpace != toIsFull &&
           access.atDomain == toIsFull;
  });
}

/// Whether both are computed row by row. One of them has reductions; the other
/// has the same, or as many elements as there are rows, or all of them.
bool KernelClusters::canMergeRows(unsigned a, unsigned b) {
  Cluster &first = clusters[a], &second = clusters[b];
  if (!forGPU || !second.hasRows())
    return false;
  bool fits = first.reduction
                  ? haveSameSpace(first.reduction, second.reduction)
                  : first.domain == second.domain ||
                        second.reduction.getStaticLoopRanges() == first.domain;
  return fits && passesByRow(a, b, second) && passesByRow(b, a, second);
}

/// Whether one takes values from the other, or both do the same kind of thing
/// with a large value.
bool KernelClusters::isLinked(unsigned a, unsigned b) {
  Cluster &first = clusters[a], &second = clusters[b];
  if (first.domainSize() <= kTiny && second.domainSize() <= kTiny &&
      !first.reduction && !second.reduction)
    return true;
  bool sameKind = !first.reduction == !second.reduction;
  for (auto &[value, access] : first.uses) {
    if (takes(a, value, b))
      return true;
    if (sameKind && numElements(value) > 1 && second.uses.contains(value) &&
        (producer(value) >= 0 || isa<BlockArgument>(value)))
      return true;
  }
  return llvm::any_of(second.uses,
                      [&](auto &use) { return takes(b, use.first, a); });
}

/// Whether `a` and `b` have one space; `aIsFull` if all of `a` is computed
/// while the reductions of `b` are.
bool KernelClusters::canMerge(unsigned a, unsigned b, bool &aIsFull) {
  Cluster &first = clusters[a], &second = clusters[b];
  aIsFull = false;
  if (first.isScatter || second.isScatter ||
      first.ops.size() + second.ops.size() > kMaxOps ||
      first.uses.size() + second.uses.size() > 20 * kMaxBuffers)
    return false;
  if (first.domain == second.domain &&
      (!first.reduction || !second.reduction ||
       haveSameSpace(first.reduction, second.reduction)))
    if (passesOnly(a, b, false) && passesOnly(b, a, false))
      return true;
  if (canMergeRows(a, b)) {
    aIsFull = !first.reduction && first.domain != second.domain;
    return true;
  }
  if (first.reduction || !second.reduction ||
      second.reduction.getStaticLoopRanges() != first.domain)
    return false;
  aIsFull = true;
  bool takesBack = llvm::any_of(
      first.uses, [&](auto &use) { return takes(a, use.first, b); });
  return !takesBack && passesOnly(a, b, true);
}

bool KernelClusters::tryMerge(unsigned a, unsigned b) {
  bool aIsFull = false;
  if (a == b || !clusters[a].alive || !clusters[b].alive || !isLinked(a, b))
    return false;
  if (!canMerge(a, b, aIsFull)) {
    std::swap(a, b);
    if (!canMerge(a, b, aIsFull))
      return false;
  }
  if (reaches(a, b) || reaches(b, a))
    return false;
  Cluster &from = clusters[a], &into = clusters[b];
  for (unsigned number : from.ops)
    into.ops.insert(number);
  for (auto [value, access] : from.uses) {
    if (aIsFull) {
      access.atSpace |= access.atDomain;
      access.atDomain = false;
    }
    into.uses[value].merge(access);
  }
  if (!into.reduction)
    into.reduction = from.reduction;
  from.alive = false;
  parents[a] = b;
  return true;
}

void KernelClusters::mergeAll() {
  // Clusters were begun from the last to the first; merging goes along the
  // program.
  for (bool changed = true; changed;) {
    changed = false;
    DenseMap<Value, unsigned> lastUser;
    int lastTiny = -1;
    for (unsigned i = clusters.size(); i-- > 0;) {
      if (!clusters[i].alive)
        continue;
      SmallVector<unsigned> candidates;
      for (auto &[value, access] : clusters[i].uses) {
        int from = producer(value);
        if (from >= 0 && from < int(clusters.size()))
          candidates.push_back(from);
        if (auto it = lastUser.find(value); it != lastUser.end())
          candidates.push_back(it->second);
      }
      if (clusters[i].domainSize() <= kTiny && lastTiny >= 0)
        candidates.push_back(lastTiny);
      for (unsigned candidate : candidates) {
        unsigned self = find(i);
        changed |= tryMerge(find(candidate), self);
      }
      for (auto &[value, access] : clusters[find(i)].uses)
        lastUser[value] = find(i);
      if (clusters[find(i)].domainSize() <= kTiny)
        lastTiny = find(i);
    }
  }
}

//===----------------------------------------------------------------------===//
// The order
//===----------------------------------------------------------------------===//

SmallVector<Value> KernelClusters::getOutputs(unsigned cluster) {
  SmallVector<Value> outputs;
  for (unsigned number : clusters[cluster].ops) {
    if (home[number] < 0 || find(home[number]) != cluster)
      continue;
    for (Value result : ops[number]->getResults()) {
      bool outside = llvm::any_of(result.getUses(), [&](OpOperand &use) {
        unsigned user =
            numbers.lookup(block->findAncestorOpInBlock(*use.getOwner()));
        if (stays[user])
          return true;
        return llvm::any_of(members[user], [&](unsigned c) {
          return find(c) != cluster && !clusters[find(c)].ops.contains(number);
        });
      });
      if (outside)
        outputs.push_back(result);
    }
  }
  return outputs;
}

/// The values that a node needs: of an operation, also what its regions take.
static void forEachNeed(Operation *op, function_ref<void(Value)> function) {
  op->walk([&](Operation *inner) {
    for (Value operand : inner->getOperands())
      function(operand);
  });
}

static Value lookThroughReshapes(Value value) {
  while (isa_and_present<tensor::ExpandShapeOp, tensor::CollapseShapeOp>(
      value.getDefiningOp()))
    value = value.getDefiningOp()->getOperand(0);
  return value;
}

/// The assignments that take a value of the cluster, as it is or reshaped, or
/// nothing if it goes elsewhere too.
std::optional<SmallVector<model::AssignOp, 2>>
KernelClusters::getAssignments(unsigned cluster, Value value) {
  SmallVector<model::AssignOp, 2> result;
  SmallVector<Value, 2> pending{value};
  while (!pending.empty())
    for (Operation *user : pending.pop_back_val().getUsers()) {
      unsigned number = numbers.lookup(block->findAncestorOpInBlock(*user));
      bool isInside = llvm::all_of(
          members[number], [&](unsigned c) { return find(c) == cluster; });
      if (auto assign = dyn_cast<model::AssignOp>(user))
        result.push_back(assign);
      else if (!stays[number] && isInside)
        continue;
      else if (isa<tensor::ExpandShapeOp, tensor::CollapseShapeOp>(user))
        pending.push_back(user->getResult(0));
      else
        return std::nullopt;
    }
  return result;
}

/// The named tensors that get their new values from the cluster, or nothing if
/// it makes anything else.
std::optional<SmallVector<StringAttr, 4>>
KernelClusters::getUpdated(unsigned cluster) {
  SmallVector<StringAttr, 4> names;
  for (Value output : getOutputs(cluster)) {
    auto assignments = getAssignments(cluster, output);
    if (!assignments)
      return std::nullopt;
    for (model::AssignOp assign : *assignments)
      names.push_back(assign.getNameAttr().getAttr());
  }
  return names;
}

/// Lets scalars come as soon as they can: those that all updates share, as the
/// corrections of a learning rate, stand behind all gradients in the program.
void KernelClusters::hoistScalars(Order &order) {
  for (bool changed = true; changed;) {
    changed = false;
    for (unsigned node = clusters.size(); node-- > 0;) {
      if (!order.exists[node] || clusters[node].reduction ||
          clusters[node].domainSize() > 1)
        continue;
      unsigned earliest = 0;
      for (auto &[value, access] : clusters[node].uses)
        if (int from = producer(value); from >= 0 && from != int(node))
          earliest = std::max(earliest, order.place[from]);
      changed |= earliest < order.place[node];
      order.place[node] = std::min(order.place[node], earliest);
    }
  }
}

/// Lets updates come as soon as they can, so that no gradient waits for the
/// end: right after what they need, and after all others that read the values
/// which they replace. Those of reduced gradients stay where they are, since
/// they would wait for other devices.
void KernelClusters::hoistUpdates(Order &order) {
  DenseMap<StringAttr, SmallVector<unsigned>> readers;
  SmallVector<unsigned> updates;
  SmallVector<SmallVector<StringAttr, 4>> updated;
  auto forEachInput = [&](unsigned node, auto function) {
    if (node >= clusters.size())
      return forEachNeed(ops[node - clusters.size()], function);
    for (auto &[value, access] : clusters[node].uses)
      function(value);
  };
  for (unsigned node = 0; node < order.place.size(); ++node) {
    if (!order.exists[node])
      continue;
    if (node < clusters.size())
      if (auto names = getUpdated(node)) {
        updates.push_back(node);
        updated.push_back(std::move(*names));
        continue;
      }
    forEachInput(node, [&](Value value) {
      if (auto read = lookThroughReshapes(value).getDefiningOp<model::ReadOp>())
        readers[read.getNameAttr().getAttr()].push_back(node);
    });
  }
  for (auto [node, names] : llvm::zip_equal(updates, updated)) {
    unsigned earliest = 0;
    bool waits = false;
    forEachInput(node, [&](Value value) {
      int from = producer(value);
      if (from < 0 || from == int(node))
        return;
      earliest = std::max(earliest, order.place[from]);
      waits |=
          isa_and_nonnull<dist::CollectiveInterface>(value.getDefiningOp());
    });
    for (StringAttr name : names)
      for (unsigned reader : readers.lookup(name)) {
        earliest = std::max(earliest, order.place[reader]);
        order.add(reader, node);
      }
    if (!waits)
      order.place[node] = std::min(order.place[node], earliest);
  }
}

/// The place of a cluster: that of its last operation that others use; if all
/// that it makes is assigned, of its last operation.
unsigned KernelClusters::getPlace(unsigned cluster) {
  unsigned used = 0, last = 0;
  for (Value output : getOutputs(cluster)) {
    unsigned number = numbers.lookup(output.getDefiningOp());
    last = std::max(last, number);
    if (!getAssignments(cluster, output))
      used = std::max(used, number);
  }
  return used ? used : last;
}

void KernelClusters::sort() {
  unsigned numNodes = clusters.size() + ops.size();
  Order order(numNodes);
  auto &place = order.place;
  auto &exists = order.exists;
  for (unsigned i = 0; i < clusters.size(); ++i) {
    auto sorted = clusters[i].ops.takeVector();
    llvm::sort(sorted);
    clusters[i].ops.insert(sorted.begin(), sorted.end());
    exists[i] = clusters[i].alive;
    if (exists[i])
      place[i] = getPlace(i);
  }
  for (unsigned i = 0; i < ops.size(); ++i) {
    exists[clusters.size() + i] = stays[i];
    place[clusters.size() + i] = i;
  }
  for (unsigned node = 0; node < numNodes; ++node) {
    if (!exists[node])
      continue;
    auto need = [&](Value value) {
      int from = producer(value);
      if (from >= 0 && from != int(node) && exists[from])
        order.add(from, node);
    };
    if (node >= clusters.size()) {
      forEachNeed(ops[node - clusters.size()], need);
      continue;
    }
    for (auto &[value, access] : clusters[node].uses) {
      Operation *op = value.getDefiningOp();
      auto it = op ? numbers.find(op) : numbers.end();
      bool own = it != numbers.end() && clusters[node].ops.contains(it->second);
      if (!own)
        need(value);
    }
  }
  hoistScalars(order);
  hoistUpdates(order);
  using Entry = std::pair<unsigned, unsigned>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<Entry>> ready;
  for (unsigned node = 0; node < numNodes; ++node)
    if (exists[node] && !order.missing[node])
      ready.push({place[node], node});
  while (!ready.empty()) {
    unsigned node = ready.top().second;
    ready.pop();
    if (node < clusters.size())
      schedule.push_back({nullptr, int(node)});
    else
      schedule.push_back({ops[node - clusters.size()], -1});
    for (unsigned next : order.after[node])
      if (--order.missing[next] == 0)
        ready.push({place[next], next});
  }
}
