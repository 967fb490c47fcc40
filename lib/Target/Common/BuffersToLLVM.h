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
#include "mlir/Transforms/DialectConversion.h"

namespace mlir::shardwise {

/// On an access: the groups of accesses that it belongs to.
inline constexpr llvm::StringLiteral kAccessGroup = "plan.access_group";

/// The type of an element in memory; i1 is stored as a byte.
Type getStorageType(const TypeConverter &converter, Type element);

/// The address of an element of a buffer, of which `buffer` is the pointer.
Value getAddress(OpBuilder &builder, Location loc, Value buffer,
                 MemRefType type, ValueRange indices, Type storage);

/// Writes mathematical functions of f32 as polynomials and what `names` lists
/// by simpler operations; before that goes what `addOwn` adds.
LogicalResult expandFunctions(Operation *root, ArrayRef<StringRef> names,
                              function_ref<void(RewritePatternSet &)> addOwn);

/// Turns structured control flow into branches between blocks.
LogicalResult convertLoopsToBlocks(Operation *root);

/// Converts kernels without structured control flow to the LLVM dialect, with
/// buffers as pointers to the memory that `getSpace` says. `addOwn` adds what
/// only the target has.
LogicalResult
convertToLLVM(Operation *root, unsigned (*getSpace)(MemRefType),
              function_ref<void(LLVMTypeConverter &, RewritePatternSet &,
                                ConversionTarget &)>
                  addOwn);

} // namespace mlir::shardwise

#endif // SHARDWISE_LIB_TARGET_COMMON_BUFFERSTOLLVM_H
