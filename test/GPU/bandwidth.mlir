// RUN: shard-opt %s --plan-split-reductions --plan-emit-gpu-kernels=ptx=%t.ptx -o %t.mlir
// RUN: FileCheck %s < %t.ptx

// Tests that kernels of the sizes of a large training step compile, and that
// they move no single narrow elements. scripts/bench-kernels.py times them on a
// GPU.
// CHECK: .entry copy(
// CHECK-NOT: ld.global{{(.nc)?}}.b16
// CHECK: .entry adam_transposed(

func.func private @copy(%a: tensor<8192x16384xbf16>) -> tensor<8192x16384xbf16> attributes {plan.kernel} {
  func.return %a : tensor<8192x16384xbf16>
}
func.func private @cast(%a: tensor<4096x16384xf32>) -> tensor<4096x16384xbf16> attributes {plan.kernel} {
  %0 = arith.truncf %a : tensor<4096x16384xf32> to tensor<4096x16384xbf16>
  func.return %0 : tensor<4096x16384xbf16>
}
func.func private @bias(%b: tensor<32x128xf32>, %a: tensor<4x2048x32x128xbf16>) -> tensor<4x2048x32x128xbf16> attributes {plan.kernel} {
  %e = tensor.empty() : tensor<4x2048x32x128xbf16>
  %n = arith.truncf %b : tensor<32x128xf32> to tensor<32x128xbf16>
  %bb = linalg.broadcast ins(%n : tensor<32x128xbf16>) outs(%e : tensor<4x2048x32x128xbf16>) dimensions = [0, 1]
  %r = arith.addf %a, %bb : tensor<4x2048x32x128xbf16>
  func.return %r : tensor<4x2048x32x128xbf16>
}
// The activation is computed in narrow floats, as the step says, and the sum
// before it is kept.
func.func private @bias_gelu(%b: tensor<16384xf32>, %a: tensor<8192x16384xbf16>) -> (tensor<8192x16384xbf16>, tensor<8192x16384xbf16>) attributes {plan.kernel} {
  %c0 = arith.constant dense<4.467770e-02> : tensor<8192x16384xbf16>
  %c1 = arith.constant dense<7.968750e-01> : tensor<8192x16384xbf16>
  %c2 = arith.constant dense<1.0> : tensor<8192x16384xbf16>
  %c3 = arith.constant dense<0.5> : tensor<8192x16384xbf16>
  %e = tensor.empty() : tensor<8192x16384xbf16>
  %n = arith.truncf %b : tensor<16384xf32> to tensor<16384xbf16>
  %bb = linalg.broadcast ins(%n : tensor<16384xbf16>) outs(%e : tensor<8192x16384xbf16>) dimensions = [0]
  %x = arith.addf %a, %bb : tensor<8192x16384xbf16>
  %x2 = arith.mulf %x, %x : tensor<8192x16384xbf16>
  %x3 = arith.mulf %x2, %x : tensor<8192x16384xbf16>
  %p = arith.mulf %c0, %x3 : tensor<8192x16384xbf16>
  %q = arith.addf %x, %p : tensor<8192x16384xbf16>
  %r = arith.mulf %c1, %q : tensor<8192x16384xbf16>
  %t = math.tanh %r : tensor<8192x16384xbf16>
  %u = arith.addf %c2, %t : tensor<8192x16384xbf16>
  %v = arith.mulf %c3, %u : tensor<8192x16384xbf16>
  %w = arith.mulf %x, %v : tensor<8192x16384xbf16>
  func.return %x, %w : tensor<8192x16384xbf16>, tensor<8192x16384xbf16>
}
// The same in f32, rounded at the end, and by the error function.
func.func private @gelu_wide(%b: tensor<16384xf32>, %a: tensor<8192x16384xbf16>) -> tensor<8192x16384xbf16> attributes {plan.kernel} {
  %c0 = arith.constant dense<0.044715> : tensor<8192x16384xf32>
  %c1 = arith.constant dense<0.7978845608> : tensor<8192x16384xf32>
  %c2 = arith.constant dense<1.0> : tensor<8192x16384xf32>
  %c3 = arith.constant dense<0.5> : tensor<8192x16384xf32>
  %e = tensor.empty() : tensor<8192x16384xf32>
  %bb = linalg.broadcast ins(%b : tensor<16384xf32>) outs(%e : tensor<8192x16384xf32>) dimensions = [0]
  %a0 = arith.extf %a : tensor<8192x16384xbf16> to tensor<8192x16384xf32>
  %x = arith.addf %a0, %bb : tensor<8192x16384xf32>
  %x2 = arith.mulf %x, %x : tensor<8192x16384xf32>
  %x3 = arith.mulf %x2, %x : tensor<8192x16384xf32>
  %p = arith.mulf %c0, %x3 : tensor<8192x16384xf32>
  %q = arith.addf %x, %p : tensor<8192x16384xf32>
  %r = arith.mulf %c1, %q : tensor<8192x16384xf32>
  %t = math.tanh %r : tensor<8192x16384xf32>
  %u = arith.addf %c2, %t : tensor<8192x16384xf32>
  %v = arith.mulf %c3, %u : tensor<8192x16384xf32>
  %w = arith.mulf %x, %v : tensor<8192x16384xf32>
  %o = arith.truncf %w : tensor<8192x16384xf32> to tensor<8192x16384xbf16>
  func.return %o : tensor<8192x16384xbf16>
}
func.func private @gelu_erf(%b: tensor<16384xf32>, %a: tensor<8192x16384xbf16>) -> tensor<8192x16384xbf16> attributes {plan.kernel} {
  %c1 = arith.constant dense<0.7071067812> : tensor<8192x16384xf32>
  %c2 = arith.constant dense<1.0> : tensor<8192x16384xf32>
  %c3 = arith.constant dense<0.5> : tensor<8192x16384xf32>
  %e = tensor.empty() : tensor<8192x16384xf32>
  %bb = linalg.broadcast ins(%b : tensor<16384xf32>) outs(%e : tensor<8192x16384xf32>) dimensions = [0]
  %a0 = arith.extf %a : tensor<8192x16384xbf16> to tensor<8192x16384xf32>
  %x = arith.addf %a0, %bb : tensor<8192x16384xf32>
  %r = arith.mulf %c1, %x : tensor<8192x16384xf32>
  %t = math.erf %r : tensor<8192x16384xf32>
  %u = arith.addf %c2, %t : tensor<8192x16384xf32>
  %v = arith.mulf %c3, %u : tensor<8192x16384xf32>
  %w = arith.mulf %x, %v : tensor<8192x16384xf32>
  %o = arith.truncf %w : tensor<8192x16384xf32> to tensor<8192x16384xbf16>
  func.return %o : tensor<8192x16384xbf16>
}
// The gradient of the activation from the sum that was kept, and the bias's.
func.func private @gelu_grad(%x: tensor<8192x16384xbf16>, %g: tensor<8192x16384xbf16>) -> (tensor<8192x16384xbf16>, tensor<16384xbf16>) attributes {plan.kernel} {
  %z = arith.constant dense<0.0> : tensor<16384xbf16>
  %c0 = arith.constant dense<4.467770e-02> : tensor<8192x16384xbf16>
  %c1 = arith.constant dense<7.968750e-01> : tensor<8192x16384xbf16>
  %c2 = arith.constant dense<1.0> : tensor<8192x16384xbf16>
  %c3 = arith.constant dense<0.5> : tensor<8192x16384xbf16>
  %c4 = arith.constant dense<3.0> : tensor<8192x16384xbf16>
  %x2 = arith.mulf %x, %x : tensor<8192x16384xbf16>
  %x3 = arith.mulf %x2, %x : tensor<8192x16384xbf16>
  %p = arith.mulf %c0, %x3 : tensor<8192x16384xbf16>
  %q = arith.addf %x, %p : tensor<8192x16384xbf16>
  %r = arith.mulf %c1, %q : tensor<8192x16384xbf16>
  %t = math.tanh %r : tensor<8192x16384xbf16>
  %0 = arith.mulf %c4, %x2 : tensor<8192x16384xbf16>
  %1 = arith.subf %c2, %t : tensor<8192x16384xbf16>
  %2 = arith.addf %c2, %t : tensor<8192x16384xbf16>
  %3 = arith.mulf %c3, %2 : tensor<8192x16384xbf16>
  %4 = arith.mulf %x, %g : tensor<8192x16384xbf16>
  %5 = arith.mulf %g, %3 : tensor<8192x16384xbf16>
  %6 = arith.mulf %c3, %4 : tensor<8192x16384xbf16>
  %7 = arith.mulf %6, %1 : tensor<8192x16384xbf16>
  %8 = arith.mulf %7, %t : tensor<8192x16384xbf16>
  %9 = arith.addf %7, %8 : tensor<8192x16384xbf16>
  %10 = arith.mulf %c1, %9 : tensor<8192x16384xbf16>
  %11 = arith.addf %5, %10 : tensor<8192x16384xbf16>
  %12 = arith.mulf %c0, %10 : tensor<8192x16384xbf16>
  %13 = arith.mulf %12, %0 : tensor<8192x16384xbf16>
  %14 = arith.addf %11, %13 : tensor<8192x16384xbf16>
  %s = linalg.reduce { arith.addf } ins(%14 : tensor<8192x16384xbf16>) outs(%z : tensor<16384xbf16>) dimensions = [0]
  func.return %14, %s : tensor<8192x16384xbf16>, tensor<16384xbf16>
}
func.func private @adam(%g: tensor<4096x16384xbf16>, %m: tensor<4096x16384xf32>, %v: tensor<4096x16384xf32>, %lr: tensor<f32>, %p: tensor<4096x16384xf32>) -> (tensor<4096x16384xf32>, tensor<4096x16384xf32>, tensor<4096x16384xf32>) attributes {plan.kernel} {
  %c0 = arith.constant dense<0.9> : tensor<4096x16384xf32>
  %c1 = arith.constant dense<0.1> : tensor<4096x16384xf32>
  %c2 = arith.constant dense<0.999> : tensor<4096x16384xf32>
  %c3 = arith.constant dense<0.001> : tensor<4096x16384xf32>
  %c4 = arith.constant dense<1.0e-7> : tensor<4096x16384xf32>
  %e = tensor.empty() : tensor<4096x16384xf32>
  %w = arith.extf %g : tensor<4096x16384xbf16> to tensor<4096x16384xf32>
  %0 = arith.mulf %c0, %m : tensor<4096x16384xf32>
  %1 = arith.mulf %c1, %w : tensor<4096x16384xf32>
  %2 = arith.addf %0, %1 : tensor<4096x16384xf32>
  %3 = arith.mulf %c2, %v : tensor<4096x16384xf32>
  %4 = arith.mulf %c3, %w : tensor<4096x16384xf32>
  %5 = arith.mulf %4, %w : tensor<4096x16384xf32>
  %6 = arith.addf %3, %5 : tensor<4096x16384xf32>
  %l = linalg.broadcast ins(%lr : tensor<f32>) outs(%e : tensor<4096x16384xf32>) dimensions = [0, 1]
  %7 = arith.mulf %l, %2 : tensor<4096x16384xf32>
  %8 = math.sqrt %6 : tensor<4096x16384xf32>
  %9 = arith.addf %8, %c4 : tensor<4096x16384xf32>
  %10 = arith.divf %7, %9 : tensor<4096x16384xf32>
  %11 = arith.subf %p, %10 : tensor<4096x16384xf32>
  func.return %2, %6, %11 : tensor<4096x16384xf32>, tensor<4096x16384xf32>, tensor<4096x16384xf32>
}
// The gradient as a product of matrices left it, the other way around.
func.func private @adam_transposed(%g: tensor<16384x4096xbf16>, %m: tensor<4096x16384xf32>, %v: tensor<4096x16384xf32>, %lr: tensor<f32>, %p: tensor<4096x16384xf32>) -> (tensor<4096x16384xf32>, tensor<4096x16384xf32>, tensor<4096x16384xf32>) attributes {plan.kernel} {
  %c0 = arith.constant dense<0.9> : tensor<4096x16384xf32>
  %c1 = arith.constant dense<0.1> : tensor<4096x16384xf32>
  %c2 = arith.constant dense<0.999> : tensor<4096x16384xf32>
  %c3 = arith.constant dense<0.001> : tensor<4096x16384xf32>
  %c4 = arith.constant dense<1.0e-7> : tensor<4096x16384xf32>
  %e = tensor.empty() : tensor<4096x16384xf32>
  %eg = tensor.empty() : tensor<4096x16384xbf16>
  %gt = linalg.transpose ins(%g : tensor<16384x4096xbf16>) outs(%eg : tensor<4096x16384xbf16>) permutation = [1, 0]
  %w = arith.extf %gt : tensor<4096x16384xbf16> to tensor<4096x16384xf32>
  %0 = arith.mulf %c0, %m : tensor<4096x16384xf32>
  %1 = arith.mulf %c1, %w : tensor<4096x16384xf32>
  %2 = arith.addf %0, %1 : tensor<4096x16384xf32>
  %3 = arith.mulf %c2, %v : tensor<4096x16384xf32>
  %4 = arith.mulf %c3, %w : tensor<4096x16384xf32>
  %5 = arith.mulf %4, %w : tensor<4096x16384xf32>
  %6 = arith.addf %3, %5 : tensor<4096x16384xf32>
  %l = linalg.broadcast ins(%lr : tensor<f32>) outs(%e : tensor<4096x16384xf32>) dimensions = [0, 1]
  %7 = arith.mulf %l, %2 : tensor<4096x16384xf32>
  %8 = math.sqrt %6 : tensor<4096x16384xf32>
  %9 = arith.addf %8, %c4 : tensor<4096x16384xf32>
  %10 = arith.divf %7, %9 : tensor<4096x16384xf32>
  %11 = arith.subf %p, %10 : tensor<4096x16384xf32>
  func.return %2, %6, %11 : tensor<4096x16384xf32>, tensor<4096x16384xf32>, tensor<4096x16384xf32>
}
func.func private @softmax(%a: tensor<16384x4096xf32>) -> tensor<16384x4096xf32> attributes {plan.kernel} {
  %i = arith.constant dense<0xFF800000> : tensor<16384xf32>
  %z = arith.constant dense<0.0> : tensor<16384xf32>
  %e = tensor.empty() : tensor<16384x4096xf32>
  %m = linalg.reduce { arith.maximumf } ins(%a : tensor<16384x4096xf32>) outs(%i : tensor<16384xf32>) dimensions = [1]
  %mb = linalg.broadcast ins(%m : tensor<16384xf32>) outs(%e : tensor<16384x4096xf32>) dimensions = [1]
  %d = arith.subf %a, %mb : tensor<16384x4096xf32>
  %x = math.exp %d : tensor<16384x4096xf32>
  %t = linalg.reduce { arith.addf } ins(%x : tensor<16384x4096xf32>) outs(%z : tensor<16384xf32>) dimensions = [1]
  %tb = linalg.broadcast ins(%t : tensor<16384xf32>) outs(%e : tensor<16384x4096xf32>) dimensions = [1]
  %r = arith.divf %x, %tb : tensor<16384x4096xf32>
  func.return %r : tensor<16384x4096xf32>
}
// Normalized rows, and what the gradient needs of them.
func.func private @layer_norm(%a: tensor<8192x4096xbf16>, %g: tensor<4096xf32>, %b: tensor<4096xf32>) -> (tensor<8192x4096xbf16>, tensor<8192xf32>, tensor<8192xf32>) attributes {plan.kernel} {
  %z = arith.constant dense<0.0> : tensor<8192xf32>
  %n = arith.constant dense<4096.0> : tensor<8192xf32>
  %eps = arith.constant dense<1.0e-5> : tensor<8192xf32>
  %e = tensor.empty() : tensor<8192x4096xf32>
  %x = arith.extf %a : tensor<8192x4096xbf16> to tensor<8192x4096xf32>
  %s = linalg.reduce { arith.addf } ins(%x : tensor<8192x4096xf32>) outs(%z : tensor<8192xf32>) dimensions = [1]
  %m = arith.divf %s, %n : tensor<8192xf32>
  %mb = linalg.broadcast ins(%m : tensor<8192xf32>) outs(%e : tensor<8192x4096xf32>) dimensions = [1]
  %d = arith.subf %x, %mb : tensor<8192x4096xf32>
  %q = arith.mulf %d, %d : tensor<8192x4096xf32>
  %t = linalg.reduce { arith.addf } ins(%q : tensor<8192x4096xf32>) outs(%z : tensor<8192xf32>) dimensions = [1]
  %v = arith.divf %t, %n : tensor<8192xf32>
  %ve = arith.addf %v, %eps : tensor<8192xf32>
  %r = math.rsqrt %ve : tensor<8192xf32>
  %rb = linalg.broadcast ins(%r : tensor<8192xf32>) outs(%e : tensor<8192x4096xf32>) dimensions = [1]
  %gb = linalg.broadcast ins(%g : tensor<4096xf32>) outs(%e : tensor<8192x4096xf32>) dimensions = [0]
  %bb = linalg.broadcast ins(%b : tensor<4096xf32>) outs(%e : tensor<8192x4096xf32>) dimensions = [0]
  %y = arith.mulf %d, %rb : tensor<8192x4096xf32>
  %w = arith.mulf %y, %gb : tensor<8192x4096xf32>
  %u = arith.addf %w, %bb : tensor<8192x4096xf32>
  %o = arith.truncf %u : tensor<8192x4096xf32> to tensor<8192x4096xbf16>
  func.return %o, %m, %r : tensor<8192x4096xbf16>, tensor<8192xf32>, tensor<8192xf32>
}
// The gradient of the rows, added to that of the residual.
func.func private @layer_norm_grad(%a: tensor<8192x4096xbf16>, %dy: tensor<8192x4096xbf16>, %res: tensor<8192x4096xbf16>, %g: tensor<4096xf32>, %m: tensor<8192xf32>, %r: tensor<8192xf32>) -> tensor<8192x4096xbf16> attributes {plan.kernel} {
  %z = arith.constant dense<0.0> : tensor<8192xf32>
  %n = arith.constant dense<4096.0> : tensor<8192xf32>
  %e = tensor.empty() : tensor<8192x4096xf32>
  %x = arith.extf %a : tensor<8192x4096xbf16> to tensor<8192x4096xf32>
  %w = arith.extf %dy : tensor<8192x4096xbf16> to tensor<8192x4096xf32>
  %mb = linalg.broadcast ins(%m : tensor<8192xf32>) outs(%e : tensor<8192x4096xf32>) dimensions = [1]
  %rb = linalg.broadcast ins(%r : tensor<8192xf32>) outs(%e : tensor<8192x4096xf32>) dimensions = [1]
  %gb = linalg.broadcast ins(%g : tensor<4096xf32>) outs(%e : tensor<8192x4096xf32>) dimensions = [0]
  %d = arith.subf %x, %mb : tensor<8192x4096xf32>
  %h = arith.mulf %d, %rb : tensor<8192x4096xf32>
  %wg = arith.mulf %w, %gb : tensor<8192x4096xf32>
  %wh = arith.mulf %wg, %h : tensor<8192x4096xf32>
  %s0 = linalg.reduce { arith.addf } ins(%wg : tensor<8192x4096xf32>) outs(%z : tensor<8192xf32>) dimensions = [1]
  %s1 = linalg.reduce { arith.addf } ins(%wh : tensor<8192x4096xf32>) outs(%z : tensor<8192xf32>) dimensions = [1]
  %m0 = arith.divf %s0, %n : tensor<8192xf32>
  %m1 = arith.divf %s1, %n : tensor<8192xf32>
  %b0 = linalg.broadcast ins(%m0 : tensor<8192xf32>) outs(%e : tensor<8192x4096xf32>) dimensions = [1]
  %b1 = linalg.broadcast ins(%m1 : tensor<8192xf32>) outs(%e : tensor<8192x4096xf32>) dimensions = [1]
  %t0 = arith.mulf %h, %b1 : tensor<8192x4096xf32>
  %t1 = arith.subf %wg, %b0 : tensor<8192x4096xf32>
  %t2 = arith.subf %t1, %t0 : tensor<8192x4096xf32>
  %t3 = arith.mulf %t2, %rb : tensor<8192x4096xf32>
  %o = arith.truncf %t3 : tensor<8192x4096xf32> to tensor<8192x4096xbf16>
  %p = arith.addf %o, %res : tensor<8192x4096xbf16>
  func.return %p : tensor<8192x4096xbf16>
}
// The gradients of scale and shift.
func.func private @layer_norm_columns(%a: tensor<8192x4096xbf16>, %dy: tensor<8192x4096xbf16>, %m: tensor<8192xf32>, %r: tensor<8192xf32>) -> (tensor<4096xf32>, tensor<4096xf32>) attributes {plan.kernel} {
  %z = arith.constant dense<0.0> : tensor<4096xf32>
  %e = tensor.empty() : tensor<8192x4096xf32>
  %x = arith.extf %a : tensor<8192x4096xbf16> to tensor<8192x4096xf32>
  %w = arith.extf %dy : tensor<8192x4096xbf16> to tensor<8192x4096xf32>
  %mb = linalg.broadcast ins(%m : tensor<8192xf32>) outs(%e : tensor<8192x4096xf32>) dimensions = [1]
  %rb = linalg.broadcast ins(%r : tensor<8192xf32>) outs(%e : tensor<8192x4096xf32>) dimensions = [1]
  %d = arith.subf %x, %mb : tensor<8192x4096xf32>
  %h = arith.mulf %d, %rb : tensor<8192x4096xf32>
  %wh = arith.mulf %w, %h : tensor<8192x4096xf32>
  %s0 = linalg.reduce { arith.addf } ins(%w : tensor<8192x4096xf32>) outs(%z : tensor<4096xf32>) dimensions = [0]
  %s1 = linalg.reduce { arith.addf } ins(%wh : tensor<8192x4096xf32>) outs(%z : tensor<4096xf32>) dimensions = [0]
  func.return %s1, %s0 : tensor<4096xf32>, tensor<4096xf32>
}
// All three gradients at once.
func.func private @layer_norm_backward(%a: tensor<8192x4096xbf16>, %dy: tensor<8192x4096xbf16>, %res: tensor<8192x4096xbf16>, %g: tensor<4096xf32>, %m: tensor<8192xf32>, %r: tensor<8192xf32>) -> (tensor<8192x4096xbf16>, tensor<4096xf32>, tensor<4096xf32>) attributes {plan.kernel} {
  %z = arith.constant dense<0.0> : tensor<8192xf32>
  %n = arith.constant dense<4096.0> : tensor<8192xf32>
  %e = tensor.empty() : tensor<8192x4096xf32>
  %x = arith.extf %a : tensor<8192x4096xbf16> to tensor<8192x4096xf32>
  %w = arith.extf %dy : tensor<8192x4096xbf16> to tensor<8192x4096xf32>
  %mb = linalg.broadcast ins(%m : tensor<8192xf32>) outs(%e : tensor<8192x4096xf32>) dimensions = [1]
  %rb = linalg.broadcast ins(%r : tensor<8192xf32>) outs(%e : tensor<8192x4096xf32>) dimensions = [1]
  %gb = linalg.broadcast ins(%g : tensor<4096xf32>) outs(%e : tensor<8192x4096xf32>) dimensions = [0]
  %d = arith.subf %x, %mb : tensor<8192x4096xf32>
  %h = arith.mulf %d, %rb : tensor<8192x4096xf32>
  %wg = arith.mulf %w, %gb : tensor<8192x4096xf32>
  %wh = arith.mulf %wg, %h : tensor<8192x4096xf32>
  %s0 = linalg.reduce { arith.addf } ins(%wg : tensor<8192x4096xf32>) outs(%z : tensor<8192xf32>) dimensions = [1]
  %s1 = linalg.reduce { arith.addf } ins(%wh : tensor<8192x4096xf32>) outs(%z : tensor<8192xf32>) dimensions = [1]
  %m0 = arith.divf %s0, %n : tensor<8192xf32>
  %m1 = arith.divf %s1, %n : tensor<8192xf32>
  %b0 = linalg.broadcast ins(%m0 : tensor<8192xf32>) outs(%e : tensor<8192x4096xf32>) dimensions = [1]
  %b1 = linalg.broadcast ins(%m1 : tensor<8192xf32>) outs(%e : tensor<8192x4096xf32>) dimensions = [1]
  %t0 = arith.mulf %h, %b1 : tensor<8192x4096xf32>
  %t1 = arith.subf %wg, %b0 : tensor<8192x4096xf32>
  %t2 = arith.subf %t1, %t0 : tensor<8192x4096xf32>
  %t3 = arith.mulf %t2, %rb : tensor<8192x4096xf32>
  %o = arith.truncf %t3 : tensor<8192x4096xf32> to tensor<8192x4096xbf16>
  %p = arith.addf %o, %res : tensor<8192x4096xbf16>
  %zc = arith.constant dense<0.0> : tensor<4096xf32>
  %wx = arith.mulf %w, %h : tensor<8192x4096xf32>
  %c0 = linalg.reduce { arith.addf } ins(%w : tensor<8192x4096xf32>) outs(%zc : tensor<4096xf32>) dimensions = [0]
  %c1 = linalg.reduce { arith.addf } ins(%wx : tensor<8192x4096xf32>) outs(%zc : tensor<4096xf32>) dimensions = [0]
  func.return %p, %c1, %c0 : tensor<8192x4096xbf16>, tensor<4096xf32>, tensor<4096xf32>
}
// The same of twice as many rows, so that what a launch takes counts less.
func.func private @layer_norm_large(%a: tensor<16384x4096xbf16>, %g: tensor<4096xf32>, %b: tensor<4096xf32>) -> (tensor<16384x4096xbf16>, tensor<16384xf32>, tensor<16384xf32>) attributes {plan.kernel} {
  %z = arith.constant dense<0.0> : tensor<16384xf32>
  %n = arith.constant dense<4096.0> : tensor<16384xf32>
  %eps = arith.constant dense<1.0e-5> : tensor<16384xf32>
  %e = tensor.empty() : tensor<16384x4096xf32>
  %x = arith.extf %a : tensor<16384x4096xbf16> to tensor<16384x4096xf32>
  %s = linalg.reduce { arith.addf } ins(%x : tensor<16384x4096xf32>) outs(%z : tensor<16384xf32>) dimensions = [1]
  %m = arith.divf %s, %n : tensor<16384xf32>
  %mb = linalg.broadcast ins(%m : tensor<16384xf32>) outs(%e : tensor<16384x4096xf32>) dimensions = [1]
  %d = arith.subf %x, %mb : tensor<16384x4096xf32>
  %q = arith.mulf %d, %d : tensor<16384x4096xf32>
  %t = linalg.reduce { arith.addf } ins(%q : tensor<16384x4096xf32>) outs(%z : tensor<16384xf32>) dimensions = [1]
  %v = arith.divf %t, %n : tensor<16384xf32>
  %ve = arith.addf %v, %eps : tensor<16384xf32>
  %r = math.rsqrt %ve : tensor<16384xf32>
  %rb = linalg.broadcast ins(%r : tensor<16384xf32>) outs(%e : tensor<16384x4096xf32>) dimensions = [1]
  %gb = linalg.broadcast ins(%g : tensor<4096xf32>) outs(%e : tensor<16384x4096xf32>) dimensions = [0]
  %bb = linalg.broadcast ins(%b : tensor<4096xf32>) outs(%e : tensor<16384x4096xf32>) dimensions = [0]
  %y = arith.mulf %d, %rb : tensor<16384x4096xf32>
  %w = arith.mulf %y, %gb : tensor<16384x4096xf32>
  %u = arith.addf %w, %bb : tensor<16384x4096xf32>
  %o = arith.truncf %u : tensor<16384x4096xf32> to tensor<16384x4096xbf16>
  func.return %o, %m, %r : tensor<16384x4096xbf16>, tensor<16384xf32>, tensor<16384xf32>
}
func.func private @layer_norm_backward_large(%a: tensor<16384x4096xbf16>, %dy: tensor<16384x4096xbf16>, %res: tensor<16384x4096xbf16>, %g: tensor<4096xf32>, %m: tensor<16384xf32>, %r: tensor<16384xf32>) -> (tensor<16384x4096xbf16>, tensor<4096xf32>, tensor<4096xf32>) attributes {plan.kernel} {
  %z = arith.constant dense<0.0> : tensor<16384xf32>
  %n = arith.constant dense<4096.0> : tensor<16384xf32>
  %e = tensor.empty() : tensor<16384x4096xf32>
  %x = arith.extf %a : tensor<16384x4096xbf16> to tensor<16384x4096xf32>
  %w = arith.extf %dy : tensor<16384x4096xbf16> to tensor<16384x4096xf32>
  %mb = linalg.broadcast ins(%m : tensor<16384xf32>) outs(%e : tensor<16384x4096xf32>) dimensions = [1]
  %rb = linalg.broadcast ins(%r : tensor<16384xf32>) outs(%e : tensor<16384x4096xf32>) dimensions = [1]
  %gb = linalg.broadcast ins(%g : tensor<4096xf32>) outs(%e : tensor<16384x4096xf32>) dimensions = [0]
  %d = arith.subf %x, %mb : tensor<16384x4096xf32>
  %h = arith.mulf %d, %rb : tensor<16384x4096xf32>
  %wg = arith.mulf %w, %gb : tensor<16384x4096xf32>
  %wh = arith.mulf %wg, %h : tensor<16384x4096xf32>
  %s0 = linalg.reduce { arith.addf } ins(%wg : tensor<16384x4096xf32>) outs(%z : tensor<16384xf32>) dimensions = [1]
  %s1 = linalg.reduce { arith.addf } ins(%wh : tensor<16384x4096xf32>) outs(%z : tensor<16384xf32>) dimensions = [1]
  %m0 = arith.divf %s0, %n : tensor<16384xf32>
  %m1 = arith.divf %s1, %n : tensor<16384xf32>
  %b0 = linalg.broadcast ins(%m0 : tensor<16384xf32>) outs(%e : tensor<16384x4096xf32>) dimensions = [1]
  %b1 = linalg.broadcast ins(%m1 : tensor<16384xf32>) outs(%e : tensor<16384x4096xf32>) dimensions = [1]
  %t0 = arith.mulf %h, %b1 : tensor<16384x4096xf32>
  %t1 = arith.subf %wg, %b0 : tensor<16384x4096xf32>
  %t2 = arith.subf %t1, %t0 : tensor<16384x4096xf32>
  %t3 = arith.mulf %t2, %rb : tensor<16384x4096xf32>
  %o = arith.truncf %t3 : tensor<16384x4096xf32> to tensor<16384x4096xbf16>
  %p = arith.addf %o, %res : tensor<16384x4096xbf16>
  %zc = arith.constant dense<0.0> : tensor<4096xf32>
  %wx = arith.mulf %w, %h : tensor<16384x4096xf32>
  %c0 = linalg.reduce { arith.addf } ins(%w : tensor<16384x4096xf32>) outs(%zc : tensor<4096xf32>) dimensions = [0]
  %c1 = linalg.reduce { arith.addf } ins(%wx : tensor<16384x4096xf32>) outs(%zc : tensor<4096xf32>) dimensions = [0]
  func.return %p, %c1, %c0 : tensor<16384x4096xbf16>, tensor<4096xf32>, tensor<4096xf32>
}
func.func private @column_sum(%a: tensor<8192x16384xbf16>) -> tensor<16384xbf16> attributes {plan.kernel} {
  %z = arith.constant dense<0.0> : tensor<16384xbf16>
  %s = linalg.reduce { arith.addf } ins(%a : tensor<8192x16384xbf16>) outs(%z : tensor<16384xbf16>) dimensions = [0]
  func.return %s : tensor<16384xbf16>
}
func.func private @column_sum_narrow(%a: tensor<4x2048x32x128xbf16>) -> tensor<32x128xbf16> attributes {plan.kernel} {
  %z = arith.constant dense<0.0> : tensor<32x128xbf16>
  %s = linalg.reduce { arith.addf } ins(%a : tensor<4x2048x32x128xbf16>) outs(%z : tensor<32x128xbf16>) dimensions = [0, 1]
  func.return %s : tensor<32x128xbf16>
}
// The mean squared error and its gradient.
func.func private @loss(%y: tensor<4x2048x4096xbf16>, %t: tensor<4x2048x4096xf32>) -> (tensor<4x2048x4096xf32>, tensor<f32>) attributes {plan.kernel} {
  %z = arith.constant dense<0.0> : tensor<f32>
  %w = arith.extf %y : tensor<4x2048x4096xbf16> to tensor<4x2048x4096xf32>
  %d = arith.subf %w, %t : tensor<4x2048x4096xf32>
  %q = arith.mulf %d, %d : tensor<4x2048x4096xf32>
  %s = linalg.reduce { arith.addf } ins(%q : tensor<4x2048x4096xf32>) outs(%z : tensor<f32>) dimensions = [0, 1, 2]
  func.return %d, %s : tensor<4x2048x4096xf32>, tensor<f32>
}
func.func private @sum(%a: tensor<16384x4096xf32>) -> tensor<f32> attributes {plan.kernel} {
  %z = arith.constant dense<0.0> : tensor<f32>
  %s = linalg.reduce { arith.addf } ins(%a : tensor<16384x4096xf32>) outs(%z : tensor<f32>) dimensions = [0, 1]
  func.return %s : tensor<f32>
}
func.func private @transpose(%a: tensor<16384x4096xf32>) -> tensor<4096x16384xf32> attributes {plan.kernel} {
  %e = tensor.empty() : tensor<4096x16384xf32>
  %r = linalg.transpose ins(%a : tensor<16384x4096xf32>) outs(%e : tensor<4096x16384xf32>) permutation = [1, 0]
  func.return %r : tensor<4096x16384xf32>
}
func.func private @transpose_narrow(%a: tensor<16384x8192xbf16>) -> tensor<8192x16384xbf16> attributes {plan.kernel} {
  %e = tensor.empty() : tensor<8192x16384xbf16>
  %r = linalg.transpose ins(%a : tensor<16384x8192xbf16>) outs(%e : tensor<8192x16384xbf16>) permutation = [1, 0]
  func.return %r : tensor<8192x16384xbf16>
}
// Heads and tokens change places; rows of a head stay.
func.func private @heads(%a: tensor<4x2048x32x128xbf16>) -> tensor<4x32x2048x128xbf16> attributes {plan.kernel} {
  %e = tensor.empty() : tensor<4x32x2048x128xbf16>
  %r = linalg.transpose ins(%a : tensor<4x2048x32x128xbf16>) outs(%e : tensor<4x32x2048x128xbf16>) permutation = [0, 2, 1, 3]
  func.return %r : tensor<4x32x2048x128xbf16>
}
