// Tests that reductions start at the neutral element, and that other reducers
// keep their initial values.

// RUN: shard-opt %s --split-input-file --import-stablehlo | FileCheck %s

// CHECK-LABEL: @step
// CHECK: %[[X:.*]] = model.read @arg0
// CHECK: %[[START:.*]] = model.read @arg1
// CHECK-DAG: %[[ZERO:.*]] = arith.constant dense<0.000000e+00> : tensor<3xf32>
// CHECK-DAG: %[[LOW:.*]] = arith.constant dense<0xFF800000> : tensor<3xf32>
// CHECK: %[[SUM:.*]] = linalg.reduce { arith.addf } ins(%[[X]] : tensor<2x3x4xf32>) outs(%[[ZERO]] : tensor<3xf32>) dimensions = [0, 2]
// CHECK: %[[MAX:.*]] = linalg.reduce { arith.maximumf } ins(%[[X]] : tensor<2x3x4xf32>) outs(%[[LOW]] : tensor<3xf32>) dimensions = [0, 2]
// CHECK: %[[B:.*]] = linalg.broadcast ins(%[[START]] : tensor<f32>)
// CHECK: %[[ALL:.*]] = arith.maximumf %[[B]], %[[MAX]] : tensor<3xf32>
// CHECK: model.assign @result0, %[[SUM]]
// CHECK: model.assign @result1, %[[ALL]]
// CHECK: model.assign @result2, %[[X]]
func.func public @main(%x: tensor<2x3x4xf32>, %start: tensor<f32>) -> (tensor<3xf32>, tensor<3xf32>, tensor<2x3x4xf32>) {
  %zero = stablehlo.constant dense<0.0> : tensor<f32>
  %0 = stablehlo.reduce(%x init: %zero) applies stablehlo.add across dimensions = [0, 2] : (tensor<2x3x4xf32>, tensor<f32>) -> tensor<3xf32>
  %1 = "stablehlo.reduce"(%x, %start) <{dimensions = array<i64: 0, 2>}> ({
  ^bb0(%a: tensor<f32>, %b: tensor<f32>):
    %3 = "stablehlo.maximum"(%a, %b) : (tensor<f32>, tensor<f32>) -> tensor<f32>
    "stablehlo.return"(%3) : (tensor<f32>) -> ()
  }) : (tensor<2x3x4xf32>, tensor<f32>) -> tensor<3xf32>
  %2 = stablehlo.reduce(%x init: %zero) applies stablehlo.add across dimensions = [] : (tensor<2x3x4xf32>, tensor<f32>) -> tensor<2x3x4xf32>
  return %0, %1, %2 : tensor<3xf32>, tensor<3xf32>, tensor<2x3x4xf32>
}

// -----

// The neutral elements of integers: unsigned maximum 0, signed minimum the
// largest, boolean and.

// CHECK-LABEL: @step
// CHECK-DAG: %[[MAX:.*]] = arith.constant dense<0> : tensor<i8>
// CHECK-DAG: %[[MIN:.*]] = arith.constant dense<127> : tensor<i8>
// CHECK-DAG: %[[TRUE:.*]] = arith.constant dense<true> : tensor<i1>
// CHECK: linalg.reduce { arith.maxui } ins(%{{.*}}) outs(%[[MAX]] : tensor<i8>)
// CHECK: linalg.reduce { arith.minsi } ins(%{{.*}}) outs(%[[MIN]] : tensor<i8>)
// CHECK: linalg.reduce { arith.andi } ins(%{{.*}}) outs(%[[TRUE]] : tensor<i1>)
func.func public @main(%u: tensor<4xui8>, %s: tensor<4xi8>, %b: tensor<4xi1>) -> (tensor<ui8>, tensor<i8>, tensor<i1>) {
  %zero = stablehlo.constant dense<0> : tensor<ui8>
  %most = stablehlo.constant dense<127> : tensor<i8>
  %true = stablehlo.constant dense<true> : tensor<i1>
  %0 = stablehlo.reduce(%u init: %zero) applies stablehlo.maximum across dimensions = [0] : (tensor<4xui8>, tensor<ui8>) -> tensor<ui8>
  %1 = stablehlo.reduce(%s init: %most) applies stablehlo.minimum across dimensions = [0] : (tensor<4xi8>, tensor<i8>) -> tensor<i8>
  %2 = stablehlo.reduce(%b init: %true) applies stablehlo.and across dimensions = [0] : (tensor<4xi1>, tensor<i1>) -> tensor<i1>
  return %0, %1, %2 : tensor<ui8>, tensor<i8>, tensor<i1>
}

// -----

// Several inputs: the left arguments of the reducer are the values so far.

// CHECK-LABEL: @step
// CHECK: %[[X:.*]] = model.read @arg0
// CHECK: %[[I:.*]] = model.iota dimension = 1
// CHECK: linalg.reduce ins(%[[X]], %[[I]] : tensor<2x5xf32>, tensor<2x5xi32>) outs(%{{.*}}, %{{.*}} : tensor<2xf32>, tensor<2xi32>) dimensions = [1]
// CHECK-NEXT: (%[[IN:.*]]: f32, %[[INDEX:.*]]: i32, %[[SOFAR:.*]]: f32, %[[BEST:.*]]: i32) {
// CHECK-NEXT: %[[KEEP:.*]] = arith.cmpf oge, %[[SOFAR]], %[[IN]] : f32
// CHECK-NEXT: %[[V:.*]] = arith.select %[[KEEP]], %[[SOFAR]], %[[IN]] : f32
// CHECK-NEXT: %[[W:.*]] = arith.select %[[KEEP]], %[[BEST]], %[[INDEX]] : i32
// CHECK-NEXT: linalg.yield %[[V]], %[[W]] : f32, i32
func.func public @main(%x: tensor<2x5xf32>) -> tensor<2xi32> {
  %low = stablehlo.constant dense<0xFF800000> : tensor<f32>
  %zero = stablehlo.constant dense<0> : tensor<i32>
  %i = stablehlo.iota dim = 1 : tensor<2x5xi32>
  %0:2 = stablehlo.reduce(%x init: %low), (%i init: %zero) across dimensions = [1] : (tensor<2x5xf32>, tensor<2x5xi32>, tensor<f32>, tensor<i32>) -> (tensor<2xf32>, tensor<2xi32>)
   reducer(%a: tensor<f32>, %b: tensor<f32>) (%c: tensor<i32>, %d: tensor<i32>)  {
    %1 = stablehlo.compare GE, %a, %b, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
    %2 = stablehlo.select %1, %a, %b : tensor<i1>, tensor<f32>
    %3 = stablehlo.select %1, %c, %d : tensor<i1>, tensor<i32>
    stablehlo.return %2, %3 : tensor<f32>, tensor<i32>
  }
  return %0#1 : tensor<2xi32>
}
