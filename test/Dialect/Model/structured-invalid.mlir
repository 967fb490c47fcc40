// RUN: shard-opt %s -split-input-file -verify-diagnostics

// Tests every constraint of the structured operations; the name of a function
// ends in the constraint's number.

func.func @iota_c1() {
  // expected-error@+1 {{'model.iota' op counts along dimension 2 of a tensor of rank 2}}
  %0 = model.iota dimension = 2 : tensor<2x3xi32>
  return
}

// -----

func.func @iota_c1_negative() {
  // expected-error@+1 {{'model.iota' op counts along dimension -1 of a tensor of rank 2}}
  %0 = model.iota dimension = -1 : tensor<2x3xi32>
  return
}

// -----

func.func @iota_c2() {
  // expected-error@+1 {{'model.iota' op has element type 'complex<f32>', expected an integer or a float}}
  %0 = model.iota dimension = 0 : tensor<2xcomplex<f32>>
  return
}

// -----

func.func @gather_c1_count(%t: tensor<8x4xf32>, %i: tensor<2x1xi32>) {
  // expected-error@+1 {{'model.gather' op has 1 slice sizes for an operand of rank 2}}
  %0 = model.gather %t[%i] {offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 0>, start_index_map = array<i64: 0>, slice_sizes = array<i64: 1>} : tensor<8x4xf32>, tensor<2x1xi32> -> tensor<2x4xf32>
  return
}

// -----

func.func @gather_c1_size(%t: tensor<8x4xf32>, %i: tensor<2x1xi32>) {
  // expected-error@+1 {{'model.gather' op has slice size 5 in dimension 1 of size 4}}
  %0 = model.gather %t[%i] {offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 0>, start_index_map = array<i64: 0>, slice_sizes = array<i64: 1, 5>} : tensor<8x4xf32>, tensor<2x1xi32> -> tensor<2x5xf32>
  return
}

// -----

func.func @gather_c1_collapsed(%t: tensor<8x4xf32>, %i: tensor<2x1xi32>) {
  // expected-error@+1 {{'model.gather' op has slice size 2 in dimension 0 of size 8, collapsed}}
  %0 = model.gather %t[%i] {offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 0>, start_index_map = array<i64: 0>, slice_sizes = array<i64: 2, 4>} : tensor<8x4xf32>, tensor<2x1xi32> -> tensor<2x4xf32>
  return
}

// -----

func.func @gather_c2_count(%t: tensor<8x4xf32>, %i: tensor<2x1xi32>) {
  // expected-error@+1 {{'model.gather' op has 2 entries in start_index_map, but index vectors of size 1}}
  %0 = model.gather %t[%i] {offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 0>, start_index_map = array<i64: 0, 1>, slice_sizes = array<i64: 1, 4>} : tensor<8x4xf32>, tensor<2x1xi32> -> tensor<2x4xf32>
  return
}

// -----

func.func @gather_c2_distinct(%t: tensor<8x4xf32>, %i: tensor<2x2xi32>) {
  // expected-error@+1 {{'model.gather' op has dimension 0 twice in start_index_map}}
  %0 = model.gather %t[%i] {offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 0>, start_index_map = array<i64: 0, 0>, slice_sizes = array<i64: 1, 4>} : tensor<8x4xf32>, tensor<2x2xi32> -> tensor<2x4xf32>
  return
}

// -----

func.func @gather_c2_range(%t: tensor<8x4xf32>, %i: tensor<2x1xi32>) {
  // expected-error@+1 {{'model.gather' op has dimension 2 in start_index_map of an operand of rank 2}}
  %0 = model.gather %t[%i] {offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 0>, start_index_map = array<i64: 2>, slice_sizes = array<i64: 1, 4>} : tensor<8x4xf32>, tensor<2x1xi32> -> tensor<2x4xf32>
  return
}

// -----

func.func @gather_c3_collapsed(%t: tensor<8x4xf32>, %i: tensor<2x1xi32>) {
  // expected-error@+1 {{'model.gather' op has dimension 7 in collapsed_slice_dims of an operand of rank 2}}
  %0 = model.gather %t[%i] {offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 7>, start_index_map = array<i64: 0>, slice_sizes = array<i64: 1, 4>} : tensor<8x4xf32>, tensor<2x1xi32> -> tensor<2x4xf32>
  return
}

// -----

func.func @gather_c3_count(%t: tensor<8x4xf32>, %i: tensor<2x1xi32>) {
  // expected-error@+1 {{'model.gather' op has 0 entries in offset_dims, expected 1}}
  %0 = model.gather %t[%i] {offset_dims = array<i64>, collapsed_slice_dims = array<i64: 0>, start_index_map = array<i64: 0>, slice_sizes = array<i64: 1, 4>} : tensor<8x4xf32>, tensor<2x1xi32> -> tensor<2x4xf32>
  return
}

// -----

func.func @gather_c3_ascending(%t: tensor<8x4xf32>, %i: tensor<2x1xi32>) {
  // expected-error@+1 {{'model.gather' op has offset_dims that are not ascending or not below rank 3}}
  %0 = model.gather %t[%i] {offset_dims = array<i64: 2, 1>, collapsed_slice_dims = array<i64>, start_index_map = array<i64: 0>, slice_sizes = array<i64: 1, 4>} : tensor<8x4xf32>, tensor<2x1xi32> -> tensor<2x1x4xf32>
  return
}

// -----

func.func @gather_c4(%t: tensor<8x4xf32>, %i: tensor<2x1xi32>) {
  // expected-error@+1 {{'model.gather' op has result type 'tensor<2x3xf32>', expected 'tensor<2x4xf32>'}}
  %0 = model.gather %t[%i] {offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 0>, start_index_map = array<i64: 0>, slice_sizes = array<i64: 1, 4>} : tensor<8x4xf32>, tensor<2x1xi32> -> tensor<2x3xf32>
  return
}

// -----

func.func @gather_c5(%t: tensor<8x4xf32>, %i: tensor<2x1xf32>) {
  // expected-error@+1 {{'model.gather' op expects integer index vectors, and one element type for operand and result}}
  %0 = model.gather %t[%i] {offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 0>, start_index_map = array<i64: 0>, slice_sizes = array<i64: 1, 4>} : tensor<8x4xf32>, tensor<2x1xf32> -> tensor<2x4xf32>
  return
}

// -----

func.func @gather_c6(%t: tensor<8x4xf32>, %i: tensor<2x1xi32>, %from: index) {
  // expected-error@+1 {{'model.gather' op expects lower and global bounds for each entry of start_index_map, with slice size 1, or none}}
  %0 = model.gather %t[%i] from %from {offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 0>, start_index_map = array<i64: 0>, slice_sizes = array<i64: 1, 4>} : tensor<8x4xf32>, tensor<2x1xi32> -> tensor<2x4xf32>
  return
}

// -----

func.func @scatter_c1_inserted(%t: tensor<8x4xf32>, %i: tensor<2x1xi32>, %u: tensor<2x4xf32>) {
  // expected-error@+1 {{'model.scatter' op has dimension 0 twice in inserted_window_dims}}
  %0 = model.scatter add %u into %t[%i] {update_window_dims = array<i64>, inserted_window_dims = array<i64: 0, 0>, scatter_dims_to_operand_dims = array<i64: 0>} : tensor<2x4xf32>, tensor<2x1xi32> -> tensor<8x4xf32>
  return
}

// -----

func.func @scatter_c1_count(%t: tensor<8x4xf32>, %i: tensor<2x1xi32>, %u: tensor<2x4xf32>) {
  // expected-error@+1 {{'model.scatter' op has 1 entries in update_window_dims, expected 2}}
  %0 = model.scatter add %u into %t[%i] {update_window_dims = array<i64: 1>, inserted_window_dims = array<i64>, scatter_dims_to_operand_dims = array<i64: 0>} : tensor<2x4xf32>, tensor<2x1xi32> -> tensor<8x4xf32>
  return
}

// -----

func.func @scatter_c2(%t: tensor<8x4xf32>, %i: tensor<2x1xi32>, %u: tensor<2x4xf32>) {
  // expected-error@+1 {{'model.scatter' op has dimension 2 in scatter_dims_to_operand_dims of an operand of rank 2}}
  %0 = model.scatter add %u into %t[%i] {update_window_dims = array<i64: 1>, inserted_window_dims = array<i64: 0>, scatter_dims_to_operand_dims = array<i64: 2>} : tensor<2x4xf32>, tensor<2x1xi32> -> tensor<8x4xf32>
  return
}

// -----

func.func @scatter_c3(%t: tensor<8x4xf32>, %i: tensor<2x1xi32>, %u: tensor<3x4xf32>) {
  // expected-error@+1 {{'model.scatter' op has updates of type 'tensor<3x4xf32>', whose scattered dimensions are not those of 'tensor<2x1xi32>'}}
  %0 = model.scatter add %u into %t[%i] {update_window_dims = array<i64: 1>, inserted_window_dims = array<i64: 0>, scatter_dims_to_operand_dims = array<i64: 0>} : tensor<3x4xf32>, tensor<2x1xi32> -> tensor<8x4xf32>
  return
}

// -----

func.func @scatter_c4(%t: tensor<8x4xf32>, %i: tensor<2x1xi32>, %u: tensor<2x5xf32>) {
  // expected-error@+1 {{'model.scatter' op has a window of size 5 in updates dimension 1, larger than the operand's 4}}
  %0 = model.scatter add %u into %t[%i] {update_window_dims = array<i64: 1>, inserted_window_dims = array<i64: 0>, scatter_dims_to_operand_dims = array<i64: 0>} : tensor<2x5xf32>, tensor<2x1xi32> -> tensor<8x4xf32>
  return
}

// -----

func.func @scatter_c5(%t: tensor<8x4xf32>, %i: tensor<2x1xi32>, %u: tensor<2x4xi32>) {
  // expected-error@+1 {{'model.scatter' op expects integer index vectors, and one element type for operand and updates}}
  %0 = model.scatter add %u into %t[%i] {update_window_dims = array<i64: 1>, inserted_window_dims = array<i64: 0>, scatter_dims_to_operand_dims = array<i64: 0>} : tensor<2x4xi32>, tensor<2x1xi32> -> tensor<8x4xf32>
  return
}

// -----

func.func @scatter_c6(%t: tensor<8x4xf32>, %i: tensor<2x1xi32>, %u: tensor<2x4xf32>, %from: index) {
  // expected-error@+1 {{'model.scatter' op expects a lower bound for each entry of scatter_dims_to_operand_dims, or none}}
  %0 = model.scatter add %u into %t[%i] from %from, %from {update_window_dims = array<i64: 1>, inserted_window_dims = array<i64: 0>, scatter_dims_to_operand_dims = array<i64: 0>} : tensor<2x4xf32>, tensor<2x1xi32> -> tensor<8x4xf32>
  return
}
