// RUN: shard-opt %s -split-input-file -verify-diagnostics

// Tests every constraint of the attributes; the name of a function ends in the
// constraint's number.

// expected-error@+1 {{mesh axis "x" is named twice}}
func.func private @mesh_c1() attributes {a = #dist.mesh<"x" = 2, "x" = 2>}

// -----

// expected-error@+1 {{a mesh axis has an empty name}}
func.func private @mesh_c1_empty() attributes {a = #dist.mesh<"" = 2>}

// -----

// expected-error@+1 {{mesh axis "x" has size 0, expected at least 1}}
func.func private @mesh_c2() attributes {a = #dist.mesh<"x" = 0>}

// -----

// expected-error@+1 {{the sizes of the mesh axes have 16 prime factors, at most 15 are supported}}
func.func private @mesh_c2_factors() attributes {a = #dist.mesh<"x" = 65536>}

// -----

// expected-error@+1 {{the device order has 1 entries, the mesh has 2 devices}}
func.func private @mesh_c3_count() attributes {a = #dist.mesh<"x" = 2, order = [0]>}

// -----

// expected-error@+1 {{the device order names rank 2, expected 0 to 1}}
func.func private @mesh_c3_range() attributes {a = #dist.mesh<"x" = 2, order = [0, 2]>}

// -----

// expected-error@+1 {{the device order names rank 1 twice}}
func.func private @mesh_c3_twice() attributes {a = #dist.mesh<"x" = 2, order = [1, 1]>}

// -----

// expected-error@+1 {{mesh axis "y" does not exist, the mesh is #dist.mesh<"x" = 2>}}
func.func private @axes_c1() attributes {a = #dist.axes<#dist.mesh<"x" = 2>, ["y"]>}

// -----

// expected-error@+1 {{mesh axis "x" is used twice}}
func.func private @axes_c2() attributes {a = #dist.axes<#dist.mesh<"x" = 4>, ["x", "x":(1)2]>}

// -----

// expected-error@+1 {{mesh axis "y" does not exist, the mesh is #dist.mesh<"x" = 2>}}
func.func private @sharding_c1() attributes {a = #dist.sharding<#dist.mesh<"x" = 2>, [["y"]]>}

// -----

// expected-error@+1 {{sub-axis "x":(3)2 does not fall on the prime factors of the axis' size 6}}
func.func private @sharding_c1_sub_axis() attributes {a = #dist.sharding<#dist.mesh<"x" = 6>, [["x":(3)2]]>}

// -----

// expected-error@+1 {{mesh axis "x" is used twice}}
func.func private @sharding_c2() attributes {a = #dist.sharding<#dist.mesh<"x" = 2>, [["x"], ["x"]]>}

// -----

// expected-error@+1 {{mesh axis "x" is used twice}}
func.func private @sharding_c2_partial() attributes {a = #dist.sharding<#dist.mesh<"x" = 2>, [["x"]], partial(sum) = ["x"]>}

// -----

// expected-error@+1 {{unknown reduction 'mean', expected sum, max or min}}
func.func private @sharding_reduction() attributes {a = #dist.sharding<#dist.mesh<"x" = 2>, [[]], partial(mean) = ["x"]>}

// -----

// expected-error@+1 {{the sharding has 1 dimensions, the tensor has 2}}
func.func private @sharding_c3(tensor<2x2xf32, #dist.sharding<#dist.mesh<"x" = 2>, [["x"]]>>)

// -----

// expected-error@+1 {{dimension 0 of size 3}}
func.func private @sharding_c4(tensor<3xf32, #dist.sharding<#dist.mesh<"x" = 2>, [["x"]]>>)
