// RUN: shard-opt %s --plan-split-reductions --plan-emit-gpu-kernels=ptx=%t.ptx -o %t.mlir
// RUN: FileCheck %s < %t.ptx

// Tests that every form of kernel compiles. On a machine with a GPU,
// RunKernelCases compares the results with those of the CPU.
// CHECK: .entry adam(
// Adam's update, with a narrow copy.
func.func private @adam(%w: tensor<96x2560xf32>, %m: tensor<96x2560xf32>, %v: tensor<96x2560xf32>, %g: tensor<96x2560xf32>) -> (tensor<96x2560xf32>, tensor<96x2560xf32>, tensor<96x2560xf32>, tensor<96x2560xbf16>) attributes {plan.kernel} {
  %b1 = arith.constant dense<0.9> : tensor<96x2560xf32>
  %c1 = arith.constant dense<0.1> : tensor<96x2560xf32>
  %b2 = arith.constant dense<0.999> : tensor<96x2560xf32>
  %c2 = arith.constant dense<0.001> : tensor<96x2560xf32>
  %lr = arith.constant dense<0.01> : tensor<96x2560xf32>
  %eps = arith.constant dense<1.0e-7> : tensor<96x2560xf32>
  %0 = arith.mulf %m, %b1 : tensor<96x2560xf32>
  %1 = arith.mulf %g, %c1 : tensor<96x2560xf32>
  %nm = arith.addf %0, %1 : tensor<96x2560xf32>
  %2 = arith.mulf %v, %v : tensor<96x2560xf32>
  %3 = arith.mulf %2, %b2 : tensor<96x2560xf32>
  %4 = arith.mulf %g, %g : tensor<96x2560xf32>
  %5 = arith.mulf %4, %c2 : tensor<96x2560xf32>
  %nv = arith.addf %3, %5 : tensor<96x2560xf32>
  %6 = math.sqrt %nv : tensor<96x2560xf32>
  %7 = arith.addf %6, %eps : tensor<96x2560xf32>
  %8 = arith.divf %nm, %7 : tensor<96x2560xf32>
  %9 = arith.mulf %8, %lr : tensor<96x2560xf32>
  %nw = arith.subf %w, %9 : tensor<96x2560xf32>
  %n = arith.truncf %nw : tensor<96x2560xf32> to tensor<96x2560xbf16>
  func.return %nw, %nm, %nv, %n : tensor<96x2560xf32>, tensor<96x2560xf32>, tensor<96x2560xf32>, tensor<96x2560xbf16>
}
// A bias for each column and GELU, in narrow floats.
func.func private @bias_gelu(%a: tensor<96x2560xbf16>, %b: tensor<2560xbf16>) -> tensor<96x2560xbf16> attributes {plan.kernel} {
  %e = tensor.empty() : tensor<96x2560xbf16>
  %bb = linalg.broadcast ins(%b : tensor<2560xbf16>) outs(%e : tensor<96x2560xbf16>) dimensions = [0]
  %0 = arith.addf %a, %bb : tensor<96x2560xbf16>
  %x = arith.extf %0 : tensor<96x2560xbf16> to tensor<96x2560xf32>
  %h = arith.constant dense<0.5> : tensor<96x2560xf32>
  %one = arith.constant dense<1.0> : tensor<96x2560xf32>
  %r = arith.constant dense<0.70710678> : tensor<96x2560xf32>
  %1 = arith.mulf %x, %r : tensor<96x2560xf32>
  %2 = math.erf %1 : tensor<96x2560xf32>
  %3 = arith.addf %2, %one : tensor<96x2560xf32>
  %4 = arith.mulf %x, %h : tensor<96x2560xf32>
  %5 = arith.mulf %4, %3 : tensor<96x2560xf32>
  %6 = arith.truncf %5 : tensor<96x2560xf32> to tensor<96x2560xbf16>
  func.return %6 : tensor<96x2560xbf16>
}
// Two reductions of each row, the second of what the first gives.
func.func private @softmax(%a: tensor<96x2560xf32>) -> tensor<96x2560xf32> attributes {plan.kernel} {
  %i0 = arith.constant dense<0xFF800000> : tensor<96xf32>
  %z = arith.constant dense<0.0> : tensor<96xf32>
  %e = tensor.empty() : tensor<96x2560xf32>
  %m = linalg.reduce ins(%a : tensor<96x2560xf32>) outs(%i0 : tensor<96xf32>) dimensions = [1]
    (%in: f32, %out: f32) {
      %next = arith.maximumf %in, %out : f32
      linalg.yield %next : f32
    }
  %mb = linalg.broadcast ins(%m : tensor<96xf32>) outs(%e : tensor<96x2560xf32>) dimensions = [1]
  %d = arith.subf %a, %mb : tensor<96x2560xf32>
  %x = math.exp %d : tensor<96x2560xf32>
  %t = linalg.reduce ins(%x : tensor<96x2560xf32>) outs(%z : tensor<96xf32>) dimensions = [1]
    (%in: f32, %out: f32) {
      %next = arith.addf %in, %out : f32
      linalg.yield %next : f32
    }
  %tb = linalg.broadcast ins(%t : tensor<96xf32>) outs(%e : tensor<96x2560xf32>) dimensions = [1]
  %r = arith.divf %x, %tb : tensor<96x2560xf32>
  func.return %r : tensor<96x2560xf32>
}
// LayerNorm of narrow floats, with the mean of each row as a result.
func.func private @layer_norm(%a: tensor<96x2560xbf16>, %g: tensor<2560xf32>) -> (tensor<96x2560xbf16>, tensor<96xf32>) attributes {plan.kernel} {
  %z = arith.constant dense<0.0> : tensor<96xf32>
  %n = arith.constant dense<2560.0> : tensor<96xf32>
  %eps = arith.constant dense<1.0e-5> : tensor<96xf32>
  %e = tensor.empty() : tensor<96x2560xf32>
  %x = arith.extf %a : tensor<96x2560xbf16> to tensor<96x2560xf32>
  %s = linalg.reduce ins(%x : tensor<96x2560xf32>) outs(%z : tensor<96xf32>) dimensions = [1]
    (%in: f32, %out: f32) {
      %next = arith.addf %in, %out : f32
      linalg.yield %next : f32
    }
  %m = arith.divf %s, %n : tensor<96xf32>
  %mb = linalg.broadcast ins(%m : tensor<96xf32>) outs(%e : tensor<96x2560xf32>) dimensions = [1]
  %d = arith.subf %x, %mb : tensor<96x2560xf32>
  %q = arith.mulf %d, %d : tensor<96x2560xf32>
  %t = linalg.reduce ins(%q : tensor<96x2560xf32>) outs(%z : tensor<96xf32>) dimensions = [1]
    (%in: f32, %out: f32) {
      %next = arith.addf %in, %out : f32
      linalg.yield %next : f32
    }
  %v = arith.divf %t, %n : tensor<96xf32>
  %ve = arith.addf %v, %eps : tensor<96xf32>
  %r = math.rsqrt %ve : tensor<96xf32>
  %rb = linalg.broadcast ins(%r : tensor<96xf32>) outs(%e : tensor<96x2560xf32>) dimensions = [1]
  %gb = linalg.broadcast ins(%g : tensor<2560xf32>) outs(%e : tensor<96x2560xf32>) dimensions = [0]
  %y = arith.mulf %d, %rb : tensor<96x2560xf32>
  %w = arith.mulf %y, %gb : tensor<96x2560xf32>
  %b = arith.truncf %w : tensor<96x2560xf32> to tensor<96x2560xbf16>
  func.return %b, %m : tensor<96x2560xbf16>, tensor<96xf32>
}
// Sums of the columns of narrow floats.
func.func private @columns(%a: tensor<96x2560xbf16>) -> tensor<2560xf32> attributes {plan.kernel} {
  %z = arith.constant dense<0.0> : tensor<2560xf32>
  %x = arith.extf %a : tensor<96x2560xbf16> to tensor<96x2560xf32>
  %s = linalg.reduce ins(%x : tensor<96x2560xf32>) outs(%z : tensor<2560xf32>) dimensions = [0]
    (%in: f32, %out: f32) {
      %next = arith.addf %in, %out : f32
      linalg.yield %next : f32
    }
  func.return %s : tensor<2560xf32>
}
// One sum of all elements.
func.func private @total(%a: tensor<96x2560xf32>) -> tensor<f32> attributes {plan.kernel} {
  %z = arith.constant dense<0.0> : tensor<f32>
  %s = linalg.reduce ins(%a : tensor<96x2560xf32>) outs(%z : tensor<f32>) dimensions = [0, 1]
    (%in: f32, %out: f32) {
      %next = arith.addf %in, %out : f32
      linalg.yield %next : f32
    }
  func.return %s : tensor<f32>
}
// A transposed copy.
func.func private @transpose(%a: tensor<96x2560xf32>) -> tensor<2560x96xf32> attributes {plan.kernel} {
  %e = tensor.empty() : tensor<2560x96xf32>
  %r = linalg.transpose ins(%a : tensor<96x2560xf32>) outs(%e : tensor<2560x96xf32>) permutation = [1, 0]
  func.return %r : tensor<2560x96xf32>
}
// Rows of a table, and the sum of rows into a table.
func.func private @gather(%t: tensor<96x2560xf32>, %ids: tensor<64x1xi32>) -> tensor<64x2560xf32> attributes {plan.kernel} {
  %r = model.gather %t[%ids] {offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 0>, start_index_map = array<i64: 0>, slice_sizes = array<i64: 1, 2560>} : tensor<96x2560xf32>, tensor<64x1xi32> -> tensor<64x2560xf32>
  func.return %r : tensor<64x2560xf32>
}
func.func private @scatter(%t: tensor<96x2560xf32>, %ids: tensor<64x1xi32>, %u: tensor<64x2560xf32>) -> tensor<96x2560xf32> attributes {plan.kernel} {
  %r = model.scatter add %u into %t[%ids] {update_window_dims = array<i64: 1>, inserted_window_dims = array<i64: 0>, scatter_dims_to_operand_dims = array<i64: 0>} : tensor<64x2560xf32>, tensor<64x1xi32> -> tensor<96x2560xf32>
  func.return %r : tensor<96x2560xf32>
}
// Where the largest element of each row is; the first of equal ones.
func.func private @argmax(%a: tensor<37x1000xbf16>) -> tensor<37xi32> attributes {plan.kernel} {
  %i0 = arith.constant dense<0xFF80> : tensor<37xbf16>
  %z = arith.constant dense<0> : tensor<37xi32>
  %p = model.iota dimension = 1 : tensor<37x1000xi32>
  %m:2 = linalg.reduce ins(%a, %p : tensor<37x1000xbf16>, tensor<37x1000xi32>) outs(%i0, %z : tensor<37xbf16>, tensor<37xi32>) dimensions = [1]
    (%x: bf16, %i: i32, %y: bf16, %j: i32) {
      %c = arith.cmpf ogt, %x, %y : bf16
      %v = arith.select %c, %x, %y : bf16
      %k = arith.select %c, %i, %j : i32
      linalg.yield %v, %k : bf16, i32
    }
  func.return %m#1 : tensor<37xi32>
}
// Short rows and few columns of odd sizes.
func.func private @short_rows(%a: tensor<101x13xf32>) -> tensor<101xf32> attributes {plan.kernel} {
  %z = arith.constant dense<0.0> : tensor<101xf32>
  %s = linalg.reduce ins(%a : tensor<101x13xf32>) outs(%z : tensor<101xf32>) dimensions = [1]
    (%in: f32, %out: f32) {
      %next = arith.addf %in, %out : f32
      linalg.yield %next : f32
    }
  func.return %s : tensor<101xf32>
}
func.func private @few_columns(%a: tensor<501x7xf32>) -> (tensor<7xf32>, tensor<501x7xf32>) attributes {plan.kernel} {
  %z = arith.constant dense<0xFF800000> : tensor<7xf32>
  %n = arith.negf %a : tensor<501x7xf32>
  %s = linalg.reduce ins(%n : tensor<501x7xf32>) outs(%z : tensor<7xf32>) dimensions = [0]
    (%in: f32, %out: f32) {
      %next = arith.maximumf %in, %out : f32
      linalg.yield %next : f32
    }
  func.return %s, %n : tensor<7xf32>, tensor<501x7xf32>
}
// All elements by their largest one.
func.func private @scale(%a: tensor<5000xf32>) -> tensor<5000xf32> attributes {plan.kernel} {
  %z = arith.constant dense<0xFF800000> : tensor<f32>
  %s = linalg.reduce ins(%a : tensor<5000xf32>) outs(%z : tensor<f32>) dimensions = [0]
    (%in: f32, %out: f32) {
      %next = arith.maximumf %in, %out : f32
      linalg.yield %next : f32
    }
  %e = tensor.empty() : tensor<5000xf32>
  %b = linalg.broadcast ins(%s : tensor<f32>) outs(%e : tensor<5000xf32>) dimensions = [0]
  %r = arith.divf %a, %b : tensor<5000xf32>
  func.return %r : tensor<5000xf32>
}
// A reduction that begins with a number that is not neutral.
func.func private @from_three(%a: tensor<8x64xf32>) -> tensor<8xf32> attributes {plan.kernel} {
  %z = arith.constant dense<3.0> : tensor<8xf32>
  %s = linalg.reduce ins(%a : tensor<8x64xf32>) outs(%z : tensor<8xf32>) dimensions = [1]
    (%in: f32, %out: f32) {
      %next = arith.addf %in, %out : f32
      linalg.yield %next : f32
    }
  func.return %s : tensor<8xf32>
}
// Functions, also of negative numbers and zeros.
func.func private @functions(%a: tensor<4096xf32>, %b: tensor<4096xf32>, %n: tensor<4096xi32>) -> (tensor<4096xf32>, tensor<4096xf32>, tensor<4096xf32>, tensor<4096xf32>, tensor<4096xf32>, tensor<4096xf32>, tensor<4096xf64>, tensor<4096xf64>) attributes {plan.kernel} {
  %t = arith.constant dense<20.0> : tensor<4096xf32>
  %y = arith.mulf %b, %t : tensor<4096xf32>
  %x = math.absf %a : tensor<4096xf32>
  %0 = math.powf %x, %y : tensor<4096xf32>
  %w = arith.sitofp %n : tensor<4096xi32> to tensor<4096xf32>
  %1 = math.powf %a, %w : tensor<4096xf32>
  %2 = math.exp %y : tensor<4096xf32>
  %3 = math.log %x : tensor<4096xf32>
  %4 = math.tanh %y : tensor<4096xf32>
  %5 = math.erfc %a : tensor<4096xf32>
  %d = arith.extf %y : tensor<4096xf32> to tensor<4096xf64>
  %6 = math.exp %d : tensor<4096xf64>
  %7 = math.log %d : tensor<4096xf64>
  func.return %0, %1, %2, %3, %4, %5, %6, %7 : tensor<4096xf32>, tensor<4096xf32>, tensor<4096xf32>, tensor<4096xf32>, tensor<4096xf32>, tensor<4096xf32>, tensor<4096xf64>, tensor<4096xf64>
}
// A padded copy beside a slice.
func.func private @pieces(%a: tensor<30x50xbf16>) -> (tensor<33x52xbf16>, tensor<7x16xbf16>) attributes {plan.kernel} {
  %z = arith.constant 1.0 : bf16
  %0 = tensor.pad %a low[1, 2] high[2, 0] {
  ^bb0(%i: index, %j: index):
    tensor.yield %z : bf16
  } : tensor<30x50xbf16> to tensor<33x52xbf16>
  %1 = tensor.extract_slice %a[3, 5] [7, 16] [2, 1] : tensor<30x50xbf16> to tensor<7x16xbf16>
  func.return %0, %1 : tensor<33x52xbf16>, tensor<7x16xbf16>
}
// How often functions of f32 are wrong by more than they may: not at all.
func.func private @accuracy(%a: tensor<65536xf32>) -> (tensor<65536xi32>, tensor<65536xi32>) attributes {plan.kernel} {
  %scale = arith.constant dense<80.0> : tensor<65536xf32>
  %one = arith.constant dense<1.0> : tensor<65536xf64>
  %two = arith.constant dense<2.0> : tensor<65536xf64>
  %tenth = arith.constant dense<0.1> : tensor<65536xf32>
  %bound = arith.constant dense<4.0e-7> : tensor<65536xf64>
  %x = arith.mulf %a, %scale : tensor<65536xf32>
  %e = math.exp %x : tensor<65536xf32>
  %ew = arith.extf %e : tensor<65536xf32> to tensor<65536xf64>
  %xw = arith.extf %x : tensor<65536xf32> to tensor<65536xf64>
  %ed = math.exp %xw : tensor<65536xf64>
  %q = arith.divf %ew, %ed : tensor<65536xf64>
  %d = arith.subf %q, %one : tensor<65536xf64>
  %s = math.absf %d : tensor<65536xf64>
  %c = arith.cmpf ugt, %s, %bound : tensor<65536xf64>
  %0 = arith.extui %c : tensor<65536xi1> to tensor<65536xi32>
  %y = arith.mulf %x, %tenth : tensor<65536xf32>
  %t = math.tanh %y : tensor<65536xf32>
  %tw = arith.extf %t : tensor<65536xf32> to tensor<65536xf64>
  %yw = arith.extf %y : tensor<65536xf32> to tensor<65536xf64>
  %y2 = arith.mulf %yw, %two : tensor<65536xf64>
  %p = math.exp %y2 : tensor<65536xf64>
  %n = arith.subf %p, %one : tensor<65536xf64>
  %m = arith.addf %p, %one : tensor<65536xf64>
  %td = arith.divf %n, %m : tensor<65536xf64>
  %tq = arith.divf %tw, %td : tensor<65536xf64>
  %te = arith.subf %tq, %one : tensor<65536xf64>
  %ts = math.absf %te : tensor<65536xf64>
  %tc = arith.cmpf ugt, %ts, %bound : tensor<65536xf64>
  %1 = arith.extui %tc : tensor<65536xi1> to tensor<65536xi32>
  func.return %0, %1 : tensor<65536xi32>, tensor<65536xi32>
}
// The error function, and the tangent of narrow floats.
func.func private @curves(%a: tensor<8192xf32>, %b: tensor<8192xbf16>) -> (tensor<8192xf32>, tensor<8192xbf16>) attributes {plan.kernel} {
  %four = arith.constant dense<4.5> : tensor<8192xf32>
  %x = arith.mulf %a, %four : tensor<8192xf32>
  %0 = math.erf %x : tensor<8192xf32>
  %1 = math.tanh %b : tensor<8192xbf16>
  func.return %0, %1 : tensor<8192xf32>, tensor<8192xbf16>
}
// Angles, also large ones, and what follows from them; f64.
func.func private @angles(%a: tensor<8192xf32>) -> (tensor<8192xf32>, tensor<8192xf32>, tensor<8192xf64>, tensor<8192xf64>, tensor<8192xf64>, tensor<8192xf32>, tensor<8192xf32>) attributes {plan.kernel} {
  %c = arith.constant dense<3000.0> : tensor<8192xf32>
  %f = arith.constant dense<4.0> : tensor<8192xf64>
  %x = arith.mulf %a, %c : tensor<8192xf32>
  %0 = math.sin %x : tensor<8192xf32>
  %1 = math.cos %x : tensor<8192xf32>
  %w = arith.extf %a : tensor<8192xf32> to tensor<8192xf64>
  %y = arith.mulf %w, %f : tensor<8192xf64>
  %2 = math.sin %y : tensor<8192xf64>
  %3 = math.cos %y : tensor<8192xf64>
  %4 = math.tanh %y : tensor<8192xf64>
  %5 = math.atan %x : tensor<8192xf32>
  %6 = math.sinh %a : tensor<8192xf32>
  func.return %0, %1, %2, %3, %4, %5, %6 : tensor<8192xf32>, tensor<8192xf32>, tensor<8192xf64>, tensor<8192xf64>, tensor<8192xf64>, tensor<8192xf32>, tensor<8192xf32>
}
// A result of the space that needs no reduction beside those of a row.
func.func private @residual_norm(%a: tensor<2x20x1536xbf16>, %b: tensor<2x20x1536xbf16>) -> (tensor<2x20x1536xbf16>, tensor<2x20xf32>, tensor<2x20x1536xbf16>) attributes {plan.kernel} {
  %z = arith.constant dense<0.0> : tensor<2x20xf32>
  %e = tensor.empty() : tensor<2x20x1536xf32>
  %s = arith.addf %a, %b : tensor<2x20x1536xbf16>
  %x = arith.extf %s : tensor<2x20x1536xbf16> to tensor<2x20x1536xf32>
  %m = linalg.reduce { arith.addf } ins(%x : tensor<2x20x1536xf32>) outs(%z : tensor<2x20xf32>) dimensions = [2]
  %mb = linalg.broadcast ins(%m : tensor<2x20xf32>) outs(%e : tensor<2x20x1536xf32>) dimensions = [2]
  %d = arith.subf %x, %mb : tensor<2x20x1536xf32>
  %q = arith.mulf %d, %d : tensor<2x20x1536xf32>
  %v = linalg.reduce { arith.maximumf } ins(%q : tensor<2x20x1536xf32>) outs(%z : tensor<2x20xf32>) dimensions = [2]
  %vb = linalg.broadcast ins(%v : tensor<2x20xf32>) outs(%e : tensor<2x20x1536xf32>) dimensions = [2]
  %r = arith.divf %d, %vb : tensor<2x20x1536xf32>
  %o = arith.truncf %r : tensor<2x20x1536xf32> to tensor<2x20x1536xbf16>
  func.return %s, %m, %o : tensor<2x20x1536xbf16>, tensor<2x20xf32>, tensor<2x20x1536xbf16>
}
// Parts of reductions, with results of the space and of the reductions' shape.
func.func private @column_parts(%a: tensor<2x256x256xbf16>, %b: tensor<256xf32>) -> (tensor<2x256x256xbf16>, tensor<256xf32>, tensor<256xbf16>) attributes {plan.kernel} {
  %z = arith.constant dense<0.0> : tensor<256xbf16>
  %n = arith.mulf %a, %a : tensor<2x256x256xbf16>
  %s = linalg.reduce { arith.addf } ins(%n : tensor<2x256x256xbf16>) outs(%z : tensor<256xbf16>) dimensions = [0, 1]
  %w = arith.extf %s : tensor<256xbf16> to tensor<256xf32>
  %r = arith.addf %w, %b : tensor<256xf32>
  func.return %n, %r, %s : tensor<2x256x256xbf16>, tensor<256xf32>, tensor<256xbf16>
}
func.func private @row_parts(%a: tensor<3x64x512xf32>) -> (tensor<3xf32>, tensor<3x64x512xf32>) attributes {plan.kernel} {
  %z = arith.constant dense<0xFF800000> : tensor<3xf32>
  %n = arith.negf %a : tensor<3x64x512xf32>
  %s = linalg.reduce { arith.maximumf } ins(%n : tensor<3x64x512xf32>) outs(%z : tensor<3xf32>) dimensions = [1, 2]
  func.return %s, %n : tensor<3xf32>, tensor<3x64x512xf32>
}

// CHECK: .entry gradient_and_again(
// The gradient of a function, its sums over columns, and what is computed again
// beside it.
func.func private @gradient_and_again(%u: tensor<2x256x512xbf16>, %d: tensor<2x256x512xbf16>) -> (tensor<2x256x512xbf16>, tensor<512xf32>, tensor<2x256x512xbf16>) attributes {plan.kernel} {
  %zero = arith.constant dense<0.0> : tensor<512xf32>
  %one = arith.constant dense<1.0> : tensor<2x256x512xbf16>
  %t = math.tanh %u : tensor<2x256x512xbf16>
  %again = arith.mulf %u, %t : tensor<2x256x512xbf16>
  %0 = arith.mulf %t, %t : tensor<2x256x512xbf16>
  %1 = arith.subf %one, %0 : tensor<2x256x512xbf16>
  %2 = arith.mulf %1, %u : tensor<2x256x512xbf16>
  %3 = arith.addf %2, %t : tensor<2x256x512xbf16>
  %g = arith.mulf %3, %d : tensor<2x256x512xbf16>
  %w = arith.extf %g : tensor<2x256x512xbf16> to tensor<2x256x512xf32>
  %sums = linalg.reduce { arith.addf } ins(%w : tensor<2x256x512xf32>) outs(%zero : tensor<512xf32>) dimensions = [0, 1]
  func.return %g, %sums, %again : tensor<2x256x512xbf16>, tensor<512xf32>, tensor<2x256x512xbf16>
}

// CHECK: .entry rows_and_again(
// The gradient of a normalization, which reduces rows twice, and the normalized
// rows again.
func.func private @rows_and_again(%x: tensor<2x256x512xbf16>, %d: tensor<2x256x512xbf16>, %m: tensor<2x256xf32>, %s: tensor<2x256xf32>) -> (tensor<2x256x512xbf16>, tensor<2x256x512xbf16>) attributes {plan.kernel} {
  %zero = arith.constant dense<0.0> : tensor<2x256xf32>
  %e = tensor.empty() : tensor<2x256x512xf32>
  %wx = arith.extf %x : tensor<2x256x512xbf16> to tensor<2x256x512xf32>
  %wd = arith.extf %d : tensor<2x256x512xbf16> to tensor<2x256x512xf32>
  %mb = linalg.broadcast ins(%m : tensor<2x256xf32>) outs(%e : tensor<2x256x512xf32>) dimensions = [2]
  %sb = linalg.broadcast ins(%s : tensor<2x256xf32>) outs(%e : tensor<2x256x512xf32>) dimensions = [2]
  %c = arith.subf %wx, %mb : tensor<2x256x512xf32>
  %n = arith.mulf %c, %sb : tensor<2x256x512xf32>
  %again = arith.truncf %n : tensor<2x256x512xf32> to tensor<2x256x512xbf16>
  %p = arith.mulf %wd, %n : tensor<2x256x512xf32>
  %r = linalg.reduce { arith.addf } ins(%p : tensor<2x256x512xf32>) outs(%zero : tensor<2x256xf32>) dimensions = [2]
  %rb = linalg.broadcast ins(%r : tensor<2x256xf32>) outs(%e : tensor<2x256x512xf32>) dimensions = [2]
  %q = arith.mulf %rb, %n : tensor<2x256x512xf32>
  %f = arith.subf %wd, %q : tensor<2x256x512xf32>
  %r2 = linalg.reduce { arith.addf } ins(%f : tensor<2x256x512xf32>) outs(%zero : tensor<2x256xf32>) dimensions = [2]
  %r2b = linalg.broadcast ins(%r2 : tensor<2x256xf32>) outs(%e : tensor<2x256x512xf32>) dimensions = [2]
  %h = arith.addf %f, %r2b : tensor<2x256x512xf32>
  %g = arith.truncf %h : tensor<2x256x512xf32> to tensor<2x256x512xbf16>
  func.return %g, %again : tensor<2x256x512xbf16>, tensor<2x256x512xbf16>
}
// A gradient of rows, the sums of their columns, and a result that needs
// neither: each block has a run of rows, which it reduces one after another.
func.func private @row_runs(%a: tensor<3x256x2048xbf16>, %dy: tensor<3x256x2048xbf16>, %g: tensor<2048xf32>, %b: tensor<2048xf32>) -> (tensor<3x256x2048xbf16>, tensor<2048xf32>, tensor<2048xf32>, tensor<3x256xf32>, tensor<3x256x2048xbf16>) attributes {plan.kernel, plan.in_place = [array<i64: 0, 1>]} {
  %z = arith.constant dense<0.0> : tensor<3x256xf32>
  %zc = arith.constant dense<0.0> : tensor<2048xf32>
  %e = tensor.empty() : tensor<3x256x2048xf32>
  %x = arith.extf %a : tensor<3x256x2048xbf16> to tensor<3x256x2048xf32>
  %w = arith.extf %dy : tensor<3x256x2048xbf16> to tensor<3x256x2048xf32>
  %gb = linalg.broadcast ins(%g : tensor<2048xf32>) outs(%e : tensor<3x256x2048xf32>) dimensions = [0, 1]
  %wg = arith.mulf %w, %gb : tensor<3x256x2048xf32>
  %wx = arith.mulf %w, %x : tensor<3x256x2048xf32>
  %s = linalg.reduce { arith.addf } ins(%wg : tensor<3x256x2048xf32>) outs(%z : tensor<3x256xf32>) dimensions = [2]
  %sb = linalg.broadcast ins(%s : tensor<3x256xf32>) outs(%e : tensor<3x256x2048xf32>) dimensions = [2]
  %t = arith.mulf %x, %sb : tensor<3x256x2048xf32>
  %d = arith.subf %wg, %t : tensor<3x256x2048xf32>
  %o = arith.truncf %d : tensor<3x256x2048xf32> to tensor<3x256x2048xbf16>
  %c0 = linalg.reduce { arith.addf } ins(%w : tensor<3x256x2048xf32>) outs(%zc : tensor<2048xf32>) dimensions = [0, 1]
  %c1 = linalg.reduce { arith.addf } ins(%wx : tensor<3x256x2048xf32>) outs(%zc : tensor<2048xf32>) dimensions = [0, 1]
  %r = arith.addf %c1, %b : tensor<2048xf32>
  %n = arith.addf %a, %a : tensor<3x256x2048xbf16>
  func.return %o, %c0, %r, %s, %n : tensor<3x256x2048xbf16>, tensor<2048xf32>, tensor<2048xf32>, tensor<3x256xf32>, tensor<3x256x2048xbf16>
}
// The same with two reductions that need each other, the sums of a result, and
// runs that are longer than rows are loaded ahead.
func.func private @row_runs_nested(%a: tensor<1344x1024xf32>) -> (tensor<1344x1024xbf16>, tensor<1024xf32>) attributes {plan.kernel} {
  %i = arith.constant dense<0xFF800000> : tensor<1344xf32>
  %z = arith.constant dense<0.0> : tensor<1344xf32>
  %y = arith.constant dense<0.0> : tensor<1024xf32>
  %e = tensor.empty() : tensor<1344x1024xf32>
  %m = linalg.reduce { arith.maximumf } ins(%a : tensor<1344x1024xf32>) outs(%i : tensor<1344xf32>) dimensions = [1]
  %mb = linalg.broadcast ins(%m : tensor<1344xf32>) outs(%e : tensor<1344x1024xf32>) dimensions = [1]
  %d = arith.subf %a, %mb : tensor<1344x1024xf32>
  %x = math.exp %d : tensor<1344x1024xf32>
  %t = linalg.reduce { arith.addf } ins(%x : tensor<1344x1024xf32>) outs(%z : tensor<1344xf32>) dimensions = [1]
  %tb = linalg.broadcast ins(%t : tensor<1344xf32>) outs(%e : tensor<1344x1024xf32>) dimensions = [1]
  %r = arith.divf %x, %tb : tensor<1344x1024xf32>
  %c = linalg.reduce { arith.addf } ins(%r : tensor<1344x1024xf32>) outs(%y : tensor<1024xf32>) dimensions = [0]
  %n = arith.truncf %r : tensor<1344x1024xf32> to tensor<1344x1024xbf16>
  func.return %n, %c : tensor<1344x1024xbf16>, tensor<1024xf32>
}
// Rows that share more than they have, which is read in accesses of its own width.
func.func private @shared_rows(%a: tensor<4x33x1024xf32>, %m: tensor<4x33xf32>, %g: tensor<1024xf32>, %b: tensor<1024xf32>) -> (tensor<4x33x1024xbf16>, tensor<4x33xf32>) attributes {plan.kernel} {
  %z = arith.constant dense<0.0> : tensor<4x33xf32>
  %one = arith.constant dense<1.0> : tensor<4x33xf32>
  %e = tensor.empty() : tensor<4x33x1024xf32>
  %mb = linalg.broadcast ins(%m : tensor<4x33xf32>) outs(%e : tensor<4x33x1024xf32>) dimensions = [2]
  %gb = linalg.broadcast ins(%g : tensor<1024xf32>) outs(%e : tensor<4x33x1024xf32>) dimensions = [0, 1]
  %bb = linalg.broadcast ins(%b : tensor<1024xf32>) outs(%e : tensor<4x33x1024xf32>) dimensions = [0, 1]
  %d = arith.subf %a, %mb : tensor<4x33x1024xf32>
  %q = arith.mulf %d, %d : tensor<4x33x1024xf32>
  %s = linalg.reduce { arith.addf } ins(%q : tensor<4x33x1024xf32>) outs(%z : tensor<4x33xf32>) dimensions = [2]
  %t = arith.addf %s, %one : tensor<4x33xf32>
  %r = math.rsqrt %t : tensor<4x33xf32>
  %rb = linalg.broadcast ins(%r : tensor<4x33xf32>) outs(%e : tensor<4x33x1024xf32>) dimensions = [2]
  %w = arith.mulf %d, %rb : tensor<4x33x1024xf32>
  %v = arith.mulf %w, %gb : tensor<4x33x1024xf32>
  %u = arith.addf %v, %bb : tensor<4x33x1024xf32>
  %o = arith.truncf %u : tensor<4x33x1024xf32> to tensor<4x33x1024xbf16>
  func.return %o, %r : tensor<4x33x1024xbf16>, tensor<4x33xf32>
}
// Sums of columns beside results of the whole space that take the place of
// operands, and a factor for each row.
func.func private @columns_in_place(%u: tensor<2x512x512xbf16>, %d: tensor<2x512x512xbf16>, %r: tensor<2x512xf32>) -> (tensor<2x512x512xbf16>, tensor<512xf32>, tensor<2x512x512xbf16>) attributes {plan.kernel, plan.in_place = [array<i64: 0, 0>, array<i64: 2, 1>]} {
  %zero = arith.constant dense<0.0> : tensor<512xf32>
  %e = tensor.empty() : tensor<2x512x512xf32>
  %t = math.tanh %u : tensor<2x512x512xbf16>
  %again = arith.mulf %u, %t : tensor<2x512x512xbf16>
  %g = arith.mulf %again, %d : tensor<2x512x512xbf16>
  %w = arith.extf %g : tensor<2x512x512xbf16> to tensor<2x512x512xf32>
  %rb = linalg.broadcast ins(%r : tensor<2x512xf32>) outs(%e : tensor<2x512x512xf32>) dimensions = [2]
  %x = arith.mulf %w, %rb : tensor<2x512x512xf32>
  %sums = linalg.reduce { arith.addf } ins(%x : tensor<2x512x512xf32>) outs(%zero : tensor<512xf32>) dimensions = [0, 1]
  func.return %g, %sums, %again : tensor<2x512x512xbf16>, tensor<512xf32>, tensor<2x512x512xbf16>
}
