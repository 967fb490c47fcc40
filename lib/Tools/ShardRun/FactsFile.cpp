//===- FactsFile.cpp - Facts in a compiled step ---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each struct has one function that names its fields, for reading and for
// writing, so that the two cannot disagree. The reader remembers the first
// problem and its place, "facts.variables[2].dtype".
//
//===----------------------------------------------------------------------===//

#include "FactsFile.h"
#include "JSON.h"

using namespace shardwise;
using namespace shardwise::tools;

//===----------------------------------------------------------------------===//
// Values
//===----------------------------------------------------------------------===//

namespace {
/// Makes an object of the fields that it is shown.
class Writer {
public:
  JSON value = JSON::object();

  template <typename T> void field(const char *key, T &member) {
    value[key] = write(member);
  }
  template <typename T> void optional(const char *key, T &member) {
    field(key, member);
  }

private:
  template <typename T> static JSON write(T &member);
  static JSON write(DType &type) { return getName(type); }
  template <typename T> static JSON write(std::vector<T> &list) {
    JSON array = JSON::array();
    for (T &element : list)
      array.push_back(write(element));
    return array;
  }
};

/// Sets the fields that it is shown from an object.
class Reader {
public:
  Reader(const JSON &value, std::string place, std::string &problem)
      : value(value), place(std::move(place)), problem(problem) {
    if (!value.is_object())
      fail("object");
  }

  template <typename T> void field(const char *key, T &member) {
    if (!problem.empty())
      return;
    auto it = value.find(key);
    if (it == value.end())
      problem = "missing value at " + place + "." + key;
    else
      Reader(*it, place + "." + key, problem, 0).read(member);
  }
  /// A field that may be missing.
  template <typename T> void optional(const char *key, T &member) {
    if (value.is_object() && value.contains(key))
      field(key, member);
  }

private:
  Reader(const JSON &value, std::string place, std::string &problem, int)
      : value(value), place(std::move(place)), problem(problem) {}

  void fail(const char *expected) {
    if (problem.empty())
      problem = std::string("expected ") + expected + " at " + place;
  }
  void read(std::string &member) {
    if (!value.is_string())
      return fail("string");
    member = value.get_ref<const std::string &>();
  }
  void read(bool &member) {
    if (!value.is_boolean())
      return fail("boolean");
    member = value.get<bool>();
  }
  void read(int64_t &member) {
    if (!value.is_number_integer())
      return fail("integer");
    member = value.get<int64_t>();
  }
  void read(double &member) {
    if (value.is_number())
      member = value.get<double>();
    else if (!value.is_null())
      fail("number");
  }
  void read(DType &member) {
    std::string name;
    read(name);
    std::optional<DType> known = parseDType(name);
    if (known)
      member = *known;
    else
      fail("an element type");
  }
  template <typename T> void read(std::vector<T> &list) {
    if (!value.is_array())
      return fail("array");
    for (const JSON &element : value)
      Reader(element, place + "[" + std::to_string(list.size()) + "]", problem,
             0)
          .read(list.emplace_back());
  }
  template <typename T> void read(T &facts);

  const JSON &value;
  std::string place;
  std::string &problem;
};
} // namespace

//===----------------------------------------------------------------------===//
// Fields
//===----------------------------------------------------------------------===//

template <typename A> static void visit(A &archive, TensorFacts &facts) {
  archive.field("name", facts.name);
  archive.field("rule", facts.rule);
  archive.field("rule_location", facts.ruleLocation);
  archive.field("sharding", facts.sharding);
  archive.field("replicated", facts.isReplicated);
  archive.field("slot_of", facts.slotOf);
  archive.field("global_shape", facts.globalShape);
  archive.field("local_shape", facts.localShape);
  archive.field("dtype", facts.dtype);
}

template <typename A> static void visit(A &archive, CollectiveFacts &facts) {
  archive.field("kind", facts.kind);
  archive.field("axes", facts.axes);
  archive.field("count", facts.count);
  archive.field("bytes_per_device", facts.bytesPerDevice);
}

template <typename A> static void visit(A &archive, OverlapFacts &facts) {
  archive.field("name", facts.name);
  archive.field("bytes_per_device", facts.bytesPerDevice);
  archive.field("seconds", facts.seconds);
  archive.field("hidden_seconds", facts.hiddenSeconds);
  archive.field("beside", facts.beside);
}

template <typename A> static void visit(A &archive, RemarkFacts &facts) {
  archive.field("text", facts.text);
  archive.field("place", facts.place);
  archive.field("count", facts.count);
}

template <typename A> static void visit(A &archive, PhaseFacts &facts) {
  archive.field("name", facts.name);
  archive.field("seconds", facts.seconds);
}

template <typename A> static void visit(A &archive, CompileFacts &facts) {
  archive.field("mesh", facts.mesh);
  archive.field("devices", facts.numDevices);
  archive.field("strategy", facts.strategy);
  archive.field("batch_axis", facts.batchAxis);
  archive.optional("bundle", facts.bundle);
  archive.field("layouts", facts.layouts);
  archive.field("target", facts.target);
  archive.field("variables", facts.variables);
  archive.field("inputs", facts.inputs);
  archive.field("collectives", facts.collectives);
  archive.field("overlaps", facts.overlaps);
  archive.field("attentions", facts.numAttentions);
  archive.field("attention_gradients", facts.numAttentionGrads);
  archive.field("remarks", facts.remarks);
  archive.field("phases", facts.phases);
  archive.field("operations", facts.numOperations);
  archive.field("arena_bytes", facts.arenaBytes);
  archive.field("shard_bytes", facts.shardBytes);
  archive.optional("recomputed", facts.recomputed);
  archive.optional("saved_bytes", facts.savedBytes);
}

template <typename T> JSON Writer::write(T &member) {
  if constexpr (std::is_class_v<T> && !std::is_same_v<T, std::string>) {
    Writer writer;
    visit(writer, member);
    return std::move(writer.value);
  } else {
    return member;
  }
}

template <typename T> void Reader::read(T &facts) {
  Reader reader(value, place, problem);
  visit(reader, facts);
}

//===----------------------------------------------------------------------===//
// The whole
//===----------------------------------------------------------------------===//

std::string tools::serialize(const CompileFacts &facts) {
  Writer writer;
  // Visiting takes what it may change; a writer changes nothing.
  visit(writer, const_cast<CompileFacts &>(facts));
  return toText(writer.value);
}

Expected<CompileFacts> tools::parseFacts(std::string_view text) {
  JSON value = JSON::parse(text, /*callback=*/nullptr,
                           /*allow_exceptions=*/false);
  if (value.is_discarded())
    return makeError("the facts are no JSON");
  CompileFacts facts;
  std::string problem;
  Reader reader(value, "facts", problem);
  visit(reader, facts);
  if (!problem.empty())
    return Error(problem);
  return facts;
}
