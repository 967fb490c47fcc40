// RUN: shard-opt %s --split-input-file --plan-split-reductions | FileCheck %s

// Tests that rows and the sums of columns of what they read become one kernel,
// in runs of rows, and that what follows from the sums goes to a second one.
// CHECK-LABEL: func.func private @rows_with_sums(
// CHECK-SAME: %[[A:.*]]: tensor<1024x2048xbf16>, %[[G:.*]]: tensor<2048xf32>) -> (tensor<1024x2048xbf16>, tensor<256x2048xf32>) attributes {plan.in_place = [array<i64: 0, 0>], plan.kernel, plan.row_runs}
// CHECK: %[[S:.*]] = linalg.reduce {{.*}} dimensions = [1]
// CHECK: %[[X:.*]] = tensor.expand_shape %{{.*}} {{\[}}[0, 1], [2]] output_shape [4, 256, 2048]
// CHECK: %[[P:.*]] = linalg.reduce ins(%[[X]] : tensor<4x256x2048xf32>) outs(%{{.*}} : tensor<256x2048xf32>) dimensions = [0]
// CHECK: return %{{.*}}, %[[P]]
// CHECK-LABEL: func.func private @rows_with_sums_combine(
// CHECK-SAME: %[[P:.*]]: tensor<256x2048xf32>, %[[B:.*]]: tensor<2048xf32>) -> tensor<2048xf32> attributes {plan.in_place = [array<i64: 0, 1>], plan.kernel}
// CHECK: linalg.reduce ins(%[[P]]
// CHECK-NOT: func private @rows
// CHECK-NOT: func private @sums
// CHECK-LABEL: func.func @caller(
// CHECK-SAME: %[[A:.*]]: tensor<1024x2048xbf16>, %[[G:.*]]: tensor<2048xf32>, %[[B:.*]]: tensor<2048xf32>)
// CHECK: %[[R:.*]]:2 = call @rows_with_sums(%[[A]], %[[G]])
// CHECK: %[[T:.*]] = call @rows_with_sums_combine(%[[R]]#1, %[[B]])
// CHECK: return %[[R]]#0, %[[T]]
func.func private @rows(%a: tensor<1024x2048xbf16>, %g: tensor<2048xf32>) -> tensor<1024x2048xbf16> attributes {plan.kernel, plan.in_place = [array<i64: 0, 0>]} {
  %z = arith.constant dense<0.0> : tensor<1024xf32>
  %e = tensor.empty() : tensor<1024x2048xf32>
  %w = arith.extf %a : tensor<1024x2048xbf16> to tensor<1024x2048xf32>
  %gb = linalg.broadcast ins(%g : tensor<2048xf32>) outs(%e : tensor<1024x2048xf32>) dimensions = [0]
  %x = arith.mulf %w, %gb : tensor<1024x2048xf32>
  %s = linalg.reduce { arith.addf } ins(%x : tensor<1024x2048xf32>) outs(%z : tensor<1024xf32>) dimensions = [1]
  %sb = linalg.broadcast ins(%s : tensor<1024xf32>) outs(%e : tensor<1024x2048xf32>) dimensions = [1]
  %d = arith.subf %x, %sb : tensor<1024x2048xf32>
  %o = arith.truncf %d : tensor<1024x2048xf32> to tensor<1024x2048xbf16>
  func.return %o : tensor<1024x2048xbf16>
}
func.func private @sums(%b: tensor<2048xf32>, %a: tensor<1024x2048xbf16>) -> tensor<2048xf32> attributes {plan.kernel, plan.in_place = [array<i64: 0, 0>]} {
  %z = arith.constant dense<0.0> : tensor<2048xf32>
  %w = arith.extf %a : tensor<1024x2048xbf16> to tensor<1024x2048xf32>
  %c = linalg.reduce { arith.addf } ins(%w : tensor<1024x2048xf32>) outs(%z : tensor<2048xf32>) dimensions = [0]
  %r = arith.addf %c, %b : tensor<2048xf32>
  func.return %r : tensor<2048xf32>
}
func.func @caller(%a: tensor<1024x2048xbf16>, %g: tensor<2048xf32>, %b: tensor<2048xf32>) -> (tensor<1024x2048xbf16>, tensor<2048xf32>) {
  %0 = func.call @sums(%b, %a) : (tensor<2048xf32>, tensor<1024x2048xbf16>) -> tensor<2048xf32>
  %1 = func.call @rows(%a, %g) : (tensor<1024x2048xbf16>, tensor<2048xf32>) -> tensor<1024x2048xbf16>
  func.return %1, %0 : tensor<1024x2048xbf16>, tensor<2048xf32>
}

// -----

// Tests that kernels stay apart where one needs the other.
// CHECK-LABEL: func.func private @rows(
// CHECK-LABEL: func.func private @sums(
// CHECK-LABEL: func.func private @sums_combine(
// CHECK-LABEL: func.func @dependent
// CHECK: call @rows
// CHECK: call @sums
func.func private @rows(%a: tensor<1024x2048xf32>) -> tensor<1024x2048xf32> attributes {plan.kernel} {
  %z = arith.constant dense<0.0> : tensor<1024xf32>
  %e = tensor.empty() : tensor<1024x2048xf32>
  %s = linalg.reduce { arith.addf } ins(%a : tensor<1024x2048xf32>) outs(%z : tensor<1024xf32>) dimensions = [1]
  %sb = linalg.broadcast ins(%s : tensor<1024xf32>) outs(%e : tensor<1024x2048xf32>) dimensions = [1]
  %d = arith.subf %a, %sb : tensor<1024x2048xf32>
  func.return %d : tensor<1024x2048xf32>
}
func.func private @sums(%a: tensor<1024x2048xf32>, %n: tensor<2048xf32>) -> tensor<2048xf32> attributes {plan.kernel} {
  %z = arith.constant dense<0.0> : tensor<2048xf32>
  %c = linalg.reduce { arith.addf } ins(%a : tensor<1024x2048xf32>) outs(%z : tensor<2048xf32>) dimensions = [0]
  %r = arith.addf %c, %n : tensor<2048xf32>
  func.return %r : tensor<2048xf32>
}
func.func private @first_row(%a: tensor<1024x2048xf32>) -> tensor<2048xf32> attributes {plan.kernel} {
  %r = tensor.extract_slice %a[0, 0] [1, 2048] [1, 1] : tensor<1024x2048xf32> to tensor<2048xf32>
  func.return %r : tensor<2048xf32>
}
func.func @dependent(%a: tensor<1024x2048xf32>) -> (tensor<1024x2048xf32>, tensor<2048xf32>) {
  %0 = func.call @rows(%a) : (tensor<1024x2048xf32>) -> tensor<1024x2048xf32>
  %1 = func.call @first_row(%0) : (tensor<1024x2048xf32>) -> tensor<2048xf32>
  %2 = func.call @sums(%a, %1) : (tensor<1024x2048xf32>, tensor<2048xf32>) -> tensor<2048xf32>
  func.return %0, %2 : tensor<1024x2048xf32>, tensor<2048xf32>
}

// -----

// Tests that kernels stay apart that share little, that have few rows, or whose
// rows are too long for registers.
// CHECK-NOT: _with_
func.func private @rows(%a: tensor<1024x2048xf32>) -> tensor<1024x2048xf32> attributes {plan.kernel} {
  %z = arith.constant dense<0.0> : tensor<1024xf32>
  %e = tensor.empty() : tensor<1024x2048xf32>
  %s = linalg.reduce { arith.addf } ins(%a : tensor<1024x2048xf32>) outs(%z : tensor<1024xf32>) dimensions = [1]
  %sb = linalg.broadcast ins(%s : tensor<1024xf32>) outs(%e : tensor<1024x2048xf32>) dimensions = [1]
  %d = arith.subf %a, %sb : tensor<1024x2048xf32>
  func.return %d : tensor<1024x2048xf32>
}
func.func private @two_sums(%a: tensor<1024x2048xf32>, %b: tensor<1024x2048xf32>) -> tensor<2048xf32> attributes {plan.kernel} {
  %z = arith.constant dense<0.0> : tensor<2048xf32>
  %p = arith.mulf %a, %b : tensor<1024x2048xf32>
  %c = linalg.reduce { arith.addf } ins(%p : tensor<1024x2048xf32>) outs(%z : tensor<2048xf32>) dimensions = [0]
  func.return %c : tensor<2048xf32>
}
func.func private @few_rows(%a: tensor<64x2048xf32>) -> tensor<64x2048xf32> attributes {plan.kernel} {
  %z = arith.constant dense<0.0> : tensor<64xf32>
  %e = tensor.empty() : tensor<64x2048xf32>
  %s = linalg.reduce { arith.addf } ins(%a : tensor<64x2048xf32>) outs(%z : tensor<64xf32>) dimensions = [1]
  %sb = linalg.broadcast ins(%s : tensor<64xf32>) outs(%e : tensor<64x2048xf32>) dimensions = [1]
  %d = arith.subf %a, %sb : tensor<64x2048xf32>
  func.return %d : tensor<64x2048xf32>
}
func.func private @few_sums(%a: tensor<64x2048xf32>) -> tensor<2048xf32> attributes {plan.kernel} {
  %z = arith.constant dense<0.0> : tensor<2048xf32>
  %c = linalg.reduce { arith.addf } ins(%a : tensor<64x2048xf32>) outs(%z : tensor<2048xf32>) dimensions = [0]
  func.return %c : tensor<2048xf32>
}
func.func private @long_rows(%a: tensor<1024x65536xf32>) -> tensor<1024x65536xf32> attributes {plan.kernel} {
  %z = arith.constant dense<0.0> : tensor<1024xf32>
  %e = tensor.empty() : tensor<1024x65536xf32>
  %s = linalg.reduce { arith.addf } ins(%a : tensor<1024x65536xf32>) outs(%z : tensor<1024xf32>) dimensions = [1]
  %sb = linalg.broadcast ins(%s : tensor<1024xf32>) outs(%e : tensor<1024x65536xf32>) dimensions = [1]
  %d = arith.subf %a, %sb : tensor<1024x65536xf32>
  func.return %d : tensor<1024x65536xf32>
}
func.func private @long_sums(%a: tensor<1024x65536xf32>) -> tensor<65536xf32> attributes {plan.kernel} {
  %z = arith.constant dense<0.0> : tensor<65536xf32>
  %c = linalg.reduce { arith.addf } ins(%a : tensor<1024x65536xf32>) outs(%z : tensor<65536xf32>) dimensions = [0]
  func.return %c : tensor<65536xf32>
}
func.func @apart(%a: tensor<1024x2048xf32>, %b: tensor<1024x2048xf32>, %c: tensor<64x2048xf32>, %d: tensor<1024x65536xf32>) -> (tensor<1024x2048xf32>, tensor<2048xf32>, tensor<64x2048xf32>, tensor<2048xf32>, tensor<1024x65536xf32>, tensor<65536xf32>) {
  %0 = func.call @rows(%a) : (tensor<1024x2048xf32>) -> tensor<1024x2048xf32>
  %1 = func.call @two_sums(%a, %b) : (tensor<1024x2048xf32>, tensor<1024x2048xf32>) -> tensor<2048xf32>
  %2 = func.call @few_rows(%c) : (tensor<64x2048xf32>) -> tensor<64x2048xf32>
  %3 = func.call @few_sums(%c) : (tensor<64x2048xf32>) -> tensor<2048xf32>
  %4 = func.call @long_rows(%d) : (tensor<1024x65536xf32>) -> tensor<1024x65536xf32>
  %5 = func.call @long_sums(%d) : (tensor<1024x65536xf32>) -> tensor<65536xf32>
  func.return %0, %1, %2, %3, %4, %5 : tensor<1024x2048xf32>, tensor<2048xf32>, tensor<64x2048xf32>, tensor<2048xf32>, tensor<1024x65536xf32>, tensor<65536xf32>
}
