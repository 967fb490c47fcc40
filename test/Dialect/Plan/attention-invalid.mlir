// RUN: shard-opt %s -split-input-file -verify-diagnostics

// Tests what the constraints of attentions refuse. The prefix of a program names
// the one.

plan.program @c1_rank on #dist.mesh<"x" = 1> arena 128 {
  %a = plan.buffer 0 : memref<2x8xbf16>
  %s = plan.buffer 64 : memref<1x1x2xf32>
  %w = plan.buffer 64 : memref<64xi8>
  // expected-error @+1 {{has an operand of type 'memref<2x8xbf16>', expected rank 4 and elements}}
  plan.attention %a, %a, %a -> %a, %s with %w scale 1.0 : memref<2x8xbf16>, memref<2x8xbf16>, memref<2x8xbf16> -> memref<2x8xbf16>, memref<1x1x2xf32> with memref<64xi8>
}

// -----

plan.program @c1_heads on #dist.mesh<"x" = 1> arena 1024 {
  %q = plan.buffer 0 : memref<1x2x3x8xbf16>
  %k = plan.buffer 128 : memref<1x2x2x8xbf16>
  %o = plan.buffer 256 : memref<1x2x3x8xbf16>
  %s = plan.buffer 384 : memref<1x3x2xf32>
  %w = plan.buffer 448 : memref<64xi8>
  // expected-error @+1 {{has 3 query heads, which are no multiple of 2 key heads}}
  plan.attention %q, %k, %k -> %o, %s with %w scale 1.0 : memref<1x2x3x8xbf16>, memref<1x2x2x8xbf16>, memref<1x2x2x8xbf16> -> memref<1x2x3x8xbf16>, memref<1x3x2xf32> with memref<64xi8>
}

// -----

plan.program @c1_output on #dist.mesh<"x" = 1> arena 1024 {
  %q = plan.buffer 0 : memref<1x2x1x8xbf16>
  %o = plan.buffer 64 : memref<1x1x2x8xbf16>
  %s = plan.buffer 128 : memref<1x1x2xf32>
  %w = plan.buffer 192 : memref<64xi8>
  // expected-error @+1 {{has an output of type 'memref<1x1x2x8xbf16>', expected 'memref<1x2x1x8xbf16>'}}
  plan.attention %q, %q, %q -> %o, %s with %w scale 1.0 : memref<1x2x1x8xbf16>, memref<1x2x1x8xbf16>, memref<1x2x1x8xbf16> -> memref<1x1x2x8xbf16>, memref<1x1x2xf32> with memref<64xi8>
}

// -----

plan.program @c2 on #dist.mesh<"x" = 1> arena 1024 {
  %q = plan.buffer 0 : memref<1x2x1x8xf32>
  %o = plan.buffer 64 : memref<1x2x1x8xf32>
  %s = plan.buffer 128 : memref<1x1x2xf32>
  %w = plan.buffer 192 : memref<64xi8>
  // expected-error @+1 {{has elements of type 'f32', expected bf16 or f16}}
  plan.attention %q, %q, %q -> %o, %s with %w scale 1.0 : memref<1x2x1x8xf32>, memref<1x2x1x8xf32>, memref<1x2x1x8xf32> -> memref<1x2x1x8xf32>, memref<1x1x2xf32> with memref<64xi8>
}

// -----

plan.program @c3 on #dist.mesh<"x" = 1> arena 1024 {
  %q = plan.buffer 0 : memref<1x2x1x8xbf16>
  %o = plan.buffer 64 : memref<1x2x1x8xbf16>
  %s = plan.buffer 128 : memref<1x2x1xf32>
  %w = plan.buffer 192 : memref<64xi8>
  // expected-error @+1 {{has statistics of type 'memref<1x2x1xf32>', expected 'memref<1x1x2xf32>'}}
  plan.attention %q, %q, %q -> %o, %s with %w scale 1.0 : memref<1x2x1x8xbf16>, memref<1x2x1x8xbf16>, memref<1x2x1x8xbf16> -> memref<1x2x1x8xbf16>, memref<1x2x1xf32> with memref<64xi8>
}

// -----

plan.program @c4 on #dist.mesh<"x" = 1> arena 1024 {
  %q = plan.buffer 0 : memref<1x2x1x8xbf16>
  %o = plan.buffer 64 : memref<1x2x1x8xbf16>
  %s = plan.buffer 128 : memref<1x1x2xf32>
  %w = plan.buffer 192 : memref<64xf32>
  // expected-error @+1 {{has a workspace of type 'memref<64xf32>', expected one dimension of i8}}
  plan.attention %q, %q, %q -> %o, %s with %w scale 1.0 : memref<1x2x1x8xbf16>, memref<1x2x1x8xbf16>, memref<1x2x1x8xbf16> -> memref<1x2x1x8xbf16>, memref<1x1x2xf32> with memref<64xf32>
}

// -----

plan.program @c5 on #dist.mesh<"x" = 1> arena 1024 {
  %q = plan.buffer 0 : memref<1x2x1x8xbf16>
  %s = plan.buffer 128 : memref<1x1x2xf32>
  %w = plan.buffer 192 : memref<64xi8>
  // expected-error @+1 {{writes operand 3, which operand 0 is too}}
  plan.attention %q, %q, %q -> %q, %s with %w scale 1.0 : memref<1x2x1x8xbf16>, memref<1x2x1x8xbf16>, memref<1x2x1x8xbf16> -> memref<1x2x1x8xbf16>, memref<1x1x2xf32> with memref<64xi8>
}

// -----

plan.program @grad_gradient on #dist.mesh<"x" = 1> arena 1024 {
  %q = plan.buffer 0 : memref<1x2x1x8xbf16>
  %g = plan.buffer 64 : memref<1x2x1x16xbf16>
  %s = plan.buffer 128 : memref<1x1x2xf32>
  %a = plan.buffer 192 : memref<1x2x1x8xbf16>
  %b = plan.buffer 256 : memref<1x2x1x8xbf16>
  %c = plan.buffer 320 : memref<1x2x1x8xbf16>
  %w = plan.buffer 384 : memref<64xi8>
  // expected-error @+1 {{has a gradient of type 'memref<1x2x1x16xbf16>', expected 'memref<1x2x1x8xbf16>'}}
  plan.attention_grad %q, %q, %q, %q, %s, %g -> %a, %b, %c with %w scale 1.0 : memref<1x2x1x8xbf16>, memref<1x2x1x8xbf16>, memref<1x2x1x8xbf16>, memref<1x2x1x8xbf16>, memref<1x1x2xf32>, memref<1x2x1x16xbf16> -> memref<1x2x1x8xbf16>, memref<1x2x1x8xbf16>, memref<1x2x1x8xbf16> with memref<64xi8>
}

// -----

plan.program @grad_c5 on #dist.mesh<"x" = 1> arena 1024 {
  %q = plan.buffer 0 : memref<1x2x1x8xbf16>
  %s = plan.buffer 128 : memref<1x1x2xf32>
  %a = plan.buffer 192 : memref<1x2x1x8xbf16>
  %b = plan.buffer 256 : memref<1x2x1x8xbf16>
  %w = plan.buffer 384 : memref<64xi8>
  // expected-error @+1 {{writes operand 8, which operand 6 is too}}
  plan.attention_grad %q, %q, %q, %q, %s, %q -> %a, %b, %a with %w scale 1.0 : memref<1x2x1x8xbf16>, memref<1x2x1x8xbf16>, memref<1x2x1x8xbf16>, memref<1x2x1x8xbf16>, memref<1x1x2xf32>, memref<1x2x1x8xbf16> -> memref<1x2x1x8xbf16>, memref<1x2x1x8xbf16>, memref<1x2x1x8xbf16> with memref<64xi8>
}
