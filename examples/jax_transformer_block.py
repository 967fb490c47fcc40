# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A training step of transformer blocks in mixed precision, in plain JAX, exported as a bundle.

    PYTHONPATH=tools/python python examples/jax_transformer_block.py block                      # the size for GPUs
    PYTHONPATH=tools/python python examples/jax_transformer_block.py small --layers 2 --d 64 --heads 4 --ffn 128 \
        --batch 4 --seq 16 --run                                                                # with expected values

All values are made where the step runs, so that the bundle is small whatever the model's size.
"""

import argparse
import os
import pathlib

os.environ.setdefault("JAX_PLATFORMS", "cpu")
# Two devices of the CPU, so that the exporter can try the layouts.
os.environ.setdefault("XLA_FLAGS", "--xla_force_host_platform_device_count=2")

import jax
import jax.numpy as jnp
import shardwise_export as sw

BETA_1, BETA_2, EPSILON = 0.9, 0.999, 1e-7


def parameter_shapes(size):
    """The trainable variables by path: shape and how they begin, the standard deviation of a kernel or a constant."""
    head = size.d // size.heads
    shapes = {}
    for layer in range(size.layers):
        def add(name, shape, kind):
            shapes[f"block_{layer}/{name}"] = (shape, kind)

        for norm in ("ln_1", "ln_2"):
            add(f"{norm}/gamma", (size.d,), "ones")
            add(f"{norm}/beta", (size.d,), "zeros")
        for part in ("query", "key", "value"):
            add(f"attention/{part}/kernel", (size.d, size.heads, head), "normal")
            add(f"attention/{part}/bias", (size.heads, head), "zeros")
        add("attention/attention_output/kernel", (size.heads, head, size.d), "normal")
        add("attention/attention_output/bias", (size.d,), "zeros")
        add("ffn_up/kernel", (size.d, size.ffn), "normal")
        add("ffn_up/bias", (size.ffn,), "zeros")
        add("ffn_down/kernel", (size.ffn, size.d), "normal")
        add("ffn_down/bias", (size.d,), "zeros")
    return shapes


def normalize(x, gamma, beta):
    """Layer normalization in float32, rounded at its end."""
    x = x.astype(jnp.float32)
    centred = x - jnp.mean(x, axis=-1, keepdims=True)
    variance = jnp.mean(jnp.square(centred), axis=-1, keepdims=True)
    return (centred * jax.lax.rsqrt(variance + 1e-5) * gamma + beta).astype(jnp.bfloat16)


def attend(query, key, value):
    """Causal attention of [batch, sequence, head, feature], with the softmax in float32."""
    length, width = query.shape[1], query.shape[3]
    scores = jnp.einsum("bqhf,bkhf->bhqk", query, key).astype(jnp.float32) * width**-0.5
    scores = jnp.where(jnp.tril(jnp.ones((length, length), bool)), scores, -1e30)
    weights = jax.nn.softmax(scores, axis=-1).astype(jnp.bfloat16)
    return jnp.einsum("bhqk,bkhf->bqhf", weights, value)


def block(weight, x):
    """One block on a bfloat16 stream; `weight(name)` gives a float32 variable, `half(name)` its bfloat16 copy."""
    half = lambda name: weight(name).astype(jnp.bfloat16)
    h = normalize(x, weight("ln_1/gamma"), weight("ln_1/beta"))
    project = lambda part: (jnp.einsum("bsd,dhf->bshf", h, half(f"attention/{part}/kernel")) + half(f"attention/{part}/bias"))
    h = attend(project("query"), project("key"), project("value"))
    output = "attention/attention_output"
    x = x + jnp.einsum("bshf,hfd->bsd", h, half(f"{output}/kernel")) + half(f"{output}/bias")
    h = normalize(x, weight("ln_2/gamma"), weight("ln_2/beta"))
    h = jax.nn.gelu(h @ half("ffn_up/kernel") + half("ffn_up/bias"), approximate=True)
    return x + h @ half("ffn_down/kernel") + half("ffn_down/bias")


def make_step(layers, rate):
    """Mean squared error of the last block's output, and Adam with bias correction."""
    def loss_of(params, x, target):
        for layer in range(layers):
            x = block(lambda name: params[f"block_{layer}/{name}"], x)
        return jnp.mean(jnp.square(x.astype(jnp.float32) - target))

    def step(state, x, target):
        loss, gradients = jax.value_and_grad(loss_of)(state["params"], x, target)
        count = state["adam"]["count"] + 1
        first = jax.tree.map(lambda m, g: BETA_1 * m + (1 - BETA_1) * g, state["adam"]["first"], gradients)
        second = jax.tree.map(lambda v, g: BETA_2 * v + (1 - BETA_2) * g * g, state["adam"]["second"], gradients)
        scaled = rate * jnp.sqrt(1 - BETA_2**count) / (1 - BETA_1**count)
        params = jax.tree.map(lambda p, m, v: p - scaled * m / (jnp.sqrt(v) + EPSILON), state["params"], first, second)
        return {"params": params, "adam": {"count": count, "first": first, "second": second}}, loss

    return step


def make_variables(size):
    """Every kernel has a seed of its own; moments begin at zero."""
    params, seed = {}, 100
    for name, (shape, kind) in parameter_shapes(size).items():
        seed += 1
        params[name] = sw.normal(shape, 0.02, seed=seed) if kind == "normal" else getattr(sw, kind)(shape)
    moments = lambda: {name: sw.zeros(value.shape) for name, value in params.items()}
    return {"params": params, "adam": {"count": sw.zeros(()), "first": moments(), "second": moments()}}


def make_layouts():
    """Heads and hidden features split: projections and ffn_up by column, attention_output and ffn_down by row."""
    rules = {
        r"params/.*/(query|key|value)/kernel": (None, "model", None),
        r"params/.*/(query|key|value)/bias": ("model", None),
        r"params/.*/attention_output/kernel": ("model", None, None),
        r"params/.*/ffn_up/kernel": (None, "model"),
        r"params/.*/ffn_up/bias": ("model",),
        r"params/.*/ffn_down/kernel": ("model", None),
    }
    return {"dp2": sw.data_parallel(2), "tp_1x2": sw.layout({"data": 1, "model": 2}, rules)}


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bundle", type=pathlib.Path)
    for name, default in (("layers", 4), ("d", 4096), ("heads", 32), ("ffn", 16384), ("batch", 4), ("seq", 2048), ("steps", 3)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--rate", type=float, default=1e-4, help="Adam's learning rate")
    parser.add_argument("--run", action="store_true", help="run the step for the values it must give; for small sizes")
    size = parser.parse_args()
    if size.d % size.heads:
        parser.error(f"--d {size.d} is no multiple of --heads {size.heads}")
    return size


if __name__ == "__main__":
    size = parse()
    shape = (size.batch, size.seq, size.d)
    data = (sw.normal(shape, seed=1, dtype="bfloat16"), sw.normal(shape, seed=2))
    # Rounding to bfloat16 shows where sums have another order.
    tolerances = {"loss_rtol": 2e-3, "update_l2_rtol": 2e-2}
    print(sw.export_jax(make_step(size.layers, size.rate), make_variables(size), [data] * size.steps, size.bundle,
                        input_names=["x", "target"], layouts=make_layouts(), tolerances=tolerances, run=size.run,
                        description=f"{size.layers} blocks of {size.d} features and {size.heads} heads, ffn {size.ffn}, "
                        f"batch {size.batch} of {size.seq} tokens; bfloat16 compute, float32 weights, Adam."))
