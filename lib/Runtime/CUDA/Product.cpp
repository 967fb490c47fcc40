//===- Product.cpp - How contractions become matrix products --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Host code that calls no library: tested on machines without a GPU.
//
//===----------------------------------------------------------------------===//

#include "Product.h"
#include "shardwise/Runtime/Contraction.h"
#include "shardwise/Support/Error.h"
#include "shardwise/Support/Ranges.h"
#include <algorithm>
#include <ranges>
#include <span>
#include <vector>

using namespace shardwise;
using namespace shardwise::runtime;
using shardwise::cuda::StridedCopy;

namespace {
enum Side { Lhs, Rhs, Output };
/// Numbers of iteration dimensions, outermost first.
using Dims = std::vector<unsigned>;
using Sizes = std::vector<int64_t>;
} // namespace

static Error makeTooManyDims(size_t count) {
  return makeError("a contraction or copy has {} dimensions, of which the GPU "
                   "runtime takes {}",
                   count, SHARDWISE_MAX_DIMS);
}

//===----------------------------------------------------------------------===//
// Copies
//===----------------------------------------------------------------------===//

Expected<StridedCopy> shardwise::runtime::makeStridedCopy(
    std::span<const int64_t> sizes, std::span<const int64_t> from,
    std::span<const int64_t> to, ElementType fromType, ElementType toType) {
  Sizes keptSizes, keptFrom, keptTo;
  StridedCopy copy;
  for (size_t d = 0; d < sizes.size(); ++d) {
    int64_t size = sizes[d], fromStride = from[d], toStride = to[d];
    copy.elements *= size;
    if (size == 1)
      continue;
    if (!keptSizes.empty() && keptFrom.back() == fromStride * size &&
        keptTo.back() == toStride * size) {
      keptSizes.back() *= size;
      keptFrom.back() = fromStride;
      keptTo.back() = toStride;
      continue;
    }
    keptSizes.push_back(size);
    keptFrom.push_back(fromStride);
    keptTo.push_back(toStride);
  }
  if (keptSizes.size() > SHARDWISE_MAX_DIMS)
    return makeTooManyDims(keptSizes.size());
  copy.rank = keptSizes.size();
  copy.fromType = int32_t(fromType);
  copy.toType = int32_t(toType);
  std::ranges::copy(keptSizes, copy.sizes);
  std::ranges::copy(keptFrom, copy.fromStrides);
  std::ranges::copy(keptTo, copy.toStrides);
  return copy;
}

StridedCopy shardwise::runtime::reverse(const StridedCopy &copy) {
  StridedCopy result = copy;
  std::swap(result.fromType, result.toType);
  std::swap(result.fromOffset, result.toOffset);
  std::swap(result.fromStrides, result.toStrides);
  return result;
}

//===----------------------------------------------------------------------===//
// Products
//===----------------------------------------------------------------------===//

namespace {
/// Makes one plan.
class Planner : ContractionDims {
public:
  explicit Planner(const ContractionShape &shape)
      : ContractionDims(shape), shape(shape) {
    plan.accumulate = shape.accumulate;
    plan.m = getSize(rows);
    plan.n = getSize(columns);
    plan.k = getSize(summed);
  }
  Expected<ProductPlan> run();

private:
  Error makeOwn();
  void chooseTypes();
  void chooseLayout(Side side, const Dims &rows, const Dims &columns);
  Error makePack(Side side, const Dims &rows, const Dims &columns);
  void makeBatch();
  void makeFinish();
  int64_t getSize(const Dims &dims) const;
  std::optional<int64_t> getStride(Side side, const Dims &dims) const;

  const ContractionShape &shape;
  ProductPlan plan;
};
} // namespace

int64_t Planner::getSize(const Dims &dims) const {
  int64_t size = 1;
  for (unsigned dim : dims)
    size *= shape.sizes[dim];
  return size;
}

/// The one distance of neighbours if the dimensions are one index of an
/// operand.
std::optional<int64_t> Planner::getStride(Side side, const Dims &dims) const {
  int64_t stride = 1;
  for (auto [number, dim] : enumerate(std::views::reverse(dims))) {
    int64_t own = shape.strides[side][dim];
    if (number && own != stride)
      return std::nullopt;
    stride = own * shape.sizes[dim];
  }
  return dims.empty() ? 1 : shape.strides[side][dims.back()];
}

Error Planner::makeOwn() {
  plan.kind = ProductPlan::Own;
  Dims order = batch;
  append(order, rows);
  append(order, columns);
  plan.own.numOuter = order.size();
  plan.own.outputs = getSize(order);
  append(order, summed);
  if (order.size() > SHARDWISE_MAX_DIMS)
    return makeTooManyDims(order.size());
  plan.own.numSummed = summed.size();
  plan.own.summed = plan.k;
  plan.own.accumulate = shape.accumulate;
  for (unsigned side = 0; side < 3; ++side) {
    plan.own.types[side] = int32_t(shape.types[side]);
    for (auto [number, dim] : enumerate(order))
      plan.own.strides[side][number] = shape.strides[side][dim];
  }
  for (auto [number, dim] : enumerate(order))
    plan.own.sizes[number] = shape.sizes[dim];
  return Error::success();
}

/// The element types that the library computes with: those of the operands
/// where it has a product of them, f32 or f64 otherwise.
void Planner::chooseTypes() {
  ElementType left = shape.types[Lhs], right = shape.types[Rhs];
  ElementType output = shape.types[Output];
  bool isKnown = left == right &&
                 (output == left ||
                  (output == ElementType::F32 &&
                   (left == ElementType::BF16 || left == ElementType::F16)));
  bool isDouble = contains(shape.types, ElementType::F64);
  ElementType computed = isDouble ? ElementType::F64 : ElementType::F32;
  for (unsigned side = 0; side < 3; ++side)
    plan.operands[side].type = isKnown ? shape.types[side] : computed;
}

/// Finds how the library reads an operand where it lies, if it can.
void Planner::chooseLayout(Side side, const Dims &first, const Dims &second) {
  ProductOperand &operand = plan.operands[side];
  std::optional<int64_t> outer = getStride(side, first);
  std::optional<int64_t> inner = getStride(side, second);
  int64_t numRows = getSize(first), numColumns = getSize(second);
  auto fits = [](int64_t rows, int64_t rowStride, int64_t columns,
                 int64_t columnStride) {
    return (columns == 1 || columnStride == 1) &&
           (rows == 1 || rowStride >= columns);
  };
  bool isRegular = outer && inner && operand.type == shape.types[side];
  if (isRegular && fits(numRows, *outer, numColumns, *inner)) {
    operand.leading = numRows == 1 ? numColumns : *outer;
  } else if (isRegular && fits(numColumns, *inner, numRows, *outer)) {
    operand.isTransposed = true;
    operand.leading = numColumns == 1 ? numRows : *inner;
  } else {
    operand.isPacked = true;
    operand.leading = numColumns;
  }
}

/// Plans to copy an operand to a contiguous [batch, first, second].
Error Planner::makePack(Side side, const Dims &first, const Dims &second) {
  ProductOperand &operand = plan.operands[side];
  if (!operand.isPacked)
    return Error::success();
  Dims order = batch;
  append(order, first);
  append(order, second);
  Sizes sizes, from, to(order.size(), 1);
  for (unsigned dim : order) {
    sizes.push_back(shape.sizes[dim]);
    from.push_back(shape.strides[side][dim]);
  }
  for (size_t d = order.size(); d-- > 1;)
    to[d - 1] = to[d] * sizes[d];
  auto copy = makeStridedCopy(sizes, from, to, shape.types[side], operand.type);
  if (!copy)
    return copy.takeError();
  operand.pack = *copy;
  operand.scratchOffset = plan.scratchBytes;
  plan.scratchBytes += alignTo(copy->elements * getByteSize(operand.type), 256);
  return Error::success();
}

/// Merges batch dimensions; the largest that remains is the library's batch.
void Planner::makeBatch() {
  std::vector<int64_t> sizes, strides[3];
  int64_t packed[3] = {plan.m * plan.k, plan.k * plan.n, plan.m * plan.n};
  // From the innermost outwards, as packed strides grow.
  for (unsigned dim : std::views::reverse(batch)) {
    int64_t own[3];
    bool merges = !sizes.empty();
    for (unsigned side = 0; side < 3; ++side) {
      own[side] = plan.operands[side].isPacked ? packed[side]
                                               : shape.strides[side][dim];
      packed[side] *= shape.sizes[dim];
      merges = merges && own[side] == strides[side].back() * sizes.back();
    }
    if (merges) {
      sizes.back() *= shape.sizes[dim];
      continue;
    }
    sizes.push_back(shape.sizes[dim]);
    for (unsigned side = 0; side < 3; ++side)
      strides[side].push_back(own[side]);
  }
  size_t largest = std::ranges::max_element(sizes) - sizes.begin();
  for (size_t i = 0; i < sizes.size(); ++i) {
    if (i == largest) {
      plan.batch = sizes[i];
      for (unsigned side = 0; side < 3; ++side)
        plan.batchStrides[side] = strides[side][i];
      continue;
    }
    plan.loopSizes.push_back(sizes[i]);
    for (unsigned side = 0; side < 3; ++side)
      plan.loopStrides[side].push_back(strides[side][i]);
  }
}

/// Says what follows the sum. The library takes a bias along what is contiguous
/// in its output. Its GELU is as exact as 16 bits, and what it keeps from
/// before that has columns of multiples of 8 elements.
void Planner::makeFinish() {
  if (!shape.biasElements)
    return;
  ElementType type = shape.types[Output];
  plan.hasBias = true;
  plan.isGelu = shape.isGelu;
  plan.finish.type = int32_t(type);
  plan.finish.isGelu = shape.isGelu;
  plan.finish.elements = plan.m * plan.n * getSize(batch);
  plan.finish.biasElements = shape.biasElements;
  const ProductOperand &output = plan.operands[Output];
  int64_t height = output.isTransposed ? plan.m : plan.n;
  plan.mayFinish =
      plan.kind == ProductPlan::Library && !output.isPacked && batch.empty() &&
      height == shape.biasElements && output.leading == height &&
      type != ElementType::F64 &&
      (!plan.isGelu || (getByteSize(type) == 2 && height % 8 == 0));
}

Expected<ProductPlan> Planner::run() {
  if (plan.m == 0 || plan.n == 0 || getSize(batch) == 0)
    return plan;
  if (Error error = makeOwn())
    return error;
  bool allFloat = std::ranges::all_of(shape.types, isFloat);
  // The library's sizes have 31 bits.
  constexpr int64_t kLimit = int64_t(1) << 31;
  if (!allFloat || plan.k == 0 || plan.m >= kLimit || plan.n >= kLimit ||
      plan.k >= kLimit) {
    makeFinish();
    return plan;
  }
  plan.kind = ProductPlan::Library;
  chooseTypes();
  const Dims *firsts[3] = {&rows, &summed, &rows};
  const Dims *seconds[3] = {&summed, &columns, &columns};
  for (Side side : {Lhs, Rhs, Output}) {
    chooseLayout(side, *firsts[side], *seconds[side]);
    if (Error error = makePack(side, *firsts[side], *seconds[side]))
      return error;
  }
  makeBatch();
  makeFinish();
  return plan;
}

Expected<ProductPlan> ProductPlan::make(const ContractionShape &shape) {
  return Planner(shape).run();
}
