# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Layouts as the bundle keeps them, and what their rules mean for a variable.

The compiler attaches layouts by itself. The lookup stands here as well because the exporter runs the layouts under JAX,
to see how far rounding moves each variable.
"""

import re


def layout(mesh, rules=None, batch_axis=None, note=None):
    """A layout over `mesh`, {axis: size}, with `rules`, {key: axis or None for each dimension}."""
    axes = [[name, int(size)] for name, size in mesh.items()]
    entry = {
        "mesh": {"axes": axes},
        "strategy": "model_parallel" if rules else "data_parallel",
        "batch_axis": batch_axis or axes[0][0],
        "layout_map": [[key, list(dims)] for key, dims in (rules or {}).items()],
        "expect": "ok",
    }
    if note:
        entry["note"] = note
    return entry


def data_parallel(devices, axis="data"):
    """Variables replicated, inputs split on dimension 0."""
    return layout({axis: devices})


def active_layout():
    """The layout of the active `keras.distribution`, or None if there is none."""
    import keras

    distribution = keras.distribution.distribution()
    if distribution is None:
        return None
    mesh = distribution.device_mesh
    numbers = [int(str(device).rsplit(":", 1)[-1]) for device in mesh.devices.flatten()]
    rules = None
    if isinstance(distribution, keras.distribution.ModelParallel):
        layout_map = distribution._layout_map
        rules = {key: layout_map[key].axes for key in layout_map}
    elif not isinstance(distribution, keras.distribution.DataParallel):
        raise ValueError(f"the active distribution is a {type(distribution).__name__}, "
                         "expected DataParallel or ModelParallel")
    entry = layout(dict(zip(mesh.axis_names, mesh.shape)), rules, distribution.batch_dim_name)
    if sorted(numbers) != list(range(len(numbers))):
        raise ValueError(f"the mesh of the active distribution has the devices {numbers}, "
                         f"expected 0 to {len(numbers) - 1}")
    if numbers != sorted(numbers):
        entry["mesh"]["device_order"] = numbers
    return entry


def find_rule(entry, path):
    """The dimensions that a layout gives a path: the exact key, else the one that matches all of it."""
    rules = {key: dims for key, dims in entry["layout_map"]}
    if path in rules:
        return rules[path]
    matches = [key for key in rules if re.fullmatch(key, path)]
    if len(matches) > 1:
        raise ValueError(f"variable '{path}' matches the rules {matches}, expected at most one")
    return rules[matches[0]] if matches else None


def variable_specs(entry, variables):
    """One list of axis names, or None, for each variable. A slot of its variable's shape is split like it."""
    owners = {v.name: v for v in variables if v.kind in ("trainable", "non_trainable")}
    for key, _ in entry["layout_map"]:
        if key not in owners and not any(re.fullmatch(key, name) for name in owners):
            raise ValueError(f"rule '{key}' matches no variable; there are {sorted(owners)}")
    specs = []
    for variable in variables:
        owner = owners.get(variable.slot_of, variable)
        follows = owner.value.shape == variable.value.shape and owner.name in owners
        dims = find_rule(entry, owner.name) if follows else None
        if dims is None:
            dims = [None] * variable.value.ndim
        if len(dims) != variable.value.ndim:
            raise ValueError(f"variable '{variable.name}' has rank {variable.value.ndim}, its rule has {len(dims)} dimensions")
        specs.append(dims)
    return specs
