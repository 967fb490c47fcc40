// RUN: shard-opt %s --split-input-file --plan-split-reductions | FileCheck %s

// Tests that sums of few columns are made in parts, in f32, that what else goes
// over the space stays with them, and that the rest goes to the second kernel;
// results may be computed in place as before.
// CHECK-LABEL: func.func private @columns(
// CHECK-SAME: %[[A:.*]]: tensor<4x2048x512xbf16>) -> (tensor<4x2048x512xbf16>, tensor<4x32x512xf32>) attributes {plan.in_place = [array<i64: 0, 0>], plan.kernel}
// CHECK: %[[N:.*]] = arith.negf %[[A]]
// CHECK: %[[W:.*]] = arith.extf %[[N]]
// CHECK: %[[X:.*]] = tensor.expand_shape %[[W]] {{\[}}[0], [1, 2], [3]]
// CHECK: %[[P:.*]] = linalg.reduce ins(%[[X]] : tensor<4x32x64x512xf32>) outs(%{{.*}} : tensor<4x32x512xf32>) dimensions = [2]
// CHECK: return %[[N]], %[[P]]
// CHECK-LABEL: func.func private @columns_combine(
// CHECK-SAME: %[[P:.*]]: tensor<4x32x512xf32>, %[[B:.*]]: tensor<512xbf16>) -> tensor<512xbf16> attributes {plan.in_place = [array<i64: 0, 1>], plan.kernel}
// CHECK: %[[S:.*]] = linalg.reduce ins(%[[P]] : tensor<4x32x512xf32>) outs(%{{.*}} : tensor<512xf32>) dimensions = [0, 1]
// CHECK: %[[T:.*]] = arith.truncf %[[S]]
// CHECK: arith.addf %[[T]], %[[B]]
// CHECK-LABEL: func.func @caller
// CHECK: %[[R:.*]]:2 = call @columns(%[[X:.*]]) :
// CHECK: call @columns_combine(%[[R]]#1, %{{.*}})
func.func private @columns(%b: tensor<512xbf16>, %a: tensor<4x2048x512xbf16>) -> (tensor<512xbf16>, tensor<4x2048x512xbf16>) attributes {plan.kernel, plan.in_place = [array<i64: 0, 0>, array<i64: 1, 1>]} {
  %z = arith.constant dense<0.0> : tensor<512xbf16>
  %n = arith.negf %a : tensor<4x2048x512xbf16>
  %s = linalg.reduce { arith.addf } ins(%n : tensor<4x2048x512xbf16>) outs(%z : tensor<512xbf16>) dimensions = [0, 1]
  %r = arith.addf %s, %b : tensor<512xbf16>
  func.return %r, %n : tensor<512xbf16>, tensor<4x2048x512xbf16>
}
func.func @caller(%b: tensor<512xbf16>, %a: tensor<4x2048x512xbf16>) -> (tensor<512xbf16>, tensor<4x2048x512xbf16>) {
  %0:2 = func.call @columns(%b, %a) : (tensor<512xbf16>, tensor<4x2048x512xbf16>) -> (tensor<512xbf16>, tensor<4x2048x512xbf16>)
  func.return %0#0, %0#1 : tensor<512xbf16>, tensor<4x2048x512xbf16>
}

// -----

// Tests that one sum of everything is made of as many as keep a GPU busy.
// CHECK-LABEL: func.func private @total(
// CHECK: linalg.reduce {{.*}} outs(%{{.*}} : tensor<512xf32>) dimensions = [1, 2]
// CHECK-LABEL: func.func private @total_combine(
// CHECK: linalg.reduce {{.*}} outs(%{{.*}} : tensor<f32>) dimensions = [0]
func.func private @total(%a: tensor<4096x4096xf32>) -> tensor<f32> attributes {plan.kernel} {
  %z = arith.constant dense<0.0> : tensor<f32>
  %s = linalg.reduce { arith.addf } ins(%a : tensor<4096x4096xf32>) outs(%z : tensor<f32>) dimensions = [0, 1]
  func.return %s : tensor<f32>
}

// -----

// Tests that what is small, has many rows, or must be combined in order is left
// alone.
// CHECK-NOT: _combine
func.func private @small(%a: tensor<64x64xf32>) -> tensor<f32> attributes {plan.kernel} {
  %z = arith.constant dense<0.0> : tensor<f32>
  %s = linalg.reduce { arith.addf } ins(%a : tensor<64x64xf32>) outs(%z : tensor<f32>) dimensions = [0, 1]
  func.return %s : tensor<f32>
}
func.func private @rows(%a: tensor<8192x4096xf32>) -> tensor<8192xf32> attributes {plan.kernel} {
  %z = arith.constant dense<0.0> : tensor<8192xf32>
  %s = linalg.reduce { arith.addf } ins(%a : tensor<8192x4096xf32>) outs(%z : tensor<8192xf32>) dimensions = [1]
  func.return %s : tensor<8192xf32>
}
func.func private @ordered(%a: tensor<4096x4096xf32>) -> tensor<f32> attributes {plan.kernel} {
  %z = arith.constant dense<3.0> : tensor<f32>
  %s = linalg.reduce { arith.addf } ins(%a : tensor<4096x4096xf32>) outs(%z : tensor<f32>) dimensions = [0, 1]
  func.return %s : tensor<f32>
}
func.func private @nested(%a: tensor<4096x4096xf32>) -> tensor<f32> attributes {plan.kernel} {
  %z = arith.constant dense<0.0> : tensor<4096xf32>
  %z0 = arith.constant dense<0.0> : tensor<f32>
  %s = linalg.reduce { arith.addf } ins(%a : tensor<4096x4096xf32>) outs(%z : tensor<4096xf32>) dimensions = [0]
  %t = linalg.reduce { arith.addf } ins(%s : tensor<4096xf32>) outs(%z0 : tensor<f32>) dimensions = [0]
  func.return %t : tensor<f32>
}

// -----

// Tests that a kernel without a body is left alone.
// CHECK: func.func private @declared(tensor<4xf32>) -> tensor<4xf32> attributes {plan.kernel}
func.func private @declared(tensor<4xf32>) -> tensor<4xf32> attributes {plan.kernel}
