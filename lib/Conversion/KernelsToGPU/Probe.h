//===- Probe.h - How an element depends on its index ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a kernel reads for an element is found by emitting the element once,
// into a function that is thrown away, with a loop for each dimension.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_CONVERSION_KERNELSTOGPU_PROBE_H
#define SHARDWISE_LIB_CONVERSION_KERNELSTOGPU_PROBE_H

#include "GPUNest.h"

namespace mlir::shardwise {

class Probe {
public:
  explicit Probe(GPUNest &nest);

  /// Emits the element of a result at an index of any place in its shape.
  void emit(const KernelResult &output);
  /// The dimension of the result that an index is, if it is one.
  std::optional<unsigned> getDimension(Value index) const;
  /// How many leading dimensions code here may depend on.
  unsigned getDepthHere();

  ElementEmitter &getEmitter() { return *emitter; }

private:
  OwningOpRef<ModuleOp> module;
  func::FuncOp function;
  std::optional<ElementEmitter> emitter;
  DenseMap<Value, unsigned> dimensions;
};

} // namespace mlir::shardwise

#endif // SHARDWISE_LIB_CONVERSION_KERNELSTOGPU_PROBE_H
