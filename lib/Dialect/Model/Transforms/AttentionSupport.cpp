//===- AttentionSupport.cpp - What a library runs as attention ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "shardwise/Dialect/Model/Transforms/AttentionSupport.h"
#include "mlir/IR/TypeUtilities.h"
#include "llvm/Support/raw_ostream.h"
#include <cmath>

using namespace mlir;
using namespace mlir::shardwise;
using namespace mlir::shardwise::model;

std::string model::explainRefusal(const AttentionTraits &traits) {
  std::string text;
  llvm::raw_string_ostream os(text);
  int64_t limit = traits.hasGradient ? 128 : 256;
  int64_t sizes[] = {traits.headDim, traits.valueDim};
  int64_t *odd = llvm::find_if(sizes, [&](int64_t size) {
    return size < 8 || size % 8 || size > limit;
  });
  if (!traits.element.isBF16() && !traits.element.isF16())
    os << "cuDNN takes elements of bf16 or f16, not " << traits.element;
  else if (traits.otherElement)
    os << "cuDNN takes one element type, not " << traits.element << " and "
       << traits.otherElement;
  else if (traits.isEmpty)
    os << "it has no elements";
  else if (odd != std::end(sizes))
    os << "cuDNN takes heads whose sizes are multiples of 8 up to " << limit
       << ", not " << *odd;
  else if (!(traits.scale > 0) || std::isinf(float(traits.scale)))
    // Multiplied behind the mask, a negative one would show what is hidden.
    os << "cuDNN takes positive scales, not " << traits.scale;
  else if (traits.hasMask)
    os << "it has a mask that is not causality";
  return text;
}

/// Records a type that differs from that of the operands.
static void addElement(AttentionTraits &traits, Value value) {
  Type element = getElementTypeOrSelf(value.getType());
  if (element != traits.element)
    traits.otherElement = element;
}

template <typename Op>
static AttentionTraits getTraits(Op op, ValueRange others) {
  AttentionTraits traits;
  auto query = cast<RankedTensorType>(op.getQuery().getType());
  auto value = cast<RankedTensorType>(op.getValue().getType());
  traits.element = query.getElementType();
  traits.headDim = query.getDimSize(3);
  traits.valueDim = value.getDimSize(3);
  traits.isEmpty = !query.getNumElements() || !value.getNumElements();
  traits.scale = op.getScale().convertToDouble();
  traits.hasMask = bool(op.getMask());
  for (Value other : others)
    addElement(traits, other);
  return traits;
}

std::string model::explainRefusal(Operation *attention) {
  if (auto grad = dyn_cast<AttentionGradOp>(attention)) {
    AttentionTraits traits =
        getTraits(grad, {grad.getOutput(), grad.getGradient(), grad.getDquery(),
                         grad.getDkey(), grad.getDvalue()});
    traits.hasGradient = true;
    return explainRefusal(traits);
  }
  auto op = cast<AttentionOp>(attention);
  AttentionTraits traits = getTraits(op, op.getOutput());
  traits.hasGradient =
      llvm::any_of(op.getStatistics().getUsers(),
                   [](Operation *user) { return isa<AttentionGradOp>(user); });
  return explainRefusal(traits);
}
