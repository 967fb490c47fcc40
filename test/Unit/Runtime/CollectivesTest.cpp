//===- CollectivesTest.cpp - Communication among CPU devices --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests that every change of sharding that one collective makes gives each
// device its part of the whole, on several meshes, among threads and among
// devices that share no memory.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Runtime/Collectives.h"
#include "../Sharding/TestUtils.h"
#include "shardwise/Runtime/Elements.h"
#include <condition_variable>
#include <gtest/gtest.h>
#include <map>
#include <mutex>
#include <thread>

using namespace shardwise;
using namespace shardwise::runtime;

namespace {
using Values = std::vector<float>;

/// The value of an element of the whole tensor, and of a device's summand of
/// it: members of a group get different ones that combine to the whole.
float getWhole(int64_t element) { return float(element * 3 % 101); }

/// Calls `function(local, global)` for each element of a device's part.
template <typename F>
void forEachElement(const Mesh &mesh, const Sharding &sharding,
                    const std::vector<int64_t> &shape, int64_t device,
                    F &&function) {
  auto local = getLocalShape(mesh, sharding, shape);
  auto offsets = getLocalOffsets(mesh, sharding, shape, device);
  int64_t elements = getProduct(local);
  for (int64_t i = 0; i < elements; ++i) {
    int64_t rest = i, global = 0, stride = 1;
    for (int64_t d = int64_t(shape.size()) - 1; d >= 0; --d) {
      global += (rest % local[d] + offsets[d]) * stride;
      rest /= local[d];
      stride *= shape[d];
    }
    function(i, global);
  }
}

/// What a device holds of a partial tensor that sums (or has the largest
/// element) to a multiple of the whole.
Values makePart(const Mesh &mesh, const Sharding &sharding,
                const std::vector<int64_t> &shape, int64_t device) {
  Values part(getProduct(getLocalShape(mesh, sharding, shape)));
  int64_t position = mesh.getPart(device, sharding.partial);
  bool isSum = sharding.reduction == Reduction::Sum;
  forEachElement(mesh, sharding, shape, device, [&](int64_t i, int64_t global) {
    part[i] = getWhole(global);
    if (!sharding.partial.empty())
      part[i] +=
          isSum ? float(position) : (global % 3 == position % 3 ? 0 : -7);
  });
  return part;
}

/// What all values of the partial positions over `reduced` combine to.
Values combineParts(const Mesh &mesh, const Sharding &from, const Sharding &to,
                    const std::vector<int64_t> &shape, int64_t device) {
  Values result(getProduct(getLocalShape(mesh, to, shape)));
  uint32_t reduced = from.partial.mask() & ~to.partial.mask();
  std::vector<float> all(getProduct(shape), 0);
  bool isFirst = true;
  for (int64_t other = 0; other < mesh.getNumDevices(); ++other) {
    // Members of the group: equal in every atom that is not reduced.
    bool isMember = true;
    for (unsigned atom = 0; atom < mesh.getAtoms().size(); ++atom)
      if (!(reduced >> atom & 1) &&
          mesh.getCoordinate(device, atom) != mesh.getCoordinate(other, atom))
        isMember = false;
    if (!isMember)
      continue;
    Values part = makePart(mesh, from, shape, other);
    forEachElement(mesh, from, shape, other, [&](int64_t i, int64_t global) {
      if (isFirst)
        all[global] = part[i];
      else if (from.reduction == Reduction::Sum)
        all[global] += part[i];
      else
        all[global] = std::max(all[global], part[i]);
    });
    isFirst = false;
  }
  forEachElement(mesh, to, shape, device,
                 [&](int64_t i, int64_t global) { result[i] = all[global]; });
  return result;
}

/// Where devices that share no memory leave parcels for each other.
class PostOffice {
public:
  bool exchange(int64_t device, std::span<const Parcel> outgoing,
                std::span<const Parcel> incoming) {
    std::unique_lock<std::mutex> lock(mutex);
    for (const Parcel &parcel : outgoing)
      shelves[{device, parcel.rank}].emplace_back(parcel.data,
                                                  parcel.data + parcel.bytes);
    changed.notify_all();
    for (const Parcel &parcel : incoming) {
      auto &shelf = shelves[{parcel.rank, device}];
      changed.wait(lock, [&] { return !shelf.empty(); });
      EXPECT_EQ(int64_t(shelf.front().size()), parcel.bytes);
      std::ranges::copy(shelf.front(), parcel.data);
      shelf.pop_front();
    }
    return true;
  }
  bool isEmpty() const {
    return std::ranges::all_of(
        shelves, [](auto &entry) { return entry.second.empty(); });
  }

private:
  std::mutex mutex;
  std::condition_variable changed;
  std::map<std::pair<int64_t, int64_t>, std::deque<std::vector<char>>> shelves;
};

/// Elements of a tensor of rank 1 or 2.
Values takeBox(const Values &values, std::span<const int64_t> shape,
               std::span<const int64_t> sizes, std::span<const int64_t> begin) {
  Values box;
  int64_t rows = sizes.size() == 2 ? sizes[0] : 1;
  int64_t firstRow = sizes.size() == 2 ? begin[0] : 0;
  for (int64_t i = 0; i < rows; ++i)
    for (int64_t j = 0; j < sizes.back(); ++j)
      box.push_back(values[(firstRow + i) * shape.back() + begin.back() + j]);
  return box;
}

/// The input of the device that differs in the reduced axes alone: what of it
/// lies where `device` has its part.
Values getOthers(const Mesh &mesh, std::span<const Values> inputs,
                 const Sharding &from, const Sharding &to,
                 std::span<const int64_t> shape, int64_t device) {
  uint32_t moved = getMovedAtoms(from, to).mask();
  uint32_t all = (1u << mesh.getAtoms().size()) - 1;
  auto same = AtomList::fromMask(all & ~moved);
  auto begin = getLocalOffsets(mesh, to, shape, device);
  auto source = getLocalOffsets(mesh, from, shape, device);
  for (size_t d = 0; d < begin.size(); ++d)
    begin[d] -= source[d];
  for (int64_t other = 0; other < mesh.getNumDevices(); ++other)
    if (other != device &&
        mesh.getPart(other, same) == mesh.getPart(device, same))
      return takeBox(inputs[other], getLocalShape(mesh, from, shape),
                     getLocalShape(mesh, to, shape), begin);
  return {};
}

/// Runs one collective on a thread for each device and compares all outputs.
void check(const Mesh &mesh, const Sharding &from, const Sharding &to,
           const std::vector<int64_t> &shape, bool inPlace, bool isRemote,
           bool isSwap = false) {
  auto kind = shardwise::classify(mesh, from, to);
  ASSERT_TRUE(kind);
  if (isSwap)
    kind = CollectiveKind::PartialSwap;
  CollectiveTensor tensor{ElementType::F32, {}, from, to};
  append(tensor.globalShape, shape);
  Collective collective(mesh, {*kind, {tensor}, "test"}, 0);
  Rendezvous rendezvous(mesh.getNumDevices());
  PostOffice office;
  std::vector<Values> inputs, outputs;
  std::vector<std::array<void *, 2>> pointers;
  std::vector<void *const *> buffers;
  for (int64_t device = 0; device < mesh.getNumDevices(); ++device) {
    inputs.push_back(makePart(mesh, from, shape, device));
    outputs.emplace_back(getProduct(getLocalShape(mesh, to, shape)), -1);
  }
  for (int64_t device = 0; device < mesh.getNumDevices(); ++device)
    pointers.push_back(
        {inputs[device].data(), (inPlace ? inputs : outputs)[device].data()});
  for (auto &pair : pointers)
    buffers.push_back(pair.data());
  std::vector<std::thread> threads;
  for (int64_t device = 0; device < mesh.getNumDevices(); ++device)
    threads.emplace_back([&, device] {
      Scratch scratch;
      if (isRemote) {
        EXPECT_TRUE(collective.runRemote(
            device, buffers[device],
            [&](std::span<const Parcel> outgoing,
                std::span<const Parcel> incoming) {
              return office.exchange(device, outgoing, incoming);
            },
            scratch));
        return;
      }
      EXPECT_TRUE(collective.run(device, buffers, rendezvous, scratch));
      rendezvous.end(device);
    });
  for (std::thread &thread : threads)
    thread.join();
  ASSERT_EQ(rendezvous.getError(), "");
  ASSERT_TRUE(office.isEmpty());
  for (int64_t device = 0; device < mesh.getNumDevices(); ++device) {
    Values expected = kind == CollectiveKind::AllReduce ||
                              kind == CollectiveKind::ReduceScatter
                          ? combineParts(mesh, from, to, shape, device)
                      : isSwap
                          ? getOthers(mesh, inputs, from, to, shape, device)
                          : makePart(mesh, to, shape, device);
    ASSERT_EQ((inPlace ? inputs : outputs)[device], expected)
        << toString(mesh, from) << " to " << toString(mesh, to) << ", device "
        << device;
  }
}

/// Every pair of shardings that one collective takes to each other.
void checkAll(const Mesh &mesh, const std::vector<int64_t> &shape,
              Reduction reduction, unsigned every) {
  auto all = shardwise::getAllShardings(mesh, shape, true);
  for (Sharding &sharding : all)
    if (!sharding.partial.empty())
      sharding.reduction = reduction;
  unsigned number = 0;
  for (const Sharding &from : all)
    for (const Sharding &to : all) {
      auto kind = shardwise::classify(mesh, from, to);
      // Where both are partial, other tests see to it.
      bool isReduction = kind == CollectiveKind::AllReduce ||
                         kind == CollectiveKind::ReduceScatter;
      if (!kind || (!isReduction && !from.partial.empty()) || number++ % every)
        continue;
      for (bool isRemote : {false, true}) {
        check(mesh, from, to, shape, false, isRemote);
        if (kind == CollectiveKind::AllReduce)
          check(mesh, from, to, shape, true, isRemote);
      }
    }
}
} // namespace

TEST(Collectives, AllPairsOneAxis) {
  checkAll(makeMesh({4}), {4, 8}, Reduction::Sum, 1);
}
TEST(Collectives, AllPairsTwoAxes) {
  checkAll(makeMesh({2, 3}), {12, 6}, Reduction::Sum, 1);
  checkAll(makeMesh({2, 2}), {4, 8}, Reduction::Max, 1);
}
TEST(Collectives, ManyPairsThreeAxes) {
  checkAll(makeMesh({2, 2, 2}), {8, 8}, Reduction::Sum, 23);
}

TEST(Collectives, LargeAllReduceInSlices) {
  Mesh mesh = makeMesh({2, 3});
  // Sizes that no number of devices divides.
  for (int64_t size : {1025, 4099})
    for (bool inPlace : {false, true})
      for (bool isRemote : {false, true}) {
        check(mesh, makeSharding({{}}, {0, 1}), makeSharding({{}}), {size},
              inPlace, isRemote);
        check(mesh, makeSharding({{}}, {1}), makeSharding({{}}), {size},
              inPlace, isRemote);
      }
}

/// Several tensors in one collective, of different types and sizes.
TEST(Collectives, SeveralTensorsAmongProcesses) {
  Mesh mesh = makeMesh({3});
  for (int64_t size : {2, 2000}) {
    CollectiveTensor floats{
        ElementType::F32, {size}, makeSharding({{}}, {0}), makeSharding({{}})};
    CollectiveTensor longs = floats;
    longs.type = ElementType::I64;
    Collective collective(
        mesh, {CollectiveKind::AllReduce, {floats, longs}, "test"}, 0);
    PostOffice office;
    std::vector<std::thread> threads;
    for (int64_t device = 0; device < 3; ++device)
      threads.emplace_back([&, device] {
        std::vector<float> f(size, 1.5f), sumF(size);
        std::vector<int64_t> l(size, device), sumL(size);
        void *buffers[] = {f.data(), l.data(), sumF.data(), sumL.data()};
        Scratch scratch;
        EXPECT_TRUE(collective.runRemote(
            device, buffers,
            [&](std::span<const Parcel> outgoing,
                std::span<const Parcel> incoming) {
              return office.exchange(device, outgoing, incoming);
            },
            scratch));
        EXPECT_EQ(sumF, std::vector<float>(size, 4.5f));
        EXPECT_EQ(sumL, std::vector<int64_t>(size, 3));
      });
    for (std::thread &thread : threads)
      thread.join();
  }
}

template <typename T> static void checkReduce(ElementType type) {
  std::vector<T> values[3];
  for (int i = 0; i < 1000; ++i)
    for (int s = 0; s < 3; ++s)
      values[s].push_back(
          toStorage<T>(typename ComputeType<T>::type((i * (s + 1)) % 7)));
  std::vector<const char *> sources;
  for (auto &source : values)
    sources.push_back(reinterpret_cast<const char *>(source.data()));
  for (Reduction reduction : {Reduction::Sum, Reduction::Max, Reduction::Min}) {
    std::vector<T> result(1000);
    reduce(type, reduction, sources, reinterpret_cast<char *>(result.data()),
           1000);
    for (int i = 0; i < 1000; ++i) {
      double a = double(values[0][i]), b = double(values[1][i]),
             c = double(values[2][i]);
      double expected = reduction == Reduction::Sum   ? a + b + c
                        : reduction == Reduction::Max ? std::max({a, b, c})
                                                      : std::min({a, b, c});
      ASSERT_EQ(double(result[i]), expected);
    }
  }
}

TEST(Collectives, ReduceAllTypes) {
  checkReduce<int8_t>(ElementType::I8);
  checkReduce<int16_t>(ElementType::I16);
  checkReduce<int32_t>(ElementType::I32);
  checkReduce<int64_t>(ElementType::I64);
  checkReduce<BFloat16>(ElementType::BF16);
  checkReduce<Float16>(ElementType::F16);
  checkReduce<float>(ElementType::F32);
  checkReduce<double>(ElementType::F64);
}

TEST(Collectives, ShortFloatsAreRoundedOnce) {
  // 256 + 1 + 1 in bfloat16 steps stays 256; in one step it is 258.
  std::vector<BFloat16> values[3] = {
      {BFloat16::round(256)}, {BFloat16::round(1)}, {BFloat16::round(1)}};
  std::vector<const char *> sources;
  for (auto &source : values)
    sources.push_back(reinterpret_cast<const char *>(source.data()));
  BFloat16 result;
  reduce(ElementType::BF16, Reduction::Sum, sources,
         reinterpret_cast<char *>(&result), 1);
  EXPECT_EQ(float(result), 258.0f);
}

TEST(Rendezvous, DifferentCollectivesEndWithBothNames) {
  Rendezvous rendezvous(2);
  MeetingPoint first, second;
  first.members = second.members = {0, 1};
  first.name = "all_reduce";
  second.name = "all_gather";
  std::thread other([&] { EXPECT_FALSE(rendezvous.meet(second, 1)); });
  EXPECT_FALSE(rendezvous.meet(first, 0));
  other.join();
  EXPECT_EQ(rendezvous.getError(),
            "device 0 calls all_reduce, but device 1 calls all_gather");
}

TEST(Rendezvous, EndedDeviceIsNamed) {
  Rendezvous rendezvous(2);
  MeetingPoint point;
  point.members = {0, 1};
  point.name = "all_reduce";
  std::thread other([&] { rendezvous.end(1); });
  EXPECT_FALSE(rendezvous.meet(point, 0));
  other.join();
  EXPECT_EQ(rendezvous.getError(),
            "device 0 calls all_reduce, but device 1 has ended its step");
}

TEST(Rendezvous, FailureEndsAllWaits) {
  Rendezvous rendezvous(3);
  MeetingPoint point;
  point.members = {0, 1, 2};
  std::thread a([&] { EXPECT_FALSE(rendezvous.meet(point, 0)); });
  std::thread b([&] { EXPECT_FALSE(rendezvous.meet(point, 1)); });
  rendezvous.fail("device 2 is lost");
  a.join();
  b.join();
  EXPECT_EQ(rendezvous.getError(), "device 2 is lost");
}

TEST(Collectives, PartialSwap) {
  Mesh mesh = makeMesh({2, 3}), cube = makeMesh({2, 2, 2});
  for (bool isRemote : {false, true}) {
    check(mesh, makeSharding({{}, {1}}, {0}), makeSharding({{}, {1}}), {2, 6},
          /*inPlace=*/false, isRemote, /*isSwap=*/true);
    check(mesh, makeSharding({{}, {1}}, {0}), makeSharding({{0}, {1}}), {2, 6},
          /*inPlace=*/false, isRemote, /*isSwap=*/true);
    check(mesh, makeSharding({{}, {}}, {0}), makeSharding({{}, {0}}), {2, 6},
          /*inPlace=*/false, isRemote, /*isSwap=*/true);
    for (unsigned axis = 0; axis < 3; ++axis)
      check(cube, makeSharding({{}}, {axis}), makeSharding({{}}), {5},
            /*inPlace=*/false, isRemote, /*isSwap=*/true);
  }
}
