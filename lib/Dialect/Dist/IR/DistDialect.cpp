//===- DistDialect.cpp - The dist dialect ---------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "shardwise/Dialect/Dist/IR/Dist.h"

using namespace mlir;
using namespace mlir::shardwise;
using namespace mlir::shardwise::dist;

#include "shardwise/Dialect/Dist/IR/DistDialect.cpp.inc"

#include "shardwise/Dialect/Dist/IR/DistEnums.cpp.inc"

#include "shardwise/Dialect/Dist/IR/DistInterfaces.cpp.inc"

namespace {
/// Prints long attributes once, under a name.
struct DistAsmInterface : public OpAsmDialectInterface {
  using OpAsmDialectInterface::OpAsmDialectInterface;

  AliasResult getAlias(Attribute attr, raw_ostream &os) const override {
    if (isa<MeshAttr>(attr)) {
      os << "mesh";
      return AliasResult::FinalAlias;
    }
    if (isa<ShardingAttr>(attr)) {
      os << "sharding";
      return AliasResult::FinalAlias;
    }
    return AliasResult::NoAlias;
  }
};
} // namespace

void DistDialect::initialize() {
  registerAttributes();
  addOperations<
#define GET_OP_LIST
#include "shardwise/Dialect/Dist/IR/DistOps.cpp.inc"
      >();
  addInterfaces<DistAsmInterface>();
}
