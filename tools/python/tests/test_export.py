# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Tests of the exporters: what stands in the manifest, and that the values are those of a plain run."""

import json
import os
import pathlib
import tempfile
import unittest

os.environ.setdefault("KERAS_BACKEND", "jax")
os.environ["JAX_PLATFORMS"] = "cpu"
os.environ["XLA_FLAGS"] = "--xla_force_host_platform_device_count=8"

import jax
import jax.numpy as jnp
import keras
import numpy as np
import shardwise_export as sw
from safetensors.numpy import load_file


def read(folder):
    load = lambda name: load_file(folder / f"{name}.safetensors")
    return json.loads((folder / "manifest.json").read_text()), load("variables"), load("inputs"), load("expected")


class ExportTest(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name) / "sample"


class JaxTest(ExportTest):
    def export(self, **options):
        def loss(params, x):
            return jnp.mean((x @ params["dense"]["kernel"]) ** 2)

        def step(state, x):
            value, gradient = jax.value_and_grad(loss)(state["params"], x)
            momentum = jax.tree.map(lambda m, g: 0.5 * m + g, state["opt"]["mu"], gradient)
            params = jax.tree.map(lambda p, m: p - 0.25 * m, state["params"], momentum)
            return {"params": params, "opt": {"count": state["opt"]["count"] + 1, "mu": momentum}}, {
                "loss": value, "product": x @ params["dense"]["kernel"]}

        params = {"dense": {"kernel": np.arange(8, dtype=np.float32).reshape(4, 2) / 8}}
        variables = {"params": params, "opt": {"count": np.int32(0), "mu": jax.tree.map(np.zeros_like, params)}}
        inputs = [(np.full((8, 4), k + 1, np.float32) / 8,) for k in range(3)]
        return sw.export_jax(step, variables, inputs, self.folder, roles={"product": "output"}, **options)

    def test_manifest(self):
        manifest, variables, inputs, expected = read(self.export())
        rows = [(a["name"], a["role"], a["kind"], a.get("slot_of"), a["dtype"], a.get("result")) for a in manifest["args"]]
        self.assertEqual(rows, [
            ("opt/count", "variable", "optimizer", None, "int32", 2),
            ("opt/mu/dense/kernel", "variable", "optimizer", "params/dense/kernel", "float32", 3),
            ("params/dense/kernel", "variable", "trainable", None, "float32", 4),
            ("input0", "input", "input", None, "float32", None)])
        self.assertEqual([(r["name"], r["role"], r["shape"]) for r in manifest["results"]][:2],
                         [("loss", "loss", []), ("product", "output", [8, 2])])
        self.assertEqual(manifest["steps"], 3)
        self.assertEqual(sorted(variables), ["arg0", "arg1", "arg2"])
        self.assertEqual(sorted(inputs), ["arg3/step0", "arg3/step1", "arg3/step2"])
        self.assertEqual(expected["result1"].shape, (3, 8, 2))
        self.assertEqual(expected["arg0"], 3)

    def test_values_are_those_of_a_plain_run(self):
        _, variables, inputs, expected = read(self.export())
        kernel, momentum = variables["arg2"].astype(np.float64), 0
        for k in range(3):
            x = inputs[f"arg3/step{k}"].astype(np.float64)
            self.assertAlmostEqual(float(expected["loss"][k]), np.mean((x @ kernel) ** 2), places=5)
            momentum = 0.5 * momentum + 2 * x.T @ (x @ kernel) / (8 * 2)
            kernel = kernel - 0.25 * momentum
        np.testing.assert_allclose(expected["arg2"], kernel, rtol=1e-4)

    def test_layouts_are_run_and_written(self):
        folder = self.export(layouts={"tp": sw.layout({"data": 2, "model": 2}, {".*/kernel": (None, "model")})})
        layout = json.loads((folder / "layouts" / "tp.json").read_text())
        self.assertEqual(layout["layout_map"], [[".*/kernel", [None, "model"]]])
        self.assertEqual(layout["batch_axis"], "data")

    def test_rules_that_cannot_work(self):
        with self.assertRaisesRegex(ValueError, "rule 'dens' matches no variable"):
            self.export(layouts={"a": sw.layout({"model": 2}, {"dens": (None, "model")})})
        with self.assertRaisesRegex(ValueError, "has rank 2, its rule has 1 dimensions"):
            self.export(layouts={"a": sw.layout({"model": 2}, {".*/kernel": ("model",)})})
        with self.assertRaisesRegex(ValueError, "matches the rules .* expected at most one"):
            self.export(layouts={"a": sw.layout({"model": 2}, {".*/kernel": (None, None), "params/.*": (None, None)})})
        with self.assertRaisesRegex(ValueError, "no variable is under 'weights'"):
            self.export(params="weights")


class KerasTest(ExportTest):
    def setUp(self):
        super().setUp()
        keras.utils.clear_session()  # names begin anew, and no distribution is active

    def make_model(self):
        keras.utils.set_random_seed(0)
        inputs = keras.layers.Input((4,))
        hidden = keras.layers.Dropout(0.5)(keras.layers.Dense(8, "relu", name="hidden")(inputs))
        model = keras.Model(inputs, keras.layers.Dense(2, name="logits")(hidden))
        model.compile(optimizer="adam", loss="mse")
        return model

    def make_data(self):
        random = np.random.RandomState(0)
        return random.standard_normal((40, 4)).astype("float32"), random.standard_normal((40, 2)).astype("float32")

    def test_manifest(self):
        model = self.make_model()
        before = [np.array(w) for w in model.get_weights()]
        manifest, _, inputs, expected = read(sw.export_keras(model, *self.make_data(), self.folder, steps=5))
        kinds = {a["name"]: (a["kind"], a.get("slot_of")) for a in manifest["args"]}
        self.assertEqual(kinds["hidden/kernel"], ("trainable", None))
        self.assertEqual(kinds["adam/hidden_kernel_momentum"], ("optimizer", "hidden/kernel"))
        self.assertEqual(kinds["adam/learning_rate"], ("optimizer", None))
        self.assertEqual(kinds["loss/total"], ("metric", None))
        self.assertEqual([a["name"] for a in manifest["args"] if a["kind"] == "seed"], ["seed_generator/seed_generator_state"])
        self.assertEqual(len(inputs), 10)
        self.assertEqual(expected["loss"].shape, (5,))
        for old, new in zip(before, model.get_weights()):
            np.testing.assert_array_equal(old, new)

    def test_losses_are_those_of_training(self):
        x, y = self.make_data()
        _, _, _, expected = read(sw.export_keras(self.make_model(), x, y, self.folder, steps=5))
        model = self.make_model()
        for k in range(5):
            rows = slice(8 * k, 8 * k + 8)
            logs = model.train_on_batch(x[rows], y[rows], return_dict=True)
            model.reset_metrics()
            self.assertAlmostEqual(float(logs["loss"]), float(expected["loss"][k]), places=5)

    def test_active_distribution(self):
        mesh = keras.distribution.DeviceMesh((2, 4), ("batch", "model"))
        layout_map = keras.distribution.LayoutMap(mesh)
        layout_map["hidden/kernel"] = (None, "model")
        distribution = keras.distribution.ModelParallel(layout_map=layout_map, batch_dim_name="batch")
        self.addCleanup(keras.distribution.set_distribution, None)
        keras.distribution.set_distribution(distribution)
        folder = sw.export_keras(self.make_model(), *self.make_data(), self.folder)
        self.assertIs(keras.distribution.distribution(), distribution)
        layout = json.loads((folder / "layouts" / "active.json").read_text())
        self.assertEqual(layout["mesh"], {"axes": [["batch", 2], ["model", 4]]})
        self.assertEqual(layout["layout_map"], [["hidden/kernel", [None, "model"]]])
        self.assertEqual(layout["batch_axis"], "batch")
        self.assertNotIn("sharding", (folder / "step.mlir").read_text())

    def test_what_cannot_be_exported(self):
        model = keras.Sequential([keras.layers.Input((4,)), keras.layers.Dense(2)])
        with self.assertRaisesRegex(ValueError, "the model is not compiled"):
            sw.export_keras(model, *self.make_data(), self.folder)
        with self.assertRaisesRegex(ValueError, "5 steps of 16 need 80 rows"):
            sw.export_keras(self.make_model(), *self.make_data(), self.folder, batch_size=16)
        with self.assertRaisesRegex(NotImplementedError, "torchax"):
            sw.export_torch(None)


if __name__ == "__main__":
    unittest.main()
