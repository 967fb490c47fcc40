//===- Options.cpp - What the user asks the tools for ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// All options of the tools that train, each declared once. The options live as
// long as the parse, so that a program that embeds a tool has no global state
// of it, and options of LLVM's own do not show.
//
//===----------------------------------------------------------------------===//

#include "Options.h"
#include "CompileParser.h"
#include "shardwise/Runtime/PlanFile.h"
#include "shardwise/Support/Ranges.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir::shardwise;
using namespace shardwise;
using namespace shardwise::tools;
namespace cl = llvm::cl;

static constexpr std::string_view kOverviewOfRun =
    "Train the step of a bundle on a mesh of devices of this machine\n\n"
    "  shard-run BUNDLE                          on one device\n"
    "  shard-run BUNDLE --mesh data=4            data parallel on four\n"
    "  shard-run BUNDLE --layouts FILE --check   as a layout file says, and\n"
    "                                            compared with one device\n"
    "  shard-run BUNDLE --target=gpu             on GPUs\n"
    "  shard-run step.swx                        what shard-compile has made\n"
    "  mpirun -n 4 shard-run BUNDLE ...          a process for each device\n";
static constexpr std::string_view kOverviewOfRunStep =
    "Train the step of a bundle that shard-compile has compiled\n\n"
    "  shard-run-step step.swx BUNDLE --check              all GPUs from here\n"
    "  torchrun --no-python --nproc-per-node=2 shard-run-step step.swx BUNDLE\n"
    "                                                      a process a GPU\n";

std::string_view tools::getName(Tool tool) {
  return tool == Tool::Run ? "shard-run" : "shard-run-step";
}

//===----------------------------------------------------------------------===//
// Declarations
//===----------------------------------------------------------------------===//

namespace {
/// What is about compiling.
struct CompileParser {
  explicit CompileParser(cl::OptionCategory &category)
      : category(category), layout(category), gpu(category) {}

  cl::OptionCategory &category;
  LayoutParser layout;
  GPUCompileParser gpu;
  cl::opt<std::string> target{
      "target", cl::value_desc("cpu|gpu"), cl::cat(category), cl::init("cpu"),
      cl::desc("What the step runs on: threads or processes, or NVIDIA GPUs")};
  cl::opt<bool> dryRun{"dry-run", cl::cat(category),
                       cl::desc("Compile and report, but do not train")};
  cl::opt<bool> gpuKernels{"gpu-kernels", cl::Hidden, cl::cat(category),
                           cl::desc("Form kernels as for GPUs, to test them")};
  cl::opt<bool> raiseAttention{
      "raise-attention", cl::Hidden, cl::cat(category),
      cl::desc("Partition attention as one operation, and decompose it after")};
};

/// What is about training.
struct TrainParser {
  cl::OptionCategory &category;
  cl::opt<std::string> steps{
      "steps", cl::value_desc("n"), cl::cat(category),
      cl::desc("How many steps to train; as many as the bundle has expected "
               "values for if not given")};
  cl::opt<bool> check{
      "check", cl::cat(category),
      cl::desc("Compare losses, outputs and variables with the expected values "
               "of one device, and fail if a tolerance is broken")};
  cl::opt<std::string> load{
      "load", cl::value_desc("file.safetensors"), cl::cat(category),
      cl::desc("Begin with the variables of a saved file")};
  cl::opt<std::string> save{"save", cl::value_desc("file.safetensors"),
                            cl::cat(category),
                            cl::desc("Save the variables after the last step")};
  cl::opt<std::string> json{"json", cl::value_desc("file"), cl::cat(category),
                            cl::desc("Write a report in JSON; - for stdout")};
  cl::opt<bool> verbose{"verbose", cl::cat(category),
                        cl::desc("List every variable with its rule's place, "
                                 "and every compared value")};
  cl::opt<unsigned> timeout{
      "timeout", cl::init(300), cl::value_desc("seconds"), cl::cat(category),
      cl::desc("How long processes wait for each other, and how long a step of "
               "GPUs may take")};
};

/// What is about GPUs.
struct GPUParser {
  cl::OptionCategory &category;
  cl::opt<bool> tf32{"tf32", cl::cat(category),
                     cl::desc("GPUs: let products of f32 round operands to "
                              "TF32")};
  cl::opt<bool> noGraph{
      "no-graph", cl::cat(category),
      cl::desc("GPUs: run commands one by one, never as a graph")};
  cl::opt<bool> bench{
      "bench", cl::cat(category),
      cl::desc("GPUs: measure the step instead of training: a burst, and "
               "--steps steps (30) after --warm steps")};
  cl::opt<unsigned> warm{"warm", cl::init(40), cl::value_desc("n"),
                         cl::cat(category),
                         cl::desc("Steps before those that --bench measures")};
  cl::opt<bool> profile{
      "profile", cl::cat(category),
      cl::desc("As --bench, and then time each command by itself")};
  cl::opt<std::string> trace{
      "trace", cl::value_desc("file.json"), cl::cat(category),
      cl::desc("Write a step as it runs for a trace viewer, with --profile")};
  cl::opt<std::string> memoryLimit{
      "memory-limit", cl::value_desc("bytes"), cl::cat(category),
      cl::desc("GPUs: use no more memory of a device than this")};
};

/// The options as LLVM's parser fills them.
struct Parser {
  explicit Parser(Tool tool)
      : title(formatText("Options of {}", getName(tool))), category(title),
        first(cl::Positional, cl::cat(category),
              cl::desc(tool == Tool::Run ? "BUNDLE|STEP" : "STEP")),
        second(
            cl::Positional, cl::cat(category),
            cl::desc(tool == Tool::Run ? "[BUNDLE of a STEP]" : "[BUNDLE]")) {
    if (tool == Tool::Run)
      compile.emplace(category);
  }

  /// A category does not own its name.
  std::string title;
  cl::OptionCategory category;
  cl::opt<std::string> first, second;
  std::optional<CompileParser> compile;
  TrainParser train{category};
  GPUParser gpu{category};
};
} // namespace

//===----------------------------------------------------------------------===//
// Values
//===----------------------------------------------------------------------===//

static Error readPositive(std::string_view name,
                          const cl::opt<std::string> &option,
                          std::optional<int64_t> &value) {
  if (!option.getNumOccurrences())
    return Error::success();
  auto number = parseNumber<int64_t>(option.getValue());
  if (!number || *number < 1)
    return makeError("{}={}: expected a positive number", name, option);
  value = *number;
  return Error::success();
}

static Error read(const CompileParser &parser, Options &options) {
  if (parser.target != "cpu" && parser.target != "gpu")
    return makeError("--target={}: expected cpu or gpu", parser.target);
  options.target = parser.target == "gpu" ? Target::GPU : Target::CPU;
  options.dryRun = parser.dryRun;
  options.raiseAttention = parser.raiseAttention;
  options.gpuKernels = parser.gpuKernels;
  if (Error error = parser.layout.read(options))
    return error;
  return parser.gpu.read(options.gpu);
}

static Error read(const TrainParser &parser, Options &options) {
  options.check = parser.check;
  options.load = parser.load;
  options.save = parser.save;
  options.json = parser.json;
  options.verbose = parser.verbose;
  options.timeout = parser.timeout;
  return readPositive("--steps", parser.steps, options.steps);
}

static Error read(const GPUParser &parser, GPUOptions &options) {
  options.allowTF32 = parser.tf32;
  options.noGraph = parser.noGraph;
  options.bench = parser.bench || parser.profile;
  options.profile = parser.profile;
  options.numWarm = parser.warm;
  options.trace = parser.trace;
  return readPositive("--memory-limit", parser.memoryLimit,
                      options.memoryLimit);
}

/// Finds out which of the two operands is the bundle: the first, unless that is
/// a compiled step.
static Error readOperands(Tool tool, const Parser &parser, Options &options) {
  bool isStep =
      tool == Tool::RunStep || ::shardwise::runtime::isPlanFile(parser.first);
  if (parser.first.empty())
    return makeError("{}{} --help says how",
                     tool == Tool::Run ? "no bundle given; "
                                       : "no compiled step given; ",
                     getName(tool));
  (isStep ? options.step : options.bundle) = parser.first;
  if (isStep)
    options.bundle = parser.second;
  else if (!parser.second.empty())
    return makeError(
        "two bundles given, '{}' and '{}'; the first is no compiled step",
        parser.first, parser.second);
  return Error::success();
}

//===----------------------------------------------------------------------===//
// What goes together
//===----------------------------------------------------------------------===//

/// A compiled step has been compiled.
static Error checkStep(const CompileParser &parser, const Options &options) {
  std::vector<const cl::Option *> all = parser.layout.getAll();
  llvm::append_range(all, parser.gpu.getAll());
  all.push_back(&parser.dryRun);
  for (const cl::Option *option : all)
    if (!options.step.empty() && option->getNumOccurrences())
      return makeError("--{} is for compiling, but {} is a compiled step",
                       option->ArgStr, options.step);
  if (!options.step.empty() && parser.target.getNumOccurrences() &&
      options.target == Target::CPU)
    return makeError("--target=cpu: {} was compiled for GPUs", options.step);
  return Error::success();
}

/// What only GPUs do.
static Error checkTarget(const Parser &parser, const Options &options) {
  const GPUParser &gpu = parser.gpu;
  std::vector<const cl::Option *> all = {
      &gpu.tf32,    &gpu.noGraph, &gpu.bench,      &gpu.warm,
      &gpu.profile, &gpu.trace,   &gpu.memoryLimit};
  if (parser.compile)
    llvm::append_range(all, parser.compile->gpu.getAll());
  for (const cl::Option *option : all)
    if (options.target == Target::CPU && option->getNumOccurrences())
      return makeError("--{} is for GPUs; --target=gpu is missing",
                       option->ArgStr);
  return Error::success();
}

/// What cannot be asked for together.
static Error checkTogether(const Options &options) {
  const char *problem = nullptr;
  bool isMeasured = options.gpu.bench || options.gpu.profile;
  if (options.dryRun && options.check)
    problem = "--dry-run does not train, so --check has nothing to compare";
  else if (options.dryRun && !options.save.empty())
    problem = "--dry-run does not train, so --save has nothing to save";
  else if (options.check && !options.load.empty())
    problem = "--check compares with a run from the bundle's own variables, "
              "but --load takes others";
  else if (isMeasured && (options.check || !options.save.empty()))
    problem = "--bench and --profile do not train, so there is nothing for "
              "--check and --save";
  else if (!options.gpu.trace.empty() && !options.gpu.profile)
    problem = "--trace writes the times of --profile, which is missing";
  if (problem)
    return makeError("{}", problem);
  if (!options.save.empty() && options.save == options.json)
    return makeError("--save and --json name one file: {}", options.save);
  return Error::success();
}

static Error read(Tool tool, const Parser &parser, Options &options) {
  if (Error error = readOperands(tool, parser, options))
    return error;
  if (Error error = read(parser.train, options))
    return error;
  if (Error error = read(parser.gpu, options.gpu))
    return error;
  if (parser.compile) {
    if (Error error = read(*parser.compile, options))
      return error;
    if (Error error = checkStep(*parser.compile, options))
      return error;
  }
  if (!options.step.empty())
    options.target = Target::GPU;
  if (Error error = checkTarget(parser, options))
    return error;
  return checkTogether(options);
}

Error tools::makeParseError(std::string_view messages) {
  messages = trim(messages);
  return makeError("{}", messages.empty()
                             ? "an option has a value that it does not take"
                             : messages);
}

Expected<Options> tools::parseOptions(Tool tool, int argc, char **argv) {
  Parser parser(tool);
  cl::HideUnrelatedOptions(parser.category);
  cl::SetVersionPrinter([tool](llvm::raw_ostream &os) {
    os << getName(tool) << " of Shardwise " SHARDWISE_VERSION ", with LLVM "
       << LLVM_VERSION_STRING << "\n";
  });
  std::string messages;
  llvm::raw_string_ostream os(messages);
  if (!cl::ParseCommandLineOptions(
          argc, argv, tool == Tool::Run ? kOverviewOfRun : kOverviewOfRunStep,
          &os))
    return makeParseError(messages);
  Options options;
  if (Error error = read(tool, parser, options))
    return makeError("{}: {}", getName(tool), toString(std::move(error)));
  return options;
}
