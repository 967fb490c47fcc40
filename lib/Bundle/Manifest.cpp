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
#include "shardwise/Support/Error.h"
#include "shardwise/Support/Files.h"
#include "shardwise/Support/Ranges.h"
#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <span>
#include <string_view>
#include <vector>

using namespace shardwise;

static constexpr std::string_view kKindNames[] = {
    "trainable", "non_trainable", "optimizer", "metric", "seed", "input"};
static constexpr std::string_view kArgRoles[] = {"variable", "input"};
static constexpr std::string_view kRoleNames[] = {"variable", "loss", "metric",
                                                  "output"};

std::string_view shardwise::getName(ArgKind kind) {
  return kKindNames[static_cast<unsigned>(kind)];
}

std::string_view shardwise::getName(ResultRole role) {
  return kRoleNames[static_cast<unsigned>(role)];
}

const NoisyVariable *Tolerances::findNoisy(unsigned arg) const {
  auto it = std::ranges::find(noisy, arg, &NoisyVariable::arg);
  return it == noisy.end() ? nullptr : &*it;
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
  Expected<Manifest> run();

private:
  /// An object of the text and the path to it.
  struct Node {
    const Json &object;
    std::string path;
    std::string at(std::string_view key) const {
      return path.empty() ? std::string(key) : path + "." + std::string(key);
    }
  };

  void report(std::string_view path, std::string_view message) {
    // Finding the place goes over the text.
    problems.add([&] {
      return formatText("{}: {}{}{}", json.locate(path), path,
                        path.empty() ? "" : ": ", message);
    });
  }

  bool isAbsent(const Node &node, std::string_view key) {
    const Json *value = getMember(node.object, key);
    return !value || value->is_null();
  }
  std::string readString(const Node &node, std::string_view key, bool required);
  std::optional<int64_t> readInteger(const Node &node, std::string_view key,
                                     int64_t minimum);
  double readLimit(const Node &node, std::string_view key, double otherwise);
  void readType(const Node &node, std::vector<int64_t> &shape, DType &dtype);
  std::optional<unsigned> readName(const Node &node, std::string_view key,
                                   std::span<const std::string_view> names);
  void readIndex(const Node &node, size_t position);

  void readInit(const Node &node, ManifestArg &arg);
  void readArg(const Node &node);
  void readResult(const Node &node);
  void readTolerances(const Node &node);
  void readNoisy(const Node &node);
  void forEachObject(const Node &node, std::string_view key, bool required,
                     const std::function<void(const Node &, size_t)> &read);

  void resolveSlot(unsigned arg);
  void resolveResult(unsigned arg, std::map<unsigned, unsigned> &owners);
  void resolveNoisy(size_t position);
  void resolveResultNames();
  void resolve();

  const JSONText &json;
  Manifest manifest;
  /// The variables that a slot can belong to, by name.
  std::map<std::string, std::vector<unsigned>> modelVariables;
  /// What `slot_of` says, by argument.
  std::vector<std::string> slotNames;
  /// What noisy variables are called, in order.
  std::vector<std::string> noisyNames;
  Problems problems;
};

} // namespace

std::string ManifestReader::readString(const Node &node, std::string_view key,
                                       bool required) {
  if (isAbsent(node, key)) {
    if (required)
      report(node.path, formatText("'{}' is missing", key));
    return "";
  }
  const Json &value = *getMember(node.object, key);
  const std::string *text = getString(value);
  if (!text)
    report(node.at(key),
           formatText("is {}, expected a string", printJSON(value)));
  else if (required && text->empty())
    report(node.at(key), "is empty");
  return text ? *text : "";
}

std::optional<int64_t> ManifestReader::readInteger(const Node &node,
                                                   std::string_view key,
                                                   int64_t minimum) {
  if (isAbsent(node, key)) {
    report(node.path, formatText("'{}' is missing", key));
    return std::nullopt;
  }
  const Json &value = *getMember(node.object, key);
  std::optional<int64_t> number = getInteger(value);
  if (number && *number >= minimum)
    return number;
  report(node.at(key), formatText("is {}, expected an integer of at least {}",
                                  printJSON(value), minimum));
  return std::nullopt;
}

/// A tolerance: a finite number that is not negative.
double ManifestReader::readLimit(const Node &node, std::string_view key,
                                 double otherwise) {
  if (isAbsent(node, key))
    return otherwise;
  const Json &value = *getMember(node.object, key);
  std::optional<double> number = getNumber(value);
  if (number && std::isfinite(*number) && *number >= 0)
    return *number;
  report(node.at(key),
         formatText("is {}, expected a number that is not negative",
                    printJSON(value)));
  return otherwise;
}

void ManifestReader::readType(const Node &node, std::vector<int64_t> &shape,
                              DType &dtype) {
  std::string name = readString(node, "dtype", /*required=*/true);
  if (std::optional<DType> known = parseDType(name))
    dtype = *known;
  else if (!name.empty())
    report(node.at("dtype"), formatText("'{}' is not known", name));

  const Json *array = getArray(node.object, "shape");
  if (!array)
    return report(node.path, "'shape' is missing or not an array");
  for (auto [position, value] : enumerate(*array)) {
    std::optional<int64_t> size = getInteger(value);
    if (!size || *size < 0)
      return report(
          node.at("shape") + "[" + std::to_string(position) + "]",
          formatText("is {}, expected an integer that is not negative",
                     printJSON(value)));
    shape.push_back(*size);
  }
  if (!getNumBytes(dtype, shape))
    report(node.at("shape"), "has more bytes than 63 bits can count");
}

/// The position of a string among the words that are allowed.
std::optional<unsigned>
ManifestReader::readName(const Node &node, std::string_view key,
                         std::span<const std::string_view> names) {
  std::string text = readString(node, key, /*required=*/true);
  auto it = std::ranges::find(names, std::string_view(text));
  if (it != names.end())
    return it - names.begin();
  if (!text.empty())
    report(node.at(key), formatText("is '{}', expected one of {}", text,
                                    join(names, ", ", std::identity())));
  return std::nullopt;
}

/// Checks that entries are numbered in their order.
void ManifestReader::readIndex(const Node &node, size_t position) {
  std::optional<int64_t> index = readInteger(node, "index", 0);
  if (index && static_cast<size_t>(*index) != position)
    report(node.at("index"),
           formatText("is {}, expected {}", *index, position));
}

/// Reads how an argument's value comes about.
void ManifestReader::readInit(const Node &node, ManifestArg &arg) {
  if (isAbsent(node, "init"))
    return;
  const Json *object = getObject(node.object, "init");
  if (!object)
    return report(node.at("init"),
                  formatText("is {}, expected an object",
                             printJSON(*getMember(node.object, "init"))));
  arg.init = readInitializer(
      *object, arg.dtype, [&](std::string_view key, std::string_view message) {
        report(node.at("init") + (key.empty() ? "" : "." + std::string(key)),
               message);
      });
}

void ManifestReader::readArg(const Node &node) {
  ManifestArg arg;
  arg.name = readString(node, "name", /*required=*/true);
  std::optional<unsigned> role = readName(node, "role", kArgRoles);
  bool isInput = role == 1u;
  if (!isInput || !isAbsent(node, "kind"))
    if (std::optional<unsigned> kind = readName(node, "kind", kKindNames)) {
      arg.kind = static_cast<ArgKind>(*kind);
      if (role && isInput == arg.isVariable())
        report(node.at("kind"),
               formatText("is '{}', which does not fit the role {}",
                          getName(arg.kind), isInput ? "input" : "variable"));
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
  std::pair<std::string_view, double *> limits[] = {
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

  // In the order of the keys.
  for (const auto &[key, value] : node.object.items()) {
    auto isKey = [&](const auto &limit) { return limit.first == key; };
    if (key != "noisy_variables" && std::ranges::none_of(limits, isKey))
      report(node.at(key), "is not a known tolerance");
  }
}

/// Calls `read` for each element of an array of objects.
void ManifestReader::forEachObject(
    const Node &node, std::string_view key, bool required,
    const std::function<void(const Node &, size_t)> &read) {
  if (isAbsent(node, key)) {
    if (required)
      report(node.path, formatText("'{}' is missing", key));
    return;
  }
  const Json *array = getArray(node.object, key);
  if (!array)
    return report(node.at(key), "is not an array");
  for (auto [position, value] : enumerate(*array)) {
    std::string path = node.at(key) + "[" + std::to_string(position) + "]";
    if (value.is_object())
      read(Node{value, path}, position);
    else
      report(path, formatText("is {}, expected an object", printJSON(value)));
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
    return report(path, formatText("stands at kind '{}', expected optimizer",
                                   getName(manifest.args[arg].kind)));
  std::span<const unsigned> found = modelVariables[name];
  if (found.size() == 1)
    manifest.args[arg].slotOf = found.front();
  else if (found.empty())
    report(path,
           formatText("'{}' is no trainable or non_trainable variable", name));
  else
    report(path,
           formatText("'{}' is ambiguous: arguments {} and {} have this name",
                      name, found[0], found[1]));
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
    return report(path, formatText("is {}, there are {} results", index,
                                   manifest.results.size()));
  const ManifestResult &result = manifest.results[index];
  if (result.role != ResultRole::Variable)
    return report(
        path, formatText("is {}, which has the role '{}', expected variable",
                         index, getName(result.role)));
  if (result.dtype != variable.dtype || result.shape != variable.shape)
    report(path, formatText("is {} of type {}, the variable is {}", index,
                            result.getTypeString(), variable.getTypeString()));
  auto [owner, isNew] = owners.try_emplace(index, arg);
  if (!isNew)
    report(path, formatText("is {}, which {} already has", index,
                            manifest.describeArg(owner->second)));
}

void ManifestReader::resolveNoisy(size_t position) {
  std::string path =
      "tolerances.noisy_variables[" + std::to_string(position) + "]";
  unsigned arg = manifest.tolerances.noisy[position].arg;
  if (arg >= manifest.args.size() || !manifest.args[arg].isVariable())
    return report(path + ".index",
                  formatText("is {}, which is no variable", arg));
  const std::string &name = noisyNames[position];
  if (!name.empty() && name != manifest.args[arg].name)
    report(path + ".name", formatText("is '{}', but {} is meant", name,
                                      manifest.describeArg(arg)));
}

/// Losses and metrics are known by name, so names must tell them apart.
void ManifestReader::resolveResultNames() {
  std::map<std::string, unsigned> names;
  for (auto [index, result] : enumerate(manifest.results)) {
    if (result.role != ResultRole::Loss && result.role != ResultRole::Metric)
      continue;
    auto [first, isNew] = names.try_emplace(result.name, index);
    if (!isNew)
      report("results[" + std::to_string(index) + "].name",
             formatText("'{}' is already the name of result {}", result.name,
                        first->second));
  }
}

void ManifestReader::resolve() {
  for (auto [index, arg] : enumerate(manifest.args))
    if (arg.kind == ArgKind::Trainable || arg.kind == ArgKind::NonTrainable)
      modelVariables[arg.name].push_back(index);
  std::map<unsigned, unsigned> owners;
  for (unsigned arg = 0, e = manifest.args.size(); arg < e; ++arg) {
    resolveSlot(arg);
    resolveResult(arg, owners);
  }
  for (auto [index, result] : enumerate(manifest.results))
    if (result.role == ResultRole::Variable && !owners.count(index))
      report("results[" + std::to_string(index) + "]",
             "is the next value of a variable, but no argument has it");
  resolveResultNames();
  for (size_t i = 0, e = noisyNames.size(); i < e; ++i)
    resolveNoisy(i);
}

Expected<Manifest> ManifestReader::run() {
  const Json &object = json.getRoot();
  if (!object.is_object())
    return makeError("{}: is not an object", json.locate(""));
  for (const std::string &path : json.getDuplicates())
    report(path, "is there twice");
  Node root{object, ""};
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
    if (const Json *tolerances = getObject(object, "tolerances"))
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

Expected<Manifest> Manifest::parse(std::string_view text,
                                   std::string_view file) {
  Expected<JSONText> json = JSONText::parse(text, file);
  if (!json)
    return json.takeError();
  return ManifestReader(*json).run();
}

Expected<Manifest> Manifest::read(std::string_view path) {
  Expected<std::string> text = readFile(std::string(path));
  if (!text)
    return makeError("{}: cannot be read: {}", path,
                     toString(text.takeError()));
  return parse(*text, path);
}
