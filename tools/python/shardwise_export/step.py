# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A step as every exporter hands it over, and how it is lowered and run with JAX."""

import dataclasses
from typing import Callable, Optional

import jax
import jax.numpy as jnp
import numpy as np

from . import layouts as layouts_lib
from .made import Made


@dataclasses.dataclass
class Variable:
    """A variable with its value before the first step."""

    name: str
    kind: str
    value: np.ndarray  # or Made
    slot_of: Optional[str] = None


@dataclasses.dataclass
class Step:
    """A training step and its data.

    `function(values, *inputs)` gets the variables' values in order and gives ({name: output}, next values). An output
    called "loss" is the loss; `roles` says of others that they are "output", otherwise they are metrics.
    """

    name: str
    framework: str
    description: str
    function: Callable
    variables: list
    input_names: list
    inputs: list  # for each step, one array (or Made, the same at each step) for each input
    roles: dict = dataclasses.field(default_factory=dict)

    def __post_init__(self):
        as_array = lambda value: value if isinstance(value, Made) else np.array(jnp.asarray(value), order="C")
        self.inputs = [[as_array(value) for value in step] for step in self.inputs]
        for variable in self.variables:
            variable.value = as_array(variable.value)
        for name, *values in zip(self.input_names, *self.inputs):
            if any(isinstance(value, Made) and value != values[0] for value in values):
                raise ValueError(f"input '{name}' is made, so it must be the same at each step")

    def abstract_args(self):
        describe = lambda value: jax.ShapeDtypeStruct(value.shape, value.dtype)
        return [describe(v.value) for v in self.variables], *[describe(x) for x in self.inputs[0]]

    def role_of(self, name):
        return "loss" if name == "loss" else self.roles.get(name, "metric")

    def lower(self, **options):
        """The jitted step; old variables are donated, and arguments that nobody reads stay."""
        return jax.jit(self.function, donate_argnums=0, keep_unused=True, **options).lower(*self.abstract_args())


def run(step, compiled, values=None, shardings=None):
    """Runs all steps, feeding variables back. Gives ({name: one value a step}, the variables at the end)."""
    values = [v.value for v in step.variables] if values is None else values
    put = [None] * (len(values) + len(step.input_names)) if shardings is None else shardings
    # A copy each time: a donated buffer must not be the caller's memory.
    place = lambda value, sharding: jax.device_put(np.array(value), sharding)
    state = [place(v, s) for v, s in zip(values, put)]
    outputs = []
    for inputs in step.inputs:
        named, state = compiled(state, *[place(x, s) for x, s in zip(inputs, put[len(values):])])
        outputs.append({name: np.asarray(value) for name, value in named.items()})
    series = {name: np.stack([o[name] for o in outputs]) for name in sorted(outputs[0])}
    return series, [np.asarray(value) for value in state]


def run_layout(step, entry):
    """Runs a step split by a layout over JAX's devices."""
    from jax.sharding import Mesh, NamedSharding, PartitionSpec

    sizes = [size for _, size in entry["mesh"]["axes"]]
    order = entry["mesh"].get("device_order", range(int(np.prod(sizes))))
    devices = np.array([jax.devices()[i] for i in order]).reshape(sizes)
    mesh = Mesh(devices, [name for name, _ in entry["mesh"]["axes"]])
    whole = NamedSharding(mesh, PartitionSpec())
    batch = NamedSharding(mesh, PartitionSpec(entry["batch_axis"]))
    state = [NamedSharding(mesh, PartitionSpec(*dims)) for dims in layouts_lib.variable_specs(entry, step.variables)]
    inputs = [batch if np.ndim(x) else whole for x in step.inputs[0]]
    compiled = step.lower(in_shardings=(state, *inputs), out_shardings=(whole, state)).compile()
    return run(step, compiled, shardings=state + inputs)
