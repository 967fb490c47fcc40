//===- Register.h - Everything at once --------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_PIPELINES_REGISTER_H
#define SHARDWISE_PIPELINES_REGISTER_H

namespace mlir {
class DialectRegistry;
} // namespace mlir

namespace mlir::shardwise {

/// Registers the project's dialects, the upstream dialects that it uses, and
/// all external models.
void registerAllDialects(DialectRegistry &registry);

/// Registers the project's passes and pipelines.
void registerAllPasses();

} // namespace mlir::shardwise

#endif // SHARDWISE_PIPELINES_REGISTER_H
