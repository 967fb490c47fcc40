// RUN: shard-opt %s --plan-emit-gpu-kernels=launches=- -o %t.mlir | FileCheck %s
// RUN: not shard-opt %s --plan-emit-gpu-kernels=chip=sm_1 2>&1 | FileCheck %s --check-prefix=CHIP
// RUN: not shard-opt %s --plan-emit-gpu-kernels="cubin=%t.cubin toolkit=%t.none" 2>&1 | FileCheck %s --check-prefix=TOOLKIT

// Tests how a kernel is launched, and that unknown chips and a missing
// assembler are errors.
// CHECK: k grid 1 block 256 buffers 2
// CHIP: error: unknown GPU 'sm_1'; expected a name like sm_90
// TOOLKIT: error: no 'ptxas' at '{{.*}}.none'
func.func private @k(%a: tensor<4xf32>) -> tensor<4xf32> attributes {plan.kernel} {
  %0 = arith.negf %a : tensor<4xf32>
  func.return %0 : tensor<4xf32>
}
