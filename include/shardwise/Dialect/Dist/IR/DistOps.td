//===- DistOps.td - Operations of the dist dialect ---------*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_DIALECT_DIST_IR_DISTOPS
#define SHARDWISE_DIALECT_DIST_IR_DISTOPS

include "mlir/IR/OpBase.td"
include "mlir/IR/SymbolInterfaces.td"
include "mlir/Interfaces/SideEffectInterfaces.td"
include "shardwise/Dialect/Dist/IR/DistAttrs.td"
include "shardwise/Interfaces/NamedTensorInterface.td"

class Dist_Op<string mnemonic, list<Trait> traits = []>
    : Op<Dist_Dialect, mnemonic, traits>;

//===----------------------------------------------------------------------===//
// Layout maps
//===----------------------------------------------------------------------===//

def Dist_LayoutMapOp : Dist_Op<"layout_map", [
    SingleBlock, NoTerminator, NoRegionArguments]> {
  let summary = "hold a user's rules until they are attached";
  let description = [{
    The rules of a layout map, each with the source location of the file that it
    was read from. `dist-attach-layouts` consumes it: afterwards it is gone, so
    that nothing can be attached a second time.

    Example:

    ```mlir
    model.program @step {
      dist.layout_map #dist.mesh<"data" = 2, "model" = 4> model_parallel batch_axis "data" {
        dist.rule "dense/kernel" [[], ["model"]]
      }
    }
    ```

    **Constraints:**
    - C1: the body holds `dist.rule` operations only.
    - C2: `batch_axis` is an axis of the mesh.
    - C3: it stands in a `model.program`, or in a `dist.program`, where
      `dist-attach-layouts` refuses it as a second map.
  }];
  let arguments = (ins Dist_MeshAttr:$mesh, Dist_StrategyAttr:$strategy,
    StrAttr:$batch_axis);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = "$mesh $strategy `batch_axis` $batch_axis attr-dict-with-keyword $body";
  let hasVerifier = 1;
}

def Dist_RuleOp : Dist_Op<"rule", [HasParent<"LayoutMapOp">]> {
  let summary = "split variables whose path matches a key";
  let description = [{
    `key` is an exact path or a regular expression for the whole path; `dims`
    has, for each dimension, the names of the axes that split it from major to
    minor. Axis names are checked when the rule is attached, so that all
    problems of a map are reported together.

    **Constraints:**
    - C1: `dims` is an array of arrays of strings.
  }];
  let arguments = (ins StrAttr:$key, ArrayAttr:$dims);
  let assemblyFormat = "$key $dims attr-dict";
  let hasVerifier = 1;
}

//===----------------------------------------------------------------------===//
// Containers of the phases
//===----------------------------------------------------------------------===//

class Dist_ContainerOp<string mnemonic> : Dist_Op<mnemonic, [
    IsolatedFromAbove, Symbol, SymbolTable, SingleBlock, NoTerminator,
    NoRegionArguments]> {
  let arguments = (ins SymbolNameAttr:$sym_name, Dist_MeshAttr:$mesh);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = "$sym_name `on` $mesh attr-dict-with-keyword $body";
  let hasRegionVerifier = 1;
}

def Dist_ProgramOp : Dist_ContainerOp<"program"> {
  let summary = "contain a step whose variables, inputs and outputs are laid out";
  let description = [{
    What `dist-attach-layouts` makes of a `model.program`: the type of every
    `model.variable`, `model.input` and `model.output` has its sharding; the
    computation is unchanged and has none.

    **Constraints:**
    - C1: the type of every variable, input and output has a sharding, on this
      mesh, that is not partial.
    - C2: no other tensor type in the program has an encoding, but for operands
      and results of `dist.constrain`'s attribute.
    - C3: each variable, input and output is assigned at most once, and each
      output exactly once.
  }];
}

def Dist_ShardedProgramOp : Dist_ContainerOp<"sharded_program"> {
  let summary = "contain a step in which every tensor has a sharding";
  let description = [{
    What `dist-propagate` makes of a `dist.program`. Shapes are still global.
    Every change of sharding is a `dist.reshard`; this container's verifier
    checks every other operation against its factors, so a sharded and an
    unsharded value cannot be mixed.

    **Constraints:**
    - C1: every tensor type in the program has a sharding on this mesh.
    - C2: the shardings of each operation's operands and results agree: every
      factor is split alike wherever it occurs, a factor that must stay whole is
      not split, and a split reduced factor makes the results partial over its
      axes.
    - C3: an operand is partial only where the operation is linear in it, and the
      results are partial alike.
    - C4: values that a region passes on have the sharding of what receives them.
    - C5: no assigned variable or output is partial.
    - C6: each variable, input and output is assigned at most once, and each
      output exactly once.
  }];
}

def Dist_LocalProgramOp : Dist_ContainerOp<"local_program"> {
  let summary = "contain the program of one device";
  let description = [{
    What `dist-partition` makes of a `dist.sharded_program`: shapes are those of
    one device, variables have become `dist.shard`s, and communication is what
    the collectives say and nothing else. All devices run this program; what
    differs between them comes from `dist.axis_index` and the collectives.

    **Constraints:**
    - C1: no tensor type in the program has an encoding, but in the `global`
      attribute of `dist.shard`.
    - C2: there is no `model.variable`, `model.input`, `model.output`,
      `dist.layout_map` or `dist.reshard`.
    - C3: collectives and `dist.axis_index` are on this mesh.
    - C4: each shard is assigned at most once, and each output exactly once.
  }];
}

//===----------------------------------------------------------------------===//
// Named tensors after partitioning
//===----------------------------------------------------------------------===//

def Dist_ShardOp : Dist_Op<"shard", [
    Symbol, DeclareOpInterfaceMethods<NamedTensorInterface>,
    DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "declare one device's part of a named tensor";
  let description = [{
    `type` is the local type; `global` the type of the whole, with its sharding,
    which checkpoints need. `role` says what it was: a variable, an input or an
    output. `argument` and `result` are numbers of the exported step, -1 where
    there is none. No rule of a layout map can match a shard.

    A `copy` holds the values of the variable `copy_of` in another element type,
    between steps too: the program assigns both, and who writes the variable from
    outside writes the copy as well. It is not part of checkpoints.

    **Constraints:**
    - C1: `global` has a static shape and a sharding that is not partial.
    - C2: `type` is the local type of `global`.
    - C3: `copy_of` stands with the role `copy` alone, which needs it.
    - C4: `copy_of` is a variable of the same shape, sharding and kind of
      elements.
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, TypeAttrOf<AnyRankedTensor>:$type,
    TypeAttrOf<AnyRankedTensor>:$global, Dist_ShardRoleAttr:$role,
    DefaultValuedAttr<I64Attr, "-1">:$argument,
    DefaultValuedAttr<I64Attr, "-1">:$result,
    UnitAttr:$is_loss, UnitAttr:$is_unsigned,
    OptionalAttr<FlatSymbolRefAttr>:$copy_of);
  let builders = [OpBuilder<(ins "::llvm::StringRef":$name,
    "::mlir::RankedTensorType":$type, "::mlir::RankedTensorType":$global,
    "ShardRole":$role), [{
      build($_builder, $_state, name, type, global, role, -1, -1, false, false,
            ::mlir::FlatSymbolRefAttr());
  }]>];
  let assemblyFormat = "$sym_name $role `:` $type `of` $global attr-dict";
  let hasVerifier = 1;
}

//===----------------------------------------------------------------------===//
// Shardings of values
//===----------------------------------------------------------------------===//

def Dist_ConstrainOp : Dist_Op<"constrain", [Pure, AllTypesMatch<["input", "result"]>]> {
  let summary = "ask for a sharding of a value";
  let description = [{
    A request that propagation honours by resharding the value here.

    **Constraints:**
    - C1: the sharding is legal for the value's shape, and not partial.
  }];
  let arguments = (ins AnyRankedTensor:$input, Dist_ShardingAttr:$sharding);
  let results = (outs AnyRankedTensor:$result);
  let assemblyFormat = "$input `to` $sharding `:` type($input) attr-dict";
  let hasVerifier = 1;
}

def Dist_ReshardOp : Dist_Op<"reshard", [Pure]> {
  let summary = "change the sharding of a value";
  let description = [{
    The value is the same, its sharding another. Partial axes of the input that
    the result has not are reduced.

    **Constraints:**
    - C1: input and result differ in their sharding only, and both have one, on
      one mesh.
    - C2: the result is partial at most over axes over which the input is, with
      the same reduction.
  }];
  let arguments = (ins AnyRankedTensor:$input);
  let results = (outs AnyRankedTensor:$result);
  let assemblyFormat = "$input `:` type($input) `->` type($result) attr-dict";
  let hasVerifier = 1;
  let hasFolder = 1;
}

//===----------------------------------------------------------------------===//
// Collectives on local tensors
//===----------------------------------------------------------------------===//

def Dist_AxisIndexOp : Dist_Op<"axis_index", [Pure]> {
  let summary = "give this device's position on mesh axes";
  let description = [{
    The position, counted with the first axis as the most significant, of this
    device among all that differ in these axes.

    Example: on the mesh (data = 2, model = 4), device 6 (data 1, model 2):

    ```mlir
    %0 = dist.axis_index <#dist.mesh<"data" = 2, "model" = 4>, ["model"]>  // 2
    ```
  }];
  let arguments = (ins Dist_AxesAttr:$axes);
  let results = (outs Index:$result);
  let assemblyFormat = "$axes attr-dict";
}

def CollectiveInterface : OpInterface<"CollectiveInterface"> {
  let cppNamespace = "::mlir::shardwise::dist";
  let description = [{
    A collective is described by the shardings before and after it; its kind,
    its process groups and its bytes follow from them.
  }];
  let methods = [
    InterfaceMethod<"The kind of the operation.",
      "::mlir::shardwise::CollectiveKind", "getKind">,
    InterfaceMethod<"The sharding before.",
      "::mlir::shardwise::dist::ShardingAttr", "getSource">,
    InterfaceMethod<"The sharding after.",
      "::mlir::shardwise::dist::ShardingAttr", "getTarget">
  ];
  let extraSharedClassDeclaration = [{
    /// The shape of the whole tensor.
    ::llvm::SmallVector<int64_t> getGlobalShape() {
      auto type = ::llvm::cast<::mlir::RankedTensorType>(
          $_op->getResult(0).getType());
      return $_op.getTarget().getGlobalShape(type.getShape());
    }
    /// The bytes that one device receives.
    int64_t getBytesReceived() {
      return ::mlir::shardwise::dist::getBytesReceived($_op);
    }
  }];
}

class Dist_CollectiveOp<string mnemonic> : Dist_Op<mnemonic, [
    CollectiveInterface]> {
  let arguments = (ins AnyStaticShapeTensor:$input, Dist_ShardingAttr:$source,
    Dist_ShardingAttr:$target);
  let results = (outs AnyStaticShapeTensor:$result);
  let assemblyFormat = [{
    $input `from` $source `to` $target attr-dict `:` type($input) `->` type($result)
  }];
  let hasVerifier = 1;
  /// What all collectives promise, for their descriptions.
  string constraints = [{

    **Constraints:**
    - C1: `source` and `target` are on one mesh and have the rank of the tensors.
    - C2: the input's shape, multiplied by the source's parts, is the result's
      shape, multiplied by the target's parts; element types are the same.
    - C3: the change from `source` to `target` is of this operation's kind.
  }];
  let extraClassDeclaration = [{
    static ::mlir::shardwise::CollectiveKind getCollectiveKind();
    ::mlir::shardwise::CollectiveKind getKind() { return getCollectiveKind(); }
  }];
}

def Dist_AllSliceOp : Dist_CollectiveOp<"all_slice"> {
  let summary = "keep this device's slice";
  let description = [{
    Splits dimensions further, over axes over which the value was replicated.
    Nothing is communicated. Mesh (x = 2), `[[]]` to `[["x"]]`:

    | | device 0 | device 1 |
    |---|---|---|
    | input | 1 2 3 4 | 1 2 3 4 |
    | result | 1 2 | 3 4 |
  }] # constraints;
}

def Dist_AllGatherOp : Dist_CollectiveOp<"all_gather"> {
  let summary = "collect the parts of the devices on some axes";
  let description = [{
    Undoes the innermost splits of dimensions. Mesh (x = 2), `[["x"]]` to `[[]]`:

    | | device 0 | device 1 |
    |---|---|---|
    | input | 1 2 | 3 4 |
    | result | 1 2 3 4 | 1 2 3 4 |
  }] # constraints;
}

def Dist_AllToAllOp : Dist_CollectiveOp<"all_to_all"> {
  let summary = "move axes from some dimensions to others";
  let description = [{
    Every device gives each other device of the group the part that it needs.
    Mesh (x = 2), `[["x"], []]` to `[[], ["x"]]`:

    | | device 0 | device 1 |
    |---|---|---|
    | input | [1 2] | [3 4] |
    | result | [1] [3] | [2] [4] |
  }] # constraints;
}

def Dist_CollectivePermuteOp : Dist_CollectiveOp<"collective_permute"> {
  let summary = "pass whole parts from device to device";
  let description = [{
    The parts are the same, other devices hold them. Mesh (x = 2, y = 2),
    `[["x", "y"]]` to `[["y", "x"]]`: devices 1 and 2 exchange their parts.
  }] # constraints;
}

def Dist_ExchangeOp : Dist_CollectiveOp<"exchange"> {
  let summary = "take every device from the part it holds to the part it needs";
  let description = [{
    The general change of a sharding that is not partial, as one grouped exchange:
    every device receives exactly what it needs and lacks.
    Mesh (x = 2, y = 2), `[["x"], []]` to `[["y"], ["x"]]` is one.
  }] # constraints;
}

def Dist_AllReduceOp : Dist_CollectiveOp<"all_reduce"> {
  let summary = "combine the partial values of the devices on some axes";
  let description = [{
    Mesh (x = 2), partial(sum) over "x" to replicated:

    | | device 0 | device 1 |
    |---|---|---|
    | input | 1 2 | 3 4 |
    | result | 4 6 | 4 6 |
  }] # constraints;
}

def Dist_ReduceScatterOp : Dist_CollectiveOp<"reduce_scatter"> {
  let summary = "combine partial values, each device keeping its part";
  let description = [{
    Mesh (x = 2), partial(sum) over "x" to `[["x"]]`:

    | | device 0 | device 1 |
    |---|---|---|
    | input | 1 2 | 3 4 |
    | result | 4 | 6 |
  }] # constraints;
}

def Dist_PartialSwapOp : Dist_CollectiveOp<"partial_swap"> {
  let summary = "give each of two devices the partial value of the other";
  let description = [{
    Half of an all_reduce over two devices: what is left is to combine the result
    with the input, which can be part of whatever needs the sum. Mesh (x = 2),
    partial(sum) over "x" to replicated:

    | | device 0 | device 1 |
    |---|---|---|
    | input | 1 2 | 3 4 |
    | result | 3 4 | 1 2 |

    The change from source to target is that of an all_reduce over two devices.
  }] # constraints;
}

#endif // SHARDWISE_DIALECT_DIST_IR_DISTOPS
