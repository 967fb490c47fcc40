//===- NamedTensorInterface.h - Tensors with a name -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_INTERFACES_NAMEDTENSORINTERFACE_H
#define SHARDWISE_INTERFACES_NAMEDTENSORINTERFACE_H

#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/OpDefinition.h"

#include "shardwise/Interfaces/NamedTensorInterface.h.inc"

#endif // SHARDWISE_INTERFACES_NAMEDTENSORINTERFACE_H
