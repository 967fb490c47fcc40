//===- SpeedOfPartitioning.cpp - Time and memory from layouts to shards ---===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Runs attaching layouts, propagation and partitioning on programs in our
// dialects, each pass alone on a fresh module, without verification, in one
// thread. For each file:
//
//   time of a pass   processor time / operations read, median (least, most) of
//                    the repetitions after one to warm up
//   memory           heap in use at the end / heap in use after parsing, and
//                    growth of the process' peak / heap after parsing
//
// With --max-growth=R it fails if an operation of the last file takes more than
// R times as long as one of the first, by the least times: a pass that is not
// linear.
//
//===----------------------------------------------------------------------===//

#include "mlir/IR/MLIRContext.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Pass/PassManager.h"
#include "shardwise/Dialect/Dist/Transforms/Passes.h"
#include "shardwise/Pipelines/Register.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/Format.h"
#include <ctime>
#include <malloc.h>
#include <sys/resource.h>

using namespace mlir;
using namespace mlir::shardwise;

static llvm::cl::list<std::string>
    files(llvm::cl::Positional, llvm::cl::OneOrMore, llvm::cl::desc("<files>"));
static llvm::cl::opt<unsigned>
    repetitions("repetitions", llvm::cl::init(5),
                llvm::cl::desc("How often each pass is timed"));
static llvm::cl::opt<double>
    maxGrowth("max-growth", llvm::cl::init(0),
              llvm::cl::desc("Fail if time per operation grows by more"));

namespace {
struct Stage {
  const char *name;
  std::unique_ptr<Pass> (*create)();
  std::vector<double> seconds = {};
};
} // namespace

static double getProcessorSeconds() {
  timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec + now.tv_nsec * 1e-9;
}

static double getHeapBytes() {
  struct mallinfo2 info = mallinfo2();
  return static_cast<double>(info.uordblks + info.hblkhd);
}

static double getPeakBytes() {
  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss * 1024.0;
}

static size_t countOperations(ModuleOp module) {
  size_t count = 0;
  for (Operation &program : module.getOps())
    for (Operation &op : program.getRegion(0).front())
      count += op.getNumOperands() || op.getNumResults();
  return count;
}

/// Runs all stages once. Returns the number of operations, or 0 after an error.
static size_t runOnce(StringRef file, MutableArrayRef<Stage> stages,
                      bool isWarmUp) {
  DialectRegistry registry;
  registerAllDialects(registry);
  MLIRContext context(registry, MLIRContext::Threading::DISABLED);
  double heapBefore = getHeapBytes();
  OwningOpRef<ModuleOp> module = parseSourceFile<ModuleOp>(file, &context);
  if (!module)
    return 0;
  double parsed = getHeapBytes() - heapBefore, peakBefore = getPeakBytes();
  size_t operations = countOperations(*module);
  for (Stage &stage : stages) {
    PassManager manager(&context);
    manager.enableVerifier(false);
    manager.addPass(stage.create());
    double start = getProcessorSeconds();
    if (failed(manager.run(*module)))
      return 0;
    if (!isWarmUp)
      stage.seconds.push_back(getProcessorSeconds() - start);
  }
  if (isWarmUp)
    llvm::outs() << file << ": " << operations << " operations, memory "
                 << llvm::format("%.2f, peak growth %.2f times",
                                 (getHeapBytes() - heapBefore) / parsed,
                                 (getPeakBytes() - peakBefore) / parsed)
                 << " that of the parsed module\n";
  return operations;
}

/// Measures one file. Returns the least microseconds for an operation in all
/// stages together, or nothing after an error.
static std::optional<double> measure(StringRef file) {
  Stage stages[] = {{"attach", [] { return dist::createAttachLayoutsPass(); }},
                    {"propagate", [] { return dist::createPropagatePass(); }},
                    {"partition", [] { return dist::createPartitionPass(); }}};
  size_t operations = 0;
  for (unsigned i = 0; i <= repetitions; ++i)
    if (!(operations = runOnce(file, stages, /*isWarmUp=*/i == 0)))
      return std::nullopt;
  double least = 0, median = 0;
  for (Stage &stage : stages) {
    llvm::sort(stage.seconds);
    double scale = 1e6 / operations;
    least += stage.seconds.front() * scale;
    median += stage.seconds[stage.seconds.size() / 2] * scale;
    llvm::outs() << llvm::format(
        "  %-10s %.3f us per operation (%.3f to %.3f)\n", stage.name,
        stage.seconds[stage.seconds.size() / 2] * scale,
        stage.seconds.front() * scale, stage.seconds.back() * scale);
  }
  llvm::outs() << llvm::format("  %-10s %.3f us per operation (least %.3f)\n",
                               "together", median, least);
  return least;
}

int main(int argc, char **argv) {
  llvm::cl::ParseCommandLineOptions(argc, argv,
                                    "Times attaching, propagation, partition");
  std::vector<double> times;
  for (const std::string &file : files) {
    std::optional<double> time = measure(file);
    if (!time)
      return 1;
    times.push_back(*time);
  }
  double growth = times.back() / times.front();
  llvm::outs() << llvm::format("growth of time per operation: %.2f\n", growth);
  return maxGrowth != 0 && growth > maxGrowth;
}
