// RUN: shard-opt %s --plan-lower-kernels-to-gpu | FileCheck %s

// Tests that a thread moves as many neighbouring elements as make 16 bytes of
// the widest type at once.
// CHECK-LABEL: gpu.func @pointwise(
// CHECK-SAME: %{{.*}}: memref<64x32xf32>, %{{.*}}: memref<64x32xf32>, %{{.*}}: index) kernel
// CHECK-SAME: known_block_size = array<i32: 256, 1, 1>, known_grid_size = array<i32: 2, 1, 1>
func.func private @pointwise(%a: tensor<64x32xf32>) -> tensor<64x32xf32> attributes {plan.kernel} {
  // CHECK-NOT: scf.for
  // CHECK: %[[X:.*]] = vector.load %{{.*}} : memref<2048xf32>, vector<4xf32>
  // CHECK: vector.extract %[[X]][3]
  // CHECK: %[[Y:.*]] = vector.from_elements
  // CHECK-NOT: load
  // CHECK: vector.store %[[Y]], %{{.*}} : memref<2048xf32>, vector<4xf32>
  // CHECK-NOT: store
  // CHECK: gpu.return
  %0 = arith.negf %a : tensor<64x32xf32>
  func.return %0 : tensor<64x32xf32>
}

// Tests that neighbours are known after divisions by sizes, and that what is
// the same for them is loaded once: the bias by lanes, the scale of a row alone.
// CHECK-LABEL: gpu.func @broadcast(
func.func private @broadcast(%a: tensor<4x96x32x8xbf16>, %bias: tensor<32x8xf32>, %scale: tensor<4x96xbf16>) -> tensor<4x96x256xbf16> attributes {plan.kernel} {
  // CHECK-DAG: vector.load %{{.*}} : memref<4x96x32x8xbf16>, vector<8xbf16>
  // CHECK-DAG: vector.load %{{.*}} : memref<32x8xf32>, vector<4xf32>
  // CHECK-DAG: vector.load %{{.*}} : memref<32x8xf32>, vector<4xf32>
  // CHECK-DAG: memref.load %{{.*}} : memref<4x96xbf16>
  // CHECK-NOT: load
  // CHECK: vector.store %{{.*}} : memref<4x96x256xbf16>, vector<8xbf16>
  // CHECK: gpu.return
  %e = tensor.empty() : tensor<4x96x32x8xbf16>
  %n = arith.truncf %bias : tensor<32x8xf32> to tensor<32x8xbf16>
  %b = linalg.broadcast ins(%n : tensor<32x8xbf16>) outs(%e : tensor<4x96x32x8xbf16>) dimensions = [0, 1]
  %s = linalg.broadcast ins(%scale : tensor<4x96xbf16>) outs(%e : tensor<4x96x32x8xbf16>) dimensions = [2, 3]
  %0 = arith.addf %a, %b : tensor<4x96x32x8xbf16>
  %1 = arith.mulf %0, %s : tensor<4x96x32x8xbf16>
  %2 = tensor.collapse_shape %1 [[0], [1], [2, 3]] : tensor<4x96x32x8xbf16> into tensor<4x96x256xbf16>
  func.return %2 : tensor<4x96x256xbf16>
}

// Tests that rows of odd length are computed element by element.
// CHECK-LABEL: gpu.func @odd(
// CHECK-SAME: known_grid_size = array<i32: 1, 1, 1>
func.func private @odd(%a: tensor<5x7xbf16>, %b: tensor<7xbf16>) -> tensor<5x7xbf16> attributes {plan.kernel} {
  // CHECK: scf.for
  // CHECK-COUNT-2: memref.load
  // CHECK-NOT: memref.load
  // CHECK: gpu.return
  %e = tensor.empty() : tensor<5x7xbf16>
  %1 = linalg.broadcast ins(%b : tensor<7xbf16>) outs(%e : tensor<5x7xbf16>) dimensions = [0]
  %0 = arith.addf %a, %1 : tensor<5x7xbf16>
  func.return %0 : tensor<5x7xbf16>
}

// Tests that long rows are computed by blocks, with one barrier for each
// reduction and shared memory of its own, and that a thread loads its share of
// the row once.
// CHECK: memref.global "private" @[[$MAX:.*]] : memref<{{.*}}xf32, #gpu.address_space<workgroup>> = uninitialized
// CHECK: memref.global "private" @[[$SUM:.*]] : memref<{{.*}}xf32, #gpu.address_space<workgroup>> = uninitialized
// CHECK-LABEL: gpu.func @softmax(
// CHECK-SAME: known_grid_size = array<i32: 48, 1, 1>
func.func private @softmax(%a: tensor<48x4096xf32>) -> tensor<48x4096xf32> attributes {plan.kernel} {
  // CHECK-NOT: scf.for
  // CHECK-COUNT-4: vector.load
  // CHECK-NOT: vector.load
  // CHECK-COUNT-5: gpu.shuffle xor
  // CHECK: memref.get_global @[[$MAX]]
  // CHECK: gpu.barrier
  // CHECK-COUNT-8: memref.load
  // CHECK-NOT: gpu.shuffle
  // CHECK-COUNT-16: math.exp
  // CHECK: memref.get_global @[[$SUM]]
  // CHECK: gpu.barrier
  // CHECK-NOT: gpu.barrier
  // CHECK-NOT: vector.load
  // CHECK-COUNT-4: vector.store
  // CHECK: gpu.return
  %i = arith.constant dense<0xFF800000> : tensor<48xf32>
  %z = arith.constant dense<0.0> : tensor<48xf32>
  %e = tensor.empty() : tensor<48x4096xf32>
  %m = linalg.reduce ins(%a : tensor<48x4096xf32>) outs(%i : tensor<48xf32>) dimensions = [1]
    (%x: f32, %o: f32) {
      %s = arith.maximumf %x, %o : f32
      linalg.yield %s : f32
    }
  %mb = linalg.broadcast ins(%m : tensor<48xf32>) outs(%e : tensor<48x4096xf32>) dimensions = [1]
  %d = arith.subf %a, %mb : tensor<48x4096xf32>
  %x = math.exp %d : tensor<48x4096xf32>
  %t = linalg.reduce ins(%x : tensor<48x4096xf32>) outs(%z : tensor<48xf32>) dimensions = [1]
    (%y: f32, %o: f32) {
      %s = arith.addf %y, %o : f32
      linalg.yield %s : f32
    }
  %tb = linalg.broadcast ins(%t : tensor<48xf32>) outs(%e : tensor<48x4096xf32>) dimensions = [1]
  %r = arith.divf %x, %tb : tensor<48x4096xf32>
  func.return %r : tensor<48x4096xf32>
}

// Tests that rows that threads cannot have equal shares of are gone through in
// loops.
// CHECK-LABEL: gpu.func @uneven(
func.func private @uneven(%a: tensor<48x4100xf32>) -> tensor<48x4100xf32> attributes {plan.kernel} {
  // CHECK: scf.for {{.*}} iter_args
  // CHECK: vector.load
  // CHECK: gpu.barrier
  // CHECK: scf.for
  // CHECK: vector.load
  // CHECK: vector.store
  // CHECK: gpu.return
  %z = arith.constant dense<0.0> : tensor<48xf32>
  %e = tensor.empty() : tensor<48x4100xf32>
  %s = linalg.reduce { arith.addf } ins(%a : tensor<48x4100xf32>) outs(%z : tensor<48xf32>) dimensions = [1]
  %b = linalg.broadcast ins(%s : tensor<48xf32>) outs(%e : tensor<48x4100xf32>) dimensions = [1]
  %r = arith.divf %a, %b : tensor<48x4100xf32>
  func.return %r : tensor<48x4100xf32>
}

// Tests that short rows are computed by warps, without shared memory.
// CHECK-LABEL: gpu.func @short(
// CHECK-SAME: known_grid_size = array<i32: 12, 1, 1>
func.func private @short(%a: tensor<96x40xf32>) -> tensor<96xf32> attributes {plan.kernel} {
  // CHECK-NOT: gpu.barrier
  // CHECK: gpu.shuffle xor
  // CHECK: scf.if
  // CHECK-NEXT: memref.store
  // CHECK: gpu.return
  %z = arith.constant dense<0.0> : tensor<96xf32>
  %1 = linalg.reduce ins(%a : tensor<96x40xf32>) outs(%z : tensor<96xf32>) dimensions = [1]
    (%i: f32, %o: f32) {
      %s = arith.addf %i, %o : f32
      linalg.yield %s : f32
    }
  func.return %1 : tensor<96xf32>
}

// Tests that an operand that lies across goes through a tile in shared memory,
// and that both sides are accessed in lanes.
// CHECK: memref.global "private" @[[$TILE:.*]] : memref<4224xbf16, #gpu.address_space<workgroup>> = uninitialized
// CHECK-LABEL: gpu.func @across(
// CHECK-SAME: known_grid_size = array<i32: 12, 1, 1>
func.func private @across(%a: tensor<2x192x128xbf16>, %b: tensor<2x128x192xbf16>) -> tensor<2x128x192xbf16> attributes {plan.kernel} {
  // CHECK: %[[T:.*]] = memref.get_global @[[$TILE]]
  // CHECK: vector.load %{{.*}} : memref<2x192x128xbf16>, vector<8xbf16>
  // CHECK-COUNT-8: memref.store %{{.*}}, %[[T]]
  // CHECK: gpu.barrier
  // CHECK: memref.load %[[T]]
  // CHECK: vector.load %{{.*}} : memref<2x128x192xbf16>, vector<8xbf16>
  // CHECK: vector.store %{{.*}} : memref<2x128x192xbf16>, vector<8xbf16>
  // CHECK: gpu.return
  %e = tensor.empty() : tensor<2x128x192xbf16>
  %t = linalg.transpose ins(%a : tensor<2x192x128xbf16>) outs(%e : tensor<2x128x192xbf16>) permutation = [0, 2, 1]
  %r = arith.addf %t, %b : tensor<2x128x192xbf16>
  func.return %r : tensor<2x128x192xbf16>
}

// Tests that where order matters, lanes take over from the next ones, and lane 0
// tells all others.
// CHECK-LABEL: gpu.func @ordered(
func.func private @ordered(%a: tensor<96x40xf32>) -> tensor<96xi32> attributes {plan.kernel} {
  // CHECK: gpu.shuffle down
  // CHECK: gpu.shuffle idx
  // CHECK-NOT: gpu.shuffle xor
  // CHECK: gpu.return
  %i0 = arith.constant dense<0xFF800000> : tensor<96xf32>
  %z = arith.constant dense<0> : tensor<96xi32>
  %p = model.iota dimension = 1 : tensor<96x40xi32>
  %m:2 = linalg.reduce ins(%a, %p : tensor<96x40xf32>, tensor<96x40xi32>) outs(%i0, %z : tensor<96xf32>, tensor<96xi32>) dimensions = [1]
    (%x: f32, %i: i32, %y: f32, %j: i32) {
      %c = arith.cmpf ogt, %x, %y : f32
      %v = arith.select %c, %x, %y : f32
      %k = arith.select %c, %i, %j : i32
      linalg.yield %v, %k : f32, i32
    }
  func.return %m#1 : tensor<96xi32>
}
