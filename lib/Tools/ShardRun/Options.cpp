//===- Options.cpp - What the user asks the tools for ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// All options of the tools that train, each declared once. They live as long as
// the parse, so that a program that embeds a tool has no global state of it.
//
//===----------------------------------------------------------------------===//

#include "Options.h"
#include "CompileParser.h"
#include "shardwise/Runtime/PlanFile.h"
#include "shardwise/Support/Ranges.h"
#include <map>

using namespace shardwise;
using namespace shardwise::tools;

static constexpr const char *kOverviewOfRun =
    "Train the step of a bundle on a mesh of devices of this machine\n\n"
    "  shard-run BUNDLE                          on one device\n"
    "  shard-run BUNDLE --mesh data=4            data parallel on four\n"
    "  shard-run BUNDLE --layouts FILE --check   as a layout file says, and\n"
    "                                            compared with one device\n"
    "  shard-run BUNDLE --target=gpu             on GPUs\n"
    "  shard-run step.swx                        what shard-compile has made\n"
    "  mpirun -n 4 shard-run BUNDLE ...          a process for each device\n";
static constexpr const char *kOverviewOfRunStep =
    "Train the step of a bundle that shard-compile has compiled\n\n"
    "  shard-run-step step.swx BUNDLE --check              all GPUs from here\n"
    "  torchrun --no-python --nproc-per-node=2 shard-run-step step.swx BUNDLE\n"
    "                                                      a process a GPU\n";

std::string_view tools::getName(Tool tool) {
  return tool == Tool::Run ? "shard-run" : "shard-run-step";
}

std::vector<std::pair<const char *, std::string>> Options::getOutputs() const {
  std::vector<std::pair<const char *, std::string>> outputs;
  if (!save.empty())
    outputs.emplace_back("--save", save);
  if (!json.empty() && json != "-")
    outputs.emplace_back("--json", json);
  if (!gpu.trace.empty() && gpu.trace != "-")
    outputs.emplace_back("--trace", gpu.trace);
  return outputs;
}

//===----------------------------------------------------------------------===//
// Declarations
//===----------------------------------------------------------------------===//

namespace {
/// What is about compiling.
struct CompileParser {
  CompileParser(CommandLine &line, Options &options)
      : layout(line, options), gpu(line, options.gpu) {
    line.add("--target", target, "cpu|gpu",
             "What the step runs on: threads or processes, or NVIDIA GPUs");
    line.add("--dry-run", options.dryRun,
             "Compile and report, but do not train");
    line.addHidden("--gpu-kernels", options.gpuKernels);
    line.addHidden("--raise-attention", options.raiseAttention);
  }

  LayoutParser layout;
  GPUCompileParser gpu;
  std::string target = "cpu";
};

/// What is about training.
struct TrainParser {
  TrainParser(CommandLine &line, Options &options) {
    line.add("--steps", steps, "n",
             "How many steps to train; as many as the bundle has expected "
             "values for if not given");
    line.add("--check", options.check,
             "Compare losses, outputs and variables with the expected values "
             "of one device, and fail if a tolerance is broken");
    line.add("--load", options.load, "file.safetensors",
             "Begin with the variables of a saved file");
    line.add("--save", options.save, "file.safetensors",
             "Save the variables after the last step");
    line.add("--json", options.json, "file",
             "Write a report in JSON; - for stdout");
    line.add("--verbose", options.verbose,
             "List every variable with its rule's place, and every compared "
             "value");
    line.add("--timeout", options.timeout, "seconds",
             "How long processes wait for each other, and how long a step of "
             "GPUs may take (300)");
  }

  std::string steps;
};

/// What is about GPUs.
struct GPUParser {
  GPUParser(CommandLine &line, GPUOptions &options) {
    line.add("--tf32", options.allowTF32,
             "GPUs: let products of f32 round operands to TF32");
    line.add("--no-graph", options.noGraph,
             "GPUs: run commands one by one, never as a graph");
    line.add("--poison", options.poison,
             "GPUs: fill memory that does not live from step to step with NaN "
             "before each step, to find what does not wait for its operands");
    line.add("--bench", options.bench,
             "GPUs: measure the step instead of training: a burst, and --steps "
             "steps (30) after --warm steps");
    line.add("--warm", warm, "n",
             "Steps before those that --bench measures (40)");
    line.add("--profile", options.profile,
             "As --bench, and then time each command by itself");
    line.add("--trace", options.trace, "file.json",
             "Write a step as it runs for a trace viewer, with --profile");
    line.add("--memory-limit", memoryLimit, "bytes",
             "GPUs: use no more memory of a device than this");
  }
  static std::vector<const char *> getNames() {
    return {"--tf32", "--no-graph", "--poison", "--bench",
            "--warm", "--profile",  "--trace",  "--memory-limit"};
  }

  unsigned warm = 40;
  std::string memoryLimit;
};

struct Parser {
  Parser(Tool tool, const std::string &version)
      : line(std::string(getName(tool)),
             tool == Tool::Run ? kOverviewOfRun : kOverviewOfRunStep, version) {
    line.addOperand(tool == Tool::Run ? "BUNDLE|STEP" : "STEP", first,
                    tool == Tool::Run ? "A bundle, or what shard-compile made"
                                      : "What shard-compile made");
    line.addOperand("BUNDLE", second, "The bundle of a STEP");
    if (tool == Tool::Run)
      compile.emplace(line, options);
    train.emplace(line, options);
    gpu.emplace(line, options.gpu);
  }

  Options options;
  CommandLine line;
  std::string first, second;
  std::optional<CompileParser> compile;
  std::optional<TrainParser> train;
  std::optional<GPUParser> gpu;
};
} // namespace

//===----------------------------------------------------------------------===//
// Values
//===----------------------------------------------------------------------===//

static Error readPositive(const CommandLine &line, const char *name,
                          const std::string &text,
                          std::optional<int64_t> &value) {
  if (!line.isGiven(name))
    return Error::success();
  auto number = parseNumber<int64_t>(text);
  if (!number || *number < 1)
    return makeError("{}={}: expected a positive number", name, text);
  value = *number;
  return Error::success();
}

static Error readValues(const Parser &parser, Options &options) {
  options.gpu.numWarm = parser.gpu->warm;
  options.gpu.bench |= options.gpu.profile;
  if (options.timeout == 0)
    return makeError("--timeout=0: expected a positive number");
  if (Error error = readPositive(parser.line, "--steps", parser.train->steps,
                                 options.steps))
    return error;
  if (Error error =
          readPositive(parser.line, "--memory-limit", parser.gpu->memoryLimit,
                       options.gpu.memoryLimit))
    return error;
  if (!parser.compile)
    return Error::success();
  const std::string &target = parser.compile->target;
  if (target != "cpu" && target != "gpu")
    return makeError("--target={}: expected cpu or gpu", target);
  options.target = target == "gpu" ? Target::GPU : Target::CPU;
  if (Error error = parser.compile->layout.read(parser.line, options))
    return error;
  return parser.compile->gpu.read(options.gpu);
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
static Error checkStep(const CommandLine &line, const Options &options) {
  if (options.step.empty())
    return Error::success();
  std::vector<const char *> names = LayoutParser::getNames();
  append(names, GPUCompileParser::getNames());
  names.push_back("--dry-run");
  for (const char *name : names)
    if (line.isGiven(name))
      return makeError("{} is for compiling, but {} is a compiled step", name,
                       options.step);
  if (line.isGiven("--target") && options.target == Target::CPU)
    return makeError("--target=cpu: {} was compiled for GPUs", options.step);
  return Error::success();
}

/// What only GPUs do.
static Error checkTarget(const Parser &parser, const Options &options) {
  if (options.target == Target::GPU)
    return Error::success();
  std::vector<const char *> names = GPUParser::getNames();
  // Those kernels can be asked for on CPUs too.
  if (parser.compile && !options.gpuKernels)
    append(names, GPUCompileParser::getNames());
  for (const char *name : names)
    if (parser.line.isGiven(name))
      return makeError("{} is for GPUs; --target=gpu is missing", name);
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
  std::map<std::string, const char *> owners;
  for (auto &[option, file] : options.getOutputs())
    if (auto [other, isNew] = owners.try_emplace(file, option); !isNew)
      return makeError("{} and {} name one file: {}", other->second, option,
                       file);
  return Error::success();
}

static Error read(Tool tool, const Parser &parser, Options &options) {
  if (Error error = readOperands(tool, parser, options))
    return error;
  if (Error error = readValues(parser, options))
    return error;
  if (parser.compile)
    if (Error error = checkStep(parser.line, options))
      return error;
  if (!options.step.empty())
    options.target = Target::GPU;
  if (Error error = checkTarget(parser, options))
    return error;
  return checkTogether(options);
}

Expected<Options> tools::parseOptions(Tool tool, int argc, char **argv,
                                      const char *libraries) {
  Parser parser(tool, formatText("{} of Shardwise {}{}", getName(tool),
                                 SHARDWISE_VERSION, libraries));
  Error error = parser.line.parse(argc, argv);
  if (!error)
    error = read(tool, parser, parser.options);
  if (error)
    return makeError("{}: {}", getName(tool), toString(error));
  return std::move(parser.options);
}
