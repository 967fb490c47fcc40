//===- Manifest.cpp - Reading what a step takes and gives -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reading goes in two rounds. The first reads every key for itself and notes
// each value that is missing, of another JSON type or unknown. The second looks
// at references between entries (slots, results, noisy variables), and runs
// only if the first found nothing, so that no message follows from another.
//
// Unknown keys are left alone, so that an exporter may add facts of its own;
// in `tolerances` they are errors, because a misspelt limit would be silent.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Bundle/Manifest.h"
#include "InitializerReader.h"
#include "JSONText.h"
#include "Problems.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/MemoryBuffer.h"
#include <cmath>
#include <map>

using namespace mlir::shardwise;
namespace json = llvm::json;

static constexpr llvm::StringRef kKindNames[] = {
    "trainable", "non_trainable", "optimizer", "metric", "seed", "input"};
static constexpr llvm::StringRef kRoleNames[] = {"variable", "loss", "metric",
                                                 "output"};

llvm::StringRef mlir::shardwise::getName(ArgKind kind) {
  return kKindNames[static_cast<unsigned>(kind)];
}

llvm::StringRef mlir::shardwise::getName(ResultRole role) {
  return kRoleNames[static_cast<unsigned>(role)];
}

const NoisyVariable *Tolerances::findNoisy(unsigned arg) const {
  const auto *it = llvm::find_if(
      noisy, [&](const NoisyVariable &entry) { return entry.arg == arg; });
  return it == noisy.end() ? nullptr : it;
}

std::string Manifest::describeArg(unsigned arg) const {
  return "argument " + std::to_string(arg) + " '" + args[arg].name + "'";
}

std::string Manifest::describeResult(unsigned result) const {
  return "result " + std::to_string(result) + " '" + results[result].name + "'";
}

//===----------------------------------------------------------------------===//
// ManifestReader
//===----------------------------------------------------------------------===//

namespace {

/// Reads one manifest. Every `read...` reports what is wrong and returns false
/// or nothing then.
class ManifestReader {
public:
  explicit ManifestReader(const JSONText &json) : json(json) {}
  llvm::Expected<Manifest> run();

private:
  /// An object of the text and the path to it.
  struct Node {
    const json::Object &object;
    std::string path;
    std::string at(llvm::StringRef key) const {
      return path.empty() ? key.str() : path + "." + key.str();
    }
  };

  void report(llvm::StringRef path, const llvm::Twine &message) {
    std::string prefix = path.empty() ? "" : path.str() + ": ";
    problems.add(json.locate(path) + ": " + prefix + message);
  }

  bool isAbsent(const Node &node, llvm::StringRef key) {
    const json::Value *value = node.object.get(key);
    return !value || value->kind() == json::Value::Null;
  }
  std::string readString(const Node &node, llvm::StringRef key, bool required);
  std::optional<int64_t> readInteger(const Node &node, llvm::StringRef key,
                                     int64_t minimum);
  double readLimit(const Node &node, llvm::StringRef key, double otherwise);
  void readType(const Node &node, llvm::SmallVectorImpl<int64_t> &shape,
                DType &dtype);
  std::optional<unsigned> readName(const Node &node, llvm::StringRef key,
                                   llvm::ArrayRef<llvm::StringRef> names);
  void readIndex(const Node &node, size_t position);

  void readInit(const Node &node, ManifestArg &arg);
  void readArg(const Node &node);
  void readResult(const Node &node);
  void readTolerances(const Node &node);
  void readNoisy(const Node &node);
  void forEachObject(const Node &node, llvm::StringRef key, bool required,
                     llvm::function_ref<void(const Node &, size_t)> read);

  void resolveSlot(unsigned arg);
  void resolveResult(unsigned arg, std::map<unsigned, unsigned> &owners);
  void resolveNoisy(size_t position);
  void resolveResultNames();
  void resolve();

  const JSONText &json;
  Manifest manifest;
  /// The variables that a slot can belong to, by name.
  llvm::StringMap<llvm::SmallVector<unsigned, 1>> modelVariables;
  /// What `slot_of` says, by argument.
  std::vector<std::string> slotNames;
  /// What noisy variables are called, in order.
  std::vector<std::string> noisyNames;
  Problems problems;
};

} // namespace

std::string ManifestReader::readString(const Node &node, llvm::StringRef key,
                                       bool required) {
  if (isAbsent(node, key)) {
    if (required)
      report(node.path, "'" + key + "' is missing");
    return "";
  }
  const json::Value &value = *node.object.get(key);
  std::optional<llvm::StringRef> text = value.getAsString();
  if (!text)
    report(node.at(key), "is " + printJSON(value) + ", expected a string");
  else if (required && text->empty())
    report(node.at(key), "is empty");
  return text.value_or("").str();
}

std::optional<int64_t> ManifestReader::readInteger(const Node &node,
                                                   llvm::StringRef key,
                                                   int64_t minimum) {
  if (isAbsent(node, key)) {
    report(node.path, "'" + key + "' is missing");
    return std::nullopt;
  }
  const json::Value &value = *node.object.get(key);
  std::optional<int64_t> number = value.getAsInteger();
  if (number && *number >= minimum)
    return number;
  report(node.at(key), "is " + printJSON(value) +
                           ", expected an integer of at least " +
                           llvm::Twine(minimum));
  return std::nullopt;
}

/// A tolerance: a finite number that is not negative.
double ManifestReader::readLimit(const Node &node, llvm::StringRef key,
                                 double otherwise) {
  if (isAbsent(node, key))
    return otherwise;
  const json::Value &value = *node.object.get(key);
  std::optional<double> number = value.getAsNumber();
  if (number && std::isfinite(*number) && *number >= 0)
    return *number;
  report(node.at(key),
         "is " + printJSON(value) + ", expected a number that is not negative");
  return otherwise;
}

void ManifestReader::readType(const Node &node,
                              llvm::SmallVectorImpl<int64_t> &shape,
                              DType &dtype) {
  std::string name = readString(node, "dtype", /*required=*/true);
  if (std::optional<DType> known = parseDType(name))
    dtype = *known;
  else if (!name.empty())
    report(node.at("dtype"), "'" + name + "' is not known");

  const json::Array *array = node.object.getArray("shape");
  if (!array)
    return report(node.path, "'shape' is missing or not an array");
  for (auto [position, value] : llvm::enumerate(*array)) {
    std::optional<int64_t> size = value.getAsInteger();
    if (!size || *size < 0)
      return report(node.at("shape") + "[" + std::to_string(position) + "]",
                    "is " + printJSON(value) +
                        ", expected an integer that is not negative");
    shape.push_back(*size);
  }
  if (!getNumElements(shape))
    report(node.at("shape"), "has more elements than 63 bits can count");
}

/// The position of a string among the words that are allowed.
std::optional<unsigned>
ManifestReader::readName(const Node &node, llvm::StringRef key,
                         llvm::ArrayRef<llvm::StringRef> names) {
  std::string text = readString(node, key, /*required=*/true);
  const llvm::StringRef *it = llvm::find(names, text);
  if (it != names.end())
    return it - names.begin();
  if (!text.empty())
    report(node.at(key),
           "is '" + text + "', expected one of " + llvm::join(names, ", "));
  return std::nullopt;
}

/// Checks that entries are numbered in their order.
void ManifestReader::readIndex(const Node &node, size_t position) {
  std::optional<int64_t> index = readInteger(node, "index", 0);
  if (index && static_cast<size_t>(*index) != position)
    report(node.at("index"),
           "is " + llvm::Twine(*index) + ", expected " + llvm::Twine(position));
}

/// Reads how an argument's value comes about.
void ManifestReader::readInit(const Node &node, ManifestArg &arg) {
  if (isAbsent(node, "init"))
    return;
  const json::Object *object = node.object.getObject("init");
  if (!object)
    return report(node.at("init"), "is " + printJSON(*node.object.get("init")) +
                                       ", expected an object");
  arg.init = readInitializer(
      *object, arg.dtype, [&](llvm::StringRef key, const llvm::Twine &message) {
        report(node.at("init") + (key.empty() ? "" : "." + key.str()), message);
      });
}

void ManifestReader::readArg(const Node &node) {
  ManifestArg arg;
  arg.name = readString(node, "name", /*required=*/true);
  std::optional<unsigned> role = readName(node, "role", {"variable", "input"});
  bool isInput = role == 1u;
  if (!isInput || !isAbsent(node, "kind"))
    if (std::optional<unsigned> kind = readName(node, "kind", kKindNames)) {
      arg.kind = static_cast<ArgKind>(*kind);
      if (role && isInput == arg.isVariable())
        report(node.at("kind"), "is '" + getName(arg.kind) +
                                    "', which does not fit the role " +
                                    (isInput ? "input" : "variable"));
    }
  readType(node, arg.shape, arg.dtype);
  readInit(node, arg);
  if (!isAbsent(node, "result"))
    if (std::optional<int64_t> result = readInteger(node, "result", 0))
      arg.result = static_cast<unsigned>(std::min<int64_t>(*result, ~0u));
  slotNames.push_back(readString(node, "slot_of", /*required=*/false));
  manifest.args.push_back(std::move(arg));
}

void ManifestReader::readResult(const Node &node) {
  ManifestResult result;
  result.name = readString(node, "name", /*required=*/true);
  if (std::optional<unsigned> role = readName(node, "role", kRoleNames))
    result.role = static_cast<ResultRole>(*role);
  readType(node, result.shape, result.dtype);
  manifest.results.push_back(std::move(result));
}

void ManifestReader::readNoisy(const Node &node) {
  NoisyVariable noisy;
  if (std::optional<int64_t> index = readInteger(node, "index", 0))
    noisy.arg = static_cast<unsigned>(std::min<int64_t>(*index, ~0u));
  noisy.seen = readLimit(node, "seen_of_elementwise", 0);
  noisyNames.push_back(readString(node, "name", /*required=*/false));
  manifest.tolerances.noisy.push_back(noisy);
}

void ManifestReader::readTolerances(const Node &node) {
  Tolerances &t = manifest.tolerances;
  std::pair<llvm::StringRef, double *> limits[] = {
      {"loss_rtol", &t.lossRtol},
      {"loss_atol", &t.lossAtol},
      {"output_rtol", &t.outputRtol},
      {"output_atol", &t.outputAtol},
      {"var_rtol", &t.varRtol},
      {"var_atol", &t.varAtol},
      {"update_l2_rtol", &t.updateL2Rtol},
      {"unchanged_atol", &t.unchangedAtol}};
  for (auto [key, limit] : limits)
    *limit = readLimit(node, key, *limit);
  forEachObject(node, "noisy_variables", /*required=*/false,
                [&](const Node &entry, size_t) { readNoisy(entry); });

  std::vector<std::string> unknown;
  for (const auto &member : node.object)
    if (member.first != "noisy_variables" &&
        llvm::none_of(limits, [&](const auto &limit) {
          return limit.first == llvm::StringRef(member.first);
        }))
      unknown.push_back(member.first.str());
  llvm::sort(unknown);
  for (const std::string &key : unknown)
    report(node.at(key), "is not a known tolerance");
}

/// Calls `read` for each element of an array of objects.
void ManifestReader::forEachObject(
    const Node &node, llvm::StringRef key, bool required,
    llvm::function_ref<void(const Node &, size_t)> read) {
  if (isAbsent(node, key)) {
    if (required)
      report(node.path, "'" + key + "' is missing");
    return;
  }
  const json::Array *array = node.object.getArray(key);
  if (!array)
    return report(node.at(key), "is not an array");
  for (auto [position, value] : llvm::enumerate(*array)) {
    std::string path = node.at(key) + "[" + std::to_string(position) + "]";
    if (const json::Object *object = value.getAsObject())
      read(Node{*object, path}, position);
    else
      report(path, "is " + printJSON(value) + ", expected an object");
  }
}

//===----------------------------------------------------------------------===//
// References between entries
//===----------------------------------------------------------------------===//

/// Finds the variable of the model that a slot belongs to.
void ManifestReader::resolveSlot(unsigned arg) {
  const std::string &name = slotNames[arg];
  if (name.empty())
    return;
  std::string path = "args[" + std::to_string(arg) + "].slot_of";
  if (manifest.args[arg].kind != ArgKind::Optimizer)
    return report(path, "stands at kind '" + getName(manifest.args[arg].kind) +
                            "', expected optimizer");
  llvm::ArrayRef<unsigned> found = modelVariables[name];
  if (found.size() == 1)
    manifest.args[arg].slotOf = found.front();
  else if (found.empty())
    report(path, "'" + name + "' is no trainable or non_trainable variable");
  else
    report(path, "'" + name + "' is ambiguous: arguments " +
                     llvm::Twine(found[0]) + " and " + llvm::Twine(found[1]) +
                     " have this name");
}

/// Checks the result that holds a variable's next value.
void ManifestReader::resolveResult(unsigned arg,
                                   std::map<unsigned, unsigned> &owners) {
  const ManifestArg &variable = manifest.args[arg];
  if (!variable.result)
    return;
  std::string path = "args[" + std::to_string(arg) + "].result";
  unsigned index = *variable.result;
  if (!variable.isVariable())
    return report(path, "stands at an input");
  if (index >= manifest.results.size())
    return report(path, "is " + llvm::Twine(index) + ", there are " +
                            llvm::Twine(manifest.results.size()) + " results");
  const ManifestResult &result = manifest.results[index];
  if (result.role != ResultRole::Variable)
    return report(path, "is " + llvm::Twine(index) + ", which has the role '" +
                            getName(result.role) + "', expected variable");
  if (result.dtype != variable.dtype || result.shape != variable.shape)
    report(path, "is " + llvm::Twine(index) + " of type " +
                     result.getTypeString() + ", the variable is " +
                     variable.getTypeString());
  auto [owner, isNew] = owners.try_emplace(index, arg);
  if (!isNew)
    report(path, "is " + llvm::Twine(index) + ", which " +
                     manifest.describeArg(owner->second) + " already has");
}

void ManifestReader::resolveNoisy(size_t position) {
  std::string path =
      "tolerances.noisy_variables[" + std::to_string(position) + "]";
  unsigned arg = manifest.tolerances.noisy[position].arg;
  if (arg >= manifest.args.size() || !manifest.args[arg].isVariable())
    return report(path + ".index",
                  "is " + llvm::Twine(arg) + ", which is no variable");
  const std::string &name = noisyNames[position];
  if (!name.empty() && name != manifest.args[arg].name)
    report(path + ".name",
           "is '" + name + "', but " + manifest.describeArg(arg) + " is meant");
}

/// Losses and metrics are known by name, so names must tell them apart.
void ManifestReader::resolveResultNames() {
  llvm::StringMap<unsigned> names;
  for (auto [index, result] : llvm::enumerate(manifest.results)) {
    if (result.role != ResultRole::Loss && result.role != ResultRole::Metric)
      continue;
    auto [first, isNew] = names.try_emplace(result.name, index);
    if (!isNew)
      report("results[" + std::to_string(index) + "].name",
             "'" + result.name + "' is already the name of result " +
                 llvm::Twine(first->second));
  }
}

void ManifestReader::resolve() {
  for (auto [index, arg] : llvm::enumerate(manifest.args))
    if (arg.kind == ArgKind::Trainable || arg.kind == ArgKind::NonTrainable)
      modelVariables[arg.name].push_back(index);
  std::map<unsigned, unsigned> owners;
  for (unsigned arg = 0, e = manifest.args.size(); arg < e; ++arg) {
    resolveSlot(arg);
    resolveResult(arg, owners);
  }
  for (auto [index, result] : llvm::enumerate(manifest.results))
    if (result.role == ResultRole::Variable && !owners.count(index))
      report("results[" + std::to_string(index) + "]",
             "is the next value of a variable, but no argument has it");
  resolveResultNames();
  for (size_t i = 0, e = noisyNames.size(); i < e; ++i)
    resolveNoisy(i);
}

llvm::Expected<Manifest> ManifestReader::run() {
  const json::Object *object = json.getRoot().getAsObject();
  if (!object)
    return llvm::createStringError(json.locate("") + ": is not an object");
  for (const std::string &path : json.getDuplicates())
    report(path, "is there twice");
  Node root{*object, ""};
  manifest.name = readString(root, "name", /*required=*/true);
  manifest.framework = readString(root, "framework", /*required=*/false);
  manifest.description = readString(root, "description", /*required=*/false);
  if (!isAbsent(root, "entry"))
    manifest.entry = readString(root, "entry", /*required=*/true);
  if (std::optional<int64_t> steps = readInteger(root, "steps", 1))
    manifest.steps = *steps;
  forEachObject(root, "args", /*required=*/true,
                [&](const Node &node, size_t position) {
                  readIndex(node, position);
                  readArg(node);
                });
  forEachObject(root, "results", /*required=*/true,
                [&](const Node &node, size_t position) {
                  readIndex(node, position);
                  readResult(node);
                });
  if (!isAbsent(root, "tolerances")) {
    if (const json::Object *tolerances = object->getObject("tolerances"))
      readTolerances({*tolerances, "tolerances"});
    else
      report("tolerances", "is not an object");
  }
  if (problems.empty())
    resolve();
  if (!problems.empty())
    return problems.take();
  return std::move(manifest);
}

llvm::Expected<Manifest> Manifest::parse(llvm::StringRef text,
                                         llvm::StringRef file) {
  llvm::Expected<JSONText> json = JSONText::parse(text, file);
  if (!json)
    return json.takeError();
  return ManifestReader(*json).run();
}

llvm::Expected<Manifest> Manifest::read(llvm::StringRef path) {
  auto buffer = llvm::MemoryBuffer::getFile(path);
  if (!buffer)
    return llvm::createStringError(
        buffer.getError(),
        path + ": cannot be read: " + buffer.getError().message());
  return parse((*buffer)->getBuffer(), path);
}
