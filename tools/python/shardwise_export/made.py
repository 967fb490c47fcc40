# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Values that a bundle names and does not hold: a shape, an element type and a formula.

    kernel = normal((4096, 16384), stddev=0.02, seed=3)

docs/Bundles.md has the formulas. Here they serve to run small steps, for the values that a run must give; of a large
step nothing is computed.
"""

import dataclasses

import jax.numpy as jnp
import numpy as np


def _philox(block, key):
    """The four words of Philox4x32-10 for each number of a block (Salmon and others, SC 2011)."""
    low32 = np.uint64(0xFFFFFFFF)
    words = [block & low32, block >> np.uint64(32), np.zeros_like(block), np.zeros_like(block)]
    low, high = key & 0xFFFFFFFF, key >> 32
    for _ in range(10):
        even, odd = np.uint64(0xD2511F53) * words[0], np.uint64(0xCD9E8D57) * words[2]
        words = [(odd >> np.uint64(32)) ^ words[1] ^ np.uint64(low), odd & low32,
                 (even >> np.uint64(32)) ^ words[3] ^ np.uint64(high), even & low32]
        low, high = (low + 0x9E3779B9) & 0xFFFFFFFF, (high + 0xBB67AE85) & 0xFFFFFFFF
    return words


def _words(count, seed):
    """A word for each element."""
    blocks = np.arange(-(-count // 4), dtype=np.uint64)
    return np.stack(_philox(blocks, seed), axis=1).reshape(-1)[:count + count % 2].astype(np.float64)


@dataclasses.dataclass(frozen=True)
class Made:
    """A tensor of made values. Where an array is wanted, it becomes one."""

    shape: tuple
    dtype: np.dtype
    init: tuple  # the pairs of the manifest's object

    @property
    def ndim(self):
        return len(self.shape)

    def describe(self):
        return dict(self.init)

    def __array__(self, dtype=None, copy=None):
        values = self._compute().reshape(self.shape)
        if self.dtype.name != "float64" and np.issubdtype(values.dtype, np.floating):
            values = values.astype(np.float32)
        return values.astype(self.dtype if dtype is None else dtype)

    def _compute(self):
        init, count = self.describe(), int(np.prod(self.shape, dtype=np.int64))
        kind = init["distribution"]
        if kind in ("zeros", "ones", "constant"):
            return np.full(count, {"zeros": 0, "ones": 1}.get(kind, init.get("value")), np.float64)
        words = _words(count, init["seed"])
        if kind == "uniform":
            above = (init["high"] - init["low"]) * (words[:count] / 2**32)
            whole = np.issubdtype(self.dtype, np.integer)
            return init["low"] + (np.floor(above).astype(np.int64) if whole else above)
        radius, angle = np.sqrt(-2 * np.log((words[::2] + 1) / 2**32)), 2 * np.pi * (words[1::2] / 2**32)
        z = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1).reshape(-1)[:count]
        return init["mean"] + init["stddev"] * z


def _made(shape, dtype, **init):
    return Made(tuple(shape), jnp.dtype(dtype), tuple(init.items()))


def zeros(shape, dtype="float32"):
    return _made(shape, dtype, distribution="zeros")


def ones(shape, dtype="float32"):
    return _made(shape, dtype, distribution="ones")


def constant(shape, value, dtype="float32"):
    return _made(shape, dtype, distribution="constant", value=value)


def uniform(shape, low=0.0, high=1.0, *, seed, dtype="float32"):
    return _made(shape, dtype, distribution="uniform", low=low, high=high, seed=seed)


def normal(shape, stddev=1.0, mean=0.0, *, seed, dtype="float32"):
    return _made(shape, dtype, distribution="normal", mean=mean, stddev=stddev, seed=seed)
