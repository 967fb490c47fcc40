//===- ReshardPlanTest.cpp - Plans, classified and simulated --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests that every pair of shardings of small tensors is resharded right: each
// plan runs on simulated devices, whose elements are known from their global
// index, and its bytes are held against what the devices need and lack.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Sharding/ReshardPlan.h"
#include "TestUtils.h"
#include "gtest/gtest.h"

using namespace shardwise;

//===----------------------------------------------------------------------===//
// Simulated devices
//===----------------------------------------------------------------------===//

namespace {

int64_t getNumElements(std::span<const int64_t> shape) {
  int64_t elements = 1;
  for (int64_t size : shape)
    elements *= size;
  return elements;
}

/// Calls `visit` with every index of a box.
template <typename Fn>
void forEachIndex(std::span<const int64_t> sizes, Fn visit) {
  for (int64_t i = 0, e = getNumElements(sizes); i < e; ++i) {
    Shape index(sizes.size());
    int64_t rest = i;
    for (unsigned d = sizes.size(); d-- > 0; rest /= sizes[d])
      index[d] = rest % sizes[d];
    visit(std::span<const int64_t>(index));
  }
}

int64_t flatten(std::span<const int64_t> index,
                std::span<const int64_t> offsets,
                std::span<const int64_t> shape) {
  int64_t flat = 0;
  for (unsigned d = 0; d < shape.size(); ++d)
    flat = flat * shape[d] + index[d] + offsets[d];
  return flat;
}

/// The elements that a device needs and lacks.
int64_t getLack(const Mesh &mesh, const Sharding &from, const Sharding &to,
                std::span<const int64_t> shape, int64_t device) {
  Shape held = getLocalShape(mesh, from, shape);
  Shape needed = getLocalShape(mesh, to, shape);
  Shape holds = getLocalOffsets(mesh, from, shape, device);
  Shape needs = getLocalOffsets(mesh, to, shape, device);
  int64_t common = 1;
  for (unsigned d = 0; d < shape.size(); ++d)
    common *= std::max<int64_t>(
        0, std::min(holds[d] + held[d], needs[d] + needed[d]) -
               std::max(holds[d], needs[d]));
  return getNumElements(needed) - common;
}

/// The local tensors of all devices.
struct Simulation {
  const Mesh &mesh;
  Shape shape;
  Sharding sharding;
  std::vector<std::vector<int64_t>> local;
  /// The most elements that a device received, over all steps, and sent in one.
  int64_t received = 0;
  int64_t mostSent = 0;

  /// Every element is 1 + its global index; a partial value is spread unevenly
  /// over the devices that share it.
  Simulation(const Mesh &mesh, std::span<const int64_t> shape,
             const Sharding &sharding)
      : mesh(mesh), shape(shape), sharding(sharding) {
    int64_t parts = mesh.getSize(sharding.partial);
    for (int64_t device = 0; device < mesh.getNumDevices(); ++device) {
      int64_t part = mesh.getPart(device, sharding.partial);
      auto &values = local.emplace_back();
      Shape offsets = getLocalOffsets(mesh, sharding, shape, device);
      forEachIndex(getLocalShape(mesh, sharding, shape), [&](auto index) {
        int64_t value = 1 + flatten(index, offsets, shape);
        int64_t others = 0;
        for (int64_t p = 1; p < parts; ++p)
          others += 100 * p + value % (p + 2);
        values.push_back(part ? 100 * part + value % (part + 2)
                              : value - others);
      });
    }
  }

  /// All devices that have a device's coordinates but along `atoms`.
  std::vector<int64_t> getGroup(int64_t device, uint32_t atoms) const {
    std::vector<int64_t> group;
    for (int64_t other = 0; other < mesh.getNumDevices(); ++other) {
      bool same = true;
      for (unsigned atom = 0; atom < mesh.getAtoms().size(); ++atom)
        same &= atoms >> atom & 1 || mesh.getCoordinate(device, atom) ==
                                         mesh.getCoordinate(other, atom);
      if (same)
        group.push_back(other);
    }
    return group;
  }

  void reduce(const Sharding &to) {
    uint32_t atoms = sharding.partial.mask() & ~to.partial.mask();
    Shape before = getLocalShape(mesh, sharding, shape);
    std::vector<std::vector<int64_t>> next(local.size());
    for (int64_t device = 0; device < mesh.getNumDevices(); ++device) {
      Shape offsets = getLocalOffsets(mesh, to, shape, device);
      Shape begin = getLocalOffsets(mesh, sharding, shape, device);
      for (unsigned d = 0; d < shape.size(); ++d)
        offsets[d] -= begin[d];
      forEachIndex(getLocalShape(mesh, to, shape), [&](auto index) {
        int64_t sum = 0;
        for (int64_t other : getGroup(device, atoms))
          sum += local[other][flatten(index, offsets, before)];
        next[device].push_back(sum);
      });
    }
    local = std::move(next);
    sharding = to;
  }

  void move(const Sharding &to) {
    Shape before = getLocalShape(mesh, sharding, shape);
    Shape after = getLocalShape(mesh, to, shape);
    std::vector<std::vector<int64_t>> next(local.size());
    std::vector<int64_t> sent(local.size());
    int64_t most = 0;
    for (int64_t device = 0; device < mesh.getNumDevices(); ++device) {
      std::vector<int64_t> covered(getNumElements(after));
      next[device].resize(covered.size());
      int64_t fromOthers = 0;
      for (const Transfer &transfer :
           getTransfers(mesh, sharding, to, shape, device)) {
        int64_t elements = getNumElements(transfer.source.sizes);
        EXPECT_GT(elements, 0);
        if (transfer.peer != device) {
          fromOthers += elements;
          sent[transfer.peer] += elements;
        }
        forEachIndex(transfer.source.sizes, [&](auto index) {
          int64_t target = flatten(index, transfer.targetOffsets, after);
          ++covered[target];
          next[device][target] =
              local[transfer.peer]
                   [flatten(index, transfer.source.offsets, before)];
        });
      }
      EXPECT_TRUE(
          std::ranges::all_of(covered, [](int64_t n) { return n == 1; }));
      EXPECT_EQ(fromOthers, getLack(mesh, sharding, to, shape, device));
      most = std::max(most, fromOthers);
    }
    received += most;
    mostSent = std::max(mostSent, *std::ranges::max_element(sent));
    local = std::move(next);
    sharding = to;
  }

  void run(const ReshardStep &step) {
    EXPECT_EQ(step.from, sharding);
    EXPECT_EQ(validate(mesh, step.to, shape), std::nullopt);
    if (step.from.partial == step.to.partial)
      return move(step.to);
    EXPECT_TRUE(step.kind == CollectiveKind::AllReduce ||
                step.kind == CollectiveKind::ReduceScatter);
    reduce(step.to);
  }

  /// Whether the values, after their last reduction, are the right ones.
  bool isRight() {
    if (!sharding.partial.empty())
      reduce(sharding.withoutPartial());
    return local == Simulation(mesh, shape, sharding).local;
  }

  int64_t getLocalElements() const {
    return getNumElements(getLocalShape(mesh, sharding, shape));
  }
};

/// The most elements that a device needs and lacks, found by looking at every
/// device.
int64_t getBound(const Mesh &mesh, const Sharding &from, const Sharding &to,
                 std::span<const int64_t> shape) {
  int64_t most = 0;
  for (int64_t device = 0; device < mesh.getNumDevices(); ++device)
    most = std::max(most, getLack(mesh, from, to, shape, device));
  return most;
}

/// Plans one pair, runs the plan, and checks all that it promises.
void checkPair(const Mesh &mesh, const Sharding &from, const Sharding &to,
               const std::vector<int64_t> &shape) {
  SCOPED_TRACE(toString(mesh, from) + " to " + toString(mesh, to));
  Simulation simulation(mesh, shape, from);
  int64_t most = simulation.getLocalElements();
  int64_t bytes = 0;
  auto plan = planReshard(mesh, from, to, shape);
  for (const ReshardStep &step : plan) {
    EXPECT_EQ(classify(mesh, step.from, step.to), step.kind);
    simulation.run(step);
    most = std::max(most, simulation.getLocalElements());
    bytes += getBytesReceived(mesh, step, shape, 4);
  }
  EXPECT_EQ(simulation.sharding, to);
  EXPECT_EQ(most, std::max(Simulation(mesh, shape, from).getLocalElements(),
                           simulation.getLocalElements()));
  EXPECT_EQ(bytes, estimateReshardBytes(mesh, from.dims, from.partial, to.dims,
                                        to.partial, shape, 4));
  if (from.partial == to.partial) {
    EXPECT_EQ(plan.size(), from != to);
    EXPECT_EQ(bytes, 4 * simulation.received);
    EXPECT_EQ(bytes, 4 * getBound(mesh, from, to, shape));
  }
  EXPECT_TRUE(simulation.isRight());
}

/// All pairs of shardings of a shape on a mesh.
void checkAllPairs(const std::vector<int64_t> &meshSizes,
                   const std::vector<int64_t> &shape, bool withPartial) {
  Mesh mesh = makeMesh(meshSizes);
  std::vector<Sharding> all = getAllShardings(mesh, shape, withPartial);
  for (const Sharding &from : all)
    for (const Sharding &to : all)
      if (!(to.partial.mask() & ~from.partial.mask()))
        checkPair(mesh, from, to, shape);
}
} // namespace

TEST(ReshardPlanSimulation, Matrix) {
  checkAllPairs({2, 4}, {8, 24}, false);
  checkAllPairs({2, 2, 2}, {8, 8}, false);
  checkAllPairs({2, 3}, {6, 18}, true);
  checkAllPairs({6}, {6, 12}, true);
  checkAllPairs({1, 1}, {3, 5}, true);
}

TEST(ReshardPlanSimulation, MatrixWithPartial) {
  checkAllPairs({2, 4}, {8, 16}, true);
}

TEST(ReshardPlanSimulation, DimensionsThatHardlyDivide) {
  checkAllPairs({2, 4}, {4, 2}, true);
  checkAllPairs({2, 3}, {2, 3}, true);
}

TEST(ReshardPlanSimulation, PartsThatDoNotAlign) {
  // Atoms 1 and 3 have one size, but cut at different places.
  Mesh mesh = makeMesh({2, 3, 3, 3});
  checkPair(mesh, makeSharding({{0, 1}}), makeSharding({{2, 3}}), {18});
  checkPair(mesh, makeSharding({{2, 3}}), makeSharding({{0, 1}}), {18});
}

TEST(ReshardPlanSimulation, ThreeDimensions) {
  checkAllPairs({2, 2, 2}, {4, 2, 4}, false);
  checkAllPairs({2, 3}, {6, 6, 2}, true);
  checkAllPairs({6}, {2, 3, 6}, true);
}

TEST(ReshardPlanSimulation, ScalarsAndEmptyTensors) {
  checkAllPairs({2, 4}, {}, true);
  checkAllPairs({2, 3}, {0, 6}, true);
}
