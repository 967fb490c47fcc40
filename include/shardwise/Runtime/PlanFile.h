//===- PlanFile.h - A compiled step in one file -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Everything that it takes to run a step where there is no compiler: the plan,
// the kernels, and what there is to report. One file serves all devices.
//
//     | "SHARDWIS" | version u32 | reserved u32 | size u64 | hash u64 | content
//     |
//
// Numbers are little-endian. The hash covers the content, so a file that was
// cut off or damaged is told from one that was written by another version. All
// that the content says is checked all the same: whoever runs a plan that was
// read can rely on every index and on every access of a contraction,
// attention, copy and collective to stay inside its memory.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_RUNTIME_PLANFILE_H
#define SHARDWISE_RUNTIME_PLANFILE_H

#include "shardwise/Runtime/Plan.h"
#include "shardwise/Support/Error.h"
#include <string_view>
#include <vector>

namespace shardwise::runtime {

/// How a GPU runs a kernel. Its parameters are a pointer for each buffer and
/// the row-major number of the device, an i64.
struct GPUKernel {
  std::string name;
  /// Where the first command that runs it comes from, "step.mlir:7:3"; may be
  /// empty.
  std::string source;
  uint32_t numBuffers = 0;
  uint32_t grid[3] = {1, 1, 1};
  uint32_t block[3] = {1, 1, 1};
  uint32_t sharedBytes = 0;
};

/// The kernels of a plan for GPUs, by the numbers that its commands have for
/// them.
struct GPUImage {
  std::vector<GPUKernel> kernels;
  /// The chip that `cubin` is for: sm_90. `cubin` may be empty.
  std::string chip;
  std::string cubin;
  /// The same code for later chips too; with a letter behind the chip's name,
  /// for that chip alone.
  std::string ptx;
  /// Whether a launch may begin before the kernel before it has ended: kernels
  /// wait for that themselves.
  bool startsEarly = false;
};

/// A step for GPUs.
struct PlanFile {
  /// The name of the step, for messages.
  std::string name;
  /// What the compiler found out, as JSON.
  std::string facts;
  /// Without native code: `plan.kernels` has as many null pointers as there are
  /// kernels.
  Plan plan;
  GPUImage image;
  /// The hash of the content; set by reading.
  uint64_t hash = 0;
};

/// Says what is wrong with a plan whose launches are of `numKernels` kernels,
/// or nothing.
std::optional<std::string> validate(const Plan &plan, size_t numKernels);

/// The bytes of a file.
std::string serialize(const PlanFile &file);
/// Reads such bytes; `name` stands in messages.
Expected<PlanFile> parsePlanFile(std::string_view bytes, std::string_view name);

/// The code of the kernels for a chip, 90 for sm_90: machine code or PTX.
Expected<const std::string *> getCode(const GPUImage &image, unsigned chip);

/// Whether a file begins as compiled steps do.
bool isPlanFile(const std::string &path);
/// Writes a file whole or not at all.
Error writePlanFile(const PlanFile &file, const std::string &path);
Expected<PlanFile> readPlanFile(const std::string &path);

/// The elements of a contraction's operand that are within reach: one more than
/// the distance of the last.
int64_t getReach(const ContractionShape &shape, unsigned side);

/// The same for a tensor of an attention.
int64_t getReach(const AttentionShape &shape, AttentionShape::Tensor tensor);

} // namespace shardwise::runtime

#endif // SHARDWISE_RUNTIME_PLANFILE_H
