// Tests that loops become scf.while, calls are inlined with their locations, and
// what only passes values on leaves nothing.

// RUN: shard-opt %s --split-input-file --import-stablehlo --mlir-print-debuginfo --mlir-print-local-scope | FileCheck %s

// CHECK-LABEL: @step
// CHECK: %[[X:.*]] = model.read @arg0
// CHECK-DAG: %[[ZERO:.*]] = arith.constant dense<0> : tensor<i32>
// CHECK-DAG: %[[FIVE:.*]] = arith.constant dense<5> : tensor<i32>
// CHECK-DAG: %[[ONE:.*]] = arith.constant dense<1> : tensor<i32>
// CHECK: %[[LOOP:.*]]:2 = scf.while (%[[A:.*]] = %[[ZERO]], %[[B:.*]] = %[[X]]) : (tensor<i32>, tensor<4xf32>) -> (tensor<i32>, tensor<4xf32>)
// CHECK:   %[[LESS:.*]] = arith.cmpi slt, %[[A]], %[[FIVE]]
// CHECK:   %[[HOLDS:.*]] = tensor.extract %[[LESS]][] : tensor<i1>
// CHECK:   scf.condition(%[[HOLDS]]) %[[A]], %[[B]]
// CHECK: ^bb0(%[[C:.*]]: tensor<i32>{{.*}}, %[[D:.*]]: tensor<4xf32>
// CHECK:   %[[NEXT:.*]] = arith.addi %[[C]], %[[ONE]]
// CHECK:   %[[NEG:.*]] = arith.negf %[[D]] : tensor<4xf32> loc(callsite("{{.*}}control-flow.mlir":[[@LINE+19]]:8 at "{{.*}}control-flow.mlir":[[@LINE+13]]:10))
// CHECK:   scf.yield %[[NEXT]], %[[NEG]]
// CHECK: model.assign @result0, %[[LOOP]]#1
func.func public @main(%x: tensor<4xf32>) -> tensor<4xf32> {
  %zero = stablehlo.constant dense<0> : tensor<i32>
  %0:2 = stablehlo.while(%i = %zero, %v = %x) : tensor<i32>, tensor<4xf32>
  cond {
    %five = stablehlo.constant dense<5> : tensor<i32>
    %1 = stablehlo.compare LT, %i, %five, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
    stablehlo.return %1 : tensor<i1>
  } do {
    %one = stablehlo.constant dense<1> : tensor<i32>
    %1 = stablehlo.add %i, %one : tensor<i32>
    %2 = func.call @flip(%v) : (tensor<4xf32>) -> tensor<4xf32>
    stablehlo.return %1, %2 : tensor<i32>, tensor<4xf32>
  }
  return %0#1 : tensor<4xf32>
}
func.func private @flip(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = stablehlo.negate %x : tensor<4xf32>
  return %0 : tensor<4xf32>
}

// -----

// CHECK-LABEL: @step
// CHECK: %[[X:.*]] = model.read @arg0
// CHECK-NOT: stablehlo
// CHECK: model.assign @result0, %[[X]]
func.func public @main(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0:2 = stablehlo.optimization_barrier %x, %x : tensor<4xf32>, tensor<4xf32>
  %1 = stablehlo.custom_call @Sharding(%0#1) {backend_config = "", mhlo.sharding = "{replicated}"} : (tensor<4xf32>) -> tensor<4xf32>
  return %1 : tensor<4xf32>
}
