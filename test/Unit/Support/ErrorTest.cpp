//===- ErrorTest.cpp - What went wrong, or a value ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests that errors carry their messages, in order, and that values and errors
// pass through functions as the code writes them.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Support/Error.h"
#include "gtest/gtest.h"
#include <memory>

using namespace shardwise;

namespace {

Error failIf(bool fails) {
  if (fails)
    return makeError("{} of {} failed", 2, "three");
  return Error::success();
}

Expected<std::string> textUnless(bool fails) {
  if (Error error = failIf(fails))
    return error;
  std::string text = "fine";
  return text;
}

Expected<size_t> lengthUnless(bool fails) {
  Expected<std::string> text = textUnless(fails);
  if (!text)
    return text.takeError();
  return text->size();
}

TEST(ErrorTest, SuccessIsFalse) {
  EXPECT_FALSE(failIf(false));
  Error error = failIf(true);
  ASSERT_TRUE(bool(error));
  EXPECT_EQ(toString(error), "2 of three failed");
}

TEST(ErrorTest, MovingLeavesSuccess) {
  Error error = failIf(true);
  Error taken = std::move(error);
  EXPECT_TRUE(bool(taken));
  EXPECT_FALSE(error);
}

TEST(ErrorTest, JoiningKeepsTheOrder) {
  Error error = joinErrors(makeError("first"), Error::success());
  error = joinErrors(std::move(error), makeError("second"));
  EXPECT_EQ(toString(error), "first\nsecond");
  EXPECT_EQ(error.getMessages().size(), 2u);
  EXPECT_FALSE(joinErrors(Error::success(), Error::success()));
}

TEST(ErrorTest, ValuesAndErrorsPassThrough) {
  Expected<size_t> length = lengthUnless(false);
  ASSERT_TRUE(bool(length));
  EXPECT_EQ(*length, 4u);
  EXPECT_FALSE(length.takeError());
  Expected<size_t> none = lengthUnless(true);
  ASSERT_FALSE(none);
  EXPECT_EQ(toString(none.takeError()), "2 of three failed");
}

TEST(ErrorTest, HoldsWhatCannotBeCopied) {
  Expected<std::unique_ptr<int>> number = std::make_unique<int>(7);
  ASSERT_TRUE(bool(number));
  std::unique_ptr<int> taken = std::move(*number);
  EXPECT_EQ(*taken, 7);
}

} // namespace
