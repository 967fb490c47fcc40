//===- Passes.td - Conversions between phases --------------*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_CONVERSION_PASSES
#define SHARDWISE_CONVERSION_PASSES

include "mlir/Pass/PassBase.td"

def FoldTransposesPass : Pass<"plan-fold-transposes", "::mlir::ModuleOp"> {
  let summary = "Let contractions read and write transposed";
  let description = [{
    A transposition that only contractions read, or of what a contraction makes
    for it alone, goes into the contraction's indexing maps. Products are as fast
    in either order, while a kernel that reads one order and writes the other is
    slow. An `all_reduce` or `reduce_scatter` between the two changes along.

    Runs before `plan-form-kernels`, which would compute the transposition in a
    kernel. Values do not change.

    Before:

    ```mlir
    #mesh = #dist.mesh<"x" = 2>
    #whole = #dist.sharding<#mesh, [[], []]>
    dist.local_program @step on #mesh {
      dist.shard @x input : tensor<8x4xf32> of tensor<8x4xf32, #whole> {argument = 0 : i64}
      dist.shard @d input : tensor<8x2xf32> of tensor<8x2xf32, #whole> {argument = 1 : i64}
      dist.shard @g output : tensor<4x2xf32> of tensor<4x2xf32, #whole> {result = 0 : i64}
      %x = model.read @x : tensor<8x4xf32>
      %d = model.read @d : tensor<8x2xf32>
      %zero = arith.constant dense<0.0> : tensor<2x4xf32>
      %0 = linalg.contract
        indexing_maps = [affine_map<(i, j, k) -> (k, i)>, affine_map<(i, j, k) -> (k, j)>, affine_map<(i, j, k) -> (i, j)>]
        ins(%d, %x : tensor<8x2xf32>, tensor<8x4xf32>) outs(%zero : tensor<2x4xf32>) -> tensor<2x4xf32>
      %e = tensor.empty() : tensor<4x2xf32>
      %1 = linalg.transpose ins(%0 : tensor<2x4xf32>) outs(%e : tensor<4x2xf32>) permutation = [1, 0]
      model.assign @g, %1 : tensor<4x2xf32>
    }
    ```

    After:

    ```mlir
    #mesh = #dist.mesh<"x" = 2>
    #whole = #dist.sharding<#mesh, [[], []]>
    dist.local_program @step on #mesh {
      dist.shard @x input : tensor<8x4xf32> of tensor<8x4xf32, #whole> {argument = 0 : i64}
      dist.shard @d input : tensor<8x2xf32> of tensor<8x2xf32, #whole> {argument = 1 : i64}
      dist.shard @g output : tensor<4x2xf32> of tensor<4x2xf32, #whole> {result = 0 : i64}
      %x = model.read @x : tensor<8x4xf32>
      %d = model.read @d : tensor<8x2xf32>
      %zero = arith.constant dense<0.0> : tensor<4x2xf32>
      %0 = linalg.contract
        indexing_maps = [affine_map<(i, j, k) -> (k, i)>, affine_map<(i, j, k) -> (k, j)>, affine_map<(i, j, k) -> (j, i)>]
        ins(%d, %x : tensor<8x2xf32>, tensor<8x4xf32>) outs(%zero : tensor<4x2xf32>) -> tensor<4x2xf32>
      model.assign @g, %0 : tensor<4x2xf32>
    }
    ```
  }];
  let dependentDialects = ["::mlir::arith::ArithDialect"];
}

def UnrollLoopsPass : Pass<"plan-unroll-loops", "::mlir::ModuleOp"> {
  let summary = "Write out loops that run a known number of times";
  let description = [{
    A loop whose condition compares a counter with a constant, where the counter
    begins with a constant and a constant is added to it, is replaced by its
    iterations, if these are at most 64 and few operations in all. A GPU would
    ask the host before each of them, and the step would be no graph.

    Runs first after `dist-partition`, so that all other passes see the
    iterations. Other loops stay.

    Before:

    ```mlir
    #mesh = #dist.mesh<"x" = 2>
    #whole = #dist.sharding<#mesh, [[]]>
    dist.local_program @step on #mesh {
      dist.shard @x input : tensor<4xf32> of tensor<4xf32, #whole> {argument = 0 : i64}
      dist.shard @y output : tensor<4xf32> of tensor<4xf32, #whole> {result = 0 : i64}
      %x = model.read @x : tensor<4xf32>
      %zero = arith.constant dense<0> : tensor<i32>
      %one = arith.constant dense<1> : tensor<i32>
      %two = arith.constant dense<2> : tensor<i32>
      %0:2 = scf.while (%i = %zero, %a = %x) : (tensor<i32>, tensor<4xf32>) -> (tensor<i32>, tensor<4xf32>) {
        %c = arith.cmpi slt, %i, %two : tensor<i32>
        %e = tensor.extract %c[] : tensor<i1>
        scf.condition(%e) %i, %a : tensor<i32>, tensor<4xf32>
      } do {
      ^bb0(%i: tensor<i32>, %a: tensor<4xf32>):
        %n = arith.addi %i, %one : tensor<i32>
        %b = arith.mulf %a, %a : tensor<4xf32>
        scf.yield %n, %b : tensor<i32>, tensor<4xf32>
      }
      model.assign @y, %0#1 : tensor<4xf32>
    }
    ```

    After, without the counting, which nothing uses:

    ```mlir
    #mesh = #dist.mesh<"x" = 2>
    #whole = #dist.sharding<#mesh, [[]]>
    dist.local_program @step on #mesh {
      dist.shard @x input : tensor<4xf32> of tensor<4xf32, #whole> {argument = 0 : i64}
      dist.shard @y output : tensor<4xf32> of tensor<4xf32, #whole> {result = 0 : i64}
      %x = model.read @x : tensor<4xf32>
      %0 = arith.mulf %x, %x : tensor<4xf32>
      %1 = arith.mulf %0, %0 : tensor<4xf32>
      model.assign @y, %1 : tensor<4xf32>
    }
    ```
  }];
}

def FoldSumsPass : Pass<"plan-fold-sums", "::mlir::ModuleOp"> {
  let summary = "Let products add to other products";
  let description = [{
    The sum of two contractions that are not used otherwise becomes the later
    one, with the earlier one as what it adds to. Sums of floats shorter than 32
    bits are then rounded once, not once for each product and each sum: results
    may differ from the program's by what its roundings lose.

    Runs before `plan-form-kernels`, which would add in a kernel.

    Before:

    ```mlir
    #mesh = #dist.mesh<"x" = 2>
    #whole = #dist.sharding<#mesh, [[], []]>
    dist.local_program @step on #mesh {
      dist.shard @a input : tensor<4x4xf32> of tensor<4x4xf32, #whole> {argument = 0 : i64}
      dist.shard @y output : tensor<4x4xf32> of tensor<4x4xf32, #whole> {result = 0 : i64}
      %a = model.read @a : tensor<4x4xf32>
      %zero = arith.constant dense<0.0> : tensor<4x4xf32>
      %0 = linalg.contract
        indexing_maps = [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (k, j)>, affine_map<(i, j, k) -> (i, j)>]
        ins(%a, %a : tensor<4x4xf32>, tensor<4x4xf32>) outs(%zero : tensor<4x4xf32>) -> tensor<4x4xf32>
      %1 = linalg.contract
        indexing_maps = [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (j, k)>, affine_map<(i, j, k) -> (i, j)>]
        ins(%a, %a : tensor<4x4xf32>, tensor<4x4xf32>) outs(%zero : tensor<4x4xf32>) -> tensor<4x4xf32>
      %2 = arith.addf %0, %1 : tensor<4x4xf32>
      model.assign @y, %2 : tensor<4x4xf32>
    }
    ```

    After:

    ```mlir
    #mesh = #dist.mesh<"x" = 2>
    #whole = #dist.sharding<#mesh, [[], []]>
    dist.local_program @step on #mesh {
      dist.shard @a input : tensor<4x4xf32> of tensor<4x4xf32, #whole> {argument = 0 : i64}
      dist.shard @y output : tensor<4x4xf32> of tensor<4x4xf32, #whole> {result = 0 : i64}
      %a = model.read @a : tensor<4x4xf32>
      %zero = arith.constant dense<0.0> : tensor<4x4xf32>
      %0 = linalg.contract
        indexing_maps = [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (k, j)>, affine_map<(i, j, k) -> (i, j)>]
        ins(%a, %a : tensor<4x4xf32>, tensor<4x4xf32>) outs(%zero : tensor<4x4xf32>) -> tensor<4x4xf32>
      %1 = linalg.contract
        indexing_maps = [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (j, k)>, affine_map<(i, j, k) -> (i, j)>]
        ins(%a, %a : tensor<4x4xf32>, tensor<4x4xf32>) outs(%0 : tensor<4x4xf32>) -> tensor<4x4xf32>
      model.assign @y, %1 : tensor<4x4xf32>
    }
    ```
  }];
}

def FoldEpiloguesPass : Pass<"plan-fold-epilogues", "::mlir::ModuleOp"> {
  let summary = "Let products add biases and take GELUs";
  let description = [{
    A contraction to which a vector along its last dimensions is added, and that
    is used by nothing else, becomes a `plan.biased_contract`, where something
    other than a kernel reads the sum: a product, attention, a collective or an
    output. A kernel of its own would have to write it. Where kernels alone read
    the sum they go on adding the bias as they load the product, which is free.

    Of bf16 and f16, the GELU of such a sum in the form with the hyperbolic
    tangent is a result of the product as well, if something other than a kernel
    reads it; the sum itself is the other one, which the gradient needs. Any order
    of its factors is recognized, with constants that are those of the formula up
    to their rounding to the type. The exact GELU, by the error function, is not
    what product libraries compute, and their GELU is not as exact as f32.

    What reads the GELU more than 8 products later, as the gradient of the next
    weight does, does not take it from the product, which would keep it until then:
    its operations stay, right before their use, where a kernel that reads the sum
    for another reason gives it too. Its bits may differ from the product's, since
    it comes from the rounded sum and is rounded as the program says.

    Gradients of GELU and sums of gradients for a bias stay in kernels: one kernel
    does both in less time than the library's products take longer.

    Runs before `plan-keep-casts`, which keeps the casts of biases that products
    read, and before `plan-form-kernels`; after common subexpression elimination,
    which leaves one use of each product.

    Before:

    ```mlir
    #mesh = #dist.mesh<"x" = 2>
    #whole = #dist.sharding<#mesh, [[], []]>
    #vector = #dist.sharding<#mesh, [[]]>
    dist.local_program @step on #mesh {
      dist.shard @a input : tensor<4x4xf32> of tensor<4x4xf32, #whole> {argument = 0 : i64}
      dist.shard @b input : tensor<4xf32> of tensor<4xf32, #vector> {argument = 1 : i64}
      dist.shard @y output : tensor<4x4xf32> of tensor<4x4xf32, #whole> {result = 0 : i64}
      %a = model.read @a : tensor<4x4xf32>
      %b = model.read @b : tensor<4xf32>
      %zero = arith.constant dense<0.0> : tensor<4x4xf32>
      %0 = linalg.contract
        indexing_maps = [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (k, j)>, affine_map<(i, j, k) -> (i, j)>]
        ins(%a, %a : tensor<4x4xf32>, tensor<4x4xf32>) outs(%zero : tensor<4x4xf32>) -> tensor<4x4xf32>
      %empty = tensor.empty() : tensor<4x4xf32>
      %1 = linalg.broadcast ins(%b : tensor<4xf32>) outs(%empty : tensor<4x4xf32>) dimensions = [0]
      %2 = arith.addf %0, %1 : tensor<4x4xf32>
      model.assign @y, %2 : tensor<4x4xf32>
    }
    ```

    After:

    ```mlir
    #mesh = #dist.mesh<"x" = 2>
    #whole = #dist.sharding<#mesh, [[], []]>
    #vector = #dist.sharding<#mesh, [[]]>
    dist.local_program @step on #mesh {
      dist.shard @a input : tensor<4x4xf32> of tensor<4x4xf32, #whole> {argument = 0 : i64}
      dist.shard @b input : tensor<4xf32> of tensor<4xf32, #vector> {argument = 1 : i64}
      dist.shard @y output : tensor<4x4xf32> of tensor<4x4xf32, #whole> {result = 0 : i64}
      %a = model.read @a : tensor<4x4xf32>
      %b = model.read @b : tensor<4xf32>
      %0 = plan.biased_contract %a, %a plus %b
        maps [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (k, j)>, affine_map<(i, j, k) -> (i, j)>]
        : tensor<4x4xf32>, tensor<4x4xf32> plus tensor<4xf32> -> tensor<4x4xf32>
      model.assign @y, %0 : tensor<4x4xf32>
    }
    ```
  }];
  let dependentDialects = ["::mlir::shardwise::plan::PlanDialect"];
}

def KeepCastsPass : Pass<"plan-keep-casts", "::mlir::ModuleOp"> {
  let summary = "Keep narrow copies of variables between steps";
  let description = [{
    A variable whose cast to a narrower float type is read by something beside
    the kernels gets a shard with the role `copy`: the step reads the copy, and
    the update of the variable, which has its new value at hand, writes the cast
    for the next step. Values do not change.

    Runs before `plan-form-kernels` and after common subexpression elimination.
    It is a pass of its own because it changes what a device keeps between steps.

    Before:

    ```mlir
    #mesh = #dist.mesh<"x" = 2>
    #whole = #dist.sharding<#mesh, [[], []]>
    dist.local_program @step on #mesh {
      dist.shard @w variable : tensor<4x4xf32> of tensor<4x4xf32, #whole> {argument = 0 : i64}
      dist.shard @y output : tensor<4x4xbf16> of tensor<4x4xbf16, #whole> {result = 1 : i64}
      %w = model.read @w : tensor<4x4xf32>
      %c = arith.truncf %w : tensor<4x4xf32> to tensor<4x4xbf16>
      %zero = arith.constant dense<0.0> : tensor<4x4xbf16>
      %y = linalg.contract
        indexing_maps = [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (k, j)>, affine_map<(i, j, k) -> (i, j)>]
        ins(%c, %c : tensor<4x4xbf16>, tensor<4x4xbf16>) outs(%zero : tensor<4x4xbf16>) -> tensor<4x4xbf16>
      model.assign @y, %y : tensor<4x4xbf16>
      %n = arith.negf %w : tensor<4x4xf32>
      model.assign @w, %n : tensor<4x4xf32>
    }
    ```

    After:

    ```mlir
    #mesh = #dist.mesh<"x" = 2>
    #whole = #dist.sharding<#mesh, [[], []]>
    dist.local_program @step on #mesh {
      dist.shard @w variable : tensor<4x4xf32> of tensor<4x4xf32, #whole> {argument = 0 : i64}
      dist.shard @"w as bf16" copy : tensor<4x4xbf16> of tensor<4x4xbf16, #whole> {copy_of = @w}
      dist.shard @y output : tensor<4x4xbf16> of tensor<4x4xbf16, #whole> {result = 1 : i64}
      %w = model.read @w : tensor<4x4xf32>
      %c = model.read @"w as bf16" : tensor<4x4xbf16>
      %zero = arith.constant dense<0.0> : tensor<4x4xbf16>
      %y = linalg.contract
        indexing_maps = [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (k, j)>, affine_map<(i, j, k) -> (i, j)>]
        ins(%c, %c : tensor<4x4xbf16>, tensor<4x4xbf16>) outs(%zero : tensor<4x4xbf16>) -> tensor<4x4xbf16>
      model.assign @y, %y : tensor<4x4xbf16>
      %n = arith.negf %w : tensor<4x4xf32>
      %t = arith.truncf %n : tensor<4x4xf32> to tensor<4x4xbf16>
      model.assign @w, %n : tensor<4x4xf32>
      model.assign @"w as bf16", %t : tensor<4x4xbf16>
    }
    ```
  }];
  let dependentDialects = ["::mlir::arith::ArithDialect"];
}

def FormKernelsPass : Pass<"plan-form-kernels", "::mlir::ModuleOp"> {
  let summary = "Gather the computation of one device into kernels";
  let description = [{
    Moves everything in each `dist.local_program` that a generated kernel can
    compute into functions marked `plan.kernel` inside the program, and calls
    them. What remains beside the calls are commands of their own: contractions,
    collectives, reads and assignments, control flow, the extraction of loop
    conditions, and reshapes of whole buffers, which are only another view.

    Cheap values are computed again in each kernel that wants them; all others
    are computed once. A kernel has one iteration space; values of the same space
    that depend on each other or share operands are computed in one pass over
    memory. Kernels with equal bodies are one function.

    With `for-gpu` kernels have rows: reductions of trailing dimensions that
    depend on each other are one kernel with what is computed from a row and
    them. And a value is computed again in every kernel that wants it where that
    reads no more memory than the value has: a GPU waits for memory, not for
    arithmetic.

    `plan.in_place` on a kernel lists pairs of a result and an argument that may
    be the same buffer.

    Runs after `dist-partition` and common subexpression elimination. The
    program's other operations keep their relative order.

    Before:

    ```mlir
    #mesh = #dist.mesh<"x" = 2>
    #whole = #dist.sharding<#mesh, [[]]>
    dist.local_program @step on #mesh {
      dist.shard @a input : tensor<4xf32> of tensor<4xf32, #whole> {argument = 0 : i64}
      dist.shard @r output : tensor<4xf32> of tensor<4xf32, #whole> {result = 0 : i64}
      %0 = model.read @a : tensor<4xf32>
      %1 = arith.mulf %0, %0 : tensor<4xf32>
      %2 = arith.negf %1 : tensor<4xf32>
      model.assign @r, %2 : tensor<4xf32>
    }
    ```

    After:

    ```mlir
    #mesh = #dist.mesh<"x" = 2>
    #whole = #dist.sharding<#mesh, [[]]>
    dist.local_program @step on #mesh {
      dist.shard @a input : tensor<4xf32> of tensor<4xf32, #whole> {argument = 0 : i64}
      dist.shard @r output : tensor<4xf32> of tensor<4xf32, #whole> {result = 0 : i64}
      %0 = model.read @a : tensor<4xf32>
      %1 = func.call @kernel_0(%0) : (tensor<4xf32>) -> tensor<4xf32>
      model.assign @r, %1 : tensor<4xf32>
      func.func private @kernel_0(%arg0: tensor<4xf32>) -> tensor<4xf32> attributes {plan.in_place = [array<i64: 0, 0>], plan.kernel} {
        %2 = arith.mulf %arg0, %arg0 : tensor<4xf32>
        %3 = arith.negf %2 : tensor<4xf32>
        func.return %3 : tensor<4xf32>
      }
    }
    ```
  }];
  let dependentDialects = ["::mlir::func::FuncDialect",
                           "::mlir::tensor::TensorDialect"];
  let options = [
    Option<"forGPU", "for-gpu", "bool", "false",
           "Form kernels with rows, and compute again rather than load">
  ];
}

def RecomputePass : Pass<"plan-recompute", "::mlir::ModuleOp"> {
  let summary = "Compute values again that wait where most memory is needed";
  let description = [{
    Looks for results of kernels that are read early and late, and live in
    between where the program needs most memory. If such a value is made by
    pointwise operations of what is in memory anyway when it is read late, it
    need not wait: a kernel that reads the same then writes it as well, and the
    late readers come after that kernel. If there is none, a kernel of its own
    computes it, which costs more. Products, attentions, collectives, reductions
    and what takes many operations, as random numbers do, are never repeated. The
    bits are the same: the operations are.

    The value that frees most for its time goes first; then the program is
    planned anew, with the order and the lives that `plan-schedule` would decide,
    to which the pass has to be told the same options. What does not lower the
    peak, alone or with what follows, is undone. All of it together may take
    `max-slowdown` of the time that the step takes, by the scheduler's estimate.

    `plan.recomputed` on the program lists the values, each as where it comes from
    and its type, and `plan.saved` says how much smaller the arena is.

    Runs after `plan-form-kernels`, which decides what is in memory at all, and
    before `plan-split-reductions`, for GPUs: a CPU computes few operations while
    it loads one element, and its memory is seldom what runs out.

    Before:

    ```mlir
    #mesh = #dist.mesh<"x" = 2>
    #whole = #dist.sharding<#mesh, [[], []]>
    dist.local_program @step on #mesh {
      dist.shard @u input : tensor<4096x4096xf32> of tensor<4096x4096xf32, #whole> {argument = 0 : i64}
      dist.shard @y output : tensor<4096x4096xf32> of tensor<4096x4096xf32, #whole> {result = 0 : i64}
      %u = model.read @u : tensor<4096x4096xf32>
      %zero = arith.constant dense<0.0> : tensor<4096x4096xf32>
      %e = func.call @exp(%u) : (tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
      %p = linalg.contract
        indexing_maps = [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (k, j)>, affine_map<(i, j, k) -> (i, j)>]
        ins(%e, %e : tensor<4096x4096xf32>, tensor<4096x4096xf32>) outs(%zero : tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
      %q = linalg.contract
        indexing_maps = [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (k, j)>, affine_map<(i, j, k) -> (i, j)>]
        ins(%p, %p : tensor<4096x4096xf32>, tensor<4096x4096xf32>) outs(%zero : tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
      %s = func.call @add(%u, %q) : (tensor<4096x4096xf32>, tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
      %r = linalg.contract
        indexing_maps = [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (k, j)>, affine_map<(i, j, k) -> (i, j)>]
        ins(%e, %s : tensor<4096x4096xf32>, tensor<4096x4096xf32>) outs(%zero : tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
      model.assign @y, %r : tensor<4096x4096xf32>
      func.func private @exp(%x: tensor<4096x4096xf32>) -> tensor<4096x4096xf32> attributes {plan.kernel, plan.in_place = [array<i64: 0, 0>]} {
        %0 = math.exp %x : tensor<4096x4096xf32>
        %1 = arith.negf %0 : tensor<4096x4096xf32>
        func.return %1 : tensor<4096x4096xf32>
      }
      func.func private @add(%x: tensor<4096x4096xf32>, %y: tensor<4096x4096xf32>) -> tensor<4096x4096xf32> attributes {plan.kernel, plan.in_place = [array<i64: 0, 0>, array<i64: 0, 1>]} {
        %0 = math.exp %x : tensor<4096x4096xf32>
        %1 = arith.addf %0, %y : tensor<4096x4096xf32>
        func.return %1 : tensor<4096x4096xf32>
      }
    }
    ```

    After:

    ```mlir
    #mesh = #dist.mesh<"x" = 2>
    #whole = #dist.sharding<#mesh, [[], []]>
    dist.local_program @step on #mesh attributes {plan.recomputed = [[loc("step.mlir":5:3), tensor<4096x4096xf32>]], plan.saved = 67108864 : i64} {
      dist.shard @u input : tensor<4096x4096xf32> of tensor<4096x4096xf32, #whole> {argument = 0 : i64}
      dist.shard @y output : tensor<4096x4096xf32> of tensor<4096x4096xf32, #whole> {result = 0 : i64}
      %u = model.read @u : tensor<4096x4096xf32>
      %zero = arith.constant dense<0.0> : tensor<4096x4096xf32>
      %e = func.call @exp(%u) : (tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
      %p = linalg.contract
        indexing_maps = [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (k, j)>, affine_map<(i, j, k) -> (i, j)>]
        ins(%e, %e : tensor<4096x4096xf32>, tensor<4096x4096xf32>) outs(%zero : tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
      %q = linalg.contract
        indexing_maps = [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (k, j)>, affine_map<(i, j, k) -> (i, j)>]
        ins(%p, %p : tensor<4096x4096xf32>, tensor<4096x4096xf32>) outs(%zero : tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
      %s:2 = func.call @kernel_0(%u, %q) : (tensor<4096x4096xf32>, tensor<4096x4096xf32>) -> (tensor<4096x4096xf32>, tensor<4096x4096xf32>)
      %r = linalg.contract
        indexing_maps = [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (k, j)>, affine_map<(i, j, k) -> (i, j)>]
        ins(%s#1, %s#0 : tensor<4096x4096xf32>, tensor<4096x4096xf32>) outs(%zero : tensor<4096x4096xf32>) -> tensor<4096x4096xf32>
      model.assign @y, %r : tensor<4096x4096xf32>
      func.func private @exp(%x: tensor<4096x4096xf32>) -> tensor<4096x4096xf32> attributes {plan.kernel, plan.in_place = [array<i64: 0, 0>]} {
        %0 = math.exp %x : tensor<4096x4096xf32>
        %1 = arith.negf %0 : tensor<4096x4096xf32>
        func.return %1 : tensor<4096x4096xf32>
      }
      func.func private @kernel_0(%x: tensor<4096x4096xf32>, %y: tensor<4096x4096xf32>) -> (tensor<4096x4096xf32>, tensor<4096x4096xf32>) attributes {plan.kernel, plan.in_place = [array<i64: 0, 0>, array<i64: 0, 1>, array<i64: 1, 0>, array<i64: 1, 1>]} {
        %0 = math.exp %x : tensor<4096x4096xf32>
        %1 = arith.addf %0, %y : tensor<4096x4096xf32>
        %2 = arith.negf %0 : tensor<4096x4096xf32>
        func.return %1, %2 : tensor<4096x4096xf32>, tensor<4096x4096xf32>
      }
    }
    ```
  }];
  let dependentDialects = ["::mlir::func::FuncDialect",
                           "::mlir::linalg::LinalgDialect",
                           "::mlir::tensor::TensorDialect"];
  let options = [
    Option<"maxSlowdown", "max-slowdown", "double", "0.003",
           "What computing again may take of the time of the step">,
    Option<"overlap", "overlap", "bool", "false",
           "Plan as the scheduler does with this option">,
    Option<"linkRate", "link-rate", "double", "270",
           "As the scheduler's option">,
    Option<"memoryRate", "memory-rate", "double", "2800",
           "As the scheduler's option">,
    Option<"productRate", "product-rate", "double", "700",
           "As the scheduler's option">,
    Option<"cutRows", "cut-rows", "int64_t", "256",
           "As the scheduler's option">,
    Option<"anyOrder", "any-order", "bool", "false",
           "As the scheduler's option">
  ];
}

def SplitReductionsPass : Pass<"plan-split-reductions", "::mlir::ModuleOp"> {
  let summary = "Reduce in parts where few elements are the result";
  let description = [{
    Makes two kernels of each one that reduces much to so few elements that they
    would not keep a GPU busy: one that reduces parts of the space, beside
    everything else that it computes, and one that combines the parts. Both are
    called where the old one was. Kernels whose reductions need each other, go
    over different spaces or cannot be combined in any order stay as they are.

    Before that, a kernel of rows and one that sums up columns of mostly the same
    operands become one, if neither needs the other, and the sums are split into
    as many runs of rows as a GPU has blocks at work: a block computes the rows of
    its run, which are as far apart as there are runs, and adds up their columns
    on the way. That halves what is read for the gradients of a normalization.
    The kernel is marked `plan.row_runs`; it is an error if it then cannot be
    lowered in that way.

    Sums of narrow floats are f32 between the two.

    Runs after `plan-form-kernels`, for GPUs.

    Before:

    ```mlir
    func.func private @k(%a: tensor<8192x4096xf32>) -> tensor<4096xf32> attributes {plan.kernel} {
      %z = arith.constant dense<0.0> : tensor<4096xf32>
      %0 = linalg.reduce { arith.addf } ins(%a : tensor<8192x4096xf32>) outs(%z : tensor<4096xf32>) dimensions = [0]
      func.return %0 : tensor<4096xf32>
    }
    ```

    After:

    ```mlir
    func.func private @k(%a: tensor<8192x4096xf32>) -> tensor<32x4096xf32> attributes {plan.kernel} {
      %z = arith.constant dense<0.0> : tensor<32x4096xf32>
      %0 = tensor.expand_shape %a [[0, 1], [2]] output_shape [32, 256, 4096] : tensor<8192x4096xf32> into tensor<32x256x4096xf32>
      %1 = linalg.reduce { arith.addf } ins(%0 : tensor<32x256x4096xf32>) outs(%z : tensor<32x4096xf32>) dimensions = [1]
      func.return %1 : tensor<32x4096xf32>
    }
    func.func private @k_combine(%parts: tensor<32x4096xf32>) -> tensor<4096xf32> attributes {plan.kernel} {
      %z = arith.constant dense<0.0> : tensor<4096xf32>
      %0 = linalg.reduce { arith.addf } ins(%parts : tensor<32x4096xf32>) outs(%z : tensor<4096xf32>) dimensions = [0]
      func.return %0 : tensor<4096xf32>
    }
    ```
  }];
  let dependentDialects = ["::mlir::func::FuncDialect",
                           "::mlir::linalg::LinalgDialect",
                           "::mlir::tensor::TensorDialect"];
}

def LowerKernelsToLoopsPass
    : Pass<"plan-lower-kernels-to-loops", "::mlir::ModuleOp"> {
  let summary = "Turn kernels on tensors into loops on buffers";
  let description = [{
    Adds for each function marked `plan.kernel` one with the same name at the end
    of the module that takes the buffers of the arguments, then those of the
    results, then the number of the device: loops over the results' elements, with
    everything in between computed in registers. It takes the place of a kernel
    that stands in the module itself; a program's kernels stay in it. Loops whose
    iterations touch no memory that another one writes are marked
    `plan.independent`, which the code generator trusts.

    The kernel compiler runs the same lowering; this pass is there to look at it.

    Before:

    ```mlir
    func.func private @k(%a: tensor<4xf32>) -> tensor<4xf32> attributes {plan.kernel} {
      %0 = arith.negf %a : tensor<4xf32>
      func.return %0 : tensor<4xf32>
    }
    ```

    After:

    ```mlir
    func.func @k(%a: memref<4xf32>, %r: memref<4xf32>, %device: index) {
      %c0 = arith.constant 0 : index
      %c1 = arith.constant 1 : index
      %c4 = arith.constant 4 : index
      scf.for %i = %c0 to %c4 step %c1 {
        %0 = memref.load %a[%i] : memref<4xf32>
        %1 = arith.negf %0 : f32
        memref.store %1, %r[%i] : memref<4xf32>
      } {plan.independent}
      func.return
    }
    ```
  }];
  let dependentDialects = ["::mlir::func::FuncDialect",
                           "::mlir::memref::MemRefDialect",
                           "::mlir::scf::SCFDialect",
                           "::mlir::arith::ArithDialect"];
}

def LowerKernelsToGPUPass
    : Pass<"plan-lower-kernels-to-gpu", "::mlir::ModuleOp"> {
  let summary = "Turn kernels on tensors into functions for GPUs";
  let description = [{
    Adds a `gpu.module` at the end of the module with a function for each one
    marked `plan.kernel`. It takes the buffers of the arguments, then those of the
    results, then the number of the device, and is launched with the grid and the
    block that its attributes say. It takes the place of a kernel that stands in
    the module itself; a program's kernels stay in it.

    A thread computes neighbouring elements of the results and moves 16 bytes at
    once where they lie together; rows are reduced by a warp or a block with
    shuffles and shared memory, and stay in registers if they are not too long;
    columns are reduced by the threads of a block, or added up by blocks that
    compute runs of rows, which copy rows into shared memory some rows ahead. The
    order of sums is always fixed by the shapes. No two threads write one element.

    The kernel compiler runs the same lowering; this pass is there to look at it.

    Before:

    ```mlir
    func.func private @k(%a: tensor<4xf32>) -> tensor<4xf32> attributes {plan.kernel} {
      %0 = arith.negf %a : tensor<4xf32>
      func.return %0 : tensor<4xf32>
    }
    ```

    After, shortened: the four elements of a thread are one vector here.

    ```mlir
    gpu.module @kernels {
      gpu.func @k(%a: memref<4xf32>, %r: memref<4xf32>, %device: index) kernel
          attributes {known_block_size = array<i32: 256, 1, 1>, known_grid_size = array<i32: 1, 1, 1>} {
        %c4 = arith.constant 4 : index
        %c1024 = arith.constant 1024 : index
        %thread = gpu.thread_id x
        %first = arith.muli %thread, %c4 : index
        scf.for %i = %first to %c4 step %c1024 {
          %0 = vector.load %a[%i] : memref<4xf32>, vector<4xf32>
          %1 = arith.negf %0 : vector<4xf32>
          vector.store %1, %r[%i] : memref<4xf32>, vector<4xf32>
        }
        gpu.return
      }
    }
    ```
  }];
  let dependentDialects = ["::mlir::gpu::GPUDialect",
                           "::mlir::memref::MemRefDialect",
                           "::mlir::nvgpu::NVGPUDialect",
                           "::mlir::scf::SCFDialect",
                           "::mlir::arith::ArithDialect",
                           "::mlir::vector::VectorDialect",
                           "::mlir::LLVM::LLVMDialect"];
}

#endif // SHARDWISE_CONVERSION_PASSES
