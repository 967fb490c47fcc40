//===- CompileReport.cpp - What stands fixed before the first step --------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The list of variables is folded, unless the user wants all of it: slots that
// lie like their variable stand beside it, variables of one shape that one rule
// laid out share a row, and those that no rule laid out are one line.
//
//===----------------------------------------------------------------------===//

#include "Report.h"
#include "TextTable.h"
#include "shardwise/Support/Ranges.h"
#include <map>
#include <ostream>
#include <span>

using namespace shardwise;
using namespace shardwise::tools;

/// 4 KiB and more in the unit that fits; fewer in bytes.
static std::string formatBytes(int64_t bytes) {
  static constexpr const char *kUnits[] = {"bytes", "KiB", "MiB", "GiB", "TiB"};
  double value = bytes;
  unsigned unit = 0;
  for (; value >= 4096 && unit + 1 < std::size(kUnits); ++unit)
    value /= 1024;
  return unit == 0 ? formatText("{} bytes", bytes)
                   : formatText("{:.1f} {}", value, kUnits[unit]);
}

/// 32x8, or scalar.
static std::string formatShape(std::span<const int64_t> shape) {
  if (shape.empty())
    return "scalar";
  return join(shape, "x", [](int64_t size) { return std::to_string(size); });
}

//===----------------------------------------------------------------------===//
// Variables
//===----------------------------------------------------------------------===//

namespace {
/// Variables that share a row.
struct VariableRow {
  const TensorFacts *first;
  unsigned numVariables = 1;
  unsigned numSlots = 0;
};
} // namespace

static bool liesAlike(const TensorFacts &a, const TensorFacts &b) {
  return a.rule == b.rule && a.sharding == b.sharding &&
         a.globalShape == b.globalShape && a.dtype == b.dtype;
}

/// Gives each variable that a rule laid out to a row; slots that lie like their
/// variable go with it.
static std::vector<VariableRow>
foldVariables(std::span<const TensorFacts> variables) {
  std::vector<VariableRow> rows;
  std::map<std::string_view, const TensorFacts *> byName;
  for (const TensorFacts &variable : variables)
    byName[variable.name] = &variable;
  for (const TensorFacts &variable : variables) {
    if (variable.rule.empty() && variable.isReplicated)
      continue;
    auto owner = byName.find(variable.slotOf);
    bool isFolded =
        owner != byName.end() && owner->second->sharding == variable.sharding;
    const TensorFacts &wanted = isFolded ? *owner->second : variable;
    auto row = std::ranges::find_if(rows, [&](const VariableRow &row) {
      return liesAlike(*row.first, wanted);
    });
    if (row == rows.end())
      rows.push_back({&variable});
    else
      ++(isFolded ? row->numSlots : row->numVariables);
  }
  return rows;
}

static std::string formatCount(const VariableRow &row) {
  std::string text = row.first->name;
  if (row.numVariables > 1)
    text += " and " + std::to_string(row.numVariables - 1) + " more";
  if (row.numSlots)
    text += " (+" + std::to_string(row.numSlots) +
            (row.numSlots == 1 ? " slot)" : " slots)");
  return text;
}

static std::vector<std::string> makeRow(std::string name,
                                        const TensorFacts &facts) {
  return {std::move(name),
          facts.rule.empty() ? "-" : facts.rule,
          facts.isReplicated ? "replicated" : facts.sharding,
          std::string(getName(facts.dtype)),
          formatShape(facts.globalShape),
          formatShape(facts.localShape)};
}

static void printVariables(std::ostream &os, const CompileFacts &facts,
                           bool verbose) {
  os << "\nvariables (" << facts.variables.size() << ")\n";
  TextTable table;
  std::vector<std::string> head = {"variable", "rule",   "layout",
                                   "type",     "global", "local"};
  if (verbose)
    head.push_back("rule stands at");
  if (verbose) {
    table.addRow(head);
    for (const TensorFacts &variable : facts.variables) {
      auto row = makeRow(variable.name, variable);
      row.push_back(variable.ruleLocation);
      table.addRow(std::move(row));
    }
    return table.print(os);
  }
  auto rows = foldVariables(facts.variables);
  unsigned others = facts.variables.size();
  if (!rows.empty())
    table.addRow(head);
  for (const VariableRow &row : rows) {
    table.addRow(makeRow(formatCount(row), *row.first));
    others -= row.numVariables + row.numSlots;
  }
  table.print(os);
  if (others)
    os << "  " << (rows.empty() ? "all " : "") << others
       << (rows.empty() ? "" : " others")
       << ": no rule, replicated (--verbose lists them)\n";
}

static void printInputs(std::ostream &os, const CompileFacts &facts) {
  os << "\ninputs (" << facts.inputs.size() << ")\n";
  TextTable table;
  for (const TensorFacts &input : facts.inputs)
    table.addRow(
        {input.name, input.isReplicated ? "replicated" : input.sharding,
         std::string(getName(input.dtype)), formatShape(input.globalShape),
         formatShape(input.localShape)});
  table.print(os);
}

//===----------------------------------------------------------------------===//
// Everything else
//===----------------------------------------------------------------------===//

static void printCollectives(std::ostream &os, const CompileFacts &facts) {
  os << "\ncollectives of a step, and what one device receives\n";
  if (facts.collectives.empty()) {
    os << "  none\n";
    return;
  }
  TextTable table;
  int64_t count = 0, bytes = 0;
  for (const CollectiveFacts &collective : facts.collectives) {
    table.addRow({collective.kind, collective.axes,
                  std::to_string(collective.count),
                  formatBytes(collective.bytesPerDevice)});
    count += collective.count;
    bytes += collective.bytesPerDevice;
  }
  table.addRow({"total", "", std::to_string(count), formatBytes(bytes)});
  table.print(os);
}

/// Prints what runs beside each collective; in short, how much they hide.
static void printOverlaps(std::ostream &os, const CompileFacts &facts,
                          bool verbose) {
  if (facts.overlaps.empty())
    return;
  double seconds = 0, hidden = 0;
  TextTable table;
  table.addRow({"collective", "received", "ms", "hidden", "beside it"});
  auto format = [](double seconds) {
    return formatText("{:.3f}", seconds * 1e3);
  };
  for (const OverlapFacts &overlap : facts.overlaps) {
    seconds += overlap.seconds;
    hidden += overlap.hiddenSeconds;
    table.addRow({overlap.name, formatBytes(overlap.bytesPerDevice),
                  format(overlap.seconds), format(overlap.hiddenSeconds),
                  overlap.beside});
  }
  os << "overlap: " << format(hidden) << " of " << format(seconds) << " ms of "
     << facts.overlaps.size()
     << " collectives run beside the computation (estimated"
     << (verbose ? "" : "; --verbose lists them") << ")\n";
  if (verbose)
    table.print(os);
}

/// What a library runs as one, and what it does not and why.
static void printAttention(std::ostream &os, const CompileFacts &facts) {
  int64_t count = facts.numAttentions, grads = facts.numAttentionGrads;
  if (!count && !grads && facts.remarks.empty())
    return;
  os << "\nattention\n  by cuDNN: " << count << " forward, " << grads
     << " backward\n";
  for (const RemarkFacts &remark : facts.remarks) {
    os << "  " << remark.place;
    if (remark.count > 1)
      os << " and " << remark.count - 1 << " more";
    os << ": " << remark.text << "\n";
  }
}

static void printHeader(std::ostream &os, const Bundle &bundle,
                        const CompileFacts &facts) {
  const Manifest &manifest = bundle.getManifest();
  os << manifest.name;
  if (!manifest.framework.empty())
    os << ", exported from " << manifest.framework;
  os << "\n";
  if (!manifest.description.empty())
    os << "  " << manifest.description << "\n";
  TextTable table;
  table.addRow(
      {"mesh", facts.mesh + " (" + std::to_string(facts.numDevices) +
                   (facts.numDevices == 1 ? " device)" : " devices)")});
  table.addRow({"layouts", facts.layouts.empty() ? "none" : facts.layouts});
  table.addRow(
      {"strategy", facts.strategy + ", inputs split over " + facts.batchAxis});
  table.addRow({"target", facts.target});
  table.print(os);
}

/// What the step computes again, and what that saves.
static void printRecomputed(std::ostream &os, const CompileFacts &facts,
                            bool verbose) {
  if (facts.recomputed.empty())
    return;
  int64_t count = 0;
  for (const RemarkFacts &value : facts.recomputed)
    count += value.count;
  os << "  " << formatBytes(facts.savedBytes) << " less, as " << count
     << (count == 1 ? " value is" : " values are") << " computed again"
     << (verbose ? "" : " (--verbose lists them)") << "\n";
  if (!verbose)
    return;
  TextTable table;
  for (const RemarkFacts &value : facts.recomputed)
    table.addRow({std::to_string(value.count), value.text, value.place});
  table.print(os);
}

static void printCosts(std::ostream &os, const CompileFacts &facts,
                       bool verbose) {
  os << "\nmemory of a device: " << formatBytes(facts.getPeakBytes()) << " ("
     << formatBytes(facts.shardBytes) << " variables, inputs and outputs, "
     << formatBytes(facts.arenaBytes) << " between them)\n";
  printRecomputed(os, facts, verbose);
  std::string phases = join(facts.phases, ", ", [](const PhaseFacts &phase) {
    return formatText("{} {:.3f}", phase.name, phase.seconds);
  });
  os << formatText("compiled in {:.2f} s ({})\n", facts.getSeconds(), phases);
}

void tools::printCompiled(std::ostream &os, const Bundle &bundle,
                          const Options &options, const CompileFacts &facts) {
  printHeader(os, bundle, facts);
  if (!facts.variables.empty())
    printVariables(os, facts, options.verbose);
  if (!facts.inputs.empty())
    printInputs(os, facts);
  printCollectives(os, facts);
  printOverlaps(os, facts, options.verbose);
  printAttention(os, facts);
  printCosts(os, facts, options.verbose);
  os.flush();
}
