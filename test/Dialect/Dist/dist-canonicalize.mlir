// RUN: shard-opt %s -canonicalize | FileCheck %s

// Tests that a reshard that changes nothing goes away, and that one that does
// stays, as do the encodings of the operations around it.

#mesh = #dist.mesh<"x" = 2>
#split = #dist.sharding<#mesh, [["x"]]>
#whole = #dist.sharding<#mesh, [[]]>

// CHECK-LABEL: dist.sharded_program @reshard
dist.sharded_program @reshard on #mesh {
  model.variable @a : tensor<4xf32, #split> {argument = 0 : i64, kind = #model<kind trainable>}
  model.variable @b : tensor<4xf32, #whole> {argument = 1 : i64, kind = #model<kind trainable>}
  // CHECK: %[[A:.*]] = model.read @a
  %a = model.read @a : tensor<4xf32, #split>
  // CHECK-NOT: dist.reshard
  %same = dist.reshard %a : tensor<4xf32, #split> -> tensor<4xf32, #split>
  // CHECK: %[[N:.*]] = arith.negf %[[A]] : tensor<4xf32, #sharding>
  %n = arith.negf %same : tensor<4xf32, #split>
  // CHECK: %[[B:.*]] = dist.reshard %[[N]] : tensor<4xf32, #sharding> -> tensor<4xf32, #sharding1>
  %b = dist.reshard %n : tensor<4xf32, #split> -> tensor<4xf32, #whole>
  // CHECK: model.assign @a, %[[N]]
  model.assign @a, %n : tensor<4xf32, #split>
  // CHECK: model.assign @b, %[[B]]
  model.assign @b, %b : tensor<4xf32, #whole>
}

// CHECK-LABEL: dist.local_program @unused
dist.local_program @unused on #mesh {
  dist.shard @a variable : tensor<2xf32> of tensor<4xf32, #split>
  // What no one uses and has no effect goes away; collectives stay, since all
  // devices call them.
  // CHECK-NOT: dist.axis_index
  %index = dist.axis_index <#mesh, ["x"]>
  %a = model.read @a : tensor<2xf32>
  // CHECK: dist.all_gather
  %whole = dist.all_gather %a from #split to #whole : tensor<2xf32> -> tensor<4xf32>
}
