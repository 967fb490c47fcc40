//===- Passes.h - Conversions between phases --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_CONVERSION_PASSES_H
#define SHARDWISE_CONVERSION_PASSES_H

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/GPU/IR/GPUDialect.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/NVGPU/IR/NVGPUDialect.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/Pass/Pass.h"
#include "shardwise/Dialect/Dist/IR/Dist.h"

namespace mlir::shardwise {

#define GEN_PASS_DECL
#include "shardwise/Conversion/Passes.h.inc"

#define GEN_PASS_REGISTRATION
#include "shardwise/Conversion/Passes.h.inc"

} // namespace mlir::shardwise

#endif // SHARDWISE_CONVERSION_PASSES_H
