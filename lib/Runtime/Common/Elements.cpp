//===- Elements.cpp - Element types in C++ --------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "shardwise/Runtime/Elements.h"

unsigned shardwise::runtime::getByteSize(ElementType type) {
  return dispatch(type, [](auto element) { return unsigned(sizeof(element)); });
}
