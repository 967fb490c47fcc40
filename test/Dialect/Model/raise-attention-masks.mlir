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

// Tests that a comparison of positions is causality, also the other way round.

// CHECK-LABEL: func.func @causal
// CHECK-NEXT: model.attention %{{.*}} scale 2.500000e-01 causal :
// CHECK-NEXT: return
func.func @causal(%q: !q, %k: !k, %v: !k) -> (!q) {
  %zs = arith.constant dense<0.0> : !s
  %zq = arith.constant dense<0.0> : !q
  %zk = arith.constant dense<0.0> : !k
  %zr = arith.constant dense<0.0> : !r
  %low = arith.constant dense<0xFF800000> : !r
  %scale = arith.constant dense<0.25> : !s
  %empty = tensor.empty() : !s
  %x = linalg.contract indexing_maps = [#q, #k, #s] ins(%q, %k : !q, !k) outs(%zs : !s) -> !s
  %scaled = arith.mulf %x, %scale : !s
  %i = model.iota dimension = 0 : tensor<6x5xi32>
  %j = model.iota dimension = 1 : tensor<6x5xi32>
  %visible = arith.cmpi sge, %i, %j : tensor<6x5xi32>
  %masks = tensor.empty() : tensor<2x3x6x5xi1>
  %m = linalg.broadcast ins(%visible : tensor<6x5xi1>) outs(%masks : tensor<2x3x6x5xi1>) dimensions = [0, 1]
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
  return %o : !q
}

// CHECK-LABEL: func.func @causal_inverted
// CHECK-NEXT: model.attention %{{.*}} scale 2.500000e-01 causal :
// CHECK-NEXT: return
func.func @causal_inverted(%q: !q, %k: !k, %v: !k) -> (!q) {
  %zs = arith.constant dense<0.0> : !s
  %zq = arith.constant dense<0.0> : !q
  %zk = arith.constant dense<0.0> : !k
  %zr = arith.constant dense<0.0> : !r
  %low = arith.constant dense<0xFF800000> : !r
  %scale = arith.constant dense<0.25> : !s
  %empty = tensor.empty() : !s
  %x = linalg.contract indexing_maps = [#q, #k, #s] ins(%q, %k : !q, !k) outs(%zs : !s) -> !s
  %scaled = arith.mulf %x, %scale : !s
  %i = model.iota dimension = 0 : tensor<6x5xi32>
  %j = model.iota dimension = 1 : tensor<6x5xi32>
  %visible = arith.cmpi slt, %i, %j : tensor<6x5xi32>
  %masks = tensor.empty() : tensor<2x3x6x5xi1>
  %m = linalg.broadcast ins(%visible : tensor<6x5xi1>) outs(%masks : tensor<2x3x6x5xi1>) dimensions = [0, 1]
  %fill = arith.constant dense<-1.0e30> : !s
  %kept = arith.select %m, %fill, %scaled : tensor<2x3x6x5xi1>, !s
  %max = linalg.reduce { arith.maximumf } ins(%kept : !s) outs(%low : !r) dimensions = [3]
  %maxes = linalg.broadcast ins(%max : !r) outs(%empty : !s) dimensions = [3]
  %shifted = arith.subf %kept, %maxes : !s
  %e = math.exp %shifted : !s
  %sum = linalg.reduce { arith.addf } ins(%e : !s) outs(%zr : !r) dimensions = [3]
  %sums = linalg.broadcast ins(%sum : !r) outs(%empty : !s) dimensions = [3]
  %p = arith.divf %e, %sums : !s
  %o = linalg.contract indexing_maps = [#sum_j_p, #sum_j_v, #sum_j_o] ins(%p, %v : !s, !k) outs(%zq : !q) -> !q
  return %o : !q
}

// Tests that another comparison, and a replacement that is not far below any
// score, are masks like others.

// CHECK-LABEL: func.func @strict
// CHECK: model.attention %{{.*}} mask %{{.*}} scale 2.500000e-01 {masked_score = -1.0{{.*}}E+30 : f64} : {{.*}} tensor<1x1x6x5xi1>)
// CHECK-NEXT: return
func.func @strict(%q: !q, %k: !k, %v: !k) -> (!q) {
  %zs = arith.constant dense<0.0> : !s
  %zq = arith.constant dense<0.0> : !q
  %zk = arith.constant dense<0.0> : !k
  %zr = arith.constant dense<0.0> : !r
  %low = arith.constant dense<0xFF800000> : !r
  %scale = arith.constant dense<0.25> : !s
  %empty = tensor.empty() : !s
  %x = linalg.contract indexing_maps = [#q, #k, #s] ins(%q, %k : !q, !k) outs(%zs : !s) -> !s
  %scaled = arith.mulf %x, %scale : !s
  %i = model.iota dimension = 0 : tensor<6x5xi32>
  %j = model.iota dimension = 1 : tensor<6x5xi32>
  %visible = arith.cmpi sgt, %i, %j : tensor<6x5xi32>
  %masks = tensor.empty() : tensor<2x3x6x5xi1>
  %m = linalg.broadcast ins(%visible : tensor<6x5xi1>) outs(%masks : tensor<2x3x6x5xi1>) dimensions = [0, 1]
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
  return %o : !q
}

// CHECK-LABEL: func.func @small
// CHECK: model.attention %{{.*}} mask %{{.*}} scale 2.500000e-01 {masked_score = -3.000000e+00 : f64} :
// CHECK-NEXT: return
func.func @small(%q: !q, %k: !k, %v: !k) -> (!q) {
  %zs = arith.constant dense<0.0> : !s
  %zq = arith.constant dense<0.0> : !q
  %zk = arith.constant dense<0.0> : !k
  %zr = arith.constant dense<0.0> : !r
  %low = arith.constant dense<0xFF800000> : !r
  %scale = arith.constant dense<0.25> : !s
  %empty = tensor.empty() : !s
  %x = linalg.contract indexing_maps = [#q, #k, #s] ins(%q, %k : !q, !k) outs(%zs : !s) -> !s
  %scaled = arith.mulf %x, %scale : !s
  %i = model.iota dimension = 0 : tensor<6x5xi32>
  %j = model.iota dimension = 1 : tensor<6x5xi32>
  %visible = arith.cmpi sge, %i, %j : tensor<6x5xi32>
  %masks = tensor.empty() : tensor<2x3x6x5xi1>
  %m = linalg.broadcast ins(%visible : tensor<6x5xi1>) outs(%masks : tensor<2x3x6x5xi1>) dimensions = [0, 1]
  %fill = arith.constant dense<-3.0> : !s
  %kept = arith.select %m, %scaled, %fill : tensor<2x3x6x5xi1>, !s
  %max = linalg.reduce { arith.maximumf } ins(%kept : !s) outs(%low : !r) dimensions = [3]
  %maxes = linalg.broadcast ins(%max : !r) outs(%empty : !s) dimensions = [3]
  %shifted = arith.subf %kept, %maxes : !s
  %e = math.exp %shifted : !s
  %sum = linalg.reduce { arith.addf } ins(%e : !s) outs(%zr : !r) dimensions = [3]
  %sums = linalg.broadcast ins(%sum : !r) outs(%empty : !s) dimensions = [3]
  %p = arith.divf %e, %sums : !s
  %o = linalg.contract indexing_maps = [#sum_j_p, #sum_j_v, #sum_j_o] ins(%p, %v : !s, !k) outs(%zq : !q) -> !q
  return %o : !q
}

// Tests boolean masks with a backward pass, and the ones that say what is hidden.

// CHECK-LABEL: func.func @boolean
// CHECK: %[[M:.*]] = tensor.expand_shape %{{.*}} {{\[\[}}0, 1, 2], [3]] output_shape [2, 1, 1, 5]
// CHECK-NEXT: model.attention %{{.*}} mask %[[M]] scale 2.500000e-01 {masked_score = -1.0{{.*}}E+30 : f64} :
// CHECK-NEXT: model.attention_grad %{{.*}} mask %[[M]] scale 2.500000e-01 {masked_score = -1.0{{.*}}E+30 : f64} :
// CHECK-NEXT: return
func.func @boolean(%q: !q, %k: !k, %v: !k, %g: !q, %keys: tensor<2x5xi1>) -> (!q, !q, !k, !k) {
  %zs = arith.constant dense<0.0> : !s
  %zq = arith.constant dense<0.0> : !q
  %zk = arith.constant dense<0.0> : !k
  %zr = arith.constant dense<0.0> : !r
  %low = arith.constant dense<0xFF800000> : !r
  %scale = arith.constant dense<0.25> : !s
  %empty = tensor.empty() : !s
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
  %dm = arith.mulf %dx, %scale : !s
  %ds = arith.select %m, %dm, %zs : tensor<2x3x6x5xi1>, !s
  %dq = linalg.contract indexing_maps = [#sum_j_p, #sum_j_v, #sum_j_o] ins(%ds, %k : !s, !k) outs(%zq : !q) -> !q
  %dk = linalg.contract indexing_maps = [#sum_i_p, #sum_i_g, #sum_i_v] ins(%ds, %q : !s, !q) outs(%zk : !k) -> !k
  return %o, %dq, %dk, %dv : !q, !q, !k, !k
}

// CHECK-LABEL: func.func @hidden
// CHECK: %[[M:.*]] = arith.xori
// CHECK-NEXT: model.attention %{{.*}} mask %[[M]] scale
// CHECK-NEXT: return
func.func @hidden(%q: !q, %k: !k, %v: !k, %keys: tensor<2x5xi1>) -> (!q) {
  %zs = arith.constant dense<0.0> : !s
  %zq = arith.constant dense<0.0> : !q
  %zk = arith.constant dense<0.0> : !k
  %zr = arith.constant dense<0.0> : !r
  %low = arith.constant dense<0xFF800000> : !r
  %scale = arith.constant dense<0.25> : !s
  %empty = tensor.empty() : !s
  %x = linalg.contract indexing_maps = [#q, #k, #s] ins(%q, %k : !q, !k) outs(%zs : !s) -> !s
  %scaled = arith.mulf %x, %scale : !s
  %masks = tensor.empty() : tensor<2x3x6x5xi1>
  %m = linalg.broadcast ins(%keys : tensor<2x5xi1>) outs(%masks : tensor<2x3x6x5xi1>) dimensions = [1, 2]
  %fill = arith.constant dense<-1.0e30> : !s
  %kept = arith.select %m, %fill, %scaled : tensor<2x3x6x5xi1>, !s
  %max = linalg.reduce { arith.maximumf } ins(%kept : !s) outs(%low : !r) dimensions = [3]
  %maxes = linalg.broadcast ins(%max : !r) outs(%empty : !s) dimensions = [3]
  %shifted = arith.subf %kept, %maxes : !s
  %e = math.exp %shifted : !s
  %sum = linalg.reduce { arith.addf } ins(%e : !s) outs(%zr : !r) dimensions = [3]
  %sums = linalg.broadcast ins(%sum : !r) outs(%empty : !s) dimensions = [3]
  %p = arith.divf %e, %sums : !s
  %o = linalg.contract indexing_maps = [#sum_j_p, #sum_j_v, #sum_j_o] ins(%p, %v : !s, !k) outs(%zq : !q) -> !q
  return %o : !q
}

// Tests masks that are added.

// CHECK-LABEL: func.func @additive
// CHECK: %[[M:.*]] = tensor.expand_shape %{{.*}} output_shape [1, 1, 6, 5]
// CHECK-NEXT: model.attention %{{.*}} mask %[[M]] scale 2.500000e-01 : {{.*}} tensor<1x1x6x5xf32>)
// CHECK-NEXT: return
func.func @additive(%q: !q, %k: !k, %v: !k, %bias: tensor<6x5xf32>) -> (!q) {
  %zs = arith.constant dense<0.0> : !s
  %zq = arith.constant dense<0.0> : !q
  %zk = arith.constant dense<0.0> : !k
  %zr = arith.constant dense<0.0> : !r
  %low = arith.constant dense<0xFF800000> : !r
  %scale = arith.constant dense<0.25> : !s
  %empty = tensor.empty() : !s
  %x = linalg.contract indexing_maps = [#q, #k, #s] ins(%q, %k : !q, !k) outs(%zs : !s) -> !s
  %scaled = arith.mulf %x, %scale : !s
  %m = linalg.broadcast ins(%bias : tensor<6x5xf32>) outs(%empty : !s) dimensions = [0, 1]
  %kept = arith.addf %scaled, %m : !s
  %max = linalg.reduce { arith.maximumf } ins(%kept : !s) outs(%low : !r) dimensions = [3]
  %maxes = linalg.broadcast ins(%max : !r) outs(%empty : !s) dimensions = [3]
  %shifted = arith.subf %kept, %maxes : !s
  %e = math.exp %shifted : !s
  %sum = linalg.reduce { arith.addf } ins(%e : !s) outs(%zr : !r) dimensions = [3]
  %sums = linalg.broadcast ins(%sum : !r) outs(%empty : !s) dimensions = [3]
  %p = arith.divf %e, %sums : !s
  %o = linalg.contract indexing_maps = [#sum_j_p, #sum_j_v, #sum_j_o] ins(%p, %v : !s, !k) outs(%zq : !q) -> !q
  return %o : !q
}
