# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Finds the variables whose update is rounding noise.

Their true gradient is zero or nearly, and an optimizer that divides by the gradient's size scales the noise up. Two
right runs then differ by as much as the variable moves, so its update cannot be compared. They show when the step runs
again with variables disturbed by a relative 1e-6, and when it runs split over devices, which changes the order of sums.
"""

import numpy as np

from .step import run, run_layout

DEFAULTS = {
    "loss_rtol": 1e-4,
    "loss_atol": 1e-5,
    "var_rtol": 1e-3,
    "var_atol": 1e-4,
    "update_l2_rtol": 2e-3,
    "unchanged_atol": 1e-6,
}


def is_float(array):
    return array.dtype.kind == "f" or array.dtype.name == "bfloat16"


def wide(array):
    return np.asarray(array).astype(np.float64)


def _measure(got, want, initial, tolerances):
    """How far a variable is off: as a multiple of the elementwise limit, and as a part of its update."""
    got, want, initial = wide(got), wide(want), wide(initial)
    limit = tolerances["var_atol"] + tolerances["var_rtol"] * np.abs(want)
    elementwise = float(np.max(np.abs(got - want) / limit, initial=0.0))
    update = float(np.linalg.norm(want - initial))
    return elementwise, float(np.linalg.norm(got - want)) / update if update else 0.0


def _disturb(step):
    """The variables with every trainable float multiplied by 1 + 1e-6 times noise."""
    random = np.random.RandomState(7)
    scale = lambda value: (value * (1 + 1e-6 * random.standard_normal(value.shape))).astype(value.dtype)
    return [scale(np.asarray(v.value)) if v.kind == "trainable" and is_float(v.value) else v.value for v in step.variables]


def find(step, compiled, final, layouts, overrides):
    """The tolerances of a bundle; `final` is what the undisturbed step gives."""
    import jax

    tolerances = {**DEFAULTS, **(overrides or {})}
    initial = [np.asarray(v.value) for v in step.variables]
    seen = [(0.0, 0.0)] * len(initial)

    def note(i, got):
        measured = _measure(got, final[i], initial[i], tolerances)
        seen[i] = tuple(max(pair) for pair in zip(seen[i], measured))

    disturbed = _disturb(step)
    _, moved = run(step, compiled, disturbed)
    for i, value in enumerate(moved):
        # The disturbance itself is no deviation of the update: take it off.
        if is_float(value):
            note(i, wide(value) - (wide(disturbed[i]) - wide(initial[i])))

    for name, entry in layouts.items():
        devices = int(np.prod([size for _, size in entry["mesh"]["axes"]]))
        if devices > len(jax.devices()):
            print(f"layout {name} needs {devices} devices, JAX has {len(jax.devices())}: not run")
            continue
        for i, value in enumerate(run_layout(step, entry)[1]):
            if is_float(value):
                note(i, value)
            elif not np.array_equal(value, final[i]):
                raise ValueError(f"layout {name} changes the integers of '{step.variables[i].name}'")

    short = lambda value: float(f"{value:.3g}")
    noisy = [
        {"index": i, "name": step.variables[i].name, "seen_of_elementwise": short(elementwise), "seen_update_l2": short(update)}
        for i, (elementwise, update) in enumerate(seen)
        if update > 0.5 * tolerances["update_l2_rtol"]
    ]
    return {**tolerances, "noisy_variables": noisy}
