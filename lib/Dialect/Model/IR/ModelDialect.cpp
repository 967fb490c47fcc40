//===- ModelDialect.cpp - The model dialect -------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "mlir/IR/DialectImplementation.h"
#include "shardwise/Dialect/Model/IR/Model.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace mlir::shardwise::model;

#include "shardwise/Dialect/Model/IR/ModelDialect.cpp.inc"

#include "shardwise/Dialect/Model/IR/ModelEnums.cpp.inc"

#define GET_ATTRDEF_CLASSES
#include "shardwise/Dialect/Model/IR/ModelAttrs.cpp.inc"

void ModelDialect::initialize() {
  addAttributes<
#define GET_ATTRDEF_LIST
#include "shardwise/Dialect/Model/IR/ModelAttrs.cpp.inc"
      >();
  addOperations<
#define GET_OP_LIST
#include "shardwise/Dialect/Model/IR/ModelOps.cpp.inc"
      >();
}
