// Tests that all operations that are not known are reported in one run, each at
// its first place, whether they are written in pretty or in generic form.

// RUN: shard-opt %s --split-input-file --verify-diagnostics --import-stablehlo

func.func public @main(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = stablehlo.negate %x : tensor<4xf32>
  // expected-error @below {{unknown operation 'stablehlo.fft' (2 times)}}
  %1 = stablehlo.fft %0, type = FFT, length = [4] : (tensor<4xf32>) -> tensor<4xf32>
  %2 = stablehlo.fft %1, type = FFT, length = [4] : (tensor<4xf32>) -> tensor<4xf32>
  // expected-error @below {{unknown operation 'stablehlo.sort'}}
  %3 = "stablehlo.sort"(%2) <{dimension = 0 : i64, is_stable = true}> ({
  ^bb0(%a: tensor<f32>, %b: tensor<f32>):
    %5 = stablehlo.compare LT, %a, %b, TOTALORDER : (tensor<f32>, tensor<f32>) -> tensor<i1>
    stablehlo.return %5 : tensor<i1>
  }) : (tensor<4xf32>) -> tensor<4xf32>
  // expected-error @below {{unknown operation 'chlo.digamma'}}
  %4 = chlo.digamma %3 : tensor<4xf32> -> tensor<4xf32>
  return %4 : tensor<4xf32>
}

// -----

func.func public @main(%x: tensor<4xf32>) -> tensor<4xf32> {
  // expected-error @below {{unknown operation 'stablehlo.reverse' (2 times)}}
  %0 = "stablehlo.reverse"(%x) <{dimensions = array<i64: 0>}> : (tensor<4xf32>) -> tensor<4xf32>
  %1 = "stablehlo.reverse"(%0) <{dimensions = array<i64: 0>}> : (tensor<4xf32>) -> tensor<4xf32>
  // expected-error @below {{unknown operation 'chlo.digamma'}}
  %2 = "chlo.digamma"(%1) : (tensor<4xf32>) -> tensor<4xf32>
  return %2 : tensor<4xf32>
}

// -----

// An attribute that is not known.

// expected-error @below {{unknown attribute 'conv'}}
func.func public @main(%x: tensor<4xf32> {a = #stablehlo.conv<[b]>}) -> tensor<4xf32> {
  return %x : tensor<4xf32>
}
