# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes a training-step-like program of any size, with a layout map.

usage: generate_step.py OPERATIONS [--width WIDTH] [--weights COUNT]

Cells of nine operations (contract, tanh, mul, contract, add, neg, max, and the
destinations' constants) follow each other; each reads one pair of a pool of
weights. The first weight of a pair is split by columns, the second by rows, so
that every cell ends in one reduction. At the end the gradient-like value is
subtracted from every weight, as an optimizer would. `OPERATIONS` counts the
computation, not declarations.
"""

import argparse

parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
parser.add_argument("operations", type=int)
parser.add_argument("--width", type=int, default=64)
parser.add_argument("--weights", type=int, default=16)
args = parser.parse_args()

OPERATIONS_PER_CELL = 9
width = args.width
tensor = f"tensor<{width}x{width}xf32>"
maps = "indexing_maps = [#mk, #kn, #mn]"

print(
    f"""#mk = affine_map<(m, n, k) -> (m, k)>
#kn = affine_map<(m, n, k) -> (k, n)>
#mn = affine_map<(m, n, k) -> (m, n)>
model.program @step {{
  dist.layout_map #dist.mesh<"data" = 2, "model" = 4> model_parallel batch_axis "data" {{
    dist.rule "up/.*" [[], ["model"]]
    dist.rule "down/.*" [["model"], []]
  }}
  model.input @x : {tensor} {{argument = 0 : i64}}
  model.output @y : {tensor} {{result = 0 : i64}}"""
)
names = [f"{kind}/{i}" for i in range(args.weights) for kind in ("up", "down")]
for number, name in enumerate(names):
    print(
        f'  model.variable @"{name}" : {tensor} '
        f"{{argument = {number + 1} : i64, kind = #model<kind trainable>}}"
    )
for name in names:
    print(f'  %{name.replace("/", "")} = model.read @"{name}" : {tensor}')
print(f"  %x0 = model.read @x : {tensor}")

x = "%x0"
for cell in range(max(1, args.operations // OPERATIONS_PER_CELL)):
    pair = cell % args.weights

    def contract(result, operand, weight):
        print(
            f"  %z{result[1:]} = arith.constant dense<0.0> : {tensor}\n"
            f"  {result} = linalg.contract {maps} "
            f"ins({operand}, {weight} : {tensor}, {tensor}) "
            f"outs(%z{result[1:]} : {tensor}) -> {tensor}"
        )

    contract(f"%up_{cell}", x, f"%up{pair}")
    print(f"  %t{cell} = math.tanh %up_{cell} : {tensor}")
    print(f"  %m{cell} = arith.mulf %t{cell}, %up_{cell} : {tensor}")
    contract(f"%down_{cell}", f"%m{cell}", f"%down{pair}")
    print(f"  %s{cell} = arith.addf {x}, %down_{cell} : {tensor}")
    print(f"  %n{cell} = arith.negf %s{cell} : {tensor}")
    x = f"%x{cell + 1}"
    print(f"  {x} = arith.maximumf %s{cell}, %n{cell} : {tensor}")

for name in names:
    value = name.replace("/", "")
    print(
        f"  %new_{value} = arith.subf %{value}, {x} : {tensor}\n"
        f'  model.assign @"{name}", %new_{value} : {tensor}'
    )
print(f"  model.assign @y, {x} : {tensor}\n}}")
