#include "shardwise/Dialect/Dist/Transforms/Passes.h"
namespace mlir::shardwise::dist {
#define GEN_PASS_DEF_PROPAGATEPASS
#include "shardwise/Dialect/Dist/Transforms/Passes.h.inc"
namespace { struct Propagate : impl::PropagatePassBase<Propagate> { void runOnOperation() override {} }; }
}
