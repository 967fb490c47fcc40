// RUN: shard-opt %s -split-input-file -verify-diagnostics -dist-attach-layouts
// RUN: not shard-opt %s -split-input-file -dist-attach-layouts=strict 2>&1 | FileCheck %s

// Tests that all problems of a map are reported in one run, each at its rule.

model.program @every_problem {
  // expected-note@+1 {{the layout map is here}}
  dist.layout_map #dist.mesh<"data" = 2, "model" = 4> model_parallel batch_axis "data" {
    // expected-note@+3 {{the earlier rule is here}}
    // expected-error@+2 {{rule "rank" has 1 dimension, but "rank" has rank 2}}
    // expected-note@+1 {{give it 2 entries, an empty one for each dimension that is not split}}
    dist.rule "rank" [["model"]]
    // expected-error@+1 {{rule "axis" splits dimension 1 over the unknown axis "modle", the mesh has "data" = 2, "model" = 4}}
    dist.rule "axis" [[], ["modle"]]
    // expected-error@+1 {{rule "twice" uses the axis "model" twice, in dimensions 0 and 1}}
    dist.rule "twice" [["model"], ["model"]]
    // expected-error@+2 {{rule "uneven" splits dimension 1 of "uneven", of size 10, into 4 parts over ["model"], which does not divide}}
    // expected-note@+1 {{leave the dimension whole, or take a mesh on which ["model"] has a size that divides 10}}
    dist.rule "uneven" [["data"], ["model"]]
    // expected-note@+1 {{the first rule is here}}
    dist.rule "amb.*" [[], ["model"]]
    // expected-error@+1 {{rules "amb.*" and ".*biguous" both match "ambiguous"; narrow one of them, or give the path a rule of its own}}
    dist.rule ".*biguous" [["model"], []]
    // expected-error@+1 {{rule "a(b" is neither the path of a variable nor a regular expression: missing closing parenthesis}}
    dist.rule "a(b" [[]]
    // expected-error@+1 {{rule "rank" has the key of an earlier rule}}
    dist.rule "rank" [[], []]
    // expected-error@+1 {{rule "(a|aa)+c?b?[xyz]" exceeds the limits of matching on "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"; write it without nested repetition}}
    dist.rule "(a|aa)+c?b?[xyz]" [[]]
    // expected-warning@+1 {{rule "nothing" lays out no variable}}
    dist.rule "nothing" [[]]
    // expected-warning@+2 {{rule "nothing.*" lays out no variable}}
    // expected-error@+1 {{rule "nothing.*" splits dimension 0 over the unknown axis "x"}}
    dist.rule "nothing.*" [["x"]]
  }
  // expected-note@+1 {{"rank" is declared here, with type 'tensor<8x8xf32>'}}
  model.variable @rank : tensor<8x8xf32> {argument = 0 : i64, kind = #model<kind trainable>}
  // expected-note@+1 {{for "axis", declared here}}
  model.variable @axis : tensor<8x8xf32> {argument = 1 : i64, kind = #model<kind trainable>}
  // expected-note@+1 {{for "twice", declared here}}
  model.variable @twice : tensor<8x8xf32> {argument = 2 : i64, kind = #model<kind trainable>}
  // expected-note@+1 {{"uneven" is declared here, with type 'tensor<4x10xf32>'}}
  model.variable @uneven : tensor<4x10xf32> {argument = 3 : i64, kind = #model<kind trainable>}
  // expected-note@+1 {{variable "ambiguous" is declared here}}
  model.variable @ambiguous : tensor<8x8xf32> {argument = 4 : i64, kind = #model<kind trainable>}
  // expected-note@+1 {{variable "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" is declared here}}
  model.variable @aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa : tensor<8xf32> {argument = 5 : i64, kind = #model<kind trainable>}
  // expected-note@+3 {{leave the dimension whole}}
  // expected-error@+2 {{the explicit layout splits dimension 0 of "explicit", of size 3, into 2 parts over ["data"]}}
  // expected-note@+1 {{"explicit" is declared here}}
  model.variable @explicit : tensor<3xf32> {argument = 6 : i64, dist.layout = [["data"]], kind = #model<kind trainable>}
  // expected-error@+1 {{'dist.layout' is ["data"], expected an array of arrays of axis names}}
  model.variable @malformed : tensor<4xf32> {argument = 7 : i64, dist.layout = ["data"], kind = #model<kind trainable>}
  // expected-error@+2 {{dimension 0 of input "x", of size 7, does not divide into 2 parts over the batch axis "data"}}
  // expected-note@+1 {{export the step with a batch that is a multiple of 2, or take a mesh on which "data" has a size that divides 7}}
  model.input @x : tensor<7xf32> {argument = 8 : i64}
}

// CHECK: error: rule "nothing" lays out no variable

// -----

// Tests that one rule that does not fit many variables is one error.

model.program @many {
  dist.layout_map #dist.mesh<"data" = 2> model_parallel batch_axis "data" {
    // expected-error@+6 {{rule "v." splits dimension 0 of "v0", of size 3, into 2 parts over ["data"], which does not divide}}
    // expected-note@+5 {{leave the dimension whole}}
    // expected-note@+4 {{it also has 1 dimension, but "v1" has rank 2}}
    // expected-note@+3 {{it also has 1 dimension, but "v2" has rank 2}}
    // expected-note@+2 {{it also has 1 dimension, but "v3" has rank 2}}
    // expected-note@+1 {{and so for 1 more variables}}
    dist.rule "v." [["data"]]
  }
  // expected-note@+1 {{"v0" is declared here}}
  model.variable @v0 : tensor<3xf32> {argument = 0 : i64, kind = #model<kind trainable>}
  // expected-note@+1 {{"v1" is declared here}}
  model.variable @v1 : tensor<4x4xf32> {argument = 1 : i64, kind = #model<kind trainable>}
  // expected-note@+1 {{"v2" is declared here}}
  model.variable @v2 : tensor<4x4xf32> {argument = 2 : i64, kind = #model<kind trainable>}
  // expected-note@+1 {{"v3" is declared here}}
  model.variable @v3 : tensor<4x4xf32> {argument = 3 : i64, kind = #model<kind trainable>}
  model.variable @v4 : tensor<4x4xf32> {argument = 4 : i64, kind = #model<kind trainable>}
}

// -----

// Tests that rules have no place in a data-parallel map.

model.program @data_parallel {
  dist.layout_map #dist.mesh<"data" = 2> data_parallel batch_axis "data" {
    // expected-error@+2 {{rule "a" stands in a data-parallel map, which replicates every variable}}
    // expected-note@+1 {{take the strategy model_parallel, or leave the rule out}}
    dist.rule "a" [["data"]]
  }
}

// -----

// Tests that a slot that is no part, or more than one part, of its variable is
// replicated and that this is said.

model.program @slots {
  dist.layout_map #dist.mesh<"data" = 2> model_parallel batch_axis "data" {
    dist.rule "square" [["data"], []]
  }
  // expected-note@+1 {{the variable, split as [["data"], []], is declared here}}
  model.variable @square : tensor<8x8xf32> {argument = 0 : i64, kind = #model<kind trainable>}
  // expected-warning@+2 {{slot "row" is replicated: its type 'tensor<8xf32>' can be more than one part of "square", of type 'tensor<8x8xf32>'}}
  // expected-note@+1 {{a rule for the slot's own path splits it}}
  model.variable @row : tensor<8xf32> {argument = 1 : i64, kind = #model<kind optimizer>, slot_of = @square}
  // expected-warning@+2 {{slot "other" is replicated: its type 'tensor<5xf32>' is no part of "square", of type 'tensor<8x8xf32>'}}
  // expected-note@+1 {{a rule for the slot's own path splits it}}
  model.variable @other : tensor<5xf32> {argument = 2 : i64, kind = #model<kind optimizer>, slot_of = @square}
}
