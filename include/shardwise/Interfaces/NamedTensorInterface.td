//===- NamedTensorInterface.td - Tensors with a name -------*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_INTERFACES_NAMEDTENSORINTERFACE
#define SHARDWISE_INTERFACES_NAMEDTENSORINTERFACE

include "mlir/IR/OpBase.td"

def NamedTensorInterface : OpInterface<"NamedTensorInterface"> {
  let cppNamespace = "::mlir::shardwise";
  let description = [{
    A symbol that stands for a tensor which a step reads or writes by name:
    variables, inputs and outputs, and the shards that they become.
  }];
  let methods = [
    InterfaceMethod<"The tensor's type, as `model.read` gives it.",
      "::mlir::RankedTensorType", "getTensorType">,
    InterfaceMethod<"Whether `model.read` may name it.", "bool", "isReadable">,
    InterfaceMethod<"Whether `model.assign` may name it.", "bool", "isAssignable">
  ];
}

#endif // SHARDWISE_INTERFACES_NAMEDTENSORINTERFACE
