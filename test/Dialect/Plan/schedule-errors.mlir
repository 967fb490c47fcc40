// RUN: shard-opt %s -split-input-file -plan-schedule -verify-diagnostics

#mesh = #dist.mesh<"x" = 2>

// Tests that computation outside of kernels is an error.
dist.local_program @no_kernel on #mesh {
  %0 = arith.constant dense<1.0> : tensor<4xf32>
  // expected-error @+1 {{'arith.negf' op has no command in a plan, which knows kernel calls, contractions, attentions, collectives, reshapes and while loops}}
  %1 = arith.negf %0 : tensor<4xf32>
  // expected-error @+1 {{'math.exp' op has no command in a plan}}
  %2 = math.exp %0 : tensor<4xf32>
}

// -----

#mesh = #dist.mesh<"x" = 2>

// Tests that a call of what is no kernel is an error.
dist.local_program @no_attribute on #mesh {
  // expected-error @+1 {{'func.call' op calls @f, which is no kernel of the program}}
  %1 = func.call @f() : () -> tensor<4xf32>
  func.func private @f() -> tensor<4xf32> {
    %0 = arith.constant dense<1.0> : tensor<4xf32>
    func.return %0 : tensor<4xf32>
  }
}

// -----

#mesh = #dist.mesh<"x" = 2>
#scalar = #dist.sharding<#mesh, []>

// Tests that a loop's condition must come from a tensor.
dist.local_program @condition on #mesh {
  // expected-error @+1 {{'scf.while' op has a condition that is not extracted from a tensor of one element}}
  scf.while : () -> () {
    %e = arith.constant false
    scf.condition(%e)
  } do {
    scf.yield
  }
}

// -----

#mesh = #dist.mesh<"x" = 2>
#whole = #dist.sharding<#mesh, [[]]>
#map = affine_map<(m, k) -> (m, k)>
#map1 = affine_map<(m, k) -> (k)>
#map2 = affine_map<(m, k) -> (m)>

// Tests that a contraction that would extend unsigned integers is an error.
dist.local_program @unsigned on #mesh {
  %a = arith.constant dense<1> : tensor<2x2xi8>
  %b = arith.constant dense<1> : tensor<2xi8>
  %zero = arith.constant dense<0> : tensor<2xi32>
  // expected-error @+1 {{extends unsigned integers, which a contraction of a plan cannot do}}
  %0 = linalg.contract indexing_maps = [#map, #map1, #map2] {cast = #linalg.type_fn<cast_unsigned>} ins(%a, %b : tensor<2x2xi8>, tensor<2xi8>) outs(%zero : tensor<2xi32>) -> tensor<2xi32>
}

// -----

// Tests that an attention that no library runs is refused.
!t = tensor<1x8x2x12xbf16>
#mesh = #dist.mesh<"x" = 1>
#whole = #dist.sharding<#mesh, [[], [], [], []]>
dist.local_program @attention on #mesh {
  dist.shard @q input : !t of tensor<1x8x2x12xbf16, #whole> {argument = 0 : i64}
  %q = model.read @q : !t
  // expected-error @+1 {{is none that a plan can have: cuDNN takes heads whose sizes are multiples of 8 up to 256, not 12}}
  %o, %s = model.attention %q, %q, %q scale 0.25 : (!t, !t, !t) -> (!t, tensor<1x2x8xf32>)
}
