#include "shardwise/Dialect/Dist/Transforms/Passes.h"
namespace mlir::shardwise::dist {
#define GEN_PASS_DEF_ATTACHLAYOUTSPASS
#include "shardwise/Dialect/Dist/Transforms/Passes.h.inc"
namespace {
struct AttachLayouts : impl::AttachLayoutsPassBase<AttachLayouts> {
  using AttachLayoutsPassBase::AttachLayoutsPassBase;
  void runOnOperation() override {}
};
} // namespace
} // namespace mlir::shardwise::dist
