//===- FactsFileTest.cpp - Tests of facts in compiled steps ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests that what the compiler found out comes back as it was, and that text
// which says something else gives an error with its place.
//
//===----------------------------------------------------------------------===//

#include "FactsFile.h"
#include <cmath>
#include <gtest/gtest.h>

using namespace shardwise;
using namespace shardwise::tools;

static CompileFacts makeFacts() {
  CompileFacts facts;
  facts.mesh = "data=2";
  facts.numDevices = 2;
  TensorFacts variable;
  variable.name = "dense/kernel";
  variable.globalShape = {4, 6};
  variable.localShape = {2, 6};
  variable.dtype = DType::BF16;
  facts.variables.push_back(variable);
  facts.overlaps.push_back({"all_reduce", 8, 0.5, NAN, "2 products"});
  facts.recomputed.push_back({"tensor<4xf32>", "step.mlir:7:3", 2});
  facts.savedBytes = 16;
  return facts;
}

/// What is wrong with the facts if one place of their text is another.
static std::string getError(std::string_view from, std::string_view to) {
  std::string text = serialize(makeFacts());
  size_t place = text.find(from);
  EXPECT_NE(place, std::string::npos) << from;
  text.replace(place, from.size(), to);
  auto facts = parseFacts(text);
  return facts ? "" : toString(facts.takeError());
}

TEST(FactsFileTest, RoundTrip) {
  std::string text = serialize(makeFacts());
  auto facts = parseFacts(text);
  ASSERT_TRUE(bool(facts)) << toString(facts.takeError());
  EXPECT_EQ(serialize(*facts),
            serialize(makeFacts()).replace(text.find("null"), 4, "0.0"));
  EXPECT_EQ(facts->variables[0].dtype, DType::BF16);
  EXPECT_EQ(facts->recomputed[0].count, 2);
}

TEST(FactsFileTest, Problems) {
  EXPECT_EQ(getError("{", ""), "the facts are no JSON");
  EXPECT_EQ(getError("\"mesh\"", "\"grid\""), "missing value at facts.mesh");
  EXPECT_EQ(getError("\"data=2\"", "2"), "expected string at facts.mesh");
  EXPECT_EQ(getError("\"devices\":2", "\"devices\":2.5"),
            "expected integer at facts.devices");
  EXPECT_EQ(getError("[2,6]", "{}"),
            "expected array at facts.variables[0].local_shape");
  EXPECT_EQ(getError("true", "1"),
            "expected boolean at facts.variables[0].replicated");
  EXPECT_EQ(getError("bfloat16", "bfloat"),
            "expected an element type at facts.variables[0].dtype");
  EXPECT_EQ(getError("0.5", "\"long\""),
            "expected number at facts.overlaps[0].seconds");
  EXPECT_EQ(getError("\"inputs\":[", "\"inputs\":[1"),
            "expected object at facts.inputs[0]");
}
