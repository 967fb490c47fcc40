// RUN: shard-opt %s --model-decompose-attention=keep-for-cudnn | FileCheck %s

// Tests that what cuDNN runs stays, and that all else is decomposed: an attention
// whose gradient has heads that are too large goes with it.

// CHECK-LABEL: func.func @kept
// CHECK-NEXT: model.attention %
// CHECK-NEXT: model.attention_grad %
// CHECK-NEXT: return
func.func @kept(%q: tensor<2x8x4x16xbf16>, %g: tensor<2x8x4x16xbf16>) -> tensor<2x8x4x16xbf16> {
  %o, %s = model.attention %q, %q, %q scale 0.25 causal : (tensor<2x8x4x16xbf16>, tensor<2x8x4x16xbf16>, tensor<2x8x4x16xbf16>) -> (tensor<2x8x4x16xbf16>, tensor<2x4x8xf32>)
  %dq, %dk, %dv = model.attention_grad %q, %q, %q, %o, %s, %g scale 0.25 causal : (tensor<2x8x4x16xbf16>, tensor<2x8x4x16xbf16>, tensor<2x8x4x16xbf16>, tensor<2x8x4x16xbf16>, tensor<2x4x8xf32>, tensor<2x8x4x16xbf16>) -> (tensor<2x8x4x16xbf16>, tensor<2x8x4x16xbf16>, tensor<2x8x4x16xbf16>)
  return %dq : tensor<2x8x4x16xbf16>
}

// CHECK-LABEL: func.func @large_heads
// CHECK-NOT: model.attention
// CHECK: return
func.func @large_heads(%q: tensor<2x8x4x192xbf16>, %g: tensor<2x8x4x192xbf16>) -> tensor<2x8x4x192xbf16> {
  %o, %s = model.attention %q, %q, %q scale 0.25 : (tensor<2x8x4x192xbf16>, tensor<2x8x4x192xbf16>, tensor<2x8x4x192xbf16>) -> (tensor<2x8x4x192xbf16>, tensor<2x4x8xf32>)
  %dq, %dk, %dv = model.attention_grad %q, %q, %q, %o, %s, %g scale 0.25 : (tensor<2x8x4x192xbf16>, tensor<2x8x4x192xbf16>, tensor<2x8x4x192xbf16>, tensor<2x8x4x192xbf16>, tensor<2x4x8xf32>, tensor<2x8x4x192xbf16>) -> (tensor<2x8x4x192xbf16>, tensor<2x8x4x192xbf16>, tensor<2x8x4x192xbf16>)
  return %dq : tensor<2x8x4x192xbf16>
}

// CHECK-LABEL: func.func @large_heads_forward
// CHECK-NEXT: model.attention %
// CHECK-NEXT: return
func.func @large_heads_forward(%q: tensor<2x8x4x192xbf16>) -> tensor<2x8x4x192xbf16> {
  %o, %s = model.attention %q, %q, %q scale 0.25 : (tensor<2x8x4x192xbf16>, tensor<2x8x4x192xbf16>, tensor<2x8x4x192xbf16>) -> (tensor<2x8x4x192xbf16>, tensor<2x4x8xf32>)
  return %o : tensor<2x8x4x192xbf16>
}

// CHECK-LABEL: func.func @empty
// CHECK-NOT: model.attention
// CHECK: return
func.func @empty(%q: tensor<0x8x4x16xbf16>) -> tensor<0x8x4x16xbf16> {
  %o, %s = model.attention %q, %q, %q scale 0.25 : (tensor<0x8x4x16xbf16>, tensor<0x8x4x16xbf16>, tensor<0x8x4x16xbf16>) -> (tensor<0x8x4x16xbf16>, tensor<0x4x8xf32>)
  return %o : tensor<0x8x4x16xbf16>
}
