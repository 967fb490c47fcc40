#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Compiles and runs the steps of bundles with XLA on one CPU device.

usage: xla_peer.py STEPS BUNDLE...

Prints one JSON object: for each bundle, by name, `compile_seconds`, from the text
to a program that is loaded, `step_milliseconds` (median) and
`step_milliseconds_min` without the first step, and `losses`. Variables are fed
back, so each step works on what the last one gave. Needs JAX and safetensors.
"""

import json
import pathlib
import statistics
import sys
import time

import jax
from jax._src import compiler
from jax._src.interpreters import mlir
from jax._src.lib import xla_client
from jaxlib.mlir import ir
from safetensors.numpy import load_file


def compile_step(path, device):
    """Returns the loaded program and the seconds that took."""
    begin = time.perf_counter()
    with mlir.make_ir_context():
        module = ir.Module.parse(path.read_text(encoding="utf-8"))
    options = compiler.get_compile_options(num_replicas=1, num_partitions=1)
    devices = xla_client.DeviceList((device,))
    program = device.client.compile_and_load(module, devices, options)
    return program, time.perf_counter() - begin


class Trainer:
    """A program with its variables on the device."""

    def __init__(self, bundle, program, device):
        self.manifest = json.loads((bundle / "manifest.json").read_text(encoding="utf-8"))
        self.program, self.device = program, device
        self.inputs = load_file(bundle / "inputs.safetensors")
        values = load_file(bundle / "variables.safetensors")
        self.state = {
            arg["index"]: jax.device_put(values["arg%d" % arg["index"]], device)
            for arg in self.manifest["args"]
            if arg["role"] == "variable"
        }

    def get_input(self, index, step):
        count = sum(key.startswith("arg%d/step" % index) for key in self.inputs)
        value = self.inputs["arg%d/step%d" % (index, step % count)]
        return jax.device_put(value, self.device)

    def run(self, step):
        """Runs a step; returns its milliseconds and its loss."""
        count = len(self.manifest["args"])
        arguments = [
            self.state[i] if i in self.state else self.get_input(i, step) for i in range(count)
        ]
        jax.block_until_ready(arguments)
        begin = time.perf_counter()
        results = jax.block_until_ready(self.program.execute(arguments))
        milliseconds = 1e3 * (time.perf_counter() - begin)
        for arg in self.manifest["args"]:
            if arg.get("result") is not None:
                self.state[arg["index"]] = results[arg["result"]]
        losses = [r["index"] for r in self.manifest["results"] if r["role"] == "loss"]
        return milliseconds, float(results[losses[0]]) if losses else None


def measure(bundle, steps):
    device = jax.devices("cpu")[0]
    program, seconds = compile_step(bundle / "step.mlir", device)
    trainer = Trainer(bundle, program, device)
    times, losses = zip(*(trainer.run(step) for step in range(steps)))
    return {
        "compile_seconds": seconds,
        "step_milliseconds": statistics.median(times[1:]),
        "step_milliseconds_min": min(times[1:]),
        "losses": losses,
        "version": "jax %s" % jax.__version__,
    }


def main(steps, *bundles):
    bundles = [pathlib.Path(bundle) for bundle in bundles]
    json.dump({bundle.name: measure(bundle, int(steps)) for bundle in bundles}, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
