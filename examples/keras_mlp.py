# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A small classifier in Keras, exported as examples/bundles/keras_mlp.

    KERAS_BACKEND=jax PYTHONPATH=tools/python python examples/keras_mlp.py
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

BATCH, FEATURES, CLASSES, STEPS = 16, 32, 10, 5


def make_data():
    """Points around one centre for each class."""
    random = np.random.RandomState(0)
    centres = random.standard_normal((CLASSES, FEATURES))
    y = random.randint(0, CLASSES, BATCH * STEPS).astype("int32")
    x = centres[y] + 0.5 * random.standard_normal((len(y), FEATURES))
    return x.astype("float32"), y


def make_model():
    keras.utils.set_random_seed(1)
    x = keras.layers.Input((FEATURES,))
    hidden = keras.layers.Dense(128, "relu", name="hidden_0")(x)
    hidden = keras.layers.Dense(64, "relu", name="hidden_1")(hidden)
    model = keras.Model(x, keras.layers.Dense(CLASSES, name="logits")(hidden))
    model.compile(optimizer=keras.optimizers.SGD(0.05, momentum=0.9),
                  loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
    return model


def make_layouts():
    """The first kernel split by column, the second by row: one all-reduce between them."""
    rules = {
        "hidden_0/kernel": (None, "model"),
        "hidden_0/bias": ("model",),
        "hidden_1/kernel": ("model", None),
    }
    return {
        "dp2": sw.data_parallel(2),
        "dp8": sw.data_parallel(8),
        "tp_1x2": sw.layout({"data": 1, "model": 2}, rules),
        "tp_2x4": sw.layout({"data": 2, "model": 4}, rules),
    }


if __name__ == "__main__":
    target = sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent / "bundles" / "keras_mlp"
    x, y = make_data()
    print(sw.export_keras(make_model(), x, y, target, steps=STEPS, layouts=make_layouts(), name="keras_mlp",
                          description="Three dense layers, SGD with momentum, accuracy."))
