//===- Options.cpp - What the user asks shard-run for ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The options live as long as the parse, so that a program that embeds the tool
// has no global state of it, and options of LLVM's own do not show.
//
//===----------------------------------------------------------------------===//

#include "Options.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir::shardwise;
using namespace mlir::shardwise::tools;
namespace cl = llvm::cl;

static constexpr llvm::StringLiteral kOverview =
    "Train the step of a bundle on a mesh of devices of this machine\n\n"
    "  shard-run BUNDLE                          on one device\n"
    "  shard-run BUNDLE --mesh data=4            data parallel on four\n"
    "  shard-run BUNDLE --layouts FILE --check   as a layout file says, and\n"
    "                                            compared with one device\n";

namespace {
/// The options as LLVM's parser fills them.
struct Parser {
  cl::OptionCategory category{"Options of shard-run"};
  cl::opt<std::string> bundle{cl::Positional, cl::value_desc("BUNDLE"),
                              cl::desc("BUNDLE"), cl::cat(category)};
  cl::opt<std::string> layouts{
      "layouts", cl::value_desc("file"), cl::cat(category),
      cl::desc("The layout file, or the name of one of the bundle's layouts. "
               "Without it every variable is replicated")};
  cl::opt<std::string> mesh{
      "mesh", cl::value_desc("axis=size,..."), cl::cat(category),
      cl::desc("The devices. With --layouts, other sizes for the file's axes; "
               "without, inputs are split over the first axis. Without both, "
               "one device")};
  cl::opt<std::string> steps{
      "steps", cl::value_desc("n"), cl::cat(category),
      cl::desc("How many steps to train; as many as the bundle has expected "
               "values for if not given")};
  cl::opt<bool> check{
      "check", cl::cat(category),
      cl::desc("Compare losses, outputs and variables with the expected values "
               "of one device, and fail if a tolerance is broken")};
  cl::opt<bool> strict{
      "strict", cl::cat(category),
      cl::desc("Refuse a layout file with a rule that lays out nothing")};
  cl::opt<bool> gpuKernels{"gpu-kernels", cl::Hidden, cl::cat(category),
                           cl::desc("Form kernels as for GPUs, to test them")};
  cl::opt<bool> raiseAttention{
      "raise-attention", cl::Hidden, cl::cat(category),
      cl::desc("Partition attention as one operation, and decompose it after")};
  cl::opt<std::string> load{
      "load", cl::value_desc("file.safetensors"), cl::cat(category),
      cl::desc("Begin with the variables of a saved file")};
  cl::opt<std::string> save{"save", cl::value_desc("file.safetensors"),
                            cl::cat(category),
                            cl::desc("Save the variables after the last step")};
  cl::opt<std::string> json{"json", cl::value_desc("file"), cl::cat(category),
                            cl::desc("Write a report in JSON; - for stdout")};
  cl::opt<bool> dryRun{"dry-run", cl::cat(category),
                       cl::desc("Compile and report, but do not train")};
  cl::opt<unsigned> timeout{"timeout", cl::init(300), cl::value_desc("seconds"),
                            cl::cat(category),
                            cl::desc("How long processes wait for each other")};
  cl::opt<bool> verbose{"verbose", cl::cat(category),
                        cl::desc("List every variable with its rule's place, "
                                 "and every compared value")};
};
} // namespace

static llvm::Error makeError(const llvm::Twine &message) {
  return llvm::createStringError("shard-run: " + message);
}

/// Reads --mesh and --steps, whose texts the parser does not understand.
static llvm::Error readValues(const Parser &parser, Options &options) {
  if (parser.mesh.getNumOccurrences()) {
    std::string problem;
    auto axes = parseMeshAxes(parser.mesh, problem);
    if (!axes)
      return makeError("--mesh=" + parser.mesh + ": " + problem);
    options.mesh = *axes;
  }
  if (parser.steps.getNumOccurrences()) {
    int64_t steps;
    if (llvm::StringRef(parser.steps).getAsInteger(10, steps) || steps < 1)
      return makeError("--steps=" + parser.steps +
                       ": expected a positive number");
    options.steps = steps;
  }
  return llvm::Error::success();
}

/// What cannot be asked for together.
static llvm::Error checkTogether(const Options &options) {
  if (options.dryRun && options.check)
    return makeError("--dry-run does not train, so --check has nothing to "
                     "compare");
  if (options.dryRun && !options.save.empty())
    return makeError("--dry-run does not train, so --save has nothing to save");
  if (options.check && !options.load.empty())
    return makeError("--check compares with a run from the bundle's own "
                     "variables, but --load takes others");
  if (!options.save.empty() && options.save == options.json)
    return makeError("--save and --json name one file: " + options.save);
  return llvm::Error::success();
}

llvm::Expected<Options> tools::parseOptions(int argc, char **argv) {
  Parser parser;
  cl::HideUnrelatedOptions(parser.category);
  cl::SetVersionPrinter([](llvm::raw_ostream &os) {
    os << "shard-run of Shardwise " SHARDWISE_VERSION ", with LLVM "
       << LLVM_VERSION_STRING << "\n";
  });
  std::string messages;
  llvm::raw_string_ostream os(messages);
  bool parsed = cl::ParseCommandLineOptions(argc, argv, kOverview, &os);
  if (!parsed)
    return llvm::createStringError(llvm::StringRef(messages).trim());
  if (parser.bundle.empty())
    return makeError("no bundle given; shard-run --help says how");
  Options options;
  options.bundle = parser.bundle;
  options.layouts = parser.layouts;
  options.check = parser.check;
  options.strict = parser.strict;
  options.raiseAttention = parser.raiseAttention;
  options.gpuKernels = parser.gpuKernels;
  options.verbose = parser.verbose;
  options.timeout = parser.timeout;
  options.dryRun = parser.dryRun;
  options.load = parser.load;
  options.save = parser.save;
  options.json = parser.json;
  if (llvm::Error error = readValues(parser, options))
    return std::move(error);
  if (llvm::Error error = checkTogether(options))
    return std::move(error);
  return options;
}
