//===- ReshardPlan.cpp - From one sharding to another ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Chooses the steps of a reshard and counts their bytes. Which collective makes
// one step is decided in Classify.cpp, which device copies what in
// Transfers.cpp.
//
// Without a reduction there is one step. Where atoms are reduced, the plan is a
// route through three places:
//
//     from -all_slice-> sliced -reduce_scatter, all_reduce-> reduced -> to
//
// Slicing comes first because it is free and all after it is smaller; the last
// step is one movement, so gathers come when the value is no longer partial.
// Routes differ in where atoms are appended (`Placement`): keeping the order
// that the target wants saves the last step, appending more atoms saves bytes
// of the reduction. Which is better depends on sizes, so the few combinations
// are all priced and the cheapest is taken.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Sharding/ReshardPlan.h"
#include "shardwise/Support/Ranges.h"

using namespace shardwise;

using Dims = InlineVector<AtomList, 8>;

//===----------------------------------------------------------------------===//
// Elements that move
//===----------------------------------------------------------------------===//

static int64_t getLocalElements(const Mesh &mesh,
                                std::span<const AtomList> dims,
                                std::span<const int64_t> shape) {
  int64_t elements = 1;
  for (auto [size, list] : zip(shape, dims))
    elements *= size / mesh.getSize(list);
  return elements;
}

/// The most elements that any device needs and lacks.
///
/// Two lists with a common prefix differ in one of two ways. Either one is a
/// prefix of the other: then on every device the smaller of the two parts lies
/// in the larger. Or both go on, with different atoms: then on a device with
/// the lowest coordinate along the one and the highest along the other the
/// parts are disjoint, and this device lacks all that it needs. So the worst
/// case over devices takes no search over devices.
static int64_t getMovedElements(const Mesh &mesh,
                                std::span<const AtomList> from,
                                std::span<const AtomList> to,
                                std::span<const int64_t> shape) {
  int64_t needed = 1, held = 1;
  for (auto [source, target, size] : zip(from, to, shape)) {
    int64_t targetSize = size / mesh.getSize(target);
    needed *= targetSize;
    if (target.isPrefixOf(source))
      held *= size / mesh.getSize(source);
    else if (source.isPrefixOf(target))
      held *= targetSize;
    else
      held = 0;
  }
  return needed - held;
}

/// What each device receives in a ring all_reduce over `devices`, of a value
/// that has `size` elements or bytes.
static int64_t getAllReduceSize(int64_t devices, int64_t size) {
  return 2 * (devices - 1) * size / devices;
}

//===----------------------------------------------------------------------===//
// Routes of a reduction
//===----------------------------------------------------------------------===//

namespace {
/// Where atoms are appended to the dimensions of a sharding. Each placement
/// does what the one before does, and then more.
enum class Placement {
  /// Only where the result stays a prefix of the target.
  Aligned,
  /// In the dimension where the target has the atom.
  Home,
  /// In any dimension that divides.
  Anywhere,
};

/// What a plan that reduces is asked to do.
struct Problem {
  const Mesh &mesh;
  std::span<const AtomList> from, to;
  std::span<const int64_t> shape;
  /// The atoms to reduce over.
  uint32_t reduced;
  /// The atoms over which the target is split and the source replicated.
  uint32_t sliceable;
  uint32_t targetSplit;

  Problem(const Mesh &mesh, std::span<const AtomList> from,
          AtomList fromPartial, std::span<const AtomList> to,
          AtomList toPartial, std::span<const int64_t> shape)
      : mesh(mesh), from(from), to(to), shape(shape),
        reduced(fromPartial.mask() & ~toPartial.mask()), sliceable(0),
        targetSplit(0) {
    assert(!(toPartial.mask() & ~fromPartial.mask()) &&
           "a value cannot become partial");
    uint32_t sourceSplit = 0;
    for (auto [source, target] : zip(from, to)) {
      sourceSplit |= source.mask();
      targetSplit |= target.mask();
    }
    sliceable = targetSplit & ~sourceSplit & ~fromPartial.mask();
  }
};

/// One way to solve a problem.
struct Route {
  /// The dimensions after slicing, and after the reduction.
  Dims sliced, reduced;
  uint32_t scattered = 0;
  /// What the all_reduce works on, and over how many devices.
  int64_t wholeElements = 0, wholeDevices = 1;
  /// What the other steps move.
  int64_t movedElements = 0;
  unsigned numSteps = 0;

  int64_t getBytes(int64_t elementBytes) const {
    return movedElements * elementBytes +
           getAllReduceSize(wholeDevices, wholeElements * elementBytes);
  }

  bool isBetterThan(const Route &other) const {
    // Elements of eight bytes: a ring's parts of small ones do not round away.
    return std::pair(getBytes(8), numSteps) <
           std::pair(other.getBytes(8), other.numSteps);
  }
};
} // namespace

/// Appends an atom to a dimension if it then still divides.
static bool tryAppend(const Problem &problem, Dims &dims, unsigned d,
                      unsigned atom) {
  int64_t parts = problem.mesh.getSize(dims[d]);
  if (problem.shape[d] % (parts * problem.mesh.getAtoms()[atom].size))
    return false;
  dims[d].push_back(atom);
  return true;
}

static void placeAligned(const Problem &problem, Dims &dims, uint32_t &atoms) {
  for (auto [list, target] : zip(dims, problem.to)) {
    if (!list.isPrefixOf(target))
      continue;
    while (list.size() < target.size() && atoms >> target[list.size()] & 1) {
      atoms &= ~(1u << target[list.size()]);
      list.push_back(target[list.size()]);
    }
  }
}

static void placeHome(const Problem &problem, Dims &dims, uint32_t &atoms) {
  for (auto [d, target] : enumerate(problem.to))
    for (unsigned i = 0, e = target.size(); i < e; ++i)
      if (atoms >> target[i] & 1 && tryAppend(problem, dims, d, target[i]))
        atoms &= ~(1u << target[i]);
}

static void placeAnywhere(const Problem &problem, Dims &dims, uint32_t &atoms) {
  AtomList rest = AtomList::fromMask(atoms);
  for (unsigned i = 0, e = rest.size(); i < e; ++i)
    for (unsigned d = 0; d < dims.size() && atoms >> rest[i] & 1; ++d)
      if (tryAppend(problem, dims, d, rest[i]))
        atoms &= ~(1u << rest[i]);
}

/// Appends those of `atoms` that the placement has a place for, and returns
/// them.
static uint32_t place(const Problem &problem, Placement placement, Dims &dims,
                      uint32_t atoms) {
  uint32_t rest = atoms;
  placeAligned(problem, dims, rest);
  if (placement != Placement::Aligned)
    placeHome(problem, dims, rest);
  if (placement == Placement::Anywhere)
    placeAnywhere(problem, dims, rest);
  return atoms & ~rest;
}

static Route makeRoute(const Problem &problem, Placement slicing,
                       Placement scattering) {
  const Mesh &mesh = problem.mesh;
  Route route;
  route.sliced.assign(problem.from.begin(), problem.from.end());
  route.numSteps +=
      place(problem, slicing, route.sliced, problem.sliceable) != 0;

  route.reduced = route.sliced;
  uint32_t scatterable = scattering == Placement::Anywhere
                             ? problem.reduced
                             : problem.reduced & problem.targetSplit;
  route.scattered = place(problem, scattering, route.reduced, scatterable);
  int64_t elements = getLocalElements(mesh, route.reduced, problem.shape);
  if (route.scattered) {
    route.movedElements += (mesh.getSizeOfMask(route.scattered) - 1) * elements;
    ++route.numSteps;
  }
  if (uint32_t rest = problem.reduced & ~route.scattered) {
    route.wholeElements = elements;
    route.wholeDevices = mesh.getSizeOfMask(rest);
    ++route.numSteps;
  }
  if (!std::ranges::equal(route.reduced, problem.to)) {
    route.movedElements +=
        getMovedElements(mesh, route.reduced, problem.to, problem.shape);
    ++route.numSteps;
  }
  return route;
}

/// The route that moves the fewest elements; among such, one of fewest steps. A
/// single step is taken at once: were idle replicas to share its work, that
/// could save elements, at the price of three collectives for one.
static Route findRoute(const Problem &problem) {
  static constexpr Placement placements[] = {
      Placement::Aligned, Placement::Home, Placement::Anywhere};
  Route best = makeRoute(problem, Placement::Aligned, Placement::Aligned);
  if (best.numSteps == 1)
    return best;
  for (Placement slicing : placements) {
    for (Placement scattering : placements) {
      Route route = makeRoute(problem, slicing, scattering);
      if (route.isBetterThan(best))
        best = route;
    }
    if (!problem.sliceable)
      break;
  }
  return best;
}

//===----------------------------------------------------------------------===//
// Plans
//===----------------------------------------------------------------------===//

/// A sharding with the partial atoms of `partial`, a subset of those of `like`.
static Sharding makeSharding(std::span<const AtomList> dims, uint32_t partial,
                             const Sharding &like) {
  Sharding sharding;
  sharding.dims.assign(dims.begin(), dims.end());
  sharding.partial = AtomList::fromMask(partial);
  if (partial)
    sharding.reduction = like.reduction;
  return sharding;
}

std::vector<ReshardStep>
shardwise::planReshard(const Mesh &mesh, const Sharding &from,
                       const Sharding &to, std::span<const int64_t> shape) {
  std::vector<ReshardStep> steps;
  steps.reserve(2);
  Sharding current = from;
  auto stepTo = [&](const Sharding &next) {
    if (std::optional<CollectiveKind> kind = classify(mesh, current, next))
      steps.push_back({*kind, current, next});
    current = next;
  };

  Problem problem(mesh, from.dims, from.partial, to.dims, to.partial, shape);
  if (problem.reduced) {
    Route route = findRoute(problem);
    uint32_t partial = from.partial.mask();
    stepTo(makeSharding(route.sliced, partial, from));
    stepTo(makeSharding(route.reduced, partial & ~route.scattered, from));
    stepTo(makeSharding(route.reduced, to.partial.mask(), from));
  }
  stepTo(to);
  return steps;
}

int64_t shardwise::getBytesReceived(const Mesh &mesh, const ReshardStep &step,
                                    std::span<const int64_t> shape,
                                    int64_t elementBytes) {
  uint32_t reduced = step.from.partial.mask() & ~step.to.partial.mask();
  int64_t devices = mesh.getSizeOfMask(reduced);
  int64_t elements = getLocalElements(mesh, step.to.dims, shape);
  switch (step.kind) {
  case CollectiveKind::AllReduce:
    return getAllReduceSize(devices, elements * elementBytes);
  case CollectiveKind::ReduceScatter:
    return (devices - 1) * elements * elementBytes;
  case CollectiveKind::PartialSwap:
    return elements * elementBytes;
  default:
    return getMovedElements(mesh, step.from.dims, step.to.dims, shape) *
           elementBytes;
  }
}

int64_t shardwise::estimateReshardBytes(
    const Mesh &mesh, std::span<const AtomList> fromDims, AtomList fromPartial,
    std::span<const AtomList> toDims, AtomList toPartial,
    std::span<const int64_t> shape, int64_t elementBytes) {
  Problem problem(mesh, fromDims, fromPartial, toDims, toPartial, shape);
  if (problem.reduced)
    return findRoute(problem).getBytes(elementBytes);
  return getMovedElements(mesh, fromDims, toDims, shape) * elementBytes;
}
