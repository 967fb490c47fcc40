model.program @step {
  model.variable @"dense/kernel" : tensor<32x8xf32> {argument = 0 : i64, kind = #model<kind trainable>}
  model.input @x : tensor<16x32xf32> {argument = 1 : i64}
}
