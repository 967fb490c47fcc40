//===- CompileParser.cpp - Options of all tools that compile --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CompileParser.h"
#include "llvm/ADT/StringSwitch.h"

using namespace mlir::shardwise;
using namespace shardwise;
using namespace shardwise::tools;
namespace cl = llvm::cl;

LayoutParser::LayoutParser(cl::OptionCategory &category)
    : layouts("layouts", cl::value_desc("file"), cl::cat(category),
              cl::desc("The layout file, or the name of one of the bundle's "
                       "layouts. Without it every variable is replicated")),
      mesh("mesh", cl::value_desc("axis=size,..."), cl::cat(category),
           cl::desc("The devices. With --layouts, other sizes for the file's "
                    "axes; without, inputs are split over the first axis. "
                    "Without both, one device")),
      strict("strict", cl::cat(category),
             cl::desc("Refuse a layout file with a rule that lays out "
                      "nothing")) {}

Error LayoutParser::read(Options &options) const {
  options.layouts = layouts;
  options.strict = strict;
  if (!mesh.getNumOccurrences())
    return Error::success();
  std::string problem;
  auto axes = parseMeshAxes(mesh, problem);
  if (!axes)
    return makeError("--mesh={}: {}", mesh, problem);
  options.mesh.assign(axes->begin(), axes->end());
  return Error::success();
}

GPUCompileParser::GPUCompileParser(cl::OptionCategory &category)
    : chip("chip", cl::init("sm_90"), cl::cat(category),
           cl::desc("GPUs: the chip that native code is for, if ptxas is "
                    "found; other chips get portable code")),
      attention("attention", cl::init("cudnn"),
                cl::value_desc("cudnn|cudnn-any-order|decomposed"),
                cl::cat(category),
                cl::desc("GPUs: how attention runs: by cuDNN where it can; "
                         "with gradients that may differ in their last bits "
                         "from run to run, in less time and memory; or as "
                         "products and a softmax, without cuDNN")),
      overlap("overlap", cl::init("auto"), cl::value_desc("auto|none"),
              cl::cat(category),
              cl::desc("GPUs: run collectives beside the computation where an "
                       "estimate says that it pays, or never")),
      linkRate("link-rate", cl::init(270), cl::value_desc("GB/s"),
               cl::cat(category),
               cl::desc("GPUs: what a device receives in a large collective, "
                        "for the estimate")),
      swapBytes("swap-bytes", cl::init(1 << 20), cl::value_desc("bytes"),
                cl::cat(category),
                cl::desc("GPUs: the smallest sum over two devices that they "
                         "exchange and add where it is used")) {}

Error GPUCompileParser::read(GPUOptions &options) const {
  auto how = llvm::StringSwitch<std::optional<GPUAttention>>(attention)
                 .Case("cudnn", GPUAttention::CuDNN)
                 .Case("cudnn-any-order", GPUAttention::CuDNNAnyOrder)
                 .Case("decomposed", GPUAttention::Decomposed)
                 .Default(std::nullopt);
  if (!how)
    return makeError(
        "--attention={}: expected cudnn, cudnn-any-order or decomposed",
        attention);
  if (overlap != "auto" && overlap != "none")
    return makeError("--overlap={}: expected auto or none", overlap);
  if (!(linkRate > 0))
    return makeError("--link-rate: expected a positive number");
  if (swapBytes < 0)
    return makeError("--swap-bytes={}: expected a number of bytes", swapBytes);
  options.chip = chip;
  options.attention = *how;
  options.overlap = overlap == "auto";
  options.linkRate = linkRate;
  options.swapBytes = swapBytes;
  return Error::success();
}
