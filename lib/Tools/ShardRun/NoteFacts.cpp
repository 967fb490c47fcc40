//===- NoteFacts.cpp - What programs say about layouts --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Compile.h"
#include "Diagnostics.h"

using namespace mlir;
using namespace mlir::shardwise;
using namespace ::shardwise;
using namespace ::shardwise::tools;

void tools::addRemark(std::vector<RemarkFacts> &remarks,
                      const std::string &text, const std::string &place) {
  auto known = llvm::find_if(
      remarks, [&](const RemarkFacts &other) { return other.text == text; });
  if (known != remarks.end())
    ++known->count;
  else
    remarks.push_back({text, place});
}

/// What holds for a declaration of any kind.
template <typename OpTy>
static TensorFacts makeFacts(OpTy op, const Manifest &manifest) {
  TensorFacts facts;
  facts.name = op.getSymName().str();
  if (auto rule = op->template getAttrOfType<StringAttr>("dist.rule"))
    facts.rule = rule.getValue().str();
  if (auto loc = op->template getAttrOfType<LocationAttr>("dist.rule_loc"))
    facts.ruleLocation = formatLocation(loc);
  RankedTensorType type = op.getTensorType();
  dist::ShardingAttr attr = dist::getSharding(type);
  Sharding sharding = attr.getSharding();
  facts.sharding = ::shardwise::toString(attr.getMesh().getMesh(), sharding);
  facts.isReplicated = sharding.isReplicated();
  llvm::append_range(facts.globalShape, type.getShape());
  llvm::append_range(facts.localShape, attr.getLocalShape(type.getShape()));
  facts.dtype = manifest.args[op.getArgument()].dtype;
  return facts;
}

void tools::noteLayouts(dist::ProgramOp program, const Manifest &manifest,
                        CompileFacts &facts) {
  Mesh mesh = program.getMesh().getMesh();
  llvm::raw_string_ostream os(facts.mesh);
  llvm::interleaveComma(mesh.getAxes(), os, [&](const MeshAxis &axis) {
    os << axis.name << "=" << axis.size;
  });
  facts.numDevices = mesh.getNumDevices();
  for (auto op : program.getOps<model::VariableOp>()) {
    facts.variables.push_back(makeFacts(op, manifest));
    if (std::optional<StringRef> owner = op.getSlotOf())
      facts.variables.back().slotOf = owner->str();
  }
  for (auto op : program.getOps<model::InputOp>())
    facts.inputs.push_back(makeFacts(op, manifest));
}

void tools::noteStep(const plan::MemoryUse &memory,
                     llvm::ArrayRef<dist::CollectiveSummary> collectives,
                     CompileFacts &facts) {
  facts.arenaBytes = memory.arenaBytes;
  facts.shardBytes = memory.shardBytes;
  for (const dist::CollectiveSummary &summary : collectives)
    facts.collectives.push_back(
        {std::string(::shardwise::toString(summary.kind)), summary.axes,
         summary.count, summary.bytesPerDevice});
}

void tools::noteRecomputed(const RecomputedValues &recomputed,
                           CompileFacts &facts) {
  facts.savedBytes = recomputed.savedBytes;
  for (auto &[place, type] : recomputed.values) {
    std::string text;
    llvm::raw_string_ostream(text) << type;
    addRemark(facts.recomputed, text, place);
  }
}
