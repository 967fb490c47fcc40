//===- NamedTensorInterface.cpp - Tensors with a name ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "shardwise/Interfaces/NamedTensorInterface.h"

#include "shardwise/Interfaces/NamedTensorInterface.cpp.inc"
