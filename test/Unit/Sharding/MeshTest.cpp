//===- MeshTest.cpp - Meshes and lists of atoms ---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests that lists of atoms keep their order, that axes are cut into their
// prime factors, and that bad meshes are named as such.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Sharding/Mesh.h"
#include "TestUtils.h"
#include "gtest/gtest.h"

using namespace shardwise;

//===----------------------------------------------------------------------===//
// AtomList
//===----------------------------------------------------------------------===//

TEST(AtomList, KeepsOrder) {
  AtomList list{3, 0, 14};
  EXPECT_EQ(list.size(), 3u);
  EXPECT_EQ(list[0], 3u);
  EXPECT_EQ(list.back(), 14u);
  EXPECT_EQ(list.mask(), 1u << 3 | 1u << 0 | 1u << 14);
  EXPECT_TRUE(list.contains(14));
  EXPECT_FALSE(list.contains(1));
  EXPECT_NE(list, (AtomList{0, 3, 14}));
  list.pop_back();
  EXPECT_EQ(list, (AtomList{3, 0}));
  EXPECT_EQ(AtomList::fromWord(list.getWord()), list);
}

TEST(AtomList, Empty) {
  AtomList list;
  EXPECT_TRUE(list.empty());
  EXPECT_EQ(list.size(), 0u);
  EXPECT_EQ(list.mask(), 0u);
  EXPECT_TRUE(list.isPrefixOf(list));
  EXPECT_EQ(list.dropFront(0), list);
  list.append({5, 2});
  EXPECT_EQ(list, (AtomList{5, 2}));
}

TEST(AtomList, HoldsAllAtoms) {
  AtomList list = AtomList::fromMask(0x7fff);
  EXPECT_EQ(list.size(), AtomList::kMaxAtoms);
  EXPECT_EQ(list[0], 0u);
  EXPECT_EQ(list.back(), 14u);
  EXPECT_EQ(list.takeFront(15), list);
  EXPECT_EQ(list.takeFront(16), list);
  EXPECT_TRUE(list.dropFront(15).empty());
  list.append(AtomList());
  EXPECT_EQ(list.mask(), 0x7fffu);
}

TEST(AtomList, Prefixes) {
  struct Case {
    AtomList a, b, common;
    bool isPrefix;
  } cases[] = {
      {{}, {1}, {}, true},
      {{1}, {1, 2}, {1}, true},
      {{2}, {1, 2}, {}, false},
      {{1, 2}, {1}, {1}, false},
      {{1, 2}, {1, 3}, {1}, false},
      {{1, 2}, {1, 2}, {1, 2}, true},
      {{0, 4, 2}, {0, 4, 3}, {0, 4}, false},
  };
  for (const Case &test : cases) {
    EXPECT_EQ(AtomList::commonPrefix(test.a, test.b), test.common);
    EXPECT_EQ(AtomList::commonPrefix(test.b, test.a), test.common);
    EXPECT_EQ(test.a.isPrefixOf(test.b), test.isPrefix);
  }
}

TEST(AtomList, KeepAndMask) {
  AtomList list{4, 1, 3};
  EXPECT_EQ(list.keep(1u << 3 | 1u << 4), (AtomList{4, 3}));
  EXPECT_EQ(list.keep(0), AtomList());
  EXPECT_EQ(AtomList::fromMask(list.mask()), (AtomList{1, 3, 4}));
}

//===----------------------------------------------------------------------===//
// Mesh
//===----------------------------------------------------------------------===//

TEST(Mesh, CutsAxesIntoPrimes) {
  Mesh mesh({{"data", 2}, {"one", 1}, {"model", 12}});
  EXPECT_EQ(mesh.getNumDevices(), 24);
  ASSERT_EQ(mesh.getAtoms().size(), 4u);
  struct {
    unsigned axis;
    int64_t size, preSize, stride;
  } expected[] = {{0, 2, 1, 12}, {2, 2, 1, 6}, {2, 2, 2, 3}, {2, 3, 4, 1}};
  for (auto [atom, wanted] : zip(mesh.getAtoms(), expected)) {
    EXPECT_EQ(atom.axis, wanted.axis);
    EXPECT_EQ(atom.size, wanted.size);
    EXPECT_EQ(atom.preSize, wanted.preSize);
    EXPECT_EQ(atom.stride, wanted.stride);
  }
  EXPECT_EQ(mesh.getAxisAtoms(0), (AtomList{0}));
  EXPECT_EQ(mesh.getAxisAtoms(1), AtomList());
  EXPECT_EQ(mesh.getAxisAtoms(2), (AtomList{1, 2, 3}));
  EXPECT_EQ(mesh.findAxis("model"), 2u);
  EXPECT_EQ(mesh.findAxis("mod"), std::nullopt);
  EXPECT_EQ(mesh.getSize({0, 3}), 6);
  EXPECT_EQ(mesh.getSizeOfMask(0b1110), 12);
}

TEST(Mesh, SubAxes) {
  Mesh mesh({{"six", 6}, {"twelve", 12}, {"one", 1}});
  struct {
    unsigned axis;
    int64_t preSize, size;
    std::optional<AtomList> atoms;
  } cases[] = {
      {0, 1, 2, AtomList{0}},    {0, 2, 3, AtomList{1}},
      {0, 1, 6, AtomList{0, 1}}, {0, 3, 2, std::nullopt},
      {0, 1, 3, std::nullopt},   {0, 1, 4, std::nullopt},
      {0, 2, 6, std::nullopt},   {0, 0, 2, std::nullopt},
      {0, 2, 0, std::nullopt},   {0, -2, -3, std::nullopt},
      {1, 1, 4, AtomList{2, 3}}, {1, 2, 6, AtomList{3, 4}},
      {1, 2, 2, AtomList{3}},    {1, 4, 3, AtomList{4}},
      {1, 3, 4, std::nullopt},   {1, 2, 3, std::nullopt},
      {1, 4, 1, AtomList()},     {1, 12, 1, AtomList()},
      {1, 3, 1, std::nullopt},   {1, int64_t(1) << 62, 4, std::nullopt},
      {2, 1, 1, AtomList()},     {2, 1, 2, std::nullopt},
  };
  for (const auto &test : cases)
    EXPECT_EQ(mesh.getSubAxisAtoms(test.axis, test.preSize, test.size),
              test.atoms)
        << test.axis << ":(" << test.preSize << ")" << test.size;
}

TEST(Mesh, Parts) {
  Mesh mesh({{"data", 2}, {"model", 4}});
  EXPECT_EQ(mesh.getPart(6, mesh.getAxisAtoms(1)), 2);
  EXPECT_EQ(mesh.getPart(6, {1, 2, 0}), 5);
  EXPECT_EQ(mesh.getPart(6, {2, 1}), 1);
  EXPECT_EQ(mesh.getPart(6, {}), 0);
  EXPECT_EQ(mesh.getCoordinate(6, 0), 1);
  EXPECT_EQ(mesh.getCoordinate(6, 1), 1);
  EXPECT_EQ(mesh.getCoordinate(6, 2), 0);
}

TEST(Mesh, DeviceOrder) {
  const int64_t order[] = {2, 0, 3, 1};
  Mesh mesh({{"x", 2}, {"y", 2}}, order);
  for (int64_t device = 0; device < 4; ++device)
    EXPECT_EQ(mesh.getDevice(mesh.getRank(device)), device);
  EXPECT_EQ(mesh.getRank(0), 2);
  EXPECT_EQ(mesh.getDevice(1), 3);
  EXPECT_EQ(makeMesh({2, 2}).getRank(3), 3);
}

TEST(Mesh, NoAxesAndAxesOfOne) {
  for (const Mesh &mesh : {Mesh(), makeMesh({1, 1})}) {
    EXPECT_EQ(mesh.getNumDevices(), 1);
    EXPECT_TRUE(mesh.getAtoms().empty());
    EXPECT_EQ(mesh.toString(AtomList()), "[]");
  }
}

TEST(Mesh, Prints) {
  Mesh mesh({{"data", 2}, {"model", 4}});
  EXPECT_EQ(mesh.toString({0, 1, 2}), R"(["data", "model"])");
  EXPECT_EQ(mesh.toString({1}), R"(["model":(1)2])");
  EXPECT_EQ(mesh.toString({2, 0}), R"(["model":(2)2, "data"])");
  EXPECT_EQ(mesh.toString({2, 1}), R"(["model":(2)2, "model":(1)2])");
}

TEST(Mesh, Validates) {
  constexpr int64_t huge = int64_t(1) << 40;
  struct {
    std::vector<MeshAxis> axes;
    std::vector<int64_t> order;
    const char *problem;
  } cases[] = {
      {{}, {}, nullptr},
      {{{"x", 1}, {"y", 1}}, {0}, nullptr},
      {{{"x", 2}, {"y", 3}}, {5, 4, 3, 2, 1, 0}, nullptr},
      {{{"x", 32768}}, {}, nullptr},
      {{{"", 2}}, {}, "a mesh axis has an empty name"},
      {{{"x", 2}, {"x", 3}}, {}, "mesh axis \"x\" is named twice"},
      {{{"x", 0}}, {}, "mesh axis \"x\" has size 0, expected at least 1"},
      {{{"x", -4}}, {}, "mesh axis \"x\" has size -4, expected at least 1"},
      {{{"x", huge}}, {}, "a mesh has more than 2^31 devices"},
      {{{"x", 65537}, {"y", 65537}}, {}, "a mesh has more than 2^31 devices"},
      {{{"x", 256}, {"y", 256}},
       {},
       "the sizes of the mesh axes have 16 prime factors, at most 15 are "
       "supported"},
      {{{"x", 2}},
       {0, 1, 2},
       "the device order has 3 entries, the mesh has 2 devices"},
      {{{"x", 2}}, {1, 1}, "the device order names rank 1 twice"},
      {{{"x", 2}}, {0, -1}, "the device order names rank -1, expected 0 to 1"},
  };
  for (const auto &test : cases)
    EXPECT_EQ(Mesh::validate(test.axes, test.order),
              test.problem ? std::optional<std::string>(test.problem)
                           : std::nullopt);
}
