//===- KernelClusters.h - Which operations share a kernel -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Partitions the operations of one block into clusters, each of which becomes a
// kernel, and orders them. A cluster has a domain, the space of its results;
// one with reductions also has a space that they go over:
//
//     cluster                     domain     space
//     m, v and w of Adam          [64, 32]
//     sum of exp(x - max), exp    [8, 16]    [8, 16, 100]
//
// Two sweeps decide. The first goes backwards: an operation joins the cluster
// of its users where they are all in one and each of its elements is then
// computed once; where it is cheap, it joins every cluster that uses it;
// otherwise it begins a cluster. Nothing can become cyclic, since what joins
// has no other users. The second sweep merges clusters of one space that pass
// values to each other or share operands, where no path leads from one to the
// other through anything else.
//
// A kernel for many threads may have rows: reductions of trailing dimensions
// that depend on each other, with all that is computed from a row and them.
//
//     cluster                     domain      space
//     layer normalization         [8, 16]     [8, 16, 100]
//
// There a value is also computed again in every kernel that wants it if that
// reads no more memory than loading it would (see RecomputeCosts.h).
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_CONVERSION_FORMKERNELS_KERNELCLUSTERS_H
#define SHARDWISE_LIB_CONVERSION_FORMKERNELS_KERNELCLUSTERS_H

#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "shardwise/Dialect/Dist/IR/Dist.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"
#include <memory>

namespace mlir::shardwise {
class RecomputeCosts;

/// How the elements of a value are asked for in a cluster.
struct Access {
  /// At the index of the domain, of the reductions' space, or at another one.
  bool atDomain = false, atSpace = false, elsewhere = false;
  /// Of those elsewhere: whether all are at the leading part of the index, so
  /// that a row has one of them.
  bool onlyLeading = true;
  /// How many elements are computed at other indices.
  int64_t otherEvaluations = 0;
  /// Operations computed again on the way to what uses it.
  unsigned cost = 0;

  void merge(const Access &other) {
    atDomain |= other.atDomain;
    atSpace |= other.atSpace;
    elsewhere |= other.elsewhere;
    onlyLeading &= other.onlyLeading;
    otherEvaluations += other.otherEvaluations;
    cost = std::max(cost, other.cost);
  }
};

/// Operations that become one kernel.
struct Cluster {
  SmallVector<int64_t> domain;
  /// A reduction of the cluster, which gives its space, or null.
  linalg::LinalgOp reduction;
  bool isScatter = false;
  /// The operations, by number in the block.
  llvm::SmallSetVector<unsigned, 8> ops;
  /// All values that the operations use, and how.
  llvm::MapVector<Value, Access> uses;
  /// Whether it still stands for itself, not merged into another.
  bool alive = true;

  int64_t domainSize() const { return ShapedType::getNumElements(domain); }
  int64_t spaceSize();
  /// Whether the reductions are of trailing dimensions, and each of many blocks
  /// of threads can take some rows.
  bool hasRows();
};

/// A cluster, or an operation that stays where it is.
struct ScheduledNode {
  Operation *op;
  int cluster;
};

class KernelClusters {
public:
  /// With `forGPU` kernels have rows, and values are computed again.
  KernelClusters(Block *block, bool forGPU);
  ~KernelClusters();

  Cluster &getCluster(unsigned number) { return clusters[number]; }
  Operation *getOp(unsigned number) const { return ops[number]; }
  /// The values of a cluster that are used outside of it.
  SmallVector<Value> getOutputs(unsigned cluster);
  /// All nodes, in an order in which every value comes before its uses.
  ArrayRef<ScheduledNode> getSchedule() const { return schedule; }

private:
  /// What `sort` works on: for each node where it stood and what has to come
  /// before others.
  struct Order {
    explicit Order(unsigned numNodes)
        : place(numNodes), missing(numNodes), exists(numNodes),
          after(numNodes) {}
    void add(unsigned from, unsigned to) {
      if (after[from].insert(to))
        ++missing[to];
    }

    SmallVector<unsigned> place, missing;
    SmallVector<bool> exists;
    SmallVector<llvm::SmallSetVector<unsigned, 4>> after;
  };

  /// How each cluster that uses an operation's results does.
  using Users = llvm::MapVector<unsigned, Access>;
  Users findUsers(Operation *op) const;
  void assign(unsigned number);
  void assignReshape(unsigned number, const Users &users);
  bool joinOnlyUser(unsigned number, const Users &users);
  bool canRecompute(Operation *op) const;
  bool isCheapFor(Operation *op, const Access &access) const;
  bool join(unsigned number, unsigned cluster, const Access &access);
  bool fitsIn(unsigned number, Cluster &cluster, const Access &access);
  void addTo(unsigned number, unsigned cluster, const Access &access);
  void begin(unsigned number);
  void peelReshapes();
  void mergeAll();
  bool tryMerge(unsigned a, unsigned b);
  bool canMerge(unsigned a, unsigned b, bool &aIsFull);
  bool isLinked(unsigned a, unsigned b);
  bool takes(unsigned to, Value value, unsigned from) const;
  bool passesOnly(unsigned from, unsigned to, bool atSpace);
  bool passesByRow(unsigned from, unsigned to, Cluster &rows);
  bool canMergeRows(unsigned a, unsigned b);
  void sort();
  std::optional<SmallVector<model::AssignOp, 2>>
  getAssignments(unsigned cluster, Value value);
  std::optional<SmallVector<StringAttr, 4>> getUpdated(unsigned cluster);
  unsigned getPlace(unsigned cluster);
  void hoistScalars(Order &order);
  void hoistUpdates(Order &order);
  unsigned find(unsigned cluster) const;
  /// The node that computes a value, as a number, or -1 for what comes from
  /// outside of the block.
  int producer(Value value) const;
  SmallVector<unsigned> successors(unsigned node);
  bool reaches(unsigned from, unsigned to);

  Block *block;
  bool forGPU;
  /// Which values may be computed again; null if this is not for GPUs.
  std::unique_ptr<RecomputeCosts> recompute;
  SmallVector<Operation *> ops;
  DenseMap<Operation *, unsigned> numbers;
  std::vector<Cluster> clusters;
  /// For each operation, the clusters that compute it.
  SmallVector<SmallVector<unsigned, 1>> members;
  /// For each operation, the cluster that makes it for the others, or -1.
  SmallVector<int> home;
  /// For each operation, whether it stays beside the kernels.
  SmallVector<bool> stays;
  /// For each operation, whether something beside the kernels uses it.
  SmallVector<bool> wanted;
  mutable SmallVector<unsigned> parents;
  SmallVector<ScheduledNode> schedule;
};

} // namespace mlir::shardwise

#endif // SHARDWISE_LIB_CONVERSION_FORMKERNELS_KERNELCLUSTERS_H
