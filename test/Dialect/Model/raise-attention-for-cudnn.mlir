// RUN: shard-opt %s --model-raise-attention="for-cudnn print-remarks" -verify-diagnostics | FileCheck %s

#q = affine_map<(b, h, i, j, d) -> (b, i, h, d)>
#k = affine_map<(b, h, i, j, d) -> (b, j, h, d)>
#s = affine_map<(b, h, i, j, d) -> (b, h, i, j)>
#sum_j_p = affine_map<(b, i, h, d, j) -> (b, h, i, j)>
#sum_j_v = affine_map<(b, i, h, d, j) -> (b, j, h, d)>
#sum_j_o = affine_map<(b, i, h, d, j) -> (b, i, h, d)>
!s = tensor<2x3x6x5xf32>
!r = tensor<2x3x6xf32>

// Tests that only what cuDNN runs is raised, and that a remark says why all else
// is not.

// CHECK-LABEL: func.func @bf16
// CHECK-NEXT: model.attention %
// CHECK-NEXT: return
func.func @bf16(%q: tensor<2x6x3x8xbf16>, %k: tensor<2x5x3x8xbf16>, %v: tensor<2x5x3x8xbf16>) -> (tensor<2x6x3x8xbf16>) {
  %zs = arith.constant dense<0.0> : !s
  %zo = arith.constant dense<0.0> : tensor<2x6x3x8xbf16>
  %zr = arith.constant dense<0.0> : !r
  %low = arith.constant dense<0xFF800000> : !r
  %scale = arith.constant dense<0.25> : !s
  %empty = tensor.empty() : !s
  %x = linalg.contract indexing_maps = [#q, #k, #s] ins(%q, %k : tensor<2x6x3x8xbf16>, tensor<2x5x3x8xbf16>) outs(%zs : !s) -> !s
  %scaled = arith.mulf %x, %scale : !s
  %max = linalg.reduce { arith.maximumf } ins(%scaled : !s) outs(%low : !r) dimensions = [3]
  %maxes = linalg.broadcast ins(%max : !r) outs(%empty : !s) dimensions = [3]
  %shifted = arith.subf %scaled, %maxes : !s
  %e = math.exp %shifted : !s
  %sum = linalg.reduce { arith.addf } ins(%e : !s) outs(%zr : !r) dimensions = [3]
  %sums = linalg.broadcast ins(%sum : !r) outs(%empty : !s) dimensions = [3]
  %p = arith.divf %e, %sums : !s
  %short = arith.truncf %p : !s to tensor<2x3x6x5xbf16>
  %o = linalg.contract indexing_maps = [#sum_j_p, #sum_j_v, #sum_j_o] ins(%short, %v : tensor<2x3x6x5xbf16>, tensor<2x5x3x8xbf16>) outs(%zo : tensor<2x6x3x8xbf16>) -> tensor<2x6x3x8xbf16>
  return %o : tensor<2x6x3x8xbf16>
}

// CHECK-LABEL: func.func @f16
// CHECK-NEXT: model.attention %
// CHECK-NEXT: return
func.func @f16(%q: tensor<2x6x3x256xf16>, %k: tensor<2x5x3x256xf16>, %v: tensor<2x5x3x256xf16>) -> (tensor<2x6x3x256xf16>) {
  %zs = arith.constant dense<0.0> : !s
  %zo = arith.constant dense<0.0> : tensor<2x6x3x256xf16>
  %zr = arith.constant dense<0.0> : !r
  %low = arith.constant dense<0xFF800000> : !r
  %scale = arith.constant dense<0.25> : !s
  %empty = tensor.empty() : !s
  %x = linalg.contract indexing_maps = [#q, #k, #s] ins(%q, %k : tensor<2x6x3x256xf16>, tensor<2x5x3x256xf16>) outs(%zs : !s) -> !s
  %scaled = arith.mulf %x, %scale : !s
  %max = linalg.reduce { arith.maximumf } ins(%scaled : !s) outs(%low : !r) dimensions = [3]
  %maxes = linalg.broadcast ins(%max : !r) outs(%empty : !s) dimensions = [3]
  %shifted = arith.subf %scaled, %maxes : !s
  %e = math.exp %shifted : !s
  %sum = linalg.reduce { arith.addf } ins(%e : !s) outs(%zr : !r) dimensions = [3]
  %sums = linalg.broadcast ins(%sum : !r) outs(%empty : !s) dimensions = [3]
  %p = arith.divf %e, %sums : !s
  %short = arith.truncf %p : !s to tensor<2x3x6x5xf16>
  %o = linalg.contract indexing_maps = [#sum_j_p, #sum_j_v, #sum_j_o] ins(%short, %v : tensor<2x3x6x5xf16>, tensor<2x5x3x256xf16>) outs(%zo : tensor<2x6x3x256xf16>) -> tensor<2x6x3x256xf16>
  return %o : tensor<2x6x3x256xf16>
}

// CHECK-LABEL: func.func @f32
// CHECK-NOT: model.attention
// CHECK: math.exp
func.func @f32(%q: tensor<2x6x3x8xf32>, %k: tensor<2x5x3x8xf32>, %v: tensor<2x5x3x8xf32>) -> (tensor<2x6x3x8xf32>) {
  %zs = arith.constant dense<0.0> : !s
  %zo = arith.constant dense<0.0> : tensor<2x6x3x8xf32>
  %zr = arith.constant dense<0.0> : !r
  %low = arith.constant dense<0xFF800000> : !r
  %scale = arith.constant dense<0.25> : !s
  %empty = tensor.empty() : !s
  // expected-remark @+1 {{is not raised to an attention: cuDNN takes elements of bf16 or f16, not f32}}
  %x = linalg.contract indexing_maps = [#q, #k, #s] ins(%q, %k : tensor<2x6x3x8xf32>, tensor<2x5x3x8xf32>) outs(%zs : !s) -> !s
  %scaled = arith.mulf %x, %scale : !s
  %max = linalg.reduce { arith.maximumf } ins(%scaled : !s) outs(%low : !r) dimensions = [3]
  %maxes = linalg.broadcast ins(%max : !r) outs(%empty : !s) dimensions = [3]
  %shifted = arith.subf %scaled, %maxes : !s
  %e = math.exp %shifted : !s
  %sum = linalg.reduce { arith.addf } ins(%e : !s) outs(%zr : !r) dimensions = [3]
  %sums = linalg.broadcast ins(%sum : !r) outs(%empty : !s) dimensions = [3]
  %p = arith.divf %e, %sums : !s
  %o = linalg.contract indexing_maps = [#sum_j_p, #sum_j_v, #sum_j_o] ins(%p, %v : !s, tensor<2x5x3x8xf32>) outs(%zo : tensor<2x6x3x8xf32>) -> tensor<2x6x3x8xf32>
  return %o : tensor<2x6x3x8xf32>
}

// CHECK-LABEL: func.func @odd_heads
// CHECK-NOT: model.attention
// CHECK: math.exp
func.func @odd_heads(%q: tensor<2x6x3x12xbf16>, %k: tensor<2x5x3x12xbf16>, %v: tensor<2x5x3x12xbf16>) -> (tensor<2x6x3x12xbf16>) {
  %zs = arith.constant dense<0.0> : !s
  %zo = arith.constant dense<0.0> : tensor<2x6x3x12xbf16>
  %zr = arith.constant dense<0.0> : !r
  %low = arith.constant dense<0xFF800000> : !r
  %scale = arith.constant dense<0.25> : !s
  %empty = tensor.empty() : !s
  // expected-remark @+1 {{is not raised to an attention: cuDNN takes heads whose sizes are multiples of 8 up to 256, not 12}}
  %x = linalg.contract indexing_maps = [#q, #k, #s] ins(%q, %k : tensor<2x6x3x12xbf16>, tensor<2x5x3x12xbf16>) outs(%zs : !s) -> !s
  %scaled = arith.mulf %x, %scale : !s
  %max = linalg.reduce { arith.maximumf } ins(%scaled : !s) outs(%low : !r) dimensions = [3]
  %maxes = linalg.broadcast ins(%max : !r) outs(%empty : !s) dimensions = [3]
  %shifted = arith.subf %scaled, %maxes : !s
  %e = math.exp %shifted : !s
  %sum = linalg.reduce { arith.addf } ins(%e : !s) outs(%zr : !r) dimensions = [3]
  %sums = linalg.broadcast ins(%sum : !r) outs(%empty : !s) dimensions = [3]
  %p = arith.divf %e, %sums : !s
  %short = arith.truncf %p : !s to tensor<2x3x6x5xbf16>
  %o = linalg.contract indexing_maps = [#sum_j_p, #sum_j_v, #sum_j_o] ins(%short, %v : tensor<2x3x6x5xbf16>, tensor<2x5x3x12xbf16>) outs(%zo : tensor<2x6x3x12xbf16>) -> tensor<2x6x3x12xbf16>
  return %o : tensor<2x6x3x12xbf16>
}

// CHECK-LABEL: func.func @large_heads
// CHECK-NOT: model.attention
// CHECK: math.exp
func.func @large_heads(%q: tensor<2x6x3x264xbf16>, %k: tensor<2x5x3x264xbf16>, %v: tensor<2x5x3x264xbf16>) -> (tensor<2x6x3x264xbf16>) {
  %zs = arith.constant dense<0.0> : !s
  %zo = arith.constant dense<0.0> : tensor<2x6x3x264xbf16>
  %zr = arith.constant dense<0.0> : !r
  %low = arith.constant dense<0xFF800000> : !r
  %scale = arith.constant dense<0.25> : !s
  %empty = tensor.empty() : !s
  // expected-remark @+1 {{is not raised to an attention: cuDNN takes heads whose sizes are multiples of 8 up to 256, not 264}}
  %x = linalg.contract indexing_maps = [#q, #k, #s] ins(%q, %k : tensor<2x6x3x264xbf16>, tensor<2x5x3x264xbf16>) outs(%zs : !s) -> !s
  %scaled = arith.mulf %x, %scale : !s
  %max = linalg.reduce { arith.maximumf } ins(%scaled : !s) outs(%low : !r) dimensions = [3]
  %maxes = linalg.broadcast ins(%max : !r) outs(%empty : !s) dimensions = [3]
  %shifted = arith.subf %scaled, %maxes : !s
  %e = math.exp %shifted : !s
  %sum = linalg.reduce { arith.addf } ins(%e : !s) outs(%zr : !r) dimensions = [3]
  %sums = linalg.broadcast ins(%sum : !r) outs(%empty : !s) dimensions = [3]
  %p = arith.divf %e, %sums : !s
  %short = arith.truncf %p : !s to tensor<2x3x6x5xbf16>
  %o = linalg.contract indexing_maps = [#sum_j_p, #sum_j_v, #sum_j_o] ins(%short, %v : tensor<2x3x6x5xbf16>, tensor<2x5x3x264xbf16>) outs(%zo : tensor<2x6x3x264xbf16>) -> tensor<2x6x3x264xbf16>
  return %o : tensor<2x6x3x264xbf16>
}

// CHECK-LABEL: func.func @other_output
// CHECK-NOT: model.attention
// CHECK: math.exp
func.func @other_output(%q: tensor<2x6x3x8xbf16>, %k: tensor<2x5x3x8xbf16>, %v: tensor<2x5x3x8xbf16>) -> (tensor<2x6x3x8xf32>) {
  %zs = arith.constant dense<0.0> : !s
  %zo = arith.constant dense<0.0> : tensor<2x6x3x8xf32>
  %zr = arith.constant dense<0.0> : !r
  %low = arith.constant dense<0xFF800000> : !r
  %scale = arith.constant dense<0.25> : !s
  %empty = tensor.empty() : !s
  // expected-remark @+1 {{is not raised to an attention: cuDNN takes one element type, not bf16 and f32}}
  %x = linalg.contract indexing_maps = [#q, #k, #s] ins(%q, %k : tensor<2x6x3x8xbf16>, tensor<2x5x3x8xbf16>) outs(%zs : !s) -> !s
  %scaled = arith.mulf %x, %scale : !s
  %max = linalg.reduce { arith.maximumf } ins(%scaled : !s) outs(%low : !r) dimensions = [3]
  %maxes = linalg.broadcast ins(%max : !r) outs(%empty : !s) dimensions = [3]
  %shifted = arith.subf %scaled, %maxes : !s
  %e = math.exp %shifted : !s
  %sum = linalg.reduce { arith.addf } ins(%e : !s) outs(%zr : !r) dimensions = [3]
  %sums = linalg.broadcast ins(%sum : !r) outs(%empty : !s) dimensions = [3]
  %p = arith.divf %e, %sums : !s
  %short = arith.truncf %p : !s to tensor<2x3x6x5xbf16>
  %o = linalg.contract indexing_maps = [#sum_j_p, #sum_j_v, #sum_j_o] ins(%short, %v : tensor<2x3x6x5xbf16>, tensor<2x5x3x8xbf16>) outs(%zo : tensor<2x6x3x8xf32>) -> tensor<2x6x3x8xf32>
  return %o : tensor<2x6x3x8xf32>
}

// CHECK-LABEL: func.func @negative_scale
// CHECK-NOT: model.attention
// CHECK: math.exp
func.func @negative_scale(%q: tensor<2x6x3x8xbf16>, %k: tensor<2x5x3x8xbf16>, %v: tensor<2x5x3x8xbf16>) -> (tensor<2x6x3x8xbf16>) {
  %zs = arith.constant dense<0.0> : !s
  %zo = arith.constant dense<0.0> : tensor<2x6x3x8xbf16>
  %zr = arith.constant dense<0.0> : !r
  %low = arith.constant dense<0xFF800000> : !r
  %scale = arith.constant dense<-0.25> : !s
  %empty = tensor.empty() : !s
  // expected-remark @+1 {{is not raised to an attention: cuDNN takes positive scales, not -2.5}}
  %x = linalg.contract indexing_maps = [#q, #k, #s] ins(%q, %k : tensor<2x6x3x8xbf16>, tensor<2x5x3x8xbf16>) outs(%zs : !s) -> !s
  %scaled = arith.mulf %x, %scale : !s
  %max = linalg.reduce { arith.maximumf } ins(%scaled : !s) outs(%low : !r) dimensions = [3]
  %maxes = linalg.broadcast ins(%max : !r) outs(%empty : !s) dimensions = [3]
  %shifted = arith.subf %scaled, %maxes : !s
  %e = math.exp %shifted : !s
  %sum = linalg.reduce { arith.addf } ins(%e : !s) outs(%zr : !r) dimensions = [3]
  %sums = linalg.broadcast ins(%sum : !r) outs(%empty : !s) dimensions = [3]
  %p = arith.divf %e, %sums : !s
  %short = arith.truncf %p : !s to tensor<2x3x6x5xbf16>
  %o = linalg.contract indexing_maps = [#sum_j_p, #sum_j_v, #sum_j_o] ins(%short, %v : tensor<2x3x6x5xbf16>, tensor<2x5x3x8xbf16>) outs(%zo : tensor<2x6x3x8xbf16>) -> tensor<2x6x3x8xbf16>
  return %o : tensor<2x6x3x8xbf16>
}

// CHECK-LABEL: func.func @masked
// CHECK-NOT: model.attention
// CHECK: math.exp
func.func @masked(%q: tensor<2x6x3x8xbf16>, %k: tensor<2x5x3x8xbf16>, %v: tensor<2x5x3x8xbf16>, %m: tensor<2x3x6x5xf32>) -> (tensor<2x6x3x8xbf16>) {
  %zs = arith.constant dense<0.0> : !s
  %zo = arith.constant dense<0.0> : tensor<2x6x3x8xbf16>
  %zr = arith.constant dense<0.0> : !r
  %low = arith.constant dense<0xFF800000> : !r
  %scale = arith.constant dense<0.25> : !s
  %empty = tensor.empty() : !s
  // expected-remark @+1 {{is not raised to an attention: it has a mask that is not causality}}
  %x = linalg.contract indexing_maps = [#q, #k, #s] ins(%q, %k : tensor<2x6x3x8xbf16>, tensor<2x5x3x8xbf16>) outs(%zs : !s) -> !s
  %scaled = arith.mulf %x, %scale : !s
  %masked = arith.addf %scaled, %m : !s
  %max = linalg.reduce { arith.maximumf } ins(%masked : !s) outs(%low : !r) dimensions = [3]
  %maxes = linalg.broadcast ins(%max : !r) outs(%empty : !s) dimensions = [3]
  %shifted = arith.subf %masked, %maxes : !s
  %e = math.exp %shifted : !s
  %sum = linalg.reduce { arith.addf } ins(%e : !s) outs(%zr : !r) dimensions = [3]
  %sums = linalg.broadcast ins(%sum : !r) outs(%empty : !s) dimensions = [3]
  %p = arith.divf %e, %sums : !s
  %short = arith.truncf %p : !s to tensor<2x3x6x5xbf16>
  %o = linalg.contract indexing_maps = [#sum_j_p, #sum_j_v, #sum_j_o] ins(%short, %v : tensor<2x3x6x5xbf16>, tensor<2x5x3x8xbf16>) outs(%zo : tensor<2x6x3x8xbf16>) -> tensor<2x6x3x8xbf16>
  return %o : tensor<2x6x3x8xbf16>
}
