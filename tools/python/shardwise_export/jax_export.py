# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Exports a training step that is a JAX function of pytrees."""

import pathlib

import jax
import numpy as np

from . import bundle
from .made import Made
from .step import Step, Variable


def _paths(tree):
    """The paths of a pytree's leaves: "params/dense/kernel"."""
    part = lambda key: str(getattr(key, "key", getattr(key, "name", getattr(key, "idx", key))))
    return ["/".join(part(key) for key in path) for path, _ in jax.tree_util.tree_flatten_with_path(tree)[0]]


def _owner(path, trainable):
    """The trainable variable whose path, without its first part, ends this path; the longest if there are several.

    "opt/0/mu/dense/kernel" belongs to "params/dense/kernel".
    """
    tails = {"/" + name.split("/", 1)[-1]: name for name in trainable}
    fitting = [tail for tail in tails if path.endswith(tail)]
    return tails[max(fitting, key=len)] if fitting else None


def _collect_variables(tree, params):
    paths, leaves = _paths(tree), jax.tree_util.tree_leaves(tree)
    trainable = [path for path in paths if path == params or path.startswith(params + "/")] if params else list(paths)
    if not trainable:
        raise ValueError(f"no variable is under '{params}'; there are {paths[:5]}")
    variables = []
    for path, leaf in zip(paths, leaves):
        value = leaf if isinstance(leaf, Made) else np.asarray(leaf)
        if path in trainable:
            variables.append(Variable(path, "trainable", value))
        else:
            variables.append(Variable(path, "optimizer", value, _owner(path, trainable)))
    return variables


def export_jax(step, variables, inputs, path, params="params", input_names=None, layouts=None, tolerances=None, roles=None,
               name=None, description="", run=True):
    """Writes a step as a bundle.

    `step(variables, *inputs)` gives (next variables, loss) or (next variables, {"loss": loss, other names: values}).
    `variables` is a pytree; the part under the key `params` is trainable (all of it for None), the rest belongs to the
    optimizer, where a path that ends like a trainable one is its slot. `inputs` has one tuple of arrays for each step.
    `roles` is {name: "output"} for values that are no metric. Leaves and inputs may be `Made`; without `run` nothing is
    computed, so that the bundle has no expected values, and of made tensors nothing ever is.
    """
    tree = jax.tree_util.tree_structure(variables)

    def flat(state, *data):
        state, outputs = step(jax.tree_util.tree_unflatten(tree, state), *data)
        if jax.tree_util.tree_structure(state) != tree:
            raise ValueError("the step gives variables of another structure than it takes")
        outputs = dict(outputs) if isinstance(outputs, dict) else {"loss": outputs}
        return outputs, jax.tree_util.tree_leaves(state)

    names = input_names or [f"input{i}" for i in range(len(inputs[0]))]
    exported = Step(name or pathlib.Path(path).name, f"jax {jax.__version__}", description, flat,
                    _collect_variables(variables, params), names, [list(values) for values in inputs], roles or {})
    return bundle.write(exported, path, layouts, tolerances, run_it=run)
