//===- InitializerReader.h - Initializers of a manifest ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_BUNDLE_INITIALIZERREADER_H
#define SHARDWISE_LIB_BUNDLE_INITIALIZERREADER_H

#include "JSONText.h"
#include "shardwise/Bundle/TensorView.h"
#include <functional>
#include <string_view>

namespace shardwise {

/// Reports what is wrong with the value under a key; with the object itself if
/// the key is empty.
using ReportInitializer =
    const std::function<void(std::string_view key, std::string_view message)> &;

/// Reads how the elements of an element type come about. What is wrong is
/// reported; the result says nothing then.
random::Initializer readInitializer(const Json &object, DType dtype,
                                    ReportInitializer report);

} // namespace shardwise

#endif // SHARDWISE_LIB_BUNDLE_INITIALIZERREADER_H
