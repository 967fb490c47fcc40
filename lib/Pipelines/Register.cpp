//===- Register.cpp - Everything at once ----------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "shardwise/Pipelines/Register.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/GPU/IR/GPUDialect.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "shardwise/Conversion/Passes.h"
#include "shardwise/Dialect/Dist/IR/Dist.h"
#include "shardwise/Dialect/Dist/Transforms/Passes.h"
#include "shardwise/Dialect/Model/Transforms/Passes.h"
#include "shardwise/Dialect/Plan/Transforms/Passes.h"
#include "shardwise/Import/Passes.h"
#include "shardwise/Pipelines/Pipelines.h"
#include "shardwise/Target/GPU/KernelCompiler.h"

using namespace mlir;

void mlir::shardwise::registerAllDialects(DialectRegistry &registry) {
  registry
      .insert<arith::ArithDialect, func::FuncDialect, gpu::GPUDialect,
              linalg::LinalgDialect, math::MathDialect, memref::MemRefDialect,
              scf::SCFDialect, vector::VectorDialect, tensor::TensorDialect,
              model::ModelDialect, dist::DistDialect, plan::PlanDialect>();
  model::registerShardingInterfaceModels(registry);
  dist::registerShardingInterfaceModels(registry);
}

void mlir::shardwise::registerAllPasses() {
  registerImportPasses();
  model::registerModelPasses();
  dist::registerDistPasses();
  registerConversionPasses();
  plan::registerPlanPasses();
  registerEmitGPUKernelsPass();
  registerPipelines();
}
