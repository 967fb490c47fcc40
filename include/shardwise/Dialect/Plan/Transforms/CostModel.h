//===- CostModel.h - How long commands take on GPUs -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Estimates, good enough to choose between two orders of commands and to say
// what hides what. The constants are what two H100s with NVLink reach; a caller
// may set others.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_DIALECT_PLAN_TRANSFORMS_COSTMODEL_H
#define SHARDWISE_DIALECT_PLAN_TRANSFORMS_COSTMODEL_H

#include "shardwise/Dialect/Plan/Transforms/Passes.h"

namespace mlir::shardwise::plan {

struct CostModel {
  /// Multiplications and additions a second, of elements of at most 16 bits and
  /// of longer ones.
  double shortProductRate = 700e12, longProductRate = 45e12;
  /// Bytes a second that a kernel reads and writes.
  double memoryRate = 2.8e12;
  /// Bytes a second that a device receives in a large collective.
  double linkRate = 270e9;
  /// What every kernel and every collective take at least.
  double launchSeconds = 3e-6, collectiveSeconds = 15e-6;
  /// Copy engines wait less and copy faster than the kernels of collectives.
  double exchangeSeconds = 10e-6, exchangeGain = 1.4;

  CostModel() = default;
  /// As the options of the scheduler say.
  explicit CostModel(const SchedulePassOptions &options)
      : shortProductRate(options.productRate * 1e12),
        longProductRate(shortProductRate * 45 / 700),
        memoryRate(options.memoryRate * 1e9), linkRate(options.linkRate * 1e9) {
  }

  /// An attention reaches about two thirds of the rate of products.
  double getAttentionSeconds(double operations, unsigned elementBits) const {
    return getProductSeconds(1.5 * operations, elementBits);
  }
  double getProductSeconds(double operations, unsigned elementBits) const {
    return launchSeconds + operations / (elementBits <= 16 ? shortProductRate
                                                           : longProductRate);
  }
  double getKernelSeconds(double bytes) const {
    return launchSeconds + bytes / memoryRate;
  }
  double getCollectiveSeconds(double bytesReceived) const {
    return collectiveSeconds + bytesReceived / linkRate;
  }
  /// An exchange of two devices, which copy engines do.
  double getExchangeSeconds(double bytesReceived) const {
    return exchangeSeconds + bytesReceived / (exchangeGain * linkRate);
  }
  /// How many bytes are worth a collective of their own: the fixed cost is a
  /// fifth of the whole then.
  int64_t getBucketBytes() const {
    return int64_t(4 * collectiveSeconds * linkRate);
  }
};

} // namespace mlir::shardwise::plan

#endif // SHARDWISE_DIALECT_PLAN_TRANSFORMS_COSTMODEL_H
