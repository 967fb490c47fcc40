//===- Importer.h - Converting operations one by one ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The state of an import, and the table of converters. An import is one walk
// over the entry function: each operation's converter looks up the values of
// the operands, emits operations, and sets the values of the results. Calls are
// walked into. There are no rewrite patterns, and nothing is visited twice.
//
// Three things happen on the way, so that no clean-up pass is needed:
//   - equal constants are created once, at the head of the program;
//   - arith operations on constants are folded;
//   - broadcasts and reshapes of splats are splats.
//
// A reducer's body is converted with scalars in the place of 0-d tensors.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_IMPORT_IMPORTER_H
#define SHARDWISE_LIB_IMPORT_IMPORTER_H

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/SymbolTable.h"
#include "llvm/ADT/StringMap.h"

namespace mlir::shardwise {

class Importer {
public:
  /// Emits into `block`, constants at its head.
  Importer(ModuleOp module, Block *block);

  /// Converts the operations of a block without the terminator, whose operands
  /// have values afterwards. The values of the block's arguments must be set.
  LogicalResult convertBlock(Block &block);

  //===--------------------------------------------------------------------===//
  // Values and types
  //===--------------------------------------------------------------------===//

  /// The value that stands for a foreign value.
  Value get(Value foreign) const { return values.lookup(foreign); }
  SmallVector<Value> get(ValueRange foreign) const;
  void set(Value foreign, Value value) { values[foreign] = value; }

  /// The type that values of a foreign type get: signless, and in a reducer the
  /// element type. Null if such values cannot be imported.
  Type convertType(Type foreign) const;
  Type getType(Value foreign) const { return convertType(foreign.getType()); }
  RankedTensorType getTensorType(Value foreign) const {
    return cast<RankedTensorType>(getType(foreign));
  }

  /// Whether a foreign integer counts as unsigned; booleans do.
  static bool isUnsigned(Value foreign);

  /// Reports a type that cannot be imported, at `loc`.
  LogicalResult checkType(Location loc, Type foreign) const;

  //===--------------------------------------------------------------------===//
  // Emitting
  //===--------------------------------------------------------------------===//

  /// Creates an operation at the current place and location.
  template <typename OpTy, typename... Args> OpTy create(Args &&...args) {
    return OpTy::create(builder, loc, std::forward<Args>(args)...);
  }

  /// Creates an operation with one result, folded if its operands are splats.
  template <typename OpTy, typename... Args> Value emit(Args &&...args) {
    return fold(create<OpTy>(std::forward<Args>(args)...));
  }

  /// The constant, created where it is new.
  Value constant(TypedAttr value);
  /// A number, or a tensor full of it.
  Value splat(Type type, APFloat value);
  Value splat(Type type, APInt value);
  Value splat(Type type, double value);
  Value splatInteger(Type type, int64_t value);
  Value splatZero(Type type);
  /// A tensor of `type` full of the element of a splat.
  Value splatLike(RankedTensorType type, DenseElementsAttr value);

  /// The attribute of a splat constant, or null.
  DenseElementsAttr getSplat(Value value) const;

  /// A value of the same elements in row-major order, with another shape.
  Value reshape(Value value, ArrayRef<int64_t> shape);
  /// Broadcasts; operand dimension i becomes dimension `dims[i]`, which may
  /// only grow from size 1.
  Value broadcast(Value value, ArrayRef<int64_t> dims, RankedTensorType type);
  Value transpose(Value value, ArrayRef<int64_t> permutation);
  /// Concatenates the tensors, of which there is at least one.
  Value concatenate(ValueRange values, int64_t dim);

  //===--------------------------------------------------------------------===//
  // State
  //===--------------------------------------------------------------------===//

  OpBuilder builder;
  /// Where the operation that is being converted comes from.
  Location loc;
  /// Whether 0-d tensors are scalars, in a reducer.
  bool inReducer = false;

  /// Converts the body of the called function; see ControlFlow.cpp.
  LogicalResult convertCall(Operation *call);

private:
  LogicalResult convertOperation(Operation *op);
  LogicalResult checkOperands(Operation *op) const;
  Value fold(Operation *op);
  Location getLocation(Operation *op) const;

  SymbolTable symbols;
  DenseMap<Value, Value> values;
  DenseMap<Attribute, Value> constants;
  Block *block;
  Operation *lastConstant = nullptr;
  /// The calls that are being inlined, the outermost first, with their
  /// locations.
  SmallVector<std::pair<Operation *, Location>> calls;
};

//===----------------------------------------------------------------------===//
// Converters
//===----------------------------------------------------------------------===//

/// Converts one operation. The counts of operands, results and regions are
/// checked before, all else by the converter.
using ConvertFn = LogicalResult (*)(Importer &, Operation *);

struct Converter {
  ConvertFn convert = nullptr;
  /// How many operands and results there are; any number if negative.
  int8_t numOperands = 1;
  int8_t numResults = 1;
  int8_t numRegions = 0;
  /// Whether it may stand in a reducer, where values are scalars.
  bool inReducer = false;
  /// Whether all operands must have one type.
  bool sameOperands = false;
};

using ConverterTable = llvm::StringMap<Converter>;

void addElementwiseConverters(ConverterTable &table);
void addChoiceConverters(ConverterTable &table);
void addConversionConverters(ConverterTable &table);
void addShapeConverters(ConverterTable &table);
void addContractionConverters(ConverterTable &table);
void addReductionConverters(ConverterTable &table);
void addControlFlowConverters(ConverterTable &table);
void addGatherScatterConverters(ConverterTable &table);

/// The converter of the operation with that name, or null.
const Converter *lookupConverter(StringRef name);

/// The block of a region that is one block and ends with stablehlo.return, else
/// null.
Block *getBody(Region &region);

/// The same of a function, whose block ends with func.return.
Block *getFunctionBody(Operation *function);

/// Reads a list of integers; an error where it is missing or malformed.
FailureOr<ArrayRef<int64_t>> getIntegers(Operation *op, StringRef name);

/// The value of a field of a structure attribute, empty where it is missing.
ArrayRef<int64_t> getIntegers(DictionaryAttr structure, StringRef field);

/// Converts floats to floats with another element type.
Value convertFloat(Importer &importer, Value value, Type element);

/// Checks that dimensions are distinct and below `rank`.
LogicalResult checkDimensions(Operation *op, StringRef name,
                              ArrayRef<int64_t> dims, int64_t rank);

} // namespace mlir::shardwise

#endif // SHARDWISE_LIB_IMPORT_IMPORTER_H
