// RUN: shard-opt %s -plan-schedule=report -verify-diagnostics

#mesh = #dist.mesh<"x" = 2>
#whole = #dist.sharding<#mesh, [[]]>
#split = #dist.sharding<#mesh, [["x"]]>

// Tests that the memory of a device is reported.
// expected-remark @+1 {{each device needs 88 bytes: 64 in the arena, 24 in shards}}
dist.local_program @step on #mesh {
  dist.shard @a variable : tensor<4xf32> of tensor<4xf32, #whole> {argument = 0 : i64}
  dist.shard @b variable : tensor<2xf32> of tensor<4xf32, #split> {argument = 1 : i64}
  %0 = model.read @b : tensor<2xf32>
  %1 = dist.all_gather %0 from #split to #whole : tensor<2xf32> -> tensor<4xf32>
  %2 = dist.all_slice %1 from #whole to #split : tensor<4xf32> -> tensor<2xf32>
  model.assign @b, %2 : tensor<2xf32>
}
