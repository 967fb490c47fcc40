//===- ElementNest.cpp - Threads that compute elements --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The elements of the results, in row-major order, are dealt out in lanes of as
// many as an access moves. Neighbouring threads have neighbouring lanes; where
// narrow elements stand beside wide ones, a thread has several lanes a block
// apart, so that enough bytes are under way.
//
//===----------------------------------------------------------------------===//

#include "GPUNest.h"

using namespace mlir;
using namespace mlir::shardwise;
using Indices = ElementEmitter::Indices;

void GPUNest::emitElements(const Part &part, Value block) {
  if (!part.across.empty())
    return emitTransposed(part, block);
  ArrayRef<int64_t> shape = part.shape();
  int64_t size = part.size(), width = getLaneCount(kernel, shape);
  auto indexOf = [&](Value place) {
    return flat ? Indices{place} : emitter.delinearize(place, shape);
  };
  int64_t stride = blockSize * width;
  if (size % (part.blocks * stride)) {
    Value number = emitter.add(emitter.mul(block, blockSize), position->thread);
    Value place =
        openThreadLoop(emitter.mul(number, width), size, part.blocks * stride);
    emitter.assumeLanes(place, width);
    store(part.outputs, indexOf(place), width);
    return emitter.closeLoop();
  }
  int64_t perThread = size / (part.blocks * stride);
  Value place = emitter.add(emitter.mul(block, perThread * stride),
                            emitter.mul(position->thread, width));
  emitter.assumeLanes(place, width);
  SmallVector<Indices> places;
  for (int64_t i = 0; i < perThread; ++i)
    places.push_back(indexOf(emitter.plus(place, i * stride)));
  store(part.outputs, places, width);
}
