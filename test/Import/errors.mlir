// Tests what is said of operations that are known, but not in this form.

// RUN: shard-opt %s --split-input-file --verify-diagnostics --import-stablehlo

func.func public @main(%x: tensor<2xf32>) -> tensor<2xi1> {
  // expected-error @below {{compares 'f32' as TOTALORDER, only FLOAT is supported}}
  %0 = stablehlo.compare LT, %x, %x, TOTALORDER : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xi1>
  return %0 : tensor<2xi1>
}

// -----

// expected-error @below {{found type 'tensor<?xf32>', but dynamic shapes are not supported}}
func.func public @main(%x: tensor<?xf32>) -> tensor<?xf32> {
  return %x : tensor<?xf32>
}

// -----

// expected-error @below {{found type 'tensor<2xcomplex<f32>>', but only integers and floats are supported as elements}}
func.func public @main(%x: tensor<2xcomplex<f32>>) -> tensor<2xcomplex<f32>> {
  return %x : tensor<2xcomplex<f32>>
}

// -----

func.func public @main(%x: tensor<2xf32>) -> tensor<2xf32> {
  // expected-error @below {{has target "cu_softmax", which is not supported}}
  %0 = stablehlo.custom_call @cu_softmax(%x) : (tensor<2xf32>) -> tensor<2xf32>
  return %0 : tensor<2xf32>
}

// -----

func.func public @main(%x: tensor<2xf32>) -> tensor<2xf32> {
  %0 = stablehlo.constant dense<0.0> : tensor<f32>
  // expected-error @below {{pads dimension 0 by -1 interior}}
  %1 = stablehlo.pad %x, %0, low = [0], high = [1], interior = [-1] : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
  return %1 : tensor<2xf32>
}

// -----

func.func public @main(%x: tensor<2xf32>) -> tensor<1xf32> {
  %0 = stablehlo.constant dense<0.0> : tensor<f32>
  // expected-error @below {{pads dimension 0 of size 2 by 2 low and -3 high}}
  %1 = stablehlo.pad %x, %0, low = [2], high = [-3], interior = [0] : (tensor<2xf32>, tensor<f32>) -> tensor<1xf32>
  return %1 : tensor<1xf32>
}

// -----

func.func public @main(%x: tensor<2xf32>) -> tensor<3xf32> {
  // expected-error @below {{broadcasts dimension 0 of size 2 to size 3}}
  %0 = stablehlo.broadcast_in_dim %x, dims = [0] : (tensor<2xf32>) -> tensor<3xf32>
  return %0 : tensor<3xf32>
}

// -----

func.func public @main(%x: tensor<2xui32>) -> tensor<2xui32> {
  // expected-error @below {{does not support element type 'ui32'}}
  %0 = stablehlo.power %x, %x : tensor<2xui32>
  return %0 : tensor<2xui32>
}

// -----

func.func public @main(%x: tensor<2xf32>, %y: tensor<3xf32>) -> tensor<2xf32> {
  // expected-error @below {{has operands of types 'tensor<2xf32>' and 'tensor<3xf32>'}}
  %0 = "stablehlo.add"(%x, %y) : (tensor<2xf32>, tensor<3xf32>) -> tensor<2xf32>
  return %0 : tensor<2xf32>
}

// -----

func.func public @main(%x: tensor<2xf32>) -> tensor<2xf32> {
  // expected-error @below {{has 1 operands, expected 2}}
  %0 = "stablehlo.add"(%x) : (tensor<2xf32>) -> tensor<2xf32>
  return %0 : tensor<2xf32>
}

// -----

func.func public @main(%x: tensor<2xf32>) -> tensor<3xf32> {
  // expected-error @below {{has result type 'tensor<3xf32>', expected 'tensor<2xf32>'}}
  %0 = "stablehlo.negate"(%x) : (tensor<2xf32>) -> tensor<3xf32>
  return %0 : tensor<3xf32>
}

// -----

func.func public @main(%x: tensor<2x3xf32>, %y: tensor<4x5xf32>) -> tensor<2x5xf32> {
  // expected-error @below {{pairs contracting dimension 1 of size 3 with dimension 0 of size 4}}
  %0 = stablehlo.dot_general %x, %y, contracting_dims = [1] x [0] : (tensor<2x3xf32>, tensor<4x5xf32>) -> tensor<2x5xf32>
  return %0 : tensor<2x5xf32>
}

// -----

func.func public @main(%x: tensor<2xf32>) -> tensor<2xf32> {
  %0 = func.call @main(%x) : (tensor<2xf32>) -> tensor<2xf32>
  return %0 : tensor<2xf32>
}
// expected-error @-3 {{calls @main recursively}}
// expected-note @-5 {{function defined here}}

// -----

// expected-error @below {{argument 0 is donated without a result that takes its buffer; only a manifest can say which result is its next value}}
func.func public @main(%x: tensor<2xf32> {jax.buffer_donor = true}) -> tensor<2xf32> {
  return %x : tensor<2xf32>
}

// -----

// expected-error @below {{expects an entry function 'main'}}
module {
}

// -----

// expected-error @below {{entry function 'main' has no body of one block that ends with func.return}}
func.func public @main(%x: tensor<2xf32>) -> tensor<2xf32> {
  %0 = stablehlo.negate %x : tensor<2xf32>
}

// -----

func.func public @main(%x: tensor<2xf32>) -> tensor<2xf32> {
  // expected-error @below {{calls a function without a body of one block that ends with func.return}}
  %0 = func.call @f(%x) : (tensor<2xf32>) -> tensor<2xf32>
  return %0 : tensor<2xf32>
}
func.func private @f(tensor<2xf32>) -> tensor<2xf32>
