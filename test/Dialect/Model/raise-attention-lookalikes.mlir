// RUN: shard-opt %s --model-raise-attention=print-remarks -verify-diagnostics | FileCheck %s

// Tests that what looks like an attention and is none stays, with a remark that
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
!n = tensor<2x3x5xf32>
!c = tensor<2x6x5xf32>

// The probabilities are reported, too.

// CHECK-LABEL: func.func @reported
// CHECK-NOT: model.attention
// CHECK: return
func.func @reported(%q: !q, %k: !k, %v: !k) -> (!q, !s) {
  %zs = arith.constant dense<0.0> : !s
  %zq = arith.constant dense<0.0> : !q
  %zk = arith.constant dense<0.0> : !k
  %zr = arith.constant dense<0.0> : !r
  %low = arith.constant dense<0xFF800000> : !r
  %scale = arith.constant dense<0.25> : !s
  %empty = tensor.empty() : !s
  // expected-remark@+1 {{is not raised to an attention: 'func.return' uses a value between the products that is no part of an attention}}
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
  // expected-note@+1 {{here}}
  return %o, %p : !q, !s
}

// A dropout of the probabilities.

// CHECK-LABEL: func.func @dropout
// CHECK-NOT: model.attention
// CHECK: return
func.func @dropout(%q: !q, %k: !k, %v: !k, %kept: !s) -> (!q) {
  %zs = arith.constant dense<0.0> : !s
  %zq = arith.constant dense<0.0> : !q
  %zk = arith.constant dense<0.0> : !k
  %zr = arith.constant dense<0.0> : !r
  %low = arith.constant dense<0xFF800000> : !r
  %scale = arith.constant dense<0.25> : !s
  %empty = tensor.empty() : !s
  // expected-remark@+1 {{is not raised to an attention: 'arith.mulf' uses a value between the products that is no part of an attention}}
  %x = linalg.contract indexing_maps = [#q, #k, #s] ins(%q, %k : !q, !k) outs(%zs : !s) -> !s
  %scaled = arith.mulf %x, %scale : !s
  %max = linalg.reduce { arith.maximumf } ins(%scaled : !s) outs(%low : !r) dimensions = [3]
  %maxes = linalg.broadcast ins(%max : !r) outs(%empty : !s) dimensions = [3]
  %shifted = arith.subf %scaled, %maxes : !s
  %e = math.exp %shifted : !s
  %sum = linalg.reduce { arith.addf } ins(%e : !s) outs(%zr : !r) dimensions = [3]
  %sums = linalg.broadcast ins(%sum : !r) outs(%empty : !s) dimensions = [3]
  %p = arith.divf %e, %sums : !s
  // expected-note@+1 {{here}}
  %dropped = arith.mulf %p, %kept : !s
  %o = linalg.contract indexing_maps = [#sum_j_p, #sum_j_v, #sum_j_o] ins(%dropped, %v : !s, !k) outs(%zq : !q) -> !q
  return %o : !q
}

// A softmax over the queries.

// CHECK-LABEL: func.func @other_axis
// CHECK-NOT: model.attention
// CHECK: return
func.func @other_axis(%q: !q, %k: !k, %v: !k) -> (!q) {
  %zs = arith.constant dense<0.0> : !s
  %zq = arith.constant dense<0.0> : !q
  %zk = arith.constant dense<0.0> : !k
  %zr = arith.constant dense<0.0> : !n
  %low = arith.constant dense<0xFF800000> : !n
  %scale = arith.constant dense<0.25> : !s
  %empty = tensor.empty() : !s
  // expected-remark@+1 {{is not raised to an attention: has no product of the softmax with values}}
  %x = linalg.contract indexing_maps = [#q, #k, #s] ins(%q, %k : !q, !k) outs(%zs : !s) -> !s
  %scaled = arith.mulf %x, %scale : !s
  %max = linalg.reduce { arith.maximumf } ins(%scaled : !s) outs(%low : !n) dimensions = [2]
  %maxes = linalg.broadcast ins(%max : !n) outs(%empty : !s) dimensions = [2]
  %shifted = arith.subf %scaled, %maxes : !s
  %e = math.exp %shifted : !s
  %sum = linalg.reduce { arith.addf } ins(%e : !s) outs(%zr : !n) dimensions = [2]
  %sums = linalg.broadcast ins(%sum : !n) outs(%empty : !s) dimensions = [2]
  %p = arith.divf %e, %sums : !s
  %o = linalg.contract indexing_maps = [#sum_j_p, #sum_j_v, #sum_j_o] ins(%p, %v : !s, !k) outs(%zq : !q) -> !q
  return %o : !q
}

// A softmax over the heads.

// CHECK-LABEL: func.func @over_heads
// CHECK-NOT: model.attention
// CHECK: return
func.func @over_heads(%q: !q, %k: !k, %v: !k) -> (!q) {
  %zs = arith.constant dense<0.0> : !s
  %zq = arith.constant dense<0.0> : !q
  %zk = arith.constant dense<0.0> : !k
  %zr = arith.constant dense<0.0> : !c
  %low = arith.constant dense<0xFF800000> : !c
  %scale = arith.constant dense<0.25> : !s
  %empty = tensor.empty() : !s
  // expected-remark@+1 {{is not raised to an attention: takes the maximum of scores along a batch dimension}}
  %x = linalg.contract indexing_maps = [#q, #k, #s] ins(%q, %k : !q, !k) outs(%zs : !s) -> !s
  %scaled = arith.mulf %x, %scale : !s
  // expected-note@+1 {{here}}
  %max = linalg.reduce { arith.maximumf } ins(%scaled : !s) outs(%low : !c) dimensions = [1]
  %maxes = linalg.broadcast ins(%max : !c) outs(%empty : !s) dimensions = [1]
  %shifted = arith.subf %scaled, %maxes : !s
  %e = math.exp %shifted : !s
  %sum = linalg.reduce { arith.addf } ins(%e : !s) outs(%zr : !c) dimensions = [1]
  %sums = linalg.broadcast ins(%sum : !c) outs(%empty : !s) dimensions = [1]
  %p = arith.divf %e, %sums : !s
  %o = linalg.contract indexing_maps = [#sum_j_p, #sum_j_v, #sum_j_o] ins(%p, %v : !s, !k) outs(%zq : !q) -> !q
  return %o : !q
}

// No maximum is subtracted.

// CHECK-LABEL: func.func @no_maximum
// CHECK-NOT: model.attention
// CHECK: return
func.func @no_maximum(%q: !q, %k: !k, %v: !k) -> (!q) {
  %zs = arith.constant dense<0.0> : !s
  %zq = arith.constant dense<0.0> : !q
  %zk = arith.constant dense<0.0> : !k
  %zr = arith.constant dense<0.0> : !r
  %low = arith.constant dense<0xFF800000> : !r
  %scale = arith.constant dense<0.25> : !s
  %empty = tensor.empty() : !s
  // expected-remark@+1 {{is not raised to an attention: subtracts no maximum before the exponential}}
  %x = linalg.contract indexing_maps = [#q, #k, #s] ins(%q, %k : !q, !k) outs(%zs : !s) -> !s
  %scaled = arith.mulf %x, %scale : !s
  // expected-note@+1 {{here}}
  %e = math.exp %scaled : !s
  %sum = linalg.reduce { arith.addf } ins(%e : !s) outs(%zr : !r) dimensions = [3]
  %sums = linalg.broadcast ins(%sum : !r) outs(%empty : !s) dimensions = [3]
  %p = arith.divf %e, %sums : !s
  %o = linalg.contract indexing_maps = [#sum_j_p, #sum_j_v, #sum_j_o] ins(%p, %v : !s, !k) outs(%zq : !q) -> !q
  return %o : !q
}

// A scale that is computed; nothing is found, and nothing said.

// CHECK-LABEL: func.func @temperature
// CHECK-NOT: model.attention
// CHECK: return
func.func @temperature(%q: !q, %k: !k, %v: !k, %t: !s) -> (!q) {
  %zs = arith.constant dense<0.0> : !s
  %zq = arith.constant dense<0.0> : !q
  %zk = arith.constant dense<0.0> : !k
  %zr = arith.constant dense<0.0> : !r
  %low = arith.constant dense<0xFF800000> : !r
  %scale = arith.constant dense<0.25> : !s
  %empty = tensor.empty() : !s
  %x = linalg.contract indexing_maps = [#q, #k, #s] ins(%q, %k : !q, !k) outs(%zs : !s) -> !s
  %scaled = arith.mulf %x, %t : !s
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

// Scores that are added to something in their product.

// CHECK-LABEL: func.func @accumulated
// CHECK-NOT: model.attention
// CHECK: return
func.func @accumulated(%q: !q, %k: !k, %v: !k, %bias: !s) -> (!q) {
  %zs = arith.constant dense<0.0> : !s
  %zq = arith.constant dense<0.0> : !q
  %zk = arith.constant dense<0.0> : !k
  %zr = arith.constant dense<0.0> : !r
  %low = arith.constant dense<0xFF800000> : !r
  %scale = arith.constant dense<0.25> : !s
  %empty = tensor.empty() : !s
  %x = linalg.contract indexing_maps = [#q, #k, #s] ins(%q, %k : !q, !k) outs(%bias : !s) -> !s
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

// A mask beside the softmax.

// CHECK-LABEL: func.func @mask_beside
// CHECK-NOT: model.attention
// CHECK: return
func.func @mask_beside(%q: !q, %k: !k, %v: !k, %m: tensor<2x3x6x5xi1>) -> (!q) {
  %zs = arith.constant dense<0.0> : !s
  %zq = arith.constant dense<0.0> : !q
  %zk = arith.constant dense<0.0> : !k
  %zr = arith.constant dense<0.0> : !r
  %low = arith.constant dense<0xFF800000> : !r
  %scale = arith.constant dense<0.25> : !s
  %empty = tensor.empty() : !s
  // expected-remark@+1 {{is not raised to an attention: masks scores that are not those of the softmax}}
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
  %fill = arith.constant dense<-1.0e30> : !s
  %masked = arith.select %m, %scaled, %fill : tensor<2x3x6x5xi1>, !s
  %unused = linalg.reduce { arith.maximumf } ins(%masked : !s) outs(%low : !r) dimensions = [3]
  return %o : !q
}
