//===- LLVMError.h - Errors of LLVM as ours ---------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For the compiler alone, where it calls LLVM.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_SUPPORT_LLVMERROR_H
#define SHARDWISE_SUPPORT_LLVMERROR_H

#include "shardwise/Support/Error.h"
#include "llvm/Support/Error.h"

namespace shardwise {

/// The same messages, or success.
inline Error convertError(llvm::Error error) {
  Error converted;
  llvm::handleAllErrors(std::move(error), [&](const llvm::ErrorInfoBase &info) {
    converted.join(Error(info.message()));
  });
  return converted;
}

} // namespace shardwise

#endif // SHARDWISE_SUPPORT_LLVMERROR_H
