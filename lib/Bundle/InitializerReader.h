//===- InitializerReader.h - Initializers of a manifest ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_BUNDLE_INITIALIZERREADER_H
#define SHARDWISE_LIB_BUNDLE_INITIALIZERREADER_H

#include "shardwise/Bundle/TensorView.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/JSON.h"

namespace mlir::shardwise {

/// Reports what is wrong with the value under a key; with the object itself if
/// the key is empty.
using ReportInitializer =
    llvm::function_ref<void(llvm::StringRef key, const llvm::Twine &message)>;

/// Reads how the elements of an element type come about. What is wrong is
/// reported; the result says nothing then.
random::Initializer readInitializer(const llvm::json::Object &object,
                                    DType dtype, ReportInitializer report);

} // namespace mlir::shardwise

#endif // SHARDWISE_LIB_BUNDLE_INITIALIZERREADER_H
