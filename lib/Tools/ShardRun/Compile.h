//===- Compile.h - From a bundle to a step on devices -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_TOOLS_SHARDRUN_COMPILE_H
#define SHARDWISE_LIB_TOOLS_SHARDRUN_COMPILE_H

#include "Facts.h"
#include "Processes.h"
#include "shardwise/Pipelines/Pipelines.h"

namespace shardwise::tools {

using namespace mlir;
using namespace mlir::shardwise;

/// A step on its devices, and what there is to say about it.
struct CompiledBundle {
  CompileFacts facts;
  CompiledStep step;
};

/// Compiles a bundle's step for the mesh and layouts of the options. What is
/// wrong is diagnosed in the context; the error names the phase.
/// Where there are several processes, all of them must come to a compiled step
/// before any has devices; `settlement` says that it came so far.
Expected<CompiledBundle> compileBundle(MLIRContext &context,
                                       const Bundle &bundle,
                                       const Options &options,
                                       Processes &processes,
                                       Settlement &settlement);

/// The same for GPUs.
struct CompiledGPUBundle {
  CompileFacts facts;
  CompiledGPUStep step;
};

/// As `compileBundle`, to a step that can be written to a file.
Expected<CompiledGPUBundle> compileGPUBundle(MLIRContext &context,
                                             const Bundle &bundle,
                                             const Options &options);

/// Counts a remark. The list has each text once, with the place where it was
/// made first.
void addRemark(std::vector<RemarkFacts> &remarks, const std::string &text,
               const std::string &place);

/// Notes what a laid out program says about variables, inputs and the mesh.
void noteLayouts(dist::ProgramOp program, const Manifest &manifest,
                 CompileFacts &facts);

/// Notes what a compiled step communicates and needs.
void noteStep(const plan::MemoryUse &memory,
              llvm::ArrayRef<dist::CollectiveSummary> collectives,
              CompileFacts &facts);

/// Notes what a compiled step computes again.
void noteRecomputed(const RecomputedValues &recomputed, CompileFacts &facts);

} // namespace shardwise::tools

#endif // SHARDWISE_LIB_TOOLS_SHARDRUN_COMPILE_H
