//===- Bundle.cpp - A step with its data in one folder --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The tensor files are matched against the manifest from both sides: what the
// manifest names must be in the file with the same type, and what is in the
// file must be named by the manifest, because a tensor that nobody asks for is
// most often one under a wrong key.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Bundle/Bundle.h"
#include "Problems.h"
#include "shardwise/Support/Error.h"
#include "shardwise/Support/Ranges.h"
#include <algorithm>
#include <filesystem>
#include <functional>
#include <set>
#include <span>
#include <string_view>
#include <vector>

using namespace shardwise;
namespace fs = std::filesystem;

/// The key in a file's metadata with the number of steps behind its values.
static constexpr std::string_view kStepKey = "step";

static std::string joinPaths(std::string_view folder, std::string_view name) {
  return fs::path(folder) / name;
}

static bool exists(std::string_view path) {
  std::error_code code;
  return fs::exists(path, code);
}

static std::string getArgKey(unsigned arg) {
  return "arg" + std::to_string(arg);
}

/// Whether a file's tensor can hold values of an element type: bfloat16 may
/// also be stored as the integers of its bits.
static bool canHold(DType stored, DType wanted) {
  return stored == wanted || (wanted == DType::BF16 && stored == DType::U16);
}

namespace shardwise {

/// Opens one bundle and collects what is wrong.
class BundleReader {
public:
  explicit BundleReader(Bundle &bundle)
      : bundle(bundle), manifest(bundle.manifest) {}

  Error run();
  /// Reads the variables from one file and forgets the former ones.
  Error runVariables(std::string_view file);

private:
  std::optional<SafetensorsFile> openFile(std::string_view path);
  std::optional<TensorView> take(const SafetensorsFile &file,
                                 const std::string &key, std::string_view what,
                                 DType dtype, std::span<const int64_t> shape);
  bool isMade(unsigned arg) const;
  void reportUnknown(const SafetensorsFile &file);

  void listArgs();
  void listLayouts();
  void readVariables(std::string_view path);
  void readInputs();
  int64_t countSteps(unsigned arg) const;
  void readInput(unsigned arg);
  void readExpected();
  void readExpectedVariables();
  void readExpectedSeries();
  std::string getSeriesKey(unsigned result) const;

  Bundle &bundle;
  const Manifest &manifest;
  /// The keys of the present file that the manifest names.
  std::set<std::string, std::less<>> known;
  Problems problems;
};

} // namespace shardwise

/// Opens a tensor file and begins a new list of known keys.
std::optional<SafetensorsFile> BundleReader::openFile(std::string_view path) {
  known.clear();
  Expected<SafetensorsFile> file = SafetensorsFile::open(path);
  if (file)
    return std::move(*file);
  problems.add(file.takeError());
  return std::nullopt;
}

/// The tensor under a key, if it is there with the right type.
std::optional<TensorView> BundleReader::take(const SafetensorsFile &file,
                                             const std::string &key,
                                             std::string_view what, DType dtype,
                                             std::span<const int64_t> shape) {
  known.insert(key);
  const SafetensorsEntry *entry = file.find(key);
  std::string prefix = formatText("{}: tensor '{}' ", file.getPath(), key);
  if (!entry) {
    problems.add(formatText("{}is missing, expected {} for {}", prefix,
                            toString(dtype, shape), what));
    return std::nullopt;
  }
  if (!canHold(entry->dtype, dtype) ||
      !std::ranges::equal(entry->shape, shape)) {
    problems.add(formatText("{}is {}, expected {} for {}", prefix,
                            entry->getView().getTypeString(),
                            toString(dtype, shape), what));
    return std::nullopt;
  }
  return TensorView{dtype, entry->shape, entry->bytes};
}

/// Whether an argument's value is made, so that no file has it. The variables
/// of a checkpoint are all stored.
bool BundleReader::isMade(unsigned arg) const {
  return bundle.getInitializer(arg) != nullptr;
}

/// The argument of a key: 3 of "arg3" and of "arg3/step0".
static std::optional<unsigned> getArgOfKey(std::string_view key) {
  key = split(key, "/").first;
  if (!consumeFront(key, "arg"))
    return std::nullopt;
  return parseNumber<unsigned>(key);
}

void BundleReader::reportUnknown(const SafetensorsFile &file) {
  for (const SafetensorsEntry &entry : file.getEntries()) {
    if (known.contains(entry.name))
      continue;
    std::optional<unsigned> arg = getArgOfKey(entry.name);
    bool isTwice = arg && *arg < manifest.args.size() && isMade(*arg);
    problems.add(formatText(
        "{}: tensor '{}' is {}", file.getPath(), entry.name,
        isTwice ? "stored, but the manifest has an initializer for " +
                      manifest.describeArg(*arg)
                : "nothing that the manifest names"));
  }
}

void BundleReader::listArgs() {
  for (auto [index, arg] : enumerate(manifest.args))
    (arg.isVariable() ? bundle.variableArgs : bundle.inputArgs)
        .push_back(index);
}

void BundleReader::listLayouts() {
  std::error_code code;
  for (fs::directory_iterator it(joinPaths(bundle.path, "layouts"), code), end;
       !code && it != end; it.increment(code))
    if (it->path().extension() == ".json")
      bundle.layoutNames.push_back(it->path().stem());
  std::ranges::sort(bundle.layoutNames);
}

void BundleReader::readVariables(std::string_view path) {
  bundle.variables.assign(manifest.args.size(), TensorView());
  auto isMadeHere = [&](unsigned arg) { return isMade(arg); };
  if (std::ranges::all_of(bundle.variableArgs, isMadeHere) && !exists(path))
    return;
  bundle.variablesFile = openFile(path);
  if (!bundle.variablesFile)
    return;
  const SafetensorsFile &file = *bundle.variablesFile;
  for (unsigned arg : bundle.variableArgs) {
    const ManifestArg &info = manifest.args[arg];
    if (isMade(arg))
      continue;
    if (auto view = take(file, getArgKey(arg), manifest.describeArg(arg),
                         info.dtype, info.shape))
      bundle.variables[arg] = *view;
  }
  reportUnknown(file);
}

//===----------------------------------------------------------------------===//
// Inputs
//===----------------------------------------------------------------------===//

/// One more than the last step that an input has data for; at most one more
/// than there are tensors, which is enough to find the first gap.
int64_t BundleReader::countSteps(unsigned arg) const {
  uint64_t count = 0;
  std::string prefix = getArgKey(arg) + "/step";
  for (const SafetensorsEntry &entry : bundle.inputsFile->getEntries()) {
    std::string_view rest = entry.name;
    if (!consumeFront(rest, prefix))
      continue;
    if (std::optional<uint64_t> step = parseNumber<uint64_t>(rest))
      count = std::max(count, std::max(*step, *step + 1));
  }
  return std::min<uint64_t>(count, bundle.inputsFile->getEntries().size() + 1);
}

void BundleReader::readInput(unsigned arg) {
  const ManifestArg &info = manifest.args[arg];
  // At least the first step must be there; between steps there is no gap.
  int64_t count = std::max<int64_t>(countSteps(arg), 1);
  for (int64_t step = 0; step < count; ++step) {
    std::string key = getArgKey(arg) + "/step" + std::to_string(step);
    if (auto view = take(*bundle.inputsFile, key, manifest.describeArg(arg),
                         info.dtype, info.shape))
      bundle.inputs[arg].push_back(*view);
  }
  if (count > 1 && bundle.numInputSteps > 1 && count != bundle.numInputSteps)
    problems.add(
        formatText("{}: has {} steps of {}, but {} of the inputs before",
                   bundle.inputsFile->getPath(), count,
                   manifest.describeArg(arg), bundle.numInputSteps));
  bundle.numInputSteps = std::max(bundle.numInputSteps, count);
}

void BundleReader::readInputs() {
  std::string path = joinPaths(bundle.path, "inputs.safetensors");
  bundle.inputs.resize(manifest.args.size());
  auto isMadeHere = [&](unsigned arg) { return isMade(arg); };
  if (std::ranges::all_of(bundle.inputArgs, isMadeHere) && !exists(path))
    return;
  bundle.inputsFile = openFile(path);
  if (!bundle.inputsFile)
    return;
  for (unsigned arg : bundle.inputArgs)
    if (!isMade(arg))
      readInput(arg);
  reportUnknown(*bundle.inputsFile);
}

//===----------------------------------------------------------------------===//
// Expected values
//===----------------------------------------------------------------------===//

/// The key of a result's values: losses and metrics may stand under their
/// name, every result that is no variable under its number.
std::string BundleReader::getSeriesKey(unsigned result) const {
  const ManifestResult &info = manifest.results[result];
  if (info.role != ResultRole::Output && bundle.expectedFile->find(info.name))
    return info.name;
  return "result" + std::to_string(result);
}

void BundleReader::readExpectedVariables() {
  const SafetensorsFile &file = *bundle.expectedFile;
  if (std::ranges::none_of(bundle.variableArgs, [&](unsigned arg) {
        return file.find(getArgKey(arg));
      }))
    return;
  for (unsigned arg : bundle.variableArgs) {
    const ManifestArg &info = manifest.args[arg];
    if (auto view = take(file, getArgKey(arg), manifest.describeArg(arg),
                         info.dtype, info.shape))
      bundle.expectedVariables[arg] = *view;
  }
}

void BundleReader::readExpectedSeries() {
  const SafetensorsFile &file = *bundle.expectedFile;
  std::vector<unsigned> wanted;
  for (auto [index, result] : enumerate(manifest.results))
    if (result.role != ResultRole::Variable)
      wanted.push_back(index);
  if (std::ranges::none_of(wanted, [&](unsigned result) {
        return file.find(getSeriesKey(result));
      }))
    return;
  for (unsigned result : wanted) {
    const ManifestResult &info = manifest.results[result];
    std::vector<int64_t> shape{manifest.steps};
    shape.insert(shape.end(), info.shape.begin(), info.shape.end());
    // Values of any float type may be kept as float32.
    std::string key = getSeriesKey(result);
    const SafetensorsEntry *entry = file.find(key);
    bool widened = entry && entry->dtype == DType::F32 && isFloat(info.dtype);
    if (auto view = take(file, key, manifest.describeResult(result),
                         widened ? DType::F32 : info.dtype, shape))
      bundle.expectedSeries[result] = *view;
  }
}

void BundleReader::readExpected() {
  std::string path = joinPaths(bundle.path, "expected.safetensors");
  if (!exists(path))
    return;
  bundle.expectedFile = openFile(path);
  if (!bundle.expectedFile)
    return;
  readExpectedVariables();
  readExpectedSeries();
  reportUnknown(*bundle.expectedFile);
}

//===----------------------------------------------------------------------===//
// The whole
//===----------------------------------------------------------------------===//

Error BundleReader::runVariables(std::string_view file) {
  readVariables(file);
  return problems.take();
}

Error BundleReader::run() {
  listArgs();
  listLayouts();
  if (!exists(bundle.getProgramPath()))
    problems.add(formatText("{}: is missing", bundle.getProgramPath()));
  readVariables(joinPaths(bundle.path, "variables.safetensors"));
  readInputs();
  readExpected();
  return problems.take();
}

Expected<Bundle> Bundle::open(std::string_view path) {
  std::error_code ignored;
  if (!fs::is_directory(path, ignored))
    return makeError(
        "{}: is not a folder, expected a bundle with a manifest.json", path);
  Expected<Manifest> manifest =
      Manifest::read(joinPaths(path, "manifest.json"));
  if (!manifest)
    return manifest.takeError();
  Bundle bundle;
  bundle.path = path;
  bundle.manifest = std::move(*manifest);
  if (Error error = BundleReader(bundle).run())
    return error;
  return bundle;
}

std::string Bundle::getProgramPath() const {
  return joinPaths(path, "step.mlir");
}

std::string Bundle::getLayoutPath(std::string_view name) const {
  return joinPaths(joinPaths(path, "layouts"), std::string(name) + ".json");
}

const random::Initializer *Bundle::getInitializer(unsigned arg) const {
  const ManifestArg &info = manifest.args[arg];
  if (!info.init || (info.isVariable() && !ownVariables))
    return nullptr;
  return &*info.init;
}

TensorView Bundle::getInput(unsigned arg, int64_t step) const {
  const std::vector<TensorView> &steps = inputs[arg];
  return steps[step % steps.size()];
}

static std::optional<TensorView>
lookUp(const std::map<unsigned, TensorView> &map, unsigned key) {
  auto it = map.find(key);
  if (it == map.end())
    return std::nullopt;
  return it->second;
}

std::optional<TensorView> Bundle::getExpectedSeries(unsigned result) const {
  return lookUp(expectedSeries, result);
}

std::optional<TensorView> Bundle::getExpectedVariable(unsigned arg) const {
  return lookUp(expectedVariables, arg);
}

Error Bundle::saveVariables(
    std::string_view file, int64_t step,
    const std::function<TensorView(unsigned arg)> &getValue) const {
  SafetensorsWriter writer;
  Problems problems;
  for (unsigned arg : variableArgs) {
    const ManifestArg &info = manifest.args[arg];
    TensorView value = getValue(arg);
    if (value.dtype != info.dtype ||
        !std::ranges::equal(value.shape, info.shape))
      problems.add(formatText("{}: {} is {}, expected {}", file,
                              manifest.describeArg(arg), value.getTypeString(),
                              info.getTypeString()));
    std::string key = getArgKey(arg);
    const SafetensorsEntry *stored =
        variablesFile ? variablesFile->find(key) : nullptr;
    if (stored)
      value.dtype = stored->dtype;
    writer.add(key, value);
  }
  if (!problems.empty())
    return problems.take();
  writer.setMetadata("bundle", manifest.name);
  writer.setMetadata(kStepKey, std::to_string(step));
  return writer.write(file);
}

Expected<int64_t> Bundle::loadVariables(std::string_view file) {
  Bundle loaded;
  loaded.manifest = manifest;
  loaded.variableArgs = variableArgs;
  loaded.ownVariables = false;
  if (Error error = BundleReader(loaded).runVariables(file))
    return error;
  int64_t step = 0;
  if (loaded.variablesFile) {
    auto it = loaded.variablesFile->getMetadata().find(std::string(kStepKey));
    bool hasStep = it != loaded.variablesFile->getMetadata().end();
    if (hasStep)
      step = parseNumber<int64_t>(it->second).value_or(-1);
    if (step < 0)
      return makeError(
          "{}: __metadata__ 'step' is '{}', expected a number of steps", file,
          it->second);
  }
  variablesFile = std::move(loaded.variablesFile);
  variables = std::move(loaded.variables);
  ownVariables = false;
  return step;
}
