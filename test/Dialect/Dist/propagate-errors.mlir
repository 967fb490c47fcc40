// RUN: shard-opt %s -split-input-file -verify-diagnostics --dist-propagate

// Tests that all operations that do not say how they may be split are reported.

#mesh = #dist.mesh<"x" = 2>
#split = #dist.sharding<#mesh, [["x"], []]>
dist.program @unknown on #mesh {
  model.input @a : tensor<4x4xf32, #split> {argument = 0 : i64}
  model.output @r : tensor<4x4xf32, #split> {result = 0 : i64}
  %a = model.read @a : tensor<4x4xf32>
  // expected-error@+1 {{'tensor.insert_slice' op does not say how it may be split}}
  %0 = tensor.insert_slice %a into %a[0, 0] [4, 4] [1, 1] : tensor<4x4xf32> into tensor<4x4xf32>
  // expected-error@+1 {{'tensor.insert_slice' op does not say how it may be split}}
  %1 = tensor.insert_slice %0 into %a[0, 0] [4, 4] [1, 1] : tensor<4x4xf32> into tensor<4x4xf32>
  model.assign @r, %1 : tensor<4x4xf32>
}

// -----

// Tests that a size that is not known is reported.

#mesh = #dist.mesh<"x" = 2>
#split = #dist.sharding<#mesh, [["x"], []]>
dist.program @dynamic on #mesh {
  model.input @a : tensor<4x4xf32, #split> {argument = 0 : i64}
  %a = model.read @a : tensor<4x4xf32>
  // expected-error@+1 {{'tensor.cast' op has type 'tensor<?x4xf32>', but only static shapes can be split}}
  %0 = tensor.cast %a : tensor<4x4xf32> to tensor<?x4xf32>
}
