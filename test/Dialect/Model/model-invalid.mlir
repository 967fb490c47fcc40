// RUN: shard-opt %s -split-input-file -verify-diagnostics

// Tests every constraint of the declarations; the name of a program ends in the
// constraint's number. The structured operations stand in structured-invalid.mlir.

model.program @program_c1 {
  // expected-error@+1 {{'model.input' op has a tensor type with an encoding in a 'model.program', which has no layouts yet}}
  model.input @x : tensor<4xf32, #dist.sharding<#dist.mesh<"x" = 2>, [["x"]]>> {argument = 0 : i64}
}

// -----

model.program @program_c1_value {
  // expected-error@+1 {{'tensor.empty' op has a tensor type with an encoding in a 'model.program'}}
  %0 = tensor.empty() : tensor<4xf32, "other">
}

// -----

model.program @program_c2_twice {
  model.variable @w : tensor<f32> {argument = 0 : i64, kind = #model<kind trainable>}
  %0 = model.read @w : tensor<f32>
  // expected-note@+1 {{first assigned here}}
  model.assign @w, %0 : tensor<f32>
  // expected-error@+1 {{'model.assign' op assigns @w a second time}}
  model.assign @w, %0 : tensor<f32>
}

// -----

model.program @program_c2_never {
  // expected-error@+1 {{'model.output' op is an output that is never assigned}}
  model.output @loss : tensor<f32> {result = 0 : i64}
}

// -----

model.program @variable_c1 {
  // expected-error@+1 {{'model.variable' op is a slot of @w, which is not a variable of this program}}
  model.variable @m : tensor<f32> {argument = 0 : i64, kind = #model<kind optimizer>, slot_of = @w}
}

// -----

model.program @variable_c1_input {
  model.input @w : tensor<f32> {argument = 0 : i64}
  // expected-error@+1 {{'model.variable' op is a slot of @w, which is not a variable of this program}}
  model.variable @m : tensor<f32> {argument = 1 : i64, kind = #model<kind optimizer>, slot_of = @w}
}

// -----

model.program @variable_c1_slot {
  // expected-note@+1 {{declared here}}
  model.variable @m : tensor<f32> {argument = 0 : i64, kind = #model<kind optimizer>, slot_of = @m}
  // expected-error@-1 {{'model.variable' op is a slot of @m, which is a slot itself}}
}

// -----

model.program @variable_c2 {
  // expected-error@+1 {{'model.variable' op has type 'tensor<?xf32>', expected a static shape}}
  model.variable @w : tensor<?xf32> {argument = 0 : i64, kind = #model<kind trainable>}
}

// -----

model.program @variable_c3 {
  // expected-error@+1 {{'model.variable' op is marked unsigned, but has element type 'f32'}}
  model.variable @w : tensor<2xf32> {argument = 0 : i64, is_unsigned, kind = #model<kind seed>}
}

// -----

model.program @input_c1 {
  // expected-error@+1 {{'model.input' op has type 'tensor<?xf32>', expected a static shape}}
  model.input @x : tensor<?xf32> {argument = 0 : i64}
}

// -----

model.program @input_c2 {
  // expected-error@+1 {{'model.input' op is marked unsigned, but has element type 'bf16'}}
  model.input @x : tensor<2xbf16> {argument = 0 : i64, is_unsigned}
}

// -----

model.program @output_c1 {
  // expected-error@+1 {{'model.output' op has type 'tensor<?xf32>', expected a static shape}}
  model.output @x : tensor<?xf32> {result = 0 : i64}
}

// -----

model.program @output_c2 {
  // expected-error@+1 {{'model.output' op is marked unsigned, but has element type 'f32'}}
  model.output @x : tensor<2xf32> {result = 0 : i64, is_unsigned}
}

// -----

model.program @read_undeclared {
  // expected-error@+1 {{'model.read' op names @x, which is not declared}}
  %0 = model.read @x : tensor<f32>
}

// -----

model.program @read_c1 {
  // expected-note@+1 {{declared here}}
  model.output @loss : tensor<f32> {result = 0 : i64}
  // expected-error@+1 {{'model.read' op reads @loss, an output}}
  %0 = model.read @loss : tensor<f32>
  model.assign @loss, %0 : tensor<f32>
}

// -----

model.program @read_c2 {
  // expected-note@+1 {{declared here}}
  model.input @x : tensor<2xf32> {argument = 0 : i64}
  // expected-error@+1 {{'model.read' op has type 'tensor<3xf32>', but 'tensor<2xf32>' is declared}}
  %0 = model.read @x : tensor<3xf32>
}

// -----

model.program @assign_undeclared {
  %0 = arith.constant dense<0.0> : tensor<f32>
  // expected-error@+1 {{'model.assign' op names @x, which is not declared}}
  model.assign @x, %0 : tensor<f32>
}

// -----

model.program @assign_c1 {
  // expected-note@+1 {{declared here}}
  model.input @x : tensor<f32> {argument = 0 : i64}
  %0 = model.read @x : tensor<f32>
  // expected-error@+1 {{'model.assign' op assigns @x, an input}}
  model.assign @x, %0 : tensor<f32>
}

// -----

model.program @assign_c2 {
  // expected-note@+1 {{declared here}}
  model.variable @w : tensor<f32> {argument = 0 : i64, kind = #model<kind trainable>}
  %0 = arith.constant dense<0> : tensor<i32>
  // expected-error@+1 {{'model.assign' op has type 'tensor<i32>', but 'tensor<f32>' is declared}}
  model.assign @w, %0 : tensor<i32>
}
