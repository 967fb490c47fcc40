//===- ShardingInterface.td - How an operation is split ----*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_INTERFACES_SHARDINGINTERFACE
#define SHARDWISE_INTERFACES_SHARDINGINTERFACE

include "mlir/IR/OpBase.td"

def ShardingInterface : OpInterface<"ShardingInterface"> {
  let cppNamespace = "::mlir::shardwise";
  let description = [{
    What propagation, partitioning and verification must know of an operation:
    its factors, and how it computes its part once its types are local.

    Elementwise operations and structured operations of `linalg` need no
    implementation (`getOpFactors` reads them off the trait and the indexing
    maps). Other operations attach an external model next to their semantics.
  }];
  let methods = [
    InterfaceMethod<[{
        Fills in the factors of the operation from its types. The operands and
        results that are not ranked tensors have no dimensions.
      }],
      "void", "getFactors", (ins "::mlir::shardwise::OpFactors &":$factors)>,
    InterfaceMethod<[{
        Whether the operation has no tensor operand and its value is known for
        every index (a splat, an iota): then each use may have a sharding of its
        own, and no communication ever follows from it.
      }],
      "bool", "isSource", (ins), "", [{ return false; }]>,
    InterfaceMethod<[{
        Makes the operation compute one device's part. When it is called, the
        operation's operand and result types are already local;
        `operandShardings` and `resultShardings` say how the global ones were
        split, `globalResultShapes` what they were. `builder` is set to insert
        before the operation, which may be changed in place or replaced (then
        all its uses must be replaced and the operation erased).
      }],
      "::llvm::LogicalResult", "localize",
      (ins "::mlir::OpBuilder &":$builder,
           "const ::mlir::shardwise::LocalizeContext &":$context),
      "", [{ return ::mlir::success(); }]>
  ];
}

#endif // SHARDWISE_INTERFACES_SHARDINGINTERFACE
