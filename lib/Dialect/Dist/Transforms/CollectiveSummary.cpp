//===- CollectiveSummary.cpp - What a program communicates ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "shardwise/Dialect/Dist/Transforms/CollectiveSummary.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Utils/StaticValueUtils.h"
#include "shardwise/Dialect/Dist/Transforms/Passes.h"

namespace mlir::shardwise::dist {
#define GEN_PASS_DEF_PRINTCOLLECTIVESPASS
#include "shardwise/Dialect/Dist/Transforms/Passes.h.inc"
} // namespace mlir::shardwise::dist

using namespace mlir;
using namespace mlir::shardwise;
using namespace mlir::shardwise::dist;

/// How often an operation runs in a step, as far as the loops around it say.
static int64_t getTrips(Operation *op) {
  int64_t trips = 1;
  for (auto loop = op->getParentOfType<scf::ForOp>(); loop;
       loop = loop->getParentOfType<scf::ForOp>())
    if (std::optional<APInt> count = loop.getStaticTripCount())
      trips *= count->getSExtValue();
  return trips;
}

SmallVector<CollectiveSummary>
dist::summarizeCollectives(LocalProgramOp program) {
  Mesh mesh = program.getMesh().getMesh();
  SmallVector<CollectiveSummary> summaries;
  program.walk([&](CollectiveInterface op) {
    if (op.getKind() == CollectiveKind::AllSlice)
      return;
    std::string axes = mesh.toString(getMovedAtoms(
        op.getSource().getSharding(), op.getTarget().getSharding()));
    auto it = llvm::find_if(summaries, [&](const CollectiveSummary &summary) {
      return summary.kind == op.getKind() && summary.axes == axes;
    });
    if (it == summaries.end())
      it = summaries.insert(it, {op.getKind(), axes});
    int64_t trips = getTrips(op);
    it->count += trips;
    it->bytesPerDevice += trips * op.getBytesReceived();
  });
  return summaries;
}

namespace {
struct PrintCollectives
    : dist::impl::PrintCollectivesPassBase<PrintCollectives> {
  void runOnOperation() override {
    markAllAnalysesPreserved();
    for (LocalProgramOp program : getOperation().getOps<LocalProgramOp>()) {
      int64_t total = 0;
      llvm::outs() << "@" << program.getSymName() << "\n";
      for (const CollectiveSummary &summary : summarizeCollectives(program)) {
        llvm::outs() << "  " << mlir::shardwise::toString(summary.kind)
                     << " over " << summary.axes << ": " << summary.count
                     << ", " << summary.bytesPerDevice << " bytes per device\n";
        total += summary.bytesPerDevice;
      }
      llvm::outs() << "  total: " << total << " bytes per device\n";
    }
  }
};
} // namespace
