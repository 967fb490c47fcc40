# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A transformer encoder in Keras, exported as examples/bundles/keras_encoder.

    KERAS_BACKEND=jax PYTHONPATH=tools/python python examples/keras_encoder.py
"""

import os
import pathlib
import sys

os.environ.setdefault("KERAS_BACKEND", "jax")
os.environ.setdefault("JAX_PLATFORMS", "cpu")
# Eight devices of the CPU, so that the exporter can try the layouts.
os.environ.setdefault("XLA_FLAGS", "--xla_force_host_platform_device_count=8")

import keras
import numpy as np
import shardwise_export as sw
from keras import layers

BATCH, LENGTH, VOCABULARY, CLASSES, STEPS = 16, 24, 128, 4, 5
WIDTH, HEADS, FFN, BLOCKS = 64, 8, 192, 2


def make_data():
    """Sequences that count up in strides; the stride is the class."""
    random = np.random.RandomState(2)
    rows = BATCH * STEPS
    y = random.randint(0, CLASSES, rows).astype("int32")
    start = random.randint(0, VOCABULARY, (rows, 1))
    x = (start + (y[:, None] + 1) * np.arange(LENGTH)) % VOCABULARY
    return x.astype("int32"), y


class Positions(layers.Layer):
    """Adds a learnt vector for each position."""

    def build(self, shape):
        self.embeddings = self.add_weight(name="embeddings", shape=shape[1:], initializer="uniform")

    def call(self, x):
        return x + self.embeddings


def make_block(x, name):
    attended = layers.MultiHeadAttention(HEADS, WIDTH // HEADS, name=f"{name}_attention")(x, x)
    x = layers.LayerNormalization(name=f"{name}_norm_0")(x + attended)
    hidden = layers.Dense(FFN, activation="gelu", name=f"{name}_up")(x)
    return layers.LayerNormalization(name=f"{name}_norm_1")(x + layers.Dense(WIDTH, name=f"{name}_down")(hidden))


def make_model():
    keras.utils.set_random_seed(3)
    tokens = layers.Input((LENGTH,), dtype="int32", name="tokens")
    x = Positions(name="positions")(layers.Embedding(VOCABULARY, WIDTH, name="tokens_embedding")(tokens))
    for i in range(BLOCKS):
        x = make_block(x, f"block_{i}")
    x = layers.GlobalAveragePooling1D()(x)
    model = keras.Model(tokens, layers.Dense(CLASSES, name="logits")(x))
    model.compile(optimizer=keras.optimizers.Adam(1e-3),
                  loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    return model


def make_layouts():
    """Heads and hidden features split: what goes into a block by column, what comes out by row."""
    rules = {
        "block_.*_attention/(query|key|value)/kernel": (None, "model", None),
        "block_.*_attention/(query|key|value)/bias": ("model", None),
        "block_.*_attention/attention_output/kernel": ("model", None, None),
        "block_.*_up/kernel": (None, "model"),
        "block_.*_up/bias": ("model",),
        "block_.*_down/kernel": ("model", None),
    }
    return {
        "dp2": sw.data_parallel(2),
        "dp8": sw.data_parallel(8),
        "tp_1x2": sw.layout({"data": 1, "model": 2}, rules),
        "tp_2x4": sw.layout({"data": 2, "model": 4}, rules),
    }


if __name__ == "__main__":
    target = sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent / "bundles" / "keras_encoder"
    x, y = make_data()
    print(sw.export_keras(make_model(), x, y, target, steps=STEPS, layouts=make_layouts(), name="keras_encoder",
                          description="Token and position embeddings, two blocks of attention and gelu, Adam."))
