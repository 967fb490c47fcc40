// RUN: shard-opt %s --plan-emit-gpu-kernels=ptx=%t.ptx -o %t.mlir
// RUN: FileCheck %s < %t.ptx

// Tests that neighbouring elements are moved 16 bytes at a time, and what is
// only read through the read-only cache.
// CHECK-LABEL: .entry pointwise(
// CHECK: .reqntid 256
// CHECK-DAG: ld.global.nc.v4.b32
// CHECK-DAG: ld.global.nc.v4.b32
// CHECK: st.global.v4.b32
func.func private @pointwise(%a: tensor<64x512xf32>, %b: tensor<64x512xf32>) -> tensor<64x512xf32> attributes {plan.kernel} {
  %0 = arith.addf %a, %b : tensor<64x512xf32>
  func.return %0 : tensor<64x512xf32>
}

// Tests that eight narrow floats are one access, and that the processor
// computes with them.
// CHECK-LABEL: .entry narrow(
// CHECK: ld.global.nc.v4.b32
// CHECK-COUNT-4: mul.rn.bf16x2
// CHECK: st.global.v4.b32
func.func private @narrow(%a: tensor<64x512xbf16>) -> tensor<64x512xbf16> attributes {plan.kernel} {
  %0 = arith.mulf %a, %a : tensor<64x512xbf16>
  func.return %0 : tensor<64x512xbf16>
}

// Tests that a buffer that a result may share is not read through the read-only
// cache.
// CHECK-LABEL: .entry in_place(
// CHECK: ld.global.v4.b32
// CHECK: st.global.v4.b32
func.func private @in_place(%a: tensor<64x512xf32>) -> tensor<64x512xf32> attributes {plan.kernel, plan.in_place = [array<i64: 0, 0>]} {
  %0 = arith.negf %a : tensor<64x512xf32>
  func.return %0 : tensor<64x512xf32>
}

// Tests that square roots and quotients are rounded correctly.
// CHECK-LABEL: .entry roots(
// CHECK-DAG: sqrt.rn.f32
// CHECK-DAG: div.rn.f32
// CHECK-NOT: approx
func.func private @roots(%a: tensor<64xf32>) -> tensor<64xf32> attributes {plan.kernel} {
  %0 = math.sqrt %a : tensor<64xf32>
  %1 = arith.divf %a, %0 : tensor<64xf32>
  func.return %1 : tensor<64xf32>
}

// Tests that rows are combined with shuffles.
// CHECK-LABEL: .entry rows(
// CHECK: shfl.sync.bfly.b32
// CHECK: bar
// CHECK: ld.shared.v4.b32
func.func private @rows(%a: tensor<16x4096xf32>) -> tensor<16xf32> attributes {plan.kernel} {
  %z = arith.constant dense<0.0> : tensor<16xf32>
  %1 = linalg.reduce ins(%a : tensor<16x4096xf32>) outs(%z : tensor<16xf32>) dimensions = [1]
    (%i: f32, %o: f32) {
      %s = arith.addf %i, %o : f32
      linalg.yield %s : f32
    }
  func.return %1 : tensor<16xf32>
}

// Tests that functions of narrow floats leave what is around them in pairs.
// CHECK-LABEL: .entry narrow_tanh(
// CHECK-COUNT-4: add.rn.bf16x2
// CHECK-COUNT-8: tanh.approx.f32
// CHECK-COUNT-4: mul.rn.bf16x2
// CHECK: st.global.v4.b32
func.func private @narrow_tanh(%a: tensor<64x512xbf16>) -> tensor<64x512xbf16> attributes {plan.kernel} {
  %0 = arith.addf %a, %a : tensor<64x512xbf16>
  %1 = math.tanh %0 : tensor<64x512xbf16>
  %2 = arith.mulf %1, %1 : tensor<64x512xbf16>
  func.return %2 : tensor<64x512xbf16>
}
