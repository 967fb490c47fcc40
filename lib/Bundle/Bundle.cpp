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
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/Path.h"

using namespace mlir::shardwise;
namespace fs = llvm::sys::fs;

/// The key in a file's metadata with the number of steps behind its values.
static constexpr llvm::StringRef kStepKey = "step";

static std::string join(llvm::StringRef folder, llvm::StringRef name) {
  llvm::SmallString<128> path(folder);
  llvm::sys::path::append(path, name);
  return path.str().str();
}

static std::string getArgKey(unsigned arg) {
  return "arg" + std::to_string(arg);
}

/// Whether a file's tensor can hold values of an element type: bfloat16 may
/// also be stored as the integers of its bits.
static bool canHold(DType stored, DType wanted) {
  return stored == wanted || (wanted == DType::BF16 && stored == DType::U16);
}

namespace mlir::shardwise {

/// Opens one bundle and collects what is wrong.
class BundleReader {
public:
  explicit BundleReader(Bundle &bundle)
      : bundle(bundle), manifest(bundle.manifest) {}

  llvm::Error run();
  /// Reads the variables from one file and forgets the former ones.
  llvm::Error runVariables(llvm::StringRef file);

private:
  std::optional<SafetensorsFile> openFile(llvm::StringRef path);
  std::optional<TensorView> take(const SafetensorsFile &file,
                                 const std::string &key,
                                 const llvm::Twine &what, DType dtype,
                                 llvm::ArrayRef<int64_t> shape);
  bool isMade(unsigned arg) const;
  void reportUnknown(const SafetensorsFile &file);

  void listArgs();
  void listLayouts();
  void readVariables(llvm::StringRef path);
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
  llvm::StringSet<> known;
  Problems problems;
};

} // namespace mlir::shardwise

/// Opens a tensor file and begins a new list of known keys.
std::optional<SafetensorsFile> BundleReader::openFile(llvm::StringRef path) {
  known.clear();
  llvm::Expected<SafetensorsFile> file = SafetensorsFile::open(path);
  if (file)
    return std::move(*file);
  problems.add(file.takeError());
  return std::nullopt;
}

/// The tensor under a key, if it is there with the right type.
std::optional<TensorView> BundleReader::take(const SafetensorsFile &file,
                                             const std::string &key,
                                             const llvm::Twine &what,
                                             DType dtype,
                                             llvm::ArrayRef<int64_t> shape) {
  known.insert(key);
  const SafetensorsEntry *entry = file.find(key);
  std::string prefix = file.getPath().str() + ": tensor '" + key + "' ";
  if (!entry) {
    problems.add(prefix + "is missing, expected " + toString(dtype, shape) +
                 " for " + what);
    return std::nullopt;
  }
  if (!canHold(entry->dtype, dtype) ||
      llvm::ArrayRef<int64_t>(entry->shape) != shape) {
    problems.add(prefix + "is " + entry->getView().getTypeString() +
                 ", expected " + toString(dtype, shape) + " for " + what);
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
static std::optional<unsigned> getArgOfKey(llvm::StringRef key) {
  unsigned arg;
  key = key.split('/').first;
  if (!key.consume_front("arg") || key.getAsInteger(10, arg))
    return std::nullopt;
  return arg;
}

void BundleReader::reportUnknown(const SafetensorsFile &file) {
  for (const SafetensorsEntry &entry : file.getEntries()) {
    if (known.contains(entry.name))
      continue;
    std::optional<unsigned> arg = getArgOfKey(entry.name);
    bool isTwice = arg && *arg < manifest.args.size() && isMade(*arg);
    problems.add(file.getPath() + ": tensor '" + entry.name + "' is " +
                 (isTwice ? "stored, but the manifest has an initializer for " +
                                manifest.describeArg(*arg)
                          : "nothing that the manifest names"));
  }
}

void BundleReader::listArgs() {
  for (auto [index, arg] : llvm::enumerate(manifest.args))
    (arg.isVariable() ? bundle.variableArgs : bundle.inputArgs)
        .push_back(index);
}

void BundleReader::listLayouts() {
  std::error_code code;
  for (fs::directory_iterator it(join(bundle.path, "layouts"), code), end;
       !code && it != end; it.increment(code))
    if (llvm::sys::path::extension(it->path()) == ".json")
      bundle.layoutNames.push_back(llvm::sys::path::stem(it->path()).str());
  llvm::sort(bundle.layoutNames);
}

void BundleReader::readVariables(llvm::StringRef path) {
  bundle.variables.assign(manifest.args.size(), TensorView());
  auto isMadeHere = [&](unsigned arg) { return isMade(arg); };
  if (llvm::all_of(bundle.variableArgs, isMadeHere) && !fs::exists(path))
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
    llvm::StringRef rest = entry.name;
    uint64_t step;
    if (rest.consume_front(prefix) && !rest.getAsInteger(10, step))
      count = std::max(count, llvm::SaturatingAdd(step, uint64_t(1)));
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
    problems.add(bundle.inputsFile->getPath() + ": has " + llvm::Twine(count) +
                 " steps of " + manifest.describeArg(arg) + ", but " +
                 llvm::Twine(bundle.numInputSteps) + " of the inputs before");
  bundle.numInputSteps = std::max(bundle.numInputSteps, count);
}

void BundleReader::readInputs() {
  std::string path = join(bundle.path, "inputs.safetensors");
  bundle.inputs.resize(manifest.args.size());
  auto isMadeHere = [&](unsigned arg) { return isMade(arg); };
  if (llvm::all_of(bundle.inputArgs, isMadeHere) && !fs::exists(path))
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
  if (llvm::none_of(bundle.variableArgs,
                    [&](unsigned arg) { return file.find(getArgKey(arg)); }))
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
  for (auto [index, result] : llvm::enumerate(manifest.results))
    if (result.role != ResultRole::Variable)
      wanted.push_back(index);
  if (llvm::none_of(wanted, [&](unsigned result) {
        return file.find(getSeriesKey(result));
      }))
    return;
  for (unsigned result : wanted) {
    const ManifestResult &info = manifest.results[result];
    llvm::SmallVector<int64_t> shape{manifest.steps};
    llvm::append_range(shape, info.shape);
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
  std::string path = join(bundle.path, "expected.safetensors");
  if (!fs::exists(path))
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

llvm::Error BundleReader::runVariables(llvm::StringRef file) {
  readVariables(file);
  return problems.take();
}

llvm::Error BundleReader::run() {
  listArgs();
  listLayouts();
  if (!fs::exists(bundle.getProgramPath()))
    problems.add(bundle.getProgramPath() + ": is missing");
  readVariables(join(bundle.path, "variables.safetensors"));
  readInputs();
  readExpected();
  return problems.take();
}

llvm::Expected<Bundle> Bundle::open(llvm::StringRef path) {
  if (!fs::is_directory(path))
    return llvm::createStringError(path + ": is not a folder, expected a "
                                          "bundle with a manifest.json");
  llvm::Expected<Manifest> manifest =
      Manifest::read(join(path, "manifest.json"));
  if (!manifest)
    return manifest.takeError();
  Bundle bundle;
  bundle.path = path.str();
  bundle.manifest = std::move(*manifest);
  if (llvm::Error error = BundleReader(bundle).run())
    return error;
  return bundle;
}

std::string Bundle::getProgramPath() const { return join(path, "step.mlir"); }

std::string Bundle::getLayoutPath(llvm::StringRef name) const {
  return join(join(path, "layouts"), (name + ".json").str());
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

llvm::Error Bundle::saveVariables(
    llvm::StringRef file, int64_t step,
    llvm::function_ref<TensorView(unsigned arg)> getValue) const {
  SafetensorsWriter writer;
  Problems problems;
  for (unsigned arg : variableArgs) {
    const ManifestArg &info = manifest.args[arg];
    TensorView value = getValue(arg);
    if (value.dtype != info.dtype ||
        value.shape != llvm::ArrayRef<int64_t>(info.shape))
      problems.add(file + ": " + manifest.describeArg(arg) + " is " +
                   value.getTypeString() + ", expected " +
                   info.getTypeString());
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

llvm::Expected<int64_t> Bundle::loadVariables(llvm::StringRef file) {
  Bundle loaded;
  loaded.manifest = manifest;
  loaded.variableArgs = variableArgs;
  loaded.ownVariables = false;
  if (llvm::Error error = BundleReader(loaded).runVariables(file))
    return error;
  int64_t step = 0;
  if (loaded.variablesFile) {
    auto it = loaded.variablesFile->getMetadata().find(kStepKey.str());
    if (it != loaded.variablesFile->getMetadata().end() &&
        (llvm::StringRef(it->second).getAsInteger(10, step) || step < 0))
      return llvm::createStringError(file + ": __metadata__ 'step' is '" +
                                     it->second +
                                     "', expected a number of steps");
  }
  variablesFile = std::move(loaded.variablesFile);
  variables = std::move(loaded.variables);
  ownVariables = false;
  return step;
}
