//===- FactsFile.cpp - Facts in a compiled step ---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FactsFile.h"
#include "llvm/Support/JSON.h"

using namespace mlir::shardwise;
using namespace mlir::shardwise::tools;
using llvm::json::Array;
using llvm::json::Object;
using llvm::json::ObjectMapper;
using llvm::json::Path;
using llvm::json::Value;

//===----------------------------------------------------------------------===//
// Writing
//===----------------------------------------------------------------------===//

namespace mlir::shardwise::tools {
static Value toJSON(const TensorFacts &facts) {
  return Object{{"name", facts.name},
                {"rule", facts.rule},
                {"rule_location", facts.ruleLocation},
                {"sharding", facts.sharding},
                {"replicated", facts.isReplicated},
                {"slot_of", facts.slotOf},
                {"global_shape", Array(facts.globalShape)},
                {"local_shape", Array(facts.localShape)},
                {"dtype", getName(facts.dtype)}};
}

static Value toJSON(const CollectiveFacts &facts) {
  return Object{{"kind", facts.kind},
                {"axes", facts.axes},
                {"count", facts.count},
                {"bytes_per_device", facts.bytesPerDevice}};
}

static Value toJSON(const OverlapFacts &facts) {
  return Object{{"name", facts.name},
                {"bytes_per_device", facts.bytesPerDevice},
                {"seconds", facts.seconds},
                {"hidden_seconds", facts.hiddenSeconds},
                {"beside", facts.beside}};
}

static Value toJSON(const RemarkFacts &facts) {
  return Object{
      {"text", facts.text}, {"place", facts.place}, {"count", facts.count}};
}

static Value toJSON(const PhaseFacts &facts) {
  return Object{{"name", facts.name}, {"seconds", facts.seconds}};
}

template <typename T> static Array toArray(const std::vector<T> &list) {
  Array array;
  for (const T &element : list)
    array.push_back(toJSON(element));
  return array;
}

//===----------------------------------------------------------------------===//
// Reading
//===----------------------------------------------------------------------===//

static bool fromJSON(const Value &value, TensorFacts &facts, Path path) {
  std::string dtype;
  std::vector<int64_t> global, local;
  ObjectMapper map(value, path);
  if (!map || !map.map("name", facts.name) || !map.map("rule", facts.rule) ||
      !map.map("rule_location", facts.ruleLocation) ||
      !map.map("sharding", facts.sharding) ||
      !map.map("replicated", facts.isReplicated) ||
      !map.map("slot_of", facts.slotOf) || !map.map("global_shape", global) ||
      !map.map("local_shape", local) || !map.map("dtype", dtype))
    return false;
  facts.globalShape.assign(global.begin(), global.end());
  facts.localShape.assign(local.begin(), local.end());
  if (std::optional<DType> known = parseDType(dtype)) {
    facts.dtype = *known;
    return true;
  }
  path.field("dtype").report("unknown element type");
  return false;
}

static bool fromJSON(const Value &value, CollectiveFacts &facts, Path path) {
  ObjectMapper map(value, path);
  return map && map.map("kind", facts.kind) && map.map("axes", facts.axes) &&
         map.map("count", facts.count) &&
         map.map("bytes_per_device", facts.bytesPerDevice);
}

static bool fromJSON(const Value &value, OverlapFacts &facts, Path path) {
  ObjectMapper map(value, path);
  return map && map.map("name", facts.name) &&
         map.map("bytes_per_device", facts.bytesPerDevice) &&
         map.map("seconds", facts.seconds) &&
         map.map("hidden_seconds", facts.hiddenSeconds) &&
         map.map("beside", facts.beside);
}

static bool fromJSON(const Value &value, RemarkFacts &facts, Path path) {
  ObjectMapper map(value, path);
  return map && map.map("text", facts.text) && map.map("place", facts.place) &&
         map.map("count", facts.count);
}

static bool fromJSON(const Value &value, PhaseFacts &facts, Path path) {
  ObjectMapper map(value, path);
  return map && map.map("name", facts.name) &&
         map.map("seconds", facts.seconds);
}

static bool fromJSON(const Value &value, CompileFacts &facts, Path path) {
  ObjectMapper map(value, path);
  return map && map.map("mesh", facts.mesh) &&
         map.map("devices", facts.numDevices) &&
         map.map("strategy", facts.strategy) &&
         map.map("batch_axis", facts.batchAxis) &&
         map.mapOptional("bundle", facts.bundle) &&
         map.map("layouts", facts.layouts) && map.map("target", facts.target) &&
         map.map("variables", facts.variables) &&
         map.map("inputs", facts.inputs) &&
         map.map("collectives", facts.collectives) &&
         map.map("overlaps", facts.overlaps) &&
         map.map("attentions", facts.numAttentions) &&
         map.map("attention_gradients", facts.numAttentionGrads) &&
         map.map("remarks", facts.remarks) && map.map("phases", facts.phases) &&
         map.map("operations", facts.numOperations) &&
         map.map("arena_bytes", facts.arenaBytes) &&
         map.map("shard_bytes", facts.shardBytes);
}
} // namespace mlir::shardwise::tools

std::string tools::serialize(const CompileFacts &facts) {
  std::string text;
  llvm::raw_string_ostream os(text);
  os << Value(Object{{"mesh", facts.mesh},
                     {"devices", facts.numDevices},
                     {"strategy", facts.strategy},
                     {"batch_axis", facts.batchAxis},
                     {"bundle", facts.bundle},
                     {"layouts", facts.layouts},
                     {"target", facts.target},
                     {"variables", toArray(facts.variables)},
                     {"inputs", toArray(facts.inputs)},
                     {"collectives", toArray(facts.collectives)},
                     {"overlaps", toArray(facts.overlaps)},
                     {"attentions", facts.numAttentions},
                     {"attention_gradients", facts.numAttentionGrads},
                     {"remarks", toArray(facts.remarks)},
                     {"phases", toArray(facts.phases)},
                     {"operations", facts.numOperations},
                     {"arena_bytes", facts.arenaBytes},
                     {"shard_bytes", facts.shardBytes}});
  return text;
}

llvm::Expected<CompileFacts> tools::parseFacts(llvm::StringRef text) {
  auto value = llvm::json::parse(text);
  if (!value)
    return value.takeError();
  CompileFacts facts;
  Path::Root root("facts");
  if (fromJSON(*value, facts, root))
    return facts;
  return root.getError();
}
