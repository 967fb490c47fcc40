// RUN: shard-opt %s | shard-opt | FileCheck %s

// Tests that attention and its gradient print what they parse, with every mask.

// CHECK-LABEL: func.func @plain
// CHECK: model.attention %{{.*}}, %{{.*}}, %{{.*}} scale 2.500000e-01 : (tensor<2x6x4x8xf32>, tensor<2x5x4x8xf32>, tensor<2x5x4x3xf32>) -> (tensor<2x6x4x3xf32>, tensor<2x4x6xf32>)
func.func @plain(%q: tensor<2x6x4x8xf32>, %k: tensor<2x5x4x8xf32>, %v: tensor<2x5x4x3xf32>) -> tensor<2x6x4x3xf32> {
  %o, %s = model.attention %q, %k, %v scale 0.25 : (tensor<2x6x4x8xf32>, tensor<2x5x4x8xf32>, tensor<2x5x4x3xf32>) -> (tensor<2x6x4x3xf32>, tensor<2x4x6xf32>)
  return %o : tensor<2x6x4x3xf32>
}

// CHECK-LABEL: func.func @boolean
// CHECK: model.attention %{{.*}}, %{{.*}}, %{{.*}} mask %{{.*}} scale 1.000000e+00 causal {masked_score = -1.000000e+30 : f64} :
func.func @boolean(%q: tensor<2x6x4x8xbf16>, %k: tensor<2x5x2x8xbf16>, %v: tensor<2x5x2x8xbf16>, %m: tensor<2x1x6x5xi1>) -> tensor<2x6x4x8xbf16> {
  %o, %s = model.attention %q, %k, %v mask %m scale 1.0 causal {masked_score = -1.0e30 : f64} : (tensor<2x6x4x8xbf16>, tensor<2x5x2x8xbf16>, tensor<2x5x2x8xbf16>, tensor<2x1x6x5xi1>) -> (tensor<2x6x4x8xbf16>, tensor<2x4x6xf32>)
  return %o : tensor<2x6x4x8xbf16>
}

// CHECK-LABEL: func.func @gradient
// CHECK: model.attention_grad %{{.*}}, %{{.*}}, %{{.*}}, %{{.*}}, %{{.*}}, %{{.*}} mask %{{.*}} scale 5.000000e-01 :
func.func @gradient(%q: tensor<2x6x4x8xf64>, %k: tensor<2x5x2x8xf64>, %s: tensor<2x4x6xf64>, %m: tensor<1x1x1x5xf64>) -> tensor<2x5x2x8xf64> {
  %dq, %dk, %dv = model.attention_grad %q, %k, %k, %q, %s, %q mask %m scale 0.5 : (tensor<2x6x4x8xf64>, tensor<2x5x2x8xf64>, tensor<2x5x2x8xf64>, tensor<2x6x4x8xf64>, tensor<2x4x6xf64>, tensor<2x6x4x8xf64>, tensor<1x1x1x5xf64>) -> (tensor<2x6x4x8xf64>, tensor<2x5x2x8xf64>, tensor<2x5x2x8xf64>)
  return %dk : tensor<2x5x2x8xf64>
}
