// RUN: shard-opt %s -split-input-file -verify-diagnostics

// Tests every constraint of attention and its gradient; the name of a function
// ends in the constraint's number.

func.func @attention_c1(%q: tensor<2x6x4x8xf32>, %k: tensor<2x5x8xf32>, %v: tensor<2x5x4x8xf32>) {
  // expected-error@+1 {{'model.attention' op has an operand of type 'tensor<2x5x8xf32>', expected rank 4}}
  %o, %s = model.attention %q, %k, %v scale 1.0 : (tensor<2x6x4x8xf32>, tensor<2x5x8xf32>, tensor<2x5x4x8xf32>) -> (tensor<2x6x4x8xf32>, tensor<2x4x6xf32>)
  return
}

// -----

func.func @attention_c1_statistics(%q: tensor<2x6x4x8xf32>, %k: tensor<2x5x4x8xf32>, %v: tensor<2x5x4x8xf32>) {
  // expected-error@+1 {{'model.attention' op has statistics of type 'tensor<2x4xf32>', expected 'tensor<2x4x6xf32>'}}
  %o, %s = model.attention %q, %k, %v scale 1.0 : (tensor<2x6x4x8xf32>, tensor<2x5x4x8xf32>, tensor<2x5x4x8xf32>) -> (tensor<2x6x4x8xf32>, tensor<2x4xf32>)
  return
}

// -----

func.func @attention_c2(%q: tensor<2x6x4x8xf32>, %k: tensor<2x5x4x8xbf16>, %v: tensor<2x5x4x8xf32>) {
  // expected-error@+1 {{'model.attention' op has query, key and value of 'f32', 'bf16' and 'f32', expected one float type}}
  %o, %s = model.attention %q, %k, %v scale 1.0 : (tensor<2x6x4x8xf32>, tensor<2x5x4x8xbf16>, tensor<2x5x4x8xf32>) -> (tensor<2x6x4x8xf32>, tensor<2x4x6xf32>)
  return
}

// -----

func.func @attention_c2_integers(%q: tensor<2x6x4x8xi32>, %k: tensor<2x5x4x8xi32>, %v: tensor<2x5x4x8xi32>) {
  // expected-error@+1 {{'model.attention' op has query, key and value of 'i32', 'i32' and 'i32', expected one float type}}
  %o, %s = model.attention %q, %k, %v scale 1.0 : (tensor<2x6x4x8xi32>, tensor<2x5x4x8xi32>, tensor<2x5x4x8xi32>) -> (tensor<2x6x4x8xf32>, tensor<2x4x6xf32>)
  return
}

// -----

func.func @attention_c3_batch(%q: tensor<2x6x4x8xf32>, %k: tensor<3x5x4x8xf32>, %v: tensor<3x5x4x8xf32>) {
  // expected-error@+1 {{'model.attention' op has query, key and value of types 'tensor<2x6x4x8xf32>', 'tensor<3x5x4x8xf32>' and 'tensor<3x5x4x8xf32>', which do not agree in batch, positions, heads or head dimension}}
  %o, %s = model.attention %q, %k, %v scale 1.0 : (tensor<2x6x4x8xf32>, tensor<3x5x4x8xf32>, tensor<3x5x4x8xf32>) -> (tensor<2x6x4x8xf32>, tensor<2x4x6xf32>)
  return
}

// -----

func.func @attention_c3_positions(%q: tensor<2x6x4x8xf32>, %k: tensor<2x5x4x8xf32>, %v: tensor<2x7x4x8xf32>) {
  // expected-error@+1 {{'model.attention' op has query, key and value of types 'tensor<2x6x4x8xf32>', 'tensor<2x5x4x8xf32>' and 'tensor<2x7x4x8xf32>', which do not agree}}
  %o, %s = model.attention %q, %k, %v scale 1.0 : (tensor<2x6x4x8xf32>, tensor<2x5x4x8xf32>, tensor<2x7x4x8xf32>) -> (tensor<2x6x4x8xf32>, tensor<2x4x6xf32>)
  return
}

// -----

func.func @attention_c3_head_dimension(%q: tensor<2x6x4x8xf32>, %k: tensor<2x5x4x9xf32>, %v: tensor<2x5x4x8xf32>) {
  // expected-error@+1 {{'model.attention' op has query, key and value of types 'tensor<2x6x4x8xf32>', 'tensor<2x5x4x9xf32>' and 'tensor<2x5x4x8xf32>', which do not agree}}
  %o, %s = model.attention %q, %k, %v scale 1.0 : (tensor<2x6x4x8xf32>, tensor<2x5x4x9xf32>, tensor<2x5x4x8xf32>) -> (tensor<2x6x4x8xf32>, tensor<2x4x6xf32>)
  return
}

// -----

func.func @attention_c4(%q: tensor<2x6x4x8xf32>, %k: tensor<2x5x3x8xf32>, %v: tensor<2x5x3x8xf32>) {
  // expected-error@+1 {{'model.attention' op has 4 query heads, which are no multiple of 3 key heads}}
  %o, %s = model.attention %q, %k, %v scale 1.0 : (tensor<2x6x4x8xf32>, tensor<2x5x3x8xf32>, tensor<2x5x3x8xf32>) -> (tensor<2x6x4x8xf32>, tensor<2x4x6xf32>)
  return
}

// -----

func.func @attention_c5(%q: tensor<2x6x4x8xf32>, %k: tensor<2x5x4x8xf32>, %v: tensor<2x5x4x8xf32>) {
  // expected-error@+1 {{'model.attention' op has an output of type 'tensor<2x6x4x9xf32>', expected floats of shape 2x6x4x8}}
  %o, %s = model.attention %q, %k, %v scale 1.0 : (tensor<2x6x4x8xf32>, tensor<2x5x4x8xf32>, tensor<2x5x4x8xf32>) -> (tensor<2x6x4x9xf32>, tensor<2x4x6xf32>)
  return
}

// -----

func.func @attention_c6(%q: tensor<2x6x4x8xf32>, %k: tensor<2x5x4x8xf32>, %v: tensor<2x5x4x8xf32>) {
  // expected-error@+1 {{'model.attention' op has statistics of type 'tensor<2x6x4xf32>', expected 'tensor<2x4x6xf32>'}}
  %o, %s = model.attention %q, %k, %v scale 1.0 : (tensor<2x6x4x8xf32>, tensor<2x5x4x8xf32>, tensor<2x5x4x8xf32>) -> (tensor<2x6x4x8xf32>, tensor<2x6x4xf32>)
  return
}

// -----

func.func @attention_c6_element(%q: tensor<2x6x4x8xf32>, %k: tensor<2x5x4x8xf32>, %v: tensor<2x5x4x8xf32>) {
  // expected-error@+1 {{'model.attention' op has statistics of type 'tensor<2x4x6xbf16>', expected 'tensor<2x4x6xf32>'}}
  %o, %s = model.attention %q, %k, %v scale 1.0 : (tensor<2x6x4x8xf32>, tensor<2x5x4x8xf32>, tensor<2x5x4x8xf32>) -> (tensor<2x6x4x8xf32>, tensor<2x4x6xbf16>)
  return
}

// -----

func.func @attention_c7(%q: tensor<2x6x4x8xf32>, %k: tensor<2x5x4x8xf32>, %v: tensor<2x5x4x8xf32>, %m: tensor<2x2x6x5xi1>) {
  // expected-error@+1 {{'model.attention' op has a mask of type 'tensor<2x2x6x5xi1>', expected booleans or floats, with 1 or the size in each dimension of 2x4x6x5}}
  %o, %s = model.attention %q, %k, %v mask %m scale 1.0 : (tensor<2x6x4x8xf32>, tensor<2x5x4x8xf32>, tensor<2x5x4x8xf32>, tensor<2x2x6x5xi1>) -> (tensor<2x6x4x8xf32>, tensor<2x4x6xf32>)
  return
}

// -----

func.func @attention_c7_rank(%q: tensor<2x6x4x8xf32>, %k: tensor<2x5x4x8xf32>, %v: tensor<2x5x4x8xf32>, %m: tensor<6x5xf32>) {
  // expected-error@+1 {{'model.attention' op has a mask of type 'tensor<6x5xf32>', expected booleans}}
  %o, %s = model.attention %q, %k, %v mask %m scale 1.0 : (tensor<2x6x4x8xf32>, tensor<2x5x4x8xf32>, tensor<2x5x4x8xf32>, tensor<6x5xf32>) -> (tensor<2x6x4x8xf32>, tensor<2x4x6xf32>)
  return
}

// -----

func.func @attention_c7_element(%q: tensor<2x6x4x8xf32>, %k: tensor<2x5x4x8xf32>, %v: tensor<2x5x4x8xf32>, %m: tensor<1x1x6x5xi32>) {
  // expected-error@+1 {{'model.attention' op has a mask of type 'tensor<1x1x6x5xi32>', expected booleans}}
  %o, %s = model.attention %q, %k, %v mask %m scale 1.0 : (tensor<2x6x4x8xf32>, tensor<2x5x4x8xf32>, tensor<2x5x4x8xf32>, tensor<1x1x6x5xi32>) -> (tensor<2x6x4x8xf32>, tensor<2x4x6xf32>)
  return
}

// -----

func.func @attention_c8(%q: tensor<2x6x4x8xf32>, %k: tensor<2x5x4x8xf32>, %v: tensor<2x5x4x8xf32>, %m: tensor<1x1x6x5xf32>) {
  // expected-error@+1 {{'model.attention' op has a masked score without a boolean mask}}
  %o, %s = model.attention %q, %k, %v mask %m scale 1.0 {masked_score = -1.0e9 : f64} : (tensor<2x6x4x8xf32>, tensor<2x5x4x8xf32>, tensor<2x5x4x8xf32>, tensor<1x1x6x5xf32>) -> (tensor<2x6x4x8xf32>, tensor<2x4x6xf32>)
  return
}

// -----

func.func @attention_c8_causal(%q: tensor<2x6x4x8xf32>, %k: tensor<2x5x4x8xf32>, %v: tensor<2x5x4x8xf32>) {
  // expected-error@+1 {{'model.attention' op has a masked score without a boolean mask}}
  %o, %s = model.attention %q, %k, %v scale 1.0 causal {masked_score = -1.0e9 : f64} : (tensor<2x6x4x8xf32>, tensor<2x5x4x8xf32>, tensor<2x5x4x8xf32>) -> (tensor<2x6x4x8xf32>, tensor<2x4x6xf32>)
  return
}

// -----

func.func @attention_grad_c5(%q: tensor<2x6x4x8xf32>, %k: tensor<2x5x4x8xf32>, %v: tensor<2x5x4x8xf32>, %o: tensor<2x6x4x9xf32>, %s: tensor<2x4x6xf32>, %g: tensor<2x6x4x8xf32>) {
  // expected-error@+1 {{'model.attention_grad' op has an output of type 'tensor<2x6x4x9xf32>', expected floats of shape 2x6x4x8}}
  %dq, %dk, %dv = model.attention_grad %q, %k, %v, %o, %s, %g scale 1.0 : (tensor<2x6x4x8xf32>, tensor<2x5x4x8xf32>, tensor<2x5x4x8xf32>, tensor<2x6x4x9xf32>, tensor<2x4x6xf32>, tensor<2x6x4x8xf32>) -> (tensor<2x6x4x8xf32>, tensor<2x5x4x8xf32>, tensor<2x5x4x8xf32>)
  return
}

// -----

func.func @attention_grad_c9(%q: tensor<2x6x4x8xf32>, %k: tensor<2x5x4x8xf32>, %v: tensor<2x5x4x8xf32>, %o: tensor<2x6x4x8xf32>, %s: tensor<2x4x6xf32>, %g: tensor<2x5x4x8xf32>) {
  // expected-error@+1 {{'model.attention_grad' op has a gradient of type 'tensor<2x5x4x8xf32>', expected floats of shape 2x6x4x8}}
  %dq, %dk, %dv = model.attention_grad %q, %k, %v, %o, %s, %g scale 1.0 : (tensor<2x6x4x8xf32>, tensor<2x5x4x8xf32>, tensor<2x5x4x8xf32>, tensor<2x6x4x8xf32>, tensor<2x4x6xf32>, tensor<2x5x4x8xf32>) -> (tensor<2x6x4x8xf32>, tensor<2x5x4x8xf32>, tensor<2x5x4x8xf32>)
  return
}

// -----

func.func @attention_grad_c10(%q: tensor<2x6x4x8xf32>, %k: tensor<2x5x4x8xf32>, %v: tensor<2x5x4x8xf32>, %o: tensor<2x6x4x8xf32>, %s: tensor<2x4x6xf32>, %g: tensor<2x6x4x8xf32>) {
  // expected-error@+1 {{'model.attention_grad' op has a result of type 'tensor<2x6x4x8xf32>', expected floats of shape 2x5x4x8}}
  %dq, %dk, %dv = model.attention_grad %q, %k, %v, %o, %s, %g scale 1.0 : (tensor<2x6x4x8xf32>, tensor<2x5x4x8xf32>, tensor<2x5x4x8xf32>, tensor<2x6x4x8xf32>, tensor<2x4x6xf32>, tensor<2x6x4x8xf32>) -> (tensor<2x6x4x8xf32>, tensor<2x6x4x8xf32>, tensor<2x5x4x8xf32>)
  return
}

// -----

func.func @attention_grad_c10_element(%q: tensor<2x6x4x8xf32>, %k: tensor<2x5x4x8xf32>, %v: tensor<2x5x4x8xf32>, %o: tensor<2x6x4x8xf32>, %s: tensor<2x4x6xf32>, %g: tensor<2x6x4x8xf32>) {
  // expected-error@+1 {{'model.attention_grad' op has a result of type 'tensor<2x5x4x8xi32>', expected floats of shape 2x5x4x8}}
  %dq, %dk, %dv = model.attention_grad %q, %k, %v, %o, %s, %g scale 1.0 : (tensor<2x6x4x8xf32>, tensor<2x5x4x8xf32>, tensor<2x5x4x8xf32>, tensor<2x6x4x8xf32>, tensor<2x4x6xf32>, tensor<2x6x4x8xf32>) -> (tensor<2x6x4x8xf32>, tensor<2x5x4x8xf32>, tensor<2x5x4x8xi32>)
  return
}
