//===- Passes.td - Passes of the dist dialect --------------*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_DIALECT_DIST_TRANSFORMS_PASSES
#define SHARDWISE_DIALECT_DIST_TRANSFORMS_PASSES

include "mlir/Pass/PassBase.td"

def ReadLayoutsPass : Pass<"dist-read-layouts", "::mlir::ModuleOp"> {
  let summary = "Read a layout file into a dist.layout_map";
  let description = [{
    Puts a `dist.layout_map` into each `model.program`, for
    `dist-attach-layouts` to consume. Its rules have the locations of the layout
    file, so that whatever is wrong with them is reported there.

    With `file`, the map is that of the file, on the file's mesh or, with `mesh`,
    on one with the same axes and other sizes. With `mesh` alone it is a data
    parallel map whose batch axis is the first axis. With neither it is a map for
    one device.

    Before:

    ```mlir
    model.program @step {
      model.input @x : tensor<4xf32> {argument = 0 : i64}
    }
    ```

    After, with `mesh=data=2`:

    ```mlir
    model.program @step {
      dist.layout_map #dist.mesh<"data" = 2> data_parallel batch_axis "data" {
      }
      model.input @x : tensor<4xf32> {argument = 0 : i64}
    }
    ```
  }];
  let dependentDialects = ["::mlir::shardwise::dist::DistDialect"];
  let options = [
    Option<"file", "file", "std::string", "",
           "The layout file to read, in JSON">,
    Option<"mesh", "mesh", "std::string", "",
           "The mesh to take, as in data=2,model=4">
  ];
}

def AttachLayoutsPass : Pass<"dist-attach-layouts", "::mlir::ModuleOp"> {
  let summary = "Give every variable, input and output its layout, once";
  let description = [{
    Consumes the `dist.layout_map` of each `model.program` and turns the program
    into a `dist.program`, in which the types of all declarations have a
    sharding. The computation is left alone. Runs after import and before
    `dist-propagate`; it is a pass of its own because it is the only one that
    reads layout maps: afterwards there is none, which is why no variable can be
    laid out twice.

    A trainable or non-trainable variable takes the rule whose key is its path;
    else the one rule whose key matches the path as a regular expression. Two
    matches are an error, no match replicates. The attribute `dist.layout` on a
    declaration, with the form of a rule's dimensions, wins over rules.

    Optimizer slots follow their variable by dimension: the same shape has the
    same layout, a slot that has some of the variable's dimensions has their
    layout, a scalar is replicated. A rule whose key is the slot's path wins, as
    does an expression that matches the slot's path and not its variable's: one
    like `.*kernel.*`, which matches both, is meant for the variable. Optimizer
    state that belongs to no variable takes an expression that matches no variable
    at all.

    Metrics and seeds are replicated, whatever the rules say. Inputs are split
    along dimension 0 over the batch axis; outputs are replicated. Under data
    parallel, variables are replicated. Several maps may stand in a program if
    they have one mesh and name different variables.

    With `split-updates`, trainable variables that are large and that no rule lays
    out are split over the batch axis instead, along their first dimension that
    divides, and their slots follow. Then each device has a part of the
    optimizer's state and updates its part of the variable: gradients are
    scattered, not reduced whole, and what computation reads is gathered, in the
    type in which it is read.

    All problems of a map are reported in one run, each at its rule: a rank that
    does not match, an unknown axis, an axis used twice, a dimension that does
    not divide, ambiguous rules, a key given twice, an invalid pattern. A rule
    that lays out nothing is a warning, or an error with `strict`.

    `dist.rule` and `dist.rule_loc` on a declaration say which rule laid it out,
    for reports; a slot has those of the variable it follows.

    Before:

    ```mlir
    model.program @step {
      dist.layout_map #dist.mesh<"data" = 2, "model" = 4> model_parallel batch_axis "data" {
        dist.rule "dense/kernel" [[], ["model"]]
      }
      model.variable @"dense/kernel" : tensor<32x8xf32> {argument = 0 : i64, kind = #model<kind trainable>}
    }
    ```

    After:

    ```mlir
    #mesh = #dist.mesh<"data" = 2, "model" = 4>
    dist.program @step on #mesh {
      model.variable @"dense/kernel" : tensor<32x8xf32, #dist.sharding<#mesh, [[], ["model"]]>> {argument = 0 : i64, dist.rule = "dense/kernel", dist.rule_loc = loc("layouts.json":5:4), kind = #model<kind trainable>}
    }
    ```
  }];
  let dependentDialects = ["::mlir::shardwise::dist::DistDialect"];
  let options = [
    Option<"strict", "strict", "bool", "false",
           "Report a rule that matches no variable as an error">,
    Option<"splitBytes", "split-updates", "int64_t", "0",
           "Split trainable variables of at least so many bytes, of which no rule speaks, over the batch axis, so that each device updates its part; 0 replicates them">
  ];
}

def PropagatePass : Pass<"dist-propagate", "::mlir::ModuleOp"> {
  let summary = "Give every value a sharding";
  let description = [{
    Turns each `dist.program` into a `dist.sharded_program`: every tensor type has
    a sharding, and every change of sharding is a `dist.reshard`. Declarations
    keep the layouts that they have.

    The decisions are made on side tables of integers in three linear sweeps over
    the program. A forward sweep lets the shardings of variables and inputs flow
    along factors as far as they agree; a backward sweep finds what the uses of
    each value want, and whether a partial result is cheaper to reduce where it
    arises or after the linear operations that follow; a last forward sweep
    decides each operation by the bytes that its operands and results would move,
    ties by a fixed order. Constants, empties and iotas belong to each use and
    never decide anything.

    Before:

    ```mlir
    #mesh = #dist.mesh<"x" = 2>
    dist.program @step on #mesh {
      model.input @a : tensor<4xf32, #dist.sharding<#mesh, [["x"]]>> {argument = 0 : i64}
      model.output @r : tensor<4xf32, #dist.sharding<#mesh, [[]]>> {result = 0 : i64}
      %0 = model.read @a : tensor<4xf32>
      %1 = arith.negf %0 : tensor<4xf32>
      model.assign @r, %1 : tensor<4xf32>
    }
    ```

    After:

    ```mlir
    #mesh = #dist.mesh<"x" = 2>
    #split = #dist.sharding<#mesh, [["x"]]>
    #whole = #dist.sharding<#mesh, [[]]>
    dist.sharded_program @step on #mesh {
      model.input @a : tensor<4xf32, #split> {argument = 0 : i64}
      model.output @r : tensor<4xf32, #whole> {result = 0 : i64}
      %0 = model.read @a : tensor<4xf32, #split>
      %1 = arith.negf %0 : tensor<4xf32, #split>
      %2 = dist.reshard %1 : tensor<4xf32, #split> -> tensor<4xf32, #whole>
      model.assign @r, %2 : tensor<4xf32, #whole>
    }
    ```
  }];
  let dependentDialects = ["::mlir::shardwise::dist::DistDialect"];
}

def PartitionPass : Pass<"dist-partition", "::mlir::ModuleOp"> {
  let summary = "Make shapes local and communication explicit";
  let description = [{
    Turns each `dist.sharded_program` into a `dist.local_program`: types become
    those of one device, declarations become `dist.shard`s, each `dist.reshard`
    becomes the collectives that the reshard planner finds, and operations that
    depend on the global index (iota, gather, scatter) get their offsets.

    Before:

    ```mlir
    #mesh = #dist.mesh<"x" = 2>
    #split = #dist.sharding<#mesh, [["x"]]>
    #whole = #dist.sharding<#mesh, [[]]>
    dist.sharded_program @step on #mesh {
      model.input @a : tensor<4xf32, #split> {argument = 0 : i64}
      model.output @r : tensor<4xf32, #whole> {result = 0 : i64}
      %0 = model.read @a : tensor<4xf32, #split>
      %1 = dist.reshard %0 : tensor<4xf32, #split> -> tensor<4xf32, #whole>
      model.assign @r, %1 : tensor<4xf32, #whole>
    }
    ```

    After:

    ```mlir
    #mesh = #dist.mesh<"x" = 2>
    #split = #dist.sharding<#mesh, [["x"]]>
    #whole = #dist.sharding<#mesh, [[]]>
    dist.local_program @step on #mesh {
      dist.shard @a input : tensor<2xf32> of tensor<4xf32, #split> {argument = 0 : i64}
      dist.shard @r output : tensor<4xf32> of tensor<4xf32, #whole> {result = 0 : i64}
      %0 = model.read @a : tensor<2xf32>
      %1 = dist.all_gather %0 from #split to #whole : tensor<2xf32> -> tensor<4xf32>
      model.assign @r, %1 : tensor<4xf32>
    }
    ```
  }];
  let dependentDialects = ["::mlir::shardwise::dist::DistDialect",
                           "::mlir::arith::ArithDialect"];
}

def SwapPartialsPass : Pass<"dist-swap-partials", "::mlir::ModuleOp"> {
  let summary = "Make large sums over two devices an exchange and an addition";
  let description = [{
    Replaces each `dist.all_reduce` that sums at least `min-bytes` over two devices
    by a `dist.partial_swap` and an addition of the two values; each
    `dist.reduce_scatter` likewise, where each device gives the other its part and
    adds what it gets to its own. The addition joins
    a kernel that reads the sum, and the exchange is a plain copy, which takes no
    processors from what runs beside it. Both devices get the same bits, as
    addition commutes. Sums of small values stay: their cost is not the bytes.

    What libraries do not reduce in the same way is taken apart as well, whatever
    its size: the largest and smallest of floats, where they drop NaN, elements of
    i16, and sums of i1. That is done over two devices in the same way, over more
    by a `dist.all_gather` along a new dimension, or a `dist.all_to_all` where each
    device keeps a part, and a `linalg.reduce` over it.

    Before:

    ```mlir
    #mesh = #dist.mesh<"x" = 2>
    #part = #dist.sharding<#mesh, [[]], partial(sum) = ["x"]>
    #whole = #dist.sharding<#mesh, [[]]>
    dist.local_program @step on #mesh {
      dist.shard @a input : tensor<4xf32> of tensor<4xf32, #whole> {argument = 0 : i64}
      dist.shard @r output : tensor<4xf32> of tensor<4xf32, #whole> {result = 0 : i64}
      %0 = model.read @a : tensor<4xf32>
      %1 = dist.all_reduce %0 from #part to #whole : tensor<4xf32> -> tensor<4xf32>
      model.assign @r, %1 : tensor<4xf32>
    }
    ```

    After, with `min-bytes=0`:

    ```mlir
    #mesh = #dist.mesh<"x" = 2>
    #part = #dist.sharding<#mesh, [[]], partial(sum) = ["x"]>
    #whole = #dist.sharding<#mesh, [[]]>
    dist.local_program @step on #mesh {
      dist.shard @a input : tensor<4xf32> of tensor<4xf32, #whole> {argument = 0 : i64}
      dist.shard @r output : tensor<4xf32> of tensor<4xf32, #whole> {result = 0 : i64}
      %0 = model.read @a : tensor<4xf32>
      %1 = dist.partial_swap %0 from #part to #whole : tensor<4xf32> -> tensor<4xf32>
      %2 = arith.addf %0, %1 : tensor<4xf32>
      model.assign @r, %2 : tensor<4xf32>
    }
    ```
  }];
  let dependentDialects = ["::mlir::shardwise::dist::DistDialect",
                           "::mlir::arith::ArithDialect",
                           "::mlir::linalg::LinalgDialect",
                           "::mlir::tensor::TensorDialect"];
  let options = [
    Option<"minBytes", "min-bytes", "int64_t", "1048576",
           "The bytes of the smallest sum that is taken apart">
  ];
}

def PrintCollectivesPass : Pass<"dist-print-collectives", "::mlir::ModuleOp"> {
  let summary = "Print what each local program communicates";
  let description = [{
    Prints, for each `dist.local_program`, its collectives by kind and axes, with
    their number and the bytes that one device receives in a step. Changes
    nothing. Tests and people read it; `shard-run` prints the same figures.

    ```text
    @step
      all_reduce over ["data"]: 3, 8196 bytes per device
      total: 8196 bytes per device
    ```
  }];
}

#endif // SHARDWISE_DIALECT_DIST_TRANSFORMS_PASSES
