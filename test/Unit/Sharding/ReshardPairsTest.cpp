//===- ReshardPairsTest.cpp - Bytes of recorded pairs of shardings --------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests that the pairs of shardings recorded in benchmarks/reshard_pairs.json
// are resharded at their lower bound, and prints how many bytes other
// partitioners move for the same pairs. The folder is named by the environment
// variable SHARDWISE_SHARED; without it there is nothing to compare with.
//
// The formulas: a pair's figure is the most bytes that a device receives, the
// bound the most that a device needs and does not hold; a ratio is figure /
// bound, over the pairs whose bound is not 0.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Sharding/ReshardPlan.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"
#include <cstdlib>
#include <map>

using namespace shardwise;

namespace {
/// What one partitioner moves, over all pairs.
struct Summary {
  unsigned pairs = 0, positive = 0, atBound = 0;
  double sum = 0, worst = 0;
  int64_t bytes = 0;

  void add(int64_t actual, int64_t bound) {
    ++pairs;
    bytes += actual;
    if (!bound)
      return;
    ++positive;
    atBound += actual == bound;
    double ratio = double(actual) / bound;
    sum += ratio;
    worst = std::max(worst, ratio);
  }

  void print(llvm::StringRef name) const {
    llvm::outs() << llvm::format(
        "%-22s %4u pairs, %3u of %3u at the bound, mean ratio %.3f, worst "
        "%.3f, %lld bytes\n",
        name.str().c_str(), pairs, atBound, positive, sum / positive, worst,
        static_cast<long long>(bytes));
  }
};

/// Reads "(None, ('x', 'y'))": a list of names for each of two dimensions.
Sharding readSharding(const Mesh &mesh, llvm::StringRef text) {
  Sharding sharding;
  bool nested = false;
  for (text = text.drop_front(); !text.empty();) {
    if (text.consume_front("None")) {
      sharding.dims.push_back({});
    } else if (text.consume_front("(")) {
      sharding.dims.push_back({});
      nested = true;
    } else if (text.consume_front("'")) {
      if (!nested)
        sharding.dims.push_back({});
      auto [name, rest] = text.split('\'');
      sharding.dims.back().append(mesh.getAxisAtoms(*mesh.findAxis(name)));
      text = rest;
    } else {
      nested &= !text.starts_with(")");
      text = text.drop_front();
    }
  }
  return sharding;
}

Mesh readMesh(const llvm::json::Array &sizes) {
  llvm::SmallVector<MeshAxis, 3> axes;
  for (auto [index, size] : llvm::enumerate(sizes))
    axes.push_back({std::string(1, (sizes.size() == 2 ? 'x' : 'a') + index),
                    *size.getAsInteger()});
  return Mesh(axes);
}

/// The most bytes that a device sends, by the transfers of all devices.
int64_t getMostSent(const Mesh &mesh, const Sharding &from, const Sharding &to,
                    llvm::ArrayRef<int64_t> shape, int64_t elementBytes) {
  llvm::SmallVector<int64_t> sent(mesh.getNumDevices(), 0);
  for (int64_t device = 0; device < mesh.getNumDevices(); ++device) {
    for (const Transfer &transfer :
         getTransfers(mesh, from, to, shape, device)) {
      int64_t elements = 1;
      for (int64_t size : transfer.source.sizes)
        elements *= size;
      if (transfer.peer != device)
        sent[transfer.peer] += elements * elementBytes;
    }
  }
  return *llvm::max_element(sent);
}
} // namespace

TEST(ReshardPairs, AtTheBound) {
  const char *shared = std::getenv("SHARDWISE_SHARED");
  if (!shared)
    GTEST_SKIP() << "SHARDWISE_SHARED is not set";
  auto file = llvm::MemoryBuffer::getFile(std::string(shared) +
                                          "/benchmarks/reshard_pairs.json");
  if (!file)
    GTEST_SKIP() << "no benchmarks/reshard_pairs.json in " << shared;
  auto json = llvm::json::parse((*file)->getBuffer());
  ASSERT_TRUE(static_cast<bool>(json));

  std::map<std::string, Summary> others;
  Summary ours, sent;
  int64_t shape[] = {64, 64};
  for (const llvm::json::Value &value :
       *json->getAsObject()->getArray("rows")) {
    const llvm::json::Object &row = *value.getAsObject();
    Mesh mesh = readMesh(*row.getArray("mesh"));
    Sharding from = readSharding(mesh, *row.getString("src"));
    Sharding to = readSharding(mesh, *row.getString("dst"));
    ASSERT_EQ(validate(mesh, from, shape), std::nullopt);
    ASSERT_EQ(validate(mesh, to, shape), std::nullopt);
    int64_t bound = *row.getInteger("lower");
    int64_t bytes = 0;
    for (const ReshardStep &step : planReshard(mesh, from, to, shape))
      bytes += getBytesReceived(mesh, step, shape, 4);
    EXPECT_EQ(bytes, bound)
        << toString(mesh, from) << " to " << toString(mesh, to);
    ours.add(bytes, bound);
    sent.add(getMostSent(mesh, from, to, shape, 4), bound);
    for (const char *other : {"xla", "shardy"})
      if (const llvm::json::Object *figures = row.getObject(other))
        others[other].add(*figures->getInteger("actual"), bound);
  }
  ours.print("shardwise");
  sent.print("shardwise, most sent");
  for (auto &[name, summary] : others)
    summary.print(name);
}
