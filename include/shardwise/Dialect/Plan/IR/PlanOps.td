//===- PlanOps.td - Operations of the plan dialect ---------*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_DIALECT_PLAN_IR_PLANOPS
#define SHARDWISE_DIALECT_PLAN_IR_PLANOPS

include "mlir/IR/OpBase.td"
include "mlir/IR/SymbolInterfaces.td"
include "mlir/Interfaces/SideEffectInterfaces.td"
include "shardwise/Dialect/Dist/IR/DistAttrs.td"

//===----------------------------------------------------------------------===//
// The dialect
//===----------------------------------------------------------------------===//

def Plan_Dialect : Dialect {
  let name = "plan";
  let cppNamespace = "::mlir::shardwise::plan";
  let summary = "What a device does, command by command";
  let description = [{
    The executable form of a step: a flat list of commands on buffers whose
    places in memory are decided. All devices run the same list, each on its own
    memory. Order is the order of execution, and nothing is implied: what the
    list does not copy is not copied.

    A kernel of a plan is a private function in the program that has the
    attribute `plan.kernel`. It takes tensors and gives tensors; a launch hands it
    one buffer for each. `plan.in_place = [array<i64: result, argument>, ...]` lists
    the results that may be written where an argument is read.
  }];
  let dependentDialects = ["::mlir::shardwise::dist::DistDialect",
                           "::mlir::func::FuncDialect"];
}

class Plan_Op<string mnemonic, list<Trait> traits = []>
    : Op<Plan_Dialect, mnemonic, traits>;

/// Memory with a known size, contiguous and row-major.
def Plan_Buffer : Type<And<[
    AnyStaticShapeMemRef.predicate,
    CPred<"::llvm::cast<::mlir::MemRefType>($_self).getLayout().isIdentity()">]>,
    "contiguous buffer of static shape", "::mlir::MemRefType">;

//===----------------------------------------------------------------------===//
// The program
//===----------------------------------------------------------------------===//

def Plan_ProgramOp : Plan_Op<"program", [
    IsolatedFromAbove, Symbol, SymbolTable, SingleBlock, NoTerminator,
    NoRegionArguments]> {
  let summary = "contain the commands of one step";
  let description = [{
    What `plan-schedule` makes of a `dist.local_program`. `arena` is the number of
    bytes that each device needs beside its shards.

    Example:

    ```mlir
    #mesh = #dist.mesh<"x" = 2>
    #split = #dist.sharding<#mesh, [["x"]]>
    #whole = #dist.sharding<#mesh, [[]]>
    plan.program @step on #mesh arena 64 {
      dist.shard @a input : tensor<2xf32> of tensor<4xf32, #split> {argument = 0 : i64}
      dist.shard @r output : tensor<4xf32> of tensor<4xf32, #whole> {result = 0 : i64}
      %a = plan.shard @a : memref<2xf32>
      %r = plan.shard @r : memref<4xf32>
      %t = plan.buffer 0 : memref<2xf32>
      plan.copy %a -> %t : memref<2xf32> to memref<2xf32>
      plan.collective "all_gather"(%t) -> (%r) from [#split] to [#whole] : (memref<2xf32>) -> memref<4xf32>
    }
    ```

    **Constraints:**
    - C1: the body holds operations of this dialect, `dist.shard`s and kernels.
    - C2: every buffer lies in the arena, at a multiple of 64 bytes.
    - C3: collectives are on this mesh.
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, Dist_MeshAttr:$mesh, I64Attr:$arena);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = "$sym_name `on` $mesh `arena` $arena attr-dict-with-keyword $body";
  let hasRegionVerifier = 1;
}

//===----------------------------------------------------------------------===//
// Memory
//===----------------------------------------------------------------------===//

def Plan_BufferOp : Plan_Op<"buffer", [Pure]> {
  let summary = "name a place in the arena";
  let description = [{
    Buffers may overlap: the schedule sees to it that what overlaps does not live
    at the same time.
  }];
  let arguments = (ins I64Attr:$offset);
  let results = (outs Plan_Buffer:$result);
  let assemblyFormat = "$offset attr-dict `:` type($result)";
}

def Plan_ShardOp : Plan_Op<"shard", [
    Pure, DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "name the memory of a shard";
  let description = [{
    The memory of a variable, an input or an output; that of a variable lives
    from step to step.

    **Constraints:**
    - C1: `name` is a `dist.shard` of this program.
    - C2: the buffer has the shard's shape and element type.
  }];
  let arguments = (ins FlatSymbolRefAttr:$name);
  let results = (outs Plan_Buffer:$result);
  let assemblyFormat = "$name attr-dict `:` type($result)";
}

def Plan_ConstantOp : Plan_Op<"constant", [Pure]> {
  let summary = "name memory with known contents";
  let description = [{
    All devices share it, and no command writes to it.

    **Constraints:**
    - C1: the buffer has the value's shape and element type.
  }];
  let arguments = (ins ElementsAttr:$value);
  let results = (outs Plan_Buffer:$result);
  let assemblyFormat = "$value attr-dict `:` type($result)";
  let hasVerifier = 1;
}

def Plan_ViewOp : Plan_Op<"view", [Pure]> {
  let summary = "name memory under another shape";
  let description = [{
    **Constraints:**
    - C1: both have as many elements, of one type.
  }];
  let arguments = (ins Plan_Buffer:$source);
  let results = (outs Plan_Buffer:$result);
  let assemblyFormat = "$source attr-dict `:` type($source) `as` type($result)";
  let hasVerifier = 1;
}

def Plan_PartOp : Plan_Op<"part", [Pure]> {
  let summary = "name a part of a buffer";
  let description = [{
    The elements from number `offset` on, as many as the result has.

    **Constraints:**
    - C1: both have elements of one type, and the part lies in the source.
  }];
  let arguments = (ins Plan_Buffer:$source, I64Attr:$offset);
  let results = (outs Plan_Buffer:$result);
  let assemblyFormat = "$source `at` $offset attr-dict `:` type($source) `as` type($result)";
  let hasVerifier = 1;
}

//===----------------------------------------------------------------------===//
// Commands
//===----------------------------------------------------------------------===//

def Plan_LaunchOp : Plan_Op<"launch", [
    AttrSizedOperandSegments, DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "run a kernel";
  let description = [{
    Example: `plan.launch @kernel_0(%a, %b) -> (%b) : (memref<4xf32>, memref<4xf32>) -> memref<4xf32>`.

    **Constraints:**
    - C1: `kernel` is a function of this program with the attribute `plan.kernel`.
    - C2: there is a buffer of the same shape and element type for each argument
      and each result of the kernel.
    - C3: a buffer that is both read and written is an argument and a result that
      `plan.in_place` of the kernel lists.
  }];
  let arguments = (ins FlatSymbolRefAttr:$kernel, Variadic<Plan_Buffer>:$inputs,
    Variadic<Plan_Buffer>:$outputs);
  let assemblyFormat = [{
    $kernel `(` $inputs `)` `->` `(` $outputs `)` attr-dict `:` functional-type($inputs, $outputs)
  }];
}

def Plan_ContractOp : Plan_Op<"contract", [AttrSizedOperandSegments]> {
  let summary = "multiply and sum";
  let description = [{
    `linalg.contract` on buffers: the sum over all iteration dimensions that the
    third of `indexing_maps` lacks. With `accumulate` it is added to what
    `output` holds, else `output` is overwritten. Sums of floats shorter than 32
    bits are kept in 32 bits and rounded once.

    `bias` and `preactivation` are those of `plan.biased_contract`.

    **Constraints:**
    - C1: there are three maps over the same dimensions, projected permutations
      with as many results as their buffers have dimensions.
    - C2: an iteration dimension has one size, and occurs in an input.
    - C3: the buffers are of integers, or of floats.
    - C4: `bias` is like that of `plan.biased_contract`, and is not there with
      `accumulate`.
    - C5: `preactivation` is like `output`, and only there with `bias`.
  }];
  let arguments = (ins Plan_Buffer:$lhs, Plan_Buffer:$rhs,
    Optional<Plan_Buffer>:$bias, Plan_Buffer:$output,
    Optional<Plan_Buffer>:$preactivation, AffineMapArrayAttr:$indexing_maps,
    UnitAttr:$accumulate);
  let assemblyFormat = [{
    $lhs `,` $rhs (`plus` $bias^)? `->` $output (`gelu` `of` $preactivation^)? (`accumulate` $accumulate^)? `maps` $indexing_maps attr-dict `:` type($lhs) `,` type($rhs) (`plus` type($bias)^)? `->` type($output) (`gelu` `of` type($preactivation)^)?
  }];
  let hasVerifier = 1;
}

def Plan_BiasedContractOp : Plan_Op<"biased_contract", [Pure]> {
  let summary = "multiply, sum and add a bias, on tensors";
  let description = [{
    A `linalg.contract` to which a vector along the last dimensions is added, as
    one operation of a `dist.local_program`, since a product library does both at
    once; `plan-fold-epilogues` makes it and `plan-schedule` makes a
    `plan.contract` of it. With `preactivation` that is the sum, and `result` is
    its GELU in the form with the hyperbolic tangent,
    `x / 2 * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x^3)))`.

    Each result is as exact as if every operation was rounded to its type, or
    more so.

    Example:

    ```mlir
    #lhs = affine_map<(i, j, k) -> (i, k)>
    #rhs = affine_map<(i, j, k) -> (k, j)>
    #out = affine_map<(i, j, k) -> (i, j)>
    func.func @layer(%x: tensor<4x8xf32>, %w: tensor<8x2xf32>, %b: tensor<2xf32>) {
      %y = plan.biased_contract %x, %w plus %b maps [#lhs, #rhs, #out] : tensor<4x8xf32>, tensor<8x2xf32> plus tensor<2xf32> -> tensor<4x2xf32>
      %g, %p = plan.biased_contract %x, %w plus %b maps [#lhs, #rhs, #out] : tensor<4x8xf32>, tensor<8x2xf32> plus tensor<2xf32> -> tensor<4x2xf32> gelu of tensor<4x2xf32>
      func.return
    }
    ```

    **Constraints:**
    - C1: there are three maps over the same dimensions, projected permutations
      with as many results as their tensors have dimensions.
    - C2: an iteration dimension has one size, and occurs in an input.
    - C3: the tensors are of floats.
    - C4: `bias` has the element type and the last dimensions of `result`: those,
      and no others, that one of the inputs lacks. No dimension is in both inputs
      and the result.
    - C5: `preactivation` is like `result`.
  }];
  let arguments = (ins AnyStaticShapeTensor:$lhs, AnyStaticShapeTensor:$rhs,
    AnyStaticShapeTensor:$bias, AffineMapArrayAttr:$indexing_maps);
  let results = (outs AnyStaticShapeTensor:$result,
    Optional<AnyStaticShapeTensor>:$preactivation);
  let assemblyFormat = [{
    $lhs `,` $rhs `plus` $bias `maps` $indexing_maps attr-dict `:` type($lhs) `,` type($rhs) `plus` type($bias) `->` type($result) (`gelu` `of` type($preactivation)^)?
  }];
  let hasVerifier = 1;
  let extraClassDeclaration = [{
    /// How many products of two elements are summed.
    double getNumMultiplications();
    /// Whether maps like those of a contraction allow a bias along this many
    /// last dimensions of the output (C4).
    static bool isBiasRank(::mlir::ArrayRef<::mlir::AffineMap> maps,
                           int64_t rank);
  }];
}

def Plan_AttentionOp : Plan_Op<"attention"> {
  let summary = "attend by a library";
  let description = [{
    `model.attention` without a mask of its own, on buffers. `workspace` holds
    what the library needs meanwhile; its contents mean nothing afterwards.

    Example:

    ```mlir
    plan.program @step on #dist.mesh<"x" = 1> arena 20480 {
      %q = plan.buffer 0 : memref<1x32x4x16xbf16>
      %k = plan.buffer 4096 : memref<1x32x4x16xbf16>
      %v = plan.buffer 8192 : memref<1x32x4x16xbf16>
      %o = plan.buffer 12288 : memref<1x32x4x16xbf16>
      %s = plan.buffer 16384 : memref<1x4x32xf32>
      %w = plan.buffer 16896 : memref<64xi8>
      plan.attention %q, %k, %v -> %o, %s with %w scale 0.25 causal : memref<1x32x4x16xbf16>, memref<1x32x4x16xbf16>, memref<1x32x4x16xbf16> -> memref<1x32x4x16xbf16>, memref<1x4x32xf32> with memref<64xi8>
    }
    ```

    **Constraints:**
    - C1: `query`, `key` and `value` are `[b, i, h, d]`, `[b, j, g, d]` and
      `[b, j, g, e]`, `h` a multiple of `g`; `output` is `[b, i, h, e]`; no size
      is 0.
    - C2: these are of one type, bf16 or f16.
    - C3: `statistics` is `[b, h, i]` of f32.
    - C4: `workspace` is one dimension of i8.
    - C5: what is written is not read, nor written twice.
  }];
  let arguments = (ins Plan_Buffer:$query, Plan_Buffer:$key, Plan_Buffer:$value,
    Plan_Buffer:$output, Plan_Buffer:$statistics, Plan_Buffer:$workspace,
    F64Attr:$scale, UnitAttr:$causal);
  let assemblyFormat = [{
    $query `,` $key `,` $value `->` $output `,` $statistics `with` $workspace `scale` $scale (`causal` $causal^)? attr-dict `:` type($query) `,` type($key) `,` type($value) `->` type($output) `,` type($statistics) `with` type($workspace)
  }];
  let hasVerifier = 1;
}

def Plan_AttentionGradOp : Plan_Op<"attention_grad"> {
  let summary = "gradients of an attention by a library";
  let description = [{
    `model.attention_grad` without a mask of its own, on buffers. The results are
    the same bits in every run, unless `any_order` lets the library add up in an
    order that may change.

    **Constraints:**
    - C1 to C4: those of `plan.attention`; `gradient` is like `output`, and the
      results are like `query`, `key` and `value`.
    - C5: what is written is not read, nor written twice.
  }];
  let arguments = (ins Plan_Buffer:$query, Plan_Buffer:$key, Plan_Buffer:$value,
    Plan_Buffer:$output, Plan_Buffer:$statistics, Plan_Buffer:$gradient,
    Plan_Buffer:$dquery, Plan_Buffer:$dkey, Plan_Buffer:$dvalue,
    Plan_Buffer:$workspace, F64Attr:$scale, UnitAttr:$causal,
    UnitAttr:$any_order);
  let assemblyFormat = [{
    $query `,` $key `,` $value `,` $output `,` $statistics `,` $gradient `->` $dquery `,` $dkey `,` $dvalue `with` $workspace `scale` $scale (`causal` $causal^)? (`any_order` $any_order^)? attr-dict `:` type($query) `,` type($key) `,` type($value) `,` type($output) `,` type($statistics) `,` type($gradient) `->` type($dquery) `,` type($dkey) `,` type($dvalue) `with` type($workspace)
  }];
  let hasVerifier = 1;
}

def Plan_CollectiveOp : Plan_Op<"collective", [AttrSizedOperandSegments]> {
  let summary = "communicate";
  let description = [{
    One or more collectives that take place together: each takes an input from
    its sharding in `sources` to an output with its sharding in `targets`. All of
    them are of the kind `kind`, by the names of dist's operations.

    On a `stream` other than 0 they run beside the commands that follow, until
    one of these touches their buffers in a way that needs an order: it waits, as
    the collective waits for what comes before it. Loops know stream 0 only.

    **Constraints:**
    - C1: there are as many inputs, outputs, sources and targets, at least one.
    - C2: input and output are local parts of one tensor under their shardings.
    - C3: the change from each source to its target is of this kind.
    - C4: only an all_reduce may be done in place.
    - C5: there are at most 4 streams, and one where there are loops.
  }];
  let arguments = (ins StrAttr:$kind, Variadic<Plan_Buffer>:$inputs,
    Variadic<Plan_Buffer>:$outputs,
    TypedArrayAttrBase<Dist_ShardingAttr, "array of shardings">:$sources,
    TypedArrayAttrBase<Dist_ShardingAttr, "array of shardings">:$targets,
    DefaultValuedAttr<I64Attr, "0">:$stream);
  let assemblyFormat = [{
    $kind (`stream` $stream^)? `(` $inputs `)` `->` `(` $outputs `)` `from` $sources `to` $targets attr-dict `:` functional-type($inputs, $outputs)
  }];
  let hasVerifier = 1;
  let extraClassDeclaration = [{
    /// The kind as plain data; valid for verified operations.
    ::mlir::shardwise::CollectiveKind getCollectiveKind();
    ::mlir::shardwise::dist::ShardingAttr getSource(unsigned i) {
      return ::llvm::cast<::mlir::shardwise::dist::ShardingAttr>(getSources()[i]);
    }
    ::mlir::shardwise::dist::ShardingAttr getTarget(unsigned i) {
      return ::llvm::cast<::mlir::shardwise::dist::ShardingAttr>(getTargets()[i]);
    }
  }];
}

def Plan_CopyOp : Plan_Op<"copy"> {
  let summary = "copy one buffer to another";
  let description = [{
    **Constraints:**
    - C1: both have as many elements, of one type.
  }];
  let arguments = (ins Plan_Buffer:$source, Plan_Buffer:$target);
  let assemblyFormat = [{
    $source `->` $target attr-dict `:` type($source) `to` type($target)
  }];
  let hasVerifier = 1;
}

def Plan_WhileOp : Plan_Op<"while", [
    SingleBlock, NoTerminator, NoRegionArguments]> {
  let summary = "repeat commands";
  let description = [{
    Runs the commands of `before`, then, if its `plan.condition` holds, those of
    `body`, and begins again.

    Example:

    ```mlir
    plan.program @step on #dist.mesh<"x" = 1> arena 64 {
      %go = plan.buffer 0 : memref<i1>
      %no = plan.constant dense<false> : tensor<i1> : memref<i1>
      plan.while {
        plan.condition %go : memref<i1>
      } do {
        plan.copy %no -> %go : memref<i1> to memref<i1>
      }
    }
    ```

    **Constraints:**
    - C1: `before` ends with a `plan.condition`.
  }];
  let regions = (region SizedRegion<1>:$before, SizedRegion<1>:$body);
  let assemblyFormat = "$before `do` $body attr-dict";
  let hasRegionVerifier = 1;
}

def Plan_ConditionOp : Plan_Op<"condition", [HasParent<"WhileOp">]> {
  let summary = "decide whether a loop goes on";
  let description = [{
    **Constraints:**
    - C1: the buffer holds one i1.
    - C2: it is the last operation of the loop's first region.
  }];
  let arguments = (ins Plan_Buffer:$condition);
  let assemblyFormat = "$condition attr-dict `:` type($condition)";
  let hasVerifier = 1;
}

#endif // SHARDWISE_DIALECT_PLAN_IR_PLANOPS
