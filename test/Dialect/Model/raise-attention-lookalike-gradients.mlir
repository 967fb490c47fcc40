// RUN: shard-opt %s --model-raise-attention=print-remarks -verify-diagnostics | FileCheck %s

// Tests that what looks like an attention and has another gradient stays, with a remark that
// says why.

#q = affine_map<(b, h, i, j, d) -> (b, i, h, d)>
#k = affine_map<(b, h, i, j, d) -> (b, j, h, d)>
#s = affine_map<(b, h, i, j, d) -> (b, h, i, j)>
#sum_j_p = affine_map<(b, i, h, d, j) -> (b, h, i, j)>
#sum_j_v = affine_map<(b, i, h, d, j) -> (b, j, h, d)>
#sum_j_o = affine_map<(b, i, h, d, j) -> (b, i, h, d)>
#sum_i_p = affine_map<(b, j, h, d, i) -> (b, h, i, j)>
#sum_i_g = affine_map<(b, j, h, d, i) -> (b, i, h, d)>
#sum_i_v = affine_map<(b, j, h, d, i) -> (b, j, h, d)>
!q = tensor<2x6x3x8xf32>
!k = tensor<2x5x3x8xf32>
!s = tensor<2x3x6x5xf32>
!r = tensor<2x3x6xf32>

// The backward pass has another scale.

// CHECK-LABEL: func.func @other_scale
// CHECK-NOT: model.attention
// CHECK: return
func.func @other_scale(%q: !q, %k: !k, %v: !k, %g: !q) -> (!q, !q, !k, !k) {
  %zs = arith.constant dense<0.0> : !s
  %zq = arith.constant dense<0.0> : !q
  %zk = arith.constant dense<0.0> : !k
  %zr = arith.constant dense<0.0> : !r
  %low = arith.constant dense<0xFF800000> : !r
  %scale = arith.constant dense<0.25> : !s
  %empty = tensor.empty() : !s
  // expected-remark@+1 {{is not raised to an attention: has a gradient of the scores that is not the one of this softmax, scale and mask}}
  %x = linalg.contract indexing_maps = [#q, #k, #s] ins(%q, %k : !q, !k) outs(%zs : !s) -> !s
  %scaled = arith.mulf %x, %scale : !s
  %max = linalg.reduce { arith.maximumf } ins(%scaled : !s) outs(%low : !r) dimensions = [3]
  %maxes = linalg.broadcast ins(%max : !r) outs(%empty : !s) dimensions = [3]
  %shifted = arith.subf %scaled, %maxes : !s
  %e = math.exp %shifted : !s
  %sum = linalg.reduce { arith.addf } ins(%e : !s) outs(%zr : !r) dimensions = [3]
  %sums = linalg.broadcast ins(%sum : !r) outs(%empty : !s) dimensions = [3]
  %p = arith.divf %e, %sums : !s
  %o = linalg.contract indexing_maps = [#sum_j_p, #sum_j_v, #sum_j_o] ins(%p, %v : !s, !k) outs(%zq : !q) -> !q
  %other = arith.constant dense<0.5> : !s
  %dv = linalg.contract indexing_maps = [#sum_i_p, #sum_i_g, #sum_i_v] ins(%p, %g : !s, !q) outs(%zk : !k) -> !k
  %dp = linalg.contract indexing_maps = [#q, #k, #s] ins(%g, %v : !q, !k) outs(%zs : !s) -> !s
  %dpp = arith.mulf %dp, %p : !s
  %row = linalg.reduce { arith.addf } ins(%dpp : !s) outs(%zr : !r) dimensions = [3]
  %rows = linalg.broadcast ins(%row : !r) outs(%empty : !s) dimensions = [3]
  %centered = arith.subf %dp, %rows : !s
  %dx = arith.mulf %p, %centered : !s
  %ds = arith.mulf %dx, %other : !s
  // expected-note@+1 {{here}}
  %dq = linalg.contract indexing_maps = [#sum_j_p, #sum_j_v, #sum_j_o] ins(%ds, %k : !s, !k) outs(%zq : !q) -> !q
  %dk = linalg.contract indexing_maps = [#sum_i_p, #sum_i_g, #sum_i_v] ins(%ds, %q : !s, !q) outs(%zk : !k) -> !k
  return %o, %dq, %dk, %dv : !q, !q, !k, !k
}

// The backward pass has another sign.

// CHECK-LABEL: func.func @other_gradient
// CHECK-NOT: model.attention
// CHECK: return
func.func @other_gradient(%q: !q, %k: !k, %v: !k, %g: !q) -> (!q, !q, !k, !k) {
  %zs = arith.constant dense<0.0> : !s
  %zq = arith.constant dense<0.0> : !q
  %zk = arith.constant dense<0.0> : !k
  %zr = arith.constant dense<0.0> : !r
  %low = arith.constant dense<0xFF800000> : !r
  %scale = arith.constant dense<0.25> : !s
  %empty = tensor.empty() : !s
  // expected-remark@+1 {{is not raised to an attention: has a gradient of the scores that is not the one of this softmax, scale and mask}}
  %x = linalg.contract indexing_maps = [#q, #k, #s] ins(%q, %k : !q, !k) outs(%zs : !s) -> !s
  %scaled = arith.mulf %x, %scale : !s
  %max = linalg.reduce { arith.maximumf } ins(%scaled : !s) outs(%low : !r) dimensions = [3]
  %maxes = linalg.broadcast ins(%max : !r) outs(%empty : !s) dimensions = [3]
  %shifted = arith.subf %scaled, %maxes : !s
  %e = math.exp %shifted : !s
  %sum = linalg.reduce { arith.addf } ins(%e : !s) outs(%zr : !r) dimensions = [3]
  %sums = linalg.broadcast ins(%sum : !r) outs(%empty : !s) dimensions = [3]
  %p = arith.divf %e, %sums : !s
  %o = linalg.contract indexing_maps = [#sum_j_p, #sum_j_v, #sum_j_o] ins(%p, %v : !s, !k) outs(%zq : !q) -> !q
  %dv = linalg.contract indexing_maps = [#sum_i_p, #sum_i_g, #sum_i_v] ins(%p, %g : !s, !q) outs(%zk : !k) -> !k
  %dp = linalg.contract indexing_maps = [#q, #k, #s] ins(%g, %v : !q, !k) outs(%zs : !s) -> !s
  %dpp = arith.mulf %dp, %p : !s
  %row = linalg.reduce { arith.addf } ins(%dpp : !s) outs(%zr : !r) dimensions = [3]
  %rows = linalg.broadcast ins(%row : !r) outs(%empty : !s) dimensions = [3]
  %centered = arith.addf %dp, %rows : !s
  %dx = arith.mulf %p, %centered : !s
  %ds = arith.mulf %dx, %scale : !s
  // expected-note@+1 {{here}}
  %dq = linalg.contract indexing_maps = [#sum_j_p, #sum_j_v, #sum_j_o] ins(%ds, %k : !s, !k) outs(%zq : !q) -> !q
  %dk = linalg.contract indexing_maps = [#sum_i_p, #sum_i_g, #sum_i_v] ins(%ds, %q : !s, !q) outs(%zk : !k) -> !k
  return %o, %dq, %dk, %dv : !q, !q, !k, !k
}

// The gradient of masked scores is not masked.

// CHECK-LABEL: func.func @unmasked_gradient
// CHECK-NOT: model.attention
// CHECK: return
func.func @unmasked_gradient(%q: !q, %k: !k, %v: !k, %g: !q, %keys: tensor<2x5xi1>) -> (!q, !q, !k, !k) {
  %zs = arith.constant dense<0.0> : !s
  %zq = arith.constant dense<0.0> : !q
  %zk = arith.constant dense<0.0> : !k
  %zr = arith.constant dense<0.0> : !r
  %low = arith.constant dense<0xFF800000> : !r
  %scale = arith.constant dense<0.25> : !s
  %empty = tensor.empty() : !s
  // expected-remark@+1 {{is not raised to an attention: has a gradient of the scores that is not the one of this softmax, scale and mask}}
  %x = linalg.contract indexing_maps = [#q, #k, #s] ins(%q, %k : !q, !k) outs(%zs : !s) -> !s
  %scaled = arith.mulf %x, %scale : !s
  %masks = tensor.empty() : tensor<2x3x6x5xi1>
  %m = linalg.broadcast ins(%keys : tensor<2x5xi1>) outs(%masks : tensor<2x3x6x5xi1>) dimensions = [1, 2]
  %fill = arith.constant dense<-1.0e30> : !s
  %kept = arith.select %m, %scaled, %fill : tensor<2x3x6x5xi1>, !s
  %max = linalg.reduce { arith.maximumf } ins(%kept : !s) outs(%low : !r) dimensions = [3]
  %maxes = linalg.broadcast ins(%max : !r) outs(%empty : !s) dimensions = [3]
  %shifted = arith.subf %kept, %maxes : !s
  %e = math.exp %shifted : !s
  %sum = linalg.reduce { arith.addf } ins(%e : !s) outs(%zr : !r) dimensions = [3]
  %sums = linalg.broadcast ins(%sum : !r) outs(%empty : !s) dimensions = [3]
  %p = arith.divf %e, %sums : !s
  %o = linalg.contract indexing_maps = [#sum_j_p, #sum_j_v, #sum_j_o] ins(%p, %v : !s, !k) outs(%zq : !q) -> !q
  %dv = linalg.contract indexing_maps = [#sum_i_p, #sum_i_g, #sum_i_v] ins(%p, %g : !s, !q) outs(%zk : !k) -> !k
  %dp = linalg.contract indexing_maps = [#q, #k, #s] ins(%g, %v : !q, !k) outs(%zs : !s) -> !s
  %dpp = arith.mulf %dp, %p : !s
  %row = linalg.reduce { arith.addf } ins(%dpp : !s) outs(%zr : !r) dimensions = [3]
  %rows = linalg.broadcast ins(%row : !r) outs(%empty : !s) dimensions = [3]
  %centered = arith.subf %dp, %rows : !s
  %dx = arith.mulf %p, %centered : !s
  %ds = arith.mulf %dx, %scale : !s
  // expected-note@+1 {{here}}
  %dq = linalg.contract indexing_maps = [#sum_j_p, #sum_j_v, #sum_j_o] ins(%ds, %k : !s, !k) outs(%zq : !q) -> !q
  %dk = linalg.contract indexing_maps = [#sum_i_p, #sum_i_g, #sum_i_v] ins(%ds, %q : !s, !q) outs(%zk : !k) -> !k
  return %o, %dq, %dk, %dv : !q, !q, !k, !k
}

// The gradient of the scores is used elsewhere, as for a bias that is trained.

// CHECK-LABEL: func.func @bias
// CHECK-NOT: model.attention
// CHECK: return
func.func @bias(%q: !q, %k: !k, %v: !k, %g: !q) -> (!q, !q, !k, !k, !r) {
  %zs = arith.constant dense<0.0> : !s
  %zq = arith.constant dense<0.0> : !q
  %zk = arith.constant dense<0.0> : !k
  %zr = arith.constant dense<0.0> : !r
  %low = arith.constant dense<0xFF800000> : !r
  %scale = arith.constant dense<0.25> : !s
  %empty = tensor.empty() : !s
  // expected-remark@+1 {{is not raised to an attention: 'linalg.reduce' uses a value between the products that is no part of an attention}}
  %x = linalg.contract indexing_maps = [#q, #k, #s] ins(%q, %k : !q, !k) outs(%zs : !s) -> !s
  %scaled = arith.mulf %x, %scale : !s
  %max = linalg.reduce { arith.maximumf } ins(%scaled : !s) outs(%low : !r) dimensions = [3]
  %maxes = linalg.broadcast ins(%max : !r) outs(%empty : !s) dimensions = [3]
  %shifted = arith.subf %scaled, %maxes : !s
  %e = math.exp %shifted : !s
  %sum = linalg.reduce { arith.addf } ins(%e : !s) outs(%zr : !r) dimensions = [3]
  %sums = linalg.broadcast ins(%sum : !r) outs(%empty : !s) dimensions = [3]
  %p = arith.divf %e, %sums : !s
  %o = linalg.contract indexing_maps = [#sum_j_p, #sum_j_v, #sum_j_o] ins(%p, %v : !s, !k) outs(%zq : !q) -> !q
  %dv = linalg.contract indexing_maps = [#sum_i_p, #sum_i_g, #sum_i_v] ins(%p, %g : !s, !q) outs(%zk : !k) -> !k
  %dp = linalg.contract indexing_maps = [#q, #k, #s] ins(%g, %v : !q, !k) outs(%zs : !s) -> !s
  %dpp = arith.mulf %dp, %p : !s
  %row = linalg.reduce { arith.addf } ins(%dpp : !s) outs(%zr : !r) dimensions = [3]
  %rows = linalg.broadcast ins(%row : !r) outs(%empty : !s) dimensions = [3]
  %centered = arith.subf %dp, %rows : !s
  %dx = arith.mulf %p, %centered : !s
  %ds = arith.mulf %dx, %scale : !s
  %dq = linalg.contract indexing_maps = [#sum_j_p, #sum_j_v, #sum_j_o] ins(%ds, %k : !s, !k) outs(%zq : !q) -> !q
  %dk = linalg.contract indexing_maps = [#sum_i_p, #sum_i_g, #sum_i_v] ins(%ds, %q : !s, !q) outs(%zk : !k) -> !k
  // expected-note@+1 {{here}}
  %sum_of_ds = linalg.reduce { arith.addf } ins(%ds : !s) outs(%zr : !r) dimensions = [3]
  return %o, %dq, %dk, %dv, %sum_of_ds : !q, !q, !k, !k, !r
}
