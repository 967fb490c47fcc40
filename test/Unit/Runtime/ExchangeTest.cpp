//===- ExchangeTest.cpp - Collectives as calls of NCCL --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests what devices do in a collective on GPUs, without any: plays the copies
// and calls of all devices on the host, for every change of sharding on a mesh
// that one collective makes.
//
//===----------------------------------------------------------------------===//

#include "Exchange.h"
#include "../Sharding/TestUtils.h"
#include "shardwise/Runtime/Collectives.h"
#include "shardwise/Support/Ranges.h"
#include <deque>
#include <gtest/gtest.h>
#include <map>
#include <ranges>

using namespace shardwise;
using namespace shardwise::runtime;

using Values = std::vector<int32_t>;

namespace {
/// The memory of one device.
struct LocalMemory {
  Values input, output, scratch;
  int32_t *at(const Span &span) {
    Values &values = span.base == Span::Input    ? input
                     : span.base == Span::Output ? output
                                                 : scratch;
    return values.data() + span.byteOffset / 4;
  }
};
} // namespace

static void play(const ExchangeCopy &copy, LocalMemory &memory) {
  for (int64_t i = 0; i < copy.box.elements; ++i) {
    int64_t rest = i, from = copy.box.fromOffset, to = copy.box.toOffset;
    for (int d = copy.box.rank - 1; d >= 0; --d) {
      from += rest % copy.box.sizes[d] * copy.box.fromStrides[d];
      to += rest % copy.box.sizes[d] * copy.box.toStrides[d];
      rest /= copy.box.sizes[d];
    }
    memory.at(copy.target)[to] = memory.at(copy.source)[from];
  }
}

/// The part of the whole tensor that a device holds.
static Values getPart(const Mesh &mesh, const Sharding &sharding,
                      std::span<const int64_t> shape, int64_t device) {
  auto local = getLocalShape(mesh, sharding, shape);
  auto offsets = getLocalOffsets(mesh, sharding, shape, device);
  Values values;
  for (int64_t i = 0; i < local[0]; ++i)
    for (int64_t j = 0; j < local[1]; ++j)
      values.push_back((offsets[0] + i) * shape[1] + offsets[1] + j);
  return values;
}

/// Plays the calls; those of all devices stand in one order each.
static void playCalls(const Mesh &mesh, const std::vector<ExchangePlan> &plans,
                      std::vector<LocalMemory> &memories) {
  std::map<std::pair<int64_t, int64_t>, std::deque<Values>> messages;
  for (auto [device, plan] : enumerate(plans))
    for (const NcclCall &call : plan.calls)
      if (call.kind == NcclCall::Send) {
        int32_t *data = memories[device].at(call.source);
        messages[{device, call.peer}].emplace_back(data, data + call.count);
      }
  uint32_t all = (1u << mesh.getAtoms().size()) - 1;
  std::vector<std::pair<int32_t *, Values>> results;
  for (auto [device, plan] : enumerate(plans))
    for (auto [number, call] : enumerate(plan.calls)) {
      int32_t *target = memories[device].at(call.target);
      if (call.kind == NcclCall::Send)
        continue;
      if (call.kind == NcclCall::Receive) {
        auto &queue = messages[{call.peer, device}];
        ASSERT_FALSE(queue.empty());
        ASSERT_EQ(int64_t(queue.front().size()), call.count);
        results.emplace_back(target, queue.front());
        queue.pop_front();
        continue;
      }
      AtomList group = AtomList::fromMask(call.atoms);
      AtomList others = AtomList::fromMask(all & ~call.atoms);
      int64_t position = mesh.getPart(device, group);
      bool gathers = call.kind == NcclCall::AllGather;
      Values result(gathers ? call.count * mesh.getSize(group) : call.count);
      for (int64_t peer = 0; peer < mesh.getNumDevices(); ++peer) {
        if (mesh.getPart(peer, others) != mesh.getPart(int64_t(device), others))
          continue;
        const int32_t *data =
            memories[peer].at(plans[peer].calls[number].source);
        for (int64_t i = 0; i < call.count; ++i)
          if (gathers)
            result[mesh.getPart(peer, group) * call.count + i] = data[i];
          else
            result[i] += data[i + (call.kind == NcclCall::ReduceScatter
                                       ? position * call.count
                                       : 0)];
      }
      results.emplace_back(target, result);
    }
  for (auto &[target, values] : results)
    std::ranges::copy(values, target);
  for (auto &[pair, queue] : messages)
    EXPECT_TRUE(queue.empty());
}

TEST(Exchange, EveryChangeOfSharding) {
  Mesh mesh = makeMesh({2, 2, 3});
  std::vector<int64_t> shape = {12, 24};
  auto shardings = getAllShardings(mesh, shape, /*withPartial=*/true);
  std::map<CollectiveKind, unsigned> seen;
  for (const Sharding &from : shardings)
    for (const Sharding &to : shardings) {
      auto kind = classify(mesh, from, to);
      if (!kind || !to.partial.empty())
        continue;
      // Enough of each, and all where there are few.
      if (++seen[*kind] % 7 > 2 && seen[*kind] > 300)
        continue;
      CollectiveInfo info{
          *kind, {{ElementType::I32, shape, from, to}}, "collective"};
      std::vector<ExchangePlan> plans;
      std::vector<LocalMemory> memories(mesh.getNumDevices());
      for (int64_t d = 0; d < mesh.getNumDevices(); ++d) {
        auto plan = ExchangePlan::make(mesh, info, d);
        ASSERT_TRUE(bool(plan));
        memories[d].input = getPart(mesh, from, shape, d);
        memories[d].output.assign(getPart(mesh, to, shape, d).size(), -1);
        memories[d].scratch.assign(plan->scratchBytes / 4, -1);
        plans.push_back(std::move(*plan));
        for (const ExchangeCopy &copy : plans[d].before)
          play(copy, memories[d]);
      }
      playCalls(mesh, plans, memories);
      int32_t factor = mesh.getSize(from.partial);
      for (int64_t d = 0; d < mesh.getNumDevices(); ++d) {
        for (const ExchangeCopy &copy : plans[d].after)
          play(copy, memories[d]);
        Values expected = getPart(mesh, to, shape, d);
        for (int32_t &value : expected)
          value *= factor;
        ASSERT_EQ(memories[d].output, expected)
            << toString(mesh, from) << " to " << toString(mesh, to);
      }
    }
  EXPECT_EQ(seen.size(), 7u);
}

TEST(Exchange, TypesThatAreNotReduced) {
  Mesh mesh = makeMesh({2});
  Sharding from = shardwise::makeSharding({{}}, {0});
  Sharding to = shardwise::makeSharding({{}});
  CollectiveInfo info{
      CollectiveKind::AllReduce, {{ElementType::I16, {4}, from, to}}, "sum"};
  auto plan = ExchangePlan::make(mesh, info, 0);
  ASSERT_FALSE(bool(plan));
  EXPECT_EQ(toString(plan.takeError()), "sum: NCCL does not reduce i16");
}

TEST(Exchange, PartialSwap) {
  Mesh mesh = makeMesh({2, 3});
  Sharding from = makeSharding({{}}, {0}), to = makeSharding({{}});
  CollectiveInfo info{
      CollectiveKind::PartialSwap, {{ElementType::BF16, {5}, from, to}}, "s"};
  auto plan = ExchangePlan::make(mesh, info, 4);
  ASSERT_TRUE(bool(plan));
  ASSERT_EQ(plan->calls.size(), 2u);
  EXPECT_EQ(plan->calls[0].kind, NcclCall::Send);
  EXPECT_EQ(plan->calls[1].kind, NcclCall::Receive);
  for (const NcclCall &call : plan->calls) {
    EXPECT_EQ(call.peer, 1);
    EXPECT_EQ(call.count, 5);
  }
}

/// Plays the copies of all devices into each other's memory, and compares what
/// they get with the messages of the plain plan.
static void checkPeers(const Mesh &mesh, const CollectiveInfo &info,
                       int64_t inputElements, int64_t outputElements) {
  std::vector<PeerExchange> exchanges;
  std::vector<ExchangePlan> plans;
  std::vector<LocalMemory> memories, expected;
  for (int64_t device = 0; device < mesh.getNumDevices(); ++device) {
    auto exchange = PeerExchange::make(mesh, info, device);
    auto plan = ExchangePlan::make(mesh, info, device, /*byMessages=*/true);
    ASSERT_TRUE(exchange && bool(plan));
    LocalMemory memory;
    for (int64_t i = 0; i < inputElements; ++i)
      memory.input.push_back(1000 * device + i);
    // Whatever is not written stays as it was.
    memory.output.assign(outputElements, -1);
    memory.scratch.assign(exchange->scratchBytes / 4, -1);
    memories.push_back(memory);
    memory.scratch.assign(plan->scratchBytes / 4, -1);
    expected.push_back(memory);
    exchanges.push_back(std::move(*exchange));
    plans.push_back(std::move(*plan));
  }
  for (size_t device = 0; device < exchanges.size(); ++device)
    for (const ExchangeCopy &copy : exchanges[device].before)
      play(copy, memories[device]);
  for (size_t device = 0; device < exchanges.size(); ++device)
    for (const PeerExchange::Message &message : exchanges[device].messages)
      std::memcpy(memories[exchanges[device].peer].at(message.target),
                  memories[device].at(message.source), message.bytes);
  for (size_t device = 0; device < plans.size(); ++device)
    for (const ExchangeCopy &copy : plans[device].before)
      play(copy, expected[device]);
  playCalls(mesh, plans, expected);
  for (size_t device = 0; device < plans.size(); ++device) {
    EXPECT_EQ(memories[device].output, expected[device].output);
    EXPECT_EQ(std::ranges::count(memories[device].output, -1), 0);
  }
}

TEST(Exchange, Peers) {
  Mesh pair = makeMesh({2}), mesh = makeMesh({2, 3});
  Sharding partial = makeSharding({{}, {}}, {0}),
           whole = makeSharding({{}, {}});
  Sharding rows = makeSharding({{0}, {}}), columns = makeSharding({{}, {0}});
  auto makeInfo = [](CollectiveKind kind, Sharding from, Sharding to) {
    return CollectiveInfo{kind, {{ElementType::I32, {4, 6}, from, to}}, "t"};
  };
  for (const Mesh &each : {pair, mesh}) {
    checkPeers(each, makeInfo(CollectiveKind::PartialSwap, partial, whole), 24,
               24);
    checkPeers(each, makeInfo(CollectiveKind::PartialSwap, partial, rows), 24,
               12);
    // Packed before it is sent.
    checkPeers(each, makeInfo(CollectiveKind::PartialSwap, partial, columns),
               24, 12);
    checkPeers(each, makeInfo(CollectiveKind::AllGather, rows, whole), 12, 24);
  }
  // What would have to be unpacked, what is not between two, and other kinds.
  for (CollectiveInfo info :
       {makeInfo(CollectiveKind::AllGather, columns, whole),
        makeInfo(CollectiveKind::AllReduce, partial, whole)})
    EXPECT_FALSE(PeerExchange::make(pair, info, 0));
  EXPECT_FALSE(PeerExchange::make(
      mesh, makeInfo(CollectiveKind::AllGather, makeSharding({{}, {1}}), whole),
      0));
}

TEST(Exchange, ExtremesOfFloatsAreRefused) {
  Mesh mesh = makeMesh({2});
  Sharding from = makeSharding({{}}, {0}), to = makeSharding({{}});
  from.reduction = Reduction::Max;
  auto plan = ExchangePlan::make(
      mesh,
      {CollectiveKind::AllReduce, {{ElementType::F32, {4}, from, to}}, "max"},
      0);
  ASSERT_FALSE(bool(plan));
  EXPECT_EQ(toString(plan.takeError()),
            "max: NCCL does not reduce the largest or smallest of floats as "
            "others do, since it drops NaN");
}
