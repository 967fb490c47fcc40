//===- TestProcesses.h - Threads that stand for processes -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_TEST_UNIT_RUNTIME_TESTPROCESSES_H
#define SHARDWISE_TEST_UNIT_RUNTIME_TESTPROCESSES_H

#include "shardwise/Runtime/ProcessGroup.h"
#include <gtest/gtest.h>
#include <thread>

namespace shardwise::runtime {

/// The place of rank 0 at a port that nobody uses.
inline ProcessGroup::Place makePlace(int64_t size) {
  ProcessGroup::Place place;
  place.size = size;
  place.address = "127.0.0.1";
  auto listener = Socket::listen(0, 1);
  EXPECT_TRUE(bool(listener));
  if (listener)
    place.port = listener->getPort();
  return place;
}

/// Calls `function(group)` for each of `size` processes at the same time.
template <typename F>
void runProcesses(int64_t size, F &&function, unsigned seconds = 20) {
  ProcessGroup::Place place = makePlace(size);
  std::vector<std::thread> threads;
  for (int64_t rank = 0; rank < size; ++rank)
    threads.emplace_back([&, place, rank]() mutable {
      place.rank = rank;
      auto group = ProcessGroup::connect(place, seconds);
      ASSERT_TRUE(bool(group)) << toString(group.takeError());
      function(*group);
    });
  for (std::thread &thread : threads)
    thread.join();
}

} // namespace shardwise::runtime

#endif // SHARDWISE_TEST_UNIT_RUNTIME_TESTPROCESSES_H
