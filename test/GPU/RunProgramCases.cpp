//===- RunProgramCases.cpp - Random programs on GPUs ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Runs what WriteProgramCases.cpp wrote:
//
//     RunProgramCases one|two FOLDER
//
// Every program runs as a graph, twice, and command by command. All must give
// the same bits, and what the whole program gives on a CPU. What does not live
// from step to step is NaN before each.
//
//===----------------------------------------------------------------------===//

#include "ProgramCases.h"
#include "shardwise/Runtime/CUDA/Executor.h"
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

using namespace shardwise;
using namespace shardwise::test;

/// Runs a step so many times.
static Expected<std::vector<Outputs>> run(const std::string &path, bool noGraph,
                                          unsigned times) {
  auto file = runtime::readPlanFile(path);
  if (!file)
    return file.takeError();
  runtime::ProcessGroup group;
  runtime::CUDAOptions options;
  options.noGraph = noGraph;
  options.poison = true;
  auto executor =
      runtime::CUDAExecutor::create(std::move(*file), group, options);
  if (!executor)
    return executor.takeError();
  std::vector<Outputs> all;
  for (unsigned i = 0; i < times; ++i) {
    auto outputs = runProgram(**executor);
    if (!outputs)
      return outputs.takeError();
    all.push_back(std::move(*outputs));
  }
  return all;
}

/// An error if the bits differ.
static Error compareBits(const Outputs &expected, const Outputs &found,
                         const char *what) {
  for (const auto &[name, values] : expected) {
    const std::vector<float> &others = found.at(name);
    size_t numOthers = 0, first = 0;
    for (size_t i = values.size(); i-- > 0;)
      if (std::memcmp(&values[i], &others[i], sizeof(float))) {
        ++numOthers;
        first = i;
      }
    if (numOthers)
      return makeError("{} gives other bits: {} of {} elements of {}, at {} "
                       "{:.9g} instead of {:.9g}",
                       what, numOthers, values.size(), name, first,
                       others[first], values[first]);
  }
  return Error::success();
}

/// The largest difference of an output from what it should be.
static Expected<double> compare(const Outputs &outputs,
                                const std::string &path) {
  std::ifstream file(path, std::ios::binary);
  double largest = 0;
  for (const auto &[name, sums] : summarize(outputs)) {
    std::vector<float> expected(sums.size());
    if (!file.read(reinterpret_cast<char *>(expected.data()),
                   expected.size() * sizeof(float)))
      return makeError("{} is too short", path);
    largest = std::max(largest, getDifference(expected, sums));
  }
  if (file.peek() != std::ifstream::traits_type::eof())
    return makeError("{} is too long", path);
  return largest;
}

/// Gives the largest difference.
static Expected<double> check(const std::string &folder, unsigned seed,
                              const std::string &devices) {
  std::string stem = folder + "/" + std::to_string(seed);
  std::string path = stem + "-" + devices + ".swx";
  auto graph = run(path, /*noGraph=*/false, /*times=*/2);
  if (!graph)
    return graph.takeError();
  auto oneByOne = run(path, /*noGraph=*/true, /*times=*/1);
  if (!oneByOne)
    return oneByOne.takeError();
  if (Error error = compareBits((*graph)[0], (*graph)[1], "a second step"))
    return error;
  if (Error error =
          compareBits((*graph)[0], (*oneByOne)[0], "command by command"))
    return error;
  auto difference = compare((*graph)[0], stem + ".expected");
  if (difference && !(*difference < getLimit(seed % 2)))
    return makeError("differs from the whole program by {:.2g} of the largest",
                     *difference);
  return difference;
}

int main(int argc, char **argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: RunProgramCases one|two FOLDER\n");
    return 2;
  }
  // Seen even if the run is cut short.
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  std::set<unsigned> seeds;
  std::error_code error;
  for (const auto &entry : std::filesystem::directory_iterator(argv[2], error))
    if (entry.path().extension() == ".expected")
      seeds.insert(std::stoul(entry.path().stem().string()));
  if (error) {
    std::fprintf(stderr, "%s: %s\n", argv[2], error.message().c_str());
    return 1;
  }
  unsigned numFailed = 0;
  double largest[2] = {0, 0};
  for (unsigned seed : seeds) {
    auto difference = check(argv[2], seed, argv[1]);
    if (difference) {
      largest[seed % 2] = std::max(largest[seed % 2], *difference);
      continue;
    }
    ++numFailed;
    std::printf("program %u: %s\n", seed,
                toString(difference.takeError()).c_str());
  }
  std::printf("%zu programs, %u failed; differences up to %.2g, with bf16 "
              "%.2g\n",
              seeds.size(), numFailed, largest[0], largest[1]);
  return numFailed || seeds.empty();
}
