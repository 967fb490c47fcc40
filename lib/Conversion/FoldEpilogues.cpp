//===- FoldEpilogues.cpp - Products that add a bias -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A dense layer is a contraction, a bias, and often an activation. A product
// library adds the bias to sums that it still has in registers, and can write
// both what it got and its GELU, where a kernel would read the product from
// memory and write it again.
//
// That pays where something that is no kernel reads the result: then a kernel
// would have to write it. Where only kernels read it, they add the bias as they
// load the product, for nothing. Gradients of activations and of biases are
// left to kernels: the library's take longer than it saves to have them.
//
//===----------------------------------------------------------------------===//

#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/Matchers.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "shardwise/Conversion/KernelsToLoops.h"
#include "shardwise/Conversion/Passes.h"
#include "shardwise/Dialect/Dist/IR/Dist.h"
#include "shardwise/Dialect/Plan/IR/Plan.h"
#include "shardwise/Interfaces/ShardingInterface.h"
#include <cmath>

namespace mlir::shardwise {
#define GEN_PASS_DEF_FOLDEPILOGUESPASS
#include "shardwise/Conversion/Passes.h.inc"
} // namespace mlir::shardwise

using namespace mlir;
using namespace mlir::shardwise;

//===----------------------------------------------------------------------===//
// Biases
//===----------------------------------------------------------------------===//

namespace {
/// The sum of a contraction, for it alone, and of a vector that repeats along
/// the contraction's last dimensions.
struct BiasSum {
  arith::AddFOp sum;
  linalg::ContractOp product;
  Value bias;
};
} // namespace

/// Whether a broadcast repeats its input along the first dimensions.
static bool repeatsFirst(linalg::BroadcastOp op) {
  return llvm::equal(op.getDimensions(),
                     llvm::seq<int64_t>(op.getDimensions().size()));
}

static std::optional<BiasSum> matchBias(arith::AddFOp sum, Value made,
                                        Value repeated) {
  auto product = made.getDefiningOp<linalg::ContractOp>();
  auto broadcast = repeated.getDefiningOp<linalg::BroadcastOp>();
  if (!product || !broadcast || !repeatsFirst(broadcast) ||
      !product->hasOneUse() || product->getBlock() != sum->getBlock() ||
      !isKnownZero(product.getOutputs().front()))
    return std::nullopt;
  Value bias = broadcast.getInput();
  int64_t rank = cast<RankedTensorType>(bias.getType()).getRank();
  if (!plan::BiasedContractOp::isBiasRank(product.getIndexingMapsArray(), rank))
    return std::nullopt;
  return BiasSum{sum, product, bias};
}

static std::optional<BiasSum> matchBias(Value value) {
  auto sum = value.getDefiningOp<arith::AddFOp>();
  if (!sum || !isa<RankedTensorType>(sum.getType()))
    return std::nullopt;
  if (auto found = matchBias(sum, sum.getLhs(), sum.getRhs()))
    return found;
  return matchBias(sum, sum.getRhs(), sum.getLhs());
}

//===----------------------------------------------------------------------===//
// GELU
//===----------------------------------------------------------------------===//

namespace {
/// A product of many factors, by what they are.
struct Factors {
  double scale = 1;
  /// How often the value is among them that a function is of.
  int64_t power = 0;
  SmallVector<Value, 2> others;
};
} // namespace

/// Longer products are none that is looked for.
static constexpr unsigned kMaxFactors = 8;

static std::optional<double> getConstant(Value value) {
  DenseFPElementsAttr constant;
  if (!matchPattern(value, m_Constant(&constant)) || !constant.isSplat())
    return std::nullopt;
  APFloat number = constant.getSplatValue<APFloat>();
  bool losesInfo;
  number.convert(APFloat::IEEEdouble(), APFloat::rmNearestTiesToEven,
                 &losesInfo);
  return number.convertToDouble();
}

/// The exponent if a value is `x` to the second or third power, else 0.
static int64_t getPower(Value value, Value x) {
  auto power = value.getDefiningOp<math::PowFOp>();
  if (!power || power.getLhs() != x)
    return 0;
  std::optional<double> exponent = getConstant(power.getRhs());
  return exponent == 2 ? 2 : exponent == 3 ? 3 : 0;
}

/// Takes a product apart. `x` is a factor itself, whatever makes it.
static std::optional<Factors> getFactors(Value value, Value x) {
  Factors factors;
  SmallVector<Value, kMaxFactors> pending{value};
  for (unsigned number = 0; !pending.empty(); ++number) {
    if (number == 2 * kMaxFactors)
      return std::nullopt;
    Value next = pending.pop_back_val();
    if (next == x)
      ++factors.power;
    else if (auto multiply = next.getDefiningOp<arith::MulFOp>())
      pending.append({multiply.getLhs(), multiply.getRhs()});
    else if (std::optional<double> constant = getConstant(next))
      factors.scale *= *constant;
    else if (int64_t power = getPower(next, x))
      factors.power += power;
    else
      factors.others.push_back(next);
  }
  return factors;
}

/// Whether a constant is a number as the type has it: a program may mean
/// another one that is near.
static bool isRounded(double constant, double number, Type type) {
  return constant == FloatAttr::get(type, number).getValueAsDouble();
}

/// The operand of an addition beside the one that `isOther` accepts, or null.
template <typename F> static Value getAddend(Value value, F &&isOther) {
  auto sum = value.getDefiningOp<arith::AddFOp>();
  if (!sum)
    return {};
  return isOther(sum.getLhs())   ? sum.getRhs()
         : isOther(sum.getRhs()) ? sum.getLhs()
                                 : Value();
}

static bool isOne(Value value) { return getConstant(value) == 1.0; }

/// Whether a value is `0.044715 * x^power`.
static bool isCubicPart(Value value, Value x, int64_t power, Type type) {
  if (!value)
    return false;
  std::optional<Factors> factors = getFactors(value, x);
  return factors && factors->power == power && factors->others.empty() &&
         isRounded(factors->scale, 0.044715, type);
}

/// Whether a value is `sqrt(2 / pi) * (x + 0.044715 * x^3)`, or the same with
/// `x` taken out of the sum.
static bool isInner(Value value, Value x, Type type) {
  std::optional<Factors> factors = getFactors(value, x);
  if (!factors || factors->others.size() != 1 || factors->power > 1 ||
      !isRounded(factors->scale, std::sqrt(2 / M_PI), type))
    return false;
  Value sum = factors->others.front();
  if (factors->power == 1)
    return isCubicPart(getAddend(sum, isOne), x, 2, type);
  return isCubicPart(getAddend(sum, [&](Value v) { return v == x; }), x, 3,
                     type);
}

/// Whether a value is the GELU, by hyperbolic tangent, of `x`.
static bool isGelu(Value value, Value x) {
  Type type = getElementTypeOrSelf(value.getType());
  std::optional<Factors> factors = getFactors(value, x);
  if (!factors || factors->power != 1 || factors->others.size() != 1 ||
      !isRounded(factors->scale, 0.5, type))
    return false;
  Value tangent = getAddend(factors->others.front(), isOne);
  auto tanh = tangent ? tangent.getDefiningOp<math::TanhOp>() : math::TanhOp();
  return tanh && isInner(tanh.getOperand(), x, type);
}

/// What a product may be the GELU of: a factor that is a sum with a bias.
static std::optional<BiasSum> matchGelu(arith::MulFOp op) {
  Type type = getElementTypeOrSelf(op.getType());
  if (!type.isBF16() && !type.isF16())
    return std::nullopt;
  std::optional<Factors> factors = getFactors(op, Value());
  if (!factors)
    return std::nullopt;
  for (Value factor : factors->others)
    if (std::optional<BiasSum> sum = matchBias(factor);
        sum && isGelu(op, factor))
      return sum;
  return std::nullopt;
}

//===----------------------------------------------------------------------===//
// The pass
//===----------------------------------------------------------------------===//

/// What is read after so many other products is not kept until then.
static constexpr unsigned kLateProducts = 8;

/// The operation in a block that is, or that has inside, another one.
static Operation *getAncestor(Block *block, Operation *op) {
  return block->findAncestorOpInBlock(*op);
}

/// How many products come before each operation.
using ProductNumbers = DenseMap<Operation *, unsigned>;

static ProductNumbers numberProducts(Operation *root) {
  ProductNumbers numbers;
  unsigned number = 0;
  root->walk<WalkOrder::PreOrder>([&](Operation *op) {
    numbers[op] = number;
    number += isa<linalg::ContractOp, plan::BiasedContractOp>(op);
  });
  return numbers;
}

/// Lets what reads a GELU much later, as the gradient of the next weight does,
/// have it from a kernel that reads the sum as well, instead of keeping it.
static void takeEarlyUses(arith::MulFOp gelu, Value result,
                          const ProductNumbers &numbers) {
  Block *block = gelu->getBlock();
  unsigned made = numbers.lookup(gelu);
  Operation *firstLate = nullptr;
  gelu.getResult().replaceUsesWithIf(result, [&](OpOperand &use) {
    Operation *user = getAncestor(block, use.getOwner());
    if (!user || numbers.lookup(user) - made < kLateProducts)
      return true;
    if (!firstLate || user->isBeforeInBlock(firstLate))
      firstLate = user;
    return false;
  });
  if (firstLate)
    gelu->moveBefore(firstLate);
}

/// Makes the contraction with a bias, and with `gelu` its activation.
static void fold(BiasSum found, arith::MulFOp gelu,
                 const ProductNumbers &numbers) {
  OpBuilder builder(found.sum);
  Type type = found.sum.getType();
  auto op = plan::BiasedContractOp::create(
      builder, found.product.getLoc(), type, gelu ? type : Type(),
      found.product.getInputs()[0], found.product.getInputs()[1], found.bias,
      found.product.getIndexingMaps());
  if (gelu)
    takeEarlyUses(gelu, op.getResult(), numbers);
  found.sum.getResult().replaceAllUsesWith(gelu ? op.getPreactivation()
                                                : op.getResult());
}

/// Erases what folding has left without a use.
static void eraseDead(Operation *root) {
  root->walk([](Block *block) {
    for (Operation &op : llvm::make_early_inc_range(llvm::reverse(*block)))
      if (isOpTriviallyDead(&op))
        op.erase();
  });
}

namespace {
struct FoldEpilogues
    : public mlir::shardwise::impl::FoldEpiloguesPassBase<FoldEpilogues> {
  void runOnOperation() override {
    for (auto program : getOperation().getOps<dist::LocalProgramOp>()) {
      // Folding changes none of them but that of a GELU it moves, which is
      // done.
      ProductNumbers numbers = numberProducts(program);
      SmallVector<arith::MulFOp> products;
      SmallVector<arith::AddFOp> sums;
      program.walk([&](arith::MulFOp op) { products.push_back(op); });
      for (arith::MulFOp op : products)
        if (isReadFromMemory(op))
          if (std::optional<BiasSum> found = matchGelu(op))
            fold(*found, op, numbers);
      eraseDead(program);
      program.walk([&](arith::AddFOp op) { sums.push_back(op); });
      for (arith::AddFOp op : sums)
        if (isReadFromMemory(op))
          if (std::optional<BiasSum> found = matchBias(op))
            fold(*found, {}, numbers);
      eraseDead(program);
    }
  }
};
} // namespace
