//===- WideFunctions.h - Mathematical functions in f64 ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Functions of f64 as arithmetic, to about two units in the last place; powers
// lose as many bits more as their logarithm has before the point.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_TARGET_GPU_WIDEFUNCTIONS_H
#define SHARDWISE_LIB_TARGET_GPU_WIDEFUNCTIONS_H

#include "mlir/IR/ImplicitLocOpBuilder.h"

namespace mlir::shardwise {

Value emitWideExp(ImplicitLocOpBuilder &builder, ValueRange operands);
Value emitWideExp2(ImplicitLocOpBuilder &builder, ValueRange operands);
Value emitWideLog(ImplicitLocOpBuilder &builder, ValueRange operands);
Value emitWideLog2(ImplicitLocOpBuilder &builder, ValueRange operands);
Value emitWideLog10(ImplicitLocOpBuilder &builder, ValueRange operands);
Value emitWideSin(ImplicitLocOpBuilder &builder, ValueRange operands);
Value emitWideCos(ImplicitLocOpBuilder &builder, ValueRange operands);
Value emitWideTanh(ImplicitLocOpBuilder &builder, ValueRange operands);
Value emitWidePower(ImplicitLocOpBuilder &builder, ValueRange operands);

} // namespace mlir::shardwise

#endif // SHARDWISE_LIB_TARGET_GPU_WIDEFUNCTIONS_H
