// RUN: shard-opt %s --plan-split-reductions --plan-emit-gpu-kernels=ptx=%t.ptx -o %t.mlir
// RUN: FileCheck %s < %t.ptx

// Tests that kernels with numbers that are none, infinite, zero, tiny or large
// compile. On a machine with a GPU, RunKernelCases compares the results with
// those of the CPU.
// CHECK: .entry values(
// CHECK: .entry pairs(
// CHECK: .entry rows(

// Functions of each value; those of narrow floats too.
!v = tensor<16xf32>
func.func private @values(%a: !v) -> (!v, !v, !v, !v, !v, !v, !v, !v, !v, !v, tensor<16xbf16>, tensor<16xf64>, tensor<16xf64>) attributes {plan.kernel} {
  %s = arith.constant dense<[0.0, -0.0, 0x7F800000, 0xFF800000, 0x7FC00000, 1.0e-40, -1.0e-40, 1.0e38, -1.0e38, 88.75, -104.0, 1.0, -1.0, 0.5, 12.0, -3.0]> : !v
  %c = arith.cmpf oeq, %a, %a : !v
  %x = arith.select %c, %s, %a : tensor<16xi1>, !v
  %0 = math.exp %x : !v
  %1 = math.log %x : !v
  %2 = math.tanh %x : !v
  %3 = math.erf %x : !v
  %4 = math.sqrt %x : !v
  %5 = math.rsqrt %x : !v
  %6 = math.atan %x : !v
  %7 = math.exp2 %x : !v
  %8 = math.floor %x : !v
  %9 = arith.divf %x, %x : !v
  %n = arith.truncf %x : !v to tensor<16xbf16>
  %10 = math.tanh %n : tensor<16xbf16>
  %w = arith.extf %x : !v to tensor<16xf64>
  %11 = math.exp %w : tensor<16xf64>
  %12 = math.log %w : tensor<16xf64>
  func.return %0, %1, %2, %3, %4, %5, %6, %7, %8, %9, %10, %11, %12 : !v, !v, !v, !v, !v, !v, !v, !v, !v, !v, tensor<16xbf16>, tensor<16xf64>, tensor<16xf64>
}
// Powers, products, comparisons and choices of each value with each, and angles
// of those that are not large.
!p = tensor<16x16xf32>
func.func private @pairs(%a: tensor<16xf32>) -> (!p, !p, !p, !p, !p, !p, tensor<16x16xi1>, tensor<16x16xbf16>, !p, !p) attributes {plan.kernel} {
  %s = arith.constant dense<[0.0, -0.0, 0x7F800000, 0xFF800000, 0x7FC00000, 1.0e-40, -1.0e-40, 1.0e6, -1.0e6, 88.75, -104.0, 1.0, -1.0, 0.5, 12.0, -3.0]> : tensor<16xf32>
  %e = tensor.empty() : !p
  %c = arith.cmpf oeq, %a, %a : tensor<16xf32>
  %v = arith.select %c, %s, %a : tensor<16xi1>, tensor<16xf32>
  %x = linalg.broadcast ins(%v : tensor<16xf32>) outs(%e : !p) dimensions = [1]
  %y = linalg.broadcast ins(%v : tensor<16xf32>) outs(%e : !p) dimensions = [0]
  %0 = math.powf %x, %y : !p
  %1 = arith.mulf %x, %y : !p
  %2 = arith.maximumf %x, %y : !p
  %3 = arith.minimumf %x, %y : !p
  %4 = arith.maxnumf %x, %y : !p
  %5 = arith.subf %x, %y : !p
  %6 = arith.cmpf ult, %x, %y : !p
  %n = arith.truncf %x : !p to tensor<16x16xbf16>
  %m = arith.truncf %y : !p to tensor<16x16xbf16>
  %t = arith.addf %n, %m : tensor<16x16xbf16>
  %7 = arith.mulf %t, %m : tensor<16x16xbf16>
  %8 = math.sin %x : !p
  %9 = math.cos %y : !p
  func.return %0, %1, %2, %3, %4, %5, %6, %7, %8, %9 : !p, !p, !p, !p, !p, !p, tensor<16x16xi1>, tensor<16x16xbf16>, !p, !p
}
// Reductions along rows and down columns in which one element is none, or
// infinite: element i of row i is value i of the list.
!r = tensor<16x2048xf32>
func.func private @rows(%a: !r) -> (tensor<16xf32>, tensor<16xf32>, !r) attributes {plan.kernel} {
  %s = arith.constant dense<[0.0, -0.0, 0x7F800000, 0xFF800000, 0x7FC00000, 1.0e-40, -1.0e-40, 1.0e6, -1.0e6, 88.75, -104.0, 1.0, -1.0, 0.5, 12.0, -3.0]> : tensor<16xf32>
  %i = arith.constant dense<0xFF800000> : tensor<16xf32>
  %z = arith.constant dense<0.0> : tensor<16xf32>
  %e = tensor.empty() : !r
  %ri = model.iota dimension = 0 : tensor<16x2048xi32>
  %ci = model.iota dimension = 1 : tensor<16x2048xi32>
  %c = arith.cmpi eq, %ri, %ci : tensor<16x2048xi32>
  %b = linalg.broadcast ins(%s : tensor<16xf32>) outs(%e : !r) dimensions = [1]
  %x = arith.select %c, %b, %a : tensor<16x2048xi1>, !r
  %m = linalg.reduce { arith.maximumf } ins(%x : !r) outs(%i : tensor<16xf32>) dimensions = [1]
  %mb = linalg.broadcast ins(%m : tensor<16xf32>) outs(%e : !r) dimensions = [1]
  %d = arith.subf %x, %mb : !r
  %y = math.exp %d : !r
  %t = linalg.reduce { arith.addf } ins(%y : !r) outs(%z : tensor<16xf32>) dimensions = [1]
  %tb = linalg.broadcast ins(%t : tensor<16xf32>) outs(%e : !r) dimensions = [1]
  %r = arith.divf %y, %tb : !r
  func.return %m, %t, %r : tensor<16xf32>, tensor<16xf32>, !r
}
func.func private @columns(%a: tensor<2048x16xbf16>) -> (tensor<16xbf16>, tensor<16xbf16>) attributes {plan.kernel} {
  %s = arith.constant dense<[0.0, -0.0, 0x7F80, 0xFF80, 0x7FC0, 1.0e-39, -1.0e-39, 1.0e6, -1.0e6, 88.75, -104.0, 1.0, -1.0, 0.5, 12.0, -3.0]> : tensor<16xbf16>
  %i = arith.constant dense<0xFF80> : tensor<16xbf16>
  %z = arith.constant dense<0.0> : tensor<16xbf16>
  %e = tensor.empty() : tensor<2048x16xbf16>
  %ri = model.iota dimension = 0 : tensor<2048x16xi32>
  %ci = model.iota dimension = 1 : tensor<2048x16xi32>
  %c = arith.cmpi eq, %ri, %ci : tensor<2048x16xi32>
  %b = linalg.broadcast ins(%s : tensor<16xbf16>) outs(%e : tensor<2048x16xbf16>) dimensions = [0]
  %x = arith.select %c, %b, %a : tensor<2048x16xi1>, tensor<2048x16xbf16>
  %m = linalg.reduce { arith.maximumf } ins(%x : tensor<2048x16xbf16>) outs(%i : tensor<16xbf16>) dimensions = [0]
  %t = linalg.reduce { arith.addf } ins(%x : tensor<2048x16xbf16>) outs(%z : tensor<16xbf16>) dimensions = [0]
  func.return %m, %t : tensor<16xbf16>, tensor<16xbf16>
}
