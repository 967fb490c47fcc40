// RUN: shard-opt %s -split-input-file -verify-diagnostics -dist-attach-layouts

// Tests that layouts are attached exactly once, and what is said otherwise.

// expected-error@+1 {{'dist.program' op has its layouts already: they are attached once}}
dist.program @attached on #dist.mesh<"x" = 2> {
  // expected-note@+1 {{this map would be a second one}}
  dist.layout_map #dist.mesh<"x" = 2> model_parallel batch_axis "x" {
    dist.rule "w" [["x"]]
  }
  // expected-note@unknown {{"w" got its layout from rule "w.*" here}}
  model.variable @w : tensor<4xf32, #dist.sharding<#dist.mesh<"x" = 2>, [["x"]]>> {argument = 0 : i64, dist.rule = "w.*", dist.rule_loc = loc(unknown), kind = #model<kind trainable>}
}

// -----

// Tests two maps over one variable.

model.program @two_maps {
  dist.layout_map #dist.mesh<"x" = 2> model_parallel batch_axis "x" {
    // expected-note@+1 {{by rule "w.*" here}}
    dist.rule "w.*" [["x"]]
  }
  dist.layout_map #dist.mesh<"x" = 2> model_parallel batch_axis "x" {
    // expected-error@+1 {{rule "w" lays out "w", which another layout map has laid out already}}
    dist.rule "w" [["x"]]
  }
  // expected-note@+1 {{the variable is declared here}}
  model.variable @w : tensor<4xf32> {argument = 0 : i64, kind = #model<kind trainable>}
}

// -----

// Tests maps that do not go together.

model.program @two_meshes {
  // expected-note@+1 {{the first map is here}}
  dist.layout_map #dist.mesh<"x" = 2> model_parallel batch_axis "x" {
  }
  // expected-error@+1 {{a second layout map is on the mesh #dist.mesh<"x" = 4>, expected that of the first, #dist.mesh<"x" = 2>}}
  dist.layout_map #dist.mesh<"x" = 4> model_parallel batch_axis "x" {
  }
}

model.program @two_strategies {
  // expected-note@+1 {{the first map is here}}
  dist.layout_map #dist.mesh<"x" = 2> model_parallel batch_axis "x" {
  }
  // expected-error@+1 {{two layout maps of which one is data parallel, which lays out every variable; leave one of them out}}
  dist.layout_map #dist.mesh<"x" = 2> data_parallel batch_axis "x" {
  }
}

model.program @two_batch_axes {
  // expected-note@+1 {{the first map is here}}
  dist.layout_map #dist.mesh<"x" = 2, "y" = 2> model_parallel batch_axis "x" {
  }
  // expected-error@+1 {{a second layout map splits the batch over "y", the first over "x"}}
  dist.layout_map #dist.mesh<"x" = 2, "y" = 2> model_parallel batch_axis "y" {
  }
}

// -----

// Tests programs that are past attaching, and a map after partitioning.

// expected-error@+1 {{'dist.sharded_program' op has its layouts already}}
dist.sharded_program @sharded on #dist.mesh<"x" = 2> {
}

// expected-error@+1 {{'dist.local_program' op is partitioned: after partitioning there are only shards, which no rule can match}}
dist.local_program @local on #dist.mesh<"x" = 2> {
}

// -----

dist.local_program @map_after_partitioning on #dist.mesh<"x" = 2> {
  // expected-error@+1 {{'dist.layout_map' op stands in a partitioned program: after partitioning there are only shards, which no rule can match}}
  dist.layout_map #dist.mesh<"x" = 2> model_parallel batch_axis "x" {
  }
}

// -----

// Tests that something must be there to attach, and to attach it to.

// expected-error@+1 {{'model.program' op has no layout map to attach}}
model.program @no_map {
}

// -----

// expected-error@+1 {{has no 'model.program' to attach layouts to}}
module {
}
