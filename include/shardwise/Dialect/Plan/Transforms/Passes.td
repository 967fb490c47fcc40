//===- Passes.td - Passes of the plan dialect --------------*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_DIALECT_PLAN_TRANSFORMS_PASSES
#define SHARDWISE_DIALECT_PLAN_TRANSFORMS_PASSES

include "mlir/Pass/PassBase.td"

def SchedulePass : Pass<"plan-schedule", "::mlir::ModuleOp"> {
  let summary = "Order the commands and give every value its memory";
  let description = [{
    Turns each `dist.local_program` into a `plan.program`. It must hold kernel
    calls (`func.call` of functions with `plan.kernel`), `linalg.contract`,
    `plan.biased_contract`, attentions that a library runs, collectives, reshapes,
    `scf.while` and constants only: `plan-form-kernels`, which runs before, puts everything else into kernels. It is a pass of its own
    because it decides about memory, which no other pass may change.

    Commands keep the order of the program, but for reductions: they wait until
    a result is needed, and those over the same axes that wait together become
    one command. Other collectives join their neighbour only.

    With `overlap`, in a program without loops, collectives are on stream 1
    instead. Each begins as soon as its operands are there; reductions over the
    same axes wait for each other until they are worth a call. Where a command
    would wait for a collective, one that need not wait goes first. What a
    collective reads and writes lives until a command needs its result.

    Where nothing else can run beside the exchange of a product's result, the
    product is cut by rows, so that the first are exchanged while others are
    computed, if an estimate says that this pays (`cut-rows`).

    Values whose lives do not meet share memory. A value takes the memory of one
    that dies where it is born if the command allows it: a kernel by
    `plan.in_place`, an all_reduce always. The new value of a variable is made in
    the variable's own memory if nothing reads the old one later; otherwise it is
    copied there. Loop-carried values stay where they are if the loop makes the
    new one after the last read of the old one. Reshapes are views.

    An attention gets a workspace, which shares memory as values do. It is bound by
    what cuDNN asks for; with `any-order` it is smaller, and gradients may differ
    from run to run in their last bits.

    With `report` a remark says how many bytes a device needs.

    Before:

    ```mlir
    #mesh = #dist.mesh<"x" = 2>
    #part = #dist.sharding<#mesh, [[]], partial(sum) = ["x"]>
    #whole = #dist.sharding<#mesh, [[]]>
    dist.local_program @step on #mesh {
      dist.shard @w variable : tensor<4xf32> of tensor<4xf32, #whole> {argument = 0 : i64}
      %0 = model.read @w : tensor<4xf32>
      %1 = func.call @negate(%0) : (tensor<4xf32>) -> tensor<4xf32>
      %2 = dist.all_reduce %1 from #part to #whole : tensor<4xf32> -> tensor<4xf32>
      model.assign @w, %2 : tensor<4xf32>
      func.func private @negate(%a: tensor<4xf32>) -> tensor<4xf32> attributes {plan.kernel, plan.in_place = [array<i64: 0, 0>]} {
        %r = arith.negf %a : tensor<4xf32>
        func.return %r : tensor<4xf32>
      }
    }
    ```

    After:

    ```mlir
    #mesh = #dist.mesh<"x" = 2>
    #part = #dist.sharding<#mesh, [[]], partial(sum) = ["x"]>
    #whole = #dist.sharding<#mesh, [[]]>
    plan.program @step on #mesh arena 0 {
      dist.shard @w variable : tensor<4xf32> of tensor<4xf32, #whole> {argument = 0 : i64}
      func.func private @negate(%a: tensor<4xf32>) -> tensor<4xf32> attributes {plan.kernel, plan.in_place = [array<i64: 0, 0>]} {
        %r = arith.negf %a : tensor<4xf32>
        func.return %r : tensor<4xf32>
      }
      %w = plan.shard @w : memref<4xf32>
      plan.launch @negate(%w) -> (%w) : (memref<4xf32>) -> memref<4xf32>
      plan.collective "all_reduce"(%w) -> (%w) from [#part] to [#whole] : (memref<4xf32>) -> memref<4xf32>
    }
    ```
  }];
  let dependentDialects = ["::mlir::shardwise::plan::PlanDialect"];
  let options = [
    Option<"report", "report", "bool", "false",
           "Say in a remark how many bytes a device needs">,
    Option<"overlap", "overlap", "bool", "false",
           "Run collectives on a stream of their own, beside commands that do not need them">,
    Option<"linkRate", "link-rate", "double", "270",
           "Gigabytes a second that a device receives in a collective">,
    Option<"memoryRate", "memory-rate", "double", "2800",
           "Gigabytes a second that a kernel reads and writes">,
    Option<"productRate", "product-rate", "double", "700",
           "Teraflops of products of 16-bit elements">,
    Option<"cutRows", "cut-rows", "int64_t", "256",
           "Cut products whose result is exchanged into parts of multiples of so many rows; 0 leaves them whole">,
    Option<"anyOrder", "any-order", "bool", "false",
           "Let gradients of attentions add up in an order that may change">
  ];
}

#endif // SHARDWISE_DIALECT_PLAN_TRANSFORMS_PASSES
