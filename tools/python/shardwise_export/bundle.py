# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes the files of a bundle."""

import json
import pathlib

import jax
import numpy as np
from safetensors.numpy import save_file

from . import tolerances
from .made import Made
from .step import run


def _stored(array):
    """The array as a tensor file holds it; NumPy has no bfloat16, so its bits are kept."""
    array = np.array(array, order="C")
    return array.view(np.uint16) if array.dtype.name == "bfloat16" else array


def _describe(array):
    row = {"shape": list(array.shape), "dtype": array.dtype.name}
    return {**row, "init": array.describe()} if isinstance(array, Made) else row


def _arguments(step, num_outputs):
    rows = []
    for i, variable in enumerate(step.variables):
        rows.append({"index": i, "role": "variable", "name": variable.name, "kind": variable.kind,
                     "slot_of": variable.slot_of, **_describe(variable.value), "result": num_outputs + i})
    for name, value in zip(step.input_names, step.inputs[0]):
        rows.append({"index": len(rows), "role": "input", "name": name, "kind": "input", **_describe(value)})
    return rows


def _results(step, outputs, state):
    """Outputs come first, sorted by name as JAX flattens a dictionary, then the variables."""
    rows = [{"index": i, "role": step.role_of(name), "name": name, **_describe(outputs[name])}
            for i, name in enumerate(sorted(outputs))]
    for variable, value in zip(step.variables, state):
        if value.shape != variable.value.shape or value.dtype != variable.value.dtype:
            raise ValueError(f"the step changes '{variable.name}' from {variable.value.dtype}{list(variable.value.shape)} "
                             f"to {value.dtype}{list(value.shape)}, so it cannot be fed back")
        rows.append({"index": len(rows), "role": "variable", "name": variable.name, **_describe(value)})
    return rows


def _dump(manifest, path):
    """JSON with one argument or result a line."""
    rows = {"@args": manifest["args"], "@results": manifest["results"], "@noisy": manifest["tolerances"]["noisy_variables"]}
    tolerances_row = {**manifest["tolerances"], "noisy_variables": "@noisy"}
    text = json.dumps({**manifest, "args": "@args", "results": "@results", "tolerances": tolerances_row}, indent=1)
    for mark, values in rows.items():
        lines = ",\n  ".join(json.dumps(value) for value in values)
        text = text.replace(f'"{mark}"', f"[\n  {lines}\n ]" if values else "[]")
    path.write_text(text + "\n")


def _expected(step, series, final):
    """Losses and metrics under their names, outputs under their numbers, variables after the last step."""
    tensors = {f"arg{i}": _stored(value) for i, value in enumerate(final)}
    for i, name in enumerate(sorted(series)):
        key = f"result{i}" if step.role_of(name) == "output" else name
        tensors[key] = _stored(series[name])
    return tensors


def _run(step, lowered, layouts, overrides):
    """The tolerances and the expected values."""
    compiled = lowered.compile()
    series, final = run(step, compiled)
    for name, values in series.items():
        if tolerances.is_float(values) and not np.isfinite(tolerances.wide(values)).all():
            raise ValueError(f"'{name}' is not finite: {values.tolist()}")
    return tolerances.find(step, compiled, final, layouts, overrides), _expected(step, series, final)


def _save(tensors, path):
    """Writes a tensor file; none if there is nothing for it."""
    path.unlink(missing_ok=True)
    if tensors:
        save_file(tensors, path)


def write(step, path, layouts=None, overrides=None, run_it=True):
    """Lowers a step, runs it on one CPU device, and writes all files of its bundle to the folder `path`."""
    folder = pathlib.Path(path)
    layouts = layouts or {}
    outputs, state = jax.eval_shape(step.function, *step.abstract_args())
    with jax.default_device(jax.devices("cpu")[0]):
        lowered = step.lower()
        limits, expected = {**tolerances.DEFAULTS, **(overrides or {}), "noisy_variables": []}, {}
        if run_it:
            limits, expected = _run(step, lowered, layouts, overrides)
    manifest = {
        "name": step.name,
        "framework": step.framework,
        "description": step.description,
        "entry": "main",
        "steps": len(step.inputs),
        "args": _arguments(step, len(outputs)),
        "results": _results(step, outputs, state),
        "tolerances": limits,
    }
    first_input = len(step.variables)
    inputs = {f"arg{first_input + i}/step{k}": _stored(value)
              for k, values in enumerate(step.inputs) for i, value in enumerate(values) if not isinstance(value, Made)}
    variables = {f"arg{i}": _stored(v.value) for i, v in enumerate(step.variables) if not isinstance(v.value, Made)}

    (folder / "layouts").mkdir(parents=True, exist_ok=True)
    (folder / "step.mlir").write_text(lowered.as_text())
    _dump(manifest, folder / "manifest.json")
    _save(variables, folder / "variables.safetensors")
    _save(inputs, folder / "inputs.safetensors")
    _save(expected, folder / "expected.safetensors")
    for name, entry in layouts.items():
        (folder / "layouts" / f"{name}.json").write_text(json.dumps(entry, indent=1) + "\n")
    return folder
