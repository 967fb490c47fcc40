// RUN: shard-opt %s --plan-emit-gpu-kernels=launches=- -o %t.mlir | FileCheck %s
// RUN: not shard-opt %s --plan-emit-gpu-kernels=chip=sm_1 2>&1 | FileCheck %s --check-prefix=CHIP
// RUN: not shard-opt %s --plan-emit-gpu-kernels=chip=sm_75 2>&1 | FileCheck %s --check-prefix=OLD
// RUN: shard-opt %s --plan-emit-gpu-kernels="chip=sm_80 ptx=-" -o %t.mlir | FileCheck %s --check-prefix=SM80
// RUN: shard-opt %s --plan-emit-gpu-kernels="chip=sm_90 ptx=-" -o %t.mlir | FileCheck %s --check-prefix=SM90
// RUN: shard-opt %s --plan-emit-gpu-kernels="chip=sm_100 ptx=-" -o %t.mlir | FileCheck %s --check-prefix=SM100
// RUN: not shard-opt %s --plan-emit-gpu-kernels="cubin=%t.cubin toolkit=%t.none" 2>&1 | FileCheck %s --check-prefix=TOOLKIT

// Tests how a kernel is launched, that unknown and old chips and a missing
// assembler are errors, and that kernels wait for those before them where they
// may be launched earlier.
// CHECK: k grid 1 block 256 shared 0 buffers 2
// CHIP: error: unknown GPU 'sm_1'; expected a name like sm_90
// OLD: error: kernels need sm_80 or a later GPU, not 'sm_75'
// SM80: .target sm_80
// SM80-NOT: griddepcontrol
// SM90: .target sm_90
// SM90: griddepcontrol.wait
// SM90: ld.global
// SM100: .target sm_100
// SM100: griddepcontrol.wait
// TOOLKIT: error: no 'ptxas' at '{{.*}}.none'
func.func private @k(%a: tensor<4xf32>) -> tensor<4xf32> attributes {plan.kernel} {
  %0 = arith.negf %a : tensor<4xf32>
  func.return %0 : tensor<4xf32>
}
