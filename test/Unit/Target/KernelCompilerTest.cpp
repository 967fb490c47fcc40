//===- KernelCompilerTest.cpp - Tests that kernels compute what they say --===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "KernelTestUtils.h"
#include <cmath>

using namespace mlir::shardwise;
using Floats = std::vector<float>;

// Tests that a chain of pointwise operations over sizes that vectors do not
// divide gives the same as a loop, and that several results come out together.
TEST(KernelCompilerTest, Pointwise) {
  Kernels kernels(R"(
    func.func private @k(%a: tensor<3x7x5xf32>, %b: tensor<3x7x5xf32>, %s: tensor<f32>)
        -> (tensor<3x7x5xf32>, tensor<3x7x5xf32>) attributes {plan.kernel} {
      %c = arith.constant dense<0.5> : tensor<3x7x5xf32>
      %e = tensor.empty() : tensor<3x7x5xf32>
      %sb = linalg.broadcast ins(%s : tensor<f32>) outs(%e : tensor<3x7x5xf32>) dimensions = [0, 1, 2]
      %0 = arith.mulf %a, %c : tensor<3x7x5xf32>
      %1 = arith.addf %0, %b : tensor<3x7x5xf32>
      %2 = arith.mulf %1, %sb : tensor<3x7x5xf32>
      %3 = math.exp %1 : tensor<3x7x5xf32>
      func.return %2, %3 : tensor<3x7x5xf32>, tensor<3x7x5xf32>
    })");
  Floats a = numbers(105), b = numbers(105, 2, 1), s{3}, r(105), e(105);
  Floats wantR(105), wantE(105);
  for (int i = 0; i < 105; ++i) {
    float sum = a[i] * 0.5f + b[i];
    wantR[i] = sum * 3;
    wantE[i] = std::exp(sum);
  }
  kernels.call("k", 0, a, b, s, r, e);
  expectNear(r, wantR);
  expectNear(e, wantE);
}

// Tests reductions of the fastest, the slowest, an inner and all dimensions.
TEST(KernelCompilerTest, Reductions) {
  Kernels kernels(R"(
    func.func private @rows(%a: tensor<5x37xf32>) -> tensor<5xf32> attributes {plan.kernel} {
      %z = arith.constant dense<0.0> : tensor<5xf32>
      %m = arith.mulf %a, %a : tensor<5x37xf32>
      %r = linalg.reduce ins(%m : tensor<5x37xf32>) outs(%z : tensor<5xf32>) dimensions = [1]
        (%i: f32, %o: f32) { %s = arith.addf %i, %o : f32
          linalg.yield %s : f32 }
      func.return %r : tensor<5xf32>
    }
    func.func private @columns(%a: tensor<6x3x700xf32>) -> (tensor<700xf32>, tensor<700xf32>) attributes {plan.kernel} {
      %z = arith.constant dense<0.0> : tensor<700xf32>
      %n = arith.constant dense<0xFF800000> : tensor<700xf32>
      %h = arith.constant dense<0.5> : tensor<700xf32>
      %r = linalg.reduce ins(%a : tensor<6x3x700xf32>) outs(%z : tensor<700xf32>) dimensions = [0, 1]
        (%i: f32, %o: f32) { %s = arith.addf %i, %o : f32
          linalg.yield %s : f32 }
      %x = linalg.reduce ins(%a : tensor<6x3x700xf32>) outs(%n : tensor<700xf32>) dimensions = [0, 1]
        (%i: f32, %o: f32) { %s = arith.maximumf %i, %o : f32
          linalg.yield %s : f32 }
      %m = arith.mulf %r, %h : tensor<700xf32>
      func.return %m, %x : tensor<700xf32>, tensor<700xf32>
    }
    func.func private @inner(%a: tensor<3x5x4xf32>) -> tensor<3x4xf32> attributes {plan.kernel} {
      %z = arith.constant dense<1.0> : tensor<3x4xf32>
      %r = linalg.reduce ins(%a : tensor<3x5x4xf32>) outs(%z : tensor<3x4xf32>) dimensions = [1]
        (%i: f32, %o: f32) { %s = arith.mulf %i, %o : f32
          linalg.yield %s : f32 }
      func.return %r : tensor<3x4xf32>
    }
    func.func private @all(%a: tensor<7x33xf32>) -> (tensor<f32>, tensor<7x33xf32>) attributes {plan.kernel} {
      %z = arith.constant dense<2.0> : tensor<f32>
      %e = math.exp %a : tensor<7x33xf32>
      %r = linalg.reduce ins(%e : tensor<7x33xf32>) outs(%z : tensor<f32>) dimensions = [0, 1]
        (%i: f32, %o: f32) { %s = arith.addf %i, %o : f32
          linalg.yield %s : f32 }
      func.return %r, %e : tensor<f32>, tensor<7x33xf32>
    })");
  Floats a = numbers(5 * 37), rows(5), wantRows(5);
  for (int i = 0; i < 5 * 37; ++i)
    wantRows[i / 37] += a[i] * a[i];
  kernels.call("rows", 0, a, rows);
  expectNear(rows, wantRows);

  a = numbers(18 * 700);
  Floats sums(700), maxima(700), wantSums(700), wantMaxima(700, -INFINITY);
  for (int i = 0; i < 18 * 700; ++i) {
    wantSums[i % 700] += a[i] / 2;
    wantMaxima[i % 700] = std::max(wantMaxima[i % 700], a[i]);
  }
  kernels.call("columns", 0, a, sums, maxima);
  expectNear(sums, wantSums, 1e-5);
  expectNear(maxima, wantMaxima);

  a = numbers(60);
  Floats inner(12), wantInner(12, 1);
  for (int i = 0; i < 60; ++i)
    wantInner[i / 20 * 4 + i % 4] *= a[i];
  kernels.call("inner", 0, a, inner);
  expectNear(inner, wantInner);

  a = numbers(231);
  Floats sum(1), exps(231), wantSum{2}, wantExps(231);
  for (int i = 0; i < 231; ++i)
    wantSum[0] += wantExps[i] = std::exp(a[i]);
  kernels.call("all", 0, a, sum, exps);
  expectNear(sum, wantSum, 1e-5);
  expectNear(exps, wantExps);
}
