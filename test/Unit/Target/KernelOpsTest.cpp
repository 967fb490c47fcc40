//===- KernelOpsTest.cpp - Tests of single operations in kernels ----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "KernelTestUtils.h"
#include <cmath>

using namespace mlir::shardwise;
using Floats = std::vector<float>;
using Ints = std::vector<int32_t>;
using Bytes = std::vector<int8_t>;

/// A kernel @k with one pointwise operation on a vector of floats.
static std::string unary(llvm::StringRef op, size_t size) {
  std::string type = "tensor<" + std::to_string(size) + "xf32>";
  return ("func.func private @k(%a: " + type + ") -> " + type +
          " attributes {plan.kernel} { %0 = " + op + " %a : " + type +
          " func.return %0 : " + type + " }")
      .str();
}

// Tests that functions are within a relative 1e-6 of the double ones, where
// the result is a normal float, and right at infinities and NaN.
TEST(KernelOpsTest, Functions) {
  struct Case {
    const char *op;
    double (*want)(double);
    float low, high;
  };
  Case cases[] = {
      {"math.exp", std::exp, -87, 88},
      {"math.log", std::log, 1e-30f, 1e30f},
      {"math.tanh", std::tanh, -9, 9},
      {"math.erf", std::erf, -4, 4},
      {"math.erfc", std::erfc, -3, 9},
      {"math.log1p", std::log1p, -0.99f, 100},
      {"math.expm1", std::expm1, -20, 80},
      {"math.sqrt", std::sqrt, 0, 1e20f},
      {"math.sin", std::sin, -100, 100},
      {"math.cos", std::cos, -100, 100},
  };
  const size_t size = 20011;
  for (const Case &c : cases) {
    Kernels kernels(unary(c.op, size));
    Floats a(size), r(size);
    for (size_t i = 0; i < size; ++i) {
      double t = double(i) / (size - 1);
      a[i] = c.low > 0 ? c.low * std::pow(double(c.high) / c.low, t)
                       : c.low + (double(c.high) - c.low) * t;
      if (i % 7 == 3 && c.low < 0)
        a[i] = (i % 2 ? 1 : -1) * std::pow(10.0, -6.0 * t) *
               std::min(0.9f, c.high);
    }
    kernels.call("k", 0, a, r);
    double worst = 0;
    float at = 0;
    for (size_t i = 0; i < size; ++i) {
      double want = c.want(a[i]);
      if (std::abs(want) < 1e-37)
        continue;
      double error = std::abs(r[i] - want) / std::abs(want);
      // Around the zeros of sin and cos the argument's own rounding counts.
      if (std::abs(want) < 1e-3 && std::abs(a[i]) > 1)
        error = std::abs(r[i] - want);
      if (!(error <= worst)) {
        worst = error;
        at = a[i];
      }
    }
    EXPECT_LE(worst, 1e-6) << c.op << " at " << at;
    Floats special{INFINITY, -INFINITY, NAN, 0};
    std::copy(special.begin(), special.end(), a.begin());
    kernels.call("k", 0, a, r);
    for (size_t i = 0; i < special.size(); ++i) {
      float want = c.want(special[i]);
      EXPECT_TRUE(std::isnan(want) ? std::isnan(r[i]) : r[i] == want)
          << c.op << " of " << special[i] << " is " << r[i];
    }
  }
}

// Tests that integer division by zero and its overflow do not trap, and give
// the quotient -1, the dividend as remainder.
TEST(KernelOpsTest, Division) {
  Kernels kernels(R"(
    func.func private @k(%a: tensor<5xi32>, %b: tensor<5xi32>) -> (tensor<5xi32>, tensor<5xi32>) attributes {plan.kernel} {
      %0 = arith.divsi %a, %b : tensor<5xi32>
      %1 = arith.remsi %a, %b : tensor<5xi32>
      func.return %0, %1 : tensor<5xi32>, tensor<5xi32>
    })");
  Ints a{7, -7, 5, INT32_MIN, 0}, b{2, 2, 0, -1, 0}, q(5), r(5);
  kernels.call("k", 0, a, b, q, r);
  EXPECT_EQ(q, (Ints{3, -3, -1, INT32_MIN, -1}));
  EXPECT_EQ(r, (Ints{1, -1, 5, 0, 0}));
}

// Tests a transpose, a slice with a stride, padding and concatenation.
TEST(KernelOpsTest, Moves) {
  Kernels kernels(R"(
    func.func private @k(%a: tensor<5x7xf32>) -> (tensor<7x5xf32>, tensor<2x3xf32>, tensor<8x8xf32>, tensor<5x9xf32>) attributes {plan.kernel} {
      %e = tensor.empty() : tensor<7x5xf32>
      %t = linalg.transpose ins(%a : tensor<5x7xf32>) outs(%e : tensor<7x5xf32>) permutation = [1, 0]
      %s = tensor.extract_slice %a[1, 2] [2, 3] [2, 1] : tensor<5x7xf32> to tensor<2x3xf32>
      %c = arith.constant -1.0 : f32
      %p = tensor.pad %a low[1, 0] high[2, 1] {
      ^bb0(%i: index, %j: index):
        tensor.yield %c : f32
      } : tensor<5x7xf32> to tensor<8x8xf32>
      %s2 = tensor.extract_slice %a[0, 3] [5, 2] [1, 1] : tensor<5x7xf32> to tensor<5x2xf32>
      %n = arith.negf %s2 : tensor<5x2xf32>
      %cc = tensor.concat dim(1) %n, %a : (tensor<5x2xf32>, tensor<5x7xf32>) -> tensor<5x9xf32>
      func.return %t, %s, %p, %cc : tensor<7x5xf32>, tensor<2x3xf32>, tensor<8x8xf32>, tensor<5x9xf32>
    })");
  Floats a = numbers(35), t(35), s(6), p(64), c(45);
  kernels.call("k", 0, a, t, s, p, c);
  for (int i = 0; i < 7; ++i)
    for (int j = 0; j < 5; ++j)
      EXPECT_EQ(t[i * 5 + j], a[j * 7 + i]);
  for (int i = 0; i < 2; ++i)
    for (int j = 0; j < 3; ++j)
      EXPECT_EQ(s[i * 3 + j], a[(1 + 2 * i) * 7 + 2 + j]);
  for (int i = 0; i < 8; ++i)
    for (int j = 0; j < 8; ++j)
      EXPECT_EQ(p[i * 8 + j],
                i >= 1 && i < 6 && j < 7 ? a[(i - 1) * 7 + j] : -1);
  for (int i = 0; i < 5; ++i)
    for (int j = 0; j < 9; ++j)
      EXPECT_EQ(c[i * 9 + j], j < 2 ? -a[i * 7 + 3 + j] : a[i * 7 + j - 2]);
}

// Tests that reshapes are followed inside of a kernel, in both directions.
TEST(KernelOpsTest, Reshapes) {
  Kernels kernels(R"(
    func.func private @k(%a: tensor<6x4xf32>, %b: tensor<12xf32>) -> (tensor<12x2xf32>, tensor<3x1x4xf32>) attributes {plan.kernel} {
      %n = arith.negf %a : tensor<6x4xf32>
      %x = tensor.expand_shape %n [[0, 1], [2, 3]] output_shape [3, 2, 2, 2] : tensor<6x4xf32> into tensor<3x2x2x2xf32>
      %c = tensor.collapse_shape %x [[0, 1, 2], [3]] : tensor<3x2x2x2xf32> into tensor<12x2xf32>
      %m = arith.negf %b : tensor<12xf32>
      %y = tensor.expand_shape %m [[0, 1, 2]] output_shape [3, 1, 4] : tensor<12xf32> into tensor<3x1x4xf32>
      func.return %c, %y : tensor<12x2xf32>, tensor<3x1x4xf32>
    })");
  Floats a = numbers(24), b = numbers(12), c(24), y(12);
  kernels.call("k", 0, a, b, c, y);
  for (int i = 0; i < 24; ++i)
    EXPECT_EQ(c[i], -a[i]);
  for (int i = 0; i < 12; ++i)
    EXPECT_EQ(y[i], -b[i]);
}

// Tests counting with the offset of a device, and positions on mesh axes.
TEST(KernelOpsTest, IotaAndAxisIndex) {
  Kernels kernels(R"(
    #mesh = #dist.mesh<"data" = 2, "model" = 4>
    func.func private @k() -> (tensor<2x3xi32>, tensor<3xf32>) attributes {plan.kernel} {
      %i = dist.axis_index #dist.axes<#mesh, ["model"]>
      %c3 = arith.constant 3 : index
      %o = arith.muli %i, %c3 : index
      %0 = model.iota dimension = 1 offset %o : tensor<2x3xi32>
      %1 = model.iota dimension = 0 : tensor<3xf32>
      func.return %0, %1 : tensor<2x3xi32>, tensor<3xf32>
    })");
  Ints r(6);
  Floats f(3);
  kernels.call("k", 6, r, f);
  EXPECT_EQ(r, (Ints{6, 7, 8, 6, 7, 8}));
  EXPECT_EQ(f, (Floats{0, 1, 2}));
}

// Tests that a gather clamps, and that the parts of a split table give zeros
// for the rows that they do not have.
TEST(KernelOpsTest, Gather) {
  Kernels kernels(R"(
    func.func private @whole(%t: tensor<4x3xf32>, %i: tensor<5x1xi32>) -> tensor<5x3xf32> attributes {plan.kernel} {
      %r = model.gather %t[%i] {offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 0>, start_index_map = array<i64: 0>, slice_sizes = array<i64: 1, 3>} : tensor<4x3xf32>, tensor<5x1xi32> -> tensor<5x3xf32>
      func.return %r : tensor<5x3xf32>
    }
    func.func private @part(%t: tensor<2x3xf32>, %i: tensor<5x1xi32>) -> tensor<5x3xf32> attributes {plan.kernel} {
      %x = dist.axis_index #dist.axes<#dist.mesh<"x" = 2>, ["x"]>
      %c2 = arith.constant 2 : index
      %l = arith.muli %x, %c2 : index
      %r = model.gather %t[%i] from %l {offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 0>, start_index_map = array<i64: 0>, slice_sizes = array<i64: 1, 3>, bounds = array<i64: 4>} : tensor<2x3xf32>, tensor<5x1xi32> -> tensor<5x3xf32>
      func.return %r : tensor<5x3xf32>
    })");
  Floats t = numbers(12), r(15), sum(15), want(15);
  Ints ids{2, -5, 3, 100, 1};
  for (int i = 0; i < 15; ++i)
    want[i] = t[std::min(std::max(ids[i / 3], 0), 3) * 3 + i % 3];
  kernels.call("whole", 0, t, ids, r);
  EXPECT_EQ(r, want);
  for (int device = 0; device < 2; ++device) {
    Floats part(t.begin() + device * 6, t.begin() + device * 6 + 6);
    kernels.call("part", device, part, ids, r);
    for (int i = 0; i < 15; ++i)
      sum[i] += r[i];
  }
  EXPECT_EQ(sum, want);
}

// Tests that a scatter adds repeated rows and drops what lies outside, in the
// whole and in parts.
TEST(KernelOpsTest, Scatter) {
  Kernels kernels(R"(
    func.func private @k(%i: tensor<5x1xi32>, %u: tensor<5x3xf32>) -> tensor<2x3xf32> attributes {plan.kernel} {
      %z = arith.constant dense<1.0> : tensor<2x3xf32>
      %x = dist.axis_index #dist.axes<#dist.mesh<"x" = 2>, ["x"]>
      %c2 = arith.constant 2 : index
      %l = arith.muli %x, %c2 : index
      %r = model.scatter add %u into %z[%i] from %l {update_window_dims = array<i64: 1>, inserted_window_dims = array<i64: 0>, scatter_dims_to_operand_dims = array<i64: 0>} : tensor<5x3xf32>, tensor<5x1xi32> -> tensor<2x3xf32>
      func.return %r : tensor<2x3xf32>
    })");
  Floats u = numbers(15);
  Ints ids{2, -5, 3, 2, 1};
  for (int device = 0; device < 2; ++device) {
    Floats r(6), want(6, 1);
    for (int i = 0; i < 15; ++i) {
      int row = ids[i / 3] - 2 * device;
      if (row >= 0 && row < 2)
        want[row * 3 + i % 3] += u[i];
    }
    kernels.call("k", device, ids, u, r);
    expectNear(r, want);
  }
}

/// The nearest bfloat16, ties to even.
static uint16_t toBF16(float value) {
  uint32_t bits;
  memcpy(&bits, &value, 4);
  return (bits + 0x7fff + (bits >> 16 & 1)) >> 16;
}
static float fromBF16(uint16_t value) {
  uint32_t bits = uint32_t(value) << 16;
  float result;
  memcpy(&result, &bits, 4);
  return result;
}

// Tests that bfloat16 is rounded after every operation, and summed in f32.
TEST(KernelOpsTest, BFloat16) {
  Kernels kernels(R"(
    func.func private @k(%a: tensor<9x21xbf16>, %b: tensor<9x21xbf16>) -> (tensor<9x21xbf16>, tensor<9xbf16>, tensor<21xbf16>) attributes {plan.kernel} {
      %p = arith.mulf %a, %b : tensor<9x21xbf16>
      %s = arith.addf %p, %a : tensor<9x21xbf16>
      %z = arith.constant dense<0.0> : tensor<9xbf16>
      %r = linalg.reduce ins(%s : tensor<9x21xbf16>) outs(%z : tensor<9xbf16>) dimensions = [1]
        (%i: bf16, %o: bf16) { %x = arith.addf %i, %o : bf16
          linalg.yield %x : bf16 }
      %z2 = arith.constant dense<0.0> : tensor<21xbf16>
      %c = linalg.reduce ins(%s : tensor<9x21xbf16>) outs(%z2 : tensor<21xbf16>) dimensions = [0]
        (%i: bf16, %o: bf16) { %x = arith.addf %i, %o : bf16
          linalg.yield %x : bf16 }
      func.return %s, %r, %c : tensor<9x21xbf16>, tensor<9xbf16>, tensor<21xbf16>
    })");
  std::vector<uint16_t> a, b, s(189), want(189), r(9), c(21);
  for (float v : numbers(189))
    a.push_back(toBF16(v));
  for (float v : numbers(189, 3, 1))
    b.push_back(toBF16(v));
  Floats rows(9), columns(21);
  for (int i = 0; i < 189; ++i) {
    float product = fromBF16(toBF16(fromBF16(a[i]) * fromBF16(b[i])));
    want[i] = toBF16(product + fromBF16(a[i]));
    rows[i / 21] += fromBF16(want[i]);
    columns[i % 21] += fromBF16(want[i]);
  }
  kernels.call("k", 0, a, b, s, r, c);
  EXPECT_EQ(s, want);
  for (int i = 0; i < 9; ++i)
    EXPECT_NEAR(fromBF16(r[i]), rows[i], std::abs(rows[i]) / 128 + 1e-5);
  for (int i = 0; i < 21; ++i)
    EXPECT_NEAR(fromBF16(c[i]), columns[i], std::abs(columns[i]) / 128 + 1e-5);
}

// Tests that truth values are bytes of 0 or 1, and narrow and wide integers.
TEST(KernelOpsTest, Types) {
  Kernels kernels(R"(
    func.func private @k(%a: tensor<37xi32>, %m: tensor<37xi1>, %b: tensor<37xi8>) -> (tensor<37xi1>, tensor<37xi8>, tensor<37xi64>, tensor<i1>) attributes {plan.kernel} {
      %z = arith.constant dense<0> : tensor<37xi32>
      %p = arith.cmpi sgt, %a, %z : tensor<37xi32>
      %q = arith.andi %p, %m : tensor<37xi1>
      %s = arith.addi %b, %b : tensor<37xi8>
      %w = arith.extsi %a : tensor<37xi32> to tensor<37xi64>
      %t = arith.constant dense<true> : tensor<i1>
      %all = linalg.reduce ins(%p : tensor<37xi1>) outs(%t : tensor<i1>) dimensions = [0]
        (%i: i1, %o: i1) { %x = arith.andi %i, %o : i1
          linalg.yield %x : i1 }
      func.return %q, %s, %w, %all : tensor<37xi1>, tensor<37xi8>, tensor<37xi64>, tensor<i1>
    })");
  Ints a(37);
  Bytes m(37), b(37), q(37), s(37), all(1, 5), wantQ, wantS;
  std::vector<int64_t> w(37), wantW;
  for (int i = 0; i < 37; ++i) {
    a[i] = i % 5 - 2;
    m[i] = i % 3 == 0;
    b[i] = 7 * i;
    wantQ.push_back(a[i] > 0 && m[i]);
    wantS.push_back(int8_t(2 * b[i]));
    wantW.push_back(a[i]);
  }
  kernels.call("k", 0, a, m, b, q, s, w, all);
  EXPECT_EQ(q, wantQ);
  EXPECT_EQ(s, wantS);
  EXPECT_EQ(w, wantW);
  EXPECT_EQ(all[0], 0);
}

// Tests that a maximum passes NaN on, along rows and columns.
TEST(KernelOpsTest, MaximumOfNaN) {
  Kernels kernels(R"(
    func.func private @k(%a: tensor<3x37xf32>) -> tensor<3xf32> attributes {plan.kernel} {
      %n = arith.constant dense<0xFF800000> : tensor<3xf32>
      %r = linalg.reduce ins(%a : tensor<3x37xf32>) outs(%n : tensor<3xf32>) dimensions = [1]
        (%i: f32, %o: f32) { %x = arith.maximumf %i, %o : f32
          linalg.yield %x : f32 }
      func.return %r : tensor<3xf32>
    })");
  Floats a = numbers(111), r(3);
  a[40] = NAN;
  a[80] = INFINITY;
  kernels.call("k", 0, a, r);
  EXPECT_EQ(r[0], *std::max_element(a.begin(), a.begin() + 37));
  EXPECT_TRUE(std::isnan(r[1]));
  EXPECT_EQ(r[2], INFINITY);
}

// Tests a reduction with two results: where the largest element is, the first
// of equal ones.
TEST(KernelOpsTest, ArgMax) {
  Kernels kernels(R"(
    func.func private @k(%a: tensor<3x19xf32>) -> (tensor<3xf32>, tensor<3xi32>) attributes {plan.kernel} {
      %i = model.iota dimension = 1 : tensor<3x19xi32>
      %n = arith.constant dense<0xFF800000> : tensor<3xf32>
      %z = arith.constant dense<0> : tensor<3xi32>
      %v, %p = linalg.reduce ins(%a, %i : tensor<3x19xf32>, tensor<3x19xi32>) outs(%n, %z : tensor<3xf32>, tensor<3xi32>) dimensions = [1]
        (%x: f32, %xi: i32, %o: f32, %oi: i32) {
          %c = arith.cmpf ogt, %x, %o : f32
          %m = arith.select %c, %x, %o : f32
          %k = arith.select %c, %xi, %oi : i32
          linalg.yield %m, %k : f32, i32
        }
      func.return %v, %p : tensor<3xf32>, tensor<3xi32>
    })");
  Floats a = numbers(57), v(3);
  a[5] = a[9] = 7;
  Ints p(3);
  kernels.call("k", 0, a, v, p);
  EXPECT_EQ(p[0], 5);
  for (int i = 0; i < 3; ++i) {
    auto row = a.begin() + 19 * i;
    EXPECT_EQ(p[i], std::max_element(row, row + 19) - row);
    EXPECT_EQ(v[i], *std::max_element(row, row + 19));
  }
}

// Tests tables of constants, and that a result may be written over an argument.
TEST(KernelOpsTest, TablesAndInPlace) {
  Kernels kernels(R"(
    func.func private @k(%a: tensor<2x40xf32>, %b: tensor<2x40xf32>) -> (tensor<2x40xf32>, tensor<2x40xf32>) attributes {plan.kernel} {
      %t = arith.constant dense<[10.0, 20.0]> : tensor<2xf32>
      %e = tensor.empty() : tensor<2x40xf32>
      %tb = linalg.broadcast ins(%t : tensor<2xf32>) outs(%e : tensor<2x40xf32>) dimensions = [1]
      %0 = arith.addf %a, %b : tensor<2x40xf32>
      %1 = arith.mulf %a, %tb : tensor<2x40xf32>
      func.return %0, %1 : tensor<2x40xf32>, tensor<2x40xf32>
    })");
  Floats a = numbers(80), b = numbers(80, 1, 5), sum(80), scaled(80);
  for (int i = 0; i < 80; ++i) {
    sum[i] = a[i] + b[i];
    scaled[i] = a[i] * (i < 40 ? 10 : 20);
  }
  kernels.call("k", 0, a, b, a, b);
  EXPECT_EQ(a, sum);
  EXPECT_EQ(b, scaled);
}
