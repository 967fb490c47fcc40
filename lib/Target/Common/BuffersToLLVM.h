//===- BuffersToLLVM.h - Buffers as bare pointers ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Buffers become bare pointers: shapes are static and row-major, so an access
// is a pointer, a position and nothing else, and LLVM has no descriptors to
// take apart. Common to all targets.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_TARGET_COMMON_BUFFERSTOLLVM_H
#define SHARDWISE_LIB_TARGET_COMMON_BUFFERSTOLLVM_H

#include "mlir/Conversion/LLVMCommon/TypeConverter.h"
#include "mlir/IR/PatternMatch.h"

namespace mlir::shardwise {

/// On an access: the groups of accesses that it belongs to.
inline constexpr llvm::StringLiteral kAccessGroup = "plan.access_group";

/// The type of an element in memory; i1 is stored as a byte.
Type getStorageType(const TypeConverter &converter, Type element);

/// Patterns for accesses, views and globals; `converter` must turn buffers into
/// pointers.
void populateBuffersToLLVMPatterns(const LLVMTypeConverter &converter,
                                   RewritePatternSet &patterns);

/// Patterns that write small whole powers as products.
void populateSmallPowerPatterns(RewritePatternSet &patterns);

/// Turns structured control flow into branches between blocks.
LogicalResult convertLoopsToBlocks(Operation *root);

} // namespace mlir::shardwise

#endif // SHARDWISE_LIB_TARGET_COMMON_BUFFERSTOLLVM_H
