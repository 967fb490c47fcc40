// RUN: shard-opt %s --model-raise-attention | FileCheck %s

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

// Tests that a forward and a backward pass are raised together, and that nothing
// else of them is left.

// CHECK-LABEL: func.func @both
// CHECK-SAME: (%[[Q:[^:]*]]: tensor<2x6x3x8xf32>, %[[K:[^:]*]]: tensor<2x5x3x8xf32>, %[[V:[^:]*]]: tensor<2x5x3x8xf32>, %[[G:[^:]*]]: tensor<2x6x3x8xf32>)
// CHECK-NEXT: %[[O:.*]], %[[S:.*]] = model.attention %[[Q]], %[[K]], %[[V]] scale 2.500000e-01 :
// CHECK-NEXT: %[[DQ:.*]], %[[DK:.*]], %[[DV:.*]] = model.attention_grad %[[Q]], %[[K]], %[[V]], %[[O]], %[[S]], %[[G]] scale 2.500000e-01 :
// CHECK-NEXT: return %[[O]], %[[DQ]], %[[DK]], %[[DV]]
func.func @both(%q: !q, %k: !k, %v: !k, %g: !q) -> (!q, !q, !k, !k) {
  %zs = arith.constant dense<0.0> : !s
  %zq = arith.constant dense<0.0> : !q
  %zk = arith.constant dense<0.0> : !k
  %zr = arith.constant dense<0.0> : !r
  %low = arith.constant dense<0xFF800000> : !r
  %scale = arith.constant dense<0.25> : !s
  %empty = tensor.empty() : !s
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
  return %o, %dq, %dk, %dv : !q, !q, !k, !k
}

// Tests the gradient that the quotient rule gives.

// CHECK-LABEL: func.func @quotient
// CHECK-NEXT: model.attention %
// CHECK-NEXT: model.attention_grad
// CHECK-NEXT: return
func.func @quotient(%q: !q, %k: !k, %v: !k, %g: !q) -> (!q, !q, !k, !k) {
  %zs = arith.constant dense<0.0> : !s
  %zq = arith.constant dense<0.0> : !q
  %zk = arith.constant dense<0.0> : !k
  %zr = arith.constant dense<0.0> : !r
  %low = arith.constant dense<0xFF800000> : !r
  %scale = arith.constant dense<0.25> : !s
  %empty = tensor.empty() : !s
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
  %square = arith.mulf %sum, %sum : !r
  %ones = arith.constant dense<1.0> : !r
  %inverse = arith.divf %ones, %square : !r
  %inverses = linalg.broadcast ins(%inverse : !r) outs(%empty : !s) dimensions = [3]
  %a = arith.mulf %dp, %inverses : !s
  %b = arith.mulf %a, %e : !s
  %row = linalg.reduce { arith.addf } ins(%b : !s) outs(%zr : !r) dimensions = [3]
  %minus = arith.negf %row : !r
  %rows = linalg.broadcast ins(%minus : !r) outs(%empty : !s) dimensions = [3]
  %c = arith.divf %dp, %sums : !s
  %de = arith.addf %c, %rows : !s
  %dx = arith.mulf %de, %e : !s
  %ds = arith.mulf %dx, %scale : !s
  %dq = linalg.contract indexing_maps = [#sum_j_p, #sum_j_v, #sum_j_o] ins(%ds, %k : !s, !k) outs(%zq : !q) -> !q
  %dk = linalg.contract indexing_maps = [#sum_i_p, #sum_i_g, #sum_i_v] ins(%ds, %q : !s, !q) outs(%zk : !k) -> !k
  return %o, %dq, %dk, %dv : !q, !q, !k, !k
}

// Tests that transposes and reshapes around the products vanish.

// CHECK-LABEL: func.func @views
// CHECK-SAME: (%[[Q:[^:]*]]: tensor<2x6x3x8xf32>, %[[K:[^:]*]]: tensor<2x5x3x8xf32>
// CHECK-NEXT: model.attention %[[Q]], %[[K]]
// CHECK-NEXT: return
func.func @views(%q: !q, %k: !k, %v: !k) -> (!q) {
  %et = tensor.empty() : tensor<2x3x6x8xf32>
  %eq = tensor.empty() : !q
  %t = linalg.transpose ins(%q : !q) outs(%et : tensor<2x3x6x8xf32>) permutation = [0, 2, 1, 3]
  %u = tensor.expand_shape %t [[0], [1], [2], [3, 4]] output_shape [2, 3, 6, 1, 8] : tensor<2x3x6x8xf32> into tensor<2x3x6x1x8xf32>
  %w = tensor.collapse_shape %u [[0], [1], [2, 3], [4]] : tensor<2x3x6x1x8xf32> into tensor<2x3x6x8xf32>
  %back = linalg.transpose ins(%w : tensor<2x3x6x8xf32>) outs(%eq : !q) permutation = [0, 2, 1, 3]
  %zs = arith.constant dense<0.0> : !s
  %zq = arith.constant dense<0.0> : !q
  %zk = arith.constant dense<0.0> : !k
  %zr = arith.constant dense<0.0> : !r
  %low = arith.constant dense<0xFF800000> : !r
  %scale = arith.constant dense<0.25> : !s
  %empty = tensor.empty() : !s
  %x = linalg.contract indexing_maps = [#q, #k, #s] ins(%back, %k : !q, !k) outs(%zs : !s) -> !s
  %scaled = arith.mulf %x, %scale : !s
  %max = linalg.reduce { arith.maximumf } ins(%scaled : !s) outs(%low : !r) dimensions = [3]
  %maxes = linalg.broadcast ins(%max : !r) outs(%empty : !s) dimensions = [3]
  %shifted = arith.subf %scaled, %maxes : !s
  %e = math.exp %shifted : !s
  %sum = linalg.reduce { arith.addf } ins(%e : !s) outs(%zr : !r) dimensions = [3]
  %sums = linalg.broadcast ins(%sum : !r) outs(%empty : !s) dimensions = [3]
  %p = arith.divf %e, %sums : !s
  %o = linalg.contract indexing_maps = [#sum_j_p, #sum_j_v, #sum_j_o] ins(%p, %v : !s, !k) outs(%zq : !q) -> !q
  return %o : !q
}
