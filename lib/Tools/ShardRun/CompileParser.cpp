//===- CompileParser.cpp - Options of all tools that compile --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CompileParser.h"

using namespace shardwise;
using namespace shardwise::tools;

LayoutParser::LayoutParser(CommandLine &line, Options &options) {
  line.add("--layouts", options.layouts, "file",
           "The layout file, or the name of one of the bundle's "
           "layouts. Without it every variable is replicated");
  line.add("--mesh", mesh, "axis=size,...",
           "The devices. With --layouts, other sizes for the file's "
           "axes; without, inputs are split over the first axis. "
           "Without both, one device");
  line.add("--strict", options.strict,
           "Refuse a layout file with a rule that lays out "
           "nothing");
  line.add("--split-updates", options.splitUpdates, "bytes",
           "Split trainable variables of at least so many bytes that no rule "
           "lays out over the batch axis: each device updates a part, and has "
           "a part of the optimizer's state. 0 replicates them");
}

Error LayoutParser::read(const CommandLine &line, Options &options) const {
  if (options.splitUpdates < 0)
    return makeError("--split-updates={}: expected a number of bytes",
                     options.splitUpdates);
  if (!line.isGiven("--mesh"))
    return Error::success();
  std::string problem;
  auto axes = parseMeshAxes(mesh, problem);
  if (!axes)
    return makeError("--mesh={}: {}", mesh, problem);
  options.mesh.assign(axes->begin(), axes->end());
  return Error::success();
}

GPUCompileParser::GPUCompileParser(CommandLine &line, GPUOptions &options) {
  line.add("--chip", options.chip, "chip",
           "GPUs: the chip that native code is for, if ptxas is "
           "found; other chips get portable code");
  line.add("--attention", attention, "cudnn|cudnn-any-order|decomposed",
           "GPUs: how attention runs: by cuDNN where it can; "
           "with gradients that may differ in their last bits "
           "from run to run, in less time and memory; or as "
           "products and a softmax, without cuDNN");
  line.add("--overlap", overlap, "auto|none",
           "GPUs: run collectives beside the computation where an "
           "estimate says that it pays, or never");
  line.add("--link-rate", options.linkRate, "GB/s",
           "GPUs: what a device receives in a large collective, "
           "for the estimate");
  line.add("--swap-bytes", options.swapBytes, "bytes",
           "GPUs: the smallest sum over two devices that they "
           "exchange and add where it is used");
  line.add("--epilogues", epilogues, "auto|none",
           "GPUs: products add biases and take GELUs where that pays, or "
           "never");
  line.add("--recompute", recompute, "auto|none",
           "GPUs: compute values again that wait in memory where "
           "the step needs most of it, if that takes next to no "
           "time, or never");
}

static std::optional<GPUAttention> parseAttention(std::string_view text) {
  if (text == "cudnn")
    return GPUAttention::CuDNN;
  if (text == "cudnn-any-order")
    return GPUAttention::CuDNNAnyOrder;
  if (text == "decomposed")
    return GPUAttention::Decomposed;
  return std::nullopt;
}

static Error readAuto(const char *name, const std::string &text, bool &isOn) {
  isOn = text == "auto";
  if (isOn || text == "none")
    return Error::success();
  return makeError("{}={}: expected auto or none", name, text);
}

Error GPUCompileParser::read(GPUOptions &options) const {
  auto how = parseAttention(attention);
  if (!how)
    return makeError("--attention={}: expected cudnn, cudnn-any-order or "
                     "decomposed",
                     attention);
  if (Error error = readAuto("--overlap", overlap, options.overlap))
    return error;
  if (Error error = readAuto("--epilogues", epilogues, options.epilogues))
    return error;
  if (Error error = readAuto("--recompute", recompute, options.recompute))
    return error;
  // Estimates stay finite.
  if (!(options.linkRate >= 1e-3 && options.linkRate <= 1e6))
    return makeError("--link-rate={}: expected gigabytes a second, from 0.001 "
                     "to 1000000",
                     options.linkRate);
  if (options.swapBytes < 0)
    return makeError("--swap-bytes={}: expected a number of bytes",
                     options.swapBytes);
  options.attention = *how;
  return Error::success();
}
