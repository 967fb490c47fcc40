//===- ModelOps.td - Operations of the model dialect -------*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_DIALECT_MODEL_IR_MODELOPS
#define SHARDWISE_DIALECT_MODEL_IR_MODELOPS

include "mlir/IR/EnumAttr.td"
include "mlir/IR/OpBase.td"
include "mlir/IR/SymbolInterfaces.td"
include "mlir/Interfaces/SideEffectInterfaces.td"
include "mlir/Interfaces/InferTypeOpInterface.td"
include "shardwise/Interfaces/NamedTensorInterface.td"

//===----------------------------------------------------------------------===//
// The dialect
//===----------------------------------------------------------------------===//

def Model_Dialect : Dialect {
  let name = "model";
  let cppNamespace = "::mlir::shardwise::model";
  let summary = "What a training step computes, with no word of devices";
  let description = [{
    A training step as a program over named tensors: variables that live from
    step to step, inputs that each step is given, outputs that it reports. The
    computation itself is upstream MLIR (`linalg`, `tensor`, `arith`, `math`,
    `scf`); this dialect adds the names, and the structured operations that
    upstream lacks and that must keep their structure to be sharded.
  }];
  let useDefaultAttributePrinterParser = 1;
}

class Model_Op<string mnemonic, list<Trait> traits = []>
    : Op<Model_Dialect, mnemonic, traits>;

def Model_VariableKind : I32EnumAttr<"VariableKind", "what a variable is for", [
    I32EnumAttrCase<"Trainable", 0, "trainable">,
    I32EnumAttrCase<"NonTrainable", 1, "non_trainable">,
    I32EnumAttrCase<"Optimizer", 2, "optimizer">,
    I32EnumAttrCase<"Metric", 3, "metric">,
    I32EnumAttrCase<"Seed", 4, "seed">]> {
  let cppNamespace = "::mlir::shardwise::model";
  let genSpecializedAttr = 0;
}
def Model_VariableKindAttr
    : EnumAttr<Model_Dialect, Model_VariableKind, "kind"> {
  let assemblyFormat = "$value";
}

//===----------------------------------------------------------------------===//
// The program and its named tensors
//===----------------------------------------------------------------------===//

def Model_ProgramOp : Model_Op<"program", [
    IsolatedFromAbove, Symbol, SymbolTable, SingleBlock, NoTerminator,
    NoRegionArguments]> {
  let summary = "contain one training step without layouts";
  let description = [{
    The step as one device would run it: declarations of its named tensors, then
    the computation. Every `model.read` gives the value that a tensor has before
    the step, every `model.assign` the value that it has afterwards.

    This is the first of the four containers that a step passes through; see
    `dist.program`, `dist.sharded_program` and `dist.local_program`.

    Example:

    ```mlir
    model.program @step {
      model.variable @"dense/kernel" : tensor<32x8xf32> {argument = 0 : i64, kind = #model<kind trainable>}
      model.input @x : tensor<16x32xf32> {argument = 1 : i64}
      model.output @loss : tensor<f32> {result = 0 : i64}
      %w = model.read @"dense/kernel" : tensor<32x8xf32>
      %new = arith.negf %w : tensor<32x8xf32>
      model.assign @"dense/kernel", %new : tensor<32x8xf32>
      %zero = arith.constant dense<0.0> : tensor<f32>
      model.assign @loss, %zero : tensor<f32>
    }
    ```

    **Constraints:**
    - C1: no tensor type in the program has an encoding.
    - C2: each variable, input and output is assigned at most once, and each
      output exactly once.
  }];
  let arguments = (ins SymbolNameAttr:$sym_name);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = "$sym_name attr-dict-with-keyword $body";
  let hasRegionVerifier = 1;
}

def Model_VariableOp : Model_Op<"variable", [
    Symbol, DeclareOpInterfaceMethods<NamedTensorInterface>,
    DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "declare a named tensor that lives from step to step";
  let description = [{
    `sym_name` is the full path (Keras path or pytree path), made distinct where
    a model repeats one. `argument` is its number among the exported step's
    arguments, the key under which bundles store its value. `slot_of` names the
    variable whose optimizer state it is. `is_unsigned` marks integers that
    files store as unsigned; the IR has signless integers.

    **Constraints:**
    - C1: `slot_of` names a `model.variable` of the same program that is no slot
      itself.
    - C2: the type is a statically shaped ranked tensor.
    - C3: `is_unsigned` stands on an integer type only.
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, TypeAttrOf<AnyRankedTensor>:$type,
    I64Attr:$argument, Model_VariableKindAttr:$kind,
    OptionalAttr<FlatSymbolRefAttr>:$slot_of, UnitAttr:$is_unsigned);
  let assemblyFormat = "$sym_name `:` $type attr-dict";
  let hasVerifier = 1;
}

def Model_InputOp : Model_Op<"input", [
    Symbol, DeclareOpInterfaceMethods<NamedTensorInterface>]> {
  let summary = "declare a named tensor that each step is given";
  let description = [{
    `argument` is its number among the exported step's arguments.

    **Constraints:**
    - C1: the type is a statically shaped ranked tensor.
    - C2: `is_unsigned` stands on an integer type only.
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, TypeAttrOf<AnyRankedTensor>:$type,
    I64Attr:$argument, UnitAttr:$is_unsigned);
  let assemblyFormat = "$sym_name `:` $type attr-dict";
  let hasVerifier = 1;
}

def Model_OutputOp : Model_Op<"output", [
    Symbol, DeclareOpInterfaceMethods<NamedTensorInterface>]> {
  let summary = "declare a named tensor that each step reports";
  let description = [{
    `result` is its number among the exported step's results; `is_loss` marks the
    one that training minimizes.

    **Constraints:**
    - C1: the type is a statically shaped ranked tensor.
    - C2: `is_unsigned` stands on an integer type only.
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, TypeAttrOf<AnyRankedTensor>:$type,
    I64Attr:$result, UnitAttr:$is_loss, UnitAttr:$is_unsigned);
  let assemblyFormat = "$sym_name `:` $type attr-dict";
  let hasVerifier = 1;
}

def Model_ReadOp : Model_Op<"read", [
    Pure, DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "read the value that a named tensor has before the step";
  let description = [{
    **Constraints:**
    - C1: `name` is a variable, an input or a shard of one, not an output.
    - C2: the result has the named tensor's type; in a `dist.program`, where only
      declarations are laid out, that type without its sharding.
  }];
  let arguments = (ins FlatSymbolRefAttr:$name);
  let results = (outs AnyRankedTensor:$result);
  let assemblyFormat = "$name `:` type($result) attr-dict";
}

def Model_AssignOp : Model_Op<"assign", [
    DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "give a named tensor its value after the step";
  let description = [{
    Reads of the same step do not see it, wherever they stand.

    **Constraints:**
    - C1: `name` is a variable, an output or a shard of one, not an input.
    - C2: the value has the named tensor's type; in a `dist.program`, where only
      declarations are laid out, that type without its sharding.
  }];
  let arguments = (ins FlatSymbolRefAttr:$name, AnyRankedTensor:$value);
  let assemblyFormat = "$name `,` $value `:` type($value) attr-dict";
}

//===----------------------------------------------------------------------===//
// Structured operations that upstream lacks
//===----------------------------------------------------------------------===//

def Model_IotaOp : Model_Op<"iota", [Pure]> {
  let summary = "count along a dimension";
  let description = [{
    `result[i0, ..., in] = i_dimension + offset`, converted to the element type
    (integer or float; floats round to nearest). `offset` is 0 where absent;
    partitioning uses it so that every device counts with the global index.

    Example: `%0 = model.iota dimension = 1 : tensor<2x3xi32>` is
    `[[0, 1, 2], [0, 1, 2]]`.

    **Constraints:**
    - C1: `dimension` is less than the rank.
    - C2: the element type is an integer, a float or index.
  }];
  let arguments = (ins I64Attr:$dimension, Optional<Index>:$offset);
  let results = (outs AnyStaticShapeTensor:$result);
  let assemblyFormat = "`dimension` `=` $dimension (`offset` $offset^)? `:` type($result) attr-dict";
  let hasVerifier = 1;
}

def Model_GatherOp : Model_Op<"gather", [Pure]> {
  let summary = "collect slices of a tensor at given indices";
  let description = [{
    For every index vector `v = indices[b..., :]` copies the slice of `operand`
    that starts at `start`, where `start[start_index_map[k]] = v[k]` and 0
    elsewhere, clamped so that the slice lies inside `operand`. Dimensions in
    `collapsed_slice_dims` have slice size 1 and are dropped; the others become
    the result dimensions `offset_dims`, in order. The remaining result
    dimensions are the dimensions of `indices` without `index_vector_dim`, which
    is always the last. Source: StableHLO specification, gather.

    With `lower_bounds` (one `index` value for each entry of `start_index_map`),
    which partitioning adds, `operand` is the part of a larger tensor that begins
    there: an index vector that points outside of the part gives a slice of
    zeros, so that the sum over all parts is the gather of the whole; `bounds`
    then has the global sizes of those dimensions, which clamping uses.

    Example: rows of a table.

    ```mlir
    func.func @rows(%table: tensor<256x64xf32>, %ids: tensor<16x1xi32>) -> tensor<16x64xf32> {
      %r = model.gather %table[%ids] {offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 0>, start_index_map = array<i64: 0>, slice_sizes = array<i64: 1, 64>} : tensor<256x64xf32>, tensor<16x1xi32> -> tensor<16x64xf32>
      return %r : tensor<16x64xf32>
    }
    ```

    **Constraints:**
    - C1: `slice_sizes` has an entry for each dimension of `operand`, between 1
      and its size; 1 in `collapsed_slice_dims`.
    - C2: `start_index_map` has as many entries as the last dimension of
      `indices`, distinct and less than the operand's rank.
    - C3: `collapsed_slice_dims` are distinct dimensions of `operand`;
      `offset_dims` is ascending, and has an entry for each operand dimension
      that is not collapsed.
    - C4: the result's shape is the one that follows.
    - C5: operand and result have the same element type; indices are integers.
    - C6: `lower_bounds` and `bounds` are both absent, or both have an entry for
      each entry of `start_index_map`, and those operand dimensions have slice
      size 1.
  }];
  let arguments = (ins AnyStaticShapeTensor:$operand, AnyStaticShapeTensor:$indices,
    Variadic<Index>:$lower_bounds,
    DenseI64ArrayAttr:$offset_dims, DenseI64ArrayAttr:$collapsed_slice_dims,
    DenseI64ArrayAttr:$start_index_map, DenseI64ArrayAttr:$slice_sizes,
    OptionalAttr<DenseI64ArrayAttr>:$bounds);
  let results = (outs AnyStaticShapeTensor:$result);
  let assemblyFormat = [{
    $operand `[` $indices `]` (`from` $lower_bounds^)? attr-dict `:` type($operand) `,` type($indices) `->` type($result)
  }];
  let hasVerifier = 1;
}

def Model_ScatterCombiner : I32EnumAttr<"ScatterCombiner", "how updates combine", [
    I32EnumAttrCase<"Add", 0, "add">,
    I32EnumAttrCase<"Multiply", 1, "multiply">,
    I32EnumAttrCase<"Maximum", 2, "maximum">,
    I32EnumAttrCase<"Minimum", 3, "minimum">,
    I32EnumAttrCase<"Replace", 4, "replace">]> {
  let cppNamespace = "::mlir::shardwise::model";
  let genSpecializedAttr = 0;
}
def Model_ScatterCombinerAttr
    : EnumAttr<Model_Dialect, Model_ScatterCombiner, "combiner"> {
  let assemblyFormat = "$value";
}

def Model_ScatterOp : Model_Op<"scatter", [
    Pure, AllTypesMatch<["operand", "result"]>]> {
  let summary = "combine slices into a tensor at given indices";
  let description = [{
    The reverse of `model.gather`: for every index vector `v = indices[b..., :]`
    combines the slice of `updates` with the slice of `operand` that starts at
    `start`, where `start[scatter_dims_to_operand_dims[k]] = v[k]` and 0
    elsewhere. Updates that fall outside of `operand` are dropped. Result
    dimensions in `inserted_window_dims` have slice size 1 and do not occur in
    `updates`; the others are the dimensions `update_window_dims` of `updates`,
    in order. The last dimension of `indices` holds the index vectors.
    Several updates of one element are applied in row-major order of `updates`.
    `combiner` is how: `add`, `multiply`, `maximum`, `minimum` or `replace`.
    Source: StableHLO specification, scatter.

    With `lower_bounds` (one `index` value for each entry of
    `scatter_dims_to_operand_dims`), which partitioning adds, `operand` is the
    part of a larger tensor that begins there.

    **Constraints:**
    - C1: `inserted_window_dims` are distinct dimensions of `operand`;
      `update_window_dims` is ascending, and has an entry for each operand
      dimension that is not inserted.
    - C2: `scatter_dims_to_operand_dims` has as many entries as the last
      dimension of `indices`, distinct and less than the operand's rank.
    - C3: the dimensions of `updates` that are not in `update_window_dims` are
      those of `indices` without the last.
    - C4: a window of `updates` is not larger than `operand`.
    - C5: operand, updates and result have one element type, operand and result
      one shape; indices are integers.
    - C6: `lower_bounds` is absent or has an entry for each entry of
      `scatter_dims_to_operand_dims`.
  }];
  let arguments = (ins AnyStaticShapeTensor:$operand, AnyStaticShapeTensor:$indices,
    AnyStaticShapeTensor:$updates, Variadic<Index>:$lower_bounds,
    Model_ScatterCombinerAttr:$combiner,
    DenseI64ArrayAttr:$update_window_dims, DenseI64ArrayAttr:$inserted_window_dims,
    DenseI64ArrayAttr:$scatter_dims_to_operand_dims);
  let results = (outs AnyStaticShapeTensor:$result);
  let assemblyFormat = [{
    $combiner $updates `into` $operand `[` $indices `]` (`from` $lower_bounds^)? attr-dict `:` type($updates) `,` type($indices) `->` type($result)
  }];
  let hasVerifier = 1;
}

include "shardwise/Dialect/Model/IR/ModelAttentionOps.td"

#endif // SHARDWISE_DIALECT_MODEL_IR_MODELOPS
