# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Exports a step that does nearly everything that JAX can do and the importer takes, each with a variable of its own.

    PYTHONPATH=tools/python JAX_PLATFORMS=cpu python test/Import/Inputs/jax_operations.py FOLDER

`test/Integration/Inputs/bundles/jax_operations` is what it gave with JAX 0.10.2.

A case is a function of a variable `w` and an input `x`. Its value is an output of the step; the variable is updated by
the gradient of a weighted sum of that, so that what JAX makes of derivatives is imported as well. Cases without a
gradient are under EXACT. The layouts split whatever they can.
"""

import json
import pathlib
import sys
import zlib

import jax
import jax.numpy as jnp
import numpy as np
import shardwise_export as sw
from jax import lax

i32, i8, u8, u32 = jnp.int32, jnp.int8, jnp.uint8, jnp.uint32
bf16, f16, f32 = jnp.bfloat16, jnp.float16, jnp.float32


def whole(x, scale=10):
    return (jnp.abs(x) * scale).astype(i32)


def unary(function):
    return lambda w, x: function(w) * x


def of_product(function):
    return lambda w, x: function(w * x)


KEY = jax.random.PRNGKey(3)
ELEMENTWISE = {name: unary(function) for name, function in {
    "exp": jnp.exp, "exp2": jnp.exp2, "expm1": jnp.expm1, "log": lambda v: jnp.log(jnp.abs(v) + .1),
    "log1p": lambda v: jnp.log1p(jnp.abs(v)), "sin": jnp.sin, "cos": jnp.cos, "tan": jnp.tan, "sinh": jnp.sinh,
    "cosh": jnp.cosh, "tanh": jnp.tanh, "asin": lambda v: jnp.arcsin(jnp.tanh(v) * .9), "acos": lambda v: jnp.arccos(jnp.tanh(v) * .9),
    "atan": jnp.arctan, "asinh": jnp.arcsinh, "acosh": lambda v: jnp.arccosh(jnp.abs(v) + 1.1),
    "atanh": lambda v: jnp.arctanh(jnp.tanh(v) * .9), "erf": lax.erf, "erfc": lax.erfc, "cbrt": jnp.cbrt,
    "rsqrt": lambda v: lax.rsqrt(jnp.abs(v) + .1), "sqrt": lambda v: jnp.sqrt(jnp.abs(v) + .1), "sinc": jnp.sinc,
    "sigmoid": jax.nn.sigmoid, "log_sigmoid": jax.nn.log_sigmoid, "softplus": jax.nn.softplus, "silu": jax.nn.silu,
    "gelu": jax.nn.gelu, "gelu_erf": lambda v: jax.nn.gelu(v, approximate=False), "elu": jax.nn.elu, "celu": jax.nn.celu,
    "selu": jax.nn.selu, "relu": jax.nn.relu, "relu6": jax.nn.relu6, "leaky_relu": jax.nn.leaky_relu,
    "hard_swish": jax.nn.hard_swish, "abs": jnp.abs, "sign": jnp.sign, "floor": jnp.floor, "ceil": jnp.ceil,
    "round": jnp.round, "trunc": jnp.trunc, "square": jnp.square, "nan_to_num": jnp.nan_to_num}.items()}
BINARY = {
    "divide": lambda w, x: w / (jnp.abs(x) + .1), "power": lambda w, x: (jnp.abs(w) + .1) ** x, "atan2": jnp.arctan2,
    "maximum": jnp.maximum, "minimum": jnp.minimum, "remainder": lambda w, x: jnp.remainder(w, jnp.abs(x) + .3),
    "fmod": lambda w, x: jnp.fmod(w, jnp.abs(x) + .3), "hypot": jnp.hypot, "logaddexp": jnp.logaddexp,
    "floor_divide": lambda w, x: jnp.floor_divide(w, jnp.abs(x) + .3), "copysign": jnp.copysign,
    "where": lambda w, x: jnp.where(x > 0, w, x), "clip": lambda w, x: jnp.clip(w, -.5, .5) * x,
    "select_n": lambda w, x: lax.select_n(whole(x) % 3, w, x, w * x), "bf16_sum": lambda w, x: (w + x).astype(bf16).astype(f32),
    "f16": lambda w, x: (w.astype(f16) + x.astype(f16)).astype(f32)}
REDUCTIONS = {name: of_product(function) for name, function in {
    "sum": jnp.sum, "sum_rows": lambda v: v.sum(0), "mean": lambda v: v.mean(1), "max": lambda v: v.max(0),
    "min": lambda v: v.min(1), "prod": lambda v: v.prod(0), "variance": lambda v: v.var(1), "deviation": lambda v: v.std(0),
    "norm": lambda v: jnp.linalg.norm(v, axis=1), "logsumexp": lambda v: jax.nn.logsumexp(v, axis=1), "softmax": jax.nn.softmax,
    "log_softmax": jax.nn.log_softmax, "standardize": jax.nn.standardize}.items()}
SHAPES = {
    "take_columns": lambda w, x: jnp.take(w * x, jnp.array([0, 2, 2, 1]), axis=1),
    "take_along": lambda w, x: jnp.take_along_axis(w * x, whole(x) % 4, axis=1),
    "points": lambda w, x: (w * x)[jnp.array([0, 3, 2]), jnp.array([1, 1, 0])],
    "add_at": lambda w, x: w.at[jnp.array([0, 3, 3])].add(x[:3]), "set_at": lambda w, x: w.at[jnp.array([0, 3, 2])].set(x[:3]),
    "segment_sum": lambda w, x: jax.ops.segment_sum(w * x, jnp.array([0, 0, 1, 3, 3, 2, 1, 0]), 4),
    "pad": lambda w, x: lax.pad(w, x[0, 0], ((1, 2, 0), (0, 1, 0))), "pad_edge": lambda w, x: jnp.pad(w * x, ((1, 1), (2, 1)), mode="edge"),
    "pad_wrap": lambda w, x: jnp.pad(w * x, ((1, 1), (2, 1)), mode="wrap"), "roll": lambda w, x: jnp.roll(w * x, 3, axis=0),
    "concatenate": lambda w, x: jnp.concatenate([w, x, w], axis=1), "stack": lambda w, x: jnp.stack([w, x], axis=1),
    "split": lambda w, x: jnp.split(w * x, 2, axis=0)[1], "tile": lambda w, x: jnp.tile(w * x, (2, 3)),
    "repeat": lambda w, x: jnp.repeat(w * x, 3, axis=0), "reshape": lambda w, x: (w * x).reshape(4, 2, 4).transpose(2, 0, 1).reshape(2, 16),
    "flatten": lambda w, x: (w * x).reshape(-1), "tril": lambda w, x: jnp.tril(w) * x, "triu": lambda w, x: jnp.triu(w, 1) * x,
    "eye": lambda w, x: w * jnp.eye(8, 4) + x, "outer": lambda w, x: jnp.outer(w, x[0]), "kron": lambda w, x: jnp.kron(w[:2, :2], x),
    "iota": lambda w, x: w * jnp.arange(4.) + jnp.linspace(0, 1, 8)[:, None] * x}
PRODUCTS = {
    "matmul": lambda w, x: x.T @ w, "transposed": lambda w, x: w @ x.T, "vdot": jnp.vdot, "einsum": lambda w, x: jnp.einsum("ab,cb->cab", w, x),
    "batched": lambda w, x: jnp.einsum("bij,bkj->bik", w.reshape(4, 2, 4), x.reshape(4, 2, 4)),
    "bf16_matmul": lambda w, x: jnp.dot(x.T.astype(bf16), w.astype(bf16), preferred_element_type=f32),
    "attention": lambda w, x: jax.nn.dot_product_attention(*[v.reshape(2, 4, 1, 4) for v in (x, x * w, w)], is_causal=True),
    "cross_entropy": lambda w, x: -jax.nn.log_softmax(x @ w.T)[jnp.arange(8), jnp.array([0, 2, 1, 3, 0, 1, 2, 3])],
    "one_hot": lambda w, x: jax.nn.one_hot(whole(x[:, 0], 3), 8) @ w,
    "layer_norm": lambda w, x: (x - x.mean(-1, keepdims=True)) * lax.rsqrt(x.var(-1, keepdims=True) + 1e-5) * w,
    "batch_norm": lambda w, x: (x - x.mean(0)) * lax.rsqrt(x.var(0) + 1e-5) * w,
    "remat": lambda w, x: jax.checkpoint(lambda a: jnp.sin(a @ w.T))(x), "vmap": lambda w, x: jax.vmap(jnp.outer)(w, x),
    "uniform": lambda w, x: w * jax.random.uniform(KEY, (8, 4)) * x, "bernoulli": lambda w, x: jnp.where(jax.random.bernoulli(KEY, .5, (8, 4)), w, x),
    "fold_in": lambda w, x: w * jax.random.uniform(jax.random.fold_in(KEY, whole(x[0, 0], 100)), (8, 4))}
# What has no gradient, or none that says anything.
EXACT = {
    "argmax": lambda w, x: jnp.argmax(w * x, 1), "argmin": lambda w, x: jnp.argmin(w * x, 0), "any": lambda w, x: (w > x).any(1),
    "all": lambda w, x: (w > x - 1).all(0), "count": lambda w, x: jnp.count_nonzero(w > x, axis=0),
    "integers": lambda w, x: (w * 100).astype(i32) // 7 + (x * 100).astype(i32) % 5,
    "division": lambda w, x: lax.div((w * 100).astype(i32), i32(7)) - lax.rem((x * 100).astype(i32), i32(5)),
    "divided_by_zero": lambda w, x: lax.div((w * 3).astype(i32), x.astype(i32)),
    "bits": lambda w, x: ((w * 100).astype(i32) ^ (x * 100).astype(i32)) & 0xff | (3 << 4),
    "shifts": lambda w, x: (((w * 100).astype(i32) << 2) >> 1) + lax.shift_right_logical((x * 100).astype(i32), i32(28)),
    "unsigned": lambda w, x: (w * 100).astype(i32).astype(u32) // u32(7) % u32(1000),
    "bytes": lambda w, x: (jnp.abs(w) * 50).astype(u8) + (jnp.abs(x) * 50).astype(u8),
    "signed_bytes": lambda w, x: (w * 30).astype(i8) * (x * 10).astype(i8),
    "compared_bytes": lambda w, x: (jnp.abs(w) * 90).astype(u8) > (jnp.abs(x) * 90).astype(u8),
    "largest_byte": lambda w, x: jnp.max((jnp.abs(w) * 90).astype(u8) ^ (jnp.abs(x) * 90).astype(u8), axis=0),
    "smallest_integer": lambda w, x: jnp.min((w * 90).astype(i32), axis=1), "bit_count": lambda w, x: lax.population_count((w * 100).astype(i32)),
    "leading_zeros": lambda w, x: lax.clz((w * 100).astype(i32)), "bitcast": lambda w, x: lax.bitcast_convert_type(w, i32) >> 8,
    "to_i32": lambda w, x: ((w * 1e10).astype(i32) >> 8), "to_i8": lambda w, x: (w * 300).astype(i8), "to_u8": lambda w, x: (w * 300).astype(u8),
    "special_to_i32": lambda w, x: (jnp.log(w) / (x > 0)).astype(i32) >> 8, "special_to_i8": lambda w, x: (jnp.log(w) / (x > 0)).astype(i8),
    "special_to_u8": lambda w, x: (jnp.log(w) / (x > 0)).astype(u8), "f16_to_i8": lambda w, x: (w / (x > 0)).astype(f16).astype(i8),
    "is_nan": lambda w, x: jnp.isnan(jnp.log(w)), "is_finite": lambda w, x: jnp.isfinite(1 / jnp.where(x > 0, 0., w)),
    "compared_nan": lambda w, x: (jnp.log(w) < x).astype(i32) + (jnp.log(w) != x) * 2 + (jnp.log(w) >= x) * 4,
    "nan_maximum": lambda w, x: jnp.isnan(jnp.maximum(jnp.log(w), x)), "nan_max": lambda w, x: jnp.isnan(jnp.max(jnp.log(w), axis=0)),
    "truths": lambda w, x: ((w > 0) != (x > 0)) + ((w > 0) & (x > 0)) * 2 + (~(w > 0)) * 4 + ((w > 0) < (x > 0)) * 8,
    "sum_of_truths": lambda w, x: jnp.sum(w > x, axis=0), "any_of_truths": lambda w, x: jnp.max(w > x, axis=0),
    "take_any": lambda w, x: jnp.take(jnp.floor(w * 9), whole(x[:, 0]) - 3, axis=0, mode="clip"),
    "multiply_at": lambda w, x: w.at[jnp.array([0, 3, 2])].multiply(x[:3]), "max_at": lambda w, x: w.at[jnp.array([0, 3, 2])].max(x[:3]),
    "bin_count": lambda w, x: jnp.bincount(whole(x[:, 0], 3), length=4), "random_bits": lambda w, x: jax.random.randint(KEY, (8, 4), 0, 100),
    "fori": lambda w, x: lax.fori_loop(0, 3, lambda i, c: jnp.tanh(c + w) + i, x),
    "while": lambda w, x: lax.while_loop(lambda c: c[0] < 5, lambda c: (c[0] + 1, jnp.tanh(c[1] * w)), (0, x))[1]}
CASES = {**ELEMENTWISE, **BINARY, **REDUCTIONS, **SHAPES, **PRODUCTS, **EXACT}
SHAPE = (8, 4)


def make(name, role):
    return np.random.RandomState(zlib.crc32(f"{name} {role}".encode())).standard_normal(SHAPE).astype(np.float32)


def update(name, w, x):
    """The variable's next value, and what the case gives."""
    def weighted(w):
        value = CASES[name](w, x).astype(f32)
        return (value * jnp.cos(.37 * jnp.arange(value.size)).reshape(value.shape)).sum(), value

    if name in EXACT:
        loss, value = weighted(w)
        return w * .5 + jnp.tanh(loss) * .1, value
    (_, value), gradient = jax.value_and_grad(weighted, has_aux=True)(w)
    return w - .01 * gradient, value


def step(variables, *inputs):
    results = {name: update(name, variables["params"][name], x) for name, x in zip(CASES, inputs)}
    return ({"params": {name: result[0] for name, result in results.items()}},
            {"loss": sum(jnp.tanh(result[0]).sum() for result in results.values()),
             **{name: result[1] for name, result in results.items()}})


def main(folder):
    inputs = [[make(name, f"input {number}") for name in CASES] for number in range(2)]
    sw.export_jax(step, {"params": {name: jnp.asarray(make(name, "variable")) for name in CASES}}, inputs, folder,
                  input_names=[f"{name}_input" for name in CASES], roles={name: "output" for name in CASES})
    layouts = pathlib.Path(folder) / "layouts"
    layouts.mkdir(exist_ok=True)
    for name, entry in {
            "rows_1x4": sw.layout({"data": 1, "model": 4}, {"params/.*": ["model", None]}, batch_axis="data"),
            "tp_1x2": sw.layout({"data": 1, "model": 2}, {"params/.*": [None, "model"]}, batch_axis="data"),
            "mixed_2x2": sw.layout({"data": 2, "model": 2}, {"params/.*": ["model", None]}, batch_axis="data"),
            "dp2": sw.data_parallel(2)}.items():
        (layouts / f"{name}.json").write_text(json.dumps(entry) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
