//===- LayoutMap.cpp - A user's rules, by variable path -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads a layout map from a tree of JSON values and checks all that can be said
// without knowing the variables. Whatever is wrong in one part, the others are
// still read, so that a file's problems are all reported at once.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Layouts/LayoutMap.h"
#include "JsonTree.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSwitch.h"

using namespace mlir::shardwise;

namespace {
class LayoutMapReader {
public:
  LayoutMapReader(llvm::SmallVectorImpl<LayoutProblem> &problems)
      : problems(problems) {}

  LayoutMap map;

  void readFile(const JsonNode &root);

private:
  /// Adds a problem, keeping the order of the text.
  void report(const JsonNode &node, const llvm::Twine &message) {
    LayoutProblem problem{node.position, message.str()};
    auto *place =
        std::upper_bound(problems.begin(), problems.end(), problem,
                         [](const auto &a, const auto &b) {
                           return std::tie(a.position.line, a.position.column) <
                                  std::tie(b.position.line, b.position.column);
                         });
    problems.insert(place, std::move(problem));
  }
  /// Reports a value that is not of a kind; `what` names it.
  bool expect(const JsonNode &node, JsonNode::Kind kind,
              const llvm::Twine &what);
  /// Calls `read` with each value of an object and its key; a key that `read`
  /// does not know, or that comes twice, is reported.
  void
  readObject(const JsonNode &node, llvm::StringRef known,
             llvm::function_ref<bool(llvm::StringRef, const JsonNode &)> read);

  void readMesh(const JsonNode &node);
  void readAxes(const JsonNode &node);
  bool readAxis(const JsonNode &node);
  void readDeviceOrder(const JsonNode &node);
  void readStrategy(const JsonNode &node);
  void readBatchAxis(const JsonNode *node);
  void readRules(const JsonNode &node);
  void readRule(const JsonNode &key, const JsonNode &dims);
  void readDimension(const JsonNode &node, LayoutRule &rule);
  void readRuleAxis(const JsonNode &node, LayoutRule &rule);

  /// The names of the mesh's axes, for messages.
  std::string listAxes() const {
    return llvm::join(llvm::map_range(map.axes,
                                      [](const MeshAxis &axis) {
                                        return "\"" + axis.name + "\"";
                                      }),
                      ", ");
  }
  bool isAxis(llvm::StringRef name) const {
    return llvm::any_of(
        map.axes, [&](const MeshAxis &axis) { return axis.name == name; });
  }

  llvm::SmallVectorImpl<LayoutProblem> &problems;
  /// Whether the axes are all known, so that names can be held against them.
  bool axesAreKnown = false;
  /// The lines of axes and of keys, to name the first of two.
  llvm::StringMap<unsigned> axisLines, keyLines;
};
} // namespace

bool LayoutMapReader::expect(const JsonNode &node, JsonNode::Kind kind,
                             const llvm::Twine &what) {
  if (node.kind == kind)
    return true;
  JsonNode expected;
  expected.kind = kind;
  report(node,
         what + " is " + node.describe() + ", expected " + expected.describe());
  return false;
}

void LayoutMapReader::readObject(
    const JsonNode &node, llvm::StringRef known,
    llvm::function_ref<bool(llvm::StringRef, const JsonNode &)> read) {
  llvm::StringMap<unsigned> lines;
  for (size_t i = 0; i + 1 < node.items.size(); i += 2) {
    const JsonNode &key = node.items[i];
    auto [first, isNew] = lines.try_emplace(key.text, key.position.line);
    if (!isNew)
      report(key, "\"" + key.text + "\" is given twice, first on line " +
                      llvm::Twine(first->second));
    else if (!read(key.text, node.items[i + 1]))
      report(key, "unknown key \"" + key.text + "\", expected one of " + known);
  }
}

//===----------------------------------------------------------------------===//
// Mesh
//===----------------------------------------------------------------------===//

/// One [name, size].
bool LayoutMapReader::readAxis(const JsonNode &node) {
  if (!expect(node, JsonNode::Array, "a mesh axis"))
    return false;
  if (node.items.size() != 2) {
    report(node, "a mesh axis has " + llvm::Twine(node.items.size()) +
                     " entries, expected a name and a size");
    return false;
  }
  const JsonNode &name = node.items[0], &size = node.items[1];
  bool named = expect(name, JsonNode::String, "the name of a mesh axis");
  std::optional<int64_t> value = size.getInteger();
  if (!value || *value < 1)
    report(size, "the size of a mesh axis is " +
                     (size.text.empty() ? size.describe().str() : size.text) +
                     ", expected an integer of at least 1");
  if (!named)
    return false;
  if (name.text.empty())
    report(name, "a mesh axis has an empty name");
  auto [first, isNew] = axisLines.try_emplace(name.text, name.position.line);
  if (!isNew)
    report(name, "mesh axis \"" + name.text +
                     "\" is named twice, first on line " +
                     llvm::Twine(first->second));
  else
    map.axes.push_back({name.text, value ? *value : 0});
  return isNew && !name.text.empty() && value && *value >= 1;
}

void LayoutMapReader::readAxes(const JsonNode &node) {
  if (!expect(node, JsonNode::Array, "\"axes\""))
    return;
  if (node.items.empty())
    return report(node, "the mesh has no axes");
  axesAreKnown = true;
  bool valid = true;
  for (const JsonNode &axis : node.items)
    valid &= readAxis(axis);
  if (!valid)
    return;
  if (std::optional<std::string> problem = Mesh::validate(map.axes, {})) {
    report(node, *problem);
    valid = false;
  }
}

void LayoutMapReader::readDeviceOrder(const JsonNode &node) {
  if (!expect(node, JsonNode::Array, "the device order"))
    return;
  bool valid = true;
  for (const JsonNode &item : node.items) {
    std::optional<int64_t> rank = item.getInteger();
    valid &= rank.has_value();
    if (rank)
      map.deviceOrder.push_back(*rank);
    else
      report(item, "an entry of the device order is " + item.describe() +
                       ", expected an integer");
  }
  if (!valid || !axesAreKnown || Mesh::validate(map.axes, {}))
    return;
  if (node.items.empty())
    return report(node, "the device order is empty");
  if (auto problem = Mesh::validate(map.axes, map.deviceOrder))
    report(node, *problem);
}

void LayoutMapReader::readMesh(const JsonNode &node) {
  if (!expect(node, JsonNode::Object, "\"mesh\""))
    return;
  const JsonNode *axes = nullptr, *order = nullptr;
  readObject(node, "axes, device_order, devices",
             [&](llvm::StringRef key, const JsonNode &value) {
               if (key == "axes") {
                 axes = &value;
                 return true;
               }
               if (key != "device_order" && key != "devices")
                 return false;
               if (order)
                 report(value, "the device order is given twice, first on "
                               "line " +
                                   llvm::Twine(order->position.line));
               order = &value;
               return true;
             });
  if (axes)
    readAxes(*axes);
  else
    report(node, "the mesh has no \"axes\"");
  if (order)
    readDeviceOrder(*order);
}

//===----------------------------------------------------------------------===//
// Rules
//===----------------------------------------------------------------------===//

void LayoutMapReader::readRuleAxis(const JsonNode &node, LayoutRule &rule) {
  if (axesAreKnown && !isAxis(node.text))
    return report(node, "rule \"" + rule.key + "\" names axis \"" + node.text +
                            "\", the mesh has " + listAxes());
  for (const auto &dim : rule.dims)
    if (llvm::is_contained(dim, node.text))
      return report(node, "rule \"" + rule.key + "\" uses axis \"" + node.text +
                              "\" twice");
  rule.dims.back().push_back(node.text);
}

void LayoutMapReader::readDimension(const JsonNode &node, LayoutRule &rule) {
  std::string what = "dimension " + std::to_string(rule.dims.size()) +
                     " of rule \"" + rule.key + "\"";
  rule.dims.emplace_back();
  switch (node.kind) {
  case JsonNode::Null:
    return;
  case JsonNode::String:
    return readRuleAxis(node, rule);
  case JsonNode::Array:
    for (const JsonNode &axis : node.items)
      if (expect(axis, JsonNode::String, "an axis of " + what))
        readRuleAxis(axis, rule);
    return;
  default:
    report(node, what + " is " + node.describe() +
                     ", expected null, an axis or an array of axes");
  }
}

void LayoutMapReader::readRule(const JsonNode &key, const JsonNode &dims) {
  LayoutRule rule;
  rule.key = key.text;
  rule.position = key.position;
  auto [first, isNew] = keyLines.try_emplace(key.text, key.position.line);
  if (!isNew)
    report(key, "rule \"" + key.text + "\" is given twice, first on line " +
                    llvm::Twine(first->second));
  std::string error;
  if (!LayoutPattern::compile(key.text, error))
    report(key, "rule \"" + key.text + "\" is no regular expression: " + error);
  if (!expect(dims, JsonNode::Array, "the layout of rule \"" + key.text + "\""))
    return;
  for (const JsonNode &dim : dims.items)
    readDimension(dim, rule);
  map.rules.push_back(std::move(rule));
}

void LayoutMapReader::readRules(const JsonNode &node) {
  if (node.kind == JsonNode::Object) {
    for (size_t i = 0; i + 1 < node.items.size(); i += 2)
      readRule(node.items[i], node.items[i + 1]);
    return;
  }
  if (node.kind != JsonNode::Array)
    return report(node, "\"layout_map\" is " + node.describe() +
                            ", expected an array or an object");
  for (const JsonNode &rule : node.items) {
    if (!expect(rule, JsonNode::Array, "a rule"))
      continue;
    if (rule.items.size() != 2)
      report(rule, "a rule has " + llvm::Twine(rule.items.size()) +
                       " entries, expected a key and a layout");
    else if (expect(rule.items[0], JsonNode::String, "the key of a rule"))
      readRule(rule.items[0], rule.items[1]);
  }
}

//===----------------------------------------------------------------------===//
// The file
//===----------------------------------------------------------------------===//

void LayoutMapReader::readStrategy(const JsonNode &node) {
  if (!expect(node, JsonNode::String, "\"strategy\""))
    return;
  auto strategy = llvm::StringSwitch<std::optional<Strategy>>(node.text)
                      .Case("data_parallel", Strategy::DataParallel)
                      .Case("model_parallel", Strategy::ModelParallel)
                      .Default(std::nullopt);
  if (strategy)
    map.strategy = *strategy;
  else
    report(node, "unknown strategy \"" + node.text +
                     "\", expected \"data_parallel\" or \"model_parallel\"");
}

void LayoutMapReader::readBatchAxis(const JsonNode *node) {
  if (!node) {
    if (!map.axes.empty())
      map.batchAxis = map.axes.front().name;
    return;
  }
  if (!expect(*node, JsonNode::String, "\"batch_axis\""))
    return;
  map.batchAxis = node->text;
  if (axesAreKnown && !isAxis(node->text))
    report(*node, "batch axis \"" + node->text +
                      "\" is no axis of the mesh, which has " + listAxes());
}

void LayoutMapReader::readFile(const JsonNode &root) {
  map.position = root.position;
  if (!expect(root, JsonNode::Object, "the layout file"))
    return;
  // The mesh comes first, wherever it stands: the rest is held against it.
  const JsonNode *mesh = nullptr, *strategy = nullptr, *batchAxis = nullptr,
                 *rules = nullptr;
  readObject(
      root, "mesh, strategy, batch_axis, layout_map, expect, reason, note",
      [&](llvm::StringRef key, const JsonNode &value) {
        if (key == "expect" || key == "reason" || key == "note")
          return true;
        const JsonNode **slot = llvm::StringSwitch<const JsonNode **>(key)
                                    .Case("mesh", &mesh)
                                    .Case("strategy", &strategy)
                                    .Case("batch_axis", &batchAxis)
                                    .Case("layout_map", &rules)
                                    .Default(nullptr);
        if (slot)
          *slot = &value;
        return slot != nullptr;
      });
  if (mesh)
    readMesh(*mesh);
  else
    report(root, "the layout file has no \"mesh\"");
  if (strategy)
    readStrategy(*strategy);
  readBatchAxis(batchAxis);
  if (rules)
    readRules(*rules);
}

std::optional<LayoutMap> mlir::shardwise::parseLayoutMap(
    llvm::StringRef text, llvm::SmallVectorImpl<LayoutProblem> &problems) {
  llvm::SmallVector<LayoutProblem> found;
  std::optional<JsonNode> root = parseJsonTree(text, found);
  LayoutMapReader reader(found);
  if (root)
    reader.readFile(*root);
  problems.append(found);
  if (!found.empty())
    return std::nullopt;
  return std::move(reader.map);
}
