//===- ElementEmitter.h - Scalar code for elements of tensors ---*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A kernel is evaluated by need: asked for the element of a value at an index,
// the emitter asks for the elements of the operands that it takes, down to
// loads from the arguments' buffers. What it has emitted it remembers by value
// and index, so nothing is computed twice at one place.
//
// Where code goes is decided by the index alone. Open loops form a stack of
// scopes, and an element is emitted in the innermost scope that one of its
// indices comes from. So a value that is the same for a whole row is computed
// once, before the loop over the row, without any analysis:
//
//     value             index     emitted in
//     x                 (i, j)    the loop over j
//     mean, broadcast   (i)       the loop over i, before the loop over j
//     0-d scale         ()        the function's entry
//
// Conditional code (padding, concatenation) is a scope of its own. The indices
// used inside are computed inside, which keeps the loads there.
//
// Elements that are neighbours in memory are moved together. An index is known
// as another one plus a constant, and what it is a multiple of, through all
// index arithmetic:
//
//     i                          a lane of width 4: a multiple of 4
//     i + 1, i + 2, i + 3        neighbours; asked for one of x at [j, i + 2],
//                                the emitter loads x at [j, i .. i + 3]
//     (i + 2) / 128              i / 128, the same for all of them
//     (i + 2) % 128              i % 128 + 2, a neighbour again
//
// The emitter knows elements; which loops there are is the part of
// LoopNests.cpp on CPUs and of GPUNest.h on GPUs.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_CONVERSION_KERNELSTOLOOPS_ELEMENTEMITTER_H
#define SHARDWISE_LIB_CONVERSION_KERNELSTOLOOPS_ELEMENTEMITTER_H

#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Interfaces/FunctionInterfaces.h"
#include "shardwise/Conversion/KernelsToLoops.h"
#include "shardwise/Dialect/Dist/IR/Dist.h"
#include <map>

namespace mlir::shardwise {

/// Whether the operation is computed element by element: operands and results
/// of one shape, or scalars.
bool isPointwise(Operation *op);

/// A structured operation with at least one loop that reduces, or null.
linalg::LinalgOp getReduction(Operation *op);

/// The only operation of a reduction's body, if it has just one.
Operation *getSingleCombiner(linalg::LinalgOp op);

/// The type in which sums of elements of this type are kept.
Type getAccumulatorType(linalg::LinalgOp op, unsigned result);

class ElementEmitter {
public:
  using Indices = SmallVector<Value, 6>;

  /// `loops` takes the memrefs of the kernel's arguments first and the number
  /// of the device last.
  ElementEmitter(func::FuncOp kernel, FunctionOpInterface loops);

  //===--- Loops ----------------------------------------------------------===//

  /// Opens a loop from 0 to `bound` and returns its index; a loop of one
  /// iteration is left out. `carried` holds the values that the loop carries,
  /// and is replaced by those that the body sees.
  Value openLoop(int64_t bound, SmallVectorImpl<Value> *carried = nullptr,
                 bool independent = true);
  Value openLoop(Value lower, Value upper, Value step,
                 SmallVectorImpl<Value> *carried, bool independent);
  /// Closes the innermost loop opened; `carried` are the values it passes on,
  /// replaced by its results.
  void closeLoop(SmallVectorImpl<Value> *carried = nullptr);
  /// Opens a scope that is executed only if `condition` holds.
  void openIf(Value condition);
  void closeIf();
  /// Keeps elements in the innermost scope or further in from now on, also
  /// those that change with none of its indices.
  void stayInside() { outermost = scopes.size() - 1; }
  /// Lets elements go as far out as their indices allow.
  void leaveScopes() { outermost = 0; }
  /// Computes a reduction in loops at the place where its result is wanted,
  /// all of `group` in one nest; `inside` is called in the innermost loop.
  void reduceInLoops(ArrayRef<linalg::LinalgOp> group, ArrayRef<Value> index,
                     function_ref<void(ArrayRef<Value>)> inside);
  /// The loops' indices of a structured operation, from those of its result;
  /// the reduced ones are left null.
  static Indices iterationOf(linalg::LinalgOp op, ArrayRef<Value> index);
  /// The indices of the element at a position in row-major order.
  Indices delinearize(Value position, ArrayRef<int64_t> shape);
  /// The position in row-major order of an index.
  Value linearize(ArrayRef<Value> index, ArrayRef<int64_t> shape);

  //===--- Elements -------------------------------------------------------===//

  /// The element of `value` at an index.
  Value element(Value value, ArrayRef<Value> index);
  /// A value that is no tensor: index arithmetic, the device's position.
  Value scalar(Value value);
  /// Says that the element is already there.
  void remember(Value value, ArrayRef<Value> index, Value element);

  /// One step of a reduction: combines the inputs at an iteration with
  /// `accumulators`, in their types.
  SmallVector<Value> combine(linalg::LinalgOp op, ArrayRef<Value> iteration,
                             ValueRange accumulators);
  /// Combines elements that are already there with `accumulators`.
  SmallVector<Value> combineValues(linalg::LinalgOp op, ValueRange inputs,
                                   ValueRange accumulators);
  /// What a reduction starts with, in the accumulator's type.
  Value initial(linalg::LinalgOp op, unsigned result, ArrayRef<Value> index);
  /// The result of a reduction from its accumulator.
  Value finish(linalg::LinalgOp op, unsigned result, Value accumulator);

  //===--- Arithmetic -----------------------------------------------------===//

  Value constant(int64_t value);
  /// Index arithmetic, emitted as far out as its operands allow.
  Value add(Value a, Value b);
  Value mul(Value a, int64_t b);
  /// An index plus a constant, which divisions and loads see through.
  Value plus(Value a, int64_t b);
  Value divide(Value a, int64_t b);
  Value remainder(Value a, int64_t b);
  Value clamp(Value a, int64_t low, int64_t high);
  Value inside(Value a, int64_t size);
  Value lesser(Value a, Value b);
  /// A comparison of indices, emitted in the innermost scope.
  Value compare(arith::CmpIPredicate predicate, Value a, Value b);

  //===--- Neighbours -----------------------------------------------------===//

  /// Says that the index is a multiple of a number.
  void assumeMultiple(Value index, int64_t factor);
  /// What the index is known to be a multiple of.
  int64_t factorOf(Value index) const;
  /// Says that elements at `index`, a multiple of `width`, and the following
  /// ones up to `width` are wanted together.
  void assumeLanes(Value index, int64_t width);
  /// How many elements of `buffer` are moved at once where the last index is
  /// `index` or a neighbour of it.
  int64_t laneCount(Value buffer, Value index) const;

  /// The operation `op` on scalars.
  Value emitScalar(Operation *op, ValueRange operands, Type resultType,
                   bool reassociate = false);
  Value convertFloat(Value value, Type type);

  /// A builder at the end of the innermost scope.
  OpBuilder &here();
  Value buffer(Value value) const { return buffers.lookup(value); }
  void setBuffer(Value value, Value memref) { buffers[value] = memref; }
  Value device() const { return deviceNumber; }
  Location loc() const { return func::FuncOp(kernel).getLoc(); }
  /// With this, all indices are positions in row-major order.
  void setFlat() { flat = true; }
  /// A buffer of scratch memory, allocated once at the entry.
  Value scratch(int64_t size, Type type);

  /// Emits reductions that share a loop nest with `op` when an element of it
  /// is wanted; set by the owner of the loops.
  std::function<void(linalg::LinalgOp, ArrayRef<Value>)> reduce;
  /// Where an element lies in memory.
  struct Place {
    Value buffer;
    Indices index;
  };
  /// Says where an element of an argument lies if it is not to be read from the
  /// argument's buffer, or gives no buffer; set by the owner of the loops if
  /// there are such elements. Neighbours of the element are neighbours there.
  std::function<Place(Value, ArrayRef<Value>)> locate;

private:
  /// An index as another one plus a constant.
  struct Sum {
    Value base;
    int64_t offset = 0;
  };
  using Key = std::pair<void *, SmallVector<Value, 6>>;
  struct KeyLess {
    bool operator()(const Key &a, const Key &b) const;
  };
  /// A block that code is emitted to, and the operation that opened it.
  struct Scope {
    Block *block;
    Operation *op;
    bool isLoop;
    /// Where to go on while scopes further in are set aside; null: at the end.
    Operation *anchor = nullptr;
    std::map<Key, Value, KeyLess> memo;
  };

  unsigned depthOf(Value value) const;
  unsigned depthOf(ArrayRef<Value> values) const;
  void setInsertionPoint(unsigned depth);
  Sum split(Value index) const;
  Value emitElement(Value value, ArrayRef<Value> index);
  Value load(Value value, Value buffer, ArrayRef<Value> index);
  Value structured(linalg::LinalgOp op, unsigned result, ArrayRef<Value> index);
  SmallVector<Value> body(linalg::LinalgOp op, ArrayRef<Value> iteration,
                          ValueRange accumulators);
  SmallVector<Value> evaluate(linalg::LinalgOp op, ArrayRef<Value> iteration,
                              ArrayRef<Value> inputs, ValueRange accumulators);
  Indices mapIndex(AffineMap map, ArrayRef<Value> iteration);
  Value affine(AffineExpr expr, ArrayRef<Value> iteration);
  Value constantElement(arith::ConstantOp op, ArrayRef<Value> index);
  Value slice(tensor::ExtractSliceOp op, ArrayRef<Value> index);
  Value insertSlice(tensor::InsertSliceOp op, ArrayRef<Value> index);
  Value pad(tensor::PadOp op, ArrayRef<Value> index);
  Value concat(tensor::ConcatOp op, ArrayRef<Value> index);
  Value fromElements(tensor::FromElementsOp op, ArrayRef<Value> index);
  Value collapse(tensor::CollapseShapeOp op, ArrayRef<Value> index);
  Value expand(tensor::ExpandShapeOp op, ArrayRef<Value> index);
  Value iota(model::IotaOp op, ArrayRef<Value> index);
  Value gather(model::GatherOp op, ArrayRef<Value> index);
  Value axisIndex(dist::AxisIndexOp op);
  Value fold(OpFoldResult value);
  /// `condition` ? then() : otherwise(), each in a scope of its own.
  Value branch(Value condition, Type type, function_ref<Value()> then,
               function_ref<Value()> otherwise);
  template <typename OpTy> Value indexOp(Value a, Value b);
  Value guardedDivision(Operation *op, Value a, Value b);

  func::FuncOp kernel;
  OpBuilder builder;
  SmallVector<Scope, 8> scopes;
  DenseMap<Block *, unsigned> depths;
  DenseMap<Value, Value> buffers;
  std::map<int64_t, Value> constants;
  DenseMap<Value, Sum> sums;
  DenseMap<Value, int64_t> factors, lanes;
  Value deviceNumber;
  bool flat = false;
  /// The outermost scope that elements are emitted in.
  unsigned outermost = 0;
};

/// The scalar of an index vector: the result of a gather's or scatter's indices
/// converted to `index`.
Value toIndex(OpBuilder &builder, Location loc, Value value);

} // namespace mlir::shardwise

#endif // SHARDWISE_LIB_CONVERSION_KERNELSTOLOOPS_ELEMENTEMITTER_H
