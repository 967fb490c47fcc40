//===- Passes.td - Import passes ---------------------------*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_IMPORT_PASSES
#define SHARDWISE_IMPORT_PASSES

include "mlir/Pass/PassBase.td"

def ImportStablehloPass : Pass<"import-stablehlo", "::mlir::ModuleOp"> {
  let summary = "Turn an exported StableHLO step into a model.program";
  let description = [{
    Replaces the functions of the module by one `model.program @step`. The entry
    function's arguments become variables and inputs, its results the variables'
    next values and outputs; private functions are inlined, with call-site
    locations. The computation becomes `linalg`, `tensor`, `arith`, `math`, `scf`
    and the structured operations of `model`. Unused operations are dropped.

    The manifest of the bundle says what the arguments are called, which of them
    are variables, and which result is a variable's next value. Without one, an
    argument with `tf.aliasing_output` is a variable named `arg<i>`, and the
    result that takes over its buffer is its next value; that is a guess, since
    exporters pair buffers by type and not by meaning.

    StableHLO leaves open what floats become that an integer cannot hold. As in
    XLA, they become the nearest integer of the type, and NaN 0. Values without
    elements vanish.

    All operations that the importer does not know are reported in one run.

    Before:

    ```
    func.func public @main(%arg0: tensor<4xf32> {tf.aliasing_output = 0 : i32}) -> tensor<4xf32> {
      %0 = stablehlo.negate %arg0 : tensor<4xf32>
      return %0 : tensor<4xf32>
    }
    ```

    After:

    ```mlir
    model.program @step {
      model.variable @arg0 : tensor<4xf32> {argument = 0 : i64, kind = #model<kind trainable>}
      %0 = model.read @arg0 : tensor<4xf32>
      %1 = arith.negf %0 : tensor<4xf32>
      model.assign @arg0, %1 : tensor<4xf32>
    }
    ```
  }];
  let dependentDialects = [
    "::mlir::arith::ArithDialect", "::mlir::linalg::LinalgDialect",
    "::mlir::math::MathDialect", "::mlir::scf::SCFDialect",
    "::mlir::tensor::TensorDialect", "::mlir::shardwise::model::ModelDialect"
  ];
  let options = [
    Option<"manifest", "manifest", "std::string", "",
           "The manifest.json that names arguments and results">
  ];
}

#endif // SHARDWISE_IMPORT_PASSES
