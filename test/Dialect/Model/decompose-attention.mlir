// RUN: shard-opt %s --model-decompose-attention | FileCheck %s
// RUN: shard-opt %s --model-decompose-attention --cse | FileCheck %s --check-prefix=ONCE

// Tests the order: product, scale, maximum, exponential, sum, product; the scores
// of bf16 operands in f32, rounded before they meet the values.

// CHECK-LABEL: func.func @forward
// CHECK: %[[S:.*]] = linalg.contract {{.*}} ins(%arg0, %arg1 : {{.*}} -> tensor<2x4x6x5xf32>
// CHECK: %[[X:.*]] = arith.mulf %[[S]], %{{.*}} : tensor<2x4x6x5xf32>
// CHECK: %[[MAX:.*]] = linalg.reduce { arith.maximumf } ins(%[[X]] : {{.*}} dimensions = [3]
// CHECK: %[[MAXES:.*]] = linalg.broadcast ins(%[[MAX]]
// CHECK: %[[D:.*]] = arith.subf %[[X]], %[[MAXES]]
// CHECK: %[[E:.*]] = math.exp %[[D]]
// CHECK: %[[SUM:.*]] = linalg.reduce { arith.addf } ins(%[[E]]
// CHECK: %[[P:.*]] = arith.divf %[[E]]
// CHECK: %[[R:.*]] = arith.truncf %[[P]] : tensor<2x4x6x5xf32> to tensor<2x4x6x5xbf16>
// CHECK: %[[O:.*]] = linalg.contract {{.*}} ins(%[[R]], %arg2 : {{.*}} -> tensor<2x6x4x8xbf16>
// CHECK: %[[LOG:.*]] = math.log %[[SUM]]
// CHECK: %[[STATISTICS:.*]] = arith.addf %[[MAX]], %[[LOG]] : tensor<2x4x6xf32>
// CHECK: return %[[O]], %[[STATISTICS]]
func.func @forward(%q: tensor<2x6x4x8xbf16>, %k: tensor<2x5x4x8xbf16>, %v: tensor<2x5x4x8xbf16>) -> (tensor<2x6x4x8xbf16>, tensor<2x4x6xf32>) {
  %o, %s = model.attention %q, %k, %v scale 0.25 : (tensor<2x6x4x8xbf16>, tensor<2x5x4x8xbf16>, tensor<2x5x4x8xbf16>) -> (tensor<2x6x4x8xbf16>, tensor<2x4x6xf32>)
  return %o, %s : tensor<2x6x4x8xbf16>, tensor<2x4x6xf32>
}

// Tests that forward and backward share one softmax, and that what is hidden has
// no gradient.

// ONCE-LABEL: func.func @both
// ONCE: %[[E:.*]] = math.exp
// ONCE-NOT: math.exp
// ONCE: %[[P:.*]] = arith.divf %[[E]]
// ONCE-NOT: math.exp
// ONCE: %[[CENTERED:.*]] = arith.subf
// ONCE: %[[DX:.*]] = arith.mulf %[[P]], %[[CENTERED]]
// ONCE: arith.select %{{.*}}, %[[DX]], %{{.*}} : tensor<2x4x6x6xi1>
// ONCE: return
func.func @both(%q: tensor<2x6x4x8xf32>, %k: tensor<2x6x4x8xf32>, %v: tensor<2x6x4x8xf32>, %g: tensor<2x6x4x8xf32>) -> (tensor<2x6x4x8xf32>, tensor<2x6x4x8xf32>, tensor<2x6x4x8xf32>, tensor<2x6x4x8xf32>) {
  %o, %s = model.attention %q, %k, %v scale 1.0 causal : (tensor<2x6x4x8xf32>, tensor<2x6x4x8xf32>, tensor<2x6x4x8xf32>) -> (tensor<2x6x4x8xf32>, tensor<2x4x6xf32>)
  %dq, %dk, %dv = model.attention_grad %q, %k, %v, %o, %s, %g scale 1.0 causal : (tensor<2x6x4x8xf32>, tensor<2x6x4x8xf32>, tensor<2x6x4x8xf32>, tensor<2x6x4x8xf32>, tensor<2x4x6xf32>, tensor<2x6x4x8xf32>) -> (tensor<2x6x4x8xf32>, tensor<2x6x4x8xf32>, tensor<2x6x4x8xf32>)
  return %o, %dq, %dk, %dv : tensor<2x6x4x8xf32>, tensor<2x6x4x8xf32>, tensor<2x6x4x8xf32>, tensor<2x6x4x8xf32>
}

// Tests masks of every kind.

// CHECK-LABEL: func.func @masks
// CHECK: %[[FLAT:.*]] = tensor.collapse_shape %arg3 {{\[\[}}0, 1, 2], [3]] : tensor<2x1x1x5xi1> into tensor<2x5xi1>
// CHECK: %[[M:.*]] = linalg.broadcast ins(%[[FLAT]] : {{.*}} dimensions = [1, 2]
// CHECK: arith.select %[[M]], %{{.*}}, %{{.*}} : tensor<2x4x6x5xi1>, tensor<2x4x6x5xf32>
// CHECK: %[[BIAS:.*]] = linalg.broadcast {{.*}} dimensions = [0, 1]
// CHECK: arith.addf %{{.*}}, %[[BIAS]] : tensor<2x4x6x5xf32>
func.func @masks(%q: tensor<2x6x4x8xf32>, %k: tensor<2x5x4x8xf32>, %v: tensor<2x5x4x8xf32>, %m: tensor<2x1x1x5xi1>, %a: tensor<1x1x6x5xf32>) -> (tensor<2x6x4x8xf32>, tensor<2x6x4x8xf32>) {
  %o, %s = model.attention %q, %k, %v mask %m scale 1.0 {masked_score = -1.0e30 : f64} : (tensor<2x6x4x8xf32>, tensor<2x5x4x8xf32>, tensor<2x5x4x8xf32>, tensor<2x1x1x5xi1>) -> (tensor<2x6x4x8xf32>, tensor<2x4x6xf32>)
  %p, %t = model.attention %q, %k, %v mask %a scale 1.0 : (tensor<2x6x4x8xf32>, tensor<2x5x4x8xf32>, tensor<2x5x4x8xf32>, tensor<1x1x6x5xf32>) -> (tensor<2x6x4x8xf32>, tensor<2x4x6xf32>)
  return %o, %p : tensor<2x6x4x8xf32>, tensor<2x6x4x8xf32>
}

// Tests that heads that share a key are split off and merged again.

// CHECK-LABEL: func.func @grouped
// CHECK: %[[Q:.*]] = tensor.expand_shape %arg0 {{\[\[}}0], [1], [2, 3], [4]] output_shape [2, 6, 2, 2, 8]
// CHECK: linalg.contract {{.*}} ins(%[[Q]], %arg1 : {{.*}} -> tensor<2x2x2x6x5xf32>
// CHECK: %[[O:.*]] = linalg.contract {{.*}} -> tensor<2x6x2x2x8xf32>
// CHECK: tensor.collapse_shape %[[O]] {{\[\[}}0], [1], [2, 3], [4]] {{.*}} into tensor<2x6x4x8xf32>
// CHECK: tensor.collapse_shape %{{.*}} {{\[\[}}0], [1, 2], [3]] : tensor<2x2x2x6xf32> into tensor<2x4x6xf32>
// CHECK: %[[DV:.*]] = linalg.contract {{.*}} -> tensor<2x5x2x8xf32>
// CHECK: %[[DQ:.*]] = linalg.contract {{.*}} -> tensor<2x6x2x2x8xf32>
// CHECK: %[[DK:.*]] = linalg.contract {{.*}} -> tensor<2x5x2x8xf32>
// CHECK: return %{{.*}}, %[[DK]], %[[DV]]
func.func @grouped(%q: tensor<2x6x4x8xf32>, %k: tensor<2x5x2x8xf32>, %g: tensor<2x6x4x8xf32>) -> (tensor<2x4x6xf32>, tensor<2x6x4x8xf32>, tensor<2x5x2x8xf32>, tensor<2x5x2x8xf32>) {
  %o, %s = model.attention %q, %k, %k scale 1.0 : (tensor<2x6x4x8xf32>, tensor<2x5x2x8xf32>, tensor<2x5x2x8xf32>) -> (tensor<2x6x4x8xf32>, tensor<2x4x6xf32>)
  %dq, %dk, %dv = model.attention_grad %q, %k, %k, %o, %s, %g scale 1.0 : (tensor<2x6x4x8xf32>, tensor<2x5x2x8xf32>, tensor<2x5x2x8xf32>, tensor<2x6x4x8xf32>, tensor<2x4x6xf32>, tensor<2x6x4x8xf32>) -> (tensor<2x6x4x8xf32>, tensor<2x5x2x8xf32>, tensor<2x5x2x8xf32>)
  return %s, %dq, %dk, %dv : tensor<2x4x6xf32>, tensor<2x6x4x8xf32>, tensor<2x5x2x8xf32>, tensor<2x5x2x8xf32>
}
