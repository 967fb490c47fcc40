# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes one bundle for each kind of attention into a folder.

    export-attentions.py FOLDER KIND...
"""

import os
import pathlib
import sys

os.environ["JAX_PLATFORMS"] = "cpu"
os.environ["XLA_FLAGS"] = "--xla_force_host_platform_device_count=2"

import jax
import jax.numpy as jnp
import numpy as np
import shardwise_export

BATCH, POSITIONS, HEADS, SIZE = 4, 6, 2, 8
WIDTH = HEADS * SIZE


def mask_scores(kind, scores, mask):
    keys = mask[:, None, None, :]
    if kind == "boolean":
        return jnp.where(keys > 0, scores, -1e30)
    if kind == "hidden_rows":
        return jnp.where(0 * keys > 0, scores, -1e30)
    if kind == "additive":
        return scores + (1 - keys) * -1e9
    if kind == "causal":
        return jnp.where(jnp.tril(jnp.ones((POSITIONS, POSITIONS), bool)), scores, -jnp.inf)
    return scores


def attend(kind, params, x, mask):
    query, key, value = (jnp.einsum("bse,ehd->bshd", x, params[name].reshape(WIDTH, HEADS, SIZE)) for name in "qkv")
    if kind == "repeated_keys":
        key, value = (jnp.repeat(t[:, :, :1], HEADS, axis=2) for t in (key, value))
    if kind == "one_query":
        query = query[:, :1]
    if kind == "scaled_query":
        query = query / 2
    scores = jnp.einsum("bqhd,bkhd->bhqk", query, key)
    scores = scores if kind == "scaled_query" else scores * SIZE**-0.5
    weights = jax.nn.softmax(mask_scores(kind, scores, mask))
    if kind == "dropout":
        weights = weights * mask[:, None, None, :]
    output = jnp.einsum("bhqk,bkhd->bqhd", weights, value)
    return output.reshape(BATCH, -1, WIDTH) @ params["o"]


def export(kind, folder):
    def loss(params, x, mask):
        return jnp.mean((attend(kind, params, x, mask) - jnp.roll(x, 1, 1)) ** 2)

    def step(state, x, mask):
        value, gradient = jax.value_and_grad(loss)(state["params"], x, mask)
        return {"params": jax.tree.map(lambda p, g: p - 0.5 * g, state["params"], gradient)}, {"loss": value}

    random = np.random.default_rng(7)
    params = {name: random.normal(size=(WIDTH, WIDTH)).astype(np.float32) / 2 for name in "qkvo"}
    inputs = []
    for _ in range(3):
        mask = (random.random((BATCH, POSITIONS)) > 0.3).astype(np.float32)
        mask[:, 0] = 1
        inputs.append((random.normal(size=(BATCH, POSITIONS, WIDTH)).astype(np.float32), mask))
    layouts = {"dp2": shardwise_export.data_parallel(2)}
    shardwise_export.export_jax(step, {"params": params}, inputs, folder / kind, layouts=layouts)


for kind in sys.argv[2:]:
    export(kind, pathlib.Path(sys.argv[1]))
